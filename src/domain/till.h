/* till.h - tills and their shifts: cash and wallets are taken at an open till and counted when it closes. */
#ifndef WORKBAY_TILL_H
#define WORKBAY_TILL_H

#include "domain/command.h"

/* The open shift that this person works at: of the till that was named, else the only one he has opened
 * himself. 0 with a sentence when there is none or more than one. */
int64_t till_shift(struct ctx *ctx, struct err *e);

#endif
