/* credit.h - what is given back of a settlement that stands. */
#ifndef WORKBAY_CREDIT_H
#define WORKBAY_CREDIT_H

#include "domain/reverse.h"

/* The number of a credit note of the work order that stands, NULL for none. */
const char *credit_standing(struct ctx *ctx, int64_t job_id);

#endif
