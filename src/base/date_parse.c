/* date_parse.c - reading days and ranges of days as people type them. */
#include "base/date.h"

#include <stdlib.h>
#include <string.h>

#include "base/date_read.h"
#include "base/text.h"

#define YEARS_BACK 79 /* how far a year of two digits may lie back */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Reads 1 to `max` digits; returns how many there were, 0 when there are none or more. */
int date_digits(const char **s, int max, int *ret)
{
	int n = 0, v = 0;

	while (n <= max && is_digit((*s)[n])) {
		v = v * 10 + ((*s)[n] - '0');
		n++;
	}
	if (n == 0 || n > max)
		return 0;
	*s += n;
	*ret = v;
	return n;
}

/* A year of two digits lies from 79 years back to 20 ahead. */
static int full_year(int year, int digits, int64_t today)
{
	int y, m, d, from;

	if (digits != 2)
		return year;
	date_split(today, &y, &m, &d);
	from = y - YEARS_BACK;
	year += from / 100 * 100;
	return year < from ? year + 100 : year;
}

/* The better of two days for a lean: `b` when it is allowed and nearer to today. */
static int64_t nearer(const struct when *w, int64_t a, int64_t b)
{
	if (b == DATE_NONE || (w->lean == DATE_PAST && b > w->today) ||
	    (w->lean == DATE_FUTURE && b < w->today))
		return a;
	return a == DATE_NONE || llabs(b - w->today) < llabs(a - w->today) ? b : a;
}

/* A month and a day without a year. The 29th of February may be up to eight years away. */
static int64_t month_day(const struct when *w, int month, int day)
{
	int64_t best = DATE_NONE;
	int y, m, d;

	date_split(w->today, &y, &m, &d);
	for (int i = -8; i <= 8; i++)
		best = nearer(w, best, date_make(y + i, month, day));
	return best;
}

/* 20261121, 261121, 1121, 21. */
static int64_t read_run(const struct when *w, const char *s, int n)
{
	int y, m, d, v = 0;

	for (int i = 0; i < n; i++)
		v = v * 10 + (s[i] - '0');
	date_split(w->today, &y, &m, &d);
	switch (n) {
	case 1:
	case 2:
		return date_make(y, m, v);
	case 4:
		return month_day(w, v / 100, v % 100);
	case 6:
		return date_make(full_year(v / 10000, 2, w->today), v / 100 % 100, v % 100);
	case 8:
		return date_make(v / 10000, v / 100 % 100, v % 100);
	default:
		return DATE_NONE;
	}
}

/* Passes over one of - / . or the Chinese `mark`. */
static bool pass_mark(const char **s, const char *mark)
{
	size_t n = strlen(mark);

	if (strncmp(*s, mark, n) == 0) {
		*s += n;
		return true;
	}
	if (**s != '-' && **s != '/' && **s != '.')
		return false;
	(*s)++;
	return true;
}

/* 2026-11-21, 26/11/21, 2026年11月21日. */
int64_t date_full(const struct when *w, const char *s)
{
	int y, m, d, n = date_digits(&s, 4, &y);

	if ((n != 2 && n != 4) || !pass_mark(&s, "年") || !date_digits(&s, 2, &m) || !pass_mark(&s, "月") ||
	    !date_digits(&s, 2, &d) || (*s && strcmp(s, "日") != 0))
		return DATE_NONE;
	return date_make(full_year(y, n, w->today), m, d);
}

/* 11-21, 11/21, 11月21日. */
static int64_t read_month_day(const struct when *w, const char *s)
{
	int m, d;

	if (!date_digits(&s, 2, &m) || !pass_mark(&s, "月") || !date_digits(&s, 2, &d) ||
	    (*s && strcmp(s, "日") != 0))
		return DATE_NONE;
	return month_day(w, m, d);
}

/* +3, -7, +1W, -1M, +1Y: from today. */
static int64_t read_step(const struct when *w, const char *s)
{
	int sign = *s == '-' ? -1 : 1, n;
	int64_t day;

	s++;
	if (!date_digits(&s, 5, &n))
		return DATE_NONE;
	n *= sign;
	if (strcmp(s, "M") == 0 || strcmp(s, "Y") == 0)
		return date_add_months(w->today, *s == 'Y' ? n * 12 : n);
	if (*s && strcmp(s, "D") != 0 && strcmp(s, "W") != 0)
		return DATE_NONE;
	day = w->today + (*s == 'W' ? n * 7 : n);
	return day < DATE_FIRST || day > DATE_LAST ? DATE_NONE : day;
}

/* W1 to W7. */
static int64_t read_weekday(const struct when *w, const char *s)
{
	int ahead;

	if (s[0] != 'W' || s[1] < '1' || s[1] > '7' || s[2])
		return DATE_NONE;
	ahead = (s[1] - '0' - date_weekday(w->today) + 7) % 7;
	if (w->lean == DATE_FUTURE)
		return w->today + (ahead ? ahead : 7);
	return w->today + (w->lean == DATE_PAST || ahead > 3 ? ahead - 7 : ahead);
}

static int64_t month_start(int64_t day)
{
	int y, m, d;

	date_split(day, &y, &m, &d);
	return day - d + 1;
}

static int64_t month_end(int64_t start)
{
	int64_t next = date_add_months(start, 1);

	return next == DATE_NONE ? DATE_LAST : next - 1;
}

static int64_t read_word(const struct when *w, const char *s)
{
	static const struct {
		const char *word;
		int days;
	} words[] = {
		{ "T", 0 },          { ".", 0 },     { "TODAY", 0 },    { "今天", 0 },
		{ "YESTERDAY", -1 }, { "昨天", -1 }, { "TOMORROW", 1 }, { "明天", 1 },
		{ "前天", -2 },      { "后天", 2 },  { "後天", 2 },
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(s, words[i].word) == 0)
			return w->today + words[i].days;
	if (strcmp(s, "M") == 0)
		return month_start(w->today);
	if (strcmp(s, "E") == 0)
		return month_end(month_start(w->today));
	return DATE_NONE;
}

/* A folded text as a day, by whichever reading knows it. */
int64_t date_read(const struct when *w, const char *s)
{
	static int64_t (*const readings[])(const struct when *, const char *) = { read_word, read_weekday,
										  date_full, read_month_day };
	size_t digits = strspn(s, "0123456789");
	int64_t day = DATE_NONE;

	if (*s == '+' || *s == '-')
		return read_step(w, s);
	if (digits && s[digits] == '\0')
		return digits <= 8 ? read_run(w, s, (int)digits) : DATE_NONE;
	for (size_t i = 0; i < sizeof readings / sizeof *readings && day == DATE_NONE; i++)
		day = readings[i](w, s);
	return day;
}

bool date_parse(const char *s, int64_t today, enum date_lean lean, const char *field, int64_t *ret,
		struct err *e)
{
	char typed[TEXT_TYPED], brief[TEXT_BRIEF];
	struct when w = { today, lean };
	int64_t day;

	text_fold_typed(s, typed);
	if (*typed == '\0')
		return err_field(e, field, "A date is missing; write it like 2026-11-21 or 1121");
	day = date_read(&w, typed);
	if (day == DATE_NONE)
		return err_field(e, field, "“%s” is not a date; write it like 2026-11-21, 1121, today or +3",
				 text_brief(brief, s));
	*ret = day;
	return true;
}

/* 2026 or 2026-11 or 2026年11月. */
static bool read_period(const char *s, int64_t *ret_from, int64_t *ret_to)
{
	int y, m = 0;
	int64_t from;

	if (date_digits(&s, 4, &y) != 4 || y < 1900)
		return false;
	if (*s && strcmp(s, "年") != 0) {
		if (!pass_mark(&s, "年") || !date_digits(&s, 2, &m) || (*s && strcmp(s, "月") != 0))
			return false;
	}
	from = date_make(y, m ? m : 1, 1);
	if (from == DATE_NONE)
		return false;
	*ret_from = from;
	*ret_to = m ? month_end(from) : date_make(y, 12, 31);
	return true;
}

/* One end of a range, or a whole one: a period or a day. */
static bool read_part(const struct when *w, const char *s, int64_t *ret_from, int64_t *ret_to)
{
	if (read_period(s, ret_from, ret_to))
		return true;
	*ret_from = *ret_to = date_read(w, s);
	return *ret_from != DATE_NONE;
}

/* Copies a part of a range without blanks around it. */
void date_part(char buf[TEXT_TYPED], const char *s, size_t n)
{
	while (n > 0 && *s == ' ')
		s++, n--;
	while (n > 0 && s[n - 1] == ' ')
		n--;
	memcpy(buf, s, n);
	buf[n] = '\0';
}

static bool read_range(const struct when *w, const char *s, int64_t *ret_from, int64_t *ret_to)
{
	const char *dots = strstr(s, "..");
	char part[TEXT_TYPED];
	int64_t other;

	if (!dots)
		return read_part(w, s, ret_from, ret_to);
	date_part(part, s, (size_t)(dots - s));
	*ret_from = DATE_FIRST;
	if (*part && !read_part(w, part, ret_from, &other))
		return false;
	dots += dots[2] == '.' && dots[3] ? 3 : 2;
	date_part(part, dots, strlen(dots));
	*ret_to = DATE_LAST;
	return *part == '\0' || read_part(w, part, &other, ret_to);
}

bool date_range_parse(const char *s, int64_t today, int64_t *ret_from, int64_t *ret_to, struct err *e)
{
	char typed[TEXT_TYPED], brief[TEXT_BRIEF];
	struct when w = { today, DATE_NEAR };
	int64_t from, to;

	text_fold_typed(s, typed);
	if (*typed == '\0' || !read_range(&w, typed, &from, &to))
		return err_field(
		    e, "",
		    "“%s” is not a range of days; write it like 2026-11, 2026-11-01..2026-11-21 or m..t",
		    text_brief(brief, s));
	if (from > to)
		return err_field(e, "", "“%s” ends before it begins; write the earlier day first",
				 text_brief(brief, s));
	*ret_from = from;
	*ret_to = to;
	return true;
}
