/* test_check.c - checks over the whole file and for one row. */
#include "tests/db/goods.h"

#include <stdio.h>
#include <string.h>

#include "db/check.h"

static void keep_last(void *arg, const struct check *check, const char *sentence)
{
	(void)check;
	snprintf(arg, 200, "%s", sentence);
}

static void a_sound_file_breaks_nothing(void **state)
{
	struct db *db = goods_open();
	struct err e = { 0 };
	size_t broken = 9;

	(void)state;
	goods_fill(db, 100);
	assert_true(check_run(db, NULL, NULL, NULL, NULL, &broken, &e));
	assert_int_equal(broken, 0);
	assert_true(check_rows(db, "goods", 5, &e));
	assert_true(check_rows(db, "nothing", 5, &e));
	goods_close(db);
}

static void a_broken_row_is_told_with_its_values(void **state)
{
	struct db *db = goods_open();
	struct err e = { 0 };
	char last[200] = "";
	size_t broken = 0;

	(void)state;
	goods_fill(db, 100);
	goods_script(db, "UPDATE goods SET qty = -3 WHERE id = 12");
	assert_true(check_run(db, "goods_qty", NULL, keep_last, last, &broken, &e));
	assert_int_equal(broken, 1);
	assert_string_equal(last, "A quantity is below zero: id=12 code=G00012 qty=-3");
	assert_true(check_rows(db, "goods", 11, &e));
	assert_false(check_rows(db, "goods", 12, &e));
	assert_int_equal(e.code, ERR_FAULT);
	assert_string_equal(e.text, last);
	goods_close(db);
}

static void a_check_that_names_the_row_itself_runs_both_ways(void **state)
{
	struct db *db = goods_open();
	struct err e = { 0 };
	char last[200] = "";
	size_t broken = 0;

	(void)state;
	goods_fill(db, 100);
	goods_script(db, "UPDATE goods SET qty = 200000 WHERE shelf_id = 2 AND id < 20");
	assert_true(check_run(db, NULL, NULL, keep_last, last, &broken, &e));
	assert_int_equal(broken, 1);
	assert_non_null(strstr(last, "A shelf is too full: id=2"));
	assert_false(check_rows(db, "shelf", 2, &e));
	err_clear(&e);
	assert_true(check_rows(db, "shelf", 1, &e));
	goods_close(db);
}

static void an_unknown_check_is_named(void **state)
{
	struct db *db = goods_open();
	struct err e = { 0 };
	size_t broken = 0;

	(void)state;
	assert_false(check_run(db, "nothing", NULL, NULL, NULL, &broken, &e));
	assert_int_equal(e.code, ERR_USAGE);
	goods_close(db);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sound_file_breaks_nothing),
		cmocka_unit_test(a_broken_row_is_told_with_its_values),
		cmocka_unit_test(a_check_that_names_the_row_itself_runs_both_ways),
		cmocka_unit_test(an_unknown_check_is_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
