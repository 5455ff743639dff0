/* till_move.c - cash that goes into a drawer or out of it beside payments: change, petty expenses, takings to the
 * safe. Each is a document with its reason; a closing counts them in. */
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/reverse.h"
#include "domain/document.h"
#include "domain/ledger.h"
#include "domain/till.h"

struct till_pay {
	struct input input;
	int64_t till, reason, amount;
};

struct till_drop {
	struct input input;
	int64_t till, amount;
};

#define TILL_FIELD_(s)                                                                                       \
	FIELD(s, till, "till", N_("Till"), VT_REF, REQUIRED, .view = "tills",                                \
	      .help = N_("The drawer; a shop with one till need not name it."))

static const struct field till_in_input[] = {
	TILL_FIELD_(till_pay),
	FIELD(till_pay, reason, "reason", N_("Reason"), VT_REF, REQUIRED, .view = "till_in_reasons",
	      .help = N_("Why it comes: it decides the account on the other side. The list is kept in the "
			 "console.")),
	FIELD(till_pay, amount, "amount", N_("Amount"), VT_MONEY, REQUIRED, .min = 1, .max = MONEY_MAX,
	      .help = N_("Cash that is laid into the drawer.")),
	{ 0 },
};

static const struct field till_out_input[] = {
	TILL_FIELD_(till_pay),
	FIELD(till_pay, reason, "reason", N_("Reason"), VT_REF, REQUIRED, .view = "till_out_reasons",
	      .help = N_("Why it goes: it decides the account on the other side. The list is kept in the "
			 "console.")),
	FIELD(till_pay, amount, "amount", N_("Amount"), VT_MONEY, REQUIRED, .min = 1, .max = MONEY_MAX,
	      .help = N_("Cash that is taken out of the drawer.")),
	{ 0 },
};

static const struct field till_drop_input[] = {
	TILL_FIELD_(till_drop),
	FIELD(till_drop, amount, "amount", N_("Amount"), VT_MONEY, REQUIRED, .min = 1, .max = MONEY_MAX,
	      .help = N_("Takings that are brought to the safe before the till closes.")),
	{ 0 },
};

static bool till_is_open(struct ctx *ctx, int64_t till, struct err *e)
{
	return till_shift_of(ctx, till) ||
	       err_field(e, "till", N_("The till %s is not open. Open it first (till.open)"),
			 till_title(ctx, till));
}

static bool till_pay_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct till_pay *in = input;

	return !HAS(in, till) || till_is_open(ctx, in->till, e);
}

static bool till_drop_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct till_drop *in = input;

	return !HAS(in, till) || till_is_open(ctx, in->till, e);
}

static void move_write(struct ctx *ctx, int64_t document, int64_t shift, int64_t reason, int64_t amount)
{
	db_exec(ctx->db,
		SQL("INSERT INTO till_move (document_id, shift_id, reason_id, amount) VALUES (:document, "
		    ":shift, :reason, :amount)"),
		BIND(B_INT("document", document), B_INT("shift", shift), B_ID("reason", reason),
		     B_INT("amount", amount)));
}

/* Books `amount` (into the drawer positive) against `account`. */
static bool move_post(struct ctx *ctx, enum document_kind kind, int64_t shift, int64_t reason,
		      int64_t account, int64_t amount, struct err *e)
{
	struct posting *p = posting_new(ctx->arena);
	int64_t document;

	if (amount < 0 && ledger_shift(ctx, shift, ACC_CASH) < -amount)
		return err_field(e, "amount", N_("There is not so much cash in this till"));
	document =
	    document_post(ctx, &(struct document){ .kind = kind, .amount = amount < 0 ? -amount : amount });
	move_write(ctx, document, shift, reason, amount);
	posting_add(p, (struct posting_line){ .account = ACC_CASH, .amount = amount, .shift_id = shift });
	posting_add(p, (struct posting_line){ .account = account, .amount = -amount });
	return ledger_post(ctx, document, p, e);
}

static int64_t reason_account(struct ctx *ctx, int64_t reason)
{
	return db_int(ctx->db, SQL("SELECT account_id FROM till_reason WHERE id = :id"),
		      BIND(B_INT("id", reason)), 0);
}

static bool till_in_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct till_pay *in = input;

	if (!move_post(ctx, DOC_TILL_IN, till_shift_of(ctx, in->till), in->reason,
		       reason_account(ctx, in->reason), in->amount, e))
		return false;
	answer_say(ctx, N_("%s: %s into %s"), ctx->answer->number, money_text(ctx->arena, in->amount),
		   till_title(ctx, in->till));
	return true;
}

static bool till_out_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct till_pay *in = input;

	if (!move_post(ctx, DOC_TILL_OUT, till_shift_of(ctx, in->till), in->reason,
		       reason_account(ctx, in->reason), -in->amount, e))
		return false;
	answer_say(ctx, N_("%s: %s out of %s"), ctx->answer->number, money_text(ctx->arena, in->amount),
		   till_title(ctx, in->till));
	return true;
}

static bool till_drop_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct till_drop *in = input;

	if (!move_post(ctx, DOC_TILL_DROP, till_shift_of(ctx, in->till), 0, ACC_SAFE, -in->amount, e))
		return false;
	answer_say(ctx, N_("%s: %s from %s to the safe"), ctx->answer->number,
		   money_text(ctx->arena, in->amount), till_title(ctx, in->till));
	return true;
}

COMMAND(till_in) = {
	.name = "till.pay_in",
	.title = N_("Pay into a till"),
	.help = N_("Cash goes into the drawer that no customer has paid: change, the owner's money."),
	.undo = UNDO_REVERSE,
	.input = till_in_input,
	.size = sizeof(struct till_pay),
	.prints = "till_move",
	.fill = till_fill_own,
	.may = till_pay_may,
	.run = till_in_run,
};

COMMAND(till_out) = {
	.name = "till.pay_out",
	.title = N_("Pay out of a till"),
	.help = N_("Cash goes out of the drawer that no customer gets: a petty expense, to the bank."),
	.undo = UNDO_REVERSE,
	.input = till_out_input,
	.size = sizeof(struct till_pay),
	.prints = "till_move",
	.fill = till_fill_own,
	.may = till_pay_may,
	.run = till_out_run,
};

COMMAND(till_drop) = {
	.name = "till.drop",
	.title = N_("Bring cash to the safe"),
	.help = N_("Takings leave the drawer before it is closed."),
	.undo = UNDO_REVERSE,
	.input = till_drop_input,
	.size = sizeof(struct till_drop),
	.prints = "till_move",
	.fill = till_fill_own,
	.may = till_drop_may,
	.run = till_drop_run,
};

static bool reverse_till_move(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	struct posting *p = posting_new(ctx->arena);
	int64_t document, shift, why, amount;
	struct cur *c =
	    db_open(ctx->db,
		    SQL("SELECT m.shift_id, m.reason_id, m.amount FROM till_move m JOIN till_shift s "
			"ON s.id = m.shift_id WHERE m.document_id = :id AND s.closed_at IS NULL"),
		    BIND(B_INT("id", d->id)));

	if (!cur_next(c))
		return err_field(e, "document", N_("The till of %s is counted: it stands"), d->number);
	shift = cur_int(c, 0);
	why = cur_int(c, 1);
	amount = cur_int(c, 2);
	cur_close(c);
	if (amount > 0 && ledger_shift(ctx, shift, ACC_CASH) < amount)
		return err_field(e, "document", N_("There is not so much cash in this till"));
	document = posted_reverse(ctx, d, reason);
	move_write(ctx, document, shift, why, -amount);
	posting_opposite(ctx, p, d->id);
	return ledger_post(ctx, document, p, e);
}

REVERSAL(till_move) = {
	.kinds = { DOC_TILL_IN, DOC_TILL_OUT, DOC_TILL_DROP },
	.run = reverse_till_move,
};
