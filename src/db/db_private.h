/* db_private.h - what the files of the db floor know of a connection. */
#ifndef WORKBAY_DB_PRIVATE_H
#define WORKBAY_DB_PRIVATE_H

#include <sqlite3.h>

#include "db/db.h"

/* Takes over an open handle; db_free() closes it with all its statements. */
struct db *db_wrap(sqlite3 *handle);
void db_free(struct db *db);

/* Keeps the first failure: an SQLite result code, with the sentence of SQLite logged. */
void db_fail(struct db *db, int rc, const char *what);

/* Runs plain text that the program knows: BEGIN, PRAGMA, migrations. False on failure, which is kept. */
bool db_script(struct db *db, const char *text);
/* The same for one statement that is said again and again (BEGIN, COMMIT): it stays prepared. */
bool db_plain(struct db *db, const char *text);

/* Prepares a statement without running it, so that its first run does not have to. */
void db_prepare_literal(struct db *db, const struct sql *sql);
void db_prepare_text(struct db *db, const char *text);
/* How many statements were prepared on this connection, and how many times one was run. */
uint64_t db_prepared(const struct db *db);
uint64_t db_runs(const struct db *db);
/* The statements that were run after the first `runs`, as far as they are kept. */
void db_used_each(struct db *db, uint64_t runs, void (*fn)(void *arg, const char *text), void *arg);

/* The code of the kept failure, SQLITE_OK when none. */
int db_code(const struct db *db);

/* Writes the sentence for an SQLite result code. */
bool db_sentence(int rc, struct err *e);

#endif
