/* date.c - days and times: the calendar, and writing them. */
#include "base/date.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/lang.h"

#define DAY_SECONDS 86400

/* Days from 0000-03-01 to 1970-01-01; years begin in March here, so that the leap day is the last of a year.
 */
#define EPOCH 719468

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int month_days(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

/* Quotient and remainder that round down. */
static int64_t floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

int64_t date_make(int year, int month, int day)
{
	int64_t y = month <= 2 ? year - 1 : year, era, of_era, of_year;

	if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > month_days(year, month))
		return DATE_NONE;
	era = y / 400;
	of_era = y % 400;
	of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - EPOCH;
}

void date_split(int64_t day, int *year, int *month, int *mday)
{
	int64_t z = day + EPOCH, era = floor_div(z, 146097), of_era = z - era * 146097;
	int64_t y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int64_t of_year = of_era - (365 * y + y / 4 - y / 100), m = (5 * of_year + 2) / 153;

	*mday = (int)(of_year - (153 * m + 2) / 5 + 1);
	*month = (int)(m < 10 ? m + 3 : m - 9);
	*year = (int)(y + era * 400 + (*month <= 2));
}

int date_weekday(int64_t day)
{
	return (int)(day + 3 - floor_div(day + 3, 7) * 7) + 1;
}

int64_t date_add_months(int64_t day, int months)
{
	int y, m, d;
	int64_t at;

	date_split(day, &y, &m, &d);
	at = (int64_t)y * 12 + m - 1 + months;
	if (at < 1900 * 12 || at >= 2200 * 12)
		return DATE_NONE;
	y = (int)(at / 12);
	m = (int)(at % 12) + 1;
	return date_make(y, m, d > month_days(y, m) ? month_days(y, m) : d);
}

int64_t date_of(int64_t at, int offset_minutes)
{
	return floor_div(at + offset_minutes * 60, DAY_SECONDS);
}

static void two_digits(char *to, int n)
{
	to[0] = (char)('0' + n / 10);
	to[1] = (char)('0' + n % 10);
}

/* Digit by digit: a long list has millions of days, and printf took most of the time of writing them. */
size_t date_write(char to[DATE_TEXT], int64_t day)
{
	int y, m, d;

	date_split(day, &y, &m, &d);
	if (y < 0 || y > 9999)
		return (size_t)snprintf(to, DATE_TEXT, "%04d-%02d-%02d", y, m, d);
	memcpy(to, "0000-00-00", sizeof "0000-00-00");
	two_digits(to, y / 100);
	two_digits(to + 2, y % 100);
	two_digits(to + 5, m);
	two_digits(to + 8, d);
	return sizeof "0000-00-00" - 1;
}

char *date_text(struct arena *a, int64_t day)
{
	char text[DATE_TEXT];

	return arena_strndup(a, text, date_write(text, day));
}

char *date_text_long(struct arena *a, const struct lang *lang, int64_t day)
{
	static const char *const names[] = { N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"),
					     N_("Fri"), N_("Sat"), N_("Sun") };

	return arena_printf(a, "%s %s", date_text(a, day), tr(lang, names[date_weekday(day) - 1]));
}

/* Hours, minutes and seconds of a local time. */
static void clock_of(int64_t at, int offset_minutes, int *hour, int *minute, int *second)
{
	int64_t local = at + offset_minutes * 60, rest = local - floor_div(local, DAY_SECONDS) * DAY_SECONDS;

	*hour = (int)(rest / 3600);
	*minute = (int)(rest / 60 % 60);
	*second = (int)(rest % 60);
}

size_t time_write(char to[TIME_TEXT], int64_t at, int offset_minutes)
{
	size_t n = date_write(to, date_of(at, offset_minutes));
	int h, m, s;

	clock_of(at, offset_minutes, &h, &m, &s);
	memcpy(to + n, " 00:00", sizeof " 00:00");
	two_digits(to + n + 1, h);
	two_digits(to + n + 4, m);
	return n + sizeof " 00:00" - 1;
}

char *time_text(struct arena *a, int64_t at, int offset_minutes)
{
	char text[TIME_TEXT];

	return arena_strndup(a, text, time_write(text, at, offset_minutes));
}

char *time_text_short(struct arena *a, int64_t at, int offset_minutes, int64_t today)
{
	int year, month, day, h, m, s;

	clock_of(at, offset_minutes, &h, &m, &s);
	if (date_of(at, offset_minutes) == today)
		return arena_printf(a, "%02d:%02d", h, m);
	date_split(date_of(at, offset_minutes), &year, &month, &day);
	return arena_printf(a, "%02d-%02d %02d:%02d", month, day, h, m);
}

char *time_text_utc(struct arena *a, int64_t at)
{
	int h, m, s;

	clock_of(at, 0, &h, &m, &s);
	return arena_printf(a, "%sT%02d:%02d:%02dZ", date_text(a, date_of(at, 0)), h, m, s);
}
