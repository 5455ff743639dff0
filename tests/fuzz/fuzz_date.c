/* fuzz_date.c - any bytes as a day, a range of days and a time; what was read is written and read again. */
#include "tests/fuzz/fuzz.h"

#include "base/date.h"

#define NOON INT64_C(1795233600) /* 2026-11-21 in China */

static void check_day(struct arena *a, const char *s, int64_t today, enum date_lean lean)
{
	struct err e = { 0 };
	int64_t day, again;

	if (!date_parse(s, today, lean, "on", &day, &e)) {
		MUST(e.text[0]);
		return;
	}
	MUST(day >= DATE_FIRST && day <= DATE_LAST);
	MUST(date_parse(date_text(a, day), today, lean, "on", &again, &e) && again == day);
}

static void check_range(const char *s, int64_t today)
{
	struct err e = { 0 };
	int64_t from, to;

	if (date_range_parse(s, today, &from, &to, &e))
		MUST(from <= to && from >= DATE_FIRST && to <= DATE_LAST);
}

static void check_time(struct arena *a, const char *s, enum date_lean lean)
{
	struct err e = { 0 };
	int64_t at, again;

	if (time_parse(s, NOON, 480, lean, "at", &at, &e))
		MUST(time_parse_utc(time_text_utc(a, at), &again, &e) && again == at);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *a = arena_new();
	char *s = arena_strndup(a, (const char *)bytes, n);
	int64_t today = date_of(NOON, 480);

	for (int lean = DATE_NEAR; lean <= DATE_FUTURE; lean++) {
		check_day(a, s, today, (enum date_lean)lean);
		check_time(a, s, (enum date_lean)lean);
	}
	check_range(s, today);
	arena_free(a);
	return 0;
}
