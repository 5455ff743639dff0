/* test_queue.c - a queue of processes: served in the order they came, whoever dies is passed over. */
#include "db/queue.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/test.h"

#define MOST 6

/* The place where everybody waits, and a pipe through which each tells that he has drawn (small) or is served (capital). */
static int pipe_of[2];
static char file[] = "/tmp/workbay-queue-XXXXXX";

static struct queue stand(void)
{
	struct queue q = { .fd = open(file, O_RDWR | O_CREAT, 0600) };

	assert_true(q.fd >= 0 && queue_draw(&q));
	return q;
}

static void say(char c)
{
	if (write(pipe_of[1], &c, 1) != 1)
		_exit(1);
}

static char heard(void)
{
	char c = 0;

	assert_int_equal(read(pipe_of[0], &c, 1), 1);
	return c;
}

/* A process that stands in the queue, is served, and passes on. */
static pid_t somebody(char name)
{
	pid_t pid = fork();
	struct queue q;

	if (pid != 0) {
		assert_int_equal(heard(), name);
		return pid;
	}
	q = stand();
	say(name);
	while (!queue_turn(&q, true))
		if (errno != EINTR)
			_exit(1);
	say((char)(name - 'a' + 'A'));
	queue_pass(&q);
	_exit(0);
}

static int set_up(void **state)
{
	int fd;

	(void)state;
	memcpy(file + sizeof file - 7, "XXXXXX", 6);
	fd = mkstemp(file);
	return fd < 0 || close(fd) != 0 || pipe(pipe_of) != 0;
}

static int take_down(void **state)
{
	(void)state;
	close(pipe_of[0]);
	close(pipe_of[1]);
	return unlink(file);
}

static void all_are_served_in_the_order_they_came(void **state)
{
	struct queue q = stand();

	(void)state;
	assert_true(queue_turn(&q, true));
	for (char c = 'a'; c < 'a' + MOST; c++)
		somebody(c);
	queue_pass(&q);
	for (char c = 'A'; c < 'A' + MOST; c++)
		assert_int_equal(heard(), c);
	while (wait(NULL) > 0)
		continue;
	close(q.fd);
}

static void who_dies_waiting_is_passed_over(void **state)
{
	struct queue q = stand();
	pid_t b;

	(void)state;
	assert_true(queue_turn(&q, true));
	somebody('a');
	b = somebody('b');
	somebody('c');
	assert_int_equal(kill(b, SIGKILL), 0);
	assert_int_equal(waitpid(b, NULL, 0), b);
	queue_pass(&q);
	/* Nobody stands before c any more: it need not wait for a. What it then wants has a lock of its own. */
	assert_int_equal(heard() + heard(), 'A' + 'C');
	while (wait(NULL) > 0)
		continue;
	close(q.fd);
}

static void who_dies_at_his_turn_makes_room(void **state)
{
	struct queue q = stand();
	pid_t first = fork();

	(void)state;
	if (first == 0) {
		close(q.fd);
		q = stand();
		say('f');
		for (;;)
			pause();
	}
	assert_int_equal(heard(), 'f');
	queue_pass(&q);
	somebody('a');
	assert_int_equal(kill(first, SIGKILL), 0);
	assert_int_equal(heard(), 'A');
	while (wait(NULL) > 0)
		continue;
	close(q.fd);
}

static void who_looks_only_keeps_his_place(void **state)
{
	struct queue first = stand(), second = stand(), third;

	(void)state;
	assert_true(queue_turn(&first, false));
	assert_false(queue_turn(&second, false));
	assert_int_equal(errno, EAGAIN);
	third = stand();
	queue_pass(&first);
	assert_false(queue_turn(&third, false));
	assert_true(queue_turn(&second, false));
	queue_pass(&second);
	assert_true(queue_turn(&third, false));
	queue_pass(&third);
	queue_pass(&third);
	close(first.fd);
	close(second.fd);
	close(third.fd);
}

static void what_else_stands_in_the_file_stops_nobody(void **state)
{
	static const char *const junk[] = { "", "x", "\xff\xff\xff\xff\xff\xff\xff\xff", "\0\0\0\0\0\0\0\0",
					    "a name of somebody" };
	static const size_t n[] = { 0, 1, 8, 8, 18 };

	(void)state;
	for (size_t i = 0; i < 5; i++) {
		struct queue q;
		int fd = open(file, O_WRONLY | O_TRUNC);

		assert_true(fd >= 0 && write(fd, junk[i], n[i]) == (ssize_t)n[i]);
		close(fd);
		q = stand();
		assert_true(queue_turn(&q, false));
		somebody('a');
		queue_pass(&q);
		assert_int_equal(heard(), 'A');
		assert_true(wait(NULL) > 0);
		close(q.fd);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(all_are_served_in_the_order_they_came, set_up, take_down),
		cmocka_unit_test_setup_teardown(who_dies_waiting_is_passed_over, set_up, take_down),
		cmocka_unit_test_setup_teardown(who_dies_at_his_turn_makes_room, set_up, take_down),
		cmocka_unit_test_setup_teardown(who_looks_only_keeps_his_place, set_up, take_down),
		cmocka_unit_test_setup_teardown(what_else_stands_in_the_file_stops_nobody, set_up, take_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
