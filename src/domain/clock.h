/* clock.h - the time clock: who works on which work order since when. */
#ifndef WORKBAY_CLOCK_H
#define WORKBAY_CLOCK_H

#include "domain/command.h"

/* Stops every clock that runs on the work order; returns how many did. */
int64_t clocks_stop(struct ctx *ctx, int64_t job_id, const char *reason);

#endif
