/* settle.c - settling a work order: its amounts and payers are fixed, and it may be paid in the same step.
 *
 * The entry of a settlement, prices being gross:
 *	debit   receivable of each payer        his share, together the total
 *	debit   advance received                what was paid in advance, with
 *	credit  receivable                      the same
 *	credit  income from labour, parts, fees the net of each line as if there were no discount
 *	debit   discount                        the net of the discount
 *	credit  output tax                      the tax of what is left of each line after the discount
 *	debit   rounding                        what the total was rounded down by; it bears no tax
 *	debit   cost of goods, credit work in progress: all that was issued to the work order
 * A payment that comes with it is a document of its own. */
#include "domain/settle.h"

#include <stdio.h>
#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/document.h"
#include "domain/job.h"
#include "domain/ledger.h"
#include "domain/payment.h"
#include "domain/setting.h"
#include "domain/settle_sum.h"

#define LINES_MOST  500 /* of a work order */
#define PAYERS_MOST 12

struct payer_line {
	struct input input;
	int64_t party, amount;
	const char *claim_no, *po_no;
};

struct settle {
	struct input input;
	int64_t job, labour_discount, part_discount, discount, round;
	struct lines payers, pay;
};

static const struct field payer_line_input[] = {
	FIELD(payer_line, party, "party", N_("Payer"), VT_REF, REQUIRED, .view = "parties"),
	FIELD(payer_line, amount, "amount", N_("Amount"), VT_MONEY, .min = 1, .max = MONEY_MAX,
	      .help = N_("Without one he pays what the others leave.")),
	FIELD(payer_line, claim_no, "claim_no", N_("Claim number"), VT_TEXT, .max = 40),
	FIELD(payer_line, po_no, "po_no", N_("Order number"), VT_TEXT, .max = 40),
	{ 0 },
};

static const struct field settle_input[] = {
	FIELD(settle, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs"),
	FIELD(settle, labour_discount, "labour_discount", N_("Discount on labour"), VT_MONEY, .max = MONEY_MAX),
	FIELD(settle, part_discount, "part_discount", N_("Discount on parts"), VT_MONEY, .max = MONEY_MAX),
	FIELD(settle, discount, "discount", N_("Discount on all"), VT_MONEY, .max = MONEY_MAX),
	FIELD(settle, round, "round", N_("Round down"), VT_BOOL, .max = 1,
	      .help = N_("To the multiple that the shop's settings name.")),
	LINES(settle, payers, "payers", N_("Payers"), payer_line_input, payer_line, PAYERS_MOST,
	      .help = N_("Without any, the payer of each line, else of the work order.")),
	LINES(settle, pay, "pay", N_("Payment"), pay_line_input, pay_line, PAY_LINES_MOST,
	      .help = N_("What stays open needs a payer with terms.")),
	{ 0 },
};

/* What one payer owes. */
struct share {
	int64_t party_id, amount, due_on, bill_id, limit;
	bool terms, limited;
	const char *name, *claim_no, *po_no;
};

struct settling {
	struct ctx *ctx;
	struct err *e;
	const struct settle *in;
	struct job job;
	struct settle_sum sum;
	struct share share[PAYERS_MOST + 1];
	size_t n_share;
	struct due due[PAYERS_MOST + 1]; /* the bills, in the order in which money pays them */
	size_t n_due;
	struct posting *p;
	int64_t document_id;
	char number[40];
};

/* ---- guards ---- */

static bool settle_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct settle *in = input;
	struct job j;

	if (!HAS(in, job))
		return true;
	if (!job_read(ctx, in->job, &j))
		return err_field(e, "job", N_("This work order is not there"));
	if (job_is(&j, "received") || job_is(&j, "in_work"))
		return err_set(e, ERR_NO, N_("%s is not finished. Finish it first (job.finish)"), j.number);
	if (job_is(&j, "finished"))
		return true;
	if (job_is(&j, "cancelled"))
		return err_set(e, ERR_NO, N_("%s is cancelled: there is nothing to settle"), j.number);
	return err_set(e, ERR_NO, N_("%s is settled already (%s)"), j.number, document_number(ctx, j.settlement_id));
}

/* ---- lines and costs ---- */

static bool lines_read(struct settling *s)
{
	struct cur *c = db_open(s->ctx->db,
				SQL("SELECT id, coalesce(payer_id, :payer), qty, price, amount, kind, text FROM job_line "
				    "WHERE job_id = :job AND state = 'on' ORDER BY pos, id"),
				BIND(B_INT("payer", s->job.payer_id), B_INT("job", s->job.id)));
	struct arena *a = s->ctx->arena;

	s->sum.line = ARENA_ARRAY(a, struct settle_line, LINES_MOST);
	while (cur_next(c)) {
		if (s->sum.n == LINES_MOST) {
			cur_close(c);
			return err_set(s->e, ERR_NO, N_("A settlement has at most %d lines"), LINES_MOST);
		}
		s->sum.line[s->sum.n++] = (struct settle_line){
			.id = cur_int(c, 0),
			.payer_id = cur_int(c, 1),
			.qty = cur_int(c, 2),
			.price = cur_int(c, 3),
			.amount = cur_int(c, 4),
			.kind = arena_strdup(a, cur_text(c, 5)),
			.text = arena_strdup(a, cur_text(c, 6)),
		};
	}
	return s->sum.n > 0 || err_set(s->e, ERR_NO, N_("%s has no lines to settle. Add one, or cancel it"), s->job.number);
}

/* Where the cost of a part that is not billed goes: onto the first part, else the first line. */
static struct settle_line *line_bearing(struct settle_sum *m)
{
	for (size_t i = 0; i < m->n; i++)
		if (!strcmp(m->line[i].kind, "part"))
			return &m->line[i];
	return &m->line[0];
}

static struct settle_line *line_of_cost(struct settle_sum *m, int64_t line_id)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->line[i].id == line_id)
			return &m->line[i];
	return line_bearing(m);
}

/* All that was issued is the cost; each line bears what was issued to it. */
static void costs_read(struct settling *s)
{
	struct cur *c = db_open(s->ctx->db,
				SQL("SELECT job_line_id, -sum(value) FROM stock_move WHERE job_id = :job GROUP BY job_line_id"),
				BIND(B_INT("job", s->job.id)));

	while (cur_next(c)) {
		int64_t cost = cur_int(c, 1);

		s->sum.cost += cost;
		line_of_cost(&s->sum, cur_int(c, 0))->cost += cost;
	}
}

/* ---- discounts ---- */

static bool discount_allowed(struct settling *s, int64_t discount)
{
	struct ctx *ctx = s->ctx;
	int64_t gross = s->sum.labour + s->sum.parts + s->sum.fees, most, allowed;

	if (discount == 0)
		return true;
	most = db_int(ctx->db, SQL("SELECT r.max_discount FROM user u JOIN role r ON r.id = u.role_id WHERE u.id = :id"),
		      BIND(B_INT("id", ctx->user_id)), 0);
	allowed = muldiv(gross, most, 10000);
	return discount <= allowed ||
	       err_set(s->e, ERR_DENIED, N_("You may give a discount of up to %s here, not %s. Ask somebody who may give more"),
		       money_text(ctx->arena, allowed), money_text(ctx->arena, discount));
}

static bool discounts_spread(struct settling *s)
{
	const struct settle *in = s->in;
	struct arena *a = s->ctx->arena;

	if (!settle_discount(&s->sum, a, "labour", in->labour_discount))
		return err_field(s->e, "labour_discount", N_("The labour comes to %s only"), money_text(a, s->sum.labour));
	if (!settle_discount(&s->sum, a, "part", in->part_discount))
		return err_field(s->e, "part_discount", N_("The parts come to %s only"), money_text(a, s->sum.parts));
	if (!settle_discount(&s->sum, a, NULL, in->discount))
		return err_field(s->e, "discount", N_("That is more than the whole settlement"));
	return discount_allowed(s, in->labour_discount + in->part_discount + in->discount);
}

/* ---- payers ---- */

static struct share *share_of(struct settling *s, int64_t party_id)
{
	struct share *h;

	for (size_t i = 0; i < s->n_share; i++)
		if (s->share[i].party_id == party_id)
			return &s->share[i];
	if (s->n_share == PAYERS_MOST + 1)
		return NULL;
	h = &s->share[s->n_share++];
	*h = (struct share){ .party_id = party_id };
	return h;
}

static struct share *share_largest(struct settling *s)
{
	struct share *h = &s->share[0];

	for (size_t i = 1; i < s->n_share; i++)
		if (s->share[i].amount > h->amount)
			h = &s->share[i];
	return h;
}

/* What the total was rounded down by comes off the largest share, and off the next where that is not enough. */
static void shares_round(struct settling *s)
{
	for (int64_t left = -s->sum.rounding; left > 0;) {
		struct share *h = share_largest(s);
		int64_t piece = h->amount < left ? h->amount : left;

		h->amount -= piece;
		left -= piece;
	}
}

/* By the payers of the lines. */
static bool shares_by_lines(struct settling *s)
{
	for (size_t i = 0; i < s->sum.n; i++) {
		const struct settle_line *l = &s->sum.line[i];
		struct share *h = share_of(s, l->payer_id);

		if (!h)
			return err_field(s->e, "payers", N_("A settlement has at most %d payers"), PAYERS_MOST);
		h->amount += l->amount - l->discount;
	}
	shares_round(s);
	return true;
}

/* By what was written; the rest goes to the row without an amount, else to the payer of the work order. */
static bool shares_given(struct settling *s)
{
	const struct lines *payers = &s->in->payers;
	int64_t left = s->sum.total, rest = 0;

	for (size_t i = 0; i < payers->n; i++) {
		const struct payer_line *l = LINE_AT(*payers, struct payer_line, i);
		size_t before = s->n_share;
		struct share *h = share_of(s, l->party);

		s->e->line = (int)i + 1;
		if (s->n_share == before)
			return err_field(s->e, "payers.party", N_("A payer stands there twice"));
		if (!HAS(l, amount) && rest)
			return err_field(s->e, "payers.amount", N_("Only one payer can be without an amount"));
		if (!HAS(l, amount))
			rest = l->party;
		h->amount = l->amount;
		h->claim_no = l->claim_no;
		h->po_no = l->po_no;
		left -= l->amount;
	}
	if (left < 0)
		return err_field(s->e, "payers.amount", N_("The payers pay %s more than the total of %s"),
				 money_text(s->ctx->arena, -left), money_text(s->ctx->arena, s->sum.total));
	s->e->line = 0;
	if (left > 0)
		share_of(s, rest ? rest : s->job.payer_id)->amount += left;
	return true;
}

static void share_terms(struct settling *s, struct share *h)
{
	struct cur *c = db_open(s->ctx->db, SQL("SELECT name, terms_days, credit_limit FROM party WHERE id = :id"),
				BIND(B_INT("id", h->party_id)));

	if (!cur_next(c))
		return;
	h->name = arena_strdup(s->ctx->arena, cur_text(c, 0));
	h->terms = !cur_null(c, 1);
	h->due_on = s->ctx->today + cur_int(c, 1);
	h->limited = !cur_null(c, 2);
	h->limit = cur_int(c, 2);
	cur_close(c);
}

static bool shares_make(struct settling *s)
{
	if (!(s->in->payers.n ? shares_given(s) : shares_by_lines(s)))
		return false;
	for (size_t i = 0; i < s->n_share; i++)
		share_terms(s, &s->share[i]);
	return true;
}

/* ---- writing ---- */

static void settlement_write(struct settling *s)
{
	struct settle_sum *m = &s->sum;

	s->document_id = document_post(s->ctx, &(struct document){ .kind = DOC_SETTLEMENT, .party_id = s->job.payer_id,
								   .job_id = s->job.id, .amount = m->total });
	snprintf(s->number, sizeof s->number, "%s", s->ctx->answer->number);
	db_exec(s->ctx->db,
		SQL("INSERT INTO settlement (id, job_id, labour, parts, fees, discount, rounding, total, net, tax, cost) "
		    "VALUES (:id, :job, :labour, :parts, :fees, :discount, :rounding, :total, :net, :tax, :cost)"),
		BIND(B_INT("id", s->document_id), B_INT("job", s->job.id), B_INT("labour", m->labour), B_INT("parts", m->parts),
		     B_INT("fees", m->fees), B_INT("discount", m->discount), B_INT("rounding", m->rounding),
		     B_INT("total", m->total), B_INT("net", m->net), B_INT("tax", m->tax), B_INT("cost", m->cost)));
	for (size_t i = 0; i < m->n; i++) {
		const struct settle_line *l = &m->line[i];

		db_exec(s->ctx->db,
			SQL("INSERT INTO settlement_line (settlement_id, job_line_id, kind, text, qty, price, amount, discount, "
			    "tax_rate, net, tax, cost) VALUES (:settlement, :line, :kind, :text, :qty, :price, :amount, "
			    ":discount, :rate, :net, :tax, :cost)"),
			BIND(B_INT("settlement", s->document_id), B_INT("line", l->id), B_TEXT("kind", l->kind),
			     B_TEXT("text", l->text), B_INT("qty", l->qty), B_INT("price", l->price), B_INT("amount", l->amount),
			     B_INT("discount", l->discount), B_INT("rate", m->rate), B_INT("net", l->net), B_INT("tax", l->tax),
			     B_INT("cost", l->cost)));
	}
}

static void post(struct settling *s, enum account account, int64_t amount)
{
	posting_add(s->p, (struct posting_line){ .account = account, .amount = amount, .job_id = s->job.id });
}

static void post_party(struct settling *s, enum account account, int64_t party_id, int64_t amount)
{
	posting_add(s->p, (struct posting_line){ .account = account, .amount = amount, .party_id = party_id,
						 .job_id = s->job.id });
}

static enum account income_of(const struct settle_line *l)
{
	return !strcmp(l->kind, "labour") ? ACC_INCOME_LABOUR : !strcmp(l->kind, "part") ? ACC_INCOME_PARTS : ACC_INCOME_FEES;
}

static void income_post(struct settling *s)
{
	for (size_t i = 0; i < s->sum.n; i++) {
		const struct settle_line *l = &s->sum.line[i];

		post(s, income_of(l), -l->income);
		post(s, ACC_DISCOUNT, l->income - l->net);
	}
	post(s, ACC_OUTPUT_TAX, -s->sum.tax);
	post(s, ACC_ROUNDING, -s->sum.rounding);
	post(s, ACC_COST, s->sum.cost);
	post(s, ACC_WIP, -s->sum.cost);
}

static void bill_write(struct settling *s, struct share *h)
{
	if (h->amount == 0)
		return;
	db_exec(s->ctx->db,
		SQL("INSERT INTO bill (document_id, party_id, amount, due_on, claim_no, po_no) "
		    "VALUES (:document, :party, :amount, :due, :claim, :po)"),
		BIND(B_INT("document", s->document_id), B_INT("party", h->party_id), B_INT("amount", h->amount),
		     B_INT("due", h->due_on), B_TEXT("claim", h->claim_no), B_TEXT("po", h->po_no)));
	h->bill_id = db_last_id(s->ctx->db);
	post_party(s, ACC_RECEIVABLE, h->party_id, h->amount);
	s->due[s->n_due++] = (struct due){ .bill_id = h->bill_id, .party_id = h->party_id, .job_id = s->job.id,
					   .open = h->amount };
}

/* Payers who pay at once come first, for it is they who stand at the counter. */
static void bills_write(struct settling *s)
{
	for (size_t i = 0; i < s->n_share; i++)
		if (!s->share[i].terms)
			bill_write(s, &s->share[i]);
	for (size_t i = 0; i < s->n_share; i++)
		if (s->share[i].terms)
			bill_write(s, &s->share[i]);
}

/* ---- advances ---- */

struct advance {
	int64_t party_id, left;
};

static size_t advances_read(struct settling *s, struct advance *ret, size_t most)
{
	struct cur *c = db_open(s->ctx->db,
				SQL("SELECT party_id, -sum(amount) AS held FROM entry_line WHERE job_id = :job "
				    "AND account_id = :advance GROUP BY party_id HAVING held > 0"),
				BIND(B_INT("job", s->job.id), B_INT("advance", ACC_ADVANCE)));
	size_t n = 0;

	while (cur_next(c)) {
		if (n == most) {
			cur_close(c);
			break;
		}
		ret[n++] = (struct advance){ cur_int(c, 0), cur_int(c, 1) };
	}
	return n;
}

static void advance_spend(struct settling *s, struct advance *a, struct due *d)
{
	int64_t piece = a->left < d->open ? a->left : d->open;

	if (piece == 0)
		return;
	a->left -= piece;
	d->open -= piece;
	d->paid += piece;
	post_party(s, ACC_ADVANCE, a->party_id, piece);
	post_party(s, ACC_RECEIVABLE, d->party_id, -piece);
}

/* Everybody's advance pays his own bill first, then the others of this work order. */
static void advances_apply(struct settling *s)
{
	struct advance held[PAYERS_MOST];
	size_t n = advances_read(s, held, PAYERS_MOST);

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < s->n_due; k++)
			if (s->due[k].party_id == held[i].party_id)
				advance_spend(s, &held[i], &s->due[k]);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < s->n_due; k++)
			advance_spend(s, &held[i], &s->due[k]);
	for (size_t k = 0; k < s->n_due; k++) {
		if (s->due[k].paid)
			db_exec(s->ctx->db,
				SQL("INSERT INTO allocation (document_id, bill_id, amount) VALUES (:document, :bill, :amount)"),
				BIND(B_INT("document", s->document_id), B_INT("bill", s->due[k].bill_id),
				     B_INT("amount", s->due[k].paid)));
		s->due[k].paid = 0;
	}
}

/* ---- payment, and what stays open ---- */

static bool settle_pay(struct settling *s, const struct pay *pay)
{
	int64_t document;

	if (!s->in->pay.n)
		return true;
	if (!payment_post(s->ctx, pay, s->in->pay.n, s->due, s->n_due, s->job.id, &document, s->e))
		return false;
	answer_add_text(s->ctx, "payment", s->ctx->answer->number);
	s->ctx->answer->id = s->ctx->answer->document = s->document_id;
	snprintf(s->ctx->answer->number, sizeof s->ctx->answer->number, "%s", s->number);
	return true;
}

static const struct share *share_of_bill(const struct settling *s, int64_t bill_id)
{
	for (size_t i = 0; i < s->n_share; i++)
		if (s->share[i].bill_id == bill_id)
			return &s->share[i];
	return &s->share[0];
}

/* May this payer owe it? One who pays at once may leave a settlement unpaid until the handover, but when money is
 * taken with it, it is all of it. */
static bool stays_open(struct settling *s, const struct share *h, int64_t open)
{
	struct arena *a = s->ctx->arena;
	int64_t owed;

	if (!h->terms)
		return !s->in->pay.n || err_field(s->e, "pay", N_("%s pays at once, and %s would stay open. Take the rest too"), h->name,
						  money_text(a, open));
	owed = h->limited ? ledger_party(s->ctx, h->party_id, ACC_RECEIVABLE) : 0;
	if (!h->limited || owed <= h->limit)
		return true;
	return err_field(s->e, "pay", N_("%s may owe %s, and with this it would be %s. Take at least %s now"), h->name,
			 money_text(a, h->limit), money_text(a, owed), money_text(a, owed - h->limit));
}

static bool open_write(struct settling *s, int64_t *ret_open)
{
	*ret_open = 0;
	for (size_t i = 0; i < s->n_due; i++) {
		const struct share *h = share_of_bill(s, s->due[i].bill_id);
		int64_t open = s->due[i].open;

		if (open == 0)
			continue;
		*ret_open += open;
		db_exec(s->ctx->db, SQL("INSERT INTO bill_open (id, party_id, due_on, amount) VALUES (:id, :party, :due, :open)"),
			BIND(B_INT("id", h->bill_id), B_INT("party", h->party_id), B_INT("due", h->due_on), B_INT("open", open)));
		if (!stays_open(s, h, open))
			return false;
	}
	return true;
}

static void job_settled(struct settling *s)
{
	job_step(s->ctx, s->job.id, "settled", NULL);
	db_exec(s->ctx->db,
		SQL("UPDATE job SET settled_at = :at, settled_on = :day, settlement_id = :document WHERE id = :id"),
		BIND(B_INT("at", s->ctx->now), B_INT("day", s->ctx->today), B_INT("document", s->document_id),
		     B_INT("id", s->job.id)));
}

static void settle_say(struct settling *s, int64_t open)
{
	struct arena *a = s->ctx->arena;

	answer_add_text(s->ctx, "total", money_plain(a, s->sum.total));
	answer_add_text(s->ctx, "open", money_plain(a, open));
	if (open == 0)
		answer_say(s->ctx, N_("%s: %s is settled with %s, all paid"), s->number, s->job.number,
			   money_text(a, s->sum.total));
	else
		answer_say(s->ctx, N_("%s: %s is settled with %s, %s open"), s->number, s->job.number, money_text(a, s->sum.total),
			   money_text(a, open));
}

/* Works everything out; writes nothing. */
static bool settle_prepare(struct settling *s, struct pay *pay)
{
	struct ctx *ctx = s->ctx;

	if (!job_read(ctx, s->in->job, &s->job) || !lines_read(s))
		return false;
	costs_read(s);
	settle_add_up(&s->sum);
	s->sum.rate = setting_int(ctx->db, SETTING_TAX_RATE);
	if (!discounts_spread(s))
		return false;
	settle_total(&s->sum, s->in->round ? setting_int(ctx->db, SETTING_ROUND_TO) : 1);
	return shares_make(s) && pay_read(ctx, &s->in->pay, pay, s->e);
}

static bool settle_run(struct ctx *ctx, const void *input, struct err *e)
{
	struct settling *s = ARENA_NEW(ctx->arena, struct settling);
	struct pay pay[PAY_LINES_MOST];
	int64_t open;

	s->ctx = ctx;
	s->e = e;
	s->in = input;
	s->p = ARENA_NEW(ctx->arena, struct posting);
	if (!settle_prepare(s, pay))
		return false;
	settlement_write(s);
	bills_write(s);
	advances_apply(s);
	income_post(s);
	if (!ledger_post(ctx, s->document_id, s->p, e) || !settle_pay(s, pay) || !open_write(s, &open))
		return false;
	job_settled(s);
	settle_say(s, open);
	return true;
}

/* What is to be paid at once: the shares of payers without terms, less what is held in advance, in cash. */
static void settle_fill(struct ctx *ctx, struct args *args)
{
	struct settling *s = ARENA_NEW(ctx->arena, struct settling);
	struct advance held[PAYERS_MOST];
	struct pay pay[PAY_LINES_MOST];
	struct err e = { 0 };
	struct args *line;
	int64_t open = 0;
	void *in;

	if (args_lines(args, "pay") || !input_read(ctx, command_find("job.settle"), args, true, &in, &e))
		return;
	*s = (struct settling){ .ctx = ctx, .e = &e, .in = in };
	if (!HAS(s->in, job) || !settle_prepare(s, pay))
		return;
	for (size_t i = 0; i < s->n_share; i++)
		open += s->share[i].terms ? 0 : s->share[i].amount;
	for (size_t i = advances_read(s, held, PAYERS_MOST); i-- > 0;)
		open -= held[i].left;
	if (open <= 0)
		return;
	line = args_add_line(args, "pay");
	args_set(line, "method", "cash");
	args_set(line, "amount", money_plain(ctx->arena, open));
}

COMMAND(job_settle) = {
	.name = "job.settle",
	.title = N_("Settle a work order"),
	.help = N_("Fixes the amounts and the payers, and takes the payment in the same step where one is given."),
	.undo = UNDO_REVERSE,
	.input = settle_input,
	.size = sizeof(struct settle),
	.prints = "settlement",
	.fill = settle_fill,
	.may = settle_may,
	.run = settle_run,
};
