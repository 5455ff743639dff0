/* demo_counter.c - people who buy goods at the counter of the demo shop, and some who bring them back. */
#include "base/date.h"
#include "base/money.h"
#include "base/muldiv.h"
#include "batch/demo_private.h"

#define A_DAY 12

/* The counter does not draw from the same chance as the cars: their days stay as they are. */
static size_t goods_pick(const struct demo *d, int64_t day, int64_t turn)
{
	return (size_t)((day * 31 + turn * 17) % (int64_t)d->parts.n);
}

static int64_t price_of(struct demo *d, const struct goods *g)
{
	return db_int(shop_writer(d->shop), SQL("SELECT price FROM part WHERE id = :id"),
		      BIND(B_INT("id", g->id)), 0);
}

/* What the workshop will not miss: above the minimum, whole pieces. */
static bool may_sell(const struct goods *g)
{
	return g->on_hand % ONE == 0 && g->on_hand - ONE >= g->min && g->on_hand > ONE;
}

static bool sell(struct demo *d, struct goods *g, int64_t turn)
{
	static const char *const method[] = { "cash", "wechat", "wechat", "alipay" };
	static const enum wallet wallet[] = { WALLET_CASH, WALLET_WECHAT, WALLET_WECHAT, WALLET_ALIPAY };
	int64_t amount = price_of(d, g);
	struct args *args = demo_args(d, NULL), *line, *pay;

	if (amount == 0)
		return true;
	line = args_add_line(args, "lines");
	args_set_id(line, "part", g->id);
	args_set(line, "qty", "1");
	pay = args_add_line(args, "pay");
	args_set(pay, "method", method[turn % 4]);
	args_set(pay, "amount", money_plain(d->row, amount));
	g->on_hand -= ONE;
	d->wallet[wallet[turn % 4]] += amount;
	return demo_do(d, "li", "sale.post", args);
}

/* What was paid in cash that day comes back; its money goes out of the same till. */
static bool bring_back(struct demo *d, struct goods *g)
{
	int64_t sale = db_int(shop_writer(d->shop),
			      SQL("SELECT max(l.sale_id) FROM sale_line l JOIN payment y ON y.document_id = "
				  "l.sale_id WHERE l.part_id = :part AND y.method_id = 1"),
			      BIND(B_INT("part", g->id)), 0);
	struct args *args, *line;

	if (!sale)
		return true;
	args = demo_args(d, "sale", demo_id(d, sale), "reason", "型号不对，客户退货", NULL);
	line = args_add_line(args, "lines");
	args_set_id(line, "part", g->id);
	args_set(line, "qty", "1");
	g->on_hand += ONE;
	d->wallet[WALLET_CASH] -= price_of(d, g);
	return demo_do(d, "li", "sale.return", args);
}

/* ---- what is asked for and not had; fleets that buy on account ---- */

static bool not_had(struct demo *d, int64_t day)
{
	static const char *const asked[] = { "副厂大灯灯泡 H7", "行车记录仪", "车顶行李架",
					     "后备箱垫",        "方向盘套",   "儿童座椅" };

	return demo_do(d, "li", "sale.lost", demo_args(d, "text", asked[day / 3 % 6], "qty", "1", NULL));
}

/* Two of something for the fleet's own workshop, at its level of prices. */
static bool on_account(struct demo *d, int64_t day)
{
	struct goods *g = &d->goods[goods_pick(d, day, 3)];
	struct args *args;

	if (!demo_spare(g, 2 * ONE))
		return true;
	args = demo_args(d, "customer", demo_id(d, d->fleet[day % 2]), "salesperson",
			 demo_id(d, demo_person(d, "zhao")), NULL);
	demo_line(d, args, g, 2 * ONE, 0);
	g->on_hand -= 2 * ONE;
	return demo_do(d, "li", "sale.post", args);
}

/* The package at one price, paid by WeChat. */
static bool sell_package(struct demo *d)
{
	struct goods *wash = demo_part(d, "BLS-01"), *coolant = demo_part(d, "FDY-01");
	struct args *args = demo_args(d, NULL), *line, *pay;

	if (!demo_spare(wash, 2 * ONE) || !demo_spare(coolant, ONE))
		return true;
	line = args_add_line(args, "lines");
	args_set(line, "package", "C-CARE");
	pay = args_add_line(args, "pay");
	args_set(pay, "method", "wechat");
	args_set(pay, "amount", "99");
	wash->on_hand -= 2 * ONE;
	coolant->on_hand -= ONE;
	d->wallet[WALLET_WECHAT] += 9900;
	return demo_do(d, "li", "sale.post", args);
}

bool demo_counter(struct demo *d, int64_t day)
{
	struct goods *cash = NULL;
	int64_t left = d->o->until - day;

	if (left > 0 && ((day % 3 == 0 && !not_had(d, day)) || (day % 6 == 2 && !sell_package(d)) ||
			 (day % 5 == 1 && !on_account(d, day)) || !demo_cores(d, left)))
		return false;

	for (int64_t turn = 0; turn < A_DAY; turn++) {
		struct goods *g = &d->goods[goods_pick(d, day, turn)];

		if (!may_sell(g))
			continue;
		if (turn % 4 == 0)
			cash = g;
		if (!sell(d, g, turn))
			return false;
	}
	return day % 7 != 3 || !cash || bring_back(d, cash);
}

/* On the last morning somebody has gone for his purse. */
bool demo_held_sale(struct demo *d)
{
	for (size_t i = 0; i < d->parts.n; i++) {
		if (!may_sell(&d->goods[i]))
			continue;
		return demo_do(d, "li", "sale.add",
			       demo_args(d, "part", demo_id(d, d->goods[i].id), "qty", "1", NULL)) &&
		       demo_do(d, "li", "sale.hold", demo_args(d, "label", "客户去取钱", NULL));
	}
	return true;
}
