/* demo_supply.c - what suppliers bring to the demo shop: what is short, and what a car waits for. */
#include <string.h>

#include "base/date.h"
#include "base/money.h"
#include "batch/demo_private.h"

static int64_t supplier_of(struct demo *d, size_t part)
{
	const char *category = demo_cell(&d->parts, part, "category"),
		   *word = demo_cell(&d->parts, part, "word");

	if (!strcmp(category, "油液"))
		return d->supplier[1];
	if (!strcmp(category, "轮胎"))
		return d->supplier[2];
	return d->supplier[strcmp(word, "蓄电池") ? 0 : 3];
}

void demo_filled(struct demo *d, struct args *line)
{
	args_set(line, "batch", arena_printf(d->row, "L%05d", (int)(demo_today(d) - 60) % 100000));
	args_set(line, "expires", date_text(d->row, demo_today(d) + 120 + demo_today(d) * 37 % 400));
}

static void receipt_line(struct demo *d, struct args *args, size_t part, int64_t qty)
{
	struct goods *g = &d->goods[part];
	struct args *line = args_add_line(args, "lines");
	int64_t cost = g->cost * demo_between(d, 97, 104) / 100;

	args_set_id(line, "part", g->id);
	args_set(line, "qty", qty_text(d->row, qty));
	args_set(line, "cost", money_plain(d->row, cost));
	if (!strcmp(demo_cell(&d->parts, part, "category"), "油液"))
		demo_filled(d, line);
	g->on_hand += qty;
}

static struct args *receipt_begin(struct demo *d, int64_t supplier)
{
	const char *day = date_text(d->row, demo_today(d));

	return demo_args(
	    d, "supplier", demo_id(d, supplier), "original_no",
	    arena_printf(d->row, "SH%.2s%.2s%.2s-%03d", day + 2, day + 5, day + 8, (int)(++d->papers)),
	    "original_date", day, NULL);
}

/* The dealer in parts gets an order, which comes within days; the others bring at once what is missing. */
static bool restock_ordered(struct demo *d)
{
	struct args *args = demo_args(d, "supplier", demo_id(d, d->supplier[0]), NULL);

	for (size_t i = 0; i < d->parts.n; i++) {
		struct goods *g = &d->goods[i];

		if (g->min > 0 && g->on_hand < g->min && supplier_of(d, i) == d->supplier[0])
			demo_line(d, args, g, g->min * 2, g->cost * demo_between(d, 97, 104) / 100);
	}
	if (args_lines(args, "lines"))
		return demo_order(d, args);
	arena_reset(d->row);
	return true;
}

static bool restock_from(struct demo *d, int64_t supplier)
{
	struct args *args = receipt_begin(d, supplier);

	for (size_t i = 0; i < d->parts.n; i++) {
		struct goods *g = &d->goods[i];

		if (g->min > 0 && g->on_hand < g->min && supplier_of(d, i) == supplier)
			receipt_line(d, args, i, g->min * 2);
	}
	if (args_lines(args, "lines"))
		return demo_do(d, "zhao", "purchase.receive", args);
	d->papers--;
	arena_reset(d->row);
	return true;
}

bool demo_restock(struct demo *d)
{
	for (size_t i = 1; i < d->suppliers.n; i++)
		if (!restock_from(d, d->supplier[i]))
			return false;
	return restock_ordered(d);
}

bool demo_fetch(struct demo *d, size_t part, int64_t qty)
{
	int64_t missing = qty - d->goods[part].on_hand;
	struct args *args;

	if (missing <= 0)
		return true;
	args = receipt_begin(d, supplier_of(d, part));
	receipt_line(d, args, part, (missing + ONE - 1) / ONE * ONE);
	return demo_do(d, "zhao", "purchase.receive", args);
}
