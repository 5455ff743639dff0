/* board.c - the cars in the house and what each is waiting for. */
#include "screens/screens.h"

LIST(board) = {
	.title = N_("Cars in the house"),
	.menu = MENU_WORKSHOP,
	.code = 22,
	.view = "open_jobs",
};
