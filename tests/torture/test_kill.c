/* test_kill.c - kill -9 in front of and inside every write, and at any moment of eight busy processes. */
#include "tests/test.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/lib/vfs.h"
#include "tests/torture/book.h"

#define CLERKS 8

/* What a clerk tells through the pipe when a sale is acknowledged. */
struct ack {
	int clerk, n;
	char number[40];
};

static char *dir;

static void request_of(int clerk, int n, char request[32])
{
	snprintf(request, 32, "c%d-%d", clerk, n);
}

/* Sells until it is killed or has sold `most`; never returns. */
static void clerk_works(int clerk, int from, int most, int pipe_fd)
{
	char *path = book_path(dir), request[32];
	struct err e = { 0 };
	struct shop *s = shop_open(path, SHOP_WORK, &e);

	for (int n = from; s && n < from + most; n++) {
		struct ack ack = { .clerk = clerk, .n = n };

		request_of(clerk, n, request);
		if (book_sell(s, request, ack.number, &e) != SAID_POSTED ||
		    write(pipe_fd, &ack, sizeof(ack)) != sizeof(ack))
			_exit(1);
	}
	_exit(s ? 0 : 2);
}

static void acked_sale_stands(const struct ack *ack)
{
	char request[32], number[40];

	request_of(ack->clerk, ack->n, request);
	book_number(dir, request, number);
	assert_string_equal(number, ack->number);
}

static void a_kill_at_any_step_leaves_all_or_nothing(void **state)
{
	static const enum vfs_kind kinds[] = { VFS_KILL, VFS_KILL_HALF };
	long kills = 0;

	(void)state;
	for (size_t k = 0; k < 2; k++) {
		bool killed = true;
		long before = kills;

		for (long n = 1; killed; n += torture_size(9, 1)) {
			struct ack ack;
			int fd[2], status;
			pid_t pid;

			dir_clear(dir);
			book_make(dir, 50);
			assert_int_equal(pipe(fd), 0);
			pid = fork();
			if (pid == 0) {
				vfs_fault(kinds[k], n, false);
				clerk_works(0, 0, 2, fd[1]);
			}
			close(fd[1]);
			assert_int_equal(waitpid(pid, &status, 0), pid);
			killed = WIFSIGNALED(status);
			kills += killed;
			assert_true(book_sound(dir));
			while (read(fd[0], &ack, sizeof(ack)) == sizeof(ack))
				acked_sale_stands(&ack);
			close(fd[0]);
		}
		printf("kill: %ld steps\n", kills - before);
		assert_true(kills - before >= torture_size(8, 90));
	}
}

struct shift {
	pid_t pid[CLERKS];
	int next[CLERKS]; /* the first request that the clerk has not tried in an earlier life */
	int pipe_fd[2];
};

static void hire(struct shift *sh, int clerk)
{
	fflush(stdout);
	sh->pid[clerk] = fork();
	if (sh->pid[clerk] == 0)
		clerk_works(clerk, sh->next[clerk], 100000, sh->pipe_fd[1]);
	sh->next[clerk] += 100000;
}

static void killed_clerks_lose_no_acknowledged_sale(void **state)
{
	struct shift sh = { 0 };
	int kills = torture_size(30, 1000), n = 0, cap = 0;
	struct ack *acks = NULL;
	unsigned random = 7;

	(void)state;
	dir_clear(dir);
	book_make(dir, 900000);
	assert_int_equal(pipe(sh.pipe_fd), 0);
	for (int i = 0; i < CLERKS; i++)
		hire(&sh, i);
	while (kills > 0) {
		int wait_for = 1 + (int)((unsigned)rand_r(&random) % 25U);

		for (; wait_for > 0; wait_for--) {
			if (n == cap) {
				cap = cap ? 2 * cap : 4096;
				acks = realloc(acks, (size_t)cap * sizeof(*acks));
				assert_non_null(acks);
			}
			assert_int_equal(read(sh.pipe_fd[0], &acks[n++], sizeof(*acks)), sizeof(*acks));
		}
		for (int i = 0; i < CLERKS; i++) {
			if ((unsigned)rand_r(&random) % 8U != 0 && i != kills % CLERKS)
				continue;
			kill(sh.pid[i], SIGKILL);
			assert_int_equal(waitpid(sh.pid[i], NULL, 0), sh.pid[i]);
			kills--;
			hire(&sh, i);
		}
	}
	for (int i = 0; i < CLERKS; i++) {
		kill(sh.pid[i], SIGKILL);
		waitpid(sh.pid[i], NULL, 0);
	}
	close(sh.pipe_fd[1]);
	for (struct ack ack; read(sh.pipe_fd[0], &ack, sizeof(ack)) == sizeof(ack);)
		acked_sale_stands(&ack);
	close(sh.pipe_fd[0]);
	assert_true(book_sound(dir));
	for (int i = 0; i < n; i += torture_size(5, 1))
		acked_sale_stands(&acks[i]);
	assert_true(book_sales(dir) >= n);
	printf("kills: %d acknowledged, %d in the book\n", n, (int)book_sales(dir));
	free(acks);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_kill_at_any_step_leaves_all_or_nothing),
		cmocka_unit_test(killed_clerks_lose_no_acknowledged_sale),
	};
	int failed;

	signal(SIGPIPE, SIG_IGN);
	vfs_install();
	dir = dir_make();
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	dir_remove(dir);
	return failed;
}
