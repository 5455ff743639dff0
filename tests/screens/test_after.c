/* test_after.c - what comes after a visit, on the screens: calls that are due, the next reception. */
#include "tests/test.h"

#include <stdlib.h>

#include "screens/screens.h"
#include "tests/ui/desk.h"

static int open_desk(void **state)
{
	struct desk *d = calloc(1, sizeof *d);

	desk_open(d, screen_all);
	desk_do(d, "customer.add", "name", "Wang Fang", "phone", "13812345678", NULL);
	desk_do(d, "vehicle.add", "plate", "鄂A12345", "customer", "Wang Fang", "odometer", "52000", "inspection_due",
		"2026-11-30", NULL);
	*state = d;
	return 0;
}

static int close_desk(void **state)
{
	desk_close(*state);
	free(*state);
	return 0;
}

static void what_is_due_is_called_about_and_logged(void **state)
{
	struct desk *d = *state;

	desk_go(d, "calls", NULL);
	desk_sees(d, "Inspection");
	desk_sees(d, "138 1234 5678");
	desk_press(d, "Enter");
	desk_type(d, "3");
	desk_press(d, "F12");
	desk_is(d, "SELECT count(*) FROM reminder_call WHERE result = 'coming'", 1);
	desk_sees_not(d, "138 1234 5678");
	desk_sees(d, "Noted");
}

static void a_call_is_put_off(void **state)
{
	struct desk *d = *state;

	desk_go(d, "calls", NULL);
	desk_press(d, "F6");
	desk_type(d, "+3");
	desk_press(d, "F12");
	desk_is(d, "SELECT due_on - 20778 FROM reminder WHERE state = 'open'", 3);
	desk_sees_not(d, "138 1234 5678");
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, open_desk, close_desk)
	const struct CMUnitTest tests[] = {
		T(what_is_due_is_called_about_and_logged),
		T(a_call_is_put_off),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
