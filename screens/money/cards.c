/* cards.c - member cards: issued, filled, used, emptied. */
#include "screens/screens.h"

LIST(cards) = {
	.title = N_("Member cards"),
	.menu = MENU_MONEY,
	.code = 89,
	.words = "members stored value",
	.view = "cards",
	.keys =
	    (const struct key[]){
		{ K_NEW, .opens = "card_issue", .scope = SCOPE_ALL, .label = N_("Issue") },
		{ K_NEXT, .opens = "top_up", .with = "card=@id", .label = N_("Top up") },
		{ K_ENTER, .opens = "card_moves", .with = "card=@id", .label = N_("History") },
		{ K_MENU, .opens = "card_change", .with = "card=@id", .label = N_("Change") },
		{ K_MENU, .opens = "card_refund", .with = "card=@id", .label = N_("Refund") },
		{ K_MENU, .opens = "top_ups", .with = "card=@id", .label = N_("Top-ups") },
		{ K_MENU, .opens = "card_levels", .label = N_("Levels"), .scope = SCOPE_ALL },
		{ 0 },
	    },
};

FORM(card_issue) = {
	.title = N_("Issue a member card"),
	.runs = "card.issue",
	.makes = "cards",
	.opens = "top_up",
	.goes = "card=%id",
	.layout = { "customer", "level", "number valid", 0 },
};

FORM(card_change) = {
	.title = N_("Change a member card"),
	.param = "card",
	.runs = "card.change",
	.from = "cards",
	.state = "number",
	.layout = { "level", "state valid", 0 },
};

FORM(top_up) = {
	.title = N_("Top up a member card"),
	.words = "recharge",
	.runs = "card.top_up",
	.layout = { "card", "amount gift", "method tendered", "reference", "remark+", 0 },
	.again = true,
};

FORM(card_refund) = {
	.title = N_("Refund a member card"),
	.param = "card",
	.runs = "card.refund",
	.layout = { "amount method", "reference", "reason+", 0 },
};

LIST(top_ups) = {
	.title = N_("Top-ups"),
	.menu = MENU_MONEY,
	.words = "top-ups invoice stored value",
	.view = "top_ups",
	.prints = "top_up",
	.keys =
	    (const struct key[]){
		{ K_NEXT, .opens = "invoice_top_up", .with = "top_up=@id", .label = N_("Invoice") },
		{ K_ENTER, .opens = "invoice_top_up", .with = "top_up=@id", .label = N_("Invoice") },
		{ K_VOID, .opens = "reverse", .with = "document=@id" },
		{ 0 },
	    },
};

FORM(invoice_top_up) = {
	.title = N_("Invoice a top-up"),
	.param = "top_up",
	.runs = "invoice.top_up",
	.layout = { "top_up", "amount type", "title+", "tax_no", "code invoice_no", "remark+", 0 },
};

LIST(card_moves) = {
	.title = N_("History of a card"),
	.view = "card_moves",
	.keys =
	    (const struct key[]){
		{ K_VOID, .opens = "reverse", .with = "document=@document_id" },
		{ 0 },
	    },
};

LIST(card_levels) = {
	.title = N_("Card levels"),
	.menu = MENU_HOUSE,
	.words = "member discount",
	.view = "card_levels",
	.keys =
	    (const struct key[]){
		{ K_NEW, .opens = "card_level_add", .label = N_("New level"), .scope = SCOPE_ALL },
		{ K_ENTER, .opens = "card_level_change", .with = "level=@id", .label = N_("Change") },
		{ 0 },
	    },
};

FORM(card_level_add) = {
	.title = N_("New card level"),
	.runs = "card_level.add",
	.makes = "card_levels",
	.layout = { "code", "name+", "labour_discount part_discount", "gift_rate", 0 },
};

FORM(card_level_change) = {
	.title = N_("Change a card level"),
	.param = "level",
	.runs = "card_level.change",
	.from = "card_levels",
	.state = "code",
	.layout = { "labour_discount part_discount", "gift_rate", 0 },
};
