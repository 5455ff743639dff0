/* sublet.c - work that somebody else does: his cost goes into the job's work in progress and is owed to him. */
#include "domain/reverse.h"

#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/choice.h"
#include "domain/document.h"
#include "domain/job.h"
#include "domain/payable.h"

#define TEXT_MOST 120

/* ---- what both commands share ---- */

/* Books the cost of a line that is there. */
static bool sublet_book(struct ctx *ctx, int64_t job_id, int64_t line_id, int64_t supplier_id, int64_t cost,
			struct err *e)
{
	struct posting *p = posting_new(ctx->arena);
	int64_t document = document_post(
	    ctx, &(struct document){
		     .kind = DOC_SUBLET, .party_id = supplier_id, .job_id = job_id, .amount = cost });

	db_exec(ctx->db,
		SQL("INSERT INTO sublet (id, job_id, line_id, supplier_id, cost) VALUES (:id, :job, :line, "
		    ":supplier, "
		    ":cost)"),
		BIND(B_INT("id", document), B_INT("job", job_id), B_INT("line", line_id),
		     B_INT("supplier", supplier_id), B_INT("cost", cost)));
	db_exec(
	    ctx->db,
	    SQL("UPDATE job_line SET sublet_id = :document, supplier_id = :supplier, sublet_cost = :cost, "
		"ver = ver + 1 WHERE id = :id"),
	    BIND(B_INT("document", document), B_INT("supplier", supplier_id), B_INT("cost", cost),
		 B_INT("id", line_id)));
	job_begin(ctx, job_id);
	posting_add(p, (struct posting_line){ .account = ACC_WIP, .amount = cost, .job_id = job_id });
	payable_add(ctx, p, document, supplier_id, cost);
	return ledger_post(ctx, document, p, e);
}

bool job_sublets_booked(struct ctx *ctx, int64_t job_id, struct err *e)
{
	char *text =
	    db_text(ctx->db, ctx->arena,
		    SQL("SELECT text FROM job_line WHERE job_id = :job AND kind = 'sublet' AND state = 'on' "
			"AND sublet_id IS NULL ORDER BY pos LIMIT 1"),
		    BIND(B_INT("job", job_id)));

	return !text ||
	       err_set(e, ERR_NO,
		       N_("The sublet work “%s” is not booked. Say what it cost (job.sublet_order)"), text);
}

/* ---- job.sublet ---- */

struct sublet {
	struct input input;
	int64_t job, supplier, cost, price, payer, offer;
	const char *text, *bears, *free;
};

static const struct field job_sublet_input[] = {
	FIELD(sublet, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",
	      .help = N_("By its number or the plate of the car.")),
	FIELD(sublet, supplier, "supplier", N_("Supplier"), VT_REF, REQUIRED, .view = "suppliers",
	      .help = N_("Who does the work and is owed its cost.")),
	FIELD(sublet, text, "text", N_("What is done"), VT_TEXT, REQUIRED, .max = TEXT_MOST,
	      .help = N_("As it shall stand on the customer's bill.")),
	FIELD(sublet, cost, "cost", N_("Cost"), VT_MONEY, REQUIRED, .min = 0, .max = MONEY_MAX,
	      .help = N_("What the supplier asks for.")),
	FIELD(sublet, price, "price", N_("Price"), VT_MONEY, REQUIRED, .min = 0, .max = MONEY_MAX,
	      .help = N_("What the customer pays for it, tax included.")),
	FIELD(sublet, offer, "offer", N_("Only offered"), VT_BOOL, .max = 1,
	      .help = N_("Yes: it stands on the estimate, and its cost is booked later (job.sublet_order).")),
	FIELD(sublet, payer, "payer", N_("Payer"), VT_REF, .view = "parties",
	      .help = N_("Who pays this line, when it is not the payer of the work order.")),
	FIELD(
	    sublet, bears, "bears", N_("Borne by"), VT_CHOICE, .choices = choice_line_bearer,
	    .help = N_(
		"The customer, the insurer of the car, the maker, or the shop itself, which bills nobody.")),
	FIELD(sublet, free, "free", N_("Free because"), VT_TEXT, .max = TEXT_MOST, .right = "job.line_free",
	      .help = N_("The line costs nothing, and this stands on it as the reason.")),
	{ 0 },
};

static bool job_sublet_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct sublet *in = input;
	int64_t payer = in->payer;

	if (!HAS(in, job))
		return true;
	return job_may_change(ctx, in->job, e) && job_bearer(ctx, in->job, in->bears, in->free, &payer, e) &&
	       job_line_fits(ctx, in->job, 1000, in->price, e);
}

static bool job_sublet_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct sublet *in = input;
	struct job_line l = { .job_id = in->job,
			      .kind = "sublet",
			      .text = in->text,
			      .qty = 1000,
			      .list_price = in->price,
			      .price = in->free ? 0 : in->price,
			      .payer_id = in->payer,
			      .bears = in->bears,
			      .free_reason = in->free,
			      .supplier_id = in->supplier,
			      .sublet_cost = in->cost };
	int64_t line;

	if (!job_bearer(ctx, in->job, l.bears, l.free_reason, &l.payer_id, e))
		return false;
	line = job_line_add(ctx, &l);
	if (!in->offer && !sublet_book(ctx, in->job, line, in->supplier, in->cost, e))
		return false;
	ctx->answer->id = line;
	answer_add_int(ctx, "line", line);
	answer_say(ctx, N_("%s: %s"), in->text, money_text(ctx->arena, l.price));
	return true;
}

COMMAND(job_sublet) = {
	.name = "job.sublet",
	.title = N_("Add sublet work"),
	.help = N_("Work that somebody else does for this car: its cost is owed to him, its price billed."),
	.undo = UNDO_REVERSE,
	.input = job_sublet_input,
	.size = sizeof(struct sublet),
	.may = job_sublet_may,
	.run = job_sublet_run,
};

/* ---- job.sublet_order ---- */

struct sublet_order {
	struct input input;
	int64_t job, line, supplier, cost;
};

static const struct field sublet_order_input[] = {
	FIELD(sublet_order, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",
	      .help = N_("By its number or the plate of the car.")),
	FIELD(sublet_order, line, "line", N_("Line"), VT_REF, REQUIRED, .view = "job_lines",
	      .help = N_("The line with the sublet work.")),
	FIELD(sublet_order, cost, "cost", N_("Cost"), VT_MONEY, STOP, .min = 0, .max = MONEY_MAX,
	      .help = N_("What the supplier asks for; empty for what was agreed.")),
	FIELD(sublet_order, supplier, "supplier", N_("Supplier"), VT_REF, .view = "suppliers",
	      .help = N_("Where another one does it than the line says.")),
	{ 0 },
};

static bool sublet_order_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct sublet_order *in = input;
	struct job_line_row l;

	if (!HAS(in, job) || !HAS(in, line))
		return !HAS(in, job) || job_may_change(ctx, in->job, e);
	if (!job_line_may_change(ctx, in->job, in->line, &l, e))
		return false;
	if (strcmp(l.kind, "sublet") != 0)
		return err_field(e, "line", N_("“%s” is not sublet work"), l.text);
	if (l.sublet_id)
		return err_field(e, "line", N_("“%s” is booked already (%s)"), l.text,
				 document_number(ctx, l.sublet_id));
	if (strcmp(l.state, "on") != 0)
		return err_field(e, "line", N_("“%s” is not on. Switch it on first"), l.text);
	return job_line_authorised(ctx, l.id, e);
}

static bool sublet_order_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct sublet_order *in = input;
	int64_t supplier = db_int(ctx->db, SQL("SELECT supplier_id FROM job_line WHERE id = :id"),
				  BIND(B_INT("id", in->line)), 0);
	int64_t cost = db_int(ctx->db, SQL("SELECT sublet_cost FROM job_line WHERE id = :id"),
			      BIND(B_INT("id", in->line)), 0);

	if (HAS(in, supplier))
		supplier = in->supplier;
	if (HAS(in, cost))
		cost = in->cost;
	if (!sublet_book(ctx, in->job, in->line, supplier, cost, e))
		return false;
	answer_say(ctx, N_("%s: %s is booked as sublet work"), ctx->answer->number,
		   money_text(ctx->arena, cost));
	return true;
}

COMMAND(job_sublet_order) = {
	.name = "job.sublet_order",
	.title = N_("Book sublet work"),
	.help = N_("The offered work is given to the supplier: its cost is owed to him."),
	.undo = UNDO_REVERSE,
	.input = sublet_order_input,
	.size = sizeof(struct sublet_order),
	.may = sublet_order_may,
	.run = sublet_order_run,
};

/* ---- reversing ---- */

static bool sublet_reversible(struct ctx *ctx, const struct posted *d, struct err *e)
{
	return job_unsettled(ctx, d->job_id, e) && payable_unpaid(ctx, d->id, d->number, e);
}

/* The cost is not owed after all; its line can be dropped or booked anew. */
static bool reverse_sublet(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	struct posting *p = posting_new(ctx->arena);
	int64_t document;

	payable_drop(ctx, d->id);
	document = posted_reverse(ctx, d, reason);
	posting_opposite(ctx, p, d->id);
	db_exec(ctx->db, SQL("UPDATE job_line SET sublet_id = NULL, ver = ver + 1 WHERE sublet_id = :id"),
		BIND(B_INT("id", d->id)));
	return ledger_post(ctx, document, p, e);
}

REVERSAL(sublet) = {
	.kinds = { DOC_SUBLET },
	.may = sublet_reversible,
	.run = reverse_sublet,
};
