/* crowd.c - several clerks at one shop, each in a process of his own. */
#include "tests/torture/crowd.h"

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/torture/scene.h"

static void clerk_works(const char *dir, const struct work *w, int clerk, int start, int report)
{
	struct test_shop *s = test_shop_at(dir);
	struct arena *a = arena_new();
	char byte;

	if (!s || read(start, &byte, 1) != 0)
		_exit(2);
	for (int i = 0; i < w->times; i++) {
		struct said_by said = { 0 };

		s->next.request = w->request;
		said.ok = attempt(s, w->other && clerk % 2 ? w->other : w->command, w->pairs(a, clerk));
		said.repeated = s->answer.repeated;
		said.code = (int)s->err.code;
		snprintf(said.number, sizeof(said.number), "%s", said.ok ? s->answer.number : "");
		snprintf(said.text, sizeof(said.text), "%.199s", s->err.text);
		if (write(report, &said, sizeof(said)) != sizeof(said))
			_exit(3);
		arena_reset(a);
	}
	_exit(0);
}

void crowd_works(const char *dir, const struct work *w, void (*take)(const struct said_by *said, void *arg),
		 void *arg)
{
	int start[2], report[2], status;
	struct said_by said;

	assert_int_equal(pipe(start), 0);
	assert_int_equal(pipe(report), 0);
	fflush(stdout);
	for (int i = 0; i < w->clerks; i++) {
		if (fork() != 0)
			continue;
		close(start[1]);
		close(report[0]);
		clerk_works(dir, w, i, start[0], report[1]);
	}
	close(start[0]);
	close(start[1]);
	close(report[1]);
	while (read(report[0], &said, sizeof(said)) == sizeof(said))
		take(&said, arg);
	close(report[0]);
	for (int i = 0; i < w->clerks; i++) {
		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
	assert_true(scene_sound(dir));
}
