/* bench_money.c - the end of a shift with 500 documents; what stands open by age and the cash of ten years.
 *
 * Z: till.close and reading its paper, beside bare SQLite that writes the same rows and runs the same SELECTs: the sums of
 * the shift, and those of the paper. Ageing and the cash journal: a report as CSV, beside stepping its SELECT.
 *
 * bench_money BIG: a file of fill_ten_years. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/seal.h"
#include "db/db_private.h"
#include "db/view.h"
#include "db/view_export.h"
#include "domain/user.h"
#include "tests/bench/bare.h"
#include "tests/bench/figure.h"
#include "tests/bench/report.h"
#include "tests/bench/replay.h"
#include "tests/domain/shop.h"
#include "tests/torture/book.h"

#define DOCUMENTS 500
#define TILLS     12

/* ---- the end of a shift ---- */

static const char *till_code(struct arena *a, int till)
{
	return arena_printf(a, "T%d", till + 1);
}

/* Twelve drawers, each with a day of sales in cash and by WeChat. */
static void days_of_sales(struct test_shop *s)
{
	run(s, "part.add", "code", "OIL", "name", "OIL", "price", "80", NULL);
	run(s, "stock.open", "part", "OIL", "warehouse", "MAIN", "qty", "9000", "cost", "45", NULL);
	for (int t = 0; t < TILLS; t++) {
		const char *code = till_code(s->arena, t);

		if (t)
			run(s, "till.add", "code", code, "name", code, NULL);
		run(s, "till.open", "till", code, "float", "500", NULL);
		session_till(s->session, t + 1);
		for (int i = 0; i < DOCUMENTS; i++)
			run(s, "sale.post", "lines.0.part", "OIL", "pay.0.method", i % 3 ? "cash" : "wechat",
			    "pay.0.amount", "80", NULL);
	}
}

static struct args *close_args(struct arena *a, int till)
{
	const char *list[] = { "till", till_code(a, till), "counted", "27140", "wechat", "13360", NULL };

	return args_of(a, list);
}

static void close_till(struct test_shop *s, int till)
{
	struct arena *a = arena_new();
	struct err e = { 0 };

	str_free(&s->answer.extra);
	if (!command_run(s->session, command_find("till.close"), close_args(a, till), NULL, &s->answer, &e))
		die("%s", e.text);
	arena_free(a);
}

static struct replay *closes_taken_down(const char *dir)
{
	struct test_shop *s = test_shop_at(dir);
	struct replay *r = replay_new(db_handle(shop_writer(s->shop)), shop_path(s->shop));

	for (int t = 0; t < TILLS; t++) {
		close_till(s, t);
		replay_cut(r);
	}
	test_shop_free(s);
	return r;
}

/* What the paper of a shift's end reads. */
static const char *const paper[] = { "doc_till_close", "doc_till_close_lines", "doc_till_notes" };

static struct view_query paper_query(const char *view, struct view_arg *arg, int64_t document)
{
	*arg = (struct view_arg){ .name = "document", .i = document };
	return (struct view_query){ .view = view_find(view), .args = arg, .n_args = 1 };
}

static void paper_ours(struct test_shop *s, int64_t document)
{
	struct view_who who = report_reader(s->now / 86400);
	struct arena *a = arena_new();
	struct err e = { 0 };
	struct view_row *row;
	struct view_arg arg;
	size_t n;

	for (size_t i = 0; i < sizeof paper / sizeof *paper; i++) {
		struct view_query q = paper_query(paper[i], &arg, document);

		if (!view_page(shop_reader(s->shop), &q, &who, NULL, false, 100, a, &row, &n, &e))
			die("%s: %s", paper[i], e.text);
	}
	arena_free(a);
}

/* The sums that a closing reads, and its paper. */
static void selects_bare(struct db *db, int64_t shift, int64_t document, int64_t today)
{
	static const char sums[] =
	    "SELECT account_id, sum(amount) FROM entry_line WHERE shift_id = :shift GROUP BY account_id";
	struct view_who who = report_reader(today);
	struct arena *a = arena_new();
	struct view_arg arg;

	bare_select(db, sums, (struct bind[]){ B_INT("shift", shift), { 0 } });
	for (size_t i = 0; i < sizeof paper / sizeof *paper; i++) {
		struct view_query q = paper_query(paper[i], &arg, document);

		bare_select(db, view_sql(&q, &who, a),
			    (struct bind[]){ B_INT("document", document), B_INT("today", today), { 0 } });
	}
	arena_free(a);
}

static void measure_close(void)
{
	struct test_shop *s = test_shop_new();
	char *left = dir_make(), *right = dir_make(), *copy = book_path(right);
	struct figure ours = { 0 }, bare = { 0 };
	struct replay *r;
	struct err e = { 0 };
	struct db *db;
	int64_t from;

	days_of_sales(s);
	if (!shop_checkpoint(s->shop, &e))
		die("%s", e.text);
	book_copy(s->dir, left);
	book_copy(s->dir, right);
	r = closes_taken_down(left);
	if (!replay_open(r, copy))
		die("replay: cannot open %s", copy);
	db = bare_open(copy, "fold(");
	for (int t = 0; t < TILLS; t++) {
		from = figure_work();
		close_till(s, t);
		paper_ours(s, s->answer.document);
		figure_add(&ours, figure_work() - from);
		from = figure_work();
		if (!replay_run(r, (size_t)t))
			die("replay");
		selects_bare(db, t + 1, s->answer.document, s->now / 86400);
		figure_add(&bare, figure_work() - from);
	}
	figure_row("Z close of a shift with 500 documents", &ours, &bare, 200);
	figure_free(&ours);
	figure_free(&bare);
	db_free(db);
	replay_free(r);
	test_shop_free(s);
	free(copy);
	dir_remove(left);
	dir_remove(right);
}

int main(int argc, char **argv)
{
	seal_init();
	measure_close();
	if (argc < 2)
		return 0;
	report_measure(argv[1], "receivable_ageing", "day", 20778, 20778);
	report_measure(argv[1], "payable_ageing", "day", 20778, 20778);
	report_measure(argv[1], "bill_ageing", "day", 20778, 20778);
	report_measure(argv[1], "cash_journal", "day", 17000, 20778);
	return 0;
}
