/* test_search.c - the words of a row and the rows of a word. */
#include "tests/domain/shop.h"

#include <stdlib.h>

#include "domain/search.h"

enum how { HIT_EXACT, HIT_PREFIX, HIT_TAIL, HIT_MIDDLE, HIT_TRIGRAM, HIT_SCAN };

/* A shop in which words may be written; nothing of it is kept. */
struct words {
	struct test_shop *s;
	struct answer answer;
	struct ctx ctx;
	struct view_who who;
	struct view_row *hit;
};

/* Rows for the words to lead to. */
static void rows(struct db *db)
{
	for (int i = 1; i <= 50; i++)
		db_exec(db, SQL("INSERT INTO part (id, code, name, price) VALUES (:id, 'C' || :id, '', 0)"),
			BIND(B_INT("id", i)));
	db_exec(db, SQL("INSERT INTO party (id, kind, name, since_on) VALUES (90, 'customer', '', 0)"), NULL);
	db_exec(db, SQL("INSERT INTO vehicle (id, plate, customer_id) VALUES (1, 'A', 90), (2, 'B', 90)"),
		NULL);
}

static int begin(void **state)
{
	struct words *w = xcalloc(1, sizeof *w);

	w->s = test_shop_new();
	assert_true(shop_begin(w->s->shop, "test", NULL, NULL, &w->s->err));
	session_ctx(w->s->session, w->s->arena, &w->answer, &w->ctx);
	session_who(&w->ctx, &w->who);
	rows(w->ctx.db);
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

/* What the home screen sees: `depth` 0 by the index of words, 1 of middles too, 2 through everything. */
static size_t find(struct words *w, const char *typed, int depth)
{
	const struct view_arg arg[] = { { .name = "q", .text = true, .s = typed },
					{ .name = "depth", .i = depth } };
	const struct view_query q = { .view = view_find("search_hits"), .args = arg, .n_args = 2 };
	struct err e = { 0 };
	size_t n = 0;

	if (!view_page(w->ctx.db, &q, &w->who, NULL, false, 99, w->s->arena, &w->hit, &n, &e))
		fail_msg("%s", e.text);
	return n;
}

static int64_t value(const struct words *w, size_t hit, const char *col)
{
	return w->hit[hit].val[view_col_index(view_find("search_hits"), col)].i;
}

static void finds(struct words *w, const char *typed, int64_t id, enum how how)
{
	int depth = how == HIT_TRIGRAM ? 1 : how == HIT_SCAN ? 2 : 0;

	for (int before = 0; before < depth; before++)
		assert_int_equal(find(w, typed, before), 0);
	if (find(w, typed, depth) != 1)
		fail_msg("“%s” is found %zu times", typed, find(w, typed, depth));
	assert_int_equal(value(w, 0, "ref_id"), id);
	assert_int_equal(value(w, 0, "rank") / 10, how);
}

static void a_name_is_found_as_people_type_it(void **state)
{
	struct words *w = *state;

	search_words_set(&w->ctx, "part", 7,
			 SEARCH(S_CODE("OF-1001"), S_NAME("機油濾清器 Bosch"), S_CODE(NULL)));
	finds(w, "机油滤清器bosch", 7, HIT_EXACT);
	finds(w, "機油濾清器", 7, HIT_EXACT);
	finds(w, "机油", 7, HIT_PREFIX);
	finds(w, "ｂｏｓｃｈ", 7, HIT_EXACT);
	finds(w, "bos", 7, HIT_PREFIX);
	finds(w, "jylqqbosch", 7, HIT_EXACT);
	finds(w, "JYLQQ", 7, HIT_PREFIX);
	finds(w, "of1001", 7, HIT_EXACT);
	finds(w, "001", 7, HIT_TAIL);
	finds(w, "滤清", 7, HIT_MIDDLE);
	finds(w, "器b", 7, HIT_MIDDLE);
	finds(w, "f10", 7, HIT_TRIGRAM);
	finds(w, "10", 7, HIT_SCAN);
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
	assert_int_equal(find(w, "45", 0), 2);
}

static void exact_comes_before_beginning_and_end(void **state)
{
	struct words *w = *state;

	search_words_set(&w->ctx, "part", 1, SEARCH(S_CODE("X-110")));
	search_words_set(&w->ctx, "part", 2, SEARCH(S_CODE("110-X")));
	search_words_set(&w->ctx, "part", 3, SEARCH(S_CODE("110")));
	assert_int_equal(find(w, "110", 0), 3);
	assert_int_equal(value(w, 0, "ref_id"), 3);
	assert_int_equal(value(w, 1, "ref_id"), 2);
	assert_int_equal(value(w, 2, "ref_id"), 1);
}

static void new_words_replace_the_old_ones(void **state)
{
	struct words *w = *state;

	search_words_set(&w->ctx, "part", 1, SEARCH(S_CODE("ALPHA")));
	search_words_set(&w->ctx, "part", 1, SEARCH(S_CODE("BETA")));
	assert_int_equal(find(w, "alpha", 2), 0);
	assert_int_equal(find(w, "lph", 2), 0);
	finds(w, "beta", 1, HIT_EXACT);
	finds(w, "et", 1, HIT_SCAN);
	search_words_drop(&w->ctx, "part", 1);
	assert_int_equal(find(w, "et", 2), 0);
}

static void nothing_and_nonsense_find_nothing(void **state)
{
	struct words *w = *state;

	search_words_set(&w->ctx, "part", 1, SEARCH(S_CODE("ALPHA"), S_NAME("")));
	for (int depth = 0; depth <= 2; depth++) {
		assert_int_equal(find(w, "", depth), 0);
		assert_int_equal(find(w, "  ", depth), 0);
		assert_int_equal(find(w, "<", depth), 0);
		assert_int_equal(find(w, "%", depth), 0);
		assert_int_equal(find(w, "\"", depth), 0);
	}
	finds(w, "<alpha", 1, HIT_EXACT);
}

static void no_more_hits_come_than_a_page_has(void **state)
{
	struct words *w = *state;

	for (int i = 0; i < 50; i++)
		search_words_set(&w->ctx, "part", i + 1,
				 SEARCH(S_CODE(arena_printf(w->s->arena, "P%03d", i))));
	assert_int_equal(find(w, "p", 0), 18);
}

static void a_word_names_one_row_of_its_kind(void **state)
{
	struct words *w = *state;
	int64_t id[2];

	search_words_set(&w->ctx, "part", 1, SEARCH(S_NAME("前刹车片")));
	search_words_set(&w->ctx, "labour", 1, SEARCH(S_NAME("前刹车片")));
	assert_int_equal(search_exact(w->ctx.db, w->s->arena, "QSCP", "part", 2, id), 1);
	assert_int_equal(id[0], 1);
	search_words_set(&w->ctx, "part", 2, SEARCH(S_NAME("前刹车盘")));
	assert_int_equal(search_exact(w->ctx.db, w->s->arena, "qscp", "part", 2, id), 2);
	assert_int_equal(search_exact(w->ctx.db, w->s->arena, "qsc", "part", 2, id), 0);
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
		cmocka_unit_test_setup_teardown(a_word_names_one_row_of_its_kind, begin, end),
		cmocka_unit_test_setup_teardown(no_more_hits_come_than_a_page_has, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
