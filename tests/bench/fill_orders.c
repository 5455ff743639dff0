/* fill_orders.c - ten years of work orders, with their documents, entries, moves and the journal's rows. */
#include "tests/bench/fill.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"

#define IN_HOUSE  60   /* of the last work orders: not yet handed over */
#define UNPAID    5000 /* of the last work orders: every fifth bill is open */
#define PARTS_OF  3    /* lines of a work order, and two of labour */
#define PER_ISSUE 1000 /* a quantity of one */

static const char *const words[] = { "刹车响", "保养", "发动机抖动", "空调不制冷", "换轮胎", "底盘异响" };
static const char *const states[] = { "received", "in_work", "finished", "settled", "handed_over" };

struct order {
	int64_t id, vehicle, customer, labour, parts, cost, settlement;
	int64_t line[PARTS_OF + 2], what[PARTS_OF + 2]; /* parts first */
};

static int64_t document(struct fill *f, const struct order *o, int64_t kind, const char *prefix,
			int64_t amount)
{
	int64_t id = ++f->document;

	fill_add(f, DOCUMENT, "iisiiiii", id, kind,
		 arena_printf(f->a, "%s-%s-%04lld", prefix, f->stamp, (long long)f->on_day), f->day, f->at,
		 o->customer, o->id, amount);
	return id;
}

static void journal(struct fill *f, const char *command, const char *table, int64_t row)
{
	int64_t seq = ++f->seq;

	fill_add(f, JOURNAL, "iiiiss", seq, f->at, seq * 1000, f->day,
		 arena_printf(f->a, "%032llx", (long long)seq), command);
	fill_add(f, CHANGE, "isi", seq * 65536, table, row);
}

/* An entry of two lines. */
static void entry(struct fill *f, const struct order *o, int64_t document_id, int64_t debit, int64_t credit,
		  int64_t amount)
{
	int64_t id = ++f->entry;

	fill_add(f, ENTRY_LINE, "iiiii", id, debit, amount, o->customer, o->id);
	fill_add(f, ENTRY_LINE, "iiiii", id, credit, -amount, o->customer, o->id);
	fill_add(f, ENTRY, "iiii", id, document_id, f->day, (int64_t)2);
}

static void lines(struct fill *f, struct order *o)
{
	for (int64_t i = 0; i < PARTS_OF + 2; i++) {
		bool part = i < PARTS_OF;
		int64_t what = 1 + fill_any(f, part ? f->n_parts : f->n_labour);
		int64_t price = part ? fill_price_of(what) : 5000 + what % 40 * 1000;

		o->what[i] = what;
		o->line[i] = ++f->line;
		fill_add(f, LINE, part ? "iiisnisiiiii" : "iiisinsiiiii", f->line, o->id, i + 1,
			 part ? "part" : "labour", what, part ? PICK(f, fill_goods) : PICK(f, fill_tasks),
			 (int64_t)PER_ISSUE, price, price, price, part ? (int64_t)PER_ISSUE : (int64_t)0);
		*(part ? &o->parts : &o->labour) += price;
	}
}

static void issue(struct fill *f, struct order *o)
{
	int64_t id = document(f, o, 2, "IS", 0);

	fill_add(f, ISSUE, "ii", id, o->id);
	for (int i = 0; i < PARTS_OF; i++) {
		int64_t part = o->what[i], cost = fill_cost_of(part);

		f->stock[part] -= PER_ISSUE;
		o->cost += cost;
		fill_add(f, MOVE, "iiiiiiiiii", id, part, o->id, o->line[i], (int64_t)-PER_ISSUE, -cost,
			 f->day, f->stock[part], f->stock[part], f->stock[part] / 1000 * cost);
	}
	entry(f, o, id, 8, 7, o->cost);
	journal(f, "stock.issue", "document", id);
}

static void settle(struct fill *f, struct order *o)
{
	int64_t total = o->labour + o->parts;

	o->settlement = document(f, o, 4, "ST", total);
	fill_add(f, SETTLEMENT, "iiiiiiii", o->settlement, o->id, o->labour, o->parts, total, total,
		 (int64_t)0, o->cost);
	for (int i = 0; i < PARTS_OF + 2; i++) {
		bool part = i < PARTS_OF;
		int64_t price = part ? fill_price_of(o->what[i]) : 5000 + o->what[i] % 40 * 1000;

		fill_add(f, SETTLED, "iissiiiii", o->settlement, o->line[i], part ? "part" : "labour",
			 part ? "配件" : "工时", (int64_t)PER_ISSUE, price, price, price,
			 part ? fill_cost_of(o->what[i]) : (int64_t)0);
	}
	fill_add(f, BILL, "iiiii", o->id, o->settlement, o->customer, total, f->day);
	entry(f, o, o->settlement, 6, 16, total);
	journal(f, "job.settle", "settlement", o->settlement);
}

static void pay(struct fill *f, struct order *o)
{
	int64_t total = o->labour + o->parts, id;

	if (o->id > f->n_jobs - UNPAID && o->id % 5 == 0) {
		fill_add(f, BILL_OPEN, "iiii", o->id, o->customer, f->day, total);
		fill_add(f, BALANCE, "ii", o->customer, total);
		return;
	}
	id = document(f, o, 5, "PY", total);
	fill_add(f, PAYMENT, "iiiii", id, 1 + fill_any(f, 5), o->customer, o->id, total);
	fill_add(f, ALLOCATION, "iii", id, o->id, total);
	entry(f, o, id, 1, 6, total);
	journal(f, "payment.take", "payment", id);
}

static void hand_over(struct fill *f, struct order *o)
{
	int64_t id = document(f, o, 11, "GP", 0);

	fill_add(f, HANDOVER, "iis", id, o->id, "本人");
	fill_add(f, REMINDER, "iiis", o->vehicle, o->id, f->day + 180,
		 f->day + 180 < LAST_DAY - 30 ? "done" : "open");
	journal(f, "job.hand_over", "handover", id);
}

static void steps(struct fill *f, const struct order *o, int last)
{
	fill_add(f, STEP, "insi", o->id, states[0], f->at);
	for (int i = 1; i <= last; i++)
		fill_add(f, STEP, "issi", o->id, states[i - 1], states[i], f->at + i);
}

/* The row of the work order itself, `last` steps after it was received. */
static void job(struct fill *f, const struct order *o, int last)
{
	int64_t total = o->labour + o->parts, settled = last >= 3 ? 1 : 0, handed = last >= 4 ? 1 : 0;

	fill_add(f, JOB, "issiiiiiiiszzzzzii", o->id,
		 arena_printf(f->a, "WO-%s-%04lld", f->stamp, (long long)f->on_day), states[last], o->vehicle,
		 o->customer, o->customer, 1 + fill_any(f, 7), f->day, f->at, 500 + fill_any(f, 280000),
		 PICK(f, words), settled * f->at, settled * f->day, o->settlement, handed * f->at,
		 handed * f->day, total, total);
	fill_word(f, arena_printf(f->a, "wo%s%04lld", f->stamp, (long long)f->on_day), "job", o->id);
	journal(f, "job.receive", "job", o->id);
}

static void order(struct fill *f, int64_t id)
{
	struct order o = { .id = id, .vehicle = 1 + fill_any(f, f->n_vehicles) };
	int last = id <= f->n_jobs - IN_HOUSE ? 4 : (int)(id % 4);

	o.customer = f->owner[o.vehicle];
	lines(f, &o);
	if (last >= 1)
		issue(f, &o);
	if (last >= 3) {
		settle(f, &o);
		pay(f, &o);
	}
	if (last >= 4)
		hand_over(f, &o);
	job(f, &o, last);
	steps(f, &o, last);
	arena_reset(f->a);
}

void fill_orders(struct fill *f)
{
	for (int64_t id = 1; id <= f->n_jobs; id++) {
		int64_t day = LAST_DAY - DAYS + 1 + (id - 1) * DAYS / f->n_jobs;
		int y, m, d;

		f->on_day = day == f->day ? f->on_day + 1 : 1;
		f->day = day;
		f->at = day * 86400 + f->on_day * 60;
		date_split(day, &y, &m, &d);
		snprintf(f->stamp, sizeof f->stamp, "%02d%02d%02d", y % 100, m, d);
		order(f, id);
	}
	for (int64_t id = 1; id <= f->n_parts; id++) {
		fill_add(f, STOCK, "ii", id, f->stock[id]);
		fill_add(f, STOCK_VALUE, "iii", id, f->stock[id], f->stock[id] / 1000 * fill_cost_of(id));
	}
}
