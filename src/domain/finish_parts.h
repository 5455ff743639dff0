/* finish_parts.h - parts whose billed and issued quantities differ when the work is finished. */
#ifndef WORKBAY_FINISH_PARTS_H
#define WORKBAY_FINISH_PARTS_H

#include "domain/job.h"

#define FINISH_PARTS_MOST 100

/* What becomes of one of them. */
struct finish_part {
	struct input input;
	int64_t line;
	const char *then, *reason;
};

extern const struct field finish_part_input[];

/* Each of them, for one sentence; "" when all agree. */
const char *parts_differ(struct ctx *ctx, int64_t job_id);

/* Does as the rows say: bills what was issued, makes it free, or brings it back to stock. */
bool parts_settle(struct ctx *ctx, int64_t job_id, int64_t picker_id, const struct lines *rows,
		  struct err *e);

/* Proposes a row for each: to bill what was issued. */
void parts_propose(struct ctx *ctx, int64_t job_id, struct args *args);

#endif
