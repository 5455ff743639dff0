/* pay.c - money is taken and given back. */
#include "screens/screens.h"

FORM(pay) = {
	.title = N_("Take a payment"),
	.menu = MENU_MONEY,
	.code = 17,
	.words = "payment cashier",
	.runs = "payment.take",
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
	.layout = { "reason+", 0 },
};
