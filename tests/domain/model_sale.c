/* model_sale.c - goods over the counter and back, in the model of the books. */
#include "tests/domain/model_priv.h"

/* ---- a sale ---- */

struct sale_plan {
	struct sold line[SALE_LINES];
	int64_t left[SALE_LINES], list[SALE_LINES]; /* after their own discount, before it */
	int n;
	int64_t total, rounding, paid;
};

static void plan_line(struct sale_plan *p, int part, int64_t qty, int64_t amount)
{
	p->line[p->n] = (struct sold){ .part = part, .qty = qty };
	p->left[p->n] = p->list[p->n] = amount;
	p->n++;
}

/* The package costs SET_PRICE where that is less than its lines. */
static void plan_sets(const struct model *m, int64_t sets, struct sale_plan *p)
{
	int64_t sum = 0, share[SET_LINES];
	int first = p->n;

	if (sets == 0)
		return;
	plan_line(p, 0, 2000 * sets, times(2000, m->price[0], 1000) * sets);
	plan_line(p, 1, 500 * sets, times(500, 777, 1000) * sets);
	plan_line(p, -1, 1000 * sets, 3333 * sets);
	plan_line(p, -2, 1000 * sets, 500 * sets);
	for (int i = 0; i < SET_LINES; i++)
		sum += p->list[first + i];
	if (SET_PRICE * sets >= sum)
		return;
	spread(SET_PRICE * sets, p->list + first, SET_LINES, share);
	for (int i = 0; i < SET_LINES; i++)
		p->left[first + i] = share[i];
}

static bool sale_plan(const struct model *m, const struct op *op, struct sale_plan *p)
{
	int64_t part[SALE_LINES] = { 0 }, want[MODEL_PARTS] = { 0 }, sum = 0, more;

	memset(p, 0, sizeof(*p));
	for (int i = 0; i < op->n_lines; i++)
		plan_line(p, op->line[i].part, op->line[i].qty,
			  times(op->line[i].qty, m->price[op->line[i].part], 1000));
	plan_sets(m, op->sets, p);
	for (int i = 0; i < p->n; i++) {
		if (p->line[i].part >= 0)
			want[p->line[i].part] += p->line[i].qty;
		sum += p->left[i];
	}
	for (int i = 0; i < MODEL_PARTS; i++)
		if (want[i] > m->qty[i])
			return false;
	if (op->discount > sum)
		return false;
	if (op->discount)
		spread(op->discount, p->left, (size_t)p->n, part);
	more = surcharge(op, sum - op->discount);
	if (more)
		plan_line(p, -2, 1000, more);
	for (int i = 0; i < p->n; i++) {
		struct sold *l = &p->line[i];

		l->gross = p->left[i] - part[i];
		l->income = net(m, p->list[i]);
		l->net = net(m, l->gross);
		p->total += l->gross;
	}
	p->rounding = op->round ? -(p->total % m->round_to) : 0;
	p->total += p->rounding;
	for (int i = 0; i < op->n_pay; i++)
		p->paid += op->pay[i].amount;
	return true;
}

int64_t model_sale_total(const struct model *m, const struct op *op)
{
	struct sale_plan p;

	return sale_plan(m, op, &p) ? p.total : 0;
}

/* ---- a card pays ---- */

static int64_t by_card(const struct op *op)
{
	for (int i = 0; i < op->n_pay; i++)
		if (op->pay[i].method == M_MEMBER)
			return op->pay[i].amount;
	return 0;
}

/* Of what it takes, so much was invoiced at the top-up: the bill is as good as invoiced for that. */
static int64_t card_covers(const struct model *m, int party, int64_t taken)
{
	return taken < m->on_invoice[party] ? taken : m->on_invoice[party];
}

static bool card_bears(const struct model *m, const struct op *op, const struct sale_plan *p)
{
	int64_t amount = by_card(op), held, taken;

	if (amount == 0)
		return true;
	if (op->party < 0 || p->total < amount)
		return false;
	held = m->principal[op->party] + m->gift[op->party];
	if (amount > held)
		return false;
	taken = amount - times(amount, m->gift[op->party], held);
	return m->on_invoice[op->party] - card_covers(m, op->party, taken) <= m->principal[op->party] - taken;
}

static void card_pays(struct model *m, struct sale *s, const struct op *op)
{
	int64_t amount = by_card(op);

	if (amount == 0)
		return;
	s->took = amount;
	s->took_gift = card_use(m, op->party, amount);
	s->covered = card_covers(m, op->party, amount - s->took_gift);
	m->on_invoice[op->party] -= s->covered;
}

/* ---- posting it ---- */

static bool allows_sale(const struct model *m, const struct op *op)
{
	struct sale_plan p;
	int64_t open;

	if (op->n_lines == 0 || !sale_plan(m, op, &p))
		return false;
	for (int i = 0; i < op->n_pay; i++)
		if (!till_for(m, op->pay[i].method))
			return false;
	open = p.total - p.paid;
	if (open < 0 || (open > 0 && (op->party < 0 || !has_terms(op->party))) || !card_bears(m, op, &p))
		return false;
	return open == 0 || may_owe(m, op->party, open, op->today);
}

/* What the lines post, forwards or (-1) back. */
static void sold_post(struct model *m, const struct sold *l, int sign)
{
	post(m, l->part >= 0 ? A_GOODS : l->part == -1 ? A_LABOUR : A_FEES, -sign * l->income);
	post(m, A_DISCOUNT, sign * (l->income - l->net));
	post(m, A_TAX, -sign * (l->gross - l->net));
}

static void book_sale(struct model *m, const struct op *op)
{
	struct doc *d = doc_new(m, op, op->id);
	struct sale_plan p;
	struct sale *s = GROW(m->sale, m->n_sales);

	sale_plan(m, op, &p);
	d->kind = OP_SALE;
	*s = (struct sale){
		.id = op->id, .party = op->party, .n = p.n, .rounding = p.rounding, .rest = p.total
	};
	for (int i = 0; i < p.n; i++) {
		s->line[i] = p.line[i];
		if (p.line[i].part >= 0)
			s->line[i].cost = take_out(m, s->line[i].part, s->line[i].qty);
		sold_post(m, &s->line[i], 1);
		post(m, A_COST, s->line[i].cost);
		post(m, A_STOCK, -s->line[i].cost);
	}
	post(m, A_ROUNDING, -p.rounding);
	for (int i = 0; i < op->n_pay; i++) {
		if (op->pay[i].method != M_MEMBER)
			post_money(m, op->pay[i].method, op->pay[i].amount);
		s->paid[op->pay[i].method] += op->pay[i].amount;
	}
	card_pays(m, s, op);
	s->bill = NO_JOB;
	if (op->party < 0 || p.total == 0)
		return;
	s->bill = m->n_bills;
	*GROW(m->bill, m->n_bills) = (struct bill){ .settlement = op->id,
						    .amount = p.total,
						    .open = p.total - p.paid,
						    .due = op->today + (has_terms(op->party) ? 30 : 0),
						    .covered = s->covered,
						    .job = NO_JOB,
						    .party = op->party };
	post_receivable(m, op->party, p.total - p.paid);
}

static struct sale *sale_of(const struct model *m, int64_t id)
{
	for (size_t i = 0; i < m->n_sales; i++)
		if (m->sale[i].id == id)
			return &m->sale[i];
	return NULL;
}

/* Did another document pay it? */
static bool paid_later(const struct model *m, const struct sale *s)
{
	for (size_t i = 0; i < m->n_docs && s->bill != NO_JOB; i++)
		for (size_t u = 0; u < m->doc[i].n_uses; u++)
			if (m->doc[i].use[u].bill == s->bill && !m->doc[i].reversed)
				return true;
	return false;
}

int64_t model_sale(const struct model *m, size_t n, int *ret_part, int64_t *ret_qty)
{
	const struct sale *s = m->n_sales ? &m->sale[n % m->n_sales] : NULL;
	const struct sold *l = s ? &s->line[n % (size_t)s->n] : NULL;

	if (!s)
		return 0;
	for (; l->part < 0; l--) /* a sale begins with goods */
		;
	*ret_part = l->part;
	*ret_qty = l->qty;
	return s->id;
}

/* ---- it comes back ---- */

/* The pieces, in the order of the lines; false when there are not so many. */
static bool pieces_take(struct sale *s, const struct op *op, struct sold *ret, int *ret_n)
{
	int64_t left = op->qty;

	*ret_n = 0;
	for (int i = 0; i < s->n && left > 0; i++) {
		struct sold *l = &s->line[i], *p = &ret[*ret_n];
		int64_t now = l->qty < left ? l->qty : left, tax;

		if (l->part != op->part || now == 0)
			continue;
		*p = *l;
		p->at = i;
		if (now < l->qty) {
			p->qty = now;
			p->gross = times(l->gross, now, l->qty);
			tax = times(l->gross - l->net, now, l->qty);
			p->net = p->gross - tax;
			p->income = times(l->income, now, l->qty);
			p->cost = times(l->cost, now, l->qty);
		}
		l->qty -= p->qty;
		l->gross -= p->gross;
		l->net -= p->net;
		l->income -= p->income;
		l->cost -= p->cost;
		left -= now;
		++*ret_n;
	}
	return left == 0 && op->qty > 0;
}

static bool all_back(const struct sale *s)
{
	for (int i = 0; i < s->n; i++)
		if (s->line[i].qty)
			return false;
	return true;
}

struct back {
	struct sale after;
	struct sold piece[SALE_LINES];
	int n;
	int64_t total, rounding, off_bill, out[M_ALL], gift, uncovered;
	bool restock;
};

/* What came by a method with the sale, and with the payments that paid its bill, those as a whole. */
static int64_t paid_by(const struct model *m, const struct sale *s, int method)
{
	int64_t sum = s->paid[method];

	for (size_t i = 0; i < m->n_docs && s->bill != NO_JOB; i++) {
		const struct doc *d = &m->doc[i];
		bool pays = false;

		for (size_t u = 0; u < d->n_uses && d->kind == OP_TAKE_JOB && !d->reversed; u++)
			pays = pays || d->use[u].bill == s->bill;
		if (pays && method == d->method)
			sum += d->amount - d->let_off;
		if (pays && method == M_DISCOUNT)
			sum += d->let_off;
	}
	return sum > 0 ? sum : 0;
}

/* Of what the card gets back, the gift, and what is to be invoiced again when it is used. */
static void plan_card(const struct sale *s, struct back *p)
{
	int64_t back = s->back_took + p->out[M_MEMBER];

	if (!p->out[M_MEMBER])
		return;
	p->gift = times(back, s->took_gift, s->took) - s->back_gift;
	p->uncovered = times(back, s->covered, s->took) - s->uncovered;
}

static bool back_plan(const struct model *m, const struct op *op, struct back *p)
{
	const struct sale *s = sale_of(m, op->document);
	int64_t total = 0;

	memset(p, 0, sizeof(*p));
	if (!s || s->reversed || bills_closed(m, s->id))
		return false;
	p->after = *s;
	if (!pieces_take(&p->after, op, p->piece, &p->n))
		return false;
	for (int i = 0; i < p->n; i++)
		total += p->piece[i].gross;
	if (all_back(&p->after))
		p->rounding = s->rounding;
	if (total + p->rounding > s->rest)
		p->rounding = s->rest - total;
	total += p->rounding;
	p->total = total;
	p->restock = op->round;
	p->after.rest -= total;
	if (total < 0)
		return false;
	if (s->bill != NO_JOB)
		p->off_bill = m->bill[s->bill].open < total ? m->bill[s->bill].open : total;
	total -= p->off_bill;
	for (int i = 0; i < M_ALL && total > 0; i++) {
		int64_t paid = paid_by(m, s, i);

		p->out[i] = paid < total ? paid : total;
		total -= p->out[i];
		p->after.paid[i] -= p->out[i];
		if (p->out[i] && (!till_for(m, i) || !till_holds(m, i, p->out[i])))
			return false;
	}
	plan_card(s, p);
	return true;
}

static bool allows_sale_return(const struct model *m, const struct op *op)
{
	struct back p;

	return back_plan(m, op, &p);
}

/* The money of a return: out, or (-1) in again. */
static void post_back(struct model *m, struct sale *s, const struct back *p, int sign)
{
	for (int i = 0; i < M_ALL; i++)
		if (p->out[i] && i != M_MEMBER)
			post_pay(m, s->party, i, -sign * p->out[i]);
	if (p->out[M_MEMBER])
		card_back(m, s->party, sign * p->out[M_MEMBER], sign * p->gift);
	s->back_took += sign * p->out[M_MEMBER];
	s->back_gift += sign * p->gift;
	s->uncovered += sign * p->uncovered;
	if (p->uncovered)
		m->on_invoice[s->party] += sign * p->uncovered;
	if (s->bill == NO_JOB)
		return;
	m->bill[s->bill].covered -= sign * p->uncovered;
	m->bill[s->bill].open -= sign * p->off_bill;
	post_receivable(m, s->party, -sign * p->off_bill);
}

static void book_sale_return(struct model *m, const struct op *op)
{
	struct doc *d = doc_new(m, op, op->id);
	struct sale *s = sale_of(m, op->document);
	struct back *p = d->given = xcalloc(1, sizeof(*p));

	back_plan(m, op, p);
	d->refunds = op->document;
	*s = p->after;
	s->returns++;
	s->rounding -= p->rounding;
	for (int i = 0; i < p->n; i++) {
		const struct sold *l = &p->piece[i];

		sold_post(m, l, -1);
		post(m, A_COST, -l->cost);
		post(m, p->restock ? A_STOCK : A_SCRAPPED, l->cost);
		if (p->restock)
			put_in(m, l->part, l->qty, l->cost);
	}
	post(m, A_ROUNDING, p->rounding);
	post_back(m, s, p, 1);
}

/* ---- the return taken back ---- */

static bool return_may_go(const struct model *m, const struct op *op, const struct doc *d)
{
	const struct back *p = d->given;
	const struct sale *s = sale_of(m, d->refunds);
	int64_t want[MODEL_PARTS] = { 0 };

	(void)op;
	for (int i = 0; i < p->n; i++)
		want[p->piece[i].part] += p->restock ? p->piece[i].qty : 0;
	for (int i = 0; i < MODEL_PARTS; i++)
		if (want[i] > m->qty[i])
			return false;
	for (int i = 0; i < MODEL_METHODS; i++)
		if (p->out[i] && !till_for(m, i))
			return false;
	if (p->out[M_ADVANCE] > 0 && m->ahead[s->party] < p->out[M_ADVANCE])
		return false;
	if (!p->out[M_MEMBER])
		return true;
	return m->principal[s->party] >= p->out[M_MEMBER] - p->gift && m->gift[s->party] >= p->gift &&
	       m->on_invoice[s->party] - p->uncovered >= 0 &&
	       m->on_invoice[s->party] - p->uncovered <=
		   m->principal[s->party] - (p->out[M_MEMBER] - p->gift);
}

static void unbook_return(struct model *m, struct doc *d)
{
	struct back *p = d->given;
	struct sale *s = sale_of(m, d->refunds);

	s->returns--;
	s->rest += p->total;
	s->rounding += p->rounding;
	for (int i = 0; i < M_ALL; i++)
		s->paid[i] += p->out[i];
	for (int i = 0; i < p->n; i++) {
		const struct sold *l = &p->piece[i];
		int64_t value = p->restock ? take_back(m, l->part, l->qty, l->cost) : l->cost;

		s->line[l->at].qty += l->qty;
		s->line[l->at].gross += l->gross;
		s->line[l->at].net += l->net;
		s->line[l->at].income += l->income;
		s->line[l->at].cost += l->cost;
		sold_post(m, l, 1);
		post(m, A_COST, l->cost);
		post(m, p->restock ? A_STOCK : A_SCRAPPED, -value);
		post(m, A_VARIANCE, value - l->cost);
	}
	post(m, A_ROUNDING, -p->rounding);
	post_back(m, s, p, -1);
}

/* ---- taken back as a whole ---- */

static bool sale_may_go(const struct model *m, const struct op *op, const struct doc *d)
{
	const struct sale *s = sale_of(m, d->id);

	(void)op;
	if (s->returns || paid_later(m, s) || !bills_free(m, s->id))
		return false;
	for (int i = 0; i < MODEL_METHODS; i++)
		if (s->paid[i] && (!till_for(m, i) || !till_holds(m, i, s->paid[i])))
			return false;
	return true;
}

static void unbook_sale(struct model *m, struct doc *d)
{
	struct sale *s = sale_of(m, d->id);

	for (int i = 0; i < s->n; i++) {
		const struct sold *l = &s->line[i];

		sold_post(m, l, -1);
		if (l->part >= 0)
			put_in(m, l->part, l->qty, l->cost);
		post(m, A_COST, -l->cost);
		post(m, A_STOCK, l->cost);
	}
	post(m, A_ROUNDING, s->rounding);
	for (int i = 0; i < MODEL_METHODS; i++)
		if (s->paid[i])
			post_money(m, i, -s->paid[i]);
	if (s->took) {
		card_back(m, s->party, s->took, s->took_gift);
		m->on_invoice[s->party] += s->covered;
	}
	s->reversed = true;
	if (s->bill == NO_JOB)
		return;
	post_receivable(m, s->party, -m->bill[s->bill].open);
	m->bill[s->bill].open = 0;
	m->bill[s->bill].dead = true;
}

const struct rule rule_sale = { allows_sale, book_sale, sale_may_go, unbook_sale };
const struct rule rule_sale_return = { allows_sale_return, book_sale_return, return_may_go, unbook_return };
