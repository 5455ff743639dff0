/* warehouses.c - the places where parts lie. */
#include "screens/screens.h"

LIST(warehouses) = {
	.title = N_("Warehouses"),
	.menu = MENU_STOCK,
	.code = 46,
	.words = "store van",
	.view = "warehouses",
	.keys =
	    (const struct key[]){
		{ K_NEW, .opens = "warehouse_new", .scope = SCOPE_ALL },
		{ 0 },
	    },
};

FORM(warehouse_new) = {
	.title = N_("New warehouse"),
	.runs = "warehouse.add",
	.layout = { "code kind", "name+", 0 },
};
