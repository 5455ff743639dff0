/* replay.c - takes down rows by SQLite's update hook and by triggers of the connection. The tables behind an FTS5 index
 * change through the index alone: the row of its content is what is taken down. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "tests/bench/replay_priv.h"

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
