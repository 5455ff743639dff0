/* purchase.c - goods come from a supplier: stock against what is owed to him, at the cost on his paper. */
#include "base/date.h"
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/document.h"
#include "domain/ledger.h"
#include "domain/part.h"
#include "domain/stock.h"

struct receipt_line {
	struct input input;
	int64_t part, qty, cost;
};

struct receipt {
	struct input input;
	int64_t supplier, original_date, warehouse;
	const char *original_no;
	struct lines lines;
};

static const struct field receipt_line_input[] = {
	FIELD(receipt_line, part, "part", N_("Part"), VT_REF, REQUIRED, .view = "parts"),
	FIELD(receipt_line, qty, "qty", N_("Quantity"), VT_QTY, REQUIRED, .min = 1, .max = QTY_MAX),
	FIELD(receipt_line, cost, "cost", N_("Cost"), VT_MONEY, REQUIRED, .max = MONEY_MAX,
	      .help = N_("For one unit.")),
	{ 0 },
};

static const struct field receipt_input[] = {
	FIELD(receipt, supplier, "supplier", N_("Supplier"), VT_REF, REQUIRED, .view = "suppliers"),
	FIELD(receipt, original_no, "original_no", N_("Supplier's number"), VT_CODE, REQUIRED, .max = 40,
	      .help = N_("The number on the delivery note or invoice; each is booked once.")),
	FIELD(receipt, original_date, "original_date", N_("Supplier's date"), VT_DATE, .lean = DATE_PAST),
	FIELD(receipt, warehouse, "warehouse", N_("Warehouse"), VT_REF, .view = "warehouses",
	      .help = N_("The main store where none is named.")),
	LINES(receipt, lines, "lines", N_("Parts"), receipt_line_input, receipt_line, 200, REQUIRED),
	{ 0 },
};

static bool receipt_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct receipt *in = input;
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

static bool receipt_sum(const struct receipt *in, int64_t *ret_sum, struct err *e)
{
	int64_t sum = 0;

	for (size_t i = 0; i < in->lines.n; i++) {
		const struct receipt_line *l = LINE_AT(in->lines, struct receipt_line, i);
		int64_t value = qty_price(l->qty, l->cost);

		if (value > MONEY_MAX || (sum += value) > MONEY_MAX) {
			e->line = (int)i + 1;
			return err_field(
			    e, "lines.cost",
			    N_("Quantity and cost make more than can be booked. Look at them again"));
		}
	}
	*ret_sum = sum;
	return true;
}

static bool receipt_put(struct ctx *ctx, const struct receipt_line *l, int64_t document, int64_t warehouse,
			struct posting *p, struct err *e)
{
	struct stock_move m = {
		.part_id = l->part, .warehouse_id = warehouse, .qty = l->qty, .document_id = document
	};
	int64_t value = qty_price(l->qty, l->cost);

	if (!stock_put(ctx, &m, value, e))
		return false;
	db_exec(ctx->db, SQL("UPDATE part SET last_cost = :cost, ver = ver + 1 WHERE id = :id"),
		BIND(B_INT("cost", l->cost), B_INT("id", l->part)));
	posting_add(p, (struct posting_line){ .account = ACC_STOCK, .amount = value, .part_id = l->part });
	return true;
}

static bool receipt_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct receipt *in = input;
	struct posting *p = ARENA_NEW(ctx->arena, struct posting);
	int64_t sum = 0, document, warehouse = stock_warehouse(ctx, in->warehouse);

	if (!receipt_sum(in, &sum, e))
		return false;
	document = document_post(
	    ctx, &(struct document){ .kind = DOC_PURCHASE, .party_id = in->supplier, .amount = sum });
	db_exec(ctx->db,
		SQL("INSERT INTO purchase (id, supplier_id, original_no, original_on, warehouse_id) "
		    "VALUES (:id, :supplier, :original, iif(:has_date, :date, NULL), :warehouse)"),
		BIND(B_INT("id", document), B_INT("supplier", in->supplier),
		     B_TEXT("original", in->original_no), B_INT("has_date", HAS(in, original_date)),
		     B_INT("date", in->original_date), B_INT("warehouse", warehouse)));
	for (size_t i = 0; i < in->lines.n; i++) {
		if (!receipt_put(ctx, LINE_AT(in->lines, struct receipt_line, i), document, warehouse, p,
				 e)) {
			e->line = (int)i + 1;
			return false;
		}
	}
	posting_add(
	    p, (struct posting_line){ .account = ACC_PAYABLE, .amount = -sum, .party_id = in->supplier });
	answer_say(ctx, N_("%s: goods for %s are in stock"), ctx->answer->number,
		   money_text(ctx->arena, sum));
	return ledger_post(ctx, document, p, e);
}

COMMAND(purchase_receive) = {
	.name = "purchase.receive",
	.title = N_("Receive goods"),
	.help = N_("Parts from a supplier come into stock, and he is owed their price."),
	.undo = UNDO_REVERSE,
	.input = receipt_input,
	.size = sizeof(struct receipt),
	.may = receipt_may,
	.run = receipt_run,
};
