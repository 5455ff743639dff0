/* job_release.c - the car leaves for a while on a temporary pass, and comes back; the work order stays open. */
#include "base/date.h"
#include "domain/document.h"
#include "domain/job.h"

bool job_in_house(struct ctx *ctx, int64_t id, struct err *e)
{
	char *pass =
	    db_text(ctx->db, ctx->arena,
		    SQL("SELECT d.number FROM job j JOIN document d ON d.id = j.away_id WHERE j.id = :id"),
		    BIND(B_INT("id", id)));

	return !pass ||
	       err_set(e, ERR_NO,
		       N_("The car is out on the temporary pass %s. Note first that it is back (job.back)"),
		       pass);
}

/* ---- job.release ---- */

struct job_release {
	struct input input;
	int64_t job, expected_back;
	const char *reason, *by;
};

static const struct field job_release_input[] = {
	FIELD(job_release, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",
	      .help = N_("The visit it is about: its number, or the plate of the car that stands here.")),
	FIELD(job_release, reason, "reason", N_("Reason"), VT_TEXT, REQUIRED, .max = 60,
	      .help = N_("Road test, waiting for parts, the insurer, sublet work.")),
	FIELD(job_release, by, "by", N_("Taken by"), VT_TEXT, .flags = REQUIRED_ | PERSONAL_, .max = 60,
	      .help = N_("Who drives it away for the time.")),
	FIELD(job_release, expected_back, "expected_back", N_("Expected back"), VT_TIME, STOP,
	      .lean = DATE_FUTURE, .help = N_("When the car comes back; a day and a time.")),
	{ 0 },
};

static bool job_release_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_release *in = input;

	if (HAS(in, expected_back) && in->expected_back < ctx->now)
		return err_field(e, "expected_back", N_("%s is past. Name a time that is to come"),
				 time_text(ctx->arena, in->expected_back, ctx->offset_minutes));
	return !HAS(in, job) || (job_unsettled(ctx, in->job, e) && job_in_house(ctx, in->job, e));
}

static bool job_release_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_release *in = input;
	int64_t id;
	struct job j;

	(void)e;
	if (!job_read(ctx, in->job, &j))
		return false;
	id = document_post(
	    ctx, &(struct document){ .kind = DOC_RELEASE, .party_id = j.customer_id, .job_id = j.id });
	db_exec(ctx->db,
		SQL("INSERT INTO car_away (id, job_id, reason, taken_by, expected_at) VALUES (:id, :job, "
		    ":reason, :by, "
		    "nullif(:expected, 0))"),
		BIND(B_INT("id", id), B_INT("job", j.id), B_TEXT("reason", in->reason), B_TEXT("by", in->by),
		     B_INT("expected", in->expected_back)));
	db_exec(ctx->db, SQL("UPDATE job SET away_id = :away, ver = ver + 1 WHERE id = :id"),
		BIND(B_INT("away", id), B_INT("id", j.id)));
	answer_say(ctx, N_("%s may leave for a while, temporary pass %s"), j.plate, ctx->answer->number);
	return true;
}

COMMAND(job_release) = {
	.name = "job.release",
	.title = N_("Let a car out for a while"),
	.help = N_("A temporary pass: the car leaves the yard and comes back, the work order stays open."),
	.undo = UNDO_NONE,
	.input = job_release_input,
	.size = sizeof(struct job_release),
	.edits = "job",
	.edits_table = "job",
	.prints = "temporary_pass",
	.may = job_release_may,
	.run = job_release_run,
};

/* ---- job.back ---- */

struct job_back {
	struct input input;
	int64_t job;
};

static const struct field job_back_input[] = {
	FIELD(job_back, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",
	      .help = N_("The visit it is about: its number, or the plate of the car that stands here.")),
	{ 0 },
};

static bool job_back_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_back *in = input;
	struct job j;

	if (!HAS(in, job) || !job_read(ctx, in->job, &j) ||
	    db_exists(ctx->db, SQL("SELECT 1 FROM job WHERE id = :id AND away_id IS NOT NULL"),
		      BIND(B_INT("id", in->job))))
		return true;
	return err_set(e, ERR_NO, N_("%s is in the house; no temporary pass is open"), j.plate);
}

static bool job_back_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_back *in = input;
	struct job j;

	(void)e;
	if (!job_read(ctx, in->job, &j))
		return false;
	db_exec(
	    ctx->db,
	    SQL("UPDATE car_away SET back_at = :now WHERE id = (SELECT away_id FROM job WHERE id = :job)"),
	    BIND(B_INT("now", ctx->now), B_INT("job", in->job)));
	db_exec(ctx->db, SQL("UPDATE job SET away_id = NULL, ver = ver + 1 WHERE id = :id"),
		BIND(B_INT("id", in->job)));
	ctx->answer->id = in->job;
	snprintf(ctx->answer->number, sizeof ctx->answer->number, "%s", j.number);
	answer_say(ctx, N_("%s is back"), j.plate);
	return true;
}

COMMAND(job_back) = {
	.name = "job.back",
	.title = N_("The car is back"),
	.help = N_("A car that was out on a temporary pass is in the house again."),
	.undo = UNDO_NONE,
	.input = job_back_input,
	.size = sizeof(struct job_back),
	.edits = "job",
	.edits_table = "job",
	.may = job_back_may,
	.run = job_back_run,
};
