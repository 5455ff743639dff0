/* migrate.c - the schema is its migrations. */
#include "db/migrate.h"

#include <sqlite3.h>

#include "base/str.h"
#include "db/db_private.h"

int64_t migrate_latest(void)
{
	int64_t n = 0;

	while (schema_migrations[n].name)
		n++;
	return n;
}

/* A posted row stands for ever: no change, no deletion, and no REPLACE through any of its unique keys. */
static void guard_text(struct str *out, const char *table)
{
	str_addf(out, "DROP TRIGGER IF EXISTS guard_%s_update;", table);
	str_addf(out, "DROP TRIGGER IF EXISTS guard_%s_delete;", table);
	str_addf(out, "DROP TRIGGER IF EXISTS guard_%s_insert;", table);
	str_addf(out,
		 "CREATE TRIGGER guard_%s_update BEFORE UPDATE ON %s BEGIN SELECT RAISE(ABORT, 'posted "
		 "row'); END;",
		 table, table);
	str_addf(out,
		 "CREATE TRIGGER guard_%s_delete BEFORE DELETE ON %s BEGIN SELECT RAISE(ABORT, 'posted "
		 "row'); END;",
		 table, table);
	str_addf(out,
		 "CREATE TRIGGER guard_%s_insert BEFORE INSERT ON %s WHEN EXISTS (SELECT 1 FROM %s WHERE "
		 "rowid = new.rowid",
		 table, table, table);
}

/* One more way in which an insert could replace a standing row: a unique index. */
static void guard_unique(struct db *db, struct str *out, const char *table)
{
	struct cur *c = db_open(
	    db,
	    SQL("SELECT (SELECT group_concat('\"' || x.name || '\" = new.\"' || x.name || '\"', ' AND ') "
		"FROM pragma_index_info(i.name) x) FROM pragma_index_list(:table) i "
		"WHERE i.\"unique\" = 1 AND i.partial = 0 ORDER BY i.name"),
	    BIND(B_TEXT("table", table)));

	while (cur_next(c))
		if (!cur_null(c, 0))
			str_addf(out, " UNION ALL SELECT 1 FROM %s WHERE %s", table, cur_text(c, 0));
	str_add(out, ") BEGIN SELECT RAISE(ABORT, 'posted row'); END;");
}

static bool guards_make(struct db *db)
{
	struct arena *a = arena_new();
	int64_t most = db_int(db, SQL("SELECT count(*) FROM schema_mark WHERE mark = 'posted'"), NULL, 0);
	char **table = ARENA_ARRAY(a, char *, (size_t)most + 1);
	struct str text = { 0 };
	size_t n = 0;
	struct cur *c =
	    db_open(db, SQL("SELECT tbl FROM schema_mark WHERE mark = 'posted' ORDER BY tbl"), NULL);
	bool ok;

	while (n < (size_t)most && cur_next(c))
		table[n++] = arena_strdup(a, cur_text(c, 0));
	cur_close(c);
	for (size_t i = 0; i < n; i++) {
		guard_text(&text, table[i]);
		guard_unique(db, &text, table[i]);
	}
	ok = db_script(db, str_get(&text));
	str_free(&text);
	arena_free(a);
	return ok;
}

static bool shared_make(struct db *db)
{
	for (const struct schema_file *f = schema_shared; f->name; f++) {
		struct arena *a = arena_new();
		bool ok = db_script(db, arena_printf(a, "DROP VIEW IF EXISTS %s", f->name)) &&
			  db_script(db, f->text) &&
			  db_script(db, arena_printf(a, "SELECT * FROM %s WHERE 0", f->name));

		arena_free(a);
		if (!ok)
			return false;
	}
	return true;
}

bool migrate_run(struct db *writer, int64_t from, struct err *e)
{
	char version[48];
	int64_t latest = migrate_latest();

	for (int64_t i = from; i < latest; i++)
		if (!db_script(writer, schema_migrations[i].text))
			break;
	snprintf(version, sizeof version, "PRAGMA user_version=%d", (int)latest);
	if (db_failed(writer) || !shared_make(writer) || !guards_make(writer) ||
	    !db_script(writer, version)) {
		db_error(writer, e);
		return false;
	}
	return true;
}
