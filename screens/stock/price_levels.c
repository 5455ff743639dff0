/* price_levels.c - levels A to E, and which class of customers has which. */
#include "screens/screens.h"

LIST(price_levels) = {
	.title = N_("Price levels"),
	.menu = MENU_STOCK,
	.code = 56,
	.words = "levels wholesale agent",
	.view = "price_levels",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "price_level_change", .with = "level=@id", .label = N_("Change") },
		{ K_MENU, .opens = "customer_classes" },
		{ 0 },
	    },
};

FORM(price_level_change) = {
	.title = N_("Change a price level"),
	.param = "level",
	.runs = "price_level.change",
	.from = "price_levels",
	.state = "code",
	.layout = { "title", "basis factor", 0 },
};

LIST(customer_classes) = {
	.title = N_("Customer classes"),
	.view = "customer_classes",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "customer_class_change", .with = "class=@id", .label = N_("Change") },
		{ 0 },
	    },
};

FORM(customer_class_change) = {
	.title = N_("Change a customer class"),
	.param = "class",
	.runs = "customer_class.change",
	.from = "customer_classes",
	.state = "code",
	.layout = { "title", "level", 0 },
};
