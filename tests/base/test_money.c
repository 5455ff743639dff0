/* test_money.c - reading and writing amounts, quantities and rates; the calculator; amounts in words. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/money.h"
#include "base/muldiv.h"

static int64_t money(const char *s)
{
	struct err e = { 0 };
	int64_t v = 0;

	assert_true(money_parse(s, "price", &v, &e));
	return v;
}

static void amounts_are_read_as_people_write_them(void **state)
{
	(void)state;
	assert_int_equal(money("1234.50"), 123450);
	assert_int_equal(money("1,234.5"), 123450);
	assert_int_equal(money("-3"), -300);
	assert_int_equal(money("+.5"), 50);
	assert_int_equal(money("5."), 500);
	assert_int_equal(money(" １２．５ "), 1250);
	assert_int_equal(money("￥20"), 2000);
	assert_int_equal(money("12。5"), 1250);
	assert_int_equal(money("9,999,999,999.99"), MONEY_MAX);
	assert_int_equal(money("000000000000000000000000001"), 100);
}

struct bad {
	const char *typed, *sentence;
};

static void bad_amounts_are_named(void **state)
{
	static const struct bad bad[] = {
		{ "", "An amount is missing; write it like 1234.50" },
		{ "12,5x", "“12,5x” is not an amount; write it like 1234.50" },
		{ "1,5", "“1,5” is not an amount; write it like 1234.50" },
		{ ",500", "“,500” is not an amount; write it like 1234.50" },
		{ "1,2345", "“1,2345” is not an amount; write it like 1234.50" },
		{ "12345,678", "“12345,678” is not an amount; write it like 1234.50" },
		{ "-", "“-” is not an amount; write it like 1234.50" },
		{ ".", "“.” is not an amount; write it like 1234.50" },
		{ "1e3", "“1e3” is not an amount; write it like 1234.50" },
		{ "0x10", "“0x10” is not an amount; write it like 1234.50" },
		{ "--1", "“--1” is not an amount; write it like 1234.50" },
		{ "1\x1b[2J", "“1?[2J” is not an amount; write it like 1234.50" },
		{ "1.234", "“1.234” has more than two decimals; an amount ends at 0.01" },
		{ "10000000000", "“10000000000” is too large; the largest amount is 9,999,999,999.99" },
		{ "99999999999999999999999",
		  "“99999999999999999999999” is too large; the largest amount is 9,999,999,999.99" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct err e = { 0 };
		int64_t v = 77;

		assert_false(money_parse(bad[i].typed, "price", &v, &e));
		assert_string_equal(e.text, bad[i].sentence);
		assert_string_equal(e.field, "price");
		assert_int_equal(v, 77);
	}
}

static void quantities_rates_and_whole_numbers_are_read(void **state)
{
	struct err e = { 0 };
	int64_t v;

	(void)state;
	assert_true(qty_parse("1.5", "qty", &v, &e));
	assert_int_equal(v, 1500);
	assert_true(qty_parse("999,999.999", "qty", &v, &e));
	assert_int_equal(v, QTY_MAX);
	assert_true(rate_parse("13", "tax", &v, &e));
	assert_int_equal(v, 1300);
	assert_true(rate_parse("6.5％", "tax", &v, &e));
	assert_int_equal(v, 650);
	assert_true(int_parse("１２", "days", 0, 31, &v, &e));
	assert_int_equal(v, 12);
	assert_true(int_parse("-9007199254740993", "id", INT64_MIN, INT64_MAX, &v, &e));
	assert_int_equal(v, INT64_C(-9007199254740993));
}

static bool read_int(const char *s, const char *field, int64_t *ret, struct err *e)
{
	return int_parse(s, field, 1, 31, ret, e);
}

static void bad_quantities_rates_and_whole_numbers_are_named(void **state)
{
	static const struct {
		bool (*parse)(const char *s, const char *field, int64_t *ret, struct err *e);
		struct bad bad;
	} bad[] = {
		{ qty_parse, { "", "A quantity is missing; write it like 4 or 1.5" } },
		{ qty_parse, { "a", "“a” is not a quantity; write it like 4 or 1.5" } },
		{ qty_parse,
		  { "0.0001", "“0.0001” has more than three decimals; a quantity ends at 0.001" } },
		{ qty_parse, { "1000000", "“1000000” is too large; the largest quantity is 999,999.999" } },
		{ rate_parse, { "", "A rate is missing; write it in percent, like 13 or 6.5" } },
		{ rate_parse, { "-1", "“-1” is out of range; a rate is from 0 to 1000 percent" } },
		{ rate_parse,
		  { "1000.01%", "“1000.01%” is out of range; a rate is from 0 to 1000 percent" } },
		{ rate_parse, { "1.001", "“1.001” has more than two decimals; a rate ends at 0.01%" } },
		{ rate_parse, { "%", "“%” is not a rate; write it in percent, like 13 or 6.5" } },
		{ read_int, { "", "A whole number is missing" } },
		{ read_int, { "1.5", "“1.5” is not a whole number; write only digits" } },
		{ read_int, { "12abc", "“12abc” is not a whole number; write only digits" } },
		{ read_int, { "0", "“0” is out of range; write a number from 1 to 31" } },
		{ read_int, { "32", "“32” is out of range; write a number from 1 to 31" } },
		{ read_int,
		  { "99999999999999999999",
		    "“99999999999999999999” is out of range; write a number from 1 to 31" } },
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct err e = { 0 };
		int64_t v = 77;

		assert_false(bad[i].parse(bad[i].bad.typed, "x", &v, &e));
		assert_string_equal(e.text, bad[i].bad.sentence);
		assert_int_equal(v, 77);
	}
}

static void what_is_written_is_read_again(void **state)
{
	struct arena *a = arena_new();
	struct err e = { 0 };

	(void)state;
	for (int round = 0; round < 5000; round++) {
		int64_t fen = (((int64_t)rand() << 31) ^ rand()) % (MONEY_MAX + 1), v;
		int64_t qty = fen % (QTY_MAX + 1), rate = llabs(fen) % 100001;

		if (round % 2)
			fen = -fen;
		assert_int_equal(money(money_plain(a, fen)), fen);
		assert_int_equal(money(money_text(a, fen)), fen);
		assert_true(qty_parse(qty_text(a, qty), "", &v, &e));
		assert_int_equal(v, qty);
		assert_true(rate_parse(rate_text(a, rate), "", &v, &e));
		assert_int_equal(v, rate);
		arena_reset(a);
	}
	arena_free(a);
}

static void numbers_are_written_for_people_and_files(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_string_equal(money_plain(a, 123450), "1234.50");
	assert_string_equal(money_plain(a, -5), "-0.05");
	assert_string_equal(money_plain(a, INT64_MIN), "-92233720368547758.08");
	assert_string_equal(money_text(a, 123450), "1,234.50");
	assert_string_equal(money_text(a, -123456789), "-1,234,567.89");
	assert_string_equal(money_text(a, -12345), "-123.45");
	assert_string_equal(money_text(a, 0), "0.00");
	assert_string_equal(qty_text(a, 1500), "1.5");
	assert_string_equal(qty_text(a, 4000), "4");
	assert_string_equal(qty_text(a, -1), "-0.001");
	assert_string_equal(qty_text(a, 50), "0.05");
	assert_string_equal(rate_text(a, 1300), "13%");
	assert_string_equal(rate_text(a, 650), "6.5%");
	assert_string_equal(rate_text(a, 5), "0.05%");
	arena_free(a);
}

static int64_t calc(const char *s, int decimals)
{
	struct err e = { 0 };
	int64_t v = 0;

	assert_true(calc_eval(s, decimals, &v, &e));
	return v;
}

static void calculator_is_exact_and_rounds_once(void **state)
{
	(void)state;
	assert_int_equal(calc("120*3-50", 2), 31000);
	assert_int_equal(calc("=1+2", 2), 300);
	assert_int_equal(calc("10/3*3", 2), 1000);
	assert_int_equal(calc("2/3", 2), 67);
	assert_int_equal(calc("-2/3", 2), -67);
	assert_int_equal(calc("1/8", 2), 13);
	assert_int_equal(calc("-(1/8)", 2), -13);
	assert_int_equal(calc("1/3", 3), 333);
	assert_int_equal(calc("15%", 2), 15);
	assert_int_equal(calc("100-5%", 2), 9500);
	assert_int_equal(calc("200*15%", 2), 3000);
	assert_int_equal(calc("200+100*5%", 2), 20500);
	assert_int_equal(calc("(1+2)*(3+4)", 2), 2100);
	assert_int_equal(calc("１２×３", 2), 3600);
	assert_int_equal(calc("9 ÷ -3", 2), -300);
	assert_int_equal(calc("1,200*2", 2), 240000);
	assert_int_equal(calc("0.1+0.2", 3), 300);
}

static void calculator_says_what_it_cannot_do(void **state)
{
	static const struct bad bad[] = {
		{ "1/0", "“1/0” divides by zero" },
		{ "1/(2-2)", "“1/(2-2)” divides by zero" },
		{ "1+", "“1+” cannot be calculated; write it like 120*3-50 or 100-5%" },
		{ "", "“” cannot be calculated; write it like 120*3-50 or 100-5%" },
		{ "(1", "“(1” cannot be calculated; write it like 120*3-50 or 100-5%" },
		{ "1)", "“1)” cannot be calculated; write it like 120*3-50 or 100-5%" },
		{ "1..2", "“1..2” cannot be calculated; write it like 120*3-50 or 100-5%" },
		{ "a+1", "“a+1” cannot be calculated; write it like 120*3-50 or 100-5%" },
		{ "99999999*99999999", "“99999999*99999999” gives a number that is too large or too long" },
		{ "((((((((((((((((((((((1))))))))))))))))))))))",
		  "“((((((((((((((((((((((1))))))~” gives a number that is too large or too long" },
		{ "999999999999999999*999999999999999999*9",
		  "“999999999999999999*9999999999~” gives a number that is too large or too long" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct err e = { 0 };
		int64_t v = 77;

		assert_false(calc_eval(bad[i].typed, 2, &v, &e));
		assert_string_equal(e.text, bad[i].sentence);
		assert_int_equal(v, 77);
	}
}

static void calculator_is_wanted_behind_the_first_character(void **state)
{
	(void)state;
	assert_true(calc_wanted("1+2"));
	assert_true(calc_wanted("=5"));
	assert_true(calc_wanted("15%"));
	assert_true(calc_wanted("3×4"));
	assert_false(calc_wanted("-5"));
	assert_false(calc_wanted("5"));
	assert_false(calc_wanted(""));
}

static void any_typing_is_read_or_refused(void **state)
{
	static const char alphabet[] = "0123456789,.+-*/()% =x\xFF\xE5";

	(void)state;
	for (int round = 0; round < 20000; round++) {
		char s[32] = "";
		struct err e = { 0 };
		int64_t v;

		for (int i = 0, n = rand() % 31; i < n; i++)
			s[i] = alphabet[(size_t)rand() % (sizeof alphabet - 1)];
		if (calc_eval(s, round % 2 + 2, &v, &e))
			assert_true(llabs(v) <= MONEY_MAX);
		err_clear(&e);
		if (money_parse(s, "", &v, &e))
			assert_true(llabs(v) <= MONEY_MAX);
	}
}

static void words(const char *code, int64_t fen, const char *want)
{
	struct arena *a = arena_new();

	assert_string_equal(money_words(a, lang_find(code), fen), want);
	arena_free(a);
}

static void amounts_are_written_in_words(void **state)
{
	(void)state;
	words("zh_CN", 123450, "壹仟贰佰叁拾肆元伍角整");
	words("zh_CN", 100500, "壹仟零伍元整");
	words("zh_CN", 10000000, "壹拾万元整");
	words("zh_CN", 10050000, "壹拾万零伍佰元整");
	words("zh_CN", 1000050000, "壹仟万零伍佰元整");
	words("zh_CN", 10000500000, "壹亿零伍仟元整");
	words("zh_CN", 30, "叁角整");
	words("zh_CN", 5, "伍分");
	words("zh_CN", 0, "零元整");
	words("zh_CN", 1640902, "壹万陆仟肆佰零玖元零贰分");
	words("zh_CN", 168032, "壹仟陆佰捌拾元叁角贰分");
	words("zh_CN", 600714, "陆仟零柒元壹角肆分");
	words("zh_CN", -100, "负壹元整");
	words("zh_CN", MONEY_MAX, "玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分");
	words("zh_TW", 123450, "壹仟貳佰參拾肆元伍角整");
	words("zh_TW", -60000000, "負陸拾萬元整");
	words("en", 123450, "one thousand two hundred thirty-four yuan and 50/100");
	words("en", 0, "zero yuan and 00/100");
	words("en", -1905, "minus nineteen yuan and 05/100");
	words("en", 100000000, "one million yuan and 00/100");
	words("en", INT64_MIN, "-92,233,720,368,547,758.08");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(amounts_are_read_as_people_write_them),
		cmocka_unit_test(bad_amounts_are_named),
		cmocka_unit_test(quantities_rates_and_whole_numbers_are_read),
		cmocka_unit_test(bad_quantities_rates_and_whole_numbers_are_named),
		cmocka_unit_test(what_is_written_is_read_again),
		cmocka_unit_test(numbers_are_written_for_people_and_files),
		cmocka_unit_test(calculator_is_exact_and_rounds_once),
		cmocka_unit_test(calculator_says_what_it_cannot_do),
		cmocka_unit_test(calculator_is_wanted_behind_the_first_character),
		cmocka_unit_test(any_typing_is_read_or_refused),
		cmocka_unit_test(amounts_are_written_in_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
