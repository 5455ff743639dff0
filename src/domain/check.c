/* check.c - the quality check: what is looked at before a car leaves the workshop, and who looked. */
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "domain/document.h"
#include "domain/job.h"
#include "domain/setting.h"

#define ITEMS_MOST 60

/* ---- check_item.add, check_item.drop ---- */

struct check_item {
	struct input input;
	int64_t item, repair_type;
	const char *text;
};

static const struct field check_item_add_input[] = {
	FIELD(check_item, text, "text", N_("What is looked at"), VT_TEXT, REQUIRED, .max = 60,
	      .help = N_("One point of the list, so that yes means good.")),
	FIELD(check_item, repair_type, "repair_type", N_("Repair type"), VT_REF, STOP, .view = "repair_types",
	      .help = N_("Only for these work orders; empty for all.")),
	{ 0 },
};

static bool check_item_add_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct check_item *in = input;

	(void)e;
	db_exec(ctx->db, SQL("INSERT INTO check_item (repair_type_id, text) VALUES (:type, :text)"),
		BIND(B_ID("type", in->repair_type), B_TEXT("text", in->text)));
	ctx->answer->id = db_last_id(ctx->db);
	answer_say(ctx, N_("%s is written down"), in->text);
	return true;
}

COMMAND(check_item_add) = {
	.name = "check_item.add",
	.title = N_("New point of the quality check"),
	.help = N_("One more thing to look at before a car leaves the workshop."),
	.undo = UNDO_ROWS,
	.input = check_item_add_input,
	.size = sizeof(struct check_item),
	.run = check_item_add_run,
};

static const struct field check_item_drop_input[] = {
	FIELD(check_item, item, "item", N_("Point"), VT_REF, REQUIRED, .view = "check_items",
	      .help = N_("The point that is no longer looked at; checks that were made keep it.")),
	{ 0 },
};

static bool check_item_drop_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct check_item *in = input;

	(void)e;
	db_exec(ctx->db, SQL("UPDATE check_item SET active = 0, ver = ver + 1 WHERE id = :id"),
		BIND(B_INT("id", in->item)));
	ctx->answer->id = in->item;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(check_item_drop) = {
	.name = "check_item.drop",
	.title = N_("Take a point out of the quality check"),
	.help = N_("It is no longer looked at."),
	.undo = UNDO_ROWS,
	.input = check_item_drop_input,
	.size = sizeof(struct check_item),
	.run = check_item_drop_run,
};

/* ---- job.check ---- */

struct check_line {
	struct input input;
	const char *text, *note;
	int64_t ok;
};

struct job_check {
	struct input input;
	int64_t job, checker;
	struct lines lines;
};

static const struct field check_line_input[] = {
	FIELD(check_line, text, "text", N_("What is looked at"), VT_TEXT, .flags = REQUIRED_ | FIXED_,
	      .max = 60, .help = N_("A point of the list of this repair type, or one of your own.")),
	FIELD(check_line, ok, "ok", N_("Good"), VT_BOOL, .flags = REQUIRED_ | STOP_, .max = 1,
	      .help = N_("No sends the work back with this point as the reason.")),
	FIELD(check_line, note, "note", N_("Note"), VT_TEXT, .max = 60,
	      .help = N_("What is wrong, or what was measured.")),
	{ 0 },
};

static const struct field job_check_input[] = {
	FIELD(job_check, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",
	      .help = N_("A work order that is finished and not settled.")),
	FIELD(job_check, checker, "checker", N_("Checked by"), VT_REF, STOP, .view = "staff",
	      .help = N_("Who looked at the work; empty for oneself.")),
	LINES(job_check, lines, "lines", N_("Points"), check_line_input, check_line, ITEMS_MOST, REQUIRED,
	      .help = N_("The list of this repair type; each point is good or not.")),
	{ 0 },
};

static int64_t checker_of(struct ctx *ctx, const struct job_check *in)
{
	return HAS(in, checker) ? in->checker : ctx->user_id;
}

/* Where this shop wants it, nobody checks his own work. */
static bool signer_other(struct ctx *ctx, const struct job_check *in, const struct job *j, struct err *e)
{
	int64_t checker = checker_of(ctx, in);

	if (!setting_int(ctx->db, SETTING_CHECK_OTHER))
		return true;
	if (!db_exists(
		ctx->db,
		SQL("SELECT 1 FROM job_line l JOIN dispatch d ON d.line_id = l.id WHERE l.job_id = :job "
		    "AND d.technician_id = :who UNION ALL "
		    "SELECT 1 FROM job_clock WHERE job_id = :job AND technician_id = :who LIMIT 1"),
		BIND(B_INT("job", j->id), B_INT("who", checker))))
		return true;
	return err_field(e, "checker", N_("%s has worked on %s. Somebody else checks it"),
			 db_text(ctx->db, ctx->arena, SQL("SELECT title FROM user WHERE id = :id"),
				 BIND(B_INT("id", checker))),
			 j->number);
}

static bool job_check_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_check *in = input;
	struct job j;

	if (!HAS(in, job) || !job_read(ctx, in->job, &j))
		return true;
	if (!job_unsettled(ctx, in->job, e))
		return false;
	if (!job_is(&j, "finished"))
		return err_set(e, ERR_NO, N_("%s is not finished. Finish it first (job.finish)"), j.number);
	return signer_other(ctx, in, &j, e);
}

/* The points that are not good, for one sentence; "" for none. */
static const char *points_bad(struct ctx *ctx, const struct job_check *in)
{
	struct str list = { 0 };
	const char *text;

	for (size_t i = 0; i < in->lines.n; i++) {
		const struct check_line *l = LINE_AT(in->lines, struct check_line, i);

		if (l->ok)
			continue;
		str_addf(&list, "%s%s", list.len ? "; " : "", l->text);
		if (l->note)
			str_addf(&list, ": %s", l->note);
	}
	text = arena_strdup(ctx->arena, str_get(&list));
	str_free(&list);
	return text;
}

static int64_t check_write(struct ctx *ctx, const struct job_check *in, const struct job *j, bool passed)
{
	int64_t id = document_post(
	    ctx, &(struct document){ .kind = DOC_CHECK, .party_id = j->customer_id, .job_id = j->id });

	db_exec(ctx->db,
		SQL("INSERT INTO quality_check (id, job_id, checker_id, passed) VALUES (:id, :job, :checker, "
		    ":passed)"),
		BIND(B_INT("id", id), B_INT("job", j->id), B_INT("checker", checker_of(ctx, in)),
		     B_INT("passed", passed)));
	for (size_t i = 0; i < in->lines.n; i++) {
		const struct check_line *l = LINE_AT(in->lines, struct check_line, i);

		db_exec(
		    ctx->db,
		    SQL("INSERT INTO quality_check_line (check_id, text, ok, note) VALUES (:check, :text, "
			":ok, :note)"),
		    BIND(B_INT("check", id), B_TEXT("text", l->text), B_INT("ok", l->ok),
			 B_TEXT("note", l->note)));
	}
	return id;
}

static bool job_check_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_check *in = input;
	const char *bad = points_bad(ctx, in);
	struct job j;
	int64_t id;

	(void)e;
	if (!job_read(ctx, in->job, &j))
		return false;
	id = check_write(ctx, in, &j, !*bad);
	if (*bad) {
		job_back_to_work(ctx, j.id, bad);
		answer_say(ctx, N_("%s is back in work: %s"), j.number, bad);
		return true;
	}
	db_exec(ctx->db, SQL("UPDATE job SET check_id = :check, ver = ver + 1 WHERE id = :id"),
		BIND(B_INT("check", id), B_INT("id", j.id)));
	answer_say(ctx, N_("%s has passed the quality check (%s)"), j.number, ctx->answer->number);
	return true;
}

static void job_check_fill(struct ctx *ctx, struct args *args)
{
	struct cur *c;
	struct job j;

	if (!args_get(args, "checker"))
		args_set(args, "checker", ctx->user);
	if (args_lines(args, "lines") || !job_read(ctx, job_of_args(ctx, args), &j))
		return;
	c = db_open(ctx->db,
		    SQL("SELECT text FROM check_item WHERE active = 1 AND (repair_type_id IS NULL OR "
			"repair_type_id = "
			":type) ORDER BY repair_type_id IS NULL, id LIMIT :most"),
		    BIND(B_INT("type", j.repair_type_id), B_INT("most", ITEMS_MOST)));
	while (cur_next(c)) {
		struct args *row = args_add_line(args, "lines");

		args_set(row, "text", tr(ctx->lang, cur_text(c, 0)));
		args_set(row, "ok", "yes");
	}
}

COMMAND(job_check) = {
	.name = "job.check",
	.title = N_("Quality check"),
	.help = N_("Somebody looks at the finished work, point by point; what is not good sends it back."),
	.undo = UNDO_NONE,
	.input = job_check_input,
	.size = sizeof(struct job_check),
	.fill = job_check_fill,
	.may = job_check_may,
	.run = job_check_run,
};
