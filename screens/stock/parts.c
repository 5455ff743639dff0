/* parts.c - the parts, their prices and what is on hand. */
#include "screens/screens.h"

LIST(parts) = {
	.title = N_("Parts"),
	.menu = MENU_STOCK,
	.code = 41,
	.view = "parts",
	.keys = (const struct key[]){
		{ K_ENTER, .opens = "stock_moves", .with = "part=@id", .label = N_("Movements") },
		{ K_HISTORY, .opens = "stock_moves", .with = "part=@id", .label = N_("Movements") },
		{ 0 },
	},
};
