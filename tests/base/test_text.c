/* test_text.c - UTF-8, columns of a terminal, and what may be stored. */
#include "tests/test.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

static void decode_refuses_what_is_not_utf8(void **state)
{
	static const char *const bad[] = { "\x80",
					   "\xC0\x80",
					   "\xC1\xBF",
					   "\xE0\x80\x80",
					   "\xED\xA0\x80",
					   "\xF4\x90\x80\x80",
					   "\xF8\x88\x80\x80",
					   "\xE4\xB8",
					   "\xD6\xD0",
					   "\xFF" };
	uint32_t cp;

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_int_equal(text_decode(bad[i], strlen(bad[i]), &cp), -1);
	assert_int_equal(text_decode("", 0, &cp), 0);
	assert_int_equal(text_decode("", 1, &cp), 0);
}

static void decode_reverses_encode_for_every_code_point(void **state)
{
	char buf[5];
	uint32_t got;

	(void)state;
	for (uint32_t cp = 1; cp <= 0x10FFFF; cp++) {
		int n;

		if (cp >= 0xD800 && cp <= 0xDFFF)
			continue;
		n = text_encode(cp, buf);
		assert_int_equal(text_decode(buf, (size_t)n, &got), n);
		assert_int_equal(got, cp);
	}
}

static void widths_are_columns(void **state)
{
	(void)state;
	assert_int_equal(text_width(""), 0);
	assert_int_equal(text_width("abc"), 3);
	assert_int_equal(text_width("刹车片 A"), 8);
	assert_int_equal(text_width("e\xCC\x81"), 1);
	assert_int_equal(text_width("a\xFF"
				    "b"),
			 3);
	assert_int_equal(text_fit("刹车片", 5), 6);
	assert_int_equal(text_fit("刹车片", 0), 0);
	assert_int_equal(text_fit("e\xCC\x81x", 1), 3);
}

static void padded(const char *s, int columns, int align, const char *want)
{
	struct str out = { 0 };

	text_pad(&out, s, columns, align);
	assert_string_equal(str_get(&out), want);
	str_free(&out);
}

static void pad_makes_exactly_the_columns(void **state)
{
	(void)state;
	padded("ab", 4, -1, "ab  ");
	padded("ab", 4, 1, "  ab");
	padded("ab", 5, 0, " ab  ");
	padded("刹车片", 6, -1, "刹车片");
	padded("刹车片", 5, -1, "刹车~");
	padded("刹车片", 4, -1, "刹~ ");
	padded("刹车片", 4, 1, " 刹~");
	padded("刹车片", 1, -1, "~");
	padded("abc", 0, -1, "");
	padded("", 2, 0, "  ");
}

static void pad_holds_for_any_bytes(void **state)
{
	(void)state;
	for (int round = 0; round < 3000; round++) {
		char s[24] = "";
		struct str out = { 0 };
		int columns = rand() % 20;

		for (int i = 0; i < 23; i++)
			s[i] = (char)(rand() % 3 ? "刹车片\xFF"
						   "abc "[rand() % 14]
						 : rand() % 255 + 1);
		text_pad(&out, s, columns, rand() % 3 - 1);
		assert_int_equal(text_width(str_get(&out)), columns);
		str_free(&out);
	}
}

static void wrapped(const char *s, int columns, const char *want)
{
	struct arena *a = arena_new();
	struct str out = { 0 };
	char **lines;
	size_t n = text_wrap(a, s, columns, &lines);

	for (size_t i = 0; i < n; i++)
		str_addf(&out, "%s%s", i ? "|" : "", lines[i]);
	assert_string_equal(str_get(&out), want);
	str_free(&out);
	arena_free(a);
}

static void wrap_breaks_where_people_would(void **state)
{
	(void)state;
	wrapped("", 10, "");
	wrapped("oil filter and seal", 10, "oil filter|and seal");
	wrapped("更换机油滤清器", 6, "更换机|油滤清|器");
	wrapped("更换机油，滤清器", 8, "更换机|油，滤清|器");
	wrapped("更换（机油）", 6, "更换|（机|油）");
	wrapped("a\n\nb\n", 10, "a||b");
	wrapped("abcdefghij", 4, "abcd|efgh|ij");
	wrapped("换5W-40机油", 7, "换5W-40|机油");
	wrapped("开单湘F09904", 11, "开单|湘F09904");
	wrapped("刹", 1, "刹");
	wrapped("，，，，", 4, "，，|，，");
}

static void safe_leaves_nothing_that_drives_a_terminal(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_string_equal(text_safe(a, "a\x1b[2Jb\r\nc", false), "a?[2Jb??c");
	assert_string_equal(text_safe(a, "a\nb\tc", true), "a\nb?c");
	assert_string_equal(text_safe(a,
				      "\xE2\x80\xAE"
				      "abc\xE2\x80\x8B",
				      false),
			    "?abc?");
	assert_string_equal(text_safe(a,
				      "\xC2\x9B"
				      "31m \xFF\xFE",
				      false),
			    "?31m ??");
	assert_string_equal(text_safe(a, NULL, false), "");
	for (int round = 0; round < 2000; round++) {
		char s[40] = "", *out;
		struct err e = { 0 };

		for (int i = 0; i < 39; i++)
			s[i] = (char)(rand() % 256);
		out = text_safe(a, s, false);
		assert_true(text_check(out, strlen(out), 100, false, "", &e));
	}
	arena_free(a);
}

static void refused(const char *s, size_t n, bool multiline, const char *want)
{
	struct err e = { 0 };

	assert_false(text_check(s, n, 5, multiline, "name", &e));
	assert_string_equal(e.text, want);
	assert_string_equal(e.field, "name");
}

static void check_says_what_is_wrong_with_a_text(void **state)
{
	struct err e = { 0 };

	(void)state;
	assert_true(text_check("张三丰a1", 11, 5, false, "name", &e));
	assert_true(text_check("a\nb", 3, 5, true, "name", &e));
	refused("123456", 6, false, "This text has 6 characters; at most 5 can be kept");
	refused("a\nb", 3, false, "This text must stay on one line; remove the line break");
	refused("ab\x1b", 3, false, "Character 3 is invisible or controls the terminal (U+001B); remove it");
	refused("\xE2\x80\xAE", 3, true,
		"Character 1 is invisible or controls the terminal (U+202E); remove it");
	refused("a\0b", 3, false, "This text contains a zero byte; remove it");
	refused("\xD5\xC5\xC8\xFD", 4, false,
		"This text is in GBK, not in UTF-8; set the terminal or the file to UTF-8");
	refused("\xE5\xBC", 2, false,
		"This text is in GBK, not in UTF-8; set the terminal or the file to UTF-8");
	refused("a\xFFz", 3, false, "This text is not UTF-8; set the terminal or the file to UTF-8");
}

static void codes_fold_to_one_form(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_string_equal(text_fold_code(a, " 鄂ａ·１２３４５　"), "鄂A12345");
	assert_string_equal(text_fold_code(a, "lsv－ab１"), "LSV-AB1");
	assert_string_equal(text_fold_code(a, "￥1。5、2：3"), "1.5/2:3");
	assert_string_equal(text_fold_code(a, ""), "");
	assert_string_equal(text_fold_code(a, "\xFF"), "?");
	assert_string_equal(text_fold_free(a, " e\xCC\x81 Ａ　"), "\xC3\xA9 Ａ");
	arena_free(a);
}

static void searches_find_traditional_by_simplified(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_string_equal(text_fold_search(a, "車 輛"), text_fold_search(a, "车辆"));
	assert_string_equal(text_fold_search(a, "張.ＳＡＮ-1/2"), "张san12");
	arena_free(a);
}

static void typed_text_that_is_too_long_is_no_number(void **state)
{
	char buf[TEXT_TYPED], longer[200];

	(void)state;
	memset(longer, '1', sizeof longer - 1);
	longer[sizeof longer - 1] = '\0';
	text_fold_typed(longer, buf);
	assert_string_equal(buf, "?");
	text_fold_typed("  １２ ", buf);
	assert_string_equal(buf, "12");
}

static void brief_is_short_and_safe(void **state)
{
	char buf[TEXT_BRIEF], longer[400] = "";

	(void)state;
	assert_string_equal(text_brief(buf, "a\x1b"), "a?");
	for (int i = 0; i < 100; i++)
		memcpy(longer + 3 * i, "刹", 4);
	assert_int_equal(text_width(text_brief(buf, longer)), 29);
	for (int i = 0; i < 199; i++)
		memcpy(longer + 2 * i, "\xCC\x81", 3);
	assert_true(strlen(text_brief(buf, longer)) < TEXT_BRIEF);
}

static void reverse_keeps_characters_whole(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_string_equal(text_reverse(a, "鄂A12"), "21A鄂");
	assert_string_equal(text_reverse(a, ""), "");
	arena_free(a);
}

static void phones_are_grouped_for_reading(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_string_equal(text_phone(a, "13812345678"), "138 1234 5678");
	assert_string_equal(text_phone(a, "0912345678"), "0912 345 678");
	assert_string_equal(text_phone(a, "02787654321"), "027 8765 4321");
	assert_string_equal(text_phone(a, "07112345678"), "0711 234 5678");
	assert_string_equal(text_phone(a, "87654321"), "8765 4321");
	assert_string_equal(text_phone(a, "110"), "110");
	assert_string_equal(text_phone(a, "027-1"), "027-1");
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(decode_refuses_what_is_not_utf8),
		cmocka_unit_test(decode_reverses_encode_for_every_code_point),
		cmocka_unit_test(widths_are_columns),
		cmocka_unit_test(pad_makes_exactly_the_columns),
		cmocka_unit_test(pad_holds_for_any_bytes),
		cmocka_unit_test(wrap_breaks_where_people_would),
		cmocka_unit_test(safe_leaves_nothing_that_drives_a_terminal),
		cmocka_unit_test(check_says_what_is_wrong_with_a_text),
		cmocka_unit_test(codes_fold_to_one_form),
		cmocka_unit_test(searches_find_traditional_by_simplified),
		cmocka_unit_test(typed_text_that_is_too_long_is_no_number),
		cmocka_unit_test(brief_is_short_and_safe),
		cmocka_unit_test(reverse_keeps_characters_whole),
		cmocka_unit_test(phones_are_grouped_for_reading),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
