/* fill_ten_years.c - a shop file as it is after ten years, written past the commands because a million of them would
 * take a day: customers, cars, work orders with their lines, documents, entries, moves and the journal's rows.
 *
 * fill_ten_years FILE [JOBS]: half as many cars, three tenths as many customers, a fiftieth as many parts. The same
 * arguments make the same rows. The journal's chain is not made: such a file is for reading. */
#include <stdio.h>
#include <stdlib.h>

#include "base/seal.h"
#include "db/shop.h"
#include "domain/role.h"
#include "domain/session.h"
#include "tests/bench/fill.h"

/* Indexes and triggers are taken away and made again behind the rows. */
static char *taken_away(struct fill *f, struct arena *a)
{
	struct str again = { 0 }, drop = { 0 };
	sqlite3_stmt *st;
	char *text;

	sqlite3_prepare_v2(
	    f->h,
	    "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql <> ''", -1,
	    &st, NULL);
	while (sqlite3_step(st) == SQLITE_ROW) {
		str_addf(&drop, "DROP %s %s;", sqlite3_column_text(st, 0), sqlite3_column_text(st, 1));
		str_addf(&again, "%s;\n", sqlite3_column_text(st, 2));
	}
	sqlite3_finalize(st);
	fill_script(f, str_get(&drop));
	text = arena_strdup(a, str_get(&again));
	str_free(&drop);
	str_free(&again);
	return text;
}

static void begin(struct fill *f, const char *path)
{
	if (sqlite3_open(path, &f->h) != SQLITE_OK)
		fill_fail(f, path);
	fill_script(f, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000;"
		       "CREATE TEMP TABLE word (word TEXT, kind TEXT, ref_id INTEGER); BEGIN");
	for (int i = 0; i < TABLES; i++)
		if (sqlite3_prepare_v2(f->h, fill_insert[i], -1, &f->add[i], NULL) != SQLITE_OK)
			fill_fail(f, fill_insert[i]);
}

static void finish(struct fill *f, const char *again)
{
	for (int i = 0; i < TABLES; i++)
		sqlite3_finalize(f->add[i]);
	fill_script(
	    f,
	    "INSERT INTO search_word (word, kind, ref_id) SELECT DISTINCT word, kind, ref_id FROM temp.word "
	    "ORDER BY word, kind, ref_id");
	fill_script(f, again);
	fill_script(
	    f, "INSERT INTO figure_day (id, workshop, counter, profit, cars, receipts, expenses) SELECT day, "
	       "sum(workshop), sum(counter), sum(profit), sum(cars), sum(receipts), sum(expenses) FROM "
	       "figure_line "
	       "GROUP BY day");
	fill_script(f,
		    "INSERT INTO account_balance (id, amount) SELECT account_id, sum(amount) FROM entry_line "
		    "GROUP BY account_id");
	fill_script(f, "COMMIT; PRAGMA journal_mode = WAL");
	sqlite3_close(f->h);
}

static int64_t clock_now(void *arg)
{
	(void)arg;
	return INT64_C(86400) * LAST_DAY + 4 * 3600;
}

/* Somebody who logs in with a PIN. */
static void hire(struct session *s)
{
	struct arena *a = arena_new();
	struct args *args = args_new(a);
	struct answer answer = { 0 };
	struct err e = { 0 };

	args_set(args, "user", "ann");
	args_set(args, "name", "Ann");
	args_set(args, "role", "admin");
	args_set(args, "pin", "1234");
	if (!command_run(s, command_find("user.add"), args, NULL, &answer, &e))
		die("%s", e.text);
	str_free(&answer.extra);
	arena_free(a);
}

static void make(const char *path)
{
	struct err e = { 0 };
	struct shop *shop = shop_create(path, &e);
	struct session *s;
	int64_t boss;

	if (!shop)
		die("%s", e.text);
	s = session_new(shop, &(struct session_options){ .clock = clock_now, .terminal = "fill" });
	if (!setup_shop(s, &(struct setup){ .shop_name = "Riverside Garage", .user = "boss" }, &boss, &e))
		die("%s", e.text);
	session_user(s, boss);
	hire(s);
	session_free(s);
	if (!shop_checkpoint(shop, &e))
		die("%s", e.text);
	shop_close(shop);
}

static int64_t at_least_one(int64_t n)
{
	return n > 0 ? n : 1;
}

int main(int argc, char **argv)
{
	int64_t jobs = argc > 2 ? strtoll(argv[2], NULL, 10) : 1000000;
	struct arena *a;
	struct fill f = { .n_jobs = at_least_one(jobs),
			  .n_vehicles = at_least_one(jobs / 2),
			  .seed = 20261121,
			  .n_customers = at_least_one(jobs * 3 / 10),
			  .n_parts = at_least_one(jobs / 50),
			  .n_labour = at_least_one(jobs / 500) };
	const char *again;

	if (argc < 2) {
		fprintf(stderr, "usage: fill_ten_years FILE [JOBS]\n");
		return 64;
	}
	seal_init();
	make(argv[1]);
	f.a = arena_new();
	a = arena_new();
	f.stock = xcalloc((size_t)f.n_parts + 1, sizeof *f.stock);
	f.owner = xcalloc((size_t)f.n_vehicles + 1, sizeof *f.owner);
	begin(&f, argv[1]);
	again = taken_away(&f, a);
	f.seq = 100;
	fill_customers(&f);
	fill_vehicles(&f);
	fill_parts(&f);
	fill_labours(&f);
	fill_orders(&f);
	finish(&f, again);
	str_free(&f.infix);
	free(f.stock);
	free(f.owner);
	arena_free(f.a);
	arena_free(a);
	return 0;
}
