/* money_slip.c - money that comes or goes by one method and pays no bill. */
#include "domain/money_slip.h"

#include "domain/payment_source.h"

void slip_fill(struct ctx *ctx, struct args *args)
{
	(void)ctx;
	if (!args_get(args, "method"))
		args_set(args, "method", "cash");
}

/* A line of the pay grid with every member given. */
static struct pay_line line_of(const struct slip *s)
{
	return (struct pay_line){ .input = { { ~UINT64_C(0), ~UINT64_C(0) } },
				  .method = s->method,
				  .reference = s->reference,
				  .amount = s->amount,
				  .tendered = s->tendered ? s->tendered : s->amount };
}

bool slip_in(struct ctx *ctx, const struct slip *slip, struct pay *ret, struct err *e)
{
	struct pay_line line = line_of(slip);

	return pay_read_one(ctx, &line, ret, e) && pay_money_only(ret, e);
}

bool slip_out(struct ctx *ctx, const struct slip *slip, struct pay *ret, struct err *e)
{
	struct pay_line line = line_of(slip);

	return pay_read_back(ctx, &line, ret, e) && pay_money_only(ret, e) && drawer_has(ctx, ret, e);
}

void slip_book(struct ctx *ctx, int64_t document, const struct pay *pay, const struct payer *payer, int sign,
	       struct posting *p)
{
	struct payer with = *payer;

	with.tendered = pay->tendered;
	payment_row(ctx, document, pay, &with, sign * pay->amount);
	posting_add(p, (struct posting_line){ .account = pay->account,
					      .amount = sign * pay->amount,
					      .shift_id = pay->shift_id });
}
