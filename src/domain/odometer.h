/* odometer.h - readings that cannot be. */
#ifndef WORKBAY_ODOMETER_H
#define WORKBAY_ODOMETER_H

#include "domain/command.h"

/* A reading that cannot be, seen from the car's last one, needs a reason: `why` is the input that takes it. */
bool odometer_sound(struct ctx *ctx, int64_t vehicle_id, int64_t km, const char *why, struct err *e);

#endif
