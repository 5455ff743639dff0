/* close.c - closing a period: days that the accountant has done with take no more postings. */
#include "base/date.h"
#include "domain/close.h"

struct period_close {
	struct input input;
	int64_t until;
};

static const struct field period_close_input[] = {
	FIELD(period_close, until, "until", N_("Up to and with"), VT_DATE, REQUIRED, .lean = DATE_PAST,
	      .help = N_("The last day that is closed; what belongs to it is corrected today from then on.")),
	{ 0 },
};

/* The last closed day; `none` when none is. */
static int64_t closed_until(struct ctx *ctx, int64_t none)
{
	return db_int(ctx->db, SQL("SELECT until_on FROM period_close ORDER BY id DESC LIMIT 1"), NULL, none);
}

bool period_closed(struct ctx *ctx, int64_t day)
{
	return closed_until(ctx, INT64_MIN) >= day;
}

static bool period_close_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct period_close *in = input;
	int64_t last = closed_until(ctx, INT64_MIN);

	if (!HAS(in, until))
		return true;
	if (in->until >= ctx->today)
		return err_field(e, "until", N_("%s is not over yet. Close up to yesterday at the latest"),
				 date_text(ctx->arena, in->until));
	return in->until > last || err_field(e, "until", N_("The books are closed up to %s already"),
					     date_text(ctx->arena, last));
}

void period_close_until(struct ctx *ctx, int64_t until)
{
	db_exec(ctx->db, SQL("INSERT INTO period_close (until_on, at, user_id) VALUES (:until, :at, :user)"),
		BIND(B_INT("until", until), B_INT("at", ctx->now), B_INT("user", ctx->user_id)));
}

static bool period_close_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct period_close *in = input;

	(void)e;
	period_close_until(ctx, in->until);
	ctx->answer->id = db_last_id(ctx->db);
	answer_say(ctx, N_("The books are closed up to %s"), date_text(ctx->arena, in->until));
	return true;
}

/* The last day of the month before. */
static void period_close_fill(struct ctx *ctx, struct args *args)
{
	int year, month, day;

	if (args_get(args, "until"))
		return;
	date_split(ctx->today, &year, &month, &day);
	args_set(args, "until", date_text(ctx->arena, ctx->today - day));
}

COMMAND(period_close) = {
	.name = "period.close",
	.title = N_("Close a period"),
	.help = N_("Nothing is posted into closed days any more."),
	.undo = UNDO_NONE,
	.input = period_close_input,
	.size = sizeof(struct period_close),
	.fill = period_close_fill,
	.may = period_close_may,
	.run = period_close_run,
};

/* ---- period.reopen ---- */

struct period_reopen {
	struct input input;
	int64_t from;
	const char *reason;
};

static const struct field period_reopen_input[] = {
	FIELD(period_reopen, from, "from", N_("Open from"), VT_DATE, REQUIRED, .lean = DATE_PAST,
	      .help = N_("The first day that takes postings again; the days before it stay closed.")),
	FIELD(period_reopen, reason, "reason", N_("Reason"), VT_TEXT, REQUIRED, .max = 200,
	      .help = N_("Why; it stands in the list of closings, with your name.")),
	{ 0 },
};

static bool period_reopen_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct period_reopen *in = input;
	int64_t last = closed_until(ctx, INT64_MIN);

	if (last == INT64_MIN)
		return err_set(e, ERR_NO, N_("No period is closed"));
	return !HAS(in, from) || in->from <= last ||
	       err_field(e, "from", N_("This day is open already: the books are closed up to %s"),
			 date_text(ctx->arena, last));
}

static bool period_reopen_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct period_reopen *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("INSERT INTO period_close (until_on, at, user_id, reason) VALUES (:until, :at, :user, "
		    ":reason)"),
		BIND(B_INT("until", in->from - 1), B_INT("at", ctx->now), B_INT("user", ctx->user_id),
		     B_TEXT("reason", in->reason)));
	ctx->answer->id = db_last_id(ctx->db);
	answer_say(ctx, N_("The days from %s on are open again"), date_text(ctx->arena, in->from));
	return true;
}

COMMAND(period_reopen) = {
	.name = "period.reopen",
	.title = N_("Open a closed period"),
	.help = N_("A right of its own; each time is seen in the list of closings."),
	.undo = UNDO_NONE,
	.input = period_reopen_input,
	.size = sizeof(struct period_reopen),
	.may = period_reopen_may,
	.run = period_reopen_run,
};
