/* advice.c - what the workshop advises for the next visit. */
#include "screens/screens.h"

LIST(advice) = {
	.title = N_("Advice for next visit"),
	.menu = MENU_CUSTOMERS,
	.code = 39,
	.words = "advise recommended",
	.view = "advice",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .runs = "advice.close", .with = "advice=@id ver=@ver", .label = N_("Done") },
		{ K_VOID, .runs = "advice.close", .with = "advice=@id ver=@ver dropped=1",
		  .label = N_("Drop") },
		{ 0 },
	    },
};
