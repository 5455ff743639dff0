/* claim.c - an insurer's payment closes its claims; what it does not pay goes to the customer, or is given up.
 *
 * One entry:
 *	debit   the account of the method       what the insurer pays
 *	debit   receivable of the customer      what he pays instead
 *	debit   discounts at payment, bad debts what is given up
 *	credit  receivable of the insurer       all that was open of the bills
 */
#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/reverse.h"
#include "domain/bill.h"
#include "domain/choice.h"
#include "domain/document.h"
#include "domain/invoice.h"
#include "domain/party.h"
#include "domain/payment.h"

struct claim_row {
	struct input input;
	int64_t document, paid;
};

struct claim {
	struct input input;
	int64_t insurer, customer;
	const char *method, *reference, *rest, *reason;
	struct lines bills;
};

static const struct choice choice_rest[] = {
	{ "customer", N_("Customer pays") },
	{ "discount", N_("Discount") },
	{ "bad_debt", N_("Bad debt") },
	{ NULL, NULL },
};

static const struct field claim_row_input[] = {
	FIELD(claim_row, document, "document", N_("Bill"), VT_REF, REQUIRED, .view = "documents",
	      .help = N_("The settlement of the claim, or a collective bill of several.")),
	FIELD(claim_row, paid, "paid", N_("Paid"), VT_MONEY, STOP, .max = MONEY_MAX,
	      .help = N_("What the insurer pays of it; all that is open where nothing is said.")),
	{ 0 },
};

static const struct field claim_input[] = {
	FIELD(claim, insurer, "insurer", N_("Insurer"), VT_REF, REQUIRED, .view = "parties",
	      .help = N_("Who pays the claims.")),
	LINES(claim, bills, "bills", N_("Claims"), claim_row_input, claim_row, BILLS_MOST,
	      .help =
		  N_("Each bill with what comes for it; after this nothing of it is open with the insurer.")),
	FIELD(claim, method, "method", N_("Method"), VT_CHOICE, STOP, .choices = choice_pay_method,
	      .listed = pay_list_all, .help = N_("How the money comes; usually by bank transfer.")),
	FIELD(claim, reference, "reference", N_("Reference"), VT_TEXT, .max = 60,
	      .help = N_("The number of the transfer or slip; each is booked once.")),
	FIELD(claim, rest, "rest", N_("The shortfall"), VT_CHOICE, STOP, .choices = choice_rest,
	      .help = N_("Who bears what the insurer does not pay: the customer by a bill, or the shop.")),
	FIELD(claim, customer, "customer", N_("Customer"), VT_REF, .view = "parties",
	      .help = N_("Who gets the bill for the shortfall; else the customer of each work order.")),
	FIELD(claim, reason, "reason", N_("Reason"), VT_TEXT, STOP, .max = 200,
	      .help = N_("Why the insurer pays less: it stands on the document.")),
	{ 0 },
};

/* A bill of the claim: `due` is all of it, `pays` what comes. */
struct closing {
	struct ctx *ctx;
	const struct claim *in;
	struct err *e;
	struct due *due, *pays;
	size_t n;
	int64_t paid, open, document_id, job_id;
	struct posting *p;
};

/* ---- understanding ---- */

/* What comes for a row goes over its bills in their order. */
static bool row_read(struct closing *c, const struct claim_row *row)
{
	size_t from = c->n;
	int64_t left;

	if (!dues_of_bill(c->ctx, row->document, c->in->insurer, &c->due, &c->n, c->e))
		return false;
	left = HAS(row, paid) ? row->paid : dues_sum(&c->due[from], c->n - from);
	for (size_t i = from; i < c->n; i++) {
		ARENA_MORE(c->ctx->arena, c->pays, i);
		c->pays[i] = c->due[i];
		c->pays[i].open = c->due[i].open < left ? c->due[i].open : left;
		left -= c->pays[i].open;
	}
	return left == 0 || err_field(c->e, "bills.paid", N_("Only %s of %s is open"),
				      money_text(c->ctx->arena, dues_sum(&c->due[from], c->n - from)),
				      document_number(c->ctx, row->document));
}

static bool claim_read(struct closing *c)
{
	for (size_t i = 0; i < c->in->bills.n; i++) {
		if (!row_read(c, LINE_AT(c->in->bills, struct claim_row, i))) {
			c->e->line = (int)i + 1;
			return false;
		}
	}
	if (!c->n)
		return err_field(c->e, "bills", N_("Which bills does the insurer pay?"));
	c->open = dues_sum(c->due, c->n);
	c->paid = dues_sum(c->pays, c->n);
	return true;
}

static bool claim_whole(struct closing *c)
{
	const struct claim *in = c->in;
	int64_t rest = c->open - c->paid;

	if (c->paid && !in->method)
		return err_field(c->e, "method", N_("How is it paid?"));
	if (!rest)
		return true;
	if (!in->rest)
		return err_field(c->e, "rest", N_("%s is not paid. Who bears it?"),
				 money_text(c->ctx->arena, rest));
	if (!in->reason)
		return err_field(c->e, "reason", N_("Why does the insurer pay %s less?"),
				 money_text(c->ctx->arena, rest));
	if (in->customer == in->insurer)
		return err_field(c->e, "customer",
				 N_("The shortfall goes to the customer, not to the insurer"));
	return write_off_allowed(c->ctx, in->rest, c->open, rest, "rest", c->e);
}

static bool claim_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct claim *in = input;
	struct closing *c = ARENA_NEW(ctx->arena, struct closing);

	*c = (struct closing){ .ctx = ctx, .in = in, .e = e };
	return !HAS(in, insurer) || !HAS(in, bills) || claim_read(c);
}

/* ---- booking ---- */

/* All bills of one work order: the claim is booked under it. */
static int64_t one_job(const struct closing *c)
{
	for (size_t i = 1; i < c->n; i++)
		if (c->due[i].job_id != c->due[0].job_id)
			return 0;
	return c->due[0].job_id;
}

static int64_t customer_of(const struct closing *c, const struct due *d)
{
	if (c->in->customer)
		return c->in->customer;
	return db_int(c->ctx->db, SQL("SELECT customer_id FROM job WHERE id = :id"),
		      BIND(B_INT("id", d->job_id)), 0);
}

/* The customer owes it instead. */
static bool bill_customer(struct closing *c, const struct due *d, int64_t amount)
{
	int64_t customer = customer_of(c, d);

	if (!customer || customer == c->in->insurer)
		return err_field(c->e, "customer", N_("Which customer pays the shortfall?"));
	db_exec(c->ctx->db,
		SQL("INSERT INTO bill (document_id, party_id, amount, due_on) SELECT :document, id, :amount, "
		    ":today + coalesce(terms_days, 0) FROM party WHERE id = :party"),
		BIND(B_INT("document", c->document_id), B_INT("amount", amount),
		     B_INT("today", c->ctx->today), B_INT("party", customer)));
	db_exec(c->ctx->db,
		SQL("INSERT INTO bill_open (id, party_id, due_on, amount) "
		    "SELECT id, party_id, due_on, amount FROM bill WHERE id = :id"),
		BIND(B_INT("id", db_last_id(c->ctx->db))));
	posting_add(c->p, (struct posting_line){ .account = ACC_RECEIVABLE,
						 .amount = amount,
						 .party_id = customer,
						 .job_id = c->job_id });
	return true;
}

static bool rests_close(struct closing *c)
{
	for (size_t i = 0; i < c->n; i++) {
		struct due *d = &c->due[i];
		int64_t rest = d->open - c->pays[i].paid;

		d->paid = c->pays[i].paid;
		d->open = rest;
		if (!rest)
			continue;
		if (!strcmp(c->in->rest, "customer") && !bill_customer(c, d, rest))
			return false;
		write_off_dues(c->ctx, c->document_id, c->p, d, 1, c->in->rest, rest);
	}
	return true;
}

static bool claim_money(struct closing *c, struct pay *ret)
{
	struct pay_line line = { .input = { { ~UINT64_C(0), ~UINT64_C(0) } },
				 .method = c->in->method,
				 .amount = c->paid,
				 .tendered = c->paid,
				 .reference = c->in->reference };

	return !c->paid || (pay_read_one(c->ctx, &line, ret, c->e) && pay_money_only(ret, c->e));
}

static bool claim_post(struct closing *c)
{
	struct ctx with = *c->ctx;
	struct pay pay;

	if (!claim_money(c, &pay))
		return false;
	c->p = posting_new(c->ctx->arena);
	c->job_id = one_job(c);
	if (c->in->reason)
		with.remark = c->in->reason;
	c->document_id = document_post(&with, &(struct document){ .kind = DOC_CLAIM,
								  .party_id = c->in->insurer,
								  .job_id = c->job_id,
								  .amount = c->open });
	if (c->paid && !payment_into(c->ctx, c->document_id, c->p, &pay, 1, c->pays, c->n, c->e))
		return false;
	if (!rests_close(c))
		return false;
	dues_keep(c->ctx, c->due, c->n);
	return ledger_post(c->ctx, c->document_id, c->p, c->e);
}

static bool claim_run(struct ctx *ctx, const void *input, struct err *e)
{
	struct closing *c = ARENA_NEW(ctx->arena, struct closing);
	struct arena *a = ctx->arena;

	*c = (struct closing){ .ctx = ctx, .in = input, .e = e };
	if (!claim_read(c) || !claim_whole(c) || !claim_post(c))
		return false;
	answer_add_text(ctx, "paid", money_plain(a, c->paid));
	answer_add_text(ctx, "shortfall", money_plain(a, c->open - c->paid));
	if (c->open == c->paid)
		answer_say(ctx, N_("%s: %s received, the claim is closed"), ctx->answer->number,
			   money_text(a, c->paid));
	else
		answer_say(ctx, N_("%s: %s received, %s short, the claim is closed"), ctx->answer->number,
			   money_text(a, c->paid), money_text(a, c->open - c->paid));
	return true;
}

/* The bank brings it; of a chosen bill all that is open. */
static void claim_fill(struct ctx *ctx, struct args *args)
{
	int64_t insurer, document;
	size_t n = args_lines(args, "bills");

	if (!args_get(args, "method"))
		args_set(args, "method", "bank");
	insurer = args_id(args, "insurer");
	for (size_t i = 0; i < n; i++) {
		struct args *line = args_line(args, "bills", i);
		struct due *due = NULL;
		size_t n_due = 0;

		if (args_get(line, "paid") || !(document = args_id(line, "document")))
			continue;
		dues_of_document(ctx, document, insurer, &due, &n_due);
		args_set(line, "paid", money_plain(ctx->arena, dues_sum(due, n_due)));
	}
}

COMMAND(claim_close) = {
	.name = "claim.close",
	.title = N_("Close insurance claims"),
	.help =
	    N_("What an insurer pays closes its bills; the shortfall goes to the customer, or is given up."),
	.undo = UNDO_REVERSE,
	.input = claim_input,
	.size = sizeof(struct claim),
	.prints = "write_off",
	.fill = claim_fill,
	.may = claim_may,
	.run = claim_run,
};

/* ---- and back ---- */

static bool customer_unpaid(struct ctx *ctx, const struct posted *d, struct err *e)
{
	const char *by =
	    db_text(ctx->db, ctx->arena,
		    SQL("SELECT x.number FROM bill b JOIN allocation a ON a.bill_id = b.id "
			"JOIN document x ON x.id = a.document_id WHERE b.document_id = :document "
			"GROUP BY b.id HAVING sum(a.amount) <> 0 LIMIT 1"),
		    BIND(B_INT("document", d->id)));

	if (by)
		return err_field(e, "document", N_("The shortfall of %s is paid (%s). Reverse that first"),
				 d->number, by);
	if ((by = recovered_by(ctx, d->id)))
		return err_field(e, "document", N_("What %s gave up has come in with %s. Reverse that first"),
				 d->number, by);
	return bill_untouched(ctx, d->id, d->number, e) && invoice_free(ctx, d->id, e);
}

static bool reverse_claim(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	struct posting *p = posting_new(ctx->arena);
	int64_t document = posted_reverse(ctx, d, reason);

	posting_opposite_but_money(ctx, p, d->id);
	bills_drop(ctx, d->id);
	return allocations_turn(ctx, d->id, document) && payments_turn(ctx, d, document, p, e) &&
	       ledger_post(ctx, document, p, e);
}

REVERSAL(claim) = {
	.kinds = { DOC_CLAIM },
	.may = customer_unpaid,
	.run = reverse_claim,
};
