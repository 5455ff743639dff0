/* quote.c - the estimate: lines on and off while the customer is on the phone, the repair mode, the customer's yes. */
#include <string.h>

#include "base/date.h"
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/choice.h"
#include "domain/document.h"
#include "domain/job.h"
#include "domain/mode.h"
#include "domain/party.h"
#include "domain/revision.h"

/* ---- job.line_switch, job.decline ---- */

struct line_switch {
	struct input input;
	int64_t job, line, on, until;
	const char *reason;
};

static const struct field job_line_switch_input[] = {
	FIELD(line_switch, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",
	      .help = N_("By its number or the plate of the car.")),
	FIELD(line_switch, line, "line", N_("Line"), VT_REF, REQUIRED, .view = "job_lines",
	      .help = N_("A line of this work order.")),
	FIELD(line_switch, on, "on", N_("On"), VT_BOOL, REQUIRED, .max = 1,
	      .help = N_("No takes the line out of the total; it stays on the estimate.")),
	{ 0 },
};

static const struct field job_decline_input[] = {
	FIELD(line_switch, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",
	      .help = N_("By its number or the plate of the car.")),
	FIELD(line_switch, line, "line", N_("Line"), VT_REF, REQUIRED, .view = "job_lines",
	      .help = N_("A line of this work order.")),
	FIELD(line_switch, reason, "reason", N_("Reason"), VT_TEXT, REQUIRED, .max = 120,
	      .help = N_(
		  "In the customer's words; it is read at the next visit, when the line is offered again.")),
	FIELD(line_switch, until, "until", N_("Ask again on"), VT_DATE, .lean = DATE_FUTURE,
	      .help = N_("A reminder is written for that day.")),
	{ 0 },
};

/* Does the work order stay countable when the line comes back? */
static bool switch_fits(struct ctx *ctx, const struct job_line_row *l, struct err *e)
{
	return !strcmp(l->state, "on") || job_line_fits(ctx, l->job_id, l->qty, l->price, e);
}

static bool line_switch_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct line_switch *in = input;
	struct job_line_row l;

	if (!HAS(in, job) || !HAS(in, line))
		return !HAS(in, job) || job_may_change(ctx, in->job, e);
	if (!job_line_may_change(ctx, in->job, in->line, &l, e))
		return false;
	return HAS(in, on) && in->on ? switch_fits(ctx, &l, e) : job_line_not_issued(ctx, &l, e);
}

static bool line_switch_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct line_switch *in = input;
	struct job_line_row l;

	if (!job_line_may_change(ctx, in->job, in->line, &l, e))
		return false;
	job_line_to(ctx, &l, in->on ? "on" : "off", NULL);
	ctx->answer->id = l.id;
	if (in->on)
		answer_say(ctx, N_("“%s” is on"), l.text);
	else
		answer_say(ctx, N_("“%s” is off"), l.text);
	return true;
}

COMMAND(job_line_switch) = {
	.name = "job.line_switch",
	.title = N_("Switch a line on or off"),
	.help = N_("What if: a line that is off is not in the total."),
	.undo = UNDO_ROWS,
	.input = job_line_switch_input,
	.size = sizeof(struct line_switch),
	.edits = "line",
	.edits_table = "job_line",
	.may = line_switch_may,
	.run = line_switch_run,
};

static bool job_decline_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct line_switch *in = input;
	struct job_line_row l;

	if (HAS(in, until) && in->until <= ctx->today)
		return err_field(e, "until", N_("%s is past. Name a day that is to come"),
				 date_text(ctx->arena, in->until));
	if (!HAS(in, job) || !HAS(in, line))
		return !HAS(in, job) || job_may_change(ctx, in->job, e);
	if (!job_line_may_change(ctx, in->job, in->line, &l, e) || !job_line_not_issued(ctx, &l, e))
		return false;
	return strcmp(l.state, "declined") != 0 ||
	       err_field(e, "line", N_("“%s” is declined already"), l.text);
}

static bool job_decline_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct line_switch *in = input;
	struct job_line_row l;

	if (!job_line_may_change(ctx, in->job, in->line, &l, e))
		return false;
	job_line_to(ctx, &l, "declined", in->reason);
	if (HAS(in, until))
		db_exec(ctx->db,
			SQL("INSERT INTO reminder (kind, vehicle_id, job_id, due_on, text) "
			    "SELECT 'declined', vehicle_id, id, :on, :text FROM job WHERE id = :job"),
			BIND(B_INT("on", in->until), B_TEXT("text", l.text), B_INT("job", l.job_id)));
	ctx->answer->id = l.id;
	answer_say(ctx, N_("“%s” is noted as declined"), l.text);
	return true;
}

COMMAND(job_decline) = {
	.name = "job.decline",
	.title = N_("The customer declines a line"),
	.help = N_("The line leaves the total and is offered again at the next visit."),
	.undo = UNDO_ROWS,
	.input = job_decline_input,
	.size = sizeof(struct line_switch),
	.edits = "line",
	.edits_table = "job_line",
	.may = job_decline_may,
	.run = job_decline_run,
};

/* ---- job.reprice ---- */

struct job_reprice {
	struct input input;
	int64_t job, repair_mode;
};

static const struct field job_reprice_input[] = {
	FIELD(job_reprice, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",
	      .help = N_("By its number or the plate of the car.")),
	FIELD(job_reprice, repair_mode, "repair_mode", N_("Repair mode"), VT_REF, REQUIRED,
	      .view = "repair_modes",
	      .help = N_("The pricing rule for this work order; the old and the new total are shown first.")),
	{ 0 },
};

static bool job_reprice_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_reprice *in = input;

	return !HAS(in, job) || job_may_change(ctx, in->job, e);
}

struct repriced {
	int64_t id, part_id, labour_id, list_price, rule_price, price;
	bool follows;
};

/* The listed lines with what the new mode makes of their list's price. Only those that stand at the old mode's price
 * follow it: the others keep what was agreed by hand, or are free. `*ret_kept` counts those. */
static size_t lines_repriced(struct ctx *ctx, const struct job_reprice *in, struct repriced **ret,
			     int *ret_kept)
{
	int64_t most = db_int(ctx->db, SQL("SELECT count(*) FROM job_line WHERE job_id = :job"),
			      BIND(B_INT("job", in->job)), 0);
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT id, part_id, labour_id, list_price, price, price = rule_price AND free_reason IS "
		"NULL "
		"FROM job_line WHERE job_id = :job AND state <> 'dropped' AND rule_price IS NOT NULL"),
	    BIND(B_INT("job", in->job)));
	size_t n = 0;

	*ret = ARENA_ARRAY(ctx->arena, struct repriced, most + 1);
	*ret_kept = 0;
	while (cur_next(c)) {
		(*ret)[n++] = (struct repriced){ .id = cur_int(c, 0),
						 .part_id = cur_int(c, 1),
						 .labour_id = cur_int(c, 2),
						 .list_price = cur_int(c, 3),
						 .price = cur_int(c, 4),
						 .follows = cur_int(c, 5) != 0 };
		*ret_kept += !(*ret)[n - 1].follows;
	}
	for (size_t i = 0; i < n; i++)
		(*ret)[i].rule_price = mode_price(ctx, in->repair_mode, (*ret)[i].part_id,
						  (*ret)[i].labour_id, (*ret)[i].list_price);
	return n;
}

static bool line_reprice(struct ctx *ctx, const struct repriced *r, struct err *e)
{
	struct job_line_row l;

	db_exec(
	    ctx->db,
	    SQL("UPDATE job_line SET rule_price = :rule, "
		"priced_by = iif(price = :rule OR :follows, NULL, coalesce(priced_by, :user)), ver = ver + 1 "
		"WHERE id = :id"),
	    BIND(B_INT("rule", r->rule_price), B_INT("follows", r->follows), B_INT("user", ctx->user_id),
		 B_INT("id", r->id)));
	if (!r->follows || !job_line_read(ctx, r->id, &l))
		return true;
	if (r->rule_price > MONEY_MAX || qty_price(l.qty, r->rule_price) > MONEY_MAX)
		return err_set(e, ERR_NO,
			       N_("That comes to more than can be billed. Take another repair mode"));
	job_line_set(ctx, &l, l.qty, r->rule_price);
	return true;
}

static bool job_reprice_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_reprice *in = input;
	struct repriced *line;
	struct job before, after;
	int kept;
	size_t n = lines_repriced(ctx, in, &line, &kept);

	if (!job_read(ctx, in->job, &before))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!line_reprice(ctx, &line[i], e))
			return false;
	db_exec(ctx->db, SQL("UPDATE job SET repair_mode_id = :mode WHERE id = :id"),
		BIND(B_INT("mode", in->repair_mode), B_INT("id", in->job)));
	job_sum(ctx, in->job);
	if (!job_read(ctx, in->job, &after))
		return false;
	if (after.total > MONEY_MAX)
		return err_set(e, ERR_NO,
			       N_("That comes to more than can be billed. Take another repair mode"));
	ctx->answer->id = in->job;
	if (kept)
		answer_say(ctx,
			   kept == 1 ? N_("%s: %s instead of %s; %d line keeps the price that was agreed")
				     : N_("%s: %s instead of %s; %d lines keep the price that was agreed"),
			   after.number, money_text(ctx->arena, after.total),
			   money_text(ctx->arena, before.total), kept);
	else
		answer_say(ctx, N_("%s: %s instead of %s"), after.number, money_text(ctx->arena, after.total),
			   money_text(ctx->arena, before.total));
	return true;
}

COMMAND(job_reprice) = {
	.name = "job.reprice",
	.title = N_("Change the repair mode"),
	.help = N_("Prices the listed lines by the rule of the mode; prices given by hand stay."),
	.undo = UNDO_ROWS,
	.input = job_reprice_input,
	.size = sizeof(struct job_reprice),
	.edits = "job",
	.edits_table = "job",
	.may = job_reprice_may,
	.run = job_reprice_run,
};

/* ---- job.authorise ---- */

struct job_authorise {
	struct input input;
	int64_t job, amount;
	const char *by, *how;
};

static const struct field job_authorise_input[] = {
	FIELD(job_authorise, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",
	      .help = N_("By its number or the plate of the car.")),
	FIELD(job_authorise, by, "by", N_("Who said yes"), VT_TEXT, .flags = REQUIRED_ | PERSONAL_, .max = 60,
	      .help = N_("The customer, or the driver or agent who may speak for him.")),
	FIELD(job_authorise, how, "how", N_("How"), VT_CHOICE, REQUIRED, .choices = choice_how,
	      .help = N_("By signature at the desk, by phone, or by a message that can be shown.")),
	FIELD(job_authorise, amount, "amount", N_("Up to"), VT_MONEY, .min = 0, .max = MONEY_MAX,
	      .help = N_("More than the total lets further lines come without asking again.")),
	{ 0 },
};

static bool job_authorise_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_authorise *in = input;
	struct job j;

	if (!HAS(in, job))
		return true;
	if (!job_may_change(ctx, in->job, e) || !job_read(ctx, in->job, &j))
		return false;
	if (!db_exists(ctx->db, SQL("SELECT 1 FROM job_line WHERE job_id = :job AND state = 'on' LIMIT 1"),
		       BIND(B_INT("job", in->job))))
		return err_set(e, ERR_NO, N_("%s has no lines that are on. Add what is to be done first"),
			       j.number);
	if (HAS(in, amount) && in->amount < j.total)
		return err_field(
		    e, "amount",
		    N_("The lines come to %s, more than %s. Switch off or decline lines until they fit"),
		    money_text(ctx->arena, j.total), money_text(ctx->arena, in->amount));
	return true;
}

static bool job_authorise_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_authorise *in = input;
	struct document d = { .kind = DOC_AUTHORISATION };
	struct job j;
	int64_t id;

	(void)e;
	if (!job_read(ctx, in->job, &j))
		return false;
	d.job_id = j.id;
	d.party_id = j.customer_id;
	d.amount = HAS(in, amount) ? in->amount : j.total;
	id = document_post(ctx, &d);
	db_exec(ctx->db,
		SQL("INSERT INTO authorisation (id, job_id, said_by, how, amount, before) "
		    "VALUES (:id, :job, :by, :how, :amount, :before)"),
		BIND(B_INT("id", id), B_INT("job", j.id), B_TEXT("by", in->by), B_TEXT("how", in->how),
		     B_INT("amount", d.amount), B_INT("before", j.authorised)));
	db_exec(ctx->db,
		SQL("UPDATE job_line SET authorised = 1, ver = ver + 1 WHERE job_id = :job AND state = 'on' "
		    "AND authorised = 0"),
		BIND(B_INT("job", j.id)));
	db_exec(ctx->db, SQL("UPDATE job SET authorised = :amount, ver = ver + 1 WHERE id = :job"),
		BIND(B_INT("amount", d.amount), B_INT("job", j.id)));
	revision_write(ctx, id, j.id);
	job_begin(ctx, j.id);
	answer_say(ctx, N_("%s: %s said yes to %s"), j.number, in->by, money_text(ctx->arena, d.amount));
	return true;
}

static void job_authorise_fill(struct ctx *ctx, struct args *args)
{
	struct job j;

	if (!args_get(args, "by") && job_read(ctx, job_of_args(ctx, args), &j))
		args_set(args, "by", party_name(ctx, j.customer_id));
}

COMMAND(job_authorise) = {
	.name = "job.authorise",
	.title = N_("The customer says yes"),
	.help = N_("Notes who said yes to the lines that are on, how, and up to which amount."),
	.undo = UNDO_NONE,
	.input = job_authorise_input,
	.size = sizeof(struct job_authorise),
	.edits = "job",
	.edits_table = "job",
	.prints = "authorisation",
	.fill = job_authorise_fill,
	.may = job_authorise_may,
	.run = job_authorise_run,
};
