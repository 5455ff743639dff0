/* vehicle.c - cars and their plates. */
#include "domain/odometer.h"
#include "domain/vehicle.h"

#include <ctype.h>
#include <string.h>

#include "base/date.h"
#include "domain/reminder.h"
#include "domain/search.h"
#include "domain/service.h"
#include "domain/setting.h"

#define KM_MOST 9999999

/* ---- plates ---- */

int64_t vehicle_by_plate(struct ctx *ctx, const char *plate)
{
	return db_int(ctx->db, SQL("SELECT coalesce(merged_into, id) FROM vehicle WHERE plate = :plate"),
		      BIND(B_TEXT("plate", plate)), 0);
}

int64_t vehicle_by_former_plate(struct ctx *ctx, const char *plate)
{
	return db_int(ctx->db,
		      SQL("SELECT vehicle_id FROM vehicle_plate WHERE plate = :plate ORDER BY until_on DESC, "
			  "id DESC LIMIT 1"),
		      BIND(B_TEXT("plate", plate)), 0);
}

/* The bytes of the province in front of a plate: its characters that are not ASCII. */
static size_t province_of(const char *plate)
{
	size_t n = 0;

	while ((unsigned char)plate[n] >= 0x80)
		n++;
	return n;
}

const char *plate_complete(struct ctx *ctx, const char *typed)
{
	const char *prefix, *with_city, *with_province;
	size_t province;

	if (province_of(typed) || vehicle_by_plate(ctx, typed))
		return typed;
	prefix = setting_text(ctx->db, ctx->arena, SETTING_PLATE_PREFIX);
	province = province_of(prefix);
	if (!province || strlen(typed) < 5 || strlen(typed) > 7)
		return typed;
	with_city = arena_printf(ctx->arena, "%s%s", prefix, typed);
	with_province = arena_printf(ctx->arena, "%.*s%s", (int)province, prefix, typed);
	if (vehicle_by_plate(ctx, with_city))
		return with_city;
	/* 12345 lacks the city; B12345 has its own: only a known car makes it a new-energy number of this city */
	return strlen(typed) == 5 || !isalpha((unsigned char)*typed) ? with_city : with_province;
}

/* Small cars have a letter behind the city's, large ones at the end. */
static bool new_energy(const char *tail)
{
	size_t n = strlen(tail);

	return n > 2 && isalpha((unsigned char)*tail) &&
	       (isalpha((unsigned char)tail[1]) || isalpha((unsigned char)tail[n - 1]));
}

bool plate_sound(const char *plate, struct err *e)
{
	static const char provinces[] = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
	char province[5] = "";
	const char *tail = plate + province_of(plate);
	int n = 0;

	memcpy(province, plate, province_of(plate) < 4 ? province_of(plate) : 0);
	for (const char *p = plate; *p; p++) {
		n += ((unsigned char)*p & 0xc0) != 0x80;
		if ((unsigned char)*p < 0x80 && !isalnum((unsigned char)*p))
			return err_field(e, "plate",
					 N_("“%s” is not a number plate; it has only letters and digits"),
					 plate);
	}
	if (*province && strstr(provinces, province) && n == 8 && !new_energy(tail))
		return err_field(
		    e, "plate",
		    N_("“%s” has 8 characters, but no letter behind the city or at its end, as an "
		       "electric car's has. Look at it again"),
		    plate);
	if (!*province || !strstr(provinces, province) || n == 7 || n == 8)
		return true;
	return err_field(
	    e, "plate",
	    N_("“%s” has %d characters; a plate has 7, that of an electric car 8. Look at it again"), plate,
	    n);
}

const char *vehicle_plate(struct ctx *ctx, int64_t id)
{
	const char *plate = db_text(ctx->db, ctx->arena, SQL("SELECT plate FROM vehicle WHERE id = :id"),
				    BIND(B_INT("id", id)));

	return plate ? plate : "";
}

/* ---- words ---- */

#define PLATES_MOST 8

/* Fills in the former plates, the latest first. */
static void former_plates(struct ctx *ctx, int64_t id, struct search_text *text)
{
	struct cur *c = db_open(ctx->db,
				SQL("SELECT plate FROM vehicle_plate WHERE vehicle_id = :id ORDER BY "
				    "until_on DESC, id DESC LIMIT 8"),
				BIND(B_INT("id", id)));

	for (size_t i = 0; cur_next(c); i++)
		text[i] = (struct search_text)S_CODE(arena_strdup(ctx->arena, cur_text(c, 0)));
}

void vehicle_words(struct ctx *ctx, int64_t id)
{
	struct search_text text[4 + PLATES_MOST] = { 0 };
	struct cur *c =
	    db_open(ctx->db,
		    SQL("SELECT plate, vin, engine_no FROM vehicle WHERE id = :id AND merged_into "
			"IS NULL"),
		    BIND(B_INT("id", id)));

	if (!cur_next(c)) {
		search_words_drop(ctx, "vehicle", id);
		return;
	}
	for (int i = 0; i < 3; i++)
		text[i] = (struct search_text)S_CODE(arena_strdup(ctx->arena, cur_text(c, i)));
	cur_close(c);
	former_plates(ctx, id, text + 3);
	search_words_set(ctx, "vehicle", id, text);
}

/* ---- guards ---- */

/* Says whose car it is that has the plate already. */
static bool plate_taken(struct ctx *ctx, const char *plate, int64_t id, struct err *e)
{
	const char *owner =
	    db_text(ctx->db, ctx->arena,
		    SQL("SELECT p.name FROM vehicle v JOIN party p ON p.id = v.customer_id WHERE v.id = :id"),
		    BIND(B_INT("id", id)));

	return err_field(
	    e, "plate",
	    N_("The plate %s is that of a car of %s. Take that car, or give it its new plate first "
	       "(vehicle.plate)"),
	    plate, owner ? owner : "?");
}

bool vehicle_vin_free(struct ctx *ctx, const char *vin, int64_t self, struct err *e)
{
	char *plate =
	    db_text(ctx->db, ctx->arena,
		    SQL("SELECT plate FROM vehicle WHERE vin = :vin AND id <> :self AND merged_into IS "
			"NULL LIMIT 1"),
		    BIND(B_TEXT("vin", vin), B_INT("self", self)));

	return !plate ||
	       err_field(e, "vin",
			 N_("The VIN %s is that of %s. If that car has a new plate, change it there "
			    "(vehicle.plate)"),
			 vin, plate);
}

/* ---- vehicle.add and vehicle.change ---- */

struct vehicle_input {
	struct input input;
	int64_t vehicle; /* the one that is changed */
	int64_t payer, customer, odometer, inspection_due, insurance_due, insurer, service_due,
	    service_due_km;
	const char *plate, *vin, *make, *model, *engine_no, *colour, *note, *driver, *driver_phone;
};

#define VEHICLE_FIELDS                                                                                       \
	FIELD(vehicle_input, vin, "vin", N_("VIN"), VT_VIN,                                                  \
	      .help = N_("17 characters, without I, O and Q.")),                                             \
	    FIELD(vehicle_input, make, "make", N_("Make"), VT_TEXT, .max = 40,                               \
		  .help = N_("Who made the car.")),                                                          \
	    FIELD(vehicle_input, model, "model", N_("Model"), VT_TEXT, .max = 60,                            \
		  .help = N_("As people call it, with its year or engine where that matters for parts.")),   \
	    FIELD(vehicle_input, colour, "colour", N_("Colour"), VT_TEXT, .max = 20,                         \
		  .help = N_("As people say it, so that the car is found in the yard.")),                    \
	    FIELD(vehicle_input, engine_no, "engine_no", N_("Engine number"), VT_CODE, .max = 30,            \
		  .help = N_("As it stands in the licence.")),                                               \
	    FIELD(vehicle_input, odometer, "odometer", N_("Odometer"), VT_INT, .min = 0, .max = KM_MOST,     \
		  .help = N_("The kilometres that the car shows; service reminders are reckoned from it.")), \
	    FIELD(vehicle_input, inspection_due, "inspection_due", N_("Inspection due"), VT_DATE,            \
		  .lean = DATE_FUTURE,                                                                       \
		  .help = N_(                                                                                \
		      "The day by which the car must be inspected; the customer is reminded before it.")),   \
	    FIELD(vehicle_input, insurance_due, "insurance_due", N_("Insurance due"), VT_DATE,               \
		  .lean = DATE_FUTURE,                                                                       \
		  .help = N_("The day on which its insurance ends; the customer is reminded before it.")),   \
	    FIELD(vehicle_input, insurer, "insurer", N_("Insurer"), VT_REF, .view = "insurers",              \
		  .help = N_("Which insurance company: its name or first letters.")),                        \
	    FIELD(vehicle_input, driver, "driver", N_("Driver"), VT_TEXT, .flags = PERSONAL_, .max = 40,     \
		  .help = N_("Who brings the car, when it is not the owner; proposed at its reception.")),   \
	    FIELD(vehicle_input, driver_phone, "driver_phone", N_("Driver's phone"), VT_PHONE,               \
		  .flags = PERSONAL_,                                                                        \
		  .help = N_("Called when the car is ready, where the driver is not the owner.")),           \
	    FIELD(vehicle_input, payer, "payer", N_("Payer"), VT_REF, .view = "parties",                     \
		  .help = N_("Who pays for this car, when it is not the owner: a firm, a leasing house.")),  \
	    FIELD(vehicle_input, note, "note", N_("Note"), VT_AREA, .max = 1000,                             \
		  .help = N_("For people in the house; it is not printed for the customer."))

static const struct field vehicle_add_input[] = {
	FIELD(vehicle_input, plate, "plate", N_("Plate"), VT_PLATE, REQUIRED,
	      .help = N_("The whole plate, or its rest where the shop has a usual start; it is taken apart "
			 "for the search.")),
	FIELD(vehicle_input, customer, "customer", N_("Customer"), VT_REF, REQUIRED, .view = "customers",
	      .help = N_("Whom it is about: name, phone or card.")),
	VEHICLE_FIELDS,
	{ 0 },
};

static const struct field vehicle_change_input[] = {
	FIELD(vehicle_input, vehicle, "vehicle", N_("Vehicle"), VT_REF, REQUIRED, .view = "vehicles",
	      .help = N_("The car: its plate, the tail of it, or its VIN.")),
	FIELD(vehicle_input, customer, "customer", N_("Customer"), VT_REF, .view = "customers",
	      .help = N_("The new owner; what the car had done before stays with the car.")),
	VEHICLE_FIELDS,
	FIELD(vehicle_input, service_due, "service_due", N_("Service due"), VT_DATE, .lean = DATE_FUTURE,
	      .help = N_("The day of the next service.")),
	FIELD(vehicle_input, service_due_km, "service_due_km", N_("Service due at km"), VT_INT, .min = 0,
	      .max = KM_MOST, .help = N_("The kilometres of the next service.")),
	{ 0 },
};

static bool vehicle_add_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct vehicle_input *in = input;
	const char *plate = HAS(in, plate) ? plate_complete(ctx, in->plate) : NULL;
	int64_t id = plate ? vehicle_by_plate(ctx, plate) : 0;

	if (id)
		return plate_taken(ctx, plate, id, e);
	if (plate && !plate_sound(plate, e))
		return false;
	return !HAS(in, vin) || vehicle_vin_free(ctx, in->vin, 0, e);
}

int64_t vehicle_new(struct ctx *ctx, const struct vehicle *v)
{
	int64_t id;

	db_exec(ctx->db,
		SQL("INSERT INTO vehicle (plate, customer_id, vin, make, model, engine_no, colour) "
		    "VALUES (:plate, :customer, :vin, :make, :model, :engine_no, :colour)"),
		BIND(B_TEXT("plate", v->plate), B_INT("customer", v->customer_id), B_TEXT("vin", v->vin),
		     B_TEXT("make", v->make), B_TEXT("model", v->model), B_TEXT("engine_no", v->engine_no),
		     B_TEXT("colour", v->colour)));
	id = db_last_id(ctx->db);
	vehicle_words(ctx, id);
	return id;
}

static struct bind maybe_int(const char *name, bool given, int64_t v)
{
	return given ? (struct bind)B_INT(name, v) : (struct bind)B_NULL(name);
}

/* What may be given at both; what is not given stays. */
static void vehicle_update(struct ctx *ctx, int64_t id, const struct vehicle_input *in)
{
	db_exec(
	    ctx->db,
	    SQL("UPDATE vehicle SET customer_id = coalesce(:customer, customer_id), vin = coalesce(:vin, "
		"vin), "
		"make = coalesce(:make, make), model = coalesce(:model, model), colour = coalesce(:colour, "
		"colour), "
		"engine_no = coalesce(:engine_no, engine_no), odometer_km = coalesce(:km, odometer_km), "
		"odometer_on = iif(:km IS NULL, odometer_on, :today), "
		"inspection_due_on = coalesce(:inspection, inspection_due_on), "
		"insurance_due_on = coalesce(:insurance, insurance_due_on), insurer_id = coalesce(:insurer, "
		"insurer_id), "
		"service_due_on = coalesce(:service, service_due_on), "
		"service_due_km = coalesce(:service_km, service_due_km), note = coalesce(:note, note), "
		"driver = coalesce(:driver, driver), driver_phone = coalesce(:driver_phone, driver_phone), "
		"payer_id = coalesce(:payer, payer_id), ver = ver + 1 "
		"WHERE id = :id"),
	    BIND(B_ID("customer", in->customer), B_TEXT("vin", in->vin), B_TEXT("make", in->make),
		 B_TEXT("model", in->model), B_TEXT("colour", in->colour), B_TEXT("engine_no", in->engine_no),
		 maybe_int("km", HAS(in, odometer), in->odometer), B_INT("today", ctx->today),
		 maybe_int("inspection", HAS(in, inspection_due), in->inspection_due),
		 maybe_int("insurance", HAS(in, insurance_due), in->insurance_due),
		 B_ID("insurer", in->insurer), maybe_int("service", HAS(in, service_due), in->service_due),
		 maybe_int("service_km", HAS(in, service_due_km), in->service_due_km),
		 B_TEXT("note", in->note), B_TEXT("driver", in->driver),
		 B_TEXT("driver_phone", in->driver_phone), B_ID("payer", in->payer), B_INT("id", id)));
	if (HAS(in, vin))
		vehicle_learn(ctx, id);
	vehicle_words(ctx, id);
}

static bool vehicle_add_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct vehicle_input *in = input;
	const char *plate = plate_complete(ctx, in->plate);

	(void)e;
	ctx->answer->id = vehicle_new(ctx, &(struct vehicle){ .plate = plate, .customer_id = in->customer });
	vehicle_update(ctx, ctx->answer->id, in);
	answer_say(ctx, N_("%s is written down"), plate);
	vehicle_vin_doubt(ctx, in->vin);
	return true;
}

static bool vehicle_change_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct vehicle_input *in = input;

	if (HAS(in, odometer) && HAS(in, vehicle) && !ctx->remark &&
	    !odometer_sound(ctx, in->vehicle, in->odometer, "remark", e))
		return false;
	return !HAS(in, vin) || vehicle_vin_free(ctx, in->vin, in->vehicle, e);
}

static bool vehicle_change_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct vehicle_input *in = input;

	(void)e;
	vehicle_update(ctx, in->vehicle, in);
	ctx->answer->id = in->vehicle;
	if (HAS(in, odometer) || HAS(in, service_due) || HAS(in, service_due_km))
		service_expect(ctx, in->vehicle);
	reminders_renewed(ctx, in->vehicle);
	answer_say(ctx, N_("Saved: %s"), vehicle_plate(ctx, in->vehicle));
	vehicle_vin_doubt(ctx, in->vin);
	return true;
}

COMMAND(vehicle_add) = {
	.name = "vehicle.add",
	.title = N_("New vehicle"),
	.help = N_("Writes down a car of a customer."),
	.undo = UNDO_ROWS,
	.input = vehicle_add_input,
	.size = sizeof(struct vehicle_input),
	.fill = vehicle_make_fill,
	.may = vehicle_add_may,
	.run = vehicle_add_run,
};

COMMAND(vehicle_change) = {
	.name = "vehicle.change",
	.title = N_("Change a vehicle"),
	.help =
	    N_("Owner, VIN, model, dates; what is left out stays as it is. A new plate has its own command."),
	.undo = UNDO_ROWS,
	.input = vehicle_change_input,
	.size = sizeof(struct vehicle_input),
	.edits = "vehicle",
	.edits_table = "vehicle",
	.fill = vehicle_make_fill,
	.may = vehicle_change_may,
	.run = vehicle_change_run,
};

/* ---- vehicle.plate ---- */

struct vehicle_plate {
	struct input input;
	int64_t vehicle, on;
	const char *plate;
};

static const struct field vehicle_plate_input[] = {
	FIELD(vehicle_plate, vehicle, "vehicle", N_("Vehicle"), VT_REF, REQUIRED, .view = "vehicles",
	      .help = N_("The car: its plate, the tail of it, or its VIN.")),
	FIELD(vehicle_plate, plate, "plate", N_("New plate"), VT_PLATE, REQUIRED,
	      .help = N_("The plate that the car has from today; the old one still finds it.")),
	FIELD(vehicle_plate, on, "on", N_("From the day"), VT_DATE, STOP, .lean = DATE_PAST,
	      .help = N_("The day of the new plate; today when empty.")),
	{ 0 },
};

static bool vehicle_plate_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct vehicle_plate *in = input;
	const char *plate = HAS(in, plate) ? plate_complete(ctx, in->plate) : NULL;
	int64_t id = plate ? vehicle_by_plate(ctx, plate) : 0;

	if (id && HAS(in, vehicle) && id == in->vehicle)
		return err_field(e, "plate", N_("The car has the plate %s already"), plate);
	if (id)
		return plate_taken(ctx, plate, id, e);
	if (plate && !plate_sound(plate, e))
		return false;
	if (HAS(in, on) && in->on > ctx->today)
		return err_field(e, "on", N_("%s is yet to come. Change the plate on that day"),
				 date_text(ctx->arena, in->on));
	return true;
}

static bool vehicle_plate_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct vehicle_plate *in = input;
	const char *plate = plate_complete(ctx, in->plate), *before = vehicle_plate(ctx, in->vehicle);

	(void)e;
	db_exec(ctx->db,
		SQL("INSERT INTO vehicle_plate (vehicle_id, plate, until_on) VALUES (:vehicle, :plate, :on)"),
		BIND(B_INT("vehicle", in->vehicle), B_TEXT("plate", before),
		     B_INT("on", HAS(in, on) ? in->on : ctx->today)));
	db_exec(ctx->db, SQL("UPDATE vehicle SET plate = :plate, ver = ver + 1 WHERE id = :id"),
		BIND(B_TEXT("plate", plate), B_INT("id", in->vehicle)));
	vehicle_words(ctx, in->vehicle);
	ctx->answer->id = in->vehicle;
	answer_say(ctx, N_("%s is %s from now on; its history follows"), before, plate);
	return true;
}

COMMAND(vehicle_plate) = {
	.name = "vehicle.plate",
	.title = N_("New plate for a vehicle"),
	.help = N_("The car keeps its history and is found by its former plate too."),
	.undo = UNDO_ROWS,
	.input = vehicle_plate_input,
	.size = sizeof(struct vehicle_plate),
	.may = vehicle_plate_may,
	.run = vehicle_plate_run,
};
