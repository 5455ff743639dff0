/* settle_post.c - what a settlement writes: its rows, its bills, its entry, and the payment that comes with
 *it.
 *
 * The entry of a settlement, prices being gross:
 *	debit   receivable of each payer        his share, together the total
 *	debit   advance received                what was paid in advance, with
 *	credit  receivable                      the same
 *	credit  income from labour, parts, fees the net of each line as if there were no discount
 *	debit   discount                        the net of the discount
 *	credit  output tax                      the tax of what is left of each line after the discount
 *	debit   rounding                        what the total was rounded down by; it bears no tax
 *	credit  collected for others            what is passed through, whole
 *	debit   cost of goods, of sublet work, of rework or goodwill where the shop bears the line,
 *	credit  work in progress                all that was issued to the work order and sublet for it
 * A payment that comes with it is a document of its own. */
#include <stdio.h>
#include <string.h>

#include "base/money.h"
#include "domain/document.h"
#include "domain/owing.h"
#include "domain/settle.h"
#include "domain/settle_private.h"

static void settlement_write(struct settling *s)
{
	struct settle_sum *m = &s->sum;

	s->document_id = document_post(s->ctx, &(struct document){ .kind = DOC_SETTLEMENT,
								   .party_id = s->job.payer_id,
								   .job_id = s->job.id,
								   .amount = m->total });
	snprintf(s->number, sizeof s->number, "%s", s->ctx->answer->number);
	db_exec(s->ctx->db,
		SQL("INSERT INTO settlement (id, job_id, labour, parts, fees, discount, rounding, total, "
		    "net, tax, cost, passed) "
		    "VALUES (:id, :job, :labour, :parts, :fees, :discount, :rounding, :total, :net, :tax, "
		    ":cost, :passed)"),
		BIND(B_INT("id", s->document_id), B_INT("job", s->job.id), B_INT("labour", m->labour),
		     B_INT("parts", m->parts), B_INT("fees", m->fees), B_INT("discount", m->discount),
		     B_INT("rounding", m->rounding), B_INT("total", m->total), B_INT("net", m->net),
		     B_INT("tax", m->tax), B_INT("cost", m->cost), B_INT("passed", m->passed)));
	for (size_t i = 0; i < m->n; i++) {
		const struct settle_line *l = &m->line[i];

		db_exec(
		    s->ctx->db,
		    SQL("INSERT INTO settlement_line (settlement_id, job_line_id, kind, text, qty, "
			"price, amount, discount, "
			"tax_rate, net, tax, cost, passed) VALUES (:settlement, :line, :kind, :text, :qty, "
			":price, :amount, "
			":discount, :rate, :net, :tax, :cost, :passed)"),
		    BIND(B_INT("settlement", s->document_id), B_INT("line", l->id), B_TEXT("kind", l->kind),
			 B_TEXT("text", l->text), B_INT("qty", l->qty), B_INT("price", l->price),
			 B_INT("amount", l->amount), B_INT("discount", l->discount),
			 B_INT("rate", l->passed ? 0 : l->rate), B_INT("net", l->net), B_INT("tax", l->tax),
			 B_INT("cost", l->cost), B_INT("passed", l->passed)));
	}
}

static void post(struct settling *s, enum account account, int64_t amount)
{
	posting_add(s->p, (struct posting_line){ .account = account, .amount = amount, .job_id = s->job.id });
}

static void post_party(struct settling *s, enum account account, int64_t party_id, int64_t amount)
{
	posting_add(s->p,
		    (struct posting_line){
			.account = account, .amount = amount, .party_id = party_id, .job_id = s->job.id });
}

int64_t settle_income(const char *kind)
{
	return !strcmp(kind, "labour")   ? ACC_INCOME_LABOUR
	       : !strcmp(kind, "part")   ? ACC_INCOME_PARTS
	       : !strcmp(kind, "passed") ? ACC_COLLECTED
					 : ACC_INCOME_FEES;
}

static void income_post(struct settling *s)
{
	for (size_t i = 0; i < s->sum.n; i++) {
		const struct settle_line *l = &s->sum.line[i];

		post(s, (enum account)settle_income(l->passed ? "passed" : l->kind), -l->income);
		post(s, ACC_DISCOUNT, l->income - l->net);
		post(s, (enum account)l->cost_to, l->cost);
	}
	post(s, ACC_OUTPUT_TAX, -s->sum.tax);
	post(s, ACC_ROUNDING, -s->sum.rounding);
	post(s, ACC_WIP, -s->sum.cost);
}

static void bill_write(struct settling *s, struct share *h)
{
	if (h->amount == 0)
		return;
	db_exec(s->ctx->db,
		SQL("INSERT INTO bill (document_id, party_id, amount, due_on, claim_no, po_no) "
		    "VALUES (:document, :party, :amount, :due, :claim, :po)"),
		BIND(B_INT("document", s->document_id), B_INT("party", h->party_id),
		     B_INT("amount", h->amount), B_INT("due", h->due_on), B_TEXT("claim", h->claim_no),
		     B_TEXT("po", h->po_no)));
	h->bill_id = db_last_id(s->ctx->db);
	post_party(s, ACC_RECEIVABLE, h->party_id, h->amount);
	s->due[s->n_due++] = (struct due){
		.bill_id = h->bill_id, .party_id = h->party_id, .job_id = s->job.id, .open = h->amount
	};
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
	struct cur *c =
	    db_open(s->ctx->db,
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

int64_t settle_held(struct settling *s)
{
	struct advance held[PAYERS_MOST];
	int64_t sum = 0;

	for (size_t i = advances_read(s, held, PAYERS_MOST); i-- > 0;)
		sum += held[i].left;
	return sum;
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
				SQL("INSERT INTO allocation (document_id, bill_id, amount) VALUES "
				    "(:document, :bill, :amount)"),
				BIND(B_INT("document", s->document_id), B_INT("bill", s->due[k].bill_id),
				     B_INT("amount", s->due[k].paid)));
		s->due[k].paid = 0;
	}
}

/* The bill of a deposit is paid before those of others, who pay later. */
static void due_forward(struct settling *s)
{
	struct due core = s->due[s->n_due - 1];
	size_t i = s->n_due - 1;

	for (; i > 0 && s->due[i - 1].party_id != core.party_id; i--)
		s->due[i] = s->due[i - 1];
	s->due[i] = core;
}

/* On the name of the work order's own payer, as a bill beside those of the settlement. */
static bool cores_charge(struct settling *s)
{
	struct core_charge *c = s->cores;

	c->origin_id = s->document_id;
	c->job_id = s->job.id;
	c->party_id = c->bill_party_id = s->job.payer_id;
	c->due_on = s->n_share ? s->share[0].due_on : s->ctx->today;
	if (s->in->cores_here)
		core_kept(s->ctx, c);
	if (s->in->cores_here || c->n == 0)
		return true;
	if (!core_charge_post(s->ctx, c, &s->due[s->n_due++], s->e))
		return false;
	due_forward(s);
	return true;
}

bool settle_post(struct settling *s)
{
	s->p = posting_new(s->ctx->arena);
	settlement_write(s);
	bills_write(s);
	advances_apply(s);
	income_post(s);
	return ledger_post(s->ctx, s->document_id, s->p, s->e) && cores_charge(s);
}

/* ---- payment, and what stays open ---- */

static bool money_take(struct settling *s, struct pay *pay)
{
	int64_t document;

	if (!s->in->pay.n)
		return true;
	if (!payment_post(s->ctx, pay, s->in->pay.n, s->due, s->n_due, &(struct payer){ .job_id = s->job.id },
			  &document, s->e))
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

/* May this payer owe it? One who pays at once may leave a settlement unpaid until the handover, but when
 * money is taken with it, it is all of it. */
static bool stays_open(struct settling *s, const struct share *h, int64_t open)
{
	struct arena *a = s->ctx->arena;

	if (!h->terms)
		return !s->in->pay.n ||
		       err_field(s->e, "pay",
				 N_("%s pays at once, and %s would stay open. Take the rest too"), h->name,
				 money_text(a, open));
	return owing_allowed(s->ctx,
			     &(struct owing){ .party_id = h->party_id,
					      .name = h->name,
					      .limited = h->limited,
					      .limit = h->limit,
					      .owed = ledger_party(s->ctx, h->party_id, ACC_RECEIVABLE),
					      .now = open },
			     s->e);
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
		db_exec(s->ctx->db,
			SQL("INSERT INTO bill_open (id, party_id, due_on, amount) VALUES (:id, :party, :due, "
			    ":open)"),
			BIND(B_INT("id", s->due[i].bill_id), B_INT("party", s->due[i].party_id),
			     B_INT("due", h->due_on), B_INT("open", open)));
		if (!stays_open(s, h, open))
			return false;
	}
	return true;
}

bool settle_pay(struct settling *s, struct pay *pay, int64_t *ret_open)
{
	return money_take(s, pay) && open_write(s, ret_open);
}
