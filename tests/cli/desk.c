/* desk.c - runs the built program as a script would. */
#include "tests/cli/desk.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"

#define WORDS_MOST 40

int desk_setup(void **state)
{
	struct desk *d = xcalloc(1, sizeof *d);

	snprintf(d->dir, sizeof d->dir, "/tmp/workbay-cli-XXXXXX");
	assert_non_null(mkdtemp(d->dir));
	snprintf(d->shop, sizeof d->shop, "%s/shop.db", d->dir);
	*state = d;
	return 0;
}

int desk_setup_shop(void **state)
{
	static const char goods[] =
	    "{\"do\":\"till.open\",\"till\":\"T1\",\"float\":500}\n"
	    "{\"do\":\"labour.add\",\"code\":\"L1\",\"name\":\"Oil service\",\"hours\":0.5,\"price\":120}\n"
	    "{\"do\":\"labour.add\",\"code\":\"L2\",\"name\":\"Front brake "
	    "pads\",\"hours\":0.8,\"price\":160}\n"
	    "{\"do\":\"part.add\",\"code\":\"P1\",\"name\":\"机油滤清器\",\"price\":38,\"unit\":\"只\"}\n"
	    "{\"do\":\"part.add\",\"code\":\"P2\",\"name\":\"机油 5W-30\",\"price\":88,\"unit\":\"升\"}\n"
	    "{\"do\":\"stock.open\",\"part\":\"P1\",\"qty\":10,\"cost\":20}\n"
	    "{\"do\":\"stock.open\",\"part\":\"P2\",\"qty\":40,\"cost\":50.5}\n";
	struct desk *d;

	desk_setup(state);
	d = *state;
	desk_run(d, NULL, "init", "--name", "江城汽修", NULL);
	STATUS(d, 0);
	desk_run(d, goods, "do", "--jsonl", NULL);
	STATUS(d, 0);
	return 0;
}

static int file_drop(const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
	(void)st;
	(void)kind;
	(void)ftw;
	return remove(path);
}

int desk_teardown(void **state)
{
	struct desk *d = *state;

	nftw(d->dir, file_drop, 16, FTW_DEPTH | FTW_PHYS);
	str_free(&d->out);
	str_free(&d->err);
	free(d);
	return 0;
}

const char *desk_path(struct desk *d, const char *name)
{
	snprintf(d->path, sizeof d->path, "%s/%s", d->dir, name);
	return d->path;
}

void desk_write(struct desk *d, const char *name, const char *text)
{
	FILE *f = fopen(desk_path(d, name), "we");

	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

static void slurp(const char *path, struct str *ret)
{
	FILE *f = fopen(path, "re");
	char buf[4096];
	size_t n;

	str_clear(ret);
	while (f && (n = fread(buf, 1, sizeof buf, f)) > 0)
		str_addn(ret, buf, n);
	if (f)
		fclose(f);
}

void desk_read(struct desk *d, const char *name, struct str *ret)
{
	slurp(desk_path(d, name), ret);
}

/* What the sanitizers read goes along, nothing else. */
static void bare_environment(const char *env[8], char buf[4][400])
{
	static const char *const kept[] = { "ASAN_OPTIONS", "UBSAN_OPTIONS", "WORKBAY_NOW", "XDG_DATA_HOME" };
	size_t n = 0;

	env[n++] = "LANG=C";
	for (size_t i = 0; i < 4; i++) {
		const char *value = getenv(kept[i]);

		if (value && *value) {
			snprintf(buf[i], 400, "%s=%s", kept[i], value);
			env[n++] = buf[i];
		}
	}
	env[n] = NULL;
}

static int run(struct desk *d, const char *in, const char *const words[])
{
	const char *env[8], *in_path = "/dev/null";
	char buf[4][400], out[120], err[120], input[120];
	posix_spawn_file_actions_t fa;
	int status;
	pid_t pid;

	snprintf(out, sizeof out, "%s/.out", d->dir);
	snprintf(err, sizeof err, "%s/.err", d->dir);
	snprintf(input, sizeof input, "%s/.in", d->dir);
	if (in) {
		desk_write(d, ".in", in);
		in_path = input;
	}
	bare_environment(env, buf);
	posix_spawn_file_actions_init(&fa);
	posix_spawn_file_actions_addchdir_np(&fa, d->dir);
	posix_spawn_file_actions_addopen(&fa, 0, in_path, O_RDONLY, 0);
	posix_spawn_file_actions_addopen(&fa, 1, out, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	posix_spawn_file_actions_addopen(&fa, 2, err, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	assert_int_equal(
	    posix_spawn(&pid, getenv("WORKBAY"), &fa, NULL, (char *const *)words, (char *const *)env), 0);
	posix_spawn_file_actions_destroy(&fa);
	while (waitpid(pid, &status, 0) < 0)
		assert_int_equal(errno, EINTR);
	slurp(out, &d->out);
	slurp(err, &d->err);
	d->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	return d->status;
}

static int run_words(struct desk *d, const char *shop, const char *in, va_list ap)
{
	const char *words[WORDS_MOST] = { "workbay" };
	size_t n = 1;

	if (shop) {
		words[n++] = "--shop";
		words[n++] = shop;
	}
	while (n < WORDS_MOST - 1 && (words[n] = va_arg(ap, const char *)))
		n++;
	return run(d, in, words);
}

int desk_run(struct desk *d, const char *in, ...)
{
	va_list ap;
	int status;

	va_start(ap, in);
	status = run_words(d, d->shop, in, ap);
	va_end(ap);
	return status;
}

int desk_run_on(struct desk *d, const char *shop, const char *in, ...)
{
	va_list ap;
	int status;

	va_start(ap, in);
	status = run_words(d, shop, in, ap);
	va_end(ap);
	return status;
}

void desk_status(struct desk *d, int wanted, const char *file, int line)
{
	if (d->status != wanted)
		print_error("status %d, wanted %d\n--- out\n%s--- err\n%s---\n", d->status, wanted,
			    str_get(&d->out), str_get(&d->err));
	_assert_int_equal((uintmax_t)d->status, (uintmax_t)wanted, file, line);
}

void desk_says(const struct str *text, const char *part, bool wanted, const char *file, int line)
{
	bool there = strstr(str_get(text), part) != NULL;

	if (there != wanted)
		print_error("%s “%s” in:\n%s\n", wanted ? "there is no" : "there is", part, str_get(text));
	_assert_true(there == wanted, part, file, line);
}
