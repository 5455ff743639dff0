/* test_counter.c - the counter, key by key: scan, Enter, Enter; put aside and taken up; prices within one's right. */
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "screens/screens.h"
#include "tests/ui/desk.h"

static int open_desk(void **state)
{
	struct desk *d = calloc(1, sizeof *d);

	desk_open(d, screen_all);
	desk_do(d, "part.add", "code", "OIL-5W30", "name", "Engine oil", "price", "80", "barcode",
		"6901234567892", NULL);
	desk_do(d, "part.add", "code", "OIL-FILT", "name", "Oil filter", "price", "35", NULL);
	desk_do(d, "stock.open", "part", "OIL-5W30", "qty", "20", "cost", "45", NULL);
	desk_do(d, "stock.open", "part", "OIL-FILT", "qty", "1", "cost", "20", NULL);
	desk_do(d, "customer.add", "name", "Wang Fang", "phone", "13812345678", NULL);
	desk_do(d, "till.open", "till", "T1", "float", "200", NULL);
	*state = d;
	return 0;
}

static void scan(struct desk *d, const char *code)
{
	snprintf(d->known, sizeof d->known, "%s", code);
	desk_scan(d, code);
}

static void scan_enter_enter_is_paid_exactly_and_printed(void **state)
{
	struct desk *d = *state;

	desk_go(d, "home", NULL);
	scan(d, "6901234567892");
	desk_row_has(d, 0, "Counter sale");
	desk_sees(d, "Engine oil");
	desk_row_has(d, 21, "Total 80.00");
	desk_press(d, "Enter");
	desk_sees(d, "Bank transfer");
	desk_press(d, "Enter");
	desk_sees(d, "sold for 80.00, all paid");
	desk_is(d, "SELECT count(*) FROM sale WHERE total = 8000", 1);
	desk_is(d, "SELECT count(*) FROM print_job WHERE template = 'sale'", 1);
	desk_sees(d, "Nothing is on it yet");
	desk_is(d, "SELECT count(*) FROM cart", 0);
}

static void without_a_till_the_keys_to_open_one_are_named(void **state)
{
	struct desk *d = *state;

	desk_do(d, "till.close", "till", "T1", "counted", "200", NULL);
	desk_go(d, "home", NULL);
	scan(d, "6901234567892");
	desk_press(d, "Enter");
	desk_press(d, "Enter");
	desk_sees(d, "You have no open till. Open one first (F10 65 Open a till), or say which");
	desk_is(d, "SELECT count(*) FROM sale", 0);
	desk_is(d, "SELECT count(*) FROM cart", 1);
}

static void the_barcode_of_a_package_sells_the_package(void **state)
{
	struct desk *d = *state;

	desk_do(d, "part.unit", "part", "OIL-5W30", "unit", "box", "factor", "4", "price", "300", "barcode",
		"6901234560001", NULL);
	desk_go(d, "home", NULL);
	scan(d, "6901234560001");
	desk_row_has(d, 21, "Total 300.00");
	desk_sees(d, "box");
	scan(d, "6901234560001");
	desk_row_has(d, 21, "Total 600.00");
	scan(d, "6901234567892");
	desk_row_has(d, 21, "Total 680.00");
	desk_is(d, "SELECT count(*) FROM cart_line", 2);
	desk_press(d, "Enter");
	desk_press(d, "Enter");
	desk_is(d, "SELECT sum(base_qty) FROM sale_line", 9000);
}

static void change_is_the_amount_and_enter(void **state)
{
	struct desk *d = *state;

	desk_go(d, "home", NULL);
	scan(d, "6901234567892");
	desk_press(d, "Enter");
	desk_type(d, "100");
	desk_press(d, "Enter");
	desk_sees(d, "Change: 20.00");
	desk_is(d, "SELECT tendered FROM payment", 10000);
}

static void the_line_is_changed_by_its_signs(void **state)
{
	struct desk *d = *state;

	desk_go(d, "sale", NULL);
	desk_type(d, "3*");
	scan(d, "6901234567892");
	desk_is(d, "SELECT qty FROM cart_line", 3000);
	scan(d, "6901234567892");
	desk_is(d, "SELECT qty FROM cart_line", 4000);
	desk_press(d, "+");
	desk_is(d, "SELECT qty FROM cart_line", 5000);
	desk_press(d, "-");
	desk_is(d, "SELECT qty FROM cart_line", 4000);
	desk_type(d, "*2");
	desk_press(d, "Enter");
	desk_type(d, ".75");
	desk_press(d, "Enter");
	desk_type(d, "/10");
	desk_press(d, "Enter");
	desk_row_has(d, 21, "Total 140.00");
	desk_press(d, "Enter Enter");
	desk_is(d, "SELECT total FROM sale", 14000);
}

static void what_is_put_aside_is_taken_up_again(void **state)
{
	struct desk *d = *state;

	desk_go(d, "sale", NULL);
	scan(d, "6901234567892");
	desk_press(d, "F6");
	desk_sees(d, "put aside");
	desk_sees(d, "Nothing is on it yet");
	scan(d, "OIL-FILT");
	desk_press(d, "F6 F6");
	desk_row_has(d, 0, "Sales put aside");
	desk_sees(d, "Engine oil");
	desk_press(d, "Down Enter");
	desk_row_has(d, 0, "Counter sale");
	desk_sees(d, "Engine oil");
	desk_is(d, "SELECT count(*) FROM cart WHERE state = 'held'", 1);
}

static void payment_put_aside_is_not_proposed_for_another_sale(void **state)
{
	struct desk *d = *state;

	desk_go(d, "sale", NULL);
	scan(d, "6901234567892");
	desk_press(d, "Enter");
	desk_type(d, "500");
	desk_press(d, "F6");
	desk_press(d, "Enter");
	desk_sees(d, "500");
	desk_press(d, "F6 F6");
	desk_sees(d, "put aside");
	scan(d, "OIL-FILT");
	desk_press(d, "Enter");
	desk_sees(d, "35.00");
	desk_sees_not(d, "500");
}

static void amount_taken_back_leaves_no_draft(void **state)
{
	struct desk *d = *state;

	desk_go(d, "sale", NULL);
	scan(d, "6901234567892");
	desk_press(d, "Enter");
	desk_type(d, "500");
	desk_rest(d);
	assert_non_null(strstr(d->draft, "500"));
	desk_press(d, "Esc Esc");
	assert_string_equal(d->draft, "");
	desk_press(d, "Enter");
	desk_sees_not(d, "500");
}

static void what_is_short_goes_on_the_plan_by_one_key(void **state)
{
	struct desk *d = *state;

	desk_go(d, "sale", NULL);
	desk_type(d, "3*");
	scan(d, "OIL-FILT");
	desk_press(d, "Enter Enter");
	desk_sees(d, "Only 1 of OIL-FILT");
	desk_press(d, "Esc");
	desk_press(d, "Space");
	desk_sees(d, "2 are on the purchase plan");
	desk_is(d, "SELECT qty FROM want WHERE source = 'sale'", 2000);
	desk_press(d, "F8");
	desk_sees(d, "Nothing is on it yet");
	desk_type(d, "Brake hose");
	desk_press(d, "Enter Enter");
	desk_press(d, "F12");
	desk_sees(d, "noted as asked for and not had");
	desk_is(d, "SELECT count(*) FROM want WHERE source = 'lost' AND text = 'Brake hose'", 1);
}

static void it_fits_on_forty_columns(void **state)
{
	struct desk *d = *state;

	d->rows = 12;
	d->cols = 40;
	desk_go(d, "sale", NULL);
	scan(d, "6901234567892");
	desk_sees(d, "Engine oil");
	desk_row_has(d, -3, "Total 80.00");
	desk_is_sound(d);
	desk_press(d, "Enter");
	desk_is_sound(d);
	desk_press(d, "Enter");
	desk_is(d, "SELECT count(*) FROM sale", 1);
	desk_is_sound(d);
}

static void hits_below_the_edge_come_into_sight(void **state)
{
	struct desk *d = *state;

	d->rows = 12;
	d->cols = 40;
	desk_go(d, "home", NULL);
	desk_type(d, "wang");
	desk_row_has(d, -3, "1 ");
	desk_row_has(d, -3, "2 ");
	desk_sees_not(d, "~"); /* no step is cut */
	desk_press(d, "Esc");
	for (int i = 1; i <= 6; i++) {
		char code[16];

		snprintf(code, sizeof code, "BELT-%d", i);
		desk_do(d, "part.add", "code", code, "name", "Belt", "price", "10", NULL);
	}
	desk_go(d, "sale", NULL);
	desk_type(d, "belt");
	desk_row_has(d, -2, "Enter or Down goes to the hits");
	desk_press(d, "Down Down Down Down Down");
	desk_caret_in(d, "BELT-5");
	desk_press(d, "Enter");
	desk_row_has(d, -1, "F9Payment");
	desk_row_has(d, -1, "SpaceTo plan"); /* before F12 and Enter, which say the same as F9 */
	desk_press(d, "F8");
	desk_type(d, "belt");
	desk_type(d, "zz");
	desk_row_has(d, -2, "Enter takes the words");
}

static void reversal_says_what_it_takes_back(void **state)
{
	struct desk *d = *state;

	desk_go(d, "sale", NULL);
	scan(d, "6901234567892");
	desk_press(d, "Enter Enter F9");
	desk_row_has(d, 0, "Sales");
	desk_press(d, "F1");
	desk_row_has(d, 8, "3         Exchange");
	desk_press(d, "Esc F8");
	desk_row_has(d, 0, "Reverse");
	desk_sees(d, "SA-261121-0001");
	desk_sees(d, "80.00");
	desk_type(d, "wrong card");
	desk_press(d, "F12");
	desk_is(d, "SELECT count(*) FROM document WHERE reverses_id IS NOT NULL", 1);
	desk_row_has(d, 0, "Sales");
	desk_press(d, "F7");
	assert_string_not_equal(d->printed, "SA-261121-0001");
	desk_press(d, "Down F7");
	assert_string_equal(d->printed, "SA-261121-0001");
	desk_go(d, "payments", NULL);
	desk_rest(d);
	desk_row_has(d, 21, "2 rows   Amount 0.00");
	desk_sees_not(d, "0.00   "); /* what only explains it has no sum of its own */
}

static void goods_come_back_from_the_list_of_sales(void **state)
{
	struct desk *d = *state;

	desk_go(d, "sale", NULL);
	scan(d, "6901234567892");
	desk_press(d, "Enter Enter");
	desk_go(d, "sales", NULL);
	desk_press(d, "F9");
	desk_row_has(d, 0, "Goods back");
	desk_sees(d, "OIL-5W30");
	desk_press(d, "F12");
	desk_sees(d, "Reason");
	desk_type(d, "Does not fit");
	desk_press(d, "F12");
	desk_sees(d, "80.00 are given back");
	desk_is(d, "SELECT total FROM sale_return", 8000);
}

static void package(struct desk *d)
{
	desk_do(d, "package.add", "code", "CARE", "name", "Care package", "package_price", "99", NULL);
	desk_do(d, "package.line", "package", "CARE", "part", "OIL-5W30", NULL);
	desk_do(d, "package.line", "package", "CARE", "text", "Top up", "price", "30", NULL);
}

static void a_package_is_one_line_at_one_price(void **state)
{
	struct desk *d = *state;

	package(d);
	desk_go(d, "sale", NULL);
	desk_type(d, "care");
	desk_press(d, "Enter");
	desk_sees(d, "Care package");
	desk_row_has(d, 21, "Total 99.00");
	desk_press(d, "+");
	desk_row_has(d, 21, "Total 198.00");
	desk_press(d, "Enter Enter");
	desk_sees(d, "sold for 198.00, all paid");
	desk_is(d, "SELECT count(*) FROM sale_line WHERE set_id IS NOT NULL", 2);
	desk_go(d, "sales", NULL);
	desk_press(d, "F9");
	desk_sees(d, "CARE");
	desk_press(d, "F12 F12");
	desk_type(d, "Changed his mind");
	desk_press(d, "F12");
	desk_sees(d, "198.00 are given back");
}

static void a_package_asks_for_the_model_where_parts_differ(void **state)
{
	struct desk *d = *state;

	package(d);
	desk_do(d, "package.line", "package", "CARE", "text", "Filter", NULL);
	desk_do(d, "package.fit", "line", "#3", "model", "Polo", "part", "OIL-FILT", NULL);
	desk_go(d, "sale", NULL);
	desk_type(d, "care");
	desk_press(d, "Enter");
	desk_sees(d, "Model");
	desk_type(d, "Polo");
	desk_press(d, "Enter F12");
	desk_row_has(d, 21, "Total 99.00");
	desk_press(d, "Enter Enter");
	desk_is(d, "SELECT sum(base_qty) FROM sale_line WHERE part_id = 2", 1000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(without_a_till_the_keys_to_open_one_are_named, open_desk,
						desk_end),
		cmocka_unit_test_setup_teardown(the_barcode_of_a_package_sells_the_package, open_desk,
						desk_end),
		cmocka_unit_test_setup_teardown(scan_enter_enter_is_paid_exactly_and_printed, open_desk,
						desk_end),
		cmocka_unit_test_setup_teardown(change_is_the_amount_and_enter, open_desk, desk_end),
		cmocka_unit_test_setup_teardown(the_line_is_changed_by_its_signs, open_desk, desk_end),
		cmocka_unit_test_setup_teardown(what_is_put_aside_is_taken_up_again, open_desk, desk_end),
		cmocka_unit_test_setup_teardown(what_is_short_goes_on_the_plan_by_one_key, open_desk,
						desk_end),
		cmocka_unit_test_setup_teardown(payment_put_aside_is_not_proposed_for_another_sale, open_desk,
						desk_end),
		cmocka_unit_test_setup_teardown(amount_taken_back_leaves_no_draft, open_desk, desk_end),
		cmocka_unit_test_setup_teardown(hits_below_the_edge_come_into_sight, open_desk, desk_end),
		cmocka_unit_test_setup_teardown(reversal_says_what_it_takes_back, open_desk, desk_end),
		cmocka_unit_test_setup_teardown(it_fits_on_forty_columns, open_desk, desk_end),
		cmocka_unit_test_setup_teardown(goods_come_back_from_the_list_of_sales, open_desk, desk_end),
		cmocka_unit_test_setup_teardown(a_package_is_one_line_at_one_price, open_desk, desk_end),
		cmocka_unit_test_setup_teardown(a_package_asks_for_the_model_where_parts_differ, open_desk,
						desk_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
