/* odometer.c - readings that cannot be: backwards, or further than a car gets in a day. */
#include "domain/odometer.h"

#include <inttypes.h>

#include "base/date.h"

#define KM_A_DAY 500

static const char *km_text(struct ctx *ctx, int64_t km)
{
	return arena_printf(ctx->arena, "%" PRId64, km);
}

bool odometer_sound(struct ctx *ctx, int64_t vehicle_id, int64_t km, const char *why, struct err *e)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT odometer_km, odometer_on FROM vehicle WHERE id = :id AND odometer_km IS NOT NULL"),
	    BIND(B_INT("id", vehicle_id)));
	int64_t last, on, days;

	if (!cur_next(c))
		return true;
	last = cur_int(c, 0);
	on = cur_int(c, 1);
	cur_close(c);
	days = ctx->today > on ? ctx->today - on : 1;
	if (km < last)
		return err_field(e, "odometer",
				 N_("%s km is less than the %s km of %s. Read it again, or say why (%s)"),
				 km_text(ctx, km), km_text(ctx, last), date_text(ctx->arena, on), why);
	if (km - last > KM_A_DAY * days)
		return err_field(e, "odometer",
				 N_("%s km is %s km more than on %s, over 500 km a day. Read it again, or "
				    "say why (%s)"),
				 km_text(ctx, km), km_text(ctx, km - last), date_text(ctx->arena, on), why);
	return true;
}
