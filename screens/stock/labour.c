/* labour.c - the labour items and their prices. */
#include "screens/screens.h"

LIST(labour) = {
	.title = N_("Labour"),
	.menu = MENU_STOCK,
	.code = 42,
	.words = "jobs times",
	.view = "labour",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "labour_change", .with = "labour=@id", .label = N_("Change") },
		{ K_NEW, .opens = "labour_new", .scope = SCOPE_ALL },
		{ 0 },
	    },
};

FORM(labour_new) = {
	.title = N_("New labour item"),
	.runs = "labour.add",
	.makes = "labour",
	.layout = { "code", "name+", "hours price", "category", 0 },
	.again = true,
};

FORM(labour_change) = {
	.title = N_("Change a labour item"),
	.param = "labour",
	.runs = "labour.change",
	.from = "labour",
	.state = "code",
	.layout = { "name+", "hours price", "category", 0 },
};
