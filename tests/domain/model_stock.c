/* model_stock.c - quantities and values at a moving average, and opening stock, in the model of the books. */
#include "tests/domain/model_priv.h"

void put_in(struct model *m, int part, int64_t qty, int64_t value)
{
	m->qty[part] += qty;
	m->value[part] += value;
}

int64_t take_out(struct model *m, int part, int64_t qty)
{
	int64_t value = qty == m->qty[part] ? m->value[part] : times(m->value[part], qty, m->qty[part]);

	put_in(m, part, -qty, -value);
	return value;
}

/* Gives up what it brought, as far as it is there; all of it with the last piece. */
int64_t take_back(struct model *m, int part, int64_t qty, int64_t value)
{
	if (value > m->value[part] || qty == m->qty[part])
		value = m->value[part];
	put_in(m, part, -qty, -value);
	return value;
}

bool lines_known(const struct op *op)
{
	for (int i = 0; i < op->n_lines; i++)
		if (op->line[i].qty <= 0)
			return false;
	return op->n_lines > 0;
}

static bool allows_open_stock(const struct model *m, const struct op *op)
{
	(void)m;
	return lines_known(op);
}

static void book_open_stock(struct model *m, const struct op *op)
{
	struct doc *d = doc_new(m, op, op->id);
	int64_t sum = 0;

	for (int i = 0; i < op->n_lines; i++) {
		struct moved *v = GROW(d->move, d->n_moves);

		*v = (struct moved){ .part = op->line[i].part,
				     .qty = op->line[i].qty,
				     .value = times(op->line[i].qty, op->line[i].cost, 1000) };
		put_in(m, v->part, v->qty, v->value);
		sum += v->value;
	}
	post(m, A_STOCK, sum);
	post(m, A_OPENING, -sum);
}

bool goods_there(const struct model *m, const struct doc *d)
{
	int64_t want[MODEL_PARTS] = { 0 };

	for (size_t i = 0; i < d->n_moves; i++)
		want[d->move[i].part] += d->move[i].qty;
	for (int p = 0; p < MODEL_PARTS; p++)
		if (want[p] > m->qty[p])
			return false;
	return true;
}

static bool may_go(const struct model *m, const struct op *op, const struct doc *d)
{
	(void)op;
	return goods_there(m, d);
}

int64_t goods_out_again(struct model *m, const struct doc *d)
{
	int64_t sum = 0, given = 0;

	for (size_t i = 0; i < d->n_moves; i++) {
		sum += d->move[i].value;
		given += take_back(m, d->move[i].part, d->move[i].qty, d->move[i].value);
	}
	post(m, A_STOCK, -given);
	post(m, A_VARIANCE, given - sum);
	return sum;
}

static void unbook_open_stock(struct model *m, struct doc *d)
{
	post(m, A_OPENING, goods_out_again(m, d));
}

const struct rule rule_open_stock = { allows_open_stock, book_open_stock, may_go, unbook_open_stock };
