/* quick.c - from the door to the gate in one form: wash, tyre, oil. */
#include "screens/screens.h"

FORM(quick) = {
	.title = N_("Quick job"),
	.menu = MENU_WORKSHOP,
	.code = 38,
	.words = "wash tyre oil express",
	.runs = "job.quick",
	.tells = "car_brief",
	.tells_with = "plate=?plate",
	.again = true,
	.layout = {
		"plate odometer",
		"technician repair_type",
		"name phone",
		"@lines*6",
		"@pay",
		0,
	},
};
