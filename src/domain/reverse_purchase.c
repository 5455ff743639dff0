/* reverse_purchase.c - reversing receipts of goods. */
#include "domain/payable.h"
#include "domain/purchase.h"
#include "domain/want.h"

/* Nothing was sent back, invoiced or charged on top of it since. */
static bool receipt_untouched(struct ctx *ctx, const struct posted *d, struct err *e)
{
	const char *by = db_text(
	    ctx->db, ctx->arena,
	    SQL("SELECT d.number FROM document d WHERE NOT EXISTS (SELECT 1 FROM document r WHERE "
		"r.reverses_id = d.id) "
		"AND d.id IN (SELECT id FROM purchase_return WHERE receipt_id = :id UNION ALL "
		"SELECT id FROM purchase_freight WHERE receipt_id = :id UNION ALL "
		"SELECT i.document_id FROM purchase_line l JOIN purchase_invoice_line i ON i.line_id = l.id "
		"WHERE l.document_id = :id) ORDER BY d.id DESC LIMIT 1"),
	    BIND(B_INT("id", d->id)));

	return !by || err_field(e, "document", N_("%s is built on %s. Reverse that first"), by, d->number);
}

/* The order waits for it again. */
static void order_empty(struct ctx *ctx, int64_t receipt_id)
{
	int64_t order = db_int(ctx->db, SQL("SELECT order_id FROM purchase WHERE id = :id"),
			       BIND(B_INT("id", receipt_id)), 0);

	db_exec(ctx->db,
		SQL("UPDATE purchase_order_line SET ver = ver + 1, received_qty = received_qty - (SELECT "
		    "sum(a.qty) "
		    "FROM purchase_arrival a JOIN purchase_line l ON l.id = a.line_id WHERE l.document_id = "
		    ":receipt "
		    "AND a.order_line_id = purchase_order_line.id) WHERE id IN (SELECT a.order_line_id FROM "
		    "purchase_arrival a JOIN purchase_line l ON l.id = a.line_id WHERE l.document_id = "
		    ":receipt)"),
		BIND(B_INT("receipt", receipt_id)));
	if (order)
		order_state(ctx, order);
	want_gone(ctx, receipt_id);
}

bool reverse_purchase(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	if (!receipt_untouched(ctx, d, e) || !payable_unpaid(ctx, d->id, d->number, e))
		return false;
	payable_drop(ctx, d->id);
	order_empty(ctx, d->id);
	return reverse_receipt(ctx, d, reason, e);
}
