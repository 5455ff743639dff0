/* insurers.c - the insurance companies that pay for repairs. */
#include "screens/screens.h"

LIST(insurers) = {
	.title = N_("Insurers"),
	.menu = MENU_CUSTOMERS,
	.code = 35,
	.words = "insurance companies",
	.view = "insurers",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "insurer_change", .with = "insurer=@id", .label = N_("Change") },
		{ K_NEW, .opens = "insurer_new", .scope = SCOPE_ALL },
		{ K_MENU, .opens = "agents", .with = "insurer=@id" },
		{ K_MENU, .opens = "contacts", .with = "party=@id" },
		{ K_MENU, .opens = "bills", .with = "party=@id", .label = N_("Open bills") },
		{ K_MENU, .opens = "pay", .with = "party=@id" },
		{ 0 },
	    },
};

#define INSURER_ROWS "name phone", "contact address+", "terms limit", "tax_no", "note*3+", "same_phone"

LIST(agents) = {
	.title = N_("Agents of insurers"),
	.view = "insurer_agents",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .runs = "agent.change", .with = "agent=@id ver=@ver", .ask = "rate phone active",
		  .label = N_("Change") },
		{ K_NEW, .opens = "agent_new", .with = "insurer=$insurer", .scope = SCOPE_ALL },
		{ 0 },
	    },
};

FORM(agent_new) = {
	.title = N_("New insurer's agent"),
	.runs = "agent.add",
	.makes = "insurer_agents",
	.layout = { "insurer", "name rate", "phone", 0 },
};

FORM(insurer_new) = {
	.title = N_("New insurer"),
	.runs = "insurer.add",
	.makes = "insurers",
	.layout = { INSURER_ROWS, 0 },
};

FORM(insurer_change) = {
	.title = N_("Change an insurer"),
	.param = "insurer",
	.runs = "insurer.change",
	.from = "insurers",
	.with = "terms=@terms_days",
	.layout = { INSURER_ROWS, "no_terms", 0 },
};
