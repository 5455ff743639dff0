/* stock_issue.c - parts leave the store for a work order.
 *
 * An issue moves the value from stock to the job's work in progress. It fills the open lines of the job in
 * their order; what is more than billed goes onto the same line (finishing asks about it), and a part that is
 * not on the job becomes a line for the customer to authorise. */
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/gate.h"
#include "domain/job.h"
#include "domain/part.h"
#include "domain/setting.h"
#include "domain/stock_batch.h"
#include "domain/stock_slip.h"
#include "domain/want.h"

#define JOB_LINES_MOST 300

struct issue {
	struct input input;
	int64_t job, picker, warehouse;
	struct lines lines;
};

static const struct field issue_input[] = {
	FIELD(issue, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",
	      .help = N_("The visit it is about: its number, or the plate of the car that stands here.")),
	FIELD(issue, picker, "picker", N_("Picked by"), VT_REF, REQUIRED, .view = "staff",
	      .help = N_("Who takes the parts and signs for them.")),
	FIELD(issue, warehouse, "warehouse", N_("Warehouse"), VT_REF, .view = "warehouses",
	      .help = N_("The main store where none is named.")),
	LINES(issue, lines, "lines", N_("Parts"), issue_line_input, slip_line, SLIP_LINES_MOST,
	      .help = N_("Without any, everything that is still open is issued.")),
	{ 0 },
};

/* A part line of the job, and how much of it is still to be issued. */
struct want {
	int64_t line_id, part_id, open;
	bool authorised;
};

/* An issue: its slip, and what the work order still wants. */
struct issuing {
	struct slip slip;
	struct want *want;
	size_t n_want;
	bool authorise; /* lines must be authorised */
};

static void wants_read(struct issuing *s)
{
	struct cur *c =
	    db_open(s->slip.ctx->db,
		    SQL("SELECT id, part_id, qty - issued_qty, authorised FROM job_line WHERE job_id = :job "
			"AND kind = 'part' AND state = 'on' AND part_id IS NOT NULL ORDER BY pos, id"),
		    BIND(B_INT("job", s->slip.job_id)));
	size_t cap = SLIP_LINES_MOST + JOB_LINES_MOST;

	s->want = ARENA_ARRAY(s->slip.ctx->arena, struct want, cap);
	s->n_want = 0;
	while (cur_next(c)) {
		s->want[s->n_want++] =
		    (struct want){ cur_int(c, 0), cur_int(c, 1), cur_int(c, 2), cur_int(c, 3) != 0 };
		if (s->n_want + SLIP_LINES_MOST == cap) {
			cur_close(c);
			break;
		}
	}
}

static bool want_ready(const struct issuing *s, const struct want *w)
{
	return w->open > 0 && (w->authorised || !s->authorise);
}

/* ---- the guards ---- */

static bool something_open(struct issuing *s)
{
	bool waiting = false;

	for (size_t i = 0; i < s->n_want; i++) {
		if (want_ready(s, &s->want[i]))
			return true;
		waiting |= s->want[i].open > 0;
	}
	if (waiting)
		return err_set(s->slip.e, ERR_NO,
			       N_("The customer has not said yes to the parts that are still open. Note it "
				  "first (job.authorise)"));
	return err_set(s->slip.e, ERR_NO, N_("No part of this work order is left to be issued"));
}

/* All of it at once, before it is parted among the lines of the job. */
static bool enough(struct ctx *ctx, const struct slip_line *l, int64_t warehouse_id, struct err *e)
{
	struct stock_move m = {
		.part_id = l->part, .warehouse_id = warehouse_id, .qty = l->qty, .use = true
	};

	return stock_enough(ctx, &m, e);
}

static bool lines_may(struct ctx *ctx, const struct issue *in, struct err *e)
{
	int64_t warehouse_id = stock_warehouse(ctx, in->warehouse);

	for (size_t i = 0; i < in->lines.n; i++) {
		const struct slip_line *l = LINE_AT(in->lines, struct slip_line, i);

		if (HAS(l, part) && HAS(l, qty) && !enough(ctx, l, warehouse_id, e)) {
			e->line = (int)i + 1;
			return false;
		}
	}
	return true;
}

static bool issue_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct issue *in = input;
	struct issuing s = { .slip = { .ctx = ctx, .e = e, .job_id = in->job } };
	struct job j;

	if (!HAS(in, job))
		return true;
	if (!job_may_change(ctx, in->job, e) || !job_read(ctx, in->job, &j) || !gate_dispatched(ctx, &j, e))
		return false;
	if (HAS(in, lines))
		return lines_may(ctx, in, e);
	s.authorise = setting_int(ctx->db, SETTING_AUTHORISE) != 0;
	wants_read(&s);
	return something_open(&s);
}

/* ---- issuing ---- */

static bool issue_onto(struct issuing *s, struct want *w, int64_t qty, int64_t batch_id)
{
	struct stock_move m = { .part_id = w->part_id,
				.warehouse_id = s->slip.warehouse_id,
				.qty = qty,
				.document_id = s->slip.document_id,
				.job_id = s->slip.job_id,
				.job_line_id = w->line_id,
				.batch_id = batch_id,
				.use = true };
	int64_t value;

	if (!stock_take(s->slip.ctx, &m, &value, s->slip.e))
		return false;
	w->open -= qty;
	slip_issued(s->slip.ctx, w->line_id, qty);
	slip_value(&s->slip, w->part_id, value);
	want_issued(s->slip.ctx, s->slip.job_id, w->part_id);
	return true;
}

/* A part that nobody has estimated: a line at the price that the job's repair mode gives it. */
static struct want *line_new(struct issuing *s, int64_t part_id, int64_t qty)
{
	struct ctx *ctx = s->slip.ctx;
	struct job_line line = { .job_id = s->slip.job_id, .kind = "part", .part_id = part_id, .qty = qty };
	struct want *w = &s->want[s->n_want];

	line.price = -1;
	job_line_from_list(ctx, &line);
	if (!line.text)
		return NULL;
	if (!job_line_fits(ctx, s->slip.job_id, qty, line.price, s->slip.e))
		return NULL;
	*w = (struct want){ job_line_add(ctx, &line), part_id, qty, false };
	s->n_want++;
	return w;
}

static bool want_authorised(struct issuing *s, const struct want *w)
{
	if (w->authorised || !s->authorise)
		return true;
	return err_field(s->slip.e, "lines.part",
			 N_("The customer has not said yes to %s. Note it first (job.authorise)"),
			 part_title(s->slip.ctx, w->part_id));
}

/* One line as it was asked for: open lines first, the rest onto the last of them. */
static bool issue_part(struct issuing *s, int64_t part_id, int64_t qty, int64_t batch_id)
{
	struct want *last = NULL;

	for (size_t i = 0; i < s->n_want && qty > 0; i++) {
		struct want *w = &s->want[i];
		int64_t now = w->open < qty ? w->open : qty;

		if (w->part_id != part_id)
			continue;
		if (!want_authorised(s, w))
			return false;
		last = w;
		if (now > 0 && !issue_onto(s, w, now, batch_id))
			return false;
		qty -= now > 0 ? now : 0;
	}
	if (qty == 0)
		return true;
	if (!last)
		last = line_new(s, part_id, qty);
	return last && issue_onto(s, last, qty, batch_id);
}

static bool issue_given(struct issuing *s, const struct lines *lines)
{
	for (size_t i = 0; i < lines->n; i++) {
		const struct slip_line *l = LINE_AT(*lines, struct slip_line, i);
		int64_t batch;

		if (!batch_named(s->slip.ctx, l->part, l->batch, "lines.batch", &batch, s->slip.e) ||
		    !issue_part(s, l->part, l->qty, batch)) {
			s->slip.e->line = (int)i + 1;
			return false;
		}
	}
	return true;
}

static bool issue_open(struct issuing *s)
{
	for (size_t i = 0; i < s->n_want; i++)
		if (want_ready(s, &s->want[i]) && !issue_onto(s, &s->want[i], s->want[i].open, 0))
			return false;
	return true;
}

static bool issue_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct issue *in = input;
	struct issuing s = { .slip = { .ctx = ctx,
				       .e = e,
				       .job_id = in->job,
				       .warehouse_id = stock_warehouse(ctx, in->warehouse) } };

	s.authorise = setting_int(ctx->db, SETTING_AUTHORISE) != 0;
	wants_read(&s);
	job_begin(ctx, in->job);
	if (!slip_head(&s.slip, DOC_ISSUE, in->picker) ||
	    !(HAS(in, lines) ? issue_given(&s, &in->lines) : issue_open(&s)))
		return false;
	answer_say(ctx, s.slip.moves == 1 ? N_("%s: %d part issued") : N_("%s: %d parts issued"),
		   ctx->answer->number, (int)s.slip.moves);
	return ledger_post(ctx, s.slip.document_id, s.slip.p, e);
}

bool slip_issue(struct ctx *ctx, int64_t job, int64_t picker, int64_t warehouse, const struct lines *lines,
		struct err *e)
{
	struct issue in = { .input = { { ~UINT64_C(0), ~UINT64_C(0) } },
			    .job = job,
			    .picker = picker,
			    .warehouse = warehouse,
			    .lines = *lines };

	return issue_may(ctx, &in, e) && issue_run(ctx, &in, e);
}

/* Who works on it. */
static void picker_fill(struct ctx *ctx, int64_t job_id, struct args *args)
{
	int64_t picker = db_int(ctx->db,
				SQL("SELECT technician_id FROM job_line WHERE job_id = :job AND "
				    "technician_id IS NOT NULL "
				    "ORDER BY pos, id LIMIT 1"),
				BIND(B_INT("job", job_id)), 0);

	if (picker && !args_get(args, "picker"))
		args_set_id(args, "picker", picker);
}

static void issue_fill(struct ctx *ctx, struct args *args)
{
	struct issuing s = { .slip = { .ctx = ctx } };
	const char *job = args_get(args, "job");

	if (!job || *job != '#' ||
	    !int_parse(job + 1, "job", 1, INT64_MAX, &s.slip.job_id, &(struct err){ 0 }))
		return;
	picker_fill(ctx, s.slip.job_id, args);
	if (args_lines(args, "lines"))
		return;
	s.authorise = setting_int(ctx->db, SETTING_AUTHORISE) != 0;
	wants_read(&s);
	for (size_t i = 0; i < s.n_want; i++) {
		struct args *line;
		const char *batch;

		if (!want_ready(&s, &s.want[i]))
			continue;
		line = args_add_line(args, "lines");
		args_set_id(line, "part", s.want[i].part_id);
		args_set(line, "qty", qty_text(ctx->arena, s.want[i].open));
		batch = batch_first(ctx, s.want[i].part_id, stock_warehouse(ctx, 0), s.want[i].open);
		if (batch)
			args_set(line, "batch", batch);
	}
}

COMMAND(stock_issue) = {
	.name = "stock.issue",
	.title = N_("Issue parts to a work order"),
	.help = N_("Parts leave the store for a work order, handed to a named person."),
	.undo = UNDO_REVERSE,
	.input = issue_input,
	.size = sizeof(struct issue),
	.prints = "issue",
	.fill = issue_fill,
	.may = issue_may,
	.run = issue_run,
};
