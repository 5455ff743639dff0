/* test_clerks.c - several people and one shop: the last piece, the same key pressed twice, two who change one
 * thing, a clock that runs back, a fault in the program's own rules. */
#include "tests/test.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/backup.h"
#include "tests/domain/shop.h"
#include "tests/torture/book.h"
#include "tests/torture/crowd.h"
#include "tests/torture/scene.h"

static char *dir;

/* ---- the last piece ---- */

struct tally {
	int ok, no, failed, first;
	char number[40];
	bool different;
};

static void count(const struct said_by *said, void *arg)
{
	struct tally *t = arg;

	t->ok += said->ok;
	t->first += said->ok && !said->repeated;
	t->no += !said->ok && said->code == ERR_NO;
	if (!said->ok && said->code != ERR_NO) {
		t->failed++;
		print_error("%s\n", said->text);
	}
	if (said->ok && t->number[0] && strcmp(t->number, said->number) != 0)
		t->different = true;
	if (said->ok)
		snprintf(t->number, sizeof(t->number), "%s", said->number);
}

#define CLERKS 20

static const char *const *issue_of_own_job(struct arena *a, int clerk)
{
	const char **v = ARENA_ARRAY(a, const char *, 10);

	v[0] = "job";
	v[1] = arena_printf(a, "#%d", clerk + 1);
	v[2] = "picker";
	v[3] = "boss";
	v[4] = "lines.0.part";
	v[5] = "LAMP";
	v[6] = "lines.0.qty";
	v[7] = "1";
	return v;
}

static void twenty_cars_want_the_last_lamp(struct test_shop *s)
{
	char plate[16], phone[16];

	run(s, "part.add", "code", "LAMP", "name", "大灯", "price", "880.5", NULL);
	run(s, "stock.open", "part", "LAMP", "qty", "1", "cost", "512", NULL);
	for (int i = 0; i < CLERKS; i++) {
		snprintf(plate, sizeof(plate), "鄂A%05d", 10000 + i);
		snprintf(phone, sizeof(phone), "138%08d", i);
		run(s, "job.receive", "plate", plate, "name", "王芳", "phone", phone, "odometer", "52000",
		    "complaint", "灯不亮", NULL);
	}
}

static void the_last_piece_is_issued_once(void **state)
{
	const struct scene sc = { .ready = twenty_cars_want_the_last_lamp };

	(void)state;
	for (int round = 0; round < torture_size(1, 20); round++) {
		struct tally t = { 0 };

		scene_make(&sc, dir);
		crowd_works(
		    dir,
		    &(struct work){
			.command = "stock.issue", .clerks = CLERKS, .times = 1, .pairs = issue_of_own_job },
		    count, &t);
		assert_int_equal(t.ok, 1);
		assert_int_equal(t.no, CLERKS - 1);
	}
}

/* ---- one delivery, one transfer, one count: who is second is told so ---- */

static void goods_are_awaited(struct test_shop *s)
{
	run(s, "warehouse.add", "code", "VAN", "name", "外出服务车", "kind", "van", NULL);
	run(s, "part.add", "code", "OIL", "name", "机油", "price", "60", NULL);
	run(s, "stock.open", "part", "OIL", "qty", "10", "cost", "31.27", NULL);
	run(s, "supplier.add", "name", "恒通汽配", "terms", "30", NULL);
	run(s, "purchase.order", "supplier", "恒通汽配", "lines.0.part", "OIL", "lines.0.qty", "20",
	    "lines.0.cost", "30", NULL);
	run(s, "transfer.send", "from", "MAIN", "to", "VAN", "lines.0.part", "OIL", "lines.0.qty", "4", NULL);
	run(s, "stocktake.open", "scope", "all", NULL);
	run(s, "stocktake.count", "stocktake", "#1", "part", "OIL", "counted", "5", NULL);
}

static const char *const *delivery(struct arena *a, int clerk)
{
	const char **v = ARENA_ARRAY(a, const char *, 7);

	v[0] = "supplier";
	v[1] = "恒通汽配";
	v[2] = "order";
	v[3] = "PO-261121-0001";
	v[4] = "original_no";
	v[5] = arena_printf(a, "HT-%d", clerk); /* each has another paper in his hand */
	return v;
}

static const char *const *transfer(struct arena *a, int clerk)
{
	static const char *const v[] = { "transfer", "TF-261121-0001", NULL };

	(void)a;
	(void)clerk;
	return v;
}

static const char *const *count_of_all(struct arena *a, int clerk)
{
	static const char *const v[] = { "stocktake", "#1", NULL };

	(void)a;
	(void)clerk;
	return v;
}

static void goods_come_once_however_many_receive_them(void **state)
{
	const struct scene sc = { .ready = goods_are_awaited };
	const struct work works[] = {
		{ .command = "purchase.receive", .clerks = 6, .times = 1, .pairs = delivery },
		{ .command = "transfer.receive", .clerks = 6, .times = 1, .pairs = transfer },
		{ .command = "stocktake.approve", .clerks = 6, .times = 1, .pairs = count_of_all },
	};

	(void)state;
	scene_make(&sc, dir);
	for (size_t i = 0; i < sizeof(works) / sizeof(*works); i++) {
		struct tally t = { 0 };

		crowd_works(dir, &works[i], count, &t);
		if (t.ok != 1)
			fail_msg("%s ran %d times", works[i].command, t.ok);
	}
}

/* ---- the same key twice ---- */

static const struct scene *the_scene;

static const char *const *pairs_of_the_scene(struct arena *a, int clerk)
{
	(void)a;
	(void)clerk;
	return the_scene->pairs;
}

static void the_same_request_is_booked_once(void **state)
{
	int times = torture_size(6, 1000);

	(void)state;
	for (size_t i = 0; i < scene_count; i++) {
		struct tally t = { 0 };

		the_scene = &scenes[i];
		scene_make(the_scene, dir);
		crowd_works(dir,
			    &(struct work){ .command = the_scene->command,
					    .request = SCENE_REQUEST,
					    .clerks = 8,
					    .times = times,
					    .pairs = pairs_of_the_scene },
			    count, &t);
		assert_int_equal(t.ok, 8 * times);
		assert_int_equal(t.first, 1);
		assert_false(t.different);
		assert_int_equal(scene_proved(dir), 1);
	}
}

static void the_same_request_with_other_input_is_told(void **state)
{
	struct test_shop *s = test_shop_new();

	(void)state;
	s->next.request = "R1";
	run(s, "till.open", "till", "T1", "float", "200", NULL);
	s->next.request = "R1";
	assert_says(refuse(s, "till.open", "till", "T1", "float", "300", NULL),
		    "booked already, with other input");
	test_shop_free(s);
}

/* ---- two who change one thing ---- */

static void the_second_who_saves_is_told(void **state)
{
	struct test_shop *s = test_shop_new();
	int rounds = torture_size(300, 10000), told = 0, saved = 0;
	int64_t held[4], ver = 1;
	unsigned random = 5;

	(void)state;
	run(s, "part.add", "code", "OIL", "name", "机油", "price", "60", NULL);
	for (int i = 0; i < 4; i++)
		held[i] = ver;
	for (int n = 0; n < rounds; n++) {
		int who = (int)((unsigned)rand_r(&random) % 4U);
		char price[16];
		const char *pairs[] = { "part", "OIL", "price", price, NULL };
		bool ok;

		if (rand_r(&random) % 2) {
			held[who] =
			    ask(s, "SELECT ver FROM part WHERE code = 'OIL'"); /* looks at the form again */
			continue;
		}
		snprintf(price, sizeof(price), "%d", 1 + n);
		s->next.ver = held[who];
		ok = attempt(s, "part.change", pairs);
		if (ok != (held[who] == ver))
			fail_msg("round %d: held %d of %d: %s", n, (int)held[who], (int)ver, s->err.text);
		if (!ok) {
			assert_int_equal(s->err.code, ERR_BUSY);
			assert_says(s->err.text, "boss changed this at");
			told++;
			continue;
		}
		saved++;
		ver = ask(s, "SELECT ver FROM part WHERE code = 'OIL'");
	}
	assert_true(told > rounds / 20 && saved > rounds / 20);
	checks_silent(s);
	test_shop_free(s);
}

/* ---- a copy while people work ---- */

#define COPY_EVERY 10

struct copies {
	struct tally tally;
	char *dir;
	int taken, said;
	int64_t journal; /* rows in the last one */
};

static void goods_for_all(struct test_shop *s)
{
	char plate[16], phone[16];

	run(s, "part.add", "code", "OIL", "name", "机油", "price", "60", NULL);
	run(s, "stock.open", "part", "OIL", "qty", "9000", "cost", "31.27", NULL);
	run(s, "customer.add", "name", "车队", "phone", "02788880000", "terms", "30", NULL);
	for (int i = 0; i < 4; i++) {
		snprintf(plate, sizeof(plate), "鄂A%05d", 20000 + i);
		snprintf(phone, sizeof(phone), "139%08d", i);
		run(s, "job.receive", "plate", plate, "name", plate, "phone", phone, "odometer", "52000",
		    "complaint", "保养", NULL);
		run(s, "job.part", "job", by_id(s, i + 1), "part", "OIL", "qty", "1000", NULL);
		run(s, "job.authorise", "job", by_id(s, i + 1), "by", plate, "how", "phone", NULL);
	}
}

/* Every second clerk issues to his job, the others sell over the counter. */
static const char *const *sold_or_issued(struct arena *a, int clerk)
{
	const char **v = ARENA_ARRAY(a, const char *, 10);

	v[0] = clerk % 2 ? "job" : "customer";
	v[1] = clerk % 2 ? arena_printf(a, "#%d", clerk + 1) : "车队";
	v[2] = "lines.0.part";
	v[3] = "OIL";
	v[4] = "lines.0.qty";
	v[5] = "1";
	v[6] = clerk % 2 ? "picker" : NULL;
	v[7] = "boss";
	return v;
}

/* The others go on while the copy is written and proved. */
static void copy_now_and_then(const struct said_by *said, void *arg)
{
	struct copies *c = arg;
	char *from, *to;
	struct err e = { 0 };
	struct shop *s;
	struct test_shop *copy;
	int64_t journal;

	count(said, &c->tally);
	if (++c->said % COPY_EVERY)
		return;
	from = book_path(dir);
	to = book_path(c->dir);
	s = shop_open(from, SHOP_READ, &e);
	if (!s || !backup_write(s, to, true, NULL, NULL, &e))
		fail_msg("%s", e.text);
	shop_close(s);
	assert_true(scene_sound(c->dir));
	copy = test_shop_at(c->dir);
	journal = ask(copy, "SELECT max(seq) FROM journal");
	test_shop_free(copy);
	assert_true(journal >= c->journal);
	c->journal = journal;
	c->taken++;
	free(from);
	free(to);
}

static void a_copy_taken_while_four_sell_and_issue_is_sound(void **state)
{
	const struct scene sc = { .ready = goods_for_all };
	struct copies c = { .dir = dir_make() };
	int times = torture_size(15, 400);

	(void)state;
	scene_make(&sc, dir);
	crowd_works(dir,
		    &(struct work){ .command = "sale.post",
				    .other = "stock.issue",
				    .clerks = 4,
				    .times = times,
				    .pairs = sold_or_issued },
		    copy_now_and_then, &c);
	assert_int_equal(c.tally.ok, 4 * times);
	assert_int_equal(c.taken, 4 * times / COPY_EVERY);
	dir_remove(c.dir);
}

/* ---- the clock ---- */

static void a_clock_that_runs_back_books_nothing(void **state)
{
	struct test_shop *s = test_shop_new();
	int64_t now, day, mono;

	(void)state;
	run(s, "till.open", "till", "T1", "float", "200", NULL);
	day = ask(s, "SELECT max(day) FROM journal");
	mono = ask(s, "SELECT max(mono) FROM journal");
	now = s->now;
	s->now = now - 100;
	run(s, "till.close", "till", "T1", "counted", "200", NULL);
	assert_true(ask(s, "SELECT max(mono) FROM journal") > mono);
	s->now = now - 86400;
	assert_says(refuse(s, "till.open", "till", "T1", "float", "200", NULL),
		    "The clock of this machine says");
	s->now = now + 500 * INT64_C(86400);
	assert_says(refuse(s, "till.open", "till", "T1", "float", "200", NULL), "clock.confirm");
	assert_int_equal(ask(s, "SELECT max(day) FROM journal"), day);
	s->now = now - 86400;
	run(s, "clock.confirm", "reason", "the battery was empty", NULL);
	run(s, "till.open", "till", "T1", "float", "200", NULL);
	assert_int_equal(
	    ask(s,
		"SELECT count(*) FROM journal a JOIN journal b ON b.seq = a.seq + 1 WHERE b.mono <= a.mono"),
	    0);
	checks_silent(s);
	test_shop_free(s);
}

/* ---- a fault of our own ---- */

/* A rule that books wrongly, made by a trigger on the connection: the door reads back and refuses. */
static void a_rule_that_books_wrongly_is_rolled_back(void **state)
{
	static const char *const faults[] = {
		"stock SET qty = qty + 1000",
		"stock_value SET value = value + 1",
		"stock_value SET qty = qty + 1",
		"number_series SET next = next + 1",
		"party_balance SET amount = amount - 1 WHERE account_id = 6",
		"job SET total = total + 1",
		"job SET state = 'handed_over'",
		"job_line SET amount = amount + 1",
		"job_line SET issued_qty = issued_qty + 1000 WHERE kind = 'part'",
		"till_shift SET float_amount = float_amount + 1",
		"bill_open SET amount = amount + 1",
	};
	int refused = 0;

	(void)state;
	for (size_t i = 0; i < scene_count; i++) {
		size_t tried = i < 3 || torture_full() ? sizeof(faults) / sizeof(*faults) : 3;

		for (size_t k = 0; k < tried; k++) {
			struct test_shop *s;
			struct str sql = { 0 };
			char *why = NULL;
			int64_t seq;
			bool ran;

			scene_make(&scenes[i], dir);
			s = test_shop_at(dir);
			seq = ask(s, "SELECT max(seq) FROM journal");
			str_addf(&sql,
				 "CREATE TEMP TRIGGER fault AFTER INSERT ON main.entry BEGIN UPDATE %s; END",
				 faults[k]);
			if (sqlite3_exec(db_handle(shop_writer(s->shop)), sql.s, NULL, NULL, &why) !=
			    SQLITE_OK)
				fail_msg("%s: %s", faults[k], why);
			ran = scene_run(&scenes[i], s);
			refused += !ran;
			if (!ran)
				assert_int_equal(ask(s, "SELECT max(seq) FROM journal"), seq);
			test_shop_free(s);
			if (!scene_sound(dir))
				fail_msg("%s: booked wrongly with: %s", scenes[i].command, faults[k]);
			str_free(&sql);
		}
	}
	printf("wrong rules refused: %d\n", refused);
	assert_true(refused >= 20);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_last_piece_is_issued_once),
		cmocka_unit_test(goods_come_once_however_many_receive_them),
		cmocka_unit_test(the_same_request_is_booked_once),
		cmocka_unit_test(the_same_request_with_other_input_is_told),
		cmocka_unit_test(the_second_who_saves_is_told),
		cmocka_unit_test(a_copy_taken_while_four_sell_and_issue_is_sound),
		cmocka_unit_test(a_clock_that_runs_back_books_nothing),
		cmocka_unit_test(a_rule_that_books_wrongly_is_rolled_back),
	};
	int failed;

	dir = dir_make();
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	dir_remove(dir);
	return failed;
}
