/* history.c - visits that were booked in another program: they stand in a car's history and in no book of this one. */
#include "base/date.h"
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/choice.h"
#include "domain/service.h"
#include "domain/vehicle.h"

#define KM_MOST 9999999
#define ONE     1000 /* thousandths of a piece */

struct history_add {
	struct input input;
	int64_t vehicle, day, odometer, qty, price, amount;
	const char *number, *complaint, *kind, *text;
};

static const struct field history_add_input[] = {
	FIELD(history_add, vehicle, "plate", N_("Plate"), VT_REF, REQUIRED, .view = "vehicles",
	      .help = N_("The car, which is written down already: cars are imported before their history.")),
	FIELD(history_add, number, "number", N_("Work order"), VT_TEXT, REQUIRED, .max = 40,
	      .help = N_("The number it had in the other program; rows of one number are one visit.")),
	FIELD(history_add, day, "day", N_("Day"), VT_DATE, REQUIRED, .lean = DATE_PAST,
	      .help = N_("The day of the visit.")),
	FIELD(history_add, odometer, "odometer", N_("Odometer"), VT_INT, .min = 0, .max = KM_MOST,
	      .help = N_("Kilometres at that visit; the next service is reckoned from them.")),
	FIELD(history_add, complaint, "complaint", N_("Complaint"), VT_TEXT, .max = 200,
	      .help = N_("What the car was there for.")),
	FIELD(history_add, kind, "kind", N_("Kind"), VT_CHOICE, .choices = choice_job_line_kind,
	      .help = N_("Labour, part or fee; labour when empty.")),
	FIELD(history_add, text, "text", N_("Description"), VT_TEXT, .max = 120,
	      .help = N_("One thing that was done or put in; each has a row of its own.")),
	FIELD(history_add, qty, "qty", N_("Quantity"), VT_QTY, .min = 1, .max = 999999999,
	      .help = N_("How many; one when empty.")),
	FIELD(history_add, price, "price", N_("Price"), VT_MONEY, .min = 0, .max = MONEY_MAX,
	      .help = N_("Of one; or the amount.")),
	FIELD(history_add, amount, "amount", N_("Amount"), VT_MONEY, .min = 0, .max = MONEY_MAX,
	      .help = N_("Of the row; reckoned from quantity and price when empty.")),
	{ 0 },
};

struct past {
	int64_t id, day;
};

static struct past past_read(struct ctx *ctx, const struct history_add *in)
{
	struct past p = { 0 };
	struct cur *c = db_open(
	    ctx->db, SQL("SELECT id, day FROM past_visit WHERE number = :number AND vehicle_id = :vehicle"),
	    BIND(B_TEXT("number", in->number), B_INT("vehicle", in->vehicle)));

	if (!cur_next(c))
		return p;
	p = (struct past){ cur_int(c, 0), cur_int(c, 1) };
	cur_close(c);
	return p;
}

static bool history_add_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct history_add *in = input;
	struct past p;

	if (HAS(in, day) && in->day > ctx->today)
		return err_field(e, "day", N_("%s is yet to come; a visit lies in the past"),
				 date_text(ctx->arena, in->day));
	if (HAS(in, price) && HAS(in, amount))
		return err_field(e, "amount", N_("Either price or amount, not both"));
	if (!HAS(in, vehicle) || !HAS(in, number) || !HAS(in, day))
		return true;
	p = past_read(ctx, in);
	return !p.id || p.day == in->day ||
	       err_field(e, "day", N_("The visit %s was on %s, as an earlier row says"), in->number,
			 date_text(ctx->arena, p.day));
}

static int64_t visit_write(struct ctx *ctx, const struct history_add *in)
{
	db_exec(ctx->db,
		SQL("INSERT INTO past_visit (vehicle_id, number, day, odometer_km, complaint) VALUES "
		    "(:vehicle, :number, :day, iif(:read, :km, NULL), :complaint)"),
		BIND(B_INT("vehicle", in->vehicle), B_TEXT("number", in->number), B_INT("day", in->day),
		     B_INT("read", HAS(in, odometer)), B_INT("km", in->odometer),
		     B_TEXT("complaint", in->complaint)));
	return db_last_id(ctx->db);
}

static void line_write(struct ctx *ctx, const struct history_add *in, int64_t visit)
{
	const char *text = HAS(in, text) ? in->text : in->complaint;
	int64_t qty = HAS(in, qty) ? in->qty : ONE;
	int64_t amount = HAS(in, price) ? muldiv(in->price, qty, ONE) : in->amount;

	if (!text || (!HAS(in, text) && !amount))
		return;
	db_exec(ctx->db,
		SQL("INSERT INTO past_line (visit_id, kind, text, qty, amount) VALUES (:visit, "
		    "coalesce(:kind, 'labour'), :text, :qty, :amount)"),
		BIND(B_INT("visit", visit), B_TEXT("kind", in->kind), B_TEXT("text", text), B_INT("qty", qty),
		     B_INT("amount", amount)));
	db_exec(ctx->db,
		SQL("UPDATE past_visit SET total = total + :amount, ver = ver + 1 WHERE id = :id AND :amount "
		    "<> 0"),
		BIND(B_INT("amount", amount), B_INT("id", visit)));
}

/* What a car's newest visit says about it. */
static void car_learns(struct ctx *ctx, const struct history_add *in)
{
	db_exec(ctx->db,
		SQL("UPDATE vehicle SET last_visit_on = max(coalesce(last_visit_on, 0), :day), "
		    "odometer_km = iif(:read AND :day >= coalesce(odometer_on, 0), :km, odometer_km), "
		    "odometer_on = iif(:read AND :day >= coalesce(odometer_on, 0), :day, odometer_on), ver = "
		    "ver + 1 WHERE id = :id AND (coalesce(last_visit_on, 0) < :day OR (:read AND :day >= "
		    "coalesce(odometer_on, 0)))"),
		BIND(B_INT("day", in->day), B_INT("read", HAS(in, odometer)), B_INT("km", in->odometer),
		     B_INT("id", in->vehicle)));
	if (HAS(in, odometer))
		service_expect(ctx, in->vehicle);
}

static bool history_add_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct history_add *in = input;
	struct past p = past_read(ctx, in);

	(void)e;
	if (!p.id) {
		p.id = visit_write(ctx, in);
		car_learns(ctx, in);
	}
	line_write(ctx, in, p.id);
	ctx->answer->id = p.id;
	answer_say(ctx, N_("Saved: %s"), in->number);
	return true;
}

COMMAND(history_add) = {
	.name = "history.add",
	.title = N_("A visit from before"),
	.help = N_("A row of a work order of another program; it stands in the history of the car."),
	.undo = UNDO_ROWS,
	.input = history_add_input,
	.size = sizeof(struct history_add),
	.may = history_add_may,
	.run = history_add_run,
};
