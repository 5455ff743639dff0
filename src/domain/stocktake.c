/* stocktake.c - counting what is there while sales go on. Each part's count stands against what the books said at that
 * moment; the difference is booked when the stocktake is approved, so that what was sold in between changes nothing. */
#include <stdio.h>
#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/choice.h"
#include "domain/document.h"
#include "domain/part.h"
#include "domain/part_price.h"
#include "domain/setting.h"
#include "domain/stock_batch.h"

/* ---- stocktake.open ---- */

struct take_part {
	struct input input;
	int64_t part;
};

struct take_open {
	struct input input;
	const char *title, *scope, *bin;
	int64_t warehouse, blind;
	struct lines lines;
};

static const struct field take_part_input[] = {
	FIELD(take_part, part, "part", N_("Part"), VT_REF, REQUIRED, .view = "parts",
	      .help = N_("The part: code, barcode, maker's number, name or first letters.")),
	{ 0 },
};

static const struct field take_open_input[] = {
	FIELD(take_open, warehouse, "warehouse", N_("Warehouse"), VT_REF, .view = "warehouses",
	      .help = N_("The main store where none is named.")),
	FIELD(take_open, scope, "scope", N_("What is counted"), VT_CHOICE, REQUIRED,
	      .choices = choice_take_scope,
	      .help = N_("The whole warehouse, some bins, or a spot check of single parts.")),
	FIELD(take_open, bin, "bin", N_("Bin"), VT_TEXT, .max = 20,
	      .help = N_("For bins: how they begin; A-1 is all of A-1, A-10, A-1-03.")),
	FIELD(take_open, blind, "blind", N_("Blind"), VT_BOOL, .max = 1,
	      .help = N_("Yes: whoever counts does not see what the books say.")),
	FIELD(take_open, title, "title", N_("Title"), VT_TEXT, .max = 40,
	      .help = N_("What it is for, such as: end of November.")),
	LINES(take_open, lines, "lines", N_("Parts"), take_part_input, take_part, 200,
	      .help = N_("For a spot check: what is to be counted.")),
	{ 0 },
};

static bool take_open_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct take_open *in = input;
	bool by_bin = !strcmp(in->scope, "bin");
	int64_t sheet;

	if (by_bin && !in->bin)
		return err_field(e, "bin", N_("Which bins? Write how they begin"));
	if (!strcmp(in->scope, "spot") && !in->lines.n)
		return err_field(e, "lines", N_("Which parts are to be counted?"));
	sheet = document_post(ctx, &(struct document){ .kind = DOC_COUNT_SHEET });
	db_exec(ctx->db,
		SQL("INSERT INTO stocktake (sheet_id, title, warehouse_id, scope, bin, blind, opened_at, "
		    "opened_by) "
		    "VALUES (:sheet, coalesce(:title, ''), :warehouse, :scope, :bin, :blind, :at, :user)"),
		BIND(B_INT("sheet", sheet), B_TEXT("title", in->title),
		     B_INT("warehouse", stock_warehouse(ctx, in->warehouse)), B_TEXT("scope", in->scope),
		     B_TEXT("bin", by_bin ? in->bin : NULL), B_INT("blind", in->blind), B_INT("at", ctx->now),
		     B_INT("user", ctx->user_id)));
	ctx->answer->id = db_last_id(ctx->db);
	for (size_t i = 0; i < in->lines.n; i++)
		db_exec(ctx->db,
			SQL("INSERT INTO stocktake_line (stocktake_id, part_id) VALUES (:take, :part) "
			    "ON CONFLICT DO NOTHING"),
			BIND(B_INT("take", ctx->answer->id),
			     B_INT("part", LINE_AT(in->lines, struct take_part, i)->part)));
	answer_say(ctx, N_("%s is open. Count on any terminal; sales go on"), ctx->answer->number);
	return true;
}

COMMAND(stocktake_open) = {
	.name = "stocktake.open",
	.title = N_("Open a stocktake"),
	.help = N_("A warehouse, some bins or single parts are counted from now on, beside the day's work."),
	.undo = UNDO_NONE,
	.input = take_open_input,
	.size = sizeof(struct take_open),
	.prints = "count_sheet",
	.run = take_open_run,
};

/* ---- stocktake.count ---- */

struct take_count {
	struct input input;
	int64_t stocktake, part, counted, cost, add;
	const char *batch;
};

static const struct field take_count_input[] = {
	FIELD(take_count, stocktake, "stocktake", N_("Stocktake"), VT_REF, REQUIRED,
	      .view = "stocktakes_open", .help = N_("The count that it is about, by its number.")),
	FIELD(take_count, part, "part", N_("Part"), VT_REF, REQUIRED, .view = "parts",
	      .help = N_("Scan it, or type its code or name.")),
	FIELD(take_count, counted, "counted", N_("Counted"), VT_QTY, REQUIRED, .max = QTY_MAX,
	      .help =
		  N_("What lies there now, all of it. What the books say at this moment is kept beside it.")),
	FIELD(take_count, batch, "batch", N_("Batch"), VT_CODE, .max = 40,
	      .help = N_("Of a part kept by batch: what lies there of this one; the others stay as the books "
			 "say.")),
	FIELD(take_count, add, "add", N_("Add to it"), VT_BOOL, .max = 1,
	      .help = N_("Yes: these are further pieces of a part that lies in two places.")),
	FIELD(take_count, cost, "cost", N_("Cost"), VT_MONEY, .max = MONEY_MAX, .right = "cost.see",
	      .help =
		  N_("What one is worth, where the books have it wrong; what that changes is gain or loss.")),
	{ 0 },
};

/* A stocktake and what it says of one part so far. */
struct counting {
	int64_t warehouse, book, value, group_qty;          /* now */
	int64_t line, counted, then_book, last_diff, times; /* of the count before */
	bool open, blind, listed;
	int64_t batch, batch_book, batch_counted; /* of the one that is counted; batch 0: none is named */
	bool batch_before;
};

static bool counting_read(struct ctx *ctx, int64_t stocktake, int64_t part, struct counting *ret)
{
	struct cur *c =
	    db_open(ctx->db,
		    SQL("SELECT t.warehouse_id, coalesce(s.qty, 0), coalesce(v.value, 0), coalesce(v.qty, "
			"0), coalesce(l.id, 0), "
			"l.counted, l.book, l.counted - l.book, coalesce(l.times, 0), t.state = 'open', "
			"t.blind, t.scope <> 'spot' "
			"FROM stocktake t "
			"LEFT JOIN stock s ON s.part_id = :part AND s.warehouse_id = t.warehouse_id "
			"LEFT JOIN stock_value v ON v.id = :part "
			"LEFT JOIN stocktake_line l ON l.stocktake_id = t.id AND l.part_id = :part WHERE "
			"t.id = :take"),
		    BIND(B_INT("part", part), B_INT("take", stocktake)));

	if (!cur_next(c))
		return false;
	*ret = (struct counting){ cur_int(c, 0), cur_int(c, 1), cur_int(c, 2),  cur_int(c, 3),
				  cur_int(c, 4), cur_int(c, 5), cur_int(c, 6),  cur_int(c, 7),
				  cur_int(c, 8), cur_int(c, 9), cur_int(c, 10), cur_int(c, 11) };
	cur_close(c);
	return true;
}

/* The batch that is counted, and what is known of it. */
static bool counting_batch(struct ctx *ctx, const struct take_count *in, struct counting *n, struct err *e)
{
	struct cur *c;

	if (!batch_named(ctx, in->part, in->batch, "batch", &n->batch, e) || !n->batch)
		return !in->batch;
	n->batch_book = db_int(
	    ctx->db,
	    SQL("SELECT qty FROM batch_stock WHERE part_id = :part AND warehouse_id = "
		":warehouse AND batch_id = :batch"),
	    BIND(B_INT("part", in->part), B_INT("warehouse", n->warehouse), B_INT("batch", n->batch)), 0);
	c = db_open(ctx->db,
		    SQL("SELECT counted FROM stocktake_batch WHERE line_id = :line AND batch_id = :batch"),
		    BIND(B_INT("line", n->line), B_INT("batch", n->batch)));
	if (cur_next(c)) {
		n->batch_before = true;
		n->batch_counted = cur_int(c, 0);
		cur_close(c);
	}
	return true;
}

/* The row of the part in the stocktake. */
static int64_t line_need(struct ctx *ctx, const struct take_count *in)
{
	db_exec(ctx->db,
		SQL("INSERT INTO stocktake_line (stocktake_id, part_id) VALUES (:take, :part) "
		    "ON CONFLICT DO NOTHING"),
		BIND(B_INT("take", in->stocktake), B_INT("part", in->part)));
	return db_int(ctx->db,
		      SQL("SELECT id FROM stocktake_line WHERE stocktake_id = :take AND part_id = :part"),
		      BIND(B_INT("take", in->stocktake), B_INT("part", in->part)), 0);
}

/* Keeps the count of a batch; returns what the part comes to with all batches that were counted. */
static int64_t batch_count(struct ctx *ctx, const struct take_count *in, const struct counting *n,
			   int64_t line)
{
	int64_t counted = in->counted + (in->add && n->batch_before ? n->batch_counted : 0);

	db_exec(ctx->db,
		SQL("INSERT INTO stocktake_batch (line_id, batch_id, counted, book) VALUES (:line, :batch, "
		    ":counted, :book) ON CONFLICT (line_id, batch_id) DO UPDATE SET counted = "
		    "excluded.counted, book = excluded.book"),
		BIND(B_INT("line", line), B_INT("batch", n->batch), B_INT("counted", counted),
		     B_INT("book", n->batch_book)));
	return n->book + db_int(ctx->db,
				SQL("SELECT sum(counted - book) FROM stocktake_batch WHERE line_id = :line"),
				BIND(B_INT("line", line)), 0);
}

static bool take_count_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct take_count *in = input;
	struct counting n;

	if (!HAS(in, stocktake))
		return true;
	counting_read(ctx, in->stocktake, HAS(in, part) ? in->part : 0, &n);
	if (!n.open)
		return err_field(e, "stocktake", N_("This stocktake is booked or dropped already"));
	if (HAS(in, part) && !n.listed && !n.line)
		return err_field(e, "part", N_("%s is not one of the parts of this spot check"),
				 part_title(ctx, in->part));
	if (HAS(in, part) && HAS(in, counted) && !part_qty_fits(ctx, in->part, in->counted, e)) {
		snprintf(e->field, sizeof e->field, "counted");
		return false;
	}
	if (HAS(in, part) && in->add && n.times && n.then_book != n.book)
		return err_field(
		    e, "add",
		    N_("%s has moved since it was counted. Count all of it once more, without adding"),
		    part_title(ctx, in->part));
	return true;
}

/* Must it be counted once more? When the difference is worth more than the tolerance, until two counts agree. */
static bool take_again(struct ctx *ctx, const struct counting *n, int64_t diff)
{
	int64_t tolerance = setting_int(ctx->db, SETTING_COUNT_TOLERANCE);
	int64_t worth = n->group_qty > 0 ? muldiv(n->value, diff, n->group_qty) : 0;

	if (worth < 0)
		worth = -worth;
	return worth > tolerance && !(n->times && n->last_diff == diff);
}

static bool take_count_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct take_count *in = input;
	struct counting n;
	int64_t counted, diff;
	bool again;

	if (!counting_read(ctx, in->stocktake, in->part, &n))
		return err_field(e, "stocktake", N_("This stocktake is not there"));
	if (!counting_batch(ctx, in, &n, e))
		return false;
	counted = n.batch ? batch_count(ctx, in, &n, line_need(ctx, in))
			  : in->counted + (in->add && n.times ? n.counted : 0);
	if (!n.batch && n.line)
		db_exec(ctx->db, SQL("DELETE FROM stocktake_batch WHERE line_id = :line"),
			BIND(B_INT("line", n.line)));
	diff = counted - n.book;
	again = take_again(ctx, &n, diff);
	db_exec(
	    ctx->db,
	    SQL("INSERT INTO stocktake_line (stocktake_id, part_id, counted, book, at, by_id, times, "
		"first_diff, recount, "
		"cost) VALUES (:take, :part, :counted, :book, :at, :user, 1, NULL, :again, iif(:has_cost, "
		":cost, NULL)) "
		"ON CONFLICT (stocktake_id, part_id) DO UPDATE SET first_diff = counted - book, "
		"counted = excluded.counted, book = excluded.book, at = excluded.at, by_id = excluded.by_id, "
		"times = times + 1, recount = excluded.recount, cost = coalesce(excluded.cost, cost), ver = "
		"ver + 1"),
	    BIND(B_INT("take", in->stocktake), B_INT("part", in->part), B_INT("counted", counted),
		 B_INT("book", n.book), B_INT("at", ctx->now), B_INT("user", ctx->user_id),
		 B_INT("again", again), B_INT("has_cost", HAS(in, cost)), B_INT("cost", in->cost)));
	ctx->answer->id = in->stocktake;
	answer_add_int(ctx, "counted", counted);
	answer_add_int(ctx, "again", again);
	if (again)
		answer_say(ctx, N_("%s: counted %s. The difference is large: count it once more"),
			   part_title(ctx, in->part), qty_text(ctx->arena, counted));
	else
		answer_say(ctx, N_("%s: counted %s"), part_title(ctx, in->part),
			   qty_text(ctx->arena, counted));
	return true;
}

/* The one that is open, where there is only one. */
static void take_count_fill(struct ctx *ctx, struct args *args)
{
	int64_t id =
	    db_int(ctx->db, SQL("SELECT iif(count(*) = 1, max(id), 0) FROM stocktake WHERE state = 'open'"),
		   NULL, 0);

	if (!args_get(args, "stocktake") && id)
		args_set_id(args, "stocktake", id);
}

COMMAND(stocktake_count) = {
	.name = "stocktake.count",
	.title = N_("Count a part"),
	.help = N_("What lies there of a part; counted again, the last count stands."),
	.undo = UNDO_ROWS,
	.input = take_count_input,
	.size = sizeof(struct take_count),
	.fill = take_count_fill,
	.may = take_count_may,
	.run = take_count_run,
};

/* ---- stocktake.drop ---- */

struct take_drop {
	struct input input;
	int64_t stocktake;
};

static const struct field take_drop_input[] = {
	FIELD(take_drop, stocktake, "stocktake", N_("Stocktake"), VT_REF, REQUIRED, .view = "stocktakes_open",
	      .help = N_("The count that it is about, by its number.")),
	{ 0 },
};

static bool take_drop_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct take_drop *in = input;

	(void)e;
	db_exec(
	    ctx->db,
	    SQL("UPDATE stocktake SET state = 'dropped', ver = ver + 1 WHERE id = :id AND state = 'open'"),
	    BIND(B_INT("id", in->stocktake)));
	ctx->answer->id = in->stocktake;
	answer_say(ctx, N_("The stocktake is dropped; nothing was booked"));
	return true;
}

COMMAND(stocktake_drop) = {
	.name = "stocktake.drop",
	.title = N_("Drop a stocktake"),
	.help = N_("What was counted is not booked."),
	.undo = UNDO_ROWS,
	.input = take_drop_input,
	.size = sizeof(struct take_drop),
	.run = take_drop_run,
};
