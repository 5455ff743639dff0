/* close.h - days that take no more postings. */
#ifndef WORKBAY_CLOSE_H
#define WORKBAY_CLOSE_H

#include "domain/command.h"

/* Is the day closed? */
bool period_closed(struct ctx *ctx, int64_t day);

/* Closes every day up to and with this one, inside another command. */
void period_close_until(struct ctx *ctx, int64_t until);

#endif
