/* write_off_back.c - a debt that was given up comes in after all; taking write-offs back. */
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/reverse.h"
#include "domain/bill.h"
#include "domain/choice.h"
#include "domain/document.h"
#include "domain/party.h"
#include "domain/payment.h"

/* ---- reversing ---- */

const char *recovered_by(struct ctx *ctx, int64_t document_id)
{
	return db_text(ctx->db, ctx->arena,
		       SQL("SELECT d.number FROM write_off w JOIN document d ON d.id = w.document_id "
			   "WHERE w.of_id = :document AND w.amount < 0 "
			   "AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id) LIMIT 1"),
		       BIND(B_INT("document", document_id)));
}

bool allocations_turn(struct ctx *ctx, int64_t document_id, int64_t reversal)
{
	db_exec(ctx->db,
		SQL("INSERT INTO allocation (document_id, bill_id, amount) SELECT :reversal, bill_id, "
		    "-sum(amount) "
		    "FROM allocation WHERE document_id = :document GROUP BY bill_id HAVING sum(amount) <> 0 "
		    "ORDER BY bill_id"),
		BIND(B_INT("reversal", reversal), B_INT("document", document_id)));
	db_exec(ctx->db,
		SQL("INSERT INTO bill_open (id, party_id, due_on, amount) SELECT b.id, "
		    "coalesce(p.merged_into, p.id), b.due_on, -a.amount FROM allocation a "
		    "JOIN bill b ON b.id = a.bill_id JOIN party p ON p.id = b.party_id "
		    "WHERE a.document_id = :reversal AND b.document_id <> :document ORDER BY b.id "
		    "ON CONFLICT (id) DO UPDATE SET amount = amount + excluded.amount"),
		BIND(B_INT("reversal", reversal), B_INT("document", document_id)));
	return !db_failed(ctx->db);
}

void bill_raise(struct ctx *ctx, int64_t bill_id, int64_t amount)
{
	db_exec(ctx->db,
		SQL("INSERT INTO bill_open (id, party_id, due_on, amount) SELECT b.id, "
		    "coalesce(p.merged_into, p.id), b.due_on, :amount FROM bill b "
		    "JOIN party p ON p.id = b.party_id WHERE b.id = :bill "
		    "ON CONFLICT (id) DO UPDATE SET amount = amount + excluded.amount"),
		BIND(B_INT("amount", amount), B_INT("bill", bill_id)));
}

void bills_drop(struct ctx *ctx, int64_t document_id)
{
	db_exec(ctx->db,
		SQL("DELETE FROM bill_open WHERE id IN (SELECT id FROM bill WHERE document_id = :document)"),
		BIND(B_INT("document", document_id)));
}

static bool write_off_reversible(struct ctx *ctx, const struct posted *d, struct err *e)
{
	const char *by = recovered_by(ctx, d->id);

	return !by || err_field(e, "document", N_("What %s gave up has come in with %s. Reverse that first"),
				d->number, by);
}

static bool reverse_write_off(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	struct posting *p = posting_new(ctx->arena);
	int64_t document = posted_reverse(ctx, d, reason);

	posting_opposite(ctx, p, d->id);
	return allocations_turn(ctx, d->id, document) && ledger_post(ctx, document, p, e);
}

REVERSAL(write_off) = {
	.kinds = { DOC_WRITE_OFF },
	.may = write_off_reversible,
	.run = reverse_write_off,
};

/* ---- bill.recover ---- */

struct recover {
	struct input input;
	int64_t document, amount;
	const char *method, *reference;
};

static const struct field recover_input[] = {
	FIELD(recover, document, "document", N_("Write-off"), VT_REF, REQUIRED, .view = "documents",
	      .help = N_("The document with which the debt was given up.")),
	FIELD(recover, method, "method", N_("Method"), VT_CHOICE, REQUIRED, .choices = choice_pay_method,
	      .listed = pay_list_all, .help = N_("How the money comes in; cash goes into the open till.")),
	FIELD(recover, amount, "amount", N_("Amount"), VT_MONEY, REQUIRED, .min = 1, .max = MONEY_MAX,
	      .help = N_("At most what was given up as a bad debt and has not come in yet.")),
	FIELD(recover, reference, "reference", N_("Reference"), VT_TEXT, .max = 60,
	      .help = N_("The number of the transfer or slip; each is booked once.")),
	{ 0 },
};

struct given_up {
	int64_t bill_id, party_id, left;
};

static int64_t given_up_of(struct ctx *ctx, int64_t document_id)
{
	return db_int(ctx->db,
		      SQL("SELECT coalesce(sum(w.amount), 0) FROM write_off w WHERE w.how = 'bad_debt' "
			  "AND (w.document_id = :document OR w.of_id = :document) "
			  "AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = w.document_id)"),
		      BIND(B_INT("document", document_id)), 0);
}

static bool recover_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct recover *in = input;
	int64_t left;

	if (!HAS(in, document))
		return true;
	left = given_up_of(ctx, in->document);
	if (left <= 0)
		return err_field(e, "document", N_("Nothing of %s is a bad debt that could come in"),
				 document_number(ctx, in->document));
	return !HAS(in, amount) || in->amount <= left ||
	       err_field(e, "amount", N_("Only %s of %s was given up and has not come in"),
			 money_text(ctx->arena, left), document_number(ctx, in->document));
}

/* The bills that were given up, each with what has not come in. */
static struct given_up *given_up_read(struct ctx *ctx, int64_t document_id, size_t *ret_n)
{
	struct cur *c =
	    db_open(ctx->db,
		    SQL("SELECT w.bill_id, b.party_id, sum(w.amount) AS left FROM write_off w JOIN bill b ON "
			"b.id = w.bill_id "
			"WHERE w.how = 'bad_debt' AND (w.document_id = :document OR w.of_id = :document) "
			"AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = w.document_id) "
			"GROUP BY w.bill_id HAVING left > 0 ORDER BY w.bill_id"),
		    BIND(B_INT("document", document_id)));
	struct given_up *g = NULL;
	size_t n = 0;

	while (cur_next(c)) {
		ARENA_MORE(ctx->arena, g, n);
		g[n++] = (struct given_up){ cur_int(c, 0), cur_int(c, 1), cur_int(c, 2) };
	}
	*ret_n = n;
	return g;
}

static void recover_write(struct ctx *ctx, int64_t document, const struct recover *in)
{
	size_t n;
	struct given_up *g = given_up_read(ctx, in->document, &n);
	int64_t left = in->amount;

	for (size_t i = 0; i < n && left > 0; i++) {
		int64_t piece = g[i].left < left ? g[i].left : left;

		db_exec(ctx->db,
			SQL("INSERT INTO write_off (document_id, bill_id, how, amount, of_id) "
			    "VALUES (:document, :bill, 'bad_debt', :amount, :of)"),
			BIND(B_INT("document", document), B_INT("bill", g[i].bill_id),
			     B_INT("amount", -piece), B_INT("of", in->document)));
		left -= piece;
	}
}

static int64_t debtor_of(struct ctx *ctx, int64_t document_id)
{
	return db_int(ctx->db, SQL("SELECT party_id FROM document WHERE id = :id"),
		      BIND(B_INT("id", document_id)), 0);
}

static bool recover_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct recover *in = input;
	struct pay_line line = { .input = { { ~UINT64_C(0), ~UINT64_C(0) } },
				 .method = in->method,
				 .amount = in->amount,
				 .tendered = in->amount,
				 .reference = in->reference };
	struct posting *p = posting_new(ctx->arena);
	int64_t document, party = debtor_of(ctx, in->document);
	struct pay pay;

	if (!recover_may(ctx, in, e) || !pay_read_one(ctx, &line, &pay, e) || !pay_money_only(&pay, e))
		return false;
	document = document_post(
	    ctx, &(struct document){ .kind = DOC_RECOVERY, .party_id = party, .amount = in->amount });
	recover_write(ctx, document, in);
	payment_row(ctx, document, &pay, &(struct payer){ .party_id = party }, in->amount);
	posting_add(p, (struct posting_line){
			   .account = pay.account, .amount = in->amount, .shift_id = pay.shift_id });
	posting_add(p, (struct posting_line){ .account = ACC_BAD_DEBT, .amount = -in->amount });
	answer_say(ctx, N_("%s: %s has come in from %s after all"), ctx->answer->number,
		   money_text(ctx->arena, in->amount), party_name(ctx, party));
	return ledger_post(ctx, document, p, e);
}

/* All that has not come in. */
static void recover_fill(struct ctx *ctx, struct args *args)
{
	int64_t document;

	if (!args_get(args, "amount") && (document = args_id(args, "document")) &&
	    given_up_of(ctx, document) > 0)
		args_set(args, "amount", money_plain(ctx->arena, given_up_of(ctx, document)));
}

COMMAND(bill_recover) = {
	.name = "bill.recover",
	.title = N_("Take in a debt that was given up"),
	.help = N_("Money that comes in after its bill was written off as a bad debt."),
	.undo = UNDO_REVERSE,
	.input = recover_input,
	.size = sizeof(struct recover),
	.prints = "write_off",
	.fill = recover_fill,
	.may = recover_may,
	.run = recover_run,
};

static bool reverse_recovery(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	struct posting *p = posting_new(ctx->arena);
	int64_t document = posted_reverse(ctx, d, reason);

	posting_add(p, (struct posting_line){ .account = ACC_BAD_DEBT, .amount = d->amount });
	return payments_turn(ctx, d, document, p, e) && ledger_post(ctx, document, p, e);
}

REVERSAL(recovery) = {
	.kinds = { DOC_RECOVERY },
	.run = reverse_recovery,
};
