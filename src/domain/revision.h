/* revision.h - the lines of a work order as they stood at each yes of the customer. */
#ifndef WORKBAY_REVISION_H
#define WORKBAY_REVISION_H

#include "domain/command.h"

/* Writes the next revision of a work order under its authorisation: all lines that are not dropped. Its number is told
 * in the answer. */
void revision_write(struct ctx *ctx, int64_t authorisation_id, int64_t job_id);

#endif
