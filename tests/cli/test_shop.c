/* test_shop.c - making, proving, copying and bringing back a shop file from the command line; the exit
 * statuses. */
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/cli/desk.h"

/* What somebody does who goes past the program. */
static void tamper(const char *path, const char *sql)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

static void a_new_shop_is_whole_and_silent(void **state)
{
	struct desk *d = *state;
	struct stat st;

	desk_run(d, NULL, "init", "--name", "江城汽修", NULL);
	STATUS(d, 0);
	SILENT(&d->out);
	SILENT(&d->err);
	assert_int_equal(stat(d->shop, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0660);
	desk_run(d, NULL, "check", "--full", NULL);
	STATUS(d, 0);
	SILENT(&d->out);
}

static void the_first_shop_needs_no_folder_of_its_own(void **state)
{
	struct desk *d = *state;
	struct stat st;

	setenv("XDG_DATA_HOME", desk_path(d, "data/share"), 1);
	desk_run_on(d, NULL, NULL, "check", NULL);
	STATUS(d, 66);
	SAYS(&d->err, "There is no shop file");
	SAYS(&d->err, "workbay init");
	desk_run_on(d, NULL, NULL, "init", NULL);
	STATUS(d, 0);
	assert_int_equal(stat(desk_path(d, "data/share/workbay/shop.db"), &st), 0);
	assert_int_equal(stat(desk_path(d, "data/share/workbay"), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	desk_run_on(d, NULL, NULL, "check", NULL);
	STATUS(d, 0);
	desk_write(d, "file", "x");
	setenv("XDG_DATA_HOME", desk_path(d, "file"), 1);
	desk_run_on(d, NULL, NULL, "init", NULL);
	STATUS(d, 73);
	SAYS(&d->err, "cannot be made");
	unsetenv("XDG_DATA_HOME");
}

static void nothing_is_overwritten(void **state)
{
	struct desk *d = *state;

	desk_run(d, NULL, "init", NULL);
	STATUS(d, 73);
	SAYS(&d->err, "is there already");
	desk_run(d, NULL, "demo", NULL);
	STATUS(d, 73);
	desk_run(d, NULL, "backup", d->shop, NULL);
	STATUS(d, 73);
	desk_run(d, NULL, "backup", "/nowhere/copy.db", NULL);
	STATUS(d, 73);
}

static void each_shell_completes(void **state)
{
	static const char *const shells[] = { "bash", "zsh", "fish" };
	struct desk *d = *state;

	for (size_t i = 0; i < 3; i++) {
		desk_run(d, NULL, "completion", shells[i], NULL);
		STATUS(d, 0);
		SAYS(&d->out, "job.receive");
		SAYS(&d->out, "open_jobs");
		SAYS(&d->out, "sales_by_day");
		SAYS(&d->out, "zh_TW");
	}
	desk_run(d, NULL, "completion", "ksh", NULL);
	STATUS(d, 64);
	SAYS(&d->err, "bash, zsh and fish");
}

static void advice_is_for_shop_files_alone(void **state)
{
	struct desk *d = *state;

	desk_write(d, "letter",
		   "Dear customer, this is no shop file but a letter, and everybody may read it.");
	assert_int_equal(chmod(desk_path(d, "letter"), 0644), 0);
	desk_run_on(d, desk_path(d, "letter"), NULL, "check", NULL);
	STATUS(d, 65);
	SAYS(&d->err, "is not a workbay shop file");
	assert_int_equal(chmod(d->shop, 0664), 0);
	desk_run(d, NULL, "check", NULL);
	SAYS(&d->err, "chmod o-rwx");
}

static void wrong_calls_end_with_64(void **state)
{
	struct desk *d = *state;

	desk_run(d, NULL, "resieve", NULL);
	STATUS(d, 64);
	desk_run(d, NULL, "bakcup", NULL);
	STATUS(d, 64);
	SAYS(&d->err, "Did you mean “backup”?");
	desk_run(d, NULL, NULL);
	STATUS(d, 64);
	SAYS(&d->err, "needs a terminal");
	desk_run(d, NULL, "practice", NULL);
	STATUS(d, 64);
	desk_run(d, NULL, "backup", NULL);
	STATUS(d, 64);
	SAYS(&d->err, "workbay backup FILE");
	desk_run(d, NULL, "completion", "bash", "zsh", NULL);
	STATUS(d, 64);
	SAYS(&d->err, "“zsh” is one word too many. It is called so: workbay completion bash|zsh|fish");
	desk_run(d, NULL, "do", "labour.add", "code=A", "code=B", "name=x", NULL);
	STATUS(d, 64);
	SAYS(&d->err, "“code” is given twice");
	desk_run(d, NULL, "show", "jobs", "--colour", NULL);
	STATUS(d, 64);
	desk_run(d, NULL, "do", "job.fly", NULL);
	STATUS(d, 64);
	desk_run(d, NULL, "import", "horses", "x.csv", NULL);
	STATUS(d, 64);
	SAYS(&d->err, "opening-stock");
	desk_run(d, NULL, "batch", "daily", NULL);
	STATUS(d, 64);
	desk_run(d, NULL, "--lang", "xx", "check", NULL);
	STATUS(d, 64);
	desk_run(d, NULL, "--now", "2026-11-21T10:00:00Z", "do", "setting.set", "name=shop.phone", "value=1",
		 NULL);
	STATUS(d, 64);
	SAYS(&d->err, "--now is for a demo or practice shop");
}

static void files_that_are_no_shop_are_told_apart(void **state)
{
	struct desk *d = *state;
	struct str rubbish = { 0 };

	desk_run_on(d, desk_path(d, "none.db"), NULL, "check", NULL);
	STATUS(d, 66);
	for (int i = 0; i < 600; i++)
		str_add(&rubbish, "This is a letter, not a shop. ");
	desk_write(d, "letter.db", str_get(&rubbish));
	str_free(&rubbish);
	assert_int_equal(chmod(desk_path(d, "letter.db"), 0660), 0);
	desk_run_on(d, desk_path(d, "letter.db"), NULL, "check", NULL);
	STATUS(d, 65);
	tamper(desk_path(d, "other.db"), "CREATE TABLE t (a); PRAGMA user_version = 2;");
	assert_int_equal(chmod(desk_path(d, "other.db"), 0660), 0);
	desk_run_on(d, desk_path(d, "other.db"), NULL, "show", "jobs", NULL);
	STATUS(d, 65);
	SAYS(&d->err, "is not a workbay shop file");
}

static void a_newer_file_is_refused(void **state)
{
	struct desk *d = *state;

	tamper(d->shop, "PRAGMA user_version = 9999");
	desk_run(d, NULL, "show", "jobs", NULL);
	STATUS(d, 78);
	SAYS(&d->err, "newer workbay");
}

static void wrong_settings_of_the_machine_are_named(void **state)
{
	struct desk *d = *state;

	desk_write(d, "bad.ini", "[console]\nkyes = kis\n");
	desk_run(d, NULL, "--config", desk_path(d, "bad.ini"), "config", NULL);
	STATUS(d, 78);
	SAYS(&d->err, "kyes");
}

static void everybodys_file_is_refused(void **state)
{
	struct desk *d = *state;

	assert_int_equal(chmod(d->shop, 0666), 0);
	desk_run(d, NULL, "show", "jobs", NULL);
	STATUS(d, 78);
}

static void another_name_needs_a_terminal(void **state)
{
	struct desk *d = *state;

	desk_run(d, "1234\n", "--user", "somebody", "show", "jobs", NULL);
	STATUS(d, 77);
	SAYS(&d->err, "PIN");
}

static void what_was_done_past_the_program_is_found(void **state)
{
	struct desk *d = *state;

	tamper(d->shop, "UPDATE stock SET qty = qty + 1000 WHERE id = 1");
	desk_run(d, NULL, "check", NULL);
	STATUS(d, 1);
	assert_true(d->out.len > 0);
}

static void a_copy_comes_back_and_the_old_file_stays(void **state)
{
	struct desk *d = *state;
	char copy[200];

	snprintf(copy, sizeof copy, "%s", desk_path(d, "copy.db"));
	desk_run(d, NULL, "backup", copy, NULL);
	STATUS(d, 0);
	SILENT(&d->err);
	desk_run(d, NULL, "do", "part.add", "code=P9", "name=Horn", "price=10", NULL);
	STATUS(d, 0);
	desk_run(d, NULL, "restore", copy, NULL);
	STATUS(d, 0);
	desk_run(d, NULL, "show", "parts", "code", "=", "P9", "--format", "csv", NULL);
	SAYS(&d->out, "code,name");
	desk_says(&d->out, "Horn", false, __FILE__, __LINE__);
	desk_run(d, NULL, "check", NULL);
	STATUS(d, 0);
	desk_run(d, NULL, "restore", desk_path(d, "none.db"), NULL);
	STATUS(d, 66);
}

static void a_damaged_copy_replaces_nothing(void **state)
{
	struct desk *d = *state;
	char copy[200], rubbish[4096];
	int fd;

	snprintf(copy, sizeof copy, "%s", desk_path(d, "copy.db"));
	desk_run(d, NULL, "backup", copy, NULL);
	STATUS(d, 0);
	memset(rubbish, 0x5a, sizeof rubbish);
	assert_int_equal(chmod(copy, 0660), 0);
	fd = open(copy, O_RDWR | O_CLOEXEC);
	for (off_t page = 3; page < 20; page++)
		assert_int_equal(pwrite(fd, rubbish, sizeof rubbish, page * 4096), sizeof rubbish);
	close(fd);
	desk_run(d, NULL, "restore", copy, NULL);
	STATUS(d, 74);
	desk_run(d, NULL, "show", "parts", "--format", "csv", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "机油滤清器");
}

static void reading_needs_no_locale_and_no_terminal(void **state)
{
	struct desk *d = *state;

	desk_run(d, NULL, "show", "parts", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "机油滤清器");
	desk_run(d, NULL, "--lang", "zh_CN", "show", "nothing", NULL);
	STATUS(d, 64);
	desk_run(d, NULL, "sql", "SELECT count(*) AS n FROM part", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "2");
	desk_run(d, NULL, "sql", "DELETE FROM part", NULL);
	assert_int_not_equal(d->status, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_new_shop_is_whole_and_silent, desk_setup, desk_teardown),
		cmocka_unit_test_setup_teardown(the_first_shop_needs_no_folder_of_its_own, desk_setup,
						desk_teardown),
		cmocka_unit_test_setup_teardown(nothing_is_overwritten, desk_setup_shop, desk_teardown),
		cmocka_unit_test_setup_teardown(each_shell_completes, desk_setup, desk_teardown),
		cmocka_unit_test_setup_teardown(advice_is_for_shop_files_alone, desk_setup_shop,
						desk_teardown),
		cmocka_unit_test_setup_teardown(wrong_calls_end_with_64, desk_setup_shop, desk_teardown),
		cmocka_unit_test_setup_teardown(files_that_are_no_shop_are_told_apart, desk_setup,
						desk_teardown),
		cmocka_unit_test_setup_teardown(a_newer_file_is_refused, desk_setup_shop, desk_teardown),
		cmocka_unit_test_setup_teardown(wrong_settings_of_the_machine_are_named, desk_setup_shop,
						desk_teardown),
		cmocka_unit_test_setup_teardown(everybodys_file_is_refused, desk_setup_shop, desk_teardown),
		cmocka_unit_test_setup_teardown(another_name_needs_a_terminal, desk_setup_shop,
						desk_teardown),
		cmocka_unit_test_setup_teardown(what_was_done_past_the_program_is_found, desk_setup_shop,
						desk_teardown),
		cmocka_unit_test_setup_teardown(a_copy_comes_back_and_the_old_file_stays, desk_setup_shop,
						desk_teardown),
		cmocka_unit_test_setup_teardown(a_damaged_copy_replaces_nothing, desk_setup_shop,
						desk_teardown),
		cmocka_unit_test_setup_teardown(reading_needs_no_locale_and_no_terminal, desk_setup_shop,
						desk_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
