/* test_open.c - every setting of a connection is read back, and each file that is none of ours is refused in
 * words. */
#include "tests/test.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/str.h"
#include "db/migrate.h"
#include "tests/torture/book.h"

static char *dir, *path;

static int set_up(void **state)
{
	(void)state;
	dir_clear(dir);
	book_make(dir, 10);
	return 0;
}

static struct shop *open_it(void)
{
	struct err e = { 0 };
	struct shop *s = shop_open(path, SHOP_WORK, &e);

	if (!s)
		fail_msg("%s", e.text);
	return s;
}

static void refused(const char *words, enum err_code code)
{
	struct err e = { 0 };
	struct shop *s = shop_open(path, SHOP_WORK, &e);

	assert_null(s);
	if (!strstr(e.text, words) || e.code != code)
		fail_msg("\"%s\" (%d) lacks \"%s\" (%d)", e.text, e.code, words, code);
}

static void run_sql(const char *sql)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
	sqlite3_close(db);
}

static int64_t pragma(sqlite3 *h, const char *name)
{
	struct str sql = { 0 };
	sqlite3_stmt *st = NULL;
	int64_t v = -1;

	str_addf(&sql, "PRAGMA %s", name);
	sqlite3_prepare_v2(h, sql.s, -1, &st, NULL);
	if (sqlite3_step(st) == SQLITE_ROW)
		v = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	str_free(&sql);
	return v;
}

static void settings_stand(sqlite3 *h)
{
	static const struct {
		const char *name;
		int64_t value;
	} pragmas[] = {
		{ "foreign_keys", 1 },       { "recursive_triggers", 1 },
		{ "wal_autocheckpoint", 0 }, { "mmap_size", 0 },
		{ "temp_store", 2 },         { "cell_size_check", 1 },
		{ "secure_delete", 1 },      { "journal_size_limit", 67108864 },
		{ "busy_timeout", 10000 },   { "application_id", SHOP_APPLICATION_ID },
	};
	static const int doors[][2] = {
		{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
		{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
		{ SQLITE_DBCONFIG_DQS_DML, 0 },
		{ SQLITE_DBCONFIG_DQS_DDL, 0 },
		{ SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0 },
		{ SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
		{ SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
		{ SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1 },
		{ SQLITE_DBCONFIG_ENABLE_TRIGGER, 1 },
		{ SQLITE_DBCONFIG_ENABLE_VIEW, 1 },
	};
	static const int limits[][2] = {
		{ SQLITE_LIMIT_LENGTH, 1000000 },
		{ SQLITE_LIMIT_SQL_LENGTH, 100000 },
		{ SQLITE_LIMIT_COLUMN, 100 },
		{ SQLITE_LIMIT_EXPR_DEPTH, 50 },
		{ SQLITE_LIMIT_COMPOUND_SELECT, 20 },
		{ SQLITE_LIMIT_VDBE_OP, 25000 },
		{ SQLITE_LIMIT_FUNCTION_ARG, 16 },
		{ SQLITE_LIMIT_ATTACHED, 0 },
		{ SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100 },
		{ SQLITE_LIMIT_VARIABLE_NUMBER, 100 },
		{ SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
	};
	int got;

	for (size_t i = 0; i < sizeof(pragmas) / sizeof(*pragmas); i++)
		if (pragma(h, pragmas[i].name) != pragmas[i].value)
			fail_msg("%s is %d", pragmas[i].name, (int)pragma(h, pragmas[i].name));
	for (size_t i = 0; i < sizeof(doors) / sizeof(*doors); i++) {
		sqlite3_db_config(h, doors[i][0], -1, &got);
		if (got != doors[i][1])
			fail_msg("door %d is %d", doors[i][0], got);
	}
	for (size_t i = 0; i < sizeof(limits) / sizeof(*limits); i++)
		if (sqlite3_limit(h, limits[i][0], -1) != limits[i][1])
			fail_msg("limit %d is %d", limits[i][0], sqlite3_limit(h, limits[i][0], -1));
}

static void every_setting_is_read_back(void **state)
{
	struct shop *s = open_it();
	sqlite3 *reader = db_handle(shop_reader(s)), *writer = db_handle(shop_writer(s));

	(void)state;
	settings_stand(reader);
	settings_stand(writer);
	assert_int_equal(pragma(writer, "synchronous"), 2);
	assert_int_equal(pragma(reader, "query_only"), 1);
	assert_int_equal(pragma(writer, "query_only"), 0);
	assert_int_equal(pragma(writer, "user_version"), migrate_latest());
	shop_close(s);
}

static void nobody_else_may_read_the_files(void **state)
{
	static const char *const names[] = { "shop.db",      "shop.db-wal", "shop.db-shm",   "shop.db-queue",
					     "shop.db-lock", "shop.db-use", "shop.db-state", "shop.db-log" };
	struct shop *s = open_it();
	char number[40];
	struct err e = { 0 };

	(void)state;
	assert_int_equal(book_sell(s, "r", number, &e), SAID_POSTED);
	shop_state(s);
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		struct str file = { 0 };
		struct stat st;

		str_addf(&file, "%s/%s", dir, names[i]);
		if (stat(file.s, &st) == 0 && (st.st_mode & 0007))
			fail_msg("%s has mode %o", names[i], st.st_mode & 0777U);
		str_free(&file);
	}
	shop_close(s);
}

static void a_file_that_is_not_there_is_named(void **state)
{
	(void)state;
	dir_clear(dir);
	refused("There is no shop file", ERR_NOINPUT);
}

static void a_file_of_another_program_is_refused(void **state)
{
	int fd;

	(void)state;
	run_sql("PRAGMA application_id=7");
	refused("not a workbay shop file", ERR_DATA);
	dir_clear(dir);
	fd = open(path, O_WRONLY | O_CREAT, 0660);
	for (int i = 0; i < 200; i++)
		assert_int_equal(write(fd, "a letter to the bank, in words ", 31), 31);
	close(fd);
	refused("not a workbay shop file", ERR_DATA);
	dir_clear(dir);
	close(open(path, O_WRONLY | O_CREAT, 0660));
	refused("not a workbay shop file", ERR_DATA);
}

static void a_newer_file_is_refused(void **state)
{
	(void)state;
	run_sql("PRAGMA user_version=999");
	refused("newer workbay", ERR_CONFIG);
}

static void an_older_file_asks_for_the_upgrade(void **state)
{
	(void)state;
	run_sql("PRAGMA user_version=1");
	refused("workbay upgrade", ERR_CONFIG);
}

static void a_newer_file_is_never_written_by_a_session_that_was_there_before(void **state)
{
	struct shop *s = open_it();
	struct err e = { 0 };
	char number[40], back[40];

	(void)state;
	assert_int_equal(book_sell(s, "before", number, &e), SAID_POSTED);
	run_sql("PRAGMA user_version=999");
	assert_int_equal(book_sell(s, "after", number, &e), SAID_FAILED);
	assert_int_equal(e.code, ERR_CONFIG);
	assert_non_null(strstr(e.text, "newer workbay"));
	shop_close(s);
	snprintf(back, sizeof(back), "PRAGMA user_version=%d", (int)migrate_latest());
	run_sql(back);
	assert_int_equal(book_sales(dir), 1);
}

/* The number of the schema is the same, what stands behind it is not. */
static void a_file_of_another_build_is_named(void **state)
{
	struct shop *s;
	struct err e = { 0 };
	char number[40];

	(void)state;
	run_sql("ALTER TABLE stock RENAME COLUMN qty TO quantity");
	s = open_it();
	assert_int_equal(book_sell(s, "r", number, &e), SAID_FAILED);
	assert_int_equal(e.code, ERR_CONFIG);
	assert_non_null(strstr(e.text, "another build of workbay"));
	if (!strstr(e.text, "no such column: qty"))
		fail_msg("%s", e.text);
	shop_close(s);
}

/* Moved away, replaced by another file, and put back: it is booked only into the file that others open too. */
static void a_file_that_was_moved_away_takes_nothing(void **state)
{
	struct shop *s = open_it();
	struct err e = { 0 };
	struct str away = { 0 };
	char number[40];

	(void)state;
	str_addf(&away, "%s/away.db", dir);
	assert_int_equal(book_sell(s, "before", number, &e), SAID_POSTED);
	assert_int_equal(rename(path, away.s), 0);
	assert_int_equal(book_sell(s, "gone", number, &e), SAID_FAILED);
	assert_int_equal(e.code, ERR_IO);
	assert_non_null(strstr(e.text, "not in its place any more"));
	close(open(path, O_WRONLY | O_CREAT, 0660));
	err_clear(&e);
	assert_int_equal(book_sell(s, "replaced", number, &e), SAID_FAILED);
	assert_non_null(strstr(e.text, "not in its place any more"));
	assert_int_equal(rename(away.s, path), 0);
	err_clear(&e);
	assert_int_equal(book_sell(s, "back", number, &e), SAID_POSTED);
	shop_close(s);
	assert_int_equal(book_sales(dir), 2);
	str_free(&away);
}

static void links_and_folders_are_refused(void **state)
{
	struct str other = { 0 };

	(void)state;
	str_addf(&other, "%s/other.db", dir);
	assert_int_equal(link(path, other.s), 0);
	refused("not a plain file of its own", ERR_DATA);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(symlink(other.s, path), 0);
	refused("not a plain file of its own", ERR_DATA);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(mkdir(path, 0770), 0);
	refused("not a plain file of its own", ERR_DATA);
	assert_int_equal(rmdir(path), 0);
	str_free(&other);
}

static void a_file_that_everybody_may_open_is_refused(void **state)
{
	(void)state;
	assert_int_equal(chmod(path, 0664), 0);
	refused("chmod o-rwx", ERR_CONFIG);
}

static void a_damaged_page_is_told(void **state)
{
	int fd = open(path, O_RDWR);
	struct err e = { 0 };
	struct shop *s;
	char number[40];
	unsigned char junk[4096];

	(void)state;
	memset(junk, 0xa5, sizeof(junk));
	for (int page = 2; page < 60; page++)
		assert_int_equal(pwrite(fd, junk, sizeof(junk), page * 4096), sizeof(junk));
	close(fd);
	s = shop_open(path, SHOP_WORK, &e);
	if (s) {
		assert_int_not_equal(book_sell(s, "r", number, &e), SAID_POSTED);
		shop_close(s);
	}
	assert_int_equal(e.code, ERR_IO);
	assert_non_null(strstr(e.text, "damaged"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(every_setting_is_read_back, set_up),
		cmocka_unit_test_setup(nobody_else_may_read_the_files, set_up),
		cmocka_unit_test_setup(a_file_that_is_not_there_is_named, set_up),
		cmocka_unit_test_setup(a_file_of_another_program_is_refused, set_up),
		cmocka_unit_test_setup(a_newer_file_is_refused, set_up),
		cmocka_unit_test_setup(an_older_file_asks_for_the_upgrade, set_up),
		cmocka_unit_test_setup(a_newer_file_is_never_written_by_a_session_that_was_there_before,
				       set_up),
		cmocka_unit_test_setup(a_file_of_another_build_is_named, set_up),
		cmocka_unit_test_setup(a_file_that_was_moved_away_takes_nothing, set_up),
		cmocka_unit_test_setup(links_and_folders_are_refused, set_up),
		cmocka_unit_test_setup(a_file_that_everybody_may_open_is_refused, set_up),
		cmocka_unit_test_setup(a_damaged_page_is_told, set_up),
	};
	int failed;

	dir = dir_make();
	path = book_path(dir);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	free(path);
	dir_remove(dir);
	return failed;
}
