/* reminders.c - whom to call, and when. */
#include "screens/screens.h"

LIST(reminders) = {
	.title = N_("Reminders"),
	.menu = MENU_CUSTOMERS,
	.code = 33,
	.view = "reminders_due",
	.keys = (const struct key[]){
		{ K_HISTORY, .opens = "history", .with = "vehicle=@vehicle_id", .label = N_("History") },
		{ 0 },
	},
};
