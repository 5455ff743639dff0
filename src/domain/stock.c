/* stock.c - goods on hand and their value. */
#include "domain/stock.h"

#include "base/date.h"
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/consign.h"
#include "domain/part.h"
#include "domain/part_price.h"
#include "domain/stock_batch.h"

/* What is there before a move: in the warehouse, and of the whole shop; and what the part's quantities go in. */
struct shelf {
	int64_t qty, group_qty, group_value, step;
	bool batch, consigned;
};

static struct shelf shelf_read(struct ctx *ctx, const struct stock_move *m)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT s.qty, v.qty, v.value, p.step, p.batch, w.supplier_id IS NOT NULL FROM part p LEFT "
		"JOIN warehouse w ON w.id = :warehouse LEFT JOIN stock_value v ON v.id = "
		"p.id "
		"LEFT JOIN stock s ON s.part_id = p.id AND s.warehouse_id = :warehouse WHERE p.id = :part"),
	    BIND(B_INT("warehouse", m->warehouse_id), B_INT("part", m->part_id)));
	struct shelf s = { .step = 1 };

	if (cur_next(c)) {
		s = (struct shelf){ cur_int(c, 0), cur_int(c, 1), cur_int(c, 2),
				    cur_int(c, 3), cur_int(c, 4), cur_int(c, 5) };
		cur_close(c);
	}
	return s;
}

/* Keeps the totals of the month: what came, what went, and what is there at its end. A clock that was set back writes
 * into an earlier month; then the ends of the later ones move too. */
static void month_add(struct ctx *ctx, const struct stock_move *m, int64_t after, int64_t qty, int64_t value)
{
	int year, month, day;
	bool in = qty > 0 || (qty == 0 && value > 0);

	date_split(ctx->today, &year, &month, &day);
	month += year * 12 - 1;
	db_exec(
	    ctx->db,
	    SQL("INSERT INTO stock_month (part_id, warehouse_id, month, in_qty, in_value, out_qty, "
		"out_value, after_qty, "
		"after_value) VALUES (:part, :warehouse, :month, iif(:in, :qty, 0), iif(:in, :value, 0), "
		"iif(:in, 0, -:qty), "
		"iif(:in, 0, -:value), :after, :value + coalesce((SELECT after_value FROM stock_month WHERE "
		"part_id = :part "
		"AND warehouse_id = :warehouse AND month < :month ORDER BY month DESC LIMIT 1), 0)) "
		"ON CONFLICT (part_id, warehouse_id, month) DO UPDATE SET in_qty = in_qty + excluded.in_qty, "
		"in_value = in_value + excluded.in_value, out_qty = out_qty + excluded.out_qty, "
		"out_value = out_value + excluded.out_value, after_qty = after_qty + :qty, after_value = "
		"after_value + :value"),
	    BIND(B_INT("part", m->part_id), B_INT("warehouse", m->warehouse_id), B_INT("month", month),
		 B_INT("in", in), B_INT("qty", qty), B_INT("value", value), B_INT("after", after)));
	db_exec(ctx->db,
		SQL("UPDATE stock_month SET after_qty = after_qty + :qty, after_value = after_value + :value "
		    "WHERE part_id = :part AND warehouse_id = :warehouse AND month > :month"),
		BIND(B_INT("qty", qty), B_INT("value", value), B_INT("part", m->part_id),
		     B_INT("warehouse", m->warehouse_id), B_INT("month", month)));
}

/* Writes the move and the balances after it. */
static bool shelf_move(struct ctx *ctx, const struct stock_move *m, struct shelf s, int64_t qty,
		       int64_t value, struct err *e)
{
	int64_t move_id;

	if (s.consigned && !m->consigned)
		return consign_not_ours(ctx, m->warehouse_id, e);
	s.qty += qty;
	s.group_qty += s.consigned ? 0 : qty;
	s.group_value += value;
	db_exec(ctx->db,
		SQL("INSERT INTO stock_move (document_id, part_id, warehouse_id, job_id, job_line_id, "
		    "returns_id, qty, value, "
		    "day, after_qty, group_qty, group_value) VALUES (:document, :part, :warehouse, :job, "
		    ":line, :returns, :qty, "
		    ":value, :day, :after, :group_qty, :group_value)"),
		BIND(B_INT("document", m->document_id), B_INT("part", m->part_id),
		     B_INT("warehouse", m->warehouse_id), B_ID("job", m->job_id),
		     B_ID("line", m->job_line_id), B_ID("returns", m->returns_id), B_INT("qty", qty),
		     B_INT("value", value), B_INT("day", ctx->today), B_INT("after", s.qty),
		     B_INT("group_qty", s.group_qty), B_INT("group_value", s.group_value)));
	move_id = db_last_id(ctx->db);
	db_exec(ctx->db,
		SQL("INSERT INTO stock (part_id, warehouse_id, qty) VALUES (:part, :warehouse, :qty) "
		    "ON CONFLICT (part_id, warehouse_id) DO UPDATE SET qty = excluded.qty"),
		BIND(B_INT("part", m->part_id), B_INT("warehouse", m->warehouse_id), B_INT("qty", s.qty)));
	db_exec(ctx->db,
		SQL("INSERT INTO stock_value (id, qty, value) VALUES (:part, :qty, :value) "
		    "ON CONFLICT (id) DO UPDATE SET qty = excluded.qty, value = excluded.value"),
		BIND(B_INT("part", m->part_id), B_INT("qty", s.group_qty), B_INT("value", s.group_value)));
	month_add(ctx, m, s.qty, qty, value);
	return !db_failed(ctx->db) && (!s.batch || qty == 0 || batch_moved(ctx, m, move_id, qty, e));
}

static bool shelf_has(struct ctx *ctx, const struct stock_move *m, const struct shelf *s, struct err *e)
{
	const char *title;

	if (m->qty <= s->qty)
		return true;
	title = part_title(ctx, m->part_id);
	if (s->qty == 0)
		return err_field(e, "lines.qty", N_("None of %s is on hand in this warehouse"), title);
	return err_field(e, "lines.qty", N_("Only %s of %s on hand in this warehouse, %s wanted"),
			 qty_text(ctx->arena, s->qty), title, qty_text(ctx->arena, m->qty));
}

static bool shelf_step(struct ctx *ctx, const struct stock_move *m, const struct shelf *s, struct err *e)
{
	return m->qty % s->step == 0 || part_qty_fits(ctx, m->part_id, m->qty, e);
}

bool stock_enough(struct ctx *ctx, const struct stock_move *m, struct err *e)
{
	struct shelf s = shelf_read(ctx, m);

	if (m->use && m->qty > s.qty)
		s.qty += consign_lying(ctx, m);
	return shelf_has(ctx, m, &s, e) && shelf_step(ctx, m, &s, e);
}

bool stock_take(struct ctx *ctx, const struct stock_move *m, int64_t *ret_value, struct err *e)
{
	struct shelf s = shelf_read(ctx, m);
	int64_t value;

	if (m->use && m->qty > s.qty) {
		if (!consign_fetch(ctx, m, m->qty - s.qty, e))
			return false;
		s = shelf_read(ctx, m);
	}
	if (!shelf_has(ctx, m, &s, e) || !shelf_step(ctx, m, &s, e))
		return false;
	value = s.consigned             ? 0
		: m->qty == s.group_qty ? s.group_value
					: muldiv(s.group_value, m->qty, s.group_qty);
	*ret_value = value;
	return shelf_move(ctx, m, s, -m->qty, -value, e);
}

bool stock_take_back(struct ctx *ctx, const struct stock_move *m, int64_t value, int64_t *ret_value,
		     struct err *e)
{
	struct shelf s = shelf_read(ctx, m);

	if (!shelf_has(ctx, m, &s, e))
		return false;
	if (s.consigned)
		value = 0;
	else if (value > s.group_value || m->qty == s.group_qty)
		value = s.group_value;
	*ret_value = value;
	return shelf_move(ctx, m, s, -m->qty, -value, e);
}

bool stock_put(struct ctx *ctx, const struct stock_move *m, int64_t value, struct err *e)
{
	struct shelf s = shelf_read(ctx, m);

	if (!m->returns_id && !shelf_step(ctx, m, &s, e))
		return false;
	if (value > MONEY_MAX || s.group_value + value > MONEY_MAX)
		return err_field(e, "lines.cost",
				 N_("The value of %s would be more than can be booked. Look at the quantity "
				    "and the cost again"),
				 part_title(ctx, m->part_id));
	if (s.group_qty + m->qty > QTY_MAX)
		return err_field(
		    e, "lines.qty",
		    N_("There would be more of %s than can be counted. Look at the quantity again"),
		    part_title(ctx, m->part_id));
	return shelf_move(ctx, m, s, m->qty, value, e);
}

bool stock_revalue(struct ctx *ctx, const struct stock_move *m, int64_t value, int64_t *ret_value,
		   struct err *e)
{
	struct shelf s = shelf_read(ctx, m);

	if (s.group_qty == 0)
		value = 0;
	if (value < -s.group_value)
		value = -s.group_value;
	*ret_value = value;
	if (s.group_value + value > MONEY_MAX)
		return err_field(e, "lines.cost",
				 N_("The value of %s would be more than can be booked. Look at the quantity "
				    "and the cost again"),
				 part_title(ctx, m->part_id));
	return value == 0 || shelf_move(ctx, m, s, 0, value, e);
}

int64_t stock_warehouse(struct ctx *ctx, int64_t named)
{
	return named ? named : db_int(ctx->db, SQL("SELECT min(id) FROM warehouse"), NULL, 0);
}
