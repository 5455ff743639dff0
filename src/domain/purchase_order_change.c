/* purchase_order_change.c - an order changes, is sent, promised, closed short or cancelled. */
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/document.h"
#include "domain/part.h"
#include "domain/purchase.h"

struct order_change {
	struct input input;
	int64_t order, line, qty, cost, promised;
	const char *reason;
};

#define FIELD_ORDER                                                                                          \
	FIELD(order_change, order, "order", N_("Order"), VT_REF, REQUIRED, .view = "purchase_orders",        \
	      .help = N_("An order that is awaited."))
#define FIELD_LINE                                                                                           \
	FIELD(order_change, line, "line", N_("Line"), VT_REF, REQUIRED, .view = "order_lines",               \
	      .help = N_("A line of the order, by its place."))
#define FIELD_REASON                                                                                         \
	FIELD(order_change, reason, "reason", N_("Reason"), VT_TEXT, REQUIRED, .max = 200,                   \
	      .help = N_("Why it does not come; the supplier's comparison counts it."))
#define FIELD_PROMISED(how)                                                                                  \
	FIELD(order_change, promised, "promised", N_("Comes on"), VT_DATE, how, .lean = DATE_FUTURE,         \
	      .help =                                                                                        \
		  N_("The day on which the supplier says it comes. From the day after the order is late."))

static const struct field order_qty_input[] = {
	FIELD_ORDER,
	FIELD_LINE,
	FIELD(order_change, qty, "qty", N_("Quantity"), VT_QTY, REQUIRED, .min = 1, .max = QTY_MAX,
	      .help = N_("All in all, with what has come already.")),
	{ 0 },
};

static const struct field order_price_input[] = {
	FIELD_ORDER,
	FIELD_LINE,
	FIELD(order_change, cost, "cost", N_("Cost"), VT_MONEY, REQUIRED, .max = MONEY_MAX,
	      .help = N_("For one unit, as agreed now.")),
	{ 0 },
};

static const struct field order_drop_input[] = {
	FIELD_ORDER,
	FIELD_LINE,
	{ 0 },
};

static const struct field order_send_input[] = {
	FIELD_ORDER,
	FIELD_PROMISED(STOP),
	{ 0 },
};

static const struct field order_promise_input[] = {
	FIELD_ORDER,
	FIELD_PROMISED(REQUIRED),
	{ 0 },
};

static const struct field order_end_input[] = {
	FIELD_ORDER,
	FIELD_REASON,
	{ 0 },
};

/* ---- guards ---- */

static bool line_of(struct ctx *ctx, const struct order_change *in, int64_t *ret_received, struct err *e)
{
	*ret_received = db_int(ctx->db,
			       SQL("SELECT received_qty FROM purchase_order_line WHERE id = :line "
				   "AND order_id = :order AND dropped = 0"),
			       BIND(B_INT("line", in->line), B_INT("order", in->order)), -1);
	return *ret_received >= 0 || err_field(e, "line", N_("This line is not on the order"));
}

static bool order_change_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct order_change *in = input;
	struct order o;
	int64_t received;

	if (!HAS(in, order))
		return true;
	if (!order_live(ctx, in->order, &o, e))
		return false;
	if (HAS(in, promised) && in->promised < ctx->today)
		return err_field(e, "promised", N_("A promise lies ahead, not on %s"),
				 date_text(ctx->arena, in->promised));
	if (!HAS(in, line))
		return true;
	return line_of(ctx, in, &received, e) &&
	       (!HAS(in, qty) || in->qty >= received ||
		err_field(e, "qty", N_("%s has come already"), qty_text(ctx->arena, received)));
}

static bool order_drop_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct order_change *in = input;
	int64_t received;

	if (!order_change_may(ctx, input, e))
		return false;
	if (!HAS(in, order) || !HAS(in, line) || !line_of(ctx, in, &received, e))
		return !e->code;
	return received == 0 ||
	       err_field(e, "line", N_("%s of it has come. Lower the quantity to that instead"),
			 qty_text(ctx->arena, received));
}

static bool order_send_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct order_change *in = input;
	struct order o;

	if (!HAS(in, order))
		return true;
	if (!order_change_may(ctx, input, e) || !order_read(ctx, in->order, &o))
		return false;
	if (strcmp(o.state, "open") != 0)
		return err_field(e, "order", N_("%s is sent already. Another day is noted as its promise"),
				 o.number);
	return db_exists(ctx->db,
			 SQL("SELECT 1 FROM purchase_order_line WHERE order_id = :order AND dropped = 0"),
			 BIND(B_INT("order", in->order))) ||
	       err_field(e, "order", N_("Nothing is on %s yet"), o.number);
}

/* The order is awaited, and goods of it have come or have not, as `came` says. */
static bool order_came(struct ctx *ctx, const struct order_change *in, bool came, struct err *e)
{
	struct order o;

	if (!HAS(in, order))
		return true;
	if (!order_live(ctx, in->order, &o, e))
		return false;
	return came == db_exists(ctx->db,
				 SQL("SELECT 1 FROM purchase_order_line WHERE order_id = :order AND "
				     "received_qty > 0"),
				 BIND(B_INT("order", in->order))) ||
	       err_field(e, "order",
			 came ? N_("Nothing of %s has come. Cancel it instead")
			      : N_("Something of %s has come. Close it short instead"),
			 o.number);
}

static bool order_cancel_may(struct ctx *ctx, const void *input, struct err *e)
{
	return order_came(ctx, input, false, e);
}

static bool order_close_may(struct ctx *ctx, const void *input, struct err *e)
{
	return order_came(ctx, input, true, e);
}

/* ---- changing ---- */

/* The answer names the order; returns its number. */
static const char *order_answer(struct ctx *ctx, int64_t id)
{
	struct order o = { .number = "" };

	order_read(ctx, id, &o);
	ctx->answer->id = id;
	snprintf(ctx->answer->number, sizeof ctx->answer->number, "%s", o.number);
	return ctx->answer->number;
}

static bool order_change_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct order_change *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("UPDATE purchase_order_line SET qty = iif(:has_qty, :qty, qty), cost = iif(:has_cost, "
		    ":cost, cost), "
		    "ver = ver + 1 WHERE id = :line"),
		BIND(B_INT("has_qty", HAS(in, qty)), B_INT("qty", in->qty), B_INT("has_cost", HAS(in, cost)),
		     B_INT("cost", in->cost), B_INT("line", in->line)));
	order_state(ctx, in->order);
	answer_say(ctx, N_("Changed on %s"), order_answer(ctx, in->order));
	return true;
}

/* What is not there goes back to the plan. */
static void wants_back(struct ctx *ctx, int64_t order_id, int64_t line_id)
{
	db_exec(ctx->db,
		SQL("UPDATE want SET state = 'open', ver = ver + 1 WHERE state = 'ordered' AND id IN (SELECT "
		    "want_id "
		    "FROM purchase_order_line WHERE order_id = :order AND (:line IS NULL OR id = :line))"),
		BIND(B_INT("order", order_id), B_ID("line", line_id)));
}

static bool order_drop_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct order_change *in = input;

	(void)e;
	wants_back(ctx, in->order, in->line);
	db_exec(ctx->db, SQL("UPDATE purchase_order_line SET dropped = 1, ver = ver + 1 WHERE id = :line"),
		BIND(B_INT("line", in->line)));
	order_state(ctx, in->order);
	answer_say(ctx, N_("Taken off %s"), order_answer(ctx, in->order));
	return true;
}

static bool order_send_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct order_change *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("UPDATE purchase_order SET state = 'sent', sent_on = :today, promised_on = iif(:has, "
		    ":promised, "
		    "promised_on), ver = ver + 1 WHERE id = :order"),
		BIND(B_INT("today", ctx->today), B_INT("has", HAS(in, promised)),
		     B_INT("promised", in->promised), B_INT("order", in->order)));
	document_print(ctx, in->order, "purchase_order");
	answer_say(ctx, N_("%s is sent"), order_answer(ctx, in->order));
	return true;
}

static bool order_promise_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct order_change *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("UPDATE purchase_order SET promised_on = :promised, ver = ver + 1 WHERE id = :order"),
		BIND(B_INT("promised", in->promised), B_INT("order", in->order)));
	answer_say(ctx, N_("%s comes on %s"), order_answer(ctx, in->order),
		   date_text(ctx->arena, in->promised));
	return true;
}

static void order_end(struct ctx *ctx, const struct order_change *in, const char *state)
{
	wants_back(ctx, in->order, 0);
	db_exec(ctx->db,
		SQL("UPDATE purchase_order SET state = :state, reason = :reason, ver = ver + 1 WHERE id = "
		    ":order"),
		BIND(B_TEXT("state", state), B_TEXT("reason", in->reason), B_INT("order", in->order)));
}

static bool order_close_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct order_change *in = input;

	(void)e;
	order_end(ctx, in, "closed");
	answer_say(ctx, N_("%s is closed; what did not come is on the plan again"),
		   order_answer(ctx, in->order));
	return true;
}

static bool order_cancel_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct order_change *in = input;

	(void)e;
	order_end(ctx, in, "cancelled");
	answer_say(ctx, N_("%s is cancelled"), order_answer(ctx, in->order));
	return true;
}

/* ---- the tables ---- */

COMMAND(purchase_order_qty) = {
	.name = "purchase.order_qty",
	.title = N_("Quantity on an order"),
	.help = N_("Another quantity for a line of an order."),
	.undo = UNDO_ROWS,
	.input = order_qty_input,
	.size = sizeof(struct order_change),
	.edits = "line",
	.edits_table = "purchase_order_line",
	.may = order_change_may,
	.run = order_change_run,
};

COMMAND(purchase_order_price) = {
	.name = "purchase.order_price",
	.title = N_("Price on an order"),
	.help = N_("Another price for a line of an order."),
	.undo = UNDO_ROWS,
	.input = order_price_input,
	.size = sizeof(struct order_change),
	.edits = "line",
	.edits_table = "purchase_order_line",
	.may = order_change_may,
	.run = order_change_run,
};

COMMAND(purchase_order_drop) = {
	.name = "purchase.order_drop",
	.title = N_("Take a line off an order"),
	.help = N_("It goes back to the plan where it came from there."),
	.undo = UNDO_NONE,
	.input = order_drop_input,
	.size = sizeof(struct order_change),
	.edits = "line",
	.edits_table = "purchase_order_line",
	.may = order_drop_may,
	.run = order_drop_run,
};

COMMAND(purchase_order_send) = {
	.name = "purchase.order_send",
	.title = N_("Send an order"),
	.help = N_("The order is out; from now on its promise is watched. It is printed."),
	.undo = UNDO_NONE,
	.input = order_send_input,
	.size = sizeof(struct order_change),
	.may = order_send_may,
	.run = order_send_run,
};

COMMAND(purchase_order_promise) = {
	.name = "purchase.order_promise",
	.title = N_("Note when an order comes"),
	.help = N_("What the supplier says now; the list of orders shows who is late."),
	.undo = UNDO_ROWS,
	.input = order_promise_input,
	.size = sizeof(struct order_change),
	.may = order_change_may,
	.run = order_promise_run,
};

COMMAND(purchase_order_close) = {
	.name = "purchase.order_close",
	.title = N_("Close an order short"),
	.help = N_("What has not come is not awaited any more."),
	.undo = UNDO_NONE,
	.input = order_end_input,
	.size = sizeof(struct order_change),
	.may = order_close_may,
	.run = order_close_run,
};

COMMAND(purchase_order_cancel) = {
	.name = "purchase.order_cancel",
	.title = N_("Cancel an order"),
	.help = N_("Nothing of it has come and nothing will. It keeps its number."),
	.undo = UNDO_NONE,
	.input = order_end_input,
	.size = sizeof(struct order_change),
	.may = order_cancel_may,
	.run = order_cancel_run,
};
