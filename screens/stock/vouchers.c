/* vouchers.c - goods that come and go without a purchase or a sale. */
#include "screens/screens.h"

LIST(vouchers) = {
	.title = N_("Other stock movements"),
	.menu = MENU_STOCK,
	.code = 52,
	.words = "writeoff auxiliary internal",
	.view = "vouchers",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "document_moves", .with = "document=@id", .label = N_("Parts") },
		{ K_NEW, .opens = "stock_out", .scope = SCOPE_ALL },
		{ K_MENU, .opens = "stock_in", .scope = SCOPE_ALL },
		{ K_MENU, .opens = "stock_loss", .scope = SCOPE_ALL },
		{ K_MENU, .opens = "stock_aux", .scope = SCOPE_ALL },
		{ K_VOID, .opens = "reverse", .with = "document=@id" },
		{ 0 },
	    },
};

LIST(document_moves) = {
	.title = N_("What a document moved"),
	.param = "document",
	.view = "document_moves",
};

FORM(stock_in) = {
	.title = N_("Other stock-in"),
	.runs = "stock.in",
	.layout = { "reason warehouse", "picker", "@lines*12", 0 },
	.again = true,
};

FORM(stock_out) = {
	.title = N_("Other stock-out"),
	.runs = "stock.out",
	.layout = { "reason warehouse", "picker", "@lines*12", 0 },
	.again = true,
};

FORM(stock_loss) = {
	.title = N_("Write goods off"),
	.runs = "stock.loss",
	.layout = { "reason warehouse", "@lines*12", 0 },
	.again = true,
};

FORM(stock_aux) = {
	.title = N_("Auxiliary material"),
	.runs = "stock.aux",
	.layout = { "picker warehouse", "@lines*12", 0 },
	.again = true,
};
