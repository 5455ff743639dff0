/* bench_read.c - lists and searches on a ten-year file and on a small one, beside bare SELECTs on the same
 * schema.
 *
 * bench_read BIG SMALL: two shop files (tests/bench/run makes them). */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/command.h"
#include "domain/search.h"
#include "tests/bench/figure.h"

#define ROUNDS 300
#define PAGE   20

struct file {
	const char *path;
	struct shop *shop;
	sqlite3 *bare;
};

static int64_t clock_fixed(void *arg)
{
	(void)arg;
	return INT64_C(20778) * 86400;
}

static void file_open(struct file *f, const char *path)
{
	struct err e = { 0 };

	f->path = path;
	f->shop = shop_open(path, SHOP_READ, &e);
	if (!f->shop || sqlite3_open_v2(path, &f->bare, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
		die("%s: %s", path, e.text);
	sqlite3_exec(f->bare, "PRAGMA mmap_size=0", NULL, NULL, NULL);
}

static void file_close(struct file *f)
{
	sqlite3_close(f->bare);
	shop_close(f->shop);
}

static struct view_who who_of(void)
{
	return (struct view_who){ .now = clock_fixed(NULL),
				  .today = 20778,
				  .user_id = 1,
				  .store_id = 1,
				  .offset_minutes = 480,
				  .terminal = "bench" };
}

/* ---- bare SELECTs ---- */

static void read_all(sqlite3_stmt *st, int *sum)
{
	while (sqlite3_step(st) == SQLITE_ROW)
		for (int i = 0; i < sqlite3_column_count(st); i++)
			*sum += sqlite3_column_type(st, i) == SQLITE_INTEGER
				    ? (int)sqlite3_column_int64(st, i)
				    : sqlite3_column_bytes(st, i);
	sqlite3_reset(st);
}

static sqlite3_stmt *prepared(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *st = NULL;

	if (sqlite3_prepare_v2(db, sql, -1, &st, NULL) != SQLITE_OK)
		die("%s: %s", sqlite3_errmsg(db), sql);
	return st;
}

/* ---- lists ---- */

struct list {
	const char *what, *view, *param, *value; /* param: NULL or one that is given */
	const char *bare;			 /* %s: the SELECT of the view */
};

static const struct list lists[] = {
	{ "work orders, first page", "jobs", NULL, NULL, "SELECT * FROM (%s) ORDER BY number DESC LIMIT 20" },
	{ "cars in the house, first page", "open_jobs", NULL, NULL,
	  "SELECT * FROM (%s) ORDER BY received_at, id LIMIT 20" },
	{ "customers, first page", "customers", NULL, NULL, "SELECT * FROM (%s) ORDER BY name, id LIMIT 20" },
	{ "vehicles, first page", "vehicles", NULL, NULL, "SELECT * FROM (%s) ORDER BY plate LIMIT 20" },
	{ "parts, first page", "parts", NULL, NULL, "SELECT * FROM (%s) ORDER BY code LIMIT 20" },
	{ "lines of a work order", "job_lines", "job", "500",
	  "SELECT * FROM (%s) WHERE job_id = :job ORDER BY pos, id LIMIT 20" },
	{ "head of a work order", "job_head", "job", "500", "SELECT * FROM (%s) WHERE id = :job LIMIT 20" },
	{ "payments, first page", "payments", NULL, NULL, NULL },
	{ "documents, first page", "documents", NULL, NULL, NULL },
};

static void query_of(const struct list *l, struct view_arg *arg, struct view_query *q)
{
	*q = (struct view_query){ .view = view_find(l->view) };
	if (!q->view)
		die("no view %s", l->view);
	if (!l->param)
		return;
	*arg = (struct view_arg){ .name = l->param, .i = strtoll(l->value, NULL, 10) };
	q->args = arg;
	q->n_args = 1;
}

static int64_t time_view(const struct file *f, const struct list *l, size_t limit)
{
	struct arena *a = arena_new();
	struct view_who who = who_of();
	struct view_row *rows;
	struct view_query q;
	struct view_arg arg;
	struct err e = { 0 };
	size_t n;
	int64_t from;

	query_of(l, &arg, &q);
	from = figure_now();
	if (!view_page(shop_reader(f->shop), &q, &who, NULL, false, limit, a, &rows, &n, &e))
		die("%s: %s", l->view, e.text);
	from = figure_now() - from;
	if (n == 0)
		die("%s has no rows", l->view);
	arena_free(a);
	return from;
}

/* The SELECT of the view with its parameters bound. */
static sqlite3_stmt *bare_list(const struct file *f, const struct list *l)
{
	char *sql = sqlite3_mprintf(l->bare, view_find(l->view)->sql);
	sqlite3_stmt *st = prepared(db_handle(shop_reader(f->shop)), sql);

	for (int i = 1; i <= sqlite3_bind_parameter_count(st); i++) {
		const char *name = sqlite3_bind_parameter_name(st, i) + 1;

		sqlite3_bind_int64(st, i,
				   l->param && strcmp(name, l->param) == 0 ? strtoll(l->value, NULL, 10)
									   : clock_fixed(NULL));
	}
	sqlite3_free(sql);
	return st;
}

static void compare_list(const struct list *l, const struct file *big, const struct file *small)
{
	struct figure ours = { 0 }, floor = { 0 }, little = { 0 };
	sqlite3_stmt *st = l->bare ? bare_list(big, l) : NULL;
	char what[80];
	int sum = 0;

	for (int i = 0; i < ROUNDS; i++) {
		int64_t from = figure_now();

		if (st) {
			read_all(st, &sum);
			figure_add(&floor, figure_now() - from);
		}
		figure_add(&ours, time_view(big, l, PAGE));
		figure_add(&little, time_view(small, l, PAGE));
	}
	sqlite3_finalize(st);
	figure_row(l->what, &ours, st ? &floor : NULL, st ? 130 : 0);
	snprintf(what, sizeof(what), "  ten years / a thousand");
	figure_row(what, &ours, &little, 130);
	figure_free(&ours);
	figure_free(&floor);
	figure_free(&little);
}

/* ---- opening and the first row ---- */

static int64_t open_ours(const char *path)
{
	int64_t from = figure_now();
	struct file f;

	file_open(&f, path);
	sqlite3_close(f.bare);
	time_view(&f, &lists[0], 1);
	from = figure_now() - from;
	shop_close(f.shop);
	return from;
}

static int64_t open_bare(const char *path)
{
	int64_t from = figure_now();
	char *sql =
	    sqlite3_mprintf("SELECT * FROM (%s) ORDER BY number DESC LIMIT 1", view_find("jobs")->sql);
	sqlite3 *db;
	sqlite3_stmt *st;
	int sum = 0;

	sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL);
	sqlite3_exec(db, "PRAGMA foreign_keys=ON", NULL, NULL, NULL);
	st = prepared(db, sql);
	read_all(st, &sum);
	sqlite3_finalize(st);
	sqlite3_close(db);
	sqlite3_free(sql);
	return figure_now() - from;
}

static void compare_open(const char *big, const char *small)
{
	struct figure ours = { 0 }, floor = { 0 }, little = { 0 };

	for (int i = 0; i < 60; i++) {
		figure_add(&floor, open_bare(big));
		figure_add(&ours, open_ours(big));
		figure_add(&little, open_ours(small));
	}
	figure_row("open and first row of work orders", &ours, &floor, 130);
	figure_row("  ten years / a thousand", &ours, &little, 130);
	figure_free(&ours);
	figure_free(&floor);
	figure_free(&little);
}

/* ---- searching ---- */

struct search {
	const char *what, *bare;
	const char *(*typed)(struct arena *a, const struct file *f,
			     int i);				  /* what is searched the i-th time */
	const char *(*bound)(struct arena *a, const char *typed); /* what the bare look-up is given */
	int wanted;
};

static char *column(struct arena *a, const struct file *f, const char *sql, int64_t id)
{
	sqlite3_stmt *st = prepared(f->bare, sql);
	char *text = "";

	sqlite3_bind_int64(st, 1, id);
	if (sqlite3_step(st) == SQLITE_ROW)
		text = arena_strdup(a, (const char *)sqlite3_column_text(st, 0));
	sqlite3_finalize(st);
	return text;
}

static char *plate(struct arena *a, const struct file *f, int i)
{
	return column(a, f, "SELECT plate FROM vehicle WHERE id = 1 + ?1 % (SELECT max(id) FROM vehicle)",
		      (int64_t)i * 7919);
}

static const char *whole_plate(struct arena *a, const struct file *f, int i)
{
	return plate(a, f, i);
}

static const char *start_of_plate(struct arena *a, const struct file *f, int i)
{
	char *p = plate(a, f, i);

	return arena_strndup(a, p, strlen(p) - 1);
}

static const char *tail_of_plate(struct arena *a, const struct file *f, int i)
{
	char *p = plate(a, f, i);

	return arena_strdup(a, p + strlen(p) - 4);
}

static const char *whole_phone(struct arena *a, const struct file *f, int i)
{
	return column(a, f, "SELECT phone FROM party WHERE id = 1 + ?1 % (SELECT max(id) FROM party)",
		      (int64_t)i * 7919);
}

static const char *middle_of_vin(struct arena *a, const struct file *f, int i)
{
	char *vin = column(a, f, "SELECT vin FROM vehicle WHERE vin IS NOT NULL AND id >= ?1 LIMIT 1",
			   1 + (int64_t)i * 397 % 300000);

	return strlen(vin) > 9 ? arena_strndup(a, vin + 3, 5) : "SV7XH";
}

static const char *initials(struct arena *a, const struct file *f, int i)
{
	static const char *const some[] = { "wxm", "lzh", "zjg", "cw", "lmh", "zyl" };

	(void)f;
	return arena_strdup(a, some[i % 6]);
}

static const char *as_typed(struct arena *a, const char *typed)
{
	(void)a;
	return typed;
}

static const char *folded(struct arena *a, const char *typed)
{
	return text_fold_search(a, typed);
}

static const char *backwards(struct arena *a, const char *typed)
{
	return arena_printf(a, "<%s", text_reverse(a, text_fold_search(a, typed)));
}

static const char *quoted(struct arena *a, const char *typed)
{
	return arena_printf(a, "\"%s\"", typed);
}

static const struct search searches[] = {
	{ "search: a whole plate",
	  "SELECT v.id, v.plate, v.model, p.name FROM vehicle v JOIN party p ON p.id = v.customer_id WHERE "
	  "v.plate = ?1",
	  whole_plate, as_typed, 300 },
	{ "search: a whole phone", "SELECT id, name, phone, contact FROM party WHERE phone = ?1", whole_phone,
	  as_typed, 300 },
	{ "search: start of a plate",
	  "SELECT w.kind, v.plate, v.model, p.name FROM search_word w JOIN vehicle v ON v.id = w.ref_id JOIN "
	  "party p ON p.id = "
	  "v.customer_id WHERE word >= ?1 AND word < ?1 || char(1114111) LIMIT 20",
	  start_of_plate, folded, 300 },
	{ "search: tail of a plate",
	  "SELECT w.kind, v.plate, v.model, p.name FROM search_word w JOIN vehicle v ON v.id = w.ref_id JOIN "
	  "party p ON p.id = "
	  "v.customer_id WHERE word >= ?1 AND word < ?1 || char(1114111) LIMIT 20",
	  tail_of_plate, backwards, 300 },
	{ "search: pinyin initials",
	  "SELECT w.kind, p.name, p.phone, p.contact FROM search_word w JOIN party p ON p.id = w.ref_id "
	  "WHERE word >= ?1 AND word < ?1 || char(1114111) LIMIT 20",
	  initials, folded, 300 },
	{ "search: middle of a VIN (FTS5 trigram)",
	  "SELECT v.id, v.plate, v.model, p.name FROM side.infix i JOIN vehicle v ON v.id = i.rowid JOIN "
	  "party p ON p.id = "
	  "v.customer_id WHERE i.infix MATCH ?1 LIMIT 20",
	  middle_of_vin, quoted, 300 },
};

static void attach_side(const struct file *f)
{
	char *sql = sqlite3_mprintf("ATTACH '%q-infix' AS side", f->path);

	sqlite3_exec(f->bare, sql, NULL, NULL, NULL);
	sqlite3_free(sql);
}

static void compare_search(const struct search *s, const struct file *f)
{
	struct figure ours = { 0 }, floor = { 0 };
	struct arena *a = arena_new();
	sqlite3_stmt *st = prepared(f->bare, s->bare);
	size_t hits = 0;
	int sum = 0;

	for (int i = 0; i < ROUNDS; i++) {
		const char *typed = s->typed(a, f, i), *bound = s->bound(a, typed);
		struct search_hit *hit;
		int64_t from;

		sqlite3_bind_text(st, 1, bound, -1, SQLITE_STATIC);
		from = figure_now();
		read_all(st, &sum);
		figure_add(&floor, figure_now() - from);
		from = figure_now();
		hits += search_find(shop_reader(f->shop), a, typed, PAGE, &hit);
		figure_add(&ours, figure_now() - from);
		arena_reset(a);
	}
	figure_row(s->what, &ours, &floor, s->wanted);
	if (hits < ROUNDS)
		printf("  only %zu hits in %d searches\n", hits, ROUNDS);
	sqlite3_finalize(st);
	arena_free(a);
	figure_free(&ours);
	figure_free(&floor);
}

int main(int argc, char **argv)
{
	struct file big, small;

	if (argc < 3)
		die("usage: bench_read BIG SMALL");
	file_open(&big, argv[1]);
	file_open(&small, argv[2]);
	attach_side(&big);
	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++)
		compare_list(&lists[i], &big, &small);
	compare_open(argv[1], argv[2]);
	for (size_t i = 0; i < sizeof(searches) / sizeof(*searches); i++)
		compare_search(&searches[i], &big);
	file_close(&big);
	file_close(&small);
	return 0;
}
