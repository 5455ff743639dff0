/* tills.c - the tills: opened with a float, closed by counting. */
#include "screens/screens.h"

LIST(till) = {
	.title = N_("Open tills"),
	.menu = MENU_MONEY,
	.code = 61,
	.words = "shift cash",
	.view = "open_shifts",
	.keys =
	    (const struct key[]){
		{ K_NEW, .opens = "till_open", .label = N_("Open a till"), .scope = SCOPE_ALL },
		{ K_NEXT, .opens = "till_close", .with = "till=@till_id", .label = N_("Close") },
		{ K_ENTER, .opens = "till_close", .with = "till=@till_id", .label = N_("Close") },
		{ 0 },
	    },
};

FORM(till_open) = {
	.title = N_("Open a till"),
	.menu = MENU_MONEY,
	.code = 65,
	.runs = "till.open",
	.layout = { "till", "float", 0 },
};

FORM(till_close) = {
	.title = N_("Close a till"),
	.menu = MENU_MONEY,
	.code = 66,
	.words = "shift count",
	.runs = "till.close",
	.layout = {
		"till",
		"= Counted",
		"counted",
		"wechat alipay card",
		"= Notes and coins",
		"@notes*8",
		"remark+",
		0,
	},
};
