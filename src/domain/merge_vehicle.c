/* merge_vehicle.c - two rows that are one car: its visits, advice and reminders come together under one plate. */
#include "domain/merge_private.h"
#include "domain/service.h"
#include "domain/vehicle.h"

struct vehicle_merge {
	struct input input;
	int64_t vehicle, into;
	const char *reason;
};

static const struct field vehicle_merge_input[] = {
	FIELD(vehicle_merge, vehicle, "vehicle", N_("The double"), VT_REF, REQUIRED, .view = "vehicles",
	      .help = N_("The row that goes: its plate becomes a former plate of the other.")),
	FIELD(vehicle_merge, into, "into", N_("The one that stays"), VT_REF, REQUIRED, .view = "vehicles",
	      .help = N_("Keeps its plate and owner; a VIN that it lacks comes from the double.")),
	FIELD(vehicle_merge, reason, "reason", N_("Reason"), VT_TEXT, STOP, .max = 120,
	      .help = N_("How it is known that they are one; for whoever looks later.")),
	{ 0 },
};

static bool vehicle_merge_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct vehicle_merge *in = input;

	if (!HAS(in, vehicle) || !HAS(in, into))
		return true;
	if (in->vehicle == in->into)
		return err_field(e, "into", N_("These are the same already. Name the other one"));
	if (db_exists(ctx->db,
		      SQL("SELECT 1 FROM vehicle a JOIN vehicle b ON b.id = :into WHERE a.id = :from AND "
			  "a.vin <> b.vin"),
		      BIND(B_INT("from", in->vehicle), B_INT("into", in->into))))
		return err_field(
		    e, "into",
		    N_("%s and %s have different VINs: these are two cars. Mend the VIN first if "
		       "it is wrong"),
		    vehicle_plate(ctx, in->vehicle), vehicle_plate(ctx, in->into));
	return true;
}

/* What a car is known by from its visits: the last one, and the last reading. */
static void visits_counted(struct ctx *ctx, int64_t id)
{
	db_exec(ctx->db,
		SQL("UPDATE vehicle SET last_visit_on = (SELECT max(received_on) FROM job WHERE vehicle_id = "
		    "vehicle.id), ver = ver + 1 WHERE id = :id"),
		BIND(B_INT("id", id)));
	db_exec(ctx->db,
		SQL("UPDATE vehicle SET odometer_km = j.odometer_km, odometer_on = j.received_on FROM "
		    "(SELECT odometer_km, received_on FROM job WHERE vehicle_id = :id AND odometer_km IS NOT "
		    "NULL ORDER BY received_at DESC, id DESC LIMIT 1) j "
		    "WHERE id = :id AND j.received_on >= coalesce(vehicle.odometer_on, 0)"),
		BIND(B_INT("id", id)));
	service_expect(ctx, id);
	vehicle_words(ctx, id);
}

/* The plate of the double finds the car that stays; a VIN that is lacking goes over. */
static void papers_over(struct ctx *ctx, const struct merge *m)
{
	db_exec(
	    ctx->db,
	    SQL("INSERT INTO vehicle_plate (vehicle_id, plate, until_on) SELECT :into, plate, :today FROM "
		"vehicle WHERE id = :from"),
	    BIND(B_INT("into", m->into), B_INT("today", ctx->today), B_INT("from", m->from)));
	db_exec(ctx->db, SQL("INSERT INTO merge_move (merge_id, what, row_id) VALUES (:merge, 'plate', :id)"),
		BIND(B_INT("merge", m->id), B_INT("id", db_last_id(ctx->db))));
	db_exec(
	    ctx->db,
	    SQL("INSERT INTO merge_move (merge_id, what, row_id) SELECT :merge, 'vin', v.id FROM vehicle v "
		"WHERE v.id = :into AND v.vin IS NULL AND EXISTS (SELECT 1 FROM vehicle f WHERE f.id = "
		":from AND f.vin IS NOT NULL)"),
	    BIND(B_INT("merge", m->id), B_INT("into", m->into), B_INT("from", m->from)));
	db_exec(ctx->db,
		SQL("UPDATE vehicle SET vin = coalesce(vin, (SELECT vin FROM vehicle f WHERE f.id = :from)), "
		    "make = coalesce(make, (SELECT make FROM vehicle f WHERE f.id = :from)), "
		    "model = coalesce(model, (SELECT model FROM vehicle f WHERE f.id = :from)) WHERE id = "
		    ":into"),
		BIND(B_INT("into", m->into), B_INT("from", m->from)));
}

static void papers_back(struct ctx *ctx, const struct merge *m)
{
	db_exec(ctx->db,
		SQL("DELETE FROM vehicle_plate WHERE id IN (SELECT row_id FROM merge_move WHERE merge_id = "
		    ":merge AND what = 'plate')"),
		BIND(B_INT("merge", m->id)));
	db_exec(
	    ctx->db,
	    SQL("UPDATE vehicle SET vin = NULL WHERE id IN (SELECT row_id FROM merge_move WHERE merge_id = "
		":merge AND what = 'vin') AND vin IS (SELECT vin FROM vehicle f WHERE f.id = :from)"),
	    BIND(B_INT("merge", m->id), B_INT("from", m->from)));
}

static void merged_set(struct ctx *ctx, const struct merge *m, int64_t into)
{
	db_exec(ctx->db, SQL("UPDATE vehicle SET merged_into = :into, ver = ver + 1 WHERE id = :id"),
		BIND(B_ID("into", into), B_INT("id", m->from)));
	visits_counted(ctx, m->into);
	visits_counted(ctx, m->from);
}

static bool vehicle_merge_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct vehicle_merge *in = input;
	struct merge m = { .from = in->vehicle, .into = in->into };

	(void)e;
	merge_write(ctx, "vehicle", &m, in->reason);
	MERGE_MOVE(ctx, &m, "job", "vehicle_id");
	MERGE_MOVE(ctx, &m, "reminder", "vehicle_id");
	MERGE_MOVE(ctx, &m, "advice", "vehicle_id");
	MERGE_MOVE(ctx, &m, "past_visit", "vehicle_id");
	MERGE_MOVE(ctx, &m, "vehicle_plate", "vehicle_id");
	MERGE_MOVE(ctx, &m, "vehicle", "merged_into");
	papers_over(ctx, &m);
	merged_set(ctx, &m, m.into);
	ctx->answer->id = m.id;
	answer_add_int(ctx, "vehicle", m.into);
	answer_say(ctx, N_("%s is %s from now on; it can be parted again"), vehicle_plate(ctx, m.from),
		   vehicle_plate(ctx, m.into));
	return true;
}

COMMAND(vehicle_merge) = {
	.name = "vehicle.merge",
	.title = N_("Make two cars one"),
	.help = N_("Visits, advice, reminders and plates of the double go to the one that stays."),
	.undo = UNDO_NONE,
	.input = vehicle_merge_input,
	.size = sizeof(struct vehicle_merge),
	.may = vehicle_merge_may,
	.run = vehicle_merge_run,
};

bool vehicle_unmerge(struct ctx *ctx, struct merge *m, struct err *e)
{
	(void)e;
	papers_back(ctx, m);
	MERGE_BACK(ctx, m, "job", "vehicle_id");
	MERGE_BACK(ctx, m, "reminder", "vehicle_id");
	MERGE_BACK(ctx, m, "advice", "vehicle_id");
	MERGE_BACK(ctx, m, "past_visit", "vehicle_id");
	MERGE_BACK(ctx, m, "vehicle_plate", "vehicle_id");
	MERGE_BACK(ctx, m, "vehicle", "merged_into");
	merged_set(ctx, m, 0);
	answer_say(ctx, N_("%s and %s are two again"), vehicle_plate(ctx, m->from),
		   vehicle_plate(ctx, m->into));
	return true;
}
