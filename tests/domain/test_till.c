/* test_till.c - a till is opened, takes money and is counted without knowing what is expected. */
#include "domain/till.h"
#include "tests/domain/fault.h"

#include <string.h>

static int begin(void **state)
{
	*state = test_shop_new();
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)

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

/* ---- money in and out beside payments ---- */

static void money_goes_in_and_out_with_a_reason(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "till.pay_in", "till", "T1", "reason", "CHANGE", "amount", "50", NULL),
		    "is not open");
	run(s, "till.open", "till", "T1", "float", "200", NULL);
	assert_says(run(s, "till.pay_in", "till", "T1", "reason", "CHANGE", "amount", "50", NULL)->text,
		    "MI-261121-0001: 50.00 into Front desk");
	run(s, "till.pay_out", "till", "T1", "reason", "EXPENSE", "amount", "30", "remark", "tea", NULL);
	run(s, "till.drop", "till", "T1", "amount", "100", NULL);
	assert_int_equal(account(s, "cash"), 12000);
	assert_int_equal(account(s, "petty_expense"), 3000);
	assert_says(refuse(s, "till.pay_out", "till", "T1", "reason", "CHANGE", "amount", "1", NULL),
		    "CHANGE");
	assert_says(refuse(s, "till.pay_out", "till", "T1", "reason", "EXPENSE", "amount", "120.01", NULL),
		    "not so much cash");
	assert_says(refuse(s, "till.drop", "till", "T1", "amount", "0", NULL), "at least 0.01");
	assert_says(run(s, "till.close", "till", "T1", "counted", "120", NULL)->text, "it ties");
	assert_int_equal(account(s, "safe"), -3000);
}

static void money_in_or_out_is_taken_back_until_the_count(void **state)
{
	struct test_shop *s = *state;

	run(s, "till.open", "till", "T1", "float", "200", NULL);
	run(s, "till.pay_out", "till", "T1", "reason", "EXPENSE", "amount", "30", NULL);
	run(s, "reverse", "document", "MO-261121-0001", "reason", "twice", NULL);
	assert_int_equal(account(s, "petty_expense"), 0);
	run(s, "till.pay_in", "till", "T1", "reason", "OWNER-IN", "amount", "30", NULL);
	run(s, "till.close", "till", "T1", "counted", "230", NULL);
	assert_says(refuse(s, "reverse", "document", "MI-261121-0001", "reason", "x", NULL), "is counted");
}

static void money_in_and_out_survives_faults(void **state)
{
	struct test_shop *s = *state;

	run(s, "till.open", "till", "T1", "float", "200", NULL);
	survives_faults(s, "till.pay_in", "till", "T1", "reason", "CHANGE", "amount", "50", NULL);
	survives_faults(s, "till.pay_out", "till", "T1", "reason", "BANK", "amount", "20", NULL);
	survives_faults(s, "till.drop", "till", "T1", "amount", "100", NULL);
	survives_faults(s, "reverse", "document", "MS-261121-0001", "reason", "x", NULL);
}

static void a_reason_names_an_account_that_cash_may_go_to(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "till.reason", "code", "X", "name", "x", "account", "receivable", NULL),
		    "not there");
	run(s, "till.reason", "code", "parking", "name", "Parking", "account", "petty_expense", NULL);
	assert_says(
	    refuse(s, "till.reason", "code", "PARKING", "name", "x", "account", "petty_expense", NULL),
	    "a reason PARKING already");
	run(s, "till.open", "till", "T1", "float", "20", NULL);
	run(s, "till.pay_out", "till", "T1", "reason", "PARKING", "amount", "5", NULL);
}

static void every_till_has_shifts_of_its_own(void **state)
{
	struct test_shop *s = *state;

	run(s, "till.add", "code", "T2", "name", "Wash", NULL);
	assert_says(refuse(s, "till.add", "code", "T2", "name", "Wash", NULL), "a till T2 already");
	run(s, "till.open", "till", "T1", "float", "100", NULL);
	run(s, "till.open", "till", "T2", "float", "50", NULL);
	assert_says(run(s, "till.close", "till", "T2", "counted", "50", NULL)->number, "TZ-261121-0001");
	assert_says(run(s, "till.close", "till", "T1", "counted", "100", NULL)->number, "TZ-261121-0002");
}

static void a_manager_closes_the_till_of_another(void **state)
{
	struct test_shop *s = *state;

	hire(s, "li", "cashier");
	hire(s, "wu", "cashier");
	hire(s, "sun", "manager");
	acts(s, "li");
	run(s, "till.open", "till", "T1", "float", "100", NULL);
	acts(s, "wu");
	assert_says(refuse(s, "till.close", "till", "T1", "counted", "100", NULL), "opened by li");
	assert_int_equal(s->err.code, ERR_DENIED);
	acts(s, "sun");
	run(s, "till.close", "till", "T1", "counted", "100", NULL);
	acts(s, "boss");
}

static void a_shift_goes_over_the_years_end(void **state)
{
	struct test_shop *s = *state;

	wait_days(s, 40);
	run(s, "till.open", "till", "T1", "float", "100", NULL);
	assert_string_equal(s->answer.number, "TO-261231-0001");
	run(s, "till.drop", "till", "T1", "amount", "10", NULL);
	wait_days(s, 1);
	run(s, "till.drop", "till", "T1", "amount", "20", NULL);
	assert_string_equal(s->answer.number, "MS-270101-0001");
	run(s, "till.close", "till", "T1", "counted", "70", NULL);
	assert_string_equal(s->answer.number, "TZ-270101-0001");
	assert_int_equal(account(s, "cash"), 0);
}

static void a_till_left_open_is_named_to_who_closes_it(void **state)
{
	struct test_shop *s = *state;
	struct answer answer = { 0 };
	struct ctx ctx;

	hire(s, "li", "cashier");
	hire(s, "wu", "cashier");
	acts(s, "li");
	run(s, "till.open", "till", "T1", "float", "100", NULL);
	session_ctx(s->session, s->arena, &answer, &ctx);
	assert_null(till_left_open(&ctx));
	wait_days(s, 1);
	session_ctx(s->session, s->arena, &answer, &ctx);
	assert_says(till_left_open(&ctx),
		    "Front desk is open since 2026-11-21 12:00 (li): count and close it");
	acts(s, "wu");
	session_ctx(s->session, s->arena, &answer, &ctx);
	assert_null(till_left_open(&ctx));
	acts(s, "boss");
	session_ctx(s->session, s->arena, &answer, &ctx);
	assert_non_null(till_left_open(&ctx));
}

static void a_sale_that_is_paid_after_the_count_is_refused_and_not_lost(void **state)
{
	struct test_shop *s = *state;

	run(s, "part.add", "code", "OF-1", "name", "Filter", "price", "45", NULL);
	run(s, "stock.open", "part", "OF-1", "qty", "10", "cost", "20", NULL);
	run(s, "till.open", "till", "T1", "float", "0", NULL);
	run(s, "till.close", "till", "T1", "counted", "0", NULL);
	assert_says(refuse(s, "sale.post", "lines.0.part", "OF-1", "lines.0.qty", "1", "pay.0.method", "cash",
			   "pay.0.amount", "45", NULL),
		    "You have no open till");
	assert_int_equal(ask(s, "SELECT qty FROM stock_value"), 10000);
	run(s, "till.open", "till", "T1", "float", "0", NULL);
	run(s, "sale.post", "lines.0.part", "OF-1", "lines.0.qty", "1", "pay.0.method", "cash",
	    "pay.0.amount", "45", NULL);
}

static void a_clock_set_back_books_nothing(void **state)
{
	struct test_shop *s = *state;

	run(s, "till.open", "till", "T1", "float", "100", NULL);
	s->now -= 7200;
	assert_says(refuse(s, "till.close", "till", "T1", "counted", "100", NULL), "clock");
	s->now += 7200;
	run(s, "till.close", "till", "T1", "counted", "100", NULL);
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
		TEST(money_goes_in_and_out_with_a_reason),
		TEST(money_in_or_out_is_taken_back_until_the_count),
		TEST(money_in_and_out_survives_faults),
		TEST(a_reason_names_an_account_that_cash_may_go_to),
		TEST(every_till_has_shifts_of_its_own),
		TEST(a_manager_closes_the_till_of_another),
		TEST(a_shift_goes_over_the_years_end),
		TEST(a_till_left_open_is_named_to_who_closes_it),
		TEST(a_sale_that_is_paid_after_the_count_is_refused_and_not_lost),
		TEST(a_clock_set_back_books_nothing),
		TEST(a_closed_period_takes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
