/* replay_write.c - writes the rows that were taken down again, by bare SQLite under the same locks. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/str.h"
#include "tests/bench/replay_priv.h"

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
	    sqlite3_busy_timeout(r->db, 10000) !=
		SQLITE_OK || /* many open at once, and one makes the log ready */
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
