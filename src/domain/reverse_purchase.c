/* reverse_purchase.c - reversing receipts of goods. */
#include "domain/money_slip.h"
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

static bool purchase_reversible(struct ctx *ctx, const struct posted *d, struct err *e)
{
	return receipt_untouched(ctx, d, e) && payable_unpaid(ctx, d->id, d->number, e);
}

static bool reverse_purchase(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	payable_drop(ctx, d->id);
	order_empty(ctx, d->id);
	return reverse_receipt(ctx, d, reason, e);
}

REVERSAL(purchase) = {
	.kinds = { DOC_PURCHASE },
	.may = purchase_reversible,
	.run = reverse_purchase,
};

/* ---- what changed values only: invoices and freight ---- */

/* The change of value goes back as far as the goods are there; the rest is price variance. */
static bool values_back(struct ctx *ctx, const struct posted *d, int64_t document, struct posting *p,
			struct err *e)
{
	struct stock_move *m = NULL;
	int64_t *value = NULL, back;
	struct cur *c =
	    db_open(ctx->db,
		    SQL("SELECT part_id, warehouse_id, value FROM stock_move WHERE document_id = :id "
			"ORDER BY id"),
		    BIND(B_INT("id", d->id)));
	size_t n = 0;

	while (cur_next(c)) {
		ARENA_MORE(ctx->arena, m, n);
		ARENA_MORE(ctx->arena, value, n);
		m[n] = (struct stock_move){ .part_id = cur_int(c, 0),
					    .warehouse_id = cur_int(c, 1),
					    .document_id = document };
		value[n++] = cur_int(c, 2);
	}
	for (size_t i = 0; i < n; i++) {
		if (!stock_revalue(ctx, &m[i], -value[i], &back, e))
			return false;
		posting_add(p, (struct posting_line){ .account = ACC_STOCK,
						      .amount = value[i] + back,
						      .part_id = m[i].part_id });
		posting_add(p, (struct posting_line){ .account = ACC_PRICE_VARIANCE,
						      .amount = -value[i] - back,
						      .part_id = m[i].part_id });
	}
	return true;
}

/* Goods that went back since were priced by the invoice. */
static bool invoice_untouched(struct ctx *ctx, const struct posted *d, struct err *e)
{
	const char *by =
	    db_text(ctx->db, ctx->arena,
		    SQL("SELECT b.number FROM purchase_invoice_line i JOIN purchase_line l ON l.returns_id = "
			"i.line_id "
			"JOIN document b ON b.id = l.document_id WHERE i.document_id = :id AND b.id > :id "
			"AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = b.id) LIMIT 1"),
		    BIND(B_INT("id", d->id)));

	return !by || err_field(e, "document", N_("%s is built on %s. Reverse that first"), by, d->number);
}

static bool purchase_invoice_reversible(struct ctx *ctx, const struct posted *d, struct err *e)
{
	return invoice_untouched(ctx, d, e) && payable_unpaid(ctx, d->id, d->number, e);
}

static bool reverse_purchase_invoice(struct ctx *ctx, const struct posted *d, const char *reason,
				     struct err *e)
{
	struct posting *p = posting_new(ctx->arena);
	int64_t document;

	payable_drop(ctx, d->id);
	document = posted_reverse(ctx, d, reason);
	posting_opposite(ctx, p, d->id);
	return values_back(ctx, d, document, p, e) && ledger_post(ctx, document, p, e);
}

REVERSAL(purchase_invoice) = {
	.kinds = { DOC_PURCHASE_INVOICE, DOC_PURCHASE_FREIGHT },
	.may = purchase_invoice_reversible,
	.run = reverse_purchase_invoice,
};

/* ---- returns ---- */

/* An invoice that came since is for what was kept then. */
static bool return_not_invoiced(struct ctx *ctx, const struct posted *d, struct err *e)
{
	const char *by =
	    db_text(ctx->db, ctx->arena,
		    SQL("SELECT v.number FROM purchase_line l JOIN purchase_line f ON f.id = l.returns_id "
			"JOIN purchase_line k ON k.document_id = f.document_id "
			"JOIN purchase_invoice_line i ON i.line_id = k.id JOIN document v ON v.id = "
			"i.document_id WHERE l.document_id = :id AND v.id > :id "
			"AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = v.id) LIMIT 1"),
		    BIND(B_INT("id", d->id)));

	return !by || err_field(e, "document", N_("%s is built on %s. Reverse that first"), by, d->number);
}

static bool purchase_return_reversible(struct ctx *ctx, const struct posted *d, struct err *e)
{
	return return_not_invoiced(ctx, d, e) && payable_unpaid(ctx, d->id, d->number, e);
}

static bool reverse_purchase_return(struct ctx *ctx, const struct posted *d, const char *reason,
				    struct err *e)
{
	struct posting *p = posting_new(ctx->arena);
	int64_t document, n;

	payable_drop(ctx, d->id);
	document = posted_reverse(ctx, d, reason);
	posting_opposite(ctx, p, d->id);
	n = db_int(ctx->db, SQL("SELECT count(*) FROM purchase_line WHERE document_id = :id"),
		   BIND(B_INT("id", d->id)), 0);
	for (int64_t i = 1; i <= n; i++) {
		struct stock_move m = { .document_id = document, .of_id = d->id };
		struct cur *c = db_open(ctx->db,
					SQL("SELECT part_id, warehouse_id, qty, value FROM purchase_line "
					    "WHERE document_id = :id AND pos = :pos"),
					BIND(B_INT("id", d->id), B_INT("pos", i)));
		int64_t value;

		if (!cur_next(c))
			continue;
		m.part_id = cur_int(c, 0);
		m.warehouse_id = cur_int(c, 1);
		m.qty = cur_int(c, 2);
		value = cur_int(c, 3);
		cur_close(c);
		if (!stock_put(ctx, &m, value, e))
			return false;
	}
	return ledger_post(ctx, document, p, e);
}

REVERSAL(purchase_return) = {
	.kinds = { DOC_PURCHASE_RETURN },
	.may = purchase_return_reversible,
	.run = reverse_purchase_return,
};

/* ---- payments ---- */

static void allocations_back(struct ctx *ctx, int64_t paid_by, int64_t document)
{
	int64_t last = 0, payable, amount;

	for (;;) {
		struct cur *c =
		    db_open(ctx->db,
			    SQL("SELECT id, payable_id, amount FROM payable_allocation "
				"WHERE document_id = :document AND id > :last ORDER BY id LIMIT 1"),
			    BIND(B_INT("document", paid_by), B_INT("last", last)));

		if (!cur_next(c))
			return;
		last = cur_int(c, 0);
		payable = cur_int(c, 1);
		amount = cur_int(c, 2);
		cur_close(c);
		payable_pay(ctx, document, payable, -amount);
	}
}

static bool supplier_payment_reversible(struct ctx *ctx, const struct posted *d, struct err *e)
{
	int64_t ahead = db_int(ctx->db, SQL("SELECT ahead - used FROM supplier_payment WHERE id = :id"),
			       BIND(B_INT("id", d->id)), 0);

	return ledger_party(ctx, d->party_id, ACC_ADVANCE_PAID) >= ahead ||
	       err_field(e, "document",
			 N_("What %s paid in advance is used. Reverse the payment that used it first"),
			 d->number);
}

static bool reverse_supplier_payment(struct ctx *ctx, const struct posted *d, const char *reason,
				     struct err *e)
{
	struct posting *p = posting_new(ctx->arena);
	int64_t document = posted_reverse(ctx, d, reason);

	allocations_back(ctx, d->id, document);
	posting_opposite_but_money(ctx, p, d->id);
	return payments_turn(ctx, d, document, p, e) && ledger_post(ctx, document, p, e);
}

REVERSAL(supplier_payment) = {
	.kinds = { DOC_SUPPLIER_PAYMENT, DOC_SUPPLIER_REFUND },
	.may = supplier_payment_reversible,
	.run = reverse_supplier_payment,
};
