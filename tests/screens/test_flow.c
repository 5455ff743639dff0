/* test_flow.c - from the finished work to the gate by keys: the check, a step that is missing, a quick job, a credit. */
#include "tests/test.h"

#include <stdlib.h>

#include "screens/screens.h"
#include "tests/ui/desk.h"

static int open_desk(void **state)
{
	struct desk *d = calloc(1, sizeof *d);

	desk_open(d, screen_all);
	desk_do(d, "labour.add", "code", "MS", "name", "Minor service", "hours", "1", "price", "200", NULL);
	desk_do(d, "till.open", "till", "T1", "float", "200", NULL);
	desk_do(d, "setting.set", "name", "job.authorise", "value", "no", NULL);
	desk_do(d, "job.receive", "plate", "鄂A12345", "odometer", "52000", "name", "Wang Fang", "phone",
		"13812345678", "complaint", "Service", "repair_type", "minor-service", NULL);
	desk_do(d, "job.labour", "job", "#1", "labour", "MS", NULL);
	*state = d;
	return 0;
}

static void f9_goes_to_the_step_that_is_missing(void **state)
{
	struct desk *d = *state;

	desk_do(d, "gate.set", "gate", "check", "on", "yes", NULL);
	desk_do(d, "job.finish", "job", "#1", NULL);
	desk_go(d, "settle", "job=#1");
	desk_press(d, "F9");
	desk_sees(d, "has not passed the quality check. Check it first");
	desk_press(d, "F9");
	desk_row_has(d, 0, "Quality check");
	desk_sees(d, "Road test");
	desk_is_sound(d);
	desk_press(d, "F9");
	desk_row_has(d, 0, "Settle");
	desk_press(d, "F9");
	desk_row_has(d, 0, "Hand over");
	desk_press(d, "F12");
	desk_is(d, "SELECT count(*) FROM job WHERE state = 'handed_over'", 1);
}

static void a_point_that_is_not_good_sends_it_back(void **state)
{
	struct desk *d = *state;

	desk_do(d, "job.finish", "job", "#1", NULL);
	desk_go(d, "check", "job=#1");
	desk_press(d, "Down Space F12");
	desk_sees(d, "is back in work: All work of the order is done");
	desk_is(d, "SELECT count(*) FROM job WHERE state = 'in_work'", 1);
}

static void a_wash_takes_few_keys(void **state)
{
	struct desk *d = *state;

	desk_go(d, "quick", "");
	desk_type(d, "鄂A77777");
	desk_press(d, "Tab Tab Tab Tab");
	desk_type(d, "Li Na");
	desk_press(d, "Tab");
	desk_type(d, "13900001111");
	desk_press(d, "Tab Tab Tab");
	desk_type(d, "Wash");
	desk_press(d, "Tab Tab");
	desk_type(d, "30");
	desk_press(d, "Enter");
	desk_sees(d, "30.00");
	desk_press(d, "F12");
	desk_sees(d, "鄂A77777 for 30.00, done and handed over");
	desk_is(d, "SELECT count(*) FROM job WHERE state = 'handed_over'", 1);
	desk_is(d, "SELECT amount FROM payment", 3000);
}

static void an_amount_is_given_back_by_keys(void **state)
{
	struct desk *d = *state;

	desk_do(d, "job.finish", "job", "#1", NULL);
	desk_do(d, "job.settle", "job", "#1", NULL);
	desk_go(d, "credit", "job=#1");
	desk_sees(d, "1 Minor service");
	desk_type(d, "late");
	desk_press(d, "Enter Tab");
	desk_type(d, "20");
	desk_press(d, "F12");
	desk_sees(d, "20.00 given back of WO-");
	desk_is(d, "SELECT amount FROM bill_open", 18000);
}

static void gates_go_on_and_off(void **state)
{
	struct desk *d = *state;

	desk_go(d, "gates", "");
	desk_press(d, "Enter");
	desk_is(d, "SELECT count(*) FROM repair_gate", 1);
	desk_press(d, "Enter");
	desk_is(d, "SELECT count(*) FROM repair_gate", 0);
	desk_press(d, "F11");
	desk_row_has(d, 0, "Points of the quality check");
	desk_is_sound(d);
}

#define DESK_TEST(name) cmocka_unit_test_setup_teardown(name, open_desk, desk_end)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		DESK_TEST(f9_goes_to_the_step_that_is_missing),
		DESK_TEST(a_point_that_is_not_good_sends_it_back),
		DESK_TEST(a_wash_takes_few_keys),
		DESK_TEST(an_amount_is_given_back_by_keys),
		DESK_TEST(gates_go_on_and_off),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
