/* purchase_pay.c - paying a supplier or carrier: the oldest debt first, or chosen documents.
 *
 * Credits of returns are used first. A discount that the supplier lets us keep and what was paid in advance pay like
 * money; money beyond what is open is paid in advance when that is said. */
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/choice.h"
#include "domain/document.h"
#include "domain/party.h"
#include "domain/payable.h"
#include "domain/payment_source.h"

#define BILLS_MOST 100

struct pay_bill {
	struct input input;
	int64_t document, amount;
};

struct supplier_pay {
	struct input input;
	int64_t supplier, amount, discount, prepaid, ahead, document;
	const char *method, *reference;
	struct lines bills;
};

static const struct field pay_bill_input[] = {
	FIELD(pay_bill, document, "document", N_("Document"), VT_REF, .view = "documents",
	      .help = N_("A receipt, invoice, freight bill or return of this supplier.")),
	FIELD(pay_bill, amount, "amount", N_("Amount"), VT_MONEY, .min = 1, .max = MONEY_MAX,
	      .help = N_("So much of it; all that is open where nothing is said.")),
	{ 0 },
};

static const struct field supplier_pay_input[] = {
	FIELD(supplier_pay, supplier, "supplier", N_("Supplier"), VT_REF, REQUIRED, .view = "suppliers",
	      .help = N_("The supplier or carrier who is paid.")),
	FIELD(supplier_pay, amount, "amount", N_("Amount"), VT_MONEY, STOP, .max = MONEY_MAX,
	      .help = N_("Money that goes out; what is open is proposed.")),
	FIELD(supplier_pay, method, "method", N_("Method"), VT_CHOICE, STOP, .choices = choice_pay_method,
	      .listed = pay_list_all, .help = N_("Cash comes out of the open till; the bank needs none.")),
	FIELD(supplier_pay, discount, "discount", N_("Discount"), VT_MONEY, .max = MONEY_MAX,
	      .help = N_("What the supplier lets us keep: it pays like money.")),
	FIELD(supplier_pay, prepaid, "prepaid", N_("From what was paid in advance"), VT_MONEY,
	      .max = MONEY_MAX, .brief = N_("From advance"),
	      .help = N_("So much of an earlier payment in advance is used now.")),
	FIELD(supplier_pay, reference, "reference", N_("Reference"), VT_TEXT, .max = 60,
	      .help = N_("The number of the transfer, for finding it in the bank's statement.")),
	FIELD(supplier_pay, ahead, "ahead", N_("Pay the rest in advance"), VT_BOOL, .max = 1,
	      .help = N_("Yes: what is more than open stays with the supplier for later receipts.")),
	FIELD(supplier_pay, document, "document", N_("Document"), VT_REF, .view = "documents",
	      .help = N_("The only document that is paid, instead of a list.")),
	LINES(supplier_pay, bills, "bills", N_("Documents"), pay_bill_input, pay_bill, BILLS_MOST,
	      .help = N_("Chosen ones; else all that are open, the oldest first.")),
	{ 0 },
};

/* An open debt, or (below 0) a credit. */
struct owed {
	int64_t id, open;
};

struct paying {
	struct ctx *ctx;
	const struct supplier_pay *in;
	struct err *e;
	struct owed *owed;
	size_t n;
	int64_t debts, credits; /* both 0 or more */
	int64_t ahead;          /* of the money */
};

/* ---- what is open ---- */

static void owed_take(struct paying *y, int64_t id, int64_t open, int64_t most)
{
	if (most && open > most)
		open = most;
	if (most && -open > most)
		open = -most;
	ARENA_MORE(y->ctx->arena, y->owed, y->n);
	y->owed[y->n++] = (struct owed){ id, open };
	if (open > 0)
		y->debts += open;
	else
		y->credits -= open;
}

static void owed_all(struct paying *y)
{
	struct cur *c =
	    db_open(y->ctx->db,
		    SQL("SELECT id, amount FROM payable_open WHERE party_id = :party ORDER BY due_on, id"),
		    BIND(B_INT("party", y->in->supplier)));

	while (cur_next(c))
		owed_take(y, cur_int(c, 0), cur_int(c, 1), 0);
}

static bool owed_of(struct paying *y, const struct pay_bill *b)
{
	size_t before = y->n;
	struct cur *c = db_open(y->ctx->db,
				SQL("SELECT o.id, o.amount FROM payable p JOIN payable_open o ON o.id = p.id "
				    "WHERE p.document_id = :document AND o.party_id = :party ORDER BY o.id"),
				BIND(B_INT("document", b->document), B_INT("party", y->in->supplier)));
	int64_t open = 0;

	while (cur_next(c)) {
		owed_take(y, cur_int(c, 0), cur_int(c, 1), HAS(b, amount) ? b->amount : 0);
		open = cur_int(c, 1) < 0 ? -cur_int(c, 1) : cur_int(c, 1);
	}
	if (y->n == before)
		return err_field(y->e, "bills.document", N_("Nothing of %s is open with %s"),
				 document_number(y->ctx, b->document), party_name(y->ctx, y->in->supplier));
	return !HAS(b, amount) || b->amount <= open ||
	       err_field(y->e, "bills.amount", N_("Only %s of %s is open"), money_text(y->ctx->arena, open),
			 document_number(y->ctx, b->document));
}

static bool bill_twice(const struct lines *bills, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (LINE_AT(*bills, struct pay_bill, k)->document ==
		    LINE_AT(*bills, struct pay_bill, i)->document)
			return true;
	return false;
}

static bool owed_read(struct paying *y)
{
	const struct lines *bills = &y->in->bills;

	if (!bills->n && y->in->document)
		return owed_of(y, &(struct pay_bill){ .document = y->in->document });
	if (!bills->n) {
		owed_all(y);
		return true;
	}
	for (size_t i = 0; i < bills->n; i++) {
		const struct pay_bill *b = LINE_AT(*bills, struct pay_bill, i);
		bool ok = !b->document ? err_field(y->e, "bills.document", N_("Which document is paid?"))
			  : bill_twice(bills, i)
			      ? err_field(y->e, "bills.document", N_("%s stands there twice"),
					  document_number(y->ctx, b->document))
			      : owed_of(y, b);

		if (!ok) {
			y->e->line = (int)i + 1;
			return false;
		}
	}
	return true;
}

/* ---- guards ---- */

static bool prepaid_there(struct paying *y)
{
	int64_t there = ledger_party(y->ctx, y->in->supplier, ACC_ADVANCE_PAID);

	return y->in->prepaid <= there ||
	       err_field(y->e, "prepaid", N_("Only %s is paid in advance to %s"),
			 money_text(y->ctx->arena, there), party_name(y->ctx, y->in->supplier));
}

/* How the money meets what is open. */
static bool pay_fits(struct paying *y)
{
	const struct supplier_pay *in = y->in;
	int64_t given = in->amount + in->discount + in->prepaid;
	int64_t open = y->debts > y->credits ? y->debts - y->credits : 0;

	if (given == 0 && (y->credits == 0 || y->debts == 0))
		return err_field(y->e, "amount", N_("How much is paid?"));
	if (given <= open)
		return true;
	y->ahead = given - open;
	if (y->ahead > in->amount)
		return err_field(y->e, in->prepaid ? "prepaid" : "discount",
				 N_("Only %s is open: discount and what was paid in advance cannot be more"),
				 money_text(y->ctx->arena, open));
	return in->ahead ||
	       err_field(y->e, "ahead", N_("Only %s is open. Say ahead=yes to pay the rest in advance"),
			 money_text(y->ctx->arena, open));
}

static bool supplier_pay_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct supplier_pay *in = input;
	struct paying *y;

	if (HAS(in, amount) && in->amount && !HAS(in, method))
		return !HAS(in, supplier) || err_field(e, "method", N_("How is it paid?"));
	if (!HAS(in, supplier) || !HAS(in, amount))
		return true;
	y = ARENA_NEW(ctx->arena, struct paying);
	*y = (struct paying){ .ctx = ctx, .in = in, .e = e };
	return prepaid_there(y) && owed_read(y) && pay_fits(y);
}

/* ---- booking ---- */

/* Credits first, then debts in their order with all that is there. */
static void owed_pay(struct paying *y, int64_t document)
{
	int64_t given = y->in->amount + y->in->discount + y->in->prepaid - y->ahead;
	int64_t use = y->credits < y->debts ? y->credits : y->debts;

	given += use;
	for (size_t i = 0; i < y->n && use > 0; i++) {
		int64_t now = -y->owed[i].open < use ? -y->owed[i].open : use;

		if (y->owed[i].open >= 0)
			continue;
		payable_pay(y->ctx, document, y->owed[i].id, -now);
		use -= now;
	}
	for (size_t i = 0; i < y->n && given > 0; i++) {
		int64_t now = y->owed[i].open < given ? y->owed[i].open : given;

		if (y->owed[i].open <= 0)
			continue;
		payable_pay(y->ctx, document, y->owed[i].id, now);
		given -= now;
	}
}

static void pay_lines(struct paying *y, const struct pay *pay, struct posting *p)
{
	const struct supplier_pay *in = y->in;
	int64_t s = in->supplier;

	posting_add(p, (struct posting_line){ .account = ACC_PAYABLE,
					      .amount = in->amount + in->discount + in->prepaid - y->ahead,
					      .party_id = s });
	posting_add(p, (struct posting_line){
			   .account = ACC_ADVANCE_PAID, .amount = y->ahead - in->prepaid, .party_id = s });
	posting_add(p, (struct posting_line){ .account = ACC_SUPPLIER_DISCOUNT, .amount = -in->discount });
	if (in->amount)
		posting_add(p, (struct posting_line){ .account = pay->account,
						      .amount = -in->amount,
						      .shift_id = pay->shift_id });
}

static bool money_ready(struct paying *y, struct pay *ret)
{
	struct pay_line line = { .input = { { ~UINT64_C(0), ~UINT64_C(0) } },
				 .method = y->in->method,
				 .amount = y->in->amount,
				 .tendered = y->in->amount,
				 .reference = y->in->reference };

	if (!y->in->amount)
		return true;
	if (!y->in->method)
		return err_field(y->e, "method", N_("How is it paid?"));
	return pay_read_one(y->ctx, &line, ret, y->e) && pay_money_only(ret, y->e) &&
	       drawer_has(y->ctx, ret, y->e);
}

static int64_t pay_write(struct paying *y, const struct pay *pay)
{
	const struct supplier_pay *in = y->in;
	int64_t document =
	    document_post(y->ctx, &(struct document){ .kind = DOC_SUPPLIER_PAYMENT,
						      .party_id = in->supplier,
						      .amount = in->amount + in->discount + in->prepaid });

	db_exec(
	    y->ctx->db,
	    SQL("INSERT INTO supplier_payment (id, supplier_id, paid, discount, used, ahead) VALUES (:id, "
		":supplier, :paid, :discount, :used, :ahead)"),
	    BIND(B_INT("id", document), B_INT("supplier", in->supplier), B_INT("paid", in->amount),
		 B_INT("discount", in->discount), B_INT("used", in->prepaid), B_INT("ahead", y->ahead)));
	if (in->amount)
		payment_row(y->ctx, document, pay, &(struct payer){ .party_id = in->supplier }, -in->amount);
	return document;
}

static bool supplier_pay_run(struct ctx *ctx, const void *input, struct err *e)
{
	struct paying *y = ARENA_NEW(ctx->arena, struct paying);
	struct posting *p = posting_new(ctx->arena);
	struct pay pay = { 0 };
	int64_t document, left;

	*y = (struct paying){ .ctx = ctx, .in = input, .e = e };
	if (!prepaid_there(y) || !owed_read(y) || !pay_fits(y) || !money_ready(y, &pay))
		return false;
	document = pay_write(y, &pay);
	owed_pay(y, document);
	pay_lines(y, &pay, p);
	if (!ledger_post(ctx, document, p, e))
		return false;
	left = -ledger_party(ctx, y->in->supplier, ACC_PAYABLE);
	answer_say(ctx, N_("%s: %s is paid, %s still open"), ctx->answer->number,
		   money_text(ctx->arena, y->in->amount), money_text(ctx->arena, left));
	return true;
}

/* What is open of one document, or with the supplier in all. */
static int64_t open_of(struct ctx *ctx, int64_t supplier, const char *document)
{
	int64_t id;

	if (!document || *document != '#' ||
	    !int_parse(document + 1, "document", 1, INT64_MAX, &id, &(struct err){ 0 }))
		return -ledger_party(ctx, supplier, ACC_PAYABLE);
	return db_int(ctx->db,
		      SQL("SELECT sum(o.amount) FROM payable p JOIN payable_open o ON o.id = p.id "
			  "WHERE p.document_id = :document AND o.party_id = :supplier"),
		      BIND(B_INT("document", id), B_INT("supplier", supplier)), 0);
}

/* What is open of the documents that are named. */
static int64_t chosen_of(struct ctx *ctx, int64_t supplier, const struct args *args)
{
	int64_t open = 0;

	for (size_t i = 0; i < args_lines(args, "bills"); i++) {
		const char *document = args_get(args_line(args, "bills", i), "document");

		open += document ? open_of(ctx, supplier, document) : 0;
	}
	return open;
}

/* What is open, by bank. */
static void supplier_pay_fill(struct ctx *ctx, struct args *args)
{
	const char *supplier = args_get(args, "supplier");
	int64_t id, open;

	if (!supplier || *supplier != '#' || args_get(args, "amount") ||
	    !int_parse(supplier + 1, "supplier", 1, INT64_MAX, &id, &(struct err){ 0 }))
		return;
	open = args_lines(args, "bills") ? chosen_of(ctx, id, args)
					 : open_of(ctx, id, args_get(args, "document"));
	if (open <= 0)
		return;
	args_set(args, "amount", money_plain(ctx->arena, open));
	if (!args_get(args, "method"))
		args_set(args, "method", "bank");
}

COMMAND(purchase_pay) = {
	.name = "purchase.pay",
	.title = N_("Pay a supplier"),
	.help = N_("Money to a supplier or carrier, for the oldest debt first or for chosen documents."),
	.undo = UNDO_REVERSE,
	.input = supplier_pay_input,
	.size = sizeof(struct supplier_pay),
	.prints = "supplier_payment",
	.fill = supplier_pay_fill,
	.may = supplier_pay_may,
	.run = supplier_pay_run,
};
