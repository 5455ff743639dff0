/* house.c - commands about the house itself: settings, required fields, the clock. */
#include <inttypes.h>
#include <string.h>

#include "base/money.h"
#include "domain/command.h"
#include "domain/setting.h"

/* ---- setting.set ---- */

struct setting_set {
	struct input input;
	const char *name, *value;
};

static const struct field setting_set_input[] = {
	FIELD(setting_set, name, "name", N_("Setting"), VT_TEXT, REQUIRED, .max = 60,
	      .help =
		  N_("What is decided, by its name such as tax.rate; the list of settings has them all.")),
	FIELD(setting_set, value, "value", N_("New value"), VT_TEXT, STOP, .max = 200,
	      .help = N_("Empty goes back to what the program has built in.")),
	{ 0 },
};

static const struct setting_def *setting_named(const char *name)
{
	for (int i = 0; i < SETTING_COUNT; i++)
		if (!strcmp(setting_defs[i].name, name))
			return &setting_defs[i];
	return NULL;
}

static const char *setting_number(struct ctx *ctx, const struct setting_def *d, int64_t n)
{
	return d->type == VT_MONEY  ? money_plain(ctx->arena, n)
	       : d->type == VT_RATE ? rate_text(ctx->arena, n)
				    : arena_printf(ctx->arena, "%" PRId64, n);
}

/* A setting's value as it is stored: numbers in their smallest unit. */
static bool setting_value(struct ctx *ctx, const struct setting_def *d, const char *value, char **ret,
			  struct err *e)
{
	int64_t n = 0;
	bool ok = true;

	*ret = arena_strdup(ctx->arena, value);
	if (d->type == VT_TEXT)
		return true;
	if (d->type == VT_MONEY)
		ok = money_parse(value, "value", &n, e);
	else if (d->type == VT_RATE)
		ok = rate_parse(value, "value", &n, e);
	else if (d->type == VT_BOOL)
		ok = bool_parse(value, "value", &n, e);
	else
		ok = int_parse(value, "value", INT64_MIN, INT64_MAX, &n, e);
	if (ok && (n < d->min || n > d->max))
		return err_field(e, "value", N_("%s must be from %s to %s"), tr(ctx->lang, d->label),
				 setting_number(ctx, d, d->min), setting_number(ctx, d, d->max));
	*ret = arena_printf(ctx->arena, "%" PRId64, n);
	return ok;
}

static bool setting_set_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct setting_set *in = input;
	const struct setting_def *d = HAS(in, name) ? setting_named(in->name) : NULL;
	char *value;

	if (HAS(in, name) && !d)
		return err_field(
		    e, "name", N_("There is no setting “%s”. “workbay show settings” lists them"), in->name);
	return !d || !HAS(in, value) || setting_value(ctx, d, in->value, &value, e);
}

static bool setting_set_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct setting_set *in = input;
	char *value;

	if (!HAS(in, value)) {
		db_exec(ctx->db, SQL("DELETE FROM setting WHERE name = :name"),
			BIND(B_TEXT("name", in->name)));
	} else {
		if (!setting_value(ctx, setting_named(in->name), in->value, &value, e))
			return false;
		db_exec(ctx->db,
			SQL("INSERT INTO setting (name, value) VALUES (:name, :value) "
			    "ON CONFLICT (name) DO UPDATE SET value = excluded.value, ver = ver + 1"),
			BIND(B_TEXT("name", in->name), B_TEXT("value", value)));
	}
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(setting_set) = {
	.name = "setting.set",
	.title = N_("Change a setting of the shop"),
	.help = N_("What the shop decides: its name, tax rate, rounding, days of reminders."),
	.undo = UNDO_ROWS,
	.input = setting_set_input,
	.size = sizeof(struct setting_set),
	.may = setting_set_may,
	.run = setting_set_run,
};

/* ---- required.set ---- */

struct required_set {
	struct input input;
	const char *command, *field;
	int64_t input_id, repair_type, required;
};

static const struct field required_set_input[] = {
	FIELD(required_set, input_id, "input", N_("Field"), VT_REF, .view = "askable_fields", STOP,
	      .help = N_("What is asked for, and at which step: F4 lists them.")),
	FIELD(required_set, command, "command", N_("Command"), VT_TEXT, .max = 60,
	      .help = N_("The step that asks for it, such as job.receive.")),
	FIELD(required_set, field, "field", N_("Field"), VT_TEXT, .max = 60,
	      .help = N_("The input of that step, by its name such as odometer.")),
	FIELD(required_set, repair_type, "repair_type", N_("Only for the repair type"), VT_REF,
	      .view = "repair_types", STOP,
	      .help = N_("Asked for only on visits of this type; empty for all.")),
	FIELD(required_set, required, "required", N_("Required"), VT_BOOL, REQUIRED, .max = 1,
	      .help = N_("Yes: the step cannot be done without it.")),
	{ 0 },
};

/* What was chosen from the list, or the names of a command and its field. */
static void required_names(struct ctx *ctx, const struct required_set *in, const char **ret_command,
			   const char **ret_field)
{
	struct cur *c;

	*ret_command = in->command;
	*ret_field = in->field;
	if (!HAS(in, input_id))
		return;
	c = db_open(ctx->db, SQL("SELECT command, field FROM askable WHERE id = :id"),
		    BIND(B_INT("id", in->input_id)));
	if (cur_next(c)) {
		*ret_command = arena_strdup(ctx->arena, cur_text(c, 0));
		*ret_field = arena_strdup(ctx->arena, cur_text(c, 1));
		cur_close(c);
	}
}

static bool required_set_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct required_set *in = input;
	const struct command *c = HAS(in, command) ? command_find(in->command) : NULL;

	(void)ctx;
	if (HAS(in, command) && !c)
		return err_field(e, "command", N_("There is no command “%s”. “workbay commands” lists them"),
				 in->command);
	if (c && HAS(in, field) && !command_field(c, in->field))
		return err_field(e, "field", N_("%s has no field “%s”"), in->command, in->field);
	return true;
}

static bool required_set_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct required_set *in = input;
	const char *command, *field;

	if (!HAS(in, input_id) && (!HAS(in, command) || !HAS(in, field)))
		return err_field(e, "input", N_("Which field? Choose one from the list with F4"));
	required_names(ctx, in, &command, &field);
	db_exec(
	    ctx->db,
	    SQL("DELETE FROM required_field WHERE command = :command AND field = :field AND repair_type_id "
		"IS :type"),
	    BIND(B_TEXT("command", command), B_TEXT("field", field), B_ID("type", in->repair_type)));
	if (in->required)
		db_exec(
		    ctx->db,
		    SQL("INSERT INTO required_field (command, field, repair_type_id) VALUES (:command, "
			":field, :type)"),
		    BIND(B_TEXT("command", command), B_TEXT("field", field), B_ID("type", in->repair_type)));
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(required_set) = {
	.name = "required.set",
	.title = N_("Make a field required"),
	.help = N_("This shop asks for the field from now on, for one repair type or all."),
	.undo = UNDO_ROWS,
	.input = required_set_input,
	.size = sizeof(struct required_set),
	.may = required_set_may,
	.run = required_set_run,
};

/* ---- clock.confirm ---- */

struct clock_confirm {
	struct input input;
	const char *reason;
};

static const struct field clock_confirm_input[] = {
	FIELD(clock_confirm, reason, "reason", N_("Reason"), VT_TEXT, REQUIRED,
	      .help = N_("Why the clock stands where it does, for whoever reads the journal.")),
	{ 0 },
};

static bool clock_confirm_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct clock_confirm *in = input;

	(void)e;
	answer_add_text(ctx, "reason", in->reason);
	answer_say(ctx, N_("The clock is confirmed; work can go on"));
	return true;
}

COMMAND(clock_confirm) = {
	.name = "clock.confirm",
	.title = N_("Confirm the clock"),
	.help = N_("Work goes on although the clock stands before the last booking."),
	.undo = UNDO_NONE,
	.any_clock = true,
	.input = clock_confirm_input,
	.size = sizeof(struct clock_confirm),
	.run = clock_confirm_run,
};
