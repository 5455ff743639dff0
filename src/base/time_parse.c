/* time_parse.c - reading times as people and programs write them. */
#include "base/date.h"

#include <string.h>

#include "base/date_read.h"
#include "base/text.h"

#define DAY_SECONDS 86400

/* 14:30, 14:30:05, 1430, 930, 9: seconds of the day, or -1. */
static int64_t read_clock(const char *s)
{
	int h, m = 0, sec = 0, n = date_digits(&s, 4, &h);

	if (n >= 3 && *s == '\0') {
		m = h % 100;
		h /= 100;
	} else if (n == 0 || n > 2) {
		return -1;
	} else if (*s == ':') {
		s++;
		if (date_digits(&s, 2, &m) == 0)
			return -1;
		if (*s == ':' && (s++, date_digits(&s, 2, &sec) == 0))
			return -1;
	}
	if (*s || h > 23 || m > 59 || sec > 59)
		return -1;
	return h * 3600 + m * 60 + sec;
}

/* +2H, -30M, +1D: from now. */
static bool read_span(const char *s, int64_t now, int64_t *ret)
{
	int sign = *s == '-' ? -1 : 1, n, unit;

	if (*s != '+' && *s != '-')
		return false;
	s++;
	if (!date_digits(&s, 4, &n) || !*s || s[1])
		return false;
	unit = *s == 'H' ? 3600 : *s == 'M' ? 60 : *s == 'D' ? DAY_SECONDS : 0;
	*ret = now + (int64_t)sign * n * unit;
	return unit != 0;
}

/* The time of day `clock` on the day that the lean wants. */
static int64_t lean_time(int64_t clock, int64_t now, int offset_minutes, enum date_lean lean)
{
	int64_t at = date_of(now, offset_minutes) * DAY_SECONDS - offset_minutes * 60 + clock;

	if ((lean == DATE_FUTURE && at < now) || (lean == DATE_NEAR && now - at > DAY_SECONDS / 2))
		return at + DAY_SECONDS;
	if ((lean == DATE_PAST && at > now) || (lean == DATE_NEAR && at - now > DAY_SECONDS / 2))
		return at - DAY_SECONDS;
	return at;
}

/* A folded text as a time. */
static bool read_time(const char *s, int64_t now, int offset_minutes, enum date_lean lean, int64_t *ret)
{
	struct when w = { date_of(now, offset_minutes), lean };
	const char *cut = strrchr(s, ' ');
	char part[TEXT_TYPED];
	int64_t clock, day;

	if (strcmp(s, "NOW") == 0) {
		*ret = now;
		return true;
	}
	if (!cut && strchr(s, 'T') && *s >= '0' && *s <= '9')
		cut = strchr(s, 'T');
	clock = read_clock(cut ? cut + 1 : s);
	if (clock < 0)
		return read_span(s, now, ret);
	if (!cut) {
		*ret = lean_time(clock, now, offset_minutes, lean);
		return true;
	}
	date_part(part, s, (size_t)(cut - s));
	day = date_read(&w, part);
	if (day == DATE_NONE)
		return false;
	*ret = day * DAY_SECONDS - offset_minutes * 60 + clock;
	return true;
}

/* 2026-11-21T10:05:00Z, 2026-11-21 10:05 or 2026-11-21, all UTC. */
static bool read_utc(char *s, int64_t *ret)
{
	struct when w = { 0, DATE_NEAR };
	size_t n = strlen(s), day_bytes = strcspn(s, "T ");
	int64_t day, clock = 0;

	if (n > day_bytes + 1 && s[n - 1] == 'Z')
		s[n - 1] = '\0';
	if (s[day_bytes]) {
		s[day_bytes] = '\0';
		clock = read_clock(s + day_bytes + 1);
	}
	day = strspn(s, "0123456789-") == strlen(s) && strlen(s) == 10 ? date_full(&w, s) : DATE_NONE;
	if (day == DATE_NONE || clock < 0)
		return false;
	*ret = day * DAY_SECONDS + clock;
	return true;
}

bool time_parse(const char *s, int64_t now, int offset_minutes, enum date_lean lean, const char *field,
		int64_t *ret, struct err *e)
{
	char typed[TEXT_TYPED], brief[TEXT_BRIEF];
	int64_t at = 0;
	size_t n;
	bool known;

	text_fold_typed(s, typed);
	n = strlen(typed);
	if (n == 0)
		return err_field(e, field, "A time is missing; write it like 14:30 or 1121 0930");
	known = n > 10 && typed[n - 1] == 'Z' ? read_utc(typed, &at)
					      : read_time(typed, now, offset_minutes, lean, &at);
	if (!known)
		return err_field(e, field, "“%s” is not a time; write it like 14:30, 1121 0930 or +2h",
				 text_brief(brief, s));
	*ret = at;
	return true;
}

bool time_parse_utc(const char *s, int64_t *ret, struct err *e)
{
	char typed[TEXT_TYPED], brief[TEXT_BRIEF];
	int64_t at;

	text_fold_typed(s, typed);
	if (!read_utc(typed, &at))
		return err_field(e, "", "“%s” is not a time; write it like 2026-11-21T10:05:00Z",
				 text_brief(brief, s));
	*ret = at;
	return true;
}
