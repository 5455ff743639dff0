/* gate.h - step-by-step mode: what a repair type asks for before the next step. */
#ifndef WORKBAY_GATE_H
#define WORKBAY_GATE_H

#include "domain/job.h"

/* Does the work order's repair type ask for it ("dispatch", "clock", "check", "paid")? */
bool gate_on(struct ctx *ctx, const struct job *j, const char *gate);

/* Guards, each true where its gate is off or nothing is open; else the sentence names what is missing and the command that
 * brings it. */
bool gate_dispatched(struct ctx *ctx, const struct job *j, struct err *e);
bool gate_clocked(struct ctx *ctx, const struct job *j, struct err *e);
bool gate_checked(struct ctx *ctx, const struct job *j, struct err *e);
bool gate_paid(struct ctx *ctx, const struct job *j, struct err *e);

#endif
