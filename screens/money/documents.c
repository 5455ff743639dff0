/* documents.c - everything that was posted, to be looked up and printed again. */
#include "screens/screens.h"

LIST(documents) = {
	.title = N_("Documents"),
	.menu = MENU_MONEY,
	.code = 95,
	.words = "print reprint vouchers",
	.view = "documents",
};
