/* job_wait.c - work stands still: for parts, for the customer, for the check; and goes on. */
#include "domain/choice.h"
#include "domain/clock.h"
#include "domain/job.h"

/* ---- job.wait ---- */

struct job_wait {
	struct input input;
	int64_t job;
	const char *reason, *note;
};

static const struct field job_wait_input[] = {
	FIELD(job_wait, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",
	      .help = N_("The visit it is about: its number, or the plate of the car that stands here.")),
	FIELD(job_wait, reason, "reason", N_("Waits for"), VT_CHOICE, REQUIRED, .choices = choice_waiting,
	      .help = N_("What keeps the work from going on; the board shows it.")),
	FIELD(job_wait, note, "note", N_("Note"), VT_TEXT, .max = 60,
	      .help = N_("For people in the house; it is not printed for the customer.")),
	{ 0 },
};

static bool job_wait_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_wait *in = input;

	return !HAS(in, job) || job_may_change(ctx, in->job, e);
}

static bool job_wait_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_wait *in = input;
	int64_t stopped;
	struct job j;

	(void)e;
	if (!job_read(ctx, in->job, &j))
		return false;
	db_exec(ctx->db,
		SQL("UPDATE job SET waiting = :reason, waiting_note = :note, waiting_since = :now, ver = ver "
		    "+ 1 WHERE id = :id"),
		BIND(B_TEXT("reason", in->reason), B_TEXT("note", in->note), B_INT("now", ctx->now),
		     B_INT("id", in->job)));
	stopped = clocks_stop(ctx, in->job, in->reason);
	ctx->answer->id = in->job;
	snprintf(ctx->answer->number, sizeof ctx->answer->number, "%s", j.number);
	answer_add_int(ctx, "stopped", stopped);
	if (stopped)
		answer_say(ctx, N_("%s waits; clocks stopped: %lld"), j.number, (long long)stopped);
	else
		answer_say(ctx, N_("%s waits"), j.number);
	return true;
}

COMMAND(job_wait) = {
	.name = "job.wait",
	.title = N_("Work stands still"),
	.help = N_("What it waits for stands on the board; clocks that run on it stop."),
	.undo = UNDO_NONE,
	.input = job_wait_input,
	.size = sizeof(struct job_wait),
	.edits = "job",
	.edits_table = "job",
	.may = job_wait_may,
	.run = job_wait_run,
};

/* ---- job.go_on ---- */

void job_stands_no_more(struct ctx *ctx, int64_t id)
{
	db_exec(ctx->db,
		SQL("UPDATE job SET waiting = NULL, waiting_note = NULL, waiting_since = NULL, ver = ver + 1 "
		    "WHERE id = :id AND waiting IS NOT NULL"),
		BIND(B_INT("id", id)));
}

struct job_go_on {
	struct input input;
	int64_t job;
};

static const struct field job_go_on_input[] = {
	FIELD(job_go_on, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",
	      .help = N_("The visit it is about: its number, or the plate of the car that stands here.")),
	{ 0 },
};

static bool job_go_on_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_go_on *in = input;
	struct job j;

	if (!HAS(in, job) || !job_read(ctx, in->job, &j) ||
	    db_exists(ctx->db, SQL("SELECT 1 FROM job WHERE id = :id AND waiting IS NOT NULL"),
		      BIND(B_INT("id", in->job))))
		return true;
	return err_set(e, ERR_NO, N_("%s does not wait for anything"), j.number);
}

static bool job_go_on_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_go_on *in = input;
	struct job j;

	(void)e;
	if (!job_read(ctx, in->job, &j))
		return false;
	job_stands_no_more(ctx, in->job);
	ctx->answer->id = in->job;
	snprintf(ctx->answer->number, sizeof ctx->answer->number, "%s", j.number);
	answer_say(ctx, N_("%s goes on"), j.number);
	return true;
}

COMMAND(job_go_on) = {
	.name = "job.go_on",
	.title = N_("Work goes on"),
	.help = N_("What it waited for is there."),
	.undo = UNDO_NONE,
	.input = job_go_on_input,
	.size = sizeof(struct job_go_on),
	.edits = "job",
	.edits_table = "job",
	.may = job_go_on_may,
	.run = job_go_on_run,
};
