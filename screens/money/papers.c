/* papers.c - what has been posted and waits for the printer. */
#include "screens/screens.h"

LIST(papers) = {
	.title = N_("Papers that wait"),
	.menu = MENU_MONEY,
	.code = 67,
	.words = "print queue",
	.view = "print_queue",
	.keys =
	    (const struct key[]){
		{ K_VOID, .runs = "print.drop", .with = "document=@document_id form=@template",
		  .label = N_("Do not print") },
		{ 0 },
	    },
};
