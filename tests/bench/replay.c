/* replay.c - takes down rows by SQLite's update hook and by triggers of the connection, and writes them
 * again. The tables behind an FTS5 index change through the index alone: the row of its content is what is taken down. */
#include "tests/bench/replay.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/str.h"

#define MAX_COLUMNS 64

struct change {
	int table;
	char op; /* 'I', 'U', 'D', or 0: folded away */
	int64_t id;
	char *key;    /* of a table without row ids: its values, quoted for SQL */
	uint64_t set; /* columns that an update changes */
	int n;
	sqlite3_value *value[MAX_COLUMNS];
	sqlite3_stmt *st; /* of the open copy */
};

struct txn {
	struct change *v;
	size_t n;
};

struct table {
	char *name;
	char *index; /* of the content of an FTS5 index: that index */
	bool behind; /* one of the other tables behind such an index */
	int n;
	char *col[MAX_COLUMNS];
};

struct plan {
	char *sql;
	sqlite3_stmt *st;
};

struct replay {
	sqlite3 *writer, *before, *after, *db;
	struct table table[256];
	int tables;
	struct txn now, *txn;
	size_t txns;
	struct plan *plan;
	size_t plans;
	int queue, lock, pages;
	char why[200];
	bool later; /* rows may refer to rows behind them */
};

/* ---- taking down ---- */

/* The FTS5 index that a table stands behind. */
static void table_index(struct replay *r, struct table *t)
{
	sqlite3_stmt *st;

	sqlite3_prepare_v2(
	    r->after,
	    "SELECT v.name, s.name = v.name || '_content' FROM pragma_table_list s JOIN "
	    "pragma_table_list v ON s.name LIKE v.name || '\\_%' ESCAPE '\\' WHERE s.name = ?1 AND "
	    "s.schema = 'main' AND s.type = 'shadow' AND v.schema = 'main' AND v.type = 'virtual'",
	    -1, &st, NULL);
	sqlite3_bind_text(st, 1, t->name, -1, SQLITE_STATIC);
	if (sqlite3_step(st) == SQLITE_ROW) {
		t->behind = !sqlite3_column_int(st, 1);
		if (!t->behind)
			t->index = xstrdup((const char *)sqlite3_column_text(st, 0));
	}
	sqlite3_finalize(st);
}

static int table_of(struct replay *r, const char *name)
{
	struct str sql = { 0 };
	sqlite3_stmt *st;
	struct table *t;

	for (int i = 0; i < r->tables; i++)
		if (strcmp(r->table[i].name, name) == 0)
			return i;
	t = &r->table[r->tables];
	t->name = xstrdup(name);
	table_index(r, t);
	str_addf(&sql, "SELECT name FROM pragma_table_info('%s') ORDER BY cid", name);
	sqlite3_prepare_v2(r->after, sql.s, -1, &st, NULL);
	while (sqlite3_step(st) == SQLITE_ROW && t->n < MAX_COLUMNS)
		t->col[t->n++] = xstrdup((const char *)sqlite3_column_text(st, 0));
	sqlite3_finalize(st);
	str_free(&sql);
	return r->tables++;
}

static struct change *add(struct replay *r, const char *table, char op)
{
	struct change *c;

	r->now.v = xrealloc(r->now.v, (r->now.n + 1) * sizeof(*r->now.v));
	c = &r->now.v[r->now.n++];
	memset(c, 0, sizeof(*c));
	c->table = table_of(r, table);
	c->op = op;
	return c;
}

/* One row, however often it is touched: its first kind of change counts. */
static void on_update(void *arg, int op, const char *db, const char *table, sqlite3_int64 id)
{
	struct replay *r = arg;
	int t;

	if (strcmp(db, "main") != 0)
		return;
	t = table_of(r, table);
	if (r->table[t].behind)
		return;
	for (size_t i = 0; i < r->now.n; i++) {
		struct change *c = &r->now.v[i];

		if (c->table != t || c->id != id || c->key || !c->op)
			continue;
		if (op == SQLITE_DELETE)
			c->op = c->op == 'I' ? 0 : 'D';
		else if (op == SQLITE_INSERT && c->op == 'D')
			c->op = 'U';
		return;
	}
	add(r, table, op == SQLITE_INSERT ? 'I' : op == SQLITE_UPDATE ? 'U' : 'D')->id = id;
}

/* rec(op, table, values...) in a trigger of a table without row ids. */
static void on_key(sqlite3_context *ctx, int n, sqlite3_value **v)
{
	struct change *c = add(sqlite3_user_data(ctx), (const char *)sqlite3_value_text(v[1]),
			       *(const char *)sqlite3_value_text(v[0]));

	c->key = xstrdup("");
	for (int i = 2; i < n && c->n < MAX_COLUMNS; i++)
		c->value[c->n++] = sqlite3_value_dup(v[i]);
}

static void watch_keyed_table(struct replay *r, const char *name)
{
	const struct table *t = &r->table[table_of(r, name)];
	static const char *const op[] = { "INSERT", "DELETE" };
	struct str sql = { 0 };

	for (int k = 0; k < 2; k++) {
		str_addf(&sql, "CREATE TEMP TRIGGER rec_%s_%c AFTER %s ON main.%s BEGIN SELECT rec('%c','%s'",
			 name, op[k][0], op[k], name, op[k][0], name);
		for (int i = 0; i < t->n; i++)
			str_addf(&sql, ",%s.%s", k ? "old" : "new", t->col[i]);
		str_add(&sql, "); END;");
	}
	if (sqlite3_exec(r->writer, sql.s, NULL, NULL, NULL) != SQLITE_OK)
		fprintf(stderr, "replay: %s\n", sqlite3_errmsg(r->writer));
	str_free(&sql);
}

static void hold_snapshot(struct replay *r)
{
	sqlite3_exec(r->before, "ROLLBACK", NULL, NULL, NULL);
	sqlite3_exec(r->before, "BEGIN; SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL);
}

struct replay *replay_new(sqlite3 *writer, const char *path)
{
	struct replay *r = xcalloc(1, sizeof(*r));
	sqlite3_stmt *st;

	r->writer = writer;
	r->queue = r->lock = -1;
	sqlite3_open_v2(path, &r->before, SQLITE_OPEN_READONLY, NULL);
	sqlite3_open_v2(path, &r->after, SQLITE_OPEN_READONLY, NULL);
	sqlite3_create_function(writer, "rec", -1, SQLITE_UTF8 | SQLITE_INNOCUOUS, r, on_key, NULL, NULL);
	sqlite3_prepare_v2(r->after,
			   "SELECT name FROM pragma_table_list WHERE schema='main' AND type='table' AND wr=1",
			   -1, &st, NULL);
	while (sqlite3_step(st) == SQLITE_ROW)
		watch_keyed_table(r, (const char *)sqlite3_column_text(st, 0));
	sqlite3_finalize(st);
	sqlite3_update_hook(writer, on_update, r);
	hold_snapshot(r);
	return r;
}

static sqlite3_stmt *row_of(sqlite3 *db, const struct table *t, int64_t id)
{
	struct str sql = { 0 };
	sqlite3_stmt *st = NULL;

	str_add(&sql, "SELECT ");
	for (int i = 0; i < t->n; i++)
		str_addf(&sql, "%s\"%s\"", i ? "," : "", t->col[i]);
	str_addf(&sql, " FROM \"%s\" WHERE rowid=%lld", t->name, (long long)id);
	if (sqlite3_prepare_v2(db, sql.s, -1, &st, NULL) != SQLITE_OK || sqlite3_step(st) != SQLITE_ROW) {
		sqlite3_finalize(st);
		st = NULL;
	}
	str_free(&sql);
	return st;
}

static bool same(sqlite3_stmt *a, sqlite3_stmt *b, int i)
{
	int n = sqlite3_column_bytes(a, i);

	if (sqlite3_column_type(a, i) != sqlite3_column_type(b, i))
		return false;
	if (sqlite3_column_type(a, i) == SQLITE_INTEGER)
		return sqlite3_column_int64(a, i) == sqlite3_column_int64(b, i);
	return n == sqlite3_column_bytes(b, i) &&
	       (n == 0 || memcmp(sqlite3_column_blob(a, i), sqlite3_column_blob(b, i), (size_t)n) == 0);
}

/* Reads the row as it is now, and which of its columns an update has changed. */
static void fill(struct replay *r, struct change *c)
{
	const struct table *t = &r->table[c->table];
	sqlite3_stmt *new = row_of(r->after, t, c->id), *old = row_of(r->before, t, c->id);

	if (!new) {
		c->op = 0;
	} else {
		c->n = t->n;
		for (int i = 0; i < t->n; i++) {
			c->value[i] = sqlite3_value_dup(sqlite3_column_value(new, i));
			if (old && !same(old, new, i))
				c->set |= 1ULL << i;
		}
		if (c->op == 'U' && c->set == 0)
			c->op = 0;
	}
	sqlite3_finalize(new);
	sqlite3_finalize(old);
}

size_t replay_cut(struct replay *r)
{
	size_t n = 0;

	for (size_t i = 0; i < r->now.n; i++) {
		struct change *c = &r->now.v[i];

		if (!c->key && (c->op == 'I' || c->op == 'U'))
			fill(r, c);
		if (c->op)
			n++;
	}
	r->txn = xrealloc(r->txn, (r->txns + 1) * sizeof(*r->txn));
	r->txn[r->txns++] = r->now;
	r->now = (struct txn){ 0 };
	hold_snapshot(r);
	return n;
}

size_t replay_count(const struct replay *r)
{
	return r->txns;
}

void replay_free(struct replay *r)
{
	if (!r)
		return;
	replay_close(r);
	for (size_t i = 0; i < r->txns; i++) {
		for (size_t k = 0; k < r->txn[i].n; k++) {
			for (int j = 0; j < r->txn[i].v[k].n; j++)
				sqlite3_value_free(r->txn[i].v[k].value[j]);
			free(r->txn[i].v[k].key);
		}
		free(r->txn[i].v);
	}
	for (int t = 0; t < r->tables; t++) {
		for (int i = 0; i < r->table[t].n; i++)
			free(r->table[t].col[i]);
		free(r->table[t].name);
		free(r->table[t].index);
	}
	sqlite3_close(r->before);
	sqlite3_close(r->after);
	free(r->now.v);
	free(r->txn);
	free(r);
}

/* ---- writing again ---- */

static void put_insert(struct str *sql, const struct table *t)
{
	str_addf(sql,
		 t->index ? "INSERT INTO \"%s\" (rowid, text, kind) VALUES(" : "INSERT INTO \"%s\" VALUES(",
		 t->index ? t->index : t->name);
	for (int i = 0; i < t->n; i++)
		str_addf(sql, "%s?%d", i ? "," : "", i + 1);
	str_add(sql, ")");
}

static void put_update(struct str *sql, const struct table *t, uint64_t set)
{
	static const char *const of_index[] = { "rowid", "text", "kind" };
	const char *sep = "";

	str_addf(sql, "UPDATE \"%s\" SET ", t->index ? t->index : t->name);
	for (int i = 0; i < t->n; i++) {
		if (!(set & 1ULL << i))
			continue;
		str_addf(sql, "%s\"%s\"=?%d", sep, t->index ? of_index[i] : t->col[i], i + 1);
		sep = ",";
	}
	str_add(sql, " WHERE rowid=?100");
}

static void put_delete(struct str *sql, const struct table *t, bool keyed)
{
	str_addf(sql, "DELETE FROM \"%s\" WHERE ", t->index ? t->index : t->name);
	if (!keyed)
		str_add(sql, "rowid=?100");
	for (int i = 0; keyed && i < t->n; i++)
		str_addf(sql, "%s\"%s\"=?%d", i ? " AND " : "", t->col[i], i + 1);
}

static sqlite3_stmt *plan_for(struct replay *r, const struct change *c)
{
	const struct table *t = &r->table[c->table];
	struct str sql = { 0 };
	struct plan *p;

	if (c->op == 'I')
		put_insert(&sql, t);
	else if (c->op == 'U')
		put_update(&sql, t, c->set);
	else
		put_delete(&sql, t, c->key != NULL);
	for (size_t i = 0; i < r->plans; i++) {
		if (strcmp(r->plan[i].sql, sql.s) == 0) {
			str_free(&sql);
			return r->plan[i].st;
		}
	}
	r->plan = xrealloc(r->plan, (r->plans + 1) * sizeof(*r->plan));
	p = &r->plan[r->plans++];
	p->sql = str_take(&sql);
	p->st = NULL;
	if (sqlite3_prepare_v3(r->db, p->sql, -1, SQLITE_PREPARE_PERSISTENT, &p->st, NULL) != SQLITE_OK)
		fprintf(stderr, "replay: %s: %s\n", p->sql, sqlite3_errmsg(r->db));
	return p->st;
}

static int on_wal(void *arg, sqlite3 *db, const char *name, int pages)
{
	struct replay *r = arg;

	(void)db;
	(void)name;
	r->pages = pages;
	return SQLITE_OK;
}

static int open_lock(const char *path, const char *tail)
{
	struct str s = { 0 };
	int fd;

	str_addf(&s, "%s%s", path, tail);
	fd = open(s.s, O_RDWR | O_CREAT | O_CLOEXEC, 0660);
	str_free(&s);
	return fd;
}

bool replay_open(struct replay *r, const char *path)
{
	static const char set_up[] =
	    "PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON; PRAGMA synchronous=FULL;"
	    "PRAGMA wal_autocheckpoint=0; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY;"
	    "PRAGMA cell_size_check=ON; PRAGMA secure_delete=ON; PRAGMA journal_size_limit=67108864";

	if (sqlite3_open_v2(path, &r->db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK ||
	    sqlite3_exec(r->db, set_up, NULL, NULL, NULL) != SQLITE_OK)
		return false;
	sqlite3_wal_hook(r->db, on_wal, r);
	r->queue = open_lock(path, "-queue");
	r->lock = open_lock(path, "-lock");
	for (size_t i = 0; i < r->txns; i++)
		for (size_t k = 0; k < r->txn[i].n; k++)
			if (r->txn[i].v[k].op)
				r->txn[i].v[k].st = plan_for(r, &r->txn[i].v[k]);
	return r->queue >= 0 && r->lock >= 0;
}

void replay_close(struct replay *r)
{
	for (size_t i = 0; i < r->plans; i++) {
		sqlite3_finalize(r->plan[i].st);
		free(r->plan[i].sql);
	}
	free(r->plan);
	r->plan = NULL;
	r->plans = 0;
	sqlite3_close(r->db);
	r->db = NULL;
	if (r->queue >= 0)
		close(r->queue);
	if (r->lock >= 0)
		close(r->lock);
	r->queue = r->lock = -1;
}

static bool write_row(const struct change *c)
{
	int rc;

	for (int i = 0; i < c->n; i++)
		if (c->op != 'U' || (c->set & 1ULL << i))
			sqlite3_bind_value(c->st, i + 1, c->value[i]);
	if (!c->key && c->op != 'I')
		sqlite3_bind_int64(c->st, 100, c->id);
	rc = sqlite3_step(c->st);
	sqlite3_reset(c->st);
	return rc == SQLITE_DONE;
}

static bool write_rows(struct replay *r, const struct txn *t)
{
	bool ok = sqlite3_exec(r->db, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK;

	for (size_t k = 0; ok && k < t->n; k++)
		ok = !t->v[k].op || write_row(&t->v[k]);
	return ok && sqlite3_exec(r->db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK;
}

/* Writes rows in an order that their references allow: who comes too early goes to the end. Untimed, undone. */
static bool rehearse(struct replay *r, struct txn *t)
{
	struct change *v = xcalloc(t->n + 1, sizeof(*v)), *left = xcalloc(t->n + 1, sizeof(*left));
	size_t done = 0, waiting = t->n;
	bool ok = sqlite3_exec(r->db, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK;

	memcpy(left, t->v, t->n * sizeof(*left));
	while (ok && waiting > 0) {
		size_t late = 0;

		for (size_t k = 0; k < waiting; k++) {
			if (!left[k].op || write_row(&left[k]))
				v[done++] = left[k];
			else
				left[late++] = left[k];
		}
		ok = late < waiting;
		waiting = late;
	}
	sqlite3_exec(r->db, "ROLLBACK", NULL, NULL, NULL);
	if (ok)
		memcpy(t->v, v, t->n * sizeof(*v));
	free(left);
	free(v);
	return ok;
}

/* Repeated changes of a row are one, at its first place, and may refer to a row that comes behind: a command whose rows
 * do so is rehearsed each time, before the clock runs. */
void replay_ready(struct replay *r, size_t i)
{
	if (r->later && !rehearse(r, &r->txn[i])) {
		/* two rows that refer to each other: this side goes without foreign keys, which favours it */
		sqlite3_exec(r->db, "PRAGMA foreign_keys=OFF", NULL, NULL, NULL);
		r->later = false;
	}
}

const char *replay_why(const struct replay *r)
{
	return r->why;
}

void replay_reorder(struct replay *r)
{
	r->later = true;
}

bool replay_run(struct replay *r, size_t i)
{
	const struct txn *t = &r->txn[i];
	bool ok;

	flock(r->queue, LOCK_EX);
	flock(r->lock, LOCK_EX);
	flock(r->queue, LOCK_UN);
	ok = write_rows(r, t);
	if (!ok) {
		snprintf(r->why, sizeof(r->why), "%s", sqlite3_errmsg(r->db));
		sqlite3_exec(r->db, "ROLLBACK", NULL, NULL, NULL);
	} else if (r->pages > 1000) {
		sqlite3_wal_checkpoint_v2(r->db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
		r->pages = 0;
	}
	flock(r->lock, LOCK_UN);
	return ok;
}
