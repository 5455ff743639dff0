/* plan.c - what should be bought, what the workshop asks for, and what has come for it. */
#include "screens/screens.h"

LIST(plan) = {
	.title = N_("Purchase plan"),
	.menu = MENU_STOCK,
	.code = 57,
	.words = "wants reorder",
	.view = "wants",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .runs = "purchase.order_want", .with = "want=@id ver=@ver",
		  .label = N_("Order now"), .ask = "supplier part qty cost" },
		{ K_SAVE, .runs = "purchase.order_want", .with = "want=@id", .label = N_("Order now"),
		  .scope = SCOPE_MARKED },
		{ K_NEW, .opens = "plan_new", .label = N_("Plan"), .scope = SCOPE_ALL },
		{ K_VOID, .runs = "want.drop", .with = "want=@id ver=@ver", .ask = "reason+",
		  .label = N_("Drop") },
		{ K_NEXT, .opens = "orders", .scope = SCOPE_ALL },
		{ K_MENU, .runs = "want.change", .with = "want=@id ver=@ver",
		  .ask = "part qty supplier urgent", .label = N_("Change") },
		{ K_MENU, .opens = "price_compare", .with = "part=@part_id", .when = "part_id" },
		{ K_MENU, .opens = "request", .scope = SCOPE_ALL },
		{ 0 },
	    },
};

FORM(plan_new) = {
	.title = N_("Plan purchases"),
	.runs = "purchase.plan",
	.opens = "plan",
	.layout = { "from days", "@lines*13", 0 },
};

FORM(request) = {
	.title = N_("Ask for parts"),
	.menu = MENU_WORKSHOP,
	.code = 80,
	.words = "order request urgent",
	.runs = "order.request",
	.opens = "arrived",
	.layout = { "job plate", "urgent need", "@lines*10", "remark+", 0 },
};

LIST(arrived) = {
	.title = N_("Parts that have come"),
	.menu = MENU_WORKSHOP,
	.code = 81,
	.words = "fetch collect",
	.view = "arrived",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .runs = "want.fetch", .with = "want=@id ver=@ver", .label = N_("Fetched") },
		{ K_SAVE, .runs = "want.fetch", .with = "want=@id", .label = N_("Fetched"),
		  .scope = SCOPE_MARKED },
		{ K_NEXT, .opens = "issue", .with = "job=@job_id", .when = "job_id" },
		{ K_NEW, .opens = "request", .scope = SCOPE_ALL },
		{ 0 },
	    },
};

LIST(price_compare) = {
	.title = N_("Suppliers of a part"),
	.param = "part",
	.pick = "parts",
	.view = "supplier_prices",
	.right = "cost.see",
	.keys =
	    (const struct key[]){
		{ K_NEW, .opens = "supplier_price", .with = "part=$part", .scope = SCOPE_ALL },
		{ 0 },
	    },
};
