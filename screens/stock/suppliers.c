/* suppliers.c - whom the shop buys from. */
#include "screens/screens.h"

LIST(suppliers) = {
	.title = N_("Suppliers"),
	.menu = MENU_STOCK,
	.code = 45,
	.view = "suppliers",
};
