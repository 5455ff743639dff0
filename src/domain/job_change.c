/* job_change.c - what reception wrote down is put right; a work order is cancelled. */
#include <string.h>

#include "base/date.h"
#include "base/money.h"
#include "base/muldiv.h"
#include "base/str.h"
#include "base/text.h"
#include "domain/clock.h"
#include "domain/job.h"
#include "domain/ledger.h"
#include "domain/pay_out.h"
#include "domain/party.h"
#include "domain/service.h"
#include "domain/vehicle.h"

#define KM_MOST 9999999

/* ---- job.change ---- */

struct job_change {
	struct input input;
	int64_t job, customer, vehicle, payer, repair_type, advisor, odometer, promised_at, fuel;
	const char *complaint, *belongings, *condition, *key_tag, *bay, *note;
};

static const struct field job_change_input[] = {
	FIELD(job_change, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",
	      .help = N_("The visit it is about: its number, or the plate of the car that stands here.")),
	FIELD(job_change, customer, "customer", N_("Customer"), VT_REF, .view = "customers",
	      .help = N_("Whom it is about: name, phone or card.")),
	FIELD(job_change, vehicle, "vehicle", N_("Vehicle"), VT_REF, .view = "vehicles",
	      .help = N_("Where the wrong car was written down.")),
	FIELD(job_change, payer, "payer", N_("Payer"), VT_REF, .view = "parties",
	      .help = N_("Who is billed for it, where that is not the customer: a company, an insurer.")),
	FIELD(job_change, repair_type, "repair_type", N_("Repair type"), VT_REF, .view = "repair_types",
	      .help = N_("What kind of visit it is; reports count by it, and reminders begin with it.")),
	FIELD(job_change, advisor, "advisor", N_("Advisor"), VT_REF, .view = "staff",
	      .help = N_("Who looks after this customer in the house.")),
	FIELD(job_change, odometer, "odometer", N_("Odometer"), VT_INT, .min = 0, .max = KM_MOST,
	      .help = N_("The kilometres that the car shows; service reminders are reckoned from it.")),
	FIELD(job_change, complaint, "complaint", N_("Complaint"), VT_AREA, .max = 1000,
	      .help =
		  N_("In the customer's own words; they stand on the reception form and on the dispatch.")),
	FIELD(job_change, promised_at, "promised_at", N_("Promised"), VT_TIME, .lean = DATE_FUTURE,
	      .help = N_("When the car is to be ready: 16:30 today, or a day and a time. Late ones stand out "
			 "on the board.")),
	FIELD(job_change, fuel, "fuel", N_("Fuel"), VT_INT, .min = 0, .max = 8,
	      .help = N_("Eighths of the tank, 0 to 8, so that nobody argues about it later.")),
	FIELD(job_change, key_tag, "key_tag", N_("Key tag"), VT_CODE, .max = 20,
	      .help = N_("The number on the tag that the key hangs at.")),
	FIELD(job_change, bay, "bay", N_("Bay"), VT_CODE, .max = 20, .help = N_("Where the car stands.")),
	FIELD(job_change, belongings, "belongings", N_("Belongings"), VT_TEXT, .max = 200,
	      .help = N_("What the customer left in the car; it stands on the reception form.")),
	FIELD(job_change, condition, "condition", N_("Condition of the car"), VT_AREA, .max = 1000,
	      .help = N_("Scratches, dents, warning lamps: what was there before the work.")),
	FIELD(job_change, note, "note", N_("Note"), VT_TEXT, .max = 200,
	      .help = N_("For people in the house; it is not printed for the customer.")),
	{ 0 },
};

/* An advance lies with the payer who gave it. */
static bool advance_stays(struct ctx *ctx, int64_t job_id, struct err *e)
{
	int64_t advance = -ledger_job(ctx, job_id, ACC_ADVANCE);

	return advance == 0 ||
	       err_set(e, ERR_NO, N_("%s was paid in advance on it. Pay it back first (payment.refund)"),
		       money_text(ctx->arena, advance));
}

static bool payer_moves(const struct job_change *in, const struct job *j)
{
	if (HAS(in, payer))
		return in->payer != j->payer_id;
	return HAS(in, customer) && j->payer_id == j->customer_id && in->customer != j->customer_id;
}

static bool vehicle_free(struct ctx *ctx, const struct job_change *in, const struct job *j, struct err *e)
{
	char *number;

	if (!HAS(in, vehicle) || in->vehicle == j->vehicle_id)
		return true;
	number = db_text(ctx->db, ctx->arena,
			 SQL("SELECT number FROM job WHERE vehicle_id = :vehicle AND id <> :id "
			     "AND state NOT IN ('handed_over', 'cancelled') LIMIT 1"),
			 BIND(B_INT("vehicle", in->vehicle), B_INT("id", j->id)));
	return !number || err_field(e, "vehicle", N_("%s has the open work order %s already"),
				    vehicle_plate(ctx, in->vehicle), number);
}

static bool job_change_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_change *in = input;
	struct job j;

	if (!HAS(in, job))
		return true;
	if (!job_unsettled(ctx, in->job, e) || !job_read(ctx, in->job, &j))
		return false;
	if (HAS(in, promised_at) && in->promised_at < ctx->now)
		return err_field(e, "promised_at", N_("%s is past. Promise a time that is to come"),
				 time_text(ctx->arena, in->promised_at, ctx->offset_minutes));
	if (payer_moves(in, &j) && !advance_stays(ctx, in->job, e))
		return false;
	return vehicle_free(ctx, in, &j, e);
}

static struct bind maybe_int(const char *name, bool given, int64_t v)
{
	return given ? (struct bind)B_INT(name, v) : (struct bind)B_NULL(name);
}

/* The wrong car goes back to the reading of its own last visit. */
static void odometer_forgotten(struct ctx *ctx, int64_t vehicle_id)
{
	db_exec(ctx->db,
		SQL("UPDATE vehicle SET (odometer_km, odometer_on, last_visit_on) = (SELECT odometer_km, "
		    "received_on, received_on "
		    "FROM job WHERE vehicle_id = :id AND odometer_km IS NOT NULL AND state <> 'cancelled' "
		    "ORDER BY id DESC LIMIT 1), "
		    "ver = ver + 1 WHERE id = :id"),
		BIND(B_INT("id", vehicle_id)));
	service_expect(ctx, vehicle_id);
}

/* A corrected reading is the car's too. */
static void odometer_noted(struct ctx *ctx, const struct job_change *in, const struct job *before)
{
	bool moved = HAS(in, vehicle) && in->vehicle != before->vehicle_id;

	if (moved)
		odometer_forgotten(ctx, before->vehicle_id);
	if (moved || HAS(in, odometer))
		db_exec(ctx->db,
			SQL("UPDATE vehicle SET odometer_km = coalesce(j.odometer_km, vehicle.odometer_km), "
			    "odometer_on = iif(j.odometer_km IS NULL, odometer_on, j.received_on), "
			    "last_visit_on = max(coalesce(last_visit_on, 0), j.received_on), ver = "
			    "vehicle.ver + 1 "
			    "FROM job j WHERE j.id = :job AND vehicle.id = j.vehicle_id"),
			BIND(B_INT("job", in->job)));
	if (moved || HAS(in, odometer))
		service_expect(ctx, moved ? in->vehicle : before->vehicle_id);
}

static bool job_change_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_change *in = input;
	struct job j;

	(void)e;
	if (!job_read(ctx, in->job, &j))
		return false;
	db_exec(ctx->db,
		SQL("UPDATE job SET payer_id = coalesce(:payer, iif(payer_id = customer_id, :customer, "
		    "NULL), payer_id), "
		    "customer_id = coalesce(:customer, customer_id), vehicle_id = coalesce(:vehicle, "
		    "vehicle_id), "
		    "repair_type_id = coalesce(:type, repair_type_id), advisor_id = coalesce(:advisor, "
		    "advisor_id), "
		    "odometer_km = coalesce(:km, odometer_km), complaint = coalesce(:complaint, complaint), "
		    "promised_at = coalesce(:promised, promised_at), fuel = coalesce(:fuel, fuel), "
		    "key_tag = coalesce(:key_tag, key_tag), bay = coalesce(:bay, bay), "
		    "belongings = coalesce(:belongings, belongings), condition = coalesce(:condition, "
		    "condition), "
		    "remark = coalesce(:note, remark), ver = ver + 1 WHERE id = :id"),
		BIND(B_ID("payer", in->payer), B_ID("customer", in->customer), B_ID("vehicle", in->vehicle),
		     B_ID("type", in->repair_type), B_ID("advisor", in->advisor),
		     maybe_int("km", HAS(in, odometer), in->odometer), B_TEXT("complaint", in->complaint),
		     maybe_int("promised", HAS(in, promised_at), in->promised_at),
		     maybe_int("fuel", HAS(in, fuel), in->fuel), B_TEXT("key_tag", in->key_tag),
		     B_TEXT("bay", in->bay), B_TEXT("belongings", in->belongings),
		     B_TEXT("condition", in->condition), B_TEXT("note", in->note), B_INT("id", in->job)));
	odometer_noted(ctx, in, &j);
	ctx->answer->id = in->job;
	answer_say(ctx, N_("Saved: %s"), j.number);
	return true;
}

COMMAND(job_change) = {
	.name = "job.change",
	.title = N_("Change a work order"),
	.help = N_("Customer, car, payer and what reception wrote down, until it is settled."),
	.undo = UNDO_ROWS,
	.input = job_change_input,
	.size = sizeof(struct job_change),
	.edits = "job",
	.edits_table = "job",
	.may = job_change_may,
	.run = job_change_run,
};

/* ---- job.cancel ---- */

struct job_cancel {
	struct input input;
	int64_t job, fee;
	const char *reason;
};

static const struct field job_cancel_input[] = {
	FIELD(job_cancel, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",
	      .help = N_("The visit it is about: its number, or the plate of the car that stands here.")),
	FIELD(job_cancel, reason, "reason", N_("Reason"), VT_TEXT, REQUIRED, .max = 120,
	      .help = N_("Why nothing is done; it stays with the work order.")),
	FIELD(job_cancel, fee, "fee", N_("Fee"), VT_MONEY, .min = 1, .max = MONEY_MAX,
	      .help =
		  N_("What looking at the car costs. With it the work order is not cancelled: its lines go, "
		     "the fee is settled.")),
	{ 0 },
};

/* The first few parts that are out, "" for none. */
static const char *parts_out(struct ctx *ctx, int64_t job_id)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT issued_qty, text FROM job_line WHERE job_id = :job AND issued_qty > 0 LIMIT 4"),
	    BIND(B_INT("job", job_id)));
	struct str list = { 0 };
	char brief[TEXT_BRIEF];
	const char *text;

	for (int i = 0; cur_next(c); i++) {
		if (i < 3)
			str_addf(&list, "%s%s %s", i ? ", " : "", qty_text(ctx->arena, cur_int(c, 0)),
				 text_brief(brief, cur_text(c, 1)));
		else
			str_add(&list, " …");
	}
	text = arena_strdup(ctx->arena, str_get(&list));
	str_free(&list);
	return text;
}

/* A document with sublet work that stands, NULL for none. */
static const char *sublets_out(struct ctx *ctx, int64_t job_id)
{
	return db_text(
	    ctx->db, ctx->arena,
	    SQL("SELECT d.number FROM job_line l JOIN document d ON d.id = l.sublet_id WHERE l.job_id = :job "
		"LIMIT 1"),
	    BIND(B_INT("job", job_id)));
}

static bool job_finished(struct ctx *ctx, int64_t job_id)
{
	return db_exists(ctx->db, SQL("SELECT 1 FROM job WHERE id = :id AND state = 'finished'"),
			 BIND(B_INT("id", job_id)));
}

static bool job_cancel_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_cancel *in = input;
	const char *out;

	if (!HAS(in, job))
		return true;
	if (!job_unsettled(ctx, in->job, e) || !job_in_house(ctx, in->job, e) ||
	    (!HAS(in, fee) && !advance_stays(ctx, in->job, e)))
		return false;
	if (HAS(in, fee) && job_finished(ctx, in->job))
		return err_field(e, "fee", N_("The work is finished: send it back first (job.send_back)"));
	if (paid_out(ctx, in->job))
		return err_set(e, ERR_NO, N_("%s was paid to others for it. Reverse that first (reverse)"),
			       money_text(ctx->arena, paid_out(ctx, in->job)));
	out = sublets_out(ctx, in->job);
	if (out)
		return err_set(e, ERR_NO,
			       N_("Sublet work is booked for it (%s). Reverse that first (reverse)"), out);
	out = parts_out(ctx, in->job);
	return !*out ||
	       err_set(e, ERR_NO,
		       N_("Parts are out for it: %s. Return them to the store first (stock.return)"), out);
}

/* Nothing is billed but the fee; the work order is finished with it. */
static void fee_instead(struct ctx *ctx, const struct job_cancel *in)
{
	struct job_line fee = { .job_id = in->job,
				.kind = "fee",
				.text = tr(ctx->lang, N_("Fee for looking at the car")),
				.qty = 1000,
				.list_price = in->fee,
				.price = in->fee };

	db_exec(ctx->db,
		SQL("UPDATE job_line SET state = 'dropped', reason = :reason, ver = ver + 1 WHERE job_id = "
		    ":job AND "
		    "state <> 'dropped'"),
		BIND(B_TEXT("reason", in->reason), B_INT("job", in->job)));
	job_line_add(ctx, &fee);
	job_step(ctx, in->job, "finished", in->reason);
	db_exec(ctx->db, SQL("UPDATE job SET finished_at = :now, finished_by = :by WHERE id = :id"),
		BIND(B_INT("now", ctx->now), B_INT("by", ctx->user_id), B_INT("id", in->job)));
}

static bool job_cancel_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_cancel *in = input;
	struct job j;

	(void)e;
	if (!job_read(ctx, in->job, &j))
		return false;
	clocks_stop(ctx, in->job, in->reason);
	job_stands_no_more(ctx, in->job);
	ctx->answer->id = in->job;
	if (HAS(in, fee)) {
		fee_instead(ctx, in);
		answer_say(ctx, N_("%s: only the fee of %s is left to settle"), j.number,
			   money_text(ctx->arena, in->fee));
		return true;
	}
	job_step(ctx, in->job, "cancelled", in->reason);
	db_exec(ctx->db,
		SQL("UPDATE job SET cancelled_reason = :reason, finished_at = NULL, finished_by = NULL, "
		    "check_id = NULL WHERE "
		    "id = :id"),
		BIND(B_TEXT("reason", in->reason), B_INT("id", in->job)));
	ctx->answer->id = in->job;
	answer_say(ctx, N_("%s is cancelled"), j.number);
	return true;
}

COMMAND(job_cancel) = {
	.name = "job.cancel",
	.title = N_("Cancel a work order"),
	.help = N_("The car leaves without work; the work order keeps its number."),
	.undo = UNDO_NONE,
	.input = job_cancel_input,
	.size = sizeof(struct job_cancel),
	.edits = "job",
	.edits_table = "job",
	.may = job_cancel_may,
	.run = job_cancel_run,
};
