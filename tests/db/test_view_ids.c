/* test_view_ids.c - paging along a sorted list of ids shows what sorting each page would. */
#include "tests/db/goods.h"

#include <stdlib.h>
#include <string.h>

#define GOODS 500

struct fixture {
	struct db *db;
	struct arena *a;
	struct view_who who;
	struct view_query q;
	struct view_ids *ids;
	struct err e;
};

static int begin(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	*f = (struct fixture){
		.db = goods_open(), .a = arena_new(), .who = goods_who(), .q.view = view_find("goods")
	};
	goods_fill(f->db, GOODS);
	*state = f;
	return 0;
}

static int end(void **state)
{
	struct fixture *f = *state;

	view_ids_free(f->ids);
	arena_free(f->a);
	goods_close(f->db);
	free(f);
	return 0;
}

static void sort_by(struct fixture *f, const char *col, bool down)
{
	int i = view_col_index(f->q.view, col) + 1;

	f->q.order_col = down ? -i : i;
	view_ids_free(f->ids);
	assert_true(view_ids_read(f->db, &f->q, &f->who, &f->ids, &f->e));
	assert_non_null(f->ids);
}

static size_t along(struct fixture *f, const struct view_row *from, bool back, size_t limit,
		    struct view_row **ret)
{
	size_t n = 0;

	assert_true(view_ids_page(f->db, &f->q, &f->who, f->ids, from, back, limit, f->a, ret, &n, &f->e));
	return n;
}

/* From one end to the other in pages of 17, each beside the same page sorted for itself. */
static void same_pages(struct fixture *f, bool back)
{
	const struct view_row *from = NULL;
	struct view_row *row, *sorted;
	size_t n, n_sorted, seen = 0;

	do {
		n = along(f, from, back, 17, &row);
		assert_true(
		    view_page(f->db, &f->q, &f->who, from, back, 17, f->a, &sorted, &n_sorted, &f->e));
		assert_int_equal(n, n_sorted);
		for (size_t i = 0; i < n; i++)
			assert_string_equal(row[i].val[0].s, sorted[i].val[0].s);
		from = n ? &row[back ? 0 : n - 1] : NULL;
		seen += n;
	} while (n);
	assert_int_equal(seen, GOODS);
}

static void the_order_is_that_of_a_sorted_page(void **state)
{
	static const char *const cols[] = { "note", "price", "at", "sold", "name", "rate" };
	struct fixture *f = *state;

	goods_script(f->db, "UPDATE goods SET price = -price WHERE id % 3 = 0; UPDATE goods SET price = NULL "
			    "WHERE id % 7 = 0");
	for (size_t i = 0; i < sizeof cols / sizeof *cols; i++) {
		for (int down = 0; down < 2; down++) {
			sort_by(f, cols[i], down);
			same_pages(f, false);
			same_pages(f, true);
		}
	}
}

static void conditions_and_words_narrow_the_list(void **state)
{
	struct view_cond cond = { .col = "sold", .op = OP_EQ, .from = 1 };
	struct fixture *f = *state;
	struct view_row *row;

	f->q.conds = &cond;
	f->q.n_conds = 1;
	f->q.filter = "g0001";
	sort_by(f, "note", false);
	assert_int_equal(along(f, NULL, false, GOODS, &row), 5);
	for (int i = 0; i < 5; i++)
		assert_memory_equal(row[i].val[0].s, "G0001", 5);
}

static void rows_are_as_they_are_now_and_gone_ones_are_passed_over(void **state)
{
	struct fixture *f = *state;
	struct view_row *row;

	sort_by(f, "price", false);
	goods_script(f->db, "DELETE FROM goods WHERE id = 2; UPDATE goods SET price = 99999 WHERE id = 3");
	assert_int_equal(along(f, NULL, false, 3, &row), 3);
	assert_string_equal(row[0].val[0].s, "G00001");
	assert_string_equal(row[1].val[0].s, "G00003");
	assert_int_equal(row[1].val[3].i, 99999);
	assert_string_equal(row[2].val[0].s, "G00004");
}

static bool stop(void *arg)
{
	return --*(int *)arg <= 0;
}

/* Wherever it is stopped, nothing is left but the wish to read again. */
static void sorting_stops_when_it_is_asked_to(void **state)
{
	struct fixture *f = *state;
	int asked, needed = 0;

	goods_script(f->db,
		     "WITH RECURSIVE n (i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 9000) "
		     "INSERT INTO goods (code, name, qty, day) SELECT 'X' || i, 'x', i, 0 FROM n");
	f->q.order_col = view_col_index(f->q.view, "name") + 1;
	do {
		asked = ++needed;
		db_progress(f->db, stop, &asked);
		view_ids_read(f->db, &f->q, &f->who, &f->ids, &f->e);
		assert_int_equal(db_stopped(f->db), f->ids == NULL);
		db_progress(f->db, NULL, NULL);
		assert_false(db_failed(f->db));
	} while (!f->ids);
	assert_in_range(needed, 5, 1000);
}

static void a_page_tells_that_it_was_sorted(void **state)
{
	struct fixture *f = *state;
	struct view_row *row;
	size_t n;

	assert_true(view_page(f->db, &f->q, &f->who, NULL, false, 5, f->a, &row, &n, &f->e));
	assert_false(db_sorted(f->db));
	f->q.order_col = view_col_index(f->q.view, "note") + 1;
	assert_true(view_page(f->db, &f->q, &f->who, NULL, false, 5, f->a, &row, &n, &f->e));
	assert_true(db_sorted(f->db));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_order_is_that_of_a_sorted_page, begin, end),
		cmocka_unit_test_setup_teardown(conditions_and_words_narrow_the_list, begin, end),
		cmocka_unit_test_setup_teardown(rows_are_as_they_are_now_and_gone_ones_are_passed_over, begin,
						end),
		cmocka_unit_test_setup_teardown(sorting_stops_when_it_is_asked_to, begin, end),
		cmocka_unit_test_setup_teardown(a_page_tells_that_it_was_sorted, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
