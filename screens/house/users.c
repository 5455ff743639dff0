/* users.c - the people, and what their roles may do. */
#include "screens/screens.h"

LIST(users) = {
	.title = N_("Users"),
	.menu = MENU_HOUSE,
	.code = 91,
	.words = "staff people",
	.view = "users",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "user_change", .with = "user=@id", .label = N_("Change") },
		{ K_NEW, .opens = "user_new", .scope = SCOPE_ALL },
		{ K_VOID, .runs = "user.change", .with = "user=@id ver=@ver active=0", .when = "active",
		  .label = N_("Leaves") },
		{ K_VOID, .runs = "user.change", .with = "user=@id ver=@ver active=1", .when = "!active",
		  .label = N_("Works here again") },
		{ K_MENU, .runs = "user.change", .with = "user=@id ver=@ver", .ask = "pin",
		  .label = N_("New PIN") },
		{ 0 },
	    },
};

FORM(user_new) = {
	.title = N_("New person"),
	.runs = "user.add",
	.makes = "users",
	.layout = { "user name", "role pin", "phone lang", "technician account", 0 },
};

FORM(user_change) = {
	.title = N_("Change a person"),
	.param = "user",
	.runs = "user.change",
	.from = "users",
	.with = "name=@title",
	.layout = { "name role", "phone lang", "technician account", "active", 0 },
};

FORM(pin) = {
	.title = N_("Change my PIN"),
	.menu = MENU_HOUSE,
	.code = 98,
	.words = "password",
	.runs = "user.pin",
	.layout = { "old+", "pin", "again", 0 },
};

LIST(roles) = {
	.title = N_("Roles"),
	.menu = MENU_HOUSE,
	.code = 92,
	.words = "rights permissions",
	.view = "roles",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "rights", .with = "role=@id", .label = N_("Rights") },
		{ 0 },
	    },
};

LIST(rights) = {
	.title = N_("Rights of a role"),
	.param = "role",
	.view = "rights",
	.keys =
	    (const struct key[]){
		{ K_NEW, .runs = "role.grant", .with = "role=$role", .ask = "right+", .label = N_("Give"),
		  .scope = SCOPE_ALL },
		{ K_VOID, .runs = "role.revoke", .with = "role=$role right=@right",
		  .label = N_("Take away") },
		{ 0 },
	    },
};
