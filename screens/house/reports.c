/* reports.c - the list of all reports. */
#include "screens/screens.h"

#include "ui/palette.h"

SCREEN(reports) = {
	.title = N_("Reports"),
	.menu = MENU_REPORTS,
	.code = 71,
	.words = "statistics",
	.kind = &palette_kind,
};
