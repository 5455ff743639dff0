/* test_signs.c - what the screens say: menus, titles, hints, figures, digits and what was booked. */
#include "tests/screens/home.h"

static void turning_the_page_and_back_finds_the_field_again(void **state)
{
	struct desk *d = *state;

	desk_go(d, "reception", NULL);
	desk_type(d, "鄂A12345");
	desk_press(d, "Enter");
	desk_caret_in(d, "Odometer");
	desk_press(d, "PgDn");
	desk_row_has(d, 1, "How it looks");
	desk_press(d, "PgUp");
	desk_caret_in(d, "Odometer");
}

static void paper_key_is_on_the_bar_when_there_is_paper(void **state)
{
	struct desk *d = *state;

	till_is_opened(d);
	desk_row_has(d, -1, "F7Print");
}

static void menus_leave_out_what_the_person_may_not_run(void **state)
{
	struct desk *d = *state;

	d->rows = 60;
	desk_sees(d, "11 Reception");
	desk_sees(d, "31 Customers");
	desk_script(
	    d, "UPDATE user SET role_id = (SELECT id FROM role WHERE name = 'cashier') WHERE name = 'admin'");
	console_changed(d->con);
	desk_press(d, "Esc");
	desk_sees_not(d, "11 Reception");
	desk_sees(d, "17 Take a payment");
	desk_sees_not(d, "96 Journal");
	desk_press(d, "F10");
	desk_type(d, "11");
	desk_sees(d, "Nothing found");
}

static void menus_that_are_longer_than_the_screen_have_pages(void **state)
{
	struct desk *d = *state;

	desk_sees(d, "11 Reception");
	desk_sees(d, "PgDn");
	desk_press(d, "PgUp");
	desk_sees_not(d, "11 Reception");
	desk_sees(d, "91 Users");
	desk_press(d, "PgDn");
	desk_sees(d, "11 Reception");
}

static void command_that_has_a_screen_is_listed_once(void **state)
{
	struct desk *d = *state;

	desk_press(d, "F10");
	desk_type(d, "hand over");
	desk_sees(d, "18 Hand over");
	desk_sees_not(d, "Hand the car over");
}

static void narrow_title_names_the_document(void **state)
{
	struct desk *d = *state;

	car_in_work(d);
	d->rows = 12;
	d->cols = 40;
	desk_go(d, "estimate", "job=#1");
	desk_row_has(d, 0, "Estimate | WO-261121-0001");
}

static void report_shows_its_figures_before_its_bars(void **state)
{
	struct desk *d = *state;

	car_in_work(d);
	desk_press(d, "F10");
	desk_type(d, "advisor_work");
	desk_press(d, "Enter");
	desk_row_has(d, 2, "Average");
}

static void part_that_begins_with_what_was_typed_comes_first(void **state)
{
	struct desk *d = *state;

	car_in_work(d);
	desk_do(d, "labour.add", "code", "A1", "name", "更换机油机滤", "hours", "0.5", "price", "60", NULL);
	desk_do(d, "part.add", "code", "ZZ-9", "name", "机油 5W-30", "price", "88", NULL);
	desk_go(d, "estimate", "job=#1");
	desk_type(d, "4*jy");
	desk_press(d, "Enter Enter");
	desk_is(d, "SELECT qty FROM job_line", 4000);
	desk_is(d, "SELECT count(*) FROM job_line l JOIN part p ON p.id = l.part_id WHERE p.code = 'ZZ-9'",
		1);
}

static void change_is_said_after_it_is_booked(void **state)
{
	struct desk *d = *state;

	car_is_finished(d);
	desk_go(d, "settle", "job=#1");
	desk_type(d, "200");
	desk_row_has(d, -2, "Change: 80.00");
	desk_press(d, "Enter");
	desk_row_has(d, -2, "settled with 120.00, all paid  Change: 80.00");
	desk_is(d, "SELECT sum(amount) FROM payment", 12000);
}

static void preview_says_what_it_booked(void **state)
{
	struct desk *d = *state;

	car_in_work(d);
	desk_do(d, "job.labour", "job", "WO-261121-0001", "labour", "BY01", NULL);
	desk_go(d, "estimate", "job=#1");
	desk_press(d, "Ins");
	desk_type(d, "member");
	desk_press(d, "F12 F12");
	desk_row_has(d, -2, "108.00 instead of 120.00");
}

static void lists_show_the_digits_of_what_has_no_key(void **state)
{
	struct desk *d = *state;

	car_in_work(d);
	desk_go(d, "customers", NULL);
	desk_row_has(d, -2, "2 Change");
	desk_press(d, "2");
	desk_row_has(d, 0, "Change a customer");
	desk_do(d, "till.open", "till", "#1", "float", "500", NULL);
	desk_do(d, "payment.take", "job", "WO-261121-0001", "amount", "50", "method", "cash", NULL);
	desk_go(d, "payments", NULL);
	desk_row_has(d, -2, "2 Refund");
	desk_press(d, "Enter");
	desk_sees(d, "3 Reverse");
	desk_press(d, "2");
	desk_row_has(d, 0, "Refund");
}

static void list_is_not_narrowed_by_what_is_looked_for(void **state)
{
	struct desk *d = *state;

	car_in_work(d);
	desk_go(d, "estimate", "job=#1");
	desk_type(d, "Look at the noise");
	desk_press(d, "Enter Tab");
	desk_type(d, "adm");
	desk_press(d, "Tab BackTab F4");
	desk_sees(d, "Administrator");
	desk_row_has(d, -2, "Type to filter");
}

static void f1_says_first_what_one_stands_on(void **state)
{
	struct desk *d = *state;

	desk_go(d, "part_new", NULL);
	desk_press(d, "Tab Tab");
	desk_press(d, "F1");
	desk_sees(d, "> Price: ");
	desk_sees(d, "or a sum such as 3*45+6");
	desk_press(d, "Esc");
	desk_caret_in(d, "Price");
}

static void parts_to_issue_say_where_they_lie_and_how_many(void **state)
{
	struct desk *d = *state;

	car_in_work(d);
	desk_do(d, "part.change", "part", "OIL", "bin", "B-04", NULL);
	desk_do(d, "job.part", "job", "WO-261121-0001", "part", "OIL", "qty", "4", NULL);
	desk_do(d, "job.authorise", "job", "WO-261121-0001", "by", "Wang Fang", "how", "phone", NULL);
	desk_go(d, "issue", "job=#1");
	desk_sees(d, "OIL Engine oil");
	desk_press(d, "Tab Tab");
	desk_row_has(d, -2, "On hand 20");
	desk_row_has(d, -2, "Bin B-04");
}

/* One label, and the names of both keys in front of it. */
static void two_keys_that_do_the_same_share_their_label(void **state)
{
	struct desk *d = *state;

	desk_do(d, "till.open", "till", "#1", "float", "500", NULL);
	desk_go(d, "till", NULL);
	desk_row_has(d, -1, "F9/EnterClose");
	desk_go(d, "customers", NULL);
	desk_row_has(d, -1, "EnterCars");
}

static void hint_ends_where_a_clause_does(void **state)
{
	struct desk *d = *state;

	d->rows = 12;
	d->cols = 40;
	desk_go(d, "part_new", NULL);
	desk_row_has(d, -2, "Short and never used twice");
	desk_sees_not(d, "used twice;");
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, at_home, desk_end)
	const struct CMUnitTest tests[] = {
		T(turning_the_page_and_back_finds_the_field_again),
		T(paper_key_is_on_the_bar_when_there_is_paper),
		T(menus_leave_out_what_the_person_may_not_run),
		T(menus_that_are_longer_than_the_screen_have_pages),
		T(command_that_has_a_screen_is_listed_once),
		T(narrow_title_names_the_document),
		T(report_shows_its_figures_before_its_bars),
		T(part_that_begins_with_what_was_typed_comes_first),
		T(lists_show_the_digits_of_what_has_no_key),
		T(list_is_not_narrowed_by_what_is_looked_for),
		T(f1_says_first_what_one_stands_on),
		T(parts_to_issue_say_where_they_lie_and_how_many),
		T(two_keys_that_do_the_same_share_their_label),
		T(hint_ends_where_a_clause_does),
		T(change_is_said_after_it_is_booked),
		T(preview_says_what_it_booked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
