/* statement.c - the statements of a connection: found or prepared, bound, stepped, read. */
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "db/db_inside.h"

/* ---- finding and preparing ---- */

static void cur_free(struct cur *c)
{
	if (!c)
		return;
	sqlite3_finalize(c->st);
	free(c->text);
	free(c->param);
	free(c);
}

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

/* Of its length and its end, where the texts of one view differ; never 0, which stands for no text. */
static uint64_t text_hash(const char *text)
{
	size_t n = strlen(text);
	uint64_t h = n;

	for (size_t i = n > TEXT_END ? n - TEXT_END : 0; i < n; i++)
		h = (h ^ (unsigned char)text[i]) * 1099511628211u;
	return h ? h : 1;
}

/* The place of the text that was not used for the longest time. */
static size_t text_oldest(const struct db *db)
{
	size_t oldest = 0;

	for (size_t i = 0; i < TEXTS_KEPT; i++) {
		const struct cur *c = db->texts[i];

		if (db->texts[oldest] &&
		    (!c || (!c->open && (db->texts[oldest]->open || c->used < db->texts[oldest]->used))))
			oldest = i;
	}
	return oldest;
}

static struct cur *cur_text_for(struct db *db, const char *text)
{
	uint64_t hash = text_hash(text);
	size_t oldest;
	struct cur *c;

	for (size_t i = 0; i < TEXTS_KEPT; i++)
		if (db->text_hash[i] == hash && !db->texts[i]->open && !strcmp(db->texts[i]->text, text))
			return db->texts[i];
	oldest = text_oldest(db);
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
	db->text_hash[oldest] = hash;
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

void statements_free(struct db *db)
{
	for (size_t i = 0; i < SLOTS; i++) {
		while (db->literal[i]) {
			struct cur *c = db->literal[i];

			db->literal[i] = c->next;
			cur_free(c);
		}
	}
	for (size_t i = 0; i < TEXTS_KEPT; i++)
		cur_free(db->texts[i]);
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
