/* test_stock.c - parts, and goods that come, go to a work order and come back, to the fen. */
#include "tests/domain/fault.h"

static int begin(void **state)
{
	struct test_shop *s = test_shop_new();

	run(s, "part.add", "code", "OIL", "name", "机油", "price", "60", "unit", "L", NULL);
	run(s, "part.add", "code", "PAD", "name", "Brake pad", "price", "300", NULL);
	*state = s;
	return 0;
}

static int end(void **state)
{
	checks_silent(*state);
	test_shop_free(*state);
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

static int64_t on_hand(struct test_shop *s, const char *code)
{
	return ask(s, "SELECT coalesce((SELECT v.qty FROM part p JOIN stock_value v ON v.id = p.id WHERE p.code = '%s'), 0)", code);
}

static int64_t value(struct test_shop *s, const char *code)
{
	return ask(s, "SELECT coalesce((SELECT v.value FROM part p JOIN stock_value v ON v.id = p.id WHERE p.code = '%s'), 0)",
		   code);
}

static int64_t account(struct test_shop *s, const char *kind)
{
	return ask(s, "SELECT coalesce((SELECT sum(l.amount) FROM entry_line l JOIN account a ON a.id = l.account_id "
		      "WHERE a.kind = '%s'), 0)", kind);
}

/* ---- parts ---- */

static void a_code_and_a_barcode_belong_to_one_part(void **state)
{
	struct test_shop *s = *state;

	run(s, "part.add", "code", "A1", "name", "Lamp", "price", "5", "barcode", "6901234", NULL);
	assert_says(refuse(s, "part.add", "code", "a1", "name", "Other", "price", "5", NULL), "There is a part A1 already: Lamp");
	assert_says(refuse(s, "part.add", "code", "A2", "name", "Other", "price", "5", "barcode", "6901234", NULL),
		    "The barcode 6901234 belongs to part A1 already");
	assert_says(refuse(s, "part.change", "part", "OIL", "barcode", "6901234", NULL), "belongs to part A1");
	run(s, "part.change", "part", "A1", "barcode", "6901234", "price", "6", NULL);
	assert_int_equal(ask(s, "SELECT price FROM part WHERE code = 'A1'"), 600);
	assert_says(refuse(s, "part.add", "code", "A3", "name", "x", "price", "-1", NULL), "at least 0");
}

static void a_part_on_hand_stays_in_use(void **state)
{
	struct test_shop *s = *state;

	run(s, "stock.open", "part", "OIL", "qty", "1", "cost", "1", NULL);
	assert_says(refuse(s, "part.change", "part", "OIL", "active", "no", NULL), "still on hand");
	run(s, "part.change", "part", "PAD", "active", "no", NULL);
}

static void labour_has_one_code(void **state)
{
	struct test_shop *s = *state;

	run(s, "labour.add", "code", "W1", "name", "Change oil", "hours", "0.5", "price", "80", NULL);
	assert_says(refuse(s, "labour.add", "code", "w1", "name", "x", "hours", "1", "price", "1", NULL), "already: Change oil");
	run(s, "labour.change", "labour", "W1", "price", "90", NULL);
	assert_int_equal(ask(s, "SELECT price FROM labour WHERE code = 'W1'"), 9000);
}

/* ---- opening stock ---- */

static void opening_stock_is_booked_with_its_value(void **state)
{
	struct test_shop *s = *state;

	run(s, "stock.open", "part", "OIL", "warehouse", "MAIN", "qty", "10", "cost", "30.50", NULL);
	run(s, "stock.open", "part", "OIL", "qty", "0.5", "cost", "31.01", NULL);
	assert_int_equal(on_hand(s, "OIL"), 10500);
	assert_int_equal(value(s, "OIL"), 30500 + 1551); /* half a fen away from zero */
	assert_int_equal(account(s, "stock"), 32051);
	assert_int_equal(account(s, "opening"), -32051);
}

static void opening_stock_refuses_what_cannot_be(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "stock.open", "part", "OIL", "qty", "0", "cost", "1", NULL), "at least 0.001");
	assert_says(refuse(s, "stock.open", "part", "OIL", "qty", "-1", "cost", "1", NULL), "at least 0.001");
	assert_says(refuse(s, "stock.open", "part", "OIL", "qty", "1", "cost", "-1", NULL), "at least 0");
	assert_says(refuse(s, "stock.open", "part", "OIL", "qty", "999999", "cost", "9999999999", NULL), "more than can be booked");
	assert_says(refuse(s, "stock.open", "part", "NIX", "qty", "1", "cost", "1", NULL), "NIX");
	run(s, "stock.open", "part", "OIL", "qty", "999999", "cost", "0", NULL);
	assert_says(refuse(s, "stock.open", "part", "OIL", "qty", "1", "cost", "0", NULL), "more of OIL 机油 than can be counted");
}

static void opening_stock_survives_faults(void **state)
{
	survives_faults(*state, "stock.open", "part", "OIL", "qty", "3", "cost", "10", NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_code_and_a_barcode_belong_to_one_part),
		TEST(a_part_on_hand_stays_in_use),
		TEST(labour_has_one_code),
		TEST(opening_stock_is_booked_with_its_value),
		TEST(opening_stock_refuses_what_cannot_be),
		TEST(opening_stock_survives_faults),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
