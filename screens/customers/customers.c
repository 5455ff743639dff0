/* customers.c - people and firms whose cars come here. */
#include "screens/screens.h"

LIST(customers) = {
	.title = N_("Customers"),
	.menu = MENU_CUSTOMERS,
	.code = 31,
	.view = "customers",
	.keys = (const struct key[]){
		{ K_ENTER, .opens = "vehicles", .with = "customer=@id" },
		{ K_MENU, .opens = "vehicles", .with = "customer=@id", .label = N_("Cars") },
		{ K_HISTORY, .opens = "jobs", .with = "customer=@id", .label = N_("History") },
		{ K_MENU, .opens = "bills", .with = "party=@id", .label = N_("Open bills") },
		{ 0 },
	},
};
