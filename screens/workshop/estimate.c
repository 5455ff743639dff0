/* estimate.c - the lines of a work order and their prices, settled with the customer line by line */
#include "screens/screens.h"

DOCUMENT(estimate) = {
	.title = N_("Estimate"),
	.menu = MENU_WORKSHOP,
	.code = 12,
	.param = "job",
	.pick = "open_jobs",
	.words = "quote lines work order",
	.prints = "estimate",
	.state = "state",
	.head = "job_head",
	.lines = "job_lines",
	.totals = "job_totals",
	.head_layout = { "=plate =model =customer", "=phone =repair_type =owed_total", "~ =declined_before =repair_mode", 0 },
	.head_edit = "job_change",
	.head_with = "job=$job",
	.entry = {
		.find = "billable",
		.with = "job=$job",
		.adds = {
			{ "labour", "job.labour", "job=$job labour=@id" },
			{ "part", "job.part", "job=$job part=@id qty=%n" },
			{ "package", "job.package", "job=$job package=@id" },
			{ "package_ask", "job.package", "job=$job package=@id", .ask = "@fits*6" },
		},
		.words = { NULL, "job.labour", "job=$job text=%text", .ask = "text+ price! technician" },
	},
	.quantity = { "qty", "job.line_qty", "job=$job line=@id ver=@ver qty=%text" },
	.price = { "price", "job.line_price", "job=$job line=@id ver=@ver price=%text" },
	.keys = (const struct key[]){
		{ K_SPACE, .runs = "job.line_switch", .with = "job=$job line=@id ver=@ver on=!@on", .label = N_("On, off") },
		{ K_VOID, .runs = "job.drop", .with = "job=$job line=@id ver=@ver", .ask = "reason+", .label = N_("Drop") },
		{ K_VOID, .runs = "job.decline", .with = "job=$job line=@id ver=@ver", .ask = "reason until",
		  .label = N_("Decline") },
		{ K_MENU, .runs = "job.decline", .with = "job=$job line=@id ver=@ver", .ask = "reason until",
		  .label = N_("Decline what is marked"), .scope = SCOPE_MARKED },
		{ K_MENU, .runs = "job.line_payer", .with = "job=$job line=@id ver=@ver", .ask = "bears payer free+",
		  .label = N_("Who bears it"), .scope = SCOPE_MARKED },
		{ K_MENU, .runs = "job.line_free", .with = "job=$job line=@id ver=@ver", .ask = "reason+",
		  .label = N_("Free of charge"), .scope = SCOPE_MARKED },
		{ K_MENU, .runs = "job.comeback", .with = "job=$job line=@id ver=@ver", .ask = "first bears cause reason+",
		  .label = N_("Comeback") },
		{ K_MENU, .runs = "job.sublet", .with = "job=$job", .ask = "supplier text+ cost price offer",
		  .label = N_("Sublet work"), .scope = SCOPE_ALL },
		{ K_MENU, .runs = "job.fee", .with = "job=$job", .ask = "text+ price pass_through", .label = N_("Fee"),
		  .scope = SCOPE_ALL },
		{ K_MENU, .runs = "job.part", .with = "job=$job", .ask = "text+ qty price!", .label = N_("Part in words"),
		  .scope = SCOPE_ALL },
		{ K_MENU, .runs = "job.own_part", .with = "job=$job", .ask = "text+ qty", .label = N_("Own part"),
		  .scope = SCOPE_ALL },
		{ K_MENU, .runs = "job.sublet_order", .with = "job=$job line=@id", .ask = "cost supplier",
		  .label = N_("Book sublet work"), .when = "unbooked" },
		{ K_MENU, .runs = "job.payer", .with = "job=$job", .ask = "party share excess claim_no po_no",
		  .label = N_("Share and excess"), .scope = SCOPE_ALL },
		{ K_HOLD, .opens = "declined_before", .with = "job=$job", .label = N_("Declined before"), .scope = SCOPE_ALL },
		{ K_MENU, .opens = "revisions", .with = "job=$job", .scope = SCOPE_ALL },
		{ K_MENU, .runs = "job.advise", .with = "job=$job", .ask = "text urgency", .label = N_("Advise"), .scope = SCOPE_ALL },
		{ K_SAVE, .runs = "job.authorise", .with = "job=$job by=@customer how=signature", .ask = "by how amount",
		  .label = N_("Authorise"), .scope = SCOPE_ALL },
		{ K_MODE, .runs = "job.reprice", .with = "job=$job", .ask = "repair_mode", .preview = "job_lines",
		  .label = N_("Mode"), .scope = SCOPE_ALL },
		{ K_HISTORY, .opens = "history", .with = "vehicle=@vehicle_id", .label = N_("History"), .scope = SCOPE_ALL },
		{ K_MENU, .opens = "dispatch", .with = "job=$job", .scope = SCOPE_ALL },
		{ K_MENU, .opens = "issue", .with = "job=$job", .scope = SCOPE_ALL },
		{ K_MENU, .runs = "purchase.short", .with = "job=$job", .label = N_("Order short"), .scope = SCOPE_ALL },
		{ K_MENU, .opens = "buy_for_job", .with = "job=$job", .scope = SCOPE_ALL },
		{ K_MENU, .opens = "finish", .with = "job=$job", .scope = SCOPE_ALL },
		{ K_MENU, .opens = "job_papers", .with = "job=$job", .scope = SCOPE_ALL },
		{ K_MENU, .opens = "job_cancel", .with = "job=$job", .scope = SCOPE_ALL },
		{ 0 },
	},
	.next = {
		{ .runs = "job.authorise", .with = "job=$job by=@customer how=signature", .ask = "by how amount",
		  .label = N_("Authorise"), .when = "unauthorised", .scope = SCOPE_ALL },
		{ .opens = "@next", .with = "job=$job", .scope = SCOPE_ALL },
	},
};

LIST(declined_before) = {
	.title = N_("Declined at earlier visits"),
	.param = "job",
	.view = "declined_before",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .runs = "job.reoffer", .with = "job=$job declined=@id", .label = N_("Offer again"),
		  .scope = SCOPE_MARKED },
		{ 0 },
	    },
};

LIST(revisions) = {
	.title = N_("Revisions"),
	.param = "job",
	.view = "revisions",
	.prints = "revision",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "revision_lines", .with = "job=@job_id revision=@revision",
		  .label = N_("What changed") },
		{ K_MENU, .opens = "revision_lines", .with = "job=$job", .label = N_("All changes"),
		  .scope = SCOPE_ALL },
		{ 0 },
	    },
};

LIST(revision_lines) = {
	.title = N_("What changed"),
	.param = "job",
	.view = "revision_lines",
};
