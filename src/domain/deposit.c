/* deposit.c - deposits on things: money that lies here for a core, a key, a loan car, until the thing is back. */
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/reverse.h"
#include "domain/document.h"
#include "domain/ledger.h"
#include "domain/money_slip.h"
#include "domain/party.h"

/* ---- deposit.take ---- */

struct deposit_take {
	struct input input;
	int64_t party, job, kind, amount, tendered;
	const char *thing, *method, *reference;
};

static const struct field deposit_take_input[] = {
	FIELD(deposit_take, party, "party", N_("Customer"), VT_REF, REQUIRED, .view = "parties",
	      .help = N_("Who lays the money down and gets it back.")),
	FIELD(deposit_take, kind, "kind", N_("For what"), VT_REF, REQUIRED, .view = "thing_kinds",
	      .help = N_("An old part that is to come, a key, a loan car, a tool.")),
	FIELD(deposit_take, thing, "thing", N_("The thing"), VT_TEXT, REQUIRED, .max = 60,
	      .help = N_("So that it is known when it is back: which part, which car.")),
	FIELD(deposit_take, job, "job", N_("Work order"), VT_REF, .view = "jobs",
	      .help = N_("The visit it belongs to, where there is one.")),
	FIELD(deposit_take, amount, "amount", N_("Amount"), VT_MONEY, STOP, .min = 1, .max = MONEY_MAX,
	      .help = N_("What lies here until the thing is back. Empty: what is usual for such a thing.")),
	SLIP_FIELDS(deposit_take),
	{ 0 },
};

static int64_t amount_of(struct ctx *ctx, const struct deposit_take *in)
{
	return HAS(in, amount) ? in->amount
			       : db_int(ctx->db, SQL("SELECT amount FROM thing_kind WHERE id = :id"),
					BIND(B_INT("id", in->kind)), 0);
}

static bool deposit_take_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct deposit_take *in = input;

	return !HAS(in, kind) || amount_of(ctx, in) > 0 ||
	       err_field(e, "amount", N_("How much is laid down? No amount is usual for such a thing"));
}

static bool deposit_take_run(struct ctx *ctx, const void *input, struct err *e)
{
	struct deposit_take all = *(const struct deposit_take *)input, *in = &all;
	struct posting *p = posting_new(ctx->arena);
	struct pay pay;
	int64_t document;

	in->amount = amount_of(ctx, in);
	if (!slip_in(ctx, SLIP_OF(in), &pay, e))
		return false;
	document = document_post(
	    ctx, &(struct document){
		     .kind = DOC_DEPOSIT, .party_id = in->party, .job_id = in->job, .amount = in->amount });
	db_exec(ctx->db,
		SQL("INSERT INTO deposit (id, party_id, job_id, kind_id, thing, amount) VALUES (:id, :party, "
		    ":job, :kind, :thing, :amount)"),
		BIND(B_INT("id", document), B_INT("party", in->party), B_ID("job", in->job),
		     B_INT("kind", in->kind), B_TEXT("thing", in->thing), B_INT("amount", in->amount)));
	slip_book(ctx, document, &pay,
		  &(struct payer){ .party_id = in->party, .job_id = in->job, .purpose = PURPOSE_DEPOSIT }, 1,
		  p);
	posting_add(
	    p, (struct posting_line){ .account = ACC_DEPOSIT, .amount = -in->amount, .party_id = in->party });
	answer_say(ctx, N_("%s: %s lies here for %s"), ctx->answer->number,
		   money_text(ctx->arena, in->amount), in->thing);
	payment_say_change(ctx, &pay, 1);
	return ledger_post(ctx, document, p, e);
}

COMMAND(deposit_take) = {
	.name = "deposit.take",
	.title = N_("Take a deposit on a thing"),
	.help = N_("Money lies here for a thing that is lent or owed, and goes back when the thing is back."),
	.undo = UNDO_REVERSE,
	.input = deposit_take_input,
	.size = sizeof(struct deposit_take),
	.prints = "deposit",
	.fill = slip_fill,
	.may = deposit_take_may,
	.run = deposit_take_run,
};

/* ---- deposit.back ---- */

struct deposit_back {
	struct input input;
	int64_t deposit, amount, keep;
	const char *method, *reference, *reason;
};

static const struct field deposit_back_input[] = {
	FIELD(deposit_back, deposit, "deposit", N_("Deposit"), VT_REF, REQUIRED, .view = "deposits",
	      .help = N_("By the number on its receipt.")),
	FIELD(deposit_back, amount, "amount", N_("Given back"), VT_MONEY, .flags = STOP_, .max = MONEY_MAX,
	      .help = N_("What the customer gets; all that still lies here where nothing is written.")),
	FIELD(deposit_back, keep, "keep", N_("Kept"), VT_MONEY, .max = MONEY_MAX,
	      .help = N_("For what is missing or broken; it is income of the shop, and needs a reason.")),
	FIELD(deposit_back, method, "method", N_("Method"), VT_CHOICE, STOP, .choices = choice_pay_method,
	      .listed = pay_list_money,
	      .help = N_("How the money goes back; in cash where nothing is written.")),
	FIELD(deposit_back, reference, "reference", N_("Reference"), VT_TEXT, .max = 60,
	      .help = N_("The number of the transfer back, where there is one.")),
	FIELD(deposit_back, reason, "reason", N_("Reason"), VT_TEXT, .max = 200,
	      .help = N_("Why something is kept; it stands on the paper.")),
	{ 0 },
};

struct held {
	int64_t party_id, job_id, left;
	const char *number;
};

static bool held_read(struct ctx *ctx, int64_t deposit, struct held *ret)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT t.party_id, t.job_id, d.number, t.amount - coalesce((SELECT sum(b.amount + b.kept) "
		"FROM "
		"deposit_back b WHERE b.deposit_id = t.id AND NOT EXISTS (SELECT 1 FROM document r WHERE "
		"r.reverses_id = b.id)), 0), EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = t.id) "
		"FROM deposit t JOIN document d ON d.id = t.id WHERE t.id = :id"),
	    BIND(B_INT("id", deposit)));

	if (!cur_next(c))
		return false;
	*ret = (struct held){ .party_id = cur_int(c, 0),
			      .job_id = cur_int(c, 1),
			      .number = arena_strdup(ctx->arena, cur_text(c, 2)),
			      .left = cur_int(c, 4) ? 0 : cur_int(c, 3) };
	cur_close(c);
	return true;
}

static bool deposit_back_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct deposit_back *in = input;
	struct held h;

	if (!HAS(in, deposit) || !held_read(ctx, in->deposit, &h))
		return true;
	if (h.left <= 0)
		return err_field(e, "deposit", N_("Nothing of %s lies here any more"), h.number);
	if (in->amount + in->keep > h.left)
		return err_field(e, "amount", N_("Only %s of %s lies here"), money_text(ctx->arena, h.left),
				 h.number);
	return in->keep == 0 || HAS(in, reason) || !HAS(in, keep) ||
	       err_field(e, "reason", N_("Say why something is kept"));
}

static void back_write(struct ctx *ctx, int64_t document, int64_t deposit, int64_t amount, int64_t kept)
{
	db_exec(ctx->db,
		SQL("INSERT INTO deposit_back (id, deposit_id, amount, kept) VALUES (:id, :deposit, :amount, "
		    ":kept)"),
		BIND(B_INT("id", document), B_INT("deposit", deposit), B_INT("amount", amount),
		     B_INT("kept", kept)));
}

static bool deposit_back_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct deposit_back *in = input;
	struct posting *p = posting_new(ctx->arena);
	struct ctx with = *ctx;
	struct pay pay = { 0 };
	struct held h;
	int64_t document, amount;

	if (!held_read(ctx, in->deposit, &h))
		return err_field(e, "deposit", N_("This deposit is not there"));
	amount = HAS(in, amount) ? in->amount : h.left - in->keep;
	if (amount + in->keep == 0)
		return err_field(e, "amount", N_("How much goes back?"));
	if (amount &&
	    !slip_out(ctx, &(struct slip){ in->method ? in->method : "cash", in->reference, amount, 0 }, &pay,
		      e))
		return false;
	if (in->reason)
		with.remark = in->reason;
	document = document_post(&with, &(struct document){ .kind = DOC_DEPOSIT_BACK,
							    .party_id = h.party_id,
							    .job_id = h.job_id,
							    .amount = amount + in->keep });
	back_write(ctx, document, in->deposit, amount, in->keep);
	if (amount)
		slip_book(
		    ctx, document, &pay,
		    &(struct payer){ .party_id = h.party_id, .job_id = h.job_id, .purpose = PURPOSE_DEPOSIT },
		    -1, p);
	posting_add(p, (struct posting_line){
			   .account = ACC_DEPOSIT, .amount = amount + in->keep, .party_id = h.party_id });
	posting_add(p, (struct posting_line){ .account = ACC_OTHER_INCOME, .amount = -in->keep });
	answer_say(ctx, N_("%s: %s of %s given back"), ctx->answer->number, money_text(ctx->arena, amount),
		   h.number);
	return ledger_post(ctx, document, p, e);
}

/* All that lies here, in cash or the way it came. */
static void deposit_back_fill(struct ctx *ctx, struct args *args)
{
	const char *method;
	struct err e = { 0 };
	struct held h;
	int64_t id;
	void *read;

	if (!input_read(ctx, command_find("deposit.back"), args, true, &read, &e))
		return;
	id = ((const struct deposit_back *)read)->deposit;
	if (!held_read(ctx, id, &h) || h.left <= 0)
		return;
	method = db_text(ctx->db, ctx->arena,
			 SQL("SELECT m.code FROM payment y JOIN pay_method m ON m.id = y.method_id WHERE "
			     "y.document_id = :id"),
			 BIND(B_INT("id", id)));
	if (!args_get(args, "amount") && !args_get(args, "keep"))
		args_set(args, "amount", money_plain(ctx->arena, h.left));
	if (method && !args_get(args, "method"))
		args_set(args, "method", method);
}

COMMAND(deposit_back) = {
	.name = "deposit.back",
	.title = N_("Give a deposit back"),
	.help = N_(
	    "The thing is back: its money goes back, whole or in part; what is broken or missing is kept."),
	.undo = UNDO_REVERSE,
	.input = deposit_back_input,
	.size = sizeof(struct deposit_back),
	.prints = "deposit",
	.fill = deposit_back_fill,
	.may = deposit_back_may,
	.run = deposit_back_run,
};

static bool deposit_reversible(struct ctx *ctx, const struct posted *d, struct err *e)
{
	struct held h;

	return d->kind != DOC_DEPOSIT || !held_read(ctx, d->id, &h) || h.left == d->amount ||
	       err_field(e, "document", N_("Some of %s was given back. Reverse that first"), d->number);
}

static bool reverse_deposit(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	struct posting *p = posting_new(ctx->arena);
	int64_t document;

	if (!reverse_money(ctx, d, reason, p, &document, e))
		return false;
	posting_opposite_but_money(ctx, p, d->id);
	return ledger_post(ctx, document, p, e);
}

REVERSAL(deposit) = {
	.kinds = { DOC_DEPOSIT, DOC_DEPOSIT_BACK },
	.may = deposit_reversible,
	.run = reverse_deposit,
};
