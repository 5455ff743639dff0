/* period.c - days that are closed stay as they are. */
#include "screens/screens.h"

FORM(period_close) = {
	.title = N_("Close a period"),
	.menu = MENU_MONEY,
	.code = 68,
	.words = "month close",
	.runs = "period.close",
	.layout = { "until", 0 },
};
