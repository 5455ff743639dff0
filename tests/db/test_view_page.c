/* test_view_page.c - pages of a view, forwards and backwards, in each order. */
#include "tests/db/fixture.h"

#include <string.h>

/* Walks forwards in pages of seven, then backwards from the end: both see each row once and in the same order. */
static void walk(struct fixture *f, size_t expect)
{
	struct view_row *row, *all = ARENA_ARRAY(f->a, struct view_row, expect + 7), *from = NULL;
	size_t n = 0, got;

	while ((got = fixture_page(f, from, false, 7, &row)) > 0) {
		assert_true(n + got <= expect);
		memcpy(all + n, row, got * sizeof *row);
		n += got;
		from = &all[n - 1];
	}
	assert_int_equal(n, expect);
	from = NULL;
	while ((got = fixture_page(f, from, true, 7, &row)) > 0) {
		for (size_t i = 0; i < got; i++)
			assert_string_equal(code_of(&row[i]), code_of(&all[n - got + i]));
		n -= got;
		from = &row[0];
	}
	assert_int_equal(n, 0);
}

static void every_order_pages_both_ways_through_ties(void **state)
{
	struct fixture *f = fixture_begin(100);

	(void)state;
	for (f->q.order = 0; f->q.order < f->goods->n_orders; f->q.order++)
		walk(f, 100);
	fixture_end(f);
}

static void what_begins_with_the_word_comes_first(void **state)
{
	struct fixture *f = fixture_begin(60);
	struct view_row *row;

	(void)state;
	db_exec(f->db, SQL("UPDATE goods SET name = '3号件' WHERE code IN ('G00040', 'G00050')"), NULL);
	f->q.filter = "3";
	assert_int_equal(fixture_page(f, NULL, false, 1, &row), 1);
	assert_string_equal(code_of(&row[0]), "G00003");
	f->q.best = true;
	for (f->q.order = 0; f->q.order < f->goods->n_orders; f->q.order++) {
		assert_int_equal(fixture_page(f, NULL, false, 2, &row), 2);
		assert_true(strcmp(code_of(&row[0]), "G00040") == 0 ||
			    strcmp(code_of(&row[0]), "G00050") == 0);
		assert_true(strcmp(code_of(&row[1]), "G00040") == 0 ||
			    strcmp(code_of(&row[1]), "G00050") == 0);
		walk(f, (size_t)fixture_count(f));
	}
	f->q.best = false;
	f->q.filter = NULL;
	fixture_end(f);
}

static void any_column_orders_even_where_it_is_null(void **state)
{
	struct fixture *f = fixture_begin(100);

	(void)state;
	for (int col = 1; col <= (int)f->goods->n_cols; col++) {
		f->q.order_col = col;
		walk(f, 100);
		f->q.order_col = -col;
		walk(f, 100);
	}
	fixture_end(f);
}

static void a_declared_order_down_begins_with_the_most(void **state)
{
	struct fixture *f = fixture_begin(35);
	struct view_row *row;

	(void)state;
	f->q.order = 1;
	assert_int_equal(fixture_page(f, NULL, false, 3, &row), 3);
	assert_string_equal(code_of(&row[0]), "G00035");
	assert_string_equal(code_of(&row[1]), "G00034");
	fixture_end(f);
}

static void a_page_stays_where_it_was_when_rows_come_before_it(void **state)
{
	struct fixture *f = fixture_begin(20);
	struct view_row *row, *next;

	(void)state;
	fixture_page(f, NULL, false, 5, &row);
	goods_script(f->db, "INSERT INTO goods (code, name, qty, day) VALUES ('G00000', 'x', 1, 1)");
	goods_script(f->db, "DELETE FROM goods WHERE code = 'G00003'");
	fixture_page(f, &row[4], false, 5, &next);
	assert_string_equal(code_of(&next[0]), "G00006");
	fixture_end(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_order_pages_both_ways_through_ties),
		cmocka_unit_test(what_begins_with_the_word_comes_first),
		cmocka_unit_test(any_column_orders_even_where_it_is_null),
		cmocka_unit_test(a_declared_order_down_begins_with_the_most),
		cmocka_unit_test(a_page_stays_where_it_was_when_rows_come_before_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
