/* payments.c - what was taken and given back. */
#include "screens/screens.h"

LIST(payments) = {
	.title = N_("Payments"),
	.menu = MENU_MONEY,
	.code = 62,
	.words = "receipts",
	.view = "payments",
	.keys =
	    (const struct key[]){
		{ K_NEW, .opens = "pay", .scope = SCOPE_ALL },
		{ K_MENU, .opens = "refund", .with = "document=@document_id" },
		{ K_VOID, .opens = "reverse", .with = "document=@document_id" },
		{ 0 },
	    },
};
