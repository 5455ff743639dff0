/* test_view.c - filters, totals, rights, references and what stands behind a number. */
#include "tests/db/fixture.h"

#include <string.h>

#include "base/date.h"

static struct view_cond cond(struct fixture *f, const char *col, const char *op, const char *value)
{
	struct view_cond c = { 0 };

	if (!view_cond_parse(f->goods, col, op, value, &f->who, f->a, &c, &f->e))
		fail_msg("%s", f->e.text);
	return c;
}

static int64_t count_where(struct fixture *f, const char *col, const char *op, const char *value)
{
	struct view_cond c = cond(f, col, op, value);

	f->q.conds = &c;
	f->q.n_conds = 1;
	int64_t n = fixture_count(f);
	f->q.n_conds = 0;
	return n;
}

static void conditions_compare_by_the_type_of_the_column(void **state)
{
	struct fixture *f = fixture_begin(100);

	(void)state;
	assert_int_equal(count_where(f, "code", "=", "g00010"), 1);
	assert_int_equal(count_where(f, "price", ">=", "99"), 2);
	assert_int_equal(count_where(f, "price", NULL, "10..12"), 3);
	assert_int_equal(count_where(f, "price", NULL, "..3"), 3);
	assert_int_equal(count_where(f, "qty", NULL, "2"), 10);
	assert_int_equal(count_where(f, "qty", "<>", "2"), 90);
	assert_int_equal(count_where(f, "rate", NULL, "13%"), 100);
	assert_int_equal(count_where(f, "sold", NULL, "yes"), 50);
	assert_int_equal(count_where(f, "note", NULL, "="), 33);
	assert_int_equal(count_where(f, "note", NULL, "<>"), 67);
	assert_int_equal(count_where(f, "code", NULL, "G0000*"), 9);
	assert_int_equal(count_where(f, "code", NULL, "*99*"), 1);
	assert_int_equal(count_where(f, "state", NULL, "new"), 100);
	fixture_end(f);
}

static void days_are_asked_for_as_people_say_them(void **state)
{
	struct fixture *f = fixture_begin(100);

	(void)state;
	assert_int_equal(count_where(f, "day", NULL, "today"), 2);
	assert_int_equal(count_where(f, "day", NULL, "2024-10"), 8);
	assert_int_equal(count_where(f, "day", "<", "2024-10"), 92);
	assert_int_equal(count_where(f, "day", ">", "yesterday"), 2);
	assert_int_equal(count_where(f, "day", "..", "2024-10-01..2024-10-02"), 4);
	fixture_end(f);
}

static void a_day_of_a_time_is_the_day_of_the_shop(void **state)
{
	struct fixture *f = fixture_begin(0);

	(void)state;
	goods_script(
	    f->db,
	    "INSERT INTO goods (code, name, qty, day, at) VALUES"
	    " ('A', 'x', 1, 1, 20000 * 86400 - 8 * 3600 - 1), ('B', 'x', 1, 1, 20000 * 86400 - 8 * 3600),"
	    " ('C', 'x', 1, 1, 20001 * 86400 - 8 * 3600 - 1), ('D', 'x', 1, 1, 20001 * 86400 - 8 * 3600)");
	assert_int_equal(count_where(f, "at", NULL, "today"), 2);
	assert_int_equal(count_where(f, "at", ">=", "today"), 3);
	assert_int_equal(count_where(f, "at", "<", "today"), 1);
	fixture_end(f);
}

static int64_t count_arg(struct fixture *f, const char *name, const char *value)
{
	struct view_arg arg;

	if (!view_arg_parse(f->db, f->q.view, name, value, &f->who, f->a, &arg, &f->e))
		fail_msg("%s", f->e.text);
	f->q.args = &arg;
	f->q.n_args = 1;
	int64_t n = fixture_count(f);
	f->q.n_args = 0;
	return n;
}

static void parameters_filter_by_reference_and_range(void **state)
{
	struct fixture *f = fixture_begin(99);

	(void)state;
	assert_int_equal(count_arg(f, "shelf", "b"), 33);
	assert_int_equal(count_arg(f, "shelf", "#3"), 33);
	assert_int_equal(count_arg(f, "day", "today"), 1);
	assert_int_equal(count_arg(f, "day", "yesterday.."), 3);
	assert_int_equal(count_arg(f, "seen", "2024-10-03..2024-10-04"), 32);
	fixture_end(f);
}

static void the_select_gets_its_own_parameters(void **state)
{
	struct fixture *f = fixture_begin(50);
	const struct view_arg args[] = {
		{ .name = "day", .range = true, .i = TODAY - 9, .to = DATE_NONE },
		{ .name = "least", .i = 0 },
	};
	struct view_row *row;
	size_t n;

	(void)state;
	f->q.view = view_find("goods_by_day");
	assert_false(view_page(f->db, &f->q, &f->who, NULL, false, 100, f->a, &row, &n, &f->e));
	assert_int_equal(f->e.code, ERR_USAGE);
	err_clear(&f->e);
	f->q.args = args;
	f->q.n_args = 1; /* the other one has a default */
	assert_int_equal(fixture_page(f, NULL, false, 100, &row), 1);
	f->q.n_args = 2;
	assert_int_equal(fixture_page(f, NULL, false, 100, &row), 10);
	assert_int_equal(row[0].val[2].i, 7);
	fixture_end(f);
}

static void each_typed_word_must_be_found_somewhere(void **state)
{
	struct fixture *f = fixture_begin(30);

	(void)state;
	goods_script(f->db, "INSERT INTO goods (code, name, qty, day) VALUES ('ZZ-1', '前刹车片', 1, 1), "
			    "('ZZ-2', '前大燈', 1, 1)");
	f->q.filter = "刹车";
	assert_int_equal(fixture_count(f), 1);
	f->q.filter = "zz qian";
	assert_int_equal(fixture_count(f), 0);
	f->q.filter = "zz　前";
	assert_int_equal(fixture_count(f), 2);
	f->q.filter = "qdd";
	assert_int_equal(fixture_count(f), 1);
	f->q.filter = "大灯";
	assert_int_equal(fixture_count(f), 1);
	f->q.filter = "zz1";
	assert_int_equal(fixture_count(f), 1);
	f->q.filter = "100%";
	assert_int_equal(fixture_count(f), 0);
	f->q.filter = "  ";
	assert_int_equal(fixture_count(f), 32);
	fixture_end(f);
}

static bool may_nothing(void *arg, const char *right)
{
	(void)arg;
	(void)right;
	return false;
}

static void totals_count_and_sum_only_what_may_be_seen(void **state)
{
	struct fixture *f = fixture_begin(10);
	int64_t rows, sums[64];
	int qty = view_col_index(f->goods, "qty"), cost = view_col_index(f->goods, "cost");

	(void)state;
	assert_true(view_totals(f->db, &f->q, &f->who, &rows, sums, &f->e));
	assert_int_equal(rows, 10);
	assert_int_equal(sums[qty], 1000);
	assert_int_equal(sums[cost], 3850);
	f->who.may = may_nothing;
	assert_true(view_totals(f->db, &f->q, &f->who, &rows, sums, &f->e));
	assert_int_equal(sums[cost], 0);
	fixture_end(f);
}

static void a_column_without_the_right_is_empty_and_refuses_questions(void **state)
{
	struct fixture *f = fixture_begin(10);
	int cost = view_col_index(f->goods, "cost");
	struct view_cond c = { .col = "cost", .op = OP_GT, .from = 0 };
	struct view_row *row;
	size_t n;

	(void)state;
	f->who.may = may_nothing;
	fixture_page(f, NULL, false, 1, &row);
	assert_true(row[0].val[cost].null);
	f->q.filter = "m3";
	assert_int_equal(fixture_count(f), 0);
	f->q.filter = NULL;
	f->q.order_col = cost + 1;
	assert_false(view_page(f->db, &f->q, &f->who, NULL, false, 1, f->a, &row, &n, &f->e));
	assert_int_equal(f->e.code, ERR_DENIED);
	err_clear(&f->e);
	f->q.order_col = 0;
	f->q.conds = &c;
	f->q.n_conds = 1;
	assert_false(view_page(f->db, &f->q, &f->who, NULL, false, 1, f->a, &row, &n, &f->e));
	assert_int_equal(f->e.code, ERR_DENIED);
	fixture_end(f);
}

static void a_view_without_its_right_is_refused(void **state)
{
	struct fixture *f = fixture_begin(0);
	struct view_row *row;
	size_t n;

	(void)state;
	f->q.view = view_find("secrets");
	assert_int_equal(fixture_page(f, NULL, false, 9, &row), 3);
	f->who.may = may_nothing;
	assert_false(view_page(f->db, &f->q, &f->who, NULL, false, 9, f->a, &row, &n, &f->e));
	assert_int_equal(f->e.code, ERR_DENIED);
	fixture_end(f);
}

static bool ref(struct fixture *f, const char *typed, int64_t *ret)
{
	err_clear(&f->e);
	return view_ref(f->db, f->goods, typed, &f->who, ret, &f->e);
}

static void a_reference_is_found_by_id_code_or_name(void **state)
{
	struct fixture *f = fixture_begin(20);
	int64_t id = 0;

	(void)state;
	assert_true(ref(f, "g00007", &id));
	assert_int_equal(id, 7);
	assert_true(ref(f, "Ｇ00008", &id));
	assert_int_equal(id, 8);
	assert_true(ref(f, "#9", &id));
	assert_int_equal(id, 9);
	assert_true(ref(f, "件12", &id));
	assert_int_equal(id, 12);
	assert_string_equal(view_ref_label(f->db, f->goods, 12, &f->who, f->a), "G00012 件12");
	assert_null(view_ref_label(f->db, f->goods, 99, &f->who, f->a));
	fixture_end(f);
}

static void a_reference_that_is_none_or_two_says_so(void **state)
{
	struct fixture *f = fixture_begin(20);
	int64_t id = -5;

	(void)state;
	assert_false(ref(f, "nothing", &id));
	assert_int_equal(f->e.code, ERR_NO);
	assert_string_equal(f->e.text, "nothing is not in the list: Goods");
	assert_false(ref(f, "#77", &id));
	goods_script(f->db, "UPDATE goods SET name = 'same' WHERE id < 3");
	assert_false(ref(f, "same", &id));
	assert_non_null(strstr(f->e.text, "more than one"));
	assert_int_equal(id, -5);
	fixture_end(f);
}

static bool stop_at_once(void *arg)
{
	(void)arg;
	return true;
}

static void a_long_total_can_be_stopped(void **state)
{
	struct fixture *f = fixture_begin(20000);
	int64_t rows, sums[64];

	(void)state;
	db_progress(f->db, stop_at_once, NULL);
	assert_false(view_totals(f->db, &f->q, &f->who, &rows, sums, &f->e));
	assert_true(db_stopped(f->db));
	assert_int_equal(f->e.code, ERR_NONE);
	db_progress(f->db, NULL, NULL);
	assert_int_equal(fixture_count(f), 20000);
	fixture_end(f);
}

static bool count_each(void *arg, const struct view_row *row)
{
	int64_t *left = arg;

	assert_non_null(row->val[0].s);
	return --*left > 0;
}

static void rows_come_one_at_a_time_until_enough(void **state)
{
	struct fixture *f = fixture_begin(100);
	int64_t left = 10;

	(void)state;
	assert_true(view_each(f->db, &f->q, &f->who, count_each, &left, &f->e));
	assert_int_equal(left, 0);
	left = 1000;
	assert_true(view_each(f->db, &f->q, &f->who, count_each, &left, &f->e));
	assert_int_equal(left, 900);
	fixture_end(f);
}

static void unknown_columns_and_parameters_are_named(void **state)
{
	struct fixture *f = fixture_begin(0);
	struct view_cond c;
	struct view_arg arg;

	(void)state;
	assert_false(view_cond_parse(f->goods, "colour", "=", "x", &f->who, f->a, &c, &f->e));
	assert_string_equal(f->e.text, "Goods has no column colour");
	err_clear(&f->e);
	assert_false(view_arg_parse(f->db, f->goods, "colour", "x", &f->who, f->a, &arg, &f->e));
	assert_string_equal(f->e.text, "Goods has no parameter colour");
	fixture_end(f);
}

static void a_column_is_explained_by_the_rows_behind_it(void **state)
{
	struct fixture *f = fixture_begin(9);
	struct view_row *row;
	struct view_query behind;

	(void)state;
	f->q.view = view_find("shelves");
	assert_int_equal(fixture_page(f, NULL, false, 9, &row), 3);
	assert_false(view_explain(&f->q, 1, &row[1], f->a, &behind));
	assert_true(view_explain(&f->q, 0, &row[1], f->a, &behind));
	f->q = behind;
	assert_int_equal(fixture_page(f, NULL, false, 9, &row), 3);
	assert_string_equal(code_of(&row[0]), "G00001");
	fixture_end(f);
}

static void the_select_can_be_read(void **state)
{
	struct fixture *f = fixture_begin(0);
	const char *sql = view_sql(&f->q, &f->who, f->a);

	(void)state;
	assert_non_null(strstr(sql, "FROM goods"));
	assert_non_null(strstr(sql, "ORDER BY [code]"));
	fixture_end(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(conditions_compare_by_the_type_of_the_column),
		cmocka_unit_test(days_are_asked_for_as_people_say_them),
		cmocka_unit_test(a_day_of_a_time_is_the_day_of_the_shop),
		cmocka_unit_test(parameters_filter_by_reference_and_range),
		cmocka_unit_test(the_select_gets_its_own_parameters),
		cmocka_unit_test(each_typed_word_must_be_found_somewhere),
		cmocka_unit_test(totals_count_and_sum_only_what_may_be_seen),
		cmocka_unit_test(a_column_without_the_right_is_empty_and_refuses_questions),
		cmocka_unit_test(a_view_without_its_right_is_refused),
		cmocka_unit_test(a_reference_is_found_by_id_code_or_name),
		cmocka_unit_test(a_reference_that_is_none_or_two_says_so),
		cmocka_unit_test(a_long_total_can_be_stopped),
		cmocka_unit_test(rows_come_one_at_a_time_until_enough),
		cmocka_unit_test(unknown_columns_and_parameters_are_named),
		cmocka_unit_test(a_column_is_explained_by_the_rows_behind_it),
		cmocka_unit_test(the_select_can_be_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
