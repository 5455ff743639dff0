/* job_line.c - what is done and fitted: labour, parts and fees on a work order. */
#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/job.h"

#define TEXT_MOST 120

/* ---- job.labour, job.part, job.fee ---- */

struct line_add {
	struct input input;
	int64_t job, labour, part, qty, hours, price, technician, payer;
	const char *text;
};

#define FIELD_JOB FIELD(line_add, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs")
#define FIELD_PRICE(...)                                                                                     \
	FIELD(line_add, price, "price", N_("Price"), VT_MONEY, .min = 0, .max = MONEY_MAX, __VA_ARGS__)
#define FIELD_PAYER                                                                                          \
	FIELD(line_add, payer, "payer", N_("Payer"), VT_REF, .view = "parties",                              \
	      .help = N_("Who pays this line, when it is not the payer of the work order."))

static const struct field job_labour_input[] = {
	FIELD_JOB,
	FIELD(line_add, labour, "labour", N_("Labour item"), VT_REF, STOP, .view = "labour"),
	FIELD(line_add, text, "text", N_("In words"), VT_TEXT, .max = TEXT_MOST,
	      .help = N_("Work that is not in the list; it needs a price.")),
	FIELD(line_add, hours, "hours", N_("Hours"), VT_QTY, .min = 0, .max = QTY_MAX),
	FIELD_PRICE(.help = N_("Empty takes that of the list.")),
	FIELD(line_add, technician, "technician", N_("Technician"), VT_REF, .view = "staff"),
	FIELD_PAYER,
	{ 0 },
};

static const struct field job_part_input[] = {
	FIELD_JOB,
	FIELD(line_add, part, "part", N_("Part"), VT_REF, STOP, .view = "parts"),
	FIELD(line_add, text, "text", N_("In words"), VT_TEXT, .max = TEXT_MOST,
	      .help = N_("A part that is not in the catalogue; it needs a price.")),
	FIELD(line_add, qty, "qty", N_("Quantity"), VT_QTY, STOP, .min = 1, .max = QTY_MAX,
	      .help = N_("1 when empty.")),
	FIELD_PRICE(.help = N_("Empty takes that of the list.")),
	FIELD_PAYER,
	{ 0 },
};

static const struct field job_fee_input[] = {
	FIELD_JOB,
	FIELD(line_add, text, "text", N_("What for"), VT_TEXT, REQUIRED, .max = TEXT_MOST),
	FIELD_PRICE(REQUIRED),
	FIELD_PAYER,
	{ 0 },
};

/* What the line will be: of the list, or in words. */
static void line_make(struct ctx *ctx, const struct line_add *in, const char *kind, struct job_line *ret)
{
	struct cur *c;

	*ret = (struct job_line){ .job_id = in->job,
				  .kind = kind,
				  .text = in->text,
				  .qty = HAS(in, qty) ? in->qty : 1000,
				  .hours = in->hours,
				  .list_price = in->price,
				  .price = in->price,
				  .labour_id = in->labour,
				  .part_id = in->part,
				  .payer_id = in->payer,
				  .technician_id = in->technician };
	if (!in->labour && !in->part)
		return;
	c = in->part ? db_open(ctx->db, SQL("SELECT name, price, 0 FROM part WHERE id = :id"),
			       BIND(B_INT("id", in->part)))
		     : db_open(ctx->db, SQL("SELECT name, price, hours FROM labour WHERE id = :id"),
			       BIND(B_INT("id", in->labour)));
	if (cur_next(c)) {
		if (!in->text)
			ret->text = arena_strdup(ctx->arena, cur_text(c, 0));
		ret->list_price = cur_int(c, 1);
		if (!HAS(in, hours))
			ret->hours = cur_int(c, 2);
		cur_close(c);
	}
	if (!HAS(in, price))
		ret->price = job_list_price(ctx, in->job, in->labour != 0, ret->list_price);
}

/* A price below the list's is a discount that the person must be allowed to give. */
static bool price_allowed(struct ctx *ctx, const struct line_add *in, const struct job_line *l, struct err *e)
{
	if (!HAS(in, price) || (!in->labour && !in->part))
		return true;
	return job_price_within(ctx, "price", job_list_price(ctx, in->job, in->labour != 0, l->list_price),
				in->price, e);
}

static bool line_add_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct line_add *in = input;
	struct job_line l;

	if (!HAS(in, job))
		return true;
	if (!job_may_change(ctx, in->job, e))
		return false;
	line_make(ctx, in, "", &l);
	return price_allowed(ctx, in, &l, e) && job_line_fits(ctx, in->job, l.qty, l.price, e);
}

static bool line_add_run(struct ctx *ctx, const struct line_add *in, const char *kind, const char *list,
			 struct err *e)
{
	struct job_line l;

	line_make(ctx, in, kind, &l);
	if (!l.text)
		return err_field(e, list, N_("Say what it is: from the list, or in words with a price"));
	if (!in->labour && !in->part && !HAS(in, price))
		return err_field(e, "price", N_("“%s” is not in the list, so it needs a price"), l.text);
	ctx->answer->id = job_line_add(ctx, &l);
	answer_say(ctx, N_("%s: %s"), l.text, money_text(ctx->arena, qty_price(l.qty, l.price)));
	return true;
}

static bool job_labour_run(struct ctx *ctx, const void *input, struct err *e)
{
	return line_add_run(ctx, input, "labour", "labour", e);
}

static bool job_part_run(struct ctx *ctx, const void *input, struct err *e)
{
	return line_add_run(ctx, input, "part", "part", e);
}

static bool job_fee_run(struct ctx *ctx, const void *input, struct err *e)
{
	return line_add_run(ctx, input, "fee", "text", e);
}

COMMAND(job_labour) = {
	.name = "job.labour",
	.title = N_("Add labour"),
	.help = N_("A labour item of the list, or work in words with a price."),
	.undo = UNDO_ROWS,
	.input = job_labour_input,
	.size = sizeof(struct line_add),
	.may = line_add_may,
	.run = job_labour_run,
};

COMMAND(job_part) = {
	.name = "job.part",
	.title = N_("Add a part to the job"),
	.help = N_("A part of the catalogue, or one in words with a price."),
	.undo = UNDO_ROWS,
	.input = job_part_input,
	.size = sizeof(struct line_add),
	.may = line_add_may,
	.run = job_part_run,
};

COMMAND(job_fee) = {
	.name = "job.fee",
	.title = N_("Add a fee"),
	.help = N_("Towing, disposal, inspection: what is neither labour nor a part."),
	.undo = UNDO_ROWS,
	.input = job_fee_input,
	.size = sizeof(struct line_add),
	.may = line_add_may,
	.run = job_fee_run,
};

/* ---- lines that are there ---- */

bool job_line_read(struct ctx *ctx, int64_t id, struct job_line_row *ret)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT job_id, kind, state, text, qty, list_price, price, amount, issued_qty, authorised, "
		"coalesce(part_id, labour_id, 0) FROM job_line WHERE id = :id"),
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
		.price = cur_int(c, 6),
		.amount = cur_int(c, 7),
		.issued_qty = cur_int(c, 8),
		.authorised = cur_int(c, 9),
		.listed = cur_int(c, 10) != 0,
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
		SQL("UPDATE job_line SET qty = :qty, price = :price, amount = :amount, ver = ver + 1 WHERE "
		    "id = :id"),
		BIND(B_INT("qty", qty), B_INT("price", price), B_INT("amount", amount), B_INT("id", l->id)));
	job_sum(ctx, l->job_id);
}

/* ---- job.drop ---- */

struct line_edit {
	struct input input;
	int64_t job, line, price, qty;
	const char *reason;
};

#define FIELD_THE_JOB  FIELD(line_edit, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs")
#define FIELD_THE_LINE FIELD(line_edit, line, "line", N_("Line"), VT_REF, REQUIRED, .view = "job_lines")

static const struct field job_drop_input[] = {
	FIELD_THE_JOB,
	FIELD_THE_LINE,
	FIELD(line_edit, reason, "reason", N_("Reason"), VT_TEXT, REQUIRED, .max = TEXT_MOST),
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
	FIELD(line_edit, price, "price", N_("Price"), VT_MONEY, REQUIRED, .min = 0, .max = MONEY_MAX),
	{ 0 },
};

static const struct field job_line_qty_input[] = {
	FIELD_THE_JOB,
	FIELD_THE_LINE,
	FIELD(line_edit, qty, "qty", N_("Quantity"), VT_QTY, REQUIRED, .min = 1, .max = QTY_MAX),
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
	if (HAS(in, price) && l.listed &&
	    !job_price_within(ctx, "price",
			      job_list_price(ctx, l.job_id, !strcmp(l.kind, "labour"), l.list_price),
			      in->price, e))
		return false;
	if (HAS(in, qty) && strcmp(l.kind, "part") != 0)
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
