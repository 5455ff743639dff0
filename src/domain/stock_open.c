/* stock_open.c - goods that are there on the first day, without a supplier. */
#include "base/date.h"
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/document.h"
#include "domain/ledger.h"
#include "domain/part.h"
#include "domain/stock_batch.h"

struct stock_open {
	struct input input;
	int64_t part, warehouse, qty, cost, expires;
	const char *batch;
};

static const struct field stock_open_input[] = {
	FIELD(stock_open, part, "part", N_("Part"), VT_REF, REQUIRED, .view = "parts",
	      .help = N_("The part: code, barcode, maker's number, name or first letters.")),
	FIELD(stock_open, warehouse, "warehouse", N_("Warehouse"), VT_REF, .view = "warehouses",
	      .help = N_("The main store where none is named.")),
	FIELD(stock_open, qty, "qty", N_("Quantity"), VT_QTY, REQUIRED, .min = 1, .max = QTY_MAX,
	      .help = N_("How many, up to three digits behind the point: 4.5 litres.")),
	FIELD(stock_open, cost, "cost", N_("Cost"), VT_MONEY, REQUIRED, .max = MONEY_MAX,
	      .help = N_("For one unit; what it was bought for.")),
	FIELD(stock_open, batch, "batch", N_("Batch"), VT_CODE, .max = 40, .help = BATCH_HELP),
	FIELD(stock_open, expires, "expires", N_("Good until"), VT_DATE, .lean = DATE_FUTURE,
	      .help = EXPIRES_HELP),
	{ 0 },
};

/* The first close fixes what was there in the beginning. */
static bool stock_open_may(struct ctx *ctx, const void *input, struct err *e)
{
	int64_t closed = db_int(ctx->db, SQL("SELECT min(morning_on) FROM stock_close"), NULL, -1);

	(void)input;
	return closed < 0 ||
	       err_field(e, "part",
			 N_("The stock was closed as of %s: what else is found comes in by stock.in"),
			 date_text(ctx->arena, closed));
}

static bool stock_open_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct stock_open *in = input;
	int64_t value = qty_price(in->qty, in->cost), document;
	struct posting *p = posting_new(ctx->arena);
	struct batch_paper paper = { in->part, 0, in->batch, in->expires, false };
	struct stock_move m = { .part_id = in->part,
				.warehouse_id = stock_warehouse(ctx, in->warehouse),
				.qty = in->qty };

	if (value > MONEY_MAX)
		return err_field(e, "cost",
				 N_("Quantity and cost make more than can be booked. Look at them again"));
	document = document_post(ctx, &(struct document){ .kind = DOC_OPENING_STOCK, .amount = value });
	m.document_id = document;
	if (!batch_comes(ctx, &paper, &m.batch_id, e) || !stock_put(ctx, &m, value, e))
		return false;
	posting_add(p, (struct posting_line){ .account = ACC_STOCK, .amount = value, .part_id = in->part });
	posting_add(p, (struct posting_line){ .account = ACC_OPENING, .amount = -value });
	answer_say(ctx, N_("%s: %s of %s is on hand from the beginning"), ctx->answer->number,
		   qty_text(ctx->arena, in->qty), part_title(ctx, in->part));
	return ledger_post(ctx, document, p, e);
}

COMMAND(stock_open) = {
	.name = "stock.open",
	.title = N_("Opening stock"),
	.help = N_("Goods that are there before the first receipt, with what they cost."),
	.undo = UNDO_REVERSE,
	.input = stock_open_input,
	.size = sizeof(struct stock_open),
	.may = stock_open_may,
	.run = stock_open_run,
};
