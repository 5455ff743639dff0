/* tool.c - the workshop's own tools that go from hand to hand. */
#include "base/date.h"
#include "domain/command.h"

/* ---- tool.add ---- */

struct tool_add {
	struct input input;
	const char *code, *name, *place;
};

static const struct field tool_add_input[] = {
	FIELD(tool_add, code, "code", N_("Tool"), VT_CODE, REQUIRED, .max = 16,
	      .help = N_("The number on the tool; a scanner reads it where it has a barcode.")),
	FIELD(tool_add, name, "name", N_("What it is"), VT_TEXT, REQUIRED, .max = 40,
	      .help = N_("Puller, tester, torque wrench, in words.")),
	FIELD(tool_add, place, "place", N_("Kept at"), VT_TEXT, .max = 20, STOP,
	      .help = N_("Where it hangs or lies while nobody has it.")),
	{ 0 },
};

static bool tool_add_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct tool_add *in = input;

	if (HAS(in, code) &&
	    db_exists(ctx->db, SQL("SELECT 1 FROM tool WHERE code = :code"), BIND(B_TEXT("code", in->code))))
		return err_field(e, "code", N_("There is a tool %s already"), in->code);
	return true;
}

static bool tool_add_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct tool_add *in = input;

	(void)e;
	db_exec(ctx->db, SQL("INSERT INTO tool (code, title, place) VALUES (:code, :title, :place)"),
		BIND(B_TEXT("code", in->code), B_TEXT("title", in->name), B_TEXT("place", in->place)));
	ctx->answer->id = db_last_id(ctx->db);
	answer_say(ctx, N_("%s is written down"), in->name);
	return true;
}

COMMAND(tool_add) = {
	.name = "tool.add",
	.title = N_("New tool"),
	.help = N_("A tool of the workshop that people take and bring back."),
	.undo = UNDO_ROWS,
	.input = tool_add_input,
	.size = sizeof(struct tool_add),
	.may = tool_add_may,
	.run = tool_add_run,
};

/* ---- tool.lend ---- */

struct tool_lend {
	struct input input;
	int64_t tool, person, job, due;
};

static const struct field tool_lend_input[] = {
	FIELD(tool_lend, tool, "tool", N_("Tool"), VT_REF, REQUIRED, .view = "tools",
	      .help = N_("The tool, by its number or name.")),
	FIELD(tool_lend, person, "person", N_("Person"), VT_REF, REQUIRED, .view = "staff",
	      .help = N_("Who takes it: the name or its first letters.")),
	FIELD(tool_lend, job, "job", N_("Work order"), VT_REF, .view = "open_jobs",
	      .help = N_("The car that it is needed for, where there is one.")),
	FIELD(tool_lend, due, "due", N_("Back by"), VT_DATE, .lean = DATE_FUTURE, STOP,
	      .help = N_("The day on which it has to be back; empty: when the work is done.")),
	{ 0 },
};

/* Who has the tool now, or NULL. */
static const char *holder(struct ctx *ctx, int64_t tool)
{
	const char *name = NULL;
	struct cur *c = db_open(ctx->db,
				SQL("SELECT u.title FROM tool_loan l JOIN user u ON u.id = l.user_id "
				    "WHERE l.tool_id = :tool AND l.back_at IS NULL"),
				BIND(B_INT("tool", tool)));

	if (cur_next(c))
		name = arena_strdup(ctx->arena, cur_text(c, 0));
	cur_close(c);
	return name;
}

static bool tool_lend_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct tool_lend *in = input;
	const char *who = HAS(in, tool) ? holder(ctx, in->tool) : NULL;

	if (who)
		return err_field(e, "tool", N_("%s has this tool. Take it back first"), who);
	if (HAS(in, due) && in->due < ctx->today)
		return err_field(e, "due", N_("%s is past. Name a day that is to come"),
				 date_text(ctx->arena, in->due));
	return true;
}

static bool tool_lend_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct tool_lend *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("INSERT INTO tool_loan (tool_id, user_id, job_id, lent_at, lent_by, due_on) "
		    "VALUES (:tool, :person, :job, :at, :by, :due)"),
		BIND(B_INT("tool", in->tool), B_INT("person", in->person), B_ID("job", in->job),
		     B_INT("at", ctx->now), B_INT("by", ctx->user_id), B_ID("due", in->due)));
	ctx->answer->id = in->tool;
	answer_say(ctx, N_("%s has the tool now"), holder(ctx, in->tool));
	return true;
}

COMMAND(tool_lend) = {
	.name = "tool.lend",
	.title = N_("Lend a tool"),
	.help = N_("Somebody takes a tool; it stands under the name until it is back."),
	.undo = UNDO_ROWS,
	.input = tool_lend_input,
	.size = sizeof(struct tool_lend),
	.may = tool_lend_may,
	.run = tool_lend_run,
};

/* ---- tool.back ---- */

struct tool_back {
	struct input input;
	int64_t tool;
	const char *remark;
};

static const struct field tool_back_input[] = {
	FIELD(tool_back, tool, "tool", N_("Tool"), VT_REF, REQUIRED, .view = "tools",
	      .help = N_("The tool, by its number or name.")),
	FIELD(tool_back, remark, "remark", N_("How it came back"), VT_TEXT, .max = 80, STOP,
	      .help = N_("Broken, blunt, a part missing; empty: as it was.")),
	{ 0 },
};

static bool tool_back_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct tool_back *in = input;

	if (HAS(in, tool) && !holder(ctx, in->tool))
		return err_field(e, "tool", N_("Nobody has this tool"));
	return true;
}

static bool tool_back_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct tool_back *in = input;
	const char *who = holder(ctx, in->tool);

	(void)e;
	db_exec(ctx->db,
		SQL("UPDATE tool_loan SET back_at = :at, back_by = :by, remark = :remark "
		    "WHERE tool_id = :tool AND back_at IS NULL"),
		BIND(B_INT("at", ctx->now), B_INT("by", ctx->user_id), B_TEXT("remark", in->remark),
		     B_INT("tool", in->tool)));
	ctx->answer->id = in->tool;
	answer_say(ctx, N_("%s has brought it back"), who);
	return true;
}

COMMAND(tool_back) = {
	.name = "tool.back",
	.title = N_("A tool is back"),
	.help = N_("The tool hangs in its place again; how it came back is kept."),
	.undo = UNDO_ROWS,
	.input = tool_back_input,
	.size = sizeof(struct tool_back),
	.may = tool_back_may,
	.run = tool_back_run,
};
