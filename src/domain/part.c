/* part.c - parts: what is sold, kept and fitted. */
#include "domain/part.h"

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/search.h"
#include "domain/stock_batch.h"

#define WORDS_MOST 120 /* texts that lead to one part */

struct part_add {
	struct input input;
	const char *code, *name, *unit, *barcode, *maker_no, *brand, *category, *bin;
	int64_t price, min, max;
	const char *grade, *hint;
	int64_t step, hot, companion, core_price, batch;
};

/* What both commands take besides. */
#define PART_MORE(s)                                                                                         \
	FIELD(s, grade, "grade", N_("Grade"), VT_TEXT, .max = 20,                                            \
	      .help =                                                                                        \
		  N_("Original, brand, used, reconditioned: as this shop says it; it stands on papers.")),   \
	    FIELD(s, step, "step", N_("Smallest quantity"), VT_QTY, .min = 1, .max = QTY_MAX,                \
		  .help =                                                                                    \
		      N_("1 for what goes by the piece, 0.1 for a tenth of a litre: quantities that are no " \
			 "multiple of it are refused.")),                                                    \
	    FIELD(s, hot, "hot", N_("In demand"), VT_BOOL, .max = 1,                                         \
		  .help = N_("Yes: stands first where parts are looked for at the counter.")),               \
	    FIELD(s, hint, "hint", N_("Said when it is sold"), VT_TEXT, .max = 60,                           \
		  .help =                                                                                    \
		      N_("One line that the counter shows with this part, such as: fits two models, ask.")), \
	    FIELD(s, companion, "companion", N_("Goes well with"), VT_REF, .view = "parts",                  \
		  .help = N_("The part that is recommended when this one is sold.")),                        \
	    FIELD(s, batch, "batch", N_("Kept by batch"), VT_BOOL, .max = 1,                                 \
		  .help = N_("Yes: receipts ask for batch and expiry, and what expires first goes out "      \
			     "first. A category can say so for all its parts.")),                            \
	    FIELD(s, core_price, "core_price", N_("Deposit on the core"), VT_MONEY, .max = MONEY_MAX,        \
		  .help = N_("What is charged until the old core comes back; 0: none."))

static const struct field part_add_input[] = {
	FIELD(part_add, code, "code", N_("Code"), VT_CODE, REQUIRED, .max = 40,
	      .help = N_("Short and never used twice; it is what people type and scan.")),
	FIELD(part_add, name, "name", N_("Description"), VT_TEXT, REQUIRED, .max = 80,
	      .help = N_("As it stands on bills; people find it by the first letters of its words too.")),
	FIELD(part_add, price, "price", N_("Price"), VT_MONEY, REQUIRED, .max = MONEY_MAX,
	      .help = N_("For one unit, tax included.")),
	FIELD(part_add, unit, "unit", N_("Unit"), VT_TEXT, .max = 12,
	      .help = N_("Piece, litre, set: what a quantity counts.")),
	FIELD(part_add, barcode, "barcode", N_("Barcode"), VT_CODE, .max = 40,
	      .help = N_("What the scanner reads on its box.")),
	FIELD(part_add, maker_no, "maker_no", N_("Maker's number"), VT_CODE, .max = 40,
	      .help =
		  N_("The number in the maker's catalogue; the same part of another brand is found by it.")),
	FIELD(part_add, brand, "brand", N_("Brand"), VT_TEXT, .max = 40, .help = N_("Who made the part.")),
	FIELD(part_add, category, "category", N_("Category"), VT_TEXT, .max = 40,
	      .help = N_("A new one is made by writing it.")),
	FIELD(part_add, bin, "bin", N_("Bin"), VT_TEXT, .max = 20,
	      .help = N_("Where it lies on the shelves.")),
	FIELD(part_add, min, "min", N_("Minimum"), VT_QTY, .max = QTY_MAX,
	      .help = N_("Below it the part is on the reorder list.")),
	FIELD(part_add, max, "max", N_("Maximum"), VT_QTY, .max = QTY_MAX,
	      .help = N_("Orders fill up to it.")),
	PART_MORE(part_add),
	{ 0 },
};

/* The category of that name, made where there is none. 0: no name. */
static int64_t part_category(struct ctx *ctx, const char *name)
{
	int64_t id;

	if (!name)
		return 0;
	id = db_int(ctx->db, SQL("SELECT id FROM part_category WHERE code = :name"),
		    BIND(B_TEXT("name", name)), 0);
	if (id)
		return id;
	db_exec(ctx->db, SQL("INSERT INTO part_category (code, title) VALUES (:name, :name)"),
		BIND(B_TEXT("name", name)));
	return db_last_id(ctx->db);
}

static bool part_code_free(struct ctx *ctx, const char *code, struct err *e)
{
	const char *name = db_text(ctx->db, ctx->arena, SQL("SELECT name FROM part WHERE code = :code"),
				   BIND(B_TEXT("code", code)));

	return !name || err_field(e, "code", N_("There is a part %s already: %s"), code, name);
}

bool part_barcode_free(struct ctx *ctx, const char *barcode, int64_t part_id, struct err *e)
{
	const char *code =
	    db_text(ctx->db, ctx->arena,
		    SQL("SELECT code FROM part WHERE barcode = :barcode AND id <> :id "
			"UNION ALL SELECT p.code FROM part_barcode b JOIN part p ON p.id = b.part_id "
			"WHERE b.barcode = :barcode AND (b.part_id <> :id OR b.unit_id IS NOT NULL)"),
		    BIND(B_TEXT("barcode", barcode), B_INT("id", part_id)));

	return !code ||
	       err_field(e, "barcode", N_("The barcode %s belongs to part %s already"), barcode, code);
}

/* Every text that leads to a part: its own, its aliases and further barcodes, and the numbers that it replaces. */
void part_words(struct ctx *ctx, int64_t id)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("WITH RECURSIVE old (id, depth) AS (SELECT id, 1 FROM part WHERE superseded_by = :id "
		"UNION SELECT p.id, o.depth + 1 FROM old o JOIN part p ON p.superseded_by = o.id WHERE "
		"o.depth < 100) "
		"SELECT 0, code FROM part WHERE id = :id UNION ALL SELECT 1, name FROM part WHERE id = :id "
		"UNION ALL SELECT 0, barcode FROM part WHERE id = :id AND barcode IS NOT NULL "
		"UNION ALL SELECT 0, maker_no FROM part WHERE id = :id AND maker_no IS NOT NULL "
		"UNION ALL SELECT 1, alias FROM part_alias WHERE part_id = :id "
		"UNION ALL SELECT 0, barcode FROM part_barcode WHERE part_id = :id "
		"UNION ALL SELECT 0, p.code FROM old o JOIN part p ON p.id = o.id"),
	    BIND(B_INT("id", id)));
	struct search_text word[WORDS_MOST + 1] = { { SEARCH_END, NULL } };
	size_t n = 0;

	while (cur_next(c)) {
		word[n].as = cur_int(c, 0) ? SEARCH_NAME : SEARCH_CODE;
		word[n++].text = arena_strdup(ctx->arena, cur_text(c, 1));
		if (n == WORDS_MOST) {
			cur_close(c);
			break;
		}
	}
	word[n] = (struct search_text){ SEARCH_END, NULL };
	search_words_set(ctx, "part", id, word);
}

/* Those of the inputs that both commands share. */
static void part_more(struct ctx *ctx, int64_t id, const char *grade, const char *hint, const int64_t n[4],
		      const bool has[4])
{
	db_exec(ctx->db,
		SQL("UPDATE part SET grade = coalesce(:grade, grade), hint = coalesce(:hint, hint), "
		    "step = iif(:has_step, :step, step), hot = iif(:has_hot, :hot, hot), "
		    "companion_id = iif(:has_companion, :companion, companion_id), "
		    "core_price = iif(:has_core, nullif(:core, 0), core_price) WHERE id = :id"),
		BIND(B_TEXT("grade", grade), B_TEXT("hint", hint), B_INT("has_step", has[0]),
		     B_INT("step", n[0]), B_INT("has_hot", has[1]), B_INT("hot", n[1]),
		     B_INT("has_companion", has[2]), B_INT("companion", n[2]), B_INT("has_core", has[3]),
		     B_INT("core", n[3]), B_INT("id", id)));
}

#define MORE_NUMBERS(in) ((const int64_t[]){ (in)->step, (in)->hot, (in)->companion, (in)->core_price })
#define MORE_GIVEN(in)                                                                                       \
	((const bool[]){ HAS(in, step), HAS(in, hot), HAS(in, companion), HAS(in, core_price) })

/* What is said of batches, or its category says. */
static bool part_batch(struct ctx *ctx, int64_t id, bool has, int64_t batch, struct err *e)
{
	bool category = db_exists(ctx->db,
				  SQL("SELECT 1 FROM part p JOIN part_category c ON c.id = p.category_id "
				      "WHERE p.id = :id AND c.batch"),
				  BIND(B_INT("id", id)));

	if (has && !batch && category)
		return err_field(e, "batch", N_("All parts of its category are kept by batch"));
	if (has && !batch)
		return batch_keep_not(ctx, id, "batch", e);
	if (batch || category)
		batch_keep(ctx, id);
	return true;
}

/* Quantities and packages that stand must go on being multiples. */
static bool part_step_fits(struct ctx *ctx, int64_t id, int64_t step, struct err *e)
{
	const char *what =
	    db_text(ctx->db, ctx->arena,
		    SQL("SELECT :title FROM stock WHERE part_id = :id AND qty % :step <> 0 "
			"UNION ALL SELECT unit FROM part_unit WHERE part_id = :id AND factor % :step <> 0"),
		    BIND(B_TEXT("title", part_title(ctx, id)), B_INT("id", id), B_INT("step", step)));

	return !what || err_field(e, "step", N_("%s has a quantity that is no multiple of %s"), what,
				  qty_text(ctx->arena, step));
}

const char *part_title(struct ctx *ctx, int64_t id)
{
	const char *title =
	    db_text(ctx->db, ctx->arena, SQL("SELECT code || ' ' || name FROM part WHERE id = :id"),
		    BIND(B_INT("id", id)));

	return title ? title : "";
}

/* ---- part.add ---- */

static bool part_add_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct part_add *in = input;

	if (HAS(in, code) && !part_code_free(ctx, in->code, e))
		return false;
	if (HAS(in, barcode) && !part_barcode_free(ctx, in->barcode, 0, e))
		return false;
	if (HAS(in, min) && HAS(in, max) && in->max < in->min)
		return err_field(e, "max", N_("The maximum lies below the minimum"));
	return true;
}

static bool part_add_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct part_add *in = input;
	int64_t category = part_category(ctx, in->category);

	db_exec(ctx->db,
		SQL("INSERT INTO part (code, name, unit, barcode, maker_no, brand, category_id, bin, price, "
		    "min_qty, max_qty) "
		    "VALUES (:code, :name, coalesce(:unit, ''), :barcode, :maker_no, :brand, :category, "
		    ":bin, :price, "
		    "iif(:has_min, :min, NULL), iif(:has_max, :max, NULL))"),
		BIND(B_TEXT("code", in->code), B_TEXT("name", in->name), B_TEXT("unit", in->unit),
		     B_TEXT("barcode", in->barcode), B_TEXT("maker_no", in->maker_no),
		     B_TEXT("brand", in->brand), B_ID("category", category), B_TEXT("bin", in->bin),
		     B_INT("price", in->price), B_INT("has_min", HAS(in, min)), B_INT("min", in->min),
		     B_INT("has_max", HAS(in, max)), B_INT("max", in->max)));
	ctx->answer->id = db_last_id(ctx->db);
	if (in->grade || in->hint || HAS(in, step) || HAS(in, hot) || HAS(in, companion) ||
	    HAS(in, core_price))
		part_more(ctx, ctx->answer->id, in->grade, in->hint, MORE_NUMBERS(in), MORE_GIVEN(in));
	part_words(ctx, ctx->answer->id);
	answer_say(ctx, N_("Part %s %s is written down"), in->code, in->name);
	return part_batch(ctx, ctx->answer->id, HAS(in, batch), in->batch, e);
}

COMMAND(part_add) = {
	.name = "part.add",
	.title = N_("Add a part"),
	.help = N_("A part that can be put on work orders and kept in stock."),
	.undo = UNDO_ROWS,
	.input = part_add_input,
	.size = sizeof(struct part_add),
	.may = part_add_may,
	.run = part_add_run,
};

/* ---- part.change ---- */

struct part_change {
	struct input input;
	int64_t part, price, min, max, active;
	const char *name, *unit, *barcode, *maker_no, *brand, *category, *bin;
	const char *grade, *hint;
	int64_t step, hot, companion, core_price, batch;
};

static const struct field part_change_input[] = {
	FIELD(part_change, part, "part", N_("Part"), VT_REF, REQUIRED, .view = "parts",
	      .help = N_("The part: code, barcode, maker's number, name or first letters.")),
	FIELD(part_change, name, "name", N_("Description"), VT_TEXT, .max = 80,
	      .help = N_("As it stands on bills; people find it by the first letters of its words too.")),
	FIELD(part_change, price, "price", N_("Price"), VT_MONEY, .max = MONEY_MAX,
	      .help = N_("For one unit, tax included; work orders that stand keep theirs.")),
	FIELD(part_change, unit, "unit", N_("Unit"), VT_TEXT, .max = 12,
	      .help = N_("What it is counted in: piece, litre, set.")),
	FIELD(part_change, barcode, "barcode", N_("Barcode"), VT_CODE, .max = 40,
	      .help = N_("What the scanner reads on its box.")),
	FIELD(part_change, maker_no, "maker_no", N_("Maker's number"), VT_CODE, .max = 40,
	      .help =
		  N_("The number in the maker's catalogue; the same part of another brand is found by it.")),
	FIELD(part_change, brand, "brand", N_("Brand"), VT_TEXT, .max = 40, .help = N_("Who made the part.")),
	FIELD(part_change, category, "category", N_("Category"), VT_TEXT, .max = 40,
	      .help = N_("The group that lists and reports add it to.")),
	FIELD(part_change, bin, "bin", N_("Bin"), VT_TEXT, .max = 20,
	      .help = N_("Where it lies on the shelves.")),
	FIELD(part_change, min, "min", N_("Minimum"), VT_QTY, .max = QTY_MAX,
	      .help = N_("Below this quantity it comes onto the list of what to order.")),
	FIELD(part_change, max, "max", N_("Maximum"), VT_QTY, .max = QTY_MAX,
	      .help = N_("Up to this quantity it is ordered.")),
	FIELD(part_change, active, "active", N_("In use"), VT_BOOL, .max = 1,
	      .help = N_("No: is offered nowhere any more; what was done with it stays.")),
	PART_MORE(part_change),
	{ 0 },
};

static bool part_change_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct part_change *in = input;

	if (HAS(in, barcode) && !part_barcode_free(ctx, in->barcode, in->part, e))
		return false;
	if (HAS(in, part) && HAS(in, step) && !part_step_fits(ctx, in->part, in->step, e))
		return false;
	if (HAS(in, part) && HAS(in, companion) && in->companion == in->part)
		return err_field(e, "companion", N_("A part goes well with another one, not with itself"));
	if (HAS(in, active) && !in->active && HAS(in, part) &&
	    db_exists(ctx->db, SQL("SELECT 1 FROM stock WHERE part_id = :id AND qty > 0"),
		      BIND(B_INT("id", in->part))))
		return err_field(e, "active",
				 N_("%s is still on hand. Sell or write off what is there first"),
				 part_title(ctx, in->part));
	return true;
}

static bool part_change_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct part_change *in = input;
	int64_t category = part_category(ctx, in->category);

	db_exec(ctx->db,
		SQL("UPDATE part SET name = coalesce(:name, name), unit = coalesce(:unit, unit), "
		    "barcode = coalesce(:barcode, barcode), maker_no = coalesce(:maker_no, maker_no), "
		    "brand = coalesce(:brand, brand), category_id = coalesce(:category, category_id), "
		    "bin = coalesce(:bin, bin), price = iif(:has_price, :price, price), "
		    "min_qty = iif(:has_min, :min, min_qty), max_qty = iif(:has_max, :max, max_qty), "
		    "active = iif(:has_active, :active, active), ver = ver + 1 WHERE id = :id"),
		BIND(B_TEXT("name", in->name), B_TEXT("unit", in->unit), B_TEXT("barcode", in->barcode),
		     B_TEXT("maker_no", in->maker_no), B_TEXT("brand", in->brand), B_ID("category", category),
		     B_TEXT("bin", in->bin), B_INT("has_price", HAS(in, price)), B_INT("price", in->price),
		     B_INT("has_min", HAS(in, min)), B_INT("min", in->min), B_INT("has_max", HAS(in, max)),
		     B_INT("max", in->max), B_INT("has_active", HAS(in, active)), B_INT("active", in->active),
		     B_INT("id", in->part)));
	part_more(ctx, in->part, in->grade, in->hint, MORE_NUMBERS(in), MORE_GIVEN(in));
	part_words(ctx, in->part);
	ctx->answer->id = in->part;
	answer_say(ctx, N_("Saved"));
	return part_batch(ctx, in->part, HAS(in, batch), in->batch, e);
}

COMMAND(part_change) = {
	.name = "part.change",
	.title = N_("Change a part"),
	.help = N_("Price, description, bin and limits of a part; or that it is not in use any more."),
	.undo = UNDO_ROWS,
	.input = part_change_input,
	.size = sizeof(struct part_change),
	.edits = "part",
	.edits_table = "part",
	.may = part_change_may,
	.run = part_change_run,
};
