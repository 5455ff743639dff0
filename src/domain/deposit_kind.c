/* deposit_kind.c - the things that the shop takes deposits on, and how much is usual. */
#include "base/muldiv.h"
#include "domain/command.h"

struct thing {
	struct input input;
	int64_t kind, amount, active;
	const char *code, *title;
};

static const struct field thing_input[] = {
	FIELD(thing, code, "code", N_("Code"), VT_CODE, REQUIRED, .max = 12,
	      .help = N_("A short word for scripts and for finding it: BATTERY.")),
	FIELD(thing, title, "title", N_("Name"), VT_TEXT, REQUIRED, .max = 30,
	      .help = N_("What the receipt calls the thing.")),
	FIELD(thing, amount, "amount", N_("Usual deposit"), VT_MONEY, STOP, .min = 1, .max = MONEY_MAX,
	      .help = N_("Taken where no other amount is typed. Empty: it is asked for each time.")),
	{ 0 },
};

static bool thing_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct thing *in = input;

	return !HAS(in, code) ||
	       !db_exists(ctx->db, SQL("SELECT 1 FROM thing_kind WHERE code = :code"),
			  BIND(B_TEXT("code", in->code))) ||
	       err_field(e, "code", N_("There is a thing %s already"), in->code);
}

static bool thing_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct thing *in = input;

	(void)e;
	db_exec(ctx->db, SQL("INSERT INTO thing_kind (code, title, amount) VALUES (:code, :title, :amount)"),
		BIND(B_TEXT("code", in->code), B_TEXT("title", in->title), B_ID("amount", in->amount)));
	ctx->answer->id = db_last_id(ctx->db);
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(deposit_kind) = {
	.name = "deposit.kind",
	.title = N_("New thing for deposits"),
	.help = N_("Something that is lent or owed, with the deposit that is usual for it."),
	.undo = UNDO_ROWS,
	.input = thing_input,
	.size = sizeof(struct thing),
	.may = thing_may,
	.run = thing_run,
};

static const struct field thing_change_input[] = {
	FIELD(thing, kind, "kind", N_("For what"), VT_REF, REQUIRED, .view = "all_thing_kinds",
	      .help = N_("The thing, by its code or name.")),
	FIELD(thing, title, "title", N_("Name"), VT_TEXT, STOP, .max = 30,
	      .help = N_("What lists and receipts call the thing from now on.")),
	FIELD(thing, amount, "amount", N_("Usual deposit"), VT_MONEY, STOP, .min = 0, .max = MONEY_MAX,
	      .help = N_("Taken where no other amount is typed; 0: it is asked for each time.")),
	FIELD(thing, active, "active", N_("In use"), VT_BOOL, .max = 1,
	      .help = N_("No: no new deposit is taken on it; those that lie here go back as before.")),
	{ 0 },
};

static bool thing_change_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct thing *in = input;

	(void)e;
	db_exec(
	    ctx->db,
	    SQL("UPDATE thing_kind SET title = coalesce(:title, title), amount = iif(:priced, "
		"nullif(:amount, 0), amount), active = iif(:has, :active, active), ver = ver + 1 WHERE id "
		"= :id"),
	    BIND(B_TEXT("title", in->title), B_INT("priced", HAS(in, amount)), B_INT("amount", in->amount),
		 B_INT("has", HAS(in, active)), B_INT("active", in->active), B_INT("id", in->kind)));
	ctx->answer->id = in->kind;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(deposit_kind_change) = {
	.name = "deposit.kind_change",
	.title = N_("Change a thing for deposits"),
	.help = N_("Its name, the usual deposit, and whether it is in use."),
	.undo = UNDO_ROWS,
	.input = thing_change_input,
	.size = sizeof(struct thing),
	.edits = "kind",
	.edits_table = "thing_kind",
	.run = thing_change_run,
};
