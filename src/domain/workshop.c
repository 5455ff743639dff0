/* workshop.c - what the shop decides about its own house: warehouses and repair types. */
#include <string.h>

#include "domain/choice.h"

/* ---- warehouse.add ---- */

struct warehouse_add {
	struct input input;
	const char *code, *name, *kind;
};

static const struct field warehouse_add_input[] = {
	FIELD(warehouse_add, code, "code", N_("Code"), VT_CODE, REQUIRED, .max = 12,
	      .help = N_("Short, in capitals: MAIN, VAN, BODY.")),
	FIELD(warehouse_add, name, "name", N_("Warehouse"), VT_TEXT, REQUIRED, .max = 24,
	      .help = N_("Where goods lie, by its name.")),
	FIELD(warehouse_add, kind, "kind", N_("Kind"), VT_CHOICE, STOP, .choices = choice_warehouse_kind,
	      .help = N_("A store room, a van that drives with parts, or a secondary outlet; goods get there "
			 "by transfer.")),
	{ 0 },
};

static bool warehouse_add_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct warehouse_add *in = input;

	if (HAS(in, code) && db_exists(ctx->db, SQL("SELECT 1 FROM warehouse WHERE code = :code"),
				       BIND(B_TEXT("code", in->code))))
		return err_field(e, "code", N_("There is a warehouse %s already"), in->code);
	if (HAS(in, kind) && !strcmp(in->kind, "consigned"))
		return err_field(e, "kind",
				 N_("Goods of a supplier get their place with the first that come "
				    "(consign.receive)"));
	return true;
}

static bool warehouse_add_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct warehouse_add *in = input;

	(void)e;
	db_exec(
	    ctx->db,
	    SQL("INSERT INTO warehouse (code, title, kind) VALUES (:code, :title, coalesce(:kind, 'store'))"),
	    BIND(B_TEXT("code", in->code), B_TEXT("title", in->name), B_TEXT("kind", in->kind)));
	ctx->answer->id = db_last_id(ctx->db);
	answer_say(ctx, N_("%s is written down"), in->name);
	return true;
}

COMMAND(warehouse_add) = {
	.name = "warehouse.add",
	.title = N_("New warehouse"),
	.help = N_("A place where parts lie: a store room, a van."),
	.undo = UNDO_ROWS,
	.input = warehouse_add_input,
	.size = sizeof(struct warehouse_add),
	.may = warehouse_add_may,
	.run = warehouse_add_run,
};

/* ---- repair_type.change ---- */

struct repair_type_change {
	struct input input;
	int64_t repair_type, service_days, service_km;
	const char *complaint;
};

static const struct field repair_type_change_input[] = {
	FIELD(repair_type_change, repair_type, "repair_type", N_("Repair type"), VT_REF, REQUIRED,
	      .view = "repair_types",
	      .help = N_("What kind of visit it is; reports count by it, and reminders begin with it.")),
	FIELD(repair_type_change, complaint, "complaint", N_("Usual complaint"), VT_TEXT, .max = 60,
	      .help = N_("Stands on the work order where the customer's own words are not written.")),
	FIELD(repair_type_change, service_days, "service_days", N_("Next after days"), VT_INT, .min = 1,
	      .max = 3650, .help = N_("At the handover the next service is proposed after so many days.")),
	FIELD(repair_type_change, service_km, "service_km", N_("Next after km"), VT_INT, .min = 1,
	      .max = 200000, .help = N_("Or after so many kilometres, whichever comes first.")),
	{ 0 },
};

static bool repair_type_change_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct repair_type_change *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("UPDATE repair_type SET complaint = coalesce(:complaint, complaint), "
		    "service_days = coalesce(:days, service_days), service_km = coalesce(:km, service_km), "
		    "ver = ver + 1 "
		    "WHERE id = :id"),
		BIND(B_TEXT("complaint", in->complaint), B_ID("days", in->service_days),
		     B_ID("km", in->service_km), B_INT("id", in->repair_type)));
	ctx->answer->id = in->repair_type;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(repair_type_change) = {
	.name = "repair_type.change",
	.title = N_("Change a repair type"),
	.help = N_("Its usual complaint, and when the next service is proposed."),
	.undo = UNDO_ROWS,
	.input = repair_type_change_input,
	.size = sizeof(struct repair_type_change),
	.edits = "repair_type",
	.edits_table = "repair_type",
	.run = repair_type_change_run,
};
