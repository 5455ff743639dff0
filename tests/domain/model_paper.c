/* model_paper.c - what posts nothing, in the model of the books: invoices to customers, statements of account, reviews. */
#include "base/date.h"
#include "tests/domain/model_priv.h"

/* ---- invoices ---- */

static struct bill *bill_of(const struct model *m, int64_t document, int party)
{
	for (size_t i = 0; i < m->n_bills; i++)
		if (m->bill[i].settlement == document && m->bill[i].party == party && !m->bill[i].dead)
			return &m->bill[i];
	return NULL;
}

/* What of a bill somebody else bears by a claim. */
static int64_t borne_by_others(const struct model *m, size_t bill)
{
	int64_t sum = 0;

	for (size_t i = 0; i < m->n_docs; i++)
		for (size_t k = 0; k < m->doc[i].n_parts && m->doc[i].kind == OP_CLAIM && !m->doc[i].reversed;
		     k++)
			if (m->doc[i].part[k].bill == bill && m->doc[i].part[k].how == GIVEN_CUSTOMER)
				sum += m->doc[i].part[k].amount;
	return sum;
}

int64_t bill_to_invoice(const struct model *m, const struct bill *b)
{
	int64_t billed = b->amount - b->credited - borne_by_others(m, (size_t)(b - m->bill));

	for (size_t i = 0; i < m->n_sales; i++)
		if (m->sale[i].bill == (size_t)(b - m->bill))
			billed -= b->amount - m->sale[i].rest;
	billed -= b->covered;
	if (b->job != NO_JOB && m->job[b->job].settlement == b->settlement)
		billed -= m->job[b->job].covered[b->party];
	return (billed > 0 ? billed : 0) - b->invoiced;
}

static bool allows_invoice(const struct model *m, const struct op *op)
{
	if (op->n_bills == 2 && op->bills[0] == op->bills[1])
		return false;
	for (int i = 0; i < op->n_bills; i++) {
		const struct bill *b = bill_of(m, op->bills[i], op->party);
		int64_t left = b ? bill_to_invoice(m, b) : 0;

		if (left <= 0 || (i == 0 && op->amount > left))
			return false;
	}
	return op->n_bills > 0;
}

static void invoice_part(struct model *m, struct doc *d, size_t bill, int64_t amount)
{
	*GROW(d->part, d->n_parts) = (struct part_given){ bill, amount, 0 };
	m->bill[bill].invoiced += amount;
	m->invoiced[m->bill[bill].party] += amount;
	d->amount += amount;
}

static void book_invoice(struct model *m, const struct op *op)
{
	struct doc *d = doc_new(m, op, op->id);

	m->numbers++;
	for (int i = 0; i < op->n_bills; i++) {
		const struct bill *b = bill_of(m, op->bills[i], op->party);

		invoice_part(m, d, (size_t)(b - m->bill),
			     i == 0 && op->amount ? op->amount : bill_to_invoice(m, b));
	}
}

/* What stands of an invoice on each of its bills, red letters taken off. */
static int64_t stands(const struct model *m, const struct doc *d, size_t bill)
{
	int64_t sum = 0;

	for (size_t i = 0; i < m->n_docs; i++) {
		const struct doc *x = &m->doc[i];

		if (x->reversed || (x != d && (x->kind != OP_RED || x->refunds != d->id)))
			continue;
		for (size_t k = 0; k < x->n_parts; k++)
			sum += x->part[k].bill == bill ? x->part[k].amount : 0;
	}
	return sum;
}

static int64_t stands_all(const struct model *m, const struct doc *d)
{
	int64_t sum = 0;

	for (size_t k = 0; k < d->n_parts; k++)
		sum += stands(m, d, d->part[k].bill);
	return sum;
}

static bool allows_red(const struct model *m, const struct op *op)
{
	const struct doc *d = doc_of(m, op->document);

	if (d && d->top_up)
		return allows_value_red(m, op, d);
	return d && d->kind == OP_INVOICE && !d->reversed && stands_all(m, d) > 0 &&
	       op->amount <= stands_all(m, d);
}

/* By the share of what stands on each bill, in the order of the bills. */
static void book_red(struct model *m, const struct op *op)
{
	struct doc *red = doc_new(m, op, op->id);
	const struct doc *d = doc_of(m, op->document);
	int64_t weight[2] = { 0 }, share[2];
	size_t bill[2], n = d->n_parts;

	m->numbers++;
	red->refunds = d->id;
	if (d->top_up) {
		book_value_red(m, op, red);
		return;
	}
	for (size_t i = 0; i < n; i++)
		bill[i] = d->part[i].bill;
	if (n == 2 && bill[0] > bill[1]) {
		bill[0] = d->part[1].bill;
		bill[1] = d->part[0].bill;
	}
	for (size_t i = 0; i < n; i++)
		weight[i] = stands(m, d, bill[i]);
	spread(op->amount ? op->amount : stands_all(m, d), weight, n, share);
	for (size_t i = 0; i < n; i++)
		if (share[i])
			invoice_part(m, red, bill[i], -share[i]);
}

static int month_of(int64_t day)
{
	int year, month, at;

	date_split(day, &year, &month, &at);
	return year * 12 + month;
}

static bool allows_void(const struct model *m, const struct op *op, const struct doc *d)
{
	if (month_of(op->today) != month_of(d->day))
		return false;
	for (size_t i = 0; i < m->n_docs; i++)
		if (m->doc[i].kind == OP_RED && m->doc[i].refunds == d->id && !m->doc[i].reversed)
			return false;
	for (size_t i = 0; i < d->n_parts && d->kind == OP_RED; i++)
		if (m->bill[d->part[i].bill].dead ||
		    -d->part[i].amount > bill_to_invoice(m, &m->bill[d->part[i].bill]))
			return false;
	return !d->top_up || allows_value_void(m, d);
}

static void unbook_paper(struct model *m, struct doc *d)
{
	if (d->top_up)
		unbook_value(m, d);
	for (size_t i = 0; i < d->n_parts; i++) {
		struct bill *b = &m->bill[d->part[i].bill];

		b->invoiced -= d->part[i].amount;
		m->invoiced[b->party] -= d->part[i].amount;
	}
}

static void book_top_up_invoice(struct model *m, const struct op *op)
{
	book_value_invoice(m, op, doc_new(m, op, op->id));
}

const struct rule rule_invoice = { allows_invoice, book_invoice, allows_void, unbook_paper };
const struct rule rule_red = { allows_red, book_red, allows_void, unbook_paper };
const struct rule rule_invoice_top_up = { allows_value_invoice, book_top_up_invoice, allows_void,
					  unbook_paper };

/* ---- reviews ---- */

static bool is_reviewed_kind(enum op_kind kind)
{
	static const bool is[OP_KINDS] = {
		[OP_PURCHASE] = true, [OP_BUY_BACK] = true,  [OP_BUY_INVOICE] = true, [OP_BUY_FREIGHT] = true,
		[OP_BUY_PAY] = true,  [OP_SALE] = true,      [OP_SETTLE] = true,      [OP_SUBLET] = true,
		[OP_ISSUE] = true,    [OP_RETURN] = true,    [OP_TAKE_JOB] = true,    [OP_REFUND] = true,
		[OP_CLAIM] = true,    [OP_WRITE_OFF] = true, [OP_RECOVER] = true,     [OP_ADVANCE] = true,
	};

	return is[kind];
}

static bool allows_review(const struct model *m, const struct op *op)
{
	const struct doc *d = doc_of(m, op->document);

	return d && is_reviewed_kind(d->kind) && !d->reversed && !d->reviewed;
}

static bool allows_unreview(const struct model *m, const struct op *op)
{
	const struct doc *d = doc_of(m, op->document);

	return d && d->reviewed;
}

static void book_review(struct model *m, const struct op *op)
{
	doc_of(m, op->document)->reviewed = op->kind == OP_REVIEW;
}

const struct rule rule_review = { .allows = allows_review, .book = book_review };
const struct rule rule_unreview = { .allows = allows_unreview, .book = book_review };

/* ---- statements of account ---- */

void day_goes_on(struct model *m, int64_t today)
{
	if (today <= m->day)
		return;
	m->day = today;
	for (int i = 0; i < MODEL_PARTIES; i++) {
		m->closing[i] = model_receivable(m, i) + model_advance(m, i);
		m->booked_before[i] = m->booked[i];
	}
}

int64_t model_closing(const struct model *m, int party)
{
	return m->closing[party];
}

static void book_nothing(struct model *m, const struct op *op)
{
	(void)m;
	(void)op;
}

static bool allows_statement(const struct model *m, const struct op *op)
{
	return m->booked_before[op->party];
}

const struct rule rule_statement = { .allows = allows_statement, .book = book_nothing };

/* ---- what it holds ---- */

int64_t model_invoiced(const struct model *m, int party)
{
	return m->invoiced[party];
}

static bool is_of(const struct bill *b, int party)
{
	return b->party == party && !b->dead;
}

int64_t model_to_invoice(const struct model *m, int party)
{
	int64_t sum = 0;

	for (size_t i = 0; i < m->n_bills; i++)
		sum += is_of(&m->bill[i], party) ? bill_to_invoice(m, &m->bill[i]) : 0;
	return sum;
}

int64_t model_numbers(const struct model *m)
{
	return m->numbers;
}
