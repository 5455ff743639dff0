/* jobs.c - all work orders. */
#include "screens/screens.h"

LIST(jobs) = {
	.title = N_("Work orders"),
	.menu = MENU_WORKSHOP,
	.code = 21,
	.words = "orders",
	.view = "jobs",
	.keys = (const struct key[]){
		{ K_HISTORY, .opens = "history", .with = "vehicle=@vehicle_id", .label = N_("History") },
		{ 0 },
	},
};
