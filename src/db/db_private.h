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

/* The code of the kept failure, SQLITE_OK when none. */
int db_code(const struct db *db);

/* Writes the sentence for an SQLite result code. */
bool db_sentence(int rc, struct err *e);

#endif
