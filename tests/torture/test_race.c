/* test_race.c - many tills at once: no lost update, no gap, no double, no failed posting. */
#include "tests/test.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "db/backup.h"
#include "tests/torture/book.h"

struct result {
	enum said said;
	char number[40], text[200];
};

static char *dir;

/* Opens the shop, waits for the start (the pipe's end), sells `sales` times; same request each time where
 * `same`. */
static void till_works(int till, int sales, const char *same, int start, int report)
{
	char *path = book_path(dir), request[32], byte;
	struct err e = { 0 };
	struct shop *s = shop_open(path, SHOP_WORK, &e);

	if (!s || read(start, &byte, 1) != 0)
		_exit(2);
	for (int i = 0; i < sales; i++) {
		struct result r = { 0 };

		snprintf(request, sizeof(request), "t%d-%d", till, i);
		r.said = book_sell(s, same ? same : request, r.number, &e);
		snprintf(r.text, sizeof(r.text), "%.199s", e.text);
		if (write(report, &r, sizeof(r)) != sizeof(r))
			_exit(3);
	}
	shop_close(s);
	_exit(0);
}

/* Runs the tills and hands each result to `take`. */
static void tills_work(int tills, int sales, const char *same,
		       void (*take)(const struct result *r, void *arg), void *arg)
{
	int start[2], report[2], status;
	struct result r;

	assert_int_equal(pipe(start), 0);
	assert_int_equal(pipe(report), 0);
	fflush(stdout);
	for (int i = 0; i < tills; i++) {
		pid_t pid = fork();

		assert_int_not_equal(pid, -1);
		if (pid == 0) {
			close(start[1]);
			close(report[0]);
			till_works(i, sales, same, start[0], report[1]);
		}
	}
	close(start[0]);
	close(start[1]); /* all start now */
	close(report[1]);
	while (read(report[0], &r, sizeof(r)) == sizeof(r))
		take(&r, arg);
	close(report[0]);
	for (int i = 0; i < tills; i++) {
		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
	assert_true(book_sound(dir));
}

struct tally {
	int posted, refused, failed;
	char number[40];
	bool different;
};

static void count(const struct result *r, void *arg)
{
	struct tally *t = arg;

	t->posted += r->said == SAID_POSTED;
	t->refused += r->said == SAID_NO;
	if (r->said != SAID_POSTED && r->said != SAID_NO) {
		t->failed++;
		fprintf(stderr, "failed: %s\n", r->text);
	}
	if (r->said == SAID_POSTED && t->number[0] && strcmp(t->number, r->number) != 0)
		t->different = true;
	if (r->said == SAID_POSTED)
		snprintf(t->number, sizeof(t->number), "%s", r->number);
}

static int set_up(void **state)
{
	(void)state;
	dir_clear(dir);
	return 0;
}

static void twenty_tills_lose_no_sale(void **state)
{
	struct tally t = { 0 };
	int sales = torture_size(15, 500);

	(void)state;
	book_make(dir, 100000);
	tills_work(20, sales, NULL, count, &t);
	assert_int_equal(t.posted, 20 * sales);
	assert_int_equal(t.failed + t.refused, 0);
	assert_int_equal(book_sales(dir), 20 * sales);
}

static void the_last_piece_is_sold_once(void **state)
{
	(void)state;
	for (int round = 0; round < torture_size(3, 50); round++) {
		struct tally t = { 0 };

		dir_clear(dir);
		book_make(dir, 1);
		tills_work(20, 1, NULL, count, &t);
		assert_int_equal(t.posted, 1);
		assert_int_equal(t.refused, 19);
	}
}

static void the_same_request_is_booked_once(void **state)
{
	struct tally t = { 0 };
	int tries = torture_size(40, 1000);

	(void)state;
	book_make(dir, 100);
	tills_work(8, tries, "the same", count, &t);
	assert_int_equal(t.posted, 8 * tries);
	assert_false(t.different);
	assert_int_equal(book_sales(dir), 1);
}

/* Copies the file again and again while the tills sell. */
static void copy_while(int still_working, int *ret_copies)
{
	char *from = book_path(dir), *copies = dir_make(), *to = book_path(copies), byte;
	int64_t before = 0;
	struct err e = { 0 };
	struct shop *s = shop_open(from, SHOP_READ, &e);
	bool working = true;

	assert_non_null(s);
	fcntl(still_working, F_SETFL, O_NONBLOCK);
	while (working) {
		int64_t sales;

		working = read(still_working, &byte, 1) != 0; /* the pipe ends with the last till */
		if (!backup_write(s, to, true, NULL, NULL, &e))
			fail_msg("%s", e.text);
		sales = book_sales(copies);
		assert_true(book_sound(copies));
		assert_true(sales >= before);
		before = sales;
		*ret_copies += 1;
	}
	shop_close(s);
	assert_int_equal(before, book_sales(dir));
	free(from);
	free(to);
	dir_remove(copies);
}

static void a_backup_taken_while_all_work_is_whole(void **state)
{
	int start[2], done[2], copies = 0, status;

	(void)state;
	book_make(dir, 100000);
	assert_int_equal(pipe(start), 0);
	assert_int_equal(pipe(done), 0);
	fflush(stdout);
	for (int i = 0; i < 4; i++) {
		if (fork() != 0)
			continue;
		close(start[1]);
		close(done[0]);
		/* what it reports goes nowhere; its end of `done` closes with it */
		till_works(i, torture_size(40, 2000), NULL, start[0], open("/dev/null", O_WRONLY));
	}
	close(start[0]);
	close(start[1]);
	close(done[1]);
	copy_while(done[0], &copies);
	close(done[0]);
	for (int i = 0; i < 4; i++) {
		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
	printf("%d backups while four tills sold\n", copies);
	assert_true(book_sound(dir));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(twenty_tills_lose_no_sale, set_up),
		cmocka_unit_test_setup(the_last_piece_is_sold_once, set_up),
		cmocka_unit_test_setup(a_backup_taken_while_all_work_is_whole, set_up),
		cmocka_unit_test_setup(the_same_request_is_booked_once, set_up),
	};
	int failed;

	dir = dir_make();
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	dir_remove(dir);
	return failed;
}
