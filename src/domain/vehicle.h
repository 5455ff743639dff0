/* vehicle.h - cars, as other rules find, make and change them. */
#ifndef WORKBAY_VEHICLE_H
#define WORKBAY_VEHICLE_H

#include "domain/command.h"

/* The plate as it is meant: one typed without its province or city gets the shop's usual one (setting plate.prefix),
 * but a plate that is known as typed stays. In the arena. */
const char *plate_complete(struct ctx *ctx, const char *typed);

/* Refuses a new plate of signs or of a length that no plate has. */
bool plate_sound(const char *plate, struct err *e);

/* The car with that plate, 0 when there is none. */
int64_t vehicle_by_plate(struct ctx *ctx, const char *plate);

/* The car that had that plate before, 0 when there is none. */
int64_t vehicle_by_former_plate(struct ctx *ctx, const char *plate);

struct vehicle {
	const char *plate, *vin, *make, *model, *engine_no, *colour; /* NULL: not known */
	int64_t customer_id;
};

/* A new car; returns the id. */
int64_t vehicle_new(struct ctx *ctx, const struct vehicle *v);

/* Replaces the words by which a car is found. */
void vehicle_words(struct ctx *ctx, int64_t id);

/* Refuses a VIN that another car has, naming it. */
bool vehicle_vin_free(struct ctx *ctx, const char *vin, int64_t self, struct err *e);

/* Takes from a car's VIN what is not known yet: the make and the model year. */
void vehicle_learn(struct ctx *ctx, int64_t id);

/* Adds to the answer that the VIN's check digit is wrong where its maker writes one, and what was likely meant. Call it
 * behind answer_say(). */
void vehicle_vin_doubt(struct ctx *ctx, const char *vin);

/* Proposes the make of the VIN that is typed in `vin`, where `make` is empty. */
void vehicle_make_fill(struct ctx *ctx, struct args *args);

/* The plate of a car, in the arena. */
const char *vehicle_plate(struct ctx *ctx, int64_t id);

#endif
