/* test_catalogue.c - packages, further names, price levels, and numbers that replace numbers. */
#include "tests/domain/shop.h"

#include "domain/part_price.h"

static int begin(void **state)
{
	struct test_shop *s = test_shop_new();

	run(s, "part.add", "code", "OIL", "name", "机油", "price", "60", "unit", "L", "step", "0.1", NULL);
	run(s, "part.add", "code", "PAD", "name", "Brake pad", "price", "300", "unit", "set", "step", "1",
	    "barcode", "690100", NULL);
	run(s, "customer.add", "name", "王伟", "phone", "13900001111", "class", "B", NULL);
	*state = s;
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)

static int64_t part(struct test_shop *s, const char *code)
{
	return ask(s, "SELECT id FROM part WHERE code = '%s'", code);
}

static struct part_price price_of(struct test_shop *s, const char *code, int64_t customer, const char *unit)
{
	struct part_price p;
	struct answer answer = { 0 };
	struct ctx ctx;
	struct err e = { 0 };

	session_ctx(s->session, s->arena, &answer, &ctx);
	assert_true(part_price(
	    &ctx, part(s, code), customer,
	    ask(s, "SELECT coalesce((SELECT id FROM part_unit WHERE unit = '%s'), 0)", unit), &p, &e));
	return p;
}

static int64_t customer(struct test_shop *s)
{
	return ask(s, "SELECT id FROM party WHERE name = '王伟'");
}

/* ---- packages and barcodes ---- */

static void a_package_holds_so_many_of_the_parts_unit(void **state)
{
	struct test_shop *s = *state;

	run(s, "part.unit", "part", "OIL", "unit", "drum", "factor", "200", "barcode", "690200", NULL);
	assert_int_equal(price_of(s, "OIL", 0, "drum").price, 200 * 6000);
	run(s, "part.unit", "part", "OIL", "unit", "drum", "price", "9000", NULL);
	assert_int_equal(price_of(s, "OIL", 0, "drum").price, 900000);
	assert_int_equal(price_of(s, "OIL", 0, "drum").factor, 200000);
	assert_says(refuse(s, "part.unit", "part", "OIL", "unit", "box", NULL), "How many are in one box?");
	run(s, "part.unit", "part", "OIL", "unit", "drum", "gone", "yes", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM part_unit"), 0);
	assert_int_equal(ask(s, "SELECT count(*) FROM part_barcode"), 0);
}

static void a_package_that_does_not_divide_is_refused(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "part.unit", "part", "PAD", "unit", "box", "factor", "2.5", NULL),
		    "PAD Brake pad goes in multiples of 1, not 2.5");
	run(s, "part.unit", "part", "PAD", "unit", "box", "factor", "4", NULL);
	assert_says(refuse(s, "part.change", "part", "PAD", "step", "3", NULL),
		    "box has a quantity that is no multiple");
}

static void a_quantity_of_packages_divides_or_is_refused(void **state)
{
	struct test_shop *s = *state;
	struct answer answer = { 0 };
	struct ctx ctx;
	struct err e = { 0 };
	int64_t unit, qty;

	run(s, "part.unit", "part", "PAD", "unit", "box", "factor", "4", NULL);
	session_ctx(s->session, s->arena, &answer, &ctx);
	unit = ask(s, "SELECT id FROM part_unit");
	assert_true(part_qty(&ctx, part(s, "PAD"), unit, 1500, &qty, &e));
	assert_int_equal(qty, 6000);
	assert_false(part_qty(&ctx, part(s, "PAD"), unit, 1, &qty, &e));
	assert_says(e.text, "goes in multiples of 1, not 0.004");
	e = (struct err){ 0 };
	assert_false(part_qty(&ctx, part(s, "OIL"), unit, 1000, &qty, &e));
	assert_says(e.text, "not one of OIL");
}

static void a_smallest_quantity_keeps_crumbs_out_of_stock(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "stock.open", "part", "PAD", "qty", "0.001", "cost", "1", NULL),
		    "PAD Brake pad goes in multiples of 1, not 0.001");
	run(s, "stock.open", "part", "OIL", "qty", "0.3", "cost", "30", NULL);
	assert_says(refuse(s, "part.change", "part", "OIL", "step", "0.2", NULL), "no multiple of 0.2");
}

static void a_barcode_stands_for_one_thing(void **state)
{
	struct test_shop *s = *state;

	assert_says(
	    refuse(s, "part.unit", "part", "OIL", "unit", "drum", "factor", "200", "barcode", "690100", NULL),
	    "The barcode 690100 belongs to part PAD already");
	assert_says(
	    refuse(s, "part.unit", "part", "PAD", "unit", "box", "factor", "4", "barcode", "690100", NULL),
	    "stands for one of PAD");
	run(s, "part.unit", "part", "PAD", "unit", "box", "factor", "4", "barcode", "690104", NULL);
	assert_says(refuse(s, "part.add", "code", "X", "name", "x", "price", "1", "barcode", "690104", NULL),
		    "belongs to part PAD already");
	assert_says(refuse(s, "part.name", "part", "PAD", "barcode", "690104", NULL),
		    "belongs to part PAD already");
	run(s, "part.name", "part", "PAD", "barcode", "690101", NULL);
	assert_says(refuse(s, "part.name", "part", "OIL", "barcode", "690101", NULL),
		    "belongs to part PAD already");
}

static void a_part_is_found_by_every_name_it_has(void **state)
{
	struct test_shop *s = *state;
	const char *names[] = { "690101", "front pads", "刹车片", "scp" };

	run(s, "part.name", "part", "PAD", "barcode", "690101", "alias", "Front pads", "fits", "Corolla",
	    NULL);
	run(s, "part.name", "part", "PAD", "alias", "刹车片", NULL);
	for (size_t i = 0; i < 4; i++) {
		run(s, "stock.open", "part", names[i], "qty", "1", "cost", "100", NULL);
		assert_int_equal(
		    ask(s, "SELECT qty FROM stock WHERE part_id = %lld", (long long)part(s, "PAD")),
		    ((int64_t)i + 1) * 1000);
	}
	run(s, "part.name", "part", "PAD", "alias", "Front pads", "gone", "yes", NULL);
	refuse(s, "stock.open", "part", "front pads", "qty", "1", "cost", "100", NULL);
	assert_says(refuse(s, "part.name", "part", "PAD", NULL), "Write a name, a barcode or a model");
}

/* ---- prices ---- */

static void a_class_pays_the_price_of_its_level(void **state)
{
	struct test_shop *s = *state;
	struct part_price p;

	assert_int_equal(price_of(s, "PAD", customer(s), "").price, 30000);
	run(s, "price_level.change", "level", "B", "factor", "85", NULL);
	run(s, "customer_class.change", "class", "B", "level", "B", NULL);
	p = price_of(s, "PAD", customer(s), "");
	assert_int_equal(p.price, 25500);
	assert_int_equal(p.list, 30000);
	assert_string_equal(p.level, "B");
	assert_int_equal(price_of(s, "PAD", 0, "").price, 30000);
	run(s, "part.level", "part", "PAD", "level", "B", "price", "240", NULL);
	p = price_of(s, "PAD", customer(s), "");
	assert_int_equal(p.price, 24000);
	assert_true(p.own);
	run(s, "part.level", "part", "PAD", "level", "B", NULL);
	assert_int_equal(price_of(s, "PAD", customer(s), "").price, 25500);
	assert_says(refuse(s, "price_level.change", "level", "A", "factor", "85", NULL),
		    "Level A is the list price");
	assert_says(refuse(s, "part.level", "part", "PAD", "level", "A", "price", "1", NULL),
		    "Change it on the part");
}

static void a_level_can_be_made_of_the_cost(void **state)
{
	struct test_shop *s = *state;

	run(s, "customer_class.change", "class", "B", "level", "E", NULL);
	assert_int_equal(price_of(s, "PAD", customer(s), "").price, 30000); /* no cost is known yet */
	run(s, "stock.open", "part", "PAD", "qty", "2", "cost", "120", NULL);
	run(s, "price_level.change", "level", "E", "factor", "110", NULL);
	assert_int_equal(price_of(s, "PAD", customer(s), "").price, 13200);
}

/* ---- numbers that replace numbers ---- */

static void chain(struct test_shop *s)
{
	run(s, "part.add", "code", "PAD2", "name", "Brake pad 2", "price", "310", NULL);
	run(s, "part.add", "code", "PAD3", "name", "Brake pad 3", "price", "320", NULL);
	run(s, "part.supersede", "part", "PAD", "by", "PAD2", NULL);
	run(s, "part.supersede", "part", "PAD2", "by", "PAD3", NULL);
}

static void an_old_number_finds_the_newest(void **state)
{
	struct test_shop *s = *state;

	chain(s);
	run(s, "stock.open", "part", "PAD", "qty", "1", "cost", "100", NULL);
	assert_int_equal(ask(s, "SELECT qty FROM stock WHERE part_id = %lld", (long long)part(s, "PAD3")),
			 1000);
}

static void what_is_left_of_the_old_number_is_sold_first(void **state)
{
	struct test_shop *s = *state;
	struct answer answer = { 0 };
	struct ctx ctx;

	run(s, "stock.open", "part", "PAD", "qty", "1", "cost", "100", NULL);
	chain(s);
	session_ctx(s->session, s->arena, &answer, &ctx);
	assert_int_equal(part_sold_first(&ctx, part(s, "PAD3")), part(s, "PAD"));
	assert_int_equal(part_newest(&ctx, part(s, "PAD")), part(s, "PAD3"));
}

static void a_dead_number_is_not_ordered_again(void **state)
{
	struct test_shop *s = *state;
	struct answer answer = { 0 };
	struct ctx ctx;
	struct err e = { 0 };

	run(s, "stock.open", "part", "PAD", "qty", "1", "cost", "100", NULL);
	run(s, "supplier.add", "name", "Huaxin", "phone", "02711112222", NULL);
	chain(s);
	assert_says(refuse(s, "purchase.order", "supplier", "Huaxin", "lines.0.part", "PAD", "lines.0.qty",
			   "4", NULL),
		    "PAD Brake pad is replaced by PAD3 Brake pad 3. Order that one");
	run(s, "purchase.order", "supplier", "Huaxin", "lines.0.part", "PAD3", "lines.0.qty", "4", NULL);
	session_ctx(s->session, s->arena, &answer, &ctx);
	assert_false(part_orderable(&ctx, part(s, "PAD"), &e));
	assert_says(e.text, "PAD Brake pad is replaced by PAD3 Brake pad 3. Order that one");
	assert_true(part_orderable(&ctx, part(s, "PAD3"), &e));
}

static void a_circle_of_numbers_is_refused(void **state)
{
	struct test_shop *s = *state;

	run(s, "stock.open", "part", "PAD", "qty", "1", "cost", "100", NULL);
	chain(s);
	assert_says(refuse(s, "part.supersede", "part", "PAD3", "by", "PAD", NULL), "That would be a circle");
	assert_says(refuse(s, "part.supersede", "part", "PAD3", "by", "PAD3", NULL),
		    "That would be a circle");
	run(s, "part.supersede", "part", "PAD", NULL);
	run(s, "part.supersede", "part", "PAD3", "by", "PAD", NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_package_holds_so_many_of_the_parts_unit),
		TEST(a_package_that_does_not_divide_is_refused),
		TEST(a_quantity_of_packages_divides_or_is_refused),
		TEST(a_smallest_quantity_keeps_crumbs_out_of_stock),
		TEST(a_barcode_stands_for_one_thing),
		TEST(a_part_is_found_by_every_name_it_has),
		TEST(a_class_pays_the_price_of_its_level),
		TEST(a_level_can_be_made_of_the_cost),
		TEST(an_old_number_finds_the_newest),
		TEST(what_is_left_of_the_old_number_is_sold_first),
		TEST(a_dead_number_is_not_ordered_again),
		TEST(a_circle_of_numbers_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
