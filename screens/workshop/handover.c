/* handover.c - the car goes back to its owner, and the next reminders are set. */
#include "screens/screens.h"

FORM(handover) = {
	.title = N_("Hand over"),
	.menu = MENU_WORKSHOP,
	.code = 18,
	.param = "job",
	.pick = "open_jobs",
	.words = "collect gate pass",
	.state = "number",
	.runs = "job.handover",
	.head = "job_head",
	.layout = {
		"=number =plate =customer",
		"=total =open =owed_total",
		"collected_by collected_phone",
		"old_parts+",
		"override+",
		"= Reminders",
		"@reminders*6",
		0,
	},
	.keys =
	    (const struct key[]){
		{ K_HISTORY, .opens = "history", .with = "vehicle=@vehicle_id", .label = N_("History"),
		  .scope = SCOPE_ALL },
		{ 0 },
	    },
};

FORM(job_change) = {
	.title = N_("Change a work order"),
	.menu = MENU_WORKSHOP,
	.code = 25,
	.param = "job",
	.pick = "open_jobs",
	.state = "number",
	.runs = "job.change",
	.from = "job_head",
	.with = "odometer=@odometer_km",
	.head = "job_head",
	.layout = {
		"=number =plate =state",
		"customer payer",
		"vehicle odometer",
		"repair_type advisor",
		"promised_at",
		"complaint*3+",
		"fuel key_tag bay",
		"belongings+",
		"condition*3+",
		0,
	},
};

FORM(job_cancel) = {
	.title = N_("Cancel a work order"),
	.menu = MENU_WORKSHOP,
	.code = 27,
	.param = "job",
	.pick = "open_jobs",
	.state = "number",
	.runs = "job.cancel",
	.head = "job_head",
	.layout = { "=number =plate =customer", "=total =advance", "reason+", "fee", 0 },
};
