/* job_finish.c - the work is done and looked at, or goes back to be done again. */
#include "base/money.h"
#include "domain/clock.h"
#include "domain/finish_parts.h"
#include "domain/gate.h"
#include "domain/job.h"
#include "domain/setting.h"

/* ---- job.finish ---- */

struct job_finish {
	struct input input;
	int64_t job, checker;
	struct lines parts;
};

static const struct field job_finish_input[] = {
	FIELD(job_finish, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",
	      .help = N_("The visit it is about: its number, or the plate of the car that stands here.")),
	FIELD(job_finish, checker, "checker", N_("Checked by"), VT_REF, STOP, .view = "staff",
	      .help = N_("Who looked at the work; empty for oneself.")),
	LINES(job_finish, parts, "parts", N_("Parts that differ"), finish_part_input, finish_part,
	      FINISH_PARTS_MOST,
	      .help = N_("Parts of which more or less was issued than is billed, and what becomes of each.")),
	{ 0 },
};

/* The customer's yes must reach to every line that is on. */
static bool all_authorised(struct ctx *ctx, const struct job *j, struct err *e)
{
	char *text;

	if (!setting_int(ctx->db, SETTING_AUTHORISE))
		return true;
	text = db_text(ctx->db, ctx->arena,
		       SQL("SELECT text FROM job_line WHERE job_id = :job AND state = 'on' AND authorised = "
			   "0 ORDER BY pos LIMIT 1"),
		       BIND(B_INT("job", j->id)));
	if (text)
		return err_set(e, ERR_NO,
			       N_("The customer has not said yes to “%s” yet. Note it first (job.authorise)"),
			       text);
	if (j->total > j->authorised)
		return err_set(e, ERR_NO,
			       N_("The customer said yes to %s, the lines come to %s. Note the new yes first "
				  "(job.authorise)"),
			       money_text(ctx->arena, j->authorised), money_text(ctx->arena, j->total));
	return true;
}

static bool job_finish_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_finish *in = input;
	const char *differs;
	struct job j;

	if (!HAS(in, job) || !job_read(ctx, in->job, &j))
		return true;
	if (job_is(&j, "finished"))
		return err_set(e, ERR_NO, N_("%s is finished already. Settle it next (job.settle)"),
			       j.number);
	if (!job_may_change(ctx, in->job, e))
		return false;
	if (!db_exists(ctx->db, SQL("SELECT 1 FROM job_line WHERE job_id = :job AND state = 'on' LIMIT 1"),
		       BIND(B_INT("job", in->job))))
		return err_set(
		    e, ERR_NO,
		    N_("%s has no lines that are on. Add what was done, or cancel it (job.cancel)"),
		    j.number);
	if (!gate_dispatched(ctx, &j, e) || !gate_clocked(ctx, &j, e) ||
	    (!HAS(in, parts) && !all_authorised(ctx, &j, e)) || !job_sublets_booked(ctx, in->job, e))
		return false;
	differs = HAS(in, parts) ? "" : parts_differ(ctx, in->job);
	return !*differs ||
	       err_field(
		   e, "parts",
		   N_("%s. Issue or return them, change the lines, or say here what becomes of them (parts)"),
		   differs);
}

static bool job_finish_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_finish *in = input;
	int64_t stopped;
	struct job j;

	if (HAS(in, parts) &&
	    !parts_settle(ctx, in->job, HAS(in, checker) ? in->checker : ctx->user_id, &in->parts, e))
		return false;
	if (!job_read(ctx, in->job, &j) || !all_authorised(ctx, &j, e))
		return false;
	stopped = clocks_stop(ctx, in->job, NULL);
	job_stands_no_more(ctx, in->job);
	job_step_row(ctx, in->job, "finished", NULL);
	db_exec(ctx->db,
		SQL("UPDATE job SET state = 'finished', ver = ver + 1, finished_at = :now, finished_by = :by "
		    "WHERE id = :id"),
		BIND(B_INT("now", ctx->now), B_INT("by", HAS(in, checker) ? in->checker : ctx->user_id),
		     B_INT("id", in->job)));
	ctx->answer->id = in->job;
	snprintf(ctx->answer->number, sizeof ctx->answer->number, "%s", j.number);
	if (stopped)
		answer_say(ctx, N_("%s is finished: %s to settle; clocks stopped: %lld"), j.number,
			   money_text(ctx->arena, j.total), (long long)stopped);
	else
		answer_say(ctx, N_("%s is finished: %s to settle"), j.number,
			   money_text(ctx->arena, j.total));
	return true;
}

static void job_finish_fill(struct ctx *ctx, struct args *args)
{
	if (!args_get(args, "checker"))
		args_set(args, "checker", ctx->user);
	if (!args_lines(args, "parts"))
		parts_propose(ctx, job_of_args(ctx, args), args);
}

COMMAND(job_finish) = {
	.name = "job.finish",
	.title = N_("Finish the work"),
	.help = N_("The work is done and checked; what is billed and what was issued agree."),
	.undo = UNDO_NONE,
	.input = job_finish_input,
	.size = sizeof(struct job_finish),
	.edits = "job",
	.edits_table = "job",
	.fill = job_finish_fill,
	.may = job_finish_may,
	.run = job_finish_run,
};

/* ---- job.send_back ---- */

struct job_send_back {
	struct input input;
	int64_t job;
	const char *reason;
};

static const struct field job_send_back_input[] = {
	FIELD(job_send_back, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",
	      .help = N_("The visit it is about: its number, or the plate of the car that stands here.")),
	FIELD(job_send_back, reason, "reason", N_("Reason"), VT_TEXT, REQUIRED, .max = 120,
	      .help = N_("What is not right yet.")),
	{ 0 },
};

static bool job_send_back_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_send_back *in = input;
	struct job j;

	if (!HAS(in, job) || !job_read(ctx, in->job, &j) || job_is(&j, "finished"))
		return true;
	if (!job_unsettled(ctx, in->job, e))
		return false;
	return err_set(e, ERR_NO, N_("%s is not finished; its lines can be changed as it is"), j.number);
}

void job_back_to_work(struct ctx *ctx, int64_t id, const char *reason)
{
	job_step(ctx, id, "in_work", reason);
	db_exec(ctx->db,
		SQL("UPDATE job SET finished_at = NULL, finished_by = NULL, check_id = NULL WHERE id = :id"),
		BIND(B_INT("id", id)));
}

static bool job_send_back_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_send_back *in = input;
	struct job j;

	(void)e;
	if (!job_read(ctx, in->job, &j))
		return false;
	job_back_to_work(ctx, in->job, in->reason);
	ctx->answer->id = in->job;
	answer_say(ctx, N_("%s is back in work"), j.number);
	return true;
}

COMMAND(job_send_back) = {
	.name = "job.send_back",
	.title = N_("Send back to work"),
	.help = N_("The check found something; lines and parts can be changed again."),
	.undo = UNDO_NONE,
	.input = job_send_back_input,
	.size = sizeof(struct job_send_back),
	.edits = "job",
	.edits_table = "job",
	.may = job_send_back_may,
	.run = job_send_back_run,
};
