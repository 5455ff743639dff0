/* cart_line.c - a line of the sale that is typed: quantity, price, discount, unit, batch, gift; taken off, or ordered
 * where it is short. */
#include "domain/cart.h"

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/sale_set.h"
#include "domain/stock_batch.h"
#include "domain/want.h"

struct cart_edit {
	struct input input;
	int64_t line, qty, price, discount;
	const char *gift, *unit, *batch;
};

#define FIELD_LINE                                                                                           \
	FIELD(cart_edit, line, "line", N_("Line"), VT_REF, REQUIRED, .view = "cart_lines",                   \
	      .help = N_("A line of the sale that is typed at this terminal, by its number."))

static const struct field line_qty_input[] = {
	FIELD_LINE,
	FIELD(cart_edit, qty, "qty", N_("Quantity"), VT_QTY, REQUIRED, .min = 1, .max = QTY_MAX,
	      .help = N_("Counted in the unit of the line.")),
	{ 0 },
};
static const struct field line_price_input[] = {
	FIELD_LINE,
	FIELD(cart_edit, price, "price", N_("Price"), VT_MONEY, REQUIRED, .min = 0, .max = MONEY_MAX,
	      .help = N_("For one unit, tax included. How far down depends on who you are.")),
	{ 0 },
};
static const struct field line_discount_input[] = {
	FIELD_LINE,
	FIELD(cart_edit, discount, "discount", N_("Discount"), VT_MONEY, REQUIRED, .min = 0, .max = MONEY_MAX,
	      .help = N_("An amount off this line, not percent; 60*5% reckons it.")),
	{ 0 },
};
static const struct field line_unit_input[] = {
	FIELD_LINE,
	FIELD(cart_edit, unit, "unit", N_("Unit"), VT_TEXT, STOP, .max = 12,
	      .help = N_("A package the part is sold by; empty is its own unit.")),
	{ 0 },
};
static const struct field line_gift_input[] = {
	FIELD_LINE,
	FIELD(cart_edit, gift, "gift", N_("Gift because"), VT_TEXT, STOP, .max = 80,
	      .help = N_("Why it is given away; empty sells it again.")),
	{ 0 },
};
static const struct field line_batch_input[] = {
	FIELD_LINE,
	FIELD(cart_edit, batch, "batch", N_("Batch"), VT_CODE, STOP, .max = 40, .help = BATCH_OUT_HELP),
	{ 0 },
};
static const struct field line_drop_input[] = { FIELD_LINE, { 0 } };

struct cart_row {
	int64_t part_id, qty, list, price, discount, cart_id, package_id;
	const char *text, *gift;
};

static bool row_read(struct ctx *ctx, int64_t id, struct cart_row *ret, struct err *e)
{
	struct cur *c = db_open(ctx->db,
				SQL("SELECT part_id, qty, list_price, price, discount, cart_id, text, gift, "
				    "package_id "
				    "FROM cart_line WHERE id = :id"),
				BIND(B_INT("id", id)));

	if (!cur_next(c))
		return err_field(e, "line", N_("This line is not there any more"));
	*ret = (struct cart_row){ .part_id = cur_int(c, 0),
				  .qty = cur_int(c, 1),
				  .list = cur_int(c, 2),
				  .price = cur_int(c, 3),
				  .discount = cur_int(c, 4),
				  .cart_id = cur_int(c, 5),
				  .text = arena_strdup(ctx->arena, cur_text(c, 6)),
				  .package_id = cur_int(c, 8),
				  .gift = cur_null(c, 7) ? NULL : arena_strdup(ctx->arena, cur_text(c, 7)) };
	cur_close(c);
	return true;
}

static void row_store(struct ctx *ctx, int64_t id, const struct cart_row *r, bool by_hand, bool approved)
{
	db_exec(ctx->db,
		SQL("UPDATE cart_line SET qty = :qty, price = :price, discount = :discount, gift = :gift, "
		    "by_hand = max(by_hand, :by_hand), approver_id = iif(:approved, :approver, approver_id), "
		    "ver = ver + 1 WHERE id = :id"),
		BIND(B_INT("qty", r->qty), B_INT("price", r->price), B_INT("discount", r->discount),
		     B_TEXT("gift", r->gift), B_INT("by_hand", by_hand), B_INT("approved", approved),
		     B_ID("approver", ctx->approver_id), B_INT("id", id)));
	ctx->answer->id = id;
	answer_say(ctx, N_("%s: %s"), r->text,
		   money_text(ctx->arena, r->gift ? 0 : qty_price(r->qty, r->price) - r->discount));
}

/* The line as it would be: may this person ask so little for it? */
static bool row_allowed(struct ctx *ctx, const struct cart_row *r, const char *field, struct err *e)
{
	int64_t amount = qty_price(r->qty, r->price);

	if (amount > MONEY_MAX)
		return err_field(
		    e, field, N_("That comes to more than can be billed. Look at quantity and price again"));
	if (r->discount > amount)
		return err_field(e, field, N_("The line comes to %s only"), money_text(ctx->arena, amount));
	return (!r->part_id && !r->package_id) ||
	       sale_price_allowed(ctx, field, qty_price(r->qty, r->list), amount - r->discount, e);
}

static bool line_qty_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct cart_edit *in = input;
	struct cart_row r;

	if (!row_read(ctx, in->line, &r, e))
		return false;
	if (r.package_id && !set_whole(in->qty, "qty", e))
		return false;
	r.qty = in->qty;
	if (qty_price(r.qty, r.price) > MONEY_MAX || r.discount > qty_price(r.qty, r.price))
		return row_allowed(ctx, &r, "qty", e);
	row_store(ctx, in->line, &r, false, false);
	return true;
}

static bool line_price_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct cart_edit *in = input;
	struct cart_row r;

	if (!row_read(ctx, in->line, &r, e))
		return false;
	r.price = in->price;
	if ((r.part_id || r.package_id) && r.price == 0)
		return err_field(e, "price", N_("%s has no price. Give one, or say why it is a gift"),
				 r.text);
	if (!row_allowed(ctx, &r, "price", e))
		return false;
	row_store(ctx, in->line, &r, true, true);
	return true;
}

static bool line_discount_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct cart_edit *in = input;
	struct cart_row r;

	if (!row_read(ctx, in->line, &r, e))
		return false;
	r.discount = in->discount;
	if (!row_allowed(ctx, &r, "discount", e))
		return false;
	row_store(ctx, in->line, &r, false, true);
	return true;
}

static bool line_gift_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct cart_edit *in = input;
	struct cart_row r;

	if (!row_read(ctx, in->line, &r, e))
		return false;
	if (!r.part_id)
		return err_field(e, "gift", N_("Only goods are given away"));
	if (in->gift && !sale_gift_allowed(ctx, "gift", e))
		return false;
	r.gift = in->gift;
	row_store(ctx, in->line, &r, false, true);
	return true;
}

static bool line_unit_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct cart_edit *in = input;
	struct sale_offer o;
	struct cart_row r;

	if (!row_read(ctx, in->line, &r, e))
		return false;
	if (!r.part_id)
		return err_field(e, "unit", N_("Only goods are sold by another unit"));
	if (!sale_offer(ctx, r.part_id, cart_customer(ctx, r.cart_id), in->unit, &o, e))
		return false;
	db_exec(ctx->db,
		SQL("UPDATE cart_line SET unit = :unit, factor = :factor, list_price = :list, price = "
		    ":price, by_hand = 0, "
		    "approver_id = NULL, discount = 0, ver = ver + 1 WHERE id = :id"),
		BIND(B_TEXT("unit", o.unit), B_INT("factor", o.factor), B_INT("list", o.list),
		     B_INT("price", o.price), B_INT("id", in->line)));
	ctx->answer->id = in->line;
	answer_say(ctx, N_("%s: %s"), r.text, money_text(ctx->arena, qty_price(r.qty, o.price)));
	return true;
}

static bool line_batch_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct cart_edit *in = input;
	struct cart_row r;
	int64_t batch;

	if (!row_read(ctx, in->line, &r, e))
		return false;
	if (!r.part_id)
		return err_field(e, "batch", N_("Only goods are kept by batch"));
	if (!batch_named(ctx, r.part_id, in->batch, "batch", &batch, e))
		return false;
	db_exec(ctx->db, SQL("UPDATE cart_line SET batch = :batch, ver = ver + 1 WHERE id = :id"),
		BIND(B_TEXT("batch", in->batch), B_INT("id", in->line)));
	ctx->answer->id = in->line;
	if (batch)
		answer_say(ctx, N_("%s: batch %s"), r.text, in->batch);
	else
		answer_say(ctx, N_("%s: what expires first"), r.text);
	return true;
}

static bool line_drop_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct cart_edit *in = input;
	struct cart_row r;

	if (!row_read(ctx, in->line, &r, e))
		return false;
	db_exec(ctx->db, SQL("DELETE FROM cart_line WHERE id = :id"), BIND(B_INT("id", in->line)));
	answer_say(ctx, N_("“%s” is off the sale"), r.text);
	return true;
}

/* What these commands share. */
#define OF_LINE(ident)                                                                                       \
	.undo = UNDO_ROWS, .input = ident##_input, .size = sizeof(struct cart_edit), .edits = "line",        \
	.edits_table = "cart_line", .run = ident##_run

COMMAND(sale_line_qty) = {
	.name = "sale.line_qty",
	.title = N_("Quantity of a line"),
	.help = N_("How many of it are sold."),
	OF_LINE(line_qty),
};

COMMAND(sale_line_price) = {
	.name = "sale.line_price",
	.title = N_("Price of a line"),
	.help = N_("A price by hand, within what the person may give."),
	OF_LINE(line_price),
};

COMMAND(sale_line_discount) = {
	.name = "sale.line_discount",
	.title = N_("Discount on a line"),
	.help = N_("An amount off one line of the sale."),
	OF_LINE(line_discount),
};

COMMAND(sale_line_unit) = {
	.name = "sale.line_unit",
	.title = N_("Unit of a line"),
	.help = N_("Sells the line by a package, at its price."),
	OF_LINE(line_unit),
};

COMMAND(sale_line_batch) = {
	.name = "sale.line_batch",
	.title = N_("Batch of a line"),
	.help = N_("Sells the line out of another batch than the one that expires first."),
	OF_LINE(line_batch),
};

COMMAND(sale_line_gift) = {
	.name = "sale.line_gift",
	.title = N_("Give a line away"),
	.help = N_("The line costs nothing; the reason stands on the paper."),
	OF_LINE(line_gift),
};

COMMAND(sale_line_drop) = {
	.name = "sale.line_drop",
	.title = N_("Take a line off the sale"),
	.help = N_("The customer does not want it after all."),
	OF_LINE(line_drop),
};

/* ---- sale.want: one key for what is short ---- */

static bool line_want_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct cart_edit *in = input;
	int64_t there, short_of;
	struct cart_row r;

	if (!row_read(ctx, in->line, &r, e))
		return false;
	if (!r.part_id)
		return err_field(e, "line", N_("“%s” is no part: nothing can be ordered"), r.text);
	there = db_int(ctx->db, SQL("SELECT sum(qty) FROM stock WHERE part_id = :id"),
		       BIND(B_INT("id", r.part_id)), 0);
	short_of = db_int(ctx->db, SQL("SELECT muldiv(qty, factor, 1000) FROM cart_line WHERE id = :id"),
			  BIND(B_INT("id", in->line)), 0) -
		   there;
	if (short_of <= 0)
		return err_field(e, "line", N_("%s is there: %s on hand"), r.text,
				 qty_text(ctx->arena, there));
	ctx->answer->id = want_add(ctx, &(struct wish){ .part_id = r.part_id,
							.qty = short_of,
							.customer_id = cart_customer(ctx, r.cart_id),
							.source = "sale" });
	answer_say(ctx, N_("%s: %s are on the purchase plan"), r.text, qty_text(ctx->arena, short_of));
	return true;
}

#define line_want_input line_drop_input
COMMAND(sale_line_want) = {
	.name = "sale.line_want",
	.title = N_("Order what is short"),
	.help = N_("What is missing of a line goes on the purchase plan."),
	OF_LINE(line_want),
};
