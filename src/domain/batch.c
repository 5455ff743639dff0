/* batch.c - what is decided about batches: which parts are kept by them, until when one is good, and that nothing of
 * one goes out any more. */
#include "base/date.h"
#include "domain/part.h"
#include "domain/stock_batch.h"

/* ---- part.category ---- */

struct category {
	struct input input;
	int64_t category, batch;
	const char *title;
};

static const struct field category_input[] = {
	FIELD(category, category, "category", N_("Category"), VT_REF, REQUIRED, .view = "part_categories",
	      .help = N_("A category of parts; a new one is made by writing it at a part.")),
	FIELD(category, title, "title", N_("Title"), VT_TEXT, .max = 40,
	      .help = N_("As lists and reports call it.")),
	FIELD(category, batch, "batch", N_("Kept by batch"), VT_BOOL, .max = 1,
	      .help = N_("Yes: receipts of its parts ask for batch and expiry, and what expires first goes "
			 "out first.")),
	{ 0 },
};

/* The parts of a category, one after the other. */
static int64_t part_after(struct ctx *ctx, int64_t category, int64_t last)
{
	return db_int(ctx->db, SQL("SELECT min(id) FROM part WHERE category_id = :category AND id > :last"),
		      BIND(B_INT("category", category), B_INT("last", last)), 0);
}

static bool category_keep(struct ctx *ctx, const struct category *in, struct err *e)
{
	for (int64_t id = part_after(ctx, in->category, 0); id; id = part_after(ctx, in->category, id)) {
		if (in->batch)
			batch_keep(ctx, id);
		else if (!batch_keep_not(ctx, id, "batch", e))
			return false;
	}
	return true;
}

static bool category_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct category *in = input;

	db_exec(ctx->db,
		SQL("UPDATE part_category SET title = coalesce(:title, title), batch = iif(:has, :batch, "
		    "batch), ver = ver + 1 WHERE id = :id"),
		BIND(B_TEXT("title", in->title), B_INT("has", HAS(in, batch)), B_INT("batch", in->batch),
		     B_INT("id", in->category)));
	ctx->answer->id = in->category;
	answer_say(ctx, N_("Saved"));
	return !HAS(in, batch) || category_keep(ctx, in, e);
}

COMMAND(part_category) = {
	.name = "part.category",
	.title = N_("Category of parts"),
	.help = N_("Its title, and whether its parts are kept by batch and expiry."),
	.undo = UNDO_ROWS,
	.input = category_input,
	.size = sizeof(struct category),
	.edits = "category",
	.edits_table = "part_category",
	.run = category_run,
};

/* ---- stock.batch ---- */

struct batch {
	struct input input;
	int64_t batch, expires, again;
	const char *stop;
};

static const struct field batch_input[] = {
	FIELD(batch, batch, "batch", N_("Batch"), VT_REF, REQUIRED, .view = "batches_all",
	      .help = N_("By part and number, such as OIL/B2026-11.")),
	FIELD(batch, expires, "expires", N_("Good until"), VT_DATE, .lean = DATE_FUTURE,
	      .help = N_("The last day it is good, where the receipt had it wrong or did not say.")),
	FIELD(batch, stop, "stop", N_("Stopped because"), VT_TEXT, STOP, .max = 80,
	      .help = N_("A recall, a complaint: nothing of it is sold or fitted from now on.")),
	FIELD(batch, again, "again", N_("May go out again"), VT_BOOL, .max = 1,
	      .help = N_("Yes: the stop is over.")),
	{ 0 },
};

static bool batch_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct batch *in = input;

	if (!HAS(in, batch))
		return true;
	if (db_exists(ctx->db, SQL("SELECT 1 FROM batch WHERE id = :id AND number = ''"),
		      BIND(B_INT("id", in->batch))))
		return err_field(e, "batch",
				 N_("These goods have no batch number: nothing can be said of them as one "
				    "batch"));
	return !in->stop || !in->again ||
	       err_field(e, "again", N_("Either it is stopped, or it may go out again"));
}

static bool batch_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct batch *in = input;
	const char *number = db_text(ctx->db, ctx->arena, SQL("SELECT number FROM batch WHERE id = :id"),
				     BIND(B_INT("id", in->batch)));

	(void)e;
	db_exec(ctx->db,
		SQL("UPDATE batch SET expires_on = iif(:has, :expires, expires_on), stopped = iif(:again, "
		    "NULL, coalesce(:stop, stopped)), ver = ver + 1 WHERE id = :id"),
		BIND(B_INT("has", HAS(in, expires)), B_INT("expires", in->expires), B_INT("again", in->again),
		     B_TEXT("stop", in->stop), B_INT("id", in->batch)));
	ctx->answer->id = in->batch;
	if (in->stop)
		answer_say(ctx, N_("Nothing of batch %s goes out any more; who has it is in the recall list"),
			   number ? number : "");
	else
		answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(stock_batch) = {
	.name = "stock.batch",
	.title = N_("Change a batch"),
	.help = N_("Until when it is good; that nothing of it goes out, as in a recall, or goes out again."),
	.undo = UNDO_ROWS,
	.input = batch_input,
	.size = sizeof(struct batch),
	.edits = "batch",
	.edits_table = "batch",
	.may = batch_may,
	.run = batch_run,
};
