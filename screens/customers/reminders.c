/* reminders.c - whom to call and when, and what came of it. */
#include "screens/screens.h"

#define REMINDER_KEYS                                                                                                  \
	{ K_ENTER, .runs = "reminder.done", .with = "reminder=@id ver=@ver", .ask = "again_on drop result+",               \
	  .label = N_("Answer") },                                                                                         \
	    { K_NEXT, .opens = "reception", .with = "plate=@plate" },                                                        \
	    { K_HISTORY, .opens = "history", .with = "vehicle=@vehicle_id", .label = N_("History") },                        \
	    { K_MENU, .opens = "vehicle_change", .with = "vehicle=@vehicle_id", .label = N_("Change the car") }

LIST(reminders) = {
	.title = N_("Reminders"),
	.menu = MENU_CUSTOMERS,
	.code = 33,
	.words = "calls due service inspection",
	.view = "reminders_due",
	.keys = (const struct key[]){
		REMINDER_KEYS,
		{ K_NEW, .opens = "reminder_new", .with = "vehicle=$vehicle", .scope = SCOPE_ALL },
		{ 0 },
	},
};

LIST(followups) = {
	.title = N_("Follow-ups"),
	.menu = MENU_CUSTOMERS,
	.code = 34,
	.words = "calls",
	.view = "reminders_due",
	.with = "kind=followup",
	.keys = (const struct key[]){ REMINDER_KEYS, { 0 } },
};

FORM(reminder_new) = {
	.title = N_("New reminder"),
	.runs = "reminder.add",
	.layout = { "vehicle", "on km", "text+", "kind", 0 },
};
