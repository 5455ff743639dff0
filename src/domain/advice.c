/* advice.c - what the workshop advises for the next visit, and what became of it. */
#include "domain/advice.h"

#include "base/str.h"
#include "domain/choice.h"
#include "domain/job.h"

#define TEXT_MOST 120
#define TOLD_MOST 3

const char *advice_open(struct ctx *ctx, int64_t vehicle_id)
{
	struct cur *c = db_open(ctx->db,
				SQL("SELECT text FROM advice WHERE vehicle_id = :vehicle AND state = 'open' "
				    "ORDER BY instr('now soon next', urgency), id LIMIT :most"),
				BIND(B_INT("vehicle", vehicle_id), B_INT("most", TOLD_MOST)));
	struct str list = { 0 };
	const char *text;

	for (int i = 0; cur_next(c); i++)
		str_addf(&list, "%s%s", i ? "; " : "", cur_text(c, 0));
	text = arena_strdup(ctx->arena, str_get(&list));
	str_free(&list);
	return text;
}

/* ---- job.advise ---- */

struct job_advise {
	struct input input;
	int64_t job;
	const char *text, *item, *urgency;
};

static const struct field job_advise_input[] = {
	FIELD(job_advise, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",
	      .help = N_("The visit it is about: its number, or the plate of the car that stands here.")),
	FIELD(job_advise, text, "text", N_("Advice"), VT_TEXT, STOP, .max = TEXT_MOST,
	      .help =
		  N_("What the car should have done and has not, in words that the customer understands.")),
	FIELD(job_advise, item, "item", N_("Item"), VT_CODE, .max = 40,
	      .help = N_("The code of a part or labour item, instead of words.")),
	FIELD(job_advise, urgency, "urgency", N_("Urgency"), VT_CHOICE, STOP, .choices = choice_urgency,
	      .help = N_("Soon when empty.")),
	{ 0 },
};

/* The words of the advice, or the name of the item. */
static const char *advice_text(struct ctx *ctx, const struct job_advise *in, struct err *e)
{
	const char *text = in->text;

	if (!HAS(in, text) && HAS(in, item)) {
		text = db_text(ctx->db, ctx->arena,
			       SQL("SELECT name FROM part WHERE code = :code UNION ALL SELECT name FROM "
				   "labour WHERE code = :code LIMIT 1"),
			       BIND(B_TEXT("code", in->item)));
		if (!text)
			err_field(e, "item", N_("There is no part and no labour item %s"), in->item);
	} else if (!HAS(in, text)) {
		err_field(e, "text", N_("Say what is advised"));
	}
	return text;
}

static bool job_advise_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_advise *in = input;
	const char *text = advice_text(ctx, in, e);
	struct job j;

	if (!text || !job_read(ctx, in->job, &j))
		return false;
	db_exec(ctx->db,
		SQL("INSERT INTO advice (vehicle_id, job_id, text, urgency, at, user_id) "
		    "VALUES (:vehicle, :job, :text, :urgency, :at, :user)"),
		BIND(B_INT("vehicle", j.vehicle_id), B_INT("job", j.id), B_TEXT("text", text),
		     B_TEXT("urgency", HAS(in, urgency) ? in->urgency : "soon"), B_INT("at", ctx->now),
		     B_INT("user", ctx->user_id)));
	ctx->answer->id = db_last_id(ctx->db);
	answer_say(ctx, N_("Advised for %s: %s"), j.plate, text);
	return true;
}

COMMAND(job_advise) = {
	.name = "job.advise",
	.title = N_("Advise"),
	.help = N_("What the car needs next; it stands in its history and is told at its next reception."),
	.undo = UNDO_ROWS,
	.input = job_advise_input,
	.size = sizeof(struct job_advise),
	.run = job_advise_run,
};

/* ---- advice.close ---- */

struct advice_close {
	struct input input;
	int64_t advice, dropped;
};

static const struct field advice_close_input[] = {
	FIELD(advice_close, advice, "advice", N_("Advice"), VT_REF, REQUIRED, .view = "advice",
	      .help = N_("The advice that is settled: made work of, or no longer wanted.")),
	FIELD(advice_close, dropped, "dropped", N_("Dropped"), VT_BOOL,
	      .help = N_("It is not to be done; else it has been done.")),
	{ 0 },
};

static bool advice_close_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct advice_close *in = input;

	(void)e;
	db_exec(
	    ctx->db,
	    SQL("UPDATE advice SET state = iif(:dropped, 'dropped', 'done'), ver = ver + 1 WHERE id = :id"),
	    BIND(B_INT("dropped", in->dropped), B_INT("id", in->advice)));
	ctx->answer->id = in->advice;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(advice_close) = {
	.name = "advice.close",
	.title = N_("Close an advice"),
	.help = N_("What was advised has been done, or is not to be done."),
	.undo = UNDO_ROWS,
	.input = advice_close_input,
	.size = sizeof(struct advice_close),
	.edits = "advice",
	.edits_table = "advice",
	.run = advice_close_run,
};
