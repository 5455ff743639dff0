/* credit_reverse.c - a credit note is taken back: what it had given is owed again, its goods go out again.
 *
 * Goods go out at the value they came back with, as far as it is still there; the difference is price variance. */
#include "domain/reverse.h"
#include "domain/credit_private.h"

#include "base/money.h"
#include "domain/bill.h"
#include "domain/document.h"
#include "domain/payment_source.h"
#include "domain/stock.h"
#include "domain/stock_slip.h"

struct taking_back {
	struct ctx *ctx;
	struct err *e;
	const struct posted *d;
	struct posting *p;
	int64_t document;
};

struct freed {
	int64_t bill_id, party_id, document_id, amount;
};

static struct freed *freed_read(struct ctx *ctx, int64_t credit_id, size_t *ret_n)
{
	struct cur *c =
	    db_open(ctx->db,
		    SQL("SELECT f.bill_id, b.party_id, f.document_id, f.amount FROM credit_freed f "
			"JOIN bill b ON b.id = f.bill_id WHERE f.credit_id = :id ORDER BY f.id"),
		    BIND(B_INT("id", credit_id)));
	struct freed *f = NULL;
	size_t n = 0;

	while (cur_next(c)) {
		ARENA_MORE(ctx->arena, f, n);
		f[n++] = (struct freed){ cur_int(c, 0), cur_int(c, 1), cur_int(c, 2), cur_int(c, 3) };
	}
	*ret_n = n;
	return f;
}

/* Does the payment hold what it is to pay once more? A refund may have given it back since. */
static bool payment_holds(struct ctx *ctx, int64_t document_id, int64_t wanted)
{
	return !db_exists(ctx->db,
			  SQL("SELECT 1 FROM document d WHERE d.id = :document AND d.kind_id = :payment AND "
			      "(EXISTS (SELECT "
			      "1 FROM document r WHERE r.reverses_id = d.id) OR :left - coalesce((SELECT "
			      "sum(a.amount) FROM "
			      "allocation a WHERE a.document_id = d.id AND NOT EXISTS (SELECT 1 FROM bill b "
			      "JOIN document r "
			      "ON r.reverses_id = b.document_id WHERE b.id = a.bill_id)), 0) < :wanted)"),
			  BIND(B_INT("document", document_id), B_INT("payment", DOC_PAYMENT),
			       B_INT("left", payment_left(ctx, document_id)), B_INT("wanted", wanted)));
}

/* What had been freed is still there, with each payer and of each payment. */
static bool freed_held(struct taking_back *t, const struct freed *f, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		int64_t wanted = 0, of_payment = 0;

		for (size_t k = 0; k < n; k++) {
			wanted += f[k].party_id == f[i].party_id ? f[k].amount : 0;
			of_payment += f[k].document_id == f[i].document_id ? f[k].amount : 0;
		}
		if (advance_held(t->ctx, f[i].party_id, t->d->job_id) < wanted ||
		    !payment_holds(t->ctx, f[i].document_id, of_payment))
			return err_field(t->e, "document",
					 N_("What %s had freed was given back since. Take that back first"),
					 t->d->number);
	}
	return true;
}

/* Each bill is owed again by what the note had taken off it, less what its payer's advance pays once more. */
static void bills_raise(struct taking_back *t)
{
	struct cur *c =
	    db_open(t->ctx->db,
		    SQL("SELECT a.bill_id, a.amount, a.amount - coalesce((SELECT sum(f.amount) FROM "
			"credit_freed f WHERE f.credit_id = a.document_id AND f.bill_id = a.bill_id), 0) "
			"FROM allocation a WHERE a.document_id = :id"),
		    BIND(B_INT("id", t->d->id)));
	struct freed *bill = NULL;
	size_t n = 0;

	while (cur_next(c)) {
		ARENA_MORE(t->ctx->arena, bill, n);
		bill[n++] = (struct freed){ .bill_id = cur_int(c, 0),
					    .amount = cur_int(c, 1),
					    .document_id = cur_int(c, 2) };
	}
	for (size_t i = 0; i < n; i++) {
		credit_allocate(t->ctx, t->document, 0, bill[i].bill_id, -bill[i].amount);
		if (bill[i].document_id)
			bill_raise(t->ctx, bill[i].bill_id, bill[i].document_id);
	}
}

static bool goods_out(struct taking_back *t)
{
	struct moved *m;
	size_t n = moved_read(t->ctx, t->d->id, &m);

	for (size_t i = 0; i < n; i++) {
		struct stock_move out = moved_back(&m[i], t->document);

		out.job_id = t->d->job_id;
		if (!moved_out(t->ctx, &m[i], &out, t->p, t->e))
			return false;
		slip_issued(t->ctx, m[i].job_line_id, m[i].qty);
	}
	return true;
}

static bool credit_reversible(struct ctx *ctx, const struct posted *d, struct err *e)
{
	return !db_exists(ctx->db, SQL("SELECT 1 FROM payment WHERE document_id = :id"),
			  BIND(B_INT("id", d->id))) ||
	       err_field(e, "document",
			 N_("%s paid money out: it stands. Bill what is owed on a new work order"),
			 d->number);
}

/* Its bills are open again or paid by the advance that it had freed, its goods go out again. */
static bool reverse_credit(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	struct taking_back t = { .ctx = ctx, .e = e, .d = d, .p = posting_new(ctx->arena) };
	size_t n;
	struct freed *freed = freed_read(ctx, d->id, &n);

	if (!freed_held(&t, freed, n))
		return false;
	t.document = posted_reverse(ctx, d, reason);
	posting_opposite(ctx, t.p, d->id);
	for (size_t i = 0; i < n; i++)
		credit_allocate(ctx, freed[i].document_id, t.document, freed[i].bill_id, freed[i].amount);
	bills_raise(&t);
	return goods_out(&t) && ledger_post(ctx, t.document, t.p, e);
}

REVERSAL(credit) = {
	.kinds = { DOC_CREDIT },
	.may = credit_reversible,
	.run = reverse_credit,
};
