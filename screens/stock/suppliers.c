/* suppliers.c - whom the shop buys from. */
#include "screens/screens.h"

LIST(suppliers) = {
	.title = N_("Suppliers"),
	.menu = MENU_STOCK,
	.code = 45,
	.view = "suppliers",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "supplier_change", .with = "supplier=@id", .label = N_("Change") },
		{ K_NEW, .opens = "supplier_new", .scope = SCOPE_ALL },
		{ K_NEXT, .opens = "purchase", .with = "supplier=@id" },
		{ K_MENU, .opens = "receive", .with = "supplier=@id" },
		{ K_MENU, .opens = "order_new", .with = "supplier=@id" },
		{ K_MENU, .opens = "pay_supplier", .with = "supplier=@id" },
		{ 0 },
	    },
};

#define SUPPLIER_ROWS "name phone", "contact address+", "terms limit", "tax_no", "note*3+", "same_phone"

FORM(supplier_new) = {
	.title = N_("New supplier"),
	.runs = "supplier.add",
	.makes = "suppliers",
	.layout = { SUPPLIER_ROWS, 0 },
};

FORM(supplier_change) = {
	.title = N_("Change a supplier"),
	.param = "supplier",
	.runs = "supplier.change",
	.from = "suppliers",
	.layout = { SUPPLIER_ROWS, "no_terms", 0 },
};
