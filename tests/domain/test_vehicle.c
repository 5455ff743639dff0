/* test_vehicle.c - cars and their plates. */
#include "tests/domain/fault.h"

#include <stdlib.h>
#include <string.h>

static int begin(void **state)
{
	struct test_shop *s = test_shop_new();

	run(s, "customer.add", "name", "王强", "phone", "13800138000", NULL);
	run(s, "customer.add", "name", "李梅", "phone", "13900139000", NULL);
	*state = s;
	return 0;
}

static void a_car_is_written_down_with_all_that_is_given(void **state)
{
	struct test_shop *s = *state;

	run(s, "insurer.add", "name", "PICC", NULL);
	run(s, "vehicle.add", "plate", " 鄂a·12345 ", "customer", "王强", "vin", "lsvnv2182e2100001", "make",
	    "VW", "model", "Polo 1.6", "engine_no", "ea888", "odometer", "52000", "inspection_due",
	    "2027-05-01", "insurance_due", "2027-01-15", "insurer", "PICC", "colour", "白", NULL);
	assert_string_equal(ask_text(s, "SELECT plate FROM vehicle"), "鄂A12345");
	assert_string_equal(ask_text(s, "SELECT vin FROM vehicle"), "LSVNV2182E2100001");
	assert_int_equal(ask(s, "SELECT odometer_km FROM vehicle"), 52000);
	assert_int_equal(ask(s, "SELECT insurer_id FROM vehicle"),
			 ask(s, "SELECT id FROM party WHERE kind = 'insurer'"));
	checks_silent(s);
}

static void a_plate_that_is_known_names_its_owner(void **state)
{
	struct test_shop *s = *state;

	run(s, "vehicle.add", "plate", "鄂A12345", "customer", "王强", "vin", "LSVNV2182E2100001", NULL);
	assert_says(refuse(s, "vehicle.add", "plate", "鄂Ａ12345", "customer", "李梅", NULL),
		    "The plate 鄂A12345 is that of a car of 王强");
	assert_says(refuse(s, "vehicle.add", "plate", "鄂A54321", "customer", "李梅", "vin",
			   "LSVNV2182E2100001", NULL),
		    "The VIN LSVNV2182E2100001 is that of 鄂A12345");
}

static void plates_and_vins_are_looked_at(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "vehicle.add", "plate", "鄂A1234", "customer", "王强", NULL),
		    "has 6 characters; a plate has 7");
	assert_says(refuse(s, "vehicle.add", "plate", "A1", "customer", "王强", NULL), "not a number plate");
	assert_says(refuse(s, "vehicle.add", "plate", "鄂A<2345", "customer", "王强", NULL),
		    "only letters and digits");
	assert_says(refuse(s, "vehicle.add", "plate", "鄂A12345", "customer", "王强", "vin",
			   "LSVNV2182E210000", NULL),
		    "17 characters");
	assert_says(refuse(s, "vehicle.add", "plate", "鄂A12345", "customer", "王强", "vin",
			   "LSVNV2182E21O0001", NULL),
		    "no letter I, O or Q");
	assert_says(refuse(s, "vehicle.add", "plate", "鄂A12345", "customer", "王强", "odometer", "-1", NULL),
		    "from 0 to 9999999");
	assert_says(
	    refuse(s, "vehicle.add", "plate", "鄂A12345", "customer", "王强", "odometer", "99999999", NULL),
	    "from 0 to 9999999");
	assert_says(refuse(s, "vehicle.add", "plate", "鄂A12345", NULL), "Customer is needed");
	refuse(s, "vehicle.add", "plate", "鄂A12345", "customer", "nobody", NULL);
	assert_string_equal(s->err.field, "customer");
	run(s, "vehicle.add", "plate", "鄂AD12345", "customer", "王强", NULL);
	run(s, "vehicle.add", "plate", "ABC-1234", "customer", "王强", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM vehicle WHERE plate = 'ABC1234'"), 1);
}

static void a_plate_without_its_province_gets_the_usual_one(void **state)
{
	struct test_shop *s = *state;

	run(s, "setting.set", "name", "plate.prefix", "value", "鄂A", NULL);
	run(s, "vehicle.add", "plate", "12345", "customer", "王强", NULL);
	run(s, "vehicle.add", "plate", "b54321", "customer", "王强", NULL);
	run(s, "vehicle.add", "plate", "鄂AD88888", "customer", "王强", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM vehicle WHERE plate IN ('鄂A12345', '鄂B54321')"), 2);
	assert_says(refuse(s, "vehicle.add", "plate", "A12345", "customer", "李梅", NULL),
		    "The plate 鄂A12345 is that of");
	assert_says(refuse(s, "vehicle.add", "plate", "D88888", "customer", "李梅", NULL),
		    "The plate 鄂AD88888 is that of");
}

static void what_is_left_out_of_a_change_stays(void **state)
{
	struct test_shop *s = *state;

	run(s, "vehicle.add", "plate", "鄂A12345", "customer", "王强", "model", "Polo", NULL);
	run(s, "vehicle.change", "vehicle", "鄂A12345", "customer", "李梅", "vin", "LSVNV2182E2100001", NULL);
	assert_string_equal(
	    ask_text(s, "SELECT v.model || p.name FROM vehicle v JOIN party p ON p.id = v.customer_id"),
	    "Polo李梅");
	run(s, "vehicle.change", "vehicle", "LSVNV2182E2100001", "vin", "LSVNV2182E2100001", "service_due",
	    "2027-05-01", "service_due_km", "60000", NULL);
	assert_int_equal(ask(s, "SELECT service_due_km FROM vehicle"), 60000);
	s->next.ver = 1;
	assert_says(refuse(s, "vehicle.change", "vehicle", "鄂A12345", "model", "Golf", NULL),
		    "changed this");
	checks_silent(s);
}

static void history_follows_a_car_to_its_new_plate(void **state)
{
	struct test_shop *s = *state;

	run(s, "vehicle.add", "plate", "鄂A12345", "customer", "王强", NULL);
	run(s, "vehicle.add", "plate", "鄂A99999", "customer", "李梅", NULL);
	assert_says(refuse(s, "vehicle.plate", "vehicle", "鄂A12345", "plate", "鄂A99999", NULL),
		    "is that of a car of 李梅");
	assert_says(refuse(s, "vehicle.plate", "vehicle", "鄂A12345", "plate", "鄂A12345", NULL), "already");
	assert_says(
	    refuse(s, "vehicle.plate", "vehicle", "鄂A12345", "plate", "鄂B11111", "on", "2026-11-22", NULL),
	    "is yet to come");
	run(s, "vehicle.plate", "vehicle", "鄂A12345", "plate", "鄂B11111", "on", "2026-11-20", NULL);
	assert_string_equal(ask_text(s, "SELECT plate FROM vehicle_plate"), "鄂A12345");
	assert_int_equal(ask(s, "SELECT count(*) FROM search_word WHERE word IN ('鄂a12345', '鄂b11111')"),
			 2);
	assert_says(refuse(s, "job.receive", "plate", "鄂A12345", "odometer", "1", "complaint", "x", NULL),
		    "鄂A12345 is the former plate of 鄂B11111");
	checks_silent(s);
}

static void a_fault_leaves_no_half_car(void **state)
{
	struct test_shop *s = *state;

	survives_faults(s, "vehicle.add", "plate", "鄂A12345", "customer", "王强", "model", "Polo", NULL);
	survives_faults(s, "vehicle.plate", "vehicle", "鄂A12345", "plate", "鄂A54321", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM vehicle"), 1);
}

static void a_doubtful_vin_is_said_and_the_maker_is_known(void **state)
{
	struct test_shop *s = *state;

	assert_string_equal(proposed(s, "vehicle.add", "make", "vin", "LSVNV2182E2100001", NULL), "上汽大众");
	run(s, "vehicle.add", "plate", "鄂A12345", "customer", "王强", "vin", "1M8G0M9AXKP042788", NULL);
	assert_says(s->answer.text, "is it 1M8GDM9AXKP042788?");
	run(s, "vehicle.change", "vehicle", "鄂A12345", "vin", "1HGCM82633A004352", NULL);
	assert_null(strstr(s->answer.text, "VIN"));
	assert_int_equal(ask(s, "SELECT model_year FROM vehicle"), 2003);
	run(s, "job.receive", "plate", "鄂B12345", "name", "赵六", "phone", "13700137000", "odometer", "100",
	    "complaint", "x", "vin", "LSVNV2182E2100001", NULL);
	assert_string_equal(ask_text(s, "SELECT make || model_year FROM vehicle WHERE plate = '鄂B12345'"),
			    "上汽大众2014");
	checks_silent(s);
}

static void a_reading_that_cannot_be_asks_why_when_a_car_is_changed(void **state)
{
	struct test_shop *s = *state;

	run(s, "vehicle.add", "plate", "鄂A70707", "customer", "#1", "odometer", "52000", NULL);
	assert_says(refuse(s, "vehicle.change", "vehicle", "鄂A70707", "odometer", "51000", NULL),
		    "51000 km is less than the 52000 km");
	assert_says(refuse(s, "vehicle.change", "vehicle", "鄂A70707", "odometer", "60000", NULL),
		    "over 500 km a day");
	run(s, "vehicle.change", "vehicle", "鄂A70707", "odometer", "51000", "remark", "new instrument",
	    NULL);
	assert_int_equal(ask(s, "SELECT odometer_km FROM vehicle WHERE plate = '鄂A70707'"), 51000);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)
	const struct CMUnitTest tests[] = {
		T(a_reading_that_cannot_be_asks_why_when_a_car_is_changed),
		T(a_doubtful_vin_is_said_and_the_maker_is_known),
		T(a_car_is_written_down_with_all_that_is_given),
		T(a_plate_that_is_known_names_its_owner),
		T(plates_and_vins_are_looked_at),
		T(a_plate_without_its_province_gets_the_usual_one),
		T(what_is_left_out_of_a_change_stays),
		T(history_follows_a_car_to_its_new_plate),
		T(a_fault_leaves_no_half_car),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
