/* test_date.c - days and times. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"

#define CHINA 480 /* minutes ahead of UTC */

static int64_t today(void)
{
	return date_make(2026, 11, 21); /* a Saturday */
}

static void a_day_splits_into_what_it_was_made_of(void **state)
{
	(void)state;
	assert_int_equal(date_make(1970, 1, 1), 0);
	assert_int_equal(date_make(1900, 1, 1), DATE_FIRST);
	assert_int_equal(date_make(2199, 12, 31), DATE_LAST);
	assert_true(date_make(2026, 2, 29) == DATE_NONE);
	assert_true(date_make(2100, 2, 29) == DATE_NONE);
	assert_true(date_make(2026, 13, 1) == DATE_NONE);
	assert_true(date_make(1899, 12, 31) == DATE_NONE);
	for (int64_t day = DATE_FIRST; day <= DATE_LAST; day++) {
		int y, m, d;

		date_split(day, &y, &m, &d);
		assert_int_equal(date_make(y, m, d), day);
	}
	assert_int_equal(date_weekday(0), 4);
	assert_int_equal(date_weekday(today()), 6);
	assert_int_equal(date_weekday(-1), 3);
}

static void months_end_on_their_last_day(void **state)
{
	(void)state;
	assert_int_equal(date_add_months(date_make(2026, 1, 31), 1), date_make(2026, 2, 28));
	assert_int_equal(date_add_months(date_make(2024, 1, 31), 1), date_make(2024, 2, 29));
	assert_int_equal(date_add_months(date_make(2026, 11, 21), -11), date_make(2025, 12, 21));
	assert_int_equal(date_add_months(date_make(2026, 11, 21), 14), date_make(2028, 1, 21));
	assert_true(date_add_months(date_make(2026, 11, 21), 100000) == DATE_NONE);
}

static void reads(const char *s, enum date_lean lean, const char *want)
{
	struct arena *a = arena_new();
	struct err e = { 0 };
	int64_t day = 0;

	if (!date_parse(s, today(), lean, "on", &day, &e))
		fail_msg("%s: %s", s, e.text);
	assert_string_equal(date_text(a, day), want);
	arena_free(a);
}

static void days_are_read_as_people_write_them(void **state)
{
	static const struct {
		const char *typed, *day;
	} near[] = {
		{ "2026-11-21", "2026-11-21" }, { "2026/1/2", "2026-01-02" },
		{ "2026.11.21", "2026-11-21" }, { "2026年3月4日", "2026-03-04" },
		{ "3月4日", "2027-03-04" },     { "20261121", "2026-11-21" },
		{ "261231", "2026-12-31" },     { "851203", "1985-12-03" },
		{ "1122", "2026-11-22" },       { "11-21", "2026-11-21" },
		{ "0105", "2027-01-05" },       { "0831", "2026-08-31" },
		{ "12", "2026-11-12" },         { "today", "2026-11-21" },
		{ "Tomorrow", "2026-11-22" },   { "昨天", "2026-11-20" },
		{ "今天", "2026-11-21" },       { "後天", "2026-11-23" },
		{ "t", "2026-11-21" },          { ".", "2026-11-21" },
		{ "。", "2026-11-21" },         { "+10", "2026-12-01" },
		{ "-21", "2026-10-31" },        { "+1w", "2026-11-28" },
		{ "-1m", "2026-10-21" },        { "+1y", "2027-11-21" },
		{ "m", "2026-11-01" },          { "E", "2026-11-30" },
		{ "w5", "2026-11-20" },         { "w1", "2026-11-23" },
		{ "w6", "2026-11-21" },         { "２０２６－１１－２１", "2026-11-21" },
		{ "0229", "2028-02-29" },       { " 26-1-2 ", "2026-01-02" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof near / sizeof *near; i++)
		reads(near[i].typed, DATE_NEAR, near[i].day);
}

static void a_day_without_a_year_leans(void **state)
{
	(void)state;
	reads("0105", DATE_PAST, "2026-01-05");
	reads("1122", DATE_PAST, "2025-11-22");
	reads("1121", DATE_PAST, "2026-11-21");
	reads("1121", DATE_FUTURE, "2026-11-21");
	reads("1120", DATE_FUTURE, "2027-11-20");
	reads("0229", DATE_PAST, "2024-02-29");
	reads("0229", DATE_FUTURE, "2028-02-29");
	reads("w6", DATE_PAST, "2026-11-14");
	reads("w6", DATE_FUTURE, "2026-11-28");
	reads("w7", DATE_FUTURE, "2026-11-22");
	reads("w7", DATE_PAST, "2026-11-15");
}

static void bad_days_are_named(void **state)
{
	static const char *const bad[] = { "31",      "0",       "2026-02-29", "2026-13-01",  "20261301",
					   "123",     "1e3",     "w8",         "w0",          "+",
					   "+1x",     "2026-11", "1899-01-01", "2200-1-1",    "99999999",
					   "+999999", "+99999w", "1-2-3",      "2026-11-21x", "123456789012",
					   "明",      "\xFF" };
	struct err e = { 0 };
	int64_t day = 77;

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		err_clear(&e);
		assert_false(date_parse(bad[i], today(), DATE_NEAR, "on", &day, &e));
		assert_string_equal(e.field, "on");
		assert_int_equal(day, 77);
	}
	err_clear(&e);
	assert_false(date_parse("31x", today(), DATE_NEAR, "on", &day, &e));
	assert_string_equal(e.text, "“31x” is not a date; write it like 2026-11-21, 1121, today or +3");
	err_clear(&e);
	assert_false(date_parse("  ", today(), DATE_NEAR, "on", &day, &e));
	assert_string_equal(e.text, "A date is missing; write it like 2026-11-21 or 1121");
}

static void ranges(const char *s, const char *from_want, const char *to_want)
{
	struct arena *a = arena_new();
	struct err e = { 0 };
	int64_t from = 0, to = 0;

	if (!date_range_parse(s, today(), &from, &to, &e))
		fail_msg("%s: %s", s, e.text);
	assert_string_equal(date_text(a, from), from_want);
	assert_string_equal(date_text(a, to), to_want);
	arena_free(a);
}

static void ranges_are_read_as_people_write_them(void **state)
{
	(void)state;
	ranges("2026-11", "2026-11-01", "2026-11-30");
	ranges("2026年2月", "2026-02-01", "2026-02-28");
	ranges("2026", "2026-01-01", "2026-12-31");
	ranges("2199-12", "2199-12-01", "2199-12-31");
	ranges("1121", "2026-11-21", "2026-11-21");
	ranges("2026-01..2026-03", "2026-01-01", "2026-03-31");
	ranges("m..t", "2026-11-01", "2026-11-21");
	ranges("m...", "2026-11-01", "2026-11-21");
	ranges("1101 .. 1105", "2026-11-01", "2026-11-05");
	ranges("2026…t", "2026-01-01", "2026-11-21");
	ranges("2025..", "2025-01-01", "2199-12-31");
	ranges("..2025", "1900-01-01", "2025-12-31");
	ranges("today", "2026-11-21", "2026-11-21");
}

static void bad_ranges_are_named(void **state)
{
	struct err e = { 0 };
	int64_t from = 7, to = 7;

	(void)state;
	assert_false(date_range_parse("2026-13", today(), &from, &to, &e));
	assert_string_equal(
	    e.text,
	    "“2026-13” is not a range of days; write it like 2026-11, 2026-11-01..2026-11-21 or m..t");
	err_clear(&e);
	assert_false(date_range_parse("2026..2025", today(), &from, &to, &e));
	assert_string_equal(e.text, "“2026..2025” ends before it begins; write the earlier day first");
	err_clear(&e);
	assert_false(date_range_parse("", today(), &from, &to, &e));
	assert_int_equal(from + to, 14);
}

static void reads_time(const char *s, enum date_lean lean, const char *want)
{
	struct arena *a = arena_new();
	struct err e = { 0 };
	int64_t now = 0, at = 0;

	assert_true(time_parse_utc("2026-11-21T10:05:00Z", &now, &e));
	if (!time_parse(s, now, CHINA, lean, "at", &at, &e))
		fail_msg("%s: %s", s, e.text);
	assert_string_equal(time_text(a, at, CHINA), want);
	arena_free(a);
}

static void times_are_read_as_people_write_them(void **state)
{
	(void)state;
	reads_time("14:30", DATE_NEAR, "2026-11-21 14:30");
	reads_time("１４：３０", DATE_NEAR, "2026-11-21 14:30");
	reads_time("1430", DATE_FUTURE, "2026-11-22 14:30");
	reads_time("19:00", DATE_PAST, "2026-11-20 19:00");
	reads_time("930", DATE_FUTURE, "2026-11-22 09:30");
	reads_time("9", DATE_FUTURE, "2026-11-22 09:00");
	reads_time("3", DATE_NEAR, "2026-11-22 03:00");
	reads_time("2026-11-21 14:30", DATE_FUTURE, "2026-11-21 14:30");
	reads_time("2026-11-21T14:30", DATE_FUTURE, "2026-11-21 14:30");
	reads_time("1121 0930", DATE_NEAR, "2026-11-21 09:30");
	reads_time("明天  9", DATE_NEAR, "2026-11-22 09:00");
	reads_time("+2h", DATE_NEAR, "2026-11-21 20:05");
	reads_time("-30m", DATE_NEAR, "2026-11-21 17:35");
	reads_time("+1d", DATE_NEAR, "2026-11-22 18:05");
	reads_time("now", DATE_NEAR, "2026-11-21 18:05");
	reads_time("2026-11-21T10:05:00Z", DATE_NEAR, "2026-11-21 18:05");
}

static void bad_times_are_named(void **state)
{
	static const char *const bad[] = { "24:00", "12:60", "1:2:3:4",        "2460",
					   "12345", "x",     "2026-11-21",     "31x 9",
					   "+2x",   "today", "99999999 12:00", "2026-11-21T10:05:99Z",
					   ":",     "12:" };
	struct err e = { 0 };
	int64_t at = 77;

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		err_clear(&e);
		assert_false(time_parse(bad[i], 0, CHINA, DATE_NEAR, "at", &at, &e));
		assert_int_equal(at, 77);
	}
	assert_string_equal(e.text, "“12:” is not a time; write it like 14:30, 1121 0930 or +2h");
	err_clear(&e);
	assert_false(time_parse_utc("1121", &at, &e));
	assert_string_equal(e.text, "“1121” is not a time; write it like 2026-11-21T10:05:00Z");
}

static void days_and_times_are_written_for_people_and_files(void **state)
{
	struct arena *a = arena_new();
	struct err e = { 0 };
	int64_t at = 0;

	(void)state;
	assert_true(time_parse_utc("2026-11-21 10:05", &at, &e));
	assert_string_equal(date_text_long(a, lang_find("en"), today()), "2026-11-21 Sat");
	assert_string_equal(time_text(a, at, CHINA), "2026-11-21 18:05");
	assert_string_equal(time_text_short(a, at, CHINA, today()), "18:05");
	assert_string_equal(time_text_short(a, at, CHINA, today() + 1), "11-21 18:05");
	assert_string_equal(time_text_utc(a, at), "2026-11-21T10:05:00Z");
	assert_string_equal(time_text_utc(a, -1), "1969-12-31T23:59:59Z");
	assert_int_equal(date_of(at + 6 * 3600, CHINA), today() + 1);
	arena_free(a);
}

static void a_written_time_is_read_again(void **state)
{
	struct arena *a = arena_new();
	struct err e = { 0 };

	(void)state;
	for (int round = 0; round < 3000; round++) {
		int64_t at = rand() % 4000000000LL, got = 0;

		assert_true(time_parse_utc(time_text_utc(a, at), &got, &e));
		assert_int_equal(got, at);
		arena_reset(a);
	}
	arena_free(a);
}

static void any_typing_is_a_date_or_refused(void **state)
{
	static const char alphabet[] = "0123456789-/.+ :wmetdTZ年月日\xFF";

	(void)state;
	for (int round = 0; round < 20000; round++) {
		char s[24] = "";
		struct err e = { 0 };
		int64_t v, w;

		for (int i = 0, n = rand() % 20; i < n; i++)
			s[i] = alphabet[(size_t)rand() % (sizeof alphabet - 1)];
		if (date_parse(s, today(), (enum date_lean)(round % 3), "", &v, &e))
			assert_in_range(v - DATE_FIRST, 0, DATE_LAST - DATE_FIRST);
		err_clear(&e);
		date_range_parse(s, today(), &v, &w, &e);
		err_clear(&e);
		time_parse(s, 1795255500, CHINA, (enum date_lean)(round % 3), "", &v, &e);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_day_splits_into_what_it_was_made_of),
		cmocka_unit_test(months_end_on_their_last_day),
		cmocka_unit_test(days_are_read_as_people_write_them),
		cmocka_unit_test(a_day_without_a_year_leans),
		cmocka_unit_test(bad_days_are_named),
		cmocka_unit_test(ranges_are_read_as_people_write_them),
		cmocka_unit_test(bad_ranges_are_named),
		cmocka_unit_test(times_are_read_as_people_write_them),
		cmocka_unit_test(bad_times_are_named),
		cmocka_unit_test(days_and_times_are_written_for_people_and_files),
		cmocka_unit_test(a_written_time_is_read_again),
		cmocka_unit_test(any_typing_is_a_date_or_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
