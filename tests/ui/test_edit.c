/* test_edit.c - the editor of one field. */
#include "tests/test.h"

#include <string.h>

#include "base/lang.h"
#include "ui/edit.h"

static void press(struct edit *ed, enum key_code k)
{
	struct key_event ev = { .key = k };

	edit_key(ed, &ev);
}

static void type(struct edit *ed, const char *text)
{
	for (; *text; text += strlen(key_text(text).ch)) {
		struct key_event ev = key_text(text);

		edit_key(ed, &ev);
	}
}

static void caret_moves_by_character(void **state)
{
	struct edit ed;

	(void)state;
	edit_init(&ed, "", 0, 0);
	type(&ed, "鄂A车e\xcc\x81");
	press(&ed, K_LEFT);
	assert_int_equal(ed.caret, strlen("鄂A车"));
	press(&ed, K_LEFT);
	press(&ed, K_BACKSPACE);
	assert_string_equal(edit_text(&ed), "鄂车e\xcc\x81");
	press(&ed, K_END);
	press(&ed, K_BACKSPACE);
	assert_string_equal(edit_text(&ed), "鄂车");
	press(&ed, K_HOME);
	press(&ed, K_DEL);
	assert_string_equal(edit_text(&ed), "车");
	edit_free(&ed);
}

static void limit_counts_characters_not_bytes(void **state)
{
	struct edit ed;

	(void)state;
	edit_init(&ed, "", 3, 0);
	type(&ed, "一二三四");
	assert_string_equal(edit_text(&ed), "一二三");
	assert_true(ed.full);
	edit_free(&ed);
}

static void escape_brings_the_old_value_back(void **state)
{
	struct edit ed;

	(void)state;
	edit_init(&ed, "old", 0, 0);
	assert_false(edit_restore(&ed));
	type(&ed, "er");
	assert_true(edit_changed(&ed));
	assert_true(edit_restore(&ed));
	assert_string_equal(edit_text(&ed), "old");
	press(&ed, K_CLEAR);
	assert_string_equal(edit_text(&ed), "");
	edit_free(&ed);
}

static void typing_replaces_a_proposed_amount(void **state)
{
	struct edit ed;

	(void)state;
	edit_init(&ed, "120.00", 0, EDIT_REPLACE);
	type(&ed, "50");
	assert_string_equal(edit_text(&ed), "50");
	edit_set(&ed, "70.00");
	press(&ed, K_LEFT);
	type(&ed, "1");
	assert_string_equal(edit_text(&ed), "70.010");
	edit_free(&ed);
}

static void pasted_newlines_do_not_leave_one_line(void **state)
{
	struct edit ed;
	struct key_event ev = { .key = K_PASTE, .text = "a\r\nb\033\r" };

	(void)state;
	edit_init(&ed, "", 0, 0);
	edit_key(&ed, &ev);
	assert_string_equal(edit_text(&ed), "a b");
	edit_free(&ed);
	edit_init(&ed, "", 0, EDIT_AREA);
	edit_key(&ed, &ev);
	assert_string_equal(edit_text(&ed), "a\nb\n");
	edit_free(&ed);
}

static void burst_can_be_taken_back(void **state)
{
	struct edit ed;

	(void)state;
	edit_init(&ed, "12", 0, 0);
	for (int i = 0; i < 6; i++) {
		struct key_event ev = key_text("9");

		ev.burst = i + 1;
		edit_key(&ed, &ev);
	}
	assert_string_equal(edit_text(&ed), "12999999");
	edit_unburst(&ed);
	assert_string_equal(edit_text(&ed), "12");
	edit_free(&ed);
}

static void long_line_scrolls_and_keeps_the_caret_in_sight(void **state)
{
	struct edit ed;
	struct canvas *c = canvas_new(1, 12);
	int y, x;

	(void)state;
	edit_init(&ed, "", 0, 0);
	type(&ed, "一二三四五六七八九十");
	edit_draw(&ed, c, (struct rect){ 0, 2, 1, 8 }, ROLE_FOCUS, true);
	canvas_caret_at(c, &y, &x);
	assert_int_equal(y, 0);
	assert_in_range(x, 2, 9);
	press(&ed, K_HOME);
	edit_draw(&ed, c, (struct rect){ 0, 2, 1, 8 }, ROLE_FOCUS, true);
	canvas_caret_at(c, &y, &x);
	assert_int_equal(x, 2);
	assert_int_equal(canvas_at(c, 0, 2).cp, 0x4e00);
	edit_free(&ed);
	canvas_free(c);
}

static void area_moves_by_shown_lines(void **state)
{
	struct edit ed;
	struct canvas *c = canvas_new(4, 10);
	int y, x;
	struct key_event up = { .key = K_UP };

	(void)state;
	edit_init(&ed, "abcdefghij\nxy", 0, EDIT_AREA);
	edit_draw(&ed, c, (struct rect){ 0, 0, 3, 6 }, ROLE_FOCUS, true);
	canvas_caret_at(c, &y, &x);
	assert_int_equal(y, 2);
	assert_int_equal(x, 2);
	assert_true(edit_key(&ed, &up));
	edit_draw(&ed, c, (struct rect){ 0, 0, 3, 6 }, ROLE_FOCUS, true);
	canvas_caret_at(c, &y, &x);
	assert_int_equal(y, 1);
	assert_true(edit_key(&ed, &up));
	assert_false(edit_key(&ed, &up));
	edit_free(&ed);
	canvas_free(c);
}

static void secret_shows_stars(void **state)
{
	struct edit ed;
	struct canvas *c = canvas_new(1, 10);
	struct str s = { 0 };

	(void)state;
	edit_init(&ed, "", 0, EDIT_SECRET);
	type(&ed, "1234");
	edit_draw(&ed, c, (struct rect){ 0, 0, 1, 10 }, ROLE_FOCUS, true);
	canvas_row_text(c, 0, &s);
	assert_string_equal(str_get(&s), "****");
	str_free(&s);
	edit_free(&ed);
	canvas_free(c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(caret_moves_by_character),
		cmocka_unit_test(limit_counts_characters_not_bytes),
		cmocka_unit_test(escape_brings_the_old_value_back),
		cmocka_unit_test(typing_replaces_a_proposed_amount),
		cmocka_unit_test(pasted_newlines_do_not_leave_one_line),
		cmocka_unit_test(burst_can_be_taken_back),
		cmocka_unit_test(long_line_scrolls_and_keeps_the_caret_in_sight),
		cmocka_unit_test(area_moves_by_shown_lines),
		cmocka_unit_test(secret_shows_stars),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
