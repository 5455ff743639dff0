/* core_kept.c - the kept rows of old cores: asked for all day, and their history only grows. */
#include "domain/core.h"

/* ---- what a customer owes ---- */

void core_owe(struct ctx *ctx, int64_t document_id)
{
	db_exec(ctx->db,
		SQL("INSERT INTO core_open (id, party_id, part_id, qty, amount) SELECT c.id, "
		    "coalesce(p.merged_into, p.id), c.part_id, c.qty, c.amount FROM core c JOIN party p ON "
		    "p.id = "
		    "c.party_id WHERE c.document_id = :document"),
		BIND(B_INT("document", document_id)));
}

void core_owe_no_more(struct ctx *ctx, int64_t document_id)
{
	db_exec(ctx->db,
		SQL("DELETE FROM core_open WHERE id IN (SELECT id FROM core WHERE document_id = :document)"),
		BIND(B_INT("document", document_id)));
}

void core_owe_less(struct ctx *ctx, int64_t core_id, int64_t qty, int64_t amount)
{
	const struct bind *bind = BIND(B_INT("id", core_id), B_INT("qty", qty), B_INT("amount", amount));

	if (db_exists(ctx->db, SQL("SELECT 1 FROM core_open WHERE id = :id AND qty = :qty"), bind))
		db_exec(ctx->db, SQL("DELETE FROM core_open WHERE id = :id"), BIND(B_INT("id", core_id)));
	else
		db_exec(
		    ctx->db,
		    SQL("UPDATE core_open SET qty = qty - :qty, amount = amount - :amount WHERE id = :id"),
		    bind);
}

void core_owe_again(struct ctx *ctx, int64_t document_id)
{
	db_exec(ctx->db,
		SQL("INSERT INTO core_open (id, party_id, part_id, qty, amount) SELECT k.core_id, "
		    "coalesce(p.merged_into, p.id), k.part_id, sum(k.qty), sum(k.amount) FROM core_back k "
		    "JOIN document d "
		    "ON d.id = k.document_id JOIN party p ON p.id = d.party_id WHERE k.document_id = "
		    ":document AND "
		    "k.core_id IS NOT NULL GROUP BY k.core_id ON CONFLICT (id) DO UPDATE SET qty = qty + "
		    "excluded.qty, "
		    "amount = amount + excluded.amount"),
		BIND(B_INT("document", document_id)));
}

/* ---- the bin ---- */

void core_bin_put(struct ctx *ctx, int64_t part_id, int64_t qty)
{
	db_exec(ctx->db,
		SQL("INSERT INTO core_bin (id, qty) VALUES (:part, :qty) ON CONFLICT (id) DO UPDATE SET qty "
		    "= qty + "
		    "excluded.qty"),
		BIND(B_INT("part", part_id), B_INT("qty", qty)));
}

void core_bin_take(struct ctx *ctx, int64_t part_id, int64_t qty)
{
	db_exec(ctx->db, SQL("UPDATE core_bin SET qty = qty - :qty WHERE id = :part"),
		BIND(B_INT("part", part_id), B_INT("qty", qty)));
}

void core_bin_unput(struct ctx *ctx, int64_t document_id)
{
	db_exec(
	    ctx->db,
	    SQL("UPDATE core_bin SET qty = qty - (SELECT sum(k.qty) FROM core_back k WHERE k.document_id = "
		":document AND k.part_id = core_bin.id AND k.unused = 0) WHERE id IN (SELECT part_id FROM "
		"core_back WHERE document_id = :document AND unused = 0)"),
	    BIND(B_INT("document", document_id)));
}

void core_bin_untake(struct ctx *ctx, int64_t document_id)
{
	db_exec(
	    ctx->db,
	    SQL("UPDATE core_bin SET qty = qty + (SELECT sum(s.qty) FROM core_sent s WHERE s.document_id = "
		":document AND s.part_id = core_bin.id) WHERE id IN (SELECT part_id FROM core_sent WHERE "
		"document_id = :document)"),
	    BIND(B_INT("document", document_id)));
}

int64_t core_bin_holds(struct ctx *ctx, int64_t part_id)
{
	return db_int(ctx->db, SQL("SELECT qty FROM core_bin WHERE id = :part"), BIND(B_INT("part", part_id)),
		      0);
}

bool core_bin_has(struct ctx *ctx, int64_t document_id, const char *number, struct err *e)
{
	return !db_exists(
		   ctx->db,
		   SQL("SELECT 1 FROM core_back k JOIN core_bin b ON b.id = k.part_id WHERE k.document_id = "
		       ":document AND k.unused = 0 GROUP BY b.id HAVING sum(k.qty) > b.qty"),
		   BIND(B_INT("document", document_id))) ||
	       err_field(e, "document", N_("Old cores of %s were sent to a supplier. Reverse that first"),
			 number);
}

/* ---- what a supplier is to credit ---- */

void core_due_add(struct ctx *ctx, int64_t sent_id)
{
	db_exec(ctx->db,
		SQL("INSERT INTO core_due (id, supplier_id, amount) SELECT s.document_id, "
		    "coalesce(p.merged_into, p.id), "
		    "sum(s.amount) FROM core_sent s JOIN party p ON p.id = s.supplier_id WHERE s.document_id "
		    "= :id "
		    "GROUP BY s.document_id"),
		BIND(B_INT("id", sent_id)));
}

void core_due_drop(struct ctx *ctx, int64_t sent_id)
{
	db_exec(ctx->db, SQL("DELETE FROM core_due WHERE id = :id"), BIND(B_INT("id", sent_id)));
}
