/* db.h - one connection to one SQLite file, and the statements that run on it.
 *
 * Statements are literals: SQL("...") puts the text into a linker section that a build step walks and compiles
 * against the schema, so that a misspelt column stops the build. A statement is prepared once for each
 * connection and kept. Parameters are named and all of them must be bound.
 *
 * Errors are kept in the connection: after the first failure every further statement does nothing and yields no
 * rows, and db_failed() says so. Rules therefore read straight down; the door looks at the end. */
#ifndef WORKBAY_DB_H
#define WORKBAY_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

struct db;  /* a connection */
struct cur; /* an open statement */
struct sqlite3;

struct sql {
	const char *text, *file;
	int line;
};

/* The section holds pointers: compilers pad structs there as they like. */
#define SQL(literal)                                                                                         \
	({                                                                                                   \
		static const struct sql sql_here_ = { literal, __FILE__, __LINE__ };                         \
		static const struct sql *const sql_listed_ __attribute__((section("workbay_sql"), used)) =   \
		    &sql_here_;                                                                              \
		&sql_here_;                                                                                  \
	})

/* A named value for a parameter. The pointers are borrowed until the statement has been stepped to its end. */
struct bind {
	const char *name; /* without the colon; NULL ends the list */
	enum { BIND_INT, BIND_TEXT, BIND_BLOB, BIND_NULL } type;
	int64_t i;
	const void *p;
	size_t n;
};

/* clang-format off */
#define B_INT(name_, v)     { .name = (name_), .type = BIND_INT, .i = (v) }
#define B_TEXT(name_, s)    { .name = (name_), .type = BIND_TEXT, .p = (s) }            /* NULL binds NULL */
#define B_BLOB(name_, s, l) { .name = (name_), .type = BIND_BLOB, .p = (s), .n = (l) }
#define B_NULL(name_)       { .name = (name_), .type = BIND_NULL }
/* An id that may be absent: 0 binds NULL. */
#define B_ID(name_, v)      { .name = (name_), .type = (v) ? BIND_INT : BIND_NULL, .i = (v) }
#define BIND(...)           ((const struct bind[]){ __VA_ARGS__ __VA_OPT__(, ) { .name = NULL } })
/* clang-format on */

/* Runs a statement that returns no rows. Returns the number of rows it changed, -1 on failure. */
int64_t db_exec(struct db *db, const struct sql *sql, const struct bind *bind);

/* Rows that the last INSERT, UPDATE or DELETE on this connection changed. */
int64_t db_changes(struct db *db);

/* The row id of the last INSERT on this connection. */
int64_t db_last_id(struct db *db);

/* The first column of the first row as an integer; `none` when there is no row, the value is NULL or the statement failed. */
int64_t db_int(struct db *db, const struct sql *sql, const struct bind *bind, int64_t none);

/* The same as text, copied into the arena; NULL when there is none. */
char *db_text(struct db *db, struct arena *a, const struct sql *sql, const struct bind *bind);

/* True when the statement yields a row. */
bool db_exists(struct db *db, const struct sql *sql, const struct bind *bind);

/* Opens a statement for reading rows: for (struct cur *c = db_open(...); cur_next(c);) { ... }
 * cur_next() closes it after the last row; a loop that is left early calls cur_close(). Never NULL. A statement
 * may be open only once at a time. */
struct cur *db_open(struct db *db, const struct sql *sql, const struct bind *bind);

/* A statement made at run time: only the view engine calls this, with text that the program put together from its
 * own tables. Prepared once for each distinct text and kept in the connection (least recently used go). */
struct cur *db_open_text(struct db *db, const char *text, const struct bind *bind);

/* True with the next row; false after the last one or a failure, and the statement is closed. */
bool cur_next(struct cur *c);
/* Ends a statement that was left early; harmless on one that is closed. */
void cur_close(struct cur *c);

/* The columns of the row that cur_next() stands on, counted from 0. */
int64_t cur_int(struct cur *c, int col);                     /* 0 for NULL */
const char *cur_text(struct cur *c, int col);                /* "" for NULL; until the next step */
const char *cur_text_or_null(struct cur *c, int col);        /* NULL for NULL; until the next step */
const void *cur_blob(struct cur *c, int col, size_t *ret_n); /* bytes; until the next step */
bool cur_null(struct cur *c, int col);
bool cur_is_int(struct cur *c, int col);
int cur_columns(struct cur *c); /* how many; 0 of a statement that could not be opened */
const char *cur_name(struct cur *c, int col);

/* True after a failure; db_error() writes its sentence for people to `e` (the cause in SQL's words is logged). */
bool db_failed(const struct db *db);
void db_error(struct db *db, struct err *e);
/* Forgets the failure, so that statements run again: for who has rolled back, or goes on without what failed. */
void db_clear(struct db *db);

/* The raw handle, for the db floor alone. */
struct sqlite3 *db_handle(struct db *db);

/* Interrupts the statement that runs on this connection (safe in a signal handler). */
void db_interrupt(struct db *db);

/* Called every few thousand steps of a long statement; true stops it (then db_stopped() is true, and no error
 * stands). NULL takes it away. */
void db_progress(struct db *db, bool (*stop)(void *arg), void *arg);
bool db_stopped(const struct db *db);
/* Asks the same between statements. */
bool db_asked_stop(struct db *db);
/* True when the statement that ended last had to sort. */
bool db_sorted(const struct db *db);

/* For tests: the n-th statement from now fails as a disk would (0: never). */
void db_fault(struct db *db, long n);

#endif
