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
		{ K_NEXT, .opens = "part_card", .with = "part=@id", .label = N_("Part card") },
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

LIST(part_card) = {
	.title = N_("Card of a part"),
	.menu = MENU_STOCK,
	.param = "part",
	.pick = "parts",
	.words = "card free committed expected",
	.view = "part_card",
	.prints = "part_label",
	.state = "code",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "stock_moves", .with = "part=@part_id warehouse=@warehouse_id",
		  .label = N_("Movements") },
		{ K_NEXT, .opens = "part_change", .with = "part=@part_id", .label = N_("Change") },
		{ K_HISTORY, .opens = "part_history", .with = "part=@part_id", .label = N_("Prices") },
		{ K_MENU, .opens = "price_compare", .with = "part=@part_id" },
		{ K_MENU, .opens = "part_prices", .with = "part=@part_id" },
		{ K_MENU, .opens = "batches", .with = "part=@part_id" },
		{ 0 },
	    },
};

LIST(part_history) = {
	.title = N_("Price history of a part"),
	.param = "part",
	.pick = "parts",
	.view = "price_history",
};

FORM(supplier_price) = {
	.title = N_("Price of a supplier"),
	.menu = MENU_STOCK,
	.words = "list quotation",
	.runs = "supplier.price",
	.layout = { "supplier+", "part number", "price from pack", 0 },
	.again = true,
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
