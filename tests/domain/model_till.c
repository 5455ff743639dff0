/* model_till.c - money beside bills, in the model of the books: in and out of a drawer, value on cards, deposits. */
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

bool allows_money(const struct model *m, const struct op *op)
{
	const struct held *h = held_of(m, op->document);

	if (op->kind == OP_TILL_IN)
		return m->till_open && op->amount > 0;
	if (op->kind == OP_TILL_OUT || op->kind == OP_TILL_DROP)
		return m->till_open && op->amount > 0 && m->till[M_CASH] >= op->amount;
	if (op->kind == OP_CARD_REFUND)
		return goes(m, op) && m->principal[op->party] - m->on_invoice[op->party] >= op->amount;
	if (op->kind == OP_DEPOSIT_BACK)
		return h && op->qty >= 0 && h->left >= op->amount + op->qty && goes(m, op);
	return comes(m, op);
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

static void drawer(struct model *m, int64_t amount, enum acc other)
{
	post_money(m, M_CASH, amount);
	post(m, other, -amount);
}

static void book_deposit(struct model *m, const struct op *op)
{
	*GROW(m->held, m->n_held) = (struct held){ op->id, op->amount };
	post_money(m, op->method, op->amount);
	post(m, A_DEPOSIT, -op->amount);
}

static void book_deposit_back(struct model *m, const struct op *op)
{
	held_of(m, op->document)->left -= op->amount + op->qty;
	post_money(m, op->method, -op->amount);
	post(m, A_DEPOSIT, op->amount + op->qty);
	post(m, A_OTHER_INCOME, -op->qty);
}

static void book_top_up(struct model *m, const struct op *op)
{
	post_money(m, op->method, op->amount);
	card(m, op->party, op->amount, op->qty);
	*GROW(m->top_up, m->n_top_ups) =
	    (struct top_up){ .id = op->id, .amount = op->amount, .party = op->party };
}

static void book_card_refund(struct model *m, const struct op *op)
{
	post_money(m, op->method, -op->amount);
	card(m, op->party, -op->amount, -times(m->gift[op->party], op->amount, m->principal[op->party]));
}

void book_money(struct model *m, const struct op *op)
{
	if (op->kind == OP_TILL_IN)
		drawer(m, op->amount, A_SAFE);
	else if (op->kind == OP_TILL_OUT)
		drawer(m, -op->amount, A_PETTY);
	else if (op->kind == OP_TILL_DROP)
		drawer(m, -op->amount, A_SAFE);
	else if (op->kind == OP_DEPOSIT)
		book_deposit(m, op);
	else if (op->kind == OP_DEPOSIT_BACK)
		book_deposit_back(m, op);
	else if (op->kind == OP_TOP_UP)
		book_top_up(m, op);
	else
		book_card_refund(m, op);
}

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
