/* accounts.c - the chart of accounts, and each account's ledger. */
#include "screens/screens.h"

LIST(accounts) = {
	.title = N_("Accounts"),
	.menu = MENU_MONEY,
	.code = 99,
	.words = "chart ledger books",
	.view = "accounts",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "account_change", .with = "account=@id", .label = N_("Rename") },
		{ 0 },
	    },
};

FORM(account_change) = {
	.title = N_("Rename an account"),
	.param = "account",
	.runs = "account.change",
	.from = "accounts",
	.state = "code",
	.layout = { "code title+", 0 },
};
