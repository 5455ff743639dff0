/* journal_copy.h - the journal as a growing file outside the shop file: an anchor that nobody can rewrite unseen. */
#ifndef WORKBAY_JOURNAL_COPY_H
#define WORKBAY_JOURNAL_COPY_H

#include "domain/command.h"

/* Appends to DIR/journal.jsonl one JSON line for each row of the journal that is not there yet, in order, and brings
 * the file to the disk: number, times, command, answer, who, hash, and what was changed. Rows that the file has already
 * are compared by the hash of the last one: where the journal says something else than the file, nothing is written
 * (ERR_NO). A line that was cut off by a lost power is taken away first. Needs the right journal.see.
 * `*ret_rows` is how many were added. */
bool journal_copy(struct session *s, const char *dir, int64_t *ret_rows, struct err *e);

#endif
