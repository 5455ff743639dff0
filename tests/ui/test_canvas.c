/* test_canvas.c - rows stay whole whatever is written over what. */
#include "tests/test.h"

#include <string.h>

#include "base/lang.h"
#include "ui/canvas.h"

static void row_is(const struct canvas *c, int y, const char *want)
{
	struct str s = { 0 };

	canvas_row_text(c, y, &s);
	assert_string_equal(str_get(&s), want);
	str_free(&s);
}

static void text_is_clipped_by_columns(void **state)
{
	struct canvas *c = canvas_new(3, 10);

	(void)state;
	canvas_put(c, 0, 0, 5, -1, ROLE_NORMAL, "客户单位");
	row_is(c, 0, "客户~");
	canvas_put(c, 1, 0, 4, -1, ROLE_NORMAL, "客户单位");
	row_is(c, 1, "客 ~");
	canvas_put(c, 2, 6, 10, -1, ROLE_NORMAL, "abcdef");
	row_is(c, 2, "      abcd");
	canvas_free(c);
}

static void text_is_aligned(void **state)
{
	struct canvas *c = canvas_new(3, 10);

	(void)state;
	canvas_put(c, 0, 0, 10, 1, ROLE_NORMAL, "金额");
	row_is(c, 0, "      金额");
	canvas_put(c, 1, 0, 10, 0, ROLE_NORMAL, "ab");
	row_is(c, 1, "    ab");
	canvas_free(c);
}

static void covered_half_becomes_a_blank(void **state)
{
	struct canvas *c = canvas_new(2, 10);

	(void)state;
	canvas_put(c, 0, 0, 10, -1, ROLE_NORMAL, "中文字");
	canvas_put(c, 0, 3, 1, -1, ROLE_NORMAL, "x");
	row_is(c, 0, "中 x字");
	canvas_put(c, 0, 4, 1, -1, ROLE_NORMAL, "y");
	row_is(c, 0, "中 xy");
	canvas_put(c, 1, 0, 10, -1, ROLE_NORMAL, "中文字");
	canvas_put(c, 1, 1, 2, -1, ROLE_NORMAL, "图");
	row_is(c, 1, " 图 字");
	canvas_free(c);
}

static void wide_character_is_not_cut_by_the_edge(void **state)
{
	struct canvas *c = canvas_new(1, 5);

	(void)state;
	canvas_put_cut(c, 0, 0, 5, ROLE_NORMAL, "一二三");
	row_is(c, 0, "一二");
	canvas_put_cut(c, 0, -1, 5, ROLE_NORMAL, "一二三");
	row_is(c, 0, " 二");
	canvas_free(c);
}

static void hostile_text_is_shown_as_question_marks(void **state)
{
	struct canvas *c = canvas_new(1, 20);

	(void)state;
	canvas_put(c, 0, 0, 20, -1, ROLE_NORMAL,
		   "a\033[2J\xe2\x80\xae"
		   "b\nc\xff");
	row_is(c, 0, "a?[2J?b?c?");
	canvas_free(c);
}

static void combining_mark_joins_its_character(void **state)
{
	struct canvas *c = canvas_new(1, 4);

	(void)state;
	canvas_put(c, 0, 0, 4, -1, ROLE_NORMAL, "e\xcc\x81z");
	assert_int_equal(canvas_at(c, 0, 0).comb, 0x301);
	assert_int_equal(canvas_at(c, 0, 1).cp, 'z');
	canvas_free(c);
}

static void boxes_are_drawn_over_wide_text(void **state)
{
	struct canvas *c = canvas_new(3, 8);

	(void)state;
	for (int y = 0; y < 3; y++)
		canvas_put(c, y, 0, 8, -1, ROLE_NORMAL, "中文字样");
	canvas_box(c, (struct rect){ 0, 1, 3, 5 }, ROLE_LINE);
	row_is(c, 0, " +---+样");
	row_is(c, 1, " |文 |样");
	canvas_free(c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_clipped_by_columns),
		cmocka_unit_test(text_is_aligned),
		cmocka_unit_test(covered_half_becomes_a_blank),
		cmocka_unit_test(wide_character_is_not_cut_by_the_edge),
		cmocka_unit_test(hostile_text_is_shown_as_question_marks),
		cmocka_unit_test(combining_mark_joins_its_character),
		cmocka_unit_test(boxes_are_drawn_over_wide_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
