/* price_level.c - levels A to E: what they are, whose they are, and prices of a part's own at them. */
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/choice.h"
#include "domain/part.h"

/* ---- price_level.change ---- */

struct price_level {
	struct input input;
	int64_t level, factor;
	const char *title, *basis;
};

static const struct field price_level_input[] = {
	FIELD(price_level, level, "level", N_("Level"), VT_REF, REQUIRED, .view = "price_levels",
	      .help = N_("The price level, A to E.")),
	FIELD(price_level, title, "title", N_("Title"), VT_TEXT, STOP, .max = 24,
	      .help = N_("What people call it.")),
	FIELD(price_level, basis, "basis", N_("Made of"), VT_CHOICE, STOP, .choices = choice_price_basis,
	      .help = N_("The list price, or what the part cost (its average).")),
	FIELD(price_level, factor, "factor", N_("Factor"), VT_RATE, STOP, .max = 100000,
	      .help =
		  N_("85 is 15 percent less, 110 is 10 percent more; prices of a part's own go before it.")),
	{ 0 },
};

static bool price_level_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct price_level *in = input;

	(void)ctx;
	return !HAS(in, level) || in->level != 1 || (!HAS(in, factor) && !HAS(in, basis)) ||
	       err_field(e, "factor", N_("Level A is the list price itself"));
}

static bool price_level_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct price_level *in = input;

	(void)e;
	db_exec(
	    ctx->db,
	    SQL("UPDATE price_level SET title = coalesce(:title, title), basis = coalesce(:basis, basis), "
		"factor = iif(:has_factor, :factor, factor), ver = ver + 1 WHERE id = :id"),
	    BIND(B_TEXT("title", in->title), B_TEXT("basis", in->basis), B_INT("has_factor", HAS(in, factor)),
		 B_INT("factor", in->factor), B_INT("id", in->level)));
	ctx->answer->id = in->level;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(price_level_change) = {
	.name = "price_level.change",
	.title = N_("Change a price level"),
	.help = N_("What a level is called and how its prices are made."),
	.undo = UNDO_ROWS,
	.input = price_level_input,
	.size = sizeof(struct price_level),
	.edits = "level",
	.edits_table = "price_level",
	.may = price_level_may,
	.run = price_level_run,
};

/* ---- customer_class.change ---- */

struct class_change {
	struct input input;
	int64_t class_id, level;
	const char *title;
};

static const struct field class_change_input[] = {
	FIELD(class_change, class_id, "class", N_("Customer class"), VT_REF, REQUIRED,
	      .view = "customer_classes", .help = N_("The class of customers, by its code or name.")),
	FIELD(class_change, title, "title", N_("Title"), VT_TEXT, STOP, .max = 24,
	      .help = N_("What people call it.")),
	FIELD(class_change, level, "level", N_("Price level"), VT_REF, STOP, .view = "price_levels",
	      .help = N_("What parts cost the customers of this class.")),
	{ 0 },
};

static bool class_change_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct class_change *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("UPDATE customer_class SET title = coalesce(:title, title), "
		    "level_id = iif(:has_level, :level, level_id), ver = ver + 1 WHERE id = :id"),
		BIND(B_TEXT("title", in->title), B_INT("has_level", HAS(in, level)),
		     B_INT("level", in->level), B_INT("id", in->class_id)));
	ctx->answer->id = in->class_id;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(customer_class_change) = {
	.name = "customer_class.change",
	.title = N_("Change a customer class"),
	.help = N_("What a class of customers is called, and its price level."),
	.undo = UNDO_ROWS,
	.input = class_change_input,
	.size = sizeof(struct class_change),
	.edits = "class",
	.edits_table = "customer_class",
	.run = class_change_run,
};

/* ---- part.level ---- */

struct part_level {
	struct input input;
	int64_t part, level, price;
};

static const struct field part_level_input[] = {
	FIELD(part_level, part, "part", N_("Part"), VT_REF, REQUIRED, .view = "parts",
	      .help = N_("The part: code, barcode, maker's number, name or first letters.")),
	FIELD(part_level, level, "level", N_("Level"), VT_REF, REQUIRED, .view = "price_levels",
	      .help = N_("The price level, A to E.")),
	FIELD(part_level, price, "price", N_("Price"), VT_MONEY, STOP, .max = MONEY_MAX,
	      .help = N_("For one unit at this level; empty goes back to the level's factor.")),
	{ 0 },
};

static bool part_level_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct part_level *in = input;

	(void)ctx;
	return !HAS(in, level) || in->level != 1 ||
	       err_field(e, "level", N_("Level A is the list price itself. Change it on the part"));
}

static bool part_level_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct part_level *in = input;

	(void)e;
	if (HAS(in, price))
		db_exec(ctx->db,
			SQL("INSERT INTO part_level_price (part_id, level_id, price) VALUES (:part, :level, "
			    ":price) "
			    "ON CONFLICT (part_id, level_id) DO UPDATE SET price = excluded.price, ver = ver "
			    "+ 1"),
			BIND(B_INT("part", in->part), B_INT("level", in->level), B_INT("price", in->price)));
	else
		db_exec(ctx->db,
			SQL("DELETE FROM part_level_price WHERE part_id = :part AND level_id = :level"),
			BIND(B_INT("part", in->part), B_INT("level", in->level)));
	ctx->answer->id = in->part;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(part_level) = {
	.name = "part.level",
	.title = N_("Price of a part at a level"),
	.help = N_("A price that a part has of its own at a level, whatever the level's factor is."),
	.undo = UNDO_ROWS,
	.input = part_level_input,
	.size = sizeof(struct part_level),
	.may = part_level_may,
	.run = part_level_run,
};
