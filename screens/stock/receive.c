/* receive.c - goods come in: from a supplier, or that were there before the program. */
#include "screens/screens.h"

FORM(receive) = {
	.title = N_("Receive goods"),
	.menu = MENU_STOCK,
	.code = 44,
	.words = "purchase delivery",
	.runs = "purchase.receive",
	.layout = {
		"supplier original_no",
		"original_date warehouse",
		"@lines*12",
		0,
	},
	.again = true,
};

FORM(stock_open) = {
	.title = N_("Opening stock"),
	.menu = MENU_STOCK,
	.code = 48,
	.runs = "stock.open",
	.layout = { "part warehouse", "qty cost", 0 },
	.again = true,
};
