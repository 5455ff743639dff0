/* test_day.c - the commands that stand for the rest: power cut, failing disk, no memory and kill at every
 * step of each. */
#include "tests/test.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/lib/vfs.h"
#include "tests/torture/book.h"
#include "tests/torture/scene.h"

static char *fresh[8], *dir, *image;

static struct test_shop *open_copy(size_t i)
{
	struct test_shop *s;

	book_copy(fresh[i], dir);
	s = test_shop_at(dir);
	assert_non_null(s);
	/* its statements are prepared and its writer is open, as in a session at work */
	assert_non_null(shop_writer(s->shop));
	return s;
}

/* ---- the power ---- */

static void cut_everywhere(size_t i)
{
	struct test_shop *s = open_copy(i);
	struct vfs_tape *t = vfs_record(dir);
	long acked, n, stride, files = 0;
	unsigned seeds = torture_full() ? 4 : 2;

	if (!scene_run(&scenes[i], s))
		fail_msg("%s", s->err.text);
	acked = vfs_tape_steps(t);
	test_shop_free(s);
	vfs_stop(t);
	n = vfs_tape_steps(t);
	stride = torture_full() ? 1 : n / 8 + 1;
	for (long step = 0; step <= n; step += stride) {
		for (unsigned seed = 0; seed < seeds; seed++, files++) {
			int booked;

			vfs_image(t, step, seed ? seed + 1 : 0, image);
			booked = scene_proved(image);
			if (booked < 0 || booked > 1 || (booked == 0 && step >= acked))
				fail_msg("%s, step %ld of %ld, seed %u: booked %d times", scenes[i].command,
					 step, n, seed, booked);
		}
	}
	printf("%s: power cut at %ld steps, %ld files proved\n", scenes[i].command, n, files);
	vfs_tape_free(t);
}

static void a_power_cut_leaves_all_of_it_or_nothing(void **state)
{
	(void)state;
	for (size_t i = 0; i < scene_count; i++)
		cut_everywhere(i);
}

/* ---- the disk and the memory ---- */

/* After a fault: what was said is true, and the same request books once. */
static void said_truly(size_t i, struct test_shop *s, bool ran, long n)
{
	struct err e = s->err;
	int booked;

	test_shop_free(s);
	vfs_fault(VFS_NONE, 0, false);
	if (!ran && (strlen(e.text) < 10 || e.code == ERR_NO || e.code == ERR_NONE))
		fail_msg("%s, step %ld: \"%s\" (%d)", scenes[i].command, n, e.text, e.code);
	booked = scene_proved(dir);
	if (booked < 0)
		fail_msg("%s, step %ld", scenes[i].command, n);
	if (!strstr(e.text, "not known") && booked != (ran ? 1 : 0))
		fail_msg("%s, step %ld: said %s, booked %d times: %s", scenes[i].command, n,
			 ran ? "yes" : "no", booked, e.text);
}

static void books_once_in_the_end(size_t i, struct test_shop *s, long n)
{
	int booked;

	if (!scene_run(&scenes[i], s))
		fail_msg("%s, step %ld: it does not recover: %s", scenes[i].command, n, s->err.text);
	test_shop_free(s);
	booked = scene_proved(dir);
	if (booked != 1)
		fail_msg("%s, step %ld: booked %d times", scenes[i].command, n, booked);
}

static void disk_fails(size_t i, enum vfs_kind kind, bool forever)
{
	bool fired = true;
	long n;

	for (n = 1; fired; n += torture_size(97, 1)) {
		struct test_shop *s = open_copy(i);
		bool ran, again = n % 2 == 0 || torture_full();

		vfs_fault(kind, n, forever);
		ran = scene_run(&scenes[i], s);
		fired = vfs_fired();
		said_truly(i, s, ran, n);
		if (!again)
			continue;
		s = open_copy(i);
		vfs_fault(kind, n, forever);
		scene_run(&scenes[i], s);
		vfs_fault(VFS_NONE, 0, false);
		books_once_in_the_end(i, s, n);
	}
	printf("%s: disk fault %d%s at %ld steps\n", scenes[i].command, kind, forever ? " for ever" : "",
	       n - 1);
}

static void a_failing_disk_is_told_truly(void **state)
{
	(void)state;
	for (size_t i = 0; i < scene_count; i++) {
		disk_fails(i, VFS_IOERR, false);
		disk_fails(i, VFS_IOERR, true);
		disk_fails(i, VFS_FULL, true);
		disk_fails(i, VFS_READONLY, true);
	}
}

static void memory_fails(size_t i, bool forever)
{
	bool fired = true;
	long n, refused = 0;

	for (n = 1; fired; n += torture_size(3191, 11)) {
		struct test_shop *s = open_copy(i);
		bool ran;

		mem_fault(n, forever);
		ran = scene_run(&scenes[i], s);
		fired = mem_fired();
		mem_fault(0, false);
		refused += !ran;
		if (!ran && strlen(s->err.text) < 10)
			fail_msg("%s, allocation %ld: \"%s\"", scenes[i].command, n, s->err.text);
		books_once_in_the_end(i, s, n);
	}
	printf("%s: %ld allocations, %ld refused\n", scenes[i].command, n - 1, refused);
	assert_true(refused > 0);
}

static void no_memory_books_nothing_by_half(void **state)
{
	(void)state;
	for (size_t i = 0; i < scene_count; i++) {
		memory_fails(i, false);
		memory_fails(i, true);
	}
}

/* ---- the process ---- */

/* Runs the scene in a process of its own, prepared by `arm`; returns how it ended. What was told stands, and
 * nothing stands by half. */
static int run_apart(size_t i, void (*arm)(enum vfs_kind kind, long n), enum vfs_kind kind, long n)
{
	int fd[2], status, booked;
	char told = 0;
	pid_t pid;

	book_copy(fresh[i], dir);
	assert_int_equal(pipe(fd), 0);
	fflush(stdout);
	pid = fork();
	if (pid == 0) {
		struct test_shop *s = test_shop_at(dir);

		arm(kind, n);
		if (s && scene_run(&scenes[i], s)) {
			own_fault(0);
			if (write(fd[1], "y", 1) != 1)
				_exit(1);
		}
		_exit(s ? 0 : 2);
	}
	close(fd[1]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	if (read(fd[0], &told, 1) != 1)
		told = 0;
	close(fd[0]);
	booked = scene_proved(dir);
	if (booked < 0 || booked > 1 || (told && !booked))
		fail_msg("%s, step %ld: booked %d times", scenes[i].command, n, booked);
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		assert_true(told);
	return status;
}

static void arm_kill(enum vfs_kind kind, long n)
{
	vfs_fault(kind, n, false);
}

static void arm_own(enum vfs_kind kind, long n)
{
	int null = open("/dev/null", O_WRONLY | O_CLOEXEC);

	(void)kind;
	dup2(null, 2); /* it says "out of memory" a thousand times */
	own_fault(n);
}

/* Our own code does not go on without memory: it ends with 70, and what was not committed is not there. */
static void our_own_memory_fails(size_t i)
{
	long n, ended = 0;

	for (n = 1;; n += torture_size(701, 1)) {
		int status = run_apart(i, arm_own, VFS_NONE, n);

		if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
			break;
		if (!WIFEXITED(status) || WEXITSTATUS(status) != ERR_FAULT)
			fail_msg("%s, allocation %ld: ended with %x", scenes[i].command, n, status);
		ended++;
	}
	printf("%s: %ld allocations of our own, ended at %ld\n", scenes[i].command, n - 1, ended);
	assert_true(ended > 0);
}

static void without_memory_of_our_own_it_ends_and_books_nothing_by_half(void **state)
{
	(void)state;
	for (size_t i = 0; i < scene_count; i++)
		our_own_memory_fails(i);
}

static bool killed_at(size_t i, enum vfs_kind kind, long n)
{
	return WIFSIGNALED(run_apart(i, arm_kill, kind, n));
}

static void a_kill_leaves_all_of_it_or_nothing(void **state)
{
	(void)state;
	for (size_t i = 0; i < scene_count; i++) {
		long n = 1, kills = 0;

		for (; killed_at(i, n % 2 ? VFS_KILL : VFS_KILL_HALF, n); n += torture_size(89, 1))
			kills++;
		printf("%s: killed %ld times in %ld steps\n", scenes[i].command, kills, n - 1);
		assert_true(kills >= torture_size(2, 80));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_power_cut_leaves_all_of_it_or_nothing),
		cmocka_unit_test(a_failing_disk_is_told_truly),
		cmocka_unit_test(no_memory_books_nothing_by_half),
		cmocka_unit_test(without_memory_of_our_own_it_ends_and_books_nothing_by_half),
		cmocka_unit_test(a_kill_leaves_all_of_it_or_nothing),
	};
	int failed;

	mem_install();
	vfs_install();
	dir = dir_make();
	image = dir_make();
	for (size_t i = 0; i < scene_count; i++) {
		fresh[i] = dir_make();
		scene_make(&scenes[i], fresh[i]);
	}
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	for (size_t i = 0; i < scene_count; i++)
		dir_remove(fresh[i]);
	dir_remove(dir);
	dir_remove(image);
	return failed;
}
