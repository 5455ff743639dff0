/* ledger.c - the one double-entry ledger. */
#include "domain/ledger.h"

#include "domain/document.h"
#include "domain/party.h"

static bool line_alike(const struct posting_line *a, const struct posting_line *b)
{
	return a->account == b->account && a->party_id == b->party_id && a->job_id == b->job_id &&
	       a->shift_id == b->shift_id && a->part_id == b->part_id && a->card_id == b->card_id;
}

struct posting *posting_new(struct arena *a)
{
	struct posting *p = ARENA_NEW(a, struct posting);

	p->arena = a;
	return p;
}

void posting_add(struct posting *p, struct posting_line line)
{
	if (line.amount == 0)
		return;
	for (size_t i = 0; i < p->n; i++) {
		if (line_alike(&p->line[i], &line)) {
			p->line[i].amount += line.amount;
			return;
		}
	}
	ARENA_MORE(p->arena, p->line, p->n);
	p->line[p->n++] = line;
}

/* Lines that came to nothing go; returns how many stay. */
static size_t posting_tidy(struct posting *p)
{
	size_t n = 0;

	for (size_t i = 0; i < p->n; i++)
		if (p->line[i].amount != 0)
			p->line[n++] = p->line[i];
	return p->n = n;
}

static void party_add(struct ctx *ctx, const struct posting_line *l)
{
	if (!l->party_id)
		return;
	db_exec(
	    ctx->db,
	    SQL("INSERT INTO party_balance (party_id, account_id, amount) VALUES (:party, :account, :amount) "
		"ON CONFLICT (party_id, account_id) DO UPDATE SET amount = amount + excluded.amount"),
	    BIND(B_INT("party", l->party_id), B_INT("account", l->account), B_INT("amount", l->amount)));
}

static void account_add(struct ctx *ctx, int64_t account, int64_t amount)
{
	db_exec(ctx->db,
		SQL("INSERT INTO account_balance (id, amount) VALUES (:account, :amount) ON CONFLICT (id) DO "
		    "UPDATE SET amount = amount + excluded.amount"),
		BIND(B_INT("account", account), B_INT("amount", amount)));
}

/* Who was made one with another books under that one: a bill from before is paid, refunded and reversed there. */
static void parties_resolved(struct ctx *ctx, struct posting *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->line[i].party_id)
			p->line[i].party_id = party_survivor(ctx, p->line[i].party_id);
}

/* Goods that only lie somewhere else change no figure. */
static bool moves_figures(const struct posting *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->line[i].account != ACC_STOCK && p->line[i].account != ACC_WIP)
			return true;
	return p->n == 0;
}

/* Kinds that stand in figure_line by more than the money they brought; the check figure_days proves the list. */
static bool turns_over(struct ctx *ctx, int64_t document_id)
{
	switch (db_int(ctx->db, SQL("SELECT kind_id FROM document WHERE id = :id"),
		       BIND(B_INT("id", document_id)), 0)) {
	case DOC_SETTLEMENT:
	case DOC_REVERSAL:
	case DOC_CREDIT:
	case DOC_SALE:
	case DOC_SALE_RETURN:
	case DOC_EXPENSE:
		return true;
	default:
		return false;
	}
}

static void turnover_keep(struct ctx *ctx, int64_t document_id)
{
	db_exec(ctx->db,
		SQL("INSERT INTO figure_day (id, workshop, counter, profit, cars, receipts, expenses) SELECT "
		    "max(day), sum(workshop), sum(counter), sum(profit), sum(cars), sum(receipts), "
		    "sum(expenses) FROM figure_line WHERE id = :id HAVING count(*) > 0 ON CONFLICT (id) DO "
		    "UPDATE SET workshop = workshop + excluded.workshop, counter = counter + "
		    "excluded.counter, profit = profit + excluded.profit, cars = cars + excluded.cars, "
		    "receipts = receipts + excluded.receipts, expenses = expenses + excluded.expenses"),
		BIND(B_INT("id", document_id)));
}

static void receipts_keep(struct ctx *ctx, int64_t document_id)
{
	int64_t money = db_int(ctx->db, SQL("SELECT sum(receipts) FROM figure_receipt WHERE id = :id"),
			       BIND(B_INT("id", document_id)), 0);

	if (money)
		db_exec(
		    ctx->db,
		    SQL("INSERT INTO figure_day (id, workshop, counter, profit, cars, receipts, expenses) "
			"VALUES (:day, 0, 0, 0, 0, :money, 0) ON CONFLICT (id) DO UPDATE SET receipts = "
			"receipts + excluded.receipts"),
		    BIND(B_INT("day", ctx->today), B_INT("money", money)));
}

/* The day's turnover, profit, money and expenses, kept so that ten years are added up at once. */
static void figures_keep(struct ctx *ctx, int64_t document_id)
{
	if (turns_over(ctx, document_id))
		turnover_keep(ctx, document_id);
	else
		receipts_keep(ctx, document_id);
}

bool ledger_post(struct ctx *ctx, int64_t document_id, struct posting *p, struct err *e)
{
	int64_t sum = 0, entry;

	if (moves_figures(p))
		figures_keep(ctx, document_id);
	if (posting_tidy(p) == 0)
		return true;
	parties_resolved(ctx, p);
	for (size_t i = 0; i < p->n; i++)
		sum += p->line[i].amount;
	if (sum != 0)
		return err_set(e, ERR_FAULT,
			       N_("A fault in the program: an entry does not balance. Nothing was booked"));
	entry = db_int(ctx->db, SQL("SELECT coalesce(max(id), 0) + 1 FROM entry"), NULL, 1);
	for (size_t i = 0; i < p->n; i++) {
		const struct posting_line *l = &p->line[i];

		db_exec(ctx->db,
			SQL("INSERT INTO entry_line (entry_id, account_id, amount, party_id, job_id, "
			    "shift_id, part_id, card_id) "
			    "VALUES (:entry, :account, :amount, :party, :job, :shift, :part, :card)"),
			BIND(B_INT("entry", entry), B_INT("account", l->account), B_INT("amount", l->amount),
			     B_ID("party", l->party_id), B_ID("job", l->job_id), B_ID("shift", l->shift_id),
			     B_ID("part", l->part_id), B_ID("card", l->card_id)));
		party_add(ctx, l);
		account_add(ctx, l->account, l->amount);
	}
	db_exec(ctx->db,
		SQL("INSERT INTO entry (id, document_id, day, lines) VALUES (:id, :document, :day, :lines)"),
		BIND(B_INT("id", entry), B_INT("document", document_id), B_INT("day", ctx->today),
		     B_INT("lines", (int64_t)p->n)));
	return !db_failed(ctx->db);
}

int64_t ledger_party(struct ctx *ctx, int64_t party_id, enum account account)
{
	return db_int(
	    ctx->db,
	    SQL("SELECT amount FROM party_balance WHERE party_id = :party AND account_id = :account"),
	    BIND(B_INT("party", party_id), B_INT("account", account)), 0);
}

int64_t ledger_petty_cash(struct ctx *ctx)
{
	return db_int(ctx->db, SQL("SELECT amount FROM account_balance WHERE id = :account"),
		      BIND(B_INT("account", ACC_PETTY_CASH)), 0);
}

int64_t ledger_job(struct ctx *ctx, int64_t job_id, enum account account)
{
	return db_int(ctx->db,
		      SQL("SELECT sum(amount) FROM entry_line WHERE job_id = :job AND account_id = :account"),
		      BIND(B_INT("job", job_id), B_INT("account", account)), 0);
}

int64_t ledger_shift(struct ctx *ctx, int64_t shift_id, enum account account)
{
	return db_int(
	    ctx->db,
	    SQL("SELECT sum(amount) FROM entry_line WHERE shift_id = :shift AND account_id = :account"),
	    BIND(B_INT("shift", shift_id), B_INT("account", account)), 0);
}
