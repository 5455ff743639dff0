/* test_pinyin.c - finding Chinese names by the first letters of their readings. */
#include "tests/test.h"

#include <string.h>

#include "base/pinyin.h"
#include "base/str.h"
#include "base/text.h"

static void typed_as(const char *text, size_t max, const char *want)
{
	struct arena *a = arena_new();
	struct str out = { 0 };
	char **got;
	size_t n = pinyin_initials(a, text, max, &got);

	for (size_t i = 0; i < n; i++)
		str_addf(&out, "%s%s", i ? " " : "", got[i]);
	assert_string_equal(str_get(&out), want);
	str_free(&out);
	arena_free(a);
}

static void initials_come_with_the_likeliest_first(void **state)
{
	(void)state;
	typed_as("张三", 8, "zs");
	typed_as("刹车片", 8, "scp ccp sjp cjp");
	typed_as("曾乐", 8, "cl zl cy zy");
	typed_as("曾乐", 3, "cl zl cy");
	typed_as("曾乐", 0, "");
	typed_as("王 A-1 号", 8, "wa1h");
	typed_as("Ｏ型圈", 8, "oxq oxj");
	typed_as("二〇", 8, "el");
	typed_as("", 8, "");
	typed_as("--", 8, "");
}

static void simplified_and_traditional_are_typed_alike(void **state)
{
	(void)state;
	typed_as("張三豐", 8, "zsf");
	typed_as("剎車片", 8, "scp ccp sjp cjp");
	assert_int_equal(pinyin_simplified(0x8ECA), 0x8F66);
	assert_int_equal(pinyin_simplified('a'), 'a');
	assert_int_equal(pinyin_simplified(0x8F66), 0x8F66);
}

static void surnames_are_found_by_their_own_reading(void **state)
{
	static const struct {
		const char *name;
		char letter;
	} names[] = { { "单", 's' }, { "曾", 'z' }, { "仇", 'q' }, { "解", 'x' },
		      { "查", 'z' }, { "区", 'o' }, { "翟", 'z' }, { "覃", 'q' },
		      { "乐", 'y' }, { "尉", 'y' }, { "單", 's' }, { "區", 'o' } };

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		uint32_t cp = 0;

		text_decode(names[i].name, 3, &cp);
		assert_true(pinyin_mask(cp) & (1U << (names[i].letter - 'a')));
	}
}

static void nearly_every_common_character_has_a_reading(void **state)
{
	int without = 0;

	(void)state;
	for (uint32_t cp = 0x4E00; cp < 0x9FA6; cp++)
		without += pinyin_mask(cp) == 0;
	assert_true(without < 400);
	assert_int_equal(pinyin_mask('a'), 0);
	assert_int_equal(pinyin_mask(0x10FFFF), 0);
}

static void a_long_text_of_many_readings_stays_capped(void **state)
{
	struct arena *a = arena_new();
	struct str s = { 0 };
	char **got;

	(void)state;
	for (int i = 0; i < 300; i++)
		str_add(&s, "长重行乐");
	assert_int_equal(pinyin_initials(a, str_get(&s), 16, &got), 16);
	for (size_t i = 1; i < 16; i++)
		assert_string_not_equal(got[i], got[i - 1]);
	assert_int_equal(strlen(got[0]), 1200);
	str_free(&s);
	arena_free(a);
}

static void folding_to_simplified_ends_after_one_step(void **state)
{
	(void)state;
	for (uint32_t cp = 0x3400; cp < 0xA000; cp++)
		assert_int_equal(pinyin_simplified(pinyin_simplified(cp)), pinyin_simplified(cp));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(initials_come_with_the_likeliest_first),
		cmocka_unit_test(simplified_and_traditional_are_typed_alike),
		cmocka_unit_test(surnames_are_found_by_their_own_reading),
		cmocka_unit_test(nearly_every_common_character_has_a_reading),
		cmocka_unit_test(a_long_text_of_many_readings_stays_capped),
		cmocka_unit_test(folding_to_simplified_ends_after_one_step),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
