/* service.c - when a car's next service is likely: kilometres a day, or the interval of the repair type. */
#include "domain/service.h"

#define KM_A_DAY     500 /* more is no plausible reading */
#define DAYS_BETWEEN 14  /* fewer say nothing about a year */
#define NEVER        INT64_MAX

/* What the next service is due by; NEVER where it is not known. */
struct due {
	int64_t on, km;
};

struct pace {
	int64_t on, km;         /* the last reading */
	int64_t days, distance; /* between it and the one before; 0: not known */
};

static int64_t known(struct cur *c, int col)
{
	return cur_null(c, col) ? NEVER : cur_int(c, col);
}

/* As agreed at the last handover, else by the interval of the last repair type that has one. */
static struct due due_of(struct ctx *ctx, int64_t vehicle_id)
{
	struct due due = { NEVER, NEVER };
	struct cur *c =
	    db_open(ctx->db,
		    SQL("SELECT service_due_on, service_due_km FROM vehicle WHERE id = :id "
			"AND (service_due_on IS NOT NULL OR service_due_km IS NOT NULL) UNION ALL "
			"SELECT * FROM (SELECT j.received_on + t.service_days, j.odometer_km + t.service_km "
			"FROM job j "
			"JOIN repair_type t ON t.id = j.repair_type_id WHERE j.vehicle_id = :id "
			"AND t.service_days IS NOT NULL AND j.state IN ('settled', 'handed_over') "
			"ORDER BY j.received_at DESC, j.id DESC LIMIT 1) LIMIT 1"),
		    BIND(B_INT("id", vehicle_id)));

	if (!cur_next(c))
		return due;
	due.on = known(c, 0);
	due.km = known(c, 1);
	cur_close(c);
	return due;
}

static bool plausible(int64_t days, int64_t distance)
{
	return days >= DAYS_BETWEEN && distance > 0 && distance <= KM_A_DAY * days;
}

static struct pace pace_of(struct ctx *ctx, int64_t vehicle_id)
{
	struct pace p = { 0 };
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT * FROM (SELECT received_on, odometer_km FROM job WHERE vehicle_id = :id AND "
		"odometer_km IS NOT NULL AND odometer_reason IS NULL AND state <> 'cancelled' ORDER BY "
		"received_at DESC, id DESC LIMIT 8) UNION ALL SELECT * FROM (SELECT day, odometer_km FROM "
		"past_visit WHERE vehicle_id = :id AND odometer_km IS NOT NULL ORDER BY day DESC, id DESC "
		"LIMIT "
		"8) ORDER BY 1 DESC, 2 DESC LIMIT 8"),
	    BIND(B_INT("id", vehicle_id)));

	while (cur_next(c)) {
		int64_t days = p.on - cur_int(c, 0), distance = p.km - cur_int(c, 1);

		if (!p.on) {
			p.on = cur_int(c, 0);
			p.km = cur_int(c, 1);
		} else if (!p.days && plausible(days, distance)) {
			p.days = days;
			p.distance = distance;
		}
	}
	return p;
}

/* The day at which the car has run so far. */
static int64_t reached_on(const struct pace *p, int64_t km)
{
	if (km == NEVER || !p->days)
		return NEVER;
	return km <= p->km ? p->on : p->on + (km - p->km) * p->days / p->distance;
}

void service_expect(struct ctx *ctx, int64_t vehicle_id)
{
	struct due due = due_of(ctx, vehicle_id);
	struct pace pace = pace_of(ctx, vehicle_id);
	int64_t on = reached_on(&pace, due.km);
	struct bind day;

	on = on < due.on ? on : due.on;
	day = on == NEVER ? (struct bind)B_NULL("on") : (struct bind)B_INT("on", on);
	db_exec(ctx->db,
		SQL("UPDATE vehicle SET service_expected_on = :on, ver = ver + 1 WHERE id = :id AND "
		    "service_expected_on IS NOT :on"),
		BIND(day, B_INT("id", vehicle_id)));
	db_exec(ctx->db,
		SQL("UPDATE reminder SET due_on = :on, ver = ver + 1 WHERE vehicle_id = :id AND kind = "
		    "'service' AND state = 'open' "
		    "AND of_on = (SELECT service_due_on FROM vehicle WHERE id = :id) AND due_on <> :on"),
		BIND(day, B_INT("id", vehicle_id)));
}
