/* vehicles.c - the cars, and what was done to one. */
#include "screens/screens.h"

LIST(vehicles) = {
	.title = N_("Vehicles"),
	.menu = MENU_CUSTOMERS,
	.code = 32,
	.view = "vehicles",
	.words = "cars",
	.keys = (const struct key[]){
		{ K_ENTER, .opens = "history", .with = "vehicle=@id" },
		{ K_HISTORY, .opens = "history", .with = "vehicle=@id", .label = N_("History") },
		{ K_MENU, .opens = "jobs", .with = "vehicle=@id", .label = N_("Work orders") },
		{ K_MENU, .opens = "reminders", .with = "vehicle=@id", .label = N_("Reminders") },
		{ 0 },
	},
};

LIST(history) = {
	.title = N_("What was done to a car"),
	.param = "vehicle",
	.view = "car_lines",
};
