/* purchase.c - goods come from a supplier: stock against what is owed to him, at the cost on his paper.
 *
 * What the carrier collects on delivery is owed to the carrier instead. Freight on the same paper is spread over
 * the lines. While the supplier's price is not known (cost_is=estimated) the debt is goods received not invoiced. */
#include "domain/purchase.h"

#include <string.h>

#include "base/date.h"
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/choice.h"
#include "domain/document.h"
#include "domain/part.h"
#include "domain/party.h"
#include "domain/payable.h"
#include "domain/stock_batch.h"
#include "domain/want.h"

const struct field receipt_line_input[] = {
	FIELD(receipt_line, part, "part", N_("Part"), VT_REF, REQUIRED, .view = "parts",
	      .help = N_("By its code, barcode, maker's number or name.")),
	FIELD(receipt_line, qty, "qty", N_("Quantity"), VT_QTY, REQUIRED, .min = 1, .max = QTY_MAX,
	      .help = N_("What was counted, in the part's unit.")),
	FIELD(receipt_line, cost, "cost", N_("Cost"), VT_MONEY, STOP, .max = MONEY_MAX,
	      .help =
		  N_("For one unit. The order's price where the line is on an order, nothing for a gift.")),
	FIELD(receipt_line, batch, "batch", N_("Batch"), VT_CODE, .max = 40, .help = BATCH_HELP),
	FIELD(receipt_line, expires, "expires", N_("Good until"), VT_DATE, .lean = DATE_FUTURE,
	      .help = EXPIRES_HELP),
	{ 0 },
};

static const struct field receipt_input[] = {
	FIELD(receipt, supplier, "supplier", N_("Supplier"), VT_REF, REQUIRED, .view = "suppliers",
	      .help = N_("Who sent the goods and is owed their price.")),
	FIELD(receipt, original_no, "original_no", N_("Supplier's number"), VT_CODE, REQUIRED, .max = 40,
	      .help = N_("The number on the delivery note or invoice; each is booked once.")),
	FIELD(receipt, order, "order", N_("Order"), VT_REF, .view = "purchase_orders",
	      .help = N_("Its open lines are proposed; without lines all of them have come.")),
	FIELD(receipt, original_date, "original_date", N_("Supplier's date"), VT_DATE, .lean = DATE_PAST,
	      .help = N_("The date on the paper, for finding it again; it is booked today.")),
	FIELD(receipt, warehouse, "warehouse", N_("Warehouse"), VT_REF, .view = "warehouses",
	      .help = N_("The main store where none is named.")),
	FIELD(receipt, type, "business_type", N_("Business type"), VT_REF, .view = "purchase_types",
	      .help = N_("Ordinary, a gift of the maker (comes in at no value), or for a repair.")),
	FIELD(receipt, cost_is, "cost_is", N_("The cost is"), VT_CHOICE, .choices = choice_cost_is,
	      .help =
		  N_("Estimated: goods that come before their invoice; the invoice then makes it final.")),
	FIELD(receipt, carrier, "carrier", N_("Carrier"), VT_TEXT, .max = 60,
	      .help = N_("Who brought it, by name; a new one is written down among the suppliers.")),
	FIELD(receipt, collect, "collect", N_("Collected on delivery"), VT_MONEY, .max = MONEY_MAX,
	      .help = N_("So much of the price the carrier collects: it is owed to the carrier, not to the "
			 "supplier.")),
	FIELD(receipt, freight, "freight", N_("Freight"), VT_MONEY, .max = MONEY_MAX,
	      .help =
		  N_("Comes on top of the goods and is spread over them; owed to the carrier, else to the "
		     "supplier.")),
	FIELD(receipt, over, "over", N_("More than ordered"), VT_BOOL, .max = 1,
	      .help = N_("Yes: what came beyond the order is kept.")),
	FIELD(receipt, new_cost, "new_cost", N_("Another price"), VT_BOOL, .max = 1,
	      .help = N_("Yes: the paper's price is right although the order says another one.")),
	LINES(receipt, lines, "lines", N_("Parts"), receipt_line_input, receipt_line, RECEIPT_LINES_MOST,
	      .help = N_("One row for each part: which, and how many.")),
	{ 0 },
};

/* ---- the guards ---- */

bool receipt_new(struct ctx *ctx, const struct receipt *in, struct err *e)
{
	const char *number = NULL;

	if (HAS(in, supplier) && HAS(in, original_no))
		number = db_text(ctx->db, ctx->arena,
				 SQL("SELECT d.number FROM purchase p JOIN document d ON d.id = p.id "
				     "WHERE p.supplier_id = :supplier AND p.original_no = :original "
				     "AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id)"),
				 BIND(B_INT("supplier", in->supplier), B_TEXT("original", in->original_no)));
	return !number || err_field(e, "original_no", N_("The supplier's paper %s is booked already (%s)"),
				    in->original_no, number);
}

static bool free_type(struct ctx *ctx, const struct receipt *in)
{
	return HAS(in, type) && db_exists(ctx->db, SQL("SELECT 1 FROM purchase_type WHERE id = :id AND free"),
					  BIND(B_INT("id", in->type)));
}

static bool estimated(const struct receipt *in)
{
	return in->cost_is && !strcmp(in->cost_is, "estimated");
}

static bool cost_known(struct ctx *ctx, const struct receipt *in, const struct receipt_line *l, struct err *e)
{
	if (free_type(ctx, in))
		return !HAS(l, cost) || l->cost == 0 ||
		       err_field(e, "lines.cost",
				 N_("A gift costs nothing: leave the cost of %s empty, or choose another "
				    "business type"),
				 part_title(ctx, l->part));
	return HAS(l, cost) || (in->order && order_cost(ctx, in->order, l->part) > 0) ||
	       err_field(e, "lines.cost", N_("What does one of %s cost?"), part_title(ctx, l->part));
}

static bool lines_sound(struct ctx *ctx, const struct receipt *in, struct err *e)
{
	if (!HAS(in, lines) && !HAS(in, order))
		return err_field(e, "lines", N_("Which parts have come?"));
	for (size_t i = 0; i < in->lines.n; i++) {
		if (!cost_known(ctx, in, LINE_AT(in->lines, struct receipt_line, i), e)) {
			e->line = (int)i + 1;
			return false;
		}
	}
	return true;
}

/* What was ordered without a price has one on the paper. */
static bool order_priced(struct ctx *ctx, const struct receipt *in, const struct lines *lines, struct err *e)
{
	for (size_t i = 0; i < lines->n && !free_type(ctx, in); i++) {
		const struct receipt_line *l = LINE_AT(*lines, struct receipt_line, i);

		if (l->cost == 0)
			return err_field(e, "lines.cost", N_("What does one of %s cost?"),
					 part_title(ctx, l->part));
	}
	return true;
}

static bool carrier_sound(const struct receipt *in, struct err *e)
{
	if (in->collect && !in->carrier)
		return err_field(e, "carrier", N_("Which carrier collects it?"));
	if (in->collect && estimated(in))
		return err_field(e, "cost_is",
				 N_("What is collected on delivery is a final price, not an estimated one"));
	return true;
}

bool receipt_may(struct ctx *ctx, const struct receipt *in, struct err *e)
{
	struct order o;

	if (!receipt_new(ctx, in, e) || !carrier_sound(in, e))
		return false;
	if (!HAS(in, order))
		return true;
	if (!order_live(ctx, in->order, &o, e))
		return false;
	if (HAS(in, supplier) && in->supplier != o.supplier_id)
		return err_field(e, "order", N_("%s is an order to %s"), o.number,
				 party_name(ctx, o.supplier_id));
	return order_fits(ctx, in, &o, e);
}

static bool purchase_receive_may(struct ctx *ctx, const void *input, struct err *e)
{
	return receipt_may(ctx, input, e);
}

/* ---- booking ---- */

/* A line with what it costs and what stock takes. */
struct coming {
	int64_t part, qty, cost, amount, value, expires;
	const char *batch;
};

struct receiving {
	struct ctx *ctx;
	const struct receipt *in;
	struct err *e;
	struct posting *p;
	struct coming *line;
	size_t n;
	int64_t document, warehouse, carrier, sum;
};

static bool coming_read(struct receiving *r, const struct lines *lines)
{
	bool gift = free_type(r->ctx, r->in);

	r->line = ARENA_ARRAY(r->ctx->arena, struct coming, RECEIPT_LINES_MOST);
	for (size_t i = 0; i < lines->n; i++) {
		const struct receipt_line *l = LINE_AT(*lines, struct receipt_line, i);
		struct coming *c = &r->line[r->n++];

		*c = (struct coming){ .part = l->part,
				      .qty = l->qty,
				      .cost = l->cost,
				      .batch = l->batch,
				      .expires = l->expires };
		if (gift)
			c->cost = 0;
		else if (!HAS(l, cost))
			c->cost = order_cost(r->ctx, r->in->order, l->part);
		c->amount = c->value = qty_price(c->qty, c->cost);
		if (c->amount > MONEY_MAX || (r->sum += c->amount) > MONEY_MAX) {
			r->e->line = (int)i + 1;
			return err_field(
			    r->e, "lines.cost",
			    N_("Quantity and cost make more than can be booked. Look at them again"));
		}
	}
	return true;
}

/* The freight goes into the value of the goods, by what they cost. */
static void freight_spread(struct receiving *r)
{
	int64_t *weight = ARENA_ARRAY(r->ctx->arena, int64_t, RECEIPT_LINES_MOST);
	int64_t *share = ARENA_ARRAY(r->ctx->arena, int64_t, RECEIPT_LINES_MOST);

	if (!r->in->freight)
		return;
	for (size_t i = 0; i < r->n; i++)
		weight[i] = r->line[i].amount;
	share_out(r->in->freight, weight, r->n, share);
	for (size_t i = 0; i < r->n; i++)
		r->line[i].value += share[i];
}

/* The carrier as somebody who is owed money. */
static int64_t carrier_party(struct ctx *ctx, const char *name)
{
	int64_t id = db_int(
	    ctx->db, SQL("SELECT id FROM party WHERE kind = 'supplier' AND name = :name ORDER BY id LIMIT 1"),
	    BIND(B_TEXT("name", name)), 0);

	if (id)
		return id;
	db_exec(ctx->db, SQL("INSERT INTO party (kind, name, since_on) VALUES ('supplier', :name, :today)"),
		BIND(B_TEXT("name", name), B_INT("today", ctx->today)));
	id = db_last_id(ctx->db);
	party_words(ctx, id);
	return id;
}

static void receipt_write(struct receiving *r)
{
	const struct receipt *in = r->in;

	db_exec(r->ctx->db,
		SQL("INSERT INTO purchase (id, supplier_id, original_no, original_on, warehouse_id, type_id, "
		    "estimated, order_id, job_id, carrier_id, collect, freight) VALUES (:id, :supplier, "
		    ":original, iif(:has_date, :date, NULL), :warehouse, coalesce(:type, 1), :estimated, "
		    ":order, :job, :carrier, :collect, :freight)"),
		BIND(B_INT("id", r->document), B_INT("supplier", in->supplier),
		     B_TEXT("original", in->original_no), B_INT("has_date", HAS(in, original_date)),
		     B_INT("date", in->original_date), B_INT("warehouse", r->warehouse),
		     B_ID("type", in->type), B_INT("estimated", estimated(in)), B_ID("order", in->order),
		     B_ID("job", in->job), B_ID("carrier", r->carrier), B_INT("collect", in->collect),
		     B_INT("freight", in->freight)));
}

static bool line_put(struct receiving *r, const struct coming *c, size_t pos)
{
	struct ctx *ctx = r->ctx;
	struct stock_move m = {
		.part_id = c->part, .warehouse_id = r->warehouse, .qty = c->qty, .document_id = r->document
	};
	struct batch_paper paper = { c->part, r->in->supplier, c->batch, c->expires, true };
	int64_t left = c->qty;

	if (!batch_comes(ctx, &paper, &m.batch_id, r->e) || !stock_put(ctx, &m, c->value, r->e))
		return false;
	db_exec(ctx->db,
		SQL("INSERT INTO purchase_line (document_id, pos, part_id, warehouse_id, qty, cost, amount, "
		    "value) VALUES (:document, :pos, :part, :warehouse, :qty, :cost, :amount, :value)"),
		BIND(B_INT("document", r->document), B_INT("pos", (int64_t)pos + 1), B_INT("part", c->part),
		     B_INT("warehouse", r->warehouse), B_INT("qty", c->qty), B_INT("cost", c->cost),
		     B_INT("amount", c->amount), B_INT("value", c->value)));
	if (r->in->order)
		left = order_fill(ctx, r->in->order, db_last_id(ctx->db), c->part, c->qty);
	want_arrive_part(ctx, c->part, left);
	if (c->cost)
		db_exec(ctx->db,
			SQL("UPDATE part SET last_cost = :cost, ver = ver + 1 WHERE id = :id AND last_cost "
			    "IS NOT :cost"),
			BIND(B_INT("cost", c->cost), B_INT("id", c->part)));
	posting_add(r->p,
		    (struct posting_line){ .account = ACC_STOCK, .amount = c->value, .part_id = c->part });
	return true;
}

static bool lines_put(struct receiving *r)
{
	for (size_t i = 0; i < r->n; i++) {
		if (!line_put(r, &r->line[i], i)) {
			r->e->line = (int)i + 1;
			return false;
		}
	}
	return true;
}

/* Who is owed what. */
static void debts(struct receiving *r)
{
	const struct receipt *in = r->in;
	int64_t freight_to = r->carrier ? r->carrier : in->supplier;

	if (estimated(in))
		posting_add(r->p, (struct posting_line){ .account = ACC_RECEIVED_NOT_INVOICED,
							 .amount = -r->sum,
							 .party_id = in->supplier });
	else if (freight_to == in->supplier)
		payable_add(r->ctx, r->p, r->document, in->supplier, r->sum - in->collect + in->freight);
	else
		payable_add(r->ctx, r->p, r->document, in->supplier, r->sum - in->collect);
	payable_collect(r->ctx, r->p, r->document, r->carrier, in->collect);
	if (estimated(in) || freight_to != in->supplier)
		payable_add(r->ctx, r->p, r->document, freight_to, in->freight);
}

static bool receipt_totals(struct receiving *r)
{
	if (r->in->collect > r->sum)
		return err_field(r->e, "collect",
				 N_("The goods cost %s: more cannot be collected for them. What the carrier "
				    "takes for itself is freight"),
				 money_text(r->ctx->arena, r->sum));
	return r->sum + r->in->freight <= MONEY_MAX ||
	       err_field(r->e, "freight",
			 N_("Quantity and cost make more than can be booked. Look at them again"));
}

bool receipt_post(struct ctx *ctx, const struct receipt *in, struct err *e)
{
	struct receiving r = { .ctx = ctx,
			       .in = in,
			       .e = e,
			       .p = posting_new(ctx->arena),
			       .warehouse = stock_warehouse(ctx, in->warehouse) };
	struct lines lines = in->lines;

	if (!lines_sound(ctx, in, e))
		return false;
	if (!lines.n) {
		order_open_lines(ctx, in->order, &lines);
		if (!order_priced(ctx, in, &lines, e))
			return false;
	}
	if (!coming_read(&r, &lines) || !receipt_totals(&r))
		return false;
	if (in->carrier)
		r.carrier = carrier_party(ctx, in->carrier);
	freight_spread(&r);
	r.document = document_post(ctx, &(struct document){ .kind = DOC_PURCHASE,
							    .party_id = in->supplier,
							    .job_id = in->job,
							    .amount = r.sum + in->freight });
	receipt_write(&r);
	if (!lines_put(&r))
		return false;
	debts(&r);
	answer_say(ctx, N_("%s: goods for %s are in stock"), ctx->answer->number,
		   money_text(ctx->arena, r.sum));
	if (in->order) {
		order_state(ctx, in->order);
		want_arrive_order(ctx, in->order);
	}
	want_say(ctx);
	return ledger_post(ctx, r.document, r.p, e);
}

static bool purchase_receive_run(struct ctx *ctx, const void *input, struct err *e)
{
	return receipt_post(ctx, input, e);
}

/* The supplier of the order and what is still to come. */
static void purchase_receive_fill(struct ctx *ctx, struct args *args)
{
	const char *named = args_get(args, "order");
	struct lines lines;
	struct order o;
	int64_t id;

	if (!named || *named != '#' ||
	    !int_parse(named + 1, "order", 1, INT64_MAX, &id, &(struct err){ 0 }) || !order_read(ctx, id, &o))
		return;
	if (!args_get(args, "supplier"))
		args_set_id(args, "supplier", o.supplier_id);
	if (args_lines(args, "lines"))
		return;
	order_open_lines(ctx, id, &lines);
	for (size_t i = 0; i < lines.n; i++) {
		const struct receipt_line *l = LINE_AT(lines, struct receipt_line, i);
		struct args *line = args_add_line(args, "lines");

		args_set_id(line, "part", l->part);
		args_set(line, "qty", qty_text(ctx->arena, l->qty));
		if (l->cost)
			args_set(line, "cost", money_plain(ctx->arena, l->cost));
	}
}

COMMAND(purchase_receive) = {
	.name = "purchase.receive",
	.title = N_("Receive goods"),
	.help = N_("Parts from a supplier come into stock, and he is owed their price."),
	.undo = UNDO_REVERSE,
	.input = receipt_input,
	.size = sizeof(struct receipt),
	.prints = "purchase",
	.fill = purchase_receive_fill,
	.may = purchase_receive_may,
	.run = purchase_receive_run,
};
