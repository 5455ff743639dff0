/* bills.c - what is still open, bill by bill. */
#include "screens/screens.h"

LIST(bills) = {
	.title = N_("Open bills"),
	.menu = MENU_MONEY,
	.code = 64,
	.words = "unpaid",
	.view = "open_bills",
};
