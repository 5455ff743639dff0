/* till.c - the tills, and who works at which: a shift begins with the float that comes from the safe. */
#include "domain/till.h"

#include "base/date.h"
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/document.h"
#include "domain/ledger.h"

int64_t till_shift_of(struct ctx *ctx, int64_t till_id)
{
	return db_int(ctx->db, SQL("SELECT id FROM till_shift WHERE till_id = :till AND closed_at IS NULL"),
		      BIND(B_INT("till", till_id)), 0);
}

const char *till_title(struct ctx *ctx, int64_t till_id)
{
	const char *title = db_text(ctx->db, ctx->arena, SQL("SELECT title FROM till WHERE id = :id"),
				    BIND(B_INT("id", till_id)));

	return title ? tr(ctx->lang, title) : "";
}

int64_t till_shift(struct ctx *ctx, struct err *e)
{
	struct cur *c;
	int64_t id = 0;
	int n = 0;

	if (ctx->till_id) {
		id = till_shift_of(ctx, ctx->till_id);
		if (!id)
			err_set(e, ERR_NO, N_("The till %s is not open. Open it first (till.open)"),
				till_title(ctx, ctx->till_id));
		return id;
	}
	c = db_open(ctx->db,
		    SQL("SELECT id FROM till_shift WHERE opened_by = :user AND closed_at IS NULL LIMIT 2"),
		    BIND(B_INT("user", ctx->user_id)));
	for (; cur_next(c); n++)
		id = cur_int(c, 0);
	if (n == 1)
		return id;
	if (n)
		err_set(e, ERR_NO,
			N_("You have more than one open till. Say which one takes the money (--till)"));
	else
		err_set(e, ERR_NO,
			N_("You have no open till. Open one first (till.open), or say which one takes the "
			   "money (--till)"));
	return 0;
}

const char *till_left_open(struct ctx *ctx)
{
	struct cur *c;
	const char *text = NULL;

	if (!may_right(ctx, "till.close"))
		return NULL;
	c = db_open(
	    ctx->db,
	    SQL("SELECT t.title, s.opened_at, u.title FROM till_shift s JOIN till t ON t.id = s.till_id "
		"JOIN user u ON u.id = s.opened_by JOIN document d ON d.id = s.open_document_id "
		"WHERE s.closed_at IS NULL AND d.day < :today AND (s.opened_by = :user OR :any) "
		"ORDER BY s.opened_by = :user DESC, s.id LIMIT 1"),
	    BIND(B_INT("today", ctx->today), B_INT("user", ctx->user_id),
		 B_INT("any", may_right(ctx, "till.close_other"))));
	if (cur_next(c)) {
		text = arena_printf(
		    ctx->arena, tr(ctx->lang, N_("%s is open since %s (%s): count and close it")),
		    tr(ctx->lang, cur_text(c, 0)), time_text(ctx->arena, cur_int(c, 1), ctx->offset_minutes),
		    cur_text(c, 2));
		cur_close(c);
	}
	return text;
}

void till_fill_own(struct ctx *ctx, struct args *args)
{
	int64_t till = ctx->till_id;

	if (args_get(args, "till"))
		return;
	if (!till)
		till = db_int(ctx->db,
			      SQL("SELECT iif(count(*) = 1, min(till_id), NULL) FROM till_shift WHERE "
				  "opened_by = :user "
				  "AND closed_at IS NULL"),
			      BIND(B_INT("user", ctx->user_id)), 0);
	if (till)
		args_set_id(args, "till", till);
}

/* ---- till.open ---- */

struct till_open {
	struct input input;
	int64_t till, float_amount;
};

static const struct field till_open_input[] = {
	FIELD(till_open, till, "till", N_("Till"), VT_REF, REQUIRED, .view = "tills",
	      .help = N_("The drawer; a shop with one till need not name it.")),
	FIELD(till_open, float_amount, "float", N_("Float"), VT_MONEY, REQUIRED, .max = MONEY_MAX,
	      .help = N_("The change that lies in the drawer at the start; it comes from the safe.")),
	{ 0 },
};

static bool till_open_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct till_open *in = input;
	struct cur *c;
	const char *who;
	int64_t at;

	if (!HAS(in, till))
		return true;
	c = db_open(ctx->db,
		    SQL("SELECT u.title, s.opened_at FROM till_shift s JOIN user u ON u.id = s.opened_by "
			"WHERE s.till_id = :till AND s.closed_at IS NULL"),
		    BIND(B_INT("till", in->till)));
	if (!cur_next(c))
		return true;
	who = arena_strdup(ctx->arena, cur_text(c, 0));
	at = cur_int(c, 1);
	cur_close(c);
	return err_field(e, "till", N_("%s has been open since %s (%s). Close it first (till.close)"),
			 till_title(ctx, in->till), time_text(ctx->arena, at, ctx->offset_minutes), who);
}

static bool till_open_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct till_open *in = input;
	struct posting *p = posting_new(ctx->arena);
	int64_t document = document_post(
		    ctx, &(struct document){ .kind = DOC_TILL_OPEN, .amount = in->float_amount }),
		shift;

	db_exec(ctx->db,
		SQL("INSERT INTO till_shift (till_id, opened_at, opened_by, open_document_id, float_amount) "
		    "VALUES (:till, :at, :user, :document, :float)"),
		BIND(B_INT("till", in->till), B_INT("at", ctx->now), B_INT("user", ctx->user_id),
		     B_INT("document", document), B_INT("float", in->float_amount)));
	shift = db_last_id(ctx->db);
	posting_add(
	    p, (struct posting_line){ .account = ACC_CASH, .amount = in->float_amount, .shift_id = shift });
	posting_add(p, (struct posting_line){ .account = ACC_SAFE, .amount = -in->float_amount });
	answer_add_int(ctx, "shift", shift);
	answer_say(ctx, N_("%s: %s is open with %s"), ctx->answer->number, till_title(ctx, in->till),
		   money_text(ctx->arena, in->float_amount));
	return ledger_post(ctx, document, p, e);
}

/* The till that is meant where there is only one. */
static void till_fill(struct ctx *ctx, struct args *args)
{
	int64_t till = ctx->till_id;

	if (args_get(args, "till"))
		return;
	if (!till)
		till = db_int(ctx->db, SQL("SELECT iif(count(*) = 1, min(id), NULL) FROM till"), NULL, 0);
	if (till)
		args_set_id(args, "till", till);
}

COMMAND(till_open) = {
	.name = "till.open",
	.title = N_("Open a till"),
	.help = N_("Begins a shift with the float that lies in the drawer."),
	.undo = UNDO_NONE,
	.input = till_open_input,
	.size = sizeof(struct till_open),
	.fill = till_fill,
	.may = till_open_may,
	.run = till_open_run,
};

/* ---- till.add ---- */

struct till_add {
	struct input input;
	const char *code, *name;
};

static const struct field till_add_input[] = {
	FIELD(till_add, code, "code", N_("Code"), VT_CODE, REQUIRED, .max = 6,
	      .help = N_("Short, in capitals: T2, BAR. It stands on closings and in lists.")),
	FIELD(till_add, name, "name", N_("Till"), VT_TEXT, REQUIRED, .max = 24,
	      .help = N_("Where it stands, as people call it.")),
	{ 0 },
};

static bool till_add_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct till_add *in = input;

	return !HAS(in, code) ||
	       !db_exists(ctx->db, SQL("SELECT 1 FROM till WHERE code = :code"),
			  BIND(B_TEXT("code", in->code))) ||
	       err_field(e, "code", N_("There is a till %s already"), in->code);
}

static bool till_add_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct till_add *in = input;

	(void)e;
	db_exec(ctx->db, SQL("INSERT INTO till (code, title) VALUES (:code, :title)"),
		BIND(B_TEXT("code", in->code), B_TEXT("title", in->name)));
	ctx->answer->id = db_last_id(ctx->db);
	answer_say(ctx, N_("%s is written down"), in->name);
	return true;
}

COMMAND(till_add) = {
	.name = "till.add",
	.title = N_("New till"),
	.help = N_("One more drawer, with shifts of its own."),
	.undo = UNDO_ROWS,
	.input = till_add_input,
	.size = sizeof(struct till_add),
	.may = till_add_may,
	.run = till_add_run,
};
