/* purchase_plan.c - what should be bought: from limits, from last year, for open work orders, by hand; and what the
 * workshop asks for itself. */
#include <string.h>

#include "base/date.h"
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/choice.h"
#include "domain/document.h"
#include "domain/job.h"
#include "domain/purchase.h"
#include "domain/want.h"

#define PLAN_LINES_MOST 200
#define DAYS_AHEAD      30

struct plan_line {
	struct input input;
	int64_t part, qty, supplier;
	const char *text;
};

struct plan {
	struct input input;
	int64_t job, days, urgent, need, customer;
	const char *from, *plate;
	struct lines lines;
};

static const struct field plan_line_input[] = {
	FIELD(plan_line, part, "part", N_("Part"), VT_REF, REQUIRED, .view = "parts",
	      .help = N_("By its code, barcode, maker's number or name.")),
	FIELD(plan_line, qty, "qty", N_("Quantity"), VT_QTY, REQUIRED, .min = 1, .max = QTY_MAX,
	      .help = N_("How much is wanted, in the part's unit.")),
	FIELD(plan_line, supplier, "supplier", N_("Supplier"), VT_REF, .view = "suppliers",
	      .help = N_("Else the one who sent the part last.")),
	{ 0 },
};

static const struct field purchase_plan_input[] = {
	FIELD(plan, from, "from", N_("Made from"), VT_CHOICE, REQUIRED, .choices = choice_plan_from,
	      .help = N_("What the proposal is made from; its lines can be changed before it is written.")),
	FIELD(plan, days, "days", N_("Days ahead"), VT_INT, .min = 1, .max = 365,
	      .help = N_("For last year: so many days from today on, a year ago. 30 where nothing is said.")),
	LINES(plan, lines, "lines", N_("Parts"), plan_line_input, plan_line, PLAN_LINES_MOST,
	      .help = N_("Without any, everything that is proposed.")),
	{ 0 },
};

static const struct field request_line_input[] = {
	FIELD(plan_line, part, "part", N_("Part"), VT_REF, STOP, .view = "parts",
	      .help = N_(
		  "By its code, barcode, maker's number or name; empty where it is not in the catalogue.")),
	FIELD(plan_line, qty, "qty", N_("Quantity"), VT_QTY, REQUIRED, .min = 1, .max = QTY_MAX,
	      .help = N_("How much is wanted, in the part's unit.")),
	FIELD(plan_line, text, "text", N_("In own words"), VT_TEXT, .max = 80,
	      .help =
		  N_("What it is, where the catalogue does not have it; who orders it chooses the part.")),
	{ 0 },
};

static const struct field order_request_input[] = {
	FIELD(plan, job, "job", N_("Work order"), VT_REF, .view = "open_jobs", STOP,
	      .help = N_("The car it is for; it is rung when the part has come.")),
	FIELD(plan, plate, "plate", N_("Plate"), VT_PLATE, .help = N_("A car that has no work order yet.")),
	FIELD(plan, urgent, "urgent", N_("Urgent"), VT_BOOL, .max = 1,
	      .help = N_("Stands at the top of the purchase plan.")),
	FIELD(plan, need, "need", N_("Needed by"), VT_DATE, .lean = DATE_FUTURE,
	      .help = N_("The day on which the car should go on.")),
	LINES(plan, lines, "lines", N_("Parts"), request_line_input, plan_line, PLAN_LINES_MOST, REQUIRED,
	      .help = N_("One row for each part: which, and how many.")),
	{ 0 },
};

static const struct field purchase_short_input[] = {
	FIELD(plan, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",
	      .help = N_("Its parts that are not on hand go onto the purchase plan.")),
	{ 0 },
};

/* ---- proposals ---- */

/* One row of a proposal. */
struct proposal {
	int64_t part_id, qty, supplier_id;
};

static size_t proposal_read(struct cur *c, struct proposal *ret)
{
	size_t n = 0;

	while (cur_next(c)) {
		ret[n++] = (struct proposal){ cur_int(c, 0), cur_int(c, 1), cur_int(c, 2) };
		if (n == PLAN_LINES_MOST) {
			cur_close(c);
			break;
		}
	}
	return n;
}

/* Below the minimum with what is on hand and to come, less what open work orders take: up to the maximum. */
static size_t propose_limits(struct ctx *ctx, struct proposal *ret)
{
	return proposal_read(
	    db_open(
		ctx->db,
		SQL("WITH n AS (SELECT p.id, p.code, p.min_qty, coalesce(p.max_qty, p.min_qty) AS up_to, "
		    "coalesce((SELECT sum(t.qty) FROM stock t WHERE t.part_id = p.id), 0) "
		    "+ coalesce((SELECT sum(l.qty - l.received_qty) FROM purchase_order_line l "
		    "JOIN purchase_order o ON o.id = l.order_id WHERE l.part_id = p.id AND l.dropped = 0 AND "
		    "l.qty > l.received_qty "
		    "AND o.state IN ('open', 'sent', 'partly')), 0) "
		    "+ coalesce((SELECT sum(w.qty) FROM want w WHERE w.part_id = p.id AND w.state = "
		    "'open'), 0) "
		    "- coalesce((SELECT sum(l.qty - l.issued_qty) FROM job_line l JOIN job j ON "
		    "j.id = l.job_id "
		    "WHERE l.part_id = p.id AND l.kind = 'part' AND l.state = 'on' AND l.qty > l.issued_qty "
		    "AND j.state IN ('received', 'in_work')), "
		    "0) AS there "
		    "FROM part p WHERE p.active = 1 AND p.superseded_by IS NULL AND p.min_qty IS NOT NULL) "
		    "SELECT id, max(up_to, min_qty) - there, (SELECT y.supplier_id FROM purchase_line l "
		    "JOIN purchase y "
		    "ON y.id = l.document_id WHERE l.part_id = n.id ORDER BY l.id DESC LIMIT 1) "
		    "FROM n WHERE there < min_qty AND max(up_to, min_qty) > there ORDER BY code"),
		NULL),
	    ret);
}

/* What went out in the same days a year ago, less what is there and to come. */
static size_t propose_last_year(struct ctx *ctx, int64_t days, struct proposal *ret)
{
	return proposal_read(
	    db_open(
		ctx->db,
		SQL("WITH u AS (SELECT m.part_id, -sum(m.qty) AS used FROM stock_move m JOIN document d "
		    "ON d.id = m.document_id WHERE m.day BETWEEN :today - 365 AND :today - 366 + :days "
		    "AND (m.qty < 0 OR m.returns_id IS NOT NULL) AND d.kind_id NOT IN (64, 65, 66, 70) GROUP "
		    "BY "
		    "m.part_id), "
		    "n AS (SELECT p.id, p.code, u.used - coalesce((SELECT sum(t.qty) FROM stock t WHERE "
		    "t.part_id = p.id), 0) "
		    "- coalesce((SELECT sum(l.qty - l.received_qty) FROM purchase_order_line l "
		    "JOIN purchase_order o ON o.id = l.order_id WHERE l.part_id = p.id AND l.dropped = 0 AND "
		    "l.qty > l.received_qty "
		    "AND o.state IN ('open', 'sent', 'partly')), 0) "
		    "- coalesce((SELECT sum(w.qty) FROM want w WHERE w.part_id = p.id AND w.state = "
		    "'open'), 0) AS need "
		    "FROM u JOIN part p ON p.id = u.part_id WHERE p.active = 1 AND p.superseded_by IS NULL) "
		    "SELECT id, need, (SELECT y.supplier_id FROM purchase_line l JOIN purchase y "
		    "ON y.id = l.document_id WHERE l.part_id = n.id ORDER BY l.id DESC LIMIT 1) "
		    "FROM n WHERE need > 0 ORDER BY code"),
		BIND(B_INT("today", ctx->today), B_INT("days", days))),
	    ret);
}

/* Parts of open work orders (of one, or of all) that stock does not cover and nobody has ordered for them. */
static size_t propose_jobs(struct ctx *ctx, int64_t job_id, struct proposal *ret)
{
	return proposal_read(
	    db_open(ctx->db,
		    SQL("WITH o AS (SELECT l.part_id, sum(max(l.qty - l.issued_qty, 0)) AS qty FROM job j "
			"JOIN job_line l ON l.job_id = j.id WHERE j.state IN ('received', 'in_work') AND "
			"l.state = 'on' "
			"AND l.part_id IS NOT NULL AND (:job IS NULL OR j.id = :job) GROUP BY l.part_id), "
			"n AS (SELECT p.id, p.code, o.qty - coalesce((SELECT sum(t.qty) FROM stock t WHERE "
			"t.part_id = p.id), 0) "
			"- coalesce((SELECT sum(w.qty) FROM want w WHERE w.part_id = p.id AND w.state IN "
			"('open', 'ordered') "
			"AND (:job IS NULL OR w.job_id = :job)), 0) AS need FROM o JOIN part p ON p.id = "
			"o.part_id) "
			"SELECT id, need, (SELECT y.supplier_id FROM purchase_line l JOIN purchase y "
			"ON y.id = l.document_id WHERE l.part_id = n.id ORDER BY l.id DESC LIMIT 1) "
			"FROM n WHERE need > 0 ORDER BY code"),
		    BIND(B_ID("job", job_id))),
	    ret);
}

static size_t propose(struct ctx *ctx, const struct plan *in, struct proposal *ret)
{
	if (!strcmp(in->from, "limits"))
		return propose_limits(ctx, ret);
	if (!strcmp(in->from, "last_year"))
		return propose_last_year(ctx, HAS(in, days) ? in->days : DAYS_AHEAD, ret);
	if (!strcmp(in->from, "jobs"))
		return propose_jobs(ctx, 0, ret);
	return 0;
}

/* ---- purchase.plan ---- */

static bool nothing_proposed(const struct plan *in, struct err *e)
{
	if (!strcmp(in->from, "limits"))
		return err_set(e, ERR_NO, N_("Nothing is below its minimum that is not on its way already"));
	if (!strcmp(in->from, "last_year"))
		return err_set(e, ERR_NO,
			       N_("What went out a year ago in these days is on hand or on its way"));
	if (!strcmp(in->from, "jobs"))
		return err_set(e, ERR_NO, N_("No open work order is short of a part"));
	return err_field(e, "lines", N_("Write the parts that are wanted"));
}

static const char *source_of(const char *from)
{
	return !strcmp(from, "jobs") ? "job" : from;
}

static void plan_line_add(struct ctx *ctx, int64_t document, const struct plan *in, const struct proposal *p)
{
	want_add(ctx, &(struct wish){ .document_id = document,
				      .part_id = p->part_id,
				      .qty = p->qty,
				      .supplier_id = p->supplier_id,
				      .source = source_of(in->from) });
}

static bool purchase_plan_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct plan *in = input;
	struct proposal *p = ARENA_ARRAY(ctx->arena, struct proposal, PLAN_LINES_MOST);
	size_t n = in->lines.n;
	int64_t document;

	for (size_t i = 0; i < n; i++) {
		const struct plan_line *l = LINE_AT(in->lines, struct plan_line, i);

		p[i] = (struct proposal){ l->part, l->qty, l->supplier };
	}
	if (n == 0)
		n = propose(ctx, in, p);
	if (n == 0)
		return nothing_proposed(in, e);
	document = document_post(ctx, &(struct document){ .kind = DOC_PURCHASE_PLAN });
	for (size_t i = 0; i < n; i++)
		plan_line_add(ctx, document, in, &p[i]);
	answer_say(ctx,
		   n == 1 ? N_("%s: %d line is on the purchase plan")
			  : N_("%s: %d lines are on the purchase plan"),
		   ctx->answer->number, (int)n);
	return true;
}

static void purchase_plan_fill(struct ctx *ctx, struct args *args)
{
	struct plan in = { .from = args_get(args, "from") };
	struct proposal *p = ARENA_ARRAY(ctx->arena, struct proposal, PLAN_LINES_MOST);
	const char *days = args_get(args, "days");
	size_t n;

	if (!in.from || args_lines(args, "lines"))
		return;
	if (days && int_parse(days, "days", 1, 365, &in.days, &(struct err){ 0 }))
		in.input.given[0] = ~UINT64_C(0);
	n = propose(ctx, &in, p);
	for (size_t i = 0; i < n; i++) {
		struct args *line = args_add_line(args, "lines");

		args_set_id(line, "part", p[i].part_id);
		args_set(line, "qty", qty_text(ctx->arena, p[i].qty));
		if (p[i].supplier_id)
			args_set_id(line, "supplier", p[i].supplier_id);
	}
}

COMMAND(purchase_plan) = {
	.name = "purchase.plan",
	.title = N_("Plan purchases"),
	.help = N_("Writes what should be bought onto the purchase plan."),
	.undo = UNDO_NONE,
	.input = purchase_plan_input,
	.size = sizeof(struct plan),
	.fill = purchase_plan_fill,
	.run = purchase_plan_run,
};

/* ---- purchase.short: what a work order lacks, by one key ---- */

static bool purchase_short_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct plan *in = input;
	struct proposal *p = ARENA_ARRAY(ctx->arena, struct proposal, PLAN_LINES_MOST);

	if (!HAS(in, job))
		return true;
	return job_may_change(ctx, in->job, e) &&
	       (propose_jobs(ctx, in->job, p) > 0 ||
		err_set(e, ERR_NO, N_("Every part of this work order is on hand or asked for already")));
}

static bool purchase_short_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct plan *in = input;
	struct proposal *p = ARENA_ARRAY(ctx->arena, struct proposal, PLAN_LINES_MOST);
	size_t n = propose_jobs(ctx, in->job, p);
	int64_t document =
	    document_post(ctx, &(struct document){ .kind = DOC_PURCHASE_PLAN, .job_id = in->job });

	(void)e;
	for (size_t i = 0; i < n; i++)
		want_add(ctx, &(struct wish){ .document_id = document,
					      .part_id = p[i].part_id,
					      .qty = p[i].qty,
					      .supplier_id = p[i].supplier_id,
					      .job_id = in->job,
					      .source = "job" });
	answer_say(ctx,
		   n == 1 ? N_("%s: %d line is on the purchase plan")
			  : N_("%s: %d lines are on the purchase plan"),
		   ctx->answer->number, (int)n);
	return true;
}

COMMAND(purchase_short) = {
	.name = "purchase.short",
	.title = N_("Order what is short"),
	.help = N_("The parts of a work order that are not on hand go onto the purchase plan."),
	.undo = UNDO_NONE,
	.input = purchase_short_input,
	.size = sizeof(struct plan),
	.may = purchase_short_may,
	.run = purchase_short_run,
};

/* ---- order.request: the workshop asks ---- */

static bool order_request_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct plan *in = input;

	if (HAS(in, job) && HAS(in, plate))
		return err_field(e, "plate", N_("Either a work order or a plate, not both"));
	if (HAS(in, need) && in->need < ctx->today)
		return err_field(e, "need", N_("It cannot be needed by %s: that is past"),
				 date_text(ctx->arena, in->need));
	return !HAS(in, job) || job_unsettled(ctx, in->job, e);
}

static bool request_lines(struct ctx *ctx, const struct plan *in, int64_t document, struct err *e)
{
	for (size_t i = 0; i < in->lines.n; i++) {
		const struct plan_line *l = LINE_AT(in->lines, struct plan_line, i);

		if (!l->part && !l->text) {
			e->line = (int)i + 1;
			return err_field(e, "lines.part", N_("Which part? Choose it or write it in words"));
		}
		want_add(ctx, &(struct wish){ .document_id = document,
					      .part_id = l->part,
					      .text = l->text,
					      .qty = l->qty,
					      .job_id = in->job,
					      .plate = in->plate,
					      .urgent = in->urgent != 0,
					      .need_on = in->need,
					      .source = "request" });
	}
	return true;
}

static bool order_request_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct plan *in = input;
	int64_t document;

	if (!HAS(in, job) && !HAS(in, plate))
		return err_field(e, "job", N_("For which car? Name the work order or the plate"));
	document = document_post(ctx, &(struct document){ .kind = DOC_ORDER_REQUEST, .job_id = in->job });
	if (!request_lines(ctx, in, document, e))
		return false;
	answer_say(ctx, in->lines.n == 1 ? N_("%s: asked for, %d line") : N_("%s: asked for, %d lines"),
		   ctx->answer->number, (int)in->lines.n);
	return true;
}

COMMAND(order_request) = {
	.name = "order.request",
	.title = N_("Ask for parts"),
	.help = N_("The workshop asks for parts that are not there; whoever buys sees it at once."),
	.undo = UNDO_NONE,
	.input = order_request_input,
	.size = sizeof(struct plan),
	.prints = "order_request",
	.may = order_request_may,
	.run = order_request_run,
};
