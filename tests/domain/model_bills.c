/* model_bills.c - what hangs on bills beside payments, in the model of the books: collective bills, claims of insurers,
 * debts that are given up and come in after all. */
#include "tests/domain/model_priv.h"

static bool contains(const size_t *list, size_t n, size_t what)
{
	for (size_t i = 0; i < n; i++)
		if (list[i] == what)
			return true;
	return false;
}

bool named_dues(const struct model *m, const struct op *op, int party, size_t *ret, size_t *n)
{
	size_t of[500];

	*n = 0;
	for (int i = 0; i < op->n_bills; i++) {
		size_t all = dues(m, op->bills[i], 0, of, 500), before = *n;

		for (size_t k = 0; k < all; k++) {
			if (m->bill[of[k]].party != party)
				continue;
			if (contains(ret, before, of[k]))
				return false;
			ret[(*n)++] = of[k];
		}
		if (*n == before)
			return false;
	}
	return *n > 0;
}

static int64_t open_of(const struct model *m, const size_t *due, size_t n)
{
	int64_t sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += m->bill[due[i]].open;
	return sum;
}

bool bills_closed(const struct model *m, int64_t document)
{
	for (size_t i = 0; i < m->n_bills; i++)
		if (m->bill[i].settlement == document && m->bill[i].closed)
			return true;
	return false;
}

bool bills_free(const struct model *m, int64_t document)
{
	const struct doc *d = doc_of(m, document);

	if (!d || d->reviewed || bills_closed(m, document))
		return false;
	for (size_t i = 0; i < m->n_bills; i++)
		if (m->bill[i].settlement == document && (m->bill[i].collective || m->bill[i].invoiced > 0))
			return false;
	return true;
}

/* ---- collective bills ---- */

static bool allows_combine(const struct model *m, const struct op *op)
{
	size_t due[500], n;

	if (!named_dues(m, op, op->party, due, &n))
		return false;
	for (size_t i = 0; i < n; i++)
		if (m->bill[due[i]].collective)
			return false;
	return true;
}

static void book_combine(struct model *m, const struct op *op)
{
	size_t due[500], n;

	doc_new(m, op, op->id);
	named_dues(m, op, op->party, due, &n);
	for (size_t i = 0; i < n; i++)
		m->bill[due[i]].collective = op->id;
}

/* ---- claims ---- */

/* What comes of each bill: of the first document `amount`, of the second all. */
struct claim {
	size_t due[500], n;
	int64_t comes[500], open, paid;
};

static bool claim_plan(const struct model *m, const struct op *op, struct claim *c)
{
	struct op first = *op;
	int64_t left = op->amount;
	size_t n_first, of_first[500];

	memset(c, 0, sizeof(*c));
	first.n_bills = 1;
	if (!named_dues(m, op, op->party, c->due, &c->n) ||
	    !named_dues(m, &first, op->party, of_first, &n_first))
		return false;
	for (size_t i = 0; i < c->n; i++) {
		const struct bill *b = &m->bill[c->due[i]];

		c->comes[i] = i >= n_first || b->open < left ? b->open : left;
		left -= i < n_first ? c->comes[i] : 0;
		c->open += b->open;
		c->paid += c->comes[i];
	}
	return left == 0;
}

static int who_bears(const struct model *m, const struct op *op, const struct bill *b)
{
	if (op->payer >= 0)
		return op->payer;
	return b->job == NO_JOB ? -1 : m->job[b->job].party;
}

static bool allows_claim(const struct model *m, const struct op *op)
{
	struct claim c;

	if (!claim_plan(m, op, &c) || (c.paid && !till_for(m, op->method)))
		return false;
	if (c.open == c.paid)
		return true;
	if (op->payer == op->party)
		return false;
	for (size_t i = 0; i < c.n && op->part == GIVEN_CUSTOMER; i++) {
		const struct bill *b = &m->bill[c.due[i]];
		int who = who_bears(m, op, b);

		if (b->open > c.comes[i] && (who < 0 || who == op->party))
			return false;
	}
	return true;
}

static void post_given(struct model *m, int how, int64_t amount)
{
	if (how == GIVEN_DISCOUNT)
		post(m, A_PAY_DISCOUNT, amount);
	if (how == GIVEN_BAD_DEBT)
		post(m, A_BAD_DEBT, amount);
}

static void give_up(struct model *m, struct doc *d, size_t bill, int64_t amount, int how)
{
	struct bill *b = &m->bill[bill];

	*GROW(d->part, d->n_parts) = (struct part_given){ bill, amount, how };
	b->open -= amount;
	post_receivable(m, b->party, -amount);
	post_given(m, how, amount);
}

static size_t one_job(const struct model *m, const struct claim *c)
{
	for (size_t i = 1; i < c->n; i++)
		if (m->bill[c->due[i]].job != m->bill[c->due[0]].job)
			return NO_JOB;
	return m->bill[c->due[0]].job;
}

static void bill_other(struct model *m, const struct op *op, struct doc *d, size_t bill, int64_t amount,
		       size_t job)
{
	int who = who_bears(m, op, &m->bill[bill]);

	*GROW(d->made, d->n_made) = m->n_bills;
	*GROW(m->bill, m->n_bills) = (struct bill){ .settlement = op->id,
						    .amount = amount,
						    .open = amount,
						    .due = op->today + (has_terms(who) ? 30 : 0),
						    .job = job,
						    .party = who };
	post_receivable(m, who, amount);
}

static void book_claim(struct model *m, const struct op *op)
{
	struct doc *d = doc_new(m, op, op->id);
	struct claim c;
	size_t job;

	claim_plan(m, op, &c);
	job = one_job(m, &c);
	d->method = op->method;
	d->amount = c.paid;
	if (c.paid)
		post_money(m, op->method, c.paid);
	for (size_t i = 0; i < c.n; i++) {
		struct bill *b = &m->bill[c.due[i]];
		int64_t rest = b->open - c.comes[i];

		b->closed++;
		if (c.comes[i]) {
			*GROW(d->use, d->n_uses) = (struct use){ c.due[i], c.comes[i], 0 };
			b->open -= c.comes[i];
			post_receivable(m, b->party, -c.comes[i]);
		}
		if (!rest)
			continue;
		if (op->part == GIVEN_CUSTOMER)
			bill_other(m, op, d, c.due[i], rest, job);
		give_up(m, d, c.due[i], rest, op->part);
	}
}

/* ---- debts that are given up ---- */

static bool write_off_dues(const struct model *m, const struct op *op, size_t *due, size_t *n)
{
	if (op->n_bills)
		return named_dues(m, op, op->party, due, n);
	*n = dues(m, 0, op->party, due, 500);
	return *n > 0;
}

static bool allows_write_off(const struct model *m, const struct op *op)
{
	size_t due[500], n;

	return write_off_dues(m, op, due, &n) && op->amount >= 0 && op->amount <= open_of(m, due, n);
}

static void book_write_off(struct model *m, const struct op *op)
{
	struct doc *d = doc_new(m, op, op->id);
	size_t due[500], n;
	int64_t left;

	write_off_dues(m, op, due, &n);
	left = op->amount ? op->amount : open_of(m, due, n);
	for (size_t i = 0; i < n && left > 0; i++) {
		int64_t open = m->bill[due[i]].open, piece = open < left ? open : left;

		left -= piece;
		m->bill[due[i]].closed++;
		give_up(m, d, due[i], piece, op->part);
	}
}

static int64_t lost(const struct doc *d)
{
	int64_t sum = -d->back;

	for (size_t i = 0; i < d->n_parts; i++)
		sum += d->part[i].how == GIVEN_BAD_DEBT ? d->part[i].amount : 0;
	return sum;
}

static bool allows_recover(const struct model *m, const struct op *op)
{
	const struct doc *d = doc_of(m, op->document);

	return d && (d->kind == OP_WRITE_OFF || d->kind == OP_CLAIM) && !d->reversed && op->amount > 0 &&
	       op->amount <= lost(d) && till_for(m, op->method);
}

static void book_recover(struct model *m, const struct op *op)
{
	struct doc *d = doc_new(m, op, op->id);

	doc_of(m, op->document)->back += op->amount;
	d->refunds = op->document;
	d->method = op->method;
	d->amount = op->amount;
	post_money(m, op->method, op->amount);
	post(m, A_BAD_DEBT, -op->amount);
}

/* ---- and back ---- */

static bool made_untouched(const struct model *m, const struct doc *d)
{
	for (size_t i = 0; i < d->n_made; i++) {
		const struct bill *b = &m->bill[d->made[i]];

		if (b->open != b->amount || b->collective || b->closed || b->invoiced > 0)
			return false;
	}
	return true;
}

static bool combine_may_go(const struct model *m, const struct op *op, const struct doc *d)
{
	(void)m;
	(void)op;
	(void)d;
	return true;
}

static bool write_off_may_go(const struct model *m, const struct op *op, const struct doc *d)
{
	(void)m;
	(void)op;
	return d->back == 0;
}

static bool money_may_go(const struct model *m, const struct op *op, const struct doc *d)
{
	(void)op;
	return !d->amount || (till_for(m, d->method) && till_holds(m, d->method, d->amount));
}

static bool claim_may_go(const struct model *m, const struct op *op, const struct doc *d)
{
	return money_may_go(m, op, d) && d->back == 0 && made_untouched(m, d);
}

static void open_again(struct model *m, size_t bill, int64_t amount)
{
	m->bill[bill].open += amount;
	post_receivable(m, m->bill[bill].party, amount);
}

static void unbook_closed(struct model *m, struct doc *d)
{
	for (size_t i = 0; i < d->n_uses; i++) {
		m->bill[d->use[i].bill].closed--;
		open_again(m, d->use[i].bill, d->use[i].amount);
	}
	for (size_t i = 0; i < d->n_parts; i++) {
		const struct part_given *g = &d->part[i];
		bool counted = false;

		for (size_t k = 0; k < d->n_uses; k++)
			counted = counted || d->use[k].bill == g->bill;
		m->bill[g->bill].closed -= counted ? 0 : 1;
		open_again(m, g->bill, g->amount);
		post_given(m, g->how, -g->amount);
	}
	for (size_t i = 0; i < d->n_made; i++) {
		struct bill *b = &m->bill[d->made[i]];

		post_receivable(m, b->party, -b->open);
		b->open = 0;
		b->dead = true;
	}
}

static void unbook_combine(struct model *m, struct doc *d)
{
	for (size_t i = 0; i < m->n_bills; i++)
		if (m->bill[i].collective == d->id)
			m->bill[i].collective = 0;
}

static void unbook_claim(struct model *m, struct doc *d)
{
	if (d->amount)
		post_money(m, d->method, -d->amount);
	unbook_closed(m, d);
}

static void unbook_recover(struct model *m, struct doc *d)
{
	post_money(m, d->method, -d->amount);
	doc_of(m, d->refunds)->back -= d->amount;
	post(m, A_BAD_DEBT, d->amount);
}

const struct rule rule_combine = { allows_combine, book_combine, combine_may_go, unbook_combine };
const struct rule rule_claim = { allows_claim, book_claim, claim_may_go, unbook_claim };
const struct rule rule_write_off = { allows_write_off, book_write_off, write_off_may_go, unbook_claim };
const struct rule rule_recover = { allows_recover, book_recover, money_may_go, unbook_recover };

/* ---- what it holds ---- */

int64_t model_bill(const struct model *m, size_t n, int *ret_party)
{
	const struct bill *b = m->n_bills ? &m->bill[n % m->n_bills] : NULL;

	*ret_party = b ? b->party : 0;
	return !b ? 0 : n % 7 == 0 && b->collective ? b->collective : b->settlement;
}

int64_t model_of_kind(const struct model *m, enum op_kind kind, size_t n)
{
	size_t of = 0;

	for (size_t i = 0; i < m->n_docs; i++)
		of += m->doc[i].kind == kind;
	n = of ? n % of : 0;
	for (size_t i = 0; i < m->n_docs; i++)
		if (m->doc[i].kind == kind && n-- == 0)
			return m->doc[i].id;
	return 0;
}
