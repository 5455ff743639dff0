/* sale_reverse.c - taking a sale or a return back as if it had not been: goods, money, bills and the entry. */
#include "domain/reverse.h"
#include "domain/invoice.h"
#include "domain/core.h"
#include "domain/bill.h"
#include "domain/document.h"
#include "domain/payment_source.h"
#include "domain/sale.h"
#include "domain/stock.h"

#define MOVES_MOST 500

/* ---- what both share ---- */

struct moved {
	int64_t id, part_id, warehouse_id, returns_id, qty, value;
};

static size_t moved_read(struct ctx *ctx, int64_t document_id, struct moved **ret)
{
	struct cur *c =
	    db_open(ctx->db,
		    SQL("SELECT id, part_id, warehouse_id, returns_id, qty, value FROM stock_move "
			"WHERE document_id = :document ORDER BY id"),
		    BIND(B_INT("document", document_id)));
	struct moved *m = ARENA_ARRAY(ctx->arena, struct moved, MOVES_MOST);
	size_t n = 0;

	while (cur_next(c)) {
		m[n++] = (struct moved){ cur_int(c, 0), cur_int(c, 1), cur_int(c, 2),
					 cur_int(c, 3), cur_int(c, 4), cur_int(c, 5) };
		if (n == MOVES_MOST) {
			cur_close(c);
			break;
		}
	}
	*ret = m;
	return n;
}

/* The lines of the entry that are not money, turned round; the money goes by the till that is open now. */
static void entry_opposite(struct ctx *ctx, struct posting *p, int64_t document_id)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT l.account_id, l.amount, l.party_id, l.part_id, l.card_id FROM "
		"entry e JOIN entry_line l "
		"ON l.entry_id = e.id WHERE e.document_id = :document "
		"AND l.account_id NOT IN (SELECT account_id FROM pay_method WHERE money) ORDER BY l.id"),
	    BIND(B_INT("document", document_id)));

	while (cur_next(c))
		posting_add(p, (struct posting_line){ .account = cur_int(c, 0),
						      .amount = -cur_int(c, 1),
						      .party_id = cur_int(c, 2),
						      .part_id = cur_int(c, 3),
						      .card_id = cur_int(c, 4) });
}

struct use {
	int64_t bill_id, amount;
	bool own; /* a bill of this document */
};

/* What the document paid is not paid by it any more; bills of others are open again. */
static void uses_undo(struct ctx *ctx, int64_t document_id, int64_t reversal_id)
{
	struct use *use = ARENA_ARRAY(ctx->arena, struct use, MOVES_MOST);
	struct cur *c =
	    db_open(ctx->db,
		    SQL("SELECT a.bill_id, a.amount, b.document_id = :document FROM allocation a "
			"JOIN bill b ON b.id = a.bill_id WHERE a.document_id = :document ORDER BY a.id"),
		    BIND(B_INT("document", document_id)));
	size_t n = 0;

	while (cur_next(c)) {
		use[n++] = (struct use){ cur_int(c, 0), cur_int(c, 1), cur_int(c, 2) };
		if (n == MOVES_MOST) {
			cur_close(c);
			break;
		}
	}
	for (size_t i = 0; i < n; i++) {
		db_exec(ctx->db,
			SQL("INSERT INTO allocation (document_id, bill_id, amount) "
			    "VALUES (:document, :bill, :amount)"),
			BIND(B_INT("document", reversal_id), B_INT("bill", use[i].bill_id),
			     B_INT("amount", -use[i].amount)));
		if (!use[i].own)
			db_exec(
			    ctx->db,
			    SQL("INSERT INTO bill_open (id, party_id, due_on, amount) SELECT id, party_id, "
				"due_on, :amount FROM bill WHERE id = :bill "
				"ON CONFLICT (id) DO UPDATE SET amount = amount + excluded.amount"),
			    BIND(B_INT("amount", use[i].amount), B_INT("bill", use[i].bill_id)));
	}
	db_exec(ctx->db,
		SQL("DELETE FROM bill_open WHERE id IN (SELECT id FROM bill WHERE document_id = :document)"),
		BIND(B_INT("document", document_id)));
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
	struct posting *p = ARENA_NEW(ctx->arena, struct posting);
	struct moved *m;
	size_t n = moved_read(ctx, d->id, &m);
	int64_t document;

	document = posted_reverse(ctx, d, reason);
	for (size_t i = 0; i < n; i++) {
		struct stock_move back = { .part_id = m[i].part_id,
					   .warehouse_id = m[i].warehouse_id,
					   .qty = -m[i].qty,
					   .document_id = document,
					   .returns_id = m[i].id };

		if (!stock_put(ctx, &back, -m[i].value, e))
			return false;
	}
	entry_opposite(ctx, p, d->id);
	uses_undo(ctx, d->id, document);
	return payments_turn(ctx, d, document, p, e) && ledger_post(ctx, document, p, e) &&
	       core_origin_reverse(ctx, d, reason, e);
}

REVERSAL(sale) = {
	.kinds = { DOC_SALE },
	.may = sale_reversible,
	.run = reverse_sale,
};

bool reverse_paid_back(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	struct posting *p = ARENA_NEW(ctx->arena, struct posting);
	int64_t document = posted_reverse(ctx, d, reason);

	entry_opposite(ctx, p, d->id);
	uses_undo(ctx, d->id, document);
	return payments_turn(ctx, d, document, p, e) && ledger_post(ctx, document, p, e);
}

/* ---- a return ---- */

/* Goods that came back go out again at the value they brought, as far as it is there; the rest is variance. */
static bool goods_out_again(struct ctx *ctx, const struct posted *d, int64_t document, struct posting *p,
			    struct err *e)
{
	struct moved *m;
	size_t n = moved_read(ctx, d->id, &m);

	for (size_t i = 0; i < n; i++) {
		struct stock_move out = { .part_id = m[i].part_id,
					  .warehouse_id = m[i].warehouse_id,
					  .qty = m[i].qty,
					  .document_id = document,
					  .returns_id = m[i].returns_id,
					  .of_id = d->id };
		int64_t value;

		if (!stock_take_back(ctx, &out, m[i].value, &value, e))
			return false;
		posting_add(p, (struct posting_line){ .account = ACC_STOCK,
						      .amount = m[i].value - value,
						      .part_id = m[i].part_id });
		posting_add(p, (struct posting_line){ .account = ACC_PRICE_VARIANCE,
						      .amount = value - m[i].value,
						      .part_id = m[i].part_id });
	}
	return true;
}

static bool reverse_sale_return(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	struct posting *p = ARENA_NEW(ctx->arena, struct posting);
	int64_t document = posted_reverse(ctx, d, reason);

	entry_opposite(ctx, p, d->id);
	if (!goods_out_again(ctx, d, document, p, e))
		return false;
	uses_undo(ctx, d->id, document);
	return payments_turn(ctx, d, document, p, e) && ledger_post(ctx, document, p, e);
}

REVERSAL(sale_return) = {
	.kinds = { DOC_SALE_RETURN },
	.run = reverse_sale_return,
};
