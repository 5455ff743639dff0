/* journal_undo.c - putting the rows of one journal row back as they were, while nobody has touched them since. */
#include <string.h>

#include "base/str.h"
#include "db/db_private.h"
#include "db/journal.h"

#define COLS_MOST 48

/* One column of a change: its name, and the value to look for or to write. */
struct cell {
	char *name;
	struct bind value;
};

struct change {
	int64_t id, row_id;
	char *table;
	char op;
	struct cell before[COLS_MOST], after[COLS_MOST];
	size_t n_before, n_after;
};

/* A personal column's text stands apart from the journal's JSON. */
static bool cell_personal(struct db *db, struct arena *a, int64_t change_id, const char *col, bool after,
			  char **ret)
{
	struct cur *c = db_open(db,
				SQL("SELECT iif(:after, after, before) FROM journal_personal "
				    "WHERE change_id = :change AND col = :col"),
				BIND(B_INT("after", after), B_INT("change", change_id), B_TEXT("col", col)));
	bool found = cur_next(c);

	*ret = found && !cur_null(c, 0) ? arena_strdup(a, cur_text(c, 0)) : NULL;
	cur_close(c);
	return found;
}

static size_t cells_read(struct db *db, struct arena *a, const char *json, struct cell *cell)
{
	struct cur *c = db_open(db, SQL("SELECT key, value, type FROM json_each(:json) LIMIT 48"),
				BIND(B_TEXT("json", json ? json : "{}")));
	size_t n = 0;

	while (cur_next(c)) {
		const char *type = cur_text(c, 2);

		cell[n].name = arena_strdup(a, cur_text(c, 0));
		if (!strcmp(type, "integer"))
			cell[n].value = (struct bind)B_INT(NULL, cur_int(c, 1));
		else if (!strcmp(type, "null"))
			cell[n].value = (struct bind)B_NULL(NULL);
		else
			cell[n].value = (struct bind)B_TEXT(NULL, arena_strdup(a, cur_text(c, 1)));
		n++;
	}
	return n;
}

static void cells_personal(struct db *db, struct arena *a, struct change *ch, struct cell *cell, size_t n,
			   bool after)
{
	char *text;

	for (size_t i = 0; i < n; i++)
		if (cell[i].value.type == BIND_TEXT &&
		    cell_personal(db, a, ch->id, cell[i].name, after, &text))
			cell[i].value = (struct bind)B_TEXT(NULL, text);
}

/* " WHERE id = :id AND each column IS what the change left there". */
static void where_stands(struct str *sql, const struct change *ch, struct bind *bind, size_t *n,
			 struct arena *a)
{
	str_add(sql, " WHERE id = :id");
	bind[*n] = (struct bind)B_INT("id", ch->row_id);
	++*n;
	for (size_t i = 0; i < ch->n_after; i++) {
		bind[*n] = ch->after[i].value;
		bind[*n].name = arena_printf(a, "a%zu", i);
		str_addf(sql, " AND \"%s\" IS :%s", ch->after[i].name, bind[*n].name);
		++*n;
	}
}

static void update_text(struct str *sql, const struct change *ch, struct bind *bind, size_t *n,
			struct arena *a)
{
	bool versioned = false, first = true;

	str_addf(sql, "UPDATE \"%s\" SET ", ch->table);
	for (size_t i = 0; i < ch->n_before; i++) {
		versioned |= !strcmp(ch->before[i].name, "ver");
		if (!strcmp(ch->before[i].name, "ver"))
			continue;
		bind[*n] = ch->before[i].value;
		bind[*n].name = arena_printf(a, "b%zu", i);
		str_addf(sql, "%s\"%s\" = :%s", first ? "" : ", ", ch->before[i].name, bind[*n].name);
		first = false;
		++*n;
	}
	if (versioned)
		str_addf(sql, "%sver = ver + 1", first ? "" : ", ");
	where_stands(sql, ch, bind, n, a);
}

static void insert_text(struct str *sql, const struct change *ch, struct bind *bind, size_t *n,
			struct arena *a)
{
	struct str values = { 0 };

	str_addf(sql, "INSERT INTO \"%s\" (", ch->table);
	for (size_t i = 0; i < ch->n_before; i++) {
		bind[*n] = ch->before[i].value;
		bind[*n].name = arena_printf(a, "b%zu", i);
		str_addf(sql, "%s\"%s\"", i ? ", " : "", ch->before[i].name);
		str_addf(&values, "%s:%s", i ? ", " : "", bind[*n].name);
		++*n;
	}
	str_addf(sql, ") VALUES (%s)", str_get(&values));
	str_free(&values);
}

static bool change_undo(struct db *db, struct arena *a, const struct change *ch, struct err *e)
{
	struct bind bind[2 * COLS_MOST + 2] = { 0 };
	struct str sql = { 0 };
	struct cur *c;
	size_t n = 0;

	if (ch->op == 'U')
		update_text(&sql, ch, bind, &n, a);
	else if (ch->op == 'D')
		insert_text(&sql, ch, bind, &n, a);
	else
		str_addf(&sql, "DELETE FROM \"%s\"", ch->table);
	if (ch->op == 'I')
		where_stands(&sql, ch, bind, &n, a);
	c = db_open_text(db, str_get(&sql), bind);
	str_free(&sql);
	while (cur_next(c))
		continue;
	if (db_failed(db))
		return false;
	return db_changes(db) == 1 ||
	       err_set(e, ERR_BUSY, N_("Somebody has changed it since; it cannot be taken back any more"));
}

static size_t changes_read(struct db *db, struct arena *a, int64_t seq, struct change **ret)
{
	int64_t count = db_int(db, SQL("SELECT count(*) FROM journal_change WHERE id >= :from AND id < :to"),
			       BIND(B_INT("from", seq * 65536), B_INT("to", (seq + 1) * 65536)), 0);
	struct change *ch = *ret = ARENA_ARRAY(a, struct change, count);
	char **json = ARENA_ARRAY(a, char *, count * 2);
	struct cur *c = db_open(db,
				SQL("SELECT id, tbl, row_id, op, before, after FROM journal_change "
				    "WHERE id >= :from AND id < :to ORDER BY id DESC"),
				BIND(B_INT("from", seq * 65536), B_INT("to", (seq + 1) * 65536)));
	size_t n = 0;

	for (; cur_next(c); n++) {
		ch[n].id = cur_int(c, 0);
		ch[n].table = arena_strdup(a, cur_text(c, 1));
		ch[n].row_id = cur_int(c, 2);
		ch[n].op = cur_text(c, 3)[0];
		json[2 * n] = cur_null(c, 4) ? NULL : arena_strdup(a, cur_text(c, 4));
		json[2 * n + 1] = cur_null(c, 5) ? NULL : arena_strdup(a, cur_text(c, 5));
	}
	for (size_t i = 0; i < n; i++) {
		ch[i].n_before = cells_read(db, a, json[2 * i], ch[i].before);
		ch[i].n_after = cells_read(db, a, json[2 * i + 1], ch[i].after);
		cells_personal(db, a, &ch[i], ch[i].before, ch[i].n_before, false);
		cells_personal(db, a, &ch[i], ch[i].after, ch[i].n_after, true);
	}
	return n;
}

bool journal_undo(struct db *db, int64_t seq, void (*touched)(void *arg, const char *table, int64_t id),
		  void *arg, struct err *e)
{
	struct arena *a = arena_new();
	struct change *ch;
	size_t n = changes_read(db, a, seq, &ch);
	bool ok = true;

	for (size_t i = 0; ok && i < n; i++)
		ok = change_undo(db, a, &ch[i], e);
	for (size_t i = 0; ok && i < n; i++)
		touched(arg, ch[i].table, ch[i].row_id);
	arena_free(a);
	return ok && !db_failed(db);
}
