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
	desk_do(d, "vehicle.add", "plate", "鄂A12345", "customer", "Wang Fang", "odometer", "52000",
		"inspection_due", "2026-11-30", NULL);
	*state = d;
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

/* A car with work declined at its last visit, handed over, and money owed. */
static void had_been_here(struct desk *d)
{
	desk_do(d, "customer.change", "customer", "Wang Fang", "terms", "30", NULL);
	desk_do(d, "job.receive", "plate", "鄂A12345", "odometer", "52010", "complaint", "noise", NULL);
	desk_do(d, "job.fee", "job", "#1", "text", "Look at it", "price", "80", NULL);
	desk_do(d, "job.fee", "job", "#1", "text", "Brake pads", "price", "300", NULL);
	desk_do(d, "job.decline", "job", "#1", "line", "2", "reason", "later", NULL);
	desk_do(d, "job.authorise", "job", "#1", "by", "Wang", "how", "phone", NULL);
	desk_do(d, "job.finish", "job", "#1", NULL);
	desk_do(d, "job.settle", "job", "#1", NULL);
	desk_do(d, "job.handover", "job", "#1", NULL);
}

static void reception_tells_what_is_to_be_known_of_a_car(void **state)
{
	struct desk *d = *state;

	had_been_here(d);
	desk_go(d, "reception", NULL);
	desk_type(d, "鄂A12345");
	desk_sees_not(d, "Declined");
	desk_press(d, "Enter");
	desk_sees(d, "To know before the car is received");
	desk_sees(d, "Brake pads  300.00");
	desk_sees(d, "Inspection due");
	desk_sees(d, "80.00");
	desk_sees(d, "Last visit");
	desk_sees(d, "52010 km");
	desk_is_sound(d);
	desk_type(d, "52999");
	desk_sees_not(d, "Declined");
	desk_sees(d, "52999");
	desk_press(d, "F11");
	desk_sees(d, "Declined");
	desk_press(d, "Esc");
	desk_sees_not(d, "Declined");
	desk_sees(d, "52999");
}

static void the_panel_is_reached_on_a_narrow_screen_too(void **state)
{
	struct desk *d = *state;

	had_been_here(d);
	desk_do(d, "vehicle.change", "vehicle", "鄂A12345", "note",
		"The lock of the tank sticks. Never wash it by machine. The key of the boot is with the "
		"neighbour, who lives at the "
		"green gate at the end of the lane.",
		NULL);
	d->rows = 12;
	d->cols = 40;
	desk_go(d, "reception", "plate=鄂A12345");
	desk_rest(d);
	desk_sees(d, "Inspection due");
	desk_is_sound(d);
	desk_sees_not(d, "lane.");
	desk_press(d, "Down Down Down Down Down Down Down Down Down Down Down");
	desk_sees(d, "lane.");
	desk_is_sound(d);
}

static void the_owner_sees_his_figures_on_a_telephone(void **state)
{
	struct desk *d = *state;

	had_been_here(d);
	d->rows = 14;
	d->cols = 40;
	desk_go(d, "owner", NULL);
	desk_sees(d, "Repaired today");
	desk_sees(d, "80.00");
	desk_is_sound(d);
	desk_press(d, "End");
	desk_is_sound(d);
}

static void a_car_tells_its_whole_history_on_one_scroll(void **state)
{
	struct desk *d = *state;

	had_been_here(d);
	desk_go(d, "history", "vehicle=#1");
	desk_row_has(d, 3, "Visit");
	desk_sees(d, "52010 km  noise");
	desk_sees(d, "Declined");
	desk_sees(d, "Brake pads  later");
	desk_sees(d, "Handover");
	desk_type(d, "brake");
	desk_sees(d, "Brake pads");
	desk_sees_not(d, "Look at it");
}

static void doubles_are_made_one_and_parted(void **state)
{
	struct desk *d = *state;

	desk_do(d, "customer.add", "name", "Wang F.", "phone", "13812345678", "same_phone", "yes", NULL);
	desk_go(d, "doubles", NULL);
	desk_sees(d, "Same phone");
	desk_press(d, "Enter");
	desk_type(d, "2");
	desk_press(d, "F12");
	desk_is(d, "SELECT merged_into FROM party WHERE name = 'Wang F.'", 1);
	desk_sees(d, "Nothing");
	desk_press(d, "Esc");
	desk_go(d, "merges", NULL);
	desk_sees(d, "Wang F.");
	desk_press(d, "F8");
	desk_type(d, "2");
	desk_is(d, "SELECT count(*) FROM party WHERE merged_into IS NOT NULL", 0);
}

static void calls_are_dealt_out_from_the_list_of_callers(void **state)
{
	struct desk *d = *state;

	desk_do(d, "calls.duty", "person", "admin", "a_day", "5", NULL);
	desk_go(d, "callers", NULL);
	desk_press(d, "F12");
	desk_sees(d, "1 calls are dealt out");
	desk_is(d, "SELECT count(*) FROM reminder WHERE caller_id = 1", 1);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, open_desk, desk_end)
	const struct CMUnitTest tests[] = {
		T(what_is_due_is_called_about_and_logged),
		T(a_call_is_put_off),
		T(reception_tells_what_is_to_be_known_of_a_car),
		T(the_owner_sees_his_figures_on_a_telephone),
		T(the_panel_is_reached_on_a_narrow_screen_too),
		T(a_car_tells_its_whole_history_on_one_scroll),
		T(doubles_are_made_one_and_parted),
		T(calls_are_dealt_out_from_the_list_of_callers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
