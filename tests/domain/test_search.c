/* test_search.c - the words of a row and the rows of a word. */
#include "tests/domain/shop.h"

#include <stdlib.h>

#include "domain/search.h"

/* A shop in which words may be written; nothing of it is kept. */
struct words {
	struct test_shop *s;
	struct answer answer;
	struct ctx ctx;
	struct search_hit *hit;
};

static int begin(void **state)
{
	struct words *w = xcalloc(1, sizeof *w);

	w->s = test_shop_new();
	assert_true(shop_begin(w->s->shop, "test", NULL, NULL, &w->s->err));
	session_ctx(w->s->session, w->s->arena, &w->answer, &w->ctx);
	*state = w;
	return 0;
}

static int end(void **state)
{
	struct words *w = *state;

	assert_false(db_failed(w->ctx.db));
	shop_rollback(w->s->shop);
	test_shop_free(w->s);
	free(w);
	return 0;
}

static size_t find(struct words *w, const char *typed)
{
	return search_find(w->ctx.db, w->s->arena, typed, 20, &w->hit);
}

static void finds(struct words *w, const char *typed, int64_t id, enum search_how how)
{
	if (find(w, typed) != 1)
		fail_msg("“%s” is found %zu times", typed, find(w, typed));
	assert_int_equal(w->hit[0].id, id);
	assert_int_equal(w->hit[0].how, how);
}

static void a_name_is_found_as_people_type_it(void **state)
{
	struct words *w = *state;

	search_words_set(&w->ctx, "part", 7, SEARCH(S_CODE("OF-1001"), S_NAME("機油濾清器 Bosch"), S_CODE(NULL)));
	finds(w, "机油滤清器bosch", 7, HIT_EXACT);
	finds(w, "機油濾清器", 7, HIT_EXACT);
	finds(w, "机油", 7, HIT_PREFIX);
	finds(w, "ｂｏｓｃｈ", 7, HIT_EXACT);
	finds(w, "bos", 7, HIT_PREFIX);
	finds(w, "jylqqbosch", 7, HIT_EXACT);
	finds(w, "JYLQQ", 7, HIT_PREFIX);
	finds(w, "of1001", 7, HIT_EXACT);
	finds(w, "001", 7, HIT_TAIL);
	finds(w, "滤清", 7, HIT_INSIDE);
	finds(w, "f10", 7, HIT_INSIDE);
}

static void every_reading_of_a_name_finds_it(void **state)
{
	struct words *w = *state;

	search_words_set(&w->ctx, "part", 3, SEARCH(S_NAME("长城")));
	finds(w, "cc", 3, HIT_EXACT);
	finds(w, "zc", 3, HIT_EXACT);
}

static void the_tail_of_a_plate_finds_the_car(void **state)
{
	struct words *w = *state;

	search_words_set(&w->ctx, "vehicle", 1, SEARCH(S_CODE("鄂A12345"), S_CODE("LSVNV2182E2100001")));
	search_words_set(&w->ctx, "vehicle", 2, SEARCH(S_CODE("鄂A99945")));
	finds(w, "2345", 1, HIT_TAIL);
	finds(w, "鄂a12345", 1, HIT_EXACT);
	finds(w, "2100001", 1, HIT_TAIL);
	assert_int_equal(find(w, "45"), 2);
}

static void exact_comes_before_beginning_and_end(void **state)
{
	struct words *w = *state;

	search_words_set(&w->ctx, "part", 1, SEARCH(S_CODE("X-110")));
	search_words_set(&w->ctx, "part", 2, SEARCH(S_CODE("110-X")));
	search_words_set(&w->ctx, "part", 3, SEARCH(S_CODE("110")));
	assert_int_equal(find(w, "110"), 3);
	assert_int_equal(w->hit[0].id, 3);
	assert_int_equal(w->hit[1].id, 2);
	assert_int_equal(w->hit[2].id, 1);
}

static void new_words_replace_the_old_ones(void **state)
{
	struct words *w = *state;

	search_words_set(&w->ctx, "part", 1, SEARCH(S_CODE("ALPHA")));
	search_words_set(&w->ctx, "part", 1, SEARCH(S_CODE("BETA")));
	assert_int_equal(find(w, "alpha"), 0);
	finds(w, "beta", 1, HIT_EXACT);
}

static void nothing_and_nonsense_find_nothing(void **state)
{
	struct words *w = *state;

	search_words_set(&w->ctx, "part", 1, SEARCH(S_CODE("ALPHA"), S_NAME("")));
	assert_int_equal(find(w, ""), 0);
	assert_int_equal(find(w, "  "), 0);
	assert_int_equal(find(w, "<"), 0);
	assert_int_equal(find(w, "%"), 0);
	assert_int_equal(find(w, "ph"), 0);
	finds(w, "<alpha", 1, HIT_EXACT);
}

static void no_more_hits_come_than_were_asked_for(void **state)
{
	struct words *w = *state;

	for (int i = 0; i < 50; i++)
		search_words_set(&w->ctx, "part", i + 1, SEARCH(S_CODE(arena_printf(w->s->arena, "P%03d", i))));
	assert_int_equal(find(w, "p"), 20);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_name_is_found_as_people_type_it, begin, end),
		cmocka_unit_test_setup_teardown(every_reading_of_a_name_finds_it, begin, end),
		cmocka_unit_test_setup_teardown(the_tail_of_a_plate_finds_the_car, begin, end),
		cmocka_unit_test_setup_teardown(exact_comes_before_beginning_and_end, begin, end),
		cmocka_unit_test_setup_teardown(new_words_replace_the_old_ones, begin, end),
		cmocka_unit_test_setup_teardown(nothing_and_nonsense_find_nothing, begin, end),
		cmocka_unit_test_setup_teardown(no_more_hits_come_than_were_asked_for, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
