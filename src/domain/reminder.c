/* reminder.c - what is to be remembered about a car, the calls about it, and what came of it. */
#include <string.h>

#include "base/date.h"
#include "domain/choice.h"
#include "domain/reminder.h"
#include "domain/vehicle.h"

#define KM_MOST 9999999

/* ---- reminder.add ---- */

struct reminder_add {
	struct input input;
	int64_t vehicle, on, km;
	const char *text, *kind;
};

static const struct field reminder_add_input[] = {
	FIELD(reminder_add, vehicle, "vehicle", N_("Vehicle"), VT_REF, REQUIRED, .view = "vehicles",
	      .help = N_("The car: its plate, the tail of it, or its VIN.")),
	FIELD(reminder_add, on, "on", N_("Due"), VT_DATE, REQUIRED, .lean = DATE_FUTURE,
	      .help = N_("The day on which the customer is to be called: a date, +90 for so many days, +3m "
			 "for months.")),
	FIELD(reminder_add, text, "text", N_("What for"), VT_TEXT, REQUIRED, .max = 120,
	      .help = N_("In words, as it will stand on the list and on paper.")),
	FIELD(reminder_add, km, "km", N_("At km"), VT_INT, .min = 0, .max = KM_MOST,
	      .help = N_("Or when the car has gone so far; whichever comes first counts.")),
	FIELD(reminder_add, kind, "kind", N_("Kind"), VT_CHOICE, .choices = choice_reminder_kind,
	      .help = N_("What the reminder is about; lists are made by it.")),
	{ 0 },
};

static bool reminder_add_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct reminder_add *in = input;

	if (HAS(in, on) && in->on < ctx->today)
		return err_field(e, "on", N_("%s is past. Name a day that is to come"),
				 date_text(ctx->arena, in->on));
	return true;
}

static bool reminder_add_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct reminder_add *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("INSERT INTO reminder (kind, vehicle_id, due_on, due_km, text) VALUES (:kind, :vehicle, "
		    ":on, :km, :text)"),
		BIND(B_TEXT("kind", HAS(in, kind) ? in->kind : "other"), B_INT("vehicle", in->vehicle),
		     B_INT("on", in->on), B_ID("km", in->km), B_TEXT("text", in->text)));
	ctx->answer->id = db_last_id(ctx->db);
	answer_say(ctx, N_("%s is reminded on %s: %s"), vehicle_plate(ctx, in->vehicle),
		   date_text(ctx->arena, in->on), in->text);
	return true;
}

COMMAND(reminder_add) = {
	.name = "reminder.add",
	.title = N_("New reminder"),
	.help = N_("Something to remember about a car on a day."),
	.undo = UNDO_ROWS,
	.input = reminder_add_input,
	.size = sizeof(struct reminder_add),
	.may = reminder_add_may,
	.run = reminder_add_run,
};

/* ---- reminder.done ---- */

struct reminder_done {
	struct input input;
	int64_t reminder, again_on, drop;
	const char *result;
};

static const struct field reminder_done_input[] = {
	FIELD(reminder_done, reminder, "reminder", N_("Reminder"), VT_REF, REQUIRED, .view = "reminders_due",
	      .help = N_("The reminder that is done with.")),
	FIELD(reminder_done, result, "result", N_("What came of it"), VT_TEXT, REQUIRED, .max = 200,
	      .help = N_("What the customer said or did; the next caller reads it.")),
	FIELD(reminder_done, again_on, "again_on", N_("Ask again on"), VT_DATE, .lean = DATE_FUTURE,
	      .help = N_("The reminder stays open until that day.")),
	FIELD(reminder_done, drop, "drop", N_("Not wanted any more"), VT_BOOL, .max = 1,
	      .help = N_("Yes: it never comes again.")),
	{ 0 },
};

static bool reminder_done_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct reminder_done *in = input;

	if (HAS(in, again_on) && in->drop)
		return err_field(e, "again_on", N_("Either ask again or drop it, not both"));
	if (HAS(in, again_on) && in->again_on <= ctx->today)
		return err_field(e, "again_on", N_("%s is past. Name a day that is to come"),
				 date_text(ctx->arena, in->again_on));
	return true;
}

static bool reminder_done_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct reminder_done *in = input;

	(void)e;
	ctx->answer->id = in->reminder;
	if (HAS(in, again_on)) {
		db_exec(
		    ctx->db,
		    SQL("UPDATE reminder SET due_on = :on, result = :result, ver = ver + 1 WHERE id = :id"),
		    BIND(B_INT("on", in->again_on), B_TEXT("result", in->result), B_INT("id", in->reminder)));
		answer_say(ctx, N_("Comes again on %s"), date_text(ctx->arena, in->again_on));
		return true;
	}
	db_exec(ctx->db,
		SQL("UPDATE reminder SET state = iif(:drop, 'dropped', 'done'), result = :result, done_at = "
		    ":now, done_by = :user, "
		    "ver = ver + 1 WHERE id = :id"),
		BIND(B_INT("drop", in->drop), B_TEXT("result", in->result), B_INT("now", ctx->now),
		     B_INT("user", ctx->user_id), B_INT("id", in->reminder)));
	answer_say(ctx, N_("Noted: %s"), in->result);
	return true;
}

COMMAND(reminder_done) = {
	.name = "reminder.done",
	.title = N_("Answer a reminder"),
	.help = N_("What the call came to; the reminder leaves the list, or comes again."),
	.undo = UNDO_ROWS,
	.input = reminder_done_input,
	.size = sizeof(struct reminder_done),
	.edits = "reminder",
	.edits_table = "reminder",
	.may = reminder_done_may,
	.run = reminder_done_run,
};

/* ---- reminder.call ---- */

struct reminder_call {
	struct input input;
	int64_t reminder, vehicle, again_on;
	const char *kind, *result, *words;
};

static const struct field reminder_call_input[] = {
	FIELD(reminder_call, reminder, "reminder", N_("Reminder"), VT_REF, .view = "reminders_due",
	      .help = N_("The reminder that the call is about, or vehicle and kind.")),
	FIELD(reminder_call, vehicle, "vehicle", N_("Vehicle"), VT_REF, .view = "vehicles",
	      .help = N_("Where there is no reminder yet: the car.")),
	FIELD(reminder_call, kind, "kind", N_("Kind"), VT_CHOICE, .choices = choice_reminder_kind,
	      .help = N_("What the call about a car is for: service, inspection or insurance.")),
	FIELD(reminder_call, result, "result", N_("Result"), VT_CHOICE, REQUIRED,
	      .choices = choice_call_result,
	      .help = N_("What came of the call; nobody reached leaves it on the list.")),
	FIELD(reminder_call, again_on, "again_on", N_("Ask again on"), VT_DATE, STOP, .lean = DATE_FUTURE,
	      .help =
		  N_("The reminder stays open until that day. After no answer it is tomorrow when empty.")),
	FIELD(reminder_call, words, "words", N_("What was said"), VT_AREA, STOP, .max = 1000,
	      .help = N_("For whoever calls next time.")),
	{ 0 },
};

static bool result_is(const struct reminder_call *in, const char *result)
{
	return HAS(in, result) && !strcmp(in->result, result);
}

/* The day in the car's papers that a call of this kind is about, 0 when none is written down. */
static int64_t day_of(struct ctx *ctx, int64_t vehicle_id, const char *kind)
{
	return db_int(
	    ctx->db,
	    SQL("SELECT CASE :kind WHEN 'service' THEN coalesce(service_due_on, service_expected_on) "
		"WHEN 'inspection' THEN inspection_due_on WHEN 'insurance' THEN insurance_due_on "
		"WHEN 'lost' THEN :today WHEN 'new' THEN :today WHEN 'birthday' THEN :today END "
		"FROM vehicle WHERE id = :id"),
	    BIND(B_TEXT("kind", kind), B_INT("today", ctx->today), B_INT("id", vehicle_id)), 0);
}

/* The open reminder of that kind that a car has, 0 for none. */
static int64_t open_of(struct ctx *ctx, int64_t vehicle_id, const char *kind)
{
	return db_int(ctx->db,
		      SQL("SELECT id FROM reminder WHERE vehicle_id = :id AND kind = :kind AND state = "
			  "'open' ORDER BY due_on, id LIMIT 1"),
		      BIND(B_INT("id", vehicle_id), B_TEXT("kind", kind)), 0);
}

static bool reminder_call_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct reminder_call *in = input;

	if (HAS(in, again_on) && in->again_on <= ctx->today)
		return err_field(e, "again_on", N_("%s is past. Name a day that is to come"),
				 date_text(ctx->arena, in->again_on));
	if (HAS(in, again_on) && result_is(in, "unwanted"))
		return err_field(e, "again_on", N_("Either ask again or drop it, not both"));
	if (HAS(in, reminder) || !HAS(in, vehicle) || !HAS(in, kind) || open_of(ctx, in->vehicle, in->kind) ||
	    day_of(ctx, in->vehicle, in->kind))
		return true;
	return err_field(
	    e, "kind",
	    N_("Nothing of that kind is written down for %s. Write a reminder first (reminder.add)"),
	    vehicle_plate(ctx, in->vehicle));
}

/* The reminder that a call about a day in the car's papers belongs to. */
static int64_t reminder_made(struct ctx *ctx, const struct reminder_call *in)
{
	int64_t id = open_of(ctx, in->vehicle, in->kind);

	if (id)
		return id;
	db_exec(ctx->db,
		SQL("INSERT INTO reminder (kind, vehicle_id, due_on, of_on, text) VALUES (:kind, :vehicle, "
		    ":on, :on, :text)"),
		BIND(B_TEXT("kind", in->kind), B_INT("vehicle", in->vehicle),
		     B_INT("on", day_of(ctx, in->vehicle, in->kind)),
		     B_TEXT("text", tr(ctx->lang, choice_title("reminder_kind", in->kind)))));
	return db_last_id(ctx->db);
}

/* The day on which it is asked again, 0: not at all. */
static int64_t again_of(const struct ctx *ctx, const struct reminder_call *in)
{
	if (HAS(in, again_on))
		return in->again_on;
	return result_is(in, "no_answer") ? ctx->today + 1 : 0;
}

static void call_write(struct ctx *ctx, const struct reminder_call *in, int64_t reminder_id, int64_t again_on)
{
	db_exec(
	    ctx->db,
	    SQL("INSERT INTO reminder_call (reminder_id, at, called_on, user_id, result, words, again_on) "
		"VALUES (:reminder, :now, :today, :user, :result, :words, nullif(:again, 0))"),
	    BIND(B_INT("reminder", reminder_id), B_INT("now", ctx->now), B_INT("today", ctx->today),
		 B_INT("user", ctx->user_id), B_TEXT("result", in->result), B_TEXT("words", in->words),
		 B_INT("again", again_on)));
}

static void reminder_moved(struct ctx *ctx, int64_t id, int64_t again_on, const char *said)
{
	db_exec(ctx->db,
		SQL("UPDATE reminder SET due_on = :on, result = :said, ver = ver + 1 WHERE id = :id"),
		BIND(B_INT("on", again_on), B_TEXT("said", said), B_INT("id", id)));
	answer_say(ctx, N_("Comes again on %s"), date_text(ctx->arena, again_on));
}

static void reminder_closed(struct ctx *ctx, int64_t id, bool dropped, const char *said)
{
	db_exec(ctx->db,
		SQL("UPDATE reminder SET state = iif(:drop, 'dropped', 'done'), result = :said, done_at = "
		    ":now, done_by = :user, "
		    "ver = ver + 1 WHERE id = :id"),
		BIND(B_INT("drop", dropped), B_TEXT("said", said), B_INT("now", ctx->now),
		     B_INT("user", ctx->user_id), B_INT("id", id)));
	answer_say(ctx, N_("Noted: %s"), said);
}

static bool reminder_call_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct reminder_call *in = input;
	const char *said =
	    HAS(in, words) ? in->words : tr(ctx->lang, choice_title("call_result", in->result));
	int64_t id, again_on = again_of(ctx, in);

	if (!HAS(in, reminder) && !(HAS(in, vehicle) && HAS(in, kind)))
		return err_field(e, "reminder", N_("Name the reminder, or vehicle and kind"));
	if (result_is(in, "later") && !again_on)
		return err_field(e, "again_on", N_("On which day is it asked again?"));
	if (result_is(in, "complaint") && !HAS(in, words))
		return err_field(e, "words", N_("Write down what the customer complained about"));
	id = HAS(in, reminder) ? in->reminder : reminder_made(ctx, in);
	call_write(ctx, in, id, again_on);
	ctx->answer->id = db_last_id(ctx->db);
	answer_add_int(ctx, "reminder", id);
	if (again_on)
		reminder_moved(ctx, id, again_on, said);
	else
		reminder_closed(ctx, id, result_is(in, "unwanted"), said);
	return true;
}

static void reminder_call_fill(struct ctx *ctx, struct args *args)
{
	const char *result = args_get(args, "result");

	if (result && !strcmp(result, "no_answer") && !args_get(args, "again_on"))
		args_set(args, "again_on", date_text(ctx->arena, ctx->today + 1));
}

COMMAND(reminder_call) = {
	.name = "reminder.call",
	.title = N_("Log a call"),
	.help = N_(
	    "What was said on the phone about a reminder, and by whom; it leaves the list, or comes again."),
	.undo = UNDO_ROWS,
	.input = reminder_call_input,
	.size = sizeof(struct reminder_call),
	.fill = reminder_call_fill,
	.may = reminder_call_may,
	.run = reminder_call_run,
};

/* ---- what other rules touch ---- */

void reminders_renewed(struct ctx *ctx, int64_t vehicle_id)
{
	db_exec(ctx->db,
		SQL("UPDATE reminder SET state = 'done', result = coalesce(result, '-'), done_at = :now, "
		    "done_by = :user, ver = ver + 1 "
		    "WHERE vehicle_id = :id AND state = 'open' AND of_on <> (SELECT CASE reminder.kind "
		    "WHEN 'inspection' THEN v.inspection_due_on WHEN 'insurance' THEN v.insurance_due_on END "
		    "FROM vehicle v WHERE v.id = :id)"),
		BIND(B_INT("now", ctx->now), B_INT("user", ctx->user_id), B_INT("id", vehicle_id)));
}
