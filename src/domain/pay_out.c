/* pay_out.c - costs that a work order passes through, such as the inspection's fee, go out to whom they belong.
 *
 * It may be paid before the customer has paid it: then it stands as a debit of the account until the settlement. */
#include "domain/reverse.h"
#include "domain/pay_out.h"

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/choice.h"
#include "domain/document.h"
#include "domain/job.h"
#include "domain/payment_source.h"

struct pay_out {
	struct input input;
	int64_t job, amount;
	const char *payee, *method, *reference;
};

static const struct field pay_out_input[] = {
	FIELD(pay_out, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "collected",
	      .help = N_("The visit whose passed costs are paid; the list shows what is still to pay.")),
	FIELD(pay_out, amount, "amount", N_("Amount"), VT_MONEY, REQUIRED, .min = 1, .max = MONEY_MAX,
	      .help = N_("At most what its passed lines come to, less what was paid already.")),
	FIELD(pay_out, payee, "payee", N_("Paid to"), VT_TEXT, REQUIRED, .max = 60,
	      .help = N_("Whom it belongs to: the inspection station, the insurer, the traffic police.")),
	FIELD(pay_out, method, "method", N_("Method"), VT_CHOICE, REQUIRED, .choices = choice_pay_method,
	      .listed = pay_list_money, .help = N_("Cash comes out of the open till; the bank needs none.")),
	FIELD(pay_out, reference, "reference", N_("Reference"), VT_TEXT, .max = 60,
	      .help = N_("The number of the receipt or the transfer, for finding it again.")),
	{ 0 },
};

int64_t paid_out(struct ctx *ctx, int64_t job_id)
{
	return db_int(ctx->db,
		      SQL("SELECT sum(o.amount) FROM pay_out o WHERE o.job_id = :job AND NOT EXISTS "
			  "(SELECT 1 FROM document r WHERE r.reverses_id = o.id)"),
		      BIND(B_INT("job", job_id)), 0);
}

/* What may still go out: of an open work order what its lines say, of a settled one what the books hold. */
static int64_t left_of(struct ctx *ctx, int64_t job_id)
{
	if (db_exists(ctx->db, SQL("SELECT 1 FROM job WHERE id = :job AND settlement_id IS NOT NULL"),
		      BIND(B_INT("job", job_id))))
		return -ledger_job(ctx, job_id, ACC_COLLECTED);
	return db_int(ctx->db,
		      SQL("SELECT sum(amount) FROM job_line WHERE job_id = :job AND pass_through = 1 AND "
			  "state = 'on'"),
		      BIND(B_INT("job", job_id)), 0) -
	       paid_out(ctx, job_id);
}

static bool pay_out_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct pay_out *in = input;
	int64_t left;

	if (!HAS(in, job))
		return true;
	left = left_of(ctx, in->job);
	if (left <= 0)
		return err_field(e, "job", N_("Nothing of it is to be paid to others"));
	return !HAS(in, amount) || in->amount <= left ||
	       err_field(e, "amount", N_("Only %s is to be paid to others"), money_text(ctx->arena, left));
}

static bool pay_out_post(struct ctx *ctx, const struct pay_out *in, const struct pay *pay, struct err *e)
{
	struct posting *p = posting_new(ctx->arena);
	struct job j;
	int64_t document;

	if (!job_read(ctx, in->job, &j))
		return err_field(e, "job", N_("This work order is not there"));
	document = document_post(ctx, &(struct document){ .kind = DOC_PAY_OUT,
							  .party_id = j.customer_id,
							  .job_id = in->job,
							  .amount = in->amount });
	db_exec(ctx->db,
		SQL("INSERT INTO pay_out (id, job_id, payee, amount) VALUES (:id, :job, :payee, :amount)"),
		BIND(B_INT("id", document), B_INT("job", in->job), B_TEXT("payee", in->payee),
		     B_INT("amount", in->amount)));
	/* under no work order: it is none of what the customer pays */
	payment_row(ctx, document, pay, &(struct payer){ .party_id = j.customer_id }, -in->amount);
	posting_add(
	    p, (struct posting_line){ .account = ACC_COLLECTED, .amount = in->amount, .job_id = in->job });
	posting_add(p, (struct posting_line){
			   .account = pay->account, .amount = -in->amount, .shift_id = pay->shift_id });
	return ledger_post(ctx, document, p, e);
}

static bool pay_out_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct pay_out *in = input;
	struct pay_line line = { .method = in->method, .amount = in->amount, .reference = in->reference };
	struct pay pay;

	if (!pay_read_one(ctx, &line, &pay, e) || !drawer_has(ctx, &pay, e))
		return false;
	pay.reference = in->reference;
	if (!pay_out_post(ctx, in, &pay, e))
		return false;
	answer_say(ctx, N_("%s: %s is paid to %s"), ctx->answer->number, money_text(ctx->arena, in->amount),
		   in->payee);
	return true;
}

/* All that is to be paid, in cash, to whom it went the last time. */
static void pay_out_fill(struct ctx *ctx, struct args *args)
{
	const char *job = args_get(args, "job"), *payee;
	int64_t id, left;

	if (!job || *job != '#' || !int_parse(job + 1, "job", 1, INT64_MAX, &id, &(struct err){ 0 }))
		return;
	left = left_of(ctx, id);
	if (left > 0 && !args_get(args, "amount"))
		args_set(args, "amount", money_plain(ctx->arena, left));
	payee =
	    db_text(ctx->db, ctx->arena, SQL("SELECT payee FROM pay_out ORDER BY id DESC LIMIT 1"), BIND());
	if (payee && !args_get(args, "payee"))
		args_set(args, "payee", payee);
	if (!args_get(args, "method"))
		args_set(args, "method", "cash");
}

COMMAND(fee_pay_out) = {
	.name = "fee.pay_out",
	.title = N_("Pay out what was collected for others"),
	.help =
	    N_("Passed costs of a work order go out to whom they belong; no income and no cost of the shop."),
	.undo = UNDO_REVERSE,
	.input = pay_out_input,
	.size = sizeof(struct pay_out),
	.prints = "pay_out",
	.fill = pay_out_fill,
	.may = pay_out_may,
	.run = pay_out_run,
};

static bool reverse_pay_out(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	struct posting *p = posting_new(ctx->arena);
	int64_t document = posted_reverse(ctx, d, reason);

	posting_add(
	    p, (struct posting_line){ .account = ACC_COLLECTED, .amount = -d->amount, .job_id = d->job_id });
	return payments_turn(ctx, d, document, p, e) && ledger_post(ctx, document, p, e);
}

REVERSAL(pay_out) = {
	.kinds = { DOC_PAY_OUT },
	.run = reverse_pay_out,
};
