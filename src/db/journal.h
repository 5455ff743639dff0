/* journal.h - what every command changed, taken by SQLite's preupdate hook, and the chain of hashes over it. */
#ifndef WORKBAY_JOURNAL_H
#define WORKBAY_JOURNAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "db/db.h"

struct journal;

/* Hangs the hook on a writer connection and reads which tables are derived, posted, and which columns are secret
 * or personal (from table `schema_mark`, written by the migrations). Owned by the caller. */
struct journal *journal_new(struct db *writer, struct err *e);
void journal_free(struct journal *j);

/* Starts recording with nothing recorded. */
void journal_begin(struct journal *j);
/* Where the record stands, and cutting it back there after ROLLBACK TO: the hook reports undone rows too. */
size_t journal_mark(const struct journal *j);
void journal_cut(struct journal *j, size_t mark);
/* Leaves personal values out of what is recorded since journal_begin(): for forgetting a person. */
void journal_discreet(struct journal *j);
/* Counts the file's epoch up, inside a transaction that is recorded: a copy that takes a file's place starts a new one. */
void journal_epoch_next(struct journal *j);
/* Stops recording (the journal's own rows are not journalled). */
void journal_pause(struct journal *j);

/* A row that the record touched, folded to its first before and last after. */
struct journal_row {
	const char *table;
	int64_t id;
	char op; /* 'I', 'U' or 'D' */
};

/* Calls `fn` for each touched row of the record from `mark` on, derived tables included, each once. */
void journal_each(struct journal *j, size_t mark, void (*fn)(void *arg, const struct journal_row *row),
		  void *arg);

struct journal_head {
	const char *request;          /* NULL: none */
	const unsigned char *digest;  /* SEAL_HASH bytes of the salted input; NULL: none */
	const char *command, *answer; /* the answer as JSON */
	const char *terminal;
	int64_t at, user_id, day;
};

/* Writes the journal row and its changes from `mark` on. `*ret_seq` is the number of the row. */
bool journal_write(struct journal *j, size_t mark, const struct journal_head *head, int64_t *ret_seq);

/* The number of the row that it wrote last; 0: none yet. */
int64_t journal_seq(const struct journal *j);

/* Walks the chain from `from_seq`, comparing each hash; the first broken one is named in `e`. `*ret_last` is the
 * last sound number. */
bool journal_verify(struct db *db, int64_t from_seq, int64_t *ret_last, struct err *e);

/* Puts the rows of a journal row back to their images before it, the last change first, inside the caller's
 * transaction. Refused (ERR_BUSY) when a row no longer is what that command left. `touched` is called for each row. */
bool journal_undo(struct db *db, int64_t seq, void (*touched)(void *arg, const char *table, int64_t id),
		  void *arg, struct err *e);

#endif
