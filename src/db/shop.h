/* shop.h - the shop file: opening it safely, writing to it one at a time, its clock and its companions
 * (FILE-queue and FILE-lock, the two locks of a writer; FILE-state, what is not business).
 *
 * Source of the rules: each setting was measured against damage by many processes, power cuts and kills;
 * workbay-reliability(7) tells what each is for. */
#ifndef WORKBAY_SHOP_H
#define WORKBAY_SHOP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "db/db.h"

#define SHOP_APPLICATION_ID 0x776b6279 /* "wkby" */

struct shop;
struct journal;

enum shop_mode {
	SHOP_READ,    /* views only */
	SHOP_WORK,    /* views and commands */
	SHOP_UPGRADE, /* may bring an older file up to date */
};

/* Opens the file. Refuses with a sentence: not there (66), no shop file (65), not ours to read (77), on a network
 * file system (78), newer than this program (78), older (78, naming `workbay upgrade`), damaged (74).
 * The caller closes with shop_close(). NULL on error. */
struct shop *shop_open(const char *path, enum shop_mode mode, struct err *e);
void shop_close(struct shop *s);

/* Makes an empty file of mode 0660 with the whole schema and opens it for work. Refuses a path where something is. */
struct shop *shop_create(const char *path, struct err *e);

const char *shop_path(const struct shop *s); /* absolute, without links */
struct db *shop_reader(struct shop *s); /* query_only; never inside a transaction while a key is waited for */
struct db *shop_writer(struct shop *s); /* opened at its first use; NULL in SHOP_READ */
struct db *shop_state(struct shop *s);  /* FILE-state; NULL when it cannot be made (then nothing is kept) */
struct journal *shop_journal(struct shop *s); /* hung on the writer */

/* A row of table meta ("book", "epoch", "kind", "salt"), read at opening; "" when there is none. */
const char *shop_meta(const struct shop *s, const char *name);

/* True when no other process has the file open; nobody can open it until shop_alone_end(). */
bool shop_alone(struct shop *s);
void shop_alone_end(struct shop *s);

/* The one way to write. Takes the queue and the lock, waiting as long as it takes; `waiting` (may be NULL) is
 * called every 5 s with who holds it. BEGIN IMMEDIATE, and user_version is read again (78 when it moved). */
bool shop_begin(struct shop *s, const char *who, void (*waiting)(void *arg, const char *holder), void *arg,
		struct err *e);
/* COMMIT with synchronous=FULL, a checkpoint when due, then the locks go. Where COMMIT fails the connection is opened
 * anew, still under the lock: true when the transaction is in the book all the same; false when it is certainly not
 * (a journal row "mend" stands where it would be found again) or, with *ret_unknown, when nothing could be found out. */
bool shop_commit(struct shop *s, bool *ret_unknown, struct err *e);
/* ROLLBACK; the locks go, and a failure that stood on the writer is forgotten. */
void shop_rollback(struct shop *s);
/* Between shop_begin() and the end of its transaction. */
bool shop_writing(const struct shop *s);

/* Savepoints inside the transaction, one level for each command of a batch. */
bool shop_savepoint(struct shop *s);
void shop_release(struct shop *s);
void shop_rollback_to(struct shop *s);

/* Changes whenever another process has committed (PRAGMA data_version of the reader). */
int64_t shop_version(struct shop *s);

/* Brings a file opened with SHOP_UPGRADE up to this program's schema, in one transaction under the lock. The caller
 * makes a backup first. */
bool shop_upgrade(struct shop *s, struct err *e);

/* Truncates the write-ahead log under the lock; for the night. */
bool shop_checkpoint(struct shop *s, struct err *e);

/* The size of the write-ahead log in bytes, and the version of the schema. */
int64_t shop_wal_bytes(struct shop *s);
int64_t shop_schema_version(struct shop *s);

#endif
