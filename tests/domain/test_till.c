/* test_till.c - a till is opened, takes money and is counted without knowing what is expected. */
#include "tests/domain/fault.h"

#include <string.h>

static int begin(void **state)
{
	*state = test_shop_new();
	return 0;
}

static int end(void **state)
{
	checks_silent(*state);
	test_shop_free(*state);
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

static int64_t account(struct test_shop *s, const char *kind)
{
	return ask(
	    s,
	    "SELECT coalesce((SELECT sum(l.amount) FROM entry_line l JOIN account a ON a.id = l.account_id "
	    "WHERE a.kind = '%s'), 0)",
	    kind);
}

static void the_float_comes_from_the_safe_and_goes_back(void **state)
{
	struct test_shop *s = *state;

	assert_says(run(s, "till.open", "till", "T1", "float", "200", NULL)->number, "TO-261121-0001");
	assert_int_equal(account(s, "cash"), 20000);
	assert_int_equal(account(s, "safe"), -20000);
	assert_says(run(s, "till.close", "till", "T1", "counted", "200", NULL)->text, "it ties");
	assert_int_equal(account(s, "cash"), 0);
	assert_int_equal(account(s, "safe"), 0);
	assert_int_equal(ask(s, "SELECT count(*) FROM till_shift WHERE closed_at IS NULL"), 0);
}

static void a_till_is_open_once(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "till.close", "till", "T1", "counted", "0", NULL), "is not open");
	run(s, "till.open", "till", "T1", "float", "0", NULL);
	assert_says(refuse(s, "till.open", "till", "T1", "float", "0", NULL), "has been open since");
	assert_says(refuse(s, "till.open", "till", "T1", "float", "-5", NULL), "at least 0");
	run(s, "till.close", "till", "T1", "counted", "0", NULL);
	run(s, "till.open", "till", "T1", "float", "1", NULL);
}

static void a_difference_is_posted_and_wants_a_reason(void **state)
{
	struct test_shop *s = *state;

	run(s, "till.open", "till", "T1", "float", "100", NULL);
	assert_says(refuse(s, "till.close", "till", "T1", "counted", "90", NULL),
		    "differs from the books by more than 5.00");
	assert_says(
	    run(s, "till.close", "till", "T1", "counted", "90", "remark", "change given wrong", NULL)->text,
	    "short by 10.00");
	assert_int_equal(account(s, "over_short"), 1000);
	assert_int_equal(ask(s, "SELECT difference FROM till_count WHERE method_id = 1"), -1000);
	run(s, "till.open", "till", "T1", "float", "100", NULL);
	assert_says(run(s, "till.close", "till", "T1", "counted", "104.99", NULL)->text, "over by 4.99");
	assert_int_equal(account(s, "over_short"), 501);
}

static void notes_and_coins_are_added_up(void **state)
{
	struct test_shop *s = *state;

	run(s, "till.open", "till", "T1", "float", "230.50", NULL);
	assert_says(refuse(s, "till.close", "till", "T1", NULL), "Count the cash");
	assert_says(refuse(s, "till.close", "till", "T1", "counted", "1", "notes.0.value", "100",
			   "notes.0.count", "2", NULL),
		    "The notes and coins make 200.00, not 1.00");
	run(s, "till.close", "till", "T1", "notes.0.value", "100", "notes.0.count", "2", "notes.1.value",
	    "10", "notes.1.count", "3", "notes.2.value", "0.5", "notes.2.count", "1", NULL);
	assert_int_equal(ask(s, "SELECT counted FROM till_count"), 23050);
}

static void a_refused_count_does_not_tell_what_is_expected(void **state)
{
	struct test_shop *s = *state;
	const char *said;

	run(s, "till.open", "till", "T1", "float", "123.45", NULL);
	said = refuse(s, "till.close", "till", "T1", "counted", "0", NULL);
	assert_null(strstr(said, "123"));
}

static void opening_and_closing_survive_faults(void **state)
{
	survives_faults(*state, "till.open", "till", "T1", "float", "50", NULL);
	survives_faults(*state, "till.close", "till", "T1", "counted", "49", "wechat", "1", NULL);
}

/* ---- closing a period ---- */

static void a_closed_period_takes_nothing(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "period.close", "until", "today", NULL), "is not over yet");
	assert_string_equal(proposed(s, "period.close", "until", NULL), "2026-10-31");
	run(s, "period.close", "until", "yesterday", NULL);
	assert_says(refuse(s, "period.close", "until", "yesterday", NULL), "closed up to 2026-11-20 already");
	run(s, "till.open", "till", "T1", "float", "5", NULL);
	wait_days(s, 1);
	survives_faults(s, "period.close", "until", "yesterday", NULL);
	run(s, "till.close", "till", "T1", "counted", "5", NULL);
	assert_int_equal(account(s, "cash"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_float_comes_from_the_safe_and_goes_back),
		TEST(a_till_is_open_once),
		TEST(a_difference_is_posted_and_wants_a_reason),
		TEST(notes_and_coins_are_added_up),
		TEST(a_refused_count_does_not_tell_what_is_expected),
		TEST(opening_and_closing_survive_faults),
		TEST(a_closed_period_takes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
