/* customers.c - people and firms whose cars come here. */
#include "screens/screens.h"

LIST(customers) = {
	.title = N_("Customers"),
	.menu = MENU_CUSTOMERS,
	.code = 31,
	.view = "customers",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "vehicles", .with = "customer=@id", .label = N_("Cars") },
		{ K_NEW, .opens = "customer_new", .scope = SCOPE_ALL },
		{ K_MENU, .opens = "customer_change", .with = "customer=@id", .label = N_("Change") },
		{ K_HISTORY, .opens = "jobs", .with = "customer=@id", .label = N_("History") },
		{ K_MENU, .opens = "bills", .with = "party=@id", .label = N_("Open bills") },
		{ K_MENU, .opens = "pay", .with = "party=@id" },
		{ K_MENU, .opens = "vehicle_new", .with = "customer=@id" },
		{ K_MENU, .opens = "contacts", .with = "party=@id" },
		{ K_MENU, .runs = "customer.merge", .with = "customer=@id", .ask = "into reason+",
		  .label = N_("A double of"),
		  .sure = N_("Cars, work orders and balances go to the other one; it can be parted again.") },
		{ K_MENU, .runs = "customer.erase", .with = "customer=@id", .ask = "reason+",
		  .label = N_("Forget"),
		  .sure =
		      N_("Name, phone and address are overwritten for ever; amounts stay in the books.") },
		{ 0 },
	    },
};

#define CUSTOMER_ROWS                                                                                        \
	"name phone", "class source", "contact birthday", "terms limit", "tax_no address+", "note*3+",       \
	    "no_calls same_phone"

FORM(customer_new) = {
	.title = N_("New customer"),
	.runs = "customer.add",
	.makes = "customers",
	.layout = { CUSTOMER_ROWS, 0 },
};

FORM(customer_change) = {
	.title = N_("Change a customer"),
	.param = "customer",
	.runs = "customer.change",
	.from = "customers",
	.with = "terms=@terms_days limit=@credit_limit",
	.layout = { CUSTOMER_ROWS, "no_terms", 0 },
};
