/* menus.c - what the menus are called. */
#include "screens/screens.h"

const char *const screen_menus[] = {
	N_("Workshop"), N_("Customers"), N_("Stock"), N_("Money"), N_("Reports"), N_("The house"), NULL,
};
