/* comeback.c - work that came back, with the first time and who bears it; work that was declined and is offered again;
 * how long the shop answers for what it did. */
#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/choice.h"
#include "domain/job.h"

#define REASON_MOST 120

/* ---- job.comeback ---- */

struct comeback {
	struct input input;
	int64_t job, line, first;
	const char *bears, *cause, *reason;
};

static const struct field comeback_input[] = {
	FIELD(comeback, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",
	      .help = N_("By its number or the plate of the car.")),
	FIELD(comeback, line, "line", N_("Line"), VT_REF, REQUIRED, .view = "job_lines",
	      .help = N_("The work that is done a second time.")),
	FIELD(comeback, first, "first", N_("First time"), VT_REF, REQUIRED, .view = "jobs",
	      .help = N_("The work order on which it was done before; an earlier one of the same car.")),
	FIELD(
	    comeback, bears, "bears", N_("Who bears it"), VT_CHOICE, REQUIRED,
	    .choices = choice_comeback_bearing,
	    .help = N_(
		"Rework: our fault. Goodwill: not our fault, free all the same. Charge: the customer pays.")),
	FIELD(comeback, cause, "cause", N_("Cause"), VT_CHOICE, STOP, .choices = choice_comeback_cause,
	      .help = N_("The technician's work, the part, or how the car was used; not known when empty.")),
	FIELD(comeback, reason, "reason", N_("What happened"), VT_TEXT, REQUIRED, .max = REASON_MOST,
	      .help = N_("In the words of the one who looked at it; it stands in the report.")),
	{ 0 },
};

/* The line of the first work order that did the same; 0: none. */
static int64_t first_line(struct ctx *ctx, int64_t first_job, const struct job_line_row *l)
{
	return db_int(ctx->db,
		      SQL("SELECT id FROM job_line WHERE job_id = :job AND state = 'on' AND (part_id = :part "
			  "OR labour_id = "
			  ":labour OR text = :text) ORDER BY pos LIMIT 1"),
		      BIND(B_INT("job", first_job), B_INT("part", l->part_id), B_INT("labour", l->labour_id),
			   B_TEXT("text", l->text)),
		      0);
}

static bool first_fits(struct ctx *ctx, const struct comeback *in, struct err *e)
{
	struct job now, first;

	if (!job_read(ctx, in->job, &now) || !job_read(ctx, in->first, &first))
		return err_field(e, "first", N_("This work order is not there"));
	if (first.vehicle_id != now.vehicle_id)
		return err_field(e, "first", N_("%s is another car's work order (%s)"), first.number,
				 first.plate);
	return first.id < now.id ||
	       err_field(e, "first", N_("%s is not earlier than %s"), first.number, now.number);
}

static bool comeback_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct comeback *in = input;
	struct job_line_row l;

	if (!HAS(in, job) || !HAS(in, line))
		return !HAS(in, job) || job_may_change(ctx, in->job, e);
	if (!job_line_may_change(ctx, in->job, in->line, &l, e))
		return false;
	if (!strcmp(l.kind, "own_part"))
		return err_field(e, "line",
				 N_("“%s” is the customer's own part: the shop does not answer for it"),
				 l.text);
	return !HAS(in, first) || first_fits(ctx, in, e);
}

static bool comeback_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct comeback *in = input;
	bool charged = !strcmp(in->bears, "charge");
	struct job_line_row l;

	if (!job_line_may_change(ctx, in->job, in->line, &l, e))
		return false;
	db_exec(ctx->db,
		SQL("INSERT INTO comeback (id, job_id, first_job_id, first_line_id, bears, cause, reason, "
		    "at, user_id) "
		    "VALUES (:id, :job, :first, :line, :bears, :cause, :reason, :at, :user) ON CONFLICT (id) "
		    "DO UPDATE SET "
		    "first_job_id = :first, first_line_id = :line, bears = :bears, cause = :cause, reason = "
		    ":reason, "
		    "at = :at, user_id = :user, ver = ver + 1"),
		BIND(B_INT("id", l.id), B_INT("job", in->job), B_INT("first", in->first),
		     B_ID("line", first_line(ctx, in->first, &l)), B_TEXT("bears", in->bears),
		     B_TEXT("cause", in->cause ? in->cause : "unknown"), B_TEXT("reason", in->reason),
		     B_INT("at", ctx->now), B_INT("user", ctx->user_id)));
	if (!charged)
		job_line_free(ctx, &l, "shop", in->reason);
	else if (l.free)
		job_line_set(ctx, &l, l.qty, l.rule_price);
	ctx->answer->id = l.id;
	answer_say(ctx, N_("“%s” is noted as a comeback"), l.text);
	return true;
}

/* The radar's finding: the last time that the shop still answers for. */
static void comeback_fill(struct ctx *ctx, struct args *args)
{
	const char *line = args_get(args, "line");
	int64_t id, first;

	if (args_get(args, "first") || !line || *line != '#' ||
	    !int_parse(line + 1, "line", 1, INT64_MAX, &id, &(struct err){ 0 }))
		return;
	first = db_int(
	    ctx->db,
	    SQL("SELECT h.id FROM job_line l JOIN job j ON j.id = l.job_id JOIN job h ON h.vehicle_id = "
		"j.vehicle_id AND h.id < j.id AND h.settled_on IS NOT NULL JOIN job_line b ON b.job_id = "
		"h.id "
		"AND b.state = 'on' AND (b.part_id = l.part_id OR b.labour_id = l.labour_id OR b.text = "
		"l.text) "
		"WHERE l.id = :id ORDER BY h.id DESC LIMIT 1"),
	    BIND(B_INT("id", id)), 0);
	if (first)
		args_set_id(args, "first", first);
}

COMMAND(job_comeback) = {
	.name = "job.comeback",
	.title = N_("Note a comeback"),
	.help = N_("The work was done before and came back: names the first time, who bears it and why."),
	.undo = UNDO_ROWS,
	.input = comeback_input,
	.size = sizeof(struct comeback),
	.edits = "line",
	.edits_table = "job_line",
	.fill = comeback_fill,
	.may = comeback_may,
	.run = comeback_run,
};

/* ---- job.reoffer ---- */

struct reoffer {
	struct input input;
	int64_t job, declined;
};

static const struct field reoffer_input[] = {
	FIELD(reoffer, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",
	      .help = N_("By its number or the plate of the car.")),
	FIELD(reoffer, declined, "declined", N_("Declined before"), VT_REF, REQUIRED,
	      .view = "declined_lines",
	      .help = N_("A line that the customer of this car declined at an earlier visit.")),
	{ 0 },
};

/* The declined line as it would stand today: at today's list price by this work order's rule; what was in words keeps
 * its price. False when it is not one of this car, or was offered again already. */
static bool reoffer_read(struct ctx *ctx, const struct reoffer *in, struct job_line *ret)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT l.kind, l.labour_id, l.part_id, l.text, l.qty, l.hours, l.list_price, l.supplier_id, "
		"l.sublet_cost, l.pass_through FROM job_line l JOIN job h ON h.id = l.job_id JOIN job j ON "
		"j.id = :job "
		"WHERE l.id = :line AND l.state = 'declined' AND h.vehicle_id = j.vehicle_id AND h.id < j.id "
		"AND NOT EXISTS (SELECT 1 FROM job_line n WHERE n.offers_id = l.id AND n.state <> "
		"'dropped')"),
	    BIND(B_INT("job", in->job), B_INT("line", in->declined)));

	if (!cur_next(c))
		return false;
	*ret = (struct job_line){ .job_id = in->job,
				  .kind = arena_strdup(ctx->arena, cur_text(c, 0)),
				  .labour_id = cur_int(c, 1),
				  .part_id = cur_int(c, 2),
				  .text = arena_strdup(ctx->arena, cur_text(c, 3)),
				  .qty = cur_int(c, 4),
				  .hours = cur_int(c, 5),
				  .list_price = cur_int(c, 6),
				  .price = cur_int(c, 6),
				  .supplier_id = cur_int(c, 7),
				  .sublet_cost = cur_int(c, 8),
				  .pass_through = cur_int(c, 9),
				  .offers_id = in->declined };
	cur_close(c);
	if (ret->part_id || ret->labour_id)
		ret->price = -1;
	job_line_from_list(ctx, ret);
	return true;
}

static bool reoffer_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct reoffer *in = input;
	struct job_line l;

	if (!HAS(in, job))
		return true;
	if (!job_may_change(ctx, in->job, e))
		return false;
	if (!HAS(in, declined))
		return true;
	if (!reoffer_read(ctx, in, &l))
		return err_field(
		    e, "declined",
		    N_("That was not declined at an earlier visit of this car, or is offered again already"));
	return job_line_fits(ctx, in->job, l.qty, l.price, e);
}

static bool reoffer_run(struct ctx *ctx, const void *input, struct err *e)
{
	struct job_line l;

	(void)e;
	if (!reoffer_read(ctx, input, &l))
		return false;
	ctx->answer->id = job_line_add(ctx, &l);
	answer_say(ctx, N_("%s: %s"), l.text, money_text(ctx->arena, qty_price(l.qty, l.price)));
	return true;
}

COMMAND(job_reoffer) = {
	.name = "job.reoffer",
	.title = N_("Offer declined work again"),
	.help = N_("What was declined at an earlier visit comes onto this work order at today's price."),
	.undo = UNDO_ROWS,
	.input = reoffer_input,
	.size = sizeof(struct reoffer),
	.may = reoffer_may,
	.run = reoffer_run,
};

/* ---- warranty.set ---- */

struct warranty {
	struct input input;
	int64_t part, labour, repair_type, days, km;
};

static const struct field warranty_input[] = {
	FIELD(warranty, part, "part", N_("Part"), VT_REF, STOP, .view = "parts",
	      .help = N_("The part that it is for; or a labour item or a repair type.")),
	FIELD(warranty, labour, "labour", N_("Labour item"), VT_REF, .view = "labour",
	      .help = N_("The labour item that it is for.")),
	FIELD(warranty, repair_type, "repair_type", N_("Repair type"), VT_REF, .view = "repair_types",
	      .help = N_("What holds for all work of that type which has no warranty of its own.")),
	FIELD(warranty, days, "days", N_("Warranty days"), VT_INT, REQUIRED, .min = 0, .max = 3650,
	      .help = N_("So many days the shop answers for it, from the settlement on.")),
	FIELD(warranty, km, "km", N_("Warranty km"), VT_INT, REQUIRED, .min = 0, .max = 500000,
	      .help = N_("Or so many kilometres, whichever comes first.")),
	{ 0 },
};

static bool warranty_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct warranty *in = input;
	struct bind days = B_INT("days", in->days), km = B_INT("km", in->km);

	if (!in->part && !in->labour && !in->repair_type)
		return err_field(e, "part", N_("Say for which part, labour item or repair type it is"));
	if (in->part)
		db_exec(ctx->db,
			SQL("UPDATE part SET warranty_days = :days, warranty_km = :km, ver = ver + 1 WHERE "
			    "id = :id"),
			BIND(days, km, B_INT("id", in->part)));
	if (in->labour)
		db_exec(ctx->db,
			SQL("UPDATE labour SET warranty_days = :days, warranty_km = :km, ver = ver + 1 WHERE "
			    "id = :id"),
			BIND(days, km, B_INT("id", in->labour)));
	if (in->repair_type)
		db_exec(ctx->db,
			SQL("UPDATE repair_type SET warranty_days = :days, warranty_km = :km, ver = ver + 1 "
			    "WHERE id = :id"),
			BIND(days, km, B_INT("id", in->repair_type)));
	ctx->answer->id = in->part ? in->part : in->labour ? in->labour : in->repair_type;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(warranty_set) = {
	.name = "warranty.set",
	.title = N_("How long the shop answers for work"),
	.help = N_("Days and kilometres for a part, a labour item or a whole repair type."),
	.undo = UNDO_ROWS,
	.input = warranty_input,
	.size = sizeof(struct warranty),
	.run = warranty_run,
};
