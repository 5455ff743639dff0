/* test_seat.c - logging in, locking, losing the line, typing in another character set. */
#include "tests/screens/seat.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

static void own_account_needs_no_pin(void **state)
{
	struct pty *p = sit(&(struct seating){ 0 });

	(void)state;
	sees(p, "admin");
	sees(p, "Search:");
	leave(p);
}

static void another_name_is_asked_for_the_pin(void **state)
{
	struct pty *p = sit(&(struct seating){ .user = "wang" });

	(void)state;
	sees(p, "PIN");
	press(p, "^X");
	assert_int_equal(pty_find(p, "Search:", NULL), -1);
	type(p, "9999");
	press(p, "Enter");
	sees(p, "!");
	assert_int_equal(pty_find(p, "9999", NULL), -1);
	type(p, "1234");
	press(p, "Enter");
	sees(p, "are to be called today: F10 36");
	sees(p, "Search:");
	sees(p, "wang");
	leave(p);
}

/* The demo day's till is still open the day after. */
static void a_shift_that_was_left_open_is_named_at_the_login(void **state)
{
	static const char *const later[] = { "WORKBAY_NOW=2099-12-01T04:00:00Z", NULL };
	struct pty *p = sit(&(struct seating){ .user = "li", .env = later });

	(void)state;
	sees(p, "PIN");
	type(p, "1234");
	press(p, "Enter");
	sees(p, "count and close it");
	leave(p);
}

static void another_person_takes_over_the_seat(void **state)
{
	struct pty *p = sit(&(struct seating){ 0 });

	(void)state;
	press(p, "^Q");
	press(p, "2");
	sees(p, "Enter goes on");
	type(p, "li");
	press(p, "Enter");
	type(p, "1234");
	press(p, "Enter");
	sees(p, "Search:");
	assert_true(pty_expect_row(p, 0, "li ", 0));
	leave(p);
}

static void locked_screen_shows_nothing_of_the_shop(void **state)
{
	static const char *const env[] = { "WORKBAY_IDLE_LOCK=1", NULL };
	struct pty *p = sit(&(struct seating){ .user = "wang", .env = env });

	(void)state;
	type(p, "1234");
	press(p, "Enter");
	sees(p, "Search:");
	pty_keys(p, "^X");
	pty_type(p, "31");
	sees(p, "Locked");
	assert_int_equal(pty_find(p, "Customers", NULL), -1);
	type(p, "1234");
	press(p, "Enter");
	assert_true(pty_expect_gone(p, "Locked", 0));
	leave(p);
}

/* By its number, as a person would. */
static void reception(struct pty *p)
{
	press(p, "^X");
	pty_type(p, "11");
	assert_true(pty_expect_row(p, 0, "| Reception", 0));
	assert_true(pty_idle(p, 0));
}

static void lost_line_keeps_what_was_typed(void **state)
{
	struct pty *p = sit(&(struct seating){ 0 });

	(void)state;
	reception(p);
	type(p, "鄂A90909");
	press(p, "Tab");
	pty_hangup(p);
	assert_int_not_equal(pty_exit(p, 5000), -1);
	pty_free(p);
	p = sit(&(struct seating){ .rows = 40, .cols = 120 });
	sees(p, "This was typed and not booked");
	press(p, "1");
	assert_true(pty_expect_row(p, 0, "| Reception", 0));
	sees(p, "鄂A90909");
	press(p, "Esc");
	sees(p, "Not saved yet");
	press(p, "2");
	sees(p, "Search:");
	leave(p);
	p = sit(&(struct seating){ 0 });
	assert_int_equal(pty_find(p, "This was typed", NULL), -1);
	leave(p);
}

static void what_was_typed_for_a_customer_comes_back_with_him(void **state)
{
	struct pty *p = sit(&(struct seating){ 0 });
	char name[40];

	(void)state;
	press(p, "^X");
	pty_type(p, "31");
	assert_true(pty_expect_row(p, 0, "| Customers", 0));
	press(p, "Enter F2");
	assert_true(pty_expect_row(p, 0, "| New vehicle", 0));
	assert_int_equal(sscanf(pty_row(p, 2), " Customer %39s", name), 1);
	type(p, "鄂A90910");
	press(p, "Tab");
	pty_hangup(p);
	assert_int_not_equal(pty_exit(p, 5000), -1);
	pty_free(p);
	p = sit(&(struct seating){ 0 });
	sees(p, "This was typed and not booked");
	sees(p, name);
	assert_int_equal(pty_find(p, "customer=#", NULL), -1);
	press(p, "1");
	assert_true(pty_expect_row(p, 0, "| New vehicle", 0));
	sees(p, "鄂A90910");
	assert_true(pty_expect_row(p, 2, name, 0));
	press(p, "Esc");
	sees(p, "Not saved yet");
	press(p, "2");
	assert_true(pty_expect_gone(p, "Not saved yet", 0));
	leave(p);
}

static void stalled_line_ends_the_program(void **state)
{
	struct pty *p = sit(&(struct seating){ 0 });

	(void)state;
	pty_stall(p);
	pty_hangup(p);
	assert_int_not_equal(pty_exit(p, 8000), -1);
	pty_free(p);
}

static void a_program_that_is_ended_gives_the_terminal_back(void **state)
{
	struct pty *p = sit(&(struct seating){ 0 });

	(void)state;
	kill(pty_pid(p), SIGTERM);
	assert_int_not_equal(pty_exit(p, 8000), -1);
	assert_true(pty_restored(p));
	assert_true(pty_cursor_visible(p));
	pty_free(p);
}

static void wrong_character_set_is_named(void **state)
{
	struct pty *p = sit(&(struct seating){ 0 });

	(void)state;
	pty_send(p, "\xb3\xb5", 2);
	sees(p, "not UTF-8");
	type(p, "jy");
	sees(p, "Search: jy");
	press(p, "Esc");
	leave(p);
}

static void screen_follows_the_size_of_the_terminal(void **state)
{
	struct pty *p = sit(&(struct seating){ .rows = 40, .cols = 120 });

	(void)state;
	pty_resize(p, 12, 40);
	assert_true(pty_expect_row(p, 11, "F10", 0));
	pty_resize(p, 8, 30);
	sees(p, "Too small");
	pty_resize(p, 24, 80);
	assert_true(pty_expect_row(p, 23, "F10", 0));
	sees(p, "Search:");
	leave(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(own_account_needs_no_pin),
		cmocka_unit_test(another_name_is_asked_for_the_pin),
		cmocka_unit_test(a_shift_that_was_left_open_is_named_at_the_login),
		cmocka_unit_test(another_person_takes_over_the_seat),
		cmocka_unit_test(locked_screen_shows_nothing_of_the_shop),
		cmocka_unit_test(lost_line_keeps_what_was_typed),
		cmocka_unit_test(what_was_typed_for_a_customer_comes_back_with_him),
		cmocka_unit_test(stalled_line_ends_the_program),
		cmocka_unit_test(a_program_that_is_ended_gives_the_terminal_back),
		cmocka_unit_test(wrong_character_set_is_named),
		cmocka_unit_test(screen_follows_the_size_of_the_terminal),
	};

	return cmocka_run_group_tests(tests, shop_make, shop_drop);
}
