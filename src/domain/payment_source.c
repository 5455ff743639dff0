/* payment_source.c - what has become of a payment's money. */
#include "domain/payment_source.h"

#include "domain/ledger.h"
#include "domain/party.h"

size_t sources_billed(struct ctx *ctx, int64_t document_id, struct source **ret)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT b.party_id, d.job_id, iif(r.id IS NULL, b.id, 0), sum(a.amount) FROM allocation a "
		"JOIN bill b ON b.id = a.bill_id JOIN document d ON d.id = b.document_id "
		"LEFT JOIN document r ON r.reverses_id = d.id WHERE a.document_id = :document "
		"GROUP BY b.id HAVING sum(a.amount) <> 0 "
		"UNION ALL " /* what a credit note has freed of it */
		"SELECT b.party_id, d.job_id, 0, sum(f.amount) FROM credit_freed f JOIN bill b ON b.id = "
		"f.bill_id "
		"JOIN document d ON d.id = b.document_id WHERE f.document_id = :document "
		"AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = f.credit_id) GROUP BY b.id"),
	    BIND(B_INT("document", document_id)));
	struct source *s = NULL;
	size_t n = 0;

	while (cur_next(c)) {
		ARENA_MORE(ctx->arena, s, n);
		s[n++] = (struct source){ cur_int(c, 0), cur_int(c, 1), cur_int(c, 2), cur_int(c, 3) };
	}
	*ret = s;
	return n;
}

int64_t advance_held(struct ctx *ctx, int64_t party_id, int64_t job_id)
{
	if (!job_id)
		return -db_int(ctx->db,
			       SQL("SELECT sum(amount) FROM entry_line WHERE party_id = :party "
				   "AND account_id = :advance AND job_id IS NULL"),
			       BIND(B_INT("party", party_id), B_INT("advance", ACC_ADVANCE)), 0);
	return -db_int(ctx->db,
		       SQL("SELECT sum(amount) FROM entry_line WHERE job_id = :job AND account_id = :advance "
			   "AND party_id = :party"),
		       BIND(B_INT("job", job_id), B_INT("advance", ACC_ADVANCE),
			    B_INT("party", party_survivor(ctx, party_id))),
		       0);
}

int64_t payment_left(struct ctx *ctx, int64_t document_id)
{
	return db_int(
	    ctx->db,
	    SQL("SELECT coalesce((SELECT sum(amount) FROM payment WHERE document_id = :document), 0) + "
		"coalesce((SELECT sum(amount) FROM payment WHERE refunds_id = :document), 0) - "
		"coalesce((SELECT sum(k.amount) FROM advance_keep k WHERE k.payment_id = :document "
		"AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = k.id)), 0)"),
	    BIND(B_INT("document", document_id)), 0);
}

size_t sources_free(struct ctx *ctx, int64_t document_id, struct source **ret, int64_t *ret_used)
{
	struct source *s = NULL, *billed;
	size_t n = 0, n_billed = sources_billed(ctx, document_id, &billed);
	struct cur *c =
	    db_open(ctx->db,
		    SQL("SELECT DISTINCT party_id, job_id FROM payment WHERE document_id = :document "
			"AND (job_id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM allocation WHERE document_id = "
			":document))"),
		    BIND(B_INT("document", document_id)));

	while (cur_next(c)) {
		ARENA_MORE(ctx->arena, s, n);
		s[n++] = (struct source){ .party_id = cur_int(c, 0), .job_id = cur_int(c, 1) };
	}
	*ret_used = 0;
	for (size_t i = 0; i < n_billed; i++) {
		bool known = billed[i].bill_id != 0;

		*ret_used += known ? billed[i].amount : 0;
		for (size_t k = 0; k < n && !known; k++)
			known = s[k].party_id == billed[i].party_id && s[k].job_id == billed[i].job_id;
		if (known)
			continue;
		ARENA_MORE(ctx->arena, s, n);
		s[n++] = billed[i];
	}
	for (size_t i = 0; i < n; i++)
		s[i].amount = advance_held(ctx, s[i].party_id, s[i].job_id);
	*ret = s;
	return n;
}

bool drawer_has(struct ctx *ctx, const struct pay *pay, struct err *e)
{
	return pay->account != ACC_CASH || ledger_shift(ctx, pay->shift_id, ACC_CASH) >= pay->amount ||
	       err_field(e, "amount", N_("There is not so much cash in this till. Choose another method"));
}
