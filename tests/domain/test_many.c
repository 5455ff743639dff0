/* test_many.c - a customer who buys every day, a supplier who brings every day: nothing is left out of a long list. */
#include "tests/domain/counter.h"

#include "base/arena.h"

#include <stdio.h>

#define MANY 105

static int begin(void **state)
{
	*state = counter_new();
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)

/* Sales on account of 0.1 OIL, 8.00 each. */
static void sell_daily(struct test_shop *s)
{
	for (int i = 0; i < MANY; i++)
		run(s, "sale.post", "customer", "江汉物流", "lines.0.part", "OIL", "lines.0.qty", "0.1",
		    NULL);
	assert_int_equal(open_bills(s), MANY * 800);
}

static void a_payment_of_many_bills_goes_back(void **state)
{
	struct test_shop *s = *state;

	sell_daily(s);
	run(s, "payment.take", "party", "江汉物流", "amount", "200", "method", "bank", "advance", "1", NULL);
	run(s, "payment.take", "party", "江汉物流", "amount", "840", "method", "bank", NULL);
	assert_int_equal(open_bills(s), 0);
	assert_int_equal(party_account(s, "江汉物流", "receivable"), 0);
	assert_says(refuse(s, "payment.refund", "document", "PY-261121-0002", "amount", "1", "method", "bank",
			   "reason", "x", NULL),
		    "a bill has used it");
	run(s, "reverse", "document", "PY-261121-0002", "reason", "x", NULL);
	assert_int_equal(open_bills(s), MANY * 800);
	assert_int_equal(party_account(s, "江汉物流", "advance_received"), -20000);
}

static void goods_that_come_back_go_off_all_that_is_open(void **state)
{
	struct test_shop *s = *state;
	int64_t drawer = account(s, "cash");

	sell_daily(s);
	run(s, "sale.return", "customer", "江汉物流", "lines.0.part", "OIL", "lines.0.qty", "10",
	    "lines.0.price", "80", "reason", "x", NULL);
	assert_int_equal(open_bills(s), MANY * 800 - 80000);
	assert_int_equal(account(s, "cash"), drawer);
}

static void many_bills_are_given_up_at_once(void **state)
{
	struct test_shop *s = *state;

	sell_daily(s);
	run(s, "bill.write_off", "party", "江汉物流", "how", "discount", "reason", "x", NULL);
	assert_int_equal(open_bills(s), 0);
}

static void many_deliveries_are_paid_at_once(void **state)
{
	struct test_shop *s = *state;

	run(s, "supplier.add", "name", "湖北油品", "terms", "30", NULL);
	for (int i = 0; i < MANY; i++) {
		char no[8];

		snprintf(no, sizeof no, "L%d", i);
		run(s, "purchase.receive", "supplier", "湖北油品", "original_no", no, "lines.0.part", "OIL",
		    "lines.0.qty", "1", "lines.0.cost", "40", NULL);
	}
	run(s, "purchase.pay", "supplier", "湖北油品", "amount", "4200", "method", "bank", NULL);
	assert_int_equal(party_account(s, "湖北油品", "payable"), 0);
}

static void an_array_grows_and_keeps_what_it_holds(void **state)
{
	struct arena *a = arena_new();
	int64_t *v = NULL;

	(void)state;
	for (size_t n = 0; n < 1000; n++) {
		ARENA_MORE(a, v, n);
		v[n] = (int64_t)n;
	}
	for (size_t n = 0; n < 1000; n++)
		assert_int_equal(v[n], n);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_payment_of_many_bills_goes_back),
		TEST(goods_that_come_back_go_off_all_that_is_open),
		TEST(many_bills_are_given_up_at_once),
		TEST(many_deliveries_are_paid_at_once),
		cmocka_unit_test(an_array_grows_and_keeps_what_it_holds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
