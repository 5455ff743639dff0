/* payments.c - what was taken and given back. */
#include "screens/screens.h"

LIST(payments) = {
	.title = N_("Payments"),
	.menu = MENU_MONEY,
	.code = 62,
	.words = "receipts",
	.view = "payments",
};
