/* stock_return.c - parts come back from a work order.
 *
 * A return undoes issues, the newest first: each brings back the value that is left of it in proportion to
 * the quantity that is left of it, so that all of the quantity brings back all of the value. */
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/job.h"
#include "domain/part.h"
#include "domain/stock.h"
#include "domain/stock_return.h"
#include "domain/stock_slip.h"

#define ISSUES_MOST 200 /* of one part to one work order */

struct bring_back {
	struct input input;
	int64_t job, picker;
	struct lines lines;
};

static const struct field return_input[] = {
	FIELD(bring_back, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",
	      .help = N_("The visit it is about: its number, or the plate of the car that stands here.")),
	FIELD(bring_back, picker, "picker", N_("Brought by"), VT_REF, .view = "staff",
	      .help = N_("Who brings the parts back.")),
	LINES(bring_back, lines, "lines", N_("Parts"), slip_line_input, slip_line, SLIP_LINES_MOST, REQUIRED,
	      .help = N_("One row for each part: which, and how many.")),
	{ 0 },
};

size_t issued_left(struct ctx *ctx, int64_t job_id, int64_t part_id, int64_t line_id, struct issued **ret)
{
	struct issued *left = ARENA_ARRAY(ctx->arena, struct issued, ISSUES_MOST);
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT m.id, m.job_line_id, m.warehouse_id, "
		"-m.qty - coalesce((SELECT sum(r.qty) FROM stock_move r WHERE r.returns_id = m.id), 0), "
		"-m.value - coalesce((SELECT sum(r.value) FROM stock_move r WHERE r.returns_id = m.id), 0) "
		"FROM stock_move m WHERE m.job_id = :job AND m.part_id = :part AND m.qty < 0 "
		"AND m.returns_id IS NULL AND iif(:line, m.job_line_id = :line, 1) ORDER BY m.id DESC"),
	    BIND(B_INT("job", job_id), B_INT("part", part_id), B_INT("line", line_id)));
	size_t n = 0;

	while (cur_next(c)) {
		if (n == ISSUES_MOST - 1) {
			cur_close(c);
			break;
		}
		left[n] = (struct issued){ cur_int(c, 0), cur_int(c, 1), cur_int(c, 2), cur_int(c, 3),
					   cur_int(c, 4) };
		n += left[n].qty > 0;
	}
	*ret = left;
	return n;
}

bool issued_back(struct slip *s, const struct issued *from, int64_t part_id, int64_t qty, int64_t *ret_value)
{
	int64_t value = qty == from->qty ? from->value : muldiv(from->value, qty, from->qty);
	struct stock_move m = { .part_id = part_id,
				.warehouse_id = from->warehouse_id,
				.qty = qty,
				.document_id = s->document_id,
				.job_id = s->job_id,
				.job_line_id = from->line_id,
				.returns_id = from->move_id };

	if (!stock_put(s->ctx, &m, value, s->e))
		return false;
	slip_issued(s->ctx, from->line_id, -qty);
	*ret_value = value;
	return true;
}

static bool return_part(struct slip *s, int64_t part_id, int64_t qty)
{
	struct issued *issued;
	size_t n = issued_left(s->ctx, s->job_id, part_id, 0, &issued);
	int64_t out = 0, value;

	for (size_t i = 0; i < n; i++)
		out += issued[i].qty;
	if (qty > out)
		return err_field(s->e, "lines.qty", N_("Only %s of %s is out on this work order"),
				 qty_text(s->ctx->arena, out), part_title(s->ctx, part_id));
	for (size_t i = 0; i < n && qty > 0; i++) {
		int64_t now = issued[i].qty < qty ? issued[i].qty : qty;

		if (!issued_back(s, &issued[i], part_id, now, &value))
			return false;
		slip_value(s, part_id, -value);
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
		const struct slip_line *l = LINE_AT(in->lines, struct slip_line, i);

		if (!return_part(&s, l->part, l->qty)) {
			e->line = (int)i + 1;
			return false;
		}
	}
	answer_say(ctx, s.moves == 1 ? N_("%s: %d part back in stock") : N_("%s: %d parts back in stock"),
		   ctx->answer->number, (int)s.moves);
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
