/* purchase_order_make.c - orders to suppliers: written, and filled from the plan. */
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/document.h"
#include "domain/part.h"
#include "domain/part_price.h"
#include "domain/party.h"
#include "domain/purchase.h"

struct order_line {
	struct input input;
	int64_t part, qty, cost;
};

struct order_make {
	struct input input;
	int64_t supplier, promised, order, part, qty, cost, want;
	const char *note;
	struct lines lines;
};

#define HELP_ORDER_COST N_("For one unit, as agreed; else what this supplier took the last time.")
#define HELP_PROMISED   N_("The day on which the supplier says it comes. From the day after the order is late.")

static const struct field order_line_input[] = {
	FIELD(order_line, part, "part", N_("Part"), VT_REF, REQUIRED, .view = "parts",
	      .help = N_("By its code, barcode, maker's number or name.")),
	FIELD(order_line, qty, "qty", N_("Quantity"), VT_QTY, REQUIRED, .min = 1, .max = QTY_MAX,
	      .help = N_("How much is ordered, in the part's unit.")),
	FIELD(order_line, cost, "cost", N_("Cost"), VT_MONEY, STOP, .max = MONEY_MAX,
	      .help = HELP_ORDER_COST),
	{ 0 },
};

static const struct field purchase_order_input[] = {
	FIELD(order_make, supplier, "supplier", N_("Supplier"), VT_REF, REQUIRED, .view = "suppliers",
	      .help = N_("Who is asked to send the goods.")),
	FIELD(order_make, promised, "promised", N_("Comes on"), VT_DATE, .lean = DATE_FUTURE,
	      .help = HELP_PROMISED),
	FIELD(order_make, note, "note", N_("Note"), VT_TEXT, .max = 120,
	      .help = N_("Stands on the order: how it is sent, what to look at.")),
	LINES(order_make, lines, "lines", N_("Parts"), order_line_input, order_line, RECEIPT_LINES_MOST,
	      .help = N_("One row for each part: which, and how many.")),
	{ 0 },
};

static const struct field order_line_add_input[] = {
	FIELD(order_make, order, "order", N_("Order"), VT_REF, REQUIRED, .view = "purchase_orders",
	      .help = N_("The order that the line comes to.")),
	FIELD(order_make, part, "part", N_("Part"), VT_REF, REQUIRED, .view = "parts",
	      .help = N_("By its code, barcode, maker's number or name.")),
	FIELD(order_make, qty, "qty", N_("Quantity"), VT_QTY, REQUIRED, .min = 1, .max = QTY_MAX,
	      .help = N_("How much is ordered, in the part's unit.")),
	FIELD(order_make, cost, "cost", N_("Cost"), VT_MONEY, .max = MONEY_MAX, .help = HELP_ORDER_COST),
	{ 0 },
};

static const struct field order_want_input[] = {
	FIELD(order_make, want, "want", N_("Wanted"), VT_REF, REQUIRED, .view = "wants",
	      .help = N_("A line of the purchase plan.")),
	FIELD(order_make, supplier, "supplier", N_("Supplier"), VT_REF, .view = "suppliers",
	      .help = N_("Else the one of the plan, else the one who sent the part last.")),
	FIELD(order_make, part, "part", N_("Part"), VT_REF, .view = "parts",
	      .help = N_("Which part it is, where the workshop asked in words.")),
	FIELD(order_make, qty, "qty", N_("Quantity"), VT_QTY, .min = 1, .max = QTY_MAX,
	      .help = N_("Else what is wanted.")),
	FIELD(order_make, cost, "cost", N_("Cost"), VT_MONEY, .max = MONEY_MAX, .help = HELP_ORDER_COST),
	{ 0 },
};

/* ---- lines ---- */

/* What one unit cost the last time: from this supplier, else from anybody. */
static int64_t last_cost(struct ctx *ctx, int64_t supplier_id, int64_t part_id)
{
	return db_int(
	    ctx->db,
	    SQL("SELECT coalesce((SELECT l.cost FROM purchase_line l JOIN purchase p ON p.id = l.document_id "
		"WHERE l.part_id = :part AND p.supplier_id = :supplier AND l.cost > 0 ORDER BY l.id DESC "
		"LIMIT 1), (SELECT last_cost FROM part WHERE id = :part), 0)"),
	    BIND(B_INT("part", part_id), B_INT("supplier", supplier_id)), 0);
}

static bool order_line_add(struct ctx *ctx, int64_t order_id, const struct order_line *l, int64_t want_id,
			   struct err *e)
{
	if (qty_price(l->qty, l->cost) > MONEY_MAX)
		return err_field(e, "cost",
				 N_("Quantity and cost make more than can be booked. Look at them again"));
	if (!part_orderable(ctx, l->part, e))
		return false;
	db_exec(ctx->db,
		SQL("INSERT INTO purchase_order_line (order_id, pos, part_id, qty, cost, want_id) "
		    "SELECT :order, coalesce(max(pos), 0) + 1, :part, :qty, :cost, :want "
		    "FROM purchase_order_line WHERE order_id = :order"),
		BIND(B_INT("order", order_id), B_INT("part", l->part), B_INT("qty", l->qty),
		     B_INT("cost", l->cost), B_ID("want", want_id)));
	return true;
}

static bool order_lines_add(struct ctx *ctx, int64_t order_id, int64_t supplier_id, const struct lines *lines,
			    struct err *e)
{
	for (size_t i = 0; i < lines->n; i++) {
		struct order_line l = *LINE_AT(*lines, struct order_line, i);

		if (!HAS(&l, cost))
			l.cost = last_cost(ctx, supplier_id, l.part);
		if (!order_line_add(ctx, order_id, &l, 0, e)) {
			e->line = (int)i + 1;
			return false;
		}
	}
	return true;
}

/* ---- purchase.order ---- */

static int64_t order_new(struct ctx *ctx, int64_t supplier_id, const struct bind *promised, const char *note)
{
	int64_t id =
	    document_post(ctx, &(struct document){ .kind = DOC_PURCHASE_ORDER, .party_id = supplier_id });

	db_exec(ctx->db,
		SQL("INSERT INTO purchase_order (id, supplier_id, state, ordered_on, promised_on, note) "
		    "VALUES (:id, :supplier, 'open', :today, :promised, :note)"),
		BIND(B_INT("id", id), B_INT("supplier", supplier_id), B_INT("today", ctx->today), *promised,
		     B_TEXT("note", note)));
	return id;
}

static bool promise_ahead(struct ctx *ctx, const struct order_make *in, struct err *e)
{
	return !HAS(in, promised) || in->promised >= ctx->today ||
	       err_field(e, "promised", N_("A promise lies ahead, not on %s"),
			 date_text(ctx->arena, in->promised));
}

static bool purchase_order_may(struct ctx *ctx, const void *input, struct err *e)
{
	return promise_ahead(ctx, input, e);
}

static bool purchase_order_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct order_make *in = input;
	struct bind promised = B_NULL("promised");
	int64_t id;

	if (HAS(in, promised))
		promised = (struct bind)B_INT("promised", in->promised);
	id = order_new(ctx, in->supplier, &promised, in->note);
	if (!order_lines_add(ctx, id, in->supplier, &in->lines, e))
		return false;
	answer_say(ctx, N_("Order %s to %s is written"), ctx->answer->number, party_name(ctx, in->supplier));
	return true;
}

COMMAND(purchase_order) = {
	.name = "purchase.order",
	.title = N_("Write an order"),
	.help = N_("An order to a supplier. It can be changed until everything has come."),
	.undo = UNDO_NONE,
	.input = purchase_order_input,
	.size = sizeof(struct order_make),
	.may = purchase_order_may,
	.run = purchase_order_run,
};

/* ---- purchase.order_line ---- */

static bool order_line_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct order_make *in = input;
	struct order o;

	return !HAS(in, order) || order_live(ctx, in->order, &o, e);
}

static bool order_line_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct order_make *in = input;
	struct order_line l = { .part = in->part, .qty = in->qty, .cost = in->cost };
	struct order o;

	if (!order_read(ctx, in->order, &o))
		return false;
	if (!HAS(in, cost))
		l.cost = last_cost(ctx, o.supplier_id, in->part);
	if (!order_line_add(ctx, in->order, &l, 0, e))
		return false;
	order_state(ctx, in->order);
	ctx->answer->id = in->order;
	snprintf(ctx->answer->number, sizeof ctx->answer->number, "%s", o.number);
	answer_say(ctx, N_("On %s: %s"), o.number, part_title(ctx, in->part));
	return true;
}

COMMAND(purchase_order_line) = {
	.name = "purchase.order_line",
	.title = N_("Add a line to an order"),
	.help = N_("One more part on an order that is awaited."),
	.undo = UNDO_ROWS,
	.input = order_line_add_input,
	.size = sizeof(struct order_make),
	.may = order_line_may,
	.run = order_line_run,
};

/* ---- purchase.order_want: from the plan ---- */

struct wanted {
	int64_t part_id, qty, supplier_id;
	const char *state, *text;
};

static bool wanted_read(struct ctx *ctx, int64_t id, struct wanted *ret)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT w.part_id, w.qty, coalesce(w.supplier_id, (SELECT p.supplier_id FROM purchase_line l "
		"JOIN purchase p ON p.id = l.document_id WHERE l.part_id = w.part_id ORDER BY l.id DESC "
		"LIMIT 1)), w.state, w.text FROM want w WHERE w.id = :id"),
	    BIND(B_INT("id", id)));

	if (!cur_next(c))
		return false;
	*ret = (struct wanted){ .part_id = cur_int(c, 0),
				.qty = cur_int(c, 1),
				.supplier_id = cur_int(c, 2),
				.state = arena_strdup(ctx->arena, cur_text(c, 3)),
				.text = arena_strdup(ctx->arena, cur_text(c, 4)) };
	cur_close(c);
	return true;
}

static bool order_want_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct order_make *in = input;
	struct wanted w;

	if (!HAS(in, want))
		return true;
	if (!wanted_read(ctx, in->want, &w))
		return err_field(e, "want", N_("This line of the plan is not there"));
	if (strcmp(w.state, "open") != 0)
		return err_field(e, "want", N_("“%s” is ordered already or dropped"), w.text);
	return true;
}

/* What the plan does not know is asked for; it is missed only when it is not given. */
static bool order_want_whole(const struct order_make *in, const struct wanted *w, struct err *e)
{
	if (!w->part_id && !in->part)
		return err_field(e, "part",
				 N_("Which part is “%s”? Choose it, or write it down as a new one"), w->text);
	return w->supplier_id || in->supplier ||
	       err_field(e, "supplier", N_("Nobody has sent “%s” yet. From whom is it ordered?"), w->text);
}

/* The order to that supplier that was not sent yet, else a new one. */
static int64_t order_for(struct ctx *ctx, int64_t supplier_id)
{
	int64_t id =
	    db_int(ctx->db,
		   SQL("SELECT max(id) FROM purchase_order WHERE supplier_id = :supplier AND state = 'open'"),
		   BIND(B_INT("supplier", supplier_id)), 0);
	struct bind none = B_NULL("promised");

	return id ? id : order_new(ctx, supplier_id, &none, NULL);
}

static bool order_want_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct order_make *in = input;
	struct order_line l = { .part = in->part, .qty = in->qty, .cost = in->cost };
	struct wanted w;
	struct order o;
	int64_t supplier, order;

	if (!wanted_read(ctx, in->want, &w) || !order_want_whole(in, &w, e))
		return false;
	supplier = in->supplier ? in->supplier : w.supplier_id;
	l.part = in->part ? in->part : w.part_id;
	l.qty = HAS(in, qty) ? in->qty : w.qty;
	if (!HAS(in, cost))
		l.cost = last_cost(ctx, supplier, l.part);
	order = order_for(ctx, supplier);
	if (!order_line_add(ctx, order, &l, in->want, e) || !order_read(ctx, order, &o))
		return false;
	db_exec(
	    ctx->db,
	    SQL("UPDATE want SET state = 'ordered', part_id = :part, supplier_id = :supplier, ver = ver + 1 "
		"WHERE id = :id"),
	    BIND(B_INT("part", l.part), B_INT("supplier", supplier), B_INT("id", in->want)));
	ctx->answer->id = order;
	snprintf(ctx->answer->number, sizeof ctx->answer->number, "%s", o.number);
	answer_say(ctx, N_("On %s: %s"), o.number, part_title(ctx, l.part));
	return true;
}

/* What would be ordered, and from whom. */
static void order_want_fill(struct ctx *ctx, struct args *args)
{
	const char *want = args_get(args, "want"), *given = args_get(args, "supplier");
	struct wanted w;
	int64_t id, supplier, cost;

	if (!want || *want != '#' || !int_parse(want + 1, "want", 1, INT64_MAX, &id, &(struct err){ 0 }) ||
	    !wanted_read(ctx, id, &w))
		return;
	supplier = w.supplier_id;
	if (given && *given == '#')
		int_parse(given + 1, "supplier", 1, INT64_MAX, &supplier, &(struct err){ 0 });
	if (!given && supplier)
		args_set_id(args, "supplier", supplier);
	if (!args_get(args, "part") && w.part_id)
		args_set_id(args, "part", w.part_id);
	if (!args_get(args, "qty"))
		args_set(args, "qty", qty_text(ctx->arena, w.qty));
	cost = w.part_id ? last_cost(ctx, supplier, w.part_id) : 0;
	if (!args_get(args, "cost") && cost)
		args_set(args, "cost", money_plain(ctx->arena, cost));
}

COMMAND(purchase_order_want) = {
	.name = "purchase.order_want",
	.title = N_("Order from the plan"),
	.help = N_(
	    "A line of the purchase plan goes onto the supplier's next order; one is begun where none is "
	    "open."),
	.undo = UNDO_NONE,
	.input = order_want_input,
	.size = sizeof(struct order_make),
	.fill = order_want_fill,
	.may = order_want_may,
	.run = order_want_run,
};
