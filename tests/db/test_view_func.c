/* test_view_func.c - the SQL functions of views and checks. */
#include "tests/db/goods.h"

#include "db/view_func.h"

static int64_t matches(struct db *db, const char *x, const char *q)
{
	return db_int(db, SQL("SELECT py_match(:x, :q)"), BIND(B_TEXT("x", x), B_TEXT("q", q)), -1);
}

static void names_match_by_part_initials_and_either_script(void **state)
{
	struct db *db = goods_open();

	(void)state;
	assert_int_equal(matches(db, "张三丰", "三丰"), 1);
	assert_int_equal(matches(db, "张三丰", "zsf"), 1);
	assert_int_equal(matches(db, "张三丰", "SF"), 1);
	assert_int_equal(matches(db, "张三丰", "zf"), 0);
	assert_int_equal(matches(db, "張三丰", "张"), 1);
	assert_int_equal(matches(db, "鄂A·12345", "a123"), 1);
	assert_int_equal(matches(db, "重庆", "cq"), 1);
	assert_int_equal(matches(db, "重庆", "zq"), 1);
	assert_int_equal(matches(db, "ＡＢＣ", "abc"), 1);
	assert_int_equal(matches(db, NULL, "abc"), 0);
	assert_int_equal(matches(db, "abc", NULL), 0);
	goods_close(db);
}

static int64_t begins(struct db *db, const char *x, const char *q)
{
	return db_int(db, SQL("SELECT py_begins(:x, :q)"), BIND(B_TEXT("x", x), B_TEXT("q", q)), -1);
}

static void beginnings_are_told_from_the_middle(void **state)
{
	struct db *db = goods_open();

	(void)state;
	assert_int_equal(begins(db, "机油 5W-30", "jy"), 1);
	assert_int_equal(begins(db, "机油 5W-30", "机"), 1);
	assert_int_equal(begins(db, "更换机油", "jy"), 0);
	assert_int_equal(begins(db, "更换机油", "机油"), 0);
	assert_int_equal(begins(db, "JY-01", "jy"), 1);
	assert_int_equal(begins(db, NULL, "jy"), 0);
	goods_close(db);
}

static void folding_keeps_what_searches_compare(void **state)
{
	struct db *db = goods_open();
	struct arena *a = arena_new();

	(void)state;
	assert_string_equal(db_text(db, a, SQL("SELECT fold('車 輛-Ab/1.2')"), NULL), "车辆ab12");
	assert_string_equal(db_text(db, a, SQL("SELECT backwards('鄂A1')"), NULL), "1A鄂");
	assert_null(db_text(db, a, SQL("SELECT fold(NULL)"), NULL));
	arena_free(a);
	goods_close(db);
}

static void folded_texts_hold_their_parts(void **state)
{
	struct db *db = goods_open();

	(void)state;
	assert_int_equal(db_int(db, SQL("SELECT holds('鄂a12345 lsv', '345 l')"), NULL, -1), 1);
	assert_int_equal(db_int(db, SQL("SELECT holds('鄂a12345', 'A')"), NULL, -1), 0);
	assert_int_equal(db_int(db, SQL("SELECT holds(NULL, 'a') IS NULL"), NULL, -1), 1);
	goods_close(db);
}

static void muldiv_rounds_half_away_from_zero(void **state)
{
	struct db *db = goods_open();

	(void)state;
	assert_int_equal(db_int(db, SQL("SELECT muldiv(5, 1, 2)"), NULL, 0), 3);
	assert_int_equal(db_int(db, SQL("SELECT muldiv(-5, 1, 2)"), NULL, 0), -3);
	assert_int_equal(db_int(db, SQL("SELECT muldiv(1, 1, 0) IS NULL"), NULL, 0), 1);
	assert_int_equal(db_int(db, SQL("SELECT muldiv(NULL, 1, 1) IS NULL"), NULL, 0), 1);
	goods_close(db);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_match_by_part_initials_and_either_script),
		cmocka_unit_test(beginnings_are_told_from_the_middle),
		cmocka_unit_test(folding_keeps_what_searches_compare),
		cmocka_unit_test(folded_texts_hold_their_parts),
		cmocka_unit_test(muldiv_rounds_half_away_from_zero),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
