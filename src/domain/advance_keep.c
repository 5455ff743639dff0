/* advance_keep.c - earnest money that the shop keeps, for the customer did not keep to the bargain. */
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/reverse.h"
#include "domain/document.h"
#include "domain/ledger.h"
#include "domain/money_slip.h"
#include "domain/payment_source.h"

struct keep {
	struct input input;
	int64_t document, amount;
	const char *reason;
};

static const struct field keep_input[] = {
	FIELD(keep, document, "document", N_("Receipt"), VT_REF, REQUIRED, .view = "documents",
	      .help = N_("The receipt that the earnest money came with.")),
	FIELD(keep, amount, "amount", N_("Amount"), VT_MONEY, REQUIRED, .min = 1, .max = MONEY_MAX,
	      .help = N_("What is kept of it; what is left is still his advance.")),
	FIELD(keep, reason, "reason", N_("Reason"), VT_TEXT, REQUIRED, .max = 200,
	      .help = N_("What was agreed and not done; it stands on the document.")),
	{ 0 },
};

struct keeping {
	struct ctx *ctx;
	struct posted d;
	struct source *source;
	size_t n;
	int64_t free;
};

static bool keeping_read(struct keeping *k, int64_t document, struct err *e)
{
	int64_t used, held = 0;

	if (!posted_read(k->ctx, document, &k->d, e))
		return false;
	if (!db_exists(k->ctx->db, SQL("SELECT 1 FROM payment WHERE document_id = :id AND forfeitable = 1"),
		       BIND(B_INT("id", document))))
		return err_field(e, "document",
				 N_("%s is no earnest money: it is given back or used, not kept"),
				 k->d.number);
	k->n = sources_free(k->ctx, document, &k->source, &used);
	for (size_t i = 0; i < k->n; i++)
		held += k->source[i].amount;
	k->free = payment_left(k->ctx, document) - used;
	if (held < k->free)
		k->free = held;
	return true;
}

static bool keep_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct keep *in = input;
	struct keeping *k = ARENA_NEW(ctx->arena, struct keeping);

	k->ctx = ctx;
	if (!HAS(in, document))
		return true;
	if (!keeping_read(k, in->document, e))
		return false;
	if (k->free <= 0)
		return err_field(e, "document", N_("Nothing of %s is left to be kept"), k->d.number);
	return !HAS(in, amount) || in->amount <= k->free ||
	       err_field(e, "amount", N_("Only %s of %s is left"), money_text(ctx->arena, k->free),
			 k->d.number);
}

static bool keep_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct keep *in = input;
	struct posting *p = posting_new(ctx->arena);
	struct keeping *k = ARENA_NEW(ctx->arena, struct keeping);
	struct ctx with = *ctx;
	int64_t document, left = in->amount;

	k->ctx = ctx;
	if (!keeping_read(k, in->document, e))
		return false;
	with.remark = in->reason;
	document = document_post(&with, &(struct document){ .kind = DOC_ADVANCE_KEEP,
							    .party_id = k->d.party_id,
							    .job_id = k->d.job_id,
							    .amount = in->amount });
	db_exec(ctx->db,
		SQL("INSERT INTO advance_keep (id, payment_id, amount) VALUES (:id, :payment, :amount)"),
		BIND(B_INT("id", document), B_INT("payment", in->document), B_INT("amount", in->amount)));
	for (size_t i = 0; i < k->n && left > 0; i++) {
		const struct source *from = &k->source[i];
		int64_t piece = from->amount < left ? from->amount : left;

		if (piece <= 0)
			continue;
		posting_add(p, (struct posting_line){ .account = ACC_ADVANCE,
						      .amount = piece,
						      .party_id = from->party_id,
						      .job_id = from->job_id });
		left -= piece;
	}
	posting_add(p, (struct posting_line){ .account = ACC_ADVANCE_KEPT, .amount = -in->amount });
	answer_say(ctx, N_("%s: %s of %s is kept"), ctx->answer->number, money_text(ctx->arena, in->amount),
		   k->d.number);
	return ledger_post(ctx, document, p, e);
}

static void keep_fill(struct ctx *ctx, struct args *args)
{
	struct keeping *k = ARENA_NEW(ctx->arena, struct keeping);
	struct err e = { 0 };
	void *read;

	k->ctx = ctx;
	if (args_get(args, "amount") ||
	    !input_read(ctx, command_find("advance.keep"), args, true, &read, &e) ||
	    !keeping_read(k, ((const struct keep *)read)->document, &e) || k->free <= 0)
		return;
	args_set(args, "amount", money_plain(ctx->arena, k->free));
}

COMMAND(advance_keep) = {
	.name = "advance.keep",
	.title = N_("Keep earnest money"),
	.help = N_(
	    "Of an advance that was taken as earnest money, when the customer does not keep to the bargain."),
	.undo = UNDO_REVERSE,
	.input = keep_input,
	.size = sizeof(struct keep),
	.fill = keep_fill,
	.may = keep_may,
	.run = keep_run,
};

static bool reverse_advance_keep(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	struct posting *p = posting_new(ctx->arena);
	int64_t document = posted_reverse(ctx, d, reason);

	posting_opposite(ctx, p, d->id);
	return ledger_post(ctx, document, p, e);
}

REVERSAL(advance_keep) = {
	.kinds = { DOC_ADVANCE_KEEP },
	.run = reverse_advance_keep,
};
