/* surcharge.c - what is asked on top of prices without invoice where the customer wants one. */
#include "domain/surcharge.h"

#include <string.h>

#include "base/muldiv.h"
#include "domain/setting.h"

static int64_t surcharge_rate(struct ctx *ctx, const char *invoice)
{
	if (!invoice || !strcmp(invoice, "none"))
		return 0;
	return setting_int(ctx->db, strcmp(invoice, "special") ? SETTING_SURCHARGE_ORDINARY
							       : SETTING_SURCHARGE_SPECIAL);
}

bool surcharge_add(struct ctx *ctx, struct settle_sum *sum, const char *invoice)
{
	int64_t gross = 0, amount;

	for (size_t i = 0; i < sum->n; i++)
		gross += sum->line[i].passed ? 0 : sum->line[i].amount - sum->line[i].discount;
	amount = muldiv(gross, surcharge_rate(ctx, invoice), 10000);
	if (amount <= 0)
		return false;
	sum->line[sum->n++] =
	    (struct settle_line){ .qty = 1000,
				  .price = amount,
				  .amount = amount,
				  .kind = "fee",
				  .rate = setting_int(ctx->db, SETTING_TAX_RATE),
				  .text = tr(ctx->lang, strcmp(invoice, "special")
							    ? N_("Surcharge for the ordinary invoice")
							    : N_("Surcharge for the special invoice")) };
	sum->fees += amount;
	return true;
}
