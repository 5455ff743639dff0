/* journal_private.h - the record of a command, for the files that take it, write it and read it back. */
#ifndef WORKBAY_JOURNAL_PRIVATE_H
#define WORKBAY_JOURNAL_PRIVATE_H

#include "base/seal.h"
#include "base/str.h"
#include "db/journal.h"

#define NO_IMAGE    SIZE_MAX
#define ROWS_MOST   65535
#define SALT_BYTES  16
#define TABLE_SLOTS 1024 /* more than twice the tables there will be */

struct column {
	char *name;
	bool secret, personal;
};

struct table {
	char *name;
	struct column *col;
	int n_cols;
	bool derived, posted, keyed; /* keyed: has the id that the journal names rows by */
};

struct event {
	uint32_t table;
	char op;
	int64_t id;
	size_t before, after; /* images in `bytes` */
};

struct journal {
	struct db *db;
	struct table *table;
	size_t n_tables;
	uint16_t by_name[TABLE_SLOTS]; /* 1 + table index, by the hash of its name */
	struct event *event;
	size_t n, cap;
	struct str bytes;
	bool recording, lost, discreet;
	uint32_t *slot; /* folding: 1 + event index */
	size_t slots;
	int64_t seq;   /* of the row written last */
	int64_t epoch; /* of the file: only a restore changes it, and that is alone with the file */
};

/* Folds the events from `mark` on to one for each row, in the order of their first touch. */
void journal_fold(struct journal *j, size_t mark);

#endif
