/* repair_modes.c - the pricing rules of work orders, and how long the shop answers for its work. */
#include "screens/screens.h"

LIST(repair_modes) = {
	.title = N_("Repair modes"),
	.menu = MENU_HOUSE,
	.code = 30,
	.words = "pricing rules price factors claims",
	.view = "repair_modes",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "repair_mode_change", .with = "mode=@id", .label = N_("Change") },
		{ K_NEW, .opens = "repair_mode_new", .scope = SCOPE_ALL },
		{ K_MENU, .opens = "mode_prices", .with = "mode=@id", .label = N_("Own prices") },
		{ 0 },
	    },
};

FORM(repair_mode_new) = {
	.title = N_("New repair mode"),
	.runs = "repair_mode.add",
	.makes = "repair_modes",
	.layout = { "code title+", "parts_from parts labour", "bears payer+", "hide_amounts", 0 },
};

FORM(repair_mode_change) = {
	.title = N_("Change a repair mode"),
	.param = "mode",
	.runs = "repair_mode.change",
	.from = "repair_modes",
	.state = "code",
	.layout = { "parts_from parts labour", "bears payer+", "hide_amounts title+", 0 },
};

LIST(mode_prices) = {
	.title = N_("A mode's own prices"),
	.param = "mode",
	.view = "mode_prices",
	.keys =
	    (const struct key[]){
		{ K_NEW, .opens = "mode_price", .with = "mode=$mode", .scope = SCOPE_ALL },
		{ 0 },
	    },
};

FORM(mode_price) = {
	.title = N_("A mode's own price"),
	.param = "mode",
	.runs = "repair_mode.price",
	.layout = { "part+", "labour+", "price", 0 },
	.again = true,
};

FORM(warranty) = {
	.title = N_("Warranty of the work"),
	.menu = MENU_HOUSE,
	.code = 73,
	.words = "warranty guarantee",
	.runs = "warranty.set",
	.layout = { "part+", "labour+", "repair_type", "days km", 0 },
	.again = true,
};
