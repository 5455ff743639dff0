/* payables.c - what the shop owes, and paying it. */
#include "screens/screens.h"

LIST(payables) = {
	.title = N_("Payables"),
	.menu = MENU_MONEY,
	.code = 60,
	.words = "creditors",
	.right = "cost.see",
	.view = "payables",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "open_payables", .with = "supplier=@id", .label = N_("Documents") },
		{ K_NEXT, .opens = "pay_supplier", .with = "supplier=@id" },
		{ K_MENU, .opens = "supplier_refund", .with = "supplier=@id" },
		{ 0 },
	    },
};

LIST(open_payables) = {
	.title = N_("What we owe, by document"),
	.param = "supplier",
	.right = "cost.see",
	.view = "open_payables",
	.keys =
	    (const struct key[]){
		{ K_NEXT, .opens = "pay_supplier", .with = "supplier=@supplier_id" },
		{ K_SAVE, .opens = "pay_supplier",
		  .with = "supplier=@supplier_id bills.document=@document_id", .label = N_("Pay"),
		  .scope = SCOPE_MARKED },
		{ K_ENTER, .opens = "pay_supplier", .with = "supplier=@supplier_id document=@document_id",
		  .label = N_("Pay") },
		{ K_MENU, .opens = "supplier_refund", .with = "supplier=@supplier_id document=@document_id" },
		{ 0 },
	    },
};

FORM(pay_supplier) = {
	.title = N_("Pay a supplier"),
	.menu = MENU_MONEY,
	.words = "supplier payment",
	.runs = "purchase.pay",
	.layout = {
		"supplier document",
		"amount method",
		"discount prepaid",
		"reference ahead",
		"remark+",
		"/ Several documents",
		"@bills*10",
		0,
	},
	.again = true,
};

FORM(supplier_refund) = {
	.title = N_("Money back from a supplier"),
	.menu = MENU_MONEY,
	.words = "supplier refund",
	.runs = "purchase.refund",
	.layout = { "supplier document", "amount method", "reference", "remark+", 0 },
	.again = true,
};

FORM(balance_open) = {
	.title = N_("Opening balance of a party"),
	.menu = MENU_MONEY,
	.words = "opening balances",
	.runs = "balance.open",
	.layout = { "party amount", "original_no date", "due", "remark+", 0 },
	.again = true,
};
