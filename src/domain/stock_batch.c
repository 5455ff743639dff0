/* stock_batch.c - parts that are kept by batch.
 *
 * Stock and its value know nothing of batches; beside each movement of such a part stand the batches that it took
 * from or put into. What goes out comes from the batch that expires first; what comes back goes into the batch that
 * it came from. What is sold or fitted is neither expired, unless the person may give it out, nor stopped. */
#include "domain/stock_batch.h"

#include "base/date.h"
#include "base/money.h"
#include "domain/part.h"

#define SHARES_MOST 100

/* What a batch can give or take. */
struct share {
	int64_t batch_id, qty;
};

static int64_t batch_find(struct ctx *ctx, int64_t part_id, const char *number)
{
	return db_int(ctx->db, SQL("SELECT id FROM batch WHERE part_id = :part AND number = :number"),
		      BIND(B_INT("part", part_id), B_TEXT("number", number)), 0);
}

static int64_t batch_make(struct ctx *ctx, int64_t part_id, const char *number, int64_t expires,
			  int64_t supplier_id)
{
	db_exec(ctx->db,
		SQL("INSERT INTO batch (part_id, number, expires_on, first_on, supplier_id) "
		    "VALUES (:part, :number, :expires, :today, :supplier)"),
		BIND(B_INT("part", part_id), B_TEXT("number", number), B_ID("expires", expires),
		     B_INT("today", ctx->today), B_ID("supplier", supplier_id)));
	return db_last_id(ctx->db);
}

/* The batch of goods whose batch nobody knows. */
static int64_t batch_unknown(struct ctx *ctx, int64_t part_id)
{
	int64_t id = batch_find(ctx, part_id, "");

	return id ? id : batch_make(ctx, part_id, "", 0, 0);
}

/* ---- writing ---- */

struct moving {
	struct ctx *ctx;
	const struct stock_move *m;
	int64_t move_id, left, sign;
};

static void share_move(struct moving *v, int64_t batch_id, int64_t qty)
{
	const struct stock_move *m = v->m;
	struct ctx *ctx = v->ctx;

	v->left -= qty;
	db_exec(
	    ctx->db,
	    SQL("INSERT INTO batch_stock (batch_id, part_id, warehouse_id, qty) VALUES (:batch, :part, "
		":warehouse, 0) ON CONFLICT DO NOTHING"),
	    BIND(B_INT("batch", batch_id), B_INT("part", m->part_id), B_INT("warehouse", m->warehouse_id)));
	db_exec(ctx->db,
		SQL("UPDATE batch_stock SET qty = qty + :qty WHERE part_id = :part AND warehouse_id = "
		    ":warehouse AND batch_id = :batch"),
		BIND(B_INT("qty", v->sign * qty), B_INT("part", m->part_id),
		     B_INT("warehouse", m->warehouse_id), B_INT("batch", batch_id)));
	db_exec(
	    ctx->db,
	    SQL("INSERT INTO batch_move (batch_id, warehouse_id, move_id, document_id, of_id, qty, "
		"after_qty) SELECT batch_id, warehouse_id, :move, :document, coalesce((SELECT o.of_id FROM "
		"batch_move o WHERE o.document_id = :of AND o.of_id IS NOT NULL LIMIT 1), :of), :qty, qty "
		"FROM batch_stock WHERE part_id = :part AND warehouse_id = :warehouse AND "
		"batch_id = :batch"),
	    BIND(B_ID("move", v->move_id), B_ID("document", m->document_id), B_ID("of", m->of_id),
		 B_INT("qty", v->sign * qty), B_INT("part", m->part_id), B_INT("warehouse", m->warehouse_id),
		 B_INT("batch", batch_id)));
}

static void shares_move(struct moving *v, const struct share *s, size_t n)
{
	for (size_t i = 0; i < n && v->left > 0; i++)
		if (s[i].qty > 0)
			share_move(v, s[i].batch_id, s[i].qty < v->left ? s[i].qty : v->left);
}

static size_t shares_read(struct cur *c, struct share *ret)
{
	size_t n = 0;

	while (cur_next(c)) {
		ret[n++] = (struct share){ cur_int(c, 0), cur_int(c, 1) };
		if (n == SHARES_MOST) {
			cur_close(c);
			break;
		}
	}
	return n;
}

/* ---- the way back ---- */

/* The batches whose goods a movement, or a document, has moved the other way and that have not come back yet. */
static size_t shares_back(struct moving *v, struct share *ret)
{
	const struct stock_move *m = v->m;
	struct db *db = v->ctx->db;

	if (m->returns_id && v->sign > 0)
		return shares_read(
		    db_open(db,
			    SQL("SELECT b.batch_id, -:sign * sum(b.qty) AS out FROM batch_move b WHERE "
				"b.move_id = :move OR b.move_id IN (SELECT id FROM stock_move WHERE "
				"returns_id = :move AND id <> :self) GROUP BY b.batch_id HAVING out > 0 "
				"ORDER BY max(b.id) DESC"),
			    BIND(B_INT("sign", v->sign), B_INT("move", m->returns_id),
				 B_INT("self", v->move_id))),
		    ret);
	return shares_read(
	    db_open(db,
		    SQL("SELECT b.batch_id, -:sign * sum(b.qty) AS out FROM batch_move b JOIN batch l ON "
			"l.id = b.batch_id WHERE (b.document_id = :of OR b.of_id = :of) AND "
			"l.part_id = :part GROUP BY b.batch_id HAVING out > 0 ORDER BY max(b.id) DESC"),
		    BIND(B_INT("sign", v->sign), B_INT("of", m->of_id), B_INT("part", m->part_id))),
	    ret);
}

/* Of those, only what is there: goods of another batch may have gone instead. */
static void there_only(struct moving *v, struct share *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		int64_t there =
		    db_int(v->ctx->db,
			   SQL("SELECT qty FROM batch_stock WHERE part_id = :part AND "
			       "warehouse_id = :warehouse AND batch_id = :batch"),
			   BIND(B_INT("part", v->m->part_id), B_INT("warehouse", v->m->warehouse_id),
				B_INT("batch", s[i].batch_id)),
			   0);

		if (s[i].qty > there)
			s[i].qty = there;
	}
}

/* ---- out ---- */

/* What lies in the warehouse, first what is to go first: goods of no known batch, then by expiry. Of what is sold or
 * fitted: first what is good, then what has expired if that is allowed, nothing that is stopped. */
static size_t shares_there(struct moving *v, bool expired, struct share *ret)
{
	const struct stock_move *m = v->m;

	return shares_read(
	    db_open(v->ctx->db,
		    SQL("SELECT s.batch_id, s.qty FROM batch_stock s JOIN batch b ON b.id = s.batch_id "
			"WHERE s.part_id = :part AND s.warehouse_id = :warehouse AND s.qty > 0 "
			"AND (:batch IS NULL OR s.batch_id = :batch) AND (NOT :use OR (b.stopped IS NULL "
			"AND (:expired OR ifnull(b.expires_on, :today) >= :today))) "
			"ORDER BY :use AND b.expires_on < :today, b.number <> '', b.expires_on IS NULL, "
			"b.expires_on, b.id"),
		    BIND(B_INT("part", m->part_id), B_INT("warehouse", m->warehouse_id),
			 B_ID("batch", m->batch_id), B_INT("use", m->use), B_INT("expired", expired),
			 B_INT("today", v->ctx->today))),
	    ret);
}

/* Why what is there may not go out. */
static bool held_back(struct moving *v, struct err *e)
{
	struct ctx *ctx = v->ctx;
	const struct stock_move *m = v->m;
	const char *title = part_title(ctx, m->part_id), *number, *why;
	int64_t expires;
	struct cur *c = db_open(ctx->db,
				SQL("SELECT b.number, b.stopped, b.expires_on FROM batch_stock s "
				    "JOIN batch b ON b.id = s.batch_id WHERE s.part_id = :part AND "
				    "s.warehouse_id = :warehouse AND s.qty > 0 AND (:batch IS NULL OR "
				    "s.batch_id = :batch) AND (b.stopped IS NOT NULL OR b.expires_on < "
				    ":today) ORDER BY b.stopped IS NULL, b.expires_on, b.id LIMIT 1"),
				BIND(B_INT("part", m->part_id), B_INT("warehouse", m->warehouse_id),
				     B_ID("batch", m->batch_id), B_INT("today", ctx->today)));

	if (!m->use || !cur_next(c))
		return false;
	number = arena_strdup(ctx->arena, cur_text(c, 0));
	why = cur_null(c, 1) ? NULL : arena_strdup(ctx->arena, cur_text(c, 1));
	expires = cur_int(c, 2);
	cur_close(c);
	if (why && !m->batch_id)
		err_field(
		    e, "lines.batch",
		    N_("The rest of %s is of batch %s, which is stopped: %s. Take less or another part, "
		       "or let it be given out again (stock.batch)"),
		    title, number, why);
	else if (why)
		err_field(e, "lines.batch", N_("Batch %s of %s is stopped: %s. Take another batch"), number,
			  title, why);
	else
		err_field(e, "lines.batch",
			  N_("Batch %s of %s expired on %s. Write it off (stock.loss), or ask somebody who "
			     "may give out what has expired"),
			  number, title, date_text(ctx->arena, expires));
	return true;
}

static bool too_few(struct moving *v, struct err *e)
{
	struct ctx *ctx = v->ctx;
	const char *title = part_title(ctx, v->m->part_id), *number;

	if (held_back(v, e))
		return false;
	if (!v->m->batch_id)
		return err_set(e, ERR_FAULT,
			       N_("A fault in the program: the batches of %s are fewer than its stock. "
				  "Nothing was booked"),
			       title);
	number = db_text(ctx->db, ctx->arena, SQL("SELECT number FROM batch WHERE id = :id"),
			 BIND(B_INT("id", v->m->batch_id)));
	return err_field(e, "lines.batch",
			 N_("Only %s of batch %s of %s on hand in this warehouse, %s wanted"),
			 qty_text(ctx->arena, v->m->qty - v->left), number ? number : "", title,
			 qty_text(ctx->arena, v->m->qty));
}

static bool shares_out(struct moving *v, struct err *e)
{
	struct share *s = ARENA_ARRAY(v->ctx->arena, struct share, SHARES_MOST);
	size_t n;

	if (v->m->returns_id || v->m->of_id) {
		n = shares_back(v, s);
		there_only(v, s, n);
		shares_move(v, s, n);
	}
	if (v->left > 0) {
		n = shares_there(v, v->m->use && may_right(v->ctx, "batch.expired"), s);
		shares_move(v, s, n);
	}
	return v->left == 0 || too_few(v, e);
}

static void shares_in(struct moving *v)
{
	struct share *s = ARENA_ARRAY(v->ctx->arena, struct share, SHARES_MOST);

	if (v->m->batch_id)
		share_move(v, v->m->batch_id, v->left);
	else if (v->m->returns_id || v->m->of_id)
		shares_move(v, s, shares_back(v, s));
	if (v->left > 0)
		share_move(v, batch_unknown(v->ctx, v->m->part_id), v->left);
}

bool batch_moved(struct ctx *ctx, const struct stock_move *m, int64_t move_id, int64_t qty, struct err *e)
{
	struct moving v = { ctx, m, move_id, qty < 0 ? -qty : qty, qty < 0 ? -1 : 1 };

	if (qty < 0)
		return shares_out(&v, e);
	shares_in(&v);
	return !db_failed(ctx->db);
}

/* ---- naming ---- */

static bool kept(struct ctx *ctx, int64_t part_id)
{
	return db_int(ctx->db, SQL("SELECT batch FROM part WHERE id = :id"), BIND(B_INT("id", part_id)), 0);
}

bool batch_named(struct ctx *ctx, int64_t part_id, const char *number, const char *field, int64_t *ret_id,
		 struct err *e)
{
	*ret_id = number ? batch_find(ctx, part_id, number) : 0;
	if (!number || *ret_id)
		return true;
	if (!kept(ctx, part_id))
		return err_field(e, field, N_("%s is not kept by batch: leave the batch empty"),
				 part_title(ctx, part_id));
	return err_field(e, field, N_("There is no batch %s of %s"), number, part_title(ctx, part_id));
}

/* A batch that was here before: its paper says the same. */
static bool comes_again(struct ctx *ctx, const struct batch_paper *b, int64_t id, struct err *e)
{
	int64_t known =
	    db_int(ctx->db, SQL("SELECT expires_on FROM batch WHERE id = :id"), BIND(B_INT("id", id)), 0);

	if (known && b->expires && known != b->expires)
		return err_field(e, "lines.expires", N_("Batch %s of %s expires on %s, not on %s"), b->number,
				 part_title(ctx, b->part_id), date_text(ctx->arena, known),
				 date_text(ctx->arena, b->expires));
	if (!known && b->expires)
		db_exec(ctx->db, SQL("UPDATE batch SET expires_on = :day, ver = ver + 1 WHERE id = :id"),
			BIND(B_INT("day", b->expires), B_INT("id", id)));
	return true;
}

static bool still_good(struct ctx *ctx, const struct batch_paper *b, struct err *e)
{
	if (!b->expires || b->expires >= ctx->today || may_right(ctx, "batch.expired"))
		return true;
	return err_field(
	    e, "lines.expires",
	    N_("Batch %s of %s expired on %s: do not take it, or ask somebody who may take it in"), b->number,
	    part_title(ctx, b->part_id), date_text(ctx->arena, b->expires));
}

bool batch_comes(struct ctx *ctx, const struct batch_paper *b, int64_t *ret_id, struct err *e)
{
	*ret_id = 0;
	if (!kept(ctx, b->part_id))
		return (!b->number && !b->expires) ||
		       err_field(e, "lines.batch", N_("%s is not kept by batch: leave the batch empty"),
				 part_title(ctx, b->part_id));
	if (!b->number)
		return !b->asked || err_field(e, "lines.batch",
					      N_("Which batch of %s is it? The number is on the package"),
					      part_title(ctx, b->part_id));
	if (!still_good(ctx, b, e))
		return false;
	*ret_id = batch_find(ctx, b->part_id, b->number);
	if (*ret_id)
		return comes_again(ctx, b, *ret_id, e);
	*ret_id = batch_make(ctx, b->part_id, b->number, b->expires, b->supplier_id);
	return true;
}

const char *batch_first(struct ctx *ctx, int64_t part_id, int64_t warehouse_id, int64_t qty)
{
	const struct stock_move m = {
		.part_id = part_id, .warehouse_id = warehouse_id, .qty = qty, .use = true
	};
	struct share *s = ARENA_ARRAY(ctx->arena, struct share, SHARES_MOST);

	if (!kept(ctx, part_id) || !shares_there(&(struct moving){ ctx, &m, 0, qty, -1 }, false, s) ||
	    s[0].qty < qty)
		return NULL;
	return db_text(ctx->db, ctx->arena, SQL("SELECT number FROM batch WHERE id = :id AND number <> ''"),
		       BIND(B_INT("id", s[0].batch_id)));
}

/* ---- keeping by batch ---- */

/* What the stock of a warehouse has that no batch has lies in the batch without a number. */
void batch_keep(struct ctx *ctx, int64_t part_id)
{
	int64_t warehouse = 0, gap;

	if (kept(ctx, part_id))
		return;
	db_exec(ctx->db, SQL("UPDATE part SET batch = 1, ver = ver + 1 WHERE id = :id"),
		BIND(B_INT("id", part_id)));
	for (;;) {
		struct cur *c = db_open(
		    ctx->db,
		    SQL("SELECT s.warehouse_id, s.qty - ifnull((SELECT sum(b.qty) FROM batch_stock b WHERE "
			"b.part_id = s.part_id AND b.warehouse_id = s.warehouse_id), 0) FROM stock s WHERE "
			"s.part_id = :part AND s.warehouse_id > :last ORDER BY s.warehouse_id LIMIT 1"),
		    BIND(B_INT("part", part_id), B_INT("last", warehouse)));
		struct stock_move m = { .part_id = part_id };

		if (!cur_next(c))
			return;
		m.warehouse_id = warehouse = cur_int(c, 0);
		gap = cur_int(c, 1);
		cur_close(c);
		if (gap)
			share_move(&(struct moving){ ctx, &m, 0, 0, gap < 0 ? -1 : 1 },
				   batch_unknown(ctx, part_id), gap < 0 ? -gap : gap);
	}
}

bool batch_keep_not(struct ctx *ctx, int64_t part_id, const char *field, struct err *e)
{
	const char *number =
	    db_text(ctx->db, ctx->arena,
		    SQL("SELECT b.number FROM batch_stock s JOIN batch b ON b.id = s.batch_id WHERE "
			"s.part_id = :part AND s.qty > 0 AND b.number <> '' ORDER BY b.id LIMIT 1"),
		    BIND(B_INT("part", part_id)));

	if (number)
		return err_field(e, field,
				 N_("Batch %s of %s is on hand: it stays kept by batch until that is gone"),
				 number, part_title(ctx, part_id));
	db_exec(ctx->db, SQL("UPDATE part SET batch = 0, ver = ver + 1 WHERE id = :id AND batch = 1"),
		BIND(B_INT("id", part_id)));
	return true;
}
