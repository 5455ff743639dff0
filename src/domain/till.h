/* till.h - tills and their shifts: cash and wallets are taken at an open till and counted when it closes. */
#ifndef WORKBAY_TILL_H
#define WORKBAY_TILL_H

#include "domain/command.h"

/* The open shift that this person works at: of the till that was named, else the only one he has opened
 * himself. 0 with a sentence when there is none or more than one. */
int64_t till_shift(struct ctx *ctx, struct err *e);

/* The open shift of a till, 0 when it is closed; and what the till is called. */
int64_t till_shift_of(struct ctx *ctx, int64_t till_id);
const char *till_title(struct ctx *ctx, int64_t till_id);

/* A shift of an earlier day that this person closes and nobody has: a sentence in the arena, NULL when there is none. */
const char *till_left_open(struct ctx *ctx);

/* Proposes the input "till": the one that was named, else the only one this person has open. */
void till_fill_own(struct ctx *ctx, struct args *args);

#endif
