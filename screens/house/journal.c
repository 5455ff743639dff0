/* journal.c - who did what, when, and what it changed. */
#include "screens/screens.h"

LIST(journal) = {
	.title = N_("Journal"),
	.menu = MENU_HOUSE,
	.code = 96,
	.right = "journal.see",
	.words = "audit log",
	.view = "journal",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "journal_changes", .with = "seq=@seq", .label = N_("Changes") },
		{ 0 },
	    },
};

LIST(journal_changes) = {
	.title = N_("What a booking changed"),
	.right = "journal.see",
	.param = "seq",
	.view = "journal_changes",
};
