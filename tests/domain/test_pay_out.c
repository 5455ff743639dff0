/* test_pay_out.c - what a work order collects for others goes out to them. */
#include "tests/domain/fault.h"

static int begin(void **state)
{
	struct test_shop *s = test_shop_new();

	run(s, "till.open", "till", "T1", "float", "500", NULL);
	run(s, "labour.add", "code", "MS", "name", "Minor service", "hours", "1", "price", "200", NULL);
	*state = s;
	return 0;
}

/* Labour for 200 and a fee of 300 that is passed through. */
static const char *inspected(struct test_shop *s)
{
	const char *job = by_id(s, run(s, "job.receive", "plate", "鄂A12345", "odometer", "52000",
				       "complaint", "x", "name", "王强", "phone", "13800138000", NULL)
				       ->id);

	run(s, "job.labour", "job", job, "labour", "MS", NULL);
	run(s, "job.fee", "job", job, "text", "年审代办", "price", "300", "pass_through", "yes", NULL);
	run(s, "job.authorise", "job", job, "by", "x", "how", "phone", NULL);
	return job;
}

static const char *settled(struct test_shop *s)
{
	const char *job = inspected(s);

	run(s, "job.finish", "job", job, NULL);
	run(s, "job.settle", "job", job, "pay.0.method", "cash", "pay.0.amount", "500", NULL);
	return job;
}

static void what_was_collected_goes_out_to_whom_it_belongs(void **state)
{
	struct test_shop *s = *state;
	const char *job = settled(s);

	assert_int_equal(account(s, "collected_for_others"), -30000);
	run(s, "fee.pay_out", "job", job, "amount", "180", "payee", "检测站", "method", "cash", NULL);
	assert_string_equal(s->answer.number, "CO-261121-0001");
	assert_int_equal(account(s, "collected_for_others"), -12000);
	assert_int_equal(account(s, "cash"), 50000 + 50000 - 18000);
	assert_int_equal(account(s, "income_fees"), 0);
	assert_says(refuse(s, "fee.pay_out", "job", job, "amount", "120.01", "payee", "检测站", "method",
			   "bank", NULL),
		    "Only 120.00 is to be paid");
	run(s, "fee.pay_out", "job", job, "amount", "120", "payee", "车管所", "method", "bank", NULL);
	assert_int_equal(account(s, "collected_for_others"), 0);
	checks_silent(s);
	assert_says(refuse(s, "fee.pay_out", "job", job, "amount", "1", "payee", "x", "method", "cash", NULL),
		    "Collected for others");
}

static void it_may_be_paid_before_the_customer_pays(void **state)
{
	struct test_shop *s = *state;
	const char *job = inspected(s);

	run(s, "fee.pay_out", "job", job, "amount", "300", "payee", "检测站", "method", "cash", NULL);
	assert_int_equal(account(s, "collected_for_others"), 30000);
	assert_says(refuse(s, "job.cancel", "job", job, "reason", "x", NULL), "300.00 was paid to others");
	run(s, "job.finish", "job", job, NULL);
	run(s, "job.settle", "job", job, "pay.0.method", "cash", "pay.0.amount", "500", NULL);
	assert_int_equal(account(s, "collected_for_others"), 0);
	checks_silent(s);
}

static void paying_out_is_taken_back(void **state)
{
	struct test_shop *s = *state;
	const char *job = settled(s);

	run(s, "fee.pay_out", "job", job, "amount", "300", "payee", "检测站", "method", "cash", NULL);
	run(s, "reverse", "document", "CO-261121-0001", "reason", "wrong station", NULL);
	assert_int_equal(account(s, "collected_for_others"), -30000);
	assert_int_equal(account(s, "cash"), 100000);
	checks_silent(s);
	run(s, "fee.pay_out", "job", job, "amount", "300", "payee", "车管所", "method", "bank", NULL);
	assert_int_equal(account(s, "collected_for_others"), 0);
	checks_silent(s);
}

static void the_form_proposes_what_is_left_and_the_last_payee(void **state)
{
	struct test_shop *s = *state;
	const char *job = settled(s);

	assert_string_equal(proposed(s, "fee.pay_out", "amount", "job", job, NULL), "300.00");
	run(s, "fee.pay_out", "job", job, "amount", "100", "payee", "检测站", "method", "bank", NULL);
	assert_string_equal(proposed(s, "fee.pay_out", "amount", "job", job, NULL), "200.00");
	assert_string_equal(proposed(s, "fee.pay_out", "payee", "job", job, NULL), "检测站");
}

static void it_needs_a_till_that_holds_so_much(void **state)
{
	struct test_shop *s = *state;
	const char *job = inspected(s);

	run(s, "job.fee", "job", job, "text", "购置税", "price", "9000", "pass_through", "yes", NULL);
	assert_says(
	    refuse(s, "fee.pay_out", "job", job, "amount", "9000", "payee", "x", "method", "cash", NULL),
	    "not so much cash");
	run(s, "fee.pay_out", "job", job, "amount", "9000", "payee", "x", "method", "bank", NULL);
	checks_silent(s);
}

static void a_fault_leaves_the_money_where_it_is(void **state)
{
	struct test_shop *s = *state;
	const char *job = settled(s);

	survives_faults(s, "fee.pay_out", "job", job, "amount", "300", "payee", "检测站", "method", "cash",
			NULL);
	survives_faults(s, "reverse", "document", "CO-261121-0001", "reason", "x", NULL);
	assert_int_equal(account(s, "collected_for_others"), -30000);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)
	const struct CMUnitTest tests[] = {
		T(what_was_collected_goes_out_to_whom_it_belongs),
		T(it_may_be_paid_before_the_customer_pays),
		T(paying_out_is_taken_back),
		T(the_form_proposes_what_is_left_and_the_last_payee),
		T(it_needs_a_till_that_holds_so_much),
		T(a_fault_leaves_the_money_where_it_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
