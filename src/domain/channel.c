/* channel.c - what a wallet or card terminal says itself: the lines of its statement, and its transfer to the bank.
 *
 * A line is matched with the payment of the same method, reference and amount; it is seen in the view of the
 * statement. A transfer takes the matched lines: the wallet is emptied by them, the bank gets them less the fee. */
#include "base/date.h"
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/reverse.h"
#include "domain/choice.h"
#include "domain/document.h"
#include "domain/ledger.h"
#include "domain/payment.h"

/* ---- channel.line ---- */

struct channel_line {
	struct input input;
	const char *method, *reference;
	int64_t day, amount, fee;
};

static const struct field channel_line_input[] = {
	FIELD(channel_line, method, "method", N_("Method"), VT_CHOICE, REQUIRED,
	      .choices = choice_channel_method, .listed = pay_list_channels,
	      .help = N_("The channel whose statement it is: WeChat, Alipay, the card terminal.")),
	FIELD(channel_line, day, "day", N_("Day"), VT_DATE, REQUIRED, .lean = DATE_PAST,
	      .help = N_("The day of the payment as the channel says.")),
	FIELD(channel_line, reference, "reference", N_("Reference"), VT_TEXT, REQUIRED, .max = 60,
	      .help = N_("The channel's number of the payment, by which it is found in our books.")),
	FIELD(channel_line, amount, "amount", N_("Amount"), VT_MONEY, REQUIRED, .min = -MONEY_MAX,
	      .max = MONEY_MAX, .help = N_("What the customer paid; a refund is below zero.")),
	FIELD(channel_line, fee, "fee", N_("Fee"), VT_MONEY, .min = -MONEY_MAX, .max = MONEY_MAX,
	      .help = N_("What the channel keeps of it.")),
	{ 0 },
};

static bool channel_line_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct channel_line *in = input;

	if (HAS(in, amount) && in->amount == 0)
		return err_field(e, "amount", N_("A line without an amount says nothing"));
	if (!HAS(in, method) || !HAS(in, reference) || !HAS(in, amount))
		return true;
	return !db_exists(
		   ctx->db,
		   SQL("SELECT 1 FROM channel_line c JOIN pay_method m ON m.id = c.method_id WHERE m.code = "
		       ":method AND c.reference = :reference AND c.amount = :amount"),
		   BIND(B_TEXT("method", in->method), B_TEXT("reference", in->reference),
			B_INT("amount", in->amount))) ||
	       err_field(e, "reference", N_("The line %s is here already"), in->reference);
}

static bool channel_line_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct channel_line *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("INSERT INTO channel_line (method_id, reference, day, amount, fee) SELECT id, "
		    ":reference, :day, "
		    ":amount, :fee FROM pay_method WHERE code = :method"),
		BIND(B_TEXT("method", in->method), B_TEXT("reference", in->reference), B_INT("day", in->day),
		     B_INT("amount", in->amount), B_INT("fee", in->fee)));
	ctx->answer->id = db_last_id(ctx->db);
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(channel_line) = {
	.name = "channel.line",
	.title = N_("Line of a channel's statement"),
	.help = N_("One payment as the wallet or card terminal says it; usually they come in by import."),
	.undo = UNDO_ROWS,
	.input = channel_line_input,
	.size = sizeof(struct channel_line),
	.may = channel_line_may,
	.run = channel_line_run,
};

/* ---- channel.pay ---- */

struct channel_pay {
	struct input input;
	const char *method;
	int64_t until, all, got;
};

static const struct field channel_pay_input[] = {
	FIELD(channel_pay, method, "method", N_("Method"), VT_CHOICE, REQUIRED,
	      .choices = choice_channel_method, .listed = pay_list_channels,
	      .help = N_("The channel that pays: WeChat, Alipay, the card terminal.")),
	FIELD(channel_pay, until, "until", N_("Up to and with"), VT_DATE, REQUIRED, .lean = DATE_PAST,
	      .help = N_("The last day of the statement that this transfer pays.")),
	FIELD(channel_pay, got, "got", N_("At the bank"), VT_MONEY, STOP, .min = 1, .max = MONEY_MAX,
	      .help = N_("What has come to the bank; it must be the lines less their fees. Without it that "
			 "is taken.")),
	FIELD(channel_pay, all, "all", N_("Unmatched too"), VT_BOOL,
	      .help = N_("Also lines that no payment of ours has; else they wait until they are found.")),
	{ 0 },
};

struct lines_sum {
	int64_t method_id, account, amount, fee, n, waiting;
};

/* Lines that this transfer would take; a refund is matched as well as a payment. */
static bool sum_read(struct ctx *ctx, const struct channel_pay *in, struct lines_sum *ret)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT m.id, m.account_id, coalesce(sum(iif(:all OR x.matched, x.amount, 0)), 0), "
		"coalesce(sum(iif(:all OR x.matched, x.fee, 0)), 0), coalesce(sum(:all OR x.matched), 0), "
		"coalesce(sum(NOT (:all OR x.matched)), 0) FROM pay_method m LEFT JOIN (SELECT c.method_id, "
		"c.amount, c.fee, EXISTS (SELECT 1 FROM payment y WHERE y.reference = c.reference AND "
		"y.method_id = "
		"c.method_id AND y.amount = c.amount) AS matched FROM channel_line c WHERE c.document_id IS "
		"NULL "
		"AND c.day <= :until) x ON x.method_id = m.id WHERE m.code = :method GROUP BY m.id"),
	    BIND(B_INT("all", in->all != 0), B_INT("until", in->until), B_TEXT("method", in->method)));

	if (!cur_next(c))
		return false;
	*ret = (struct lines_sum){ cur_int(c, 0), cur_int(c, 1), cur_int(c, 2),
				   cur_int(c, 3), cur_int(c, 4), cur_int(c, 5) };
	cur_close(c);
	return true;
}

static bool channel_pay_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct channel_pay *in = input;
	struct lines_sum s;

	if (!HAS(in, method) || !HAS(in, until) || !sum_read(ctx, in, &s))
		return true;
	if (s.n == 0)
		return err_field(e, "until",
				 N_("No matched line of this channel is unpaid up to that day. Import its "
				    "statement first"));
	if (s.amount <= 0)
		return err_field(e, "until", N_("These lines come to %s: nothing is paid to the bank"),
				 money_text(ctx->arena, s.amount));
	return !HAS(in, got) || in->got == s.amount - s.fee ||
	       err_field(e, "got", N_("The lines come to %s less %s, not to %s"),
			 money_text(ctx->arena, s.amount), money_text(ctx->arena, s.fee),
			 money_text(ctx->arena, in->got));
}

static void lines_take(struct ctx *ctx, const struct channel_pay *in, int64_t method_id, int64_t document)
{
	db_exec(
	    ctx->db,
	    SQL("UPDATE channel_line SET document_id = :document, ver = ver + 1 WHERE document_id IS NULL "
		"AND "
		"method_id = :method AND day <= :until AND (:all OR EXISTS (SELECT 1 FROM payment y WHERE "
		"y.reference = channel_line.reference AND y.method_id = channel_line.method_id AND y.amount "
		"= "
		"channel_line.amount))"),
	    BIND(B_INT("document", document), B_INT("method", method_id), B_INT("until", in->until),
		 B_INT("all", in->all != 0)));
}

static bool channel_pay_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct channel_pay *in = input;
	struct posting *p = posting_new(ctx->arena);
	struct lines_sum s;
	int64_t document;

	if (!sum_read(ctx, in, &s))
		return err_field(e, "method", N_("This channel is not there"));
	document = document_post(ctx, &(struct document){ .kind = DOC_CHANNEL_PAY, .amount = s.amount });
	db_exec(ctx->db,
		SQL("INSERT INTO channel_pay (id, method_id, until_on, amount, fee) VALUES (:id, :method, "
		    ":until, "
		    ":amount, :fee)"),
		BIND(B_INT("id", document), B_INT("method", s.method_id), B_INT("until", in->until),
		     B_INT("amount", s.amount), B_INT("fee", s.fee)));
	lines_take(ctx, in, s.method_id, document);
	posting_add(p, (struct posting_line){ .account = ACC_BANK, .amount = s.amount - s.fee });
	posting_add(p, (struct posting_line){ .account = ACC_CHANNEL_FEE, .amount = s.fee });
	posting_add(p, (struct posting_line){ .account = s.account, .amount = -s.amount });
	answer_say(ctx, N_("%s: %s at the bank, %s fee"), ctx->answer->number,
		   money_text(ctx->arena, s.amount - s.fee), money_text(ctx->arena, s.fee));
	if (s.waiting)
		answer_say_more(ctx, N_("%lld lines wait: no payment of ours has them"),
				(long long)s.waiting);
	return ledger_post(ctx, document, p, e);
}

static void channel_pay_fill(struct ctx *ctx, struct args *args)
{
	if (!args_get(args, "until"))
		args_set(args, "until", date_text(ctx->arena, ctx->today - 1));
}

COMMAND(channel_pay) = {
	.name = "channel.pay",
	.title = N_("Money from a channel"),
	.help = N_("A wallet or card terminal pays its statement to the bank, less its fee."),
	.undo = UNDO_REVERSE,
	.input = channel_pay_input,
	.size = sizeof(struct channel_pay),
	.fill = channel_pay_fill,
	.may = channel_pay_may,
	.run = channel_pay_run,
};

/* Its lines are unpaid again. */
static bool reverse_channel_pay(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	struct posting *p = posting_new(ctx->arena);
	int64_t document = posted_reverse(ctx, d, reason);

	db_exec(ctx->db,
		SQL("UPDATE channel_line SET document_id = NULL, ver = ver + 1 WHERE document_id = :id"),
		BIND(B_INT("id", d->id)));
	posting_opposite(ctx, p, d->id);
	return ledger_post(ctx, document, p, e);
}

REVERSAL(channel_pay) = {
	.kinds = { DOC_CHANNEL_PAY },
	.run = reverse_channel_pay,
};
