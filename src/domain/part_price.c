/* part_price.c - what a part costs whom. */
#include "domain/part_price.h"

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/part.h"
#include "domain/setting.h"

/* What the rules are made of. */
struct basis {
	int64_t list, own, level_factor, unit_price, factor, cost;
	bool has_own, by_cost, has_unit_price;
};

static bool basis_read(struct ctx *ctx, int64_t part_id, int64_t customer_id, int64_t unit_id,
		       struct part_price *ret, struct basis *b)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT p.price, l.code, l.basis = 'cost', l.factor, o.price, coalesce(u.unit, p.unit), "
		"coalesce(u.factor, 1000), u.price, coalesce(muldiv(v.value, 1000, v.qty), p.last_cost, 0) "
		"FROM part p "
		"LEFT JOIN party k ON k.id = :customer "
		"LEFT JOIN customer_class c ON c.id = k.class_id "
		"JOIN price_level l ON l.id = coalesce(c.level_id, 1) "
		"LEFT JOIN part_level_price o ON o.part_id = p.id AND o.level_id = l.id "
		"LEFT JOIN part_unit u ON u.id = :unit AND u.part_id = p.id "
		"LEFT JOIN stock_value v ON v.id = p.id AND v.qty > 0 "
		"WHERE p.id = :part"),
	    BIND(B_INT("part", part_id), B_ID("customer", customer_id), B_ID("unit", unit_id)));

	if (!cur_next(c))
		return false;
	*b = (struct basis){ .list = cur_int(c, 0),
			     .by_cost = cur_int(c, 2),
			     .level_factor = cur_int(c, 3),
			     .has_own = !cur_null(c, 4),
			     .own = cur_int(c, 4),
			     .factor = cur_int(c, 6),
			     .has_unit_price = !cur_null(c, 7),
			     .unit_price = cur_int(c, 7),
			     .cost = cur_int(c, 8) };
	ret->level = arena_strdup(ctx->arena, cur_text(c, 1));
	ret->unit = arena_strdup(ctx->arena, cur_text(c, 5));
	cur_close(c);
	return true;
}

/* What was asked last, by this customer or, for 0, by anybody; for one of the unit. */
static bool last_read(struct ctx *ctx, int64_t part_id, int64_t customer_id, int64_t factor,
		      int64_t *ret_price, int64_t *ret_on)
{
	struct cur *c = db_open(ctx->db,
				SQL("SELECT price, factor, day FROM part_last_price "
				    "WHERE part_id = :part AND coalesce(party_id, 0) = :customer"),
				BIND(B_INT("part", part_id), B_INT("customer", customer_id)));

	if (!cur_next(c))
		return false;
	*ret_price = muldiv(cur_int(c, 0), factor, cur_int(c, 1));
	*ret_on = cur_int(c, 2);
	cur_close(c);
	return true;
}

static int64_t level_price(const struct basis *b, int64_t list)
{
	if (b->has_own)
		return muldiv(b->own, b->factor, 1000);
	if (b->by_cost && b->cost > 0)
		return muldiv(muldiv(b->cost, b->factor, 1000), b->level_factor, 10000);
	return muldiv(list, b->by_cost ? 10000 : b->level_factor, 10000);
}

bool part_price(struct ctx *ctx, int64_t part_id, int64_t customer_id, int64_t unit_id,
		struct part_price *ret, struct err *e)
{
	int64_t any_price, any_on;
	struct basis b;

	*ret = (struct part_price){ 0 };
	if (!basis_read(ctx, part_id, customer_id, unit_id, ret, &b))
		return err_field(e, "part", N_("This part is not there"));
	ret->factor = b.factor;
	ret->cost = muldiv(b.cost, b.factor, 1000);
	ret->list = b.has_unit_price ? b.unit_price : muldiv(b.list, b.factor, 1000);
	ret->own = b.has_own;
	ret->price = ret->level_price = level_price(&b, ret->list);
	ret->sold =
	    customer_id && last_read(ctx, part_id, customer_id, b.factor, &ret->last_price, &ret->last_on);
	if (!setting_int(ctx->db, SETTING_LATEST_PRICE))
		return true;
	if (ret->sold) {
		ret->price = ret->last_price;
		ret->latest = true;
	} else if (last_read(ctx, part_id, 0, b.factor, &any_price, &any_on)) {
		ret->price = any_price;
		ret->latest = true;
	}
	return true;
}

static void last_keep(struct ctx *ctx, int64_t part_id, int64_t customer_id, int64_t price, int64_t factor,
		      int64_t document_id)
{
	db_exec(ctx->db,
		SQL("INSERT INTO part_last_price (part_id, party_id, price, factor, day, document_id) "
		    "VALUES (:part, :customer, :price, :factor, :day, :document) "
		    "ON CONFLICT (part_id, coalesce(party_id, 0)) DO UPDATE SET price = excluded.price, "
		    "factor = excluded.factor, day = excluded.day, document_id = excluded.document_id"),
		BIND(B_INT("part", part_id), B_ID("customer", customer_id), B_INT("price", price),
		     B_INT("factor", factor), B_INT("day", ctx->today), B_INT("document", document_id)));
}

void part_price_gave(struct ctx *ctx, int64_t part_id, int64_t customer_id, int64_t price, int64_t factor,
		     int64_t document_id)
{
	if (customer_id)
		last_keep(ctx, part_id, customer_id, price, factor, document_id);
	last_keep(ctx, part_id, 0, price, factor, document_id);
}

/* ---- quantities ---- */

bool part_qty_fits(struct ctx *ctx, int64_t part_id, int64_t qty, struct err *e)
{
	int64_t step =
	    db_int(ctx->db, SQL("SELECT step FROM part WHERE id = :id"), BIND(B_INT("id", part_id)), 1);

	return qty % step == 0 ||
	       err_field(e, "lines.qty", N_("%s goes in multiples of %s, not %s"), part_title(ctx, part_id),
			 qty_text(ctx->arena, step), qty_text(ctx->arena, qty));
}

bool part_qty(struct ctx *ctx, int64_t part_id, int64_t unit_id, int64_t qty, int64_t *ret, struct err *e)
{
	int64_t factor = 1000;
	const char *unit;
	__int128 product;

	if (unit_id)
		factor =
		    db_int(ctx->db, SQL("SELECT factor FROM part_unit WHERE id = :id AND part_id = :part"),
			   BIND(B_INT("id", unit_id), B_INT("part", part_id)), 0);
	if (!factor)
		return err_field(e, "lines.unit", N_("This package is not one of %s"),
				 part_title(ctx, part_id));
	product = (__int128)qty * factor;
	if (product % 1000 != 0) {
		unit = db_text(ctx->db, ctx->arena, SQL("SELECT unit FROM part_unit WHERE id = :id"),
			       BIND(B_INT("id", unit_id)));
		return err_field(e, "lines.qty", N_("%s %s of %s do not divide into its own unit"),
				 qty_text(ctx->arena, qty), unit ? unit : "", part_title(ctx, part_id));
	}
	if (product / 1000 > QTY_MAX)
		return err_field(
		    e, "lines.qty",
		    N_("There would be more of %s than can be counted. Look at the quantity again"),
		    part_title(ctx, part_id));
	*ret = (int64_t)(product / 1000);
	return part_qty_fits(ctx, part_id, *ret, e);
}

/* ---- numbers that replace numbers ---- */

int64_t part_newest(struct ctx *ctx, int64_t part_id)
{
	return db_int(
	    ctx->db,
	    SQL("WITH RECURSIVE chain (id, next) AS (SELECT id, superseded_by FROM part WHERE id = :id "
		"UNION SELECT p.id, p.superseded_by FROM chain c JOIN part p ON p.id = c.next) "
		"SELECT id FROM chain WHERE next IS NULL"),
	    BIND(B_INT("id", part_id)), part_id);
}

int64_t part_sold_first(struct ctx *ctx, int64_t part_id)
{
	int64_t newest = part_newest(ctx, part_id);

	return db_int(ctx->db,
		      SQL("WITH RECURSIVE chain (id, age) AS (VALUES (:id, 0) UNION "
			  "SELECT p.id, c.age + 1 FROM chain c JOIN part p ON p.superseded_by = c.id WHERE "
			  "c.age < 100) "
			  "SELECT c.id FROM chain c JOIN stock_value v ON v.id = c.id WHERE v.qty > 0 "
			  "ORDER BY c.age DESC LIMIT 1"),
		      BIND(B_INT("id", newest)), newest);
}

bool part_orderable(struct ctx *ctx, int64_t part_id, struct err *e)
{
	int64_t newest = part_newest(ctx, part_id);

	return newest == part_id || err_field(e, "lines.part", N_("%s is replaced by %s. Order that one"),
					      part_title(ctx, part_id), part_title(ctx, newest));
}
