/* contacts.c - the people beside a customer, what they can be, and where customers come from. */
#include "screens/screens.h"

LIST(contacts) = {
	.title = N_("Contacts"),
	.view = "contacts",
	.words = "driver family fleet manager person",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "contact_change", .with = "contact=@id", .label = N_("Change") },
		{ K_NEW, .opens = "contact_new", .with = "party=$party", .scope = SCOPE_ALL },
		{ K_VOID, .runs = "contact.drop", .with = "contact=@id ver=@ver", .label = N_("Drop") },
		{ 0 },
	    },
};

FORM(contact_new) = {
	.title = N_("New contact"),
	.runs = "contact.add",
	.makes = "contacts",
	.layout = { "party", "name kind", "phone channel", "address+", "no_calls", "note+", 0 },
};

FORM(contact_change) = {
	.title = N_("Change a contact"),
	.param = "contact",
	.runs = "contact.change",
	.from = "contacts",
	.layout = { "name kind", "phone channel", "address+", "no_calls", "note+", 0 },
};

LIST(sources) = {
	.title = N_("Customer sources"),
	.menu = MENU_HOUSE,
	.code = 69,
	.words = "where customers come from channel",
	.view = "customer_sources",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .runs = "customer_source.change", .with = "source=@id ver=@ver", .ask = "name+",
		  .label = N_("Rename") },
		{ K_NEW, .runs = "customer_source.add", .ask = "code name+", .label = N_("New"),
		  .scope = SCOPE_ALL },
		{ K_MENU, .opens = "contact_kinds", .scope = SCOPE_ALL },
		{ 0 },
	    },
};

LIST(contact_kinds) = {
	.title = N_("Kinds of contacts"),
	.menu = MENU_HOUSE,
	.words = "driver family fleet",
	.view = "contact_kinds",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .runs = "contact_kind.change", .with = "kind=@id ver=@ver", .ask = "name+",
		  .label = N_("Rename") },
		{ K_NEW, .runs = "contact_kind.add", .ask = "code name+", .label = N_("New"),
		  .scope = SCOPE_ALL },
		{ 0 },
	    },
};
