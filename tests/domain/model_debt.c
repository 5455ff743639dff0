/* model_debt.c - what is owed to suppliers, paid, and paid back by them, in the model of the books. */
#include "tests/domain/model_buy.h"

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

struct deed *deed_of(const struct model *m, int64_t document)
{
	for (size_t i = 0; i < m->buy->n_deeds; i++)
		if (m->buy->deed[i].document == document)
			return &m->buy->deed[i];
	return NULL;
}

struct deed *deed_new(struct model *m, const struct op *op)
{
	struct deed *d = GROW(m->buy->deed, m->buy->n_deeds);

	doc_new(m, op, op->id);
	*d = (struct deed){ .document = op->id, .kind = op->kind, .party = op->party, .method = op->method };
	return d;
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

int64_t due_of(const struct op *op, int party, int64_t amount)
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

static bool pay_may_go(const struct model *m, const struct op *op, const struct doc *doc)
{
	const struct deed *d = deed_of(m, doc->id);

	(void)op;
	return m->buy->ahead[d->party] >= d->ahead - d->used &&
	       (!d->money || d->method == M_BANK || m->till_open) &&
	       (d->money >= 0 || d->method != M_CASH || m->till[M_CASH] >= -d->money);
}

static void unbook_pay(struct model *m, struct doc *doc)
{
	struct deed *d = deed_of(m, doc->id);

	for (size_t i = 0; i < d->n_paid; i++)
		m->buy->debt[d->paid[i].debt].open += d->paid[i].amount;
	post_paid(m, d, d->did[0].amount, -1);
	d->dead = true;
}

const struct rule rule_buy_pay = { allows_pay, book_pay, pay_may_go, unbook_pay };
const struct rule rule_buy_money = { allows_money_back, book_money_back, pay_may_go, unbook_pay };

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
