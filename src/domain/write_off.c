/* write_off.c - what of a bill is not paid: a discount at payment, a bad debt, what somebody else owes instead.
 *
 * The entry of a write-off:
 *	debit   discounts at payment, or bad debts
 *	credit  receivable of the payer
 * The tax of the settlement stands: neither is a change of what was sold. */
#include <stdio.h>
#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/bill.h"
#include "domain/document.h"
#include "domain/party.h"

/* ---- for payments and claims ---- */

static bool denied(struct err *e, const char *field)
{
	e->code = ERR_DENIED;
	snprintf(e->field, sizeof e->field, "%s", field);
	return false;
}

/* A bad debt is nobody's own decision. */
static bool bad_debt_allowed(struct ctx *ctx, const char *field, struct err *e)
{
	struct ctx other = *ctx;

	other.user_id = 0;
	if (ctx->approver_id && ctx->approver_id != ctx->user_id && may_right(&other, "bill.bad_debt"))
		return true;
	err_set(e, ERR_DENIED,
		N_("A bad debt needs another person's approval. Ask somebody who may give a debt up"));
	return denied(e, field);
}

bool write_off_allowed(struct ctx *ctx, const char *how, int64_t of, int64_t amount, const char *field,
		       struct err *e)
{
	int64_t allowed;

	if (!strcmp(how, "bad_debt"))
		return bad_debt_allowed(ctx, field, e);
	if (strcmp(how, "discount") != 0)
		return true;
	allowed = muldiv(of, may_limit(ctx, "max_discount"), 10000);
	if (amount <= allowed)
		return true;
	err_set(e, ERR_DENIED,
		N_("You may give a discount of up to %s here, not %s. Ask somebody who may give more"),
		money_text(ctx->arena, allowed), money_text(ctx->arena, amount));
	return denied(e, field);
}

static void write_off_row(struct ctx *ctx, int64_t document, const struct due *d, const char *how,
			  int64_t amount)
{
	db_exec(
	    ctx->db,
	    SQL("INSERT INTO allocation (document_id, bill_id, amount) VALUES (:document, :bill, :amount)"),
	    BIND(B_INT("document", document), B_INT("bill", d->bill_id), B_INT("amount", amount)));
	db_exec(ctx->db,
		SQL("INSERT INTO write_off (document_id, bill_id, how, amount) "
		    "VALUES (:document, :bill, :how, :amount)"),
		BIND(B_INT("document", document), B_INT("bill", d->bill_id), B_TEXT("how", how),
		     B_INT("amount", amount)));
}

int64_t write_off_dues(struct ctx *ctx, int64_t document, struct posting *p, struct due *due, size_t n,
		       const char *how, int64_t amount)
{
	int64_t account = db_int(ctx->db, SQL("SELECT account_id FROM write_off_how WHERE code = :code"),
				 BIND(B_TEXT("code", how)), 0);
	int64_t left = amount;

	for (size_t i = 0; i < n && left > 0; i++) {
		struct due *d = &due[i];
		int64_t piece = d->open < left ? d->open : left;

		if (piece == 0)
			continue;
		write_off_row(ctx, document, d, how, piece);
		posting_add(p, (struct posting_line){ .account = ACC_RECEIVABLE,
						      .amount = -piece,
						      .party_id = d->party_id,
						      .job_id = d->job_id });
		if (account)
			posting_add(p, (struct posting_line){ .account = account, .amount = piece });
		d->open -= piece;
		d->paid += piece;
		left -= piece;
	}
	return amount - left;
}

/* ---- bill.write_off ---- */

struct write_off {
	struct input input;
	int64_t party, amount;
	const char *how, *reason;
	struct lines bills;
};

static const struct choice choice_how[] = {
	{ "bad_debt", N_("Bad debt") },
	{ "discount", N_("Discount") },
	{ NULL, NULL },
};

static const struct field write_off_input[] = {
	FIELD(write_off, party, "party", N_("Payer"), VT_REF, REQUIRED, .view = "parties",
	      .help = N_("Who will not pay.")),
	FIELD(write_off, amount, "amount", N_("Amount"), VT_MONEY, STOP, .min = 1, .max = MONEY_MAX,
	      .help = N_("So much is given up; all that is open of the bills where nothing is said.")),
	FIELD(write_off, how, "how", N_("As"), VT_CHOICE, REQUIRED, .choices = choice_how,
	      .help = N_("A bad debt needs another person's approval; a discount stays within your limit.")),
	FIELD(write_off, reason, "reason", N_("Reason"), VT_TEXT, REQUIRED, .max = 200,
	      .help = N_("Why it will not come in: it stands on the document.")),
	LINES(write_off, bills, "bills", N_("Bills"), bill_line_input, bill_line, BILLS_MOST,
	      .help = N_("Chosen ones; else all that are open, the oldest first.")),
	{ 0 },
};

struct writing_off {
	struct due *due;
	size_t n;
	int64_t amount;
};

static bool bills_find(struct ctx *ctx, const struct write_off *in, struct writing_off *w, struct err *e)
{
	int64_t open;

	*w = (struct writing_off){ 0 };
	if (!in->bills.n)
		dues_of_party(ctx, in->party, &w->due, &w->n);
	else if (!dues_of_bills(ctx, &in->bills, in->party, &w->due, &w->n, e))
		return false;
	open = dues_sum(w->due, w->n);
	if (!open)
		return err_field(e, "party", N_("%s owes nothing"), party_name(ctx, in->party));
	w->amount = in->amount ? in->amount : open;
	return w->amount <= open ||
	       err_field(e, "amount", N_("Only %s is open"), money_text(ctx->arena, open));
}

static bool write_off_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct write_off *in = input;
	struct writing_off *w = ARENA_NEW(ctx->arena, struct writing_off);

	return !HAS(in, party) || bills_find(ctx, in, w, e);
}

static bool write_off_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct write_off *in = input;
	struct writing_off *w = ARENA_NEW(ctx->arena, struct writing_off);
	struct posting *p = posting_new(ctx->arena);
	struct ctx with = *ctx;
	int64_t document;

	if (!bills_find(ctx, in, w, e) ||
	    !write_off_allowed(ctx, in->how, dues_sum(w->due, w->n), w->amount, "amount", e))
		return false;
	with.remark = in->reason;
	document = document_post(
	    &with, &(struct document){ .kind = DOC_WRITE_OFF, .party_id = in->party, .amount = w->amount });
	write_off_dues(ctx, document, p, w->due, w->n, in->how, w->amount);
	dues_keep(ctx, w->due, w->n);
	answer_say(ctx, N_("%s: %s of %s is written off"), ctx->answer->number,
		   money_text(ctx->arena, w->amount), party_name(ctx, in->party));
	return ledger_post(ctx, document, p, e);
}

/* What is open of the bills that are named, or of all. */
static void write_off_fill(struct ctx *ctx, struct args *args)
{
	struct write_off in = { 0 };
	struct writing_off *w = ARENA_NEW(ctx->arena, struct writing_off);
	size_t n = args_lines(args, "bills");
	struct bill_line *row = ARENA_ARRAY(ctx->arena, struct bill_line, n + 1);

	in.bills.row = row;
	for (size_t i = 0; i < n && i < BILLS_MOST; i++)
		if ((row[in.bills.n].document = args_id(args_line(args, "bills", i), "document")))
			in.bills.n++;
	in.party = args_id(args, "party");
	if (in.party && bills_find(ctx, &in, w, &(struct err){ 0 }) && !args_get(args, "amount"))
		args_set(args, "amount", money_plain(ctx->arena, w->amount));
}

COMMAND(bill_write_off) = {
	.name = "bill.write_off",
	.title = N_("Write a debt off"),
	.help =
	    N_("Gives up what a payer owes, as a bad debt with another person's approval or as a discount."),
	.undo = UNDO_REVERSE,
	.input = write_off_input,
	.size = sizeof(struct write_off),
	.prints = "write_off",
	.fill = write_off_fill,
	.may = write_off_may,
	.run = write_off_run,
};
