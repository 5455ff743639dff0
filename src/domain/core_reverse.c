/* core_reverse.c - taking back what was done with old cores, each step only while none stands on it. */
#include "domain/bill.h"
#include "domain/reverse.h"
#include "domain/core.h"
#include "domain/document.h"
#include "domain/payable.h"
#include "domain/sale.h"

static bool none_back(struct ctx *ctx, int64_t document_id, const char *number, struct err *e)
{
	const char *by = db_text(
	    ctx->db, ctx->arena,
	    SQL("SELECT d.number FROM core o JOIN core_back b ON b.core_id = o.id JOIN document d ON d.id = "
		"b.document_id WHERE o.document_id = :document AND NOT EXISTS (SELECT 1 FROM document x "
		"WHERE "
		"x.reverses_id = b.document_id) LIMIT 1"),
	    BIND(B_INT("document", document_id)));

	return !by || err_field(e, "document", N_("Old cores of %s came back with %s. Reverse that first"),
				number, by);
}

/* Paid by nobody who still stands? */
static bool unpaid(struct ctx *ctx, const struct posted *d, struct err *e)
{
	const char *by = db_text(
	    ctx->db, ctx->arena,
	    SQL("SELECT d.number FROM bill b JOIN allocation a ON a.bill_id = b.id JOIN document d ON d.id = "
		"a.document_id WHERE b.document_id = :document AND d.kind_id <> 12 AND NOT EXISTS (SELECT 1 "
		"FROM "
		"document x WHERE x.reverses_id = d.id) LIMIT 1"),
	    BIND(B_INT("document", d->id)));

	return !by || err_field(e, "document", N_("%s was paid with %s. Reverse that first"), d->number, by);
}

static bool opposite(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	struct posting *p = posting_new(ctx->arena);
	int64_t document = posted_reverse(ctx, d, reason);

	posting_opposite(ctx, p, d->id);
	return ledger_post(ctx, document, p, e);
}

static bool charge_gone(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	bills_drop(ctx, d->id);
	core_owe_no_more(ctx, d->id);
	return opposite(ctx, d, reason, e);
}

static bool core_charge_reversible(struct ctx *ctx, const struct posted *d, struct err *e)
{
	return none_back(ctx, d->id, d->number, e) && unpaid(ctx, d, e);
}

static bool reverse_core_charge(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	return charge_gone(ctx, d, reason, e);
}

REVERSAL(core_charge) = {
	.kinds = { DOC_CORE_CHARGE },
	.may = core_charge_reversible,
	.run = reverse_core_charge,
};

bool core_origin_reverse(struct ctx *ctx, const struct posted *origin, const char *reason, struct err *e)
{
	int64_t charge =
	    db_int(ctx->db,
		   SQL("SELECT o.document_id FROM core o WHERE o.origin_id = :origin AND NOT EXISTS "
		       "(SELECT 1 FROM document x WHERE x.reverses_id = o.document_id) LIMIT 1"),
		   BIND(B_INT("origin", origin->id)), 0);
	struct posted d;

	if (!core_bin_has(ctx, origin->id, origin->number, e))
		return false;
	core_bin_unput(ctx, origin->id);
	return !charge || (posted_read(ctx, charge, &d, e) && none_back(ctx, d.id, origin->number, e) &&
			   charge_gone(ctx, &d, reason, e));
}

static bool reverse_core_back(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	core_owe_again(ctx, d->id);
	core_bin_unput(ctx, d->id);
	return reverse_paid_back(ctx, d, reason, e);
}

bool core_return_reverse(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	struct answer told = *ctx->answer;
	struct posted back;
	int64_t id;

	while ((id = db_int(ctx->db,
			    SQL("SELECT min(b.document_id) FROM core_back b WHERE b.return_id = :return AND "
				"NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = b.document_id)"),
			    BIND(B_INT("return", d->id)), 0)))
		if (!posted_read(ctx, id, &back, e) || !reverse_core_back(ctx, &back, reason, e))
			return false;
	*ctx->answer = told;
	return true;
}

static bool core_back_reversible(struct ctx *ctx, const struct posted *d, struct err *e)
{
	return core_bin_has(ctx, d->id, d->number, e);
}

REVERSAL(core_back) = {
	.kinds = { DOC_CORE_BACK },
	.may = core_back_reversible,
	.run = reverse_core_back,
};

static bool core_sent_reversible(struct ctx *ctx, const struct posted *d, struct err *e)
{
	const char *by = db_text(
	    ctx->db, ctx->arena,
	    SQL("SELECT d.number FROM core_credit c JOIN document d ON d.id = c.id WHERE c.sent_id = :id "
		"AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = c.id)"),
	    BIND(B_INT("id", d->id)));

	return !by ||
	       err_field(e, "document", N_("%s is credited with %s. Reverse that first"), d->number, by);
}

static bool reverse_core_sent(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	core_bin_untake(ctx, d->id);
	core_due_drop(ctx, d->id);
	return opposite(ctx, d, reason, e);
}

REVERSAL(core_sent) = {
	.kinds = { DOC_CORE_SENT },
	.may = core_sent_reversible,
	.run = reverse_core_sent,
};

static bool core_credit_reversible(struct ctx *ctx, const struct posted *d, struct err *e)
{
	return payable_unpaid(ctx, d->id, d->number, e);
}

static bool reverse_core_credit(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	payable_drop(ctx, d->id);
	core_due_add(ctx, db_int(ctx->db, SQL("SELECT sent_id FROM core_credit WHERE id = :id"),
				 BIND(B_INT("id", d->id)), 0));
	return opposite(ctx, d, reason, e);
}

REVERSAL(core_credit) = {
	.kinds = { DOC_CORE_CREDIT },
	.may = core_credit_reversible,
	.run = reverse_core_credit,
};
