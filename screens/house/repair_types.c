/* repair_types.c - what cars come for, and what follows from it. */
#include "screens/screens.h"

LIST(repair_types) = {
	.title = N_("Repair types"),
	.menu = MENU_HOUSE,
	.code = 97,
	.words = "service interval",
	.view = "repair_types",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "repair_type_change", .with = "repair_type=@id", .label = N_("Change") },
		{ 0 },
	    },
};

FORM(repair_type_change) = {
	.title = N_("Change a repair type"),
	.param = "repair_type",
	.runs = "repair_type.change",
	.from = "repair_types",
	.state = "code",
	.layout = { "complaint+", "service_days service_km", 0 },
};
