/* demo_money.c - money in the demo shop beside sales and repairs: member cards, expenses, petty cash, advances, deposits. */
#include <stdio.h>

#include "base/date.h"
#include "base/money.h"
#include "batch/demo_private.h"

#define WASH      6800 /* fen: inside and out */
#define NEAR_DAYS 12   /* one card runs out so many days after the last */

static int64_t first_int(struct demo *d, const struct sql *select, int64_t n)
{
	return db_int(shop_writer(d->shop), select, BIND(B_INT("today", demo_today(d)), B_INT("n", n)), 0);
}

/* ---- member cards ---- */

static bool top_up(struct demo *d, int64_t card, int64_t day)
{
	static const int64_t amount[] = { 50000, 100000, 200000 }, gift[] = { 0, 10000, 30000 };
	bool cash = day % 3 == 0;

	d->wallet[cash ? WALLET_CASH : WALLET_WECHAT] += amount[day % 3];
	return demo_do(
	    d, "li", "card.top_up",
	    demo_args(d, "card", demo_id(d, card), "amount", money_plain(d->row, amount[day % 3]), "gift",
		      gift[day % 3] ? money_plain(d->row, gift[day % 3]) : NULL, "method",
		      cash ? "cash" : "wechat", "reference",
		      cash ? NULL
			   : arena_printf(d->row, "4200%012lld", (long long)card * 100000 + demo_today(d)),
		      NULL));
}

/* Somebody who has paid for his car today takes a card; nobody does on some days. */
static bool new_member(struct demo *d, int64_t day, int64_t turn)
{
	int64_t customer = first_int(
		    d,
		    SQL("SELECT j.customer_id FROM job j JOIN party p ON p.id = j.customer_id WHERE "
			"j.settled_on = :today AND p.terms_days IS NULL AND NOT EXISTS (SELECT 1 FROM card c "
			"WHERE c.party_id = p.id) ORDER BY j.id LIMIT 1 OFFSET :n"),
		    turn),
		left = d->o->until - day;
	char valid[DATE_TEXT];

	if (!customer)
		return true;
	date_write(valid, d->o->until + NEAR_DAYS);
	return demo_do(d, "li", "card.issue",
		       demo_args(d, "customer", demo_id(d, customer), "valid", left == 20 ? valid : NULL,
				 NULL)) &&
	       top_up(d, d->answer.id, day + turn);
}

/* A member has his car washed and pays with his card. */
static bool member_washes(struct demo *d, int64_t day)
{
	struct args *args, *line;
	struct cur *c = db_open(
	    shop_writer(d->shop),
	    SQL("SELECT c.number, c.party_id FROM card c JOIN card_move m ON m.id = (SELECT max(id) FROM "
		"card_move WHERE card_id = c.id) WHERE m.after_principal + m.after_gift >= :price "
		"AND c.valid_on IS NULL ORDER BY (c.id * 7 + :day) % 11, c.id LIMIT 1"),
	    BIND(B_INT("price", WASH), B_INT("day", day)));

	if (!cur_next(c))
		return true;
	args = demo_args(d, "customer", demo_id(d, cur_int(c, 1)), NULL);
	line = args_add_line(args, "pay");
	args_set(line, "method", "member");
	args_set(line, "amount", money_plain(d->row, WASH));
	args_set(line, "reference", cur_text(c, 0));
	cur_close(c);
	line = args_add_line(args, "lines");
	args_set(line, "text", "精洗内饰");
	args_set(line, "price", money_plain(d->row, WASH));
	return demo_do(d, "li", "sale.post", args);
}

static bool member_again(struct demo *d, int64_t day)
{
	int64_t card = first_int(
	    d, SQL("SELECT id FROM card WHERE id % 5 = :n AND issued_on < :today ORDER BY id LIMIT 1"),
	    day % 5);

	return !card || top_up(d, card, day);
}

/* He moves away: what is left of his own money goes back. */
static bool member_leaves(struct demo *d)
{
	int64_t card =
	    first_int(d,
		      SQL("SELECT c.id FROM card c JOIN card_move m ON m.id = (SELECT max(id) FROM card_move "
			  "WHERE card_id = c.id) WHERE m.after_principal > 10000 "
			  "ORDER BY c.id LIMIT 1"),
		      0);

	return !card || demo_do(d, "sun", "card.refund",
				demo_args(d, "card", demo_id(d, card), "amount", "100", "method", "bank",
					  "reason", "客户搬家，退部分余额", NULL));
}

static bool members(struct demo *d, int64_t day)
{
	int64_t left = d->o->until - day;

	if (!new_member(d, day, 0) || (day % 8 == 0 && !new_member(d, day, 1)))
		return false;
	if (day % 4 == 1 && !member_again(d, day))
		return false;
	return member_washes(d, day) && (left != 15 || member_leaves(d));
}

/* ---- expenses ---- */

struct monthly {
	const char *category, *payee, *amount;
	int64_t due;
};

static const struct monthly monthly[] = {
	{ "RENT", "东湖物业", "18000", 1 },
	{ "POWER", "国网武汉供电", "2380.50", 6 },
	{ "WAGES", "员工工资", "62000", 10 },
	{ "ADVERTS", "大众点评推广", "1200", 15 },
};

static int day_of_month(int64_t day)
{
	int year, month, at;

	date_split(day, &year, &month, &at);
	return at;
}

static bool plan(struct demo *d, const char *category, const char *payee, const char *amount, int64_t due)
{
	return demo_do(d, "zhou", "expense.plan",
		       demo_args(d, "category", category, "payee", payee, "amount", amount, "method", "bank",
				 "due_day", arena_printf(d->row, "%lld", (long long)due), NULL));
}

/* What comes each month; the last of them is due and not yet booked. */
bool demo_plans(struct demo *d)
{
	int at = day_of_month(d->o->until);

	for (size_t i = 0; i < sizeof monthly / sizeof *monthly; i++)
		if (!plan(d, monthly[i].category, monthly[i].payee, monthly[i].amount, monthly[i].due))
			return false;
	return plan(d, "OFFICE", "电信宽带", "299", at > 28 ? 28 : at);
}

static bool due_today(struct demo *d, int64_t day)
{
	int at = day_of_month(day);

	for (size_t i = 0; i < sizeof monthly / sizeof *monthly; i++)
		if (monthly[i].due == at &&
		    !demo_do(d, "zhou", "expense.add",
			     demo_args(d, "plan", arena_printf(d->row, "#%zu", i + 1), "category",
				       monthly[i].category, "amount", monthly[i].amount, "method", "bank",
				       "payee", monthly[i].payee, NULL)))
			return false;
	return true;
}

/* The box of petty cash, filled each Monday. */
static bool small_things(struct demo *d, int64_t day)
{
	static const char *const what[] = { "OFFICE", "UPKEEP", "OTHER" };
	static const char *const payee[] = { "文具店", "五金店", "快递" };
	static const char *const amount[] = { "35.50", "48", "22" };

	if (date_weekday(day) == 1 &&
	    !demo_do(d, "zhou", "petty.fill", demo_args(d, "amount", "200", "method", "bank", NULL)))
		return false;
	if (day % 2 ||
	    first_int(d, SQL("SELECT coalesce(sum(amount), 0) FROM entry_line WHERE account_id = 75"), 0) <
		5000)
		return true;
	return demo_do(d, "zhou", "expense.add",
		       demo_args(d, "category", what[day / 2 % 3], "amount", amount[day / 2 % 3], "method",
				 "petty", "payee", payee[day / 2 % 3], NULL));
}

static bool waste_oil(struct demo *d)
{
	return demo_do(d, "zhou", "income.add",
		       demo_args(d, "category", "SCRAP", "amount", "260", "method", "bank", "payee",
				 "废油回收站", NULL));
}

static bool expenses(struct demo *d, int64_t day)
{
	return due_today(d, day) && small_things(d, day) && (day_of_month(day) != 20 || waste_oil(d));
}

/* ---- money that waits ---- */

static int64_t somebody(struct demo *d, int64_t n)
{
	return first_int(
	    d,
	    SQL("SELECT id FROM party WHERE kind = 'customer' AND terms_days IS NULL AND merged_into IS NULL "
		"ORDER BY id LIMIT 1 OFFSET :n % (SELECT count(*) FROM party WHERE kind = 'customer' AND "
		"terms_days IS NULL AND merged_into IS NULL)"),
	    n);
}

/* Earnest money for parts that are ordered; one customer does not come. */
static bool advances(struct demo *d, int64_t left)
{
	int64_t kept;

	if (left == 13 || left == 6 || left == 2) {
		d->wallet[WALLET_WECHAT] += 50000;
		return demo_do(d, "li", "payment.take",
			       demo_args(d, "party", demo_id(d, somebody(d, 40 + left)), "advance", "yes",
					 "forfeitable", left == 2 ? "no" : "yes", "method", "wechat",
					 "amount", "500", "remark", "订购原厂件订金", NULL));
	}
	if (left != 4)
		return true;
	kept = first_int(d, SQL("SELECT min(document_id) FROM payment WHERE forfeitable = 1"), 0);
	return !kept || demo_do(d, "sun", "advance.keep",
				demo_args(d, "document", demo_id(d, kept), "amount", "200", "reason",
					  "客户取消，配件无法退货", NULL));
}

/* Keys and tools that are lent; the last one is still away. */
static bool deposits(struct demo *d, int64_t left)
{
	static const char *const kind[] = { "KEY", "TOOL", "LOANER" }, *const thing[] = { "备用钥匙",
											  "千斤顶",
											  "代步车" };
	int64_t back;

	if (left % 9 == 3) {
		d->wallet[WALLET_CASH] += 20000;
		return demo_do(d, "li", "deposit.take",
			       demo_args(d, "party", demo_id(d, somebody(d, left % 50)), "kind",
					 kind[left / 9 % 3], "thing", thing[left / 9 % 3], "amount", "200",
					 "method", "cash", NULL));
	}
	if (left % 9 != 0)
		return true;
	back = first_int(
	    d,
	    SQL("SELECT max(d.id) FROM deposit d WHERE NOT EXISTS (SELECT 1 FROM deposit_back b WHERE "
		"b.deposit_id = d.id)"),
	    0);
	if (!back)
		return true;
	d->wallet[WALLET_CASH] -= 20000;
	return demo_do(d, "li", "deposit.back",
		       demo_args(d, "deposit", demo_id(d, back), "amount", "200", "method", "cash", "reason",
				 "物品已归还", NULL));
}

/* Small money out of the drawer, and on Fridays what is too much of it to the safe. */
static bool drawer(struct demo *d, int64_t day)
{
	if (day % 6 == 2) {
		d->wallet[WALLET_CASH] -= 2500;
		if (!demo_do(d, "li", "till.pay_out",
			     demo_args(d, "till", "T1", "amount", "25", "reason", "EXPENSE", "remark",
				       "快递费", NULL)))
			return false;
	}
	if (date_weekday(day) != 5 || d->wallet[WALLET_CASH] < 100000)
		return true;
	d->wallet[WALLET_CASH] -= 100000;
	return demo_do(d, "li", "till.drop", demo_args(d, "till", "T1", "amount", "1000", NULL));
}

bool demo_money(struct demo *d, int64_t day)
{
	int64_t left = d->o->until - day;

	return drawer(d, day) && members(d, day) && expenses(d, day) && advances(d, left) &&
	       deposits(d, left);
}
