/* model_value.c - what is said about invoices before there is a bill, in the model of the books: value on cards that
 * was invoiced when it was paid in, and what is asked on top for an invoice. */
#include "tests/domain/model_priv.h"

static int64_t least(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

int64_t surcharge(const struct op *op, int64_t gross)
{
	static const int64_t rate[] = { 0, MODEL_ORDINARY, MODEL_SPECIAL };

	return times(gross, rate[op->surcharge], 10000);
}

/* ---- a card pays ---- */

/* What of a piece may be covered: of a bill only what is on no invoice. */
static int64_t room(const struct model *m, size_t bill, int64_t piece)
{
	int64_t may = bill_to_invoice(m, &m->bill[bill]);

	return may < 0 ? 0 : least(may, piece);
}

bool value_holds(const struct model *m, const struct op *op, int party, const size_t *due, size_t n)
{
	int64_t held = m->principal[party] + m->gift[party];
	int64_t taken = op->amount - times(op->amount, m->gift[party], held);
	int64_t most = least(taken, m->on_invoice[party]), covered = n ? 0 : most, left = op->amount;

	for (size_t i = 0; i < n && left > 0; i++) {
		int64_t piece = least(m->bill[due[i]].open, left);

		covered += least(room(m, due[i], piece), most - covered);
		left -= piece;
	}
	return m->on_invoice[party] - covered <= m->principal[party] - taken;
}

void value_pays(struct model *m, struct doc *d, int64_t taken, struct job *in)
{
	int64_t left = least(taken, m->on_invoice[d->party]);

	for (size_t i = 0; i < d->n_uses; i++) {
		struct use *u = &d->use[i];

		u->covered = least(room(m, u->bill, u->amount), left);
		m->bill[u->bill].covered += u->covered;
		m->on_invoice[d->party] -= u->covered;
		left -= u->covered;
	}
	if (!in)
		return;
	d->covered = left;
	in->covered[d->party] += left;
	m->on_invoice[d->party] -= left;
}

/* A bill that is taken back has left what covered it with its work order. */
void value_back(struct model *m, const struct doc *d)
{
	for (size_t i = 0; i < d->n_uses; i++) {
		struct bill *b = &m->bill[d->use[i].bill];

		if (b->dead && b->job != NO_JOB)
			m->job[b->job].covered[b->party] -= d->use[i].covered;
		else
			b->covered -= d->use[i].covered;
		m->on_invoice[d->party] += d->use[i].covered;
	}
	if (!d->covered)
		return;
	m->job[d->job].covered[d->party] -= d->covered;
	m->on_invoice[d->party] += d->covered;
}

/* ---- the invoice of a top-up ---- */

static size_t top_up_at(const struct model *m, int64_t id)
{
	for (size_t i = 0; i < m->n_top_ups; i++)
		if (m->top_up[i].id == id)
			return i;
	return SIZE_MAX;
}

struct top_up *top_up_of(const struct model *m, int64_t id)
{
	return &m->top_up[top_up_at(m, id)];
}

static int64_t may_be_invoiced(const struct model *m, size_t at)
{
	const struct top_up *t = &m->top_up[at];

	return least(t->amount - t->invoiced, m->principal[t->party] - m->on_invoice[t->party]);
}

bool allows_value_invoice(const struct model *m, const struct op *op)
{
	size_t at = top_up_at(m, op->document);

	return at != SIZE_MAX && may_be_invoiced(m, at) > 0 && op->amount <= may_be_invoiced(m, at);
}

static void invoice_value(struct model *m, struct doc *d, size_t at, int64_t amount)
{
	d->top_up = at + 1;
	d->amount = amount;
	m->top_up[at].invoiced += amount;
	m->on_invoice[m->top_up[at].party] += amount;
}

void book_value_invoice(struct model *m, const struct op *op, struct doc *d)
{
	size_t at = top_up_at(m, op->document);

	m->numbers++;
	invoice_value(m, d, at, op->amount ? op->amount : may_be_invoiced(m, at));
}

/* What is still on the card, of what the invoice still stands for. */
static int64_t red_most(const struct model *m, const struct doc *of)
{
	int64_t left = of->amount;

	for (size_t i = 0; i < m->n_docs; i++)
		if (m->doc[i].kind == OP_RED && m->doc[i].refunds == of->id && !m->doc[i].reversed)
			left += m->doc[i].amount;
	return least(left, m->on_invoice[m->top_up[of->top_up - 1].party]);
}

bool allows_value_red(const struct model *m, const struct op *op, const struct doc *of)
{
	return of->kind == OP_INVOICE_TOP_UP && !of->reversed && red_most(m, of) > 0 &&
	       op->amount <= red_most(m, of);
}

void book_value_red(struct model *m, const struct op *op, struct doc *red)
{
	const struct doc *of = doc_of(m, op->document);

	invoice_value(m, red, of->top_up - 1, -(op->amount ? op->amount : red_most(m, of)));
}

bool allows_value_void(const struct model *m, const struct doc *d)
{
	const struct top_up *t = &m->top_up[d->top_up - 1];
	int64_t then = m->on_invoice[t->party] - d->amount;

	return then >= 0 && then <= m->principal[t->party] && t->invoiced - d->amount <= t->amount;
}

void unbook_value(struct model *m, const struct doc *d)
{
	struct top_up *t = &m->top_up[d->top_up - 1];

	t->invoiced -= d->amount;
	m->on_invoice[t->party] -= d->amount;
}

int64_t model_on_invoice(const struct model *m, int party)
{
	return m->on_invoice[party];
}

int64_t model_top_up(const struct model *m, size_t n)
{
	return m->n_top_ups ? m->top_up[n % m->n_top_ups].id : 0;
}
