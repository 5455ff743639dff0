/* alarm.c - what runs short, and the stock as it was on a morning. */
#include "screens/screens.h"

LIST(stock_alarm) = {
	.title = N_("Parts under minimum"),
	.menu = MENU_STOCK,
	.code = 54,
	.words = "alarm low short reorder",
	.view = "stock_alarm",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "part_change", .with = "part=@id", .label = N_("Change") },
		{ K_HISTORY, .opens = "stock_moves", .with = "part=@id", .label = N_("Movements") },
		{ K_NEXT, .opens = "plan_new", .with = "from=limits", .scope = SCOPE_ALL },
		{ 0 },
	    },
};

LIST(stock_closes) = {
	.title = N_("Stock closes"),
	.menu = MENU_STOCK,
	.code = 55,
	.words = "month close",
	.view = "stock_closes",
	.keys =
	    (const struct key[]){
		{ K_NEW, .opens = "stock_close", .scope = SCOPE_ALL },
		{ 0 },
	    },
};

FORM(stock_close) = {
	.title = N_("Close the stock"),
	.runs = "stock.close",
	.layout = { "morning", 0 },
};
