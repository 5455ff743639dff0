/* bench_tills.c - eight and thirty-two terminals posting flat out, against as many bare processes behind the same two locks
 * writing the same rows. The p99 is that of a round in the middle of all: a disk that stops for a while spoils one. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/bench/figure.h"
#include "tests/bench/replay.h"
#include "tests/domain/shop.h"
#include "tests/torture/book.h"

#define MOST   32
#define ROUNDS 12 /* short ones: what disturbs the machine for a second disturbs both sides */

static struct args *take_args(struct arena *a, int i)
{
	const char *list[] = { "job", arena_printf(a, "#%d", i % MOST + 1), "method", "cash", "amount", "100",
			       NULL };

	return args_of(a, list);
}

/* One acknowledged posting, told through a pipe. */
struct told {
	int till;
	int64_t ns;
	bool failed;
};

static void make_ready(struct test_shop *s)
{
	char plate[16], phone[16];

	run(s, "till.open", "till", "T1", "float", "200", NULL);
	for (int i = 0; i < MOST; i++) {
		snprintf(plate, sizeof(plate), "鄂A%05d", 10000 + i);
		snprintf(phone, sizeof(phone), "138%08d", i);
		run(s, "job.receive", "plate", plate, "name", "王小明", "phone", phone, "model", "朗逸",
		    "odometer", "52000", "complaint", "刹车响", NULL);
	}
}

/* A shop that has worked before: FILE-state knows what the command needs. */
static void work_once(const char *dir)
{
	struct test_shop *s = test_shop_at(dir);

	run(s, "payment.take", "job", "#1", "method", "cash", "amount", "100", NULL);
	test_shop_free(s);
}

static void tell(int fd, int till, int64_t ns, bool failed)
{
	struct told t = { .till = till, .ns = ns, .failed = failed };

	if (write(fd, &t, sizeof(t)) != sizeof(t))
		_exit(1);
}

/* Tells what was posted while all were at work: not the first two of a terminal, which warm it and those it waits for,
 * and not the last, beside which the others leave. */
static void tell_posted(int fd, int till, int n, int64_t from, int64_t end, bool failed)
{
	int64_t now = figure_now();

	if (failed || (n >= 2 && now < end))
		tell(fd, till, now - from, failed);
}

/* Says that it is ready (a told of till -1) and waits until all are. */
static void wait_start(int start, int report)
{
	char byte;

	tell(report, -1, 0, false);
	if (read(start, &byte, 1) != 0)
		_exit(1);
}

/* A terminal of ours. */
static void till_ours(const char *dir, int till, int64_t span, int start, int report)
{
	struct test_shop *s = test_shop_at(dir);
	const struct command *c = command_find("payment.take");
	struct arena *a = arena_new();
	int64_t end;
	int n = 0;

	command_warm(s->session, c); /* as the other side has prepared its statements */
	wait_start(start, report);
	end = figure_now() + span;
	for (int i = till; figure_now() < end; i += 7) {
		struct args *args = take_args(a, i);
		struct err e = { 0 };
		int64_t from = figure_now();
		bool ok;

		str_free(&s->answer.extra);
		ok = command_run(s->session, c, args, &(struct run_options){ 0 }, &s->answer, &e);
		if (!ok)
			fprintf(stderr, "%s\n", e.text);
		tell_posted(report, till, n++, from, end, !ok);
		arena_reset(a);
	}
	_exit(0);
}

/* A bare process: every `tills`-th of the transactions taken down. */
static void till_bare(struct replay *r, const char *path, int till, int tills, int64_t span, int start,
		      int report)
{
	int64_t end;
	int n = 0;

	if (!replay_open(r, path))
		_exit(1);
	wait_start(start, report);
	end = figure_now() + span;
	for (size_t i = (size_t)till; i < replay_count(r) && figure_now() < end; i += (size_t)tills) {
		int64_t from = figure_now();
		bool ok = replay_run(r, i);

		tell_posted(report, till, n++, from, end, !ok);
	}
	_exit(0);
}

struct outcome {
	struct figure f, tail; /* each posting; the p99 of each round */
	int count[MOST], failed;
};

static void outcome_free(struct outcome *o)
{
	figure_free(&o->f);
	figure_free(&o->tail);
}

static void gather(int fd, int tills, struct outcome *o)
{
	struct figure round = { 0 };
	struct told t;

	while (read(fd, &t, sizeof(t)) == sizeof(t)) {
		figure_add(&o->f, t.ns);
		figure_add(&round, t.ns);
		o->count[t.till]++;
		o->failed += t.failed;
	}
	figure_add(&o->tail, figure_at(&round, 99));
	figure_free(&round);
	for (int i = 0; i < tills; i++)
		wait(NULL);
}

/* Runs all tills at once; `r` NULL is our side. */
static void flat_out(const char *dir, struct replay *r, int tills, int64_t span, struct outcome *o)
{
	char *path = book_path(dir);
	int start[2], report[2];
	struct told ready;

	if (pipe(start) != 0 || pipe(report) != 0)
		die("pipe: %m");
	fflush(stdout);
	sync(); /* the copies are on the disk before anybody waits for it */
	for (int i = 0; i < tills; i++) {
		if (fork() != 0)
			continue;
		close(start[1]);
		close(report[0]);
		if (r)
			till_bare(r, path, i, tills, span, start[0], report[1]);
		till_ours(dir, i, span, start[0], report[1]);
	}
	close(start[0]);
	close(report[1]);
	for (int i = 0; i < tills; i++)
		if (read(report[0], &ready, sizeof(ready)) != sizeof(ready))
			die("a till is not ready");
	close(start[1]); /* all start now */
	gather(report[0], tills, o);
	close(report[0]);
	free(path);
}

static double slowest_share(const struct outcome *o, int tills)
{
	int least = o->count[0], sum = 0;

	for (int i = 0; i < tills; i++) {
		least = o->count[i] < least ? o->count[i] : least;
		sum += o->count[i];
	}
	return sum ? 100.0 * least * tills / sum : 0;
}

static struct replay *take_down(const char *dir, int n)
{
	struct test_shop *s = test_shop_at(dir);
	struct replay *r = replay_new(db_handle(shop_writer(s->shop)), shop_path(s->shop));
	struct arena *a = arena_new();
	struct err e = { 0 };

	for (int i = 0; i < n; i++) {
		str_free(&s->answer.extra);
		if (!command_run(s->session, command_find("payment.take"), take_args(a, i),
				 &(struct run_options){ 0 }, &s->answer, &e))
			die("%s", e.text);
		replay_cut(r);
		arena_reset(a);
	}
	arena_free(a);
	test_shop_free(s);
	return r;
}

static void measure(int tills, int64_t span)
{
	struct test_shop *s = test_shop_new();
	char *scratch = dir_make(), *left = dir_make(), *right = dir_make(), what[80];
	struct outcome ours = { 0 }, bare = { 0 };
	struct replay *r;
	struct err e = { 0 };

	make_ready(s);
	if (!shop_checkpoint(s->shop, &e))
		die("%s", e.text);
	book_copy(s->dir, scratch);
	r = take_down(scratch, (int)(span / 250000));
	for (int round = 0; round < ROUNDS; round++) {
		book_copy(s->dir, left);
		book_copy(s->dir, right);
		work_once(left);
		flat_out(left, NULL, tills, span, &ours);
		flat_out(right, r, tills, span, &bare);
	}
	snprintf(what, sizeof(what), "payment.take, %d terminals", tills);
	figure_row(what, &ours.f, &bare.f, 0);
	snprintf(what, sizeof(what), "payment.take, %d terminals p99", tills);
	figure_row(what, &ours.tail, &bare.tail, 120);
	snprintf(what, sizeof(what), "%d terminals, postings a second", tills);
	figure_row_numbers(what, (double)ours.f.n * 1e9 / (double)span / ROUNDS,
			   (double)bare.f.n * 1e9 / (double)span / ROUNDS, "/s", 0);
	printf("%d terminals: the slowest did %.0f %% of the average (bare %.0f %%), %d failed\n", tills,
	       slowest_share(&ours, tills), slowest_share(&bare, tills), ours.failed);
	outcome_free(&ours);
	outcome_free(&bare);
	replay_free(r);
	test_shop_free(s);
	dir_remove(scratch);
	dir_remove(left);
	dir_remove(right);
}

/* bench_tills [TERMINALS] */
int main(int argc, char **argv)
{
	int only = argc > 1 ? atoi(argv[1]) : 0;

	if (!only || only == 8)
		measure(8, 500000000);
	if (!only || only == MOST)
		measure(MOST, 1000000000);
	return 0;
}
