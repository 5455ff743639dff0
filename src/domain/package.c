/* package.c - packages: labour, parts and fees under one code, at the sum of their prices or at one of their own. */
#include "domain/package.h"

#include <string.h>

#include "base/date.h"
#include "base/muldiv.h"

#define TEXT_MOST 80

/* ---- what it holds and costs ---- */

size_t package_pieces(struct ctx *ctx, int64_t package_id, const char *model, struct package_piece *ret)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT l.kind, l.labour_id, coalesce(l.part_id, v.part_id), "
		"iif(l.kind = 'part' AND l.part_id IS NULL AND v.part_id IS NOT NULL, NULL, l.text), l.qty, "
		"coalesce(l.price, -1) FROM package_line l "
		"LEFT JOIN package_variant v ON v.line_id = l.id AND v.model = :model "
		"WHERE l.package_id = :package ORDER BY l.pos"),
	    BIND(B_TEXT("model", model), B_INT("package", package_id)));
	size_t n = 0;

	while (cur_next(c)) {
		struct package_piece *p = &ret[n];

		*p = (struct package_piece){
			.kind = arena_strdup(ctx->arena, cur_text(c, 0)),
			.labour_id = cur_int(c, 1),
			.part_id = cur_int(c, 2),
			.text = cur_null(c, 3) ? NULL : arena_strdup(ctx->arena, cur_text(c, 3)),
			.qty = cur_int(c, 4),
			.price = cur_int(c, 5),
		};
		p->missing = !strcmp(p->kind, "part") && !p->part_id;
		if (++n == PACKAGE_LINES_MOST) {
			cur_close(c);
			break;
		}
	}
	return n;
}

int64_t package_price(struct ctx *ctx, int64_t package_id)
{
	return db_int(ctx->db,
		      SQL("SELECT price FROM package WHERE id = :id AND (price_until IS NULL OR price_until "
			  ">= :today)"),
		      BIND(B_INT("id", package_id), B_INT("today", ctx->today)), 0);
}

/* ---- package.add, package.change ---- */

struct package_edit {
	struct input input;
	int64_t package, repair_type, active, price, until;
	const char *code, *name;
};

#define FIELD_PACKAGE_PRICE(type, price, until)                                                              \
	FIELD(type, price, "package_price", N_("Price of all of it"), VT_MONEY, .min = 0, .max = MONEY_MAX,  \
	      .help =                                                                                        \
		  N_("What the package costs as a whole, tax included. Empty or 0: the sum of its lines.")), \
	    FIELD(type, until, "price_until", N_("Price until"), VT_DATE, .lean = DATE_FUTURE,               \
		  .help = N_("The last day of that price; after it the lines are summed. Empty: for good."))

static const struct field package_add_input[] = {
	FIELD(package_edit, code, "code", N_("Code"), VT_CODE, REQUIRED, .max = 40,
	      .help = N_("What is typed on the estimate: P-MINOR, P-BRAKE.")),
	FIELD(package_edit, name, "name", N_("Work package"), VT_TEXT, REQUIRED, .max = TEXT_MOST,
	      .help = N_("What the work is called.")),
	FIELD(package_edit, repair_type, "repair_type", N_("Repair type"), VT_REF, .view = "repair_types",
	      .help = N_("What such work is reported as; empty for any.")),
	FIELD_PACKAGE_PRICE(package_edit, price, until),
	{ 0 },
};

static const struct field package_change_input[] = {
	FIELD(package_edit, package, "package", N_("Work package"), VT_REF, REQUIRED, .view = "packages",
	      .help = N_("Which one.")),
	FIELD(package_edit, name, "name", N_("New name"), VT_TEXT, .max = TEXT_MOST,
	      .help = N_("What it is called from now on; empty keeps the name.")),
	FIELD(package_edit, repair_type, "repair_type", N_("Repair type"), VT_REF, .view = "repair_types",
	      .help = N_("What such work is reported as; empty for any.")),
	FIELD_PACKAGE_PRICE(package_edit, price, until),
	FIELD(package_edit, active, "active", N_("In use"), VT_BOOL, .max = 1,
	      .help = N_("No: is offered nowhere any more; what was done with it stays.")),
	{ 0 },
};

static bool package_add_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct package_edit *in = input;

	return !HAS(in, code) ||
	       !db_exists(ctx->db, SQL("SELECT 1 FROM package WHERE code = :code"),
			  BIND(B_TEXT("code", in->code))) ||
	       err_field(e, "code", N_("There is a package %s already"), in->code);
}

static bool package_add_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct package_edit *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("INSERT INTO package (code, name, repair_type_id, price, price_until) "
		    "VALUES (:code, :name, :type, nullif(:price, 0), nullif(:until, 0))"),
		BIND(B_TEXT("code", in->code), B_TEXT("name", in->name), B_ID("type", in->repair_type),
		     B_INT("price", in->price), B_INT("until", in->until)));
	ctx->answer->id = db_last_id(ctx->db);
	answer_say(ctx, N_("%s is written down"), in->name);
	return true;
}

static bool package_change_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct package_edit *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("UPDATE package SET name = coalesce(:name, name), repair_type_id = coalesce(:type, "
		    "repair_type_id), "
		    "price = iif(:has_price, nullif(:price, 0), price), "
		    "price_until = iif(:has_until, :until, price_until), "
		    "active = iif(:has_active, :active, active), ver = ver + 1 WHERE id = :id"),
		BIND(B_TEXT("name", in->name), B_ID("type", in->repair_type),
		     B_INT("has_price", HAS(in, price)), B_INT("price", in->price),
		     B_INT("has_until", HAS(in, until)), B_INT("until", in->until),
		     B_INT("has_active", HAS(in, active)), B_INT("active", in->active),
		     B_INT("id", in->package)));
	ctx->answer->id = in->package;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(package_add) = {
	.name = "package.add",
	.title = N_("New package"),
	.help = N_("A template of work: one code adds its labour, parts and fees."),
	.undo = UNDO_ROWS,
	.input = package_add_input,
	.size = sizeof(struct package_edit),
	.may = package_add_may,
	.run = package_add_run,
};

COMMAND(package_change) = {
	.name = "package.change",
	.title = N_("Change a package"),
	.help = N_("Its name and type, and whether it is still offered."),
	.undo = UNDO_ROWS,
	.input = package_change_input,
	.size = sizeof(struct package_edit),
	.edits = "package",
	.edits_table = "package",
	.run = package_change_run,
};

/* ---- package.line, package.drop_line ---- */

struct package_line {
	struct input input;
	int64_t package, line, labour, part, qty, price, fee;
	const char *text;
};

static const struct field package_line_input[] = {
	FIELD(package_line, package, "package", N_("Work package"), VT_REF, REQUIRED, .view = "packages",
	      .help = N_("Which one the line is added to.")),
	FIELD(package_line, labour, "labour", N_("Labour item"), VT_REF, STOP, .view = "labour",
	      .help = N_("Work of the labour list; or a part, or words.")),
	FIELD(package_line, part, "part", N_("Part"), VT_REF, STOP, .view = "parts",
	      .help = N_("A part that is the same for every car.")),
	FIELD(package_line, text, "text", N_("In own words"), VT_TEXT, STOP, .max = TEXT_MOST,
	      .help = N_("A part that differs from model to model (oil filter): which one is asked once for "
			 "each. With a "
			 "price: a fee.")),
	FIELD(package_line, qty, "qty", N_("Quantity"), VT_QTY, .min = 1, .max = QTY_MAX,
	      .help = N_("1 when empty.")),
	FIELD(package_line, price, "price", N_("Price"), VT_MONEY, .min = 0, .max = MONEY_MAX,
	      .help = N_("Empty takes that of the list on the day.")),
	{ 0 },
};

static bool package_line_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct package_line *in = input;

	if (HAS(in, labour) && HAS(in, part))
		return err_field(e, "part", N_("A line is a labour item or a part, not both"));
	return !HAS(in, package) ||
	       db_int(ctx->db, SQL("SELECT count(*) FROM package_line WHERE package_id = :id"),
		      BIND(B_INT("id", in->package)), 0) < PACKAGE_LINES_MOST ||
	       err_set(e, ERR_NO, N_("A package has at most %d lines"), PACKAGE_LINES_MOST);
}

static const char *package_line_kind(const struct package_line *in)
{
	return in->labour ? "labour" : in->part || !HAS(in, price) ? "part" : "fee";
}

static bool package_line_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct package_line *in = input;

	if (!in->labour && !in->part && !in->text)
		return err_field(e, "text", N_("Say what it is: labour, a part, or words"));
	db_exec(ctx->db,
		SQL("INSERT INTO package_line (package_id, pos, kind, labour_id, part_id, text, qty, price) "
		    "VALUES "
		    "(:package, (SELECT coalesce(max(pos), 0) + 1 FROM package_line WHERE package_id = "
		    ":package), :kind, "
		    ":labour, :part, coalesce(:text, (SELECT name FROM part WHERE id = :part), "
		    "(SELECT name FROM labour WHERE id = :labour)), :qty, iif(:has_price, :price, NULL))"),
		BIND(B_INT("package", in->package), B_TEXT("kind", package_line_kind(in)),
		     B_ID("labour", in->labour), B_ID("part", in->part), B_TEXT("text", in->text),
		     B_INT("qty", HAS(in, qty) ? in->qty : 1000), B_INT("has_price", HAS(in, price)),
		     B_INT("price", in->price)));
	ctx->answer->id = db_last_id(ctx->db);
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(package_line) = {
	.name = "package.line",
	.title = N_("Add a line to a package"),
	.help = N_("Labour, a part, a part that differs by model, or a fee."),
	.undo = UNDO_ROWS,
	.input = package_line_input,
	.size = sizeof(struct package_line),
	.may = package_line_may,
	.run = package_line_run,
};

/* ---- package.take: a row of a file, the package with its first line ---- */

struct package_take {
	struct package_line line;
	const char *code, *name;
	int64_t repair_type, price, until;
};

static const struct field package_take_input[] = {
	FIELD(package_take, code, "code", N_("Code"), VT_CODE, REQUIRED, .max = 40,
	      .help = N_("What is typed on the estimate: P-MINOR, P-BRAKE.")),
	FIELD(package_take, name, "name", N_("Work package"), VT_TEXT, REQUIRED, .max = TEXT_MOST,
	      .help = N_("What the work is called.")),
	FIELD(package_take, repair_type, "repair_type", N_("Repair type"), VT_REF, .view = "repair_types",
	      .help = N_("What such work is reported as; empty for any.")),
	FIELD_PACKAGE_PRICE(package_take, price, until),
	FIELD(package_take, line.labour, "labour", N_("Labour item"), VT_REF, STOP, .view = "labour",
	      .help = N_("Work of the labour list; or a part, or words.")),
	FIELD(package_take, line.part, "part", N_("Part"), VT_REF, STOP, .view = "parts",
	      .help = N_("A part that is the same for every car.")),
	FIELD(package_take, line.text, "text", N_("In own words"), VT_TEXT, STOP, .max = TEXT_MOST,
	      .help = N_("A part that differs from model to model (oil filter): which one is asked once for "
			 "each. With a "
			 "price: a fee.")),
	FIELD(package_take, line.qty, "qty", N_("Quantity"), VT_QTY, .min = 1, .max = QTY_MAX,
	      .help = N_("1 when empty.")),
	FIELD(package_take, line.price, "price", N_("Price"), VT_MONEY, .min = 0, .max = MONEY_MAX,
	      .help = N_("Empty takes that of the list on the day.")),
	{ 0 },
};

static int64_t package_coded(struct ctx *ctx, const char *code)
{
	return db_int(ctx->db, SQL("SELECT id FROM package WHERE code = :code"), BIND(B_TEXT("code", code)),
		      0);
}

static bool package_take_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct package_take *in = input;

	if (HAS(&in->line, labour) && HAS(&in->line, part))
		return err_field(e, "part", N_("A line is a labour item or a part, not both"));
	if (in->name && !in->line.labour && !in->line.part && !in->line.text)
		return err_field(e, "text", N_("Say what it is: labour, a part, or words"));
	(void)ctx;
	return true;
}

static bool package_take_run(struct ctx *ctx, const void *input, struct err *e)
{
	struct package_take in = *(const struct package_take *)input;
	struct package_edit made = { .input = in.line.input,
				     .code = in.code,
				     .name = in.name,
				     .repair_type = in.repair_type,
				     .price = in.price,
				     .until = in.until };

	in.line.package = package_coded(ctx, in.code);
	if (!in.line.package) {
		if (!package_add_run(ctx, &made, e))
			return false;
		in.line.package = ctx->answer->id;
	}
	if (db_int(ctx->db, SQL("SELECT count(*) FROM package_line WHERE package_id = :id"),
		   BIND(B_INT("id", in.line.package)), 0) >= PACKAGE_LINES_MOST)
		return err_set(e, ERR_NO, N_("A package has at most %d lines"), PACKAGE_LINES_MOST);
	return package_line_run(ctx, &in.line, e);
}

COMMAND(package_take) = {
	.name = "package.take",
	.title = N_("Take a package in"),
	.help = N_("A line of a package, which is made where its code is new: a row of a file."),
	.undo = UNDO_ROWS,
	.input = package_take_input,
	.size = sizeof(struct package_take),
	.may = package_take_may,
	.run = package_take_run,
};

static const struct field package_drop_input[] = {
	FIELD(package_line, line, "line", N_("Line"), VT_REF, REQUIRED, .view = "package_lines",
	      .help = N_("The line that the package does without from now on.")),
	{ 0 },
};

static bool package_drop_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct package_line *in = input;

	(void)e;
	db_exec(ctx->db, SQL("DELETE FROM package_variant WHERE line_id = :id"), BIND(B_INT("id", in->line)));
	db_exec(ctx->db, SQL("DELETE FROM package_line WHERE id = :id"), BIND(B_INT("id", in->line)));
	ctx->answer->id = in->line;
	answer_say(ctx, N_("The line is out of the package"));
	return true;
}

COMMAND(package_drop_line) = {
	.name = "package.drop_line",
	.title = N_("Take a line out of a package"),
	.help = N_("Work orders that had it keep it."),
	.undo = UNDO_ROWS,
	.input = package_drop_input,
	.size = sizeof(struct package_line),
	.run = package_drop_run,
};

/* ---- package.fit ---- */

void package_fits(struct ctx *ctx, int64_t line_id, const char *model, int64_t part_id)
{
	db_exec(ctx->db,
		SQL("INSERT INTO package_variant (line_id, model, part_id) VALUES (:line, :model, :part) "
		    "ON CONFLICT (line_id, model) DO UPDATE SET part_id = :part, ver = ver + 1"),
		BIND(B_INT("line", line_id), B_TEXT("model", model), B_INT("part", part_id)));
}

struct package_fit {
	struct input input;
	int64_t line, part;
	const char *model;
};

static const struct field package_fit_input[] = {
	FIELD(package_fit, line, "line", N_("Line"), VT_REF, REQUIRED, .view = "package_lines",
	      .help = N_("The part of the package that differs from model to model.")),
	FIELD(package_fit, model, "model", N_("Model"), VT_TEXT, REQUIRED, .max = 40,
	      .help = N_("As it stands on the car's card.")),
	FIELD(package_fit, part, "part", N_("Part"), VT_REF, REQUIRED, .view = "parts",
	      .help = N_("What fits that model.")),
	{ 0 },
};

static bool package_fit_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct package_fit *in = input;

	return !HAS(in, line) ||
	       db_exists(
		   ctx->db,
		   SQL("SELECT 1 FROM package_line WHERE id = :id AND kind = 'part' AND part_id IS NULL"),
		   BIND(B_INT("id", in->line))) ||
	       err_field(e, "line", N_("This line is the same for every car"));
}

static bool package_fit_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct package_fit *in = input;

	(void)e;
	package_fits(ctx, in->line, in->model, in->part);
	ctx->answer->id = in->line;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(package_fit) = {
	.name = "package.fit",
	.title = N_("Which part fits a model"),
	.help = N_("Remembered for every later car of the model."),
	.undo = UNDO_ROWS,
	.input = package_fit_input,
	.size = sizeof(struct package_fit),
	.may = package_fit_may,
	.run = package_fit_run,
};
