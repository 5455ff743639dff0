/* payment_refund.c - giving money back that no bill has used. */
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/choice.h"
#include "domain/document.h"
#include "domain/ledger.h"
#include "domain/payment_source.h"
#include "domain/reverse.h"

struct refund {
	struct input input;
	int64_t document, amount;
	const char *method, *reference, *reason;
};

static const struct field refund_input[] = {
	FIELD(refund, document, "document", N_("Receipt"), VT_REF, REQUIRED, .view = "documents",
	      .help = N_("The number of the receipt that money is given back for.")),
	FIELD(refund, amount, "amount", N_("Amount"), VT_MONEY, REQUIRED, .min = 1, .max = MONEY_MAX,
	      .help = N_("How much; a sum such as 100+20 is worked out.")),
	FIELD(refund, method, "method", N_("Method"), VT_CHOICE, REQUIRED, .choices = choice_pay_method,
	      .help = N_("How the money comes or goes: cash, WeChat, Alipay, card, transfer.")),
	FIELD(refund, reference, "reference", N_("Reference"), VT_TEXT, .max = 60,
	      .help = N_("The number of the transfer or of the WeChat or Alipay payment, so that it can be "
			 "found in their lists.")),
	FIELD(refund, reason, "reason", N_("Reason"), VT_TEXT, REQUIRED, .max = 200,
	      .help = N_("Why, in a few words: it stands on the document and in the journal.")),
	{ 0 },
};

struct refunding {
	struct ctx *ctx;
	struct posted d;
	struct source source[SOURCES_MOST];
	size_t n;
	int64_t used; /* of the payment, by bills that stand */
	int64_t free; /* of the payment, used by no bill and not given back */
};

static bool refunding_read(struct refunding *r, int64_t document_id, struct err *e)
{
	int64_t held = 0;

	if (!posted_read(r->ctx, document_id, &r->d, e))
		return false;
	if (r->d.kind != DOC_PAYMENT)
		return err_field(e, "document", N_("%s is no receipt of money"), r->d.number);
	r->n = sources_free(r->ctx, document_id, r->source, &r->used);
	for (size_t i = 0; i < r->n; i++)
		held += r->source[i].amount;
	r->free = payment_left(r->ctx, document_id) - r->used;
	if (held < r->free)
		r->free = held;
	return true;
}

static bool refund_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct refund *in = input;
	struct refunding *r;

	if (!HAS(in, document))
		return true;
	r = ARENA_NEW(ctx->arena, struct refunding);
	r->ctx = ctx;
	if (!refunding_read(r, in->document, e))
		return false;
	if (r->free <= 0)
		return err_field(e, "document",
				 N_("Nothing of %s can be given back: a bill has used it or it was refunded. "
				    "Reopen the work order first (job.reopen)"),
				 r->d.number);
	if (HAS(in, amount) && in->amount > r->free)
		return err_field(e, "amount", N_("Only %s of %s can be given back"),
				 money_text(ctx->arena, r->free), r->d.number);
	return true;
}

static bool refund_post(struct refunding *r, const struct pay *pay, const char *reason, struct err *e)
{
	struct posting *p = ARENA_NEW(r->ctx->arena, struct posting);
	struct ctx with = *r->ctx;
	int64_t left = pay->amount, document;

	with.remark = reason;
	document = document_post(&with, &(struct document){ .kind = DOC_REFUND,
							    .party_id = r->d.party_id,
							    .job_id = r->d.job_id,
							    .amount = pay->amount });
	for (size_t i = 0; i < r->n && left > 0; i++) {
		const struct source *from = &r->source[i];
		int64_t piece = from->amount < left ? from->amount : left;

		if (piece <= 0)
			continue;
		payment_out(r->ctx, document, pay, from, piece, r->d.id);
		posting_add(p, (struct posting_line){ .account = ACC_ADVANCE,
						      .amount = piece,
						      .party_id = from->party_id,
						      .job_id = from->job_id });
		left -= piece;
	}
	posting_add(p, (struct posting_line){
			   .account = pay->account, .amount = -pay->amount, .shift_id = pay->shift_id });
	return ledger_post(r->ctx, document, p, e);
}

static bool refund_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct refund *in = input;
	struct pay_line line = { .method = in->method, .amount = in->amount };
	struct refunding *r = ARENA_NEW(ctx->arena, struct refunding);
	struct pay pay;

	r->ctx = ctx;
	if (!refunding_read(r, in->document, e) || !pay_read_one(ctx, &line, &pay, e) ||
	    !drawer_has(ctx, &pay, e))
		return false;
	pay.reference = in->reference;
	if (!refund_post(r, &pay, in->reason, e))
		return false;
	answer_say(ctx, N_("%s: %s given back of %s"), ctx->answer->number,
		   money_text(ctx->arena, in->amount), r->d.number);
	return true;
}

COMMAND(payment_refund) = {
	.name = "payment.refund",
	.title = N_("Refund a payment"),
	.help = N_("Gives back what a customer has paid and no bill has used."),
	.undo = UNDO_REVERSE,
	.input = refund_input,
	.size = sizeof(struct refund),
	.prints = "receipt",
	.may = refund_may,
	.run = refund_run,
};
