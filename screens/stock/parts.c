/* parts.c - the parts, their prices and what is on hand. */
#include "screens/screens.h"

LIST(parts) = {
	.title = N_("Parts"),
	.menu = MENU_STOCK,
	.code = 41,
	.view = "parts",
	.prints = "part_label",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "part_change", .with = "part=@id", .label = N_("Change") },
		{ K_NEW, .opens = "part_new", .scope = SCOPE_ALL },
		{ K_HISTORY, .opens = "stock_moves", .with = "part=@id", .label = N_("Movements") },
		{ K_MENU, .opens = "part_units", .with = "part=@id", .label = N_("Packages") },
		{ K_MENU, .opens = "part_names", .with = "part=@id", .label = N_("Other names") },
		{ K_MENU, .opens = "part_prices", .with = "part=@id", .label = N_("Prices") },
		{ K_MENU, .opens = "part_bins", .with = "part=@id", .label = N_("Bins") },
		{ K_MENU, .opens = "part_supersede", .with = "part=@id" },
		{ K_MENU, .opens = "price_compare", .with = "part=@id" },
		{ 0 },
	    },
};

#define PART_ROWS                                                                                            \
	"name+", "price unit", "barcode maker_no", "brand category", "bin min max", "~ grade step hot",      \
	    "~ companion core_price", "~ hint+ batch"

FORM(part_new) = {
	.title = N_("New part"),
	.runs = "part.add",
	.makes = "parts",
	.layout = { "code", PART_ROWS, 0 },
	.again = true,
};

FORM(part_change) = {
	.title = N_("Change a part"),
	.param = "part",
	.runs = "part.change",
	.from = "parts",
	.state = "code",
	.layout = { PART_ROWS, 0 },
};
