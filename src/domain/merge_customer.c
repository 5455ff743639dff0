/* merge_customer.c - two customers who are one: cars, work orders, contacts and balances go over in one piece. */
#include "base/money.h"
#include "domain/document.h"
#include "domain/ledger.h"
#include "domain/merge_private.h"
#include "domain/party.h"

struct customer_merge {
	struct input input;
	int64_t customer, into;
	const char *reason;
};

static const struct field customer_merge_input[] = {
	FIELD(customer_merge, customer, "customer", N_("The double"), VT_REF, REQUIRED, .view = "parties",
	      .help = N_("The one that goes: all it has is the other's from now on.")),
	FIELD(customer_merge, into, "into", N_("The one that stays"), VT_REF, REQUIRED, .view = "parties",
	      .help = N_("Keeps its name, phone, class and terms, and is found by the double's too.")),
	FIELD(customer_merge, reason, "reason", N_("Reason"), VT_TEXT, STOP, .max = 120,
	      .help = N_("How it is known that they are one; for whoever looks later.")),
	{ 0 },
};

static bool customer_merge_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct customer_merge *in = input;

	if (!HAS(in, customer) || !HAS(in, into))
		return true;
	if (in->customer == in->into)
		return err_field(e, "into", N_("These are the same already. Name the other one"));
	return db_exists(
		   ctx->db,
		   SQL("SELECT 1 FROM party a JOIN party b ON b.kind = a.kind WHERE a.id = :from AND b.id = "
		       ":into"),
		   BIND(B_INT("from", in->customer), B_INT("into", in->into))) ||
	       err_field(e, "into", N_("%s and %s are of different kinds: these are two"),
			 party_name(ctx, in->customer), party_name(ctx, in->into));
}

/* ---- balances ---- */

static void balance_move(struct posting *p, const struct merge *m, int64_t account, int64_t job,
			 int64_t amount)
{
	posting_add(p, (struct posting_line){
			   .account = account, .amount = -amount, .party_id = m->from, .job_id = job });
	posting_add(p, (struct posting_line){
			   .account = account, .amount = amount, .party_id = m->into, .job_id = job });
}

/* All that stands under `from`: an advance by its work order, the rest by account. Returns what moves, as debits. */
static int64_t balances_of(struct ctx *ctx, const struct merge *m, struct posting *p)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT account_id, iif(account_id = :advance, job_id, NULL) AS job, sum(amount) AS sum "
		"FROM entry_line WHERE party_id = :from GROUP BY account_id, job HAVING sum <> 0"),
	    BIND(B_INT("advance", ACC_ADVANCE), B_INT("from", m->from)));
	int64_t moved = 0;

	while (cur_next(c)) {
		balance_move(p, m, cur_int(c, 0), cur_int(c, 1), cur_int(c, 2));
		moved += cur_int(c, 2) > 0 ? cur_int(c, 2) : -cur_int(c, 2);
	}
	return moved;
}

static void balances_noted(struct ctx *ctx, const struct merge *m, const struct posting *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->line[i].party_id == m->into)
			db_exec(ctx->db,
				SQL("INSERT INTO merge_move (merge_id, what, row_id, account_id, amount) "
				    "VALUES (:merge, 'balance', :job, :account, :amount)"),
				BIND(B_INT("merge", m->id), B_INT("job", p->line[i].job_id),
				     B_INT("account", p->line[i].account),
				     B_INT("amount", p->line[i].amount)));
}

static bool balances_moved(struct ctx *ctx, struct merge *m, const char *reason, struct err *e)
{
	struct posting *p = posting_new(ctx->arena);
	int64_t moved = balances_of(ctx, m, p);

	if (moved)
		m->document = document_post(
		    ctx, &(struct document){ .kind = DOC_MERGE, .party_id = m->into, .amount = moved });
	merge_write(ctx, "customer", m, reason);
	balances_noted(ctx, m, p);
	return !moved || ledger_post(ctx, m->document, p, e);
}

/* ---- over ---- */

static void merged_set(struct ctx *ctx, const struct merge *m, int64_t into)
{
	db_exec(ctx->db, SQL("UPDATE party SET merged_into = :into, ver = ver + 1 WHERE id = :id"),
		BIND(B_ID("into", into), B_INT("id", m->from)));
	db_exec(ctx->db, SQL("UPDATE party SET ver = ver + 1 WHERE id = :id"), BIND(B_INT("id", m->into)));
	party_words(ctx, m->from);
	party_words(ctx, m->into);
}

/* Everything that names a party and is not posted: what is posted keeps its name for ever, and ledger_post() books under
 * the one that stays. */
static void rows_over(struct ctx *ctx, const struct merge *m)
{
	MERGE_MOVE(ctx, m, "vehicle", "customer_id");
	MERGE_MOVE(ctx, m, "vehicle", "payer_id");
	MERGE_MOVE(ctx, m, "vehicle", "insurer_id");
	MERGE_MOVE(ctx, m, "job", "customer_id");
	MERGE_MOVE(ctx, m, "job", "payer_id");
	MERGE_MOVE(ctx, m, "job", "insurer_id");
	MERGE_MOVE(ctx, m, "job_line", "payer_id");
	MERGE_MOVE(ctx, m, "job_line", "supplier_id");
	MERGE_MOVE(ctx, m, "repair_mode", "payer_id");
	MERGE_MOVE(ctx, m, "insurer_agent", "insurer_id");
	MERGE_MOVE(ctx, m, "batch", "supplier_id");
	MERGE_MOVE(ctx, m, "warehouse", "supplier_id");
	MERGE_MOVE(ctx, m, "contact", "party_id");
	MERGE_MOVE(ctx, m, "bill_open", "party_id");
	MERGE_MOVE(ctx, m, "payable_open", "party_id");
	MERGE_MOVE(ctx, m, "core_open", "party_id");
	MERGE_MOVE(ctx, m, "core_due", "supplier_id");
	MERGE_MOVE(ctx, m, "purchase_order", "supplier_id");
	MERGE_MOVE(ctx, m, "want", "customer_id");
	MERGE_MOVE(ctx, m, "want", "supplier_id");
	MERGE_MOVE(ctx, m, "cart", "customer_id");
	MERGE_MOVE(ctx, m, "cart", "carrier_id");
	MERGE_MOVE(ctx, m, "card", "party_id");
	MERGE_MOVE(ctx, m, "party", "merged_into");
	MERGE_MOVE(ctx, m, "payer_share", "party_id");
}

static void rows_back(struct ctx *ctx, const struct merge *m)
{
	MERGE_BACK(ctx, m, "vehicle", "customer_id");
	MERGE_BACK(ctx, m, "vehicle", "payer_id");
	MERGE_BACK(ctx, m, "vehicle", "insurer_id");
	MERGE_BACK(ctx, m, "job", "customer_id");
	MERGE_BACK(ctx, m, "job", "payer_id");
	MERGE_BACK(ctx, m, "job", "insurer_id");
	MERGE_BACK(ctx, m, "job_line", "payer_id");
	MERGE_BACK(ctx, m, "job_line", "supplier_id");
	MERGE_BACK(ctx, m, "repair_mode", "payer_id");
	MERGE_BACK(ctx, m, "insurer_agent", "insurer_id");
	MERGE_BACK(ctx, m, "batch", "supplier_id");
	MERGE_BACK(ctx, m, "warehouse", "supplier_id");
	MERGE_BACK(ctx, m, "contact", "party_id");
	MERGE_BACK(ctx, m, "bill_open", "party_id");
	MERGE_BACK(ctx, m, "payable_open", "party_id");
	MERGE_BACK(ctx, m, "core_open", "party_id");
	MERGE_BACK(ctx, m, "core_due", "supplier_id");
	MERGE_BACK(ctx, m, "purchase_order", "supplier_id");
	MERGE_BACK(ctx, m, "want", "customer_id");
	MERGE_BACK(ctx, m, "want", "supplier_id");
	MERGE_BACK(ctx, m, "cart", "customer_id");
	MERGE_BACK(ctx, m, "cart", "carrier_id");
	MERGE_BACK(ctx, m, "card", "party_id");
	MERGE_BACK(ctx, m, "party", "merged_into");
	MERGE_BACK(ctx, m, "payer_share", "party_id");
	MERGE_BACK(ctx, m, "supplier_price", "supplier_id");
}

/* What the double asks by its list holds for the other, but where that one asks something from the same day on. */
static void prices_over(struct ctx *ctx, const struct merge *m)
{
	db_exec(ctx->db,
		SQL("INSERT INTO merge_move (merge_id, what, row_id) SELECT :merge, "
		    "'supplier_price.supplier_id', "
		    "p.id FROM supplier_price p WHERE p.supplier_id = :from AND NOT EXISTS (SELECT 1 FROM "
		    "supplier_price o WHERE o.supplier_id = :into AND o.part_id = p.part_id AND o.from_on = "
		    "p.from_on)"),
		BIND(B_INT("merge", m->id), B_INT("from", m->from), B_INT("into", m->into)));
	db_exec(ctx->db,
		SQL("UPDATE supplier_price SET supplier_id = :into, ver = ver + 1 WHERE id IN (SELECT row_id "
		    "FROM "
		    "merge_move WHERE merge_id = :merge AND what = 'supplier_price.supplier_id')"),
		BIND(B_INT("merge", m->id), B_INT("into", m->into)));
}

/* Where both bear a share of one work order, that of the double is the other's: it cannot stand twice. */
static void shares_joined(struct ctx *ctx, const struct merge *m)
{
	db_exec(ctx->db,
		SQL("DELETE FROM payer_share WHERE party_id = :from AND job_id IN (SELECT job_id FROM "
		    "payer_share WHERE party_id = :into)"),
		BIND(B_INT("from", m->from), B_INT("into", m->into)));
}

static bool customer_merge_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct customer_merge *in = input;
	struct merge m = { .from = in->customer, .into = in->into };
	const char *from = party_name(ctx, m.from);

	if (!balances_moved(ctx, &m, in->reason, e))
		return false;
	shares_joined(ctx, &m);
	rows_over(ctx, &m);
	prices_over(ctx, &m);
	merged_set(ctx, &m, m.into);
	ctx->answer->id = m.id;
	answer_add_int(ctx, "customer", m.into);
	answer_say(ctx, N_("%s is %s from now on; it can be parted again"), from, party_name(ctx, m.into));
	return true;
}

COMMAND(customer_merge) = {
	.name = "customer.merge",
	.title = N_("Make two customers one"),
	.help = N_(
	    "Cars, work orders, contacts and balances of the double go to the one that stays; suppliers and "
	    "insurers too."),
	.undo = UNDO_NONE,
	.input = customer_merge_input,
	.size = sizeof(struct customer_merge),
	.may = customer_merge_may,
	.run = customer_merge_run,
};

/* ---- and back ---- */

/* What is still open of the rows of a table that went over, fen. */
#define STILL_OPEN(ctx, m, table, column)                                                                    \
	db_int((ctx)->db,                                                                                    \
	       SQL("SELECT sum(o.amount) FROM merge_move v JOIN " table                                      \
		   " o ON o.id = v.row_id AND o." column                                                     \
		   " = :into WHERE v.merge_id = :merge AND v.what = '" table "." column "'"),                \
	       BIND(B_INT("into", (m)->into), B_INT("merge", (m)->id)), 0)

/* Of an advance that went over, so much as is still held. */
static int64_t advance_left(struct ctx *ctx, const struct merge *m, int64_t job, int64_t moved)
{
	int64_t now =
	    db_int(ctx->db,
		   SQL("SELECT coalesce(sum(amount), 0) FROM entry_line WHERE party_id = :into AND "
		       "account_id = :advance AND job_id IS :job"),
		   BIND(B_INT("into", m->into), B_INT("advance", ACC_ADVANCE), B_ID("job", job)), 0);

	return now > moved ? now : moved; /* both are credits: the smaller one */
}

/* The balances that go back. */
static void balances_back(struct ctx *ctx, const struct merge *m, struct posting *p)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT account_id, row_id, amount FROM merge_move "
		"WHERE merge_id = :merge AND what = 'balance' AND account_id NOT IN (:receivable, "
		":payable, :deposits, :due)"),
	    BIND(B_INT("merge", m->id), B_INT("receivable", ACC_RECEIVABLE), B_INT("payable", ACC_PAYABLE),
		 B_INT("deposits", ACC_CORE_DEPOSITS), B_INT("due", ACC_CORES_DUE)));

	while (cur_next(c)) {
		int64_t account = cur_int(c, 0), job = cur_int(c, 1), amount = cur_int(c, 2);

		if (account == ACC_ADVANCE)
			amount = advance_left(ctx, m, job, amount);
		balance_move(p, m, account, job, -amount);
	}
	balance_move(p, m, ACC_RECEIVABLE, 0, -STILL_OPEN(ctx, m, "bill_open", "party_id"));
	balance_move(p, m, ACC_PAYABLE, 0, STILL_OPEN(ctx, m, "payable_open", "party_id"));
	balance_move(p, m, ACC_CORE_DEPOSITS, 0, STILL_OPEN(ctx, m, "core_open", "party_id"));
	balance_move(p, m, ACC_CORES_DUE, 0, -STILL_OPEN(ctx, m, "core_due", "supplier_id"));
}

static int64_t moved_sum(const struct posting *p)
{
	int64_t sum = 0;

	for (size_t i = 0; i < p->n; i++)
		sum += p->line[i].amount > 0 ? p->line[i].amount : 0;
	return sum;
}

bool customer_unmerge(struct ctx *ctx, struct merge *m, struct err *e)
{
	struct posting *p = posting_new(ctx->arena);
	int64_t document;

	balances_back(ctx, m, p);
	rows_back(ctx, m);
	merged_set(ctx, m, 0);
	if (moved_sum(p)) {
		document = document_post(
		    ctx,
		    &(struct document){ .kind = DOC_UNMERGE, .party_id = m->from, .amount = moved_sum(p) });
		if (!ledger_post(ctx, document, p, e))
			return false;
	}
	answer_say(ctx, N_("%s and %s are two again"), party_name(ctx, m->from), party_name(ctx, m->into));
	return true;
}
