/* sublet.h - work that somebody else does. */
#ifndef WORKBAY_SUBLET_H
#define WORKBAY_SUBLET_H

#include "domain/reverse.h"

/* The cost is not owed after all; its line can be dropped or booked anew. */
bool reverse_sublet(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e);

#endif
