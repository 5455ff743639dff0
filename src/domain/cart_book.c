/* cart_book.c - whose sale it is; put aside, taken up at any terminal, dropped, and booked. */
#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/cart.h"
#include "domain/sale_set.h"
#include "domain/surcharge.h"

/* ---- sale.head ---- */

struct cart_head {
	struct input input;
	int64_t customer, salesperson, type, carrier, collect, warehouse;
};

static const struct field sale_head_input[] = {
	FIELD(cart_head, customer, "customer", N_("Customer"), VT_REF, STOP, .view = "customers",
	      .help = N_("Empty is a walk-in customer, who pays at once.")),
	FIELD(cart_head, salesperson, "salesperson", N_("Salesperson"), VT_REF, .view = "staff",
	      .help = N_("Whose sale it counts as; empty is yourself.")),
	FIELD(cart_head, type, "business_type", N_("Business type"), VT_REF, .view = "sale_types",
	      .help = N_("Normal, gifts (all of it is free) or an activity.")),
	FIELD(cart_head, carrier, "carrier", N_("Carrier"), VT_REF, .view = "parties",
	      .help = N_("Who brings the goods, where they are sent.")),
	FIELD(cart_head, collect, "collect", N_("Carrier collects"), VT_BOOL, .max = 1,
	      .help = N_("Yes: the carrier takes the money on delivery and owes it to the shop.")),
	FIELD(cart_head, warehouse, "warehouse", N_("Warehouse"), VT_REF, .view = "warehouses",
	      .help = N_("The main store where none is named.")),
	{ 0 },
};

struct repriced {
	int64_t id, part_id, package_id;
	const char *unit, *model;
};

static bool offered(struct ctx *ctx, const struct repriced *line, int64_t customer_id, struct sale_offer *ret,
		    struct err *e)
{
	struct set_offer set;

	if (line->part_id)
		return sale_offer(ctx, line->part_id, customer_id, line->unit, ret, e);
	if (!set_offer(ctx, line->package_id, line->model, customer_id, &set, "customer", e))
		return false;
	*ret = (struct sale_offer){ .list = set.price, .price = set.price };
	return true;
}

/* Another customer has other prices; those by hand stay. */
static bool lines_reprice(struct ctx *ctx, int64_t cart_id, int64_t customer_id, struct err *e)
{
	struct repriced *line = ARENA_ARRAY(ctx->arena, struct repriced, SALE_LINES_MOST);
	struct cur *c = db_open(ctx->db,
				SQL("SELECT id, part_id, unit, package_id, model FROM cart_line "
				    "WHERE cart_id = :cart AND coalesce(part_id, package_id) IS NOT NULL"),
				BIND(B_INT("cart", cart_id)));
	size_t n = 0;

	while (cur_next(c)) {
		line[n++] = (struct repriced){
			.id = cur_int(c, 0),
			.part_id = cur_int(c, 1),
			.unit = arena_strdup(ctx->arena, cur_text(c, 2)),
			.package_id = cur_int(c, 3),
			.model = cur_null(c, 4) ? NULL : arena_strdup(ctx->arena, cur_text(c, 4)),
		};
		if (n == SALE_LINES_MOST) {
			cur_close(c);
			break;
		}
	}
	for (size_t i = 0; i < n; i++) {
		struct sale_offer o;

		if (!offered(ctx, &line[i], customer_id, &o, e))
			return false;
		db_exec(ctx->db,
			SQL("UPDATE cart_line SET list_price = :list, price = iif(by_hand, price, :price), "
			    "ver = ver + 1 WHERE id = :id AND (list_price <> :list OR price <> :price)"),
			BIND(B_INT("list", o.list), B_INT("price", o.price), B_INT("id", line[i].id)));
	}
	return true;
}

static bool sale_head_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct cart_head *in = input;
	int64_t cart = cart_need(ctx);

	db_exec(
	    ctx->db,
	    SQL("UPDATE cart SET customer_id = :customer, salesperson_id = :salesperson, type_id = :type, "
		"carrier_id = :carrier, collect = :collect, warehouse_id = :warehouse, remark = :remark, "
		"ver = ver + 1 WHERE id = :id"),
	    BIND(B_ID("customer", in->customer), B_ID("salesperson", in->salesperson), B_ID("type", in->type),
		 B_ID("carrier", in->carrier), B_INT("collect", in->collect),
		 B_ID("warehouse", in->warehouse), B_TEXT("remark", ctx->remark), B_INT("id", cart)));
	ctx->answer->id = cart;
	answer_say(ctx, N_("The head of the sale is changed"));
	return lines_reprice(ctx, cart, in->customer, e);
}

COMMAND(sale_head) = {
	.name = "sale.head",
	.title = N_("Customer and head of the sale"),
	.help = N_("Who buys, whose sale it is, how it is sent. Lines take the customer's prices."),
	.undo = UNDO_ROWS,
	.input = sale_head_input,
	.size = sizeof(struct cart_head),
	.run = sale_head_run,
};

/* ---- hold and recall ---- */

struct cart_which {
	struct input input;
	int64_t cart;
	const char *label;
};

static const struct field hold_input[] = {
	FIELD(cart_which, label, "label", N_("Note"), VT_TEXT, .max = 40,
	      .help = N_("What it is found by again; empty is the customer or the first line.")),
	{ 0 },
};

static const struct field which_input[] = {
	FIELD(cart_which, cart, "cart", N_("Held sale"), VT_REF, REQUIRED, .view = "held_sales",
	      .help = N_("A sale that was put aside, at any terminal.")),
	{ 0 },
};

static const struct field drop_input[] = {
	FIELD(cart_which, cart, "cart", N_("Held sale"), VT_REF, .view = "held_sales",
	      .help = N_("A sale that was put aside; empty is the one on the screen.")),
	{ 0 },
};

static bool hold_may(struct ctx *ctx, const void *input, struct err *e)
{
	(void)input;
	return db_exists(ctx->db, SQL("SELECT 1 FROM cart_line WHERE cart_id = :cart LIMIT 1"),
			 BIND(B_INT("cart", cart_open(ctx)))) ||
	       err_set(e, ERR_NO, N_("There is nothing on this sale yet"));
}

static void cart_hold(struct ctx *ctx, int64_t id, const char *label)
{
	db_exec(
	    ctx->db,
	    SQL("UPDATE cart SET state = 'held', at = :at, label = coalesce(:label, label), ver = ver + 1 "
		"WHERE id = :id"),
	    BIND(B_INT("at", ctx->now), B_TEXT("label", label), B_INT("id", id)));
}

static bool hold_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct cart_which *in = input;

	(void)e;
	cart_hold(ctx, cart_open(ctx), in->label);
	answer_say(ctx, N_("The sale is put aside; F6 on an empty one brings it back"));
	return true;
}

COMMAND(sale_hold) = {
	.name = "sale.hold",
	.title = N_("Put the sale aside"),
	.help = N_("Frees the screen for the next customer; any terminal may take it up again."),
	.undo = UNDO_NONE,
	.input = hold_input,
	.size = sizeof(struct cart_which),
	.may = hold_may,
	.run = hold_run,
};

/* What is on the screen is put aside, or goes where it is empty. */
static void screen_free(struct ctx *ctx)
{
	int64_t mine = cart_open(ctx);

	if (!mine)
		return;
	if (db_exists(ctx->db, SQL("SELECT 1 FROM cart_line WHERE cart_id = :cart LIMIT 1"),
		      BIND(B_INT("cart", mine))))
		cart_hold(ctx, mine, NULL);
	else
		cart_gone(ctx, mine);
}

static bool recall_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct cart_which *in = input;

	if (in->cart == cart_open(ctx))
		return err_field(e, "cart", N_("This sale is on the screen already"));
	screen_free(ctx);
	db_exec(ctx->db,
		SQL("UPDATE cart SET state = 'open', user_id = :user, terminal = :terminal, at = :at, "
		    "ver = ver + 1 WHERE id = :id"),
		BIND(B_INT("user", ctx->user_id), B_TEXT("terminal", ctx->terminal), B_INT("at", ctx->now),
		     B_INT("id", in->cart)));
	ctx->answer->id = in->cart;
	answer_say(ctx, N_("The sale is back on the screen"));
	return true;
}

COMMAND(sale_recall) = {
	.name = "sale.recall",
	.title = N_("Take a sale up again"),
	.help = N_("Brings a sale that was put aside to this terminal, from whichever it was typed at."),
	.undo = UNDO_NONE,
	.input = which_input,
	.size = sizeof(struct cart_which),
	.run = recall_run,
};

static bool drop_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct cart_which *in = input;

	return HAS(in, cart) || cart_open(ctx) || err_set(e, ERR_NO, N_("There is nothing on this sale yet"));
}

static bool drop_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct cart_which *in = input;

	(void)e;
	cart_gone(ctx, in->cart ? in->cart : cart_open(ctx));
	answer_say(ctx, N_("The sale is dropped; nothing was booked"));
	return true;
}

COMMAND(sale_drop) = {
	.name = "sale.drop",
	.title = N_("Drop the sale"),
	.help = N_("The customer does not buy after all: what was typed goes."),
	.undo = UNDO_ROWS,
	.input = drop_input,
	.size = sizeof(struct cart_which),
	.may = drop_may,
	.run = drop_run,
};

/* ---- sale.book ---- */

static void head_into(struct ctx *ctx, int64_t cart_id, struct sale *ret)
{
	struct cur *c = db_open(ctx->db,
				SQL("SELECT customer_id, salesperson_id, type_id, carrier_id, collect, "
				    "warehouse_id FROM cart WHERE id = :id"),
				BIND(B_INT("id", cart_id)));

	if (!cur_next(c))
		return;
	ret->customer = cur_int(c, 0);
	ret->salesperson = cur_int(c, 1);
	ret->type = cur_int(c, 2);
	ret->carrier = cur_int(c, 3);
	ret->collect = cur_int(c, 4);
	ret->warehouse = cur_int(c, 5);
	cur_close(c);
}

static char *text_of(struct ctx *ctx, struct cur *c, int col)
{
	return cur_null(c, col) ? NULL : arena_strdup(ctx->arena, cur_text(c, col));
}

bool cart_read(struct ctx *ctx, struct sale *ret, struct err *e)
{
	struct sale_line *line = ARENA_ARRAY(ctx->arena, struct sale_line, SALE_LINES_MOST);
	int64_t cart = cart_open(ctx);
	struct cur *c =
	    db_open(ctx->db,
		    SQL("SELECT part_id, qty, price, discount, unit, gift, "
			"iif(package_id IS NULL, text, NULL), approver_id, batch, package_id, model "
			"FROM cart_line WHERE cart_id = :cart ORDER BY pos, id LIMIT 200"),
		    BIND(B_INT("cart", cart)));
	size_t n = 0;

	while (cur_next(c))
		line[n++] = (struct sale_line){ .input = ALL_GIVEN,
						.part = cur_int(c, 0),
						.qty = cur_int(c, 1),
						.price = cur_int(c, 2),
						.discount = cur_int(c, 3),
						.unit = text_of(ctx, c, 4),
						.gift = text_of(ctx, c, 5),
						.text = text_of(ctx, c, 6),
						.approved = cur_int(c, 7),
						.batch = text_of(ctx, c, 8),
						.package = cur_int(c, 9),
						.model = text_of(ctx, c, 10) };
	head_into(ctx, cart, ret);
	ret->lines = (struct lines){ n, line };
	return n > 0 || err_set(e, ERR_NO, N_("There is nothing on this sale yet"));
}

const char *cart_remark(struct ctx *ctx)
{
	return db_text(ctx->db, ctx->arena, SQL("SELECT remark FROM cart WHERE id = :id"),
		       BIND(B_INT("id", cart_open(ctx))));
}

struct book {
	struct input input;
	int64_t discount, round, cores_here;
	const char *invoice;
	struct lines pay;
};

static const struct field book_input[] = {
	FIELD(book, discount, "discount", N_("Discount on all"), VT_MONEY, .min = 0, .max = MONEY_MAX,
	      .help = N_("An amount, spread over the lines in proportion.")),
	FIELD(book, round, "round", N_("Round down"), VT_BOOL, .max = 1,
	      .help = N_("To the multiple that the shop's settings name.")),
	SURCHARGE_FIELD(book),
	FIELD(book, cores_here, "cores_here", N_("Old cores are here"), VT_BOOL, .max = 1,
	      .help = N_("Yes: the old parts were handed in, so no deposit is charged for them.")),
	LINES(book, pay, "pay", N_("Payment"), pay_line_input, pay_line, PAY_LINES_MOST,
	      .help = N_("What stays open needs a customer with terms.")),
	{ 0 },
};

static bool book_sale(struct ctx *ctx, const struct book *in, struct sale *ret, struct err *e)
{
	*ret = (struct sale){ .discount = in->discount,
			      .round = in->round,
			      .invoice = in->invoice,
			      .cores_here = in->cores_here,
			      .pay = in->pay };
	return cart_read(ctx, ret, e);
}

static bool book_may(struct ctx *ctx, const void *input, struct err *e)
{
	struct sale sale;

	return book_sale(ctx, input, &sale, e);
}

static bool book_run(struct ctx *ctx, const void *input, struct err *e)
{
	struct selling *s = ARENA_NEW(ctx->arena, struct selling);
	struct ctx with = *ctx;
	struct sale sale;
	int64_t cart = cart_open(ctx);

	if (!book_sale(ctx, input, &sale, e))
		return false;
	with.remark = ctx->remark ? ctx->remark : cart_remark(ctx);
	*s = (struct selling){ .ctx = &with, .e = e, .in = &sale };
	if (!sale_do(s))
		return false;
	cart_gone(ctx, cart);
	return true;
}

/* What is to be paid at once, in cash. */
static void book_fill(struct ctx *ctx, struct args *args)
{
	struct err e = { .lang = ctx->lang };
	struct ctx with = *ctx;
	struct selling s = { .ctx = &with, .e = &e };
	struct sale sale;
	struct args *line;
	int64_t open;
	void *in;

	if (args_lines(args, "pay") || !input_read(ctx, command_find("sale.book"), args, true, &in, &e) ||
	    !book_sale(ctx, in, &sale, &e))
		return;
	with.remark = cart_remark(ctx);
	s.in = &sale;
	if (!sale_prepare(&s) || (open = sale_at_once(&s)) <= 0)
		return;
	line = args_add_line(args, "pay");
	args_set(line, "method", "cash");
	args_set(line, "amount", money_plain(ctx->arena, open));
}

COMMAND(sale_book) = {
	.name = "sale.book",
	.title = N_("Payment"),
	.help = N_("Books the sale that is typed at this terminal, with its money."),
	.undo = UNDO_REVERSE,
	.input = book_input,
	.size = sizeof(struct book),
	.prints = "sale",
	.fill = book_fill,
	.may = book_may,
	.run = book_run,
};
