/* settle.c - the amounts and the payers are fixed, and paid where that is done at once. */
#include "screens/screens.h"

FORM(settle) = {
	.title = N_("Settle"),
	.menu = MENU_WORKSHOP,
	.code = 16,
	.param = "job",
	.pick = "open_jobs",
	.words = "bill invoice",
	.state = "number",
	.runs = "job.settle",
	.head = "job_head",
	.opens = "handover",
	.goes = "job=$job",
	.layout = {
		"=number =plate =customer",
		"=total =advance =owed_total",
		"= Discounts",
		"labour_discount part_discount",
		"discount round",
		"~ invoice",
		"cores_here?has_core",
		"= Payment",
		"@pay",
		"/ Payers",
		"@payers*6",
		"remark+",
		0,
	},
	.keys =
	    (const struct key[]){
		{ K_HISTORY, .opens = "history", .with = "vehicle=@vehicle_id", .label = N_("History"),
		  .scope = SCOPE_ALL },
		{ 0 },
	    },
};

FORM(reopen) = {
	.title = N_("Reopen"),
	.param = "job",
	.pick = "open_jobs",
	.menu = MENU_WORKSHOP,
	.code = 26,
	.state = "number",
	.runs = "job.reopen",
	.head = "job_head",
	.layout = { "=number =plate =customer", "=total =settled_at", "reason+", 0 },
};

FORM(credit) = {
	.title = N_("Credit a settlement"),
	.menu = MENU_WORKSHOP,
	.code = 76,
	.param = "job",
	.pick = "settled_jobs",
	.words = "refund return goods complaint",
	.state = "number",
	.runs = "job.credit",
	.head = "job_head",
	.layout = {
		"=number =plate =customer",
		"=total =open",
		"reason+",
		"@lines*8",
		"restock payer",
		"/ Paid back",
		"@refund",
		0,
	},
};

FORM(supplement) = {
	.title = N_("Supplementary statement"),
	.param = "job",
	.pick = "settled_jobs",
	.menu = MENU_WORKSHOP,
	.state = "number",
	.runs = "job.supplement",
	.head = "job_head",
	.layout = { "=number =plate =customer", "=total =payer", "reason+", "@lines*10", 0 },
};

FORM(reassign) = {
	.title = N_("Reassign settled work"),
	.param = "job",
	.pick = "settled_jobs",
	.menu = MENU_WORKSHOP,
	.state = "number",
	.runs = "job.reassign",
	.head = "job_head",
	.layout = { "=number =plate =customer", "=advisor =total", "advisor", "technician line", "remark+",
		    0 },
};
