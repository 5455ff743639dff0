/* stocktake_post.c - a stocktake is approved: what the counts found is booked as gain and loss. */
#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/choice.h"
#include "domain/consign.h"
#include "domain/document.h"
#include "domain/ledger.h"
#include "domain/part.h"
#include "domain/stock.h"

struct approve {
	struct input input;
	int64_t stocktake;
	const char *uncounted;
};

static const struct field approve_input[] = {
	FIELD(approve, stocktake, "stocktake", N_("Stocktake"), VT_REF, REQUIRED, .view = "stocktakes_open",
	      .help = N_("The count that it is about, by its number.")),
	FIELD(approve, uncounted, "uncounted", N_("What was not counted"), VT_CHOICE, STOP,
	      .choices = choice_take_uncounted,
	      .help = N_("Stays as the books have it, or is not there: then it is booked as lost.")),
	{ 0 },
};

static bool approve_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct approve *in = input;
	const char *part;

	if (!HAS(in, stocktake))
		return true;
	part = db_text(
	    ctx->db, ctx->arena,
	    SQL("SELECT p.code || ' ' || p.name FROM stocktake_line l JOIN part p ON p.id = l.part_id "
		"WHERE l.stocktake_id = :id AND l.recount = 1 ORDER BY l.id LIMIT 1"),
	    BIND(B_INT("id", in->stocktake)));
	if (part)
		return err_field(e, "stocktake",
				 N_("%s differs by more than the tolerance and has to be counted once more"),
				 part);
	return db_exists(ctx->db,
			 SQL("SELECT 1 FROM stocktake_line WHERE stocktake_id = :id AND counted IS NOT NULL"),
			 BIND(B_INT("id", in->stocktake))) ||
	       err_field(e, "stocktake", N_("Nothing has been counted yet"));
}

/* A count that is booked. */
struct found {
	int64_t part, book, counted, cost;
	bool has_cost;
	int64_t line; /* of the stocktake; 0: it was not counted */
};

static struct found *found_read(struct ctx *ctx, int64_t stocktake, bool uncounted_gone, size_t *ret_n)
{
	struct cur *c =
	    db_open(ctx->db,
		    SQL("SELECT l.part_id, l.book, l.counted, l.cost, l.id FROM stocktake_line l "
			"WHERE l.stocktake_id = :take AND l.counted IS NOT NULL AND (l.counted <> l.book OR "
			"l.cost IS NOT NULL OR EXISTS (SELECT 1 FROM stocktake_batch b WHERE b.line_id = "
			"l.id AND b.counted <> b.book)) "
			"UNION ALL "
			"SELECT s.part_id, s.qty, 0, NULL, 0 FROM stocktake t "
			"JOIN stock s ON s.warehouse_id = t.warehouse_id AND s.qty > 0 JOIN part p ON p.id = "
			"s.part_id "
			"LEFT JOIN part_bin b ON b.part_id = s.part_id AND b.warehouse_id = s.warehouse_id "
			"LEFT JOIN stocktake_line l ON l.stocktake_id = t.id AND l.part_id = s.part_id "
			"WHERE :gone AND t.id = :take AND l.counted IS NULL AND (t.scope <> 'spot' OR l.id "
			"IS NOT NULL) "
			"AND (t.bin IS NULL OR coalesce(b.bin, p.bin, '') LIKE t.bin || '%') "
			"ORDER BY 1"),
		    BIND(B_INT("take", stocktake), B_INT("gone", uncounted_gone)));
	struct found *f = NULL;
	size_t n = 0;

	while (cur_next(c)) {
		ARENA_MORE(ctx->arena, f, n);
		f[n++] = (struct found){ cur_int(c, 0), cur_int(c, 1),   cur_int(c, 2),
					 cur_int(c, 3), !cur_null(c, 3), cur_int(c, 4) };
	}
	*ret_n = n;
	return f;
}

static bool book_difference(struct ctx *ctx, const struct found *f, const struct stock_move *at,
			    int64_t *ret_value, struct err *e)
{
	struct stock_move m = *at;
	int64_t diff = f->counted - f->book, cost;

	*ret_value = 0;
	if (diff == 0)
		return true;
	m.qty = diff < 0 ? -diff : diff;
	if (diff > 0) {
		cost =
		    m.consigned ? 0
		    : f->has_cost
			? f->cost
			: db_int(
			      ctx->db,
			      SQL("SELECT coalesce(muldiv(v.value, 1000, nullif(v.qty, 0)), p.last_cost, 0) "
				  "FROM part p LEFT JOIN stock_value v ON v.id = p.id WHERE p.id = :id"),
			      BIND(B_INT("id", f->part)), 0);
		*ret_value = qty_price(diff, cost);
		return stock_put(ctx, &m, *ret_value, e);
	}
	if (db_int(ctx->db, SQL("SELECT qty FROM stock WHERE part_id = :part AND warehouse_id = :warehouse"),
		   BIND(B_INT("part", f->part), B_INT("warehouse", m.warehouse_id)), 0) < m.qty)
		return err_field(e, "stocktake",
				 N_("More of %s is missing than is left by now. Count it once more"),
				 part_title(ctx, f->part));
	if (!stock_take(ctx, &m, ret_value, e))
		return false;
	*ret_value = -*ret_value;
	return true;
}

static bool batches_counted(struct ctx *ctx, int64_t line)
{
	return db_exists(ctx->db, SQL("SELECT 1 FROM stocktake_batch WHERE line_id = :line"),
			 BIND(B_INT("line", line)));
}

/* A part that was counted by batch: each batch has its own difference. */
static bool book_batches(struct ctx *ctx, const struct found *f, const struct stock_move *at,
			 int64_t *ret_value, struct err *e)
{
	int64_t last = 0, value, sum = 0;

	for (;;) {
		struct found one = *f;
		struct stock_move m = *at;
		struct cur *c = db_open(ctx->db,
					SQL("SELECT id, batch_id, book, counted FROM stocktake_batch WHERE "
					    "line_id = :line AND id > :last ORDER BY id LIMIT 1"),
					BIND(B_INT("line", f->line), B_INT("last", last)));

		if (!cur_next(c))
			break;
		last = cur_int(c, 0);
		m.batch_id = cur_int(c, 1);
		one.book = cur_int(c, 2);
		one.counted = cur_int(c, 3);
		cur_close(c);
		if (!book_difference(ctx, &one, &m, &value, e))
			return false;
		sum += value;
	}
	*ret_value = sum;
	return true;
}

/* The value of all that is on hand becomes what was said that one is worth. */
static bool book_cost(struct ctx *ctx, const struct found *f, const struct stock_move *at, int64_t *ret_value,
		      struct err *e)
{
	struct cur *c;
	int64_t qty = 0, value = 0;

	*ret_value = 0;
	if (!f->has_cost || at->consigned)
		return true;
	c = db_open(ctx->db, SQL("SELECT qty, value FROM stock_value WHERE id = :id"),
		    BIND(B_INT("id", f->part)));
	if (cur_next(c)) {
		qty = cur_int(c, 0);
		value = cur_int(c, 1);
		cur_close(c);
	}
	if (!qty)
		return true;
	return stock_revalue(ctx, at, qty_price(qty, f->cost) - value, ret_value, e);
}

/* What is booked in one document: no more than a person can read. */
struct booking {
	struct ctx *ctx;
	struct err *e;
	struct posting *p;
	int64_t stocktake, warehouse, document, gained, lost;
	bool consigned; /* goods of a supplier: their quantity alone */
};

#define PARTS_A_DOCUMENT 400

static bool book_found(struct booking *b, const struct found *f)
{
	struct ctx *ctx = b->ctx;
	struct stock_move at = { .part_id = f->part,
				 .warehouse_id = b->warehouse,
				 .document_id = b->document,
				 .consigned = b->consigned };
	int64_t value, cost_value, all;

	if (!(f->line && batches_counted(ctx, f->line) ? book_batches(ctx, f, &at, &value, b->e)
						       : book_difference(ctx, f, &at, &value, b->e)) ||
	    !book_cost(ctx, f, &at, &cost_value, b->e))
		return false;
	all = value + cost_value;
	db_exec(ctx->db,
		SQL("INSERT INTO stocktake_found (stocktake_id, document_id, part_id, book, counted, value, "
		    "cost_value) "
		    "VALUES (:take, :document, :part, :book, :counted, :value, :cost)"),
		BIND(B_INT("take", b->stocktake), B_INT("document", b->document), B_INT("part", f->part),
		     B_INT("book", f->book), B_INT("counted", f->counted), B_INT("value", value),
		     B_INT("cost", cost_value)));
	posting_add(b->p, (struct posting_line){ .account = ACC_STOCK, .amount = all, .part_id = f->part });
	posting_add(b->p, (struct posting_line){ .account = ACC_STOCKTAKE, .amount = -all });
	*(all < 0 ? &b->lost : &b->gained) += all;
	return true;
}

static bool book_document(struct booking *b, const struct found *f, size_t n)
{
	b->p = posting_new(b->ctx->arena);
	b->document = document_post(b->ctx, &(struct document){ .kind = DOC_STOCKTAKE });
	for (size_t i = 0; i < n; i++)
		if (!book_found(b, &f[i]))
			return false;
	return ledger_post(b->ctx, b->document, b->p, b->e);
}

static bool approve_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct approve *in = input;
	struct booking b = { .ctx = ctx, .e = e, .stocktake = in->stocktake };
	size_t n, i = 0;
	struct found *f = found_read(ctx, in->stocktake, in->uncounted && !strcmp(in->uncounted, "gone"), &n);

	b.warehouse = db_int(ctx->db, SQL("SELECT warehouse_id FROM stocktake WHERE id = :id"),
			     BIND(B_INT("id", in->stocktake)), 0);
	b.consigned = consign_is(ctx, b.warehouse);
	do {
		size_t most = n - i < PARTS_A_DOCUMENT ? n - i : PARTS_A_DOCUMENT;

		if (!book_document(&b, f + i, most))
			return false;
		i += most;
	} while (i < n);
	db_exec(ctx->db,
		SQL("UPDATE stocktake SET state = 'booked', document_id = :document, ver = ver + 1 WHERE id "
		    "= :id"),
		BIND(B_INT("document", b.document), B_INT("id", in->stocktake)));
	answer_say(ctx, N_("%s: gained %s, lost %s"), ctx->answer->number, money_text(ctx->arena, b.gained),
		   money_text(ctx->arena, -b.lost));
	return true;
}

COMMAND(stocktake_approve) = {
	.name = "stocktake.approve",
	.title = N_("Approve a stocktake"),
	.help = N_("The differences are booked as gain and loss; what was sold since each count stays sold."),
	.undo = UNDO_REVERSE,
	.input = approve_input,
	.size = sizeof(struct approve),
	.prints = "stocktake",
	.may = approve_may,
	.run = approve_run,
};
