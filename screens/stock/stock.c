/* stock.c - what is on hand where, and how it came to be. */
#include "screens/screens.h"

LIST(stock) = {
	.title = N_("Stock on hand"),
	.menu = MENU_STOCK,
	.code = 43,
	.view = "stock_on_hand",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "stock_moves", .with = "part=@part_id", .label = N_("Movements") },
		{ K_HISTORY, .opens = "stock_moves", .with = "part=@part_id", .label = N_("Movements") },
		{ 0 },
	    },
};

LIST(stock_moves) = {
	.title = N_("Movements of a part"),
	.param = "part",
	.view = "stock_moves",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "document_moves", .with = "document=@document_id",
		  .label = N_("Document") },
		{ 0 },
	    },
};
