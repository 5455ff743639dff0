/* test_buying.c - the buyer's way by keys: plan, order, send, receive, look, send back, pay. */
#include "tests/test.h"

#include <stdlib.h>

#include "screens/screens.h"
#include "tests/ui/desk.h"

static int open_desk(void **state)
{
	struct desk *d = calloc(1, sizeof *d);

	desk_open(d, screen_all);
	desk_do(d, "part.add", "code", "OIL", "name", "Engine oil", "price", "80", "min", "10", "max", "20",
		NULL);
	desk_do(d, "part.add", "code", "PAD", "name", "Brake pad", "price", "300", NULL);
	desk_do(d, "supplier.add", "name", "Bosch", "terms", "30", NULL);
	desk_do(d, "purchase.order", "supplier", "Bosch", NULL);
	desk_do(d, "purchase.order_line", "order", "#1", "part", "OIL", "qty", "4", "cost", "30", NULL);
	desk_do(d, "purchase.receive", "supplier", "Bosch", "original_no", "A1", "order", "#1", NULL);
	*state = d;
	return 0;
}

static void from_the_plan_to_the_shelf(void **state)
{
	struct desk *d = *state;

	desk_go(d, "plan_new", NULL);
	desk_press(d, "1 Enter"); /* from minimum and maximum */
	desk_sees(d, "Engine oil");
	desk_press(d, "F12");
	desk_is(d, "SELECT qty FROM want", 16000);
	desk_go(d, "plan", NULL);
	desk_sees(d, "Bosch");
	desk_press(d, "Enter F12"); /* at the last price, from who sent it last */
	desk_is(d, "SELECT cost FROM purchase_order_line WHERE id > 1", 3000);
	desk_go(d, "order", "order=#4");
	desk_sees(d, "Engine oil");
	desk_press(d, "F9");
	desk_type(d, "+3");
	desk_press(d, "F12");
	desk_is(d, "SELECT promised_on - ordered_on FROM purchase_order WHERE id > 1", 3);
	desk_press(d, "F9");
	desk_sees(d, "Receive goods");
	desk_sees(d, "16");
	desk_type(d, "A2");
	desk_press(d, "Enter"); /* nothing more is asked for: the lines stay in sight */
	desk_sees(d, "[F12");
	desk_sees(d, "Quantity");
	desk_press(d, "F12");
	desk_is(d, "SELECT qty FROM stock", 20000);
	desk_is(d, "SELECT count(*) FROM purchase_order WHERE state = 'arrived'", 2);
	desk_is_sound(d);
}

static void the_plan_asks_for_the_supplier_that_nobody_knows(void **state)
{
	struct desk *d = *state;

	desk_go(d, "plan_new", NULL);
	desk_press(d, "4 Enter"); /* by hand */
	desk_type(d, "pad");
	desk_press(d, "Enter");
	desk_type(d, "3");
	desk_press(d, "F12");
	desk_go(d, "plan", NULL);
	desk_press(d, "F12"); /* at once: it is not known from whom */
	desk_row_has(d, -2, "Nobody has sent");
	desk_press(d, "Enter");
	desk_sees(d, "Order now");
	desk_type(d, "bosch");
	desk_press(d, "Enter F12");
	desk_row_has(d, -2, "On PO-261121-0002");
	desk_is(d, "SELECT qty FROM purchase_order_line WHERE id > 1", 3000);
	desk_go(d, "receive", "order=PO-261121-0002"); /* at what the paper says: nobody knew the price */
	desk_type(d, "A3");
	desk_press(d, "F12");
	desk_sees(d, "What does one of PAD Brake pad cost?");
	desk_type(d, "95");
	desk_press(d, "F12");
	desk_is(d, "SELECT value FROM stock_value WHERE id = 2", 28500);
}

static void what_is_marked_is_ordered_from_every_page(void **state)
{
	struct desk *d = *state;

	desk_script(d, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40) "
		       "INSERT INTO want (part_id, text, qty, source, user_id, at) "
		       "SELECT 1, 'Engine oil', i * 1000, 'hand', 1, 1795255000 + i FROM n");
	desk_go(d, "plan", NULL);
	desk_press(d, "Space End Space"); /* the first and the last, two pages apart */
	desk_row_has(d, -3, "2 marked");
	desk_press(d, "F12");
	desk_is(d, "SELECT group_concat(qty / 1000, '') FROM purchase_order_line WHERE id > 1", 140);
	desk_press(d, "F5 *"); /* those two are ordered already: they are marked with the rest */
	desk_row_has(d, -3, "40 marked");
	desk_press(d, "*");
	desk_sees_not(d, "marked");
	desk_press(d, "*");
	desk_press(d, "Home Space End Space"); /* but for those two */
	desk_row_has(d, -3, "38 marked");
	desk_press(d, "F12");
	desk_is(d, "SELECT count(*) FROM want WHERE state = 'ordered'", 40);
	desk_is(d, "SELECT sum(qty) FROM purchase_order_line WHERE id > 1", 820000);
}

static void an_order_is_written_line_by_line(void **state)
{
	struct desk *d = *state;

	desk_do(d, "purchase.order", "supplier", "Bosch", NULL);
	desk_go(d, "order", "order=#3");
	desk_type(d, "6*pad");
	desk_press(d, "Enter");
	desk_is(d, "SELECT qty FROM purchase_order_line WHERE id > 1", 6000);
	desk_press(d, ".");
	desk_type(d, "95.50");
	desk_press(d, "Enter");
	desk_is(d, "SELECT cost FROM purchase_order_line WHERE id > 1", 9550);
	desk_row_has(d, 21, "573.00");
	d->rows = 12;
	d->cols = 40;
	desk_sees(d, "Brake pad");
	desk_is_sound(d);
}

static void what_is_owed_is_paid_by_two_keys(void **state)
{
	struct desk *d = *state;

	desk_go(d, "payables", NULL);
	desk_sees(d, "120.00");
	desk_press(d, "F9");
	desk_sees(d, "Bank transfer");
	desk_press(d, "F12");
	desk_is(d, "SELECT count(*) FROM payable_open", 0);
	desk_is(d, "SELECT paid FROM supplier_payment", 12000);
}

static void an_invoice_shows_what_was_received(void **state)
{
	struct desk *d = *state;

	desk_go(d, "purchase_invoice", "receipt=#2");
	desk_sees(d, "Engine oil");
	desk_sees(d, "30.00");
	desk_type(d, "F-1");
	desk_press(d, "F12");
	desk_is(d, "SELECT amount FROM purchase_invoice", 12000);
}

static void suppliers_are_compared_in_a_pop_up(void **state)
{
	struct desk *d = *state;

	desk_go(d, "receipt_goods", "receipt=#2");
	desk_press(d, "F11");
	desk_sees(d, "Suppliers of a part");
	desk_sees(d, "Lowest");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_desk, desk_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_marked_is_ordered_from_every_page),
		TEST(from_the_plan_to_the_shelf),
		TEST(the_plan_asks_for_the_supplier_that_nobody_knows),
		TEST(an_order_is_written_line_by_line),
		TEST(what_is_owed_is_paid_by_two_keys),
		TEST(an_invoice_shows_what_was_received),
		TEST(suppliers_are_compared_in_a_pop_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
