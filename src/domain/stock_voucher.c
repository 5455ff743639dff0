/* stock_voucher.c - goods that come or go without a purchase or a sale, with the reason why. They create no debt: the
 * value stands against the reason's account. */
#include "base/date.h"
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/document.h"
#include "domain/ledger.h"
#include "domain/part.h"
#include "domain/stock_batch.h"

#define REASON_AUXILIARY 31 /* of stock_reason */

struct voucher_line {
	struct input input;
	int64_t part, qty, cost, expires;
	const char *batch;
};

struct voucher {
	struct input input;
	int64_t reason, warehouse, picker;
	struct lines lines;
};

static const struct field out_line_input[] = {
	FIELD(voucher_line, part, "part", N_("Part"), VT_REF, REQUIRED, .view = "parts",
	      .help = N_("The part: code, barcode, maker's number, name or first letters.")),
	FIELD(voucher_line, qty, "qty", N_("Quantity"), VT_QTY, REQUIRED, .min = 1, .max = QTY_MAX,
	      .help = N_("How many, up to three digits behind the point: 4.5 litres.")),
	FIELD(voucher_line, batch, "batch", N_("Batch"), VT_CODE, .max = 40, .help = BATCH_OUT_HELP),
	{ 0 },
};

static const struct field in_line_input[] = {
	FIELD(voucher_line, part, "part", N_("Part"), VT_REF, REQUIRED, .view = "parts",
	      .help = N_("The part: code, barcode, maker's number, name or first letters.")),
	FIELD(voucher_line, qty, "qty", N_("Quantity"), VT_QTY, REQUIRED, .min = 1, .max = QTY_MAX,
	      .help = N_("How many, up to three digits behind the point: 4.5 litres.")),
	FIELD(voucher_line, cost, "cost", N_("Cost"), VT_MONEY, .max = MONEY_MAX,
	      .help = N_("What one is worth; empty: the average of what is there, or of the last receipt.")),
	FIELD(voucher_line, batch, "batch", N_("Batch"), VT_CODE, .max = 40, .help = BATCH_HELP),
	FIELD(voucher_line, expires, "expires", N_("Good until"), VT_DATE, .lean = DATE_FUTURE,
	      .help = EXPIRES_HELP),
	{ 0 },
};

#define WAREHOUSE_FIELD(s)                                                                                   \
	FIELD(s, warehouse, "warehouse", N_("Warehouse"), VT_REF, .view = "warehouses",                      \
	      .help = N_("The main store where none is named."))
#define PICKER_FIELD(s, help_)                                                                               \
	FIELD(s, picker, "picker", N_("Person"), VT_REF, STOP, .view = "staff", .help = help_)

static const struct field in_input[] = {
	FIELD(voucher, reason, "reason", N_("Reason"), VT_REF, REQUIRED, .view = "stock_in_reasons",
	      .help = N_("Where the goods come from; it decides the account.")),
	WAREHOUSE_FIELD(voucher),
	PICKER_FIELD(voucher, N_("Who brings the goods.")),
	LINES(voucher, lines, "lines", N_("Parts"), in_line_input, voucher_line, 200, REQUIRED,
	      .help = N_("One row for each part: which, and how many.")),
	{ 0 },
};

static const struct field out_input[] = {
	FIELD(voucher, reason, "reason", N_("Reason"), VT_REF, REQUIRED, .view = "stock_out_reasons",
	      .help = N_("What the goods are for; it decides the account.")),
	WAREHOUSE_FIELD(voucher),
	PICKER_FIELD(voucher, N_("Who takes the goods.")),
	LINES(voucher, lines, "lines", N_("Parts"), out_line_input, voucher_line, 200, REQUIRED,
	      .help = N_("One row for each part: which, and how many.")),
	{ 0 },
};

static const struct field loss_input[] = {
	FIELD(voucher, reason, "reason", N_("Reason"), VT_REF, REQUIRED, .view = "stock_loss_reasons",
	      .help = N_("Why the goods are worth nothing any more.")),
	WAREHOUSE_FIELD(voucher),
	LINES(voucher, lines, "lines", N_("Parts"), out_line_input, voucher_line, 200, REQUIRED,
	      .help = N_("One row for each part: which, and how many.")),
	{ 0 },
};

static const struct field aux_input[] = {
	FIELD(voucher, picker, "picker", N_("Person"), VT_REF, REQUIRED, .view = "staff",
	      .help = N_("Who takes the material; the list of auxiliary material is kept by him.")),
	WAREHOUSE_FIELD(voucher),
	LINES(voucher, lines, "lines", N_("Parts"), out_line_input, voucher_line, 200, REQUIRED,
	      .help = N_("One row for each part: which, and how many.")),
	{ 0 },
};

/* What one unit of a part is worth where nobody says it. */
static int64_t cost_known(struct ctx *ctx, int64_t part_id)
{
	return db_int(
	    ctx->db,
	    SQL("SELECT coalesce(muldiv(v.value, 1000, nullif(v.qty, 0)), p.last_cost, 0) FROM part p "
		"LEFT JOIN stock_value v ON v.id = p.id WHERE p.id = :id"),
	    BIND(B_INT("id", part_id)), 0);
}

static bool line_in(struct ctx *ctx, const struct voucher_line *l, struct stock_move *m, int64_t *ret_value,
		    struct err *e)
{
	int64_t cost = HAS(l, cost) ? l->cost : cost_known(ctx, l->part);
	struct batch_paper paper = { l->part, 0, l->batch, l->expires, false };

	*ret_value = qty_price(l->qty, cost);
	return batch_comes(ctx, &paper, &m->batch_id, e) && stock_put(ctx, m, *ret_value, e);
}

static bool line_out(struct ctx *ctx, const struct voucher_line *l, struct stock_move *m, int64_t *ret_value,
		     struct err *e)
{
	bool ok = batch_named(ctx, l->part, l->batch, "lines.batch", &m->batch_id, e) &&
		  stock_take(ctx, m, ret_value, e);

	*ret_value = -*ret_value;
	return ok;
}

/* A reason knows the kind of its document and the account that stands against the goods. */
struct why {
	int64_t id, kind, account;
};

static struct why why_read(struct ctx *ctx, int64_t reason)
{
	struct cur *c = db_open(ctx->db, SQL("SELECT kind_id, account_id FROM stock_reason WHERE id = :id"),
				BIND(B_INT("id", reason)));
	struct why w = { .id = reason };

	if (cur_next(c)) {
		w.kind = cur_int(c, 0);
		w.account = cur_int(c, 1);
		cur_close(c);
	}
	return w;
}

static int64_t voucher_head(struct ctx *ctx, const struct voucher *in, const struct why *w, int64_t warehouse)
{
	int64_t document = document_post(ctx, &(struct document){ .kind = (enum document_kind)w->kind });

	db_exec(ctx->db,
		SQL("INSERT INTO stock_voucher (id, reason_id, warehouse_id, picker_id) "
		    "VALUES (:id, :reason, :warehouse, :picker)"),
		BIND(B_INT("id", document), B_INT("reason", w->id), B_INT("warehouse", warehouse),
		     B_ID("picker", in->picker)));
	return document;
}

static bool voucher_post(struct ctx *ctx, const struct voucher *in, int64_t reason, struct err *e)
{
	struct why w = why_read(ctx, reason);
	int64_t warehouse = stock_warehouse(ctx, in->warehouse), value, sum = 0;
	int64_t document = voucher_head(ctx, in, &w, warehouse);
	struct posting *p = posting_new(ctx->arena);

	for (size_t i = 0; i < in->lines.n; i++) {
		const struct voucher_line *l = LINE_AT(in->lines, struct voucher_line, i);
		struct stock_move m = {
			.part_id = l->part,
			.warehouse_id = warehouse,
			.qty = l->qty,
			.document_id = document,
			.use = w.kind != DOC_STOCK_LOSS,
		};

		if (!(w.kind == DOC_STOCK_IN ? line_in(ctx, l, &m, &value, e)
					     : line_out(ctx, l, &m, &value, e))) {
			e->line = (int)i + 1;
			return false;
		}
		posting_add(
		    p, (struct posting_line){ .account = ACC_STOCK, .amount = value, .part_id = l->part });
		sum += value;
	}
	posting_add(p, (struct posting_line){ .account = w.account, .amount = -sum });
	answer_say(ctx, in->lines.n == 1 ? N_("%s: %d part, worth %s") : N_("%s: %d parts, worth %s"),
		   ctx->answer->number, (int)in->lines.n, money_text(ctx->arena, sum < 0 ? -sum : sum));
	return ledger_post(ctx, document, p, e);
}

static bool voucher_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct voucher *in = input;

	return voucher_post(ctx, in, in->reason, e);
}

static bool aux_run(struct ctx *ctx, const void *input, struct err *e)
{
	return voucher_post(ctx, input, REASON_AUXILIARY, e);
}

COMMAND(stock_in) = {
	.name = "stock.in",
	.title = N_("Other stock-in"),
	.help = N_(
	    "Goods come into stock without a supplier: recovered, given, found. Nothing is owed for them."),
	.undo = UNDO_REVERSE,
	.input = in_input,
	.size = sizeof(struct voucher),
	.prints = "voucher",
	.run = voucher_run,
};

COMMAND(stock_out) = {
	.name = "stock.out",
	.title = N_("Other stock-out"),
	.help = N_("Goods leave stock without a sale: used in the house, shown, given away."),
	.undo = UNDO_REVERSE,
	.input = out_input,
	.size = sizeof(struct voucher),
	.prints = "voucher",
	.run = voucher_run,
};

COMMAND(stock_loss) = {
	.name = "stock.loss",
	.title = N_("Write goods off"),
	.help = N_("Goods that are broken, out of date or gone leave stock; their value is a loss."),
	.undo = UNDO_REVERSE,
	.input = loss_input,
	.size = sizeof(struct voucher),
	.prints = "voucher",
	.run = voucher_run,
};

COMMAND(stock_aux) = {
	.name = "stock.aux",
	.title = N_("Auxiliary material"),
	.help = N_("Rags, sealant, abrasives: handed to a person, charged to no car."),
	.undo = UNDO_REVERSE,
	.input = aux_input,
	.size = sizeof(struct voucher),
	.prints = "voucher",
	.run = aux_run,
};
