/* reports.c - the list of all reports, and the figures that the owner looks at first. */
#include "screens/screens.h"

#include "ui/palette.h"

LIST(owner) = {
	.title = N_("The owner's figures"),
	.menu = MENU_REPORTS,
	.code = 72,
	.words = "boss turnover today month",
	.right = "report.owner",
	.view = "owner",
};

SCREEN(reports) = {
	.title = N_("Reports"),
	.menu = MENU_REPORTS,
	.code = 71,
	.words = "statistics",
	.kind = &palette_kind,
};
