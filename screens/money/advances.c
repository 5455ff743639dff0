/* advances.c - money that waits: advances of customers, and deposits on things. */
#include "screens/screens.h"

LIST(advances) = {
	.title = N_("Advances"),
	.menu = MENU_MONEY,
	.code = 78,
	.words = "earnest prepaid",
	.view = "advances",
	.keys =
	    (const struct key[]){
		{ K_NEW, .opens = "advance", .label = N_("Take"), .scope = SCOPE_ALL },
		{ K_ENTER, .opens = "refund", .with = "document=@id", .label = N_("Refund") },
		{ K_NEXT, .opens = "refund", .with = "document=@id", .label = N_("Refund") },
		{ K_MENU, .opens = "advance_keep", .with = "document=@id", .label = N_("Keep it"),
		  .when = "forfeitable" },
		{ K_VOID, .opens = "reverse", .with = "document=@id" },
		{ 0 },
	    },
};

FORM(advance) = {
	.title = N_("Take an advance"),
	.runs = "payment.take",
	.with = "advance=yes",
	.layout = { "party", "amount method", "tendered reference", "forfeitable", "remark+", 0 },
	.again = true,
};

FORM(advance_keep) = {
	.title = N_("Keep earnest money"),
	.param = "document",
	.runs = "advance.keep",
	.layout = { "amount", "reason+", 0 },
};

LIST(deposits) = {
	.title = N_("Deposits on things"),
	.menu = MENU_MONEY,
	.code = 79,
	.words = "core key loaner",
	.view = "deposits",
	.keys =
	    (const struct key[]){
		{ K_NEW, .opens = "deposit_take", .label = N_("Take"), .scope = SCOPE_ALL },
		{ K_NEXT, .opens = "deposit_back", .with = "deposit=@id", .label = N_("Give back"),
		  .when = "open" },
		{ K_ENTER, .opens = "deposit_back", .with = "deposit=@id", .label = N_("Give back"),
		  .when = "open" },
		{ K_VOID, .opens = "reverse", .with = "document=@id" },
		{ K_MENU, .opens = "thing_kinds", .scope = SCOPE_ALL },
		{ 0 },
	    },
};

LIST(thing_kinds) = {
	.title = N_("Things that deposits are for"),
	.menu = MENU_HOUSE,
	.words = "deposit kinds loan car key battery",
	.view = "all_thing_kinds",
	.keys =
	    (const struct key[]){
		{ K_NEW, .opens = "thing_kind", .scope = SCOPE_ALL },
		{ K_ENTER, .runs = "deposit.kind_change", .with = "kind=@id", .ask = "title amount active",
		  .label = N_("Change") },
		{ 0 },
	    },
};

FORM(thing_kind) = {
	.title = N_("New thing for deposits"),
	.runs = "deposit.kind",
	.makes = "thing_kinds",
	.layout = { "code title+", "amount", 0 },
	.again = true,
};

FORM(deposit_take) = {
	.title = N_("Take a deposit on a thing"),
	.runs = "deposit.take",
	.layout = { "party", "kind thing+", "job", "amount method", "tendered reference", "remark+", 0 },
	.again = true,
};

FORM(deposit_back) = {
	.title = N_("Give a deposit back"),
	.param = "deposit",
	.runs = "deposit.back",
	.layout = { "amount keep", "method reference", "reason+", 0 },
};
