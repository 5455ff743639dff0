/* issue.c - parts go from the store to a work order and come back. */
#include "screens/screens.h"

FORM(issue) = {
	.title = N_("Issue parts"),
	.menu = MENU_WORKSHOP,
	.code = 14,
	.param = "job",
	.pick = "open_jobs",
	.state = "number",
	.runs = "stock.issue",
	.head = "job_head",
	.opens = "finish",
	.goes = "job=$job",
	.layout = {
		"=number =plate =customer",
		"picker warehouse",
		"@lines*10",
		0,
	},
	.keys = (const struct key[]){
		{ K_HISTORY, .opens = "history", .with = "vehicle=@vehicle_id", .label = N_("History"), .scope = SCOPE_ALL },
		{ K_VOID, .opens = "return", .with = "job=$job", .label = N_("Return"), .scope = SCOPE_ALL },
		{ K_NEW, .runs = "purchase.short", .with = "job=$job", .label = N_("Order short"), .scope = SCOPE_ALL },
		{ 0 },
	},
};

FORM(return) = {
	.title = N_("Return parts"),
	.param = "job",
	.pick = "open_jobs",
	.menu = MENU_WORKSHOP,
	.code = 24,
	.state = "number",
	.runs = "stock.return",
	.head = "job_head",
	.layout = {
		"=number =plate =customer",
		"@lines*10",
		0,
	},
};
