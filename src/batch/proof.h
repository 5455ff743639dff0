/* proof.h - everything that is proved of a shop file at once: its books, its journal, its pages, its log. */
#ifndef WORKBAY_PROOF_H
#define WORKBAY_PROOF_H

#include "db/shop.h"

struct proof_options {
	bool full; /* the journal from its first row, and SQLite's longer check */
	void (*progress)(void *arg, int thousandths);
	/* What does not hold: the rule's name ("journal", "sqlite" and "wal" stand for themselves) and a
	 * sentence. */
	void (*broken)(void *arg, const char *rule, const char *sentence);
	void *arg;
};

/* Runs the checks of schema/checks, the chain of the journal from the last row that was proved, SQLite's own
 * check, and looks at the size of the write-ahead log. `*ret_broken` counts the rules that do not hold. False
 * when it could not be done. */
bool proof_run(struct shop *shop, const struct proof_options *o, size_t *ret_broken, struct err *e);

#endif
