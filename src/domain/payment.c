/* payment.c - money that customers bring: what it is, what it pays, and its entry.
 *
 * A payment debits the account of its method (cash and wallets by the shift of the till) and credits the
 * receivable of each bill's payer and job, or the advance of the job while that is not settled, or of the
 * customer himself. */
#include "domain/payment.h"

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/card.h"
#include "domain/document.h"
#include "domain/ledger.h"
#include "domain/payment_source.h"

static int64_t pay_sum(const struct pay *pay, size_t n)
{
	int64_t sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += pay[i].amount;
	return sum;
}

static int64_t due_sum(const struct due *due, size_t n)
{
	int64_t sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += due[i].open;
	return sum;
}

static bool within_open(struct ctx *ctx, int64_t brought, int64_t open, struct err *e)
{
	if (brought <= open)
		return true;
	if (open == 0)
		return err_field(e, "amount", N_("Nothing is open here"));
	return err_field(e, "amount",
			 N_("Only %s is open. Where cash gives change, write the amount and what was given"),
			 money_text(ctx->arena, open));
}

struct paying {
	struct ctx *ctx;
	struct posting *p;
	int64_t document, job_id;
	int64_t change;            /* of the method at hand, not written yet */
	struct value_piece *value; /* what the member card gave to what; NULL: it pays with something else */
	size_t n_value;
	bool forfeitable;
};

void payment_row(struct ctx *ctx, int64_t document, const struct pay *pay, const struct payer *payer,
		 int64_t amount)
{
	db_exec(ctx->db,
		SQL("INSERT INTO payment (document_id, shift_id, method_id, party_id, job_id, amount, "
		    "tendered, reference, refunds_id, purpose_id, card_id, forfeitable) "
		    "VALUES (:document, :shift, :method, :party, :job, :amount, :tendered, :reference, "
		    ":refunds, :purpose, :card, :forfeitable)"),
		BIND(B_INT("document", document), B_ID("shift", pay->shift_id),
		     B_INT("method", pay->method_id), B_ID("party", payer->party_id),
		     B_ID("job", payer->job_id), B_INT("amount", amount), B_ID("tendered", payer->tendered),
		     B_TEXT("reference", pay->reference), B_ID("refunds", payer->refunds_id),
		     B_ID("purpose", payer->purpose),
		     B_ID("card", payer->card_id ? payer->card_id : pay->card_id),
		     B_ID("forfeitable", payer->forfeitable)));
}

static void piece_row(struct paying *s, const struct pay *pay, int64_t party_id, int64_t amount)
{
	payment_row(s->ctx, s->document, pay,
		    &(struct payer){ .party_id = party_id,
				     .job_id = s->job_id,
				     .tendered = s->change ? amount + s->change : 0,
				     .forfeitable = s->forfeitable },
		    amount);
	s->change = 0;
}

/* What one method gives to one due. */
static void payment_piece(struct paying *s, struct due *d, int64_t amount)
{
	posting_add(s->p, (struct posting_line){ .account = d->bill_id ? ACC_RECEIVABLE : ACC_ADVANCE,
						 .amount = -amount,
						 .party_id = d->party_id,
						 .job_id = d->job_id });
	if (s->value)
		s->value[s->n_value++] = (struct value_piece){ d->bill_id, d->job_id, d->party_id, amount };
	d->open -= amount;
	d->paid += amount;
}

/* Spends one method on the dues from `*at` on; a row for each payer it reaches. */
static void payment_spend(struct paying *s, const struct pay *pay, struct due *due, size_t n, size_t *at)
{
	int64_t left = pay->amount, row = 0, party = 0;

	s->change = pay->tendered ? pay->tendered - pay->amount : 0;
	for (; left > 0 && *at<n; *at += left> 0) {
		struct due *d = &due[*at];
		int64_t piece = d->open < left ? d->open : left;

		if (piece == 0)
			continue;
		if (row && party != d->party_id) {
			piece_row(s, pay, party, row);
			row = 0;
		}
		party = d->party_id;
		row += piece;
		left -= piece;
		payment_piece(s, d, piece);
	}
	if (row)
		piece_row(s, pay, party, row);
}

/* ---- where the money comes from ---- */

static bool advance_pays(struct paying *s, const struct pay *pay, const struct due *d, struct err *e)
{
	int64_t held = advance_held(s->ctx, d->party_id, 0);

	if (!d->bill_id && !d->job_id)
		return err_field(e, "method", N_("It is held as the advance already"));
	if (held < pay->amount)
		return err_field(e, "amount", N_("Of this payer %s is held in advance"),
				 money_text(s->ctx->arena, held > 0 ? held : 0));
	posting_add(s->p, (struct posting_line){
			      .account = ACC_ADVANCE, .amount = pay->amount, .party_id = d->party_id });
	return true;
}

static bool card_pays(struct paying *s, struct pay *pay, const struct due *d, struct err *e)
{
	struct card card;

	if (db_exists(s->ctx->db, SQL("SELECT 1 FROM card_move WHERE document_id = :document"),
		      BIND(B_INT("document", s->document))))
		return err_field(e, "method", N_("One member card for each payment"));
	if (!pay->card_id && !(pay->card_id = card_of_party(s->ctx, d->party_id, e)))
		return false;
	return card_read(s->ctx, pay->card_id, &card) && card_usable(s->ctx, &card, e) &&
	       card_spend(s->ctx, s->document, &card, pay->amount, s->p, e);
}

/* The debit of one method, for what it pays first. */
static bool method_pays(struct paying *s, struct pay *pay, const struct due *d, struct err *e)
{
	if (pay->method_id == PAY_ADVANCE)
		return advance_pays(s, pay, d, e);
	if (pay->method_id == PAY_MEMBER)
		return card_pays(s, pay, d, e);
	if (pay->method_id == PAY_COUPON && !d->bill_id)
		return err_field(e, "method", N_("A coupon pays a bill; it is no advance"));
	posting_add(s->p, (struct posting_line){
			      .account = pay->account, .amount = pay->amount, .shift_id = pay->shift_id });
	return true;
}

static void allocations_write(struct paying *s, const struct due *due, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (due[i].bill_id && due[i].paid)
			db_exec(s->ctx->db,
				SQL("INSERT INTO allocation (document_id, bill_id, amount) VALUES "
				    "(:document, :bill, :amount)"),
				BIND(B_INT("document", s->document), B_INT("bill", due[i].bill_id),
				     B_INT("amount", due[i].paid)));
}

static int64_t change_of(const struct pay *pay, size_t n)
{
	int64_t change = 0;

	for (size_t i = 0; i < n; i++)
		change += pay[i].tendered ? pay[i].tendered - pay[i].amount : 0;
	return change;
}

static void change_tell(struct ctx *ctx, const struct pay *pay, size_t n)
{
	if (change_of(pay, n))
		answer_add_text(ctx, "change", money_plain(ctx->arena, change_of(pay, n)));
}

void payment_say_change(struct ctx *ctx, const struct pay *pay, size_t n)
{
	if (change_of(pay, n))
		answer_say_more(ctx, N_("Change: %s"), money_text(ctx->arena, change_of(pay, n)));
}

static bool methods_spend(struct paying *s, struct pay *pay, size_t n_pay, struct due *due, size_t n_due,
			  struct err *e)
{
	size_t at = 0;

	for (size_t i = 0; i < n_pay; i++) {
		while (at < n_due && due[at].open == 0)
			at++;
		if (!method_pays(s, &pay[i], &due[at], e)) {
			e->line = n_pay > 1 ? (int)i + 1 : 0;
			return false;
		}
		s->value = pay[i].method_id == PAY_MEMBER
			       ? ARENA_ARRAY(s->ctx->arena, struct value_piece, n_due)
			       : NULL;
		s->n_value = 0;
		payment_spend(s, &pay[i], due, n_due, &at);
		if (s->value && !card_value_use(s->ctx, s->document, pay[i].card_id, s->value, s->n_value, e))
			return false;
	}
	return true;
}

bool payment_into(struct ctx *ctx, int64_t document, struct posting *p, struct pay *pay, size_t n_pay,
		  struct due *due, size_t n_due, struct err *e)
{
	struct paying s = { .ctx = ctx, .p = p, .document = document };

	if (!within_open(ctx, pay_sum(pay, n_pay), due_sum(due, n_due), e) ||
	    !methods_spend(&s, pay, n_pay, due, n_due, e))
		return false;
	allocations_write(&s, due, n_due);
	change_tell(ctx, pay, n_pay);
	return true;
}

bool payment_post(struct ctx *ctx, struct pay *pay, size_t n_pay, struct due *due, size_t n_due,
		  const struct payer *payer, int64_t *ret_document, struct err *e)
{
	struct paying s = { .ctx = ctx,
			    .p = posting_new(ctx->arena),
			    .job_id = payer->job_id,
			    .forfeitable = payer->forfeitable };
	int64_t sum = pay_sum(pay, n_pay);
	size_t at = 0;

	if (!within_open(ctx, sum, due_sum(due, n_due), e))
		return false;
	while (at < n_due && due[at].open == 0)
		at++;
	s.document = document_post(ctx, &(struct document){ .kind = DOC_PAYMENT,
							    .party_id = due[at].party_id,
							    .job_id = payer->job_id,
							    .amount = sum });
	if (!methods_spend(&s, pay, n_pay, due, n_due, e))
		return false;
	allocations_write(&s, due, n_due);
	change_tell(ctx, pay, n_pay);
	*ret_document = s.document;
	return ledger_post(ctx, s.document, s.p, e);
}

void dues_keep(struct ctx *ctx, const struct due *due, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (!due[i].bill_id || !due[i].paid)
			continue;
		if (due[i].open + due[i].kept_open == 0)
			db_exec(ctx->db, SQL("DELETE FROM bill_open WHERE id = :id"),
				BIND(B_INT("id", due[i].bill_id)));
		else
			db_exec(
			    ctx->db, SQL("UPDATE bill_open SET amount = :open WHERE id = :id"),
			    BIND(B_INT("open", due[i].open + due[i].kept_open), B_INT("id", due[i].bill_id)));
	}
}
