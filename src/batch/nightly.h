/* nightly.h - what cron does while nobody works: lists, exports, a proved copy, the proof of the books. */
#ifndef WORKBAY_NIGHTLY_H
#define WORKBAY_NIGHTLY_H

#include "batch/export.h"
#include "batch/proof.h"

struct nightly_options {
	struct export_options to;
	const char *reports; /* to export, with blanks between them */
	int64_t keep;        /* days that lists and copies are kept */
	struct proof_options proof;
	/* A step that failed; the others are done all the same. */
	void (*failed)(void *arg, const struct err *e);
	void *arg;
};

/* One run of the night at a time for each shop file: takes FILE-batch, which is held until the process ends.
 * False (ERR_BUSY) when another run has it. */
bool nightly_lock(struct shop *shop, struct err *e);

/* Reminder lists, reports, a proved copy YYYYMMDD-HHMMSS.db, all in the folder; then what is older there than
 * `keep` days and has such a name goes, the write-ahead log is emptied, and everything is proved. The first
 * failure of a step, or ERR_NO when something does not hold, is left in `e`. */
bool nightly_run(struct session *s, const struct nightly_options *o, struct err *e);

#endif
