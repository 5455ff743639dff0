/* supervision.c - how customers are served: looked at point by point, and put right. */
#include "screens/screens.h"

LIST(supervisions) = {
	.title = N_("Service supervision"),
	.menu = MENU_WORKSHOP,
	.words = "supervision service quality points",
	.view = "supervisions",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "supervision_lines", .with = "supervision=@id", .label = N_("Points") },
		{ K_NEW, .opens = "supervise", .scope = SCOPE_ALL },
		{ K_SAVE, .runs = "supervision.remedy", .with = "supervision=@id ver=@ver", .ask = "remedy+",
		  .label = N_("Remedy"), .when = "open" },
		{ K_HISTORY, .opens = "supervision_points", .label = N_("Checklist"), .scope = SCOPE_ALL },
		{ 0 },
	    },
};

FORM(supervise) = {
	.title = N_("Supervise service"),
	.menu = MENU_WORKSHOP,
	.words = "supervision service quality",
	.runs = "supervision.add",
	.makes = "supervisions",
	.layout = { "person job", "at", "@lines*12", "note+", 0 },
};

LIST(supervision_lines) = {
	.title = N_("What was looked at"),
	.param = "supervision",
	.view = "supervision_lines",
};

LIST(supervision_points) = {
	.title = N_("Points of the service supervision"),
	.view = "supervision_points",
	.keys =
	    (const struct key[]){
		{ K_NEW, .runs = "supervision_point.add", .ask = "text+", .label = N_("New"),
		  .scope = SCOPE_ALL },
		{ K_VOID, .runs = "supervision_point.drop", .with = "point=@id", .label = N_("No longer") },
		{ 0 },
	    },
};
