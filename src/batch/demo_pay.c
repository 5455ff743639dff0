/* demo_pay.c - how customers of the demo shop pay: in advance, when their car is settled, for a wash; and what goes back. */
#include <inttypes.h>

#include "base/money.h"
#include "batch/demo_private.h"

#define WASH_DAYS 30 /* who was here so lately comes for a wash; the lost do not */

struct share {
	const char *method;
	enum wallet wallet;
	int percent;
};

static const struct share shares[] = {
	{ "wechat", WALLET_WECHAT, 48 },
	{ "alipay", WALLET_ALIPAY, 22 },
	{ "card", WALLET_CARD, 17 },
	{ "cash", WALLET_CASH, 13 },
};

static const struct share *share_pick(struct demo *d)
{
	int64_t at = demo_between(d, 1, 100);

	for (size_t i = 0; i < 3; i++) {
		if (at <= shares[i].percent)
			return &shares[i];
		at -= shares[i].percent;
	}
	return &shares[3];
}

static void pay_line(struct demo *d, struct args *args, const struct share *s, int64_t amount)
{
	struct args *line = args_add_line(args, "pay");

	args_set(line, "method", s->method);
	args_set(line, "amount", money_plain(d->row, amount));
	if (s->wallet == WALLET_CASH && amount % 10000)
		args_set(line, "tendered", money_plain(d->row, (amount / 10000 + 1) * 10000));
	if (s->wallet == WALLET_WECHAT)
		args_set(line, "reference",
			 arena_printf(d->row, "42000%013" PRIu64, demo_random(d) % UINT64_C(10000000000000)));
	d->wallet[s->wallet] += amount;
}

/* One in fifteen pays in two ways. */
static void pay_lines(struct demo *d, struct args *args, int64_t total)
{
	const struct share *s = share_pick(d);
	int64_t first = total;

	if (total > 30000 && s->wallet != WALLET_CASH && demo_chance(d, 7)) {
		first = total - 20000;
		pay_line(d, args, &shares[3], 20000);
	}
	pay_line(d, args, s, first);
}

static int64_t total_of(struct demo *d, const struct visit *v)
{
	return db_int(shop_writer(d->shop), SQL("SELECT total FROM job WHERE id = :id"),
		      BIND(B_INT("id", v->job)), 0);
}

static bool on_account(const struct demo *d, const struct visit *v)
{
	return d->car[v->car].payer || v->insurer;
}

bool demo_advance(struct demo *d, struct visit *v)
{
	int64_t total = total_of(d, v);
	const struct share *s;

	if (on_account(d, v) || total < 150000 || !demo_chance(d, 45))
		return true;
	s = share_pick(d);
	v->advance = total * 3 / 10 / 10000 * 10000;
	d->wallet[s->wallet] += v->advance;
	return demo_do(d, "li", "payment.take",
		       demo_args(d, "job", demo_id(d, v->job), "method", s->method, "amount",
				 money_plain(d->row, v->advance), NULL));
}

/* Something off for large bills, within what a cashier may give. */
static int64_t discount(struct demo *d, int64_t total)
{
	if (total <= 50000 || !demo_chance(d, 12))
		return 0;
	return total % 5000 ? total % 5000 * 3 / 10 : 500;
}

bool demo_settle(struct demo *d, struct visit *v)
{
	struct args *args = demo_args(d, "job", demo_id(d, v->job), NULL);
	int64_t total = total_of(d, v), off = on_account(d, v) ? 0 : discount(d, total);

	if (off)
		args_set(args, "discount", money_plain(d->row, off));
	if (!on_account(d, v) && total - off > v->advance)
		pay_lines(d, args, total - off - v->advance);
	return demo_do(d, "li", "job.settle", args);
}

/* ---- a wash, and money that goes back ---- */

bool demo_wash(struct demo *d)
{
	struct cur *c =
	    db_open(shop_writer(d->shop),
		    SQL("SELECT v.plate FROM vehicle v JOIN party p ON p.id = v.customer_id "
			"WHERE p.terms_days IS NULL AND v.last_visit_on >= :since "
			"AND NOT EXISTS (SELECT 1 FROM job j WHERE j.vehicle_id = v.id AND "
			"j.state NOT IN ('handed_over', "
			"'cancelled')) ORDER BY v.id LIMIT 1 OFFSET :at"),
		    BIND(B_INT("at", demo_today(d) % 7), B_INT("since", demo_today(d) - WASH_DAYS)));
	struct args *args, *row;

	if (!cur_next(c))
		return true;
	args = demo_args(d, "plate", cur_text(c, 0), "technician", demo_id(d, demo_person(d, "huang")), NULL);
	cur_close(c);
	row = args_add_line(args, "lines");
	args_set(row, "text", "洗车");
	args_set(row, "price", "35");
	pay_line(d, args, &shares[0], 3500);
	return demo_do(d, "li", "job.quick", args);
}

/* A little of the labour of a bill that was paid goes back by bank, for a good reason. */
bool demo_credit(struct demo *d)
{
	struct args *args, *row;
	struct cur *c = db_open(
	    shop_writer(d->shop),
	    SQL("SELECT j.id, l.id FROM job j JOIN settlement s ON s.id = j.settlement_id "
		"JOIN settlement_line l ON l.settlement_id = s.id JOIN bill b ON b.document_id = s.id "
		"WHERE j.settled_on = :today AND l.kind = 'labour' AND l.amount - l.discount >= 6000 "
		"AND NOT EXISTS (SELECT 1 FROM bill o JOIN party p ON p.id = o.party_id WHERE o.document_id "
		"= s.id "
		"AND p.terms_days IS NOT NULL) "
		"AND NOT EXISTS (SELECT 1 FROM bill_open o WHERE o.id = b.id) ORDER BY j.id, l.id LIMIT 1"),
	    BIND(B_INT("today", demo_today(d))));

	if (!cur_next(c))
		return true;
	args = demo_args(d, "job", demo_id(d, cur_int(c, 0)), "reason", "等待超时，退部分工时费", NULL);
	row = args_add_line(args, "lines");
	args_set_id(row, "line", cur_int(c, 1));
	args_set(row, "amount", "20");
	cur_close(c);
	row = args_add_line(args, "refund");
	args_set(row, "method", "bank");
	args_set(row, "amount", "20");
	return demo_do(d, "sun", "job.credit", args);
}
