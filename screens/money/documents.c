/* documents.c - everything that was posted, to be looked up, printed again and reversed. */
#include "screens/screens.h"

LIST(documents) = {
	.title = N_("Documents"),
	.menu = MENU_MONEY,
	.code = 95,
	.words = "print reprint vouchers",
	.view = "documents",
	.keys =
	    (const struct key[]){
		{ K_VOID, .opens = "reverse", .with = "document=@id" },
		{ 0 },
	    },
};
