/* test_workshop.c - warehouses and repair types of the shop's own. */
#include "tests/domain/shop.h"

static int start(void **state)
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

static void a_warehouse_is_named_once(void **state)
{
	struct test_shop *s = *state;

	run(s, "warehouse.add", "code", "van", "name", "流动车", NULL);
	assert_string_equal(ask_text(s, "SELECT title FROM warehouse WHERE code = 'VAN'"), "流动车");
	assert_says(refuse(s, "warehouse.add", "code", "ＶＡＮ", "name", "另一辆", NULL),
		    "There is a warehouse VAN already");
	run(s, "undo", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM warehouse WHERE code = 'VAN'"), 0);
}

static void a_repair_type_proposes_its_own_service(void **state)
{
	struct test_shop *s = *state;

	run(s, "repair_type.change", "repair_type", "minor-service", "service_km", "7500", NULL);
	assert_int_equal(ask(s, "SELECT service_km FROM repair_type WHERE code = 'minor-service'"), 7500);
	assert_int_equal(ask(s, "SELECT service_days FROM repair_type WHERE code = 'minor-service'"), 180);
	assert_says(refuse(s, "repair_type.change", "repair_type", "minor-service", "service_km", "0", NULL),
		    "from 1 to 200000");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_warehouse_is_named_once, start, end),
		cmocka_unit_test_setup_teardown(a_repair_type_proposes_its_own_service, start, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
