/* handover.c - the car leaves: who took it, the gate pass, what it is reminded of next. */
#include <inttypes.h>
#include <string.h>

#include "base/date.h"
#include "base/money.h"
#include "domain/choice.h"
#include "domain/document.h"
#include "domain/gate.h"
#include "domain/job.h"
#include "domain/party.h"
#include "domain/service.h"
#include "domain/setting.h"

#define KM_MOST        9999999
#define REMINDERS_MOST 20

struct next_reminder {
	struct input input;
	int64_t on, km;
	const char *text, *kind;
};

struct job_handover {
	struct input input;
	int64_t job;
	const char *collected_by, *collected_phone, *old_parts, *override;
	struct lines reminders;
};

static const struct field next_reminder_input[] = {
	FIELD(next_reminder, on, "on", N_("Due"), VT_DATE, REQUIRED, .lean = DATE_FUTURE,
	      .help = N_("The day on which the customer is to be called: a date, +90 for so many days, +3m "
			 "for months.")),
	FIELD(next_reminder, km, "km", N_("At km"), VT_INT, STOP, .min = 0, .max = KM_MOST,
	      .help = N_("Or when the car has gone so far; whichever comes first counts.")),
	FIELD(next_reminder, text, "text", N_("What for"), VT_TEXT, STOP, .max = 120,
	      .help = N_("In words, as it will stand on the list and on paper.")),
	FIELD(next_reminder, kind, "kind", N_("Kind"), VT_CHOICE, .choices = choice_reminder_kind,
	      .help = N_("Service when empty.")),
	{ 0 },
};

static const struct field job_handover_input[] = {
	FIELD(job_handover, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",
	      .help = N_("The visit it is about: its number, or the plate of the car that stands here.")),
	FIELD(job_handover, collected_by, "collected_by", N_("Collected by"), VT_TEXT,
	      .flags = STOP_ | PERSONAL_, .max = 60, .help = N_("Empty for the customer.")),
	FIELD(job_handover, collected_phone, "collected_phone", N_("Phone"), VT_PHONE, .flags = PERSONAL_,
	      .help = N_("Where this person can be reached; digits are enough, blanks do not matter.")),
	FIELD(job_handover, old_parts, "old_parts", N_("Old parts"), VT_TEXT, .max = 120,
	      .help = N_("Given to the customer, kept, or thrown away.")),
	LINES(job_handover, reminders, "reminders", N_("Reminders"), next_reminder_input, next_reminder,
	      REMINDERS_MOST,
	      .help = N_("What is to be called about next; proposed from the work that was done.")),
	FIELD(job_handover, override, "override", N_("Although unpaid, because"), VT_TEXT, .max = 120,
	      .right = "handover.override",
	      .help = N_("The reason why the car leaves before it is paid for.")),
	{ 0 },
};

/* ---- guards ---- */

static bool step_missing(const struct job *j, struct err *e)
{
	if (job_is(j, "received") || job_is(j, "in_work"))
		return err_set(e, ERR_NO,
			       N_("%s is not finished. Finish and settle it first (job.finish, job.settle)"),
			       j->number);
	if (job_is(j, "finished"))
		return err_set(e, ERR_NO, N_("%s is not settled. Settle it first (job.settle)"), j->number);
	if (job_is(j, "handed_over"))
		return err_set(e, ERR_NO, N_("%s is handed over already. Its gate pass can be printed again"),
			       j->number);
	return err_set(e, ERR_NO, N_("%s is cancelled: there is nothing to hand over"), j->number);
}

/* Every payer has paid, or has days on account. */
static bool all_paid(struct ctx *ctx, const struct job *j, struct err *e)
{
	struct cur *c =
	    db_open(ctx->db,
		    SQL("SELECT p.name, sum(o.amount) FROM bill b JOIN bill_open o ON o.id = b.id "
			"JOIN party p ON p.id = b.party_id WHERE b.document_id = :settlement AND "
			"p.terms_days IS NULL "
			"GROUP BY p.id ORDER BY p.id LIMIT 1"),
		    BIND(B_INT("settlement", j->settlement_id)));

	if (!cur_next(c))
		return true;
	err_set(
	    e, ERR_NO,
	    N_("%s still owes %s and has no days on account. Take the payment first (payment.take), or let "
	       "somebody who may give a reason (override)"),
	    cur_text(c, 0), money_text(ctx->arena, cur_int(c, 1)));
	cur_close(c);
	return false;
}

static bool reminders_sound(struct ctx *ctx, const struct job_handover *in, struct err *e)
{
	for (size_t i = 0; i < in->reminders.n; i++) {
		const struct next_reminder *r = LINE_AT(in->reminders, struct next_reminder, i);

		if (!HAS(r, on) || r->on > ctx->today)
			continue;
		e->line = (int)i + 1;
		return err_field(e, "reminders.on", N_("%s is past. Name a day that is to come"),
				 date_text(ctx->arena, r->on));
	}
	return true;
}

static bool job_handover_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_handover *in = input;
	struct job j;

	if (HAS(in, reminders) && !reminders_sound(ctx, in, e))
		return false;
	if (!HAS(in, job) || !job_read(ctx, in->job, &j))
		return true;
	if (!job_is(&j, "settled"))
		return step_missing(&j, e);
	return job_in_house(ctx, in->job, e) &&
	       (HAS(in, override) || (all_paid(ctx, &j, e) && gate_paid(ctx, &j, e)));
}

/* ---- what the car is reminded of ---- */

static const char *type_title(struct ctx *ctx, const struct job *j)
{
	return db_text(ctx->db, ctx->arena, SQL("SELECT title FROM repair_type WHERE id = :id"),
		       BIND(B_INT("id", j->repair_type_id)));
}

static void reminder_write(struct ctx *ctx, const struct job *j, const char *kind,
			   const struct next_reminder *r, const char *text)
{
	db_exec(ctx->db,
		SQL("INSERT INTO reminder (kind, vehicle_id, job_id, due_on, due_km, text, of_on) "
		    "VALUES (:kind, :vehicle, :job, :on, :km, :text, iif(:kind = 'service', :on, NULL))"),
		BIND(B_TEXT("kind", kind), B_INT("vehicle", j->vehicle_id), B_INT("job", j->id),
		     B_INT("on", r->on), B_ID("km", r->km), B_TEXT("text", text)));
}

/* The next service takes the place of what the car was reminded of before. */
static void service_next(struct ctx *ctx, const struct job *j, const struct next_reminder *r)
{
	db_exec(ctx->db,
		SQL("UPDATE reminder SET state = 'done', result = :number, done_at = :now, done_by = :user, "
		    "ver = ver + 1 "
		    "WHERE vehicle_id = :vehicle AND kind = 'service' AND state = 'open'"),
		BIND(B_TEXT("number", j->number), B_INT("now", ctx->now), B_INT("user", ctx->user_id),
		     B_INT("vehicle", j->vehicle_id)));
	db_exec(ctx->db,
		SQL("UPDATE vehicle SET service_due_on = :on, service_due_km = :km, ver = ver + 1 WHERE id = "
		    ":id"),
		BIND(B_INT("on", r->on), B_ID("km", r->km), B_INT("id", j->vehicle_id)));
}

static void reminders_write(struct ctx *ctx, const struct job_handover *in, const struct job *j)
{
	bool service = false;

	for (size_t i = 0; i < in->reminders.n; i++) {
		const struct next_reminder *r = LINE_AT(in->reminders, struct next_reminder, i);
		const char *kind = HAS(r, kind) ? r->kind : "service";

		if (!strcmp(kind, "service") && !service) {
			service_next(ctx, j, r);
			service = true;
		}
		reminder_write(ctx, j, kind, r, HAS(r, text) ? r->text : type_title(ctx, j));
	}
}

static void followup_write(struct ctx *ctx, const struct job *j)
{
	struct next_reminder r = { .on = ctx->today + setting_int(ctx->db, SETTING_FOLLOWUP_DAYS) };

	reminder_write(ctx, j, "followup", &r, j->number);
}

/* ---- job.handover ---- */

static bool job_handover_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_handover *in = input;
	const char *phone;
	struct job j;
	int64_t id;

	(void)e;
	if (!job_read(ctx, in->job, &j))
		return false;
	phone = HAS(in, collected_by) || HAS(in, collected_phone) ? in->collected_phone
								  : party_phone(ctx, j.customer_id);
	id = document_post(
	    ctx, &(struct document){ .kind = DOC_HANDOVER, .party_id = j.customer_id, .job_id = j.id });
	db_exec(ctx->db,
		SQL("INSERT INTO handover (id, job_id, collected_by, collected_phone, old_parts, "
		    "override_reason) "
		    "VALUES (:id, :job, :by, nullif(:phone, ''), :old_parts, :override)"),
		BIND(B_INT("id", id), B_INT("job", j.id),
		     B_TEXT("by", HAS(in, collected_by) ? in->collected_by : party_name(ctx, j.customer_id)),
		     B_TEXT("phone", phone), B_TEXT("old_parts", in->old_parts),
		     B_TEXT("override", in->override)));
	job_step_row(ctx, j.id, "handed_over", in->override);
	db_exec(ctx->db,
		SQL("UPDATE job SET state = 'handed_over', ver = ver + 1, handed_over_at = :now, "
		    "handed_over_on = :today WHERE id = :id"),
		BIND(B_INT("now", ctx->now), B_INT("today", ctx->today), B_INT("id", j.id)));
	db_exec(ctx->db, SQL("UPDATE vehicle SET last_visit_on = :today, ver = ver + 1 WHERE id = :id"),
		BIND(B_INT("today", ctx->today), B_INT("id", j.vehicle_id)));
	reminders_write(ctx, in, &j);
	service_expect(ctx, j.vehicle_id);
	followup_write(ctx, &j);
	answer_say(ctx, N_("%s is handed over, gate pass %s"), j.plate, ctx->answer->number);
	return true;
}

/* Proposes the next service by the repair type. */
static void service_fill(struct ctx *ctx, const struct job *j, struct args *args)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT t.service_days, t.service_km, v.odometer_km, t.title FROM repair_type t, vehicle v "
		"WHERE t.id = :type AND v.id = :vehicle AND t.service_days IS NOT NULL"),
	    BIND(B_INT("type", j->repair_type_id), B_INT("vehicle", j->vehicle_id)));
	struct args *row;

	if (!cur_next(c))
		return;
	row = args_add_line(args, "reminders");
	args_set(row, "on", date_text(ctx->arena, ctx->today + cur_int(c, 0)));
	if (!cur_null(c, 1) && !cur_null(c, 2))
		args_set(row, "km", arena_printf(ctx->arena, "%" PRId64, cur_int(c, 1) + cur_int(c, 2)));
	args_set(row, "text", tr(ctx->lang, cur_text(c, 3)));
	cur_close(c);
}

static void job_handover_fill(struct ctx *ctx, struct args *args)
{
	struct job j;

	if (!job_read(ctx, job_of_args(ctx, args), &j))
		return;
	if (!args_get(args, "collected_by")) {
		args_set(args, "collected_by", party_name(ctx, j.customer_id));
		if (!args_get(args, "collected_phone"))
			args_set(args, "collected_phone", party_phone(ctx, j.customer_id));
	}
	if (!args_lines(args, "reminders"))
		service_fill(ctx, &j, args);
}

COMMAND(job_handover) = {
	.name = "job.handover",
	.title = N_("Hand the car over"),
	.help =
	    N_("The car leaves with a gate pass; the next service and a follow-up call are written down."),
	.undo = UNDO_NONE,
	.input = job_handover_input,
	.size = sizeof(struct job_handover),
	.edits = "job",
	.edits_table = "job",
	.prints = "gate_pass",
	.fill = job_handover_fill,
	.may = job_handover_may,
	.run = job_handover_run,
};
