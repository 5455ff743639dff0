/* test_terminal.c - terminals that stall, vanish, shrink or send anything, and stored text that wants to
 * drive one. */
#include "tests/test.h"

#include <fcntl.h>
#include <pwd.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/lib/pty.h"
#include "tests/torture/book.h"
#include "tests/torture/scene.h"

static char *dir, *path;

static void ready(struct test_shop *s)
{
	scenes[1].ready(s);
	hire(s, "ann", "admin");
	for (int i = 0; i < 60; i++) {
		char name[32], phone[16];

		snprintf(name, sizeof(name), "王小明%d", i);
		snprintf(phone, sizeof(phone), "139%08d", i);
		run(s, "customer.add", "name", name, "phone", phone, NULL);
	}
}

static int set_up(void **state)
{
	(void)state;
	dir_clear(dir);
	scene_make(&(struct scene){ .ready = ready }, dir);
	return 0;
}

static struct pty *start(struct pty_options o)
{
	const char *argv[] = { getenv("WORKBAY"), "--shop", path, "--user", "ann", NULL };

	o.argv = argv;
	return pty_start(&o);
}

static struct pty *log_in(struct pty_options o)
{
	struct pty *p = start(o);

	assert_true(pty_expect(p, "PIN", 0));
	pty_type(p, "1234");
	pty_key(p, "Enter");
	assert_true(pty_expect(p, "Search:", 0));
	assert_true(pty_idle(p, 0));
	return p;
}

/* Nobody holds the writer's lock. */
static bool lock_is_free(void)
{
	struct str s = { 0 };
	int fd;
	bool is_free;

	str_addf(&s, "%s-lock", path);
	fd = open(s.s, O_RDWR | O_CLOEXEC);
	is_free = fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0;
	close(fd);
	str_free(&s);
	return is_free;
}

/* ---- lost and stalled ---- */

static void a_stalled_terminal_harms_nobody(void **state)
{
	struct pty *p = log_in((struct pty_options){ 0 });
	struct test_shop *s;
	char number[16];

	(void)state;
	pty_type(p, "31");
	assert_true(pty_expect(p, "王小明", 0));
	pty_stall(p);
	for (int i = 0; i < 3000; i++)
		pty_key(p, i % 2 ? "^L" : i % 4 ? "PgDn" : "PgUp");
	s = test_shop_at(dir);
	assert_non_null(s);
	for (int i = 0; i < torture_size(60, 2000); i++) {
		snprintf(number, sizeof(number), "N%d", i);
		run(s, "part.add", "code", number, "name", "灯泡", "price", "5", NULL);
		assert_true(lock_is_free());
	}
	test_shop_free(s);
	if (pty_exit(p, 0) == -1)
		fail_msg("a console on a stalled terminal stays for ever");
	pty_free(p);
	assert_true(scene_sound(dir));
}

static void a_lost_line_ends_the_console(void **state)
{
	struct pty *p = log_in((struct pty_options){ 0 });

	(void)state;
	pty_type(p, "31");
	assert_true(pty_expect(p, "王小明", 0));
	pty_hangup(p);
	assert_int_not_equal(pty_exit(p, 0), -1);
	assert_true(lock_is_free());
	pty_free(p);
}

static void leaving_gives_the_terminal_back(void **state)
{
	static const char *const terms[] = { "xterm-256color", "vt100", "vt220", "linux", "screen", "tmux" };

	(void)state;
	for (size_t i = 0; i < sizeof(terms) / sizeof(*terms); i++) {
		struct pty *p = start((struct pty_options){ .term = terms[i] });

		assert_true(pty_expect(p, "PIN", 0));
		assert_true(pty_idle(p, 0));
		pty_key(p, "^Q");
		assert_int_equal(pty_exit(p, 0), 0);
		assert_true(pty_restored(p));
		assert_true(pty_clean(p));
		pty_free(p);
	}
}

/* ---- sizes ---- */

static void any_size_is_lived_through(void **state)
{
	struct pty *p = log_in((struct pty_options){ 0 });
	unsigned random = 3;

	(void)state;
	for (int i = 0; i < torture_size(60, 3000); i++) {
		static const char *const keys[] = { "Down", "PgDn",  "31",  "Esc", "F10",
						    "11",   "Enter", "Tab", "F1",  "/" };
		const char *key = keys[(unsigned)rand_r(&random) % 10U];
		int rows = 1 + (int)((unsigned)rand_r(&random) % (i % 3 ? 60U : 12U));
		int cols = 1 + (int)((unsigned)rand_r(&random) % (i % 5 ? 200U : 20U));

		pty_resize(p, rows, cols);
		if (key[0] >= '0' && key[0] <= '9')
			pty_type(p, key);
		else
			pty_key(p, key);
		if (!pty_idle(p, 0))
			fail_msg("ended at %dx%d", cols, rows);
	}
	pty_resize(p, 24, 80);
	for (int i = 0; i < 8; i++)
		pty_keys(p, "Esc ^C");
	pty_key(p, "^L");
	assert_true(pty_idle(p, 0));
	assert_true(pty_running(p));
	assert_true(pty_clean(p));
	pty_free(p);
	assert_true(scene_sound(dir));
}

/* ---- anything typed ---- */

static void type_anything(struct pty *p, unsigned *random)
{
	static const char *const keys[] = {
		"Enter", "Esc", "Tab",       "BackTab", "Up", "Down", "Left", "Right", "Home", "End", "PgUp",
		"PgDn",  "Del", "Backspace", "Space",   "F1", "F2",   "F3",   "F4",    "F5",   "F6",  "F7",
		"F8",    "F9",  "F10",       "F11",     "^Z", "^U",   "^T",   "^O",    "^E",   "^A",
	};
	static const char *const texts[] = {
		"11",    "31",   "21",          "王",       "鄂A12345",
		"*",     "3*",   "/",           "120*3",    "..",
		"?",     "#",    "\033[",       "\327\354", "\033[200~a\nb\033[201~",
		"\033O", "0312", "13812345678", "1"
	};
	unsigned what = (unsigned)rand_r(random) % 10U;

	if (what < 6)
		pty_key(p, keys[(unsigned)rand_r(random) % (sizeof(keys) / sizeof(*keys))]);
	else if (what < 9)
		pty_type(p, texts[(unsigned)rand_r(random) % (sizeof(texts) / sizeof(*texts))]);
	else
		pty_send(p, &(unsigned char){ (unsigned char)rand_r(random) }, 1);
}

/* Types `keys` of them; false when the program ended otherwise than by its own will. The line echoes nothing: what is typed
 * while it ends would stand among what it has written. */
static bool monkey(const char *term, unsigned seed, int keys)
{
	struct pty *p = log_in(
	    (struct pty_options){ .term = term, .rows = 24, .cols = seed % 2 ? 80 : 60, .no_echo = true });
	unsigned random = seed;
	bool ok = true;
	int left;

	for (int i = 0; ok && i < keys && pty_running(p); i++) {
		type_anything(p, &random);
		if (i % 5 == 0 && !pty_idle(p, 0) && pty_running(p)) {
			print_error("seed %u: it does not come to rest after %d keys\n", seed, i);
			pty_dump(p);
			ok = false;
		}
	}
	left = pty_running(p) ? 0 : pty_exit(p, 0);
	if (left != 0) {
		print_error("seed %u on %s: ended with %d\n", seed, term, left);
		pty_dump(p);
	}
	ok = ok && left == 0 && pty_clean(p) && lock_is_free();
	pty_free(p);
	return ok;
}

static void anything_may_be_typed(void **state)
{
	static const char *const terms[] = { "xterm-256color", "vt100", "linux" };
	int rounds = torture_size(3, 200);

	/* Each on a book of its own: wrong PINs that one types at the lock make the next one wait. */
	for (int i = 0; i < rounds; i++) {
		set_up(state);
		assert_true(monkey(terms[i % 3], 100 + (unsigned)i, torture_size(150, 2000)));
		assert_true(scene_sound(dir));
	}
}

/* ---- stored text ---- */

/* Puts hostile bytes where only somebody with sqlite3 could. */
static void poison(void)
{
	static const char bytes[] = "=cmd|A1\033]52;c;aGk=\007\033[5i\302\233"
				    "31m\342\200\256\342\200\213\033P$q\033\\\n\tend";
	sqlite3 *db;
	sqlite3_stmt *st;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	for (int i = 0; i < 3; i++) {
		static const char *const updates[] = { "UPDATE party SET name = ?1 WHERE id = 1",
						       "UPDATE vehicle SET model = ?1",
						       "UPDATE part SET name = ?1 WHERE id = 1" };

		assert_int_equal(sqlite3_prepare_v2(db, updates[i], -1, &st, NULL), SQLITE_OK);
		sqlite3_bind_text(st, 1, bytes, -1, SQLITE_STATIC);
		assert_int_equal(sqlite3_step(st), SQLITE_DONE);
		sqlite3_finalize(st);
	}
	sqlite3_close(db);
}

static void stored_text_drives_no_terminal(void **state)
{
	static const char *const screens[] = { "31", "32", "41", "21", "43" };
	struct pty *p;

	(void)state;
	poison();
	p = log_in((struct pty_options){ 0 });
	for (size_t i = 0; i < sizeof(screens) / sizeof(*screens); i++) {
		pty_key(p, "F10");
		assert_true(pty_idle(p, 0));
		pty_type(p, screens[i]);
		assert_true(pty_idle(p, 0));
		pty_keys(p, "Down Enter");
		assert_true(pty_idle(p, 0));
		pty_keys(p, "Esc Esc");
		assert_true(pty_idle(p, 0));
		assert_true(pty_clean(p));
	}
	pty_free(p);
}

/* Whoever runs the test is ann. */
static void bind_account(void)
{
	struct test_shop *s = test_shop_at(dir);

	run(s, "user.change", "user", "ann", "account", getpwuid(geteuid())->pw_name, NULL);
	test_shop_free(s);
}

static void stored_text_drives_no_file(void **state)
{
	static const char *const what[] = { "customers", "vehicles", "parts" };

	(void)state;
	bind_account();
	poison();
	for (size_t i = 0; i < sizeof(what) / sizeof(*what); i++) {
		static const char *const formats[] = { "csv", "table", "json" };

		for (size_t k = 0; k < 3; k++) {
			const char *argv[] = { getenv("WORKBAY"), "--shop",   path,       "show",
					       what[i],           "--format", formats[k], NULL };
			struct pty *p = pty_start(&(struct pty_options){ .argv = argv, .cols = 400 });
			size_t n;
			const char *raw;

			assert_int_equal(pty_exit(p, 0), 0);
			raw = pty_raw(p, &n);
			if (k == 0) {
				assert_non_null(strstr(raw, "'=cmd"));
				assert_memory_equal(raw, "\357\273\277", 3); /* the BOM is the file's own */
				raw += 3;
				n -= 3;
			}
			if (pty_forbidden(raw, n, NULL))
				fail_msg("show %s as %s: %s", what[i], formats[k],
					 pty_forbidden(raw, n, NULL));
			pty_free(p);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(leaving_gives_the_terminal_back, set_up),
		cmocka_unit_test_setup(a_lost_line_ends_the_console, set_up),
		cmocka_unit_test_setup(a_stalled_terminal_harms_nobody, set_up),
		cmocka_unit_test_setup(any_size_is_lived_through, set_up),
		cmocka_unit_test_setup(anything_may_be_typed, set_up),
		cmocka_unit_test_setup(stored_text_drives_no_terminal, set_up),
		cmocka_unit_test_setup(stored_text_drives_no_file, set_up),
	};
	int failed;

	dir = dir_make();
	path = book_path(dir);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	free(path);
	dir_remove(dir);
	return failed;
}
