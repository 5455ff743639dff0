/* sale_reverse.c - taking a sale or a return back as if it had not been: goods, money, bills and the entry. */
#include "domain/reverse.h"
#include "domain/invoice.h"
#include "domain/core.h"
#include "domain/bill.h"
#include "domain/document.h"
#include "domain/payment_source.h"
#include "domain/sale.h"
#include "domain/stock.h"

/* ---- what both share ---- */

/* What the document paid is not paid by it any more: bills of others are open again, its own are gone. */
static bool uses_undo(struct ctx *ctx, int64_t document_id, int64_t reversal_id)
{
	bool ok = allocations_turn(ctx, document_id, reversal_id);

	bills_drop(ctx, document_id);
	return ok;
}

/* ---- a sale ---- */

static bool sale_stands_alone(struct ctx *ctx, const struct posted *d, struct err *e)
{
	const char *number = db_text(
	    ctx->db, ctx->arena,
	    SQL("SELECT d.number FROM sale_return s JOIN document d ON d.id = s.id WHERE s.sale_id = :sale "
		"AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = s.id) LIMIT 1"),
	    BIND(B_INT("sale", d->id)));

	if (number)
		return err_field(e, "document", N_("Goods of %s came back with %s. Reverse that first"),
				 d->number, number);
	if (!bill_untouched(ctx, d->id, d->number, e))
		return false;
	number = db_text(
	    ctx->db, ctx->arena,
	    SQL("SELECT d.number FROM bill b JOIN allocation a ON a.bill_id = b.id "
		"JOIN document d ON d.id = a.document_id WHERE b.document_id = :sale AND d.id <> :sale "
		"AND d.kind_id <> 12 AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = d.id) "
		"LIMIT 1"),
	    BIND(B_INT("sale", d->id)));
	return !number ||
	       err_field(e, "document", N_("%s was paid with %s. Reverse that first"), d->number, number);
}

static bool sale_reversible(struct ctx *ctx, const struct posted *d, struct err *e)
{
	return sale_stands_alone(ctx, d, e) && invoice_free(ctx, d->id, e);
}

static bool reverse_sale(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	struct posting *p = posting_new(ctx->arena);
	struct moved *m;
	size_t n = moved_read(ctx, d->id, &m);
	int64_t document;

	document = posted_reverse(ctx, d, reason);
	for (size_t i = 0; i < n; i++) {
		struct stock_move back = moved_back(&m[i], document);

		back.returns_id = m[i].id;
		if (!stock_put(ctx, &back, -m[i].value, e))
			return false;
	}
	posting_opposite_but_money(ctx, p, d->id);
	return uses_undo(ctx, d->id, document) && payments_turn(ctx, d, document, p, e) &&
	       ledger_post(ctx, document, p, e) && core_origin_reverse(ctx, d, reason, e);
}

REVERSAL(sale) = {
	.kinds = { DOC_SALE },
	.may = sale_reversible,
	.run = reverse_sale,
};

bool reverse_paid_back(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	struct posting *p = posting_new(ctx->arena);
	int64_t document = posted_reverse(ctx, d, reason);

	posting_opposite_but_money(ctx, p, d->id);
	return uses_undo(ctx, d->id, document) && payments_turn(ctx, d, document, p, e) &&
	       ledger_post(ctx, document, p, e);
}

/* ---- a return ---- */

/* Goods that came back go out again at the value they brought, as far as it is there; the rest is variance. */
static bool goods_out_again(struct ctx *ctx, const struct posted *d, int64_t document, struct posting *p,
			    struct err *e)
{
	struct moved *m;
	size_t n = moved_read(ctx, d->id, &m);

	for (size_t i = 0; i < n; i++) {
		struct stock_move out = moved_back(&m[i], document);

		if (!moved_out(ctx, &m[i], &out, p, e))
			return false;
	}
	return true;
}

static bool reverse_sale_return(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	struct posting *p = posting_new(ctx->arena);
	int64_t document = posted_reverse(ctx, d, reason);

	posting_opposite_but_money(ctx, p, d->id);
	if (!goods_out_again(ctx, d, document, p, e))
		return false;
	return uses_undo(ctx, d->id, document) && payments_turn(ctx, d, document, p, e) &&
	       ledger_post(ctx, document, p, e) && core_return_reverse(ctx, d, reason, e);
}

REVERSAL(sale_return) = {
	.kinds = { DOC_SALE_RETURN },
	.run = reverse_sale_return,
};
