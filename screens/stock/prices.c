/* prices.c - prices change by a document. */
#include "screens/screens.h"

LIST(price_changes) = {
	.title = N_("Price changes"),
	.menu = MENU_STOCK,
	.code = 53,
	.view = "price_changes",
	.keys =
	    (const struct key[]){
		{ K_NEW, .opens = "price_change", .scope = SCOPE_ALL },
		{ 0 },
	    },
};

FORM(price_change) = {
	.title = N_("Change prices"),
	.runs = "price.change",
	.layout = { "level", "category factor", "@lines*12", 0 },
	.again = true,
};
