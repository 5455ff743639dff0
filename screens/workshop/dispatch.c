/* dispatch.c - who does what, and the teams of the workshop. */
#include "screens/screens.h"

FORM(dispatch) = {
	.title = N_("Dispatch"),
	.menu = MENU_WORKSHOP,
	.code = 13,
	.param = "job",
	.pick = "open_jobs",
	.words = "technician team assign",
	.state = "number",
	.prints = "dispatch",
	.runs = "job.dispatch",
	.head = "job_head",
	.opens = "issue",
	.goes = "job=$job",
	.layout = {
		"=number =plate =customer",
		"line+",
		"technician team",
		"= Several share the work",
		"@workers*6",
		0,
	},
	.keys = (const struct key[]){
		{ K_HISTORY, .opens = "dispatched", .with = "job=$job", .label = N_("Who does what"), .scope = SCOPE_ALL },
		{ 0 },
	},
};

LIST(dispatched) = {
	.title = N_("Who does what"),
	.menu = MENU_WORKSHOP,
	.code = 23,
	.param = "job",
	.pick = "open_jobs",
	.words = "dispatch hours",
	.view = "dispatch_lines",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .runs = "job.dispatch", .with = "job=$job line=@id",
		  .ask = "technician team share", .label = N_("Dispatch") },
		{ K_NEW, .opens = "dispatch", .with = "job=$job line=@id", .label = N_("Several") },
		{ K_NEXT, .opens = "issue", .with = "job=$job", .scope = SCOPE_ALL },
		{ 0 },
	    },
};

LIST(teams) = {
	.title = N_("Teams"),
	.menu = MENU_WORKSHOP,
	.code = 29,
	.view = "teams",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .runs = "team.member", .with = "team=@id", .ask = "person+",
		  .label = N_("Joins") },
		{ K_VOID, .runs = "team.member", .with = "team=@id leaves=1", .ask = "person+",
		  .label = N_("Leaves the team") },
		{ K_NEW, .opens = "team_new", .scope = SCOPE_ALL },
		{ 0 },
	    },
};

FORM(team_new) = {
	.title = N_("New team"),
	.runs = "team.add",
	.makes = "teams",
	.layout = { "code", "name+", 0 },
};
