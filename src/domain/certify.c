/* certify.c - the completion certificate of finished work, and who gets the credit for settled work. */
#include "domain/dispatch.h"
#include "domain/document.h"
#include "domain/gate.h"

/* ---- job.certify ---- */

struct certify {
	struct input input;
	int64_t job;
};

static const struct field certify_input[] = {
	FIELD(certify, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "jobs",
	      .help = N_("A work order whose work is finished.")),
	{ 0 },
};

static bool certify_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct certify *in = input;
	struct job j;

	if (!HAS(in, job) || !job_read(ctx, in->job, &j))
		return true;
	if (job_is(&j, "received") || job_is(&j, "in_work"))
		return err_set(e, ERR_NO, N_("%s is not finished. Finish it first (job.finish)"), j.number);
	if (job_is(&j, "cancelled"))
		return err_set(e, ERR_NO, N_("%s is cancelled: there is nothing to certify"), j.number);
	return gate_checked(ctx, &j, e);
}

static bool certify_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct certify *in = input;
	struct job j;

	(void)e;
	if (!job_read(ctx, in->job, &j))
		return false;
	document_post(
	    ctx, &(struct document){ .kind = DOC_CERTIFICATE, .party_id = j.customer_id, .job_id = j.id });
	answer_say(ctx, N_("%s: completion certificate for %s"), ctx->answer->number, j.plate);
	return true;
}

COMMAND(job_certify) = {
	.name = "job.certify",
	.title = N_("Completion certificate"),
	.help =
	    N_("Certifies that the car left the workshop in order, with the warranty of its repair type."),
	.undo = UNDO_NONE,
	.input = certify_input,
	.size = sizeof(struct certify),
	.prints = "certificate",
	.may = certify_may,
	.run = certify_run,
};

/* ---- job.reassign ---- */

struct reassign {
	struct input input;
	int64_t job, technician, line, advisor;
};

static const struct field reassign_input[] = {
	FIELD(reassign, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "settled_jobs",
	      .help = N_("A work order that is settled; before that, dispatch and change it.")),
	FIELD(reassign, advisor, "advisor", N_("Advisor"), VT_REF, STOP, .view = "staff",
	      .help = N_("Whose work order it is in the reports.")),
	FIELD(reassign, technician, "technician", N_("Technician"), VT_REF, STOP, .view = "staff",
	      .help = N_("Who did the labour, alone; amounts stay as they were settled.")),
	FIELD(reassign, line, "line", N_("Line"), VT_REF, .view = "job_lines",
	      .help = N_("Of one line only; empty for all labour.")),
	{ 0 },
};

static bool reassign_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct reassign *in = input;
	struct job_line_row l;
	struct job j;

	if (!HAS(in, job) || !job_read(ctx, in->job, &j))
		return true;
	if (!j.settlement_id)
		return err_set(e, ERR_NO,
			       N_("%s is not settled: dispatch it (job.dispatch) or change it (job.change)"),
			       j.number);
	return !HAS(in, line) || (job_line_read(ctx, in->line, &l) && l.job_id == j.id) ||
	       err_field(e, "line", N_("This line is not on the work order"));
}

static void lines_to(struct ctx *ctx, const struct reassign *in)
{
	struct cur *c =
	    db_open(ctx->db,
		    SQL("SELECT id FROM job_line WHERE job_id = :job AND kind = 'labour' AND state = 'on' "
			"AND iif(:line, id = :line, 1) LIMIT 500"),
		    BIND(B_INT("job", in->job), B_INT("line", in->line)));
	int64_t *line = ARENA_ARRAY(ctx->arena, int64_t, 500);
	size_t n = 0;

	while (cur_next(c))
		line[n++] = cur_int(c, 0);
	for (size_t i = 0; i < n; i++) {
		db_exec(ctx->db, SQL("DELETE FROM dispatch WHERE line_id = :line"),
			BIND(B_INT("line", line[i])));
		dispatch_to(ctx, line[i], in->technician);
		db_exec(ctx->db,
			SQL("UPDATE job_line SET technician_id = :who, ver = ver + 1 WHERE id = :line"),
			BIND(B_INT("who", in->technician), B_INT("line", line[i])));
	}
}

static bool reassign_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct reassign *in = input;
	struct job j;

	if (!HAS(in, technician) && !HAS(in, advisor))
		return err_field(e, "technician", N_("Say who: a technician, an advisor, or both"));
	if (!job_read(ctx, in->job, &j))
		return false;
	if (HAS(in, technician))
		lines_to(ctx, in);
	db_exec(
	    ctx->db,
	    SQL("UPDATE job SET advisor_id = coalesce(:advisor, advisor_id), ver = ver + 1 WHERE id = :id"),
	    BIND(B_ID("advisor", in->advisor), B_INT("id", j.id)));
	ctx->answer->id = j.id;
	answer_say(ctx, N_("Saved: %s"), j.number);
	return true;
}

COMMAND(job_reassign) = {
	.name = "job.reassign",
	.title = N_("Reassign settled work"),
	.help = N_("Another technician or advisor for work that is settled; no amount changes."),
	.undo = UNDO_ROWS,
	.input = reassign_input,
	.size = sizeof(struct reassign),
	.edits = "job",
	.edits_table = "job",
	.may = reassign_may,
	.run = reassign_run,
};
