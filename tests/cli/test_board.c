/* test_board.c - the board where there is no terminal: a list. */
#include "tests/cli/desk.h"

static void the_board_is_a_list_for_scripts(void **state)
{
	struct desk *d = *state;

	desk_run(d, NULL, "do", "job.receive", "plate=鄂A12345", "name=Wang", "phone=13800138000",
		 "odometer=1", "complaint=x", NULL);
	STATUS(d, 0);
	desk_run(d, NULL, "board", "--format", "csv", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "to_dispatch");
	SAYS(&d->out, "Wang");
	desk_run(d, NULL, "board", "--wall", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "鄂A12345");
	desk_says(&d->out, "Wang", false, __FILE__, __LINE__);
	desk_run(d, NULL, "board", "--floor", NULL);
	STATUS(d, 64);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_board_is_a_list_for_scripts, desk_setup_shop,
						desk_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
