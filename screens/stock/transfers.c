/* transfers.c - goods on their way between the warehouses. */
#include "screens/screens.h"

LIST(transfers) = {
	.title = N_("Transfers"),
	.menu = MENU_STOCK,
	.code = 50,
	.words = "van outlet move",
	.view = "transfers",
	.keys =
	    (const struct key[]){
		{ K_NEXT, .opens = "transfer_receive", .with = "transfer=@id", .when = "open" },
		{ K_ENTER, .opens = "transfer_lines", .with = "transfer=@id", .label = N_("Parts") },
		{ K_NEW, .opens = "transfer_send", .scope = SCOPE_ALL },
		{ K_VOID, .opens = "reverse", .with = "document=@id" },
		{ 0 },
	    },
};

LIST(transfer_lines) = {
	.title = N_("Parts of a transfer"),
	.param = "transfer",
	.view = "transfer_lines",
};

FORM(transfer_send) = {
	.title = N_("Send a transfer"),
	.runs = "transfer.send",
	.layout = { "from to", "carrier", "@lines*12", 0 },
	.again = true,
};

FORM(transfer_receive) = {
	.title = N_("Receive a transfer"),
	.param = "transfer",
	.pick = "transfers_open",
	.runs = "transfer.receive",
	.layout = { "transfer how", "@lines*12", 0 },
};
