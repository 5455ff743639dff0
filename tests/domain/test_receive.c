/* test_receive.c - a car comes: known or new, its kilometres, what reception must and must not write down. */
#include "tests/domain/car.h"

static void a_car_that_is_known_needs_its_plate_and_kilometres(void **state)
{
	struct test_shop *s = *state;
	const struct answer *a =
	    run(s, "job.receive", "plate", "鄂a 12345", "odometer", "50100", "complaint", "Noise in front",
		"fuel", "4", "key_tag", "17", "promised_at", "17:30", NULL);

	assert_string_equal(a->number, "WO-261121-0001");
	assert_string_equal(a->text, "Work order WO-261121-0001 opened for 鄂A12345");
	assert_string_equal(ask_text(s, "SELECT complaint || state || fuel || key_tag FROM job"),
			    "Noise in frontreceived417");
	assert_int_equal(ask(s, "SELECT odometer_km FROM vehicle"), 50100);
	assert_int_equal(ask(s, "SELECT last_visit_on = received_on FROM vehicle, job"), 1);
	assert_int_equal(ask(s, "SELECT promised_at - received_at FROM job"), (17 * 60 + 30 - 12 * 60) * 60);
	assert_string_equal(ask_text(s, "SELECT to_state FROM job_step"), "received");
	assert_int_equal(ask(s, "SELECT advisor_id = user_id FROM job, job_step"), 1);
	checks_silent(s);
}

static void a_car_that_is_new_brings_its_customer(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "job.receive", "plate", "鄂B22222", "odometer", "10", "complaint", "x", NULL),
		    "鄂B22222 is new here: the customer's name and phone are needed");
	assert_string_equal(s->err.field, "name");
	refuse(s, "job.receive", "plate", "鄂B22222", "odometer", "10", "complaint", "x", "name", "李梅",
	       NULL);
	assert_string_equal(s->err.field, "phone");
	run(s, "job.receive", "plate", "鄂B22222", "odometer", "10", "complaint", "x", "name", "李梅",
	    "phone", "13900139000", "model", "Golf", NULL);
	assert_string_equal(
	    ask_text(s, "SELECT p.name || v.model FROM vehicle v JOIN party p ON p.id = v.customer_id "
			"WHERE v.plate = '鄂B22222'"),
	    "李梅Golf");
	assert_int_equal(ask(s, "SELECT payer_id = customer_id FROM job"), 1);
	checks_silent(s);
}

static void a_second_car_of_a_customer_is_his(void **state)
{
	struct test_shop *s = *state;

	run(s, "job.receive", "plate", "鄂B22222", "odometer", "10", "complaint", "x", "name", "王强",
	    "phone", "13800138000", NULL);
	run(s, "job.receive", "plate", "鄂B33333", "odometer", "10", "complaint", "x", "phone", "13800138000",
	    NULL);
	run(s, "job.receive", "plate", "鄂B44444", "odometer", "10", "complaint", "x", "customer", "王强",
	    NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM party"), 1);
	assert_says(refuse(s, "job.receive", "plate", "鄂B55555", "odometer", "10", "complaint", "x", "name",
			   "赵六", "phone", "13800138000", NULL),
		    "The phone 13800138000 is that of 王强");
	run(s, "job.receive", "plate", "鄂B55555", "odometer", "10", "complaint", "x", "name", "赵六",
	    "phone", "13800138000", "same_phone", "yes", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM party"), 2);
	checks_silent(s);
}

static void a_known_car_keeps_its_owner_and_learns_his_phone(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "job.receive", "plate", "鄂A12345", "odometer", "50001", "complaint", "x",
			   "name", "李梅", NULL),
		    "鄂A12345 belongs to 王强. Leave the name out, or change the owner first");
	run(s, "job.receive", "plate", "鄂A12345", "odometer", "50001", "complaint", "x", "name", "王強",
	    "phone", "13700137000", "vin", "LSVNV2182E2100001", NULL);
	assert_string_equal(ask_text(s, "SELECT phone FROM party"), "13700137000");
	assert_string_equal(ask_text(s, "SELECT model || vin FROM vehicle"), "PoloLSVNV2182E2100001");
	checks_silent(s);
}

static void an_odometer_that_cannot_be_needs_a_reason(void **state)
{
	struct test_shop *s = *state;

	assert_says(
	    refuse(s, "job.receive", "plate", "鄂A12345", "odometer", "49999", "complaint", "x", NULL),
	    "49999 km is less than the 50000 km of 2026-11-21. Read it again, or say why (km_reason)");
	assert_string_equal(s->err.field, "odometer");
	wait_days(s, 2);
	assert_says(
	    refuse(s, "job.receive", "plate", "鄂A12345", "odometer", "51001", "complaint", "x", NULL),
	    "51001 km is 1001 km more than on 2026-11-21, over 500 km a day");
	assert_says(refuse(s, "job.receive", "plate", "鄂A12345", "complaint", "x", NULL),
		    "The odometer is needed");
	assert_says(
	    refuse(s, "job.receive", "plate", "鄂A12345", "complaint", "x", "unreadable", "yes", NULL),
	    "Say why the odometer cannot be read");
	assert_says(refuse(s, "job.receive", "plate", "鄂A12345", "complaint", "x", "unreadable", "dark",
			   "odometer", "1", NULL),
		    "not both");
	run(s, "job.receive", "plate", "鄂A12345", "odometer", "51000", "complaint", "x", NULL);
	run(s, "job.receive", "plate", "鄂A12345", "odometer", "12", "km_reason", "new cluster", "complaint",
	    "x", "again", "yes", NULL);
	assert_string_equal(ask_text(s, "SELECT odometer_reason FROM job ORDER BY id DESC LIMIT 1"),
			    "new cluster");
	run(s, "job.receive", "plate", "鄂A12345", "unreadable", "display is dark", "complaint", "x", "again",
	    "yes", NULL);
	assert_string_equal(ask_text(s, "SELECT odometer_reason FROM job ORDER BY id DESC LIMIT 1"),
			    "display is dark");
	run(s, "job.receive", "plate", "鄂A12345", "unreadable", "yes", "km_reason", "burnt", "complaint",
	    "x", "again", "yes", NULL);
	assert_int_equal(
	    ask(s, "SELECT count(*) FROM job WHERE odometer_km IS NULL AND odometer_reason IS NOT NULL"), 2);
	assert_int_equal(ask(s, "SELECT odometer_km FROM vehicle"), 12);
	checks_silent(s);
}

static void the_complaint_is_that_of_the_repair_type_when_none_is_said(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "job.receive", "plate", "鄂A12345", "odometer", "50001", NULL),
		    "The complaint is needed");
	assert_string_equal(s->err.field, "complaint");
	run(s, "job.receive", "plate", "鄂A12345", "odometer", "50001", "repair_type", "major-service", NULL);
	assert_string_equal(ask_text(s, "SELECT complaint FROM job"), "Major service");
}

static void a_car_has_one_open_work_order_unless_a_second_is_meant(void **state)
{
	struct test_shop *s = *state;

	car_receive(s);
	assert_says(
	    refuse(s, "job.receive", "plate", "鄂A12345", "odometer", "50020", "complaint", "x", NULL),
	    "鄂A12345 has the open work order WO-261121-0001. Go on with that one, or say again=yes");
	assert_says(may_not(s, "job.receive", "plate", "鄂A12345", NULL), "WO-261121-0001");
	run(s, "job.receive", "plate", "鄂A12345", "odometer", "50020", "complaint", "x", "again", "yes",
	    NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM job"), 2);
	checks_silent(s);
}

static void reception_refuses_what_makes_no_sense(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "job.receive", "odometer", "1", NULL), "Plate is needed");
	refuse(s, "job.receive", "plate", "鄂A12345", "odometer", "many", "complaint", "x", NULL);
	assert_string_equal(s->err.field, "odometer");
	refuse(s, "job.receive", "plate", "鄂A12345", "odometer", "-5", "complaint", "x", NULL);
	refuse(s, "job.receive", "plate", "鄂A12345", "odometer", "50001", "complaint", "x", "fuel", "9",
	       NULL);
	assert_string_equal(s->err.field, "fuel");
	assert_says(refuse(s, "job.receive", "plate", "鄂A12345", "odometer", "50001", "complaint", "x",
			   "promised_at", "2026-11-20 10:00", NULL),
		    "is past. Promise a time");
	refuse(s, "job.receive", "plate", "鄂A12345", "odometer", "50001", "complaint",
	       "\xb7\xa2\xb6\xaf\xbb\xfa", NULL);
	assert_string_equal(s->err.field, "complaint");
	refuse(s, "job.receive", "plate", "鄂A12345", "odometer", "50001", "complaint", "x\x07y", NULL);
	refuse(s, "job.receive", "plate", "鄂A12345", "odometer", "50001", "complaint", "x", "repair_type",
	       "dancing", NULL);
	assert_says(refuse(s, "job.receive", "plate", "鄂A12345", "odometer", "50001", "complaint", "x",
			   "colour", "red", NULL),
		    "There is no input “colour” here");
	assert_int_equal(ask(s, "SELECT count(*) FROM job"), 0);
	run(s, "job.receive", "plate", "鄂Ａ１２３４５", "odometer", "５００５０", "complaint",
	    "line 1\nline 2", NULL);
	assert_int_equal(ask(s, "SELECT odometer_km FROM job"), 50050);
}

static void a_shop_asks_for_what_it_has_made_required(void **state)
{
	struct test_shop *s = *state;

	run(s, "required.set", "command", "job.receive", "field", "fuel", "required", "yes", NULL);
	run(s, "required.set", "command", "job.receive", "field", "key_tag", "repair_type", "insurance",
	    "required", "yes", NULL);
	assert_says(
	    refuse(s, "job.receive", "plate", "鄂A12345", "odometer", "50001", "complaint", "x", NULL),
	    "Fuel is needed");
	run(s, "job.receive", "plate", "鄂A12345", "odometer", "50001", "complaint", "x", "fuel", "1", NULL);
	assert_says(refuse(s, "job.receive", "plate", "鄂A12345", "odometer", "50001", "complaint", "x",
			   "fuel", "1", "repair_type", "insurance", "again", "yes", NULL),
		    "Key tag is needed");
}

static void a_known_plate_proposes_its_customer(void **state)
{
	struct test_shop *s = *state;

	assert_string_equal(proposed(s, "job.receive", "name", "plate", "鄂a12345", NULL), "王强");
	assert_string_equal(proposed(s, "job.receive", "phone", "plate", "鄂a12345", NULL), "13800138000");
	assert_string_equal(proposed(s, "job.receive", "model", "plate", "鄂a12345", NULL), "Polo");
	assert_string_equal(proposed(s, "job.receive", "name", "plate", "鄂a12345", "name", "typed", NULL),
			    "typed");
	assert_null(proposed(s, "job.receive", "name", "plate", "鄂Z00000", NULL));
	assert_string_equal(proposed(s, "job.receive", "advisor", NULL), "boss");
}

static void the_same_request_receives_one_car(void **state)
{
	struct test_shop *s = *state;
	int64_t id;

	s->next.request = "r1";
	id = run(s, "job.receive", "plate", "鄂A12345", "odometer", "50001", "complaint", "x", NULL)->id;
	s->next.request = "r1";
	assert_int_equal(
	    run(s, "job.receive", "plate", "鄂A12345", "odometer", "50001", "complaint", "x", NULL)->id, id);
	assert_int_equal(ask(s, "SELECT count(*) FROM job"), 1);
	checks_silent(s);
}

static void what_reception_wrote_down_can_be_put_right(void **state)
{
	struct test_shop *s = *state;
	const char *job = car_receive(s);

	run(s, "customer.add", "name", "李梅", "phone", "13900139000", NULL);
	run(s, "vehicle.add", "plate", "鄂B22222", "customer", "李梅", NULL);
	run(s, "job.change", "job", job, "customer", "李梅", "vehicle", "鄂B22222", "complaint", "Brakes",
	    "odometer", "777", NULL);
	assert_int_equal(ask(s, "SELECT payer_id = customer_id AND customer_id = 2 FROM job"), 1);
	assert_int_equal(ask(s, "SELECT odometer_km FROM vehicle WHERE plate = '鄂B22222'"), 777);
	run(s, "job.change", "job", job, "payer", "13800138000", NULL);
	run(s, "job.change", "job", job, "customer", "王强", NULL);
	run(s, "job.change", "job", job, "customer", "李梅", "payer", "13900139000", NULL);
	car_receive(s);
	assert_says(refuse(s, "job.change", "job", job, "vehicle", "鄂A12345", NULL),
		    "has the open work order WO-261121-0002");
	assert_says(refuse(s, "job.change", "job", job, "promised_at", "2026-11-20 10:00", NULL), "is past");
	checks_silent(s);
}

static void a_car_written_down_wrongly_gets_its_own_reading_back(void **state)
{
	struct test_shop *s = *state;
	const char *job = car_receive(s);

	run(s, "job.cancel", "job", job, "reason", "came back later", NULL);
	job = car_receive(s);
	run(s, "vehicle.add", "plate", "鄂B22222", "customer", "王强", "odometer", "100", NULL);
	run(s, "job.cancel", "job", job, "reason", "x", NULL);
	job = by_id(
	    s, run(s, "job.receive", "plate", "鄂A12345", "odometer", "50200", "complaint", "x", NULL)->id);
	run(s, "job.receive", "plate", "鄂A12345", "odometer", "50300", "complaint", "x", "again", "yes",
	    NULL);
	run(s, "job.change", "job", by_id(s, s->answer.id), "vehicle", "鄂B22222", NULL);
	assert_int_equal(ask(s, "SELECT odometer_km FROM vehicle WHERE plate = '鄂A12345'"), 50200);
	assert_int_equal(ask(s, "SELECT odometer_km FROM vehicle WHERE plate = '鄂B22222'"), 50300);
	assert_int_equal(ask(s, "SELECT odometer_km FROM job WHERE id = %s", job + 1), 50200);
	checks_silent(s);
}

static void the_initials_of_a_name_are_enough(void **state)
{
	struct test_shop *s = *state;
	const char *job = car_receive(s);

	run(s, "job.part", "job", job, "part", "jylqq", NULL);
	run(s, "job.part", "job", "鄂A12345", "part", "of1", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM job_line WHERE text = '机油滤清器'"), 2);
	run(s, "part.add", "code", "OF-10", "name", "机油滤清器", "price", "50", NULL);
	assert_says(refuse(s, "job.part", "job", job, "part", "jylqq", NULL), "jylqq is not in the list");
	assert_says(refuse(s, "job.part", "job", job, "part", "of", NULL), "of is not in the list");
	assert_string_equal(s->err.field, "part");
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, car_begin, shop_end)
	const struct CMUnitTest tests[] = {
		T(a_car_that_is_known_needs_its_plate_and_kilometres),
		T(a_car_that_is_new_brings_its_customer),
		T(a_second_car_of_a_customer_is_his),
		T(a_known_car_keeps_its_owner_and_learns_his_phone),
		T(an_odometer_that_cannot_be_needs_a_reason),
		T(the_complaint_is_that_of_the_repair_type_when_none_is_said),
		T(a_car_has_one_open_work_order_unless_a_second_is_meant),
		T(reception_refuses_what_makes_no_sense),
		T(a_shop_asks_for_what_it_has_made_required),
		T(a_known_plate_proposes_its_customer),
		T(the_same_request_receives_one_car),
		T(what_reception_wrote_down_can_be_put_right),
		T(a_car_written_down_wrongly_gets_its_own_reading_back),
		T(the_initials_of_a_name_are_enough),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
