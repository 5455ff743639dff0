/* test_term.c - the terminal back end under a real pseudo-terminal. */
#include "tests/test.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/lib/pty.h"

static struct pty *start(const char *term, const char *const *env)
{
	const char *argv[] = { getenv("TERM_DEMO"), NULL };
	struct pty *p = pty_start(&(struct pty_options){ .argv = argv, .term = term, .env = env });

	return p;
}

static struct pty *demo(const char *term)
{
	struct pty *p = start(term, NULL);

	assert_true(pty_expect(p, "demo 80x24", 0));
	assert_true(pty_idle(p, 0));
	return p;
}

static void leave(struct pty *p)
{
	pty_key(p, "^Q");
	assert_int_equal(pty_exit(p, 0), 0);
	assert_true(pty_restored(p));
	assert_true(pty_clean(p));
	pty_free(p);
}

static const char *const terms[] = { "xterm-256color", "xterm", "vt100", "vt220", "linux", "screen", "tmux" };

static void keys_mean_the_same_on_each_terminal(void **state)
{
	static const struct {
		const char *sent, *is;
	} cases[] = {
		{ "\033[A", "up" },
		{ "\033OB", "down" },
		{ "\033[H", "home" },
		{ "\033[4~", "end" },
		{ "\033OF", "end" },
		{ "\033[3~", "del" },
		{ "\033[5~", "pgup" },
		{ "\033[6~", "pgdn" },
		{ "\033OP", "help" },
		{ "\033[12~", "new" },
		{ "\033[[C", "find" },
		{ "\033[24~", "save" },
		{ "\033[Z", "backtab" },
		{ "\033Ot", "4" },
		{ "\033Ok", "+" },
		{ "\033Oj", "*" },
		{ "\033OM", "enter" },
		{ "\r", "enter" },
		{ "\n", "enter" },
		{ "\x1a", "undo" },
		{ "\x13", "save" },
		{ "\x03", "back" },
		{ "\0331", "help" },
		{ "\033=", "save" },
		{ "\033-", "history" },
		{ "\x0f", "gold" },
		{ "\x7f", "backspace" },
		{ "\010", "backspace" },
		{ "\033[200~ab\033[201~", "paste ab" },
		{ "\002X12345\r", "scan X12345" },
		{ "\033\r", "newline" },
	};

	(void)state;
	for (size_t k = 0; k < sizeof terms / sizeof *terms; k++) {
		struct pty *p = demo(terms[k]);
		char want[64];

		for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
			snprintf(want, sizeof want, "key: %s", cases[i].is);
			pty_type(p, cases[i].sent);
			if (!pty_expect_row(p, 4, want, 0))
				fail_msg("%s: case %zu", terms[k], i);
		}
		pty_key(p, "Esc");
		assert_true(pty_expect(p, "key: back", 0));
		leave(p);
	}
}

static void unknown_sequences_type_nothing(void **state)
{
	struct pty *p = demo(NULL);

	(void)state;
	pty_type(p, "a\033[1;5I");
	pty_type(p, "b\033[99;5$yc");
	pty_type(p, "\033xd");
	assert_true(pty_expect_row(p, 2, "客户     abcd", 0));
	leave(p);
}

static void chinese_is_typed_and_the_cursor_follows(void **state)
{
	(void)state;
	for (size_t k = 0; k < sizeof terms / sizeof *terms; k++) {
		struct pty *p = demo(terms[k]);
		int y, x;

		pty_type(p, "鄂A车");
		assert_true(pty_expect_row(p, 2, "鄂A车", 0));
		assert_true(pty_idle(p, 0));
		pty_cursor(p, &y, &x);
		assert_int_equal(y, 2);
		assert_int_equal(x, 16);
		pty_keys(p, "Left Backspace");
		assert_true(pty_expect_row(p, 2, "鄂车", 0));
		leave(p);
	}
}

static void chinese_works_in_the_c_locale(void **state)
{
	const char *env[] = { "LC_ALL=C", NULL };
	struct pty *p = start(NULL, env);

	(void)state;
	assert_true(pty_expect(p, "客户", 0));
	pty_type(p, "车");
	assert_true(pty_expect_row(p, 2, "车", 0));
	leave(p);
}

static void gbk_bytes_are_noticed_and_swallow_no_keys(void **state)
{
	struct pty *p = demo(NULL);

	(void)state;
	pty_send(p, "\xb3\xb5", 2);
	assert_true(pty_expect(p, "key: bad", 0));
	pty_type(p, "abc");
	assert_true(pty_expect_row(p, 2, "客户     abc", 0));
	leave(p);
}

static void burst_is_handed_to_its_enter(void **state)
{
	struct pty *p = demo(NULL);

	(void)state;
	pty_type(p, "690123456789\r");
	assert_true(pty_expect(p, "key: enter 690123456789", 0));
	leave(p);
}

static void typed_character_costs_few_bytes(void **state)
{
	const char *argv[] = { getenv("TERM_DEMO"), "quiet", NULL };
	struct pty *p = pty_start(&(struct pty_options){ .argv = argv });
	size_t before;

	(void)state;
	assert_true(pty_expect(p, "demo", 0));
	pty_type(p, "ab");
	assert_true(pty_expect_row(p, 2, "ab", 0));
	assert_true(pty_idle(p, 0));
	before = pty_bytes(p);
	pty_type(p, "c");
	assert_true(pty_expect_row(p, 2, "abc", 0));
	assert_true(pty_idle(p, 0));
	assert_in_range(pty_bytes(p) - before, 1, 22);
	leave(p);
}

static void resize_is_a_key(void **state)
{
	struct pty *p = demo(NULL);

	(void)state;
	pty_resize(p, 12, 40);
	assert_true(pty_expect(p, "demo 40x12", 0));
	pty_type(p, "x");
	assert_true(pty_expect_row(p, 2, "x", 0));
	leave(p);
}

static void wrong_sizes_in_the_environment_are_ignored(void **state)
{
	const char *env[] = { "LINES=99999", "COLUMNS=7", NULL };
	struct pty *p = start(NULL, env);

	(void)state;
	assert_true(pty_expect(p, "demo 80x24", 0));
	leave(p);
}

static void dumb_terminal_is_refused_with_a_sentence(void **state)
{
	struct pty *p = start("dumb", NULL);

	(void)state;
	assert_true(pty_expect(p, "TERM=dumb", 0));
	assert_int_equal(pty_exit(p, 0), 78);
	pty_free(p);
}

static void unknown_terminal_is_taken_for_xterm(void **state)
{
	/* curses keeps a little of a terminal that it does not know */
	const char *env[] = { "ASAN_OPTIONS=detect_leaks=0", NULL };
	struct pty *p = start("no-such-terminal", env);

	(void)state;
	assert_true(pty_expect(p, "demo 80x24", 0));
	leave(p);
}

static void hangup_and_stall_end_the_program(void **state)
{
	struct pty *p = demo(NULL);

	(void)state;
	pty_hangup(p);
	assert_int_equal(pty_exit(p, 0), 3);
	pty_free(p);
	p = demo(NULL);
	pty_stall(p);
	kill(pty_pid(p), SIGHUP);
	assert_int_equal(pty_exit(p, 0), 3);
	pty_free(p);
	p = demo(NULL);
	kill(pty_pid(p), SIGTERM);
	assert_int_equal(pty_exit(p, 0), 3);
	pty_free(p);
}

static void crash_gives_the_terminal_back(void **state)
{
	struct pty *p = demo(NULL);

	(void)state;
	pty_key(p, "^D");
	assert_int_equal(pty_exit(p, 0), 128 + SIGABRT);
	assert_true(pty_restored(p));
	assert_true(pty_cursor_visible(p));
	pty_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_mean_the_same_on_each_terminal),
		cmocka_unit_test(unknown_sequences_type_nothing),
		cmocka_unit_test(chinese_is_typed_and_the_cursor_follows),
		cmocka_unit_test(chinese_works_in_the_c_locale),
		cmocka_unit_test(gbk_bytes_are_noticed_and_swallow_no_keys),
		cmocka_unit_test(burst_is_handed_to_its_enter),
		cmocka_unit_test(typed_character_costs_few_bytes),
		cmocka_unit_test(resize_is_a_key),
		cmocka_unit_test(wrong_sizes_in_the_environment_are_ignored),
		cmocka_unit_test(dumb_terminal_is_refused_with_a_sentence),
		cmocka_unit_test(unknown_terminal_is_taken_for_xterm),
		cmocka_unit_test(hangup_and_stall_end_the_program),
		cmocka_unit_test(crash_gives_the_terminal_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
