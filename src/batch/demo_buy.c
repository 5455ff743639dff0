/* demo_buy.c - how the demo shop buys: orders that arrive, some of them short, goods before their invoice, goods that go
 * back, freight, and what the workshop asks for. */
#include <string.h>

#include "base/date.h"
#include "base/money.h"
#include "batch/demo_private.h"

#define MONTH_TURN  30 /* days: each story comes once in them */
#define ORDER_DAYS  2
#define SHORT_EVERY 12 /* days: then the next arrival is short again */

static const char *paper(struct demo *d, const char *prefix)
{
	return arena_printf(d->row, "%s%04d", prefix, (int)(++d->papers));
}

static struct goods *goods_by_id(struct demo *d, int64_t id)
{
	for (size_t i = 0; i < d->parts.n; i++)
		if (d->goods[i].id == id)
			return &d->goods[i];
	return NULL;
}

/* ---- orders ---- */

bool demo_order(struct demo *d, struct args *args)
{
	const char *day;
	int64_t order;

	if (!demo_do(d, "zhao", "purchase.order", args))
		return false;
	order = d->answer.id;
	day = date_text(d->row, demo_today(d) + ORDER_DAYS);
	return demo_do(d, "zhao", "purchase.order_send",
		       demo_args(d, "order", demo_id(d, order), "promised", day, NULL));
}

/* What is open on an order has come; now and then a large line is short by two, which follow with the next. */
static bool arrives(struct demo *d, int64_t order, int64_t supplier)
{
	struct args *args = demo_args(d, "supplier", demo_id(d, supplier), "order", demo_id(d, order),
				      "original_no", paper(d, "HT-"), NULL);
	struct cur *c = db_open(shop_writer(d->shop),
				SQL("SELECT part_id, qty - received_qty, cost FROM purchase_order_line WHERE "
				    "order_id = :id AND dropped = 0 AND qty > received_qty ORDER BY pos"),
				BIND(B_INT("id", order)));
	bool is_short = demo_today(d) - d->short_on >= SHORT_EVERY;

	while (cur_next(c)) {
		struct goods *g = goods_by_id(d, cur_int(c, 0));
		int64_t qty = cur_int(c, 1);

		if (is_short && qty > 4 * ONE) {
			qty -= 2 * ONE;
			is_short = false;
			d->short_on = demo_today(d);
		}
		demo_line(d, args, g, qty, cur_int(c, 2));
		g->on_hand += qty;
	}
	return demo_do(d, "zhao", "purchase.receive", args);
}

/* The orders of which the promised day is here, but for the one that keeps the shop waiting. */
static bool arrivals(struct demo *d)
{
	int64_t order[20], supplier[20];
	size_t n = 0;
	struct cur *c =
	    db_open(shop_writer(d->shop),
		    SQL("SELECT id, supplier_id FROM purchase_order WHERE promised_on <= iif(state = 'sent', "
			":today, :today - 5) AND state IN ('sent', 'partly') AND note IS NULL "
			"ORDER BY id LIMIT 20"),
		    BIND(B_INT("today", demo_today(d))));

	while (cur_next(c)) {
		order[n] = cur_int(c, 0);
		supplier[n++] = cur_int(c, 1);
	}
	for (size_t i = 0; i < n; i++)
		if (!arrives(d, order[i], supplier[i]))
			return false;
	return true;
}

static bool order_is_late(struct demo *d)
{
	struct args *args =
	    demo_args(d, "supplier", demo_id(d, d->supplier[3]), "note", "对方缺货，每天催", NULL);

	demo_line(d, args, demo_part(d, "XDC-02"), 2 * ONE, 0);
	return demo_order(d, args);
}

/* ---- goods before their invoice, with freight, and back ---- */

static bool estimated(struct demo *d)
{
	struct goods *g = demo_part(d, "JY-03");
	struct args *args =
	    demo_args(d, "supplier", demo_id(d, d->supplier[1]), "original_no", paper(d, "ZG-"), "cost_is",
		      "estimated", "remark", "货先到，发票下月来", NULL);

	demo_filled(d, demo_line(d, args, g, 8 * ONE, g->cost));
	g->on_hand += 8 * ONE;
	return demo_do(d, "zhao", "purchase.receive", args);
}

static bool invoiced(struct demo *d)
{
	struct goods *g = demo_part(d, "JY-03");
	int64_t receipt =
	    db_int(shop_writer(d->shop),
		   SQL("SELECT max(l.document_id) FROM purchase_line l JOIN purchase p ON p.id = "
		       "l.document_id WHERE l.part_id = :part AND p.estimated = 1"),
		   BIND(B_INT("part", g->id)), 0);
	struct args *args;

	if (!receipt)
		return true;
	args = demo_args(d, "receipt", demo_id(d, receipt), "invoice_no", paper(d, "4200"), NULL);
	demo_line(d, args, g, 8 * ONE, g->cost * 103 / 100);
	return demo_do(d, "zhou", "purchase.invoice", args);
}

static bool by_carrier(struct demo *d)
{
	struct goods *g = demo_part(d, "LT-05");
	struct args *args =
	    demo_args(d, "supplier", demo_id(d, d->supplier[2]), "original_no", paper(d, "LT-"), "carrier",
		      "德邦物流武汉部", "collect", money_plain(d->row, g->cost * 4), "freight", "80", NULL);

	demo_line(d, args, g, 4 * ONE, g->cost);
	g->on_hand += 4 * ONE;
	return demo_do(d, "zhao", "purchase.receive", args);
}

/* Of what came last and is to spare one piece goes back. */
static bool sent_back(struct demo *d)
{
	struct cur *c =
	    db_open(shop_writer(d->shop),
		    SQL("SELECT l.document_id, l.part_id FROM purchase_line l JOIN purchase p ON p.id = "
			"l.document_id WHERE p.supplier_id = :supplier AND p.estimated = 0 AND "
			"l.returns_id IS NULL AND l.qty >= 2000 ORDER BY l.id DESC LIMIT 100"),
		    BIND(B_INT("supplier", d->supplier[0])));
	struct goods *g = NULL;
	struct args *args;
	int64_t receipt = 0;

	while (!(g && demo_spare(g, ONE)) && cur_next(c)) {
		receipt = cur_int(c, 0);
		g = goods_by_id(d, cur_int(c, 1));
	}
	if (!g || !demo_spare(g, ONE))
		return true;
	cur_close(c);
	args = demo_args(d, "receipt", demo_id(d, receipt), "reason", "包装破损，型号不符", NULL);
	demo_line(d, args, g, ONE, 0);
	g->on_hand -= ONE;
	return demo_do(d, "zhao", "purchase.return", args);
}

bool demo_buy(struct demo *d, int64_t day)
{
	int64_t left = d->o->until - day, turn = left % MONTH_TURN;

	if (!arrivals(d) || (left == 6 && !order_is_late(d)))
		return false;
	if ((turn == 20 || left == 3) && !estimated(d))
		return false;
	if (turn == 14 && !invoiced(d))
		return false;
	if (turn == 9 && !by_carrier(d))
		return false;
	return turn != 18 || sent_back(d);
}

/* ---- the last morning ---- */

/* A part for another car has come and lies ready. */
static bool has_come(struct demo *d, int64_t job)
{
	struct goods *g = demo_part(d, "DHXQ-01");
	struct args *args = demo_args(d, "job", demo_id(d, job), "urgent", "yes", NULL);

	demo_line(d, args, g, ONE, 0);
	if (!demo_do(d, "wang", "order.request", args))
		return false;
	args = demo_args(d, "supplier", demo_id(d, d->supplier[0]), "original_no", paper(d, "JJ-"), NULL);
	demo_line(d, args, g, ONE, g->cost);
	return demo_do(d, "zhao", "purchase.receive", args);
}

/* The last car in work before that one; 0: none. */
static int64_t job_before(struct demo *d, int64_t job)
{
	return db_int(shop_writer(d->shop),
		      SQL("SELECT max(id) FROM job WHERE state IN ('received', 'in_work') AND id < :job"),
		      BIND(B_INT("job", job)), 0);
}

/* The workshop waits for something that nobody has in the list, and for something that is here. */
static bool asked_for(struct demo *d)
{
	int64_t job = job_before(d, INT64_MAX), other = job_before(d, job);
	struct args *args, *line;

	if (!job || (other && !has_come(d, other)))
		return !job;
	args = demo_args(d, "job", demo_id(d, job), "urgent", "yes", NULL);
	line = args_add_line(args, "lines");
	args_set(line, "text", "左前大灯总成（带透镜）");
	args_set(line, "qty", "1");
	return demo_do(d, "wang", "order.request", args);
}

bool demo_planned(struct demo *d)
{
	return asked_for(d) && demo_do(d, "zhao", "purchase.plan", demo_args(d, "from", "limits", NULL));
}
