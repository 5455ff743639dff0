/* model_receipt.c - goods received, sent back, invoiced and carried, in the model of the books. */
#include "tests/domain/model_buy.h"

static struct receipt *receipt_of(const struct model *m, int64_t document)
{
	for (size_t i = 0; i < m->buy->n_receipts; i++)
		if (m->buy->receipt[i].document == document)
			return &m->buy->receipt[i];
	return NULL;
}

/* Equal parts where nothing weighs anything. */
static void share(int64_t total, const int64_t *weight, int n, int64_t *ret)
{
	int64_t even[OP_LINES] = { 1, 1, 1 }, sum = 0;

	for (int i = 0; i < n; i++)
		sum += weight[i];
	spread(total, sum ? weight : even, (size_t)n, ret);
}

/* ---- receipts ---- */

static int64_t paper_sum(const struct op *op)
{
	int64_t sum = 0;

	for (int i = 0; i < op->n_lines; i++)
		sum += times(op->line[i].qty, op->line[i].cost, 1000);
	return sum;
}

static bool allows_receipt(const struct model *m, const struct op *op)
{
	(void)m;
	if (!lines_known(op))
		return false;
	if (op->amount && (op->payer < 0 || op->round || op->amount > paper_sum(op)))
		return false;
	return true;
}

static void book_receipt(struct model *m, const struct op *op)
{
	struct doc *d = doc_new(m, op, op->id);
	struct receipt *r = GROW(m->buy->receipt, m->buy->n_receipts);
	int64_t weight[OP_LINES], carried[OP_LINES], sum = paper_sum(op), freight = op->discount;
	int carrier = op->payer >= 0 ? op->payer : op->party;

	*r = (struct receipt){
		.document = op->id, .supplier = op->party, .n = op->n_lines, .estimated = op->round
	};
	for (int i = 0; i < r->n; i++)
		weight[i] = times(op->line[i].qty, op->line[i].cost, 1000);
	share(freight, weight, r->n, carried);
	for (int i = 0; i < r->n; i++) {
		struct moved *v = GROW(d->move, d->n_moves);

		r->line[i] =
		    (struct bought){ .part = op->line[i].part, .qty = op->line[i].qty, .amount = weight[i] };
		*v = (struct moved){ .part = op->line[i].part,
				     .qty = op->line[i].qty,
				     .value = weight[i] + carried[i] };
		put_in(m, v->part, v->qty, v->value);
	}
	post(m, A_STOCK, sum + freight);
	if (op->round)
		post(m, A_NOT_INVOICED, -sum);
	else
		sum -= op->amount;
	if (!op->round && carrier == op->party) {
		owe(m, op->id, op->party, sum + freight, due_of(op, op->party, sum + freight));
		freight = 0;
	} else if (!op->round) {
		owe(m, op->id, op->party, sum, due_of(op, op->party, sum));
	}
	owe(m, op->id, carrier, op->amount, op->today);
	owe(m, op->id, carrier, freight, due_of(op, carrier, freight));
}

static bool built_on(const struct model *m, int64_t receipt)
{
	for (size_t i = 0; i < m->buy->n_deeds; i++)
		if (m->buy->deed[i].on == receipt && !m->buy->deed[i].dead)
			return true;
	return false;
}

static bool receipt_may_go(const struct model *m, const struct op *op, const struct doc *d)
{
	(void)op;
	return goods_there(m, d) && !built_on(m, d->id) && debts_unpaid(m, d->id);
}

static void unbook_receipt(struct model *m, struct doc *d)
{
	struct receipt *r = receipt_of(m, d->id);

	goods_out_again(m, d);
	r->dead = true;
	for (int i = 0; r->estimated && i < r->n; i++)
		post(m, A_NOT_INVOICED, r->line[i].amount);
	debts_drop(m, d->id);
}

const struct rule rule_purchase = { allows_receipt, book_receipt, receipt_may_go, unbook_receipt };

/* ---- what became of a line ---- */

static int64_t left_of(const struct bought *l)
{
	return l->qty - l->back;
}

/* What is owed for what was kept: exactly what was not owed back yet. */
static int64_t owed_of(const struct bought *l)
{
	return l->invoiced ? l->invoice_amount - (l->credited - l->credited_before) : l->amount - l->credited;
}

static int64_t tax_of(const struct bought *l)
{
	return l->invoiced ? l->invoice_tax - l->tax_back : 0;
}

/* A difference of cost goes to what is still there, the rest to price variance. Returns what stock took. */
static int64_t recost(struct model *m, const struct bought *l, int64_t difference)
{
	int64_t there = m->qty[l->part], part = difference;

	if (there < left_of(l))
		part = times(difference, there, left_of(l));
	if (there == 0)
		part = 0;
	if (part < -m->value[l->part])
		part = -m->value[l->part];
	m->value[l->part] += part;
	post(m, A_STOCK, part);
	post(m, A_VARIANCE, difference - part);
	return part;
}

/* ---- sent back ---- */

static bool allows_back(const struct model *m, const struct op *op)
{
	const struct receipt *r = receipt_of(m, op->document);
	int64_t left = 0;

	if (!r || r->dead || op->qty <= 0 || op->qty > m->qty[op->part])
		return false;
	for (int i = 0; i < r->n; i++)
		left += r->line[i].part == op->part ? left_of(&r->line[i]) : 0;
	return op->qty <= left;
}

static void book_back(struct model *m, const struct op *op)
{
	struct receipt *r = receipt_of(m, op->document);
	struct deed *d = deed_new(m, op);
	int64_t left = op->qty, sum = 0;

	d->on = op->document;
	for (int i = 0; i < r->n && left > 0; i++) {
		struct bought *l = &r->line[i];
		int64_t now = left_of(l) < left ? left_of(l) : left, amount, tax, value;

		if (l->part != op->part || now == 0)
			continue;
		amount = now == left_of(l) ? owed_of(l) : times(owed_of(l), now, left_of(l));
		tax = now == left_of(l) ? tax_of(l) : times(tax_of(l), now, left_of(l));
		value = take_out(m, l->part, now);
		d->did[d->n].part = l->part;
		d->did[d->n].line = i;
		d->did[d->n].qty = now;
		d->did[d->n].amount = amount;
		d->did[d->n].tax = tax;
		d->did[d->n++].value = value;
		l->back += now;
		l->credited += amount;
		l->tax_back += tax;
		left -= now;
		sum += amount;
		post(m, A_STOCK, -value);
		post(m, A_INPUT_TAX, -tax);
		post(m, A_VARIANCE, value + tax - amount);
	}
	if (r->estimated && !r->invoiced)
		post(m, A_NOT_INVOICED, sum);
	else
		owe(m, op->id, r->supplier, -sum, op->today);
}

/* An invoice that came after it has counted on it. */
static bool invoiced_since(const struct model *m, const struct deed *back)
{
	for (size_t i = 0; i < m->buy->n_deeds; i++) {
		const struct deed *d = &m->buy->deed[i];

		if (d->kind == OP_BUY_INVOICE && !d->dead && d->on == back->on &&
		    d->document > back->document)
			return true;
	}
	return false;
}

static bool back_may_go(const struct model *m, const struct op *op, const struct doc *d)
{
	(void)op;
	return debts_unpaid(m, d->id) && !invoiced_since(m, deed_of(m, d->id));
}

static void unbook_back(struct model *m, struct doc *doc)
{
	struct deed *d = deed_of(m, doc->id);
	struct receipt *r = receipt_of(m, d->on);
	int64_t sum = 0;

	d->dead = true;
	for (int i = 0; i < d->n; i++) {
		struct bought *l = &r->line[d->did[i].line];

		l->back -= d->did[i].qty;
		l->credited -= d->did[i].amount;
		l->tax_back -= d->did[i].tax;
		put_in(m, l->part, d->did[i].qty, d->did[i].value);
		post(m, A_STOCK, d->did[i].value);
		post(m, A_INPUT_TAX, d->did[i].tax);
		post(m, A_VARIANCE, d->did[i].amount - d->did[i].tax - d->did[i].value);
		sum += d->did[i].amount;
	}
	if (r->estimated && !r->invoiced)
		post(m, A_NOT_INVOICED, -sum);
	else
		debts_drop(m, d->document);
}

/* ---- invoices ---- */

/* What the invoice says of each line; its sum, or -1 where it cannot be. */
static int64_t invoice_says(const struct receipt *r, const struct op *op, int64_t *amount, int64_t *tax)
{
	int64_t weight[OP_LINES] = { 0 }, said[OP_LINES] = { 0 }, sum = 0, left = 0;

	for (int i = 0; i < r->n; i++) {
		amount[i] = owed_of(&r->line[i]);
		if (op->n_lines && r->line[i].part == op->line[0].part)
			left += weight[i] = left_of(&r->line[i]);
	}
	if (op->n_lines && (left == 0 || op->line[0].qty != left))
		return -1;
	if (op->n_lines)
		spread(times(left, op->line[0].cost, 1000), weight, (size_t)r->n, said);
	for (int i = 0; i < r->n; i++) {
		amount[i] = left_of(&r->line[i]) == 0 ? 0 : weight[i] ? said[i] : amount[i];
		sum += amount[i];
	}
	if (op->discount > sum)
		return -1;
	memset(tax, 0, sizeof(*tax) * OP_LINES);
	if (op->discount)
		spread(op->discount, amount, (size_t)r->n, tax);
	return sum;
}

static bool kept_something(const struct receipt *r)
{
	for (int i = 0; i < r->n; i++)
		if (left_of(&r->line[i]) > 0)
			return true;
	return false;
}

static bool allows_invoice(const struct model *m, const struct op *op)
{
	const struct receipt *r = receipt_of(m, op->document);
	int64_t amount[OP_LINES], tax[OP_LINES];

	return r && !r->dead && !r->invoiced && kept_something(r) && invoice_says(r, op, amount, tax) >= 0;
}

static void book_invoice(struct model *m, const struct op *op)
{
	struct receipt *r = receipt_of(m, op->document);
	struct deed *d = deed_new(m, op);
	int64_t amount[OP_LINES], tax[OP_LINES], sum = invoice_says(r, op, amount, tax), more = sum;

	d->on = op->document;
	for (int i = 0; i < r->n; i++) {
		struct bought *l = &r->line[i];
		int64_t owed = owed_of(l);

		if (left_of(l) == 0)
			continue;
		d->did[d->n].part = l->part;
		d->did[d->n].line = i;
		d->did[d->n].amount = owed;
		d->did[d->n].tax = tax[i];
		d->did[d->n++].value = recost(m, l, amount[i] - tax[i] - owed);
		d->money += amount[i] - tax[i] - owed;
		post(m, A_INPUT_TAX, tax[i]);
		if (r->estimated)
			post(m, A_NOT_INVOICED, owed);
		else
			more -= owed;
		l->invoiced = true;
		l->invoice_amount = amount[i];
		l->invoice_tax = tax[i];
		l->credited_before = l->credited;
		l->tax_back = 0;
	}
	r->invoiced = true;
	owe(m, op->id, r->supplier, more, due_of(op, r->supplier, more));
}

static bool sent_back_since(const struct model *m, const struct deed *invoice)
{
	for (size_t i = 0; i < m->buy->n_deeds; i++) {
		const struct deed *d = &m->buy->deed[i];

		if (d->kind == OP_BUY_BACK && !d->dead && d->on == invoice->on &&
		    d->document > invoice->document)
			return true;
	}
	return false;
}

static bool invoice_may_go(const struct model *m, const struct op *op, const struct doc *d)
{
	(void)op;
	return debts_unpaid(m, d->id) && !sent_back_since(m, deed_of(m, d->id));
}

/* What stock took goes out again as far as it is there. */
static void values_back(struct model *m, const struct deed *d, int64_t difference)
{
	for (int i = 0; i < d->n; i++) {
		int part = d->did[i].part;
		int64_t back = -d->did[i].value;

		if (m->qty[part] == 0)
			back = 0;
		if (back < -m->value[part])
			back = -m->value[part];
		m->value[part] += back;
		post(m, A_STOCK, back);
		post(m, A_VARIANCE, -back);
	}
	post(m, A_VARIANCE, -difference);
}

static void unbook_invoice(struct model *m, struct doc *doc)
{
	struct deed *d = deed_of(m, doc->id);
	struct receipt *r = receipt_of(m, d->on);

	d->dead = true;
	values_back(m, d, d->money);
	for (int i = 0; i < d->n; i++) {
		struct bought *l = &r->line[d->did[i].line];

		l->invoiced = false;
		post(m, A_INPUT_TAX, -d->did[i].tax);
		if (r->estimated)
			post(m, A_NOT_INVOICED, -d->did[i].amount);
	}
	r->invoiced = false;
	debts_drop(m, d->document);
}

/* ---- freight ---- */

static bool allows_freight(const struct model *m, const struct op *op)
{
	const struct receipt *r = receipt_of(m, op->document);

	return r && !r->dead && op->amount > 0 && kept_something(r);
}

static void book_freight(struct model *m, const struct op *op)
{
	struct receipt *r = receipt_of(m, op->document);
	struct deed *d = deed_new(m, op);
	int64_t weight[OP_LINES], part[OP_LINES];
	int kept[OP_LINES], n = 0;

	d->on = op->document;
	d->money = op->amount;
	for (int i = 0; i < r->n; i++) {
		if (left_of(&r->line[i]) == 0)
			continue;
		kept[n] = i;
		weight[n++] = owed_of(&r->line[i]);
	}
	share(op->amount, weight, n, part);
	for (int i = 0; i < n; i++) {
		d->did[d->n].part = r->line[kept[i]].part;
		d->did[d->n].line = kept[i];
		d->did[d->n++].value = recost(m, &r->line[kept[i]], part[i]);
	}
	owe(m, op->id, op->party, op->amount, due_of(op, op->party, op->amount));
}

static bool freight_may_go(const struct model *m, const struct op *op, const struct doc *d)
{
	(void)op;
	return debts_unpaid(m, d->id);
}

static void unbook_freight(struct model *m, struct doc *doc)
{
	struct deed *d = deed_of(m, doc->id);

	d->dead = true;
	values_back(m, d, d->money);
	debts_drop(m, d->document);
}

const struct rule rule_buy_back = { allows_back, book_back, back_may_go, unbook_back };
const struct rule rule_buy_invoice = { allows_invoice, book_invoice, invoice_may_go, unbook_invoice };
const struct rule rule_buy_freight = { allows_freight, book_freight, freight_may_go, unbook_freight };

/* ---- what it holds ---- */

size_t model_receipts(const struct model *m)
{
	return m->buy->n_receipts;
}

int64_t model_receipt(const struct model *m, size_t i, int *ret_part, int64_t *ret_left)
{
	const struct receipt *r = &m->buy->receipt[i];

	*ret_part = r->line[0].part;
	*ret_left = 0;
	for (int k = 0; k < r->n; k++)
		*ret_left += r->line[k].part == *ret_part ? left_of(&r->line[k]) : 0;
	return r->document;
}
