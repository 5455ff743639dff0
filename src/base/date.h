/* date.h - days and times. A day is a number of days since 1970-01-01; a time is seconds since 1970 UTC. The
 * shop's local time is UTC plus a fixed number of minutes; nothing here reads the clock of the machine. */
#ifndef WORKBAY_DATE_H
#define WORKBAY_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

#define DATE_NONE  INT64_MIN
#define DATE_FIRST INT64_C(-25567) /* 1900-01-01 */
#define DATE_LAST  INT64_C(84005)  /* 2199-12-31 */

/* DATE_NONE when there is no such day, or not from 1900 to 2199. */
int64_t date_make(int year, int month, int day);
void date_split(int64_t day, int *year, int *month, int *mday);
int date_weekday(int64_t day); /* 1 Monday .. 7 Sunday */

/* The 31st becomes the last of a shorter month; DATE_NONE when it leaves 1900 to 2199. */
int64_t date_add_months(int64_t day, int months);

/* The local day of a time. */
int64_t date_of(int64_t at, int offset_minutes);

/* Which way a date without a year leans. */
enum date_lean { DATE_NEAR, DATE_PAST, DATE_FUTURE };

/* Reads a day as people and scripts write it, `today` known: 2026-11-21, 2026/11/21, 2026.11.21,
 * 2026年11月21日, 20261121, 261121 (the year from 79 back to 20 ahead), 1121 or 11-21 (month, day: the
 * nearest year; in the past or future by `lean`, today included), 21 (day of this month), today yesterday
 * tomorrow 今天 昨天 明天 前天 后天 t . +n -n (days), +1w -1m +1y (weeks, months, years), m e (first, last of
 * the month), w1..w7 (that weekday: nearest, or by `lean` the last before or the next after today).
 * Full-width forms fold. Years are 1900 to 2199. Says what it could not read, about `field` ("" for none). */
bool date_parse(const char *s, int64_t today, enum date_lean lean, const char *field, int64_t *ret,
		struct err *e);

/* A range for the find form and reports: any of the above, "2026-11" (the month), "2026" (the year),
 * "a..b", "a..", "..b". An open end is the first day of 1900 or the last of 2199. */
bool date_range_parse(const char *s, int64_t today, int64_t *ret_from, int64_t *ret_to, struct err *e);

/* A time: "14:30", "1430", "9" (nearest, or past or future by `lean`), "now", "+2h", "-30m", "2026-11-21
 * 14:30", "1121 0930", "明天 9", "2026-11-21T10:05:00Z"; `now` seconds UTC. */
bool time_parse(const char *s, int64_t now, int offset_minutes, enum date_lean lean, const char *field,
		int64_t *ret, struct err *e);

/* Writes 2026-11-21 and a NUL; returns how many bytes that are without it. */
#define DATE_TEXT 24
size_t date_write(char to[DATE_TEXT], int64_t day);
/* The same in the arena. */
char *date_text(struct arena *a, int64_t day);
/* 2026-11-21 Sat, 2026-11-21 周六 */
char *date_text_long(struct arena *a, const struct lang *lang, int64_t day);
/* 2026-11-21 18:05 */
char *time_text(struct arena *a, int64_t at, int offset_minutes);
/* The same into `to`; returns its length. */
#define TIME_TEXT (DATE_TEXT + 6)
size_t time_write(char to[TIME_TEXT], int64_t at, int offset_minutes);
/* 18:05, or 11-20 18:05 when it is not today */
char *time_text_short(struct arena *a, int64_t at, int offset_minutes, int64_t today);
/* 2026-11-21T10:05:00Z */
char *time_text_utc(struct arena *a, int64_t at);
/* Reads that, or "2026-11-21 10:05", or a bare day; all UTC. */
bool time_parse_utc(const char *s, int64_t *ret, struct err *e);

#endif
