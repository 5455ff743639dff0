/* pay_out.h - what was collected for others, and paid out to them. */
#ifndef WORKBAY_PAY_OUT_H
#define WORKBAY_PAY_OUT_H

#include "domain/reverse.h"

/* Paid out of a work order's passed costs by documents that stand. */
int64_t paid_out(struct ctx *ctx, int64_t job_id);

#endif
