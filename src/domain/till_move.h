/* till_move.h - cash that goes into a drawer or out of it beside payments. */
#ifndef WORKBAY_TILL_MOVE_H
#define WORKBAY_TILL_MOVE_H

#include "domain/reverse.h"
#include "domain/till.h"

/* Takes one back while its till is not counted. */
bool reverse_till_move(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e);

#endif
