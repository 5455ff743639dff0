/* test_expense.c - money beside goods and work: expenses, other income, petty cash, to the fen. */
#include "tests/domain/counter.h"

#define TEST(name) cmocka_unit_test_setup_teardown(name, counter_begin, shop_end)

static void an_expense_goes_out_of_the_bank_to_its_account(void **state)
{
	struct test_shop *s = *state;
	const struct answer *a = run(s, "expense.add", "category", "RENT", "amount", "8000", "method", "bank",
				     "payee", "房东", "date", "2026-11-01", NULL);

	assert_string_equal(a->number, "EE-261121-0001");
	assert_int_equal(account(s, "expense_rent"), 800000);
	assert_int_equal(account(s, "bank"), -800000);
	assert_says(refuse(s, "expense.add", "category", "SCRAP", "amount", "1", "method", "bank", NULL),
		    "SCRAP");
	assert_says(refuse(s, "expense.add", "category", "RENT", "amount", "0", "method", "bank", NULL),
		    "at least 0.01");
	run(s, "reverse", "document", "EE-261121-0001", "reason", "twice", NULL);
	assert_int_equal(account(s, "expense_rent"), 0);
	assert_int_equal(account(s, "bank"), 0);
}

static void cash_comes_out_of_the_open_till_and_is_expected_there(void **state)
{
	struct test_shop *s = *state;

	assert_says(
	    refuse(s, "expense.add", "category", "OFFICE", "amount", "200.01", "method", "cash", NULL),
	    "not so much cash in this till");
	run(s, "expense.add", "category", "OFFICE", "amount", "30", "method", "cash", NULL);
	run(s, "income.add", "category", "SCRAP", "amount", "55.50", "method", "cash", NULL);
	run(s, "till.close", "till", "T1", "counted", "225.50", NULL);
	assert_int_equal(account(s, "over_short"), 0);
	assert_int_equal(account(s, "income_scrap"), -5550);
	assert_says(refuse(s, "expense.add", "category", "OFFICE", "amount", "1", "method", "cash", NULL),
		    "You have no open till");
}

static void small_things_are_paid_from_the_box(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "expense.add", "category", "OFFICE", "amount", "10", "method", "petty", NULL),
		    "There is only 0.00 in the petty cash box");
	run(s, "petty.fill", "amount", "100", "method", "cash", NULL);
	run(s, "expense.add", "category", "OFFICE", "amount", "10", "method", "petty", NULL);
	assert_int_equal(account(s, "petty_cash"), 9000);
	assert_int_equal(account(s, "cash"), 10000);
	run(s, "petty.fill", "amount", "80", "method", "bank", "back", "yes", NULL);
	assert_int_equal(account(s, "petty_cash"), 1000);
	assert_int_equal(account(s, "bank"), 8000);
	assert_says(refuse(s, "petty.fill", "amount", "10.01", "method", "bank", "back", "yes", NULL),
		    "only 10.00");
	assert_says(refuse(s, "reverse", "document", "EP-261121-0001", "reason", "x", NULL),
		    "has not so much any more");
	run(s, "reverse", "document", "EP-261121-0002", "reason", "x", NULL);
	run(s, "reverse", "document", "EE-261121-0001", "reason", "x", NULL);
	run(s, "reverse", "document", "EP-261121-0001", "reason", "x", NULL);
	assert_int_equal(account(s, "petty_cash"), 0);
	assert_int_equal(account(s, "cash"), 20000);
}

static void what_comes_each_month_is_proposed_until_it_is_booked(void **state)
{
	struct test_shop *s = *state;

	run(s, "expense.plan", "category", "RENT", "payee", "房东", "amount", "8000", "method", "bank",
	    "due_day", "20", NULL);
	run(s, "expense.plan", "category", "POWER", "payee", "电力", "amount", "900", "method", "bank",
	    "due_day", "25", NULL);
	assert_string_equal(proposed(s, "expense.add", "amount", "plan", "#1", NULL), "8000.00");
	assert_string_equal(proposed(s, "expense.add", "method", "plan", "#1", NULL), "bank");
	run(s, "expense.plan_change", "plan", "电力", "amount", "950", NULL);
	assert_string_equal(proposed(s, "expense.add", "amount", "plan", "#2", NULL), "950.00");
	run(s, "expense.add", "plan", "#1", "category", "RENT", "amount", "8000", "method", "bank", NULL);
	assert_int_equal(ask(s, "SELECT plan_id FROM expense"), 1);
	assert_says(refuse(s, "expense.plan", "category", "RENT", "payee", "x", "amount", "1", "method",
			   "bank", "due_day", "31", NULL),
		    "28");
}

static void the_shop_has_categories_of_its_own(void **state)
{
	struct test_shop *s = *state;

	run(s, "expense.category", "code", "parking", "title", "停车费", NULL);
	run(s, "expense.category", "code", "BOTTLES", "title", "空瓶", "income", "yes", NULL);
	assert_says(refuse(s, "expense.category", "code", "PARKING", "title", "x", NULL), "PARKING already");
	run(s, "expense.add", "category", "停车费", "amount", "20", "method", "bank", NULL);
	assert_int_equal(ask(s,
			     "SELECT sum(l.amount) FROM entry_line l JOIN account a ON a.id = l.account_id "
			     "WHERE a.code = '6602.101'"),
			 2000);
	run(s, "expense.category_change", "category", "PARKING", "active", "no", NULL);
	assert_says(refuse(s, "expense.add", "category", "PARKING", "amount", "20", "method", "bank", NULL),
		    "PARKING");
}

static void expenses_survive_faults(void **state)
{
	struct test_shop *s = *state;

	survives_faults(s, "petty.fill", "amount", "50", "method", "cash", NULL);
	survives_faults(s, "expense.add", "category", "OFFICE", "amount", "10", "method", "petty", NULL);
	survives_faults(s, "expense.add", "category", "OFFICE", "amount", "10", "method", "cash", NULL);
	survives_faults(s, "income.add", "category", "SCRAP", "amount", "10", "method", "cash", NULL);
	survives_faults(s, "reverse", "document", "EE-261121-0002", "reason", "x", NULL);
	survives_faults(s, "expense.category", "code", "A", "title", "x", NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_expense_goes_out_of_the_bank_to_its_account),
		TEST(cash_comes_out_of_the_open_till_and_is_expected_there),
		TEST(small_things_are_paid_from_the_box),
		TEST(what_comes_each_month_is_proposed_until_it_is_booked),
		TEST(the_shop_has_categories_of_its_own),
		TEST(expenses_survive_faults),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
