/* settle.h - settling a work order, and taking a settlement back. */
#ifndef WORKBAY_SETTLE_H
#define WORKBAY_SETTLE_H

#include "domain/command.h"

/* Posts the opposite of a settlement: the work order is finished again, its costs are work in progress again,
 * and what was paid stays as its advance. Refused once the car is handed over. */
bool settlement_reverse(struct ctx *ctx, int64_t document_id, const char *reason, struct err *e);

/* The account of income from a kind of line: labour, part, anything else; "passed" for what is collected for others. */
int64_t settle_income(const char *kind);

#endif
