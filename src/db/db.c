/* db.c - one connection and the statements that run on it. */
#include "db/db.h"

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "db/db_private.h"

#define TEXTS_KEPT 64 /* run-time statements kept on a connection */

struct param {
	const char *name; /* the very text of the value's name, NULL: not known */
	size_t at;
};

struct cur {
	struct cur *next; /* in its slot */
	struct db *db;
	const void *key; /* the literal, or NULL for run-time text */
	char *text;      /* run-time text, owned */
	sqlite3_stmt *st;
	uint64_t used;
	struct param *param; /* of a literal: where its parameters were in the last list of values */
	bool open;
};

#define SLOTS 1024

struct db {
	sqlite3 *handle;
	struct cur *literal[SLOTS];
	struct cur *texts[TEXTS_KEPT];
	struct cur dead; /* what a failed open returns */
	uint64_t clock, prepared;
	int rc;
	char what[400];
	bool (*stop)(void *arg);
	void *stop_arg;
	bool stopped, sorted;
	long fault;
};

struct db *db_wrap(sqlite3 *handle)
{
	struct db *db = xcalloc(1, sizeof *db);

	db->handle = handle;
	db->dead.db = db;
	return db;
}

static void cur_free(struct cur *c)
{
	if (!c)
		return;
	sqlite3_finalize(c->st);
	free(c->text);
	free(c->param);
	free(c);
}

void db_free(struct db *db)
{
	if (!db)
		return;
	for (size_t i = 0; i < SLOTS; i++) {
		while (db->literal[i]) {
			struct cur *c = db->literal[i];

			db->literal[i] = c->next;
			cur_free(c);
		}
	}
	for (size_t i = 0; i < TEXTS_KEPT; i++)
		cur_free(db->texts[i]);
	sqlite3_close(db->handle);
	free(db);
}

sqlite3 *db_handle(struct db *db)
{
	return db->handle;
}

void db_fail(struct db *db, int rc, const char *what)
{
	if (rc == SQLITE_INTERRUPT && db->stopped)
		return;
	if (db->rc != SQLITE_OK)
		return;
	db->rc = rc;
	snprintf(db->what, sizeof db->what, "%s", sqlite3_errmsg(db->handle));
	log_line("sqlite %d: %s: %s", rc, db->what, what);
}

bool db_failed(const struct db *db)
{
	return db->rc != SQLITE_OK;
}

int db_code(const struct db *db)
{
	return db->rc;
}

void db_clear(struct db *db)
{
	db->rc = SQLITE_OK;
	db->what[0] = '\0';
}

void db_fault(struct db *db, long n)
{
	db->fault = n;
}

bool db_sentence(int rc, struct err *e)
{
	switch (rc & 0xff) {
	case SQLITE_OK:
		return true;
	case SQLITE_FULL:
		return err_set(e, ERR_IO,
			       N_("The disk is full. Nothing was booked; free some space and try again"));
	case SQLITE_IOERR:
		return err_set(e, ERR_IO, N_("The disk did not read or write. Check it, then try again"));
	case SQLITE_CORRUPT:
		return err_set(e, ERR_IO,
			       N_("The shop file is damaged. Stop work and restore the last backup"));
	case SQLITE_NOTADB:
		return err_set(e, ERR_DATA, N_("This is not a workbay shop file"));
	case SQLITE_READONLY:
	case SQLITE_CANTOPEN:
		return err_set(e, ERR_IO,
			       N_("The shop file cannot be written. Check the rights of its folder"));
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return err_set(e, ERR_BUSY, N_("Somebody else holds the shop file. Try again in a moment"));
	case SQLITE_NOMEM:
		return err_set(e, ERR_FAULT, N_("There is not enough memory. Nothing was booked"));
	case SQLITE_TOOBIG:
		return err_set(e, ERR_DATA, N_("This is too long to be stored"));
	case SQLITE_CONSTRAINT:
		return err_set(e, ERR_FAULT,
			       N_("The books refuse this. Nothing was booked; the log says why"));
	default:
		return err_set(e, ERR_FAULT,
			       N_("A fault in the program (%d). Nothing was booked; the log says more"), rc);
	}
}

void db_error(struct db *db, struct err *e)
{
	int sealed = db->rc == SQLITE_CONSTRAINT_TRIGGER || (db->rc & 0xff) == SQLITE_CONSTRAINT;

	if (sealed && strstr(db->what, "period is closed"))
		err_set(e, ERR_NO, N_("That day is closed for postings. Post with an open day"));
	else
		db_sentence(db->rc, e);
}

bool db_script(struct db *db, const char *text)
{
	int rc;

	if (db->rc != SQLITE_OK)
		return false;
	rc = sqlite3_exec(db->handle, text, NULL, NULL, NULL);
	if (rc != SQLITE_OK)
		db_fail(db, rc, text);
	return rc == SQLITE_OK;
}

/* ---- finding and preparing ---- */

static sqlite3_stmt *db_prepare(struct db *db, const char *text)
{
	sqlite3_stmt *st = NULL;
	int rc = sqlite3_prepare_v3(db->handle, text, -1, SQLITE_PREPARE_PERSISTENT, &st, NULL);

	if (rc != SQLITE_OK) {
		db_fail(db, rc, text);
		return NULL;
	}
	return st;
}

static struct cur *cur_make(struct db *db, const char *text)
{
	sqlite3_stmt *st = db_prepare(db, text);
	struct cur *c;

	if (!st)
		return NULL;
	c = xcalloc(1, sizeof *c);
	c->db = db;
	c->st = st;
	db->prepared++;
	return c;
}

static struct cur *cur_literal(struct db *db, const struct sql *sql)
{
	size_t slot = ((uintptr_t)sql >> 3) % SLOTS;
	struct cur *c;

	for (c = db->literal[slot]; c; c = c->next)
		if (c->key == sql)
			return c;
	c = cur_make(db, sql->text);
	if (!c)
		return NULL;
	c->key = sql;
	c->param = xcalloc((size_t)sqlite3_bind_parameter_count(c->st) + 1, sizeof *c->param);
	c->next = db->literal[slot];
	db->literal[slot] = c;
	return c;
}

static struct cur *cur_text_for(struct db *db, const char *text)
{
	size_t oldest = 0;
	struct cur *c;

	for (size_t i = 0; i < TEXTS_KEPT; i++) {
		c = db->texts[i];
		if (c && !c->open && !strcmp(c->text, text))
			return c;
		if (db->texts[oldest] &&
		    (!c || (!c->open && (db->texts[oldest]->open || c->used < db->texts[oldest]->used))))
			oldest = i;
	}
	if (db->texts[oldest] && db->texts[oldest]->open) {
		db_fail(db, SQLITE_MISUSE, "too many open statements");
		return NULL;
	}
	c = cur_make(db, text);
	if (!c)
		return NULL;
	c->text = xstrdup(text);
	cur_free(db->texts[oldest]);
	db->texts[oldest] = c;
	return c;
}

void db_prepare_literal(struct db *db, const struct sql *sql)
{
	if (db->rc == SQLITE_OK)
		cur_literal(db, sql);
}

void db_prepare_text(struct db *db, const char *text)
{
	if (db->rc == SQLITE_OK)
		cur_text_for(db, text);
}

uint64_t db_prepared(const struct db *db)
{
	return db->prepared;
}

uint64_t db_runs(const struct db *db)
{
	return db->clock;
}

void db_used_each(struct db *db, uint64_t runs, void (*fn)(void *arg, const char *text), void *arg)
{
	for (size_t i = 0; i < SLOTS; i++)
		for (struct cur *c = db->literal[i]; c; c = c->next)
			if (c->used > runs)
				fn(arg, sqlite3_sql(c->st));
	for (size_t i = 0; i < TEXTS_KEPT; i++)
		if (db->texts[i] && db->texts[i]->used > runs)
			fn(arg, db->texts[i]->text);
}

/* ---- binding ---- */

static int bind_one(sqlite3_stmt *st, int at, const struct bind *b)
{
	switch (b->type) {
	case BIND_INT:
		return sqlite3_bind_int64(st, at, b->i);
	case BIND_TEXT:
		return sqlite3_bind_text(st, at, b->p, -1, SQLITE_STATIC);
	case BIND_BLOB:
		return sqlite3_bind_blob64(st, at, b->p, b->n, SQLITE_STATIC);
	case BIND_NULL:
		return sqlite3_bind_null(st, at);
	}
	return SQLITE_MISUSE;
}

static const struct bind *bind_named(const struct bind *bind, const char *name)
{
	for (const struct bind *b = bind; b && b->name; b++)
		if (!strcmp(b->name, name))
			return b;
	return NULL;
}

static size_t bind_count(const struct bind *bind)
{
	size_t n = 0;

	while (bind && bind[n].name)
		n++;
	return n;
}

/* The value of a parameter. A literal gets its values from the same place each time, so the place is remembered. */
static const struct bind *bind_for(struct cur *c, int i, const struct bind *bind, size_t n)
{
	struct param *p = c->param ? &c->param[i] : NULL;
	const struct bind *b;
	const char *name;

	if (p && p->name && p->at < n && bind[p->at].name == p->name)
		return &bind[p->at];
	name = sqlite3_bind_parameter_name(c->st, i);
	b = name ? bind_named(bind, name + 1) : NULL;
	if (!b)
		log_line("parameter %s is not bound", name ? name : "?");
	else if (p)
		*p = (struct param){ b->name, (size_t)(b - bind) };
	return b;
}

static bool cur_bind(struct cur *c, const struct bind *bind)
{
	int params = sqlite3_bind_parameter_count(c->st);
	size_t n = bind_count(bind);

	for (int i = 1; i <= params; i++) {
		const struct bind *b = bind_for(c, i, bind, n);
		int rc = b ? bind_one(c->st, i, b) : SQLITE_MISUSE;

		if (rc != SQLITE_OK) {
			db_fail(c->db, rc, sqlite3_sql(c->st));
			return false;
		}
	}
	return true;
}

/* ---- running ---- */

static bool db_faulted(struct db *db)
{
	if (db->fault <= 0 || --db->fault > 0)
		return false;
	db_fail(db, SQLITE_IOERR, "injected");
	return true;
}

static struct cur *cur_start(struct db *db, struct cur *c, const struct bind *bind)
{
	if (!c)
		return &db->dead;
	if (c->open) {
		db_fail(db, SQLITE_MISUSE, sqlite3_sql(c->st));
		return &db->dead;
	}
	c->used = ++db->clock;
	if (!cur_bind(c, bind))
		return &db->dead;
	c->open = true;
	return c;
}

struct cur *db_open(struct db *db, const struct sql *sql, const struct bind *bind)
{
	if (db->rc != SQLITE_OK || db_faulted(db))
		return &db->dead;
	return cur_start(db, cur_literal(db, sql), bind);
}

struct cur *db_open_text(struct db *db, const char *text, const struct bind *bind)
{
	if (db->rc != SQLITE_OK || db_faulted(db))
		return &db->dead;
	db->stopped = false;
	return cur_start(db, cur_text_for(db, text), bind);
}

bool cur_next(struct cur *c)
{
	int rc;

	if (!c->open)
		return false;
	rc = sqlite3_step(c->st);
	if (rc == SQLITE_ROW)
		return true;
	if (rc != SQLITE_DONE)
		db_fail(c->db, rc, sqlite3_sql(c->st));
	cur_close(c);
	return false;
}

void cur_close(struct cur *c)
{
	if (!c->open)
		return;
	c->open = false;
	c->db->sorted = sqlite3_stmt_status(c->st, SQLITE_STMTSTATUS_SORT, 1) > 0;
	sqlite3_reset(c->st);
	sqlite3_clear_bindings(c->st);
}

bool db_plain(struct db *db, const char *text)
{
	struct cur *c;

	if (db->rc != SQLITE_OK)
		return false;
	c = cur_start(db, cur_text_for(db, text), NULL);
	while (cur_next(c))
		continue;
	return db->rc == SQLITE_OK;
}

int64_t cur_int(struct cur *c, int col)
{
	return sqlite3_column_int64(c->st, col);
}

const char *cur_text_or_null(struct cur *c, int col)
{
	return (const char *)sqlite3_column_text(c->st, col);
}

const char *cur_text(struct cur *c, int col)
{
	const char *s = cur_text_or_null(c, col);

	return s ? s : "";
}

const void *cur_blob(struct cur *c, int col, size_t *ret_n)
{
	const void *p = sqlite3_column_blob(c->st, col);

	*ret_n = (size_t)sqlite3_column_bytes(c->st, col);
	return p;
}

bool cur_null(struct cur *c, int col)
{
	return sqlite3_column_type(c->st, col) == SQLITE_NULL;
}

bool cur_is_int(struct cur *c, int col)
{
	return sqlite3_column_type(c->st, col) == SQLITE_INTEGER;
}

int cur_columns(struct cur *c)
{
	return c->st ? sqlite3_column_count(c->st) : 0;
}

const char *cur_name(struct cur *c, int col)
{
	return sqlite3_column_name(c->st, col);
}

int64_t db_exec(struct db *db, const struct sql *sql, const struct bind *bind)
{
	struct cur *c = db_open(db, sql, bind);

	while (cur_next(c))
		continue;
	return db->rc == SQLITE_OK ? sqlite3_changes64(db->handle) : -1;
}

int64_t db_changes(struct db *db)
{
	return sqlite3_changes64(db->handle);
}

int64_t db_last_id(struct db *db)
{
	return sqlite3_last_insert_rowid(db->handle);
}

int64_t db_int(struct db *db, const struct sql *sql, const struct bind *bind, int64_t none)
{
	struct cur *c = db_open(db, sql, bind);
	int64_t value = none;

	if (cur_next(c)) {
		if (!cur_null(c, 0))
			value = cur_int(c, 0);
		cur_close(c);
	}
	return value;
}

char *db_text(struct db *db, struct arena *a, const struct sql *sql, const struct bind *bind)
{
	struct cur *c = db_open(db, sql, bind);
	char *value = NULL;

	if (cur_next(c)) {
		if (!cur_null(c, 0))
			value = arena_strdup(a, cur_text(c, 0));
		cur_close(c);
	}
	return value;
}

bool db_exists(struct db *db, const struct sql *sql, const struct bind *bind)
{
	struct cur *c = db_open(db, sql, bind);
	bool found = cur_next(c);

	cur_close(c);
	return found;
}

/* ---- stopping ---- */

void db_interrupt(struct db *db)
{
	sqlite3_interrupt(db->handle);
}

bool db_asked_stop(struct db *db)
{
	if (db->stop && db->stop(db->stop_arg))
		db->stopped = true;
	return db->stopped;
}

static int db_ask_stop(void *arg)
{
	return db_asked_stop(arg);
}

void db_progress(struct db *db, bool (*stop)(void *arg), void *arg)
{
	db->stop = stop;
	db->stop_arg = arg;
	if (stop)
		db->stopped = false;
	sqlite3_progress_handler(db->handle, stop ? 2000 : 0, stop ? db_ask_stop : NULL, db);
}

bool db_stopped(const struct db *db)
{
	return db->stopped;
}

bool db_sorted(const struct db *db)
{
	return db->sorted;
}
