/* doubles.c - customers and cars that stand here twice. */
#include "screens/screens.h"

LIST(doubles) = {
	.title = N_("Doubles"),
	.menu = MENU_CUSTOMERS,
	.code = 40,
	.words = "duplicates merge same phone vin",
	.view = "duplicates",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .runs = "customer.merge", .with = "customer=@id into=@other_id", .ask = "reason+",
		  .label = N_("Make one"), .when = "customer",
		  .sure = N_("Cars, work orders and balances go to the other one; it can be parted again.") },
		{ K_ENTER, .runs = "vehicle.merge", .with = "vehicle=@id into=@other_id", .ask = "reason+",
		  .label = N_("Make one"), .when = "vehicle",
		  .sure = N_("Its visits go to the other one; it can be parted again.") },
		{ K_HISTORY, .opens = "history", .with = "vehicle=@vehicle", .label = N_("History"),
		  .when = "vehicle" },
		{ K_HISTORY, .opens = "jobs", .with = "customer=@customer", .label = N_("History"),
		  .when = "customer" },
		{ K_MENU, .opens = "merges", .scope = SCOPE_ALL },
		{ 0 },
	    },
};

LIST(merges) = {
	.title = N_("What was made one"),
	.view = "merges",
	.keys =
	    (const struct key[]){
		{ K_VOID, .runs = "merge.undo", .with = "merge=@id ver=@ver", .label = N_("Part again"),
		  .when = "stands", .sure = N_("All that went over goes back to where it was.") },
		{ 0 },
	    },
};
