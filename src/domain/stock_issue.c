/* stock_issue.c - parts leave the store for a work order and come back from it.
 *
 * An issue moves the value from stock to the job's work in progress. It fills the open lines of the job in their
 * order; what is more than billed goes onto the same line (finishing asks about it), and a part that is not on the
 * job becomes a line for the customer to authorise. A return undoes issues, the newest first: each brings back the
 * value that is left of it in proportion to the quantity that is left of it. */
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/document.h"
#include "domain/job.h"
#include "domain/ledger.h"
#include "domain/part.h"
#include "domain/setting.h"
#include "domain/stock.h"

#define LINES_MOST     200 /* in one slip */
#define JOB_LINES_MOST 300

struct issue_line {
	struct input input;
	int64_t part, qty;
};

struct issue {
	struct input input;
	int64_t job, picker, warehouse;
	struct lines lines;
};

static const struct field issue_line_input[] = {
	FIELD(issue_line, part, "part", N_("Part"), VT_REF, REQUIRED, .view = "parts"),
	FIELD(issue_line, qty, "qty", N_("Quantity"), VT_QTY, REQUIRED, .min = 1, .max = QTY_MAX),
	{ 0 },
};

static const struct field issue_input[] = {
	FIELD(issue, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs"),
	FIELD(issue, picker, "picker", N_("Picked by"), VT_REF, REQUIRED, .view = "staff"),
	FIELD(issue, warehouse, "warehouse", N_("Warehouse"), VT_REF, .view = "warehouses",
	      .help = N_("The main store where none is named.")),
	LINES(issue, lines, "lines", N_("Parts"), issue_line_input, issue_line, LINES_MOST,
	      .help = N_("Without any, everything that is still open is issued.")),
	{ 0 },
};

/* A part line of the job, and how much of it is still to be issued. */
struct want {
	int64_t line_id, part_id, open;
	bool authorised;
};

struct slip {
	struct ctx *ctx;
	struct err *e;
	int64_t job_id, warehouse_id, document_id, moves;
	struct want *want;
	size_t n_want;
	struct posting *p;
	bool authorise; /* lines must be authorised */
};

static void wants_read(struct slip *s)
{
	struct cur *c = db_open(s->ctx->db,
				SQL("SELECT id, part_id, qty - issued_qty, authorised FROM job_line WHERE job_id = :job "
				    "AND kind = 'part' AND state = 'on' AND part_id IS NOT NULL ORDER BY pos, id"),
				BIND(B_INT("job", s->job_id)));
	size_t cap = LINES_MOST + JOB_LINES_MOST;

	s->want = ARENA_ARRAY(s->ctx->arena, struct want, cap);
	s->n_want = 0;
	while (cur_next(c)) {
		s->want[s->n_want++] =
			(struct want){ cur_int(c, 0), cur_int(c, 1), cur_int(c, 2), cur_int(c, 3) != 0 };
		if (s->n_want + LINES_MOST == cap) {
			cur_close(c);
			break;
		}
	}
}

static bool want_ready(const struct slip *s, const struct want *w)
{
	return w->open > 0 && (w->authorised || !s->authorise);
}

/* ---- the guards ---- */

static bool something_open(struct slip *s)
{
	bool waiting = false;

	for (size_t i = 0; i < s->n_want; i++) {
		if (want_ready(s, &s->want[i]))
			return true;
		waiting |= s->want[i].open > 0;
	}
	if (waiting)
		return err_set(s->e, ERR_NO, N_("The customer has not said yes to the parts that are still open. Note it first (job.authorise)"));
	return err_set(s->e, ERR_NO, N_("No part of this work order is left to be issued"));
}

static bool issue_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct issue *in = input;
	struct slip s = { .ctx = ctx, .e = e, .job_id = in->job };

	if (!HAS(in, job))
		return true;
	if (!job_may_change(ctx, in->job, e))
		return false;
	if (HAS(in, lines))
		return true;
	s.authorise = setting_int(ctx->db, SETTING_AUTHORISE) != 0;
	wants_read(&s);
	return something_open(&s);
}

/* ---- issuing ---- */

static bool slip_head(struct slip *s, enum document_kind kind, int64_t picker_id)
{
	s->document_id = document_post(s->ctx, &(struct document){ .kind = kind, .job_id = s->job_id });
	s->p = ARENA_NEW(s->ctx->arena, struct posting);
	db_exec(s->ctx->db,
		SQL("INSERT INTO issue_slip (id, job_id, picker_id, warehouse_id) VALUES (:id, :job, :picker, :warehouse)"),
		BIND(B_INT("id", s->document_id), B_INT("job", s->job_id), B_INT("picker", picker_id),
		     B_INT("warehouse", s->warehouse_id)));
	return !db_failed(s->ctx->db);
}

/* Both sides of a move: out of stock into work in progress, or (negative) back. */
static void slip_value(struct slip *s, int64_t part_id, int64_t value)
{
	posting_add(s->p, (struct posting_line){ .account = ACC_WIP, .amount = value, .job_id = s->job_id });
	posting_add(s->p, (struct posting_line){ .account = ACC_STOCK, .amount = -value, .part_id = part_id });
	s->moves++;
}

static void line_issued(struct ctx *ctx, int64_t line_id, int64_t qty)
{
	db_exec(ctx->db, SQL("UPDATE job_line SET issued_qty = issued_qty + :qty, ver = ver + 1 WHERE id = :id"),
		BIND(B_INT("qty", qty), B_INT("id", line_id)));
}

static bool issue_onto(struct slip *s, struct want *w, int64_t qty)
{
	struct stock_move m = { .part_id = w->part_id, .warehouse_id = s->warehouse_id, .qty = qty,
				.document_id = s->document_id, .job_id = s->job_id, .job_line_id = w->line_id };
	int64_t value;

	if (!stock_take(s->ctx, &m, &value, s->e))
		return false;
	w->open -= qty;
	line_issued(s->ctx, w->line_id, qty);
	slip_value(s, w->part_id, value);
	return true;
}

/* A part that nobody has estimated: a line at the price that the job's repair mode gives it. */
static struct want *line_new(struct slip *s, int64_t part_id, int64_t qty)
{
	struct ctx *ctx = s->ctx;
	struct job_line line = { .job_id = s->job_id, .kind = "part", .part_id = part_id, .qty = qty };
	struct want *w = &s->want[s->n_want];
	struct cur *c = db_open(ctx->db, SQL("SELECT price, name FROM part WHERE id = :id"), BIND(B_INT("id", part_id)));

	if (!cur_next(c))
		return NULL;
	line.list_price = cur_int(c, 0);
	line.text = arena_strdup(ctx->arena, cur_text(c, 1));
	cur_close(c);
	line.price = job_list_price(ctx, s->job_id, false, line.list_price);
	if (!job_line_fits(ctx, s->job_id, qty, line.price, s->e))
		return NULL;
	*w = (struct want){ job_line_add(ctx, &line), part_id, qty, false };
	s->n_want++;
	return w;
}

static bool want_authorised(struct slip *s, const struct want *w)
{
	if (w->authorised || !s->authorise)
		return true;
	return err_field(s->e, "lines.part", N_("The customer has not said yes to %s. Note it first (job.authorise)"),
			 part_title(s->ctx, w->part_id));
}

/* One line as it was asked for: open lines first, the rest onto the last of them. */
static bool issue_part(struct slip *s, int64_t part_id, int64_t qty)
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
		if (now > 0 && !issue_onto(s, w, now))
			return false;
		qty -= now > 0 ? now : 0;
	}
	if (qty == 0)
		return true;
	if (!last)
		last = line_new(s, part_id, qty);
	return last && issue_onto(s, last, qty);
}

static bool issue_given(struct slip *s, const struct lines *lines)
{
	for (size_t i = 0; i < lines->n; i++) {
		const struct issue_line *l = LINE_AT(*lines, struct issue_line, i);

		if (!issue_part(s, l->part, l->qty)) {
			s->e->line = (int)i + 1;
			return false;
		}
	}
	return true;
}

static bool issue_open(struct slip *s)
{
	for (size_t i = 0; i < s->n_want; i++)
		if (want_ready(s, &s->want[i]) && !issue_onto(s, &s->want[i], s->want[i].open))
			return false;
	return true;
}

static bool issue_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct issue *in = input;
	struct slip s = { .ctx = ctx, .e = e, .job_id = in->job, .warehouse_id = stock_warehouse(ctx, in->warehouse) };

	s.authorise = setting_int(ctx->db, SETTING_AUTHORISE) != 0;
	wants_read(&s);
	job_begin(ctx, in->job);
	if (!slip_head(&s, DOC_ISSUE, in->picker) || !(HAS(in, lines) ? issue_given(&s, &in->lines) : issue_open(&s)))
		return false;
	answer_say(ctx, N_("%s: %d parts issued"), ctx->answer->number, (int)s.moves);
	return ledger_post(ctx, s.document_id, s.p, e);
}

static void issue_fill(struct ctx *ctx, struct args *args)
{
	struct slip s = { .ctx = ctx };
	const char *job = args_get(args, "job");

	if (!job || *job != '#' || args_lines(args, "lines") ||
	    !int_parse(job + 1, "job", 1, INT64_MAX, &s.job_id, &(struct err){ 0 }))
		return;
	s.authorise = setting_int(ctx->db, SETTING_AUTHORISE) != 0;
	wants_read(&s);
	for (size_t i = 0; i < s.n_want; i++) {
		struct args *line;

		if (!want_ready(&s, &s.want[i]))
			continue;
		line = args_add_line(args, "lines");
		args_set_id(line, "part", s.want[i].part_id);
		args_set(line, "qty", qty_text(ctx->arena, s.want[i].open));
	}
	if (!args_get(args, "picker")) {
		int64_t picker = db_int(ctx->db,
					SQL("SELECT technician_id FROM job_line WHERE job_id = :job AND technician_id IS NOT NULL "
					    "ORDER BY pos, id LIMIT 1"),
					BIND(B_INT("job", s.job_id)), 0);

		if (picker)
			args_set_id(args, "picker", picker);
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

/* ---- stock.return ---- */

struct bring_back {
	struct input input;
	int64_t job, picker;
	struct lines lines;
};

static const struct field return_input[] = {
	FIELD(bring_back, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs"),
	FIELD(bring_back, picker, "picker", N_("Brought by"), VT_REF, .view = "staff"),
	LINES(bring_back, lines, "lines", N_("Parts"), issue_line_input, issue_line, LINES_MOST, REQUIRED),
	{ 0 },
};

/* An issue, and what is left of it. */
struct issued {
	int64_t move_id, line_id, warehouse_id, qty, value;
};

static size_t issued_read(struct ctx *ctx, int64_t job_id, int64_t part_id, struct issued *ret, size_t most)
{
	struct cur *c = db_open(ctx->db,
				SQL("SELECT m.id, m.job_line_id, m.warehouse_id, "
				    "-m.qty - coalesce((SELECT sum(r.qty) FROM stock_move r WHERE r.returns_id = m.id), 0), "
				    "-m.value - coalesce((SELECT sum(r.value) FROM stock_move r WHERE r.returns_id = m.id), 0) "
				    "FROM stock_move m WHERE m.job_id = :job AND m.part_id = :part AND m.qty < 0 "
				    "AND m.returns_id IS NULL ORDER BY m.id DESC"),
				BIND(B_INT("job", job_id), B_INT("part", part_id)));
	size_t n = 0;

	while (cur_next(c)) {
		if (n == most) {
			cur_close(c);
			break;
		}
		ret[n] = (struct issued){ cur_int(c, 0), cur_int(c, 1), cur_int(c, 2), cur_int(c, 3), cur_int(c, 4) };
		n += ret[n].qty > 0;
	}
	return n;
}

static bool return_from(struct slip *s, const struct issued *from, int64_t part_id, int64_t qty)
{
	int64_t value = qty == from->qty ? from->value : muldiv(from->value, qty, from->qty);
	struct stock_move m = { .part_id = part_id, .warehouse_id = from->warehouse_id, .qty = qty,
				.document_id = s->document_id, .job_id = s->job_id, .job_line_id = from->line_id,
				.returns_id = from->move_id };

	if (!stock_put(s->ctx, &m, value, s->e))
		return false;
	if (from->line_id)
		line_issued(s->ctx, from->line_id, -qty);
	slip_value(s, part_id, -value);
	return true;
}

static bool return_part(struct slip *s, int64_t part_id, int64_t qty)
{
	struct issued *issued = ARENA_ARRAY(s->ctx->arena, struct issued, LINES_MOST);
	size_t n = issued_read(s->ctx, s->job_id, part_id, issued, LINES_MOST - 1);
	int64_t out = 0;

	for (size_t i = 0; i < n; i++)
		out += issued[i].qty;
	if (qty > out)
		return err_field(s->e, "lines.qty", N_("Only %s of %s is out on this work order"), qty_text(s->ctx->arena, out),
				 part_title(s->ctx, part_id));
	for (size_t i = 0; i < n && qty > 0; i++) {
		int64_t now = issued[i].qty < qty ? issued[i].qty : qty;

		if (!return_from(s, &issued[i], part_id, now))
			return false;
		qty -= now;
	}
	return true;
}

static bool return_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct bring_back *in = input;

	return !HAS(in, job) || job_unsettled(ctx, in->job, e);
}

static bool return_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct bring_back *in = input;
	struct slip s = { .ctx = ctx, .e = e, .job_id = in->job, .warehouse_id = stock_warehouse(ctx, 0) };

	if (!slip_head(&s, DOC_RETURN, in->picker ? in->picker : ctx->user_id))
		return false;
	for (size_t i = 0; i < in->lines.n; i++) {
		const struct issue_line *l = LINE_AT(in->lines, struct issue_line, i);

		if (!return_part(&s, l->part, l->qty)) {
			e->line = (int)i + 1;
			return false;
		}
	}
	answer_say(ctx, N_("%s: %d parts back in stock"), ctx->answer->number, (int)s.moves);
	return ledger_post(ctx, s.document_id, s.p, e);
}

COMMAND(stock_return) = {
	.name = "stock.return",
	.title = N_("Return parts from a work order"),
	.help = N_("Parts that were not needed go back to stock with the value they left with."),
	.undo = UNDO_REVERSE,
	.input = return_input,
	.size = sizeof(struct bring_back),
	.prints = "issue",
	.may = return_may,
	.run = return_run,
};
