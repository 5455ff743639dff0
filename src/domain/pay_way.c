/* pay_way.c - what the shop decides about ways to pay and about the levels of its cards. */
#include "domain/choice.h"
#include "domain/command.h"

/* ---- method.change ---- */

struct method_change {
	struct input input;
	int64_t method, taken, reference;
};

static const struct field method_change_input[] = {
	FIELD(method_change, method, "method", N_("Method"), VT_REF, REQUIRED, .view = "pay_methods",
	      .help = N_("The way to pay.")),
	FIELD(method_change, taken, "taken", N_("Taken here"), VT_BOOL,
	      .help = N_("No: it is refused at the till; what was paid with it stays.")),
	FIELD(method_change, reference, "needs_number", N_("Asks for a number"), VT_BOOL,
	      .help = N_("Yes: a payment without the number of its slip or transfer is refused.")),
	{ 0 },
};

static bool method_change_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct method_change *in = input;

	if (HAS(in, taken) && !in->taken &&
	    db_exists(ctx->db, SQL("SELECT 1 FROM pay_method WHERE id = :id AND code = 'cash'"),
		      BIND(B_INT("id", in->method))))
		return err_field(e, "taken", N_("Cash is always taken"));
	db_exec(ctx->db,
		SQL("UPDATE pay_method SET active = iif(:has_taken, :taken, active), reference = "
		    "iif(:has_number, "
		    ":number, reference), ver = ver + 1 WHERE id = :id"),
		BIND(B_INT("has_taken", HAS(in, taken)), B_INT("taken", in->taken),
		     B_INT("has_number", HAS(in, reference)), B_INT("number", in->reference),
		     B_INT("id", in->method)));
	ctx->answer->id = in->method;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(method_change) = {
	.name = "method.change",
	.title = N_("Change a way to pay"),
	.help = N_("Whether it is taken here, and whether its number is asked for."),
	.undo = UNDO_ROWS,
	.input = method_change_input,
	.size = sizeof(struct method_change),
	.edits = "method",
	.edits_table = "pay_method",
	.run = method_change_run,
};

/* ---- card_level.add, card_level.change ---- */

struct level {
	struct input input;
	int64_t level, labour_discount, part_discount, gift_rate;
	const char *code, *name;
};

#define LEVEL_RATES_                                                                                         \
	FIELD(level, labour_discount, "labour_discount", N_("Off labour"), VT_RATE, .max = 10000,            \
	      .help = N_("Percent that a holder pays less for labour; proposed at the settlement.")),        \
	    FIELD(level, part_discount, "part_discount", N_("Off parts"), VT_RATE, .max = 10000,             \
		  .help = N_("Percent that a holder pays less for parts; proposed at the settlement.")),     \
	    FIELD(level, gift_rate, "gift_rate", N_("Gift at top-up"), VT_RATE, .max = 10000,                \
		  .help = N_("Percent of a top-up that the shop puts on top; proposed there."))

static const struct field level_add_input[] = {
	FIELD(level, code, "code", N_("Code"), VT_CODE, REQUIRED, .max = 12,
	      .help = N_("Short, in capitals: GOLD, STAFF.")),
	FIELD(level, name, "name", N_("Card level"), VT_TEXT, REQUIRED, .max = 24,
	      .help = N_("As customers call it.")),
	LEVEL_RATES_,
	{ 0 },
};

static const struct field level_change_input[] = {
	FIELD(level, level, "level", N_("Card level"), VT_REF, REQUIRED, .view = "card_levels",
	      .help = N_("The level that changes, for all its cards.")),
	LEVEL_RATES_,
	{ 0 },
};

static bool level_add_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct level *in = input;

	return !HAS(in, code) ||
	       !db_exists(ctx->db, SQL("SELECT 1 FROM card_level WHERE code = :code"),
			  BIND(B_TEXT("code", in->code))) ||
	       err_field(e, "code", N_("There is a card level %s already"), in->code);
}

static bool level_add_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct level *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("INSERT INTO card_level (code, title, labour_discount, part_discount, gift_rate) VALUES "
		    "(:code, "
		    ":title, :labour, :parts, :gift)"),
		BIND(B_TEXT("code", in->code), B_TEXT("title", in->name),
		     B_INT("labour", in->labour_discount), B_INT("parts", in->part_discount),
		     B_INT("gift", in->gift_rate)));
	ctx->answer->id = db_last_id(ctx->db);
	answer_say(ctx, N_("%s is written down"), in->name);
	return true;
}

static bool level_change_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct level *in = input;

	(void)e;
	db_exec(
	    ctx->db,
	    SQL("UPDATE card_level SET labour_discount = iif(:has_labour, :labour, labour_discount), "
		"part_discount = iif(:has_parts, :parts, part_discount), gift_rate = iif(:has_gift, :gift, "
		"gift_rate), ver = ver + 1 WHERE id = :id"),
	    BIND(B_INT("has_labour", HAS(in, labour_discount)), B_INT("labour", in->labour_discount),
		 B_INT("has_parts", HAS(in, part_discount)), B_INT("parts", in->part_discount),
		 B_INT("has_gift", HAS(in, gift_rate)), B_INT("gift", in->gift_rate),
		 B_INT("id", in->level)));
	ctx->answer->id = in->level;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(level_add) = {
	.name = "card_level.add",
	.title = N_("New card level"),
	.help = N_("What a kind of card takes off labour and parts, and the gift at a top-up."),
	.undo = UNDO_ROWS,
	.input = level_add_input,
	.size = sizeof(struct level),
	.may = level_add_may,
	.run = level_add_run,
};

COMMAND(level_change) = {
	.name = "card_level.change",
	.title = N_("Change a card level"),
	.help = N_("What it takes off labour and parts, and the gift at a top-up."),
	.undo = UNDO_ROWS,
	.input = level_change_input,
	.size = sizeof(struct level),
	.edits = "level",
	.edits_table = "card_level",
	.run = level_change_run,
};
