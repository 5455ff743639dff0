/* bench_goods.c - a large catalogue comes in, a part is found in a larger one, and the stock of a month is stated out of
 * ten years: each beside bare SQLite.
 *
 * WORKBAY_BENCH_PARTS takes another number of parts than 300,000; a third of them is measured while it comes in. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/seal.h"
#include "base/text.h"
#include "batch/import.h"
#include "db/db_private.h"
#include "domain/search.h"
#include "domain/session.h"
#include "tests/bench/bare.h"
#include "tests/bench/figure.h"
#include "tests/bench/report.h"
#include "tests/domain/shop.h"
#include "tests/torture/book.h"

#define IMPORT      334 /* hundredths of the floor: at least 30 % of its speed */
#define FIND        300
#define TIMES       300
#define OF(list, n) (list)[(n) % (int64_t)(sizeof(list) / sizeof *(list))]

static const char *const goods[] = { "机油滤清器", "空气滤清器", "前制动片", "后制动片", "火花塞",
				     "雨刮片",     "蓄电池",     "轮胎",     "正时皮带", "减振器" };
static const char *const cars[] = { "朗逸", "速腾", "英朗", "卡罗拉", "凯美瑞", "轩逸", "思域" };
static const char *const makers[] = { "博世", "曼牌", "法雷奥", "德尔福", "原厂件" };

static int64_t parts_wanted(void)
{
	const char *given = getenv("WORKBAY_BENCH_PARTS");

	return given ? atoll(given) : 300000;
}

/* ---- a catalogue comes in ---- */

static long long barcode_of(int64_t i)
{
	return i * 700001 % 100000000000;
}

static void catalogue(const char *path, int64_t first, int64_t n)
{
	FILE *out = fopen(path, "we");

	if (!out)
		die("%s", path);
	fprintf(out, "code,name,brand,barcode,maker_no,price\n");
	for (int64_t i = first; i < first + n; i++)
		fprintf(out, "P%06lld,%s %s %lld,%s,69%011lld,0986%06lld,%lld.50\n", (long long)i,
			OF(goods, i), OF(cars, i / 7), (long long)(i / 70), OF(makers, i), barcode_of(i),
			(long long)i, (long long)(9 + i % 900));
	fclose(out);
}

static void bad_row(void *arg, long line, const char *column, const char *sentence)
{
	(void)arg;
	die("line %ld, %s: %s", line, column, sentence);
}

static int64_t import(struct test_shop *s, int64_t first, int64_t n)
{
	struct import_options o = { .encoding = CSV_UTF8, .bad = bad_row };
	char *path = arena_printf(s->arena, "%s/parts.csv", s->dir);
	struct import_result r;
	int64_t from;

	catalogue(path, first, n);
	from = figure_work();
	if (!import_file(s->session, import_kind_find("parts"), path, &o, &r, &s->err))
		die("import: %s", s->err.text);
	return figure_work() - from;
}

/* ---- the same rows, bare ---- */

#define CHUNK_VALUES 400000

/* A table that has more rows than before: the new ones, and how they are written. */
struct table {
	const char *rows, *insert,
	    *behind; /* behind: the last row that was there before; NULL: none of them was */
	sqlite3_stmt *from, *into;
	sqlite3_value **value; /* of the chunk that is read */
	size_t n;
	int cols, share; /* rows of a chunk */
	bool done;
};

static sqlite3_stmt *prepared(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *st;

	if (sqlite3_prepare_v2(db, sql, -1, &st, NULL) != SQLITE_OK)
		die("%s: %s", sql, sqlite3_errmsg(db));
	return st;
}

static int64_t number(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *st = prepared(db, sql);
	int64_t n = sqlite3_step(st) == SQLITE_ROW ? sqlite3_column_int64(st, 0) : 0;

	sqlite3_finalize(st);
	return n;
}

static void table_open(struct table *t, sqlite3 *source, sqlite3 *copy)
{
	t->from = prepared(source, t->rows);
	t->into = prepared(copy, t->insert);
	if (t->behind)
		sqlite3_bind_int64(t->from, 1, number(copy, t->behind));
	t->cols = sqlite3_column_count(t->from);
	t->value = xcalloc(CHUNK_VALUES, sizeof(*t->value));
}

/* Untimed: the next rows into memory. */
static bool chunk_read(struct table *t)
{
	t->n = 0;
	for (int i = 0; i < t->share && !t->done; i++) {
		t->done = sqlite3_step(t->from) != SQLITE_ROW;
		for (int c = 0; c < t->cols && !t->done; c++)
			t->value[t->n++] = sqlite3_value_dup(sqlite3_column_value(t->from, c));
	}
	return t->n != 0;
}

static void chunk_write(struct table *t)
{
	for (size_t i = 0; i < t->n; i += (size_t)t->cols) {
		for (int c = 0; c < t->cols; c++)
			sqlite3_bind_value(t->into, c + 1, t->value[i + (size_t)c]);
		if (sqlite3_step(t->into) != SQLITE_DONE)
			die("%s: %s", t->insert, sqlite3_errmsg(sqlite3_db_handle(t->into)));
		sqlite3_reset(t->into);
	}
}

static void chunk_free(struct table *t)
{
	for (size_t i = 0; i < t->n; i++)
		sqlite3_value_free(t->value[i]);
}

static void table_close(struct table *t)
{
	sqlite3_finalize(t->from);
	sqlite3_finalize(t->into);
	free(t->value);
}

/* The INSERT of all columns of the table that `rows` reads. */
static const char *insert_all(struct arena *a, sqlite3 *db, const char *rows)
{
	const char *name = strstr(rows, "FROM ") + 5;
	int len = (int)strcspn(name, " ");
	int cols =
	    (int)number(db, arena_printf(a, "SELECT count(*) FROM pragma_table_info('%.*s')", len, name));
	char *marks = arena_printf(a, "?");

	while (--cols > 0)
		marks = arena_printf(a, "%s,?", marks);
	return arena_printf(a, "INSERT INTO %.*s VALUES (%s)", len, name, marks);
}

/* Runs SQL on the copy; what it took. */
static int64_t spent_on(struct db *copy, const char *sql)
{
	int64_t from = figure_work();

	sqlite3_exec(db_handle(copy), sql, NULL, NULL, NULL);
	return figure_work() - from;
}

/* Writes the next chunk of each table; what it took. False when nothing was left. */
static bool chunks_again(struct table *table, size_t n, int64_t *spent, int64_t *rows)
{
	bool more = false;
	int64_t from;

	for (size_t i = 0; i < n; i++) {
		more = chunk_read(&table[i]) || more;
		*rows += (int64_t)(table[i].n / (size_t)table[i].cols);
	}
	from = figure_work();
	for (size_t i = 0; i < n; i++)
		chunk_write(&table[i]);
	*spent += figure_work() - from;
	for (size_t i = 0; i < n; i++)
		chunk_free(&table[i]);
	return more;
}

/* What an import of parts writes, a few hundred parts at a time, as they come. */
static int64_t again(const char *imported, const char *before, int64_t *ret_rows)
{
	static const char set_up[] = "PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; PRAGMA "
				     "wal_autocheckpoint=0; PRAGMA secure_delete=ON";
	struct table table[] = {
		{ "SELECT * FROM part WHERE id > ?1 ORDER BY id", "", "SELECT max(id) FROM part",
		  .share = 500 },
		{ "SELECT word, kind, ref_id FROM search_word WHERE kind = 'part' ORDER BY ref_id",
		  "INSERT INTO search_word VALUES (?1, ?2, ?3)", NULL, .share = 9000 },
		{ "SELECT id, c0, c1 FROM search_infix_content WHERE id > ?1 ORDER BY id",
		  "INSERT INTO search_infix (rowid, text, kind) VALUES (?1, ?2, ?3)",
		  "SELECT max(id) FROM search_infix_content", .share = 500 },
		{ "SELECT * FROM journal WHERE seq > ?1 ORDER BY seq", "", "SELECT max(seq) FROM journal",
		  .share = 500 },
		{ "SELECT * FROM journal_change WHERE id > ?1 ORDER BY id", "",
		  "SELECT max(id) FROM journal_change", .share = 500 },
	};
	struct db *source = bare_open(imported, ""), *copy = bare_open(before, "");
	struct arena *a = arena_new();
	const size_t n = sizeof table / sizeof *table;
	int64_t spent;

	if (sqlite3_exec(db_handle(copy), set_up, NULL, NULL, NULL) != SQLITE_OK)
		die("%s", before);
	for (size_t i = 0; i < n; i++) {
		if (!*table[i].insert)
			table[i].insert = insert_all(a, db_handle(copy), table[i].rows);
		table_open(&table[i], db_handle(source), db_handle(copy));
	}
	spent = spent_on(copy, "BEGIN IMMEDIATE");
	while (chunks_again(table, n, &spent, ret_rows))
		continue;
	spent += spent_on(copy, "COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");
	for (size_t i = 0; i < n; i++)
		table_close(&table[i]);
	db_free(source);
	db_free(copy);
	arena_free(a);
	return spent;
}

static void measure_import(struct test_shop *s, int64_t n)
{
	struct figure ours = { 0 }, bare = { 0 };
	char *dir = dir_make(), *copy = book_path(dir), what[80];
	int64_t rows = 0;

	if (!shop_checkpoint(s->shop, &s->err))
		die("%s", s->err.text);
	book_copy(s->dir, dir);
	figure_add(&ours, import(s, 0, n));
	figure_add(&bare, again(s->path, copy, &rows));
	snprintf(what, sizeof what, "import of %lld parts (%lld rows)", (long long)n, (long long)rows);
	figure_row(what, &ours, &bare, IMPORT);
	figure_free(&ours);
	figure_free(&bare);
	free(copy);
	dir_remove(dir);
}

/* ---- a part is found ---- */

struct find {
	const char *what;
	const char *view; /* NULL: whether the code is known */
	const char *by;   /* the column that has exactly this; NULL: a word of the search line */
	const char *text; /* typed, by the part's number */
	const char *bare; /* the bare look-up of :q */
};

static int64_t find_ours(struct db *db, const struct find *f, const struct view_who *who, const char *q,
			 size_t *ret_n)
{
	const struct view_arg arg = { .name = "q", .text = true, .s = q };
	struct view_cond cond = { .col = f->by, .op = OP_EQ, .text = true, .s = q };
	struct view_query query = { .view = f->view ? view_find(f->view) : NULL };
	struct arena *a = arena_new();
	struct view_row *row;
	struct err e = { 0 };
	int64_t from;

	query.args = f->by ? NULL : &arg;
	query.n_args = f->by ? 0 : 1;
	query.conds = f->by ? &cond : NULL;
	query.n_conds = f->by ? 1 : 0;
	from = figure_work();
	if (!f->view)
		*ret_n = search_known(db, a, q);
	else if (!view_page(db, &query, who, NULL, false, f->by ? 2 : 17, a, &row, ret_n, &e))
		die("%s: %s", q, e.text);
	from = figure_work() - from;
	arena_free(a);
	return from;
}

static void measure_find(struct db *ours, struct db *bare, const struct find *f, int64_t parts)
{
	struct view_who who = report_reader(20778);
	struct figure mine = { 0 }, floor = { 0 };
	sqlite3_stmt *st = bare_prepare(bare, f->bare);
	struct arena *a = arena_new();
	char what[80];
	size_t n = 0;

	for (int64_t i = 0; i < TIMES; i++) {
		int64_t id = i * 7919 % parts, from;
		const char *q = !f->text               ? arena_printf(a, "69%011lld", barcode_of(id))
				: strchr(f->text, '%') ? arena_printf(a, "P%06lld", (long long)id)
						       : f->text;
		const struct bind bind[] = { B_TEXT("q", q), { 0 } };
		int64_t took = find_ours(ours, f, &who, q, &n);

		from = figure_work();
		bare_rows(st, bind);
		from = figure_work() - from;
		if (n == 0)
			die("%s: %s is not found", f->what, q);
		if (i < 20)
			continue;
		figure_add(&mine, took);
		figure_add(&floor, from);
	}
	sqlite3_finalize(st);
	snprintf(what, sizeof what, "%s among %lld parts", f->what, (long long)parts);
	figure_row(what, &mine, &floor, FIND);
	figure_free(&mine);
	figure_free(&floor);
	arena_free(a);
}

/* Whoever types a word may mean anything that has it. */
#define BY_WORD                                                                                              \
	"SELECT w.kind, w.ref_id, j.number, v.plate, v.model, c.name, c.phone, p.code, p.name, p.price "     \
	"FROM search_word w LEFT JOIN job j ON j.id = iif(w.kind = 'job', w.ref_id, NULL) "                  \
	"LEFT JOIN vehicle v ON v.id = iif(w.kind = 'vehicle', w.ref_id, j.vehicle_id) "                     \
	"LEFT JOIN party c ON c.id = iif(w.kind = 'customer', w.ref_id, v.customer_id) "                     \
	"LEFT JOIN part p ON p.id = iif(w.kind = 'part', w.ref_id, NULL) "                                   \
	"WHERE w.word >= :q AND w.word < :q || char(1114111) LIMIT 17"

static void measure_finds(struct test_shop *s, int64_t parts)
{
	static const struct find finds[] = {
		{ "a scan on a sale", "sellable", "barcode", NULL,
		  "SELECT id, code, name, brand, unit, price, bin, maker_no FROM part WHERE barcode = :q" },
		{ "a code on a sale", "sellable", "code", "P%",
		  "SELECT id, code, name, brand, unit, price, bin, maker_no FROM part WHERE code = :q" },
		{ "a scan at home", NULL, NULL, NULL, "SELECT id FROM part WHERE barcode = :q" },
		{ "a name on the search line", "search_hits", NULL, "前制动片", BY_WORD },
		{ "pinyin on the search line", "search_hits", NULL, "qzdp", BY_WORD },
	};
	struct db *bare = bare_open(s->path, "");

	for (size_t i = 0; i < sizeof finds / sizeof *finds; i++)
		measure_find(shop_reader(s->shop), bare, &finds[i], parts);
	db_free(bare);
}

/* ---- ten years of moves ---- */

/* Every fifteenth part comes and goes each month, and its sums are kept as posting keeps them. */
static const char ten_years[] =
    "PRAGMA foreign_keys=OFF; BEGIN;"
    "CREATE TEMP TABLE month AS WITH RECURSIVE m (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM m WHERE n < "
    "119) "
    "SELECT n, 2016 * 12 + 11 + n AS month, CAST(strftime('%s', '2016-12-01', '+' || n || ' months') AS "
    "INTEGER) / 86400 + 1 "
    "AS day FROM m;"
    "CREATE TEMP TABLE some AS SELECT id FROM part WHERE id % 15 = 1 AND id NOT IN (SELECT part_id FROM "
    "stock);"
    "INSERT INTO stock_move (document_id, part_id, warehouse_id, qty, value, day, after_qty, group_qty, "
    "group_value) "
    "SELECT 1, s.id, 1, iif(k.k = 0, 3000, -2000), iif(k.k = 0, 3000, -2000), m.day + k.k, 1000 * m.n + "
    "iif(k.k = 0, 3000, 1000), "
    "1000 * m.n + iif(k.k = 0, 3000, 1000), 1000 * m.n + iif(k.k = 0, 3000, 1000) FROM temp.month m JOIN "
    "temp.some s "
    "JOIN (SELECT 0 AS k UNION ALL SELECT 9) k ORDER BY m.n, k.k, s.id;"
    "INSERT INTO stock_month (part_id, warehouse_id, month, in_qty, in_value, out_qty, out_value, after_qty, "
    "after_value) "
    "SELECT s.id, 1, m.month, 3000, 3000, 2000, 2000, 1000 * (m.n + 1), 1000 * (m.n + 1) FROM temp.month m "
    "JOIN temp.some s;"
    "INSERT INTO stock (part_id, warehouse_id, qty) SELECT id, 1, 120000 FROM temp.some;"
    "INSERT INTO stock_value (id, qty, value) SELECT id, 120000, 120000 FROM temp.some;"
    "COMMIT; PRAGMA wal_checkpoint(TRUNCATE); ANALYZE";

static void fill(struct test_shop *s)
{
	struct db *db;

	run(s, "part.add", "code", "FIRST", "name", "First", "price", "1", NULL);
	run(s, "stock.open", "part", "FIRST", "qty", "1", "cost", "1", NULL);
	db = bare_open(s->path, "");
	if (sqlite3_exec(db_handle(db), ten_years, NULL, NULL, NULL) != SQLITE_OK)
		die("%s", sqlite3_errmsg(db_handle(db)));
	db_free(db);
}

int main(void)
{
	struct test_shop *s = test_shop_new();
	int64_t parts = parts_wanted();

	measure_import(s, parts / 3);
	import(s, parts / 3, parts - parts / 3);
	measure_finds(s, parts);
	fill(s);
	report_measure(s->path, "stock_statement", "period", date_make(2026, 10, 1), date_make(2026, 10, 31));
	report_measure(s->path, "stock_statement", "period", date_make(2021, 3, 10), date_make(2021, 4, 20));
	test_shop_free(s);
	return 0;
}
