/* labour.c - the labour items and their prices. */
#include "screens/screens.h"

LIST(labour) = {
	.title = N_("Labour"),
	.menu = MENU_STOCK,
	.code = 42,
	.words = "jobs times",
	.view = "labour",
};
