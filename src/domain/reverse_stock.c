/* reverse_stock.c - reversing what moved goods: issues, returns, receipts and opening stock.
 *
 * Goods that came in go out at the value they brought, as far as it is still there: a receipt's difference is
 * price variance, a return's stays with the work order, whose costs are what its movements say. */
#include "domain/document.h"
#include "domain/job.h"
#include "domain/reverse.h"
#include "domain/stock.h"
#include "domain/stock_slip.h"

size_t moved_read(struct ctx *ctx, int64_t document_id, struct moved **ret)
{
	int64_t most = db_int(ctx->db, SQL("SELECT count(*) FROM stock_move WHERE document_id = :document"),
			      BIND(B_INT("document", document_id)), 0);
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT m.id, m.part_id, m.warehouse_id, m.job_line_id, m.returns_id, m.qty, m.value, "
		"coalesce((SELECT sum(r.qty) FROM stock_move r WHERE r.returns_id = m.id), 0) "
		"FROM stock_move m WHERE m.document_id = :document ORDER BY m.id LIMIT :most"),
	    BIND(B_INT("document", document_id), B_INT("most", most)));
	struct moved *m = ARENA_ARRAY(ctx->arena, struct moved, most);
	size_t n = 0;

	while (cur_next(c))
		m[n++] =
		    (struct moved){ cur_int(c, 0), cur_int(c, 1), cur_int(c, 2), cur_int(c, 3), cur_int(c, 4),
				    cur_int(c, 5), cur_int(c, 6), cur_int(c, 7), document_id };
	*ret = m;
	return n;
}

struct stock_move moved_back(const struct moved *m, int64_t document_id)
{
	return (struct stock_move){ .part_id = m->part_id,
				    .warehouse_id = m->warehouse_id,
				    .qty = m->qty < 0 ? -m->qty : m->qty,
				    .document_id = document_id,
				    .job_line_id = m->job_line_id,
				    .returns_id = m->returns_id,
				    .of_id = m->document_id,
				    .consigned = true };
}

void moved_vary(struct posting *p, const struct moved *m, int64_t value)
{
	posting_add(p, (struct posting_line){
			   .account = ACC_STOCK, .amount = m->value - value, .part_id = m->part_id });
	posting_add(p, (struct posting_line){ .account = ACC_PRICE_VARIANCE,
					      .amount = value - m->value,
					      .part_id = m->part_id });
}

bool moved_out(struct ctx *ctx, const struct moved *m, const struct stock_move *out, struct posting *p,
	       struct err *e)
{
	int64_t value;

	if (!stock_take_back(ctx, out, m->value, &value, e))
		return false;
	moved_vary(p, m, value);
	return true;
}

static void post_move(struct posting *p, const struct posted *d, int64_t part_id, int64_t value)
{
	posting_add(p, (struct posting_line){ .account = ACC_WIP, .amount = value, .job_id = d->job_id });
	posting_add(p, (struct posting_line){ .account = ACC_STOCK, .amount = -value, .part_id = part_id });
}

static bool job_movable(struct ctx *ctx, const struct posted *d, struct err *e)
{
	return job_unsettled(ctx, d->job_id, e);
}

static bool reverse_issue(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	struct posting *p = posting_new(ctx->arena);
	struct moved *m;
	size_t n = moved_read(ctx, d->id, &m);
	int64_t document = posted_reverse(ctx, d, reason);

	for (size_t i = 0; i < n; i++) {
		struct stock_move back = moved_back(&m[i], document);

		back.job_id = d->job_id;
		back.returns_id = m[i].id;
		if (m[i].back)
			return err_field(e, "document",
					 N_("A part of %s came back already. Return the rest (stock.return)"),
					 d->number);
		if (!stock_put(ctx, &back, -m[i].value, e))
			return false;
		slip_issued(ctx, m[i].job_line_id, m[i].qty);
		post_move(p, d, m[i].part_id, m[i].value);
	}
	return ledger_post(ctx, document, p, e);
}

REVERSAL(issue) = {
	.kinds = { DOC_ISSUE },
	.may = job_movable,
	.run = reverse_issue,
};

static bool reverse_return(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	struct posting *p = posting_new(ctx->arena);
	struct moved *m;
	size_t n = moved_read(ctx, d->id, &m);
	int64_t document = posted_reverse(ctx, d, reason), value;

	for (size_t i = 0; i < n; i++) {
		struct stock_move out = moved_back(&m[i], document);

		out.job_id = d->job_id;
		if (!stock_take_back(ctx, &out, m[i].value, &value, e))
			return false;
		slip_issued(ctx, m[i].job_line_id, m[i].qty);
		post_move(p, d, m[i].part_id, value);
	}
	return ledger_post(ctx, document, p, e);
}

REVERSAL(stock_return) = {
	.kinds = { DOC_RETURN },
	.may = job_movable,
	.run = reverse_return,
};

bool reverse_receipt(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	struct posting *p = posting_new(ctx->arena);
	int64_t document = posted_reverse(ctx, d, reason);
	struct moved *m;
	size_t n = moved_read(ctx, d->id, &m);

	posting_opposite(ctx, p, d->id);
	for (size_t i = 0; i < n; i++) {
		struct stock_move out = moved_back(&m[i], document);

		if (!moved_out(ctx, &m[i], &out, p, e))
			return false;
	}
	return ledger_post(ctx, document, p, e);
}

REVERSAL(opening_stock) = {
	.kinds = { DOC_OPENING_STOCK },
	.run = reverse_receipt,
};
