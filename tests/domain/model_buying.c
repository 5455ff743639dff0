/* model_buying.c - what is bought, sent back, invoiced and paid, in the model of the books. */
#include "tests/domain/model_priv.h"

struct bought {
	int part;
	int64_t qty, amount;    /* as the supplier's paper says */
	int64_t back, credited; /* sent back, and what is owed back for it */
	int64_t tax_back;
	bool invoiced;
	int64_t invoice_amount, invoice_tax;
	int64_t before, credited_before; /* sent back before the invoice, and what for */
};

struct receipt {
	int64_t document;
	int supplier, n;
	bool estimated, dead, invoiced;
	struct bought line[OP_LINES];
};

struct debt {
	int64_t document, amount, open, due;
	int party;
	bool dead;
};

/* Of a return, invoice, freight or payment: what it did, for its opposite. */
struct deed {
	int64_t document, on; /* the receipt it is built on */
	bool dead;
	int n, party, method;
	struct {
		int part, line;
		int64_t qty, amount, tax, value;
	} did[OP_LINES];
	struct {
		size_t debt;
		int64_t amount;
	} * paid;
	size_t n_paid;
	int64_t money, used, ahead;
	enum op_kind kind;
};

struct buying {
	struct receipt *receipt;
	size_t n_receipts;
	struct debt *debt;
	size_t n_debts;
	struct deed *deed;
	size_t n_deeds;
	int64_t ahead[MODEL_PARTIES], payable[MODEL_PARTIES];
};

struct buying *buying_new(void)
{
	return xcalloc(1, sizeof(struct buying));
}

void buying_free(struct buying *b)
{
	for (size_t i = 0; i < b->n_deeds; i++)
		free(b->deed[i].paid);
	free(b->receipt);
	free(b->debt);
	free(b->deed);
	free(b);
}

static struct receipt *receipt_of(const struct model *m, int64_t document)
{
	for (size_t i = 0; i < m->buy->n_receipts; i++)
		if (m->buy->receipt[i].document == document)
			return &m->buy->receipt[i];
	return NULL;
}

static struct deed *deed_of(const struct model *m, int64_t document)
{
	for (size_t i = 0; i < m->buy->n_deeds; i++)
		if (m->buy->deed[i].document == document)
			return &m->buy->deed[i];
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

/* ---- debts ---- */

void owe(struct model *m, int64_t document, int party, int64_t amount, int64_t due)
{
	struct debt *d;

	if (amount == 0)
		return;
	d = GROW(m->buy->debt, m->buy->n_debts);
	*d = (struct debt){ document, amount, amount, due, party, false };
	m->buy->payable[party] -= amount;
	post(m, A_PAYABLE, -amount);
}

static int64_t due_of(const struct op *op, int party, int64_t amount)
{
	return op->today + (amount > 0 && party == MODEL_SUPPLIER_TERMS ? MODEL_TERMS : 0);
}

bool debts_unpaid(const struct model *m, int64_t document)
{
	for (size_t i = 0; i < m->buy->n_debts; i++)
		if (m->buy->debt[i].document == document && m->buy->debt[i].open != m->buy->debt[i].amount)
			return false;
	return true;
}

void debts_drop(struct model *m, int64_t document)
{
	for (size_t i = 0; i < m->buy->n_debts; i++) {
		struct debt *d = &m->buy->debt[i];

		if (d->document != document || d->dead)
			continue;
		m->buy->payable[d->party] += d->amount;
		post(m, A_PAYABLE, d->amount);
		d->open = 0;
		d->dead = true;
	}
}

/* ---- receipts ---- */

static int64_t paper_sum(const struct op *op)
{
	int64_t sum = 0;

	for (int i = 0; i < op->n_lines; i++)
		sum += times(op->line[i].qty, op->line[i].cost, 1000);
	return sum;
}

bool allows_receipt(const struct op *op)
{
	if (op->amount && (op->payer < 0 || op->round || op->amount > paper_sum(op)))
		return false;
	return true;
}

void book_receipt(struct model *m, struct doc *d, const struct op *op)
{
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

bool receipt_stands_alone(const struct model *m, int64_t document)
{
	return !built_on(m, document) && debts_unpaid(m, document);
}

void unbook_receipt(struct model *m, const struct doc *d)
{
	struct receipt *r = receipt_of(m, d->id);

	r->dead = true;
	for (int i = 0; r->estimated && i < r->n; i++)
		post(m, A_NOT_INVOICED, r->line[i].amount);
	debts_drop(m, d->id);
}

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

static struct deed *deed_new(struct model *m, const struct op *op)
{
	struct deed *d = GROW(m->buy->deed, m->buy->n_deeds);

	*d = (struct deed){ .document = op->id, .kind = op->kind, .party = op->party, .method = op->method };
	return d;
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

static void unbook_back(struct model *m, struct deed *d)
{
	struct receipt *r = receipt_of(m, d->on);
	int64_t sum = 0;

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

static void unbook_invoice(struct model *m, struct deed *d)
{
	struct receipt *r = receipt_of(m, d->on);

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

static void unbook_freight(struct model *m, struct deed *d)
{
	values_back(m, d, d->money);
	debts_drop(m, d->document);
}

/* ---- paying ---- */

/* What is open with a supplier, or of one document, in the order in which it is paid. */
static size_t open_debts(const struct model *m, const struct op *op, size_t *ret)
{
	size_t n = 0;

	for (size_t i = 0; i < m->buy->n_debts && n < 500; i++) {
		const struct debt *d = &m->buy->debt[i];
		size_t at = n;

		if (d->dead || d->open == 0 || d->party != op->party ||
		    (op->document && d->document != op->document))
			continue;
		for (; !op->document && at > 0 && d->due < m->buy->debt[ret[at - 1]].due; at--)
			ret[at] = ret[at - 1];
		ret[at] = i;
		n++;
	}
	return n;
}

static void debts_sum(const struct model *m, const size_t *at, size_t n, int64_t *ret_debts,
		      int64_t *ret_credits)
{
	*ret_debts = *ret_credits = 0;
	for (size_t i = 0; i < n; i++) {
		int64_t open = m->buy->debt[at[i]].open;

		*(open > 0 ? ret_debts : ret_credits) += open > 0 ? open : -open;
	}
}

/* Money beyond what is open; -1 where the books refuse the payment. */
static int64_t paid_ahead(const struct model *m, const struct op *op, int64_t debts, int64_t credits)
{
	int64_t given = op->amount + op->discount + op->part_discount;
	int64_t open = debts > credits ? debts - credits : 0;

	if (op->part_discount > m->buy->ahead[op->party] || (given == 0 && (!debts || !credits)))
		return -1;
	if (given <= open)
		return 0;
	return op->round && given - open <= op->amount ? given - open : -1;
}

static bool allows_pay(const struct model *m, const struct op *op)
{
	size_t at[500], n = open_debts(m, op, at);
	int64_t debts, credits;

	debts_sum(m, at, n, &debts, &credits);
	if (op->document && n == 0)
		return false;
	if (op->amount && ((op->method != M_BANK && !m->till_open) ||
			   (op->method == M_CASH && m->till[M_CASH] < op->amount)))
		return false;
	return paid_ahead(m, op, debts, credits) >= 0;
}

static void pay_piece(struct model *m, struct deed *d, size_t debt, int64_t amount)
{
	d->paid = xrealloc(d->paid, (d->n_paid + 1) * sizeof(*d->paid));
	d->paid[d->n_paid].debt = debt;
	d->paid[d->n_paid++].amount = amount;
	m->buy->debt[debt].open -= amount;
}

static void post_paid(struct model *m, const struct deed *d, int64_t discount, int sign)
{
	int64_t paid = d->money + d->used + discount - d->ahead;

	m->buy->ahead[d->party] += sign * (d->ahead - d->used);
	m->buy->payable[d->party] += sign * paid;
	post(m, A_PAYABLE, sign * paid);
	post(m, A_PAID_AHEAD, sign * (d->ahead - d->used));
	post(m, A_SUPPLIER_DISCOUNT, -sign * discount);
	if (d->money)
		post_money(m, d->method, -sign * d->money);
}

static void book_pay(struct model *m, const struct op *op)
{
	size_t at[500], n = open_debts(m, op, at);
	struct deed *d = deed_new(m, op);
	int64_t debts, credits, use, given;

	debts_sum(m, at, n, &debts, &credits);
	d->money = op->amount;
	d->used = op->part_discount;
	d->ahead = paid_ahead(m, op, debts, credits);
	d->did[0].amount = op->discount;
	use = credits < debts ? credits : debts;
	given = op->amount + op->discount + op->part_discount - d->ahead + use;
	for (size_t i = 0; i < n && use > 0; i++) {
		int64_t credit = -m->buy->debt[at[i]].open, now = credit < use ? credit : use;

		if (credit > 0) {
			pay_piece(m, d, at[i], -now);
			use -= now;
		}
	}
	for (size_t i = 0; i < n && given > 0; i++) {
		int64_t open = m->buy->debt[at[i]].open, now = open < given ? open : given;

		if (open > 0) {
			pay_piece(m, d, at[i], now);
			given -= now;
		}
	}
	post_paid(m, d, op->discount, 1);
}

/* ---- money back ---- */

static bool allows_money_back(const struct model *m, const struct op *op)
{
	size_t at[500], n = open_debts(m, op, at);
	int64_t debts, credits;

	debts_sum(m, at, n, &debts, &credits);
	return op->amount > 0 && op->amount <= credits + m->buy->ahead[op->party] &&
	       (op->method == M_BANK || m->till_open);
}

static void book_money_back(struct model *m, const struct op *op)
{
	size_t at[500], n = open_debts(m, op, at);
	struct deed *d = deed_new(m, op);
	int64_t left = op->amount;

	for (size_t i = 0; i < n && left > 0; i++) {
		int64_t credit = -m->buy->debt[at[i]].open, now = credit < left ? credit : left;

		if (credit > 0) {
			pay_piece(m, d, at[i], -now);
			left -= now;
		}
	}
	d->money = -op->amount;
	d->used = left;
	post_paid(m, d, 0, 1);
}

static void unbook_pay(struct model *m, struct deed *d)
{
	for (size_t i = 0; i < d->n_paid; i++)
		m->buy->debt[d->paid[i].debt].open += d->paid[i].amount;
	post_paid(m, d, d->did[0].amount, -1);
}

/* ---- all of them ---- */

bool allows_buying(const struct model *m, const struct op *op)
{
	switch ((int)op->kind) {
	case OP_BUY_BACK:
		return allows_back(m, op);
	case OP_BUY_INVOICE:
		return allows_invoice(m, op);
	case OP_BUY_FREIGHT:
		return allows_freight(m, op);
	case OP_BUY_MONEY:
		return allows_money_back(m, op);
	default:
		return allows_pay(m, op);
	}
}

void book_buying(struct model *m, const struct op *op)
{
	switch ((int)op->kind) {
	case OP_BUY_BACK:
		book_back(m, op);
		return;
	case OP_BUY_INVOICE:
		book_invoice(m, op);
		return;
	case OP_BUY_FREIGHT:
		book_freight(m, op);
		return;
	case OP_BUY_MONEY:
		book_money_back(m, op);
		return;
	default:
		book_pay(m, op);
	}
}

bool buying_may_go(const struct model *m, int64_t document)
{
	const struct deed *d = deed_of(m, document);

	switch ((int)d->kind) {
	case OP_BUY_BACK:
		return debts_unpaid(m, document) && !invoiced_since(m, d);
	case OP_BUY_INVOICE:
		return debts_unpaid(m, document) && !sent_back_since(m, d);
	case OP_BUY_FREIGHT:
		return debts_unpaid(m, document);
	default:
		return m->buy->ahead[d->party] >= d->ahead - d->used &&
		       (!d->money || d->method == M_BANK || m->till_open) &&
		       (d->money >= 0 || d->method != M_CASH || m->till[M_CASH] >= -d->money);
	}
}

void unbook_buying(struct model *m, int64_t document)
{
	struct deed *d = deed_of(m, document);

	switch ((int)d->kind) {
	case OP_BUY_BACK:
		unbook_back(m, d);
		break;
	case OP_BUY_INVOICE:
		unbook_invoice(m, d);
		break;
	case OP_BUY_FREIGHT:
		unbook_freight(m, d);
		break;
	default:
		unbook_pay(m, d);
	}
	d->dead = true;
}

/* ---- what it holds ---- */

int64_t model_payable(const struct model *m, int party)
{
	return m->buy->payable[party];
}

int64_t model_paid_ahead(const struct model *m, int party)
{
	return m->buy->ahead[party];
}

int64_t model_debts(const struct model *m, int party)
{
	int64_t sum = 0;

	for (size_t i = 0; i < m->buy->n_debts; i++)
		sum += m->buy->debt[i].party == party ? m->buy->debt[i].open : 0;
	return sum;
}

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
