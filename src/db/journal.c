/* journal.c - what every command changed, taken by SQLite's preupdate hook.
 *
 * The hook appends events raw, because it also reports rows that a failed statement or ROLLBACK TO takes back; the
 * record is cut to a mark then, and folded to one image for each row only when the journal is written. */
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "db/db_private.h"
#include "db/journal_private.h"

/* ---- what the tables are ---- */

/* Where a table of that name stands in by_name, or would. */
static uint16_t *table_slot(struct journal *j, const char *name)
{
	uint32_t h = 2166136261u;

	for (const char *p = name; *p; p++)
		h = (h ^ (unsigned char)*p) * 16777619u;
	for (;; h++) {
		uint16_t *slot = &j->by_name[h % TABLE_SLOTS];

		if (!*slot || !strcmp(j->table[*slot - 1].name, name))
			return slot;
	}
}

static struct table *table_named(struct journal *j, const char *name)
{
	uint16_t at = *table_slot(j, name);

	return at ? &j->table[at - 1] : NULL;
}

static void table_add_column(struct journal *j, const char *table, const char *col, bool is_key)
{
	struct table *t = table_named(j, table);

	if (!t) {
		j->table = xrealloc(j->table, (j->n_tables + 1) * sizeof *j->table);
		if (j->n_tables * 2 > TABLE_SLOTS)
			die("more tables than the journal can name");
		t = &j->table[j->n_tables];
		*t = (struct table){ .name = xstrdup(table) };
		*table_slot(j, table) = (uint16_t)++j->n_tables;
	}
	t->col = xrealloc(t->col, (size_t)(t->n_cols + 1) * sizeof *t->col);
	t->col[t->n_cols++] = (struct column){ .name = xstrdup(col) };
	if (is_key && t->n_cols == 1)
		t->keyed = true;
}

static void table_add_mark(struct journal *j, const char *table, const char *col, const char *mark)
{
	struct table *t = table_named(j, table);

	if (!t)
		return;
	if (!*col && !strcmp(mark, "derived"))
		t->derived = true;
	if (!*col && !strcmp(mark, "posted"))
		t->posted = true;
	for (int i = 0; *col && i < t->n_cols; i++) {
		if (strcmp(t->col[i].name, col))
			continue;
		t->col[i].secret |= !strcmp(mark, "secret");
		t->col[i].personal |= !strcmp(mark, "personal");
	}
}

static void tables_read(struct journal *j)
{
	struct cur *c =
	    db_open(j->db,
		    SQL("SELECT t.name, c.name, c.pk = 1 AND c.name IN ('id', 'seq') AND c.type = 'INTEGER' "
			"FROM sqlite_schema t JOIN pragma_table_info(t.name) c "
			"WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY t.rowid, c.cid"),
		    NULL);

	while (cur_next(c))
		table_add_column(j, cur_text(c, 0), cur_text(c, 1), cur_int(c, 2) != 0);
	c = db_open(j->db, SQL("SELECT tbl, col, mark FROM schema_mark"), NULL);
	while (cur_next(c))
		table_add_mark(j, cur_text(c, 0), cur_text(c, 1), cur_text(c, 2));
}

/* ---- the hook ---- */

static void image_value(struct str *b, sqlite3_value *v)
{
	const void *p;
	int64_t i;
	size_t n;

	switch (sqlite3_value_type(v)) {
	case SQLITE_NULL:
		str_addc(b, 'N');
		return;
	case SQLITE_INTEGER:
		i = sqlite3_value_int64(v);
		str_addc(b, 'I');
		str_addn(b, (const char *)&i, sizeof i);
		return;
	default: /* text or blob; STRICT tables have no REAL column of ours */
		str_addc(b, sqlite3_value_type(v) == SQLITE_BLOB ? 'B' : 'T');
		p = sqlite3_value_blob(v); /* never allocates, as asking for text may */
		n = p ? (size_t)sqlite3_value_bytes(v) : 0;
		str_addn(b, (const char *)&n, sizeof n);
		str_addn(b, p ? p : "", n);
		str_addc(b, '\0');
	}
}

static size_t image_take(struct journal *j, sqlite3 *h, const struct table *t,
			 int (*get)(sqlite3 *, int, sqlite3_value **))
{
	size_t at = j->bytes.len;
	sqlite3_value *v;

	for (int i = 0; i < t->n_cols; i++) {
		if (get(h, i, &v) == SQLITE_OK && v)
			image_value(&j->bytes, v);
		else
			str_addc(&j->bytes, 'N');
	}
	return at;
}

static void on_row(void *arg, sqlite3 *h, int op, const char *schema, const char *name, sqlite3_int64 old_id,
		   sqlite3_int64 new_id)
{
	struct journal *j = arg;
	struct table *t;
	struct event *ev;

	(void)schema;
	if (!j->recording)
		return;
	t = table_named(j, name);
	if (!t) {
		j->lost = true;
		return;
	}
	if (!t->keyed)
		return;
	if (j->n == j->cap) {
		j->cap = j->cap ? j->cap * 2 : 64;
		j->event = xrealloc(j->event, j->cap * sizeof *j->event);
	}
	ev = &j->event[j->n++];
	*ev = (struct event){ (uint32_t)(t - j->table),
			      op == SQLITE_INSERT   ? 'I'
			      : op == SQLITE_DELETE ? 'D'
						    : 'U',
			      op == SQLITE_DELETE ? old_id : new_id, NO_IMAGE, NO_IMAGE };
	if (t->derived)
		return;
	if (op != SQLITE_INSERT)
		ev->before = image_take(j, h, t, sqlite3_preupdate_old);
	if (op != SQLITE_DELETE)
		ev->after = image_take(j, h, t, sqlite3_preupdate_new);
	if (op == SQLITE_UPDATE && old_id != new_id)
		j->lost = true;
}

/* ---- life ---- */

static void epoch_read(struct journal *j)
{
	j->epoch =
	    db_int(j->db, SQL("SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'epoch'"), NULL, 1);
}

struct journal *journal_new(struct db *writer, struct err *e)
{
	struct journal *j = xcalloc(1, sizeof *j);

	j->db = writer;
	tables_read(j);
	epoch_read(j);
	if (db_failed(writer)) {
		db_error(writer, e);
		journal_free(j);
		return NULL;
	}
	sqlite3_preupdate_hook(db_handle(writer), on_row, j);
	return j;
}

void journal_free(struct journal *j)
{
	if (!j)
		return;
	sqlite3_preupdate_hook(db_handle(j->db), NULL, NULL);
	for (size_t i = 0; i < j->n_tables; i++) {
		for (int k = 0; k < j->table[i].n_cols; k++)
			free(j->table[i].col[k].name);
		free(j->table[i].col);
		free(j->table[i].name);
	}
	free(j->table);
	free(j->event);
	free(j->slot);
	str_free(&j->bytes);
	free(j);
}

void journal_begin(struct journal *j)
{
	j->n = 0;
	j->lost = j->discreet = false;
	str_clear(&j->bytes);
	j->recording = true;
}

int64_t journal_seq(const struct journal *j)
{
	return j->seq;
}

void journal_discreet(struct journal *j)
{
	j->discreet = true;
}

void journal_epoch_next(struct journal *j)
{
	db_exec(j->db,
		SQL("UPDATE meta SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT) WHERE name = 'epoch'"),
		NULL);
	epoch_read(j);
}

size_t journal_mark(const struct journal *j)
{
	return j->n;
}

void journal_cut(struct journal *j, size_t mark)
{
	j->n = mark;
}

void journal_pause(struct journal *j)
{
	j->recording = false;
}

/* ---- folding ---- */

static size_t fold_slot(struct journal *j, const struct event *ev)
{
	uint64_t h = ((uint64_t)ev->id * 0x9E3779B97F4A7C15u) ^ ((uint64_t)ev->table * 0xC2B2AE3D27D4EB4Fu);
	size_t at = (size_t)(h >> 32) & (j->slots - 1);

	while (j->slot[at]) {
		const struct event *seen = &j->event[j->slot[at] - 1];

		if (seen->table == ev->table && seen->id == ev->id)
			break;
		at = (at + 1) & (j->slots - 1);
	}
	return at;
}

static void fold_into(struct event *first, const struct event *ev)
{
	first->after = ev->after;
	if (first->op == 'I' && ev->op == 'D')
		first->op = 0;
	else if (first->op == 0 && ev->op == 'I')
		first->op = first->before == NO_IMAGE ? 'I' : 'U';
	else if (first->op == 'D' && ev->op == 'I')
		first->op = 'U';
	else if (ev->op == 'D')
		first->op = 'D';
}

void journal_fold(struct journal *j, size_t mark)
{
	size_t n = mark;

	j->slots = 64;
	while (j->slots < (j->n - mark) * 2)
		j->slots *= 2;
	j->slot = xrealloc(j->slot, j->slots * sizeof *j->slot);
	memset(j->slot, 0, j->slots * sizeof *j->slot);
	for (size_t i = mark; i < j->n; i++) {
		size_t at = fold_slot(j, &j->event[i]);

		if (j->slot[at]) {
			fold_into(&j->event[j->slot[at] - 1], &j->event[i]);
			continue;
		}
		j->event[n] = j->event[i];
		j->slot[at] = (uint32_t)++n;
	}
	j->n = n;
}

void journal_each(struct journal *j, size_t mark, void (*fn)(void *arg, const struct journal_row *row),
		  void *arg)
{
	journal_fold(j, mark);
	for (size_t i = mark; i < j->n; i++) {
		const struct event *ev = &j->event[i];

		if (ev->op)
			fn(arg, &(struct journal_row){ j->table[ev->table].name, ev->id, ev->op });
	}
}
