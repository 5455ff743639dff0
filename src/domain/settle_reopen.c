/* settle_reopen.c - a settlement is taken back before the car has left: the work order is finished again.
 *
 * The entry is the opposite of the settlement's. What payments had paid of its bills stays with their payers
 * as the advance of the work order, so that the next settlement is paid by it. */
#include "domain/bill.h"
#include "domain/credit.h"
#include "domain/core.h"
#include "domain/document.h"
#include "domain/job.h"
#include "domain/invoice.h"
#include "domain/ledger.h"
#include "domain/reverse.h"
#include "domain/settle.h"

#define BILLED_MOST 20

/* A bill of the settlement, and what was paid of it: all in all, and by payments (not by the advance). */
struct billed {
	int64_t id, party_id, paid, by_payments;
};

/* What was credited of the settlement is taken back first; where its goods then left at another value than they had
 * come with, the cost of the settlement is no longer what lies with the work order. */
static bool credit_none(struct ctx *ctx, const struct job *j, struct err *e)
{
	const char *number = credit_standing(ctx, j->id);

	if (number)
		return err_set(e, ERR_NO, N_("%s was credited (%s). Reverse the credit note first (reverse)"),
			       j->number, number);
	return !db_exists(ctx->db,
			  SQL("SELECT 1 FROM credit c JOIN document d ON d.id = c.id OR d.reverses_id = c.id "
			      "JOIN stock_move m ON m.document_id = d.id WHERE c.job_id = :job "
			      "GROUP BY c.job_id HAVING sum(m.value) <> 0"),
			  BIND(B_INT("job", j->id))) ||
	       err_set(e, ERR_NO,
		       N_("Goods of %s came back and left again at another cost: its settlement stands. "
			  "Credit it (job.credit)"),
		       j->number);
}

static bool reopen_guard(struct ctx *ctx, const struct job *j, struct err *e)
{
	if (job_is(j, "settled"))
		return credit_none(ctx, j, e);
	if (job_is(j, "handed_over"))
		return err_set(e, ERR_NO, N_("%s is handed over: its settlement stands"), j->number);
	return err_set(e, ERR_NO, N_("%s is not settled"), j->number);
}

static size_t billed_read(struct ctx *ctx, int64_t document_id, struct billed *ret)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT b.id, b.party_id, coalesce(sum(a.amount), 0), "
		"coalesce(sum(iif(a.document_id <> b.document_id, a.amount, 0)), 0) "
		"FROM bill b LEFT JOIN allocation a ON a.bill_id = b.id WHERE b.document_id = :document "
		"GROUP BY b.id ORDER BY b.id"),
	    BIND(B_INT("document", document_id)));
	size_t n = 0;

	while (cur_next(c)) {
		ret[n++] = (struct billed){ cur_int(c, 0), cur_int(c, 1), cur_int(c, 2), cur_int(c, 3) };
		if (n == BILLED_MOST) {
			cur_close(c);
			break;
		}
	}
	return n;
}

static void bill_take_back(struct ctx *ctx, struct posting *p, const struct billed *b, int64_t job_id,
			   int64_t document)
{
	db_exec(ctx->db, SQL("DELETE FROM bill_open WHERE id = :id"), BIND(B_INT("id", b->id)));
	if (b->paid)
		db_exec(ctx->db,
			SQL("INSERT INTO allocation (document_id, bill_id, amount) VALUES (:document, :bill, "
			    ":amount)"),
			BIND(B_INT("document", document), B_INT("bill", b->id), B_INT("amount", -b->paid)));
	posting_add(p, (struct posting_line){ .account = ACC_RECEIVABLE,
					      .amount = b->by_payments,
					      .party_id = b->party_id,
					      .job_id = job_id });
	posting_add(p, (struct posting_line){ .account = ACC_ADVANCE,
					      .amount = -b->by_payments,
					      .party_id = b->party_id,
					      .job_id = job_id });
}

static bool settlement_reversible(struct ctx *ctx, const struct posted *d, struct err *e)
{
	struct job j;

	return job_read(ctx, d->job_id, &j) && reopen_guard(ctx, &j, e) && invoice_free(ctx, d->id, e) &&
	       core_bin_has(ctx, d->id, d->number, e) && bill_untouched(ctx, d->id, j.number, e);
}

/* The work order is finished again, its costs are work in progress again, and what was paid stays as its advance. */
static bool reverse_settlement(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	struct posting *p = posting_new(ctx->arena);
	struct billed billed[BILLED_MOST];
	size_t n = billed_read(ctx, d->id, billed);
	int64_t document = posted_reverse(ctx, d, reason);

	core_bin_unput(ctx, d->id);
	posting_opposite(ctx, p, d->id);
	for (size_t i = 0; i < n; i++)
		bill_take_back(ctx, p, &billed[i], d->job_id, document);
	job_step(ctx, d->job_id, "finished", reason);
	db_exec(
	    ctx->db,
	    SQL("UPDATE job SET settled_at = NULL, settled_on = NULL, settlement_id = NULL WHERE id = :id"),
	    BIND(B_INT("id", d->job_id)));
	return ledger_post(ctx, document, p, e);
}

REVERSAL(settlement) = {
	.kinds = { DOC_SETTLEMENT },
	.may = settlement_reversible,
	.run = reverse_settlement,
};

/* ---- job.reopen ---- */

struct reopen {
	struct input input;
	int64_t job;
	const char *reason;
};

static const struct field reopen_input[] = {
	FIELD(reopen, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",
	      .help = N_("The visit it is about: its number, or the plate of the car that stands here.")),
	FIELD(reopen, reason, "reason", N_("Reason"), VT_TEXT, REQUIRED, .max = 200,
	      .help = N_("Why, in a few words: it stands on the document and in the journal.")),
	{ 0 },
};

static bool reopen_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct reopen *in = input;
	struct job j;

	return !HAS(in, job) || !job_read(ctx, in->job, &j) || reopen_guard(ctx, &j, e);
}

static bool reopen_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct reopen *in = input;
	struct posted d;
	struct job j;

	if (!job_read(ctx, in->job, &j) || !posted_to_turn(ctx, j.settlement_id, &d, e) ||
	    !settlement_reversible(ctx, &d, e) || !reverse_settlement(ctx, &d, in->reason, e))
		return false;
	answer_say(ctx, N_("%s: %s is open again; what was paid is its advance"), ctx->answer->number,
		   j.number);
	return true;
}

COMMAND(job_reopen) = {
	.name = "job.reopen",
	.title = N_("Reopen a settled work order"),
	.help = N_("Reverses the settlement; the work order is finished again and keeps what was paid as its "
		   "advance."),
	.undo = UNDO_NONE,
	.input = reopen_input,
	.size = sizeof(struct reopen),
	.may = reopen_may,
	.run = reopen_run,
};
