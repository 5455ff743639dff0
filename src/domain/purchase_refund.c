/* purchase_refund.c - a supplier gives money back: for what went back to him, and what he was paid in advance. */
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/choice.h"
#include "domain/document.h"
#include "domain/party.h"
#include "domain/payable.h"
#include "domain/payment_source.h"

struct supplier_refund {
	struct input input;
	int64_t supplier, amount, document;
	const char *method, *reference;
};

static const struct field supplier_refund_input[] = {
	FIELD(supplier_refund, supplier, "supplier", N_("Supplier"), VT_REF, REQUIRED, .view = "suppliers",
	      .help = N_("Who gives money back.")),
	FIELD(supplier_refund, amount, "amount", N_("Amount"), VT_MONEY, REQUIRED, .min = 1, .max = MONEY_MAX,
	      .help = N_("Money that came; all that can come back is proposed.")),
	FIELD(supplier_refund, method, "method", N_("Method"), VT_CHOICE, REQUIRED,
	      .choices = choice_pay_method, .listed = pay_list_all,
	      .help = N_("Cash goes into the open till; the bank needs none.")),
	FIELD(supplier_refund, document, "document", N_("Document"), VT_REF, .view = "documents",
	      .help = N_("The return that he pays for; without it the oldest first, then what was paid in "
			 "advance.")),
	FIELD(supplier_refund, reference, "reference", N_("Reference"), VT_TEXT, .max = 60,
	      .help = N_("The number of the transfer, for finding it in the bank's statement.")),
	{ 0 },
};

/* What a supplier owes us. */
struct credits {
	struct {
		int64_t id, open;
	} * row;
	size_t n;
	int64_t sum, ahead; /* for returns; paid in advance */
};

static void credits_read(struct ctx *ctx, int64_t supplier, int64_t document, struct credits *ret)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT o.id, -o.amount FROM payable_open o JOIN payable p ON p.id = o.id WHERE o.party_id = "
		":supplier AND o.amount < 0 AND (:document = 0 OR p.document_id = :document) "
		"ORDER BY o.due_on, o.id"),
	    BIND(B_INT("supplier", supplier), B_INT("document", document)));

	*ret = (struct credits){ 0 };
	while (cur_next(c)) {
		ARENA_MORE(ctx->arena, ret->row, ret->n);
		ret->row[ret->n].id = cur_int(c, 0);
		ret->row[ret->n].open = cur_int(c, 1);
		ret->sum += ret->row[ret->n++].open;
	}
	if (!document)
		ret->ahead = ledger_party(ctx, supplier, ACC_ADVANCE_PAID);
}

static bool supplier_refund_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct supplier_refund *in = input;
	struct credits *r = ARENA_NEW(ctx->arena, struct credits);

	if (!HAS(in, supplier))
		return true;
	credits_read(ctx, in->supplier, in->document, r);
	if (r->sum + r->ahead == 0)
		return err_field(e, in->document ? "document" : "supplier",
				 N_("%s owes us nothing here: what went back to him is used or paid"),
				 party_name(ctx, in->supplier));
	return !HAS(in, amount) || in->amount <= r->sum + r->ahead ||
	       err_field(e, "amount", N_("Only %s can come back from %s"),
			 money_text(ctx->arena, r->sum + r->ahead), party_name(ctx, in->supplier));
}

static int64_t credits_use(struct ctx *ctx, const struct credits *r, int64_t document, int64_t amount)
{
	int64_t left = amount;

	for (size_t i = 0; i < r->n && left > 0; i++) {
		int64_t now = r->row[i].open < left ? r->row[i].open : left;

		payable_pay(ctx, document, r->row[i].id, -now);
		left -= now;
	}
	return amount - left;
}

static bool refund_pay(struct ctx *ctx, const struct supplier_refund *in, struct pay *ret, struct err *e)
{
	struct pay_line line = { .input = { { ~UINT64_C(0), ~UINT64_C(0) } },
				 .method = in->method,
				 .amount = in->amount,
				 .tendered = in->amount,
				 .reference = in->reference };

	return pay_read_one(ctx, &line, ret, e) && pay_money_only(ret, e);
}

static bool refund_book(struct ctx *ctx, const struct supplier_refund *in, const struct pay *pay,
			struct err *e)
{
	struct credits *r = ARENA_NEW(ctx->arena, struct credits);
	struct posting *p = posting_new(ctx->arena);
	int64_t s = in->supplier, document, used;

	document = document_post(
	    ctx, &(struct document){ .kind = DOC_SUPPLIER_REFUND, .party_id = s, .amount = in->amount });
	credits_read(ctx, s, in->document, r);
	used = credits_use(ctx, r, document, in->amount);
	db_exec(
	    ctx->db,
	    SQL("INSERT INTO supplier_payment (id, supplier_id, paid, discount, used, ahead) VALUES (:id, "
		":supplier, -:amount, 0, :used, 0)"),
	    BIND(B_INT("id", document), B_INT("supplier", s), B_INT("amount", in->amount),
		 B_INT("used", in->amount - used)));
	payment_row(ctx, document, pay, &(struct payer){ .party_id = s }, in->amount);
	posting_add(p, (struct posting_line){
			   .account = pay->account, .amount = in->amount, .shift_id = pay->shift_id });
	posting_add(p, (struct posting_line){ .account = ACC_PAYABLE, .amount = -used, .party_id = s });
	posting_add(p, (struct posting_line){
			   .account = ACC_ADVANCE_PAID, .amount = used - in->amount, .party_id = s });
	return ledger_post(ctx, document, p, e);
}

static bool supplier_refund_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct supplier_refund *in = input;
	struct pay pay = { 0 };

	if (!refund_pay(ctx, in, &pay, e) || !refund_book(ctx, in, &pay, e))
		return false;
	answer_say(ctx, N_("%s: %s came back from %s"), ctx->answer->number,
		   money_text(ctx->arena, in->amount), party_name(ctx, in->supplier));
	return true;
}

/* All that can come back, by bank. */
static void supplier_refund_fill(struct ctx *ctx, struct args *args)
{
	struct credits *r = ARENA_NEW(ctx->arena, struct credits);
	int64_t supplier = args_id(args, "supplier");

	if (!supplier || args_get(args, "amount"))
		return;
	credits_read(ctx, supplier, args_id(args, "document"), r);
	if (r->sum + r->ahead == 0)
		return;
	args_set(args, "amount", money_plain(ctx->arena, r->sum + r->ahead));
	if (!args_get(args, "method"))
		args_set(args, "method", "bank");
}

COMMAND(purchase_refund) = {
	.name = "purchase.refund",
	.title = N_("Money back from a supplier"),
	.help = N_("A supplier pays for what went back to him, or gives back what he was paid in advance."),
	.undo = UNDO_REVERSE,
	.input = supplier_refund_input,
	.size = sizeof(struct supplier_refund),
	.prints = "supplier_refund",
	.fill = supplier_refund_fill,
	.may = supplier_refund_may,
	.run = supplier_refund_run,
};
