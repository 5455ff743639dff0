/* purchase_order.c - what rules ask of an order: is it open, what is still to come, what has filled it. */
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/part.h"
#include "domain/purchase.h"

#include <string.h>

bool order_read(struct ctx *ctx, int64_t id, struct order *ret)
{
	struct cur *c = db_open(ctx->db,
				SQL("SELECT o.supplier_id, d.number, o.state FROM purchase_order o "
				    "JOIN document d ON d.id = o.id WHERE o.id = :id"),
				BIND(B_INT("id", id)));

	if (!cur_next(c))
		return false;
	*ret = (struct order){ .id = id,
			       .supplier_id = cur_int(c, 0),
			       .number = arena_strdup(ctx->arena, cur_text(c, 1)),
			       .state = arena_strdup(ctx->arena, cur_text(c, 2)) };
	cur_close(c);
	return true;
}

bool order_live(struct ctx *ctx, int64_t id, struct order *ret, struct err *e)
{
	if (!order_read(ctx, id, ret))
		return err_field(e, "order", N_("This order is not there"));
	if (!strcmp(ret->state, "arrived"))
		return err_field(e, "order", N_("Everything of %s has come already"), ret->number);
	if (!strcmp(ret->state, "closed"))
		return err_field(
		    e, "order", N_("%s is closed: nothing more is awaited. Book what came without the order"),
		    ret->number);
	return strcmp(ret->state, "cancelled") != 0 ||
	       err_field(e, "order", N_("%s is cancelled. Book what came without the order"), ret->number);
}

void order_state(struct ctx *ctx, int64_t id)
{
	db_exec(
	    ctx->db,
	    SQL("UPDATE purchase_order SET ver = ver + 1, state = CASE "
		"WHEN NOT EXISTS (SELECT 1 FROM purchase_order_line l WHERE l.order_id = :id AND l.dropped = "
		"0 "
		"AND l.received_qty > 0) THEN iif(sent_on IS NULL, 'open', 'sent') "
		"WHEN EXISTS (SELECT 1 FROM purchase_order_line l WHERE l.order_id = :id AND l.dropped = 0 "
		"AND l.received_qty < l.qty) THEN 'partly' ELSE 'arrived' END "
		"WHERE id = :id AND state NOT IN ('closed', 'cancelled')"),
	    BIND(B_INT("id", id)));
}

void order_open_lines(struct ctx *ctx, int64_t id, struct lines *ret)
{
	struct receipt_line *row = ARENA_ARRAY(ctx->arena, struct receipt_line, RECEIPT_LINES_MOST);
	struct cur *c =
	    db_open(ctx->db,
		    SQL("SELECT part_id, qty - received_qty, cost FROM purchase_order_line "
			"WHERE order_id = :id AND dropped = 0 AND qty > received_qty ORDER BY pos, id"),
		    BIND(B_INT("id", id)));

	*ret = (struct lines){ .row = row };
	while (cur_next(c)) {
		row[ret->n++] = (struct receipt_line){ .input = { { ~UINT64_C(0), ~UINT64_C(0) } },
						       .part = cur_int(c, 0),
						       .qty = cur_int(c, 1),
						       .cost = cur_int(c, 2) };
		if (ret->n == RECEIPT_LINES_MOST) {
			cur_close(c);
			break;
		}
	}
}

int64_t order_cost(struct ctx *ctx, int64_t id, int64_t part_id)
{
	return db_int(ctx->db,
		      SQL("SELECT cost FROM purchase_order_line WHERE order_id = :id AND part_id = :part "
			  "AND dropped = 0 ORDER BY received_qty >= qty, pos LIMIT 1"),
		      BIND(B_INT("id", id), B_INT("part", part_id)), -1);
}

/* Of a part, what the order still waits for. */
static int64_t order_awaits(struct ctx *ctx, int64_t id, int64_t part_id)
{
	return db_int(ctx->db,
		      SQL("SELECT coalesce(sum(max(qty - received_qty, 0)), 0) FROM purchase_order_line "
			  "WHERE order_id = :id AND part_id = :part AND dropped = 0"),
		      BIND(B_INT("id", id), B_INT("part", part_id)), 0);
}

static int64_t brought(const struct receipt *in, int64_t part_id)
{
	int64_t sum = 0;

	for (size_t i = 0; i < in->lines.n; i++) {
		const struct receipt_line *l = LINE_AT(in->lines, struct receipt_line, i);

		sum += l->part == part_id ? l->qty : 0;
	}
	return sum;
}

static bool line_fits(struct ctx *ctx, const struct receipt *in, const struct order *o,
		      const struct receipt_line *l, struct err *e)
{
	int64_t cost = order_cost(ctx, o->id, l->part), awaits = order_awaits(ctx, o->id, l->part);

	if (cost < 0)
		return in->over ||
		       err_field(e, "over",
				 N_("%s is not on %s. To keep it: “More than ordered” yes (over=yes)"),
				 part_title(ctx, l->part), o->number);
	if (!in->over && brought(in, l->part) > awaits)
		return err_field(
		    e, "over",
		    N_("%s of %s is awaited, %s came. To keep it: “More than ordered” yes (over=yes)"),
		    qty_text(ctx->arena, awaits), part_title(ctx, l->part),
		    qty_text(ctx->arena, brought(in, l->part)));
	return in->new_cost || !HAS(l, cost) || cost == 0 || l->cost == cost ||
	       err_field(e, "new_cost",
			 N_("%s was ordered at %s, the paper says %s. To take it: “Another price” yes "
			    "(new_cost=yes)"),
			 part_title(ctx, l->part), money_text(ctx->arena, cost),
			 money_text(ctx->arena, l->cost));
}

bool order_fits(struct ctx *ctx, const struct receipt *in, const struct order *o, struct err *e)
{
	for (size_t i = 0; i < in->lines.n; i++) {
		const struct receipt_line *l = LINE_AT(in->lines, struct receipt_line, i);

		if (l->part && !line_fits(ctx, in, o, l, e)) {
			e->line = (int)i + 1;
			return false;
		}
	}
	return true;
}

/* A line of an order that waits for a part. */
struct awaiting {
	int64_t id, open;
};

#define AWAITING_MOST 50 /* lines of an order with the same part */

static size_t awaiting_read(struct ctx *ctx, int64_t order_id, int64_t part_id, struct awaiting *ret)
{
	struct cur *c = db_open(ctx->db,
				SQL("SELECT id, qty - received_qty FROM purchase_order_line "
				    "WHERE order_id = :order AND part_id = :part AND dropped = 0 "
				    "ORDER BY received_qty >= qty, pos, id"),
				BIND(B_INT("order", order_id), B_INT("part", part_id)));
	size_t n = 0;

	while (cur_next(c)) {
		ret[n++] = (struct awaiting){ cur_int(c, 0), cur_int(c, 1) };
		if (n == AWAITING_MOST) {
			cur_close(c);
			break;
		}
	}
	return n;
}

static void arrival_write(struct ctx *ctx, int64_t line_id, int64_t order_line_id, int64_t qty)
{
	db_exec(ctx->db,
		SQL("INSERT INTO purchase_arrival (line_id, order_line_id, qty) VALUES (:line, :order_line, "
		    ":qty)"),
		BIND(B_INT("line", line_id), B_INT("order_line", order_line_id), B_INT("qty", qty)));
	db_exec(ctx->db,
		SQL("UPDATE purchase_order_line SET received_qty = received_qty + :qty, ver = ver + 1 "
		    "WHERE id = :id"),
		BIND(B_INT("qty", qty), B_INT("id", order_line_id)));
}

int64_t order_fill(struct ctx *ctx, int64_t order_id, int64_t line_id, int64_t part_id, int64_t qty)
{
	struct awaiting *w = ARENA_ARRAY(ctx->arena, struct awaiting, AWAITING_MOST);
	size_t n = awaiting_read(ctx, order_id, part_id, w);

	for (size_t i = 0; i < n && qty > 0; i++) {
		int64_t now = w[i].open < qty && i + 1 < n ? w[i].open : qty;

		if (now <= 0)
			continue;
		arrival_write(ctx, line_id, w[i].id, now);
		qty -= now;
	}
	return qty;
}
