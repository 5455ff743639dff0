/* reverse_payment.c - reversing payments and refunds: the bills that a payment paid are open again.
 *
 * Money leaves by the till that is open now, for the drawer that took it may be closed and counted. */
#include "base/money.h"
#include "domain/bill.h"
#include "domain/card.h"
#include "domain/payment_source.h"
#include "domain/reverse.h"
#include "domain/till.h"

struct undoing {
	struct ctx *ctx;
	struct err *e;
	const struct posted *d;
	struct posting *p;
	int64_t document;
	bool money_only; /* the entry's other sides are taken back already */
};

/* The shift that a row of money goes back to: its own while that is open, else the one that is open now. */
static bool shift_now(struct ctx *ctx, int64_t shift_id, int64_t *ret, struct err *e)
{
	*ret = shift_id;
	if (!shift_id ||
	    db_exists(ctx->db, SQL("SELECT 1 FROM till_shift WHERE id = :id AND closed_at IS NULL"),
		      BIND(B_INT("id", shift_id))))
		return true;
	return (*ret = till_shift(ctx, e)) != 0;
}

struct paid_row {
	struct pay pay;
	struct source from;
	int64_t refunds_id, purpose, card_id;
};

static struct paid_row *paid_rows(struct ctx *ctx, int64_t document_id, size_t *ret_n)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT y.shift_id, y.method_id, m.account_id, y.party_id, y.job_id, y.amount, y.refunds_id, "
		"y.reference, y.purpose_id, y.card_id FROM payment y JOIN pay_method m ON m.id = y.method_id "
		"WHERE y.document_id = :document ORDER BY y.id"),
	    BIND(B_INT("document", document_id)));
	struct paid_row *row = NULL;
	size_t n = 0;

	while (cur_next(c)) {
		ARENA_MORE(ctx->arena, row, n);
		row[n++] = (struct paid_row){
			.pay = { .shift_id = cur_int(c, 0),
				 .method_id = cur_int(c, 1),
				 .account = cur_int(c, 2),
				 .amount = cur_int(c, 5),
				 .reference =
				     cur_null(c, 7) ? NULL : arena_strdup(ctx->arena, cur_text(c, 7)) },
			.from = { .party_id = cur_int(c, 3), .job_id = cur_int(c, 4) },
			.refunds_id = cur_int(c, 6),
			.purpose = cur_int(c, 8),
			.card_id = cur_int(c, 9),
		};
	}
	*ret_n = n;
	return row;
}

/* What was given back into an advance lies there still. */
static bool advance_there(struct undoing *u, const struct paid_row *row)
{
	int64_t held;

	if (row->pay.method_id != PAY_ADVANCE || row->pay.amount >= 0)
		return true;
	held = advance_held(u->ctx, row->from.party_id, 0);
	return held >= -row->pay.amount ||
	       err_field(u->e, "document", N_("%s gave %s into an advance, and only %s of it is left"),
			 u->d->number, money_text(u->ctx->arena, -row->pay.amount),
			 money_text(u->ctx->arena, held));
}

/* The money itself goes the other way. */
static bool money_back(struct undoing *u)
{
	size_t n;
	struct paid_row *row = paid_rows(u->ctx, u->d->id, &n);

	for (size_t i = 0; i < n; i++) {
		struct pay *pay = &row[i].pay;

		if (!shift_now(u->ctx, pay->shift_id, &pay->shift_id, u->e))
			return false;
		if ((pay->amount > 0 && !drawer_has(u->ctx, pay, u->e)) || !advance_there(u, &row[i]))
			return false;
		payment_row(u->ctx, u->document, pay,
			    &(struct payer){ .party_id = row[i].from.party_id,
					     .job_id = row[i].from.job_id,
					     .refunds_id = row[i].refunds_id,
					     .purpose = row[i].purpose,
					     .card_id = row[i].card_id },
			    -pay->amount);
		if (pay->method_id != PAY_MEMBER && (!u->money_only || pay_is_money(pay)))
			posting_add(u->p, (struct posting_line){ .account = pay->account,
								 .amount = -pay->amount,
								 .shift_id = pay->shift_id,
								 .party_id = pay->method_id == PAY_ADVANCE
										 ? row[i].from.party_id
										 : 0 });
	}
	return true;
}

bool payments_turn(struct ctx *ctx, const struct posted *d, int64_t document, struct posting *p,
		   struct err *e)
{
	struct undoing u = { .ctx = ctx, .e = e, .d = d, .p = p, .document = document, .money_only = true };

	return money_back(&u) && card_moves_undo(ctx, d->id, document, NULL, e);
}

static bool advance_give(struct undoing *u, const struct source *from)
{
	if (advance_held(u->ctx, from->party_id, from->job_id) < from->amount)
		return err_field(
		    u->e, "document",
		    N_("%s has paid a settlement as an advance. Reopen the work order first (job.reopen)"),
		    u->d->number);
	posting_add(u->p, (struct posting_line){ .account = ACC_ADVANCE,
						 .amount = from->amount,
						 .party_id = from->party_id,
						 .job_id = from->job_id });
	return true;
}

/* A car that has left is paid for, or its payer has terms. */
static bool bill_may_open(struct undoing *u, const struct source *from)
{
	return !db_exists(u->ctx->db,
			  SQL("SELECT 1 FROM job j, party p WHERE j.id = :job AND j.state = 'handed_over' "
			      "AND p.id = :party "
			      "AND p.terms_days IS NULL"),
			  BIND(B_INT("job", from->job_id), B_INT("party", from->party_id))) ||
	       err_field(u->e, "document",
			 N_("The car is handed over, and the payer of %s pays at once: its payment stands"),
			 u->d->number);
}

static bool bill_reopen(struct undoing *u, const struct source *from)
{
	if (!bill_may_open(u, from))
		return false;
	db_exec(
	    u->ctx->db,
	    SQL("INSERT INTO allocation (document_id, bill_id, amount) VALUES (:document, :bill, :amount)"),
	    BIND(B_INT("document", u->document), B_INT("bill", from->bill_id),
		 B_INT("amount", -from->amount)));
	bill_raise(u->ctx, from->bill_id, from->amount);
	posting_add(u->p, (struct posting_line){ .account = ACC_RECEIVABLE,
						 .amount = from->amount,
						 .party_id = from->party_id,
						 .job_id = from->job_id });
	return true;
}

static bool uses_undo(struct undoing *u)
{
	struct source *used;
	size_t n = sources_billed(u->ctx, u->d->id, &used);
	int64_t rest = u->d->amount;

	for (size_t i = 0; i < n; i++) {
		rest -= used[i].amount;
		if (!(used[i].bill_id ? bill_reopen(u, &used[i]) : advance_give(u, &used[i])))
			return false;
	}
	return rest == 0 ||
	       advance_give(
		   u, &(struct source){ .party_id = u->d->party_id, .job_id = u->d->job_id, .amount = rest });
}

static bool payment_reversible(struct ctx *ctx, const struct posted *d, struct err *e)
{
	return payment_left(ctx, d->id) == d->amount ||
	       err_field(e, "document", N_("Some of %s was refunded. Reverse the refund first"), d->number);
}

static bool reverse_payment(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	struct undoing u = { .ctx = ctx, .e = e, .d = d, .p = posting_new(ctx->arena) };

	u.document = posted_reverse(ctx, d, reason);
	return uses_undo(&u) && money_back(&u) && card_moves_undo(ctx, d->id, u.document, u.p, e) &&
	       ledger_post(ctx, u.document, u.p, e);
}

REVERSAL(payment) = {
	.kinds = { DOC_PAYMENT },
	.may = payment_reversible,
	.run = reverse_payment,
};

static bool reverse_refund(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	struct undoing u = { .ctx = ctx, .e = e, .d = d, .p = posting_new(ctx->arena) };
	size_t n;
	struct paid_row *row = paid_rows(ctx, d->id, &n);

	u.document = posted_reverse(ctx, d, reason);
	for (size_t i = 0; i < n; i++)
		posting_add(u.p, (struct posting_line){ .account = ACC_ADVANCE,
							.amount = row[i].pay.amount,
							.party_id = row[i].from.party_id,
							.job_id = row[i].from.job_id });
	return money_back(&u) && card_moves_undo(ctx, d->id, u.document, u.p, e) &&
	       ledger_post(ctx, u.document, u.p, e);
}

REVERSAL(refund) = {
	.kinds = { DOC_REFUND },
	.run = reverse_refund,
};

bool reverse_money(struct ctx *ctx, const struct posted *d, const char *reason, struct posting *p,
		   int64_t *ret_document, struct err *e)
{
	struct undoing u = { .ctx = ctx, .e = e, .d = d, .p = p };

	u.document = *ret_document = posted_reverse(ctx, d, reason);
	return money_back(&u);
}
