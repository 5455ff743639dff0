/* test_undo.c - taking a change back, and forgetting a person. */
#include "tests/domain/shop.h"

#include <stdio.h>

static int start(void **state)
{
	*state = test_shop_new();
	return 0;
}

static void undo_puts_a_changed_row_back(void **state)
{
	struct test_shop *s = *state;

	run(s, "customer.add", "name", "张伟", "phone", "13800001111", NULL);
	run(s, "customer.change", "customer", "张伟", "name", "章伟", NULL);
	assert_string_equal(ask_text(s, "SELECT name FROM party"), "章伟");
	run(s, "undo", NULL);
	assert_string_equal(ask_text(s, "SELECT name FROM party"), "张伟");
	assert_int_equal(ask(s, "SELECT ver FROM party"), 3);
}

static void undo_takes_an_added_row_away(void **state)
{
	struct test_shop *s = *state;

	run(s, "labour.add", "code", "BY1", "name", "小保养", "hours", "1", "price", "120", NULL);
	run(s, "undo", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM labour"), 0);
	assert_int_equal(ask(s, "SELECT count(*) FROM search_word WHERE kind = 'labour'"), 0);
}

static void undo_of_an_added_row_takes_its_words_away(void **state)
{
	struct test_shop *s = *state;

	run(s, "customer.add", "name", "张伟", "phone", "13800001111", NULL);
	run(s, "vehicle.add", "plate", "鄂A12345", "customer", "张伟", NULL);
	run(s, "undo", NULL);
	run(s, "part.add", "code", "JY1", "name", "机油", "price", "80", NULL);
	run(s, "undo", NULL);
	run(s, "supplier.add", "name", "华信", NULL);
	run(s, "undo", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM search_word WHERE kind <> 'customer'"), 0);
}

static void undo_itself_can_be_taken_back(void **state)
{
	struct test_shop *s = *state;

	run(s, "setting.set", "name", "shop.phone", "value", "027-1234", NULL);
	run(s, "setting.set", "name", "shop.phone", "value", "027-9999", NULL);
	run(s, "undo", NULL);
	assert_string_equal(ask_text(s, "SELECT value FROM setting WHERE name = 'shop.phone'"), "027-1234");
	run(s, "undo", NULL);
	assert_string_equal(ask_text(s, "SELECT value FROM setting WHERE name = 'shop.phone'"), "027-9999");
}

static void undo_refuses_what_somebody_has_changed_since(void **state)
{
	struct test_shop *s = *state;
	int64_t seq;

	run(s, "customer.add", "name", "张伟", "phone", "13800001111", NULL);
	run(s, "customer.change", "customer", "张伟", "name", "章伟", NULL);
	seq = ask(s, "SELECT max(seq) FROM journal");
	run(s, "customer.change", "customer", "章伟", "name", "章薇", NULL);
	assert_says(refuse(s, "undo", "seq", ask_text(s, "SELECT %d", (int)seq), NULL), "changed it since");
}

static void undo_refuses_what_is_no_draft(void **state)
{
	struct test_shop *s = *state;

	run(s, "user.add", "user", "li", "name", "李红", "role", "cashier", "pin", "1234", NULL);
	assert_says(refuse(s, "undo", NULL), "cannot be taken back");
}

static void undo_leaves_others_changes_alone(void **state)
{
	struct test_shop *s = *state;
	char seq[24];

	run(s, "setting.set", "name", "shop.phone", "value", "027-1234", NULL);
	snprintf(seq, sizeof seq, "%d", (int)ask(s, "SELECT max(seq) FROM journal"));
	hire(s, "li", "cashier");
	acts(s, "li");
	assert_says(refuse(s, "undo", "seq", seq, NULL), "Somebody else");
}

static void forgetting_a_person_keeps_the_chain(void **state)
{
	struct test_shop *s = *state;

	run(s, "customer.add", "name", "张伟", "phone", "13800001111", "address", "武汉", NULL);
	run(s, "customer.erase", "customer", "张伟", "reason", "asked for it", NULL);
	assert_string_equal(ask_text(s, "SELECT name FROM party"), "-");
	assert_int_equal(ask(s, "SELECT count(*) FROM journal_personal WHERE before LIKE '%%张伟%%' OR after "
				"LIKE '%%张伟%%'"),
			 0);
	assert_int_equal(ask(s, "SELECT count(*) FROM journal_change WHERE before LIKE '%%1380000%%' OR "
				"after LIKE '%%1380000%%'"),
			 0);
	assert_int_equal(ask(s, "SELECT count(*) FROM search_word WHERE word LIKE '%%13800001111%%'"), 0);
}

static void forgetting_waits_for_the_car_in_the_house(void **state)
{
	struct test_shop *s = *state;

	run(s, "job.receive", "plate", "鄂A12345", "name", "张伟", "phone", "13800001111", "model", "朗逸",
	    "odometer", "42000", "repair_type", "minor-service", NULL);
	assert_says(refuse(s, "customer.erase", "customer", "张伟", "reason", "asked", NULL),
		    "still in the house");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(undo_puts_a_changed_row_back, start, shop_end),
		cmocka_unit_test_setup_teardown(undo_takes_an_added_row_away, start, shop_end),
		cmocka_unit_test_setup_teardown(undo_of_an_added_row_takes_its_words_away, start, shop_end),
		cmocka_unit_test_setup_teardown(undo_itself_can_be_taken_back, start, shop_end),
		cmocka_unit_test_setup_teardown(undo_refuses_what_somebody_has_changed_since, start,
						shop_end),
		cmocka_unit_test_setup_teardown(undo_refuses_what_is_no_draft, start, shop_end),
		cmocka_unit_test_setup_teardown(undo_leaves_others_changes_alone, start, shop_end),
		cmocka_unit_test_setup_teardown(forgetting_a_person_keeps_the_chain, start, shop_end),
		cmocka_unit_test_setup_teardown(forgetting_waits_for_the_car_in_the_house, start, shop_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
