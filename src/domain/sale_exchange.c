/* sale_exchange.c - goods come back and others go: a return and a sale in one step, and only the difference is paid.
 *
 * The sale is posted first, open as far as the return will pay it; the return then comes off what is open. */
#include <stdio.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/document.h"
#include "domain/sale_return.h"

struct exchange {
	struct input input;
	int64_t sale, restock, fee;
	const char *reason;
	struct lines lines, instead, pay, refund;
};

static const struct field exchange_input[] = {
	FIELD(exchange, sale, "sale", N_("Sale"), VT_REF, REQUIRED, .view = "sales",
	      .help = N_("The sale that goods come back from.")),
	LINES(exchange, lines, "lines", N_("Goods back"), return_line_input, return_line, SALE_LINES_MOST,
	      REQUIRED, .help = N_("What comes back.")),
	LINES(exchange, instead, "instead", N_("Goods instead"), sale_line_input, sale_line, SALE_LINES_MOST,
	      REQUIRED, .help = N_("What the customer takes for it.")),
	FIELD(exchange, reason, "reason", N_("Reason"), VT_TEXT, REQUIRED, .max = 200,
	      .help = N_("Why it comes back; it stands on the paper.")),
	FIELD(exchange, restock, "restock", N_("To stock"), VT_BOOL, .max = 1,
	      .help = N_("Yes puts the goods back on the shelf; no scraps them. Yes when empty.")),
	FIELD(exchange, fee, "fee", N_("Restocking fee"), VT_MONEY, .min = 0, .max = MONEY_MAX,
	      .help = N_("Kept back from what the customer gets, tax included.")),
	LINES(exchange, pay, "pay", N_("Payment"), pay_line_input, pay_line, PAY_LINES_MOST,
	      .help = N_("What the customer adds, where the new goods cost more.")),
	LINES(exchange, refund, "refund", N_("Given back"), pay_line_input, pay_line, PAY_LINES_MOST,
	      .help = N_("Empty: the way it was paid. Another way needs somebody who may.")),
	{ 0 },
};

/* Both halves of it, worked out. */
struct swap {
	struct sale_back back;
	struct sale sale;
	struct returning r;
	struct selling s;
};

static bool swap_prepare(struct ctx *ctx, const struct exchange *in, struct swap *w, struct err *e)
{
	w->back = (struct sale_back){ .input = ALL_GIVEN,
				      .sale = in->sale,
				      .restock = HAS(in, restock) ? in->restock : 1,
				      .fee = in->fee,
				      .reason = in->reason,
				      .lines = in->lines,
				      .refund = in->refund };
	w->r = (struct returning){ .ctx = ctx, .e = e, .in = &w->back };
	if (!return_prepare(&w->r))
		return false;
	w->sale = (struct sale){ .customer = w->r.party_id == sale_walk_in(ctx) ? 0 : w->r.party_id,
				 .salesperson = w->r.salesperson_id,
				 .warehouse = w->r.warehouse_id,
				 .lines = in->instead,
				 .pay = in->pay };
	w->s = (struct selling){ .ctx = ctx, .e = e, .in = &w->sale, .credit = w->r.total };
	return true;
}

static bool exchange_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct exchange *in = input;
	struct swap *w = ARENA_NEW(ctx->arena, struct swap);

	return !HAS(in, sale) || !HAS(in, lines) || swap_prepare(ctx, in, w, e);
}

static void exchange_say(struct ctx *ctx, struct swap *w, const char *sale, const char *back)
{
	struct arena *a = ctx->arena;
	int64_t more = w->s.sum.total - w->r.total;

	ctx->answer->id = ctx->answer->document = w->s.document_id;
	snprintf(ctx->answer->number, sizeof ctx->answer->number, "%s", sale);
	answer_add_text(ctx, "return", back);
	answer_add_text(ctx, "returned", money_plain(a, w->r.total));
	answer_add_text(ctx, "refund", money_plain(a, w->r.refund));
	if (w->r.refund)
		answer_say(ctx, N_("%s for %s: %s are given back"), sale, back, money_text(a, w->r.refund));
	else
		answer_say(ctx, N_("%s for %s: %s more"), sale, back, money_text(a, more > 0 ? more : 0));
}

static bool exchange_run(struct ctx *ctx, const void *input, struct err *e)
{
	struct swap *w = ARENA_NEW(ctx->arena, struct swap);
	const char *sale;

	if (!swap_prepare(ctx, input, w, e) || !sale_do(&w->s))
		return false;
	sale = arena_strdup(ctx->arena, ctx->answer->number);
	w->r.exchange_id = w->s.document_id;
	if (!return_do(&w->r))
		return false;
	document_print(ctx, w->r.document_id, "sale_return");
	exchange_say(ctx, w, sale, arena_strdup(ctx->arena, ctx->answer->number));
	return true;
}

/* The difference, in cash. */
static void exchange_fill(struct ctx *ctx, struct args *args)
{
	struct err e = { .lang = ctx->lang };
	struct swap *w = ARENA_NEW(ctx->arena, struct swap);
	struct args *line;
	int64_t more;
	void *in;

	if (args_lines(args, "pay") || !input_read(ctx, command_find("sale.exchange"), args, true, &in, &e))
		return;
	if (!swap_prepare(ctx, in, w, &e) || !sale_prepare(&w->s))
		return;
	more = sale_at_once(&w->s) - w->r.total;
	if (more <= 0)
		return;
	line = args_add_line(args, "pay");
	args_set(line, "method", "cash");
	args_set(line, "amount", money_plain(ctx->arena, more));
}

COMMAND(sale_exchange) = {
	.name = "sale.exchange",
	.title = N_("Exchange goods"),
	.help =
	    N_("Goods of a sale come back and others go instead; only the difference is paid or given back."),
	.undo = UNDO_NONE,
	.input = exchange_input,
	.size = sizeof(struct exchange),
	.prints = "sale",
	.fill = exchange_fill,
	.may = exchange_may,
	.run = exchange_run,
};
