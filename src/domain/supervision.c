/* supervision.c - service supervision: somebody looks how a customer is served, notes when and what, and what is not
 * good stays on the list until it is put right. */
#include "base/date.h"
#include "domain/setting.h"

#define POINTS_MOST 40

/* ---- supervision_point.add, supervision_point.drop ---- */

struct supervision_point {
	struct input input;
	int64_t point;
	const char *text;
};

static const struct field supervision_point_add_input[] = {
	FIELD(supervision_point, text, "text", N_("What is looked at"), VT_TEXT, REQUIRED, .max = 60,
	      .help = N_("One point of the list, so that yes means good.")),
	{ 0 },
};

static bool supervision_point_add_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct supervision_point *in = input;

	(void)e;
	db_exec(ctx->db, SQL("INSERT INTO supervision_point (text) VALUES (:text)"),
		BIND(B_TEXT("text", in->text)));
	ctx->answer->id = db_last_id(ctx->db);
	answer_say(ctx, N_("%s is written down"), in->text);
	return true;
}

COMMAND(supervision_point_add) = {
	.name = "supervision_point.add",
	.title = N_("New point of the service supervision"),
	.help = N_("One more thing to look at while a customer is served."),
	.undo = UNDO_ROWS,
	.input = supervision_point_add_input,
	.size = sizeof(struct supervision_point),
	.run = supervision_point_add_run,
};

static const struct field supervision_point_drop_input[] = {
	FIELD(supervision_point, point, "point", N_("Point"), VT_REF, REQUIRED, .view = "supervision_points",
	      .help = N_("The point that is no longer looked at; what was noted before keeps it.")),
	{ 0 },
};

static bool supervision_point_drop_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct supervision_point *in = input;

	(void)e;
	db_exec(ctx->db, SQL("UPDATE supervision_point SET active = 0, ver = ver + 1 WHERE id = :id"),
		BIND(B_INT("id", in->point)));
	ctx->answer->id = in->point;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(supervision_point_drop) = {
	.name = "supervision_point.drop",
	.title = N_("Take a point out of the service supervision"),
	.help = N_("It is no longer looked at."),
	.undo = UNDO_ROWS,
	.input = supervision_point_drop_input,
	.size = sizeof(struct supervision_point),
	.run = supervision_point_drop_run,
};

/* ---- supervision.add ---- */

struct supervision_row {
	struct input input;
	const char *text, *note;
	int64_t ok;
};

struct supervision {
	struct input input;
	int64_t person, job, at;
	const char *note;
	struct lines lines;
};

static const struct field supervision_row_input[] = {
	FIELD(supervision_row, text, "text", N_("What is looked at"), VT_TEXT, .flags = REQUIRED_ | FIXED_,
	      .max = 60, .help = N_("A point of the shop's list, or one of your own.")),
	FIELD(supervision_row, ok, "ok", N_("Good"), VT_BOOL, .flags = REQUIRED_ | STOP_, .max = 1,
	      .help = N_("No puts it on the list of what is to be put right.")),
	FIELD(supervision_row, note, "note", N_("Note"), VT_TEXT, .max = 60,
	      .help = N_("What was seen or heard.")),
	{ 0 },
};

static const struct field supervision_add_input[] = {
	FIELD(supervision, person, "person", N_("Served by"), VT_REF, STOP, .view = "staff",
	      .help = N_("Whose work was looked at; empty where it was nobody's in particular.")),
	FIELD(supervision, job, "job", N_("Work order"), VT_REF, STOP, .view = "jobs",
	      .help = N_("The visit that was looked at, by its number or the plate of the car.")),
	FIELD(supervision, at, "at", N_("When"), VT_TIME, .lean = DATE_PAST,
	      .help = N_("When it was seen; now, where nothing is written.")),
	LINES(supervision, lines, "lines", N_("Points"), supervision_row_input, supervision_row, POINTS_MOST,
	      REQUIRED, .help = N_("The shop's list; each point is good or not.")),
	FIELD(supervision, note, "note", N_("Note"), VT_TEXT, .max = 200,
	      .help = N_("What else is to be said about it.")),
	{ 0 },
};

static bool supervision_add_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct supervision *in = input;

	if (HAS(in, at) && in->at > ctx->now)
		return err_field(e, "at", N_("That is still to come. Note what was seen already"));
	for (size_t i = 0; i < in->lines.n; i++) {
		const struct supervision_row *l = LINE_AT(in->lines, struct supervision_row, i);

		e->line = (int)i + 1;
		if (HAS(l, ok) && !l->ok && !l->note)
			return err_field(e, "lines.note", N_("“%s” is not good: say what was seen"),
					 l->text ? l->text : "");
	}
	e->line = 0;
	return true;
}

static int64_t day_of(struct ctx *ctx, int64_t at)
{
	return date_of(at - setting_int(ctx->db, SETTING_DAY_START) * 60, ctx->offset_minutes);
}

static bool supervision_add_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct supervision *in = input;
	int64_t id, bad = 0, at = HAS(in, at) ? in->at : ctx->now;

	(void)e;
	db_exec(ctx->db,
		SQL("INSERT INTO supervision (at, day, user_id, person_id, job_id, note) VALUES (:at, :day, "
		    ":user, "
		    ":person, :job, :note)"),
		BIND(B_INT("at", at), B_INT("day", day_of(ctx, at)), B_INT("user", ctx->user_id),
		     B_ID("person", in->person), B_ID("job", in->job), B_TEXT("note", in->note)));
	id = db_last_id(ctx->db);
	for (size_t i = 0; i < in->lines.n; i++) {
		const struct supervision_row *l = LINE_AT(in->lines, struct supervision_row, i);

		bad += !l->ok;
		db_exec(ctx->db,
			SQL("INSERT INTO supervision_line (supervision_id, text, ok, note) VALUES (:id, "
			    ":text, :ok, "
			    ":note)"),
			BIND(B_INT("id", id), B_TEXT("text", l->text), B_INT("ok", l->ok),
			     B_TEXT("note", l->note)));
	}
	ctx->answer->id = id;
	if (bad)
		answer_say(ctx, N_("Noted: %d of %d points are to be put right"), (int)bad, (int)in->lines.n);
	else
		answer_say(ctx, N_("Noted: all good"));
	return true;
}

static void supervision_add_fill(struct ctx *ctx, struct args *args)
{
	struct cur *c;

	if (args_lines(args, "lines"))
		return;
	c = db_open(ctx->db,
		    SQL("SELECT text FROM supervision_point WHERE active = 1 ORDER BY id LIMIT :most"),
		    BIND(B_INT("most", POINTS_MOST)));
	while (cur_next(c)) {
		struct args *row = args_add_line(args, "lines");

		args_set(row, "text", tr(ctx->lang, cur_text(c, 0)));
		args_set(row, "ok", "yes");
	}
}

COMMAND(supervision_add) = {
	.name = "supervision.add",
	.title = N_("Supervise service"),
	.help = N_("How a customer is served, point by point: when, by whom, and what was not good."),
	.undo = UNDO_ROWS,
	.input = supervision_add_input,
	.size = sizeof(struct supervision),
	.fill = supervision_add_fill,
	.may = supervision_add_may,
	.run = supervision_add_run,
};

/* ---- supervision.remedy ---- */

struct supervision_remedy {
	struct input input;
	int64_t supervision;
	const char *remedy;
};

static const struct field supervision_remedy_input[] = {
	FIELD(supervision_remedy, supervision, "supervision", N_("Supervision"), VT_REF, REQUIRED,
	      .view = "supervisions", .help = N_("What was seen and is not put right yet.")),
	FIELD(supervision_remedy, remedy, "remedy", N_("Put right by"), VT_TEXT, REQUIRED, .max = 200,
	      .help = N_("What was done about it, and with whom it was spoken.")),
	{ 0 },
};

static bool supervision_remedy_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct supervision_remedy *in = input;
	struct bind id = B_INT("id", in->supervision);

	if (!HAS(in, supervision))
		return true;
	if (db_exists(ctx->db, SQL("SELECT 1 FROM supervision WHERE id = :id AND remedy IS NOT NULL"),
		      BIND(id)))
		return err_set(e, ERR_NO, N_("This is put right already"));
	return db_exists(ctx->db, SQL("SELECT 1 FROM supervision_line WHERE supervision_id = :id AND ok = 0"),
			 BIND(id)) ||
	       err_set(e, ERR_NO, N_("All was good: there is nothing to put right"));
}

static bool supervision_remedy_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct supervision_remedy *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("UPDATE supervision SET remedy = :remedy, remedied_on = :today, remedied_by = :user, ver "
		    "= ver + "
		    "1 WHERE id = :id"),
		BIND(B_TEXT("remedy", in->remedy), B_INT("today", ctx->today), B_INT("user", ctx->user_id),
		     B_INT("id", in->supervision)));
	ctx->answer->id = in->supervision;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(supervision_remedy) = {
	.name = "supervision.remedy",
	.title = N_("Put right what was not good"),
	.help = N_("What was not good at a supervision is put right, and how."),
	.undo = UNDO_ROWS,
	.input = supervision_remedy_input,
	.size = sizeof(struct supervision_remedy),
	.edits = "supervision",
	.edits_table = "supervision",
	.may = supervision_remedy_may,
	.run = supervision_remedy_run,
};
