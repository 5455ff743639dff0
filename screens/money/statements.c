/* statements.c - statements of account, and agreeing on them line by line. */
#include "screens/screens.h"

LIST(statements) = {
	.title = N_("Statements of account"),
	.menu = MENU_MONEY,
	.words = "monthly reconcile",
	.view = "statements",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "statement_lines", .with = "statement=@statement", .label = N_("Lines") },
		{ K_NEW, .opens = "statement_new", .scope = SCOPE_ALL },
		{ 0 },
	    },
};

LIST(statement_lines) = {
	.title = N_("Lines of a statement"),
	.param = "statement",
	.pick = "statements",
	.view = "statement_lines",
	.keys =
	    (const struct key[]){
		{ K_SPACE, .runs = "statement.tick", .with = "party=@party_id document=@document_id",
		  .when = "!agreed", .label = N_("Agreed") },
		{ K_SPACE, .runs = "statement.untick", .with = "party=@party_id document=@document_id",
		  .when = "agreed", .label = N_("Not agreed") },
		{ 0 },
	    },
};

FORM(statement_new) = {
	.title = N_("Draw up a statement"),
	.menu = MENU_MONEY,
	.words = "monthly",
	.runs = "statement.make",
	.opens = "statements",
	.layout = { "party", "from until", "remark+", 0 },
	.again = true,
};
