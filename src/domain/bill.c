/* bill.c - what is open of bills, and what else hangs on them. */
#include "domain/bill.h"

#include "base/money.h"
#include "base/muldiv.h"

#include "domain/document.h"
#include "domain/party.h"

const struct field bill_line_input[] = {
	FIELD(bill_line, document, "document", N_("Bill"), VT_REF, REQUIRED, .view = "documents",
	      .help = N_("The number of a settlement, a sale or a collective bill.")),
	{ 0 },
};

const struct field bill_part_input[] = {
	FIELD(bill_part, document, "document", N_("Bill"), VT_REF, .view = "documents",
	      .help = N_("The number of a settlement, a sale or a collective bill.")),
	FIELD(bill_part, amount, "amount", N_("Of it"), VT_MONEY, .min = 1, .max = MONEY_MAX,
	      .help = N_("So much of it is paid; all that is open where nothing is said.")),
	{ 0 },
};

static void dues_read(struct ctx *ctx, struct cur *c, struct due **due, size_t *n)
{
	while (cur_next(c)) {
		ARENA_MORE(ctx->arena, *due, *n);
		(*due)[(*n)++] = (struct due){ .bill_id = cur_int(c, 0),
					       .party_id = cur_int(c, 1),
					       .job_id = cur_int(c, 2),
					       .open = cur_int(c, 3) };
	}
}

void dues_of_document(struct ctx *ctx, int64_t document, int64_t party, struct due **due, size_t *n)
{
	dues_read(ctx,
		  db_open(ctx->db,
			  SQL("SELECT o.id, o.party_id, d.job_id, o.amount FROM bill_open o "
			      "JOIN bill b ON b.id = o.id JOIN document d ON d.id = b.document_id "
			      "WHERE o.id IN (SELECT id FROM bill WHERE document_id = :document UNION "
			      "SELECT l.id FROM core k JOIN bill l ON l.document_id = k.document_id "
			      "WHERE k.origin_id = :document OR k.job_id = (SELECT j.job_id FROM document j "
			      "WHERE j.id = :document) UNION "
			      "SELECT c.bill_id FROM collective_bill c WHERE c.collective_id = :document "
			      "AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = :document)) "
			      "AND o.party_id = coalesce(:party, o.party_id) ORDER BY o.due_on, o.id"),
			  BIND(B_INT("document", document), B_ID("party", party))),
		  due, n);
}

void dues_of_party(struct ctx *ctx, int64_t party, struct due **due, size_t *n)
{
	dues_read(ctx,
		  db_open(ctx->db,
			  SQL("SELECT o.id, o.party_id, d.job_id, o.amount FROM bill_open o "
			      "JOIN bill b ON b.id = o.id JOIN document d ON d.id = b.document_id "
			      "WHERE o.party_id = :party ORDER BY o.due_on, o.id"),
			  BIND(B_INT("party", party))),
		  due, n);
}

static bool due_twice(const struct due *due, size_t from, size_t n)
{
	for (size_t i = from; i < n; i++)
		for (size_t k = 0; k < from; k++)
			if (due[i].bill_id == due[k].bill_id)
				return true;
	return false;
}

/* Why nothing of a document can be paid by this party, or by anybody. */
static bool not_due(struct ctx *ctx, int64_t document, int64_t party, struct err *e)
{
	const char *number = document_number(ctx, document);
	struct due *due = NULL;
	size_t n = 0;

	dues_of_document(ctx, document, 0, &due, &n);
	if (party && n)
		return err_field(e, "bills.document", N_("%s is no bill of %s, but of %s"), number,
				 party_name(ctx, party), party_name(ctx, due[0].party_id));
	return err_field(e, "bills.document", N_("Nothing of %s is open"), number);
}

bool dues_of_bill(struct ctx *ctx, int64_t document, int64_t party, struct due **due, size_t *n,
		  struct err *e)
{
	size_t before = *n;

	dues_of_document(ctx, document, party, due, n);
	if (*n == before)
		return not_due(ctx, document, party, e);
	return !due_twice(*due, before, *n) ||
	       err_field(e, "bills.document", N_("%s is named twice"), document_number(ctx, document));
}

bool dues_of_bills(struct ctx *ctx, const struct lines *bills, int64_t party, struct due **due, size_t *n,
		   struct err *e)
{
	for (size_t i = 0; i < bills->n; i++) {
		int64_t document = LINE_AT(*bills, struct bill_line, i)->document;

		if (!dues_of_bill(ctx, document, party, due, n, e)) {
			e->line = (int)i + 1;
			return false;
		}
	}
	return true;
}

/* Of the dues from `from` on only `amount` is to be paid, the oldest first. */
static bool dues_limit(struct ctx *ctx, int64_t document, int64_t amount, struct due *due, size_t from,
		       size_t n, struct err *e)
{
	int64_t open = dues_sum(due + from, n - from);

	if (amount > open)
		return err_field(e, "bills.amount", N_("Only %s of %s is open"), money_text(ctx->arena, open),
				 document_number(ctx, document));
	for (size_t i = from; i < n; i++) {
		int64_t now = due[i].open < amount ? due[i].open : amount;

		due[i].kept_open = due[i].open - now;
		due[i].open = now;
		amount -= now;
	}
	return true;
}

bool dues_of_parts(struct ctx *ctx, const struct lines *parts, int64_t party, struct due **due, size_t *n,
		   struct err *e)
{
	for (size_t i = 0; i < parts->n; i++) {
		const struct bill_part *b = LINE_AT(*parts, struct bill_part, i);
		size_t from = *n;

		e->line = (int)i + 1;
		if (!b->document)
			return err_field(e, "bills.document", N_("Which bill is it?"));
		if (!dues_of_bill(ctx, b->document, party, due, n, e) ||
		    (b->amount && !dues_limit(ctx, b->document, b->amount, *due, from, *n, e)))
			return false;
	}
	e->line = 0;
	return true;
}

int64_t dues_sum(const struct due *due, size_t n)
{
	int64_t sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += due[i].open;
	return sum;
}

bool bill_not_closed(struct ctx *ctx, int64_t document_id, const char *number, struct err *e)
{
	const char *by =
	    db_text(ctx->db, ctx->arena,
		    SQL("SELECT d.number FROM bill b JOIN allocation a ON a.bill_id = b.id "
			"JOIN document d ON d.id = a.document_id WHERE b.document_id = :document "
			"AND d.kind_id IN (:write_off, :claim) "
			"AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id) LIMIT 1"),
		    BIND(B_INT("document", document_id), B_INT("write_off", DOC_WRITE_OFF),
			 B_INT("claim", DOC_CLAIM)));

	return !by || err_field(e, "document", N_("%s is closed by %s. Reverse that first"), number, by);
}

bool bill_untouched(struct ctx *ctx, int64_t document_id, const char *number, struct err *e)
{
	const char *by =
	    db_text(ctx->db, ctx->arena,
		    SQL("SELECT d.number FROM bill b JOIN collective_bill c ON c.bill_id = b.id "
			"JOIN document d ON d.id = c.collective_id WHERE b.document_id = :document "
			"AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id) LIMIT 1"),
		    BIND(B_INT("document", document_id)));

	if (by)
		return err_field(e, "document", N_("%s stands on the collective bill %s. Reverse that first"),
				 number, by);
	return bill_not_closed(ctx, document_id, number, e);
}
