/* tills.c - the tills: opened with a float, money in and out, closed by counting, and what the closings said. */
#include "screens/screens.h"

LIST(till) = {
	.title = N_("Open tills"),
	.menu = MENU_MONEY,
	.code = 61,
	.words = "shift cash",
	.view = "open_shifts",
	.prints = "till_x",
	.keys =
	    (const struct key[]){
		{ K_NEW, .opens = "till_open", .label = N_("Open a till"), .scope = SCOPE_ALL },
		{ K_NEXT, .opens = "till_close", .with = "till=@till_id", .label = N_("Close") },
		{ K_ENTER, .opens = "till_close", .with = "till=@till_id", .label = N_("Close") },
		{ K_HOLD, .opens = "till_out", .with = "till=@till_id", .label = N_("Pay out") },
		{ K_MENU, .opens = "till_in", .with = "till=@till_id", .label = N_("Pay in") },
		{ K_MENU, .opens = "till_drop", .with = "till=@till_id", .label = N_("To the safe") },
		{ K_MENU, .opens = "till_moves", .with = "shift=@id", .label = N_("In and out") },
		{ K_HISTORY, .opens = "closings", .with = "till=@till_id" },
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
		"@others",
		"= Notes and coins",
		"@notes*8",
		"remark+",
		0,
	},
};

FORM(till_in) = {
	.title = N_("Pay into a till"),
	.runs = "till.pay_in",
	.layout = { "till", "amount", "reason", "remark+", 0 },
};

FORM(till_out) = {
	.title = N_("Pay out of a till"),
	.runs = "till.pay_out",
	.layout = { "till", "amount", "reason", "remark+", 0 },
};

FORM(till_drop) = {
	.title = N_("Bring cash to the safe"),
	.runs = "till.drop",
	.layout = { "till", "amount", "remark+", 0 },
};

LIST(till_moves) = {
	.title = N_("Money in and out of tills"),
	.view = "till_moves",
	.keys =
	    (const struct key[]){
		{ K_NEW, .opens = "till_out", .label = N_("Pay out"), .scope = SCOPE_ALL },
		{ K_HOLD, .opens = "till_in", .label = N_("Pay in"), .scope = SCOPE_ALL },
		{ K_VOID, .opens = "reverse", .with = "document=@document_id" },
		{ 0 },
	    },
};

LIST(closings) = {
	.title = N_("Till closings"),
	.menu = MENU_MONEY,
	.code = 49,
	.words = "z report over short",
	.view = "closings",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "till_causes", .with = "closing=@id", .label = N_("Causes"),
		  .when = "difference" },
		{ K_NEXT, .opens = "payments", .with = "shift=@shift_id", .label = N_("Payments") },
		{ K_MENU, .opens = "till_moves", .with = "shift=@shift_id", .label = N_("In and out") },
		{ 0 },
	    },
};

LIST(till_causes) = {
	.title = N_("What a difference may come from"),
	.param = "closing",
	.view = "till_causes",
};

LIST(till_list) = {
	.title = N_("Tills"),
	.menu = MENU_HOUSE,
	.words = "drawers",
	.view = "tills",
	.keys =
	    (const struct key[]){
		{ K_NEW, .opens = "till_add", .label = N_("New till"), .scope = SCOPE_ALL },
		{ K_ENTER, .opens = "closings", .with = "till=@id", .label = N_("Closings") },
		{ 0 },
	    },
};

FORM(till_add) = {
	.title = N_("New till"),
	.runs = "till.add",
	.makes = "tills",
	.layout = { "code", "name+", 0 },
};

LIST(till_reasons) = {
	.title = N_("Reasons for money in and out"),
	.menu = MENU_HOUSE,
	.words = "petty cash",
	.view = "till_reasons",
	.keys =
	    (const struct key[]){
		{ K_NEW, .opens = "till_reason", .label = N_("New reason"), .scope = SCOPE_ALL },
		{ 0 },
	    },
};

FORM(till_reason) = {
	.title = N_("New reason for a till"),
	.runs = "till.reason",
	.makes = "till_reasons",
	.layout = { "code comes", "name+", "account", 0 },
};
