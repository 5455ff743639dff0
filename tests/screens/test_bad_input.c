/* test_bad_input.c - what is typed by mistake is said where it was typed, and nothing that was typed is lost. */
#include "tests/screens/home.h"

/* A field of a screen, what is typed into it, and what the message line has when it is left. */
struct said {
	const char *text, *sentence;
	bool goes_on; /* the caret does not stay */
};

/* Types each into the field that the caret is in, and comes back to it empty. */
static void each_is_said(struct desk *d, const char *label, const struct said *said, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		desk_caret_in(d, label);
		desk_type(d, said[i].text);
		desk_press(d, "Tab");
		desk_sees(d, said[i].sentence);
		if (said[i].goes_on)
			desk_press(d, "BackTab");
		desk_caret_in(d, label);
		desk_press(d, "^U");
	}
}

#define EACH(d, label, said) each_is_said(d, label, said, sizeof(said) / sizeof *(said))

static void a_plate_is_looked_at_when_it_is_left(void **state)
{
	static const struct said plate[] = {
		{ "鄂A1", "is not a number plate", false },
		{ "鄂A1234", "has 6 characters; a plate has 7", true },
		{ "鄂Ａ１２３４", "“鄂A1234” has 6 characters", true },
		{ "鄂A123456", "no letter behind the city", true },
	};
	struct desk *d = *state;

	desk_go(d, "reception", NULL);
	EACH(d, "Plate", plate);
	desk_type(d, "鄂A12345");
	desk_press(d, "Tab");
	desk_row_has(d, -2, "The seventeen signs");
	desk_caret_in(d, "VIN");
}

static void a_chassis_number_and_a_phone_are_looked_at_when_they_are_left(void **state)
{
	static const struct said vin[] = {
		{ "LSV123", "A VIN has 17 characters, “LSV123” has 6", false },
		{ "LSVAA41B0C218484O", "no letter I, O or Q", false },
	};
	static const struct said phone[] = {
		{ "12", "“12” is not a phone number; it needs 5 to 20 digits", false },
		{ "138xxxx5678", "is not a phone number; write its digits only", false },
	};
	struct desk *d = *state;

	desk_go(d, "reception", NULL);
	desk_type(d, "鄂A12345");
	desk_press(d, "Tab");
	EACH(d, "VIN", vin);
	desk_press(d, "Tab Tab Tab");
	desk_type(d, "52000");
	desk_press(d, "Enter");
	desk_type(d, "Wang Fang");
	desk_press(d, "Enter");
	EACH(d, "Phone", phone);
	desk_type(d, "138-1234 5678");
	desk_press(d, "Tab");
	desk_sees(d, "138-1234 5678");
	desk_sees(d, "Wang Fang");
}

/* A job with two filters on it that the customer wants, and ten of them in the store. */
static void job_with_parts(struct desk *d)
{
	desk_do(d, "part.add", "code", "P1", "name", "Oil filter", "price", "38", NULL);
	desk_do(d, "stock.open", "part", "P1", "warehouse", "main", "qty", "10", "cost", "20", NULL);
	desk_do(d, "job.receive", "plate", "鄂A12345", "odometer", "52000", "complaint", "Service", "name",
		"Wang Fang", "phone", "13812345678", NULL);
	desk_do(d, "job.part", "job", "WO-261121-0001", "part", "P1", "qty", "2", NULL);
	desk_do(d, "job.authorise", "job", "WO-261121-0001", "by", "Wang Fang", "how", "phone", NULL);
}

static void more_than_is_on_hand_is_said_when_it_is_typed(void **state)
{
	static const struct said qty[] = {
		{ "11", "Only 10 of P1 Oil filter on hand in this warehouse, 11 wanted", true },
		{ "0", "Quantity must be at least 0.001", false },
		{ "-1", "Quantity must be at least 0.001", false },
		{ "99999999999", "is too large; the largest quantity is 999,999.999", false },
		{ "1.5x", "is not a quantity; write it like 4 or 1.5", false },
	};
	struct desk *d = *state;

	job_with_parts(d);
	desk_go(d, "issue", "job=#1");
	desk_caret_in(d, "Picked by");
	desk_type(d, "admin");
	desk_press(d, "Tab Tab Tab");
	EACH(d, "P1", qty);
	desk_type(d, "11");
	desk_press(d, "F12");
	desk_row_has(d, -2, "! Only 10 of P1 Oil filter");
	desk_caret_in(d, "11");
	desk_press(d, "^U");
	desk_type(d, "２");
	desk_press(d, "F12");
	desk_is(d, "SELECT qty FROM stock", 8000);
}

static void a_quantity_below_zero_in_front_of_a_part_is_no_name(void **state)
{
	struct desk *d = *state;

	desk_do(d, "part.add", "code", "P1", "name", "Oil filter", "price", "38", NULL);
	desk_do(d, "job.receive", "plate", "鄂A12345", "odometer", "52000", "complaint", "Service", "name",
		"Wang Fang", "phone", "13812345678", NULL);
	desk_go(d, "estimate", "job=#1");
	desk_type(d, "-3*P1");
	desk_press(d, "Enter");
	desk_row_has(d, -2, "! Quantity must be at least 0.001");
	desk_sees(d, "-3*P1");
	desk_is(d, "SELECT count(*) FROM job_line", 0);
}

static void amounts_in_a_line_are_looked_at_when_they_are_stored(void **state)
{
	static const char *const bad[][3] = {
		{ "*", "-3", "! Quantity must be at least 0.001" },
		{ "*", "abc", "! “abc” is not a quantity" },
		{ ".", "-1", "! Price must be at least 0.00" },
		{ ".", "1e9", "! “1e9” is not an amount" },
		{ ".", "9999999999999", "is too large; the largest amount is 9,999,999,999.99" },
	};
	struct desk *d = *state;

	job_with_parts(d);
	desk_go(d, "estimate", "job=#1");
	desk_press(d, "Down");
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		desk_type(d, bad[i][0]);
		desk_press(d, "^U");
		desk_type(d, bad[i][1]);
		desk_press(d, "Enter");
		desk_row_has(d, -2, bad[i][2]);
		desk_caret_in(d, "Oil filter");
		desk_press(d, "Esc");
	}
	desk_is(d, "SELECT qty FROM job_line", 2000);
	desk_is(d, "SELECT price FROM job_line", 3800);
}

/* It says so when the form opens, not after everything has been typed. */
static void a_settled_work_order_is_not_settled_again(void **state)
{
	struct desk *d = *state;

	job_with_parts(d);
	desk_do(d, "stock.issue", "job", "WO-261121-0001", "picker", "admin", NULL);
	desk_go(d, "settle", "job=#1");
	desk_row_has(d, -2, "! WO-261121-0001 is not finished");
	console_home(d->con);
	desk_do(d, "job.finish", "job", "WO-261121-0001", "checker", "admin", NULL);
	desk_do(d, "till.open", "till", "#1", "float", "500", NULL);
	desk_go(d, "settle", "job=#1");
	desk_press(d, "F12");
	desk_row_has(d, -2, "is settled with 76.00");
	console_home(d->con);
	desk_go(d, "settle", "job=#1");
	desk_row_has(d, -2, "! WO-261121-0001 is settled already (ST-261121-0001)");
	desk_press(d, "F12");
	desk_row_has(d, -2, "! WO-261121-0001 is settled already (ST-261121-0001)");
	desk_is(d, "SELECT count(*) FROM bill", 1);
}

/* The second F12, and Enter, book nothing more. */
static void the_same_payment_is_booked_once(void **state)
{
	struct desk *d = *state;

	job_with_parts(d);
	desk_do(d, "till.open", "till", "#1", "float", "500", NULL);
	desk_go(d, "pay", "job=#1");
	desk_caret_in(d, "Cash");
	desk_type(d, "50");
	desk_press(d, "F12");
	desk_is(d, "SELECT count(*) FROM payment", 1);
	desk_press(d, "F12 Enter F12");
	desk_is(d, "SELECT count(*) FROM payment", 1);
}

/* From the menu it asks whose it is; from a work order that is known, and it starts with the money. */
static void a_payment_from_the_menu_starts_with_whose_it_is(void **state)
{
	struct desk *d = *state;

	job_with_parts(d);
	desk_do(d, "till.open", "till", "#1", "float", "500", NULL);
	desk_go(d, "pay", NULL);
	desk_caret_in(d, "Work order");
	desk_type(d, "WO-261121-0001");
	desk_press(d, "Enter Enter");
	desk_caret_in(d, "Cash");
	desk_type(d, "50");
	desk_press(d, "F12");
	desk_is(d, "SELECT count(*) FROM payment WHERE job_id = 1", 1);
	desk_caret_in(d, "Work order");
}

/* No till is open: what is typed stays, and the sentence says which keys open one. */
static void a_closed_till_takes_no_money(void **state)
{
	struct desk *d = *state;

	job_with_parts(d);
	desk_go(d, "pay", "job=#1");
	desk_caret_in(d, "Cash");
	desk_type(d, "50");
	desk_press(d, "F12");
	desk_sees(d, "! You have no open till. Open one first (F10 65 Open a till)");
	desk_sees(d, "50.00");
	desk_is(d, "SELECT count(*) FROM payment", 0);
}

/* Somebody else changes a line while its cell is being typed in. */
static void two_people_on_one_job_are_told_of_each_other(void **state)
{
	struct desk *d = *state;

	job_with_parts(d);
	desk_go(d, "estimate", "job=#1");
	desk_press(d, "Down");
	desk_type(d, "*");
	desk_press(d, "^U");
	desk_type(d, "3");
	desk_do(d, "job.line_qty", "job", "#1", "line", "#1", "qty", "4", NULL);
	desk_press(d, "Enter");
	desk_sees(d, "! admin changed this at 2026-11-21 18:05 while you had it open");
	desk_is(d, "SELECT qty FROM job_line", 4000);
	desk_press(d, "F5");
	desk_sees(d, "152.00");
	desk_caret_in(d, "Oil filter          3");
	desk_press(d, "Enter");
	desk_is(d, "SELECT qty FROM job_line", 3000);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, at_home, desk_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_plate_is_looked_at_when_it_is_left),
		TEST(a_chassis_number_and_a_phone_are_looked_at_when_they_are_left),
		TEST(more_than_is_on_hand_is_said_when_it_is_typed),
		TEST(a_quantity_below_zero_in_front_of_a_part_is_no_name),
		TEST(a_settled_work_order_is_not_settled_again),
		TEST(a_payment_from_the_menu_starts_with_whose_it_is),
		TEST(the_same_payment_is_booked_once),
		TEST(a_closed_till_takes_no_money),
		TEST(two_people_on_one_job_are_told_of_each_other),
		TEST(amounts_in_a_line_are_looked_at_when_they_are_stored),
	};

	return cmocka_run_group_tests_name("screens-bad_input", tests, NULL, NULL);
}
