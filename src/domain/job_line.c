/* job_line.c - what is done and fitted: labour, parts, fees and the customer's own parts on a work order. */
#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/choice.h"
#include "domain/job.h"

#define TEXT_MOST 120

/* ---- job.labour, job.part, job.fee, job.own_part ---- */

struct line_add {
	struct input input;
	int64_t job, labour, part, qty, hours, price, technician, payer, pass_through;
	const char *text, *bears, *free;
};

#define FIELD_JOB                                                                                            \
	FIELD(line_add, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",                 \
	      .help = N_("By its number or the plate of the car."))
#define FIELD_PRICE(...)                                                                                     \
	FIELD(line_add, price, "price", N_("Price"), VT_MONEY, .min = 0, .max = MONEY_MAX,                   \
	      .help = N_("For one unit, tax included; a sum such as 120*0.9 is worked out."), __VA_ARGS__)
#define FIELD_PAYER                                                                                          \
	FIELD(line_add, payer, "payer", N_("Payer"), VT_REF, .view = "parties",                              \
	      .help = N_("Who pays this line, when it is not the payer of the work order.")),                \
	    FIELD(line_add, bears, "bears", N_("Borne by"), VT_CHOICE, .choices = choice_line_bearer,        \
		  .help =                                                                                    \
		      N_("The customer, the insurer of the car, the maker, or the shop itself, which bills " \
			 "nobody.")),                                                                        \
	    FIELD(line_add, free, "free", N_("Free because"), VT_TEXT, .max = TEXT_MOST,                     \
		  .right = "job.line_free",                                                                  \
		  .help = N_("The line costs nothing, and this stands on it as the reason."))

static const struct field job_labour_input[] = {
	FIELD_JOB,
	FIELD(line_add, labour, "labour", N_("Labour item"), VT_REF, STOP, .view = "labour",
	      .help = N_("An item of the labour list, by its code or name.")),
	FIELD(line_add, text, "text", N_("In own words"), VT_TEXT, .max = TEXT_MOST,
	      .help = N_("Work that is not in the list; it needs a price.")),
	FIELD(line_add, hours, "hours", N_("Hours"), VT_QTY, .min = 0, .max = QTY_MAX,
	      .help = N_("What the work usually takes; empty takes that of the list.")),
	FIELD_PRICE(.help = N_("Empty takes that of the list.")),
	FIELD(line_add, technician, "technician", N_("Technician"), VT_REF, .view = "staff",
	      .help = N_("Who will do it; it can be dispatched later.")),
	FIELD_PAYER,
	{ 0 },
};

static const struct field job_part_input[] = {
	FIELD_JOB,
	FIELD(line_add, part, "part", N_("Part"), VT_REF, STOP, .view = "parts",
	      .help = N_("A part of the catalogue, by its code, barcode or name.")),
	FIELD(line_add, text, "text", N_("In own words"), VT_TEXT, .max = TEXT_MOST,
	      .help = N_("A part that is not in the catalogue; it needs a price.")),
	FIELD(line_add, qty, "qty", N_("Quantity"), VT_QTY, STOP, .min = 1, .max = QTY_MAX,
	      .help = N_("1 when empty.")),
	FIELD_PRICE(.help = N_("Empty takes that of the list.")),
	FIELD_PAYER,
	{ 0 },
};

static const struct field job_fee_input[] = {
	FIELD_JOB,
	FIELD(line_add, text, "text", N_("What for"), VT_TEXT, REQUIRED, .max = TEXT_MOST,
	      .help = N_("As it shall stand on the bill: towing, waste disposal, inspection fee.")),
	FIELD_PRICE(REQUIRED, .help = N_("For all of it, tax included.")),
	FIELD(line_add, pass_through, "pass_through", N_("Passed through"), VT_BOOL, .max = 1,
	      .help = N_("Yes: collected for somebody else, so it is no income and bears no tax.")),
	FIELD_PAYER,
	{ 0 },
};

static const struct field job_own_part_input[] = {
	FIELD_JOB,
	FIELD(line_add, text, "text", N_("What it is"), VT_TEXT, REQUIRED, .max = TEXT_MOST,
	      .help = N_("The part that the customer brought, with its brand where it is known.")),
	FIELD(line_add, qty, "qty", N_("Quantity"), VT_QTY, STOP, .min = 1, .max = QTY_MAX,
	      .help = N_("1 when empty.")),
	{ 0 },
};

/* What the line will be: of the list, or in words. */
static void line_make(struct ctx *ctx, const struct line_add *in, const char *kind, struct job_line *ret)
{
	*ret = (struct job_line){ .job_id = in->job,
				  .kind = kind,
				  .text = in->text,
				  .qty = HAS(in, qty) ? in->qty : 1000,
				  .hours = in->hours,
				  .list_price = in->price,
				  .price = HAS(in, price) ? in->price : -1,
				  .labour_id = in->labour,
				  .part_id = in->part,
				  .payer_id = in->payer,
				  .technician_id = in->technician,
				  .bears = in->bears,
				  .free_reason = in->free,
				  .pass_through = in->pass_through };
	job_line_from_list(ctx, ret);
	if (in->free || ret->price < 0)
		ret->price = 0;
}

/* A price below the rule's is a discount that the person must be allowed to give. */
static bool price_allowed(struct ctx *ctx, const struct line_add *in, const struct job_line *l, struct err *e)
{
	if (!HAS(in, price) || in->free || (!in->labour && !in->part))
		return true;
	return job_price_within(ctx, "price", l->rule_price, in->price, e);
}

static bool line_add_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct line_add *in = input;
	int64_t payer = in->payer;
	struct job_line l;

	if (!HAS(in, job))
		return true;
	if (!job_may_change(ctx, in->job, e) || !job_bearer(ctx, in->job, in->bears, in->free, &payer, e))
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
	if (!in->labour && !in->part && !HAS(in, price) && !in->free && strcmp(kind, "own_part") != 0)
		return err_field(e, "price", N_("“%s” is not in the list, so it needs a price"), l.text);
	if (!job_bearer(ctx, in->job, l.bears, l.free_reason, &l.payer_id, e))
		return false;
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

static bool job_own_part_run(struct ctx *ctx, const void *input, struct err *e)
{
	return line_add_run(ctx, input, "own_part", "text", e);
}

COMMAND(job_own_part) = {
	.name = "job.own_part",
	.title = N_("Add the customer's own part"),
	.help =
	    N_("A part that the customer brought: it costs nothing, and the shop does not answer for it."),
	.undo = UNDO_ROWS,
	.input = job_own_part_input,
	.size = sizeof(struct line_add),
	.may = line_add_may,
	.run = job_own_part_run,
};
