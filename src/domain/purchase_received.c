/* purchase_received.c - what has become of a receipt: sent back, invoiced; and how its cost changes later. */
#include "base/muldiv.h"
#include "domain/document.h"
#include "domain/purchase.h"

bool receipt_read(struct ctx *ctx, int64_t id, const char *field, struct receipt_head *ret, struct err *e)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT p.supplier_id, p.order_id, d.number, p.estimated AND NOT EXISTS (SELECT 1 FROM "
		"purchase_line l JOIN purchase_invoice_line i ON i.line_id = l.id WHERE l.document_id = p.id "
		"AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = i.document_id)), r.number "
		"FROM purchase p JOIN document d ON d.id = p.id LEFT JOIN document r ON r.reverses_id = d.id "
		"WHERE p.id = :id"),
	    BIND(B_INT("id", id)));
	const char *by = NULL;

	if (!cur_next(c))
		return err_field(e, field, N_("%s is no receipt of goods"), document_number(ctx, id));
	*ret = (struct receipt_head){ .id = id,
				      .supplier_id = cur_int(c, 0),
				      .order_id = cur_int(c, 1),
				      .number = arena_strdup(ctx->arena, cur_text(c, 2)),
				      .estimated = cur_int(c, 3) != 0 };
	if (!cur_null(c, 4))
		by = arena_strdup(ctx->arena, cur_text(c, 4));
	cur_close(c);
	return !by || err_field(e, field, N_("%s is reversed already (%s)"), ret->number, by);
}

size_t received_read(struct ctx *ctx, int64_t receipt_id, struct received *ret)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT l.id, l.part_id, l.warehouse_id, l.qty, l.cost, l.amount, i.document_id IS NOT NULL, "
		"coalesce(sum(b.qty), 0), coalesce(i.amount, l.amount) - coalesce(sum(b.amount) FILTER "
		"(WHERE b.document_id > coalesce(i.document_id, 0)), 0), coalesce(i.tax, 0) - "
		"coalesce(sum(b.tax) FILTER (WHERE b.document_id > coalesce(i.document_id, 0)), 0) "
		"FROM purchase_line l LEFT JOIN purchase_invoice_line i ON i.line_id = l.id AND NOT EXISTS "
		"(SELECT 1 FROM document r WHERE r.reverses_id = i.document_id) "
		"LEFT JOIN purchase_line b ON b.returns_id = l.id AND NOT EXISTS (SELECT 1 FROM document r "
		"WHERE r.reverses_id = b.document_id) WHERE l.document_id = :receipt "
		"GROUP BY l.id, i.id ORDER BY l.pos"),
	    BIND(B_INT("receipt", receipt_id)));
	size_t n = 0;

	while (cur_next(c)) {
		struct received *l = &ret[n++];

		*l = (struct received){ .id = cur_int(c, 0),
					.part_id = cur_int(c, 1),
					.warehouse_id = cur_int(c, 2),
					.qty = cur_int(c, 3),
					.cost = cur_int(c, 4),
					.amount = cur_int(c, 5),
					.invoiced = cur_int(c, 6) != 0,
					.returned = cur_int(c, 7),
					.owed = cur_int(c, 8),
					.tax = cur_int(c, 9) };
		if (n == RECEIPT_LINES_MOST) {
			cur_close(c);
			break;
		}
	}
	return n;
}

bool received_recost(struct ctx *ctx, struct posting *p, int64_t document_id, const struct received *l,
		     int64_t difference, int64_t *ret_to_stock, struct err *e)
{
	int64_t left = l->qty - l->returned, there, part;
	struct stock_move m = { .part_id = l->part_id,
				.warehouse_id = l->warehouse_id,
				.document_id = document_id };

	there = db_int(ctx->db, SQL("SELECT qty FROM stock_value WHERE id = :part"),
		       BIND(B_INT("part", l->part_id)), 0);
	part = there >= left ? difference : muldiv(difference, there, left);
	if (!stock_revalue(ctx, &m, part, ret_to_stock, e))
		return false;
	posting_add(
	    p, (struct posting_line){ .account = ACC_STOCK, .amount = *ret_to_stock, .part_id = l->part_id });
	posting_add(p, (struct posting_line){ .account = ACC_PRICE_VARIANCE,
					      .amount = difference - *ret_to_stock,
					      .part_id = l->part_id });
	return true;
}
