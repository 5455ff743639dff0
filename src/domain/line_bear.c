/* line_bear.c - who bears what: lines for the insurer, the maker or the shop, lines free of charge, an insurer's share
 * and excess. */
#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/choice.h"
#include "domain/job.h"
#include "domain/party.h"

#define REASON_MOST 120

/* The one named at reception, else the car's own. */
static int64_t insurer_of(struct ctx *ctx, int64_t job_id)
{
	return db_int(ctx->db,
		      SQL("SELECT ifnull(j.insurer_id, v.insurer_id) FROM job j JOIN vehicle v ON v.id = "
			  "j.vehicle_id WHERE j.id = :id"),
		      BIND(B_INT("id", job_id)), 0);
}

static int64_t mode_payer(struct ctx *ctx, int64_t job_id)
{
	return db_int(ctx->db,
		      SQL("SELECT m.payer_id FROM job j JOIN repair_mode m ON m.id = j.repair_mode_id WHERE "
			  "j.id = :id"),
		      BIND(B_INT("id", job_id)), 0);
}

bool job_bearer(struct ctx *ctx, int64_t job_id, const char *bears, const char *reason, int64_t *payer,
		struct err *e)
{
	if (!bears || *payer)
		return true;
	if (!strcmp(bears, "shop"))
		return reason ||
		       err_field(e, "free", N_("The shop bears it: say why it is free for the customer"));
	if (!strcmp(bears, "insurer")) {
		*payer = insurer_of(ctx, job_id);
		return *payer || err_field(e, "payer", N_("The car has no insurer. Say which one pays"));
	}
	if (!strcmp(bears, "maker")) {
		*payer = mode_payer(ctx, job_id);
		return *payer || err_field(e, "payer",
					   N_("The repair mode names no payer. Say who pays for the maker"));
	}
	return true;
}

/* ---- job.line_free, job.line_payer ---- */

struct line_bear {
	struct input input;
	int64_t job, line, payer;
	const char *bears, *free;
};

#define FIELDS_WHICH                                                                                         \
	FIELD(line_bear, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",                \
	      .help = N_("By its number or the plate of the car.")),                                         \
	    FIELD(line_bear, line, "line", N_("Line"), VT_REF, REQUIRED, .view = "job_lines",                \
		  .help = N_("A line of this work order."))

static const struct field line_free_input[] = {
	FIELDS_WHICH,
	FIELD(line_bear, free, "reason", N_("Reason"), VT_TEXT, REQUIRED, .max = REASON_MOST,
	      .help = N_("Why it costs nothing; it is printed on the customer's paper.")),
	{ 0 },
};

static const struct field line_payer_input[] = {
	FIELDS_WHICH,
	FIELD(
	    line_bear, bears, "bears", N_("Borne by"), VT_CHOICE, REQUIRED, .choices = choice_line_bearer,
	    .help = N_(
		"The customer, the insurer of the car, the maker, or the shop itself, which bills nobody.")),
	FIELD(line_bear, payer, "payer", N_("Payer"), VT_REF, .view = "parties",
	      .help = N_("Empty: the insurer of the car, or who pays for the repair mode.")),
	FIELD(line_bear, free, "free", N_("Free because"), VT_TEXT, .max = REASON_MOST,
	      .right = "job.line_free", .help = N_("Needed where the shop bears it.")),
	{ 0 },
};

static bool line_bear_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct line_bear *in = input;
	int64_t payer = in->payer;
	struct job_line_row l;

	if (!HAS(in, job) || !HAS(in, line))
		return !HAS(in, job) || job_may_change(ctx, in->job, e);
	if (!job_line_may_change(ctx, in->job, in->line, &l, e))
		return false;
	if (!strcmp(l.kind, "own_part"))
		return err_field(e, "line", N_("“%s” is the customer's own part and has no price"), l.text);
	return !HAS(in, bears) || job_bearer(ctx, in->job, in->bears, in->free, &payer, e);
}

static bool line_free_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct line_bear *in = input;
	struct job_line_row l;

	if (!job_line_may_change(ctx, in->job, in->line, &l, e))
		return false;
	job_line_free(ctx, &l, NULL, in->free);
	ctx->answer->id = l.id;
	answer_say(ctx, N_("“%s” is free: %s"), l.text, in->free);
	return true;
}

/* A line that was free for another reason is charged again. */
static void line_charged(struct ctx *ctx, const struct job_line_row *l)
{
	if (l->free)
		job_line_set(ctx, l, l->qty, l->rule_price);
}

static bool line_payer_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct line_bear *in = input;
	int64_t payer = in->payer;
	struct job_line_row l;

	if (!job_line_may_change(ctx, in->job, in->line, &l, e) ||
	    !job_bearer(ctx, in->job, in->bears, in->free, &payer, e))
		return false;
	ctx->answer->id = l.id;
	if (!strcmp(in->bears, "shop")) {
		job_line_free(ctx, &l, in->bears, in->free);
		answer_say(ctx, N_("“%s” is free: %s"), l.text, in->free);
		return true;
	}
	line_charged(ctx, &l);
	db_exec(ctx->db,
		SQL("UPDATE job_line SET bears = :bears, payer_id = :payer, ver = ver + 1 WHERE id = :id"),
		BIND(B_TEXT("bears", in->bears), B_ID("payer", payer), B_INT("id", l.id)));
	if (payer)
		answer_say(ctx, N_("“%s” is paid by %s"), l.text, party_name(ctx, payer));
	else
		answer_say(ctx, N_("“%s” is paid by the payer of the work order"), l.text);
	return true;
}

COMMAND(job_line_free) = {
	.name = "job.line_free",
	.title = N_("Make a line free of charge"),
	.help = N_("The line stays and costs nothing; the reason stands on the paper and in the reports."),
	.undo = UNDO_ROWS,
	.input = line_free_input,
	.size = sizeof(struct line_bear),
	.edits = "line",
	.edits_table = "job_line",
	.may = line_bear_may,
	.run = line_free_run,
};

COMMAND(job_line_payer) = {
	.name = "job.line_payer",
	.title = N_("Who bears a line"),
	.help = N_("The customer, the insurer, the maker or the shop: one work order may bill several."),
	.undo = UNDO_ROWS,
	.input = line_payer_input,
	.size = sizeof(struct line_bear),
	.edits = "line",
	.edits_table = "job_line",
	.may = line_bear_may,
	.run = line_payer_run,
};

/* ---- job.payer ---- */

struct job_payer {
	struct input input;
	int64_t job, party, share, excess;
	const char *claim_no, *po_no;
};

static const struct field job_payer_input[] = {
	FIELD(job_payer, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",
	      .help = N_("By its number or the plate of the car.")),
	FIELD(job_payer, party, "party", N_("Payer"), VT_REF, REQUIRED, .view = "parties",
	      .help = N_("The insurer, or who else takes a share of his lines.")),
	FIELD(job_payer, share, "share", N_("Share"), VT_RATE, STOP, .min = 0, .max = 10000,
	      .help = N_(
		  "What he takes of the lines that are his; the rest is the customer's. 100% when empty.")),
	FIELD(job_payer, excess, "excess", N_("Excess"), VT_MONEY, .min = 0, .max = MONEY_MAX,
	      .help = N_("What the customer bears himself of it before the insurer pays.")),
	FIELD(job_payer, claim_no, "claim_no", N_("Claim number"), VT_TEXT, .max = 40,
	      .help = N_("The insurer's number; it stands on his bill.")),
	FIELD(job_payer, po_no, "po_no", N_("Order number"), VT_TEXT, .max = 40,
	      .help = N_("The payer's own order number; it stands on his bill.")),
	{ 0 },
};

static bool job_payer_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_payer *in = input;

	return !HAS(in, job) || job_unsettled(ctx, in->job, e);
}

static bool job_payer_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_payer *in = input;
	int64_t share = HAS(in, share) ? in->share : 10000;

	(void)e;
	db_exec(ctx->db,
		SQL("INSERT INTO payer_share (job_id, party_id, share, excess, claim_no, po_no) "
		    "VALUES (:job, :party, :share, :excess, :claim, :po) ON CONFLICT (job_id, party_id) DO "
		    "UPDATE "
		    "SET share = :share, excess = :excess, claim_no = :claim, po_no = :po, ver = ver + 1"),
		BIND(B_INT("job", in->job), B_INT("party", in->party), B_INT("share", share),
		     B_INT("excess", in->excess), B_TEXT("claim", in->claim_no), B_TEXT("po", in->po_no)));
	ctx->answer->id = in->job;
	answer_say(ctx, N_("%s takes %s of his lines, less %s"), party_name(ctx, in->party),
		   rate_text(ctx->arena, share), money_text(ctx->arena, in->excess));
	return true;
}

static void job_payer_fill(struct ctx *ctx, struct args *args)
{
	int64_t insurer = args_get(args, "party") ? 0 : insurer_of(ctx, job_of_args(ctx, args));

	if (insurer)
		args_set_id(args, "party", insurer);
}

COMMAND(job_payer) = {
	.name = "job.payer",
	.title = N_("Share and excess of a payer"),
	.help = N_("How much of his lines an insurer takes, and what the customer bears first."),
	.undo = UNDO_ROWS,
	.input = job_payer_input,
	.size = sizeof(struct job_payer),
	.fill = job_payer_fill,
	.may = job_payer_may,
	.run = job_payer_run,
};
