/* payment_refund.c - giving money back: a refund of an advance, and the reversal of payments and refunds.
 *
 * A refund gives back what no bill has used. A reversal takes the whole payment back: bills it paid are open again. Money
 * leaves by the till that is open now, for the drawer that took it may be closed and counted. */
#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/choice.h"
#include "domain/document.h"
#include "domain/ledger.h"
#include "domain/payment.h"
#include "domain/reverse.h"
#include "domain/till.h"

#define SOURCES_MOST 100

/* ---- what a payment has become ---- */

/* Money of a payment that lies with a party for a work order: held as an advance, or used by a standing bill. */
struct source {
	int64_t party_id, job_id, bill_id, amount;
};

/* Bills that the payment paid. bill_id 0: the settlement was taken back, the money is the advance of its job again. */
static size_t sources_billed(struct ctx *ctx, int64_t document_id, struct source *ret)
{
	struct cur *c = db_open(ctx->db,
				SQL("SELECT b.party_id, d.job_id, iif(r.id IS NULL, b.id, 0), sum(a.amount) FROM allocation a "
				    "JOIN bill b ON b.id = a.bill_id JOIN document d ON d.id = b.document_id "
				    "LEFT JOIN document r ON r.reverses_id = d.id WHERE a.document_id = :document "
				    "GROUP BY b.id ORDER BY b.id"),
				BIND(B_INT("document", document_id)));
	size_t n = 0;

	while (cur_next(c)) {
		ret[n++] = (struct source){ cur_int(c, 0), cur_int(c, 1), cur_int(c, 2), cur_int(c, 3) };
		if (n == SOURCES_MOST) {
			cur_close(c);
			break;
		}
	}
	return n;
}

static int64_t advance_held(struct ctx *ctx, int64_t party_id, int64_t job_id)
{
	return -db_int(ctx->db,
		       SQL("SELECT sum(amount) FROM entry_line WHERE job_id = :job AND account_id = :advance AND party_id = :party"),
		       BIND(B_INT("job", job_id), B_INT("advance", ACC_ADVANCE), B_INT("party", party_id)), 0);
}

/* What came with the payment, and what was given back of it. */
static int64_t payment_left(struct ctx *ctx, int64_t document_id)
{
	return db_int(ctx->db,
		      SQL("SELECT coalesce((SELECT sum(amount) FROM payment WHERE document_id = :document), 0) + "
			  "coalesce((SELECT sum(amount) FROM payment WHERE refunds_id = :document), 0)"),
		      BIND(B_INT("document", document_id)), 0);
}

/* Every place where money of the payment may lie as an advance, with what lies there; and what bills have used. */
static size_t sources_free(struct ctx *ctx, const struct posted *d, struct source *ret, int64_t *ret_used)
{
	struct source *billed = ARENA_ARRAY(ctx->arena, struct source, SOURCES_MOST);
	size_t n = 0, n_billed = sources_billed(ctx, d->id, billed);
	struct cur *c = db_open(ctx->db,
				SQL("SELECT DISTINCT party_id, job_id FROM payment WHERE document_id = :document "
				    "AND job_id IS NOT NULL"),
				BIND(B_INT("document", d->id)));

	while (cur_next(c)) {
		if (n == SOURCES_MOST) {
			cur_close(c);
			break;
		}
		ret[n++] = (struct source){ .party_id = cur_int(c, 0), .job_id = cur_int(c, 1) };
	}
	*ret_used = 0;
	for (size_t i = 0; i < n_billed; i++) {
		bool known = billed[i].bill_id != 0;

		*ret_used += known ? billed[i].amount : 0;
		for (size_t k = 0; k < n && !known; k++)
			known = ret[k].party_id == billed[i].party_id && ret[k].job_id == billed[i].job_id;
		if (!known && n < SOURCES_MOST)
			ret[n++] = billed[i];
	}
	for (size_t i = 0; i < n; i++)
		ret[i].amount = advance_held(ctx, ret[i].party_id, ret[i].job_id);
	return n;
}

/* ---- payment.refund ---- */

struct refund {
	struct input input;
	int64_t document, amount;
	const char *method, *reference, *reason;
};

static const struct field refund_input[] = {
	FIELD(refund, document, "document", N_("Receipt"), VT_REF, REQUIRED, .view = "documents"),
	FIELD(refund, amount, "amount", N_("Amount"), VT_MONEY, REQUIRED, .min = 1, .max = MONEY_MAX),
	FIELD(refund, method, "method", N_("Method"), VT_CHOICE, REQUIRED, .choices = choice_pay_method),
	FIELD(refund, reference, "reference", N_("Reference"), VT_TEXT, .max = 60),
	FIELD(refund, reason, "reason", N_("Reason"), VT_TEXT, REQUIRED, .max = 200),
	{ 0 },
};

struct refunding {
	struct ctx *ctx;
	struct posted d;
	struct source source[SOURCES_MOST];
	size_t n;
	int64_t used; /* of the payment, by bills that stand */
	int64_t free; /* of the payment, used by no bill and not given back */
};

static bool refunding_read(struct refunding *r, int64_t document_id, struct err *e)
{
	int64_t held = 0;

	if (!posted_read(r->ctx, document_id, &r->d, e))
		return false;
	if (r->d.kind != DOC_PAYMENT)
		return err_field(e, "document", N_("%s is no receipt of money"), r->d.number);
	r->n = sources_free(r->ctx, &r->d, r->source, &r->used);
	for (size_t i = 0; i < r->n; i++)
		held += r->source[i].amount;
	r->free = payment_left(r->ctx, document_id) - r->used;
	if (held < r->free)
		r->free = held;
	return true;
}

static bool refund_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct refund *in = input;
	struct refunding *r;

	if (!HAS(in, document))
		return true;
	r = ARENA_NEW(ctx->arena, struct refunding);
	r->ctx = ctx;
	if (!refunding_read(r, in->document, e))
		return false;
	if (r->free <= 0)
		return err_field(e, "document", N_("Nothing of %s can be given back: a bill has used it or it was refunded. Reopen the work order first (job.reopen)"),
				 r->d.number);
	if (HAS(in, amount) && in->amount > r->free)
		return err_field(e, "amount", N_("Only %s of %s can be given back"), money_text(ctx->arena, r->free), r->d.number);
	return true;
}

/* Is there so much in the drawer? */
static bool drawer_has(struct ctx *ctx, const struct pay *pay, struct err *e)
{
	return pay->account != ACC_CASH || ledger_shift(ctx, pay->shift_id, ACC_CASH) >= pay->amount ||
	       err_field(e, "amount", N_("There is not so much cash in this till. Choose another method"));
}

static void refund_row(struct ctx *ctx, int64_t document, const struct pay *pay, const struct source *from, int64_t amount,
		       int64_t refunds_id)
{
	db_exec(ctx->db,
		SQL("INSERT INTO payment (document_id, shift_id, method_id, party_id, job_id, amount, reference, refunds_id) "
		    "VALUES (:document, :shift, :method, :party, :job, :amount, :reference, :refunds)"),
		BIND(B_INT("document", document), B_ID("shift", pay->shift_id), B_INT("method", pay->method_id),
		     B_INT("party", from->party_id), B_ID("job", from->job_id), B_INT("amount", -amount),
		     B_TEXT("reference", pay->reference), B_ID("refunds", refunds_id)));
}

static bool refund_post(struct refunding *r, const struct pay *pay, const char *reason, struct err *e)
{
	struct posting *p = ARENA_NEW(r->ctx->arena, struct posting);
	struct ctx with = *r->ctx;
	int64_t left = pay->amount, document;

	with.remark = reason;
	document = document_post(&with, &(struct document){ .kind = DOC_REFUND, .party_id = r->d.party_id,
							    .job_id = r->d.job_id, .amount = pay->amount });
	for (size_t i = 0; i < r->n && left > 0; i++) {
		const struct source *from = &r->source[i];
		int64_t piece = from->amount < left ? from->amount : left;

		if (piece <= 0)
			continue;
		refund_row(r->ctx, document, pay, from, piece, r->d.id);
		posting_add(p, (struct posting_line){ .account = ACC_ADVANCE, .amount = piece, .party_id = from->party_id,
						      .job_id = from->job_id });
		left -= piece;
	}
	posting_add(p, (struct posting_line){ .account = pay->account, .amount = -pay->amount, .shift_id = pay->shift_id });
	return ledger_post(r->ctx, document, p, e);
}

static bool refund_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct refund *in = input;
	struct pay_line line = { .method = in->method, .amount = in->amount };
	struct refunding *r = ARENA_NEW(ctx->arena, struct refunding);
	struct pay pay;

	r->ctx = ctx;
	if (!refunding_read(r, in->document, e) || !pay_read_one(ctx, &line, &pay, e) || !drawer_has(ctx, &pay, e))
		return false;
	pay.reference = in->reference;
	if (!refund_post(r, &pay, in->reason, e))
		return false;
	answer_say(ctx, N_("%s: %s given back of %s"), ctx->answer->number, money_text(ctx->arena, in->amount), r->d.number);
	return true;
}

COMMAND(payment_refund) = {
	.name = "payment.refund",
	.title = N_("Refund a payment"),
	.help = N_("Gives back what a customer has paid and no bill has used."),
	.undo = UNDO_REVERSE,
	.input = refund_input,
	.size = sizeof(struct refund),
	.prints = "receipt",
	.may = refund_may,
	.run = refund_run,
};

/* ---- reversals ---- */

struct undoing {
	struct ctx *ctx;
	struct err *e;
	const struct posted *d;
	struct posting *p;
	int64_t document;
};

/* The shift that a row of money goes back to: its own while that is open, else the one that is open now. */
static bool shift_now(struct ctx *ctx, int64_t shift_id, int64_t *ret, struct err *e)
{
	*ret = shift_id;
	if (!shift_id || db_exists(ctx->db, SQL("SELECT 1 FROM till_shift WHERE id = :id AND closed_at IS NULL"),
				   BIND(B_INT("id", shift_id))))
		return true;
	return (*ret = till_shift(ctx, e)) != 0;
}

struct paid_row {
	struct pay pay;
	struct source from;
	int64_t refunds_id;
};

static size_t paid_rows(struct ctx *ctx, int64_t document_id, struct paid_row *ret, size_t most)
{
	struct cur *c = db_open(ctx->db,
				SQL("SELECT y.shift_id, y.method_id, m.account_id, y.party_id, y.job_id, y.amount, y.refunds_id, "
				    "y.reference FROM payment y JOIN pay_method m ON m.id = y.method_id "
				    "WHERE y.document_id = :document ORDER BY y.id"),
				BIND(B_INT("document", document_id)));
	size_t n = 0;

	while (cur_next(c)) {
		ret[n++] = (struct paid_row){
			.pay = { .shift_id = cur_int(c, 0), .method_id = cur_int(c, 1), .account = cur_int(c, 2),
				 .amount = cur_int(c, 5),
				 .reference = cur_null(c, 7) ? NULL : arena_strdup(ctx->arena, cur_text(c, 7)) },
			.from = { .party_id = cur_int(c, 3), .job_id = cur_int(c, 4) },
			.refunds_id = cur_int(c, 6),
		};
		if (n == most) {
			cur_close(c);
			break;
		}
	}
	return n;
}

/* The money itself goes the other way. */
static bool money_back(struct undoing *u)
{
	struct paid_row *row = ARENA_ARRAY(u->ctx->arena, struct paid_row, SOURCES_MOST);
	size_t n = paid_rows(u->ctx, u->d->id, row, SOURCES_MOST);

	for (size_t i = 0; i < n; i++) {
		struct pay *pay = &row[i].pay;

		if (!shift_now(u->ctx, pay->shift_id, &pay->shift_id, u->e))
			return false;
		if (pay->amount > 0 && !drawer_has(u->ctx, pay, u->e))
			return false;
		refund_row(u->ctx, u->document, pay, &row[i].from, pay->amount, row[i].refunds_id);
		posting_add(u->p, (struct posting_line){ .account = pay->account, .amount = -pay->amount,
							 .shift_id = pay->shift_id });
	}
	return true;
}

static bool advance_give(struct undoing *u, const struct source *from)
{
	if (advance_held(u->ctx, from->party_id, from->job_id) < from->amount)
		return err_field(u->e, "document", N_("%s has paid a settlement as an advance. Reopen the work order first (job.reopen)"),
				 u->d->number);
	posting_add(u->p, (struct posting_line){ .account = ACC_ADVANCE, .amount = from->amount, .party_id = from->party_id,
						 .job_id = from->job_id });
	return true;
}

/* A car that has left is paid for, or its payer has terms. */
static bool bill_may_open(struct undoing *u, const struct source *from)
{
	return !db_exists(u->ctx->db,
			  SQL("SELECT 1 FROM job j, party p WHERE j.id = :job AND j.state = 'handed_over' AND p.id = :party "
			      "AND p.terms_days IS NULL"),
			  BIND(B_INT("job", from->job_id), B_INT("party", from->party_id))) ||
	       err_field(u->e, "document", N_("The car is handed over, and the payer of %s pays at once: its payment stands"),
			 u->d->number);
}

static bool bill_reopen(struct undoing *u, const struct source *from)
{
	if (!bill_may_open(u, from))
		return false;
	db_exec(u->ctx->db, SQL("INSERT INTO allocation (document_id, bill_id, amount) VALUES (:document, :bill, :amount)"),
		BIND(B_INT("document", u->document), B_INT("bill", from->bill_id), B_INT("amount", -from->amount)));
	db_exec(u->ctx->db,
		SQL("INSERT INTO bill_open (id, party_id, due_on, amount) SELECT id, party_id, due_on, :amount FROM bill "
		    "WHERE id = :bill ON CONFLICT (id) DO UPDATE SET amount = amount + excluded.amount"),
		BIND(B_INT("amount", from->amount), B_INT("bill", from->bill_id)));
	posting_add(u->p, (struct posting_line){ .account = ACC_RECEIVABLE, .amount = from->amount,
						 .party_id = from->party_id, .job_id = from->job_id });
	return true;
}

static bool uses_undo(struct undoing *u)
{
	struct source *used = ARENA_ARRAY(u->ctx->arena, struct source, SOURCES_MOST);
	size_t n = sources_billed(u->ctx, u->d->id, used);
	int64_t rest = u->d->amount;

	for (size_t i = 0; i < n; i++) {
		rest -= used[i].amount;
		if (!(used[i].bill_id ? bill_reopen(u, &used[i]) : advance_give(u, &used[i])))
			return false;
	}
	return rest == 0 || advance_give(u, &(struct source){ .party_id = u->d->party_id, .job_id = u->d->job_id, .amount = rest });
}

bool reverse_payment(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	struct undoing u = { .ctx = ctx, .e = e, .d = d, .p = ARENA_NEW(ctx->arena, struct posting) };

	if (payment_left(ctx, d->id) != d->amount)
		return err_field(e, "document", N_("Some of %s was refunded. Reverse the refund first"), d->number);
	u.document = posted_reverse(ctx, d, reason);
	return uses_undo(&u) && money_back(&u) && ledger_post(ctx, u.document, u.p, e);
}

bool reverse_refund(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	struct undoing u = { .ctx = ctx, .e = e, .d = d, .p = ARENA_NEW(ctx->arena, struct posting) };
	struct paid_row *row = ARENA_ARRAY(ctx->arena, struct paid_row, SOURCES_MOST);
	size_t n = paid_rows(ctx, d->id, row, SOURCES_MOST);

	u.document = posted_reverse(ctx, d, reason);
	for (size_t i = 0; i < n; i++)
		posting_add(u.p, (struct posting_line){ .account = ACC_ADVANCE, .amount = row[i].pay.amount,
							.party_id = row[i].from.party_id, .job_id = row[i].from.job_id });
	return money_back(&u) && ledger_post(ctx, u.document, u.p, e);
}
