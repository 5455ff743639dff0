/* card_issue.c - member cards are issued, changed, filled and emptied.
 *
 * A top-up debits the money and credits the card's principal; a gift stands against its contra account. A refund gives
 * principal back, and the gift goes with it in proportion. */
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/reverse.h"
#include "domain/card.h"
#include "domain/choice.h"
#include "domain/document.h"
#include "domain/invoice.h"
#include "domain/money_slip.h"
#include "domain/party.h"
#include "domain/payment_source.h"

/* ---- card.issue ---- */

struct card_issue {
	struct input input;
	int64_t customer, level, valid;
	const char *number;
};

static const struct field card_issue_input[] = {
	FIELD(card_issue, customer, "customer", N_("Customer"), VT_REF, REQUIRED, .view = "customers",
	      .help = N_("Whose card it is; he may lend it, the value stays his.")),
	FIELD(card_issue, level, "level", N_("Card level"), VT_REF, .view = "card_levels",
	      .help = N_("What the card takes off labour and parts; the first level where none is named.")),
	FIELD(card_issue, number, "number", N_("Card number"), VT_CODE, .max = 30,
	      .help =
		  N_("As it is printed on the card or read by the reader; a new one is made where the card "
		     "has none.")),
	FIELD(card_issue, valid, "valid", N_("Good until"), VT_DATE, .lean = DATE_FUTURE,
	      .help = N_("The last day on which it pays; without one for ever.")),
	{ 0 },
};

static bool card_issue_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct card_issue *in = input;

	if (HAS(in, valid) && in->valid < ctx->today)
		return err_field(e, "valid", N_("This day is over"));
	return !HAS(in, number) ||
	       !db_exists(ctx->db, SQL("SELECT 1 FROM card WHERE number = :number"),
			  BIND(B_TEXT("number", in->number))) ||
	       err_field(e, "number", N_("The card %s is issued already"), in->number);
}

/* A number that no card has: eight digits, in the order of issue. */
static const char *number_make(struct ctx *ctx)
{
	return db_text(
	    ctx->db, ctx->arena,
	    SQL("SELECT max(80000000, coalesce((SELECT max(CAST(number AS INTEGER)) FROM card WHERE "
		"number GLOB '8[0-9][0-9][0-9][0-9][0-9][0-9][0-9]'), 0)) + 1"),
	    NULL);
}

static bool card_issue_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct card_issue *in = input;
	const char *number = HAS(in, number) ? in->number : number_make(ctx);

	(void)e;
	db_exec(
	    ctx->db,
	    SQL("INSERT INTO card (number, party_id, level_id, issued_on, valid_on) SELECT :number, :party, "
		"coalesce(:level, min(id)), :today, :valid FROM card_level"),
	    BIND(B_TEXT("number", number), B_INT("party", in->customer), B_ID("level", in->level),
		 B_INT("today", ctx->today), B_ID("valid", in->valid)));
	ctx->answer->id = db_last_id(ctx->db);
	snprintf(ctx->answer->number, sizeof ctx->answer->number, "%s", number ? number : "");
	answer_say(ctx, N_("The card %s is issued to %s"), number, party_name(ctx, in->customer));
	return true;
}

COMMAND(card_issue) = {
	.name = "card.issue",
	.title = N_("Issue a member card"),
	.help = N_("A customer gets a card with a level; value is put on it by a top-up."),
	.undo = UNDO_ROWS,
	.input = card_issue_input,
	.size = sizeof(struct card_issue),
	.may = card_issue_may,
	.run = card_issue_run,
};

/* ---- card.change ---- */

struct card_change {
	struct input input;
	int64_t card, level, valid;
	const char *state;
};

static const struct field card_change_input[] = {
	FIELD(card_change, card, "card", N_("Member card"), VT_REF, REQUIRED, .view = "cards",
	      .help = N_("The card, by its number.")),
	FIELD(card_change, level, "level", N_("Card level"), VT_REF, .view = "card_levels",
	      .help = N_("What the card takes off labour and parts.")),
	FIELD(card_change, valid, "valid", N_("Good until"), VT_DATE, .lean = DATE_FUTURE,
	      .help = N_("The last day on which it pays.")),
	FIELD(card_change, state, "state", N_("State"), VT_CHOICE, .choices = choice_card_state,
	      .help = N_("Blocked when it is lost; closed when it is handed back empty.")),
	{ 0 },
};

static bool card_change_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct card_change *in = input;
	struct card c;

	if (!card_read(ctx, in->card, &c))
		return err_field(e, "card", N_("This card is not there"));
	if (HAS(in, state) && !strcmp(in->state, "closed") && (c.principal || c.gift))
		return err_field(e, "state", N_("The card %s holds %s. Refund it first (card.refund)"),
				 c.number, money_text(ctx->arena, c.principal + c.gift));
	db_exec(ctx->db,
		SQL("UPDATE card SET level_id = coalesce(:level, level_id), valid_on = coalesce(:valid, "
		    "valid_on), "
		    "state = coalesce(:state, state), ver = ver + 1 WHERE id = :id"),
		BIND(B_ID("level", in->level), B_ID("valid", in->valid), B_TEXT("state", in->state),
		     B_INT("id", in->card)));
	ctx->answer->id = in->card;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(card_change) = {
	.name = "card.change",
	.title = N_("Change a member card"),
	.help = N_("Its level, how long it is good, whether it is blocked or closed."),
	.undo = UNDO_ROWS,
	.input = card_change_input,
	.size = sizeof(struct card_change),
	.edits = "card",
	.edits_table = "card",
	.run = card_change_run,
};

/* ---- card.top_up ---- */

struct top_up {
	struct input input;
	int64_t card, amount, gift, tendered;
	const char *method, *reference;
};

static const struct field top_up_input[] = {
	FIELD(top_up, card, "card", N_("Member card"), VT_REF, REQUIRED, .view = "cards",
	      .help = N_("The card, by its number.")),
	FIELD(top_up, amount, "amount", N_("Amount"), VT_MONEY, REQUIRED, .min = 1, .max = MONEY_MAX,
	      .help = N_("What the customer pays; it stays his until it is used.")),
	FIELD(top_up, gift, "gift", N_("Gift"), VT_MONEY, .max = MONEY_MAX,
	      .help =
		  N_("What the shop puts on top; it is a discount when it is used, and is not paid out.")),
	SLIP_FIELDS(top_up),
	{ 0 },
};

static bool top_up_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct top_up *in = input;
	struct card c;

	return !HAS(in, card) || !card_read(ctx, in->card, &c) || card_usable(ctx, &c, e);
}

static bool top_up_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct top_up *in = input;
	struct posting *p = posting_new(ctx->arena);
	struct pay pay;
	struct card c;
	int64_t document;

	if (!card_read(ctx, in->card, &c) || !slip_in(ctx, SLIP_OF(in), &pay, e))
		return false;
	document = document_post(
	    ctx, &(struct document){ .kind = DOC_TOP_UP, .party_id = c.party_id, .amount = in->amount });
	slip_book(ctx, document, &pay,
		  &(struct payer){ .party_id = c.party_id, .purpose = PURPOSE_VALUE, .card_id = c.id }, 1, p);
	card_move(ctx, document, c.id, in->amount, in->gift);
	posting_add(
	    p, (struct posting_line){ .account = ACC_STORED_VALUE, .amount = -in->amount, .card_id = c.id });
	posting_add(
	    p, (struct posting_line){ .account = ACC_STORED_GIFT, .amount = -in->gift, .card_id = c.id });
	posting_add(p, (struct posting_line){
			   .account = ACC_STORED_GIFT_CONTRA, .amount = in->gift, .card_id = c.id });
	answer_say(ctx, N_("%s: the card %s holds %s"), ctx->answer->number, c.number,
		   money_text(ctx->arena, c.principal + c.gift + in->amount + in->gift));
	payment_say_change(ctx, &pay, 1);
	return ledger_post(ctx, document, p, e);
}

/* Cash, as in the pay grid, and the gift that the level gives. */
static void top_up_fill(struct ctx *ctx, struct args *args)
{
	struct err e = { 0 };
	const struct top_up *in;
	int64_t rate;
	void *read;

	slip_fill(ctx, args);
	if (args_get(args, "gift") || !input_read(ctx, command_find("card.top_up"), args, true, &read, &e))
		return;
	in = read;
	rate =
	    db_int(ctx->db,
		   SQL("SELECT l.gift_rate FROM card c JOIN card_level l ON l.id = c.level_id WHERE c.id = "
		       ":id"),
		   BIND(B_INT("id", in->card)), 0);
	if (rate && in->amount > 0)
		args_set(args, "gift", money_plain(ctx->arena, muldiv(in->amount, rate, 10000)));
}

COMMAND(card_top_up) = {
	.name = "card.top_up",
	.title = N_("Top up a member card"),
	.help = N_("The customer pays money onto the card, and the shop may add a gift."),
	.undo = UNDO_REVERSE,
	.input = top_up_input,
	.size = sizeof(struct top_up),
	.prints = "top_up",
	.fill = top_up_fill,
	.may = top_up_may,
	.run = top_up_run,
};

/* ---- card.refund ---- */

struct card_refund {
	struct input input;
	int64_t card, amount;
	const char *method, *reference, *reason;
};

static const struct field card_refund_input[] = {
	FIELD(card_refund, card, "card", N_("Member card"), VT_REF, REQUIRED, .view = "cards",
	      .help = N_("The card, by its number.")),
	FIELD(card_refund, amount, "amount", N_("Amount"), VT_MONEY, REQUIRED, .min = 1, .max = MONEY_MAX,
	      .help = N_("Of the principal that is left; the gift goes with it in proportion.")),
	FIELD(card_refund, method, "method", N_("Method"), VT_CHOICE, REQUIRED, .choices = choice_pay_method,
	      .listed = pay_list_money, .help = N_("How the money goes back: cash, a wallet, the bank.")),
	FIELD(card_refund, reference, "reference", N_("Reference"), VT_TEXT, .max = 60,
	      .help = N_("The number of the transfer back, where there is one.")),
	FIELD(card_refund, reason, "reason", N_("Reason"), VT_TEXT, REQUIRED, .max = 200,
	      .help = N_("Why; it stands on the paper and in the journal.")),
	{ 0 },
};

static bool card_refund_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct card_refund *in = input;
	struct card c;
	int64_t invoiced;

	if (!HAS(in, card) || !card_read(ctx, in->card, &c))
		return true;
	if (c.principal <= 0)
		return err_field(e, "card", N_("The card %s holds no principal to be refunded"), c.number);
	invoiced = card_value_invoiced(ctx, c.id);
	if (HAS(in, amount) && in->amount <= c.principal && in->amount > c.principal - invoiced)
		return err_field(
		    e, "amount",
		    N_("%s of the card %s stands on an invoice. Void that or write a red letter first"),
		    money_text(ctx->arena, invoiced), c.number);
	return !HAS(in, amount) || in->amount <= c.principal ||
	       err_field(e, "amount", N_("The card %s holds %s of principal; a gift is not paid out"),
			 c.number, money_text(ctx->arena, c.principal));
}

static bool card_refund_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct card_refund *in = input;
	struct posting *p = posting_new(ctx->arena);
	struct ctx with = *ctx;
	struct pay pay;
	struct card c;
	int64_t document, gift;

	if (!card_read(ctx, in->card, &c) ||
	    !slip_out(ctx, &(struct slip){ in->method, in->reference, in->amount, 0 }, &pay, e))
		return false;
	with.remark = in->reason;
	gift = muldiv(c.gift, in->amount, c.principal);
	document = document_post(
	    &with,
	    &(struct document){ .kind = DOC_CARD_REFUND, .party_id = c.party_id, .amount = in->amount });
	slip_book(ctx, document, &pay,
		  &(struct payer){ .party_id = c.party_id, .purpose = PURPOSE_VALUE, .card_id = c.id }, -1,
		  p);
	card_move(ctx, document, c.id, -in->amount, -gift);
	posting_add(
	    p, (struct posting_line){ .account = ACC_STORED_VALUE, .amount = in->amount, .card_id = c.id });
	posting_add(p, (struct posting_line){ .account = ACC_STORED_GIFT, .amount = gift, .card_id = c.id });
	posting_add(
	    p, (struct posting_line){ .account = ACC_STORED_GIFT_CONTRA, .amount = -gift, .card_id = c.id });
	answer_say(ctx, N_("%s: %s given back, the card %s holds %s"), ctx->answer->number,
		   money_text(ctx->arena, in->amount), c.number,
		   money_text(ctx->arena, c.principal + c.gift - in->amount - gift));
	return ledger_post(ctx, document, p, e);
}

static void card_refund_fill(struct ctx *ctx, struct args *args)
{
	struct err e = { 0 };
	struct card c;
	void *read;

	if (args_get(args, "amount") ||
	    !input_read(ctx, command_find("card.refund"), args, true, &read, &e) ||
	    !card_read(ctx, ((const struct card_refund *)read)->card, &c) || c.principal <= 0)
		return;
	args_set(args, "amount", money_plain(ctx->arena, c.principal));
}

COMMAND(card_refund) = {
	.name = "card.refund",
	.title = N_("Refund a member card"),
	.help = N_("Gives back principal that is left on a card."),
	.undo = UNDO_REVERSE,
	.input = card_refund_input,
	.size = sizeof(struct card_refund),
	.prints = "top_up",
	.fill = card_refund_fill,
	.may = card_refund_may,
	.run = card_refund_run,
};

/* ---- reversal ---- */

static bool reverse_card(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	struct posting *p = posting_new(ctx->arena);
	int64_t document;

	if (!reverse_money(ctx, d, reason, p, &document, e) ||
	    !card_moves_undo(ctx, d->id, document, NULL, e))
		return false;
	posting_opposite_but_money(ctx, p, d->id);
	return ledger_post(ctx, document, p, e);
}

static bool card_reversible(struct ctx *ctx, const struct posted *d, struct err *e)
{
	return invoice_free(ctx, d->id, e);
}

REVERSAL(card) = {
	.kinds = { DOC_TOP_UP, DOC_CARD_REFUND },
	.may = card_reversible,
	.run = reverse_card,
};
