/* cart.c - the sale that somebody types: which one it is, what is added to it, and what was asked for and not had. */
#include "domain/cart.h"

#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "base/text.h"
#include "domain/part.h"
#include "domain/sale_set.h"
#include "domain/want.h"

/* ---- which one ---- */

int64_t cart_open(struct ctx *ctx)
{
	return db_int(
	    ctx->db,
	    SQL("SELECT id FROM cart WHERE user_id = :user AND terminal = :terminal AND state = 'open'"),
	    BIND(B_INT("user", ctx->user_id), B_TEXT("terminal", ctx->terminal)), 0);
}

int64_t cart_need(struct ctx *ctx)
{
	int64_t id = cart_open(ctx);

	if (id)
		return id;
	db_exec(ctx->db, SQL("INSERT INTO cart (user_id, terminal, at) VALUES (:user, :terminal, :at)"),
		BIND(B_INT("user", ctx->user_id), B_TEXT("terminal", ctx->terminal), B_INT("at", ctx->now)));
	return db_last_id(ctx->db);
}

static int64_t cart_lines(struct ctx *ctx, int64_t cart_id)
{
	return db_int(ctx->db, SQL("SELECT count(*) FROM cart_line WHERE cart_id = :cart"),
		      BIND(B_INT("cart", cart_id)), 0);
}

int64_t cart_customer(struct ctx *ctx, int64_t cart_id)
{
	return db_int(ctx->db, SQL("SELECT customer_id FROM cart WHERE id = :id"), BIND(B_INT("id", cart_id)),
		      0);
}

void cart_gone(struct ctx *ctx, int64_t cart_id)
{
	db_exec(ctx->db, SQL("DELETE FROM cart_line WHERE cart_id = :cart"), BIND(B_INT("cart", cart_id)));
	db_exec(ctx->db, SQL("DELETE FROM cart WHERE id = :cart"), BIND(B_INT("cart", cart_id)));
}

/* ---- sale.add ---- */

struct cart_add {
	struct input input;
	int64_t part, qty, price, package;
	const char *unit, *text, *typed, *model;
};

static const struct field sale_add_input[] = {
	FIELD(cart_add, part, "part", N_("Part"), VT_REF, STOP, .view = "parts",
	      .help = N_("By its code, its barcode, the maker's number or its name.")),
	FIELD(cart_add, qty, "qty", N_("Quantity"), VT_QTY, .min = 1, .max = QTY_MAX,
	      .help = N_("1 when empty. Counted in the unit of the line.")),
	FIELD(cart_add, price, "price", N_("Price"), VT_MONEY, .min = 0, .max = MONEY_MAX,
	      .help = N_("For one unit, tax included. Empty takes the price of this customer's level.")),
	FIELD(cart_add, unit, "unit", N_("Unit"), VT_TEXT, .max = 12,
	      .help = N_("A package the part is sold by; empty is its own unit.")),
	FIELD(cart_add, typed, "typed", N_("As it was scanned"), VT_TEXT,
	      .help = N_("What was scanned or typed: the barcode of a package sells the package.")),
	FIELD(cart_add, text, "text", N_("In own words"), VT_TEXT, .max = 120,
	      .help = N_("A fee that is no part, such as freight; it needs a price.")),
	FIELD(cart_add, package, "package", N_("Work package"), VT_REF, .view = "packages",
	      .help = N_("Goods and work that are sold together, instead of a part.")),
	FIELD(cart_add, model, "model", N_("Model"), VT_TEXT, .max = 40,
	      .help = N_("Of the car, where a part of the package differs from model to model.")),
	{ 0 },
};

/* The same part again at its usual price makes more of the line that is there. */
static int64_t line_alike(struct ctx *ctx, int64_t cart_id, const struct cart_add *in, const char *unit)
{
	if ((!in->part && !in->package) || HAS(in, price))
		return 0;
	return db_int(ctx->db,
		      SQL("SELECT max(id) FROM cart_line WHERE cart_id = :cart AND part_id IS :part "
			  "AND package_id IS :package AND model IS :model "
			  "AND unit = :unit AND by_hand = 0 AND gift IS NULL AND discount = 0"),
		      BIND(B_INT("cart", cart_id), B_ID("part", in->part), B_ID("package", in->package),
			   B_TEXT("model", in->model), B_TEXT("unit", unit)),
		      0);
}

static bool qty_fits(struct ctx *ctx, int64_t line_id, int64_t more, struct err *e)
{
	return db_int(ctx->db, SQL("SELECT qty FROM cart_line WHERE id = :id"), BIND(B_INT("id", line_id)),
		      0) +
		       more <=
		   QTY_MAX ||
	       err_field(e, "qty", N_("That is more than can be counted"));
}

static int64_t line_write(struct ctx *ctx, int64_t cart_id, const struct cart_add *in,
			  const struct sale_offer *o, int64_t qty)
{
	bool by_hand = (!in->part && !in->package) || HAS(in, price);

	db_exec(
	    ctx->db,
	    SQL("INSERT INTO cart_line (cart_id, pos, part_id, text, unit, factor, qty, list_price, "
		"price, by_hand, "
		"approver_id, package_id, model) VALUES (:cart, (SELECT coalesce(max(pos), 0) + 1 FROM "
		"cart_line WHERE "
		"cart_id = "
		":cart), :part, :text, :unit, :factor, :qty, :list, :price, :by_hand, :approver, :package, "
		":model)"),
	    BIND(B_INT("cart", cart_id), B_ID("part", in->part),
		 B_TEXT("text", in->text ? in->text : o->name), B_TEXT("unit", o->unit),
		 B_INT("factor", o->factor), B_INT("qty", qty), B_INT("list", o->list),
		 B_INT("price", by_hand ? in->price : o->price), B_INT("by_hand", by_hand),
		 B_ID("approver", by_hand ? ctx->approver_id : 0), B_ID("package", in->package),
		 B_TEXT("model", in->model)));
	return db_last_id(ctx->db);
}

static void short_say(struct ctx *ctx, int64_t part_id)
{
	int64_t there = db_int(ctx->db, SQL("SELECT sum(qty) FROM stock WHERE part_id = :id"),
			       BIND(B_INT("id", part_id)), 0);

	if (there == 0)
		answer_say_more(ctx, N_("none on hand"));
}

/* The package whose barcode was scanned; else the unit that was named. */
static const char *unit_meant(struct ctx *ctx, const struct cart_add *in)
{
	const char *unit = NULL;

	if (!in->unit && in->typed)
		unit = db_text(
		    ctx->db, ctx->arena,
		    SQL("SELECT u.unit FROM part_barcode b JOIN part_unit u ON u.id = b.unit_id "
			"WHERE b.barcode = :code AND b.part_id = :part"),
		    BIND(B_TEXT("code", text_fold_code(ctx->arena, in->typed)), B_INT("part", in->part)));
	return unit ? unit : in->unit;
}

/* The package as a line: its price, and that the sale may hold it. */
static bool package_what(struct ctx *ctx, const struct cart_add *in, struct sale_offer *o, struct err *e)
{
	struct set_offer set;

	if (in->part || in->text)
		return err_field(e, "package", N_("A package stands on a line of its own"));
	if (!set_whole(HAS(in, qty) ? in->qty : 1000, "qty", e) ||
	    !set_offer(ctx, in->package, in->model, cart_customer(ctx, cart_open(ctx)), &set, "model", e))
		return false;
	*o = (struct sale_offer){
		.list = set.price, .price = set.price, .factor = 1000, .unit = "", .name = set.name
	};
	return !HAS(in, price) || sale_price_allowed(ctx, "price", o->list, in->price, e);
}

static bool add_what(struct ctx *ctx, const struct cart_add *in, struct sale_offer *o, struct err *e)
{
	*o = (struct sale_offer){ .unit = "", .name = "", .factor = 1000 };
	if (in->package)
		return package_what(ctx, in, o, e);
	if (in->part)
		return sale_offer(ctx, in->part, cart_customer(ctx, cart_open(ctx)), unit_meant(ctx, in), o,
				  e) &&
		       (!HAS(in, price) || sale_price_allowed(ctx, "price", o->list, in->price, e));
	if (!in->text)
		return err_field(e, "part", N_("Say what it is: a part, or in words with a price"));
	return HAS(in, price) ||
	       err_field(e, "price", N_("“%s” is not in the list, so it needs a price"), in->text);
}

static bool sale_add_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct cart_add *in = input;
	int64_t qty = HAS(in, qty) ? in->qty : 1000, cart, line;
	struct sale_offer o;

	if (!add_what(ctx, in, &o, e))
		return false;
	cart = cart_need(ctx);
	line = line_alike(ctx, cart, in, o.unit);
	if (line && !qty_fits(ctx, line, qty, e))
		return false;
	if (line)
		db_exec(ctx->db, SQL("UPDATE cart_line SET qty = qty + :qty, ver = ver + 1 WHERE id = :id"),
			BIND(B_INT("qty", qty), B_INT("id", line)));
	else if (cart_lines(ctx, cart) >= SALE_LINES_MOST)
		return err_set(e, ERR_NO, N_("A sale has at most %d lines"), SALE_LINES_MOST);
	else
		line = line_write(ctx, cart, in, &o, qty);
	ctx->answer->id = line;
	answer_say(ctx, N_("%s: %s"), in->text ? in->text : o.name,
		   money_text(ctx->arena, qty_price(qty, HAS(in, price) ? in->price : o.price)));
	if (in->part)
		short_say(ctx, in->part);
	return true;
}

COMMAND(sale_add) = {
	.name = "sale.add",
	.title = N_("Add goods to the sale"),
	.help = N_("A part at its price, or a fee in words, on the sale that is typed at this terminal."),
	.undo = UNDO_ROWS,
	.input = sale_add_input,
	.size = sizeof(struct cart_add),
	.run = sale_add_run,
};

/* ---- sale.lost: asked, not had ---- */

struct lost {
	struct input input;
	int64_t part, qty;
	const char *text;
};

static const struct field lost_input[] = {
	FIELD(lost, part, "part", N_("Part"), VT_REF, .view = "parts",
	      .help = N_("A part of the catalogue that was asked for; else say it in words.")),
	FIELD(lost, text, "text", N_("In own words"), VT_TEXT, STOP, .max = 120,
	      .help = N_("What was asked for, as the customer said it.")),
	FIELD(lost, qty, "qty", N_("Quantity"), VT_QTY, .min = 1, .max = QTY_MAX,
	      .help = N_("1 when empty.")),
	{ 0 },
};

static bool lost_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct lost *in = input;
	const char *what = in->text ? in->text : part_title(ctx, in->part);

	if (!in->part && !in->text)
		return err_field(e, "text", N_("What was asked for?"));
	ctx->answer->id = want_add(ctx, &(struct wish){ .part_id = in->part,
							.text = in->text,
							.qty = HAS(in, qty) ? in->qty : 1000,
							.customer_id = cart_customer(ctx, cart_open(ctx)),
							.source = "lost" });
	answer_say(ctx, N_("“%s” is noted as asked for and not had"), what);
	return true;
}

COMMAND(sale_lost) = {
	.name = "sale.lost",
	.title = N_("Asked, not had"),
	.help = N_("Notes what a customer asked for and the shop did not have, for the next order."),
	.undo = UNDO_ROWS,
	.input = lost_input,
	.size = sizeof(struct lost),
	.run = lost_run,
};
