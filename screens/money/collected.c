/* collected.c - what was collected for others, and paying it out. */
#include "screens/screens.h"

LIST(collected) = {
	.title = N_("Collected for others"),
	.menu = MENU_MONEY,
	.code = 87,
	.words = "passed through inspection fee pay out",
	.view = "collected",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "pay_out", .with = "job=@id", .label = N_("Pay out") },
		{ K_NEXT, .opens = "pay_out", .with = "job=@id", .label = N_("Pay out"), .when = "held" },
		{ K_HISTORY, .opens = "job_papers", .with = "job=@id", .label = N_("Papers") },
		{ 0 },
	    },
};

FORM(pay_out) = {
	.title = N_("Pay out"),
	.param = "job",
	.pick = "collected",
	.state = "number",
	.runs = "fee.pay_out",
	.head = "job_head",
	.layout = { "=number =plate =customer", "payee+", "amount method", "reference", "remark+", 0 },
};
