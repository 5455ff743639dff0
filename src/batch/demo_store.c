/* demo_store.c - the store room of the demo shop: the van, counts, prices, what breaks, numbers that replace others, and
 * goods that nobody asks for.
 *
 * Like the counter it draws from no chance of its own: the cars' days stay as they are. */
#include <string.h>

#include "base/date.h"
#include "base/money.h"
#include "batch/demo_private.h"

#define VAN_MONTH  30 /* days between two trips */
#define VAN_GOES   12 /* of them */
#define QUARTER    91
#define COUNT_AT   15 /* days before the end of a quarter */
#define PRICES_AT  12
#define PRICE_DAYS 60

/* ---- goods beside those of the table ---- */

struct extra {
	const char *code, *name, *unit, *category, *price, *cost, *qty, *core_price, *bin;
};

/* A number and the two that replaced it, goods that do not move, scrap, and parts with an old core. */
static const struct extra extras[] = {
	{ "RQ-2011", "燃油泵总成 旧款", "只", "发动机", "560", "330", "3", NULL, "C-18-1" },
	{ "RQ-2015", "燃油泵总成 改进", "只", "发动机", "580", "342", NULL, NULL, "C-18-2" },
	{ "RQ-2020", "燃油泵总成 新款", "只", "发动机", "598", "351", "1", NULL, "C-18-3" },
	{ "CD-06", "车载CD机 六碟", "台", "电器", "680", "420", "4", NULL, "E-19-1" },
	{ "DH-2009", "卡带收放机", "台", "电器", "260", "150", "2", NULL, "E-19-2" },
	{ "FL-90", "废铝件", "千克", "废料", "0", "9", NULL, NULL, "G-01-1" },
	{ "FDJ-R1", "发电机 再制造 120A", "只", "电器", "620", "380", "9", "200", "E-17-3" },
	{ "QDJ-R1", "起动机 再制造 1.2kW", "只", "电器", "480", "290", "6", "150", "E-18-3" },
};

static bool extra_made(struct demo *d, const struct extra *x)
{
	if (!demo_do(d, "zhao", "part.add",
		     demo_args(d, "code", x->code, "name", x->name, "price", x->price, "unit", x->unit,
			       "category", x->category, "bin", x->bin, "core_price", x->core_price, NULL)))
		return false;
	return !x->qty || demo_do(d, "zhao", "stock.open",
				  demo_args(d, "part", x->code, "qty", x->qty, "cost", x->cost, NULL));
}

bool demo_shelf(struct demo *d)
{
	for (size_t i = 0; i < sizeof extras / sizeof *extras; i++)
		if (!extra_made(d, &extras[i]))
			return false;
	return demo_do(d, "zhao", "part.supersede", demo_args(d, "part", "RQ-2011", "by", "RQ-2015", NULL)) &&
	       demo_do(d, "zhao", "part.supersede", demo_args(d, "part", "RQ-2015", "by", "RQ-2020", NULL)) &&
	       demo_do(d, "sun", "warehouse.add",
		       demo_args(d, "code", "VAN", "name", "外出服务车", "kind", "van", NULL));
}

/* ---- helpers ---- */

bool demo_spare(const struct goods *g, int64_t qty)
{
	return g->on_hand % ONE == 0 && g->on_hand - qty > g->min;
}

struct goods *demo_part(struct demo *d, const char *code)
{
	return &d->goods[demo_row(&d->parts, "code", code)];
}

struct args *demo_line(struct demo *d, struct args *args, const struct goods *g, int64_t qty, int64_t cost)
{
	struct args *line = args_add_line(args, "lines");

	args_set_id(line, "part", g->id);
	args_set(line, "qty", qty_text(d->row, qty));
	if (cost)
		args_set(line, "cost", money_plain(d->row, cost));
	return line;
}

/* ---- the van ---- */

/* Small things for work at the roadside; what is not to spare stays in the house. */
static bool van_loads(struct demo *d)
{
	static const char *const codes[] = { "JY-01", "BLS-01", "BLS-02", "JTQX-01", "KK-01", "YSDC-01" };
	struct args *args =
	    demo_args(d, "from", "MAIN", "to", "VAN", "carrier", "陈刚", "remark", "外出抢修备件", NULL);

	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
		struct goods *g = demo_part(d, codes[i]);

		if (!demo_spare(g, 4 * ONE))
			continue;
		demo_line(d, args, g, 4 * ONE, 0);
		g->on_hand -= 4 * ONE;
	}
	if (args_lines(args, "lines"))
		return demo_do(d, "zhao", "transfer.send", args);
	arena_reset(d->row);
	return true;
}

/* All but one piece has come the next day; that one is still looked for. */
static bool van_unloads(struct demo *d)
{
	int64_t transfer =
	    db_int(shop_writer(d->shop), SQL("SELECT max(transfer_id) FROM transfer_open"), NULL, 0);
	struct cur *c =
	    db_open(shop_writer(d->shop),
		    SQL("SELECT l.part_id, o.qty FROM transfer_open o JOIN transfer_line l ON l.id = o.id "
			"WHERE o.transfer_id = :id ORDER BY o.id"),
		    BIND(B_INT("id", transfer)));
	struct args *args = demo_args(d, "transfer", demo_id(d, transfer), NULL);
	bool first = true;

	while (cur_next(c)) {
		struct goods g = { .id = cur_int(c, 0) };

		int64_t come = cur_int(c, 1) - (first ? ONE : 0);

		if (come)
			demo_line(d, args, &g, come, 0);
		first = false;
	}
	if (args_lines(args, "lines"))
		return demo_do(d, "zhao", "transfer.receive", args);
	arena_reset(d->row);
	return true;
}

/* ---- counting ---- */

static bool bin_count(struct demo *d, const char *take, const struct goods *g)
{
	return demo_do(d, "zhao", "stocktake.count",
		       demo_args(d, "stocktake", take, "part", demo_id(d, g->id), "counted",
				 qty_text(d->row, g->on_hand), NULL));
}

/* Twenty bins are counted; two pieces lay in the neighbour's bin, one is gone. Where that is much money, the bin is
 * counted twice. */
static bool count_one(struct demo *d, const char *take, size_t i, int64_t off)
{
	struct goods *g = &d->goods[i];

	g->on_hand += off;
	return bin_count(d, take, g) &&
	       (!db_exists(shop_writer(d->shop),
			   SQL("SELECT 1 FROM stocktake_line WHERE part_id = :part AND recount = 1"),
			   BIND(B_INT("part", g->id))) ||
		bin_count(d, take, g));
}

static bool stocktake(struct demo *d, int64_t day)
{
	struct args *args = demo_args(d, "scope", "spot", "title", "季度抽盘", NULL);
	size_t first = (size_t)(day / QUARTER * 20) % (d->parts.n - 20), wrong = first;
	const char *take;

	while (wrong < first + 18 && d->goods[wrong].on_hand < 3 * ONE)
		wrong++;
	for (size_t i = first; i < first + 20; i++)
		args_set_id(args_add_line(args, "lines"), "part", d->goods[i].id);
	if (!demo_do(d, "zhao", "stocktake.open", args))
		return false;
	take = arena_strdup(d->kept, demo_id(d, d->answer.id));
	for (size_t i = first; i < first + 20; i++) {
		int64_t off = i == wrong ? -2 * ONE : i == wrong + 1 ? 2 * ONE : 0;

		if (off < 0 && d->goods[i].on_hand < -off)
			off = 0;
		if (!count_one(d, take, i, off))
			return false;
	}
	return demo_do(d, "sun", "stocktake.approve", demo_args(d, "stocktake", take, NULL));
}

/* ---- prices, losses, use in the house ---- */

static bool prices_rise(struct demo *d, int64_t left)
{
	static const char *const category[] = { "油液", "轮胎", "保养" };

	return demo_do(d, "sun", "price.change",
		       demo_args(d, "category", category[left / PRICE_DAYS % 3], "factor", "102", "remark",
				 "供应商提价", NULL));
}

static bool voucher(struct demo *d, const char *command, const char *code, const char *name,
		    const char *value)
{
	struct goods *g = demo_part(d, code);
	struct args *args = demo_args(d, name, value, NULL);

	if (!demo_spare(g, ONE)) {
		arena_reset(d->row);
		return true;
	}
	demo_line(d, args, g, ONE, 0);
	g->on_hand -= ONE;
	return demo_do(d, "zhao", command, args);
}

static bool scrap_comes(struct demo *d)
{
	struct args *args = demo_args(d, "reason", "scrap", "remark", "拆下的旧轮毂", NULL);
	struct args *line = args_add_line(args, "lines");

	args_set(line, "part", "FL-90");
	args_set(line, "qty", "12.5");
	args_set(line, "cost", "9");
	return demo_do(d, "zhao", "stock.in", args);
}

static bool small_things(struct demo *d, int64_t left)
{
	const char *chen = arena_strdup(d->kept, demo_id(d, demo_person(d, "chen")));

	if (left % 14 == 5 && !voucher(d, "stock.aux", "JTQX-01", "picker", chen))
		return false;
	if (left % 45 == 8 && !voucher(d, "stock.loss", "BLS-02", "reason", "damaged"))
		return false;
	if (left % 45 == 10 && !voucher(d, "stock.out", "BLS-01", "reason", "internal"))
		return false;
	return left % 45 != 22 || scrap_comes(d);
}

bool demo_store(struct demo *d, int64_t day)
{
	int64_t left = d->o->until - day;

	if (left % VAN_MONTH == VAN_GOES - 1 && !van_unloads(d))
		return false;
	if ((left % VAN_MONTH == VAN_GOES || left == 1) && !van_loads(d))
		return false;
	if (left % QUARTER == COUNT_AT && !stocktake(d, day))
		return false;
	if (left % PRICE_DAYS == PRICES_AT && !prices_rise(d, left))
		return false;
	return small_things(d, left);
}

/* On the first morning of a month, before anything is booked. */
bool demo_close(struct demo *d, int64_t day)
{
	const char *text = date_text(d->row, day);

	if (strcmp(text + 8, "01") != 0)
		return true;
	return demo_do(d, "sun", "stock.close", demo_args(d, "morning", text, NULL));
}
