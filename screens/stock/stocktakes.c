/* stocktakes.c - counting, with a scanner or by hand, while sales go on. */
#include "screens/screens.h"

LIST(stocktakes) = {
	.title = N_("Stocktakes"),
	.menu = MENU_STOCK,
	.code = 51,
	.words = "stocktake inventory",
	.view = "stocktakes",
	.keys =
	    (const struct key[]){
		{ K_NEXT, .opens = "stocktake_count", .with = "stocktake=@id", .when = "open",
		  .label = N_("Count parts") },
		{ K_ENTER, .opens = "stocktake_lines", .with = "stocktake=@id", .label = N_("Parts") },
		{ K_NEW, .opens = "stocktake_open", .scope = SCOPE_ALL },
		{ K_MENU, .opens = "stocktake_approve", .with = "stocktake=@id", .when = "open" },
		{ K_VOID, .runs = "stocktake.drop", .with = "stocktake=@id", .label = N_("Drop"),
		  .when = "open", .sure = N_("Drop this stocktake? What was counted is not booked.") },
		{ 0 },
	    },
};

LIST(stocktake_lines) = {
	.title = N_("Parts of a stocktake"),
	.param = "stocktake",
	.view = "stocktake_lines",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .runs = "stocktake.count", .with = "stocktake=$stocktake part=@code",
		  .ask = "counted", .label = N_("Count parts") },
		{ K_NEW, .opens = "stocktake_count", .with = "stocktake=$stocktake", .label = N_("Scan"),
		  .scope = SCOPE_ALL },
		{ K_NEXT, .opens = "stocktake_approve", .with = "stocktake=$stocktake", .scope = SCOPE_ALL },
		{ K_HISTORY, .opens = "stock_moves", .with = "part=@part_id", .label = N_("Movements") },
		{ 0 },
	    },
};

FORM(stocktake_open) = {
	.title = N_("Open a stocktake"),
	.runs = "stocktake.open",
	.layout = { "warehouse scope", "bin blind", "title+", "@lines*8", 0 },
	.opens = "stocktake_lines",
	.goes = "stocktake=%id",
};

FORM(stocktake_count) = {
	.title = N_("Count a part"),
	.param = "stocktake",
	.pick = "stocktakes_open",
	.runs = "stocktake.count",
	.layout = { "stocktake", "part+", "counted batch add cost", 0 },
	.again = true,
	.opens = "stocktake_lines",
	.goes = "stocktake=$stocktake",
};

FORM(stocktake_approve) = {
	.title = N_("Approve a stocktake"),
	.param = "stocktake",
	.pick = "stocktakes_open",
	.runs = "stocktake.approve",
	.layout = { "stocktake", "uncounted", 0 },
};
