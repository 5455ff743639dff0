/* channels.c - what wallets and card terminals say and pay; and the ways to pay. */
#include "screens/screens.h"

LIST(channel_lines) = {
	.title = N_("Statements of channels"),
	.menu = MENU_MONEY,
	.words = "wechat alipay card match",
	.view = "channel_lines",
	.keys =
	    (const struct key[]){
		{ K_NEW, .opens = "channel_line", .label = N_("Line"), .scope = SCOPE_ALL },
		{ K_NEXT, .opens = "channel_pay", .label = N_("Transferred"), .scope = SCOPE_ALL },
		{ K_HISTORY, .opens = "channel_missing", .label = N_("Missing"), .scope = SCOPE_ALL },
		{ 0 },
	    },
};

LIST(channel_missing) = {
	.title = N_("Payments that no statement has"),
	.view = "channel_missing",
};

FORM(channel_line) = {
	.title = N_("Line of a channel's statement"),
	.runs = "channel.line",
	.layout = { "method day", "reference", "amount fee", 0 },
	.again = true,
};

FORM(channel_pay) = {
	.title = N_("Money from a channel"),
	.runs = "channel.pay",
	.layout = { "method until", "got all", "remark+", 0 },
};

LIST(methods) = {
	.title = N_("Ways to pay"),
	.menu = MENU_HOUSE,
	.words = "payment methods",
	.view = "pay_methods",
	.keys =
	    (const struct key[]){
		{ K_NEW, .opens = "method_add", .label = N_("New way"), .scope = SCOPE_ALL },
		{ K_ENTER, .opens = "method_change", .with = "method=@id", .label = N_("Change") },
		{ 0 },
	    },
};

FORM(method_change) = {
	.title = N_("Change a way to pay"),
	.param = "method",
	.runs = "method.change",
	.from = "pay_methods",
	.state = "code",
	.layout = { "title+", "taken needs_number", "drawer change", "channel place:4", "remark+", 0 },
};

FORM(method_add) = {
	.title = N_("New way to pay"),
	.runs = "method.add",
	.makes = "pay_methods",
	.layout = { "code title+", "till account", "needs_number channel", "drawer change", "place:4", 0 },
};
