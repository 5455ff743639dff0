/* finish.c - the work is done and checked; or it is not, and goes back. */
#include "screens/screens.h"

FORM(finish) = {
	.title = N_("Finish"),
	.menu = MENU_WORKSHOP,
	.code = 15,
	.param = "job",
	.pick = "open_jobs",
	.words = "done quality check",
	.state = "number",
	.runs = "job.finish",
	.head = "job_head",
	.opens = "settle",
	.goes = "job=$job",
	.layout = { "=number =plate =customer", "=total =authorised", "checker", "= Parts that differ",
		    "@parts*6", 0 },
	.keys =
	    (const struct key[]){
		{ K_VOID, .runs = "job.send_back", .with = "job=$job", .ask = "reason+",
		  .label = N_("Send back"), .scope = SCOPE_ALL },
		{ K_HISTORY, .opens = "history", .with = "vehicle=@vehicle_id", .label = N_("History"),
		  .scope = SCOPE_ALL },
		{ 0 },
	    },
};

FORM(check) = {
	.title = N_("Quality check"),
	.menu = MENU_WORKSHOP,
	.param = "job",
	.pick = "open_jobs",
	.words = "inspection checklist",
	.state = "number",
	.runs = "job.check",
	.head = "job_head",
	.opens = "settle",
	.goes = "job=$job",
	.layout = { "=number =plate =customer", "checker", "@lines*12", 0 },
};
