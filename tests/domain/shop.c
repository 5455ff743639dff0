/* shop.c - a shop of its own for each test. */
#include "tests/domain/shop.h"

#include <dirent.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/date.h"
#include "base/seal.h"
#include "db/check.h"
#include "db/journal.h"
#include "domain/role.h"
#include "domain/session.h"
#include "domain/user.h"
#include "tests/domain/fault.h"

#define PAIRS_MOST 120

/* ---- the shop ---- */

static int64_t clock_now(void *arg)
{
	return ((struct test_shop *)arg)->now;
}

static void must(bool ok, const struct err *e)
{
	if (!ok)
		fail_msg("%s", e->text);
}

static struct test_shop *blank(void)
{
	struct test_shop *s = xcalloc(1, sizeof *s);

	seal_init();
	s->arena = arena_new();
	s->now = date_make(2026, 11, 21) * 86400 + INT64_C(4) * 3600;
	return s;
}

static void start_session(struct test_shop *s)
{
	struct session_options o = { .clock = clock_now, .clock_arg = s, .terminal = "test" };

	s->session = session_new(s->shop, &o);
}

static void path_make(struct test_shop *s)
{
	snprintf(s->dir, sizeof s->dir, "/tmp/workbay-test-XXXXXX");
	if (!mkdtemp(s->dir))
		fail_msg("no folder for a shop file");
	snprintf(s->path, sizeof s->path, "%s/shop.db", s->dir);
}

/* The shop as it is made, before anybody works in it. */
static void founded(struct test_shop *s)
{
	int64_t boss;

	s->shop = shop_create(s->path, &s->err);
	must(s->shop != NULL, &s->err);
	start_session(s);
	must(setup_shop(s->session, &(struct setup){ .shop_name = "Test garage", .user = "boss" }, &boss,
			&s->err),
	     &s->err);
	must(shop_checkpoint(s->shop, &s->err), &s->err);
	session_free(s->session);
	shop_close(s->shop);
}

static void bytes_read(const char *path, struct str *ret)
{
	FILE *f = fopen(path, "re");
	char buf[1 << 16];
	size_t n;

	if (!f)
		fail_msg("%s cannot be read", path);
	while ((n = fread(buf, 1, sizeof buf, f)) > 0)
		str_addn(ret, buf, n);
	fclose(f);
}

static void bytes_write(const char *path, const struct str *bytes)
{
	int out = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0660);

	if (out < 0 || write(out, bytes->s, bytes->len) != (ssize_t)bytes->len || fchmod(out, 0660) != 0 ||
	    close(out) != 0)
		fail_msg("%s cannot be written", path);
}

static bool opened(struct test_shop *s)
{
	s->shop = shop_open(s->path, SHOP_WORK, &s->err);
	if (!s->shop)
		return false;
	start_session(s);
	session_user(s->session, user_named(shop_reader(s->shop), "boss"));
	return true;
}

/* Founded once for all tests of a program; each has a copy of that file. */
struct test_shop *test_shop_new(void)
{
	static struct str file;
	struct test_shop *s = blank();

	path_make(s);
	if (!file.len) {
		founded(s);
		bytes_read(s->path, &file);
	} else {
		bytes_write(s->path, &file);
	}
	must(opened(s), &s->err);
	return s;
}

struct test_shop *test_shop_at(const char *dir)
{
	struct test_shop *s = blank();

	s->stays = true;
	snprintf(s->path, sizeof s->path, "%s/shop.db", dir);
	if (!opened(s)) {
		print_error("%s\n", s->err.text);
		test_shop_free(s);
		return NULL;
	}
	return s;
}

static void folder_remove(const char *dir)
{
	DIR *d = opendir(dir);
	char path[400];

	for (struct dirent *f; d && (f = readdir(d));) {
		snprintf(path, sizeof path, "%s/%s", dir, f->d_name);
		unlink(path);
	}
	closedir(d);
	if (rmdir(dir) != 0)
		fail_msg("%s cannot be removed", dir);
}

void test_shop_free(struct test_shop *s)
{
	str_free(&s->answer.extra);
	if (s->session)
		session_free(s->session);
	shop_close(s->shop);
	if (!s->stays)
		folder_remove(s->dir);
	arena_free(s->arena);
	free(s);
}

/* 0: it did it, 1: it was refused with those words, else something is wrong. */
static int try_alone(const char *dir, bool (*tries)(struct test_shop *own, int i), int i, const char *refused)
{
	struct test_shop *own = test_shop_at(dir);
	int got;

	if (!own)
		return 2;
	got = tries(own, i) ? 0 : strstr(own->err.text, refused) ? 1 : 3;
	test_shop_free(own);
	return got;
}

int winners(struct test_shop *s, int n, bool (*tries)(struct test_shop *own, int i), const char *refused)
{
	int won = 0;

	shop_close(s->shop); /* a connection does not live through fork() */
	for (int i = 0; i < n; i++)
		if (fork() == 0)
			_exit(try_alone(s->dir, tries, i, refused));
	for (int i = 0; i < n; i++) {
		int status;

		assert_true(wait(&status) > 0 && WIFEXITED(status) && WEXITSTATUS(status) < 2);
		won += WEXITSTATUS(status) == 0;
	}
	s->shop = shop_open(s->path, SHOP_WORK, &s->err);
	assert_non_null(s->shop);
	s->session->shop = s->shop;
	return won;
}

void hire(struct test_shop *s, const char *user, const char *role)
{
	run(s, "user.add", "user", user, "name", user, "role", role, "pin", "1234", "technician",
	    strcmp(role, "technician") ? "no" : "yes", NULL);
}

void acts(struct test_shop *s, const char *user)
{
	int64_t id = user_named(shop_reader(s->shop), user);

	if (!id)
		fail_msg("nobody is called %s", user);
	session_user(s->session, id);
}

void wait_seconds(struct test_shop *s, int64_t seconds)
{
	s->now += seconds;
}

void wait_days(struct test_shop *s, int days)
{
	s->now += (int64_t)days * 86400;
}

/* ---- commands ---- */

/* The pairs of a call, as an array that ends with NULL. */
static void pairs_of(va_list ap, const char *ret[PAIRS_MOST + 1])
{
	size_t n = 0;

	while ((ret[n] = va_arg(ap, const char *)))
		if (++n == PAIRS_MOST)
			fail_msg("too many inputs for a test");
	if (n % 2)
		fail_msg("an input without a value");
}

static void args_pair(struct args *args, const char *name, const char *value)
{
	const char *dot = strchr(name, '.');
	char group[32];
	size_t row;

	if (!dot) {
		args_set(args, name, value);
		return;
	}
	snprintf(group, sizeof group, "%.*s", (int)(dot - name), name);
	row = (size_t)strtoul(dot + 1, NULL, 10);
	while (args_lines(args, group) <= row)
		args_add_line(args, group);
	args_set(args_line(args, group, row), strchr(dot + 1, '.') + 1, value);
}

struct args *args_of(struct arena *a, const char *const *pairs)
{
	struct args *args = args_new(a);

	for (; *pairs; pairs += 2)
		args_pair(args, pairs[0], pairs[1]);
	return args;
}

static const struct command *command_of(const char *name)
{
	const struct command *c = command_find(name);

	if (!c)
		fail_msg("there is no command %s", name);
	return c;
}

bool attempt(struct test_shop *s, const char *command, const char *const *pairs)
{
	struct arena *a = arena_new();
	bool ok;

	str_free(&s->answer.extra);
	err_clear(&s->err);
	ok = command_run(s->session, command_of(command), args_of(a, pairs), &s->next, &s->answer, &s->err);
	s->next = (struct run_options){ 0 };
	arena_free(a);
	return ok;
}

const struct answer *run(struct test_shop *s, const char *command, ...)
{
	const char *pairs[PAIRS_MOST + 1];
	va_list ap;

	va_start(ap, command);
	pairs_of(ap, pairs);
	va_end(ap);
	if (!attempt(s, command, pairs))
		fail_msg("%s was refused: [%s] %s", command, s->err.field, s->err.text);
	return &s->answer;
}

const char *refuse(struct test_shop *s, const char *command, ...)
{
	const char *pairs[PAIRS_MOST + 1];
	va_list ap;

	va_start(ap, command);
	pairs_of(ap, pairs);
	va_end(ap);
	if (attempt(s, command, pairs))
		fail_msg("%s was not refused: %s", command, s->answer.text);
	return s->err.text;
}

const char *may_not(struct test_shop *s, const char *command, ...)
{
	const char *pairs[PAIRS_MOST + 1];
	struct answer answer = { 0 };
	struct ctx ctx;
	va_list ap;

	va_start(ap, command);
	pairs_of(ap, pairs);
	va_end(ap);
	err_clear(&s->err);
	session_ctx(s->session, s->arena, &answer, &ctx);
	return command_may(&ctx, command_of(command), args_of(s->arena, pairs), &s->err) ? NULL : s->err.text;
}

const char *proposed(struct test_shop *s, const char *command, const char *input, ...)
{
	const char *pairs[PAIRS_MOST + 1], *dot = strchr(input, '.');
	struct answer answer = { 0 };
	struct args *args;
	struct ctx ctx;
	va_list ap;
	size_t row;

	va_start(ap, input);
	pairs_of(ap, pairs);
	va_end(ap);
	args = args_of(s->arena, pairs);
	session_ctx(s->session, s->arena, &answer, &ctx);
	command_of(command)->fill(&ctx, args);
	if (!dot)
		return args_get(args, input);
	row = (size_t)strtoul(dot + 1, NULL, 10);
	input = arena_strndup(s->arena, input, (size_t)(dot - input));
	if (row >= args_lines(args, input))
		return NULL;
	return args_get(args_line(args, input, row), strchr(dot + 1, '.') + 1);
}

/* ---- looking ---- */

static struct cur *asked(struct test_shop *s, const char *select, va_list ap)
    __attribute__((format(printf, 2, 0)));

static struct cur *asked(struct test_shop *s, const char *select, va_list ap)
{
	char text[2000];
	struct cur *c;

	vsnprintf(text, sizeof text, select, ap);
	c = db_open_text(shop_reader(s->shop), text, NULL);
	if (!cur_next(c))
		fail_msg("no row: %s", text);
	return c;
}

int64_t ask(struct test_shop *s, const char *select, ...)
{
	struct cur *c;
	int64_t value;
	va_list ap;

	va_start(ap, select);
	c = asked(s, select, ap);
	va_end(ap);
	value = cur_int(c, 0);
	cur_close(c);
	return value;
}

const char *ask_text(struct test_shop *s, const char *select, ...)
{
	const char *value;
	struct cur *c;
	va_list ap;

	va_start(ap, select);
	c = asked(s, select, ap);
	va_end(ap);
	value = arena_strdup(s->arena, cur_text(c, 0));
	cur_close(c);
	return value;
}

const char *by_id(struct test_shop *s, int64_t id)
{
	return arena_printf(s->arena, "#%" PRId64, id);
}

static void broken(void *arg, const struct check *check, const char *sentence)
{
	(void)arg;
	print_error("%s: %s\n", check->name, sentence);
}

void checks_silent(struct test_shop *s)
{
	struct err e = { 0 };
	size_t n = 0;
	int64_t last;

	must(check_run(shop_reader(s->shop), NULL, NULL, broken, NULL, &n, &e), &e);
	if (n)
		fail_msg("%zu checks found something", n);
	must(journal_verify(shop_reader(s->shop), 1, &last, &e), &e);
}

void assert_says_(const char *sentence, const char *words, const char *file, int line)
{
	if (!strstr(sentence, words)) {
		print_error("“%s” does not say “%s”\n", sentence, words);
		_fail(file, line);
	}
}

/* ---- faults ---- */

void survives_faults(struct test_shop *s, const char *command, ...)
{
	int64_t head = ask(s, "SELECT max(seq) FROM journal");
	const char *pairs[PAIRS_MOST + 1];
	bool done = false;
	va_list ap;

	va_start(ap, command);
	pairs_of(ap, pairs);
	va_end(ap);
	for (long n = 1; !done; n++) {
		db_fault(shop_writer(s->shop), n);
		done = attempt(s, command, pairs);
		db_fault(shop_writer(s->shop), 0);
		if (done)
			break;
		if (s->err.code != ERR_IO)
			fail_msg("%s at statement %ld: %s", command, n, s->err.text);
		assert_int_equal(ask(s, "SELECT max(seq) FROM journal"), head);
		checks_silent(s);
	}
	checks_silent(s);
}

int64_t account(struct test_shop *s, const char *kind)
{
	return ask(s,
		   "SELECT ifnull(sum(l.amount), 0) FROM entry_line l JOIN account a ON a.id = l.account_id "
		   "WHERE a.kind = '%s'",
		   kind);
}

int64_t stock_qty(struct test_shop *s, const char *part)
{
	return ask(s,
		   "SELECT ifnull(sum(v.qty), 0) FROM part p JOIN stock_value v ON v.id = p.id "
		   "WHERE p.code = '%s'",
		   part);
}

int64_t stock_worth(struct test_shop *s, const char *part)
{
	return ask(s,
		   "SELECT ifnull(sum(v.value), 0) FROM part p JOIN stock_value v ON v.id = p.id "
		   "WHERE p.code = '%s'",
		   part);
}

int shop_end(void **state)
{
	checks_silent(*state);
	test_shop_free(*state);
	return 0;
}
