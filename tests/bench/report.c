/* report.c - a report as CSV, beside bare SQLite stepping the same SELECT. */
#include "tests/bench/report.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "db/db_private.h"
#include "db/shop.h"
#include "db/view_export.h"
#include "tests/bench/bare.h"
#include "tests/bench/figure.h"

#define ROUNDS 7

struct view_who report_reader(int64_t today)
{
	return (struct view_who){ .now = today * 86400,
				  .today = today,
				  .user_id = 1,
				  .store_id = 1,
				  .offset_minutes = 480,
				  .terminal = "bench" };
}

static int64_t report_ours(struct shop *s, const struct view_query *q, const struct view_who *who)
{
	struct view_export how = { .format = VIEW_CSV, .encoding = CSV_UTF8 };
	struct err e = { 0 };
	FILE *out = fopen("/dev/null", "we");
	int64_t rows;

	if (!out || !view_export(shop_reader(s), q, who, out, &how, &rows, &e))
		die("%s: %s", q->view->name, e.text);
	fclose(out);
	return rows;
}

void report_measure(const char *path, const char *name, const char *days, int64_t first, int64_t last)
{
	struct err e = { 0 };
	struct shop *s = shop_open(path, SHOP_READ, &e);
	struct view_who who = report_reader(last);
	struct arena *a = arena_new();
	struct view_arg day = { .name = days ? days : "day",
				.range = first < last,
				.i = first < last ? first : last,
				.to = last };
	struct view_query q = { .view = view_find(name), .args = &day, .n_args = days != NULL };
	struct bind bind[] = { B_INT("day", last),
			       B_INT(days ? arena_printf(a, "%s_from", days) : "-", first),
			       B_INT(days ? arena_printf(a, "%s_to", days) : "-", last),
			       B_INT("today", last),
			       B_INT("now", last * 86400),
			       B_INT("offset", 480),
			       { 0 } };
	struct figure ours = { 0 }, bare = { 0 };
	char *text = view_sql(&q, &who, a), what[80];
	struct db *db;
	int64_t rows = 0, from;

	if (!s)
		die("%s: %s", path, e.text);
	db = bare_open(path, text);
	for (int i = 0; i < ROUNDS; i++) {
		from = figure_busy();
		bare_select(db, text, bind);
		figure_add(&bare, figure_busy() - from);
		from = figure_busy();
		rows = report_ours(s, &q, &who);
		figure_add(&ours, figure_busy() - from);
	}
	snprintf(what, sizeof what, "%s, %lld rows", name, (long long)rows);
	figure_row(what, &ours, &bare, 120);
	figure_free(&ours);
	figure_free(&bare);
	db_free(db);
	shop_close(s);
	arena_free(a);
}
