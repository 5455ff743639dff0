/* vehicle_vin.c - what a car's VIN says about it, and whether it can be right. */
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "base/vin.h"
#include "domain/vehicle.h"

void vehicle_learn(struct ctx *ctx, int64_t id)
{
	const char *vin = db_text(ctx->db, ctx->arena, SQL("SELECT vin FROM vehicle WHERE id = :id"),
				  BIND(B_INT("id", id)));
	int year, month, day;

	if (!vin || strlen(vin) != VIN_LEN)
		return;
	date_split(ctx->today, &year, &month, &day);
	db_exec(ctx->db,
		SQL("UPDATE vehicle SET make = coalesce(make, :make), model_year = nullif(:year, 0) "
		    "WHERE id = :id AND (make IS NULL OR model_year IS NOT nullif(:year, 0))"),
		BIND(B_TEXT("make", vin_make(vin)), B_INT("year", vin_year(vin, year)), B_INT("id", id)));
}

void vehicle_vin_doubt(struct ctx *ctx, const char *vin)
{
	char *text = ctx->answer->text, likely[VIN_LEN + 1];
	size_t n = strlen(text), room = sizeof ctx->answer->text - n;

	if (!vin || strlen(vin) != VIN_LEN || !vin_doubtful(vin))
		return;
	if (vin_likely(vin, likely))
		snprintf(text + n, room, tr(ctx->lang, N_("; look at the VIN again: is it %s?")), likely);
	else
		snprintf(text + n, room,
			 tr(ctx->lang, N_("; look at the VIN again: its ninth character would be %c")),
			 vin_check_digit(vin));
	answer_add_text(ctx, "warning", text + n + 2);
}

void vehicle_make_fill(struct ctx *ctx, struct args *args)
{
	const char *typed = args_get(args, "vin"), *vin, *make;

	if (!typed || args_get(args, "make"))
		return;
	vin = text_fold_code(ctx->arena, typed);
	make = strlen(vin) == VIN_LEN ? vin_make(vin) : NULL;
	if (make)
		args_set(args, "make", make);
}
