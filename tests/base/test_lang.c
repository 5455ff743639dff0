/* test_lang.c - the languages. */
#include "tests/test.h"

#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/money.h"

static void languages_are_found_by_their_codes(void **state)
{
	(void)state;
	assert_string_equal(lang_code(lang_find("en")), "en");
	assert_string_equal(lang_code(lang_find("zh_CN.UTF-8")), "zh_CN");
	assert_string_equal(lang_code(lang_find("zh_TW")), "zh_TW");
	assert_string_equal(lang_code(lang_find("zh")), "zh_CN");
	assert_string_equal(lang_code(lang_find("en_GB.UTF-8@x")), "en");
	assert_null(lang_find("fr_FR"));
	assert_null(lang_find("C.UTF-8"));
	assert_null(lang_find(""));
	assert_string_equal(lang_code(NULL), "en");
	assert_ptr_equal(lang_at(1), lang_find("zh_CN"));
	assert_ptr_equal(lang_at(2), lang_find("zh_TW"));
	assert_null(lang_at(3));
}

static void texts_are_translated(void **state)
{
	(void)state;
	assert_string_equal(tr(lang_find("zh_CN"), "Sat"), "周六");
	assert_string_equal(tr(lang_find("zh_TW"), "Sat"), "週六");
	assert_string_equal(tr(lang_find("en"), "Sat"), "Sat");
	assert_string_equal(tr(NULL, "Sat"), "Sat");
	assert_string_equal(tr(lang_find("zh_CN"), "no such text"), "no such text");
	assert_string_equal(tr(lang_find("zh_CN"), ""), "");
	/* stands in SQL alone, with its quote doubled */
	assert_string_equal(tr(lang_find("zh_TW"), "Maker's claim"), "原廠索賠");
}

static void errors_speak_the_language_of_the_caller(void **state)
{
	struct err e = { .lang = lang_find("zh_CN") };
	int64_t v;

	(void)state;
	assert_false(money_parse("12,5x", "price", &v, &e));
	assert_string_equal(e.text, "“12,5x”不是金额，请写成 1234.50 这样");
	e = (struct err){ .lang = lang_find("zh_TW") };
	assert_false(money_parse("12,5x", "price", &v, &e));
	assert_string_equal(e.text, "「12,5x」不是金額，請寫成 1234.50 的樣子");
}

static void weekdays_are_translated(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_string_equal(date_text_long(a, lang_find("zh_CN"), date_make(2026, 11, 21)),
			    "2026-11-21 周六");
	assert_string_equal(date_text_long(a, lang_find("zh_TW"), date_make(2026, 11, 21)),
			    "2026-11-21 週六");
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(languages_are_found_by_their_codes),
		cmocka_unit_test(texts_are_translated),
		cmocka_unit_test(errors_speak_the_language_of_the_caller),
		cmocka_unit_test(weekdays_are_translated),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
