/* payment_refund.c - giving money back that no bill has used, the way it was paid unless a manager says otherwise. */
#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/card.h"
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
	      .help = N_("The receipt of what was paid.")),
	FIELD(refund, amount, "amount", N_("Amount"), VT_MONEY, REQUIRED, .min = 1, .max = MONEY_MAX,
	      .help = N_("All of it or a part; what a bill has used stays.")),
	FIELD(refund, method, "method", N_("Method"), VT_CHOICE, REQUIRED, .choices = choice_pay_method,
	      .listed = pay_list_all, .help = N_("The way it was paid; another one needs a manager.")),
	FIELD(refund, reference, "reference", N_("Reference"), VT_TEXT, .max = 60,
	      .help = N_("The number of the transfer back, where there is one.")),
	FIELD(refund, reason, "reason", N_("Reason"), VT_TEXT, REQUIRED, .max = 200,
	      .help = N_("Why; it stands on the paper and in the journal.")),
	{ 0 },
};

struct refunding {
	struct ctx *ctx;
	struct posted d;
	struct source *source;
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
	r->n = sources_free(r->ctx, document_id, &r->source, &r->used);
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

/* What came by one method and was not given back by it. */
static int64_t left_by_method(struct refunding *r, int64_t method_id)
{
	return db_int(r->ctx->db,
		      SQL("SELECT sum(amount) FROM payment WHERE method_id = :method AND (document_id = "
			  ":document OR refunds_id = :document)"),
		      BIND(B_INT("method", method_id), B_INT("document", r->d.id)), 0);
}

/* What came in money and was not given back: a gift on a card, a coupon, a discount are not paid out. */
static int64_t left_in_money(struct refunding *r)
{
	return db_int(
	    r->ctx->db,
	    SQL("SELECT sum(y.amount) FROM payment y JOIN pay_method m ON m.id = y.method_id WHERE m.money "
		"AND (y.document_id = :document OR y.refunds_id = :document)"),
	    BIND(B_INT("document", r->d.id)), 0);
}

static bool way_back(struct refunding *r, const struct pay *pay, struct err *e)
{
	int64_t left = left_by_method(r, pay->method_id);

	if (pay_is_money(pay) && pay->amount > left_in_money(r))
		return err_field(e, "amount",
				 N_("Only %s of %s was paid in money. Give the rest back as it was paid"),
				 money_text(r->ctx->arena, left_in_money(r)), r->d.number);

	if (pay->amount <= left)
		return true;
	if (pay->method_id == PAY_COUPON || pay->method_id == PAY_ADVANCE || pay->method_id == PAY_MEMBER)
		return err_field(e, "method", N_("Only %s of %s was paid this way"),
				 money_text(r->ctx->arena, left > 0 ? left : 0), r->d.number);
	return may_right(r->ctx, "refund.otherwise") ||
	       err_set(e, ERR_DENIED,
		       N_("Only %s of %s was paid this way. Give it back as it was paid, or ask a manager"),
		       money_text(r->ctx->arena, left > 0 ? left : 0), r->d.number);
}

/* An advance that may be kept is given back by a manager. */
static bool earnest_back(struct refunding *r, struct err *e)
{
	return !db_exists(r->ctx->db,
			  SQL("SELECT 1 FROM payment WHERE document_id = :id AND forfeitable = 1"),
			  BIND(B_INT("id", r->d.id))) ||
	       may_right(r->ctx, "payment.refund_earnest") ||
	       err_set(e, ERR_DENIED,
		       N_("%s is earnest money, which the shop may keep. A manager may give it back"),
		       r->d.number);
}

/* The credit side: the account of the method, the advance of the payer, or his card. */
static bool method_gives(struct refunding *r, struct pay *pay, int64_t document, struct posting *p,
			 struct err *e)
{
	if (pay->method_id == PAY_MEMBER)
		return card_give_back(r->ctx, document, r->d.id, pay->amount, p, &pay->card_id, e);
	posting_add(p,
		    (struct posting_line){ .account = pay->account,
					   .amount = -pay->amount,
					   .shift_id = pay->shift_id,
					   .party_id = pay->method_id == PAY_ADVANCE ? r->d.party_id : 0 });
	return true;
}

static bool refund_post(struct refunding *r, struct pay *pay, const char *reason, struct err *e)
{
	struct posting *p = posting_new(r->ctx->arena);
	struct ctx with = *r->ctx;
	int64_t left = pay->amount, document;

	with.remark = reason;
	document = document_post(&with, &(struct document){ .kind = DOC_REFUND,
							    .party_id = r->d.party_id,
							    .job_id = r->d.job_id,
							    .amount = pay->amount });
	if (!method_gives(r, pay, document, p, e))
		return false;
	for (size_t i = 0; i < r->n && left > 0; i++) {
		const struct source *from = &r->source[i];
		int64_t piece = from->amount < left ? from->amount : left;

		if (piece <= 0)
			continue;
		payment_row(r->ctx, document, pay,
			    &(struct payer){
				.party_id = from->party_id, .job_id = from->job_id, .refunds_id = r->d.id },
			    -piece);
		posting_add(p, (struct posting_line){ .account = ACC_ADVANCE,
						      .amount = piece,
						      .party_id = from->party_id,
						      .job_id = from->job_id });
		left -= piece;
	}
	return ledger_post(r->ctx, document, p, e);
}

static bool refund_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct refund *in = input;
	struct pay_line line = { .method = in->method, .reference = in->reference, .amount = in->amount };
	struct refunding *r = ARENA_NEW(ctx->arena, struct refunding);
	struct pay pay;

	r->ctx = ctx;
	if (!refunding_read(r, in->document, e) || !pay_read_back(ctx, &line, &pay, e) ||
	    !way_back(r, &pay, e) || !earnest_back(r, e) || !drawer_has(ctx, &pay, e))
		return false;
	if (!refund_post(r, &pay, in->reason, e))
		return false;
	answer_say(ctx, N_("%s: %s given back of %s"), ctx->answer->number,
		   money_text(ctx->arena, in->amount), r->d.number);
	return true;
}

/* All that can be given back, the way most of it came. */
static void refund_fill(struct ctx *ctx, struct args *args)
{
	struct refunding *r = ARENA_NEW(ctx->arena, struct refunding);
	const char *document = args_get(args, "document"), *method;
	struct err e = { 0 };
	int64_t id;

	r->ctx = ctx;
	if (!document || *document != '#' || !int_parse(document + 1, "", 1, INT64_MAX, &id, &e) ||
	    !refunding_read(r, id, &e) || r->free <= 0)
		return;
	method = db_text(ctx->db, ctx->arena,
			 SQL("SELECT m.code FROM payment y JOIN pay_method m ON m.id = y.method_id WHERE "
			     "y.document_id = :id GROUP BY m.id ORDER BY sum(y.amount) DESC, m.id LIMIT 1"),
			 BIND(B_INT("id", id)));
	if (!args_get(args, "amount"))
		args_set(args, "amount", money_plain(ctx->arena, r->free));
	if (method && !args_get(args, "method"))
		args_set(args, "method", method);
}

COMMAND(payment_refund) = {
	.name = "payment.refund",
	.title = N_("Refund a payment"),
	.help = N_("Gives back what a customer has paid and no bill has used."),
	.undo = UNDO_REVERSE,
	.input = refund_input,
	.size = sizeof(struct refund),
	.prints = "receipt",
	.fill = refund_fill,
	.may = refund_may,
	.run = refund_run,
};
