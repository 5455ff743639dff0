/* settings.c - what this shop has decided. */
#include "screens/screens.h"

LIST(settings) = {
	.title = N_("Settings"),
	.menu = MENU_HOUSE,
	.code = 93,
	.view = "settings",
};
