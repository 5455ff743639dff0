/* tills.c - the tills that are open. */
#include "screens/screens.h"

LIST(till) = {
	.title = N_("Open tills"),
	.menu = MENU_MONEY,
	.code = 61,
	.words = "shift cash",
	.view = "open_shifts",
};
