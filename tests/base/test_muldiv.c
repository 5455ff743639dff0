/* test_muldiv.c - exact arithmetic. */
#include "tests/test.h"

#include <stdlib.h>

#include "base/muldiv.h"

static void muldiv_rounds_half_away_from_zero(void **state)
{
	(void)state;
	assert_int_equal(muldiv(1, 1, 2), 1);
	assert_int_equal(muldiv(-1, 1, 2), -1);
	assert_int_equal(muldiv(1, 1, 3), 0);
	assert_int_equal(muldiv(2, 1, 3), 1);
	assert_int_equal(muldiv(5, 3, 10), 2);
	assert_int_equal(muldiv(-5, 3, 10), -2);
	assert_int_equal(muldiv(7, 1, -2), -4);
	assert_int_equal(muldiv(4, 1, 3), 1);
}

static void muldiv_does_not_overflow_in_between(void **state)
{
	(void)state;
	assert_int_equal(muldiv(MONEY_MAX, QTY_MAX, QTY_MAX), MONEY_MAX);
	assert_int_equal(qty_price(1500, 33333), 50000);
}

static void net_and_tax_make_the_gross(void **state)
{
	(void)state;
	assert_int_equal(net_of(11300, 1300), 10000);
	assert_int_equal(net_of(100, 600), 94);
	assert_int_equal(net_of(100, 0), 100);
}

static void share_out_sums_to_the_total(void **state)
{
	(void)state;
	for (int round = 0; round < 2000; round++) {
		int64_t weight[7], got[7], total = rand() % 200001 - 100000, sum = 0;
		size_t n = (size_t)(rand() % 7) + 1;

		for (size_t i = 0; i < n; i++)
			weight[i] = rand() % 4 ? rand() % 10000 : 0;
		share_out(total, weight, n, got);
		for (size_t i = 0; i < n; i++)
			sum += got[i];
		assert_int_equal(sum, total);
	}
}

static void share_out_gives_the_rest_to_the_largest_remainder(void **state)
{
	int64_t weight[3] = { 1, 1, 1 }, got[3];

	(void)state;
	share_out(100, weight, 3, got);
	assert_int_equal(got[0], 34);
	assert_int_equal(got[1], 33);
	assert_int_equal(got[2], 33);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(muldiv_rounds_half_away_from_zero),
		cmocka_unit_test(muldiv_does_not_overflow_in_between),
		cmocka_unit_test(net_and_tax_make_the_gross),
		cmocka_unit_test(share_out_sums_to_the_total),
		cmocka_unit_test(share_out_gives_the_rest_to_the_largest_remainder),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
