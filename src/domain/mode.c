/* mode.c - repair modes: the pricing rule that a work order follows, and prices of a mode's own. */
#include "domain/mode.h"

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/choice.h"

int64_t mode_price(struct ctx *ctx, int64_t mode_id, int64_t part_id, int64_t labour_id, int64_t list_price)
{
	int64_t share = 10000, base = list_price, own = -1;
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT iif(:labour, m.labour_factor, m.parts_factor), "
		"iif(:part AND m.parts_from = 'cost', coalesce(p.last_cost, muldiv(v.value, 1000, "
		"nullif(v.qty, "
		"0))), NULL), "
		"iif(:part, (SELECT price FROM mode_price WHERE mode_id = m.id AND part_id = :part), "
		"(SELECT price FROM mode_price WHERE mode_id = m.id AND labour_id = :labour)) "
		"FROM repair_mode m LEFT JOIN part p ON p.id = :part LEFT JOIN stock_value v ON v.id = p.id "
		"WHERE m.id = :mode"),
	    BIND(B_INT("labour", labour_id), B_INT("part", part_id), B_INT("mode", mode_id)));

	if (cur_next(c)) {
		share = cur_int(c, 0);
		base = cur_null(c, 1) ? list_price : cur_int(c, 1);
		own = cur_null(c, 2) ? -1 : cur_int(c, 2);
		cur_close(c);
	}
	return own >= 0 ? own : muldiv(base, share, 10000);
}

/* ---- repair_mode.add, repair_mode.change ---- */

struct mode_edit {
	struct input input;
	int64_t mode, parts, labour, hide_amounts, payer;
	const char *code, *title, *parts_from, *bears;
};

#define FIELDS_RULE                                                                                          \
	FIELD(mode_edit, parts, "parts", N_("Parts at"), VT_RATE, .min = 0, .max = 100000,                   \
	      .help = N_("A share of the price they start from; below 100%: a discount, above: an extra.")), \
	    FIELD(mode_edit, labour, "labour", N_("Labour at"), VT_RATE, .min = 0, .max = 100000,            \
		  .help = N_("Of the price in the labour list.")),                                           \
	    FIELD(mode_edit, parts_from, "parts_from", N_("Parts from"), VT_CHOICE,                          \
		  .choices = choice_parts_from,                                                              \
		  .help = N_("The list's price, or what the part last cost (cost plus).")),                  \
	    FIELD(mode_edit, bears, "bears", N_("Borne by"), VT_CHOICE, .choices = choice_line_bearer,       \
		  .help = N_("Who bears the lines of such a work order unless a line says otherwise.")),     \
	    FIELD(mode_edit, payer, "payer", N_("Payer"), VT_REF, .view = "parties",                         \
		  .help = N_("Who is billed then: the maker's or another company's account.")),              \
	    FIELD(mode_edit, hide_amounts, "hide_amounts", N_("Without amounts"), VT_BOOL, .max = 1,         \
		  .help = N_("Yes: papers of such a work order are printed without prices and amounts."))

static const struct field mode_add_input[] = {
	FIELD(mode_edit, code, "code", N_("Code"), VT_TEXT, REQUIRED, .max = 20,
	      .help = N_("A short word by which forms and scripts name it.")),
	FIELD(mode_edit, title, "title", N_("Repair mode"), VT_TEXT, REQUIRED, .max = 24,
	      .help = N_("What it is called on the screen and on paper.")),
	FIELDS_RULE,
	{ 0 },
};

static const struct field mode_change_input[] = {
	FIELD(mode_edit, mode, "mode", N_("Repair mode"), VT_REF, REQUIRED, .view = "repair_modes",
	      .help = N_("Which one; work orders that stand keep their prices.")),
	FIELD(mode_edit, title, "title", N_("New name"), VT_TEXT, .max = 24,
	      .help = N_("What it is called from now on; empty keeps the name.")),
	FIELDS_RULE,
	{ 0 },
};

static bool mode_add_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct mode_edit *in = input;

	return !HAS(in, code) ||
	       !db_exists(ctx->db, SQL("SELECT 1 FROM repair_mode WHERE code = :code"),
			  BIND(B_TEXT("code", in->code))) ||
	       err_field(e, "code", N_("There is a repair mode %s already"), in->code);
}

static void mode_rule(struct ctx *ctx, const struct mode_edit *in, int64_t id)
{
	db_exec(
	    ctx->db,
	    SQL("UPDATE repair_mode SET title = coalesce(:title, title), "
		"parts_factor = iif(:has_parts, :parts, parts_factor), "
		"labour_factor = iif(:has_labour, :labour, labour_factor), "
		"parts_from = coalesce(:from, parts_from), bears = coalesce(:bears, bears), "
		"payer_id = coalesce(:payer, payer_id), hide_amounts = iif(:has_hide, :hide, hide_amounts), "
		"ver = ver + 1 WHERE id = :id"),
	    BIND(B_TEXT("title", in->title), B_INT("has_parts", HAS(in, parts)), B_INT("parts", in->parts),
		 B_INT("has_labour", HAS(in, labour)), B_INT("labour", in->labour),
		 B_TEXT("from", in->parts_from), B_TEXT("bears", in->bears), B_ID("payer", in->payer),
		 B_INT("has_hide", HAS(in, hide_amounts)), B_INT("hide", in->hide_amounts), B_INT("id", id)));
	ctx->answer->id = id;
}

static bool mode_add_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct mode_edit *in = input;

	(void)e;
	db_exec(ctx->db, SQL("INSERT INTO repair_mode (code, title) VALUES (:code, :title)"),
		BIND(B_TEXT("code", in->code), B_TEXT("title", in->title)));
	mode_rule(ctx, in, db_last_id(ctx->db));
	answer_say(ctx, N_("%s is written down"), in->title);
	return true;
}

static bool mode_change_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct mode_edit *in = input;

	(void)e;
	mode_rule(ctx, in, in->mode);
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(repair_mode_add) = {
	.name = "repair_mode.add",
	.title = N_("New repair mode"),
	.help = N_("A pricing rule for work orders: shares of the list, cost plus, claims without amounts."),
	.undo = UNDO_ROWS,
	.input = mode_add_input,
	.size = sizeof(struct mode_edit),
	.may = mode_add_may,
	.run = mode_add_run,
};

COMMAND(repair_mode_change) = {
	.name = "repair_mode.change",
	.title = N_("Change a repair mode"),
	.help = N_("Its pricing rule from now on; work orders that stand keep their prices."),
	.undo = UNDO_ROWS,
	.input = mode_change_input,
	.size = sizeof(struct mode_edit),
	.edits = "mode",
	.edits_table = "repair_mode",
	.run = mode_change_run,
};

/* ---- repair_mode.price ---- */

struct mode_own {
	struct input input;
	int64_t mode, part, labour, price;
};

static const struct field mode_own_input[] = {
	FIELD(mode_own, mode, "mode", N_("Repair mode"), VT_REF, REQUIRED, .view = "repair_modes",
	      .help = N_("The mode that has its own price for the part or labour item.")),
	FIELD(mode_own, part, "part", N_("Part"), VT_REF, STOP, .view = "parts",
	      .help = N_("The part that it is for; or a labour item below.")),
	FIELD(mode_own, labour, "labour", N_("Labour item"), VT_REF, .view = "labour",
	      .help = N_("The labour item that it is for, where it is no part.")),
	FIELD(mode_own, price, "price", N_("Price"), VT_MONEY, STOP, .min = 0, .max = MONEY_MAX,
	      .help = N_("For one unit, before every share; empty takes the mode's own price away.")),
	{ 0 },
};

static bool mode_own_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct mode_own *in = input;

	(void)ctx;
	return !HAS(in, part) || !HAS(in, labour) ||
	       err_field(e, "labour", N_("Name a part or a labour item, not both"));
}

static bool mode_own_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct mode_own *in = input;

	if (!in->part && !in->labour)
		return err_field(e, "part", N_("Say for which part or labour item the price is"));
	db_exec(
	    ctx->db,
	    SQL("DELETE FROM mode_price WHERE mode_id = :mode AND part_id IS :part AND labour_id IS :labour"),
	    BIND(B_INT("mode", in->mode), B_ID("part", in->part), B_ID("labour", in->labour)));
	if (HAS(in, price))
		db_exec(ctx->db,
			SQL("INSERT INTO mode_price (mode_id, part_id, labour_id, price) VALUES (:mode, "
			    ":part, :labour, "
			    ":price)"),
			BIND(B_INT("mode", in->mode), B_ID("part", in->part), B_ID("labour", in->labour),
			     B_INT("price", in->price)));
	ctx->answer->id = in->mode;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(repair_mode_price) = {
	.name = "repair_mode.price",
	.title = N_("A mode's own price"),
	.help = N_("The price of a part or labour item under this mode, such as under the three guarantees."),
	.undo = UNDO_ROWS,
	.input = mode_own_input,
	.size = sizeof(struct mode_own),
	.may = mode_own_may,
	.run = mode_own_run,
};
