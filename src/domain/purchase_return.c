/* purchase_return.c - goods go back to the supplier.
 *
 * Stock gives up the average that lies there; the supplier owes what he was owed for them; the difference is price
 * variance. Goods whose invoice has not come lower what is estimated instead. */
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/document.h"
#include "domain/part.h"
#include "domain/payable.h"
#include "domain/purchase.h"
#include "domain/stock_slip.h"

struct purchase_return {
	struct input input;
	int64_t receipt;
	const char *reason;
	struct lines lines;
};

static const struct field purchase_return_input[] = {
	FIELD(purchase_return, receipt, "receipt", N_("Receipt of goods"), VT_REF, REQUIRED,
	      .view = "purchases",
	      .help = N_("The receipt that the goods came with; its price is owed back.")),
	FIELD(purchase_return, reason, "reason", N_("Reason"), VT_TEXT, REQUIRED, .max = 200,
	      .help = N_("Why it goes back: broken, wrong, too much. It stands on the return.")),
	LINES(purchase_return, lines, "lines", N_("Parts"), slip_line_input, slip_line, SLIP_LINES_MOST,
	      REQUIRED, .help = N_("One row for each part: which, and how many.")),
	{ 0 },
};

struct returning {
	struct ctx *ctx;
	struct err *e;
	struct receipt_head head;
	struct received *line;
	size_t n;
	struct posting *p;
	int64_t document, sum, pos;
};

static int64_t part_left(const struct returning *r, int64_t part_id)
{
	int64_t left = 0;

	for (size_t i = 0; i < r->n; i++)
		left += r->line[i].part_id == part_id ? r->line[i].qty - r->line[i].returned : 0;
	return left;
}

static void return_write(struct returning *r, const struct received *l, int64_t qty, int64_t amount,
			 int64_t tax, int64_t value)
{
	db_exec(
	    r->ctx->db,
	    SQL("INSERT INTO purchase_line (document_id, pos, part_id, warehouse_id, qty, cost, amount, "
		"value, tax, returns_id) VALUES (:document, :pos, :part, :warehouse, :qty, :cost, :amount, "
		":value, :tax, :returns)"),
	    BIND(B_INT("document", r->document), B_INT("pos", ++r->pos), B_INT("part", l->part_id),
		 B_INT("warehouse", l->warehouse_id), B_INT("qty", qty), B_INT("cost", l->cost),
		 B_INT("amount", amount), B_INT("value", value), B_INT("tax", tax), B_INT("returns", l->id)));
}

/* Some of one received line goes back. */
static bool return_piece(struct returning *r, struct received *l, int64_t qty)
{
	int64_t left = l->qty - l->returned, value;
	int64_t amount = qty == left ? l->owed : muldiv(l->owed, qty, left);
	int64_t tax = qty == left ? l->tax : muldiv(l->tax, qty, left);
	struct stock_move m = {
		.part_id = l->part_id,
		.warehouse_id = l->warehouse_id,
		.qty = qty,
		.document_id = r->document,
		.of_id = r->head.id,
	};

	if (!stock_take(r->ctx, &m, &value, r->e))
		return false;
	return_write(r, l, qty, amount, tax, value);
	l->returned += qty;
	l->owed -= amount;
	l->tax -= tax;
	r->sum += amount;
	posting_add(r->p,
		    (struct posting_line){ .account = ACC_STOCK, .amount = -value, .part_id = l->part_id });
	posting_add(r->p, (struct posting_line){ .account = ACC_INPUT_TAX, .amount = -tax });
	posting_add(r->p, (struct posting_line){ .account = ACC_PRICE_VARIANCE,
						 .amount = value + tax - amount,
						 .part_id = l->part_id });
	return true;
}

static bool return_part(struct returning *r, int64_t part_id, int64_t qty)
{
	int64_t left = part_left(r, part_id);

	if (qty > left)
		return err_field(
		    r->e, "lines.qty",
		    left ? N_("Of %2$s only %1$s came on %3$s and was not sent back")
			 : N_("%2$s did not come on %3$s, or all of it was sent back (%1$s left)"),
		    qty_text(r->ctx->arena, left), part_title(r->ctx, part_id), r->head.number);
	for (size_t i = 0; i < r->n && qty > 0; i++) {
		struct received *l = &r->line[i];
		int64_t now = l->qty - l->returned < qty ? l->qty - l->returned : qty;

		if (l->part_id != part_id || now <= 0)
			continue;
		if (!return_piece(r, l, now))
			return false;
		qty -= now;
	}
	return true;
}

static bool return_lines(struct returning *r, const struct lines *lines)
{
	for (size_t i = 0; i < lines->n; i++) {
		const struct slip_line *l = LINE_AT(*lines, struct slip_line, i);

		if (!return_part(r, l->part, l->qty)) {
			r->e->line = (int)i + 1;
			return false;
		}
	}
	return true;
}

/* What was asked for is worth, before anything is written: the document's amount. */
static int64_t return_worth(const struct returning *r, const struct lines *lines)
{
	struct received *l = ARENA_ARRAY(r->ctx->arena, struct received, RECEIPT_LINES_MOST);
	int64_t sum = 0;

	for (size_t k = 0; k < r->n; k++)
		l[k] = r->line[k];
	for (size_t i = 0; i < lines->n; i++) {
		const struct slip_line *want = LINE_AT(*lines, struct slip_line, i);
		int64_t qty = want->qty;

		for (size_t k = 0; k < r->n && qty > 0; k++) {
			int64_t left = l[k].qty - l[k].returned, now = left < qty ? left : qty, amount;

			if (l[k].part_id != want->part || now <= 0)
				continue;
			amount = now == left ? l[k].owed : muldiv(l[k].owed, now, left);
			l[k].returned += now;
			l[k].owed -= amount;
			sum += amount;
			qty -= now;
		}
	}
	return sum;
}

static bool purchase_return_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct purchase_return *in = input;
	struct receipt_head h;

	return !HAS(in, receipt) || receipt_read(ctx, in->receipt, "receipt", &h, e);
}

static bool purchase_return_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct purchase_return *in = input;
	struct returning r = { .ctx = ctx, .e = e, .p = posting_new(ctx->arena) };
	struct ctx with = *ctx;

	if (!receipt_read(ctx, in->receipt, "receipt", &r.head, e))
		return false;
	r.line = ARENA_ARRAY(ctx->arena, struct received, RECEIPT_LINES_MOST);
	r.n = received_read(ctx, in->receipt, r.line);
	with.remark = in->reason;
	r.document = document_post(&with, &(struct document){ .kind = DOC_PURCHASE_RETURN,
							      .party_id = r.head.supplier_id,
							      .amount = return_worth(&r, &in->lines) });
	db_exec(ctx->db, SQL("INSERT INTO purchase_return (id, receipt_id) VALUES (:id, :receipt)"),
		BIND(B_INT("id", r.document), B_INT("receipt", in->receipt)));
	if (!return_lines(&r, &in->lines))
		return false;
	if (r.head.estimated)
		posting_add(r.p, (struct posting_line){ .account = ACC_RECEIVED_NOT_INVOICED,
							.amount = r.sum,
							.party_id = r.head.supplier_id });
	else
		payable_add(ctx, r.p, r.document, r.head.supplier_id, -r.sum);
	answer_say(ctx, N_("%s: goods for %s go back"), ctx->answer->number, money_text(ctx->arena, r.sum));
	return ledger_post(ctx, r.document, r.p, e);
}

COMMAND(purchase_return) = {
	.name = "purchase.return",
	.title = N_("Return goods to a supplier"),
	.help = N_("Goods of a receipt go back; the supplier owes the price they came with."),
	.undo = UNDO_REVERSE,
	.input = purchase_return_input,
	.size = sizeof(struct purchase_return),
	.prints = "purchase_return",
	.may = purchase_return_may,
	.run = purchase_return_run,
};
