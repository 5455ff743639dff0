/* reception.c - a car comes in: whose it is, what it is here for, how it looks. */
#include "screens/screens.h"

FORM(reception) = {
	.title = N_("Reception"),
	.menu = MENU_WORKSHOP,
	.code = 11,
	.words = "receive car new job",
	.runs = "job.receive",
	.opens = "estimate",
	.goes = "job=%id",
	.tells = "car_brief",
	.tells_with = "plate=?plate",
	.layout = {
		"= Car",
		"plate vin",
		"make model",
		"odometer fuel key_tag",
		"unreadable km_reason",
		"= Customer",
		"name phone",
		"= What it is here for",
		"complaint*3+",
		"repair_type repair_mode",
		"promised_at advisor",
		"/ More",
		"customer payer",
		"bay",
		"belongings+",
		"condition*4+",
		"same_phone again",
		0,
	},
};
