/* price_change.c - prices change by a document: what they were and what they are, by whom and why. */
#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/document.h"
#include "domain/part.h"

struct price_line {
	struct input input;
	int64_t part, price;
};

struct price_change {
	struct input input;
	int64_t level, category, factor;
	struct lines lines;
};

static const struct field price_line_input[] = {
	FIELD(price_line, part, "part", N_("Part"), VT_REF, REQUIRED, .view = "parts",
	      .help = N_("The part: code, barcode, maker's number, name or first letters.")),
	FIELD(price_line, price, "price", N_("New price"), VT_MONEY, REQUIRED, .max = MONEY_MAX,
	      .help = N_("For one unit, tax included; 0 is a gift.")),
	{ 0 },
};

static const struct field price_change_input[] = {
	FIELD(price_change, level, "level", N_("Level"), VT_REF, .view = "price_levels",
	      .help = N_("Whose price it is; the list price where none is named.")),
	FIELD(price_change, category, "category", N_("Category"), VT_REF, STOP, .view = "part_categories",
	      .help = N_("With a factor: all parts of it change at once.")),
	FIELD(price_change, factor, "factor", N_("Factor"), VT_RATE, STOP, .max = 100000,
	      .help = N_("For the category: 105 makes everything 5 percent dearer, rounded to ten fen.")),
	LINES(price_change, lines, "lines", N_("Parts"), price_line_input, price_line, 200,
	      .help = N_("Single parts with their new prices.")),
	{ 0 },
};

static bool price_change_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct price_change *in = input;

	(void)ctx;
	if (HAS(in, category) && HAS(in, lines))
		return err_field(e, "category", N_("Either a category with a factor, or single parts"));
	return true;
}

/* The price that a part has at a level now; false: none of its own. */
static bool price_now(struct ctx *ctx, int64_t part, int64_t level, int64_t *ret)
{
	struct cur *c =
	    db_open(ctx->db,
		    SQL("SELECT price FROM part WHERE :level = 0 AND id = :part UNION ALL "
			"SELECT price FROM part_level_price WHERE part_id = :part AND level_id = :level"),
		    BIND(B_INT("part", part), B_INT("level", level)));

	if (!cur_next(c))
		return false;
	*ret = cur_int(c, 0);
	cur_close(c);
	return true;
}

static void price_set(struct ctx *ctx, int64_t document, int64_t part, int64_t level, int64_t price)
{
	int64_t before = 0;
	bool had = price_now(ctx, part, level, &before);

	db_exec(ctx->db,
		SQL("INSERT INTO price_change_line (document_id, part_id, level_id, before, after) "
		    "VALUES (:document, :part, :level, iif(:had, :before, NULL), :after)"),
		BIND(B_INT("document", document), B_INT("part", part), B_ID("level", level),
		     B_INT("had", had), B_INT("before", before), B_INT("after", price)));
	if (!level)
		db_exec(ctx->db, SQL("UPDATE part SET price = :price, ver = ver + 1 WHERE id = :part"),
			BIND(B_INT("price", price), B_INT("part", part)));
	else
		db_exec(ctx->db,
			SQL("INSERT INTO part_level_price (part_id, level_id, price) VALUES (:part, :level, "
			    ":price) "
			    "ON CONFLICT (part_id, level_id) DO UPDATE SET price = excluded.price, ver = ver "
			    "+ 1"),
			BIND(B_INT("part", part), B_INT("level", level), B_INT("price", price)));
}

/* Every part of a category, its list price by the factor. */
static size_t price_category(struct ctx *ctx, const struct price_change *in, int64_t document, int64_t level)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT id, price FROM part WHERE category_id = :category AND active = 1 ORDER BY id"),
	    BIND(B_INT("category", in->category)));
	int64_t(*part)[2] = NULL;
	size_t n = 0;

	while (cur_next(c)) {
		ARENA_MORE(ctx->arena, part, n);
		part[n][0] = cur_int(c, 0);
		part[n++][1] = cur_int(c, 1);
	}
	for (size_t i = 0; i < n; i++)
		price_set(ctx, document, part[i][0], level,
			  muldiv(muldiv(part[i][1], in->factor, 10000), 1, 10) * 10);
	return n;
}

static bool price_change_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct price_change *in = input;
	int64_t level = in->level == 1 ? 0 : in->level, document;
	size_t n = in->lines.n;

	if (!n && (!in->category || !HAS(in, factor)))
		return err_field(e, "lines",
				 N_("Which prices change? Name parts, or a category and a factor"));
	document = document_post(ctx, &(struct document){ .kind = DOC_PRICE_CHANGE });
	for (size_t i = 0; i < in->lines.n; i++) {
		const struct price_line *l = LINE_AT(in->lines, struct price_line, i);

		price_set(ctx, document, l->part, level, l->price);
	}
	if (!n)
		n = price_category(ctx, in, document, level);
	if (!n)
		return err_field(e, "category", N_("No part is in this category"));
	answer_say(ctx, N_("%s: %d prices are changed"), ctx->answer->number, (int)n);
	return true;
}

COMMAND(price_change) = {
	.name = "price.change",
	.title = N_("Change prices"),
	.help = N_("New prices by a document that keeps what they were; work orders that stand keep theirs."),
	.undo = UNDO_NONE,
	.input = price_change_input,
	.size = sizeof(struct price_change),
	.prints = "price_change",
	.may = price_change_may,
	.run = price_change_run,
};
