/* bench_post.c - each posting command against bare SQLite writing the same rows, in turn on two copies of one
 * file. Each is measured in a process of its own: one that fails does not stop the others. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/bench/bench_list.h"
#include "tests/bench/costs.h"
#include "tests/bench/figure.h"
#include "tests/bench/replay.h"
#include "tests/torture/book.h"

#define WARM_UP 30

static void once(struct test_shop *s, const struct bench *b, int i, struct figure *f)
{
	struct arena *a = arena_new();
	struct args *args = bench_args(a, b->inputs, i);
	struct err e = { 0 };
	int64_t from;

	str_free(&s->answer.extra);
	from = figure_work();
	if (!command_run(s->session, command_find(b->command), args, &(struct run_options){ 0 }, &s->answer,
			 &e))
		die("%s: %s", b->command, e.text);
	if (f)
		figure_add(f, figure_work() - from);
	arena_free(a);
}

/* Takes down what the commands write, on the copy in `dir`. */
static struct replay *take_down(const struct bench *b, const char *dir, int n, size_t *ret_rows)
{
	struct test_shop *s = test_shop_at(dir);
	struct replay *r = replay_new(db_handle(shop_writer(s->shop)), shop_path(s->shop));

	for (int i = 0; i < n; i++) {
		if (b->before) {
			b->before(s, i);
			replay_cut(r);
		}
		once(s, b, i, NULL);
		*ret_rows = replay_cut(r);
	}
	test_shop_free(s);
	return r;
}

static bool again_once(struct replay *r, size_t at, struct figure *f)
{
	int64_t from;

	replay_ready(r, at);
	from = figure_work();
	if (!replay_run(r, at))
		return false;
	if (f)
		figure_add(f, figure_work() - from);
	return true;
}

static void again_or_die(struct replay *r, const struct bench *b, size_t at, struct figure *f)
{
	if (again_once(r, at, f))
		return;
	replay_reorder(r);
	if (!again_once(r, at, f))
		die("%s: replay: %s", b->command, replay_why(r));
}

static void again(struct replay *r, const struct bench *b, int i, struct figure *f)
{
	size_t at = b->before ? (size_t)i * 2 : (size_t)i;

	if (b->before)
		again_or_die(r, b, at++, NULL);
	again_or_die(r, b, at, f);
}

static void in_turn(const struct bench *b, struct test_shop *s, struct replay *r, int n)
{
	struct figure ours = { 0 }, floor = { 0 };
	struct costs *costs = NULL;
	char what[80];

	for (int i = 0; i < n; i++) {
		bool warm = i >= WARM_UP;

		if (i == WARM_UP)
			costs = costs_new(db_handle(shop_writer(s->shop)));

		if (i % 2)
			again(r, b, i, warm ? &floor : NULL);
		if (b->before)
			b->before(s, i);
		once(s, b, i, warm ? &ours : NULL);
		if (i % 2 == 0)
			again(r, b, i, warm ? &floor : NULL);
	}
	costs_end(costs, n - WARM_UP);
	figure_row(b->name ? b->name : b->command, &ours, &floor, b->wanted);
	snprintf(what, sizeof(what), "%s p99", b->name ? b->name : b->command);
	figure_row_tail(what, &ours, &floor, 0);
	figure_free(&ours);
	figure_free(&floor);
}

static void measure(const struct bench *b, int n)
{
	struct test_shop *s = test_shop_new();
	char *left = dir_make(), *right = dir_make(), *copy = book_path(right);
	struct replay *r;
	struct err e = { 0 };
	size_t rows = 0;

	if (b->ready)
		b->ready(s, n);
	if (!shop_checkpoint(s->shop, &e))
		die("%s", e.text);
	book_copy(s->dir, left);
	book_copy(s->dir, right);
	r = take_down(b, left, n, &rows);
	printf("%s: %zu rows\n", b->name ? b->name : b->command, rows);
	if (!replay_open(r, copy))
		die("replay: cannot open %s", copy);
	in_turn(b, s, r, n);
	replay_free(r);
	test_shop_free(s);
	free(copy);
	dir_remove(left);
	dir_remove(right);
}

static bool measured(const struct bench *b, int n)
{
	int status = 0;
	pid_t pid;

	fflush(stdout);
	pid = fork();
	if (pid == 0) {
		measure(b, n);
		exit(0);
	}
	waitpid(pid, &status, 0);
	if (status != 0) {
		printf("%s: failed\n", b->name ? b->name : b->command);
		figure_tell("failed", b->command);
	}
	return status == 0;
}

/* bench_post [COMMAND [RUNS]] */
int main(int argc, char **argv)
{
	int n = argc > 2 ? atoi(argv[2]) : 400;
	bool well = true;

	for (const struct bench *b = bench_list; b->command; b++)
		if (argc < 2 || strcmp(argv[1], "all") == 0 || strcmp(argv[1], b->command) == 0)
			well &= measured(b, n > WARM_UP ? n : WARM_UP + 1);
	return well ? 0 : 1;
}
