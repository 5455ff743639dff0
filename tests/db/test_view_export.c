/* test_view_export.c - a view as CSV, JSON and as a table. */
#include "tests/db/goods.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#include "db/view_export.h"

/* What the export writes, in the arena. */
static char *exported(struct db *db, const struct view_query *q, const struct view_who *who,
		      const struct view_export *how, struct arena *a, int64_t *ret_rows)
{
	char *text = NULL, *copy;
	size_t n = 0;
	FILE *out = open_memstream(&text, &n);
	struct err e = { 0 };

	if (!view_export(db, q, who, out, how, ret_rows, &e))
		fail_msg("%s", e.text);
	fclose(out);
	copy = arena_strdup(a, text);
	free(text);
	return copy;
}

static struct db *one_row(void)
{
	struct db *db = goods_open();

	goods_script(
	    db, "INSERT INTO goods (code, name, qty, price, rate, day, at, sold, state, phone, note) VALUES "
		"('G1', '片 \"a\"', 1500, 123450, 1300, 20000, 1728000000, 1, 'new', '13812345678', '=1+2')");
	return db;
}

static void csv_names_columns_and_writes_plain_values(void **state)
{
	const struct view_export how = { .format = VIEW_CSV };
	const struct view_query q = { .view = view_find("goods") };
	const struct view_who who = goods_who();
	struct arena *a = arena_new();
	struct db *db = one_row();
	int64_t rows = 0;

	(void)state;
	assert_string_equal(exported(db, &q, &who, &how, a, &rows),
			    "\xef\xbb\xbf"
			    "code,name,qty,price,cost,maker,rate,day,at,sold,state,phone,note\r\n"
			    "G1,\"片 \"\"a\"\"\",1.5,1234.50,,,13%,2024-10-04,2024-10-04 "
			    "08:00,1,new,13812345678,\"'=1+2\"\r\n");
	assert_int_equal(rows, 1);
	arena_free(a);
	goods_close(db);
}

static void json_is_one_array_with_types(void **state)
{
	const struct view_export how = { .format = VIEW_JSON };
	struct view_query q = { .view = view_find("goods") };
	const struct view_who who = goods_who();
	struct arena *a = arena_new();
	struct db *db = one_row();
	int64_t rows = 0;

	(void)state;
	assert_string_equal(
	    exported(db, &q, &who, &how, a, &rows),
	    "[\n{\"code\":\"G1\",\"name\":\"片 \\\"a\\\"\",\"qty\":1.5,\"price\":1234.50,\"cost\":null,"
	    "\"maker\":null,\"rate\":\"13%\",\"day\":\"2024-10-04\",\"at\":\"2024-10-04 08:00\","
	    "\"sold\":true,\"state\":\"new\",\"phone\":\"13812345678\",\"note\":\"=1+2\"}\n]\n");
	q.filter = "nothing";
	assert_string_equal(exported(db, &q, &who, &how, a, &rows), "[\n]\n");
	arena_free(a);
	goods_close(db);
}

static bool may_nothing(void *arg, const char *right)
{
	(void)arg;
	(void)right;
	return false;
}

static void a_table_fits_its_rows_and_ends_with_the_sums(void **state)
{
	const struct view_export how = { .format = VIEW_TABLE, .limit = 2 };
	const struct view_arg range = { .name = "day", .range = true, .i = TODAY - 5, .to = TODAY };
	const struct view_query q = { .view = view_find("goods_by_day"), .args = &range, .n_args = 1 };
	const struct view_who who = goods_who();
	struct arena *a = arena_new();
	struct db *db = goods_open();
	int64_t rows = 0;

	(void)state;
	goods_fill(db, 100);
	assert_string_equal(exported(db, &q, &who, &how, a, &rows), "Day         Count  Mine\n"
								    "----------  -----  ----\n"
								    "2024-09-29      1     7\n"
								    "2024-09-30      1     7\n"
								    "----------  -----  ----\n"
								    "                2\n");
	assert_int_equal(rows, 2);
	arena_free(a);
	goods_close(db);
}

static void a_sum_is_whole_behind_more_rows_than_were_measured(void **state)
{
	const struct view_export how = { .format = VIEW_TABLE };
	const struct view_query q = { .view = view_find("goods") };
	const struct view_who who = goods_who();
	struct arena *a = arena_new();
	struct db *db = goods_open();
	int64_t rows = 0;
	const char *out;

	(void)state;
	goods_fill(db, 300);
	db_exec(db, SQL("UPDATE goods SET price = 99999999 WHERE id = (SELECT max(id) FROM goods)"), NULL);
	out = exported(db, &q, &who, &how, a, &rows);
	assert_int_equal(rows, 300);
	assert_non_null(strstr(out, "999,999.99"));
	arena_free(a);
	goods_close(db);
}

static void columns_without_the_right_are_left_out(void **state)
{
	const struct view_export how = { .format = VIEW_CSV, .encoding = CSV_GB18030, .titles = true };
	const struct view_query q = { .view = view_find("goods"), .filter = "nothing" };
	struct view_who who = goods_who();
	struct arena *a = arena_new();
	struct db *db = one_row();
	int64_t rows = -1;

	(void)state;
	who.may = may_nothing;
	assert_string_equal(exported(db, &q, &who, &how, a, &rows),
			    "Code,Name,On hand,Price,Tax,Since,Seen,Sold,State,Phone,Note\r\n");
	assert_int_equal(rows, 0);
	arena_free(a);
	goods_close(db);
}

static void a_refused_view_writes_nothing(void **state)
{
	const struct view_export how = { .format = VIEW_CSV };
	const struct view_query q = { .view = view_find("secrets") };
	struct view_who who = goods_who();
	struct db *db = goods_open();
	struct err e = { 0 };
	char *text = NULL;
	size_t n = 0;
	FILE *out = open_memstream(&text, &n);
	int64_t rows = -1;

	(void)state;
	who.may = may_nothing;
	assert_false(view_export(db, &q, &who, out, &how, &rows, &e));
	fclose(out);
	assert_int_equal(n, 0);
	free(text);
	goods_close(db);
}

size_t __sanitizer_get_current_allocated_bytes(void) __attribute__((weak));

/* What is allocated at this moment. */
static size_t in_use(void)
{
	return __sanitizer_get_current_allocated_bytes ? __sanitizer_get_current_allocated_bytes()
						       : mallinfo2().uordblks;
}

/* A file that forgets what is written and keeps the most that was allocated meanwhile. */
static ssize_t write_measuring(void *cookie, const char *bytes, size_t n)
{
	size_t *most = cookie, now = in_use();

	(void)bytes;
	if (now > *most)
		*most = now;
	return (ssize_t)n;
}

/* The most that was allocated while all rows were exported. */
static size_t exported_with(struct db *db, enum view_format format, int64_t expect)
{
	const cookie_io_functions_t io = { .write = write_measuring };
	const struct view_query q = { .view = view_find("goods") };
	const struct view_export how = { .format = format };
	const struct view_who who = goods_who();
	size_t most = 0;
	FILE *out = fopencookie(&most, "w", io);
	struct err e = { 0 };
	int64_t rows = 0;

	assert_true(view_export(db, &q, &who, out, &how, &rows, &e));
	assert_int_equal(rows, expect);
	fclose(out);
	return most;
}

static void memory_does_not_grow_with_the_rows(void **state)
{
	struct db *db = goods_open();

	(void)state;
	goods_fill(db, 30000);
	for (enum view_format f = VIEW_TABLE; f <= VIEW_JSON; f++) {
		size_t before = in_use();

		assert_true(exported_with(db, f, 30000) < before + 1024 * 1024);
	}
	goods_close(db);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(csv_names_columns_and_writes_plain_values),
		cmocka_unit_test(json_is_one_array_with_types),
		cmocka_unit_test(a_table_fits_its_rows_and_ends_with_the_sums),
		cmocka_unit_test(a_sum_is_whole_behind_more_rows_than_were_measured),
		cmocka_unit_test(columns_without_the_right_are_left_out),
		cmocka_unit_test(a_refused_view_writes_nothing),
		cmocka_unit_test(memory_does_not_grow_with_the_rows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
