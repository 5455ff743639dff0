/* purchase_for_job.c - bought for a work order and issued to it in one step. */
#include "base/muldiv.h"
#include "domain/job.h"
#include "domain/purchase.h"
#include "domain/stock_slip.h"

struct for_job {
	struct input input;
	int64_t job, supplier, picker, warehouse;
	const char *original_no;
	struct lines lines;
};

static const struct field for_job_input[] = {
	FIELD(for_job, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",
	      .help = N_("The car that the parts were fetched for.")),
	FIELD(for_job, supplier, "supplier", N_("Supplier"), VT_REF, REQUIRED, .view = "suppliers",
	      .help = N_("Who sent the goods and is owed their price.")),
	FIELD(for_job, original_no, "original_no", N_("Supplier's number"), VT_CODE, REQUIRED, .max = 40,
	      .help = N_("The number on the delivery note or invoice; each is booked once.")),
	FIELD(for_job, picker, "picker", N_("Picked by"), VT_REF, .view = "staff",
	      .help = N_("Who takes the parts to the car; else whoever books it.")),
	FIELD(for_job, warehouse, "warehouse", N_("Warehouse"), VT_REF, .view = "warehouses",
	      .help = N_("The main store where none is named.")),
	LINES(for_job, lines, "lines", N_("Parts"), receipt_line_input, receipt_line, SLIP_LINES_MOST,
	      REQUIRED, .help = N_("One row for each part: which, and how many.")),
	{ 0 },
};

#define GIVEN(s, m) (UINT64_C(1) << (offsetof(s, m) / 8))

static struct receipt receipt_of(struct ctx *ctx, const struct for_job *in)
{
	struct receipt r = { .supplier = in->supplier,
			     .original_no = in->original_no,
			     .warehouse = in->warehouse,
			     .job = in->job,
			     .lines = in->lines };

	r.type = db_int(ctx->db, SQL("SELECT id FROM purchase_type WHERE code = 'repair'"), NULL, 0);
	r.input.given[0] = GIVEN(struct receipt, supplier) | GIVEN(struct receipt, original_no) |
			   GIVEN(struct receipt, type) | GIVEN(struct receipt, lines);
	return r;
}

static bool for_job_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct for_job *in = input;

	return !HAS(in, job) || job_may_change(ctx, in->job, e);
}

static struct lines slip_of(struct ctx *ctx, const struct lines *lines)
{
	struct slip_line *row = ARENA_ARRAY(ctx->arena, struct slip_line, SLIP_LINES_MOST);

	for (size_t i = 0; i < lines->n; i++) {
		const struct receipt_line *l = LINE_AT(*lines, struct receipt_line, i);

		row[i] = (struct slip_line){
			.input = l->input, .part = l->part, .qty = l->qty, .batch = l->batch
		};
	}
	return (struct lines){ .n = lines->n, .row = row };
}

static bool for_job_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct for_job *in = input;
	struct receipt r = receipt_of(ctx, in);
	struct lines slip = slip_of(ctx, &in->lines);
	const char *receipt;

	if (!receipt_new(ctx, &r, e) || !receipt_post(ctx, &r, e))
		return false;
	receipt = arena_strdup(ctx->arena, ctx->answer->number);
	if (!slip_issue(ctx, in->job, in->picker ? in->picker : ctx->user_id, in->warehouse, &slip, e))
		return false;
	answer_add_text(ctx, "receipt", receipt);
	answer_say(ctx, N_("%s: bought with %s and issued"), ctx->answer->number, receipt);
	return true;
}

COMMAND(purchase_for_job) = {
	.name = "purchase.for_job",
	.title = N_("Buy and issue"),
	.help = N_("Parts that were fetched for a work order come in and go to it in one step."),
	.undo = UNDO_NONE,
	.input = for_job_input,
	.size = sizeof(struct for_job),
	.prints = "issue",
	.may = for_job_may,
	.run = for_job_run,
};
