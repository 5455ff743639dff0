/* payment_take.c - taking a payment: for a work order, a sale, for chosen bills, or for a payer, the oldest
 * bill first; or as his advance. */
#include <stdio.h>
#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/bill.h"
#include "domain/choice.h"
#include "domain/document.h"
#include "domain/job.h"
#include "domain/ledger.h"
#include "domain/payment.h"

struct payment_take {
	struct input input;
	int64_t job, sale, party, amount, tendered, discount, advance, forfeitable;
	const char *method, *reference;
	struct lines bills, pay;
};

static const struct field payment_take_input[] = {
	FIELD(payment_take, job, "job", N_("Work order"), VT_REF, .view = "jobs",
	      .help = N_("Not settled yet: it is kept as the advance of the work order.")),
	FIELD(payment_take, sale, "sale", N_("Sale"), VT_REF, .view = "documents",
	      .help = N_("The number of a counter sale that is not paid yet.")),
	FIELD(payment_take, party, "party", N_("Payer"), VT_REF, .view = "parties",
	      .help = N_("Without a work order the oldest bill of the payer is paid first.")),
	FIELD(payment_take, method, "method", N_("Method"), VT_CHOICE, STOP, .choices = choice_pay_method,
	      .listed = pay_list_all,
	      .help = N_("How it is paid; it decides the account and whether the till counts it.")),
	FIELD(payment_take, amount, "amount", N_("Amount"), VT_MONEY, STOP, .min = 1, .max = MONEY_MAX,
	      .help = N_("What is paid, without the change.")),
	FIELD(payment_take, discount, "discount", N_("Discount"), VT_MONEY, .min = 1, .max = MONEY_MAX,
	      .help = N_("What is let off the bills beside the money; each person may give so much of it.")),
	FIELD(payment_take, tendered, "tendered", N_("Given"), VT_MONEY, .min = 1, .max = MONEY_MAX,
	      .help = N_("Cash that was handed over, where there is change.")),
	FIELD(payment_take, reference, "reference", N_("Reference"), VT_TEXT, .max = 60,
	      .help = N_("The number of the transfer, slip, coupon or card; each transfer is booked once.")),
	FIELD(payment_take, advance, "advance", N_("As an advance"), VT_BOOL,
	      .help = N_("Kept for the payer until a bill uses it, though bills of his may be open.")),
	FIELD(payment_take, forfeitable, "forfeitable", N_("May be kept"), VT_BOOL,
	      .help =
		  N_("Earnest money: the shop may keep it when the customer does not come. Without it the "
		     "advance is given back.")),
	LINES(payment_take, bills, "bills", N_("Bills"), bill_part_input, bill_part, BILLS_MOST,
	      .help = N_("Chosen ones; else all that are open, the oldest first.")),
	LINES(payment_take, pay, "pay", N_("Payment"), pay_line_input, pay_line, PAY_LINES_MOST,
	      .help = N_("Several methods at once.")),
	{ 0 },
};

/* What a payment may pay. */
struct dues {
	struct ctx *ctx;
	struct due *due;
	size_t n;
	bool advance;
};

static void due_advance(struct dues *d, int64_t party, int64_t job)
{
	d->advance = true;
	ARENA_MORE(d->ctx->arena, d->due, d->n);
	d->due[d->n++] = (struct due){ .party_id = party, .job_id = job, .open = MONEY_MAX };
}

static bool dues_of_job(struct dues *d, int64_t job_id, int64_t party, struct err *e)
{
	struct job j;

	if (!job_read(d->ctx, job_id, &j))
		return err_field(e, "job", N_("This work order is not there"));
	if (job_is(&j, "cancelled"))
		return err_field(e, "job", N_("%s is cancelled: it takes no money"), j.number);
	if (job_is(&j, "settled") || job_is(&j, "handed_over")) {
		dues_of_document(d->ctx, j.settlement_id, party, &d->due, &d->n);
		return true;
	}
	due_advance(d, party ? party : j.payer_id, job_id);
	return true;
}

/* Finds what is to be paid; false with a sentence when nothing is. */
static bool dues_find(struct dues *d, const struct payment_take *in, struct err *e)
{
	if (in->job) {
		if (!dues_of_job(d, in->job, in->party, e))
			return false;
	} else if (in->sale) {
		dues_of_document(d->ctx, in->sale, in->party, &d->due, &d->n);
	} else if (in->advance && in->party) {
		due_advance(d, in->party, 0);
	} else if (in->bills.n) {
		if (!dues_of_parts(d->ctx, &in->bills, in->party, &d->due, &d->n, e))
			return false;
	} else if (in->party) {
		dues_of_party(d->ctx, in->party, &d->due, &d->n);
	} else {
		return err_field(e, "job", N_("What is paid? Name a work order, a payer or settlements"));
	}
	if (d->n == 0 && in->party && !in->bills.n && !in->sale && !in->job)
		return err_field(e, "advance",
				 N_("Nothing is open here. Say so where it is to be kept as an advance"));
	return d->n > 0 || err_set(e, ERR_NO, N_("Nothing is open here"));
}

static bool payment_take_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct payment_take *in = input;
	struct dues d = { .ctx = ctx };

	if (HAS(in, pay) && (HAS(in, method) || HAS(in, amount)))
		return err_field(e, "pay",
				 N_("Give one method with its amount, or rows of the pay grid, not both"));
	if (HAS(in, job) + HAS(in, sale) + HAS(in, bills) > 1)
		return err_field(e, "bills", N_("Give a work order or settlements, not both"));
	if (in->advance && !HAS(in, party) && (HAS(in, sale) || HAS(in, bills)))
		return err_field(e, "advance", N_("An advance is a payer's or a work order's"));
	if (!(HAS(in, job) || HAS(in, sale) || HAS(in, party) || HAS(in, bills)))
		return true;
	if (!dues_find(&d, in, e))
		return false;
	if (in->forfeitable && !d.advance)
		return err_field(e, "forfeitable", N_("This pays a bill; only an advance may be kept"));
	return !HAS(in, discount) || !d.advance ||
	       err_field(e, "discount", N_("An advance has no discount; give it at the settlement"));
}

static bool pays_read(struct ctx *ctx, const struct payment_take *in, struct pay *pay, size_t *ret_n,
		      struct err *e)
{
	struct pay_line one = { .input = { { ~UINT64_C(0), ~UINT64_C(0) } },
				.method = in->method,
				.amount = in->amount,
				.tendered = in->tendered ? in->tendered : in->amount,
				.reference = in->reference };

	*ret_n = HAS(in, pay) ? in->pay.n : 1;
	if (HAS(in, pay))
		return pay_read(ctx, &in->pay, pay, e);
	if (!HAS(in, method))
		return err_field(e, "method", N_("How is it paid?"));
	if (!HAS(in, amount))
		return err_field(e, "amount", N_("How much is paid?"));
	return pay_read_one(ctx, &one, pay, e);
}

/* The discount is one more way to pay, as far as this person may give it. */
static bool discount_add(struct ctx *ctx, const struct payment_take *in, struct pay *pay, size_t *n,
			 struct err *e)
{
	int64_t paid = in->discount, most, allowed;

	if (!HAS(in, discount))
		return true;
	for (size_t i = 0; i < *n; i++)
		paid += pay[i].amount;
	most = may_limit(ctx, "max_discount");
	allowed = muldiv(paid, most, 10000);
	if (in->discount > allowed) {
		err_set(
		    e, ERR_DENIED,
		    N_("You may give a discount of up to %s here, not %s. Ask somebody who may give more"),
		    money_text(ctx->arena, allowed), money_text(ctx->arena, in->discount));
		snprintf(e->field, sizeof e->field, "discount");
		return false;
	}
	pay[(*n)++] = (struct pay){ .method_id = PAY_DISCOUNT,
				    .account = ACC_PAY_DISCOUNT,
				    .amount = in->discount,
				    .method = "discount" };
	return true;
}

static void payment_say(struct ctx *ctx, const struct dues *d)
{
	int64_t paid = 0, open = 0;

	for (size_t i = 0; i < d->n; i++) {
		paid += d->due[i].paid;
		open += d->due[i].open + d->due[i].kept_open;
	}
	if (d->advance) {
		answer_say(ctx, N_("%s: %s is kept as the advance"), ctx->answer->number,
			   money_text(ctx->arena, paid));
		return;
	}
	answer_add_text(ctx, "open", money_plain(ctx->arena, open));
	answer_add_text(ctx, "paid", money_plain(ctx->arena, paid));
	if (open)
		answer_say(ctx, N_("%s: %s received, %s still open"), ctx->answer->number,
			   money_text(ctx->arena, paid), money_text(ctx->arena, open));
	else
		answer_say(ctx, N_("%s: %s received, all is paid"), ctx->answer->number,
			   money_text(ctx->arena, paid));
}

static bool payment_take_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct payment_take *in = input;
	struct dues d = { .ctx = ctx };
	struct pay pay[PAY_LINES_MOST + 1];
	int64_t document;
	size_t n;

	if (!dues_find(&d, in, e) || !pays_read(ctx, in, pay, &n, e) || !discount_add(ctx, in, pay, &n, e))
		return false;
	if (!payment_post(ctx, pay, n, d.due, d.n,
			  &(struct payer){ .job_id = in->job, .forfeitable = in->forfeitable != 0 },
			  &document, e))
		return false;
	dues_keep(ctx, d.due, d.n);
	payment_say(ctx, &d);
	payment_say_change(ctx, pay, n);
	return true;
}

/* The bills that are named so far, by id. */
static void bills_given(struct ctx *ctx, const struct args *args, struct lines *ret)
{
	size_t n = args_lines(args, "bills");
	struct bill_part *row = ARENA_ARRAY(ctx->arena, struct bill_part, n + 1);
	struct err e = { 0 };

	*ret = (struct lines){ .row = row };
	for (size_t i = 0; i < n && i < BILLS_MOST; i++) {
		const struct args *line = args_line(args, "bills", i);
		const char *amount = args_get(line, "amount");

		if (!(row[ret->n].document = args_id(line, "document")))
			continue;
		if (!amount || !money_parse(amount, "", &row[ret->n].amount, &e))
			row[ret->n].amount = 0;
		ret->n++;
	}
}

/* What is open, in cash. */
static void payment_take_fill(struct ctx *ctx, struct args *args)
{
	struct payment_take in = { 0 };
	struct dues d = { .ctx = ctx };
	struct err e = { 0 };
	const char *discount = args_get(args, "discount");
	struct args *line;
	int64_t open;

	if (args_get(args, "amount") || args_lines(args, "pay"))
		return;
	in.job = args_id(args, "job");
	in.party = args_id(args, "party");
	in.sale = args_id(args, "sale");
	bills_given(ctx, args, &in.bills);
	if (!dues_find(&d, &in, &e) || d.advance)
		return;
	if (discount && !money_parse(discount, "discount", &in.discount, &e))
		return;
	open = dues_sum(d.due, d.n) - in.discount;
	if (open <= 0)
		return;
	line = args_add_line(args, "pay");
	args_set(line, "method", "cash");
	args_set(line, "amount", money_plain(ctx->arena, open));
}

COMMAND(payment_take) = {
	.name = "payment.take",
	.title = N_("Take a payment"),
	.help = N_(
	    "Money from a customer: for open bills, or in advance for a work order that is not settled yet."),
	.undo = UNDO_REVERSE,
	.input = payment_take_input,
	.size = sizeof(struct payment_take),
	.prints = "receipt",
	.fill = payment_take_fill,
	.may = payment_take_may,
	.run = payment_take_run,
};
