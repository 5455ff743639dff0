/* purchases.c - what came from suppliers: looked up, sent back, invoiced. */
#include "screens/screens.h"

LIST(purchase) = {
	.title = N_("Purchase receipts"),
	.menu = MENU_STOCK,
	.code = 59,
	.words = "purchases receipts",
	.view = "purchases",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "receipt_goods", .with = "receipt=@id", .label = N_("Goods") },
		{ K_NEW, .opens = "receive", .scope = SCOPE_ALL },
		{ K_NEXT, .opens = "pay_supplier", .with = "supplier=@supplier_id" },
		{ K_VOID, .opens = "purchase_return", .with = "receipt=@id", .label = N_("Return goods") },
		{ K_SAVE, .opens = "purchase_invoice", .with = "receipt=@id", .label = N_("Invoice") },
		{ K_MENU, .opens = "purchase_freight", .with = "receipt=@id" },
		{ K_MENU, .opens = "reverse", .with = "document=@id" },
		{ 0 },
	    },
};

LIST(receipt_goods) = {
	.title = N_("Goods of a receipt"),
	.param = "receipt",
	.view = "receipt_goods",
	.prints = "part_label",
	.keys =
	    (const struct key[]){
		{ K_HISTORY, .opens = "price_compare", .with = "part=@part_id", .label = N_("Compare") },
		{ K_VOID, .opens = "purchase_return", .with = "receipt=$receipt", .label = N_("Return goods"),
		  .scope = SCOPE_ALL },
		{ 0 },
	    },
};

FORM(purchase_return) = {
	.title = N_("Return goods to a supplier"),
	.param = "receipt",
	.pick = "purchases",
	.runs = "purchase.return",
	.layout = { "receipt", "@lines*10", "reason+", 0 },
};

FORM(purchase_invoice) = {
	.title = N_("Supplier's invoice"),
	.menu = MENU_STOCK,
	.words = "invoice",
	.runs = "purchase.invoice",
	.layout = { "receipt invoice_no", "date tax", "@lines*9", "remark+",
		    "/ Several receipts on one invoice", "@receipts*10", 0 },
	.again = true,
};

FORM(purchase_freight) = {
	.title = N_("Freight on goods"),
	.param = "receipt",
	.pick = "purchases",
	.runs = "purchase.freight",
	.layout = { "receipt", "carrier original_no", "amount tax", "remark+", 0 },
};
