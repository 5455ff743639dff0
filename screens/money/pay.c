/* pay.c - money is taken and given back. */
#include "screens/screens.h"

FORM(pay) = {
	.title = N_("Take a payment"),
	.menu = MENU_MONEY,
	.code = 17,
	.words = "payment cashier",
	.runs = "payment.take",
	.starts = "job",
	.layout = {
		"job party",
		"= Payment",
		"@pay",
		"discount",
		"/ Bills",
		"@bills*8",
		"remark+",
		0,
	},
	.again = true,
};

/* The account of one payer: what he owes and may owe, his bills that were ticked, with so much of each. */
FORM(party_pay) = {
	.title = N_("Payment of a payer"),
	.param = "party",
	.pick = "receivables",
	.menu = MENU_MONEY,
	.words = "account tick part payment",
	.state = "number",
	.runs = "payment.take",
	.head = "party_head",
	.layout = {
		"=number =phone",
		"=owes =advance =bills",
		"=credit_limit =left",
		"=oldest =overdue",
		"= Payment",
		"@pay",
		"discount",
		"/ Bills",
		"@bills*10",
		"remark+",
		0,
	},
};

FORM(refund) = {
	.title = N_("Refund"),
	.param = "document",
	.runs = "payment.refund",
	.layout = { "amount method", "reference", "reason+", 0 },
};

FORM(reverse) = {
	.title = N_("Reverse"),
	.param = "document",
	.runs = "reverse",
	.head = "documents",
	.layout = { "=number =kind =day", "=party =amount", "reason+", 0 },
};
