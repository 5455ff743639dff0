/* reminders.c - whom to call and when, and what came of it. */
#include "screens/screens.h"

#define REMINDER_KEYS                                                                                        \
	{ K_ENTER, .runs = "reminder.done", .with = "reminder=@id ver=@ver", .ask = "again_on drop result+", \
	  .label = N_("Answer") },                                                                           \
	    { K_NEXT, .opens = "reception", .with = "plate=@plate" },                                        \
	    { K_HISTORY, .opens = "history", .with = "vehicle=@vehicle_id", .label = N_("History") },        \
	{                                                                                                    \
		K_MENU, .opens = "vehicle_change", .with = "vehicle=@vehicle_id",                            \
			.label = N_("Change the car")                                                        \
	}

LIST(reminders) = {
	.title = N_("Reminders"),
	.menu = MENU_CUSTOMERS,
	.code = 33,
	.words = "calls due service inspection",
	.view = "reminders_due",
	.keys =
	    (const struct key[]){
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

#define CALL "reminder=@id vehicle=@vehicle_id kind=@kind"

LIST(calls) = {
	.title = N_("To call today"),
	.menu = MENU_CUSTOMERS,
	.code = 36,
	.words = "phone due service inspection insurance",
	.view = "calls_due",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .runs = "reminder.call", .with = CALL, .ask = "result again_on words+",
		  .label = N_("Log a call") },
		{ K_HOLD, .runs = "reminder.call", .with = CALL " result=later", .ask = "again_on words+",
		  .label = N_("Another day") },
		{ K_NEXT, .opens = "reception", .with = "plate=@plate" },
		{ K_HISTORY, .opens = "history", .with = "vehicle=@vehicle_id", .label = N_("History") },
		{ K_MENU, .opens = "vehicle_change", .with = "vehicle=@vehicle_id",
		  .label = N_("Change the car") },
		{ K_MENU, .opens = "calls_made", .with = "vehicle=@vehicle_id",
		  .label = N_("Earlier calls") },
		{ K_MENU, .runs = "calls.deal", .scope = SCOPE_ALL },
		{ K_MENU, .opens = "lost", .scope = SCOPE_ALL },
		{ K_MENU, .opens = "newcomers", .scope = SCOPE_ALL },
		{ 0 },
	    },
};

LIST(lost) = {
	.title = N_("Lost customers"),
	.menu = MENU_CUSTOMERS,
	.words = "lost not seen come back",
	.view = "lost_customers",
	.right = "report.lost_customers",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .runs = "reminder.call", .with = "vehicle=@id kind=lost",
		  .ask = "result again_on words+", .label = N_("Log a call") },
		{ K_NEXT, .opens = "reception", .with = "plate=@plate" },
		{ K_HISTORY, .opens = "history", .with = "vehicle=@id", .label = N_("History") },
		{ K_MENU, .opens = "calls_made", .with = "vehicle=@id", .label = N_("Earlier calls") },
		{ 0 },
	    },
};

LIST(newcomers) = {
	.title = N_("New customers"),
	.menu = MENU_CUSTOMERS,
	.words = "new follow up welcome",
	.view = "new_customers",
	.right = "report.new_customers",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .runs = "reminder.call", .with = "vehicle=@vehicle_id kind=new",
		  .ask = "result again_on words+", .label = N_("Log a call"), .when = "vehicle_id" },
		{ K_HISTORY, .opens = "jobs", .with = "customer=@id", .label = N_("History") },
		{ K_MENU, .opens = "customer_change", .with = "customer=@id", .label = N_("Change") },
		{ 0 },
	    },
};

LIST(coming) = {
	.title = N_("Who said that they come"),
	.menu = MENU_CUSTOMERS,
	.words = "coming promised expected",
	.view = "coming",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .runs = "reminder.call", .with = "vehicle=@vehicle_id kind=service",
		  .ask = "result again_on words+", .label = N_("Log a call") },
		{ K_NEXT, .opens = "reception", .with = "plate=@plate" },
		{ K_HISTORY, .opens = "history", .with = "vehicle=@vehicle_id", .label = N_("History") },
		{ 0 },
	    },
};

LIST(members_due) = {
	.title = N_("Members to call"),
	.menu = MENU_CUSTOMERS,
	.words = "members cards birthday top up",
	.view = "members_due",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "cards", .with = "party=@party_id", .label = N_("Card") },
		{ K_HISTORY, .opens = "jobs", .with = "customer=@party_id", .label = N_("History") },
		{ K_MENU, .opens = "customer_change", .with = "customer=@party_id", .label = N_("Change") },
		{ 0 },
	    },
};

LIST(callers) = {
	.title = N_("Who calls"),
	.menu = MENU_CUSTOMERS,
	.code = 70,
	.words = "call duty quota staff deal",
	.view = "call_duties",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .runs = "calls.duty", .with = "person=@user_id kind=@kind_code", .ask = "a_day",
		  .label = N_("Change") },
		{ K_NEW, .runs = "calls.duty", .ask = "person kind a_day", .label = N_("New"),
		  .scope = SCOPE_ALL },
		{ K_VOID, .runs = "calls.duty", .with = "person=@user_id kind=@kind_code a_day=0",
		  .label = N_("Drop") },
		{ K_SAVE, .runs = "calls.deal", .label = N_("Deal out"), .scope = SCOPE_ALL },
		{ K_HISTORY, .opens = "calls_made", .label = N_("Calls"), .scope = SCOPE_ALL },
		{ 0 },
	    },
};

LIST(calls_made) = {
	.title = N_("Calls that were made"),
	.menu = MENU_CUSTOMERS,
	.code = 37,
	.view = "calls",
	.keys =
	    (const struct key[]){
		{ K_HISTORY, .opens = "history", .with = "vehicle=@vehicle_id", .label = N_("History") },
		{ 0 },
	    },
};

FORM(reminder_new) = {
	.title = N_("New reminder"),
	.runs = "reminder.add",
	.layout = { "vehicle", "on km", "text+", "kind", 0 },
};
