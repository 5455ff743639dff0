/* invoices.c - the register of invoices, and what is not yet invoiced. */
#include "screens/screens.h"

LIST(invoices) = {
	.title = N_("Invoices"),
	.menu = MENU_MONEY,
	.code = 74,
	.words = "invoice register tax",
	.view = "invoices",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "invoice_bills", .with = "invoice=@id", .label = N_("Bills") },
		{ K_NEW, .opens = "invoice", .scope = SCOPE_ALL },
		{ K_VOID, .opens = "invoice_void", .with = "invoice=@id" },
		{ K_NEXT, .opens = "invoice_red", .with = "invoice=@id" },
		{ K_MENU, .opens = "uninvoiced", .scope = SCOPE_ALL },
		{ K_MENU, .opens = "invoice_ranges", .scope = SCOPE_ALL },
		{ 0 },
	    },
};

LIST(invoice_bills) = {
	.title = N_("Bills of an invoice"),
	.param = "invoice",
	.view = "invoice_bills",
};

LIST(uninvoiced) = {
	.title = N_("Not yet invoiced"),
	.menu = MENU_MONEY,
	.words = "uninvoiced",
	.view = "uninvoiced",
	.keys =
	    (const struct key[]){
		{ K_NEXT, .opens = "invoice", .with = "bill=@id", .label = N_("Invoice") },
		{ K_ENTER, .opens = "invoice", .with = "bill=@id", .label = N_("Invoice") },
		{ K_SAVE, .opens = "invoice", .with = "party=@party_id", .label = N_("All of his") },
		{ 0 },
	    },
};

FORM(invoice) = {
	.title = N_("Issue an invoice"),
	.menu = MENU_MONEY,
	.code = 77,
	.words = "issue invoice",
	.runs = "invoice.issue",
	.layout = { "party bill", "type", "title+", "tax_no", "code invoice_no", "remark+", "/ Bills",
		    "@bills*12", 0 },
	.again = true,
};

FORM(invoice_void) = {
	.title = N_("Void an invoice"),
	.param = "invoice",
	.runs = "invoice.void",
	.layout = { "invoice", "reason+", 0 },
};

FORM(invoice_red) = {
	.title = N_("Red letter"),
	.param = "invoice",
	.runs = "invoice.red",
	.layout = { "invoice", "amount", "reason+", "code invoice_no", 0 },
};

LIST(invoice_ranges) = {
	.title = N_("Invoice numbers"),
	.view = "invoice_ranges",
	.keys =
	    (const struct key[]){
		{ K_NEW, .opens = "invoice_range", .scope = SCOPE_ALL },
		{ K_ENTER, .runs = "invoice.range_use", .with = "range=@id active=!@active",
		  .label = N_("Use or not") },
		{ 0 },
	    },
};

FORM(invoice_range) = {
	.title = N_("New range of invoice numbers"),
	.runs = "invoice.range",
	.layout = { "type", "code", "first last", 0 },
	.again = true,
};
