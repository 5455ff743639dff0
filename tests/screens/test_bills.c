/* test_bills.c - open bills are ticked and paid in one go; documents are reviewed row by row. */
#include "tests/test.h"

#include <stdlib.h>

#include "screens/screens.h"
#include "tests/ui/desk.h"

static void settled(struct desk *d, const char *job, const char *plate, const char *price)
{
	desk_do(d, "job.receive", "plate", plate, "odometer", "52000", "complaint", "Service", "repair_type",
		"minor-service", "again", "yes", NULL);
	desk_do(d, "job.labour", "job", job, "text", "Work", "price", price, NULL);
	desk_do(d, "job.authorise", "job", job, "by", "somebody", "how", "phone", NULL);
	desk_do(d, "job.finish", "job", job, NULL);
	desk_do(d, "job.settle", "job", job, NULL);
}

static int open_desk(void **state)
{
	struct desk *d = calloc(1, sizeof *d);

	desk_open(d, screen_all);
	desk_do(d, "till.open", "till", "T1", "float", "200", NULL);
	desk_do(d, "customer.add", "name", "Fleet", "phone", "02788880000", "terms", "30", NULL);
	desk_do(d, "customer.add", "name", "Other", "phone", "02788880001", "terms", "30", NULL);
	desk_do(d, "vehicle.add", "plate", "鄂A88888", "customer", "Fleet", NULL);
	desk_do(d, "vehicle.add", "plate", "鄂A77777", "customer", "Other", NULL);
	settled(d, "#1", "鄂A88888", "100");
	settled(d, "#2", "鄂A88888", "250");
	settled(d, "#3", "鄂A77777", "70");
	desk_go(d, "bills", NULL);
	*state = d;
	return 0;
}

static void ticked_bills_are_paid_in_one_go(void **state)
{
	struct desk *d = *state;

	desk_press(d, "Space");
	desk_press(d, "Space");
	desk_sees(d, "2 marked");
	desk_sees(d, "Open 350.00");
	/* The cursor stands on somebody else's bill by now. */
	desk_press(d, "F12");
	desk_sees(d, "Payment of a payer");
	desk_sees(d, "350.00");
	desk_is_sound(d);
	desk_press(d, "F12");
	desk_sees(d, "all is paid");
}

static void ticked_bills_become_one(void **state)
{
	struct desk *d = *state;

	desk_press(d, "Space");
	desk_press(d, "Space");
	desk_press(d, "F9");
	desk_sees(d, "Collective bill");
	desk_sees(d, "ST-");
	desk_is_sound(d);
	desk_press(d, "F12");
	desk_sees(d, "2 bills of Fleet, together 350.00");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(ticked_bills_are_paid_in_one_go, open_desk, desk_end),
		cmocka_unit_test_setup_teardown(ticked_bills_become_one, open_desk, desk_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
