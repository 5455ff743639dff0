/* receivables.c - who owes, how much, since when. */
#include "screens/screens.h"

LIST(receivables) = {
	.title = N_("Receivables"),
	.menu = MENU_MONEY,
	.code = 63,
	.words = "debts",
	.view = "receivables",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "bills", .with = "party=@id", .label = N_("Open bills") },
		{ K_NEXT, .opens = "party_pay", .with = "party=@id", .label = N_("Payment") },
		{ 0 },
	    },
};
