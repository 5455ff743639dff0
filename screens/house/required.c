/* required.c - the fields that this shop asks for beyond what the program needs. */
#include "screens/screens.h"

LIST(required) = {
	.title = N_("Required fields"),
	.menu = MENU_HOUSE,
	.code = 94,
	.words = "mandatory must",
	.view = "required_fields",
	.keys =
	    (const struct key[]){
		{ K_NEW, .runs = "required.set", .with = "required=1", .ask = "input+ repair_type",
		  .label = N_("Ask for it"), .scope = SCOPE_ALL },
		{ K_VOID, .runs = "required.set",
		  .with = "command=@command field=@field repair_type=@repair_type_id required=0",
		  .label = N_("No longer") },
		{ 0 },
	    },
};
