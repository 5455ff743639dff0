/* model_till.c - tills, and money beside bills: in and out of a drawer, value on cards, deposits, in the model of the
 * books. */
#include "tests/domain/model_priv.h"

static struct held *held_of(const struct model *m, int64_t id)
{
	for (size_t i = 0; i < m->n_held; i++)
		if (m->held[i].id == id)
			return &m->held[i];
	return NULL;
}

static bool comes(const struct model *m, const struct op *op)
{
	return op->amount > 0 && till_for(m, op->method);
}

static bool goes(const struct model *m, const struct op *op)
{
	return comes(m, op) && till_holds(m, op->method, op->amount);
}

static void card(struct model *m, int party, int64_t principal, int64_t gift)
{
	m->principal[party] += principal;
	m->gift[party] += gift;
	post(m, A_VALUE, -principal);
	post(m, A_GIFT, -gift);
	post(m, A_CONTRA, gift);
}

int64_t card_use(struct model *m, int party, int64_t amount)
{
	int64_t gift = times(amount, m->gift[party], m->principal[party] + m->gift[party]);

	card(m, party, gift - amount, -gift);
	post(m, A_PAY_DISCOUNT, gift);
	return gift;
}

void card_back(struct model *m, int party, int64_t amount, int64_t gift)
{
	card(m, party, amount - gift, gift);
	post(m, A_PAY_DISCOUNT, -gift);
}

/* Into the drawer, or (below 0) out of it. */
static void drawer(struct model *m, const struct op *op, int64_t amount, enum acc other)
{
	struct doc *d = doc_new(m, op, op->id);

	d->amount = amount;
	d->account = (int)other;
	d->shift = m->shift;
	post_money(m, M_CASH, amount);
	post(m, other, -amount);
}

/* Money that came, or (below 0) went. */
static struct doc *money_doc(struct model *m, const struct op *op, int64_t amount)
{
	struct doc *d = doc_new(m, op, op->id);

	d->amount = amount;
	d->method = op->method;
	d->party = op->party;
	post_money(m, op->method, amount);
	return d;
}

static bool money_may_go(const struct model *m, const struct doc *d)
{
	return d->amount == 0 || (till_for(m, d->method) && till_holds(m, d->method, d->amount));
}

static void book_deposit(struct model *m, const struct op *op)
{
	*GROW(m->held, m->n_held) = (struct held){ op->id, op->amount };
	money_doc(m, op, op->amount);
	post(m, A_DEPOSIT, -op->amount);
}

static bool deposit_may_go(const struct model *m, const struct op *op, const struct doc *d)
{
	(void)op;
	return held_of(m, d->id)->left == d->amount && money_may_go(m, d);
}

static void unbook_deposit(struct model *m, struct doc *d)
{
	held_of(m, d->id)->left = 0;
	post_money(m, d->method, -d->amount);
	post(m, A_DEPOSIT, d->amount);
}

static bool allows_deposit_back(const struct model *m, const struct op *op)
{
	const struct held *h = held_of(m, op->document);

	return h && op->qty >= 0 && h->left >= op->amount + op->qty && goes(m, op);
}

static void book_deposit_back(struct model *m, const struct op *op)
{
	struct doc *d = money_doc(m, op, -op->amount);

	d->refunds = op->document;
	d->let_off = op->qty; /* kept */
	held_of(m, op->document)->left -= op->amount + op->qty;
	post(m, A_DEPOSIT, op->amount + op->qty);
	post(m, A_OTHER_INCOME, -op->qty);
}

static bool deposit_back_may_go(const struct model *m, const struct op *op, const struct doc *d)
{
	(void)op;
	return money_may_go(m, d);
}

static void unbook_deposit_back(struct model *m, struct doc *d)
{
	held_of(m, d->refunds)->left += d->let_off - d->amount;
	post_money(m, d->method, -d->amount);
	post(m, A_DEPOSIT, d->amount - d->let_off);
	post(m, A_OTHER_INCOME, d->let_off);
}

static void book_top_up(struct model *m, const struct op *op)
{
	struct doc *d = money_doc(m, op, op->amount);

	d->gift = op->qty;
	card(m, op->party, op->amount, op->qty);
	*GROW(m->top_up, m->n_top_ups) =
	    (struct top_up){ .id = op->id, .amount = op->amount, .party = op->party };
}

static bool allows_card_refund(const struct model *m, const struct op *op)
{
	return goes(m, op) && m->principal[op->party] - m->on_invoice[op->party] >= op->amount;
}

static void book_card_refund(struct model *m, const struct op *op)
{
	struct doc *d = money_doc(m, op, -op->amount);

	d->gift = -times(m->gift[op->party], op->amount, m->principal[op->party]);
	card(m, op->party, d->amount, d->gift);
}

/* What a top-up brought is still there; none of it is on an invoice that the rest does not bear. */
static bool card_may_go(const struct model *m, const struct op *op, const struct doc *d)
{
	(void)op;
	if (d->kind == OP_TOP_UP && top_up_of(m, d->id)->invoiced)
		return false;
	return money_may_go(m, d) && m->principal[d->party] >= d->amount && m->gift[d->party] >= d->gift &&
	       m->on_invoice[d->party] <= m->principal[d->party] - d->amount;
}

static void unbook_card(struct model *m, struct doc *d)
{
	post_money(m, d->method, -d->amount);
	card(m, d->party, -d->amount, -d->gift);
	if (d->kind == OP_TOP_UP)
		top_up_of(m, d->id)->amount = 0;
}

/* ---- in and out of a drawer ---- */

static bool allows_in(const struct model *m, const struct op *op)
{
	return m->till_open && op->amount > 0;
}

static bool allows_out(const struct model *m, const struct op *op)
{
	return allows_in(m, op) && m->till[M_CASH] >= op->amount;
}

static void book_in(struct model *m, const struct op *op)
{
	drawer(m, op, op->amount, A_SAFE);
}

static void book_out(struct model *m, const struct op *op)
{
	drawer(m, op, -op->amount, A_PETTY);
}

static void book_drop(struct model *m, const struct op *op)
{
	drawer(m, op, -op->amount, A_SAFE);
}

static bool drawer_may_go(const struct model *m, const struct op *op, const struct doc *d)
{
	(void)op;
	return m->till_open && d->shift == m->shift && m->till[M_CASH] >= d->amount;
}

static void unbook_drawer(struct model *m, struct doc *d)
{
	post_money(m, M_CASH, -d->amount);
	post(m, (enum acc)d->account, d->amount);
}

/* ---- opened and closed ---- */

static bool allows_open(const struct model *m, const struct op *op)
{
	(void)op;
	return !m->till_open;
}

static void book_open(struct model *m, const struct op *op)
{
	m->till_open = true;
	m->shift++;
	memset(m->till, 0, sizeof(m->till));
	m->till[M_CASH] = op->amount;
	post(m, A_CASH, op->amount);
	post(m, A_SAFE, -op->amount);
}

static bool allows_close(const struct model *m, const struct op *op)
{
	(void)op;
	return m->till_open;
}

/* What was counted replaces what was expected; the cash goes to the safe. */
static void book_close(struct model *m, const struct op *op)
{
	for (int i = 0; i < 4; i++) {
		post(m, (enum acc)(A_CASH + i), op->counted[i] - m->till[i]);
		post(m, A_OVER_SHORT, m->till[i] - op->counted[i]);
	}
	post(m, A_CASH, -op->counted[M_CASH]);
	post(m, A_SAFE, op->counted[M_CASH]);
	m->till_open = false;
}

const struct rule rule_till_open = { .allows = allows_open, .book = book_open };
const struct rule rule_till_close = { .allows = allows_close, .book = book_close };
const struct rule rule_till_in = { allows_in, book_in, drawer_may_go, unbook_drawer };
const struct rule rule_till_out = { allows_out, book_out, drawer_may_go, unbook_drawer };
const struct rule rule_till_drop = { allows_out, book_drop, drawer_may_go, unbook_drawer };
const struct rule rule_top_up = { comes, book_top_up, card_may_go, unbook_card };
const struct rule rule_card_refund = { allows_card_refund, book_card_refund, card_may_go, unbook_card };
const struct rule rule_deposit = { comes, book_deposit, deposit_may_go, unbook_deposit };
const struct rule rule_deposit_back = { allows_deposit_back, book_deposit_back, deposit_back_may_go,
					unbook_deposit_back };

size_t model_deposits(const struct model *m)
{
	return m->n_held;
}

int64_t model_deposit(const struct model *m, size_t i, int64_t *ret_left)
{
	*ret_left = m->held[i].left;
	return m->held[i].id;
}

int64_t model_principal(const struct model *m, int party)
{
	return m->principal[party];
}

int64_t model_gift(const struct model *m, int party)
{
	return m->gift[party];
}
