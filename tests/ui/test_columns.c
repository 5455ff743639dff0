/* test_columns.c - the columns of every view on screens of several widths. */
#include "tests/test.h"

#include <string.h>

#include "ui/columns.h"

static bool yes(void *arg, const char *right)
{
	(void)arg;
	(void)right;
	return true;
}

/* Heads, totals and what is printed are never shown as lists. */
static bool one_row(const char *name)
{
	return strncmp(name, "doc_", 4) == 0 || strstr(name, "_head") || strcmp(name, "job_totals") == 0;
}

static void every_view_fits_into_80_columns(void **state)
{
	const struct view_who who = { .may = yes };
	int bad = 0;

	(void)state;
	for (size_t i = 0; i < view_count; i++) {
		struct columns cs;

		if (one_row(view_all[i]->name))
			continue;
		columns_init(&cs, view_all[i], &who);
		columns_fit(&cs, 79, false);
		if (!cs.more)
			continue;
		print_error("%s shows %d of %d columns\n", view_all[i]->name, cs.n_shown, cs.n);
		bad++;
	}
	assert_int_equal(bad, 0);
}

static void cards_have_two_lines_in_40_columns(void **state)
{
	const struct view_who who = { .may = yes };

	(void)state;
	for (size_t i = 0; i < view_count; i++) {
		struct columns cs;

		columns_init(&cs, view_all[i], &who);
		columns_fit(&cs, 39, true);
		for (int k = 0; k < cs.n_shown; k++) {
			assert_in_range(cs.x[k] + cs.w[k], 1, 39);
			assert_in_range(cs.line[k], 0, 1);
		}
	}
}

static void hits_name_the_owner_in_40_columns(void **state)
{
	const struct view_who who = { .may = yes };
	struct columns cs;

	(void)state;
	columns_init(&cs, view_find("search_hits"), &who);
	columns_fit(&cs, 39, true);
	assert_int_equal(cs.n_shown, 4);
	assert_false(cs.more);
}

static void headings_get_room_before_texts(void **state)
{
	const struct view_who who = { .may = yes };
	const struct view *v = view_find("handovers");
	int jobs = view_col_index(v, "jobs");
	struct columns cs;

	(void)state;
	columns_init(&cs, v, &who);
	columns_fit(&cs, 79, false);
	for (int k = 0; k < cs.n_shown; k++)
		if (cs.col[cs.shown[k]].index == jobs)
			assert_true(cs.w[k] >= (int)strlen(v->cols[jobs].title));
}

static void choice_is_written_and_read_back(void **state)
{
	const struct view_who who = { .may = yes };
	struct arena *a = arena_new();
	struct columns cs, again;

	(void)state;
	columns_init(&cs, view_find("parts"), &who);
	cs.col[1].off = true;
	cs.col[0].width = 9;
	columns_init(&again, view_find("parts"), &who);
	columns_read(&again, columns_write(&cs, a));
	assert_true(again.col[1].off);
	assert_int_equal(again.col[0].width, 9);
	columns_read(&again, "no_such:3 price -unit:99999999999 qty:");
	assert_string_equal(view_find("parts")->cols[again.col[0].index].name, "price");
	assert_true(again.col[1].off);
	assert_int_equal(again.col[1].width, 0);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_view_fits_into_80_columns),
		cmocka_unit_test(cards_have_two_lines_in_40_columns),
		cmocka_unit_test(hits_name_the_owner_in_40_columns),
		cmocka_unit_test(headings_get_room_before_texts),
		cmocka_unit_test(choice_is_written_and_read_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
