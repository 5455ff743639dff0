/* payment.c - money that customers bring: what it is, what it pays, and its entry.
 *
 * A payment debits the account of its method (cash and wallets by the shift of the till) and credits the
 * receivable of each bill's payer and job, or the advance of the job while that is not settled. */
#include "domain/payment.h"

#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/choice.h"
#include "domain/document.h"
#include "domain/ledger.h"
#include "domain/till.h"

const struct field pay_line_input[] = {
	FIELD(pay_line, method, "method", N_("Method"), VT_CHOICE, REQUIRED, .choices = choice_pay_method,
	      .help = N_("How the money comes or goes: cash, WeChat, Alipay, card, transfer.")),
	FIELD(pay_line, amount, "amount", N_("Amount"), VT_MONEY, REQUIRED, .min = 1, .max = MONEY_MAX,
	      .help = N_("How much; a sum such as 100+20 is worked out.")),
	FIELD(pay_line, reference, "reference", N_("Reference"), VT_TEXT, .max = 60,
	      .help = N_("The number of the transfer or slip; each is booked once.")),
	FIELD(pay_line, tendered, "tendered", N_("Given"), VT_MONEY, .min = 1, .max = MONEY_MAX,
	      .help = N_("Cash that was handed over, where there is change.")),
	{ 0 },
};

/* ---- understanding ---- */

static bool reference_new(struct ctx *ctx, const struct pay *p, struct err *e)
{
	const char *number;

	if (!p->reference)
		return true;
	number = db_text(ctx->db, ctx->arena,
			 SQL("SELECT d.number FROM payment y JOIN document d ON d.id = y.document_id "
			     "WHERE y.reference = :reference AND y.method_id = :method AND y.amount > 0 "
			     "AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id) LIMIT 1"),
			 BIND(B_TEXT("reference", p->reference), B_INT("method", p->method_id)));
	return !number ||
	       err_field(e, "reference", N_("The reference %s is booked already (%s)"), p->reference, number);
}

static bool change_sound(struct ctx *ctx, const struct pay_line *l, struct err *e)
{
	if (!HAS(l, tendered) || l->tendered == l->amount)
		return true;
	if (strcmp(l->method, "cash") != 0)
		return err_field(e, "tendered", N_("Only cash gives change"));
	return l->tendered > l->amount ||
	       err_field(e, "tendered", N_("%s was given, but %s is to be paid"),
			 money_text(ctx->arena, l->tendered), money_text(ctx->arena, l->amount));
}

static void method_read(struct ctx *ctx, struct pay *p)
{
	struct cur *c = db_open(ctx->db, SQL("SELECT id, account_id FROM pay_method WHERE code = :code"),
				BIND(B_TEXT("code", p->method)));

	if (!cur_next(c))
		return;
	p->method_id = cur_int(c, 0);
	p->account = cur_int(c, 1);
	cur_close(c);
}

bool pay_read_one(struct ctx *ctx, const struct pay_line *l, struct pay *ret, struct err *e)
{
	*ret = (struct pay){ .method = l->method,
			     .reference = l->reference,
			     .amount = l->amount,
			     .tendered = HAS(l, tendered) && l->tendered != l->amount ? l->tendered : 0 };
	if (!change_sound(ctx, l, e))
		return false;
	method_read(ctx, ret);
	if (ret->account != ACC_BANK && !(ret->shift_id = till_shift(ctx, e)))
		return false;
	return reference_new(ctx, ret, e);
}

static bool reference_twice(const struct pay *pay, size_t i)
{
	for (size_t k = 0; pay[i].reference && k < i; k++)
		if (pay[k].reference && pay[k].method_id == pay[i].method_id &&
		    !strcmp(pay[k].reference, pay[i].reference))
			return true;
	return false;
}

bool pay_read(struct ctx *ctx, const struct lines *lines, struct pay *ret, struct err *e)
{
	for (size_t i = 0; i < lines->n; i++) {
		bool ok = pay_read_one(ctx, LINE_AT(*lines, struct pay_line, i), &ret[i], e);

		if (ok && reference_twice(ret, i))
			ok = err_field(e, "reference", N_("The reference %s stands there twice"),
				       ret[i].reference);
		if (!ok) {
			e->line = (int)i + 1;
			return false;
		}
	}
	return true;
}

/* ---- posting ---- */

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
};

static void payment_row(struct paying *s, const struct pay *pay, int64_t party_id, int64_t amount)
{
	db_exec(s->ctx->db,
		SQL("INSERT INTO payment (document_id, shift_id, method_id, party_id, job_id, amount, "
		    "tendered, reference) "
		    "VALUES (:document, :shift, :method, :party, :job, :amount, :tendered, :reference)"),
		BIND(B_INT("document", s->document), B_ID("shift", pay->shift_id),
		     B_INT("method", pay->method_id), B_INT("party", party_id), B_ID("job", s->job_id),
		     B_INT("amount", amount), B_ID("tendered", pay->tendered),
		     B_TEXT("reference", pay->reference)));
}

/* What one method gives to one due. */
static void payment_piece(struct paying *s, const struct pay *pay, struct due *d, int64_t amount)
{
	posting_add(s->p, (struct posting_line){
			      .account = pay->account, .amount = amount, .shift_id = pay->shift_id });
	posting_add(s->p, (struct posting_line){ .account = d->bill_id ? ACC_RECEIVABLE : ACC_ADVANCE,
						 .amount = -amount,
						 .party_id = d->party_id,
						 .job_id = d->job_id });
	d->open -= amount;
	d->paid += amount;
}

/* Spends one method on the dues from `*at` on; a row for each payer it reaches. */
static void payment_spend(struct paying *s, const struct pay *pay, struct due *due, size_t n, size_t *at)
{
	int64_t left = pay->amount, row = 0, party = 0;

	for (; left > 0 && *at<n; *at += left> 0) {
		struct due *d = &due[*at];
		int64_t piece = d->open < left ? d->open : left;

		if (piece == 0)
			continue;
		if (row && party != d->party_id) {
			payment_row(s, pay, party, row);
			row = 0;
		}
		party = d->party_id;
		row += piece;
		left -= piece;
		payment_piece(s, pay, d, piece);
	}
	if (row)
		payment_row(s, pay, party, row);
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

bool payment_into(struct ctx *ctx, int64_t document, struct posting *p, const struct pay *pay, size_t n_pay,
		  struct due *due, size_t n_due, struct err *e)
{
	struct paying s = { .ctx = ctx, .p = p, .document = document };
	size_t at = 0;

	if (!within_open(ctx, pay_sum(pay, n_pay), due_sum(due, n_due), e))
		return false;
	for (size_t i = 0; i < n_pay; i++)
		payment_spend(&s, &pay[i], due, n_due, &at);
	allocations_write(&s, due, n_due);
	change_tell(ctx, pay, n_pay);
	return true;
}

bool payment_post(struct ctx *ctx, const struct pay *pay, size_t n_pay, struct due *due, size_t n_due,
		  int64_t job_id, int64_t *ret_document, struct err *e)
{
	struct paying s = { .ctx = ctx, .p = ARENA_NEW(ctx->arena, struct posting), .job_id = job_id };
	int64_t sum = pay_sum(pay, n_pay);
	size_t at = 0;

	if (!within_open(ctx, sum, due_sum(due, n_due), e))
		return false;
	while (at < n_due && due[at].open == 0)
		at++;
	s.document = document_post(
	    ctx, &(struct document){
		     .kind = DOC_PAYMENT, .party_id = due[at].party_id, .job_id = job_id, .amount = sum });
	for (size_t i = 0; i < n_pay; i++)
		payment_spend(&s, &pay[i], due, n_due, &at);
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
		if (due[i].open == 0)
			db_exec(ctx->db, SQL("DELETE FROM bill_open WHERE id = :id"),
				BIND(B_INT("id", due[i].bill_id)));
		else
			db_exec(ctx->db, SQL("UPDATE bill_open SET amount = :open WHERE id = :id"),
				BIND(B_INT("open", due[i].open), B_INT("id", due[i].bill_id)));
	}
}
