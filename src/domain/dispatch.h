/* dispatch.h - who does a labour line: technicians and teams with shares that always make the whole. */
#ifndef WORKBAY_DISPATCH_H
#define WORKBAY_DISPATCH_H

#include "domain/command.h"

#define SHARE_WHOLE 10000

/* Divides `whole` by the weights (none negative): each gets its part rounded down, and what is left goes one by one to
 * the largest remainders. All weights 0: evenly. The parts always sum to `whole`; `n` is at least 1. */
void shares_divide(int64_t whole, const int64_t *weight, size_t n, int64_t *ret);

/* The line is this technician's alone. */
void dispatch_to(struct ctx *ctx, int64_t line_id, int64_t technician_id);

#endif
