/* test_pty.c - the terminal harness itself. */
#include "tests/test.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "tests/lib/pty.h"

static struct pty *demo(const char *term, int rows, int cols)
{
	const char *argv[] = { getenv("PTY_DEMO"), NULL };

	return pty_start(&(struct pty_options){ .argv = argv, .term = term, .rows = rows, .cols = cols });
}

static void screen_holds_what_was_written(void **state)
{
	const char *argv[] = { "cat", NULL };
	struct pty *p = pty_start(&(struct pty_options){ .argv = argv });

	(void)state;
	pty_type(p, "鄂A12345 to row 0\n");
	assert_true(pty_expect_row(p, 1, "鄂A12345 to row 0", 0));
	pty_key(p, "^D");
	assert_int_equal(pty_exit(p, 0), 0);
	pty_free(p);
}

static void wide_cells_count_two_columns(void **state)
{
	struct pty *p = demo(NULL, 0, 0);
	int y, x;

	(void)state;
	assert_true(pty_expect(p, "客户 王", 0));
	assert_int_equal(pty_find(p, "王", &x), 2);
	assert_int_equal(x, 8);
	assert_true(pty_cell(p, 2, 3).cp == 0x5ba2);
	assert_true(pty_cell(p, 2, 4).cp == UINT32_MAX);
	assert_true(pty_cell(p, 0, 0).reverse);
	assert_true(pty_idle(p, 0));
	pty_cursor(p, &y, &x);
	assert_int_equal(y, 2);
	assert_int_equal(x, 11);
	pty_free(p);
}

static void keys_arrive_on_each_terminal(void **state)
{
	static const char *const terms[] = { "xterm-256color", "vt220", "linux", "screen", "tmux" };

	(void)state;
	for (size_t i = 0; i < sizeof(terms) / sizeof(*terms); i++) {
		struct pty *p = demo(terms[i], 0, 0);

		assert_true(pty_expect(p, "key: none", 0));
		pty_key(p, "F9");
		assert_true(pty_expect(p, "key: F9", 0));
		pty_key(p, "Down");
		assert_true(pty_expect(p, "key: KEY_DOWN", 0));
		pty_keys(p, "a ^S");
		assert_true(pty_expect(p, "key: ^S", 0));
		assert_true(pty_clean(p));
		pty_key(p, "q");
		assert_int_equal(pty_exit(p, 0), 5);
		assert_true(pty_restored(p));
		pty_free(p);
	}
}

static void resize_reaches_the_program(void **state)
{
	struct pty *p = demo(NULL, 24, 80);

	(void)state;
	assert_true(pty_expect(p, "demo 80x24", 0));
	assert_true(pty_idle(p, 0)); /* curses misses the signal between two reads */
	pty_resize(p, 12, 40);
	assert_true(pty_expect(p, "demo 40x12", 0));
	pty_free(p);
}

static void idle_means_nothing_more_is_written(void **state)
{
	struct pty *p = demo(NULL, 0, 0);
	size_t before;

	(void)state;
	assert_true(pty_expect(p, "key: none", 0));
	for (int i = 0; i < 200; i++) {
		char c[2] = { (char)('a' + i % 16), 0 }, want[16] = "key: a";

		want[5] = c[0];
		pty_key(p, c);
		assert_true(pty_idle(p, 0));
		assert_non_null(strstr(pty_row(p, 4), want));
	}
	before = pty_bytes(p);
	assert_true(pty_idle(p, 0));
	assert_int_equal(pty_bytes(p), before);
	pty_free(p);
}

static void hangup_is_felt(void **state)
{
	struct pty *p = demo(NULL, 0, 0);

	(void)state;
	assert_true(pty_expect(p, "key: none", 0));
	assert_true(pty_idle(p, 0)); /* while it paints, a lost line ends it by itself */
	pty_hangup(p);
	assert_int_equal(pty_exit(p, 0), 128 + SIGHUP);
	pty_free(p);
}

static void stalled_terminal_is_not_read(void **state)
{
	struct pty *p = demo(NULL, 0, 0);
	size_t before;

	(void)state;
	assert_true(pty_expect(p, "key: none", 0));
	assert_true(pty_idle(p, 0));
	pty_stall(p);
	before = pty_bytes(p);
	pty_key(p, "F3");
	assert_int_equal(pty_bytes(p), before);
	pty_resume(p);
	assert_true(pty_expect(p, "key: F3", 0));
	pty_free(p);
}

static void left_over_line_settings_are_seen(void **state)
{
	const char *argv[] = { getenv("PTY_DEMO"), "dirty", NULL };
	struct pty *p = pty_start(&(struct pty_options){ .argv = argv });

	(void)state;
	assert_true(pty_expect(p, "key: none", 0));
	pty_key(p, "q");
	assert_int_equal(pty_exit(p, 0), 3);
	assert_false(pty_restored(p));
	pty_free(p);
}

static void hostile_output_is_found(void **state)
{
	static const struct {
		const char *bytes;
		bool bad;
	} cases[] = {
		{ "\033[1;31mred\033[m\r\n客户", false },
		{ "\033[?1049h\033[22;0;0t\033(B\033[?2004h", false },
		{ "\033(0lqqk\033(B\016\017", false },
		{ "\033]0;title\007", true },
		{ "\033]52;c;aGk=\007", true },
		{ "\033P$q\033\\", true },
		{ "\033[5i", true },
		{ "\033[21t", true },
		{ "\033[c", true },
		{ "\302\233"
		  "2J",
		  true },
		{ "a\342\200\256b", true },
		{ "a\342\200\213b", true },
		{ "\327\357", true },
		{ "a\177", true },
		{ "a\005", true },
		{ "客户\345\256", false }, /* the read ended inside a character */
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const char *why = pty_forbidden(cases[i].bytes, strlen(cases[i].bytes), NULL);

		if ((why != NULL) != cases[i].bad)
			fail_msg("case %zu: %s", i, why ? why : "nothing found");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(screen_holds_what_was_written),
		cmocka_unit_test(wide_cells_count_two_columns),
		cmocka_unit_test(keys_arrive_on_each_terminal),
		cmocka_unit_test(resize_reaches_the_program),
		cmocka_unit_test(idle_means_nothing_more_is_written),
		cmocka_unit_test(hangup_is_felt),
		cmocka_unit_test(stalled_terminal_is_not_read),
		cmocka_unit_test(left_over_line_settings_are_seen),
		cmocka_unit_test(hostile_output_is_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
