/* supplement.c - a supplementary statement (维修附单): the total of a settlement once more, its lines grouped otherwise.
 *
 * It books nothing, is tied to the settlement that stands, and says on its face what it is. Another total is refused. */
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/document.h"
#include "domain/job.h"

#define LINES_MOST 100

struct supplement_line {
	struct input input;
	const char *text;
	int64_t qty, amount;
};

struct supplement {
	struct input input;
	int64_t job;
	const char *reason;
	struct lines lines;
};

static const struct field supplement_line_input[] = {
	FIELD(supplement_line, text, "text", N_("Description"), VT_TEXT, REQUIRED, .max = 60,
	      .help = N_("What the line is called on this statement.")),
	FIELD(supplement_line, qty, "qty", N_("Quantity"), VT_QTY, .min = 1, .max = QTY_MAX,
	      .help = N_("1 when empty.")),
	FIELD(supplement_line, amount, "amount", N_("Amount"), VT_MONEY, REQUIRED, .min = 0, .max = MONEY_MAX,
	      .help = N_("With tax. All lines together make the settlement's total, to the fen.")),
	{ 0 },
};

static const struct field supplement_input[] = {
	FIELD(supplement, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "settled_jobs",
	      .help = N_("A work order that is settled.")),
	FIELD(supplement, reason, "reason", N_("Reason"), VT_TEXT, REQUIRED, .max = 120,
	      .help = N_("Who asked for it and why; it stays in the journal.")),
	LINES(supplement, lines, "lines", N_("Lines"), supplement_line_input, supplement_line, LINES_MOST,
	      REQUIRED,
	      .help = N_("The same work and parts, grouped as the customer's own books want them.")),
	{ 0 },
};

static int64_t total_of(struct ctx *ctx, const struct job *j)
{
	return db_int(ctx->db, SQL("SELECT total FROM settlement WHERE id = :id"),
		      BIND(B_INT("id", j->settlement_id)), 0);
}

static bool supplement_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct supplement *in = input;
	int64_t sum = 0;
	struct job j;

	if (!HAS(in, job) || !job_read(ctx, in->job, &j))
		return true;
	if (!j.settlement_id)
		return err_set(e, ERR_NO, N_("%s is not settled. Settle it first (job.settle)"), j.number);
	if (!HAS(in, lines))
		return true;
	for (size_t i = 0; i < in->lines.n; i++)
		sum += LINE_AT(in->lines, struct supplement_line, i)->amount;
	return sum == total_of(ctx, &j) ||
	       err_field(
		   e, "lines.amount",
		   N_("The lines come to %s, the settlement to %s. A supplementary statement has the same "
		      "total"),
		   money_text(ctx->arena, sum), money_text(ctx->arena, total_of(ctx, &j)));
}

static bool supplement_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct supplement *in = input;
	struct ctx with = *ctx;
	struct job j;
	int64_t id;

	(void)e;
	if (!job_read(ctx, in->job, &j))
		return false;
	with.remark = in->reason;
	id = document_post(&with, &(struct document){ .kind = DOC_SUPPLEMENT,
						      .party_id = j.payer_id,
						      .job_id = j.id,
						      .amount = total_of(ctx, &j) });
	db_exec(
	    ctx->db,
	    SQL("INSERT INTO supplement (id, job_id, settlement_id, reason) VALUES (:id, :job, :settlement, "
		":reason)"),
	    BIND(B_INT("id", id), B_INT("job", j.id), B_INT("settlement", j.settlement_id),
		 B_TEXT("reason", in->reason)));
	for (size_t i = 0; i < in->lines.n; i++) {
		const struct supplement_line *l = LINE_AT(in->lines, struct supplement_line, i);

		db_exec(
		    ctx->db,
		    SQL("INSERT INTO supplement_line (supplement_id, text, qty, amount) VALUES (:id, :text, "
			":qty, :amount)"),
		    BIND(B_INT("id", id), B_TEXT("text", l->text), B_INT("qty", HAS(l, qty) ? l->qty : 1000),
			 B_INT("amount", l->amount)));
	}
	answer_say(ctx, N_("%s: supplementary statement to %s"), ctx->answer->number,
		   document_number(ctx, j.settlement_id));
	return true;
}

static void propose(struct ctx *ctx, struct args *args, const char *text, int64_t amount)
{
	struct args *row;

	if (!amount)
		return;
	row = args_add_line(args, "lines");
	args_set(row, "text", tr(ctx->lang, text));
	args_set(row, "amount", money_plain(ctx->arena, amount));
}

/* Labour, parts and fees, each after its discounts; the rounding comes off the first of them. */
static void supplement_fill(struct ctx *ctx, struct args *args)
{
	const char *typed = args_get(args, "job");
	struct err e = { .lang = ctx->lang };
	struct view_who who;
	struct cur *c;
	int64_t job;

	session_who(ctx, &who);
	if (args_lines(args, "lines") || !typed ||
	    !view_ref(ctx->db, view_find("settled_jobs"), typed, &who, &job, &e))
		return;
	c = db_open(ctx->db,
		    SQL("SELECT sum(iif(l.kind = 'labour', l.amount - l.discount, 0)), "
			"sum(iif(l.kind = 'part', l.amount - l.discount, 0)), s.total "
			"FROM job j JOIN settlement s ON s.id = j.settlement_id JOIN settlement_line l ON "
			"l.settlement_id = s.id WHERE j.id = :job GROUP BY s.id"),
		    BIND(B_INT("job", job)));
	if (!cur_next(c))
		return;
	propose(ctx, args, N_("Labour"), cur_int(c, 0));
	propose(ctx, args, N_("Parts"), cur_int(c, 1));
	propose(ctx, args, N_("Fees"), cur_int(c, 2) - cur_int(c, 0) - cur_int(c, 1));
	cur_close(c);
}

COMMAND(job_supplement) = {
	.name = "job.supplement",
	.title = N_("Supplementary statement"),
	.help = N_(
	    "The total of a settlement once more with its lines grouped otherwise; no invoice, and no other "
	    "total."),
	.undo = UNDO_NONE,
	.input = supplement_input,
	.size = sizeof(struct supplement),
	.prints = "supplement",
	.fill = supplement_fill,
	.may = supplement_may,
	.run = supplement_run,
};
