/* review.h - what was booked is looked at by somebody else, and stands fixed from then on. */
#ifndef WORKBAY_REVIEW_H
#define WORKBAY_REVIEW_H

#include "domain/command.h"

/* Guard for taking a document back: it is not reviewed. */
bool review_free(struct ctx *ctx, int64_t document_id, const char *number, struct err *e);

#endif
