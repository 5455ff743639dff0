/* job_receive.c - a car comes in: whose it is, what its odometer says, what is wrong with it. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/plate.h"
#include "base/text.h"
#include "domain/advice.h"
#include "domain/damage.h"
#include "domain/document.h"
#include "domain/job.h"
#include "domain/party.h"
#include "domain/search.h"
#include "domain/service.h"
#include "domain/odometer.h"
#include "domain/vehicle.h"

#define KM_MOST    9999999
#define TYPE_PLAIN 3 /* Minor repair */
#define MODE_PLAIN 1 /* Normal */

struct job_receive {
	struct input input;
	const char *plate, *unreadable, *km_reason, *complaint, *name, *phone, *make, *model, *vin,
	    *belongings, *condition, *key_tag, *bay, *driver, *driver_phone, *damage;
	int64_t insurer, agent, odometer, advisor, repair_type, repair_mode, promised_at, fuel, customer,
	    payer, again, same_phone;
};

static const struct field job_receive_input[] = {
	FIELD(job_receive, plate, "plate", N_("Plate"), VT_PLATE, REQUIRED,
	      .help = N_(
		  "Without its province it gets the shop's usual one; another province is typed by its two "
		  "digits or letters: 42A12345 and HBA12345 are 鄂A12345.")),
	FIELD(job_receive, odometer, "odometer", N_("Odometer"), VT_INT, STOP, .min = 0, .max = KM_MOST,
	      .help = N_("Kilometres as the instrument shows them.")),
	FIELD(job_receive, unreadable, "unreadable", N_("Odometer unreadable"), VT_TEXT, .max = 100,
	      .help = N_("Why it cannot be read, instead of the kilometres.")),
	FIELD(job_receive, km_reason, "km_reason", N_("Why these kilometres"), VT_TEXT, .max = 100,
	      .help = N_("Asked for when the reading is lower than the last one, or higher than can be.")),
	FIELD(job_receive, name, "name", N_("Name"), VT_TEXT, .flags = STOP_ | PERSONAL_, .max = 60,
	      .help = N_("The customer; needed for a car that is new here.")),
	FIELD(job_receive, phone, "phone", N_("Phone"), VT_PHONE, .flags = STOP_ | PERSONAL_,
	      .help = N_("Where this person can be reached; digits are enough, blanks do not matter.")),
	FIELD(job_receive, customer, "customer", N_("Known customer"), VT_REF, .view = "customers",
	      .help = N_("Whose car it is, when the car is new here and the customer is not.")),
	FIELD(job_receive, same_phone, "same_phone", N_("Same phone as another"), VT_BOOL, .max = 1,
	      .help = N_("Yes where two customers really share a number, such as a couple.")),
	FIELD(job_receive, make, "make", N_("Make"), VT_TEXT, .max = 40, .help = N_("Who made the car.")),
	FIELD(job_receive, model, "model", N_("Model"), VT_TEXT, .max = 60,
	      .help = N_("As people call it, with its year or engine where that matters for parts.")),
	FIELD(job_receive, vin, "vin", N_("VIN"), VT_VIN,
	      .help = N_("The seventeen signs of the chassis number; make and year are read from it.")),
	FIELD(job_receive, repair_type, "repair_type", N_("Repair type"), VT_REF, .view = "repair_types",
	      STOP,
	      .help = N_("What kind of visit it is; reports count by it, and reminders begin with it.")),
	FIELD(job_receive, complaint, "complaint", N_("Complaint"), VT_AREA, STOP, .max = 1000,
	      .help = N_("In the customer's words. Empty takes that of the repair type.")),
	FIELD(job_receive, repair_mode, "repair_mode", N_("Repair mode"), VT_REF, .view = "repair_modes",
	      .help = N_("The rule by which lines are priced.")),
	FIELD(job_receive, driver, "driver", N_("Driver"), VT_TEXT, .flags = PERSONAL_, .max = 40,
	      .help = N_("Who brings the car, when it is not the owner; proposed at the next visit.")),
	FIELD(job_receive, driver_phone, "driver_phone", N_("Driver's phone"), VT_PHONE, .flags = PERSONAL_,
	      .help = N_("Called when the car is ready, where the driver is not the owner.")),
	FIELD(job_receive, insurer, "insurer", N_("Insurer"), VT_REF, .view = "insurers",
	      .help = N_("The company whose damage this is; who pays is said under payer.")),
	FIELD(job_receive, agent, "agent", N_("Insurer's agent"), VT_REF, .view = "insurer_agents",
	      .help = N_("Who sent the car; the agreed commission is kept with the work order.")),
	FIELD(job_receive, damage, "damage", N_("Damage"), VT_TEXT, .max = 100,
	      .help =
		  N_("Marks on the outline: a place and X scratch, O dent, C crack or M missing, such as 1X "
		     "12O. 1 front, 2 bonnet, 3 windscreen, 4 roof, 5 rear window, 6 boot, 7 rear; right "
		     "side 11 to 14, left side 21 to 24: front wing, front door, rear door, rear wing.")),
	FIELD(job_receive, payer, "payer", N_("Payer"), VT_REF, .view = "parties",
	      .help = N_("Who pays, when it is not the customer.")),
	FIELD(job_receive, advisor, "advisor", N_("Advisor"), VT_REF, .view = "staff",
	      .help = N_("Who looks after this customer in the house.")),
	FIELD(job_receive, promised_at, "promised_at", N_("Promised"), VT_TIME, .lean = DATE_FUTURE,
	      .help = N_("When the car is to be ready: 17:30, tomorrow 9, +2h.")),
	FIELD(job_receive, fuel, "fuel", N_("Fuel"), VT_INT, .min = 0, .max = 8,
	      .help = N_("Eighths of the tank, 0 to 8.")),
	FIELD(job_receive, key_tag, "key_tag", N_("Key tag"), VT_CODE, .max = 20,
	      .help = N_("The number on the tag that the key hangs at.")),
	FIELD(job_receive, bay, "bay", N_("Bay"), VT_CODE, .max = 20, .help = N_("Where the car stands.")),
	FIELD(job_receive, belongings, "belongings", N_("Belongings"), VT_TEXT, .max = 200,
	      .help = N_("What the customer left in the car; it stands on the reception form.")),
	FIELD(job_receive, condition, "condition", N_("Condition of the car"), VT_AREA, .max = 1000,
	      .help = N_("Scratches, dents, warning lamps: what was there before the work.")),
	FIELD(job_receive, again, "again", N_("A second work order"), VT_BOOL, .max = 1,
	      .help = N_("Yes: although the car has an open work order.")),
	{ 0 },
};

/* ---- the odometer ---- */

static bool says_yes(const char *s)
{
	return !strcmp(s, "yes") || !strcmp(s, "y") || !strcmp(s, "1") || !strcmp(s, "true");
}

static bool odometer_may(struct ctx *ctx, const struct job_receive *in, int64_t vehicle_id, struct err *e)
{
	if (HAS(in, odometer) && HAS(in, unreadable))
		return err_field(e, "unreadable",
				 N_("Either the kilometres or that they cannot be read, not both"));
	if (HAS(in, odometer) && !HAS(in, km_reason) && vehicle_id)
		return odometer_sound(ctx, vehicle_id, in->odometer, "km_reason", e);
	return true;
}

static bool odometer_given(const struct job_receive *in, struct err *e)
{
	if (!HAS(in, odometer) && !HAS(in, unreadable))
		return err_field(e, "odometer",
				 N_("The odometer is needed; where it cannot be read, say why (unreadable)"));
	if (HAS(in, unreadable) && says_yes(in->unreadable) && !HAS(in, km_reason))
		return err_field(e, "km_reason", N_("Say why the odometer cannot be read"));
	return true;
}

/* Why the reading is odd or missing, NULL when it is neither. */
static const char *odometer_reason(const struct job_receive *in)
{
	if (HAS(in, unreadable) && !says_yes(in->unreadable))
		return in->unreadable;
	return in->km_reason;
}

/* ---- a car that is known ---- */

static bool same_name(struct ctx *ctx, const char *a, const char *b)
{
	return !strcmp(text_fold_search(ctx->arena, a), text_fold_search(ctx->arena, b));
}

static bool no_open_job(struct ctx *ctx, int64_t vehicle_id, struct err *e)
{
	char *number = db_text(
	    ctx->db, ctx->arena,
	    SQL("SELECT number FROM job WHERE vehicle_id = :id AND state NOT IN ('handed_over', 'cancelled') "
		"ORDER BY id DESC LIMIT 1"),
	    BIND(B_INT("id", vehicle_id)));

	return !number || err_field(e, "plate",
				    N_("%s has the open work order %s. Go on with that one, or say again=yes "
				       "(“A second work order”)"),
				    vehicle_plate(ctx, vehicle_id), number);
}

static int64_t owner_of(struct ctx *ctx, int64_t vehicle_id)
{
	return db_int(ctx->db, SQL("SELECT customer_id FROM vehicle WHERE id = :id"),
		      BIND(B_INT("id", vehicle_id)), 0);
}

static bool known_car_may(struct ctx *ctx, const struct job_receive *in, int64_t vehicle_id, struct err *e)
{
	int64_t owner = owner_of(ctx, vehicle_id);

	if (!in->again && !no_open_job(ctx, vehicle_id, e))
		return false;
	if (HAS(in, customer) && in->customer != owner)
		return err_field(e, "customer",
				 N_("%s belongs to %s. Leave the customer out, or change the owner first "
				    "(vehicle.change)"),
				 vehicle_plate(ctx, vehicle_id), party_name(ctx, owner));
	if (HAS(in, name) && !same_name(ctx, in->name, party_name(ctx, owner)))
		return err_field(
		    e, "name",
		    N_("%s belongs to %s. Leave the name out, or change the owner first (vehicle.change)"),
		    vehicle_plate(ctx, vehicle_id), party_name(ctx, owner));
	if (HAS(in, phone) && !in->same_phone && strcmp(in->phone, party_phone(ctx, owner)) != 0 &&
	    !party_phone_free(ctx, "customer", in->phone, owner, e))
		return false;
	return !HAS(in, vin) || vehicle_vin_free(ctx, in->vin, vehicle_id, e);
}

/* ---- a car that is new here ---- */

/* The customer with that phone, where the name does not speak against it. */
static int64_t customer_meant(struct ctx *ctx, const struct job_receive *in)
{
	int64_t id;

	if (HAS(in, customer))
		return in->customer;
	id = HAS(in, phone) ? party_customer_by_phone(ctx, in->phone) : 0;
	return id && (!HAS(in, name) || same_name(ctx, in->name, party_name(ctx, id))) ? id : 0;
}

static bool new_car_may(struct ctx *ctx, const struct job_receive *in, const char *plate, struct err *e)
{
	if (!plate_sound(plate, e))
		return false;
	if (HAS(in, vin) && !vehicle_vin_free(ctx, in->vin, 0, e))
		return false;
	if (!HAS(in, phone) || in->same_phone || customer_meant(ctx, in))
		return true;
	return party_phone_free(ctx, "customer", in->phone, 0, e);
}

/* Who brings a new car must be known. */
static bool new_car_owned(struct ctx *ctx, const struct job_receive *in, const char *plate, struct err *e)
{
	int64_t former = vehicle_by_former_plate(ctx, plate);

	if (customer_meant(ctx, in) || (HAS(in, name) && HAS(in, phone)))
		return true;
	if (former && !HAS(in, name))
		return err_field(
		    e, "plate",
		    N_("%s is the former plate of %s. Receive that one, or give name and phone if it is "
		       "another car now"),
		    plate, vehicle_plate(ctx, former));
	return err_field(e, HAS(in, name) ? "phone" : "name",
			 N_("%s is new here: the customer's name and phone are needed"), plate);
}

/* ---- the guards ---- */

static bool agent_of(struct ctx *ctx, int64_t agent, int64_t insurer)
{
	return db_exists(ctx->db, SQL("SELECT 1 FROM insurer_agent WHERE id = :id AND insurer_id = :insurer"),
			 BIND(B_INT("id", agent), B_INT("insurer", insurer)));
}

static bool job_receive_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_receive *in = input;
	const char *plate = HAS(in, plate) ? plate_complete(ctx, in->plate) : NULL;
	int64_t vehicle_id = plate ? vehicle_by_plate(ctx, plate) : 0;

	if (vehicle_id && !known_car_may(ctx, in, vehicle_id, e))
		return false;
	if (plate && !vehicle_id && !new_car_may(ctx, in, plate, e))
		return false;
	if (!odometer_may(ctx, in, vehicle_id, e))
		return false;
	if (HAS(in, agent) && HAS(in, insurer) && !agent_of(ctx, in->agent, in->insurer))
		return err_field(e, "agent", N_("This agent works for another insurer. Choose one of %s"),
				 party_name(ctx, in->insurer));
	if (HAS(in, damage) && !damage_fold(ctx->arena, in->damage, e))
		return false;
	if (HAS(in, promised_at) && in->promised_at < ctx->now)
		return err_field(e, "promised_at", N_("%s is past. Promise a time that is to come"),
				 time_text(ctx->arena, in->promised_at, ctx->offset_minutes));
	return true;
}

/* The complaint, or that of the repair type; NULL when there is none. */
static const char *complaint_of(struct ctx *ctx, const struct job_receive *in)
{
	int64_t type = HAS(in, repair_type) ? in->repair_type : TYPE_PLAIN;

	if (HAS(in, complaint))
		return in->complaint;
	return db_text(ctx->db, ctx->arena, SQL("SELECT complaint FROM repair_type WHERE id = :id"),
		       BIND(B_INT("id", type)));
}

/* ---- writing ---- */

static int64_t new_car(struct ctx *ctx, const struct job_receive *in, const char *plate)
{
	int64_t customer = customer_meant(ctx, in);
	struct vehicle v = { .plate = plate, .vin = in->vin, .make = in->make, .model = in->model };

	v.customer_id = customer ? customer : party_new_customer(ctx, in->name, in->phone);
	return vehicle_new(ctx, &v);
}

/* What reception learnt about a known car and its customer. */
static void known_car(struct ctx *ctx, const struct job_receive *in, int64_t vehicle_id)
{
	int64_t owner = owner_of(ctx, vehicle_id);

	if (HAS(in, phone) && strcmp(in->phone, party_phone(ctx, owner)) != 0)
		party_set_phone(ctx, owner, in->phone);
	if (!HAS(in, make) && !HAS(in, model) && !HAS(in, vin))
		return;
	db_exec(ctx->db,
		SQL("UPDATE vehicle SET make = coalesce(:make, make), model = coalesce(:model, model), vin = "
		    "coalesce(:vin, vin), "
		    "ver = ver + 1 WHERE id = :id"),
		BIND(B_TEXT("make", in->make), B_TEXT("model", in->model), B_TEXT("vin", in->vin),
		     B_INT("id", vehicle_id)));
	vehicle_words(ctx, vehicle_id);
}

static void visit_noted(struct ctx *ctx, const struct job_receive *in, int64_t vehicle_id)
{
	db_exec(ctx->db,
		SQL("UPDATE vehicle SET last_visit_on = :today, odometer_km = iif(:read, :km, odometer_km), "
		    "odometer_on = iif(:read, :today, odometer_on), ver = ver + 1 WHERE id = :id"),
		BIND(B_INT("today", ctx->today), B_INT("read", HAS(in, odometer)), B_INT("km", in->odometer),
		     B_INT("id", vehicle_id)));
}

static struct bind maybe_int(const char *name, bool given, int64_t v)
{
	return given ? (struct bind)B_INT(name, v) : (struct bind)B_NULL(name);
}

static int64_t job_write(struct ctx *ctx, const struct job_receive *in, int64_t vehicle_id,
			 const char *complaint, const char *number)
{
	int64_t owner = owner_of(ctx, vehicle_id), id;
	int64_t payer = db_int(ctx->db, SQL("SELECT payer_id FROM vehicle WHERE id = :id"),
			       BIND(B_INT("id", vehicle_id)), 0);

	if (!payer)
		payer = owner;
	db_exec(ctx->db,
		SQL("INSERT INTO job (number, state, vehicle_id, customer_id, payer_id, advisor_id, "
		    "repair_type_id, "
		    "repair_mode_id, received_on, received_at, odometer_km, odometer_reason, complaint, "
		    "fuel, belongings, "
		    "condition, key_tag, bay, promised_at, remark) VALUES (:number, 'received', :vehicle, "
		    ":customer, :payer, "
		    ":advisor, :type, :mode, :today, :now, :km, :km_reason, :complaint, :fuel, :belongings, "
		    ":condition, :key_tag, "
		    ":bay, :promised, :remark)"),
		BIND(B_TEXT("number", number), B_INT("vehicle", vehicle_id), B_INT("customer", owner),
		     B_INT("payer", HAS(in, payer) ? in->payer : payer),
		     B_INT("advisor", HAS(in, advisor) ? in->advisor : ctx->user_id),
		     B_INT("type", HAS(in, repair_type) ? in->repair_type : TYPE_PLAIN),
		     B_INT("mode", HAS(in, repair_mode) ? in->repair_mode : MODE_PLAIN),
		     B_INT("today", ctx->today), B_INT("now", ctx->now),
		     maybe_int("km", HAS(in, odometer), in->odometer),
		     B_TEXT("km_reason", odometer_reason(in)), B_TEXT("complaint", complaint),
		     maybe_int("fuel", HAS(in, fuel), in->fuel), B_TEXT("belongings", in->belongings),
		     B_TEXT("condition", in->condition), B_TEXT("key_tag", in->key_tag),
		     B_TEXT("bay", in->bay), maybe_int("promised", HAS(in, promised_at), in->promised_at),
		     B_TEXT("remark", ctx->remark)));
	id = db_last_id(ctx->db);
	db_exec(ctx->db,
		SQL("INSERT INTO job_step (job_id, from_state, to_state, at, user_id) VALUES (:job, NULL, "
		    "'received', :at, :user)"),
		BIND(B_INT("job", id), B_INT("at", ctx->now), B_INT("user", ctx->user_id)));
	search_words_set(ctx, "job", id, SEARCH(S_CODE(number)));
	return id;
}

/* Who brought it, how it looks, who sent it. */
static void job_beside(struct ctx *ctx, const struct job_receive *in, int64_t job_id)
{
	const char *damage = HAS(in, damage) ? damage_fold(ctx->arena, in->damage, &(struct err){ 0 }) : NULL;

	if (!HAS(in, driver) && !HAS(in, driver_phone) && !HAS(in, insurer) && !HAS(in, agent) && !damage)
		return;
	db_exec(
	    ctx->db,
	    SQL("UPDATE job SET brought_by = :driver, brought_phone = :phone, damage = :damage, "
		"insurer_id = coalesce(:insurer, (SELECT insurer_id FROM insurer_agent WHERE id = :agent)), "
		"agent_id = :agent, agent_rate = (SELECT rate FROM insurer_agent WHERE id = :agent) "
		"WHERE id = :id"),
	    BIND(B_TEXT("driver", in->driver), B_TEXT("phone", in->driver_phone), B_TEXT("damage", damage),
		 B_ID("insurer", in->insurer), B_ID("agent", in->agent), B_INT("id", job_id)));
	db_exec(ctx->db,
		SQL("UPDATE vehicle SET driver = coalesce(:driver, driver), driver_phone = coalesce(:phone, "
		    "driver_phone) WHERE id = (SELECT vehicle_id FROM job WHERE id = :id)"),
		BIND(B_TEXT("driver", in->driver), B_TEXT("phone", in->driver_phone), B_INT("id", job_id)));
}

static bool job_receive_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_receive *in = input;
	const char *plate = plate_complete(ctx, in->plate), *complaint = complaint_of(ctx, in), *advice;
	int64_t vehicle_id = vehicle_by_plate(ctx, plate);

	if (!odometer_given(in, e) || (!vehicle_id && !new_car_owned(ctx, in, plate, e)))
		return false;
	if (!complaint)
		return err_field(e, "complaint", N_("The complaint is needed: what does the customer say?"));
	if (vehicle_id)
		known_car(ctx, in, vehicle_id);
	else
		vehicle_id = new_car(ctx, in, plate);
	visit_noted(ctx, in, vehicle_id);
	if (HAS(in, vin))
		vehicle_learn(ctx, vehicle_id);
	number_next(ctx, "WO", ctx->answer->number);
	ctx->answer->id = job_write(ctx, in, vehicle_id, complaint, ctx->answer->number);
	job_beside(ctx, in, ctx->answer->id);
	if (HAS(in, odometer))
		service_expect(ctx, vehicle_id);
	answer_add_int(ctx, "vehicle", vehicle_id);
	answer_add_int(ctx, "customer", owner_of(ctx, vehicle_id));
	advice = advice_open(ctx, vehicle_id);
	if (*advice)
		answer_say(ctx, N_("Work order %s opened for %s. Advised before: %s"), ctx->answer->number,
			   plate, advice);
	else
		answer_say(ctx, N_("Work order %s opened for %s"), ctx->answer->number, plate);
	vehicle_vin_doubt(ctx, in->vin);
	return true;
}

/* ---- proposals ---- */

static void propose(struct args *args, const char *name, const char *value)
{
	if (!args_get(args, name) && *value)
		args_set(args, name, value);
}

static void known_car_fill(struct ctx *ctx, struct args *args, int64_t vehicle_id)
{
	struct cur *c =
	    db_open(ctx->db,
		    SQL("SELECT p.name, p.phone, v.make, v.model, v.vin, v.driver, v.driver_phone, "
			"o.name FROM vehicle v JOIN party p ON p.id = v.customer_id "
			"LEFT JOIN party o ON o.id = v.payer_id WHERE v.id = :id"),
		    BIND(B_INT("id", vehicle_id)));
	static const char *const names[] = { "name", "phone",  "make",         "model",
					     "vin",  "driver", "driver_phone", "payer" };

	if (!cur_next(c))
		return;
	for (int i = 0; i < 8; i++)
		propose(args, names[i], cur_text(c, i));
	cur_close(c);
}

static void job_receive_fill(struct ctx *ctx, struct args *args)
{
	const char *typed = args_get(args, "plate");
	int64_t vehicle_id;

	propose(args, "advisor", ctx->user);
	vehicle_id = typed ? vehicle_by_plate(ctx, plate_complete(ctx, plate_fold(ctx->arena, typed))) : 0;
	if (vehicle_id)
		known_car_fill(ctx, args, vehicle_id);
	vehicle_make_fill(ctx, args);
}

COMMAND(job_receive) = {
	.name = "job.receive",
	.title = N_("Receive a car"),
	.help = N_("Opens a work order. A plate that is new here makes the car and its customer too."),
	.undo = UNDO_NONE,
	.input = job_receive_input,
	.size = sizeof(struct job_receive),
	.prints = "reception",
	.fill = job_receive_fill,
	.may = job_receive_may,
	.run = job_receive_run,
};
