/* test_calls.c - who makes which calls, and that each is somebody's. */
#include "tests/domain/fault.h"

#include <stdio.h>
#include <stdlib.h>

static int begin(void **state)
{
	struct test_shop *s = test_shop_new();

	hire(s, "wang", "reception");
	hire(s, "ma", "reception");
	run(s, "customer.add", "name", "王强", "phone", "13800138000", NULL);
	for (int i = 0; i < 5; i++) {
		char plate[16];

		snprintf(plate, sizeof plate, "鄂A1234%d", i);
		run(s, "vehicle.add", "plate", plate, "customer", "王强", "inspection_due", "2026-11-25",
		    NULL);
	}
	*state = s;
	return 0;
}

static int64_t calls_of(struct test_shop *s, const char *user)
{
	return ask(s, "SELECT count(*) FROM reminder r JOIN user u ON u.id = r.caller_id WHERE u.name = '%s'",
		   user);
}

static void calls_are_dealt_in_turn_up_to_the_number_a_day(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "calls.deal", NULL), "Nobody has calls to make yet");
	run(s, "calls.duty", "person", "wang", "a_day", "3", NULL);
	run(s, "calls.duty", "person", "ma", "kind", "inspection", "a_day", "1", NULL);
	run(s, "calls.deal", NULL);
	assert_string_equal(s->answer.text, "4 calls are dealt out");
	assert_int_equal(calls_of(s, "wang"), 3);
	assert_int_equal(calls_of(s, "ma"), 1);
	assert_int_equal(ask(s, "SELECT count(*) FROM reminder WHERE kind = 'inspection' AND of_on = due_on"),
			 5);
	run(s, "calls.deal", NULL);
	assert_string_equal(s->answer.text, "0 calls are dealt out");
	run(s, "reminder.call", "reminder", "#1", "result", "coming", NULL);
	run(s, "calls.deal", NULL);
	assert_string_equal(s->answer.text, "1 calls are dealt out");
	checks_silent(s);
}

static void a_duty_of_another_kind_gets_none(void **state)
{
	struct test_shop *s = *state;

	run(s, "calls.duty", "person", "wang", "kind", "lost", "a_day", "3", NULL);
	run(s, "calls.deal", NULL);
	assert_int_equal(calls_of(s, "wang"), 0);
	run(s, "calls.duty", "person", "wang", "kind", "lost", "a_day", "0", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM call_duty"), 0);
	assert_says(refuse(s, "calls.duty", "person", "wang", "a_day", "501", NULL), "500");
	assert_says(refuse(s, "calls.duty", "person", "nobody", "a_day", "5", NULL), "nobody");
}

static void whoever_wants_no_reminders_is_not_called(void **state)
{
	struct test_shop *s = *state;

	run(s, "customer.change", "customer", "王强", "no_calls", "yes", NULL);
	run(s, "calls.duty", "person", "wang", "a_day", "3", NULL);
	run(s, "calls.deal", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM reminder"), 0);
}

static void a_lost_customer_is_called_and_noted(void **state)
{
	struct test_shop *s = *state;

	run(s, "reminder.call", "vehicle", "鄂A12340", "kind", "lost", "result", "elsewhere", "words",
	    "moved to Ezhou", NULL);
	assert_string_equal(ask_text(s, "SELECT kind || state FROM reminder"), "lostdone");
	assert_string_equal(ask_text(s, "SELECT words FROM reminder_call"), "moved to Ezhou");
	checks_silent(s);
}

static void a_fault_deals_nothing(void **state)
{
	struct test_shop *s = *state;

	run(s, "calls.duty", "person", "wang", "a_day", "3", NULL);
	survives_faults(s, "calls.deal", NULL);
	assert_int_equal(calls_of(s, "wang"), 3);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)
	const struct CMUnitTest tests[] = {
		T(calls_are_dealt_in_turn_up_to_the_number_a_day),
		T(a_duty_of_another_kind_gets_none),
		T(whoever_wants_no_reminders_is_not_called),
		T(a_lost_customer_is_called_and_noted),
		T(a_fault_deals_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
