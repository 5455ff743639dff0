/* want_change.c - a line of the purchase plan changes, is dropped, or is fetched by who asked for it. */
#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/want.h"

struct want_change {
	struct input input;
	int64_t want, part, qty, supplier, urgent;
	const char *reason;
};

#define FIELD_WANT                                                                                           \
	FIELD(want_change, want, "want", N_("Wanted"), VT_REF, REQUIRED, .view = "wants",                    \
	      .help = N_("A line of the purchase plan."))

static const struct field want_change_input[] = {
	FIELD_WANT,
	FIELD(want_change, part, "part", N_("Part"), VT_REF, .view = "parts",
	      .help = N_("Which part it is, where it was asked for in words.")),
	FIELD(want_change, qty, "qty", N_("Quantity"), VT_QTY, STOP, .min = 1, .max = QTY_MAX,
	      .help = N_("How much is wanted, in the part's unit.")),
	FIELD(want_change, supplier, "supplier", N_("Supplier"), VT_REF, .view = "suppliers",
	      .help = N_("From whom it will be ordered.")),
	FIELD(want_change, urgent, "urgent", N_("Urgent"), VT_BOOL, .max = 1,
	      .help = N_("Stands at the top of the purchase plan.")),
	{ 0 },
};

static const struct field want_drop_input[] = {
	FIELD_WANT,
	FIELD(want_change, reason, "reason", N_("Reason"), VT_TEXT, REQUIRED, .max = 200,
	      .help = N_("Why it is not wanted any more.")),
	{ 0 },
};

static const struct field want_fetch_input[] = {
	FIELD_WANT,
	{ 0 },
};

static const char *want_state(struct ctx *ctx, int64_t id, const char **ret_text)
{
	const char *state =
	    db_text(ctx->db, ctx->arena, SQL("SELECT state FROM want WHERE id = :id"), BIND(B_INT("id", id)));

	*ret_text =
	    db_text(ctx->db, ctx->arena, SQL("SELECT text FROM want WHERE id = :id"), BIND(B_INT("id", id)));
	return state ? state : "";
}

static bool want_open_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct want_change *in = input;
	const char *text;

	if (!HAS(in, want) || !strcmp(want_state(ctx, in->want, &text), "open"))
		return true;
	return err_field(e, "want", N_("“%s” is ordered already or dropped"), text ? text : "");
}

static bool want_fetch_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct want_change *in = input;
	const char *text;

	if (!HAS(in, want) || !strcmp(want_state(ctx, in->want, &text), "arrived"))
		return true;
	return err_field(e, "want", N_("“%s” has not come yet, or was fetched"), text ? text : "");
}

static bool want_say_changed(struct ctx *ctx, int64_t id)
{
	const char *text;

	ctx->answer->id = id;
	want_state(ctx, id, &text);
	answer_say(ctx, N_("Saved: %s"), text ? text : "");
	return true;
}

static bool want_change_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct want_change *in = input;

	(void)e;
	db_exec(
	    ctx->db,
	    SQL("UPDATE want SET part_id = coalesce(:part, part_id), qty = coalesce(:qty, qty), "
		"supplier_id = coalesce(:supplier, supplier_id), urgent = iif(:has_urgent, :urgent, urgent), "
		"ver = ver + 1 WHERE id = :id"),
	    BIND(B_ID("part", in->part), B_ID("qty", in->qty), B_ID("supplier", in->supplier),
		 B_INT("has_urgent", HAS(in, urgent)), B_INT("urgent", in->urgent), B_INT("id", in->want)));
	return want_say_changed(ctx, in->want);
}

static bool want_drop_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct want_change *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("UPDATE want SET state = 'dropped', reason = :reason, ver = ver + 1 WHERE id = :id"),
		BIND(B_TEXT("reason", in->reason), B_INT("id", in->want)));
	return want_say_changed(ctx, in->want);
}

static bool want_fetch_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct want_change *in = input;

	(void)e;
	db_exec(ctx->db, SQL("UPDATE want SET state = 'done', ver = ver + 1 WHERE id = :id"),
		BIND(B_INT("id", in->want)));
	return want_say_changed(ctx, in->want);
}

COMMAND(want_change) = {
	.name = "want.change",
	.title = N_("Change a line of the plan"),
	.help = N_("What is left out stays as it is."),
	.undo = UNDO_ROWS,
	.input = want_change_input,
	.size = sizeof(struct want_change),
	.edits = "want",
	.edits_table = "want",
	.may = want_open_may,
	.run = want_change_run,
};

COMMAND(want_drop) = {
	.name = "want.drop",
	.title = N_("Drop a line of the plan"),
	.help = N_("It is not wanted any more; the line keeps why."),
	.undo = UNDO_ROWS,
	.input = want_drop_input,
	.size = sizeof(struct want_change),
	.edits = "want",
	.edits_table = "want",
	.may = want_open_may,
	.run = want_drop_run,
};

COMMAND(want_fetch) = {
	.name = "want.fetch",
	.title = N_("Fetched"),
	.help = N_("Who waited for it has it now."),
	.undo = UNDO_ROWS,
	.input = want_fetch_input,
	.size = sizeof(struct want_change),
	.edits = "want",
	.edits_table = "want",
	.may = want_fetch_may,
	.run = want_fetch_run,
};
