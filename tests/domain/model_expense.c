/* model_expense.c - expenses, petty cash and the advances of customers, in the model of the books. */
#include "tests/domain/model_priv.h"

/* ---- can money come, can it go ---- */

static bool holds(const struct model *m, int method, int64_t amount)
{
	return method == M_PETTY ? m->acc[A_PETTY_CASH] >= amount : till_holds(m, method, amount);
}

static bool moves(const struct model *m, int method, int64_t amount, bool out)
{
	return till_for(m, method) && (!out || holds(m, method, amount));
}

/* ---- expenses, other income, petty cash ---- */

static enum acc account_of(const struct op *op)
{
	if (op->kind == OP_EXPENSE)
		return (enum acc)(A_EXPENSE + op->part);
	return op->kind == OP_INCOME ? (enum acc)(A_INCOME + op->part) : A_PETTY_CASH;
}

static bool comes_in(const struct op *op)
{
	return op->kind == OP_INCOME || (op->kind == OP_PETTY && op->round);
}

static void move(struct model *m, struct doc *d, int64_t amount)
{
	post_money(m, d->method, amount);
	post(m, (enum acc)d->account, -amount);
}

static struct doc *money_doc(struct model *m, const struct op *op)
{
	struct doc *d = doc_new(m, op, op->id);

	d->amount = op->amount;
	d->method = op->method;
	d->party = op->party;
	return d;
}

static bool allows_expense(const struct model *m, const struct op *op)
{
	return op->amount > 0 && moves(m, op->method, op->amount, !comes_in(op));
}

static bool allows_petty(const struct model *m, const struct op *op)
{
	return allows_expense(m, op) && (!op->round || m->acc[A_PETTY_CASH] >= op->amount);
}

static void book_expense(struct model *m, const struct op *op)
{
	struct doc *d = money_doc(m, op);

	d->account = (int)account_of(op);
	d->plain = comes_in(op);
	move(m, d, d->plain ? op->amount : -op->amount);
}

static bool expense_may_go(const struct model *m, const struct op *op, const struct doc *d)
{
	(void)op;
	return moves(m, d->method, d->amount, d->plain);
}

static bool petty_may_go(const struct model *m, const struct op *op, const struct doc *d)
{
	return (d->plain || m->acc[A_PETTY_CASH] >= d->amount) && expense_may_go(m, op, d);
}

static void unbook_expense(struct model *m, struct doc *d)
{
	move(m, d, d->plain ? -d->amount : d->amount);
}

const struct rule rule_expense = { allows_expense, book_expense, expense_may_go, unbook_expense };
const struct rule rule_income = { allows_expense, book_expense, expense_may_go, unbook_expense };
const struct rule rule_petty = { allows_petty, book_expense, petty_may_go, unbook_expense };

/* ---- advances ---- */

static void ahead(struct model *m, int party, int64_t amount)
{
	m->ahead[party] += amount;
	m->booked[party] = m->booked[party] || amount;
	post(m, A_ADVANCE, -amount);
}

static int64_t ahead_free(const struct model *m, const struct doc *d)
{
	int64_t left = d->amount - d->refunded - d->back;

	return left < m->ahead[d->party] ? left : m->ahead[d->party];
}

static bool allows_keep(const struct model *m, const struct op *op)
{
	const struct doc *d = doc_of(m, op->document);

	return d && d->kind == OP_ADVANCE && !d->reversed && d->forfeitable && op->amount > 0 &&
	       op->amount <= ahead_free(m, d);
}

bool allows_refund_ahead(const struct model *m, const struct op *op, const struct doc *d)
{
	return op->amount > 0 && op->amount <= ahead_free(m, d) && moves(m, op->method, op->amount, true);
}

void book_refund_ahead(struct model *m, const struct op *op, struct doc *of)
{
	of->refunded += op->amount;
	ahead(m, of->party, -op->amount);
	post_money(m, op->method, -op->amount);
}

static bool allows_advance(const struct model *m, const struct op *op)
{
	return op->amount > 0 && moves(m, op->method, op->amount, false);
}

static void book_advance(struct model *m, const struct op *op)
{
	money_doc(m, op)->forfeitable = op->round;
	post_money(m, op->method, op->amount);
	ahead(m, op->party, op->amount);
}

static bool advance_may_go(const struct model *m, const struct op *op, const struct doc *d)
{
	(void)op;
	return !d->refunded && !d->back && m->ahead[d->party] >= d->amount &&
	       moves(m, d->method, d->amount, true);
}

static void unbook_advance(struct model *m, struct doc *d)
{
	ahead(m, d->party, -d->amount);
	post_money(m, d->method, -d->amount);
}

static void book_keep(struct model *m, const struct op *op)
{
	struct doc *d = money_doc(m, op), *of = doc_of(m, op->document);

	d->refunds = op->document;
	d->party = of->party;
	of->back += op->amount;
	ahead(m, of->party, -op->amount);
	post(m, A_KEPT, -op->amount);
}

static bool keep_may_go(const struct model *m, const struct op *op, const struct doc *d)
{
	(void)m;
	(void)op;
	(void)d;
	return true;
}

static void unbook_keep(struct model *m, struct doc *d)
{
	doc_of(m, d->refunds)->back -= d->amount;
	ahead(m, d->party, d->amount);
	post(m, A_KEPT, d->amount);
}

const struct rule rule_advance = { allows_advance, book_advance, advance_may_go, unbook_advance };
const struct rule rule_keep = { allows_keep, book_keep, keep_may_go, unbook_keep };

void unbook_refund_ahead(struct model *m, const struct doc *d)
{
	doc_of(m, d->refunds)->refunded -= d->amount;
	ahead(m, d->party, d->amount);
	post_money(m, d->method, d->amount);
}
