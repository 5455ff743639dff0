/* board.c - every car in the house: at which step, with whom, how long, promised for when. */
#include "screens/screens.h"

LIST(board) = {
	.title = N_("Workshop board"),
	.menu = MENU_WORKSHOP,
	.code = 22,
	.words = "cars in the house today",
	.view = "board",
	.ticks = true,
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "@page", .with = "job=@id" },
		{ K_NEXT, .opens = "@next", .with = "job=@id" },
		{ K_NEW, .opens = "reception", .scope = SCOPE_ALL },
		{ K_HOLD, .runs = "job.go_on", .with = "job=@id", .when = "waiting", .label = N_("Goes on") },
		{ K_HOLD, .runs = "job.wait", .with = "job=@id", .ask = "reason note", .when = "!waiting",
		  .label = N_("Waits") },
		{ K_VOID, .runs = "job.back", .with = "job=@id", .when = "away", .label = N_("Is back") },
		{ K_VOID, .runs = "job.release", .with = "job=@id", .ask = "reason by expected_back",
		  .when = "!away", .label = N_("Out for a while") },
		{ K_MENU, .opens = "dispatch", .with = "job=@id" },
		{ K_MENU, .opens = "dispatched", .with = "job=@id" },
		{ K_MENU, .runs = "job.advise", .with = "job=@id", .ask = "text urgency",
		  .label = N_("Advise") },
		{ K_MENU, .opens = "finish", .with = "job=@id" },
		{ K_MENU, .opens = "check", .with = "job=@id" },
		{ K_MENU, .opens = "job_papers", .with = "job=@id" },
		{ K_HISTORY, .opens = "history", .with = "vehicle=@vehicle_id", .label = N_("History") },
		{ 0 },
	    },
};

LIST(wall) = {
	.title = N_("Board without names"),
	.menu = MENU_WORKSHOP,
	.code = 20,
	.words = "wall screen customers",
	.view = "wall",
	.ticks = true,
};
