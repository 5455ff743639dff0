/* period.c - the end of a day and of a month; days that are closed stay as they are. */
#include "screens/screens.h"

FORM(period_close) = {
	.title = N_("Close a period"),
	.menu = MENU_MONEY,
	.code = 68,
	.words = "month close",
	.runs = "period.close",
	.layout = { "until", 0 },
};

LIST(day_closes) = {
	.title = N_("Day closings"),
	.menu = MENU_MONEY,
	.words = "day close end",
	.view = "day_closes",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "day_close_sums", .with = "close=@id", .label = N_("Sums") },
		{ K_NEW, .opens = "day_close", .scope = SCOPE_ALL },
		{ K_NEXT, .opens = "open_ends", .scope = SCOPE_ALL },
		{ K_MENU, .opens = "month_close", .scope = SCOPE_ALL },
		{ K_MENU, .opens = "period_reopen", .scope = SCOPE_ALL },
		{ 0 },
	    },
};

LIST(day_close_sums) = {
	.title = N_("A day by method, cashier and department"),
	.param = "close",
	.view = "day_close_sums",
};

LIST(open_ends) = {
	.title = N_("Not done today"),
	.menu = MENU_MONEY,
	.words = "open ends",
	.view = "open_ends",
	.keys =
	    (const struct key[]){
		{ K_NEXT, .opens = "day_close", .scope = SCOPE_ALL },
		{ 0 },
	    },
};

FORM(day_close) = {
	.title = N_("Close the day"),
	.menu = MENU_MONEY,
	.words = "day close z",
	.runs = "day.close",
	.layout = { "day anyway", "remark+", 0 },
};

FORM(month_close) = {
	.title = N_("Close a month"),
	.menu = MENU_MONEY,
	.words = "month close",
	.runs = "month.close",
	.layout = { "month anyway", "remark+", 0 },
};

FORM(period_reopen) = {
	.title = N_("Open a closed period"),
	.menu = MENU_MONEY,
	.words = "reopen period",
	.right = "period.reopen",
	.runs = "period.reopen",
	.layout = { "from", "reason+", 0 },
};
