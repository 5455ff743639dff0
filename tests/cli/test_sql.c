/* test_sql.c - the SQL console reads and does nothing else. */
#include <string.h>

#include "tests/cli/desk.h"

static const char *const hostile[] = {
	"DELETE FROM user",
	"UPDATE user SET pin = ''",
	"INSERT INTO setting (name, value) VALUES ('x', 'y')",
	"REPLACE INTO setting (id, name, value) VALUES (1, 'x', 'y')",
	"DROP TABLE journal",
	"DROP TRIGGER guard_document_update",
	"DROP VIEW stock_by_part",
	"DROP INDEX job_open",
	"CREATE TABLE t (a)",
	"CREATE TEMP TABLE t (a)",
	"CREATE VIEW v AS SELECT 1",
	"CREATE TRIGGER t AFTER INSERT ON user BEGIN SELECT 1; END",
	"CREATE INDEX i ON user (title)",
	"CREATE VIRTUAL TABLE t USING fts5(a)",
	"ALTER TABLE user ADD COLUMN x",
	"ALTER TABLE user RENAME TO u",
	"ATTACH '/tmp/x.db' AS x",
	"DETACH main",
	"VACUUM",
	"VACUUM INTO '/tmp/stolen.db'",
	"REINDEX",
	"ANALYZE",
	"PRAGMA query_only = OFF",
	"PRAGMA journal_mode = DELETE",
	"PRAGMA writable_schema = ON",
	"PRAGMA synchronous = OFF",
	"PRAGMA user_version = 99",
	"PRAGMA wal_checkpoint(TRUNCATE)",
	"PRAGMA foreign_keys = OFF",
	"BEGIN IMMEDIATE",
	"BEGIN EXCLUSIVE",
	"COMMIT",
	"SAVEPOINT s",
	"SELECT load_extension('/tmp/x.so')",
	"SELECT fts3_tokenizer('simple')",
	"SELECT writefile('/tmp/x', 'y')",
	"SELECT readfile('/etc/passwd')",
	"SELECT 1; DELETE FROM user",
	"EXPLAIN DELETE FROM user",
	"WITH x AS (SELECT 1) DELETE FROM user",
	"SELECT * FROM pragma_table_info('user'); SELECT 2",
	"no SQL at all",
};

static void hostile_statements_are_refused(void **state)
{
	struct desk *d = *state;

	for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
		desk_run(d, NULL, "sql", hostile[i], NULL);
		if (d->status == 0)
			fail_msg("let through: %s", hostile[i]);
		SILENT(&d->out);
		SAYS(&d->err, "workbay: ");
	}
	desk_run(d, NULL, "check", "--full", NULL);
	STATUS(d, 0);
}

static void reading_is_welcome(void **state)
{
	struct desk *d = *state;

	desk_run(d, NULL, "sql", "WITH x AS (SELECT code FROM part) SELECT count(*) AS parts FROM x", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "parts\n2\n");
}

static void secrets_are_not_read(void **state)
{
	struct desk *d = *state;

	desk_run(d, NULL, "do", "user.add", "user=li", "name=Li", "role=cashier", "pin=1234", NULL);
	STATUS(d, 0);
	desk_run(d, NULL, "sql", "SELECT name, pin IS NULL FROM user WHERE name = 'li'", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "li\t1\n");
}

static void a_question_without_end_is_stopped(void **state)
{
	struct desk *d = *state;

	desk_run(d, NULL, "sql",
		 "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
		 NULL);
	STATUS(d, 1);
	SAYS(&d->err, "longer than 2 seconds");
}

static void a_value_without_bounds_is_refused(void **state)
{
	struct desk *d = *state;

	desk_run(d, NULL, "sql", "SELECT length(randomblob(900000000))", NULL);
	STATUS(d, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(hostile_statements_are_refused, desk_setup_shop,
						desk_teardown),
		cmocka_unit_test_setup_teardown(reading_is_welcome, desk_setup_shop, desk_teardown),
		cmocka_unit_test_setup_teardown(secrets_are_not_read, desk_setup_shop, desk_teardown),
		cmocka_unit_test_setup_teardown(a_question_without_end_is_stopped, desk_setup_shop,
						desk_teardown),
		cmocka_unit_test_setup_teardown(a_value_without_bounds_is_refused, desk_setup_shop,
						desk_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
