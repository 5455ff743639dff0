/* bench_export.c - a million rows to CSV, beside stepping the same SELECT and beside `sqlite3 -csv`; a report
 * beside its SELECT.
 *
 * bench_export FILE. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "db/shop.h"
#include "db/view.h"
#include "db/view_export.h"
#include "tests/bench/figure.h"

#define ROUNDS 5

static struct view_who who_of(void)
{
	return (struct view_who){ .now = INT64_C(20778) * 86400,
				  .today = 20778,
				  .user_id = 1,
				  .store_id = 1,
				  .offset_minutes = 480,
				  .terminal = "bench" };
}

/* The SELECT that the engine runs for the view, in the arena. */
static char *select_of(const char *view, struct arena *a)
{
	struct view_query q = { .view = view_find(view) };
	struct view_who who = who_of();

	if (!q.view)
		die("there is no view %s", view);
	return view_sql(&q, &who, a);
}

static int64_t export_ours(struct shop *s, const char *view, int64_t *ret_rows)
{
	struct view_query q = { .view = view_find(view) };
	struct view_export how = { .format = VIEW_CSV, .encoding = CSV_UTF8 };
	struct view_who who = who_of();
	struct err e = { 0 };
	FILE *out = fopen("/dev/null", "we");
	int64_t from = figure_busy();

	if (!out || !view_export(shop_reader(s), &q, &who, out, &how, ret_rows, &e))
		die("%s: %s", view, e.text);
	fclose(out);
	return figure_busy() - from;
}

static int64_t step_bare(struct shop *s, const char *view)
{
	sqlite3 *db = db_handle(shop_reader(s));
	sqlite3_stmt *st;
	struct arena *a = arena_new();
	char *sql = select_of(view, a);
	int64_t from = figure_busy(), sum = 0;

	if (sqlite3_prepare_v2(db, sql, -1, &st, NULL) != SQLITE_OK)
		die("%s", sqlite3_errmsg(db));
	for (int i = 1; i <= sqlite3_bind_parameter_count(st); i++)
		sqlite3_bind_int64(st, i, INT64_C(20778) * 86400);
	while (sqlite3_step(st) == SQLITE_ROW)
		for (int i = 0; i < sqlite3_column_count(st); i++)
			sum += sqlite3_column_type(st, i) == SQLITE_INTEGER ? sqlite3_column_int64(st, i) & 1
									    : sqlite3_column_bytes(st, i);
	sqlite3_finalize(st);
	arena_free(a);
	return sum ? figure_busy() - from : 0;
}

static int64_t shell_csv(const char *path, const char *view)
{
	char name[] = "/tmp/workbay-sql-XXXXXX", *cmd;
	struct arena *a = arena_new();
	int fd = mkstemp(name);
	FILE *f = fd >= 0 ? fdopen(fd, "w") : NULL;
	int64_t from;

	if (!f)
		die("no file for the SELECT");
	fprintf(f, "%s;\n", select_of(view, a));
	fclose(f);
	cmd = sqlite3_mprintf("sqlite3 -readonly -csv '%q' <%s >/dev/null", path, name);
	from = figure_busy();
	if (system(cmd) != 0)
		die("sqlite3 -csv fails");
	from = figure_busy() - from;
	sqlite3_free(cmd);
	arena_free(a);
	unlink(name);
	return from;
}

static double peak_mb(void)
{
	struct rusage u;

	getrusage(RUSAGE_SELF, &u);
	return (double)u.ru_maxrss / 1024;
}

static void measure_csv(struct shop *s, const char *path)
{
	struct figure ours = { 0 }, bare = { 0 }, shell = { 0 };
	int64_t rows = 0;
	double above_ours, above_shell;

	for (int i = 0; i < ROUNDS; i++) {
		figure_add(&bare, step_bare(s, "jobs"));
		figure_add(&ours, export_ours(s, "jobs", &rows));
		figure_add(&shell, shell_csv(path, "jobs"));
	}
	printf("%lld rows, most memory %.1f MB\n", (long long)rows, peak_mb());
	figure_row("CSV of all work orders, beside stepping them", &ours, &bare, 0);
	figure_row("  sqlite3 -csv, beside stepping them", &shell, &bare, 0);
	above_ours = (double)(figure_at(&ours, 50) - figure_at(&bare, 50)) / 1000;
	above_shell = (double)(figure_at(&shell, 50) - figure_at(&bare, 50)) / 1000;
	figure_row_numbers("  above stepping, beside sqlite3 -csv", above_ours, above_shell, "us", 50);
	figure_free(&ours);
	figure_free(&bare);
	figure_free(&shell);
}

static void measure_report(struct shop *s, const char *name)
{
	struct figure ours = { 0 }, bare = { 0 };
	char what[80];
	int64_t rows;

	for (int i = 0; i < ROUNDS; i++) {
		figure_add(&bare, step_bare(s, name));
		figure_add(&ours, export_ours(s, name, &rows));
	}
	snprintf(what, sizeof(what), "report %s", name);
	figure_row(what, &ours, &bare, 120);
	figure_free(&ours);
	figure_free(&bare);
}

int main(int argc, char **argv)
{
	struct err e = { 0 };
	struct shop *s = argc > 1 ? shop_open(argv[1], SHOP_READ, &e) : NULL;

	if (!s)
		die("bench_export FILE: %s", e.text);
	measure_csv(s, argv[1]);
	for (int i = 2; i < argc; i++)
		measure_report(s, argv[i]);
	shop_close(s);
	return 0;
}
