/* warm.h - what a command will need, prepared before it takes the lock.
 *
 * A process that runs a command for the first time compiles some sixty statements, which takes longer than posting; done
 * inside the lock every other terminal would wait for it. Which statements a command uses is learned when it runs and
 * kept in FILE-state, so that the next process prepares them while others work. What is not known is prepared in the
 * lock as ever; losing FILE-state costs some milliseconds. */
#ifndef WORKBAY_WARM_H
#define WORKBAY_WARM_H

#include "db/shop.h"

/* Opens the writer and prepares what `command` used before. Outside the lock. */
void warm_up(struct shop *s, const char *command);

/* How far the writer is: statements prepared, and runs of one. */
struct warm_mark {
	uint64_t prepared, runs;
};

/* Now; all zero where there is no writer. */
struct warm_mark warm_mark(struct shop *s);
/* Keeps which statements ran since, after the first run of a command in this process and whenever one had to be prepared
 * that was not known. Outside the lock. */
void warm_learn(struct shop *s, const char *command, struct warm_mark since, bool first);

#endif
