/* jobs.c - all work orders. */
#include "screens/screens.h"

LIST(jobs) = {
	.title = N_("Work orders"),
	.menu = MENU_WORKSHOP,
	.code = 21,
	.words = "orders",
	.view = "jobs",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "@page", .with = "job=@id" },
		{ K_NEXT, .opens = "@next", .with = "job=@id" },
		{ K_NEW, .opens = "reception", .scope = SCOPE_ALL },
		{ K_MENU, .opens = "job_papers", .with = "job=@id" },
		{ K_VOID, .opens = "credit", .with = "job=@id", .when = "settled_on",
		  .label = N_("Give back") },
		{ K_MENU, .runs = "job.certify", .with = "job=@id", .label = N_("Certificate") },
		{ K_MENU, .opens = "reassign", .with = "job=@id", .when = "settled_on" },
		{ K_MENU, .opens = "supplement", .with = "job=@id", .when = "settled_on" },
		{ K_HISTORY, .opens = "history", .with = "vehicle=@vehicle_id", .label = N_("History") },
		{ 0 },
	    },
};

LIST(job_papers) = {
	.title = N_("Documents of a work order"),
	.param = "job",
	.pick = "jobs",
	.view = "job_documents",
	.keys =
	    (const struct key[]){
		{ K_VOID, .opens = "reverse", .with = "document=@id" },
		{ 0 },
	    },
};
