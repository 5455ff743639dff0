/* test_clerk.c - what clerks stumbled over once while typing, on the program's own screens. */
#include "tests/screens/home.h"

static void remark_can_be_given_where_a_refusal_asks_for_it(void **state)
{
	struct desk *d = *state;

	till_is_opened(d);
	desk_go(d, "till_close", NULL);
	desk_type(d, "400");
	desk_press(d, "F12");
	desk_row_has(d, -2, "remark");
	desk_caret_in(d, "Remark");
	desk_type(d, "100 for the cleaner");
	desk_press(d, "F12");
	desk_is(d, "SELECT count(*) FROM till_shift WHERE closed_at IS NOT NULL", 1);
	desk_is(d, "SELECT count(*) FROM document WHERE remark = '100 for the cleaner'", 1);
}

static void new_car_stops_at_name_and_phone(void **state)
{
	struct desk *d = *state;

	desk_type(d, "鄂A12345");
	desk_press(d, "Enter");
	desk_type(d, "52000");
	desk_press(d, "Enter");
	desk_caret_in(d, "Name");
	desk_type(d, "Wang Fang");
	desk_press(d, "Enter");
	desk_type(d, "13812345678");
	desk_press(d, "Enter Enter");
	desk_type(d, "Service");
	desk_press(d, "F12");
	desk_is(
	    d,
	    "SELECT count(*) FROM job j JOIN party p ON p.id = j.customer_id WHERE p.phone = '13812345678'",
	    1);
}

static void kilometres_are_refused_at_once_when_they_are_none(void **state)
{
	struct desk *d = *state;

	desk_go(d, "reception", NULL);
	desk_type(d, "鄂A12345");
	desk_press(d, "Enter");
	desk_type(d, "52o00");
	desk_press(d, "Enter");
	desk_row_has(d, -2, "!");
	desk_caret_in(d, "Odometer");
	desk_press(d, "^U");
	desk_type(d, "５２０００");
	desk_press(d, "Enter");
	desk_sees(d, "52000");
	desk_caret_in(d, "Name");
}

static void typing_on_a_number_replaces_it(void **state)
{
	struct desk *d = *state;

	desk_go(d, "reception", NULL);
	desk_type(d, "鄂A12345");
	desk_press(d, "Enter");
	desk_type(d, "52000");
	desk_press(d, "Tab Up");
	desk_caret_in(d, "Odometer");
	desk_type(d, "61");
	desk_press(d, "Tab");
	desk_sees(d, "61 ");
	desk_sees_not(d, "5200");
}

static void void_key_works_outside_of_the_rows(void **state)
{
	struct desk *d = *state;

	car_in_work(d);
	desk_do(d, "job.part", "job", "WO-261121-0001", "part", "OIL", "qty", "4", NULL);
	desk_do(d, "job.authorise", "job", "WO-261121-0001", "by", "Wang Fang", "how", "phone", NULL);
	desk_go(d, "issue", "job=#1");
	desk_row_has(d, -1, "F8Return");
	desk_press(d, "Tab Tab");
	desk_caret_in(d, "OIL");
	desk_row_has(d, -1, "F8Take row out");
	desk_press(d, "F8");
	desk_sees_not(d, "OIL");
	desk_press(d, "Up Up F8");
	desk_row_has(d, 0, "Return parts");
}

static void reminder_is_entered_with_enter(void **state)
{
	struct desk *d = *state;

	car_in_work(d);
	desk_do(d, "job.labour", "job", "WO-261121-0001", "labour", "BY01", NULL);
	desk_do(d, "job.authorise", "job", "WO-261121-0001", "by", "Wang Fang", "how", "phone", NULL);
	desk_do(d, "job.finish", "job", "WO-261121-0001", "checker", "admin", NULL);
	desk_do(d, "customer.change", "customer", "#1", "terms", "30", "limit", "1000", NULL);
	desk_do(d, "job.settle", "job", "WO-261121-0001", NULL);
	desk_go(d, "handover", "job=#1");
	desk_type(d, "+180");
	desk_press(d, "Enter");
	desk_type(d, "60000");
	desk_press(d, "Enter");
	desk_type(d, "Next service");
	desk_press(d, "Enter Enter");
	desk_caret_in(d, "[F12");
	desk_press(d, "F12");
	desk_is(d, "SELECT count(*) FROM reminder WHERE due_km = 60000 AND text = 'Next service'", 1);
}

static void phone_and_name_find_the_car_too(void **state)
{
	struct desk *d = *state;

	car_in_work(d);
	desk_type(d, "5678");
	desk_row_has(d, 3, "鄂A12345");
	desk_row_has(d, 4, "Wang Fang");
	desk_press(d, "Enter 1");
	desk_row_has(d, 0, "Estimate | WO-261121-0001");
	desk_press(d, "Esc");
	desk_type(d, "wang");
	desk_sees(d, "鄂A12345");
	desk_press(d, "^U");
	desk_type(d, "12345");
	desk_row_has(d, 3, "鄂A12345");
}

static void quantity_is_not_lost_on_labour(void **state)
{
	struct desk *d = *state;

	car_in_work(d);
	desk_go(d, "estimate", "job=#1");
	desk_type(d, "3*by01");
	desk_press(d, "Enter");
	desk_row_has(d, -2, "not counted");
	desk_is(d, "SELECT count(*) FROM job_line", 0);
}

static void too_much_discount_leads_to_its_field(void **state)
{
	struct desk *d = *state;

	car_is_finished(d);
	desk_script(d, "UPDATE role SET max_discount = 500");
	desk_go(d, "settle", "job=#1");
	desk_press(d, "Up Up Up Up Up");
	desk_type(d, "50");
	desk_press(d, "Tab F12");
	desk_sees(d, "up to 6.00");
	desk_press(d, "Esc");
	desk_caret_in(d, "Discount on labour");
	desk_type(d, "6");
	desk_press(d, "Enter");
	desk_sees(d, "114.00");
	desk_press(d, "Enter");
	desk_row_has(d, -2, "settled with 114.00");
}

static void what_is_no_amount_is_not_settled_as_nothing(void **state)
{
	struct desk *d = *state;

	car_is_finished(d);
	desk_go(d, "settle", "job=#1");
	desk_type(d, "y");
	desk_press(d, "F9");
	desk_row_has(d, -2, "is not an amount");
	desk_is(d, "SELECT count(*) FROM settlement", 0);
}

static void pick_on_an_empty_entry_line_lists_all(void **state)
{
	struct desk *d = *state;

	car_in_work(d);
	desk_go(d, "estimate", "job=#1");
	desk_press(d, "F4");
	desk_row_has(d, -2, "1-9 or Enter adds");
	desk_press(d, "Enter");
	desk_is(d, "SELECT count(*) FROM job_line", 1);
}

static void tab_behind_a_row_makes_the_next_one(void **state)
{
	struct desk *d = *state;

	car_in_work(d);
	desk_do(d, "user.add", "user", "he", "name", "He", "role", "technician", "pin", "1234", "technician",
		"yes", NULL);
	desk_do(d, "user.add", "user", "chen", "name", "Chen", "role", "technician", "pin", "1234",
		"technician", "yes", NULL);
	desk_do(d, "job.labour", "job", "WO-261121-0001", "labour", "BY01", NULL);
	desk_go(d, "dispatch", "job=#1");
	desk_press(d, "Tab Tab");
	desk_type(d, "chen");
	desk_press(d, "Enter");
	desk_type(d, "60");
	desk_press(d, "Tab Tab Tab");
	desk_type(d, "he");
	desk_press(d, "Enter");
	desk_type(d, "40");
	desk_press(d, "F12");
	desk_is(d, "SELECT count(*) FROM dispatch", 2);
	desk_is(d, "SELECT max(share) FROM dispatch", 6000);
}

static void notes_are_counted_into_rows_that_are_there(void **state)
{
	struct desk *d = *state;

	till_is_opened(d);
	desk_go(d, "till_close", NULL);
	desk_sees(d, "100.00");
	desk_press(d, "Tab Tab Tab Tab");
	desk_type(d, "4");
	desk_press(d, "Down");
	desk_type(d, "2");
	desk_press(d, "F12");
	desk_is(d, "SELECT count(*) FROM till_shift WHERE closed_at IS NOT NULL", 1);
	desk_is(d, "SELECT counted FROM till_count", 50000);
}

/* Who acts: a cashier, with a manager in the house. */
static void as_cashier(struct desk *d)
{
	desk_do(d, "user.add", "user", "li", "name", "Li", "role", "cashier", "pin", "1234", NULL);
	desk_do(d, "user.add", "user", "sun", "name", "Sun", "role", "manager", "pin", "5678", NULL);
	session_user(d->session, desk_int(d, "SELECT id FROM user WHERE name = 'li'"));
}

static void manager_gives_what_the_cashier_may_not_on_the_same_screen(void **state)
{
	struct desk *d = *state;

	car_is_finished(d);
	as_cashier(d);
	desk_script(d, "UPDATE till_shift SET opened_by = (SELECT id FROM user WHERE name = 'li')");
	desk_go(d, "settle", "job=WO-261121-0001");
	desk_press(d, "Up Up Up");
	desk_type(d, "20");
	desk_press(d, "F12");
	desk_sees(d, "Somebody who may");
	desk_sees(d, "up to 3.60 here, not 20.00");
	desk_type(d, "sun");
	desk_press(d, "Enter");
	desk_type(d, "9876");
	desk_press(d, "Enter");
	desk_row_has(d, -2, "do not fit");
	desk_sees_not(d, "9876");
	desk_press(d, "^U");
	desk_type(d, "5678");
	desk_press(d, "Enter");
	desk_sees_not(d, "Somebody who may");
	desk_is(d, "SELECT discount FROM settlement", 2000);
	desk_is(d, "SELECT count(*) FROM document d JOIN user u ON u.id = d.approver_id WHERE u.name = 'sun'",
		1);
	desk_is(d, "SELECT count(*) FROM journal WHERE answer LIKE '%5678%'", 0);
}

static void refused_approval_leaves_what_was_typed(void **state)
{
	struct desk *d = *state;

	car_is_finished(d);
	as_cashier(d);
	desk_go(d, "part_new", NULL);
	desk_type(d, "P77");
	desk_press(d, "Tab");
	desk_type(d, "Lamp");
	desk_press(d, "Tab");
	desk_type(d, "12");
	desk_press(d, "F12");
	desk_sees(d, "Somebody who may");
	desk_type(d, "li");
	desk_press(d, "Enter");
	desk_type(d, "1234");
	desk_press(d, "Enter");
	desk_sees(d, "Neither li nor li may");
	desk_press(d, "Esc");
	desk_row_has(d, -2, "Neither li nor li may");
	desk_sees(d, "Lamp");
	desk_is(d, "SELECT count(*) FROM part WHERE code = 'P77'", 0);
}

/* Whoever is called to help types a PIN once: what is missing is asked for before. */
static void what_is_missing_is_said_before_somebody_is_called(void **state)
{
	struct desk *d = *state;

	car_is_finished(d);
	as_cashier(d);
	desk_go(d, "part_new", NULL);
	desk_type(d, "P77");
	desk_press(d, "F12");
	desk_row_has(d, -2, "! Description is needed");
	desk_sees_not(d, "Somebody who may");
	desk_caret_in(d, "Description");
	desk_type(d, "Lamp");
	desk_press(d, "Tab");
	desk_type(d, "12");
	desk_press(d, "F12");
	desk_sees(d, "Somebody who may");
	desk_sees(d, "li may not do this");
}

/* No name of a program: the step and the field in the words of the forms, by a part of them. */
static void required_field_is_chosen_by_its_title(void **state)
{
	struct desk *d = *state;

	desk_go(d, "required", NULL);
	desk_press(d, "F2");
	desk_type(d, "colour");
	desk_press(d, "Enter");
	desk_sees(d, "Field Colour (New vehicle)");
	desk_press(d, "F12");
	desk_sees(d, "Saved");
	desk_sees(d, "New vehicle");
	desk_press(d, "F2");
	desk_sees(d, "Ask for it ");
	desk_press(d, "Esc");
	desk_sees(d, "Colour");
	assert_int_equal(desk_int(d, "SELECT count(*) FROM required_field WHERE command = 'vehicle.add' AND "
				     "field = 'colour'"),
			 1);
}

int main(void)
{
#define SHOP_TEST(f) cmocka_unit_test_setup_teardown(f, at_home, desk_end)
	const struct CMUnitTest tests[] = {
		SHOP_TEST(required_field_is_chosen_by_its_title),
		SHOP_TEST(remark_can_be_given_where_a_refusal_asks_for_it),
		SHOP_TEST(manager_gives_what_the_cashier_may_not_on_the_same_screen),
		SHOP_TEST(refused_approval_leaves_what_was_typed),
		SHOP_TEST(what_is_missing_is_said_before_somebody_is_called),
		SHOP_TEST(new_car_stops_at_name_and_phone),
		SHOP_TEST(kilometres_are_refused_at_once_when_they_are_none),
		SHOP_TEST(typing_on_a_number_replaces_it),
		SHOP_TEST(void_key_works_outside_of_the_rows),
		SHOP_TEST(reminder_is_entered_with_enter),
		SHOP_TEST(phone_and_name_find_the_car_too),
		SHOP_TEST(quantity_is_not_lost_on_labour),
		SHOP_TEST(too_much_discount_leads_to_its_field),
		SHOP_TEST(what_is_no_amount_is_not_settled_as_nothing),
		SHOP_TEST(pick_on_an_empty_entry_line_lists_all),
		SHOP_TEST(tab_behind_a_row_makes_the_next_one),
		SHOP_TEST(notes_are_counted_into_rows_that_are_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
