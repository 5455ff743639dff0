/* test_board.c - the board at work: who has what, what waits, what is late, live. */
#include "tests/test.h"

#include <stdlib.h>

#include "screens/screens.h"
#include "tests/ui/desk.h"

/* A car that is promised in ten minutes, with labour of two kinds, and two technicians. */
static int open_desk(void **state)
{
	struct desk *d = calloc(1, sizeof *d);

	desk_open(d, screen_all);
	desk_menus(d, screen_menus);
	desk_script(
	    d, "INSERT INTO user (id, name, title, role_id, technician) VALUES (11, 'chen', 'Chen', 1, 1), "
	       "(12, 'liu', 'Liu', 1, 1);"
	       "INSERT INTO party (id, kind, name, since_on) VALUES (11, 'customer', 'Wang Fang', 20000);"
	       "INSERT INTO vehicle (id, plate, customer_id, model) VALUES (11, '鄂A12345', 11, 'Polo');"
	       "INSERT INTO job (id, number, state, vehicle_id, customer_id, payer_id, repair_type_id, "
	       "repair_mode_id, received_on, "
	       "received_at, complaint, promised_at) SELECT 11, 'WO-1', 'in_work', 11, 11, 11, 1, 1, 20778, "
	       "unixepoch('2026-11-21 09:05'), 'Noise', unixepoch('2026-11-21 10:15');"
	       "INSERT INTO job_line (id, job_id, pos, kind, text, qty, hours, list_price, price, amount) "
	       "VALUES "
	       "(11, 11, 1, 'labour', 'Front axle', 1000, 2000, 100, 100, 100), (12, 11, 2, 'labour', "
	       "'Door', 1000, 0, 50, 50, 50);"
	       "UPDATE job SET total = 150;"
	       "INSERT INTO job_step (job_id, to_state, at, user_id) VALUES (11, 'received', 1, 1);"
	       "INSERT INTO job_step (job_id, from_state, to_state, at, user_id) VALUES (11, 'received', "
	       "'in_work', 1, 1);"
	       "INSERT INTO search_word (word, kind, ref_id) VALUES ('wo1', 'job', 11)");
	*state = d;
	return 0;
}

static void work_is_dispatched_to_several(void **state)
{
	struct desk *d = *state;

	desk_go(d, "dispatch", "job=#11");
	desk_type(d, "chen");
	desk_press(d, "F12");
	desk_is(d, "SELECT count(*) FROM dispatch WHERE technician_id = 11", 2);
	desk_go(d, "dispatched", "job=#11");
	desk_sees(d, "Front axle");
	desk_sees(d, "Chen");
	desk_press(d, "Enter");
	desk_type(d, "liu");
	desk_press(d, "Tab Tab");
	desk_type(d, "40");
	desk_press(d, "F12");
	desk_is(d, "SELECT share FROM dispatch WHERE technician_id = 12", 4000);
	desk_sees(d, "Liu 40");
}

static void the_board_lives(void **state)
{
	struct desk *d = *state;

	desk_go(d, "board", NULL);
	desk_sees(d, "To dispatch");
	desk_sees(d, "1:00");
	desk_sees_not(d, "! 鄂A12345");
	d->now += 600;
	console_watch(d->con);
	console_draw(d->con);
	desk_sees(d, "1:10");
	desk_sees_not(d, "! 鄂A12345");
	d->now += 60;
	console_watch(d->con);
	console_draw(d->con);
	desk_sees(d, "! 鄂A12345");
	desk_press(d, "F6");
	desk_press(d, "1 F12");
	desk_is(d, "SELECT waiting = 'parts' FROM job", 1);
	desk_sees(d, "Waits: parts");
	desk_press(d, "F6");
	desk_is(d, "SELECT waiting IS NULL FROM job", 1);
}

static void a_wall_shows_no_names(void **state)
{
	struct desk *d = *state;

	desk_script(d, "INSERT INTO dispatch (line_id, technician_id, share, at) VALUES (11, 11, 10000, 1)");
	d->cols = 200;
	desk_go(d, "board", NULL);
	desk_sees(d, "Wang Fang");
	desk_sees(d, "Chen");
	desk_go(d, "wall", NULL);
	desk_sees(d, "鄂A12345");
	desk_sees_not(d, "Wang Fang");
	desk_sees_not(d, "Chen");
}

static void a_technician_clocks_on_and_off(void **state)
{
	struct desk *d = *state;

	desk_script(d, "INSERT INTO dispatch (line_id, technician_id, share, at) VALUES (11, 1, 10000, 1); "
		       "UPDATE job_line SET "
		       "technician_id = 1 WHERE id = 11");
	desk_go(d, "my_work", NULL);
	desk_sees(d, "Front axle");
	desk_sees_not(d, "Door");
	desk_press(d, "F12");
	desk_is(d, "SELECT count(*) FROM job_clock WHERE stopped_at IS NULL", 1);
	desk_sees(d, "Being worke");
	desk_press(d, "F12 F12");
	desk_is(d, "SELECT count(*) FROM job_clock WHERE stopped_at IS NULL", 0);
	desk_press(d, "Enter");
	desk_sees(d, "Door");
	desk_press(d, "Esc F2");
	desk_type(d, "Tyres soon");
	desk_press(d, "F12");
	desk_is(d, "SELECT count(*) FROM advice", 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(work_is_dispatched_to_several, open_desk, desk_end),
		cmocka_unit_test_setup_teardown(the_board_lives, open_desk, desk_end),
		cmocka_unit_test_setup_teardown(a_wall_shows_no_names, open_desk, desk_end),
		cmocka_unit_test_setup_teardown(a_technician_clocks_on_and_off, open_desk, desk_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
