/* reverse.c - taking a posted document back: it stands for ever, and a document of its own posts the
 * opposite. */
#include "domain/reverse.h"

#include "domain/core.h"
#include "domain/bill.h"
#include "domain/credit.h"
#include "domain/channel.h"
#include "domain/document.h"
#include "domain/pay_out.h"
#include "domain/expense.h"
#include "domain/invoice.h"
#include "domain/money_slip.h"
#include "domain/review.h"
#include "domain/sale.h"
#include "domain/settle.h"
#include "domain/sublet.h"
#include "domain/till_move.h"

/* ---- what every reversal shares ---- */

bool posted_read(struct ctx *ctx, int64_t id, struct posted *ret, struct err *e)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT d.kind_id, d.day, d.party_id, d.job_id, d.amount, d.number, r.number FROM document d "
		"LEFT JOIN document r ON r.reverses_id = d.id WHERE d.id = :id"),
	    BIND(B_INT("id", id)));
	const char *by = NULL;

	if (!cur_next(c))
		return err_field(e, "document", N_("This document is not there"));
	*ret = (struct posted){ .id = id,
				.kind = cur_int(c, 0),
				.day = cur_int(c, 1),
				.party_id = cur_int(c, 2),
				.job_id = cur_int(c, 3),
				.amount = cur_int(c, 4),
				.number = arena_strdup(ctx->arena, cur_text(c, 5)) };
	if (!cur_null(c, 6))
		by = arena_strdup(ctx->arena, cur_text(c, 6));
	cur_close(c);
	if (by)
		return err_field(e, "document", N_("%s is reversed already (%s)"), ret->number, by);
	return review_free(ctx, id, ret->number, e);
}

int64_t posted_reverse(struct ctx *ctx, const struct posted *d, const char *reason)
{
	struct ctx with = *ctx;

	with.remark = reason;
	return document_post(&with, &(struct document){ .kind = DOC_REVERSAL,
							.party_id = d->party_id,
							.job_id = d->job_id,
							.reverses_id = d->id,
							.amount = -d->amount });
}

void posting_opposite(struct ctx *ctx, struct posting *p, int64_t document_id)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT l.account_id, l.amount, l.party_id, l.job_id, l.shift_id, l.part_id, l.card_id FROM "
		"entry e "
		"JOIN entry_line l ON l.entry_id = e.id WHERE e.document_id = :document ORDER BY l.id"),
	    BIND(B_INT("document", document_id)));

	while (cur_next(c))
		posting_add(p, (struct posting_line){ .account = cur_int(c, 0),
						      .amount = -cur_int(c, 1),
						      .party_id = cur_int(c, 2),
						      .job_id = cur_int(c, 3),
						      .shift_id = cur_int(c, 4),
						      .part_id = cur_int(c, 5),
						      .card_id = cur_int(c, 6) });
}

/* ---- reverse ---- */

struct reverse {
	struct input input;
	int64_t document;
	const char *reason;
};

static const struct field reverse_input[] = {
	FIELD(reverse, document, "document", N_("Document"), VT_REF, REQUIRED, .view = "documents",
	      .help = N_("The document it is about, by its number.")),
	FIELD(reverse, reason, "reason", N_("Reason"), VT_TEXT, REQUIRED, .max = 200,
	      .help = N_("Why, in a few words: it stands on the document and in the journal.")),
	{ 0 },
};

static bool kind_reversible(const struct posted *d, struct err *e)
{
	switch (d->kind) {
	case DOC_ISSUE:
	case DOC_RETURN:
	case DOC_SETTLEMENT:
	case DOC_CREDIT:
	case DOC_PAYMENT:
	case DOC_REFUND:
	case DOC_OPENING_STOCK:
	case DOC_STOCK_IN:
	case DOC_STOCK_OUT:
	case DOC_STOCK_LOSS:
	case DOC_AUX_ISSUE:
	case DOC_TRANSFER:
	case DOC_TRANSFER_IN:
	case DOC_STOCKTAKE:
	case DOC_PURCHASE:
	case DOC_SALE:
	case DOC_SALE_RETURN:
	case DOC_SUBLET:
	case DOC_PURCHASE_RETURN:
	case DOC_PURCHASE_INVOICE:
	case DOC_PURCHASE_FREIGHT:
	case DOC_SUPPLIER_PAYMENT:
	case DOC_PAY_OUT:
	case DOC_INVOICE:
	case DOC_EXPENSE:
	case DOC_OTHER_INCOME:
	case DOC_PETTY_CASH:
	case DOC_RED_LETTER:
	case DOC_TILL_IN:
	case DOC_TILL_OUT:
	case DOC_TILL_DROP:
	case DOC_TOP_UP:
	case DOC_CARD_REFUND:
	case DOC_DEPOSIT:
	case DOC_DEPOSIT_BACK:
	case DOC_ADVANCE_KEEP:
	case DOC_CHANNEL_PAY:
	case DOC_SUPPLIER_REFUND:
	case DOC_OPENING_BALANCE:
	case DOC_CORE_CHARGE:
	case DOC_CORE_BACK:
	case DOC_CORE_SENT:
	case DOC_CORE_CREDIT:
	case DOC_COLLECTIVE:
	case DOC_WRITE_OFF:
	case DOC_CLAIM:
	case DOC_RECOVERY:
		return true;
	case DOC_REVERSAL:
		return err_field(e, "document", N_("%s is a reversal itself. Book what it took back anew"),
				 d->number);
	case DOC_TILL_OPEN:
	case DOC_TILL_CLOSE:
		return err_field(e, "document",
				 N_("%s stands: what was counted is counted. Open the till again"),
				 d->number);
	default:
		return err_field(e, "document", N_("%s books nothing that could be reversed"), d->number);
	}
}

static bool reverse_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct reverse *in = input;
	struct posted d;

	return !HAS(in, document) || (posted_read(ctx, in->document, &d, e) && kind_reversible(&d, e));
}

static bool reverse_by_kind(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	switch (d->kind) {
	case DOC_ISSUE:
		return reverse_issue(ctx, d, reason, e);
	case DOC_SUBLET:
		return reverse_sublet(ctx, d, reason, e);
	case DOC_STOCK_IN:
	case DOC_STOCK_OUT:
	case DOC_STOCK_LOSS:
	case DOC_AUX_ISSUE:
	case DOC_TRANSFER:
	case DOC_TRANSFER_IN:
	case DOC_STOCKTAKE:
		return reverse_goods(ctx, d, reason, e);
	case DOC_RETURN:
		return reverse_return(ctx, d, reason, e);
	case DOC_SETTLEMENT:
		return settlement_reverse(ctx, d->id, reason, e);
	case DOC_CREDIT:
		return reverse_credit(ctx, d, reason, e);
	case DOC_PAYMENT:
		return reverse_payment(ctx, d, reason, e);
	case DOC_REFUND:
		return reverse_refund(ctx, d, reason, e);
	case DOC_PURCHASE:
		return reverse_purchase(ctx, d, reason, e);
	case DOC_SALE:
		return reverse_sale(ctx, d, reason, e);
	case DOC_SALE_RETURN:
		return reverse_sale_return(ctx, d, reason, e);
	case DOC_PURCHASE_RETURN:
		return reverse_purchase_return(ctx, d, reason, e);
	case DOC_PURCHASE_INVOICE:
	case DOC_PURCHASE_FREIGHT:
		return reverse_invoice(ctx, d, reason, e);
	case DOC_PAY_OUT:
		return reverse_pay_out(ctx, d, reason, e);
	case DOC_SUPPLIER_PAYMENT:
	case DOC_SUPPLIER_REFUND:
		return reverse_supplier_payment(ctx, d, reason, e);
	case DOC_OPENING_BALANCE:
		return reverse_opening(ctx, d, reason, e);
	case DOC_EXPENSE:
	case DOC_OTHER_INCOME:
	case DOC_PETTY_CASH:
		return reverse_expense(ctx, d, reason, e);
	case DOC_INVOICE:
	case DOC_RED_LETTER:
		return reverse_sold_invoice(ctx, d, reason, e);
	case DOC_TILL_IN:
	case DOC_TILL_OUT:
	case DOC_TILL_DROP:
		return reverse_till_move(ctx, d, reason, e);
	case DOC_TOP_UP:
	case DOC_CARD_REFUND:
		return reverse_card(ctx, d, reason, e);
	case DOC_DEPOSIT:
	case DOC_DEPOSIT_BACK:
		return reverse_deposit(ctx, d, reason, e);
	case DOC_ADVANCE_KEEP:
		return reverse_keep(ctx, d, reason, e);
	case DOC_CHANNEL_PAY:
		return reverse_channel_pay(ctx, d, reason, e);
	case DOC_CORE_CHARGE:
		return reverse_core_charge(ctx, d, reason, e);
	case DOC_CORE_BACK:
		return reverse_core_back(ctx, d, reason, e);
	case DOC_CORE_SENT:
		return reverse_core_sent(ctx, d, reason, e);
	case DOC_CORE_CREDIT:
		return reverse_core_credit(ctx, d, reason, e);
	case DOC_COLLECTIVE:
		return reverse_collective(ctx, d, reason, e);
	case DOC_WRITE_OFF:
		return reverse_write_off(ctx, d, reason, e);
	case DOC_CLAIM:
		return reverse_claim(ctx, d, reason, e);
	case DOC_RECOVERY:
		return reverse_recovery(ctx, d, reason, e);
	default:
		return reverse_receipt(ctx, d, reason, e);
	}
}

static bool reverse_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct reverse *in = input;
	struct posted d;

	if (!posted_read(ctx, in->document, &d, e) || !reverse_by_kind(ctx, &d, in->reason, e))
		return false;
	answer_say(ctx, N_("%s: %s is reversed"), ctx->answer->number, d.number);
	return true;
}

COMMAND(reverse) = {
	.name = "reverse",
	.title = N_("Reverse a document"),
	.help = N_("Posts the exact opposite of a document, dated today; both stay in the books."),
	.undo = UNDO_NONE,
	.input = reverse_input,
	.size = sizeof(struct reverse),
	.may = reverse_may,
	.run = reverse_run,
};
