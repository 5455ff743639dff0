/* test_pay_way.c - the shop's own ways to pay: taken, counted, given back, matched and booked like the program's. */
#include "tests/domain/fault.h"

static int begin(void **state)
{
	struct test_shop *s = test_shop_new();

	run(s, "customer.add", "name", "Li Ming", "phone", "13800000001", NULL);
	run(s, "method.add", "code", "meituan", "title", "Meituan", "till", "yes", "channel", "yes",
	    "needs_number", "yes", "place", "2", NULL);
	run(s, "till.open", "till", "T1", "float", "100", NULL);
	*state = s;
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)

static int64_t booked(struct test_shop *s, const char *method)
{
	return ask(
	    s,
	    "SELECT coalesce((SELECT sum(l.amount) FROM entry_line l JOIN pay_method m ON m.account_id = "
	    "l.account_id WHERE m.code = '%s'), 0)",
	    method);
}

static void take(struct test_shop *s, const char *amount, const char *reference)
{
	run(s, "payment.take", "party", "Li Ming", "advance", "yes", "pay.0.method", "MEITUAN",
	    "pay.0.amount", amount, "pay.0.reference", reference, NULL);
}

static void an_own_way_has_an_account_of_its_own(void **state)
{
	struct test_shop *s = *state;

	take(s, "80", "M1");
	assert_int_equal(booked(s, "MEITUAN"), 8000);
	assert_int_equal(
	    ask(s, "SELECT count(*) FROM account WHERE kind LIKE 'method_%%' AND class = 'asset'"), 1);
	assert_says(refuse(s, "method.add", "code", "MEITUAN", "title", "x", NULL), "already");
	assert_says(refuse(s, "method.add", "code", "CASH", "title", "x", NULL), "already");
	assert_says(refuse(s, "method.add", "code", "PETTY", "title", "x", NULL), "petty cash");
	assert_says(refuse(s, "method.add", "code", "X", "title", "x", "account", "1001", NULL),
		    "has the code");
	assert_says(refuse(s, "method.add", "code", "X", "title", "x", "till", "no", "change", "yes", NULL),
		    "counted at the till");
	run(s, "method.add", "code", "ICBC", "title", "ICBC", "till", "no", "account", "1002.2", NULL);
	run(s, "payment.take", "party", "Li Ming", "advance", "yes", "method", "icbc", "amount", "20", NULL);
	assert_int_equal(booked(s, "ICBC"), 2000);
	assert_int_equal(ask(s, "SELECT count(*) FROM payment WHERE shift_id IS NULL"), 1);
}

static void the_words_that_scripts_know_stay_and_own_words_join_them(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "payment.take", "party", "Li Ming", "advance", "yes", "method", "gold",
			   "amount", "1", NULL),
		    "is not one of: cash, wechat, MEITUAN, alipay, card, bank, member, coupon, advance");
	run(s, "method.change", "method", "MEITUAN", "taken", "no", NULL);
	assert_says(refuse(s, "payment.take", "party", "Li Ming", "advance", "yes", "method", "meituan",
			   "amount", "1", "reference", "M2", NULL),
		    "is not taken here");
	assert_says(refuse(s, "payment.take", "party", "Li Ming", "advance", "yes", "method", "gold",
			   "amount", "1", NULL),
		    "cash, wechat, alipay");
}

static void what_it_asks_for_is_the_shops_to_say(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "payment.take", "party", "Li Ming", "advance", "yes", "method", "MEITUAN",
			   "amount", "1", NULL),
		    "Meituan needs its number");
	assert_says(refuse(s, "payment.take", "party", "Li Ming", "advance", "yes", "method", "MEITUAN",
			   "amount", "1", "tendered", "2", "reference", "M3", NULL),
		    "Only cash gives change");
	run(s, "method.change", "method", "MEITUAN", "change", "yes", "drawer", "yes", NULL);
	assert_says(run(s, "payment.take", "party", "Li Ming", "advance", "yes", "method", "MEITUAN",
			"amount", "1", "tendered", "2", "reference", "M3", NULL)
			->text,
		    "Change: 1.00");
	assert_says(refuse(s, "method.change", "method", "cash", "change", "no", NULL),
		    "always gives change");
	assert_says(refuse(s, "method.change", "method", "bank", "drawer", "yes", NULL),
		    "counted at the till");
	assert_says(refuse(s, "method.change", "method", "member", "channel", "yes", NULL), "Nobody sends");
	run(s, "method.change", "method", "MEITUAN", "title", "Meituan vouchers", NULL);
	assert_says(ask_text(s, "SELECT title FROM pay_method WHERE code = 'MEITUAN'"), "vouchers");
}

static void a_closing_counts_it_beside_the_others(void **state)
{
	struct test_shop *s = *state;

	take(s, "80", "M1");
	assert_says(refuse(s, "till.close", "till", "T1", "counted", "100", "others.0.method", "MEITUAN",
			   "others.0.amount", "80", "others.1.method", "MEITUAN", "others.1.amount", "1",
			   NULL),
		    "twice");
	assert_says(refuse(s, "till.close", "till", "T1", "counted", "100", "others.0.method", "bank",
			   "others.0.amount", "80", NULL),
		    "is not one of: MEITUAN");
	assert_says(refuse(s, "till.close", "till", "T1", "counted", "100", "others.0.method", "MEITUAN",
			   "others.0.amount", "70", NULL),
		    "differs from the books");
	run(s, "till.close", "till", "T1", "counted", "100", "others.0.method", "MEITUAN", "others.0.amount",
	    "78", NULL);
	assert_int_equal(
	    ask(s, "SELECT difference FROM till_count c JOIN pay_method m ON m.id = c.method_id WHERE "
		   "m.code = 'MEITUAN'"),
	    -200);
	assert_int_equal(booked(s, "MEITUAN"), 7800);
}

static void a_total_that_is_not_declared_is_taken_as_booked(void **state)
{
	struct test_shop *s = *state;

	take(s, "80", "M1");
	run(s, "till.close", "till", "T1", "counted", "100", NULL);
	assert_int_equal(ask(s,
			     "SELECT counted FROM till_count c JOIN pay_method m ON m.id = c.method_id WHERE "
			     "m.code = 'MEITUAN'"),
			 8000);
}

static void it_goes_back_the_way_it_came(void **state)
{
	struct test_shop *s = *state;
	const char *number;

	take(s, "80", "M1");
	number = ask_text(s, "SELECT number FROM document WHERE kind_id = 5");
	run(s, "payment.refund", "document", number, "amount", "30", "method", "MEITUAN", "reason", "half",
	    NULL);
	assert_int_equal(booked(s, "MEITUAN"), 5000);
	assert_says(refuse(s, "payment.refund", "document", number, "amount", "51", "method", "MEITUAN",
			   "reason", "too much", NULL),
		    "50.00");
	take(s, "10", "M2");
	number = ask_text(s, "SELECT number FROM document WHERE kind_id = 5 ORDER BY id DESC LIMIT 1");
	run(s, "reverse", "document", number, "reason", "typed wrong", NULL);
	assert_int_equal(booked(s, "MEITUAN"), 5000);
}

static void its_statement_is_matched_and_paid_to_the_bank(void **state)
{
	struct test_shop *s = *state;

	take(s, "80", "M1");
	wait_days(s, 1);
	run(s, "channel.line", "method", "MEITUAN", "day", "yesterday", "reference", "M1", "amount", "80",
	    "fee", "2", NULL);
	survives_faults(s, "channel.pay", "method", "MEITUAN", "until", "yesterday", NULL);
	assert_int_equal(booked(s, "MEITUAN"), 0);
	assert_int_equal(booked(s, "bank"), 7800);
}

static void expenses_are_paid_by_it_and_taken_back(void **state)
{
	struct test_shop *s = *state;
	const char *number;

	number = run(s, "expense.add", "category", "OFFICE", "amount", "12", "method", "MEITUAN", "reference",
		     "M9", "payee", "Shop", NULL)
		     ->number;
	assert_int_equal(booked(s, "MEITUAN"), -1200);
	run(s, "reverse", "document", number, "reason", "not ours", NULL);
	assert_int_equal(booked(s, "MEITUAN"), 0);
}

static void closing_with_it_survives_faults(void **state)
{
	struct test_shop *s = *state;

	take(s, "80", "M1");
	survives_faults(s, "till.close", "till", "T1", "counted", "100", "others.0.method", "MEITUAN",
			"others.0.amount", "81", NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_own_way_has_an_account_of_its_own),
		TEST(the_words_that_scripts_know_stay_and_own_words_join_them),
		TEST(what_it_asks_for_is_the_shops_to_say),
		TEST(a_closing_counts_it_beside_the_others),
		TEST(a_total_that_is_not_declared_is_taken_as_booked),
		TEST(it_goes_back_the_way_it_came),
		TEST(its_statement_is_matched_and_paid_to_the_bank),
		TEST(expenses_are_paid_by_it_and_taken_back),
		TEST(closing_with_it_survives_faults),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
