/* core.c - the deposit on old cores, charged with the part.
 *
 * The entry of a charge: debit receivable, credit deposits on old cores, both of the customer. It bears no tax and is
 * no income. The money that comes with the sale or settlement pays its bill like any other. */
#include "domain/core.h"

#include <stdio.h>

#include "base/muldiv.h"
#include "domain/document.h"

void core_add(struct ctx *ctx, struct core_charge *c, int64_t part_id, int64_t qty)
{
	int64_t price = db_int(ctx->db, SQL("SELECT ifnull(core_price, 0) FROM part WHERE id = :id"),
			       BIND(B_INT("id", part_id)), 0);

	if (price == 0 || qty <= 0 || c->n == CORES_MOST)
		return;
	c->line[c->n++] = (struct core_line){ part_id, qty, price, qty_price(qty, price) };
	c->total += qty_price(qty, price);
}

struct owed {
	int64_t part_id, qty;
};

void core_of_job(struct ctx *ctx, struct core_charge *c, int64_t job_id)
{
	struct owed owed[CORES_MOST];
	size_t n = 0;
	struct cur *cur = db_open(
	    ctx->db,
	    SQL("SELECT l.part_id, sum(l.qty) - ifnull((SELECT sum(o.qty - ifnull((SELECT sum(b.qty) FROM "
		"core_back b WHERE b.core_id = o.id AND b.unused = 1 AND NOT EXISTS (SELECT 1 FROM document "
		"x "
		"WHERE x.reverses_id = b.document_id)), 0)) FROM core o WHERE o.job_id = :job AND o.part_id "
		"= "
		"l.part_id AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = o.document_id)), "
		"0) "
		"FROM job_line l JOIN part p ON p.id = l.part_id WHERE l.job_id = :job AND l.state = 'on' "
		"AND l.kind = 'part' AND ifnull(l.bears, '') <> 'shop' AND p.core_price > 0 GROUP BY "
		"l.part_id "
		"ORDER BY l.part_id LIMIT 200"),
	    BIND(B_INT("job", job_id)));

	while (cur_next(cur)) {
		owed[n++] = (struct owed){ cur_int(cur, 0), cur_int(cur, 1) };
		if (n == CORES_MOST) {
			cur_close(cur);
			break;
		}
	}
	for (size_t i = 0; i < n; i++)
		core_add(ctx, c, owed[i].part_id, owed[i].qty);
}

static void lines_write(struct ctx *ctx, const struct core_charge *c, int64_t document)
{
	for (size_t i = 0; i < c->n; i++)
		db_exec(
		    ctx->db,
		    SQL("INSERT INTO core (document_id, origin_id, job_id, party_id, part_id, qty, price, "
			"amount) VALUES (:document, :origin, :job, :party, :part, :qty, :price, :amount)"),
		    BIND(B_INT("document", document), B_INT("origin", c->origin_id), B_ID("job", c->job_id),
			 B_INT("party", c->party_id), B_INT("part", c->line[i].part_id),
			 B_INT("qty", c->line[i].qty), B_INT("price", c->line[i].price),
			 B_INT("amount", c->line[i].amount)));
	core_owe(ctx, document);
}

/* Its bill, written like one of the sale; what stays open of it the caller keeps. */
static struct due bill_write(struct ctx *ctx, const struct core_charge *c, int64_t document)
{
	db_exec(ctx->db,
		SQL("INSERT INTO bill (document_id, party_id, amount, due_on) VALUES (:document, :party, "
		    ":amount, :due)"),
		BIND(B_INT("document", document), B_INT("party", c->bill_party_id), B_INT("amount", c->total),
		     B_INT("due", c->due_on)));
	return (struct due){ .bill_id = db_last_id(ctx->db),
			     .party_id = c->bill_party_id,
			     .job_id = c->job_id,
			     .open = c->total };
}

bool core_charge_post(struct ctx *ctx, const struct core_charge *c, struct due *ret, struct err *e)
{
	struct posting *p = posting_new(ctx->arena);
	struct answer before = *ctx->answer;
	int64_t document = document_post(ctx, &(struct document){ .kind = DOC_CORE_CHARGE,
								  .party_id = c->party_id,
								  .job_id = c->job_id,
								  .amount = c->total });

	lines_write(ctx, c, document);
	*ret = bill_write(ctx, c, document);
	posting_add(p, (struct posting_line){ .account = ACC_RECEIVABLE,
					      .amount = c->total,
					      .party_id = c->bill_party_id,
					      .job_id = c->job_id });
	posting_add(p, (struct posting_line){ .account = ACC_CORE_DEPOSITS,
					      .amount = -c->total,
					      .party_id = c->party_id,
					      .job_id = c->job_id });
	ctx->answer->id = before.id;
	ctx->answer->document = before.document;
	snprintf(ctx->answer->number, sizeof ctx->answer->number, "%s", before.number);
	return ledger_post(ctx, document, p, e);
}

void core_kept(struct ctx *ctx, const struct core_charge *c)
{
	for (size_t i = 0; i < c->n; i++) {
		db_exec(ctx->db,
			SQL("INSERT INTO core_back (document_id, part_id, qty, amount, unused) VALUES "
			    "(:document, :part, :qty, 0, 0)"),
			BIND(B_INT("document", c->origin_id), B_INT("part", c->line[i].part_id),
			     B_INT("qty", c->line[i].qty)));
		core_bin_put(ctx, c->line[i].part_id, c->line[i].qty);
	}
}
