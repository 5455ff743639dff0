/* advice.h - what the workshop advised for a car and nobody has dealt with. */
#ifndef WORKBAY_ADVICE_H
#define WORKBAY_ADVICE_H

#include "domain/command.h"

/* The most urgent open advice for a vehicle, parted by "; "; "" when there is none. In the arena. */
const char *advice_open(struct ctx *ctx, int64_t vehicle_id);

#endif
