/* bare.c - the floor of reading: SQLite and nothing else. */
#include "tests/bench/bare.h"

#include <string.h>

#include "db/db_private.h"
#include "db/view_func.h"

struct db *bare_open(const char *path, const char *text)
{
	static const char *const functions[] = { "muldiv(", "fold(", "py_match(", "backwards(", "said(" };
	sqlite3 *h = NULL;
	struct db *db;
	bool any = false;

	if (sqlite3_open_v2(path, &h, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
		die("%s: %s", path, sqlite3_errmsg(h));
	db = db_wrap(h);
	for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
		any = any || strstr(text, functions[i]);
	if (any && !view_functions(db))
		die("functions");
	return db;
}

static void bind_named(sqlite3_stmt *st, int at, const struct bind *b)
{
	const char *name = sqlite3_bind_parameter_name(st, at);

	for (; b && b->name; b++) {
		if (!name || strcmp(b->name, name + 1) != 0)
			continue;
		if (b->type == BIND_INT)
			sqlite3_bind_int64(st, at, b->i);
		else if (b->type == BIND_TEXT)
			sqlite3_bind_text(st, at, b->p, -1, SQLITE_STATIC);
	}
}

int64_t bare_rows(sqlite3_stmt *st, const struct bind *bind)
{
	int cols = sqlite3_column_count(st), rc;
	int64_t n = 0;

	for (int i = 1; i <= sqlite3_bind_parameter_count(st); i++)
		bind_named(st, i, bind);
	while ((rc = sqlite3_step(st)) == SQLITE_ROW) {
		n++;
		for (int i = 0; i < cols; i++) {
			if (sqlite3_column_type(st, i) == SQLITE_INTEGER)
				sqlite3_column_int64(st, i);
			else
				sqlite3_column_text(st, i);
		}
	}
	if (rc != SQLITE_DONE)
		die("%s: %s", sqlite3_sql(st), sqlite3_errmsg(sqlite3_db_handle(st)));
	sqlite3_reset(st);
	return n;
}

sqlite3_stmt *bare_prepare(struct db *db, const char *text)
{
	sqlite3_stmt *st = NULL;

	if (sqlite3_prepare_v2(db_handle(db), text, -1, &st, NULL) != SQLITE_OK)
		die("%s: %s", text, sqlite3_errmsg(db_handle(db)));
	return st;
}

int64_t bare_select(struct db *db, const char *text, const struct bind *bind)
{
	sqlite3_stmt *st = bare_prepare(db, text);
	int64_t n = bare_rows(st, bind);

	sqlite3_finalize(st);
	return n;
}
