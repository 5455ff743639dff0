/* my_work.c - what a technician has to do: his cars, their parts, his clock; no prices. */
#include "screens/screens.h"

LIST(my_work) = {
	.title = N_("My work"),
	.menu = MENU_WORKSHOP,
	.code = 28,
	.words = "tasks technician clock",
	.view = "my_work",
	.ticks = true,
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "work_lines", .with = "job=@id", .label = N_("What is to be done") },
		{ K_SAVE, .runs = "job.stop", .with = "job=@id", .ask = "reason", .when = "running",
		  .label = N_("Clock off") },
		{ K_SAVE, .runs = "job.start", .with = "job=@id", .when = "!running",
		  .label = N_("Clock on") },
		{ K_HOLD, .runs = "job.go_on", .with = "job=@id", .when = "waiting", .label = N_("Goes on") },
		{ K_HOLD, .runs = "job.wait", .with = "job=@id", .ask = "reason note", .when = "!waiting",
		  .label = N_("Waits") },
		{ K_NEW, .runs = "job.advise", .with = "job=@id", .ask = "text urgency",
		  .label = N_("Advise") },
		{ 0 },
	    },
};

LIST(work_lines) = {
	.title = N_("What is to be done"),
	.param = "job",
	.view = "work_lines",
};
