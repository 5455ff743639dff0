/* test_estimate.c - the estimate, key by key: adding, cells, switching, previews, explanations. */
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>

#include "screens/screens.h"
#include "tests/ui/desk.h"

static int open_desk(void **state)
{
	struct desk *d = calloc(1, sizeof *d);

	desk_open(d, screen_all);
	desk_do(d, "part.add", "code", "OIL-5W30", "name", "Engine oil", "price", "80", "barcode",
		"6901234567892", NULL);
	desk_do(d, "part.add", "code", "OIL-FILT", "name", "Oil filter", "price", "35", NULL);
	desk_do(d, "labour.add", "code", "L-OIL", "name", "Oil change", "hours", "0.5", "price", "120", NULL);
	desk_do(d, "stock.open", "part", "OIL-5W30", "qty", "20", "cost", "45", NULL);
	desk_do(d, "job.receive", "plate", "鄂A12345", "odometer", "52000", "name", "Wang Fang", "phone",
		"13812345678", "complaint", "Service", "repair_type", "minor-service", NULL);
	desk_go(d, "estimate", "job=#1");
	*state = d;
	return 0;
}

static void add(struct desk *d, const char *typed)
{
	desk_type(d, typed);
	desk_press(d, "Enter");
}

static void head_lines_and_totals_stand_on_the_screen(void **state)
{
	struct desk *d = *state;

	desk_row_has(d, 0, "Estimate | WO-");
	desk_row_has(d, 0, "Received");
	desk_sees(d, "Wang Fang");
	desk_sees(d, "Nothing is on it yet");
	add(d, "l-oil");
	desk_sees(d, "Oil change");
	desk_row_has(d, 21, "Total 120.00");
	desk_caret_in(d, "Add:");
	desk_is_sound(d);
	d->rows = 12;
	d->cols = 40;
	desk_sees(d, "Oil change");
	desk_is_sound(d);
}

static void exact_code_adds_though_more_begin_so(void **state)
{
	struct desk *d = *state;

	add(d, "3*oil-5w30");
	desk_is(d, "SELECT qty FROM job_line", 3000);
	desk_is(d, "SELECT amount FROM job_line", 24000);
	desk_row_has(d, 1, "Add:");
	desk_sees_not(d, "3*oil");
}

static void several_hits_are_chosen_by_digit(void **state)
{
	struct desk *d = *state;

	add(d, "oil");
	desk_is(d, "SELECT count(*) FROM job_line", 0);
	desk_row_has(d, -2, "1-9");
	desk_press(d, "2");
	desk_is(d, "SELECT count(*) FROM job_line", 1);
	desk_caret_in(d, "Add:");
	desk_type(d, "filter");
	desk_sees(d, "Oil filter");
	desk_press(d, "Enter");
	desk_is(d, "SELECT count(*) FROM job_line", 2);
}

static void hits_show_what_is_on_hand(void **state)
{
	struct desk *d = *state;

	desk_type(d, "engine");
	desk_sees(d, "On hand");
	desk_row_has(d, 3, "20");
	desk_press(d, "Esc");
	desk_sees(d, "Nothing is on it yet");
}

static void scan_adds_with_the_quantity_in_front(void **state)
{
	struct desk *d = *state;

	snprintf(d->known, sizeof d->known, "6901234567892");
	desk_type(d, "2*");
	desk_scan(d, "6901234567892");
	desk_is(d, "SELECT qty FROM job_line", 2000);
	desk_scan(d, "6901234567892");
	desk_is(d, "SELECT sum(qty) FROM job_line", 3000);
	desk_caret_in(d, "Add:");
}

static void what_is_not_found_is_written_in_own_words(void **state)
{
	struct desk *d = *state;

	add(d, "Look at the noise");
	desk_sees(d, "Add labour");
	desk_caret_in(d, "Price");
	desk_type(d, "50");
	desk_press(d, "F12");
	desk_is(d, "SELECT amount FROM job_line WHERE text = 'Look at the noise'", 5000);
	desk_caret_in(d, "Add:");
}

static void cells_are_edited_by_their_signs(void **state)
{
	struct desk *d = *state;

	add(d, "oil-5w30");
	desk_press(d, "*");
	desk_type(d, "2+2");
	desk_press(d, "Enter");
	desk_is(d, "SELECT qty FROM job_line", 4000);
	desk_press(d, ".");
	desk_type(d, "75");
	desk_press(d, "Enter");
	desk_is(d, "SELECT price FROM job_line", 7500);
	desk_press(d, "+");
	desk_is(d, "SELECT qty FROM job_line", 5000);
	desk_press(d, "- -");
	desk_is(d, "SELECT qty FROM job_line", 3000);
	desk_press(d, "*");
	desk_type(d, "9");
	desk_press(d, "Esc");
	desk_is(d, "SELECT qty FROM job_line", 3000);
	desk_press(d, "Tab");
	desk_type(d, "1");
	desk_press(d, "Tab");
	desk_type(d, "70");
	desk_press(d, "Enter");
	desk_is(d, "SELECT amount FROM job_line", 7000);
}

static void wide_signs_do_the_same(void **state)
{
	struct desk *d = *state;

	add(d, "oil-5w30");
	desk_type(d, "＊");
	desk_type(d, "６");
	desk_press(d, "Enter");
	desk_is(d, "SELECT qty FROM job_line", 6000);
}

static void space_switches_the_line(void **state)
{
	struct desk *d = *state;

	add(d, "oil-5w30");
	add(d, "l-oil");
	desk_press(d, "Up Space");
	desk_row_has(d, 21, "Total 120.00");
	desk_press(d, "Down");
	assert_int_equal(desk_role(d, "OIL-5W30"), ROLE_STRUCK);
	desk_press(d, "Up Space");
	desk_row_has(d, 21, "Total 200.00");
}

static void digits_switch_lines_on_the_phone(void **state)
{
	struct desk *d = *state;

	add(d, "oil-5w30");
	add(d, "l-oil");
	desk_press(d, "#");
	desk_sees(d, "On the phone");
	desk_press(d, "1");
	desk_is(d, "SELECT count(*) FROM job_line WHERE state = 'on'", 1);
	desk_press(d, "Esc");
	desk_row_has(d, 1, "Add:");
	desk_press(d, "2");
	desk_is(d, "SELECT count(*) FROM job_line WHERE state = 'on'", 1);
}

static void marked_lines_are_declined_together(void **state)
{
	struct desk *d = *state;

	add(d, "oil-5w30");
	add(d, "l-oil");
	desk_press(d, "Home Left Left");
	desk_sees(d, "*");
	desk_press(d, "Enter 4");
	desk_type(d, "Too dear");
	desk_press(d, "F12");
	desk_is(d, "SELECT count(*) FROM job_line WHERE state = 'declined'", 2);
}

static void preview_shows_the_difference_and_books_it(void **state)
{
	struct desk *d = *state;

	add(d, "l-oil");
	desk_press(d, "Ins");
	desk_type(d, "member");
	desk_press(d, "F12");
	desk_sees(d, "+ ");
	desk_sees(d, "108.00");
	desk_is(d, "SELECT amount FROM job_line", 12000);
	desk_press(d, "F12");
	desk_is(d, "SELECT amount FROM job_line", 10800);
	desk_row_has(d, 21, "Total 108.00");
}

static void preview_books_only_what_it_showed(void **state)
{
	struct desk *d = *state;

	add(d, "l-oil");
	desk_press(d, "Ins");
	desk_type(d, "member");
	desk_press(d, "F12");
	desk_sees(d, "108.00");
	desk_do(d, "job.fee", "job", "#1", "text", "Towing", "price", "50", NULL);
	desk_do(d, "job.line_price", "job", "#1", "line", "#1", "price", "110", NULL);
	desk_press(d, "F12");
	desk_sees(d, "meanwhile");
	desk_is(d, "SELECT count(*) FROM job WHERE repair_mode_id = 2", 0);
	desk_press(d, "Esc");
}

static void line_of_another_person_is_not_hit_by_mistake(void **state)
{
	struct desk *d = *state;

	add(d, "l-oil");
	desk_do(d, "job.drop", "job", "#1", "line", "#1", "reason", "Not wanted", NULL);
	console_watch(d->con);
	desk_press(d, "Space");
	desk_is(d, "SELECT count(*) FROM job_line WHERE state = 'dropped'", 1);
}

static void sums_are_explained_by_their_rows(void **state)
{
	struct desk *d = *state;

	add(d, "2*oil-5w30");
	desk_do(d, "job.authorise", "job", "#1", "by", "Wang Fang", "how", "phone", NULL);
	desk_do(d, "stock.issue", "job", "#1", "picker", "admin", "warehouse", "MAIN", NULL);
	console_watch(d->con);
	desk_press(d, "F5 ?");
	desk_sees(d, "Explain");
	desk_sees(d, "1 Price");
	desk_press(d, "3");
	desk_sees(d, "Issued, Cost so far = Parts issued");
	desk_is_sound(d);
	desk_press(d, "Esc");
	desk_caret_in(d, "Add:");
}

static void package_asks_once_for_what_fits_the_model(void **state)
{
	struct desk *d = *state;

	desk_do(d, "package.add", "code", "P-MINOR", "name", "Minor service set", NULL);
	desk_do(d, "package.line", "package", "P-MINOR", "labour", "L-OIL", NULL);
	desk_do(d, "package.line", "package", "P-MINOR", "text", "Oil filter", NULL);
	console_changed(d->con);
	add(d, "p-minor");
	desk_sees(d, "Part that fits");
	desk_sees(d, "Oil filter");
	desk_type(d, "OIL-FILT");
	desk_press(d, "F12");
	desk_is(d, "SELECT count(*) FROM job_line", 2);
	add(d, "p-minor");
	desk_is(d, "SELECT count(*) FROM job_line", 4);
	desk_caret_in(d, "Add:");
	desk_is_sound(d);
}

static void price_of_a_line_tells_how_it_came_about(void **state)
{
	struct desk *d = *state;

	add(d, "l-oil");
	desk_press(d, ".");
	desk_type(d, "100");
	desk_press(d, "Enter ?");
	desk_press(d, "1");
	desk_sees(d, "List price");
	desk_sees(d, "Given by hand");
	desk_sees(d, "83.33%");
	desk_press(d, "Esc");
}

static void declined_work_comes_back_with_one_key(void **state)
{
	struct desk *d = *state;

	add(d, "l-oil");
	add(d, "oil-filt");
	desk_do(d, "job.decline", "job", "#1", "line", "#2", "reason", "Too dear", NULL);
	desk_script(d, "UPDATE job SET state = 'handed_over' WHERE id = 1");
	desk_do(d, "job.receive", "plate", "鄂A12345", "odometer", "52100", "complaint", "Noise", NULL);
	desk_go(d, "estimate", "job=#2");
	desk_sees(d, "Declined before 1");
	desk_press(d, "F6");
	desk_sees(d, "Price then");
	desk_sees(d, "Oil filter");
	desk_press(d, "Enter Esc");
	desk_is(d, "SELECT price FROM job_line WHERE offers_id = 2", 3500);
	desk_sees(d, "Oil filter");
}

static void next_step_is_named_and_gone_to(void **state)
{
	struct desk *d = *state;

	add(d, "l-oil");
	desk_row_has(d, -1, "F9/F12Authorise");
	desk_press(d, "F9 F12");
	desk_is(d, "SELECT authorised FROM job", 12000);
	desk_row_has(d, -1, "F9Finish");
	desk_press(d, "F9");
	desk_row_has(d, 0, "Finish");
	desk_press(d, "Esc");
	desk_row_has(d, 0, "Estimate");
}

static void head_is_changed_on_its_own_form(void **state)
{
	struct desk *d = *state;

	desk_press(d, "BackTab");
	desk_row_has(d, 0, "Change a work order");
	desk_press(d, "Esc");
	desk_press(d, "Enter 9 9 9");
	desk_sees(d, "Change the head");
	desk_press(d, "Esc");
	desk_press(d, "F1");
	desk_type(d, "shift-tab");
	desk_sees(d, "Shift-Tab changes the head");
	desk_press(d, "Esc");
}

int main(void)
{
#define SHOP_TEST(f) cmocka_unit_test_setup_teardown(f, open_desk, desk_end)
	const struct CMUnitTest tests[] = {
		SHOP_TEST(head_lines_and_totals_stand_on_the_screen),
		SHOP_TEST(exact_code_adds_though_more_begin_so),
		SHOP_TEST(several_hits_are_chosen_by_digit),
		SHOP_TEST(hits_show_what_is_on_hand),
		SHOP_TEST(scan_adds_with_the_quantity_in_front),
		SHOP_TEST(what_is_not_found_is_written_in_own_words),
		SHOP_TEST(cells_are_edited_by_their_signs),
		SHOP_TEST(wide_signs_do_the_same),
		SHOP_TEST(space_switches_the_line),
		SHOP_TEST(digits_switch_lines_on_the_phone),
		SHOP_TEST(marked_lines_are_declined_together),
		SHOP_TEST(preview_shows_the_difference_and_books_it),
		SHOP_TEST(preview_books_only_what_it_showed),
		SHOP_TEST(line_of_another_person_is_not_hit_by_mistake),
		SHOP_TEST(sums_are_explained_by_their_rows),
		SHOP_TEST(package_asks_once_for_what_fits_the_model),
		SHOP_TEST(price_of_a_line_tells_how_it_came_about),
		SHOP_TEST(declined_work_comes_back_with_one_key),
		SHOP_TEST(next_step_is_named_and_gone_to),
		SHOP_TEST(head_is_changed_on_its_own_form),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
