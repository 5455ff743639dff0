/* test_supplier_price.c - what suppliers ask: by part or by their own number, from a day on, beside what was paid. */
#include "tests/domain/counter.h"

static int begin(void **state)
{
	struct test_shop *s = counter_new();

	run(s, "supplier.add", "name", "Bosch", NULL);
	run(s, "part.change", "part", "OIL", "maker_no", "M-77", NULL);
	*state = s;
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)

static void a_number_that_was_given_once_is_known(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "supplier.price", "supplier", "Bosch", "number", "0986-1", "price", "21", NULL),
		    "Nobody knows what 0986-1 of Bosch is yet");
	assert_says(refuse(s, "supplier.price", "supplier", "Bosch", "price", "21", NULL),
		    "Which part is it?");
	assert_says(refuse(s, "supplier.price", "supplier", "Bosch", "part", "OIL", "price", "-1", NULL),
		    "at least 0");
	run(s, "supplier.price", "supplier", "Bosch", "part", "OF-1", "number", "0986-1", "price", "21",
	    "pack", "10", NULL);
	run(s, "supplier.price", "supplier", "Bosch", "number", "0986-1", "price", "22", "from", "2026-12-01",
	    NULL);
	run(s, "supplier.price", "supplier", "Bosch", "number", "M-77", "price", "39", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM supplier_price p JOIN part t ON t.id = p.part_id WHERE "
				"t.code = 'OF-1' AND p.number = '0986-1'"),
			 2);
	assert_int_equal(
	    ask(s, "SELECT p.price FROM supplier_price p JOIN part t ON t.id = p.part_id WHERE t.code "
		   "= 'OIL'"),
	    3900);
}

static void the_same_day_again_corrects_it(void **state)
{
	struct test_shop *s = *state;

	run(s, "supplier.price", "supplier", "Bosch", "part", "OIL", "price", "39", NULL);
	run(s, "supplier.price", "supplier", "Bosch", "part", "OIL", "price", "38.50", NULL);
	assert_int_equal(ask(s, "SELECT count(*) * 100000 + sum(price) FROM supplier_price"), 103850);
	survives_faults(s, "supplier.price", "supplier", "Bosch", "part", "OIL", "price", "40", "from",
			"2027-01-01", NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_number_that_was_given_once_is_known),
		TEST(the_same_day_again_corrects_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
