/* bare.h - the floor of reading: SQLite and nothing else. */
#ifndef WORKBAY_BENCH_BARE_H
#define WORKBAY_BENCH_BARE_H

#include <sqlite3.h>

#include "db/db.h"

/* Opens the file with SQLite's own defaults; the functions of our views are known to it when the text needs them. Ends
 * the program with a sentence when it cannot. */
struct db *bare_open(const char *path, const char *text);

/* Steps through the rows of a statement, touching every column; parameters that `bind` does not have are NULL. Returns
 * how many rows came. */
int64_t bare_rows(sqlite3_stmt *st, const struct bind *bind);
/* The same for a text, prepared and finalized. */
int64_t bare_select(struct db *db, const char *text, const struct bind *bind);

sqlite3_stmt *bare_prepare(struct db *db, const char *text);

#endif
