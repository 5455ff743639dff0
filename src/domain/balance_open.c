/* balance_open.c - what customers owe and what suppliers are owed on the first day, paper by paper. */
#include "base/date.h"
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/bill.h"
#include "domain/document.h"
#include "domain/party.h"
#include "domain/payable.h"
#include "domain/reverse.h"

struct balance_open {
	struct input input;
	int64_t party, amount, date, due;
	const char *original_no;
};

static const struct field balance_open_input[] = {
	FIELD(balance_open, party, "party", N_("Party"), VT_REF, REQUIRED, .view = "parties",
	      .help = N_("A customer or insurer owes it to the shop; a supplier is owed it by the shop.")),
	FIELD(balance_open, amount, "amount", N_("Amount"), VT_MONEY, REQUIRED, .min = 1, .max = MONEY_MAX,
	      .help = N_("What is still open of the paper.")),
	FIELD(balance_open, original_no, "original_no", N_("Number of the paper"), VT_CODE, REQUIRED,
	      .max = 40, .help = N_("The bill's or the supplier's own number; each is booked once.")),
	FIELD(balance_open, date, "date", N_("Date of the paper"), VT_DATE, .lean = DATE_PAST,
	      .help = N_("Where it is given the days on account count from it. It is booked today.")),
	FIELD(balance_open, due, "due", N_("Due on"), VT_DATE,
	      .help = N_("Without it: by the days on account of the party.")),
	{ 0 },
};

static bool balance_open_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct balance_open *in = input;
	const char *number = NULL;

	if (HAS(in, party) && HAS(in, original_no))
		number = db_text(ctx->db, ctx->arena,
				 SQL("SELECT d.number FROM opening_balance b JOIN document d ON d.id = b.id "
				     "WHERE b.party_id = :party AND b.original_no = :original AND NOT EXISTS "
				     "(SELECT 1 FROM document r WHERE r.reverses_id = d.id)"),
				 BIND(B_INT("party", in->party), B_TEXT("original", in->original_no)));
	return !number || err_field(e, "original_no", N_("The paper %s of %s is booked already (%s)"),
				    in->original_no, party_name(ctx, in->party), number);
}

static int64_t due_on(struct ctx *ctx, const struct balance_open *in)
{
	int64_t from = HAS(in, date) ? in->date : ctx->today;

	if (HAS(in, due))
		return in->due;
	return from + db_int(ctx->db, SQL("SELECT terms_days FROM party WHERE id = :id"),
			     BIND(B_INT("id", in->party)), 0);
}

/* The shop owes it. */
static void owed_by_us(struct ctx *ctx, const struct balance_open *in, int64_t document, struct posting *p)
{
	payable_add_due(ctx, p, document, in->party, in->amount, due_on(ctx, in));
	posting_add(p, (struct posting_line){ .account = ACC_OPENING, .amount = in->amount });
}

/* It is owed to the shop. */
static void owed_to_us(struct ctx *ctx, const struct balance_open *in, int64_t document, struct posting *p)
{
	posting_add(p, (struct posting_line){
			   .account = ACC_RECEIVABLE, .amount = in->amount, .party_id = in->party });
	posting_add(p, (struct posting_line){ .account = ACC_OPENING, .amount = -in->amount });
	db_exec(ctx->db,
		SQL("INSERT INTO bill (document_id, party_id, amount, due_on) VALUES (:document, :party, "
		    ":amount, :due)"),
		BIND(B_INT("document", document), B_INT("party", in->party), B_INT("amount", in->amount),
		     B_INT("due", due_on(ctx, in))));
	db_exec(ctx->db,
		SQL("INSERT INTO bill_open (id, party_id, due_on, amount) SELECT id, party_id, due_on, "
		    "amount FROM bill WHERE id = :id"),
		BIND(B_INT("id", db_last_id(ctx->db))));
}

static bool balance_open_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct balance_open *in = input;
	struct posting *p = posting_new(ctx->arena);
	bool supplier = db_exists(ctx->db, SQL("SELECT 1 FROM party WHERE id = :id AND kind = 'supplier'"),
				  BIND(B_INT("id", in->party)));
	int64_t document = document_post(
	    ctx,
	    &(struct document){ .kind = DOC_OPENING_BALANCE, .party_id = in->party, .amount = in->amount });

	db_exec(ctx->db,
		SQL("INSERT INTO opening_balance (id, party_id, original_no, original_on) VALUES (:id, "
		    ":party, :original, iif(:has, :date, NULL))"),
		BIND(B_INT("id", document), B_INT("party", in->party), B_TEXT("original", in->original_no),
		     B_INT("has", HAS(in, date)), B_INT("date", in->date)));
	if (supplier)
		owed_by_us(ctx, in, document, p);
	else
		owed_to_us(ctx, in, document, p);
	answer_say(ctx, N_("%s: %s is open with %s"), ctx->answer->number, money_text(ctx->arena, in->amount),
		   party_name(ctx, in->party));
	return ledger_post(ctx, document, p, e);
}

static bool bill_unpaid(struct ctx *ctx, const struct posted *d, struct err *e)
{
	return !db_exists(ctx->db,
			  SQL("SELECT 1 FROM bill b LEFT JOIN bill_open o ON o.id = b.id WHERE "
			      "b.document_id = :document AND o.amount IS NOT b.amount"),
			  BIND(B_INT("document", d->id))) ||
	       err_field(e, "document", N_("Something of %s is paid. Reverse that payment first"), d->number);
}

static bool opening_reversible(struct ctx *ctx, const struct posted *d, struct err *e)
{
	return payable_unpaid(ctx, d->id, d->number, e) && bill_unpaid(ctx, d, e);
}

static bool reverse_opening(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	struct posting *p = posting_new(ctx->arena);
	int64_t document;

	payable_drop(ctx, d->id);
	bills_drop(ctx, d->id);
	document = posted_reverse(ctx, d, reason);
	posting_opposite(ctx, p, d->id);
	return ledger_post(ctx, document, p, e);
}

REVERSAL(opening) = {
	.kinds = { DOC_OPENING_BALANCE },
	.may = opening_reversible,
	.run = reverse_opening,
};

COMMAND(balance_open) = {
	.name = "balance.open",
	.title = N_("Opening balance of a party"),
	.help = N_("An unpaid paper from before the shop began here: owed by a customer, or to a supplier."),
	.undo = UNDO_REVERSE,
	.input = balance_open_input,
	.size = sizeof(struct balance_open),
	.may = balance_open_may,
	.run = balance_open_run,
};
