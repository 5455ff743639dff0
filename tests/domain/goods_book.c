/* goods_book.c - the model of goods. */
#include "tests/domain/goods_book.h"

#include "tests/test.h"

const char *const places[PLACES] = { "MAIN", "VAN" };
const char *const codes[PARTS] = { "P0", "P1", "P2", "P3", "ALT" };

int64_t times(int64_t a, int64_t b, int64_t c)
{
	__int128 p = (__int128)a * b * 2;

	return (int64_t)((p + (p < 0 ? -c : c)) / ((__int128)c * 2));
}

static int64_t all(const struct model *m, int part)
{
	return m->qty[part][0] + m->qty[part][1];
}

static int64_t share(int64_t whole, int64_t qty, int64_t of)
{
	return qty == of ? whole : times(whole, qty, of);
}

static void put(struct model *m, struct doc *d, int64_t qty, int64_t value)
{
	m->qty[d->part][d->place] += qty;
	m->value[d->part] += value;
	d->qty += qty;
	d->value += value;
	d->moved = true;
	if (m->qty[d->part][d->place] < 0 || m->value[d->part] < 0)
		fail_msg("document %d of kind %d leaves %lld of %s in %s, worth %lld", (int)d->id,
			 (int)d->kind, (long long)m->qty[d->part][d->place], codes[d->part], places[d->place],
			 (long long)m->value[d->part]);
}

static int64_t take(struct model *m, struct doc *d, int64_t qty)
{
	int64_t value = share(m->value[d->part], qty, all(m, d->part));

	put(m, d, -qty, -value);
	return value;
}

static struct doc *doc_of(struct model *m, int64_t id)
{
	for (int i = 0; i < m->n; i++)
		if (m->doc[i].id == id)
			return &m->doc[i];
	fail_msg("document %d is not known", (int)id);
	return NULL;
}

static void book_came(struct model *m, struct doc *d, const struct op *op)
{
	struct doc *t = doc_of(m, op->target);
	int64_t value = share(t->left_value, op->qty, t->left);

	d->part = t->part;
	d->place = op->who == 1 ? t->place : 1 - t->place;
	d->left = op->qty;
	d->left_value = value;
	t->left -= op->qty;
	t->left_value -= value;
	m->transit -= value;
	if (op->who == 2)
		m->lost += value;
	else
		put(m, d, op->qty, value);
}

/* What was counted against the books of that moment, booked now. */
static void book_count(struct model *m, struct doc *d)
{
	struct doc *c = doc_of(m, -d->target);
	int64_t there, cost;

	d->part = c->part;
	d->place = c->place;
	there = all(m, d->part);
	cost = there ? times(m->value[d->part], 1000, there) : m->last_cost[d->part];
	if (c->left > 0)
		put(m, d, c->left, times(c->left, cost, 1000));
	else if (c->left < 0)
		take(m, d, -c->left);
	m->taken -= d->value;
}

static void book_receipt(struct model *m, struct doc *d, const struct op *op)
{
	d->owed = d->left_value = times(op->qty, op->cost, 1000);
	d->left = op->qty;
	put(m, d, op->qty, d->owed);
	m->payable -= d->owed;
	m->last_cost[d->part] = op->cost;
}

static void book_return(struct model *m, struct doc *d, const struct op *op)
{
	struct doc *r = doc_of(m, op->target);

	d->part = r->part;
	d->place = r->place;
	d->owed = share(r->left_value, op->qty, r->left);
	r->left -= op->qty;
	r->left_value -= d->owed;
	m->variance += take(m, d, op->qty) - d->owed;
	m->payable += d->owed;
}

static void book_sale(struct model *m, struct doc *d, const struct op *op)
{
	d->left_value = take(m, d, op->qty);
	d->left = op->qty;
	m->cost += d->left_value;
	if (op->part == CORE)
		m->deposits -= op->qty / 1000 * CORE_PRICE;
}

static void book_sale_back(struct model *m, struct doc *d, const struct op *op)
{
	struct doc *s = doc_of(m, op->target);
	int64_t cost = share(s->left_value, op->qty, s->left);

	d->part = s->part;
	d->place = s->place;
	s->left -= op->qty;
	s->left_value -= cost;
	m->cost -= cost;
	put(m, d, op->qty, cost);
}

/* The account that stood against the goods. */
static void undo_money(struct model *m, struct doc *d)
{
	int64_t *const against[KINDS] = { [IN] = &m->found,     [OUT] = &m->used,      [LOSS] = &m->lost,
					  [SEND] = &m->transit, [APPROVE] = &m->taken, [SALE] = &m->cost };

	if (against[d->kind])
		*against[d->kind] += d->value;
	if (d->kind == CAME) {
		struct doc *t = doc_of(m, d->target);

		t->left += d->left;
		t->left_value += d->left_value;
		m->transit += d->left_value;
		m->lost -= d->moved ? 0 : d->left_value;
	}
	if (d->kind == RECEIVE || d->kind == ARRIVE)
		m->payable += d->owed;
	if (d->kind == RETURN) {
		struct doc *r = doc_of(m, d->target);

		r->left -= d->qty;
		r->left_value += d->owed;
		m->payable -= d->owed;
		m->variance += d->owed + d->value;
	}
}

/* Goods that came go at what is there of their value; goods that went come back at what they took. */
static void book_reverse(struct model *m, struct doc *d, const struct op *op)
{
	struct doc *of = doc_of(m, op->target);
	int64_t value = of->value;

	assert_false(of->undone);
	of->undone = true;
	undo_money(m, of);
	d->part = of->part;
	d->place = of->place;
	if (of->qty > 0 && (value > m->value[d->part] || of->qty == all(m, d->part)))
		value = m->value[d->part];
	m->variance += value - of->value;
	if (of->moved)
		put(m, d, -of->qty, -value);
}

void book(struct model *m, const struct op *op)
{
	struct doc *d = &m->doc[m->n++];

	*d = (struct doc){
		.kind = op->kind, .id = op->id, .target = op->target, .part = op->part, .place = op->place
	};
	switch (op->kind) {
	case IN:
		put(m, d, op->qty, times(op->qty, op->cost, 1000));
		m->found -= d->value;
		break;
	case OUT:
		m->used += take(m, d, op->qty);
		break;
	case LOSS:
		m->lost += take(m, d, op->qty);
		break;
	case SEND:
		d->left_value = take(m, d, op->qty);
		d->left = op->qty;
		m->transit += d->left_value;
		break;
	case CAME:
		book_came(m, d, op);
		break;
	case COUNT:
		d->left = op->qty - m->qty[op->part][op->place];
		break;
	case APPROVE:
		book_count(m, d);
		break;
	case RECEIVE:
	case ARRIVE:
		book_receipt(m, d, op);
		break;
	case RETURN:
		book_return(m, d, op);
		break;
	case SALE:
		book_sale(m, d, op);
		break;
	case SALE_BACK:
		book_sale_back(m, d, op);
		break;
	case CORE_BACK:
		m->deposits += op->qty / 1000 * CORE_PRICE;
		break;
	case PRICE:
		m->price[op->part] = op->cost;
		break;
	case REVERSE:
		book_reverse(m, d, op);
		break;
	case ORDER:
	case KINDS:
	default:
		break;
	}
}
