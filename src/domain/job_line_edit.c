/* job_line_edit.c - a line of a work order that is there: another price or quantity, or it is dropped. */
#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/document.h"
#include "domain/job.h"

#define TEXT_MOST 120

/* ---- lines that are there ---- */

bool job_line_read(struct ctx *ctx, int64_t id, struct job_line_row *ret)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT job_id, kind, state, text, qty, list_price, coalesce(rule_price, list_price), price, "
		"amount, issued_qty, authorised, part_id, labour_id, sublet_id, free_reason IS NOT NULL "
		"FROM job_line WHERE id = :id"),
	    BIND(B_INT("id", id)));

	if (!cur_next(c))
		return false;
	*ret = (struct job_line_row){
		.id = id,
		.job_id = cur_int(c, 0),
		.kind = arena_strdup(ctx->arena, cur_text(c, 1)),
		.state = arena_strdup(ctx->arena, cur_text(c, 2)),
		.text = arena_strdup(ctx->arena, cur_text(c, 3)),
		.qty = cur_int(c, 4),
		.list_price = cur_int(c, 5),
		.rule_price = cur_int(c, 6),
		.price = cur_int(c, 7),
		.amount = cur_int(c, 8),
		.issued_qty = cur_int(c, 9),
		.authorised = cur_int(c, 10),
		.part_id = cur_int(c, 11),
		.labour_id = cur_int(c, 12),
		.sublet_id = cur_int(c, 13),
		.listed = cur_int(c, 11) || cur_int(c, 12),
		.free = cur_int(c, 14) != 0,
	};
	cur_close(c);
	return true;
}

bool job_line_may_change(struct ctx *ctx, int64_t job_id, int64_t line_id, struct job_line_row *ret,
			 struct err *e)
{
	if (!job_may_change(ctx, job_id, e))
		return false;
	if (!job_line_read(ctx, line_id, ret) || ret->job_id != job_id)
		return err_field(e, "line", N_("That line is not on this work order. Look at it again (F5)"));
	if (!strcmp(ret->state, "dropped"))
		return err_field(e, "line", N_("“%s” was dropped. Add it again instead"), ret->text);
	return true;
}

bool job_line_not_issued(struct ctx *ctx, const struct job_line_row *l, struct err *e)
{
	if (l->sublet_id)
		return err_field(e, "line", N_("“%s” is booked with %s. Reverse that first (reverse)"),
				 l->text, document_number(ctx, l->sublet_id));
	if (l->issued_qty == 0)
		return true;
	return err_field(e, "line", N_("%s of “%s” is issued. Return it to the store first (stock.return)"),
			 qty_text(ctx->arena, l->issued_qty), l->text);
}

void job_line_to(struct ctx *ctx, const struct job_line_row *l, const char *state, const char *reason)
{
	bool was_on = !strcmp(l->state, "on"), is_on = !strcmp(state, "on");

	db_exec(ctx->db,
		SQL("UPDATE job_line SET state = :state, reason = coalesce(:reason, reason), ver = ver + 1 "
		    "WHERE id = :id"),
		BIND(B_TEXT("state", state), B_TEXT("reason", reason), B_INT("id", l->id)));
	/* the customer's yes was to this line: it goes and comes back with it */
	if (l->authorised && was_on != is_on)
		db_exec(ctx->db,
			SQL("UPDATE job SET authorised = max(authorised + :change, 0) WHERE id = :job"),
			BIND(B_INT("change", is_on ? l->amount : -l->amount), B_INT("job", l->job_id)));
	job_sum(ctx, l->job_id);
}

/* What the customer's yes to the line is worth when its amount changes by that. */
static void yes_follows(struct ctx *ctx, const struct job_line_row *l, int64_t change)
{
	bool on = !strcmp(l->state, "on");
	struct job j;

	if (!l->authorised || change == 0 || !job_read(ctx, l->job_id, &j))
		return;
	if (on && (change < 0 || j.total + change > j.authorised))
		db_exec(ctx->db,
			SQL("UPDATE job SET authorised = max(authorised - :less, 0) WHERE id = :job"),
			BIND(B_INT("less", change < 0 ? -change : l->amount), B_INT("job", l->job_id)));
	if (change > 0 && (!on || j.total + change > j.authorised))
		db_exec(ctx->db, SQL("UPDATE job_line SET authorised = 0 WHERE id = :id"),
			BIND(B_INT("id", l->id)));
}

void job_line_set(struct ctx *ctx, const struct job_line_row *l, int64_t qty, int64_t price)
{
	int64_t amount = qty_price(qty, price);

	yes_follows(ctx, l, amount - l->amount);
	db_exec(ctx->db,
		SQL("UPDATE job_line SET qty = :qty, price = :price, amount = :amount, "
		    "priced_by = CASE :price WHEN price THEN priced_by WHEN coalesce(rule_price, list_price) "
		    "THEN "
		    "NULL ELSE :user END, "
		    "bears = iif(:price > 0 AND bears = 'shop', NULL, bears), "
		    "free_reason = iif(:price > 0, NULL, free_reason), ver = ver + 1 WHERE id = :id"),
		BIND(B_INT("qty", qty), B_INT("price", price), B_INT("amount", amount),
		     B_INT("user", ctx->user_id), B_INT("id", l->id)));
	/* what came back and has a price is charged */
	if (price > 0)
		db_exec(ctx->db,
			SQL("UPDATE comeback SET bears = 'charge', ver = ver + 1 WHERE id = :id AND bears <> "
			    "'charge'"),
			BIND(B_INT("id", l->id)));
	job_sum(ctx, l->job_id);
}

void job_line_free(struct ctx *ctx, const struct job_line_row *l, const char *bears, const char *reason)
{
	job_line_set(ctx, l, l->qty, 0);
	db_exec(ctx->db,
		SQL("UPDATE job_line SET free_reason = :reason, bears = coalesce(:bears, bears), "
		    "payer_id = iif(:bears = 'shop', NULL, payer_id) WHERE id = :id"),
		BIND(B_TEXT("reason", reason), B_TEXT("bears", bears), B_INT("id", l->id)));
}

/* ---- job.drop ---- */

struct line_edit {
	struct input input;
	int64_t job, line, price, qty;
	const char *reason;
};

#define FIELD_THE_JOB                                                                                        \
	FIELD(line_edit, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",                \
	      .help = N_("By its number or the plate of the car."))
#define FIELD_THE_LINE                                                                                       \
	FIELD(line_edit, line, "line", N_("Line"), VT_REF, REQUIRED, .view = "job_lines",                    \
	      .help = N_("A line of this work order."))

static const struct field job_drop_input[] = {
	FIELD_THE_JOB,
	FIELD_THE_LINE,
	FIELD(line_edit, reason, "reason", N_("Reason"), VT_TEXT, REQUIRED, .max = TEXT_MOST,
	      .help = N_("Why it is taken off; it stays in the journal.")),
	{ 0 },
};

static bool job_drop_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct line_edit *in = input;
	struct job_line_row l;

	if (!HAS(in, job) || !HAS(in, line))
		return !HAS(in, job) || job_may_change(ctx, in->job, e);
	return job_line_may_change(ctx, in->job, in->line, &l, e) && job_line_not_issued(ctx, &l, e);
}

static bool job_drop_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct line_edit *in = input;
	struct job_line_row l;

	if (!job_line_may_change(ctx, in->job, in->line, &l, e))
		return false;
	job_line_to(ctx, &l, "dropped", in->reason);
	ctx->answer->id = l.id;
	answer_say(ctx, N_("“%s” is dropped"), l.text);
	return true;
}

COMMAND(job_drop) = {
	.name = "job.drop",
	.title = N_("Drop a line"),
	.help = N_("Takes a line off the work order for good; what was issued is returned first."),
	.undo = UNDO_ROWS,
	.input = job_drop_input,
	.size = sizeof(struct line_edit),
	.edits = "line",
	.edits_table = "job_line",
	.may = job_drop_may,
	.run = job_drop_run,
};

/* ---- job.line_price, job.line_qty ---- */

static const struct field job_line_price_input[] = {
	FIELD_THE_JOB,
	FIELD_THE_LINE,
	FIELD(line_edit, price, "price", N_("Price"), VT_MONEY, REQUIRED, .min = 0, .max = MONEY_MAX,
	      .help = N_("For one unit, tax included.")),
	{ 0 },
};

static const struct field job_line_qty_input[] = {
	FIELD_THE_JOB,
	FIELD_THE_LINE,
	FIELD(line_edit, qty, "qty", N_("Quantity"), VT_QTY, REQUIRED, .min = 1, .max = QTY_MAX,
	      .help = N_("How many units are needed.")),
	{ 0 },
};

/* The line as it would be. */
static void line_edited(const struct line_edit *in, const struct job_line_row *l, int64_t *ret_qty,
			int64_t *ret_price)
{
	*ret_qty = HAS(in, qty) ? in->qty : l->qty;
	*ret_price = HAS(in, price) ? in->price : l->price;
}

/* Does the sum stay countable when the line becomes that? */
static bool edit_fits(struct ctx *ctx, const struct line_edit *in, const struct job_line_row *l,
		      struct err *e)
{
	int64_t total =
	    db_int(ctx->db, SQL("SELECT total FROM job WHERE id = :id"), BIND(B_INT("id", l->job_id)), 0);
	int64_t qty, price;

	line_edited(in, l, &qty, &price);
	if (!strcmp(l->state, "on"))
		total -= l->amount;
	if (total + qty_price(qty, price) <= MONEY_MAX)
		return true;
	return err_field(e, HAS(in, qty) ? "qty" : "price",
			 N_("That comes to more than can be billed. Look at quantity and price again"));
}

static bool line_edit_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct line_edit *in = input;
	struct job_line_row l;

	if (!HAS(in, job) || !HAS(in, line))
		return !HAS(in, job) || job_may_change(ctx, in->job, e);
	if (!job_line_may_change(ctx, in->job, in->line, &l, e))
		return false;
	if (HAS(in, price) && l.listed && !job_price_within(ctx, "price", l.rule_price, in->price, e))
		return false;
	if (HAS(in, price) && !strcmp(l.kind, "own_part"))
		return err_field(e, "price", N_("“%s” is the customer's own part and has no price"), l.text);
	if (HAS(in, qty) && strcmp(l.kind, "part") != 0 && strcmp(l.kind, "own_part") != 0)
		return err_field(e, "qty", N_("“%s” is not counted. Change its price instead"), l.text);
	return edit_fits(ctx, in, &l, e);
}

static bool line_edit_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct line_edit *in = input;
	struct job_line_row l;
	int64_t qty, price;

	if (!job_line_may_change(ctx, in->job, in->line, &l, e))
		return false;
	line_edited(in, &l, &qty, &price);
	job_line_set(ctx, &l, qty, price);
	ctx->answer->id = l.id;
	answer_say(ctx, N_("%s: %s"), l.text, money_text(ctx->arena, qty_price(qty, price)));
	return true;
}

COMMAND(job_line_price) = {
	.name = "job.line_price",
	.title = N_("Price of a line"),
	.help = N_("Another price for one line; below the list's only as far as one's role may go."),
	.undo = UNDO_ROWS,
	.input = job_line_price_input,
	.size = sizeof(struct line_edit),
	.edits = "line",
	.edits_table = "job_line",
	.may = line_edit_may,
	.run = line_edit_run,
};

COMMAND(job_line_qty) = {
	.name = "job.line_qty",
	.title = N_("Quantity of a line"),
	.help = N_("Another quantity for a part."),
	.undo = UNDO_ROWS,
	.input = job_line_qty_input,
	.size = sizeof(struct line_edit),
	.edits = "line",
	.edits_table = "job_line",
	.may = line_edit_may,
	.run = line_edit_run,
};
