/* test_vin.c - what a VIN says by itself. */
#include "tests/test.h"

#include <string.h>

#include "base/vin.h"

static void the_check_digit_is_the_published_one(void **state)
{
	(void)state;
	assert_int_equal(vin_check_digit("1M8GDM9AXKP042788"), 'X');
	assert_int_equal(vin_check_digit("11111111111111111"), '1');
	assert_int_equal(vin_check_digit("1HGCM82633A004352"), '3');
}

static void only_makers_that_write_one_are_doubted(void **state)
{
	(void)state;
	assert_false(vin_doubtful("1HGCM82633A004352"));
	assert_true(vin_doubtful("1HGCM82633A004353"));
	assert_false(vin_doubtful("WVWZZZ1KZ8W386752"));
}

static void a_look_alike_and_a_swap_are_found(void **state)
{
	char likely[VIN_LEN + 1];

	(void)state;
	assert_true(vin_likely("1M8G0M9AXKP042788", likely));
	assert_string_equal(likely, "1M8GDM9AXKP042788");
	assert_true(vin_likely("1M8GDM9AXKP402788", likely));
	assert_string_equal(likely, "1M8GDM9AXKP042788");
	assert_false(vin_likely("short", likely));
}

static void the_table_is_sorted_and_names_the_maker(void **state)
{
	(void)state;
	for (size_t i = 1; i < vin_makers_n; i++)
		assert_true(strcmp(vin_makers[i - 1].wmi, vin_makers[i].wmi) < 0);
	assert_string_equal(vin_make("LSVNV2182E2100001"), "上汽大众");
	assert_string_equal(vin_make("1HGCM82633A004352"), "Honda");
	assert_null(vin_make("???"));
}

static void the_model_year_is_the_latest_that_can_be(void **state)
{
	(void)state;
	assert_int_equal(vin_year("LSVNV2182E2100001", 2026), 2014);
	assert_int_equal(vin_year("LSVNV2182V2100001", 2026), 2027);
	assert_int_equal(vin_year("LSVNV2182W2100001", 2026), 1998);
	assert_int_equal(vin_year("1HGCM82633A004352", 2026), 2003);
	assert_int_equal(vin_year("1M8GDM9AXKP042788", 2026), 1989);
	assert_int_equal(vin_year("LSVNV218202100001", 2026), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_check_digit_is_the_published_one),
		cmocka_unit_test(only_makers_that_write_one_are_doubted),
		cmocka_unit_test(a_look_alike_and_a_swap_are_found),
		cmocka_unit_test(the_table_is_sorted_and_names_the_maker),
		cmocka_unit_test(the_model_year_is_the_latest_that_can_be),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
