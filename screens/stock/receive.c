/* receive.c - goods come in: from a supplier, or that were there before the program. */
#include "screens/screens.h"

FORM(receive) = {
	.title = N_("Receive goods"),
	.menu = MENU_STOCK,
	.code = 44,
	.words = "delivery arrival",
	.runs = "purchase.receive",
	.opens = "purchase",
	.layout = {
		"order supplier",
		"original_no original_date",
		"warehouse over new_cost",
		"@lines*9",
		"/ Carrier and cost",
		"business_type cost_is",
		"carrier collect",
		"freight",
		"remark+",
		0,
	},
};

FORM(buy_for_job) = {
	.title = N_("Buy and issue"),
	.param = "job",
	.pick = "open_jobs",
	.state = "number",
	.words = "through",
	.runs = "purchase.for_job",
	.head = "job_head",
	.opens = "estimate",
	.goes = "job=$job",
	.layout = {
		"=number =plate =customer",
		"supplier original_no",
		"picker warehouse",
		"@lines*10",
		0,
	},
};

FORM(stock_open) = {
	.title = N_("Opening stock"),
	.menu = MENU_STOCK,
	.code = 48,
	.runs = "stock.open",
	.layout = { "part warehouse", "qty cost", "batch expires", 0 },
	.again = true,
};
