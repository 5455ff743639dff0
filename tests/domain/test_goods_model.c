/* test_goods_model.c - random goods documents over two warehouses, compared to the fen with a model in small arrays:
 * other stock-in and -out, write-offs, transfers in two steps, stocktakes, goods of a supplier, reversals.
 *
 * WORKBAY_SEED chooses the documents; the seed of a failure is printed. */
#include "tests/domain/shop.h"

#include <stdio.h>
#include <stdlib.h>

#define PARTS      4
#define PLACES     2
#define ROUNDS     250
#define DOCS_MOST  400
#define LINES_MOST 4

static const char *const places[PLACES] = { "MAIN", "VAN" };

/* What one document did to one part. */
struct moved {
	int part, place;
	int64_t qty, value; /* into stock positive */
};

enum kind { IN, OUT, LOSS, SEND, CAME, TAKE, CONSIGN_IN, CONSIGN_BACK, CONSIGN_BUY };

#define SHELF PLACES /* where a supplier's goods lie, beside MAIN: without value */

struct doc {
	enum kind kind;
	int64_t id, transfer;
	struct moved move[LINES_MOST];
	int n;
	bool undone, lost;
	int part; /* of a transfer */
	int64_t open_qty, open_value;
};

struct model {
	int64_t qty[PARTS][PLACES + 1], value[PARTS];
	int64_t agreed[PARTS], owed;
	int64_t found, used, lost, taken, transit, variance; /* balances, debit positive */
	struct doc doc[DOCS_MOST];
	int n;
};

/* ---- arithmetic of its own ---- */

static int64_t times(int64_t a, int64_t b, int64_t c)
{
	__int128 p = (__int128)a * b * 2;

	return (int64_t)((p + (p < 0 ? -c : c)) / ((__int128)c * 2));
}

static int64_t all(const struct model *m, int part)
{
	return m->qty[part][0] + m->qty[part][1];
}

static void put(struct model *m, int part, int place, int64_t qty, int64_t value)
{
	m->qty[part][place] += qty;
	m->value[part] += value;
}

static int64_t take(struct model *m, int part, int place, int64_t qty)
{
	int64_t value = qty == all(m, part) ? m->value[part] : times(m->value[part], qty, all(m, part));

	put(m, part, place, -qty, -value);
	return value;
}

static struct doc *doc_new(struct model *m, enum kind kind, int64_t id)
{
	m->doc[m->n] = (struct doc){ .kind = kind, .id = id };
	return &m->doc[m->n++];
}

static void keep(struct doc *d, int part, int place, int64_t qty, int64_t value)
{
	d->move[d->n++] = (struct moved){ part, place, qty, value };
}

/* ---- operations ---- */

struct play {
	struct test_shop *s;
	struct model *m;
	unsigned dice;
};

static int roll(struct play *p, int n)
{
	p->dice = p->dice * 1103515245U + 12345U;
	return (int)((p->dice >> 16) % (unsigned)n);
}

static const char *qty_of(struct play *p, int64_t qty)
{
	static char text[4][24];
	static int i;
	char *t = text[i++ % 4];

	(void)p;
	snprintf(t, sizeof(text[0]), "%lld.%03d", (long long)(qty / 1000), (int)(qty % 1000));
	return t;
}

static const char *code_of(int part)
{
	static const char *const codes[PARTS] = { "P0", "P1", "P2", "P3" };

	return codes[part];
}

static bool says(struct play *p, const char *command, const char *const *pairs, bool wanted)
{
	bool ok = attempt(p->s, command, pairs);

	if (ok != wanted)
		fprintf(stderr, "%s %s: %s\n", command, ok ? "ran" : "was refused", ok ? "" : p->s->err.text);
	assert_int_equal(ok, wanted);
	return ok;
}

static void play_in(struct play *p)
{
	int part = roll(p, PARTS), place = roll(p, PLACES);
	int64_t qty = 1 + roll(p, 5000), cost = roll(p, 9000), value = times(qty, cost, 1000);
	char money[24];
	const char *pairs[] = { "reason",      "gift",         "warehouse",
				places[place], "lines.0.part", code_of(part),
				"lines.0.qty", qty_of(p, qty), "lines.0.cost",
				money,         NULL,           NULL,
				NULL };

	if (part == 1) { /* it is kept by batch; what is said of none lies in the one without a number */
		pairs[10] = roll(p, 3) ? "lines.0.batch" : NULL;
		pairs[11] = roll(p, 2) ? "B1" : "B2";
	}
	snprintf(money, sizeof(money), "%d.%02d", (int)(cost / 100), (int)(cost % 100));
	says(p, "stock.in", pairs, true);
	put(p->m, part, place, qty, value);
	p->m->found -= value;
	keep(doc_new(p->m, IN, p->s->answer.document), part, place, qty, value);
}

/* What is missing at MAIN is bought of the supplier's goods, if that is enough. */
static bool fetched(struct model *m, int part, int place, int64_t qty)
{
	int64_t missing = qty - m->qty[part][place], value;

	if (missing <= 0)
		return true;
	if (place != 0 || missing > m->qty[part][SHELF])
		return false;
	value = times(missing, m->agreed[part], 1000);
	put(m, part, SHELF, -missing, 0);
	put(m, part, 0, missing, value);
	m->owed -= value;
	return true;
}

static void play_consigned(struct play *p, enum kind kind)
{
	static const char *const commands[] = { "consign.receive", "consign.back", "consign.buy" };
	bool in = kind == CONSIGN_IN;
	int part = roll(p, PARTS);
	int64_t qty = 1 + roll(p, 3000), cost = roll(p, 9000), value;
	char money[24];
	const char *pairs[] = { "supplier",
				"Bosch",
				"lines.0.part",
				code_of(part),
				"lines.0.qty",
				qty_of(p, qty),
				in ? "lines.0.cost" : NULL,
				money,
				NULL,
				NULL,
				NULL };
	struct doc *d;

	if (in && part == 1) {
		pairs[8] = "lines.0.batch";
		pairs[9] = roll(p, 2) ? "B1" : "B3";
	}
	snprintf(money, sizeof(money), "%d.%02d", (int)(cost / 100), (int)(cost % 100));
	if (!says(p, commands[kind - CONSIGN_IN], pairs, in || qty <= p->m->qty[part][SHELF]))
		return;
	d = doc_new(p->m, kind, p->s->answer.document);
	if (in)
		p->m->agreed[part] = cost;
	value = kind == CONSIGN_BUY ? times(qty, p->m->agreed[part], 1000) : 0;
	put(p->m, part, SHELF, in ? qty : -qty, 0);
	if (kind != CONSIGN_BUY) {
		keep(d, part, SHELF, in ? qty : -qty, 0);
		return;
	}
	put(p->m, part, 0, qty, value);
	keep(d, part, 0, qty, value);
	p->m->owed -= value;
}

static void play_out(struct play *p, bool loss)
{
	int part = roll(p, PARTS), place = roll(p, PLACES);
	int64_t qty = 1 + roll(p, 3000), value;
	const char *pairs[] = { "reason",
				loss ? "damaged" : "internal",
				"warehouse",
				places[place],
				"lines.0.part",
				code_of(part),
				"lines.0.qty",
				qty_of(p, qty),
				NULL };

	if (!says(p, loss ? "stock.loss" : "stock.out", pairs,
		  loss ? qty <= p->m->qty[part][place] : fetched(p->m, part, place, qty)))
		return;
	value = take(p->m, part, place, qty);
	*(loss ? &p->m->lost : &p->m->used) += value;
	keep(doc_new(p->m, loss ? LOSS : OUT, p->s->answer.document), part, place, -qty, -value);
}

static void play_send(struct play *p)
{
	int part = roll(p, PARTS), place = roll(p, PLACES);
	int64_t qty = 1 + roll(p, 3000), value;
	const char *pairs[] = {
		"from",        places[place],  "to", places[1 - place], "lines.0.part", code_of(part),
		"lines.0.qty", qty_of(p, qty), NULL
	};
	struct doc *d;

	if (!says(p, "transfer.send", pairs, qty <= p->m->qty[part][place]))
		return;
	value = take(p->m, part, place, qty);
	p->m->transit += value;
	d = doc_new(p->m, SEND, p->s->answer.document);
	keep(d, part, place, -qty, -value);
	d->part = part;
	d->open_qty = qty;
	d->open_value = value;
}

/* The i-th document of a kind that stands, or NULL. */
static struct doc *standing(struct play *p, enum kind kind)
{
	for (int tries = 0; tries < 20 && p->m->n; tries++) {
		struct doc *d = &p->m->doc[roll(p, p->m->n)];

		if (d->kind == kind && !d->undone)
			return d;
	}
	return NULL;
}

static void play_came(struct play *p)
{
	static const char *const hows[] = { "received", "received", "back", "lost" };
	struct doc *t = standing(p, SEND), *d;
	const char *how = hows[roll(p, 4)];
	int64_t qty, value;
	int place;

	if (!t)
		return;
	qty = 1 + roll(p, 3000);
	if (roll(p, 3) && t->open_qty)
		qty = t->open_qty;
	if (!says(p, "transfer.receive",
		  (const char *[]){ "transfer", by_id(p->s, t->id), "how", how, "lines.0.part",
				    code_of(t->part), "lines.0.qty", qty_of(p, qty), NULL },
		  qty <= t->open_qty))
		return;
	value = qty == t->open_qty ? t->open_value : times(t->open_value, qty, t->open_qty);
	place = how[0] == 'b' ? t->move[0].place : 1 - t->move[0].place;
	d = doc_new(p->m, CAME, p->s->answer.document);
	d->transfer = t - p->m->doc;
	d->lost = how[0] == 'l';
	d->open_qty = qty;
	d->open_value = value;
	t->open_qty -= qty;
	t->open_value -= value;
	p->m->transit -= value;
	if (d->lost) {
		p->m->lost += value;
		return;
	}
	put(p->m, t->part, place, qty, value);
	keep(d, t->part, place, qty, value);
}

/* Counts one part against the books, sells some of it, and approves. */
static void play_take(struct play *p)
{
	int part = roll(p, PARTS), place = roll(p, PLACES);
	int64_t book = p->m->qty[part][place], counted = book + roll(p, 1500) - 700, diff, value = 0;
	const char *take_id;
	struct doc *d;

	if (counted < 0)
		counted = 0;
	diff = counted - book;
	take_id =
	    by_id(p->s, run(p->s, "stocktake.open", "scope", "all", "warehouse", places[place], NULL)->id);
	run(p->s, "stocktake.count", "stocktake", take_id, "part", code_of(part), "counted",
	    qty_of(p, counted), NULL);
	if (roll(p, 2))
		play_out(p, false);
	if (!says(p, "stocktake.approve", (const char *[]){ "stocktake", take_id, NULL },
		  -diff <= p->m->qty[part][place])) {
		run(p->s, "stocktake.drop", "stocktake", take_id, NULL);
		return;
	}
	d = doc_new(p->m, TAKE, p->s->answer.document);
	if (diff > 0) {
		value =
		    all(p->m, part) ? times(diff, times(p->m->value[part], 1000, all(p->m, part)), 1000) : 0;
		put(p->m, part, place, diff, value);
	} else if (diff < 0) {
		value = -take(p->m, part, place, -diff);
	}
	p->m->taken -= value;
	if (diff)
		keep(d, part, place, diff, value);
}

static bool allows_reverse(const struct model *m, const struct doc *d)
{
	if (d->undone)
		return false;
	if (d->kind == SEND && d->open_qty != -d->move[0].qty)
		return false;
	return !d->n || d->move[0].qty < 0 || d->move[0].qty <= m->qty[d->move[0].part][d->move[0].place];
}

static void undo_money(struct model *m, const struct doc *d)
{
	int64_t value = d->n ? d->move[0].value : 0;

	if (d->kind == IN)
		m->found += value;
	else if (d->kind == OUT)
		m->used += value;
	else if (d->kind == LOSS)
		m->lost += value;
	else if (d->kind == TAKE)
		m->taken += value;
	else if (d->kind == SEND)
		m->transit += value;
	else
		m->transit += d->open_value;
	if (d->kind == CAME && d->lost)
		m->lost -= d->open_value;
}

static void play_reverse(struct play *p)
{
	struct doc *d = &p->m->doc[roll(p, p->m->n)];

	if (!says(p, "reverse", (const char *[]){ "document", by_id(p->s, d->id), "reason", "x", NULL },
		  allows_reverse(p->m, d)))
		return;
	d->undone = true;
	undo_money(p->m, d);
	if (d->kind == SEND)
		d->open_qty = d->open_value = 0;
	if (d->kind == CAME) {
		p->m->doc[d->transfer].open_qty += d->open_qty;
		p->m->doc[d->transfer].open_value += d->open_value;
	}
	if (d->n && d->move[0].qty < 0) {
		put(p->m, d->move[0].part, d->move[0].place, -d->move[0].qty, -d->move[0].value);
	} else if (d->n) {
		int part = d->move[0].part;
		int64_t value = d->move[0].value;

		if (d->move[0].place == SHELF)
			value = 0;
		else if (value > p->m->value[part] || d->move[0].qty == all(p->m, part))
			value = p->m->value[part];
		put(p->m, part, d->move[0].place, -d->move[0].qty, -value);
		p->m->variance += value - d->move[0].value;
	}
	if (d->kind == CONSIGN_BUY) {
		put(p->m, d->move[0].part, SHELF, d->move[0].qty, 0);
		p->m->owed += d->move[0].value;
	}
}

/* ---- the comparison ---- */

static void compare(const struct play *p)
{
	struct test_shop *s = p->s;

	for (int i = 0; i < PARTS; i++) {
		for (int k = 0; k < PLACES; k++)
			assert_int_equal(ask(s,
					     "SELECT coalesce((SELECT s.qty FROM stock s JOIN part p ON p.id "
					     "= s.part_id JOIN "
					     "warehouse w ON w.id = s.warehouse_id WHERE p.code = '%s' AND "
					     "w.code = '%s'), 0)",
					     code_of(i), places[k]),
					 p->m->qty[i][k]);
		assert_int_equal(
		    ask(s,
			"SELECT coalesce((SELECT v.value FROM part p JOIN stock_value v ON v.id = p.id "
			"WHERE p.code = '%s'), 0)",
			code_of(i)),
		    p->m->value[i]);
	}
	for (int i = 0; i < PARTS; i++)
		assert_int_equal(
		    ask(s,
			"SELECT coalesce((SELECT sum(s.qty) FROM stock s JOIN part p ON p.id = "
			"s.part_id JOIN warehouse w ON w.id = s.warehouse_id WHERE p.code = '%s' "
			"AND w.supplier_id IS NOT NULL), 0)",
			code_of(i)),
		    p->m->qty[i][SHELF]);
	assert_int_equal(account(s, "payable"), p->m->owed);
	assert_int_equal(account(s, "stock_found"), p->m->found);
	assert_int_equal(account(s, "internal_use"), p->m->used);
	assert_int_equal(account(s, "stock_loss"), p->m->lost);
	assert_int_equal(account(s, "stocktake"), p->m->taken);
	assert_int_equal(account(s, "stock_transit"), p->m->transit);
	assert_int_equal(account(s, "price_variance"), p->m->variance);
}

static void play(struct play *p)
{
	switch (roll(p, 11)) {
	case 0:
	case 1:
		play_in(p);
		return;
	case 2:
		play_out(p, roll(p, 2));
		return;
	case 3:
		play_send(p);
		return;
	case 4:
		play_came(p);
		return;
	case 5:
		play_take(p);
		return;
	case 8:
	case 9:
	case 10:
		play_consigned(p, (enum kind)(CONSIGN_IN + roll(p, 3)));
		return;
	case 6:
		wait_seconds(p->s, 40000);
		return;
	default:
		if (p->m->n)
			play_reverse(p);
		return;
	}
}

static void random_goods_documents_agree_with_the_model(void **state)
{
	const char *seed = getenv("WORKBAY_SEED");
	struct model *m = calloc(1, sizeof(*m));
	struct play p = { .s = test_shop_new(),
			  .m = m,
			  .dice = seed ? (unsigned)strtoul(seed, NULL, 10) : 20261121U };

	(void)state;
	fprintf(stderr, "WORKBAY_SEED=%u\n", p.dice);
	run(p.s, "warehouse.add", "code", "VAN", "name", "Van", NULL);
	run(p.s, "supplier.add", "name", "Bosch", NULL);
	run(p.s, "setting.set", "name", "stock.count_tolerance", "value", "1000000", NULL);
	for (int i = 0; i < PARTS; i++)
		run(p.s, "part.add", "code", code_of(i), "name", "x", "price", "10", i == 1 ? "batch" : NULL,
		    "yes", NULL);
	for (int i = 0; i < ROUNDS && m->n < DOCS_MOST - 2; i++) {
		play(&p);
		if (i % 10 == 0)
			compare(&p);
	}
	compare(&p);
	checks_silent(p.s);
	test_shop_free(p.s);
	free(m);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(random_goods_documents_agree_with_the_model) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
