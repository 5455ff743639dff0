/* bills.c - what is still open, bill by bill: ticked and paid, put on one bill, closed. */
#include "screens/screens.h"

LIST(bills) = {
	.title = N_("Open bills"),
	.menu = MENU_MONEY,
	.code = 64,
	.words = "unpaid tick",
	.view = "open_bills",
	.keys =
	    (const struct key[]){
		{ K_SAVE, .opens = "party_pay", .with = "party=@party_id bills.document=@document_id",
		  .label = N_("Payment"), .scope = SCOPE_MARKED },
		{ K_NEXT, .opens = "combine", .with = "party=@party_id bills.document=@document_id",
		  .label = N_("One bill"), .scope = SCOPE_MARKED },
		{ K_MENU, .opens = "claim", .with = "insurer=@party_id bills.document=@document_id",
		  .when = "insurer", .scope = SCOPE_MARKED },
		{ K_MENU, .opens = "write_off", .with = "party=@party_id bills.document=@document_id",
		  .scope = SCOPE_MARKED },
		{ 0 },
	    },
};

LIST(collectives) = {
	.title = N_("Collective bills"),
	.menu = MENU_MONEY,
	.words = "combined monthly",
	.view = "collectives",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "collective_bills", .with = "collective=@collective",
		  .label = N_("Bills") },
		{ K_SAVE, .opens = "pay", .with = "party=@party_id bills.document=@document_id",
		  .label = N_("Pay"), .when = "open", .scope = SCOPE_MARKED },
		{ K_NEW, .opens = "combine", .scope = SCOPE_ALL },
		{ K_VOID, .opens = "reverse", .with = "document=@document_id", .when = "stands" },
		{ 0 },
	    },
};

LIST(collective_bills) = {
	.title = N_("Bills of a collective bill"),
	.param = "collective",
	.pick = "collectives",
	.view = "collective_bills",
	.keys =
	    (const struct key[]){
		{ K_SAVE, .opens = "pay", .with = "party=@party_id bills.document=@document_id",
		  .label = N_("Pay"), .when = "open", .scope = SCOPE_MARKED },
		{ 0 },
	    },
};

FORM(combine) = {
	.title = N_("Collective bill"),
	.menu = MENU_MONEY,
	.words = "combine",
	.runs = "bill.combine",
	.opens = "collectives",
	.layout = {
		"party",
		"@bills*12",
		"remark+",
		0,
	},
	.again = true,
};

LIST(write_offs) = {
	.title = N_("Claims and write-offs"),
	.menu = MENU_MONEY,
	.code = 88,
	.words = "bad debt insurer shortfall",
	.view = "write_offs",
	.keys =
	    (const struct key[]){
		{ K_NEW, .opens = "claim", .scope = SCOPE_ALL },
		{ K_NEXT, .opens = "recover", .with = "document=@document_id", .when = "given_up" },
		{ K_MENU, .opens = "write_off", .scope = SCOPE_ALL },
		{ K_VOID, .opens = "reverse", .with = "document=@document_id", .when = "!reversed_by" },
		{ 0 },
	    },
};

FORM(claim) = {
	.title = N_("Close insurance claims"),
	.menu = MENU_MONEY,
	.words = "insurer claim",
	.runs = "claim.close",
	.opens = "write_offs",
	.layout = {
		"insurer",
		"@bills*7",
		"= Money",
		"method reference",
		"= The shortfall",
		"rest customer",
		"reason+",
		0,
	},
	.again = true,
};

FORM(write_off) = {
	.title = N_("Write a debt off"),
	.menu = MENU_MONEY,
	.words = "bad debt",
	.runs = "bill.write_off",
	.opens = "write_offs",
	.layout = { "party", "how amount", "reason+", "/ Bills", "@bills*10", 0 },
};

FORM(recover) = {
	.title = N_("Take in a debt that was given up"),
	.runs = "bill.recover",
	.layout = { "document", "method amount", "reference", 0 },
};
