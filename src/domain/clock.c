/* clock.c - technicians clock on to a work order and off again, one at a time each. */
#include "domain/clock.h"

#include "base/date.h"
#include "base/money.h"
#include "domain/job.h"

struct clocking {
	struct input input;
	int64_t job, line, technician;
	const char *reason;
};

#define FIELD_TECHNICIAN                                                                                     \
	FIELD(clocking, technician, "technician", N_("Technician"), VT_REF, STOP, .view = "staff",           \
	      .help = N_("Empty for oneself."))

static const struct field job_start_input[] = {
	FIELD(clocking, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",
	      .help = N_("The visit it is about: its number, or the plate of the car that stands here.")),
	FIELD_TECHNICIAN,
	FIELD(clocking, line, "line", N_("Line"), VT_REF, .view = "job_lines",
	      .help = N_("The work that is begun, where it matters.")),
	{ 0 },
};

static const struct field job_stop_input[] = {
	FIELD(clocking, job, "job", N_("Work order"), VT_REF, .view = "open_jobs",
	      .help = N_("Empty for the one that is worked on.")),
	FIELD_TECHNICIAN,
	FIELD(clocking, reason, "reason", N_("Reason"), VT_TEXT, .max = 60,
	      .help = N_("Why it stops: parts, a question, the check, the break.")),
	{ 0 },
};

/* ---- whose clock ---- */

static int64_t technician_of(struct ctx *ctx, const struct clocking *in)
{
	return HAS(in, technician) ? in->technician : ctx->user_id;
}

static const char *person_title(struct ctx *ctx, int64_t user_id)
{
	const char *title = db_text(ctx->db, ctx->arena, SQL("SELECT title FROM user WHERE id = :id"),
				    BIND(B_INT("id", user_id)));

	return title ? title : "";
}

/* Everybody has his own clock; those who dispatch have everybody's. */
static bool clock_own(struct ctx *ctx, const struct clocking *in, struct err *e)
{
	if (technician_of(ctx, in) == ctx->user_id || may_right(ctx, "job.dispatch"))
		return true;
	return err_set(e, ERR_DENIED,
		       N_("The clock of somebody else is for those who dispatch (job.dispatch)"));
}

static int64_t clock_open(struct ctx *ctx, int64_t technician_id)
{
	return db_int(
	    ctx->db, SQL("SELECT id FROM job_clock WHERE technician_id = :technician AND stopped_at IS NULL"),
	    BIND(B_INT("technician", technician_id)), 0);
}

int64_t clocks_stop(struct ctx *ctx, int64_t job_id, const char *reason)
{
	int64_t n = db_exec(ctx->db,
			    SQL("UPDATE job_clock SET stopped_at = :now, reason = :reason, ver = ver + 1 "
				"WHERE job_id = :job AND stopped_at IS NULL"),
			    BIND(B_INT("now", ctx->now), B_TEXT("reason", reason), B_INT("job", job_id)));

	return n > 0 ? n : 0;
}

/* ---- job.start ---- */

static bool clock_free(struct ctx *ctx, const struct clocking *in, struct err *e)
{
	int64_t technician = technician_of(ctx, in);
	struct cur *c =
	    db_open(ctx->db,
		    SQL("SELECT j.number, c.started_at FROM job_clock c JOIN job j ON j.id = c.job_id "
			"WHERE c.technician_id = :technician AND c.stopped_at IS NULL"),
		    BIND(B_INT("technician", technician)));

	if (!cur_next(c))
		return true;
	err_set(e, ERR_NO, N_("%s is clocked on to %s since %s. Stop that first (job.stop)"),
		person_title(ctx, technician), cur_text(c, 0),
		time_text(ctx->arena, cur_int(c, 1), ctx->offset_minutes));
	cur_close(c);
	return false;
}

static bool job_start_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct clocking *in = input;
	struct job_line_row l;

	if (!HAS(in, job))
		return true;
	if (!job_may_change(ctx, in->job, e) || !clock_own(ctx, in, e))
		return false;
	if (HAS(in, line) && !job_line_may_change(ctx, in->job, in->line, &l, e))
		return false;
	return clock_free(ctx, in, e);
}

static bool job_start_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct clocking *in = input;
	int64_t technician = technician_of(ctx, in), id;
	struct job j;

	(void)e;
	if (!job_read(ctx, in->job, &j))
		return false;
	job_begin(ctx, in->job);
	job_stands_no_more(ctx, in->job);
	db_exec(ctx->db,
		SQL("INSERT INTO job_clock (job_id, line_id, technician_id, started_at) VALUES (:job, :line, "
		    ":technician, :now)"),
		BIND(B_INT("job", in->job), B_ID("line", in->line), B_INT("technician", technician),
		     B_INT("now", ctx->now)));
	id = db_last_id(ctx->db);
	ctx->answer->id = id;
	snprintf(ctx->answer->number, sizeof ctx->answer->number, "%s", j.number);
	answer_say(ctx, N_("%s works on %s"), person_title(ctx, technician), j.number);
	return true;
}

COMMAND(job_start) = {
	.name = "job.start",
	.title = N_("Clock on"),
	.help = N_("A technician begins to work on a work order; it no longer waits."),
	.undo = UNDO_NONE,
	.input = job_start_input,
	.size = sizeof(struct clocking),
	.may = job_start_may,
	.run = job_start_run,
};

/* ---- job.stop ---- */

static bool job_stop_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct clocking *in = input;
	int64_t technician = technician_of(ctx, in), id;

	if (!clock_own(ctx, in, e))
		return false;
	id = clock_open(ctx, technician);
	if (!id)
		return err_set(e, ERR_NO, N_("%s is not clocked on"), person_title(ctx, technician));
	if (!HAS(in, job) ||
	    db_exists(ctx->db, SQL("SELECT 1 FROM job_clock WHERE id = :id AND job_id = :job"),
		      BIND(B_INT("id", id), B_INT("job", in->job))))
		return true;
	return err_field(e, "job", N_("%s is not clocked on to this work order"),
			 person_title(ctx, technician));
}

static bool job_stop_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct clocking *in = input;
	int64_t technician = technician_of(ctx, in), id = clock_open(ctx, technician);
	struct cur *c;

	(void)e;
	db_exec(ctx->db,
		SQL("UPDATE job_clock SET stopped_at = :now, reason = :reason, ver = ver + 1 WHERE id = :id"),
		BIND(B_INT("now", ctx->now), B_TEXT("reason", in->reason), B_INT("id", id)));
	c = db_open(ctx->db,
		    SQL("SELECT j.number, (c.stopped_at - c.started_at) * 1000 / 3600 FROM job_clock c JOIN "
			"job j ON j.id = c.job_id "
			"WHERE c.id = :id"),
		    BIND(B_INT("id", id)));
	if (!cur_next(c))
		return false;
	ctx->answer->id = id;
	snprintf(ctx->answer->number, sizeof ctx->answer->number, "%s", cur_text(c, 0));
	answer_say(ctx, N_("%s worked %s hours on %s"), person_title(ctx, technician),
		   qty_text(ctx->arena, cur_int(c, 1)), ctx->answer->number);
	cur_close(c);
	return true;
}

COMMAND(job_stop) = {
	.name = "job.stop",
	.title = N_("Clock off"),
	.help = N_("A technician stops working on a work order, and says why."),
	.undo = UNDO_NONE,
	.input = job_stop_input,
	.size = sizeof(struct clocking),
	.may = job_stop_may,
	.run = job_stop_run,
};
