/* part_more.c - what hangs on a part: packages, further barcodes, other names, cars it fits, bins, prices by level, and
 * the number that replaces it. */
#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/part.h"
#include "domain/part_price.h"
#include "domain/search.h"

/* ---- part.unit ---- */

struct part_unit {
	struct input input;
	int64_t part, factor, price, gone;
	const char *unit, *barcode;
};

static const struct field part_unit_input[] = {
	FIELD(part_unit, part, "part", N_("Part"), VT_REF, REQUIRED, .view = "parts",
	      .help = N_("The part: code, barcode, maker's number, name or first letters.")),
	FIELD(part_unit, unit, "unit", N_("Package"), VT_TEXT, REQUIRED, .max = 12,
	      .help = N_("What it is called: box, carton, drum.")),
	FIELD(part_unit, factor, "factor", N_("Holds"), VT_QTY, STOP, .min = 1, .max = QTY_MAX,
	      .help = N_("How many of the part's own unit are in one package.")),
	FIELD(part_unit, price, "price", N_("Price of a package"), VT_MONEY, STOP, .max = MONEY_MAX,
	      .help = N_("Where a package is not simply so many times the price of one.")),
	FIELD(part_unit, barcode, "barcode", N_("Barcode"), VT_CODE, STOP, .max = 40,
	      .help = N_("The code on the package; scanned, it stands for all that is in it.")),
	FIELD(part_unit, gone, "gone", N_("Not used any more"), VT_BOOL, .max = 1,
	      .help = N_("Yes takes the package off the list; what was sold in it stays.")),
	{ 0 },
};

static int64_t unit_named(struct ctx *ctx, int64_t part_id, const char *unit)
{
	return db_int(ctx->db, SQL("SELECT id FROM part_unit WHERE part_id = :part AND unit = :unit"),
		      BIND(B_INT("part", part_id), B_TEXT("unit", unit)), 0);
}

/* The barcode of a package: no other part's, and not that of this part or another package of it. */
static bool unit_barcode_free(struct ctx *ctx, const struct part_unit *in, struct err *e)
{
	int64_t unit = unit_named(ctx, in->part, in->unit);

	if (db_exists(ctx->db, SQL("SELECT 1 FROM part WHERE id = :part AND barcode = :barcode"),
		      BIND(B_INT("part", in->part), B_TEXT("barcode", in->barcode))))
		return err_field(e, "barcode", N_("The barcode %s stands for one of %s, not for a package"),
				 in->barcode, part_title(ctx, in->part));
	return db_exists(ctx->db,
			 SQL("SELECT 1 FROM part_barcode WHERE barcode = :barcode AND unit_id = :unit"),
			 BIND(B_TEXT("barcode", in->barcode), B_INT("unit", unit))) ||
	       part_barcode_free(ctx, in->barcode, in->part, e);
}

static bool part_unit_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct part_unit *in = input;

	if (!HAS(in, part) || !HAS(in, unit))
		return true;
	if (HAS(in, factor) && !part_qty_fits(ctx, in->part, in->factor, e)) {
		snprintf(e->field, sizeof e->field, "factor");
		return false;
	}
	return !HAS(in, barcode) || unit_barcode_free(ctx, in, e);
}

static bool part_unit_drop(struct ctx *ctx, int64_t id, struct err *e)
{
	if (!id)
		return err_field(e, "unit", N_("There is no such package"));
	db_exec(ctx->db, SQL("DELETE FROM part_barcode WHERE unit_id = :id"), BIND(B_INT("id", id)));
	db_exec(ctx->db, SQL("DELETE FROM part_unit WHERE id = :id"), BIND(B_INT("id", id)));
	return true;
}

static int64_t part_unit_set(struct ctx *ctx, const struct part_unit *in, int64_t id)
{
	if (id) {
		db_exec(ctx->db,
			SQL("UPDATE part_unit SET factor = iif(:has_factor, :factor, factor), "
			    "price = iif(:has_price, :price, price), ver = ver + 1 WHERE id = :id"),
			BIND(B_INT("id", id), B_INT("has_factor", HAS(in, factor)),
			     B_INT("factor", in->factor), B_INT("has_price", HAS(in, price)),
			     B_INT("price", in->price)));
		return id;
	}
	db_exec(ctx->db,
		SQL("INSERT INTO part_unit (part_id, unit, factor, price) "
		    "VALUES (:part, :unit, :factor, iif(:has_price, :price, NULL))"),
		BIND(B_INT("part", in->part), B_TEXT("unit", in->unit), B_INT("factor", in->factor),
		     B_INT("has_price", HAS(in, price)), B_INT("price", in->price)));
	return db_last_id(ctx->db);
}

static bool part_unit_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct part_unit *in = input;
	int64_t id = unit_named(ctx, in->part, in->unit);

	if (in->gone) {
		if (!part_unit_drop(ctx, id, e))
			return false;
	} else {
		if (!id && !HAS(in, factor))
			return err_field(e, "factor", N_("How many are in one %s?"), in->unit);
		id = part_unit_set(ctx, in, id);
		if (in->barcode)
			db_exec(
			    ctx->db,
			    SQL("INSERT INTO part_barcode (part_id, barcode, unit_id) VALUES (:part, "
				":barcode, :unit) "
				"ON CONFLICT (barcode) DO NOTHING"),
			    BIND(B_INT("part", in->part), B_TEXT("barcode", in->barcode), B_INT("unit", id)));
	}
	part_words(ctx, in->part);
	ctx->answer->id = id;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(part_unit) = {
	.name = "part.unit",
	.title = N_("Package of a part"),
	.help = N_("What a part is bought and sold in besides its own unit, with how many are in it."),
	.undo = UNDO_ROWS,
	.input = part_unit_input,
	.size = sizeof(struct part_unit),
	.may = part_unit_may,
	.run = part_unit_run,
};

/* ---- part.name: aliases, barcodes and cars ---- */

struct part_name {
	struct input input;
	int64_t part, gone;
	const char *alias, *barcode, *fits;
};

static const struct field part_name_input[] = {
	FIELD(part_name, part, "part", N_("Part"), VT_REF, REQUIRED, .view = "parts",
	      .help = N_("The part: code, barcode, maker's number, name or first letters.")),
	FIELD(part_name, alias, "alias", N_("Other name or number"), VT_TEXT, STOP, .max = 80,
	      .help =
		  N_("What people also call it, or what another maker calls it; it is found by that too.")),
	FIELD(part_name, barcode, "barcode", N_("Further barcode"), VT_CODE, STOP, .max = 40,
	      .help = N_("One more code that is on the goods, such as that of another supplier.")),
	FIELD(part_name, fits, "fits", N_("Fits"), VT_TEXT, STOP, .max = 60,
	      .help = N_("A model, written as on the cars: the list of parts can then be asked by model.")),
	FIELD(part_name, gone, "gone", N_("Remove"), VT_BOOL, .max = 1,
	      .help = N_("Yes takes away what is named here.")),
	{ 0 },
};

static bool part_name_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct part_name *in = input;

	return !HAS(in, part) || !HAS(in, barcode) || in->gone ||
	       part_barcode_free(ctx, in->barcode, in->part, e);
}

static void part_name_add(struct ctx *ctx, const struct part_name *in)
{
	if (in->alias)
		db_exec(ctx->db,
			SQL("INSERT INTO part_alias (part_id, alias) VALUES (:part, :alias) ON CONFLICT DO "
			    "NOTHING"),
			BIND(B_INT("part", in->part), B_TEXT("alias", in->alias)));
	if (in->barcode)
		db_exec(ctx->db,
			SQL("INSERT INTO part_barcode (part_id, barcode) SELECT :part, :barcode "
			    "WHERE NOT EXISTS (SELECT 1 FROM part WHERE barcode = :barcode) ON CONFLICT DO "
			    "NOTHING"),
			BIND(B_INT("part", in->part), B_TEXT("barcode", in->barcode)));
	if (in->fits)
		db_exec(ctx->db,
			SQL("INSERT INTO part_fit (part_id, model) VALUES (:part, :model) ON CONFLICT DO "
			    "NOTHING"),
			BIND(B_INT("part", in->part), B_TEXT("model", in->fits)));
}

static void part_name_drop(struct ctx *ctx, const struct part_name *in)
{
	db_exec(ctx->db, SQL("DELETE FROM part_alias WHERE part_id = :part AND alias = :alias"),
		BIND(B_INT("part", in->part), B_TEXT("alias", in->alias)));
	db_exec(
	    ctx->db,
	    SQL("DELETE FROM part_barcode WHERE part_id = :part AND barcode = :barcode AND unit_id IS NULL"),
	    BIND(B_INT("part", in->part), B_TEXT("barcode", in->barcode)));
	db_exec(ctx->db, SQL("DELETE FROM part_fit WHERE part_id = :part AND model = :model"),
		BIND(B_INT("part", in->part), B_TEXT("model", in->fits)));
}

static bool part_name_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct part_name *in = input;

	if (!in->alias && !in->barcode && !in->fits)
		return err_field(e, "alias", N_("Write a name, a barcode or a model"));
	if (in->gone)
		part_name_drop(ctx, in);
	else
		part_name_add(ctx, in);
	part_words(ctx, in->part);
	ctx->answer->id = in->part;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(part_name) = {
	.name = "part.name",
	.title = N_("Names, barcodes and cars of a part"),
	.help = N_("Everything else that a part is found by."),
	.undo = UNDO_ROWS,
	.input = part_name_input,
	.size = sizeof(struct part_name),
	.may = part_name_may,
	.run = part_name_run,
};

/* ---- part.bin ---- */

struct part_bin {
	struct input input;
	int64_t part, warehouse;
	const char *bin;
};

static const struct field part_bin_input[] = {
	FIELD(part_bin, part, "part", N_("Part"), VT_REF, REQUIRED, .view = "parts",
	      .help = N_("The part: code, barcode, maker's number, name or first letters.")),
	FIELD(part_bin, warehouse, "warehouse", N_("Warehouse"), VT_REF, REQUIRED, .view = "warehouses",
	      .help = N_("Where goods lie, by its name.")),
	FIELD(part_bin, bin, "bin", N_("Bin"), VT_TEXT, STOP, .max = 20,
	      .help = N_("Where it lies there; empty goes back to the bin of the part.")),
	{ 0 },
};

static bool part_bin_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct part_bin *in = input;

	(void)e;
	if (in->bin)
		db_exec(
		    ctx->db,
		    SQL("INSERT INTO part_bin (part_id, warehouse_id, bin) VALUES (:part, :warehouse, :bin) "
			"ON CONFLICT (part_id, warehouse_id) DO UPDATE SET bin = excluded.bin, ver = ver + "
			"1"),
		    BIND(B_INT("part", in->part), B_INT("warehouse", in->warehouse), B_TEXT("bin", in->bin)));
	else
		db_exec(ctx->db,
			SQL("DELETE FROM part_bin WHERE part_id = :part AND warehouse_id = :warehouse"),
			BIND(B_INT("part", in->part), B_INT("warehouse", in->warehouse)));
	ctx->answer->id = in->part;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(part_bin) = {
	.name = "part.bin",
	.title = N_("Bin of a part in a warehouse"),
	.help = N_("Where a part lies in one warehouse, where that is not the bin written on the part."),
	.undo = UNDO_ROWS,
	.input = part_bin_input,
	.size = sizeof(struct part_bin),
	.run = part_bin_run,
};

/* ---- part.supersede ---- */

struct part_supersede {
	struct input input;
	int64_t part, by;
};

static const struct field part_supersede_input[] = {
	FIELD(part_supersede, part, "part", N_("Old number"), VT_REF, REQUIRED, .view = "parts",
	      .help = N_("The part whose number is replaced; its stock and history stay under it.")),
	FIELD(part_supersede, by, "by", N_("New number"), VT_REF, STOP, .view = "parts",
	      .help = N_("What is ordered from now on. Empty: the old number is used again.")),
	{ 0 },
};

static bool part_supersede_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct part_supersede *in = input;

	if (!HAS(in, part) || !HAS(in, by))
		return true;
	return part_newest(ctx, in->by) != part_newest(ctx, in->part) ||
	       (in->by != in->part && part_newest(ctx, in->part) != in->part &&
		db_exists(ctx->db, SQL("SELECT 1 FROM part WHERE id = :part AND superseded_by = :by"),
			  BIND(B_INT("part", in->part), B_INT("by", in->by)))) ||
	       err_field(e, "by", N_("That would be a circle: %s leads to %s already"),
			 part_title(ctx, in->by), part_title(ctx, in->part));
}

/* The words of every newer number change: the old one finds them. */
static void chain_words(struct ctx *ctx, int64_t part_id)
{
	for (int64_t id = part_id; id;
	     id = db_int(ctx->db, SQL("SELECT superseded_by FROM part WHERE id = :id"), BIND(B_INT("id", id)),
			 0))
		part_words(ctx, id);
}

static bool part_supersede_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct part_supersede *in = input;
	int64_t before = db_int(ctx->db, SQL("SELECT superseded_by FROM part WHERE id = :id"),
				BIND(B_INT("id", in->part)), 0);

	(void)e;
	db_exec(ctx->db, SQL("UPDATE part SET superseded_by = :by, ver = ver + 1 WHERE id = :id"),
		BIND(B_ID("by", in->by), B_INT("id", in->part)));
	chain_words(ctx, before);
	chain_words(ctx, in->by);
	ctx->answer->id = in->part;
	if (in->by)
		answer_say(ctx, N_("%s is sold off; from now on %s is ordered"), part_title(ctx, in->part),
			   part_title(ctx, part_newest(ctx, in->by)));
	else
		answer_say(ctx, N_("%s is used again"), part_title(ctx, in->part));
	return true;
}

COMMAND(part_supersede) = {
	.name = "part.supersede",
	.title = N_("Replace a number"),
	.help = N_("A new number takes the place of an old one: the old finds the new, what is left of it is "
		   "sold first, "
		   "and it is never ordered again."),
	.undo = UNDO_ROWS,
	.input = part_supersede_input,
	.size = sizeof(struct part_supersede),
	.may = part_supersede_may,
	.run = part_supersede_run,
};
