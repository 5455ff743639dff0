/* credit.h - what is given back of a settlement that stands, and taking such a credit note back. */
#ifndef WORKBAY_CREDIT_H
#define WORKBAY_CREDIT_H

#include "domain/reverse.h"

/* Posts the opposite of a credit note: its bills are open again or paid by the advance that it had freed, its goods go out
 * again. Refused where money went out with it or the advance is no longer there. */
bool reverse_credit(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e);

/* The number of a credit note of the work order that stands, NULL for none. */
const char *credit_standing(struct ctx *ctx, int64_t job_id);

#endif
