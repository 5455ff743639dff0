/* bench_list.h - the posting commands that are measured, each with what is made ready for it. */
#ifndef WORKBAY_BENCH_LIST_H
#define WORKBAY_BENCH_LIST_H

#include "tests/domain/shop.h"

/* A command that is run again and again, each time on the next of `n` things made ready for it.
 *
 * Its inputs are one text: name=value|name=value. In a value {n} is the number of the run from 1, {i} from 0, {4} the
 * first with four digits, {plate} and {phone} those of the car of that number. */
struct bench {
	const char *command;
	int wanted; /* hundredths of the floor */
	void (*ready)(struct test_shop *s, int n);
	void (*before)(struct test_shop *s, int i); /* untimed, in front of each; may be NULL */
	const char *inputs;
	const char *name; /* NULL: the command's */
};

extern const struct bench bench_list[]; /* ends with a NULL command */

/* bench_args.c: the inputs of run `i`, in the arena; as pairs of name and value they end with NULL. */
const char **bench_pairs(struct arena *a, const char *inputs, int i);
struct args *bench_args(struct arena *a, const char *inputs, int i);

#endif
