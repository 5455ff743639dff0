/* board.c - the cars in the house and what each is waiting for. */
#include "screens/screens.h"

LIST(board) = {
	.title = N_("Cars in the house"),
	.menu = MENU_WORKSHOP,
	.code = 22,
	.words = "house today",
	.view = "open_jobs",
	.keys = (const struct key[]){
		{ K_ENTER, .opens = "@next", .with = "job=@id" },
		{ K_NEXT, .opens = "@next", .with = "job=@id" },
		{ K_NEW, .opens = "reception", .scope = SCOPE_ALL },
		{ K_MENU, .opens = "job_papers", .with = "job=@id" },
		{ K_HISTORY, .opens = "history", .with = "vehicle=@vehicle_id", .label = N_("History") },
		{ 0 },
	},
};
