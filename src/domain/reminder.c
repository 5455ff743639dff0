/* reminder.c - what is to be remembered about a car, and what came of it. */
#include <string.h>

#include "base/date.h"
#include "domain/choice.h"
#include "domain/command.h"
#include "domain/vehicle.h"

#define KM_MOST 9999999

/* ---- reminder.add ---- */

struct reminder_add {
	struct input input;
	int64_t vehicle, on, km;
	const char *text, *kind;
};

static const struct field reminder_add_input[] = {
	FIELD(reminder_add, vehicle, "vehicle", N_("Vehicle"), VT_REF, REQUIRED, .view = "vehicles"),
	FIELD(reminder_add, on, "on", N_("Due"), VT_DATE, REQUIRED, .lean = DATE_FUTURE),
	FIELD(reminder_add, text, "text", N_("What for"), VT_TEXT, REQUIRED, .max = 120),
	FIELD(reminder_add, km, "km", N_("At km"), VT_INT, .min = 0, .max = KM_MOST),
	FIELD(reminder_add, kind, "kind", N_("Kind"), VT_CHOICE, .choices = choice_reminder_kind),
	{ 0 },
};

static bool reminder_add_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct reminder_add *in = input;

	if (HAS(in, on) && in->on < ctx->today)
		return err_field(e, "on", N_("%s is past. Name a day that is to come"), date_text(ctx->arena, in->on));
	return true;
}

static bool reminder_add_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct reminder_add *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("INSERT INTO reminder (kind, vehicle_id, due_on, due_km, text) VALUES (:kind, :vehicle, :on, :km, :text)"),
		BIND(B_TEXT("kind", HAS(in, kind) ? in->kind : "other"), B_INT("vehicle", in->vehicle), B_INT("on", in->on),
		     B_ID("km", in->km), B_TEXT("text", in->text)));
	ctx->answer->id = db_last_id(ctx->db);
	answer_say(ctx, N_("%s is reminded on %s: %s"), vehicle_plate(ctx, in->vehicle), date_text(ctx->arena, in->on), in->text);
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
	FIELD(reminder_done, reminder, "reminder", N_("Reminder"), VT_REF, REQUIRED, .view = "reminders_due"),
	FIELD(reminder_done, result, "result", N_("What came of it"), VT_TEXT, REQUIRED, .max = 200),
	FIELD(reminder_done, again_on, "again_on", N_("Ask again on"), VT_DATE, .lean = DATE_FUTURE,
	      .help = N_("The reminder stays open until that day.")),
	FIELD(reminder_done, drop, "drop", N_("Not wanted any more"), VT_BOOL, .max = 1),
	{ 0 },
};

static bool reminder_done_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct reminder_done *in = input;

	if (HAS(in, again_on) && in->drop)
		return err_field(e, "again_on", N_("Either ask again or drop it, not both"));
	if (HAS(in, again_on) && in->again_on <= ctx->today)
		return err_field(e, "again_on", N_("%s is past. Name a day that is to come"), date_text(ctx->arena, in->again_on));
	return true;
}

static bool reminder_done_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct reminder_done *in = input;

	(void)e;
	ctx->answer->id = in->reminder;
	if (HAS(in, again_on)) {
		db_exec(ctx->db, SQL("UPDATE reminder SET due_on = :on, result = :result, ver = ver + 1 WHERE id = :id"),
			BIND(B_INT("on", in->again_on), B_TEXT("result", in->result), B_INT("id", in->reminder)));
		answer_say(ctx, N_("Comes again on %s"), date_text(ctx->arena, in->again_on));
		return true;
	}
	db_exec(ctx->db,
		SQL("UPDATE reminder SET state = iif(:drop, 'dropped', 'done'), result = :result, done_at = :now, done_by = :user, "
		    "ver = ver + 1 WHERE id = :id"),
		BIND(B_INT("drop", in->drop), B_TEXT("result", in->result), B_INT("now", ctx->now), B_INT("user", ctx->user_id),
		     B_INT("id", in->reminder)));
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
