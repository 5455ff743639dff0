/* costs.h - what each statement of a connection costs, to find why a command is over its limit. */
#ifndef WORKBAY_BENCH_COSTS_H
#define WORKBAY_BENCH_COSTS_H

struct sqlite3;
struct costs;

/* Counts from now on; wanted only with WORKBAY_BENCH_COSTS set, else NULL, which the others take. */
struct costs *costs_new(struct sqlite3 *db);
/* Prints the statements that took longest, each with its share for one of `n` runs, and frees. */
void costs_end(struct costs *c, int n);

#endif
