/* test_day.c - a day in the workshop on the program's own screens, key by key. */
#include "tests/screens/home.h"

/* Goods and labour, entered on their screens. */
static void stock_up(struct desk *d)
{
	desk_go(d, "part_new", NULL);
	desk_type(d, "oil-5w30");
	desk_press(d, "Enter");
	desk_type(d, "Engine oil");
	desk_press(d, "Enter");
	desk_type(d, "80");
	desk_press(d, "F12 Esc");
	desk_go(d, "labour_new", NULL);
	desk_type(d, "oil");
	desk_press(d, "Enter");
	desk_type(d, "Oil change");
	desk_press(d, "Enter");
	desk_type(d, "0.5");
	desk_press(d, "Enter");
	desk_type(d, "120");
	desk_press(d, "F12 Esc");
	desk_go(d, "stock_open", NULL);
	desk_type(d, "OIL-5W30");
	desk_press(d, "Enter");
	desk_type(d, "20");
	desk_press(d, "Enter");
	desk_type(d, "45");
	desk_press(d, "F12 Esc");
	desk_is(d, "SELECT qty FROM stock_value", 20000);
	till_is_opened(d);
}

static void receive(struct desk *d)
{
	desk_type(d, "鄂A12345");
	desk_press(d, "Enter");
	desk_row_has(d, 0, "Reception");
	desk_sees(d, "鄂A12345");
	desk_caret_in(d, "Odometer");
	desk_type(d, "52000");
	desk_press(d, "F12");
	desk_row_has(d, -2, "!");
	desk_caret_in(d, "Name");
	desk_type(d, "Wang Fang");
	desk_press(d, "Tab");
	desk_type(d, "13812345678");
	desk_press(d, "Enter Enter");
	desk_type(d, "Service");
	desk_press(d, "F12");
	desk_is(d, "SELECT count(*) FROM job", 1);
	desk_row_has(d, -1, "F9Estimate");
	desk_press(d, "F9");
	desk_row_has(d, 0, "Estimate");
}

static void estimate(struct desk *d)
{
	desk_type(d, "oil change");
	desk_press(d, "Enter");
	desk_sees(d, "Oil change");
	desk_type(d, "4*oil-5w30");
	desk_press(d, "Enter");
	desk_is(d, "SELECT sum(amount) FROM job_line", 12000 + 32000);
	desk_press(d, "F12");
	desk_press(d, "1 F12");
	desk_is(d, "SELECT authorised FROM job", 44000);
	desk_press(d, "F9");
	desk_row_has(d, 0, "Issue parts");
}

static void issue_and_finish(struct desk *d)
{
	desk_sees(d, "OIL-5W30");
	desk_press(d, "^U");
	desk_type(d, "admin");
	desk_press(d, "Enter F12");
	desk_is(d, "SELECT sum(qty) FROM stock_move", 16000);
	desk_press(d, "F9");
	desk_row_has(d, 0, "Finish");
	desk_press(d, "^U");
	desk_type(d, "admin");
	desk_press(d, "F12");
	desk_is(d, "SELECT count(*) FROM job WHERE state = 'finished'", 1);
	desk_press(d, "F9");
	desk_row_has(d, 0, "Settle");
}

static void settle_and_hand_over(struct desk *d)
{
	desk_sees(d, "440.00");
	desk_caret_in(d, "Cash");
	desk_row_has(d, -2, "Nothing is open");
	desk_type(d, "500");
	desk_row_has(d, -2, "Change: 60.00");
	desk_press(d, "^U");
	desk_type(d, "400");
	desk_row_has(d, -2, "Still open: 40.00");
	desk_press(d, "Down");
	desk_caret_in(d, "WeChat");
	desk_sees(d, "40.00");
	desk_press(d, "Enter");
	desk_is(d, "SELECT count(*) FROM job WHERE state = 'settled'", 1);
	desk_is(d, "SELECT sum(amount) FROM bill_open", 0);
	desk_is(d, "SELECT count(*) FROM payment", 2);
	desk_press(d, "F9");
	desk_row_has(d, 0, "Hand over");
	desk_press(d, "F12");
	desk_is(d, "SELECT count(*) FROM job WHERE state = 'handed_over'", 1);
	desk_row_has(d, 0, "Estimate");
}

static void car_goes_from_reception_to_handover(void **state)
{
	struct desk *d = *state;

	stock_up(d);
	receive(d);
	estimate(d);
	issue_and_finish(d);
	settle_and_hand_over(d);
}

int main(void)
{
#define SHOP_TEST(f) cmocka_unit_test_setup_teardown(f, at_home, desk_end)
	const struct CMUnitTest tests[] = {
		SHOP_TEST(car_goes_from_reception_to_handover),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
