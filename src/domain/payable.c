/* payable.c - what the shop owes, document by document. */
#include "domain/payable.h"

/* Open under the one that the party was made one with, where its entry stands. */
static void open_row(struct ctx *ctx, int64_t payable_id)
{
	db_exec(ctx->db,
		SQL("INSERT INTO payable_open (id, party_id, due_on, amount) "
		    "SELECT p.id, coalesce(q.merged_into, q.id), p.due_on, p.amount FROM payable p JOIN "
		    "party q ON "
		    "q.id = p.party_id WHERE p.id = :id"),
		BIND(B_INT("id", payable_id)));
}

static void owe(struct ctx *ctx, struct posting *p, int64_t document_id, int64_t party_id, int64_t amount,
		bool collects)
{
	if (amount == 0)
		return;
	posting_add(p,
		    (struct posting_line){ .account = ACC_PAYABLE, .amount = -amount, .party_id = party_id });
	db_exec(ctx->db,
		SQL("INSERT INTO payable (document_id, party_id, amount, due_on, collects) "
		    "SELECT :document, id, :amount, :today + iif(:collects OR :amount < 0, 0, "
		    "coalesce(terms_days, 0)), :collects FROM party WHERE id = :party"),
		BIND(B_INT("document", document_id), B_INT("amount", amount), B_INT("today", ctx->today),
		     B_INT("collects", collects), B_INT("party", party_id)));
	open_row(ctx, db_last_id(ctx->db));
}

void payable_add(struct ctx *ctx, struct posting *p, int64_t document_id, int64_t party_id, int64_t amount)
{
	owe(ctx, p, document_id, party_id, amount, false);
}

void payable_add_due(struct ctx *ctx, struct posting *p, int64_t document_id, int64_t party_id,
		     int64_t amount, int64_t due_on)
{
	posting_add(p,
		    (struct posting_line){ .account = ACC_PAYABLE, .amount = -amount, .party_id = party_id });
	db_exec(ctx->db,
		SQL("INSERT INTO payable (document_id, party_id, amount, due_on) VALUES (:document, :party, "
		    ":amount, :due)"),
		BIND(B_INT("document", document_id), B_INT("party", party_id), B_INT("amount", amount),
		     B_INT("due", due_on)));
	open_row(ctx, db_last_id(ctx->db));
}

void payable_collect(struct ctx *ctx, struct posting *p, int64_t document_id, int64_t party_id,
		     int64_t amount)
{
	owe(ctx, p, document_id, party_id, amount, true);
}

bool payable_unpaid(struct ctx *ctx, int64_t document_id, const char *number, struct err *e)
{
	const char *by =
	    db_text(ctx->db, ctx->arena,
		    SQL("SELECT d.number FROM payable p JOIN payable_allocation a ON a.payable_id = p.id "
			"JOIN document d ON d.id = a.document_id WHERE p.document_id = :document "
			"GROUP BY p.id HAVING sum(a.amount) <> 0 ORDER BY a.id LIMIT 1"),
		    BIND(B_INT("document", document_id)));

	return !by || err_field(e, "document", N_("%s is paid (%s). Reverse that payment first"), number, by);
}

void payable_drop(struct ctx *ctx, int64_t document_id)
{
	db_exec(ctx->db,
		SQL("DELETE FROM payable_open WHERE id IN (SELECT id FROM payable WHERE document_id = "
		    ":document)"),
		BIND(B_INT("document", document_id)));
}

void payable_pay(struct ctx *ctx, int64_t document_id, int64_t payable_id, int64_t amount)
{
	db_exec(ctx->db,
		SQL("INSERT INTO payable_allocation (document_id, payable_id, amount) "
		    "VALUES (:document, :payable, :amount)"),
		BIND(B_INT("document", document_id), B_INT("payable", payable_id), B_INT("amount", amount)));
	db_exec(ctx->db, SQL("DELETE FROM payable_open WHERE id = :id"), BIND(B_INT("id", payable_id)));
	db_exec(
	    ctx->db,
	    SQL("INSERT INTO payable_open (id, party_id, due_on, amount) "
		"SELECT p.id, (SELECT coalesce(q.merged_into, q.id) FROM party q WHERE q.id = p.party_id), "
		"p.due_on, p.amount - sum(a.amount) FROM payable p "
		"JOIN payable_allocation a ON a.payable_id = p.id WHERE p.id = :id "
		"GROUP BY p.id HAVING p.amount <> sum(a.amount)"),
	    BIND(B_INT("id", payable_id)));
}
