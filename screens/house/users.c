/* users.c - the people, and what their roles may do. */
#include "screens/screens.h"

LIST(users) = {
	.title = N_("Users"),
	.menu = MENU_HOUSE,
	.code = 91,
	.words = "staff people",
	.view = "users",
};

LIST(roles) = {
	.title = N_("Roles"),
	.menu = MENU_HOUSE,
	.code = 92,
	.words = "rights permissions",
	.view = "roles",
	.keys = (const struct key[]){
		{ K_ENTER, .opens = "rights", .with = "role=@id", .label = N_("Rights") },
		{ 0 },
	},
};

LIST(rights) = {
	.title = N_("Rights of a role"),
	.param = "role",
	.view = "rights",
};
