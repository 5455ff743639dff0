/* gates.c - step-by-step mode: what each repair type asks for before the next step, and what the quality check looks at. */
#include "screens/screens.h"

LIST(gates) = {
	.title = N_("Step-by-step mode"),
	.menu = MENU_HOUSE,
	.code = 75,
	.words = "gates checklist quality",
	.view = "repair_gates",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .runs = "gate.set", .with = "gate=@gate repair_type=@code on=!@on",
		  .label = N_("On, off") },
		{ K_SPACE, .runs = "gate.set", .with = "gate=@gate repair_type=@code on=!@on",
		  .label = N_("On, off") },
		{ K_HISTORY, .opens = "check_items", .label = N_("Checklist"), .scope = SCOPE_ALL },
		{ 0 },
	    },
};

LIST(check_items) = {
	.title = N_("Points of the quality check"),
	.view = "check_items",
	.keys =
	    (const struct key[]){
		{ K_NEW, .runs = "check_item.add", .ask = "text+ repair_type", .label = N_("New"),
		  .scope = SCOPE_ALL },
		{ K_VOID, .runs = "check_item.drop", .with = "item=@id", .label = N_("No longer") },
		{ 0 },
	    },
};
