/* test_quick.c - a car from the door to the gate in one step. */
#include "tests/domain/counter.h"

#define TEST(name) cmocka_unit_test_setup_teardown(name, counter_begin, shop_end)

static void a_quick_job_stamps_each_step(void **state)
{
	struct test_shop *s = *state;
	const struct answer *a =
	    run(s, "job.quick", "plate", "鄂A12345", "odometer", "51000", "lines.0.part", "OIL",
		"lines.0.qty", "3.5", "lines.1.labour", "MS", "lines.2.text", "洗车", "lines.2.price", "30",
		"pay.0.method", "wechat", "pay.0.amount", "510", NULL);

	assert_string_equal(a->number, "WO-261121-0001");
	assert_says(a->text, "WO-261121-0001: 鄂A12345 for 510.00, done and handed over");
	assert_says(a->extra.s, "\"settlement\":\"ST-261121-0001\"");
	assert_string_equal(
	    ask_text(s,
		     "SELECT group_concat(to_state, ' ') FROM (SELECT to_state FROM job_step ORDER BY id)"),
	    "received in_work finished settled handed_over");
	assert_int_equal(account(s, "wechat"), 51000);
	assert_int_equal(account(s, "cost_of_goods"), 14000);
	assert_int_equal(account(s, "work_in_progress"), 0);
	assert_string_equal(ask_text(s, "SELECT complaint FROM job"), "机油");
	assert_int_equal(
	    ask(s, "SELECT count(*) FROM job_line WHERE kind = 'labour' AND technician_id IS NOT NULL"), 2);
	assert_string_equal(ask_text(s, "SELECT group_concat(template) FROM print_job"), "settlement");
}

static void a_new_car_and_a_wash_need_no_kilometres(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "job.quick", "plate", "鄂B55555", "lines.0.text", "洗车", "lines.0.price", "30",
			   "pay.0.method", "cash", "pay.0.amount", "30", NULL),
		    "");
	run(s, "job.quick", "plate", "鄂B55555", "name", "刘洋", "phone", "13911112222", "lines.0.text",
	    "洗车", "lines.0.price", "30", "pay.0.method", "cash", "pay.0.amount", "30", NULL);
	assert_string_equal(ask_text(s, "SELECT p.name FROM job j JOIN party p ON p.id = j.customer_id"),
			    "刘洋");
	run(s, "till.close", "till", "T1", "counted", "230", NULL);
}

static void nothing_stays_of_a_quick_job_that_is_refused(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "job.quick", "plate", "鄂A12345", "lines.0.part", "OIL", "lines.0.qty", "21",
			   "pay.0.method", "cash", "pay.0.amount", "1680", NULL),
		    "on hand in this warehouse");
	assert_says(refuse(s, "job.quick", "plate", "鄂A12345", "lines.0.text", "洗车", "pay.0.method",
			   "cash", "pay.0.amount", "30", NULL),
		    "“洗车” is in no list; it needs a price");
	assert_says(refuse(s, "job.quick", "plate", "鄂A12345", "lines.0.price", "30", NULL),
		    "Say what it is");
	assert_says(
	    refuse(s, "job.quick", "plate", "鄂A12345", "lines.0.text", "洗车", "lines.0.price", "30", NULL),
	    "still owes 30.00");
	assert_says(refuse(s, "job.quick", "plate", "鄂A12345", "lines.0.text", "洗车", "lines.0.price", "30",
			   "pay.0.method", "cash", "pay.0.amount", "20", NULL),
		    "10.00 would stay open");
	assert_int_equal(ask(s, "SELECT count(*) FROM job"), 0);
	run(s, "job.quick", "plate", "鄂A88888", "lines.0.text", "洗车", "lines.0.price", "30", NULL);
	assert_int_equal(open_bills(s), 3000);
}

static void the_payment_is_proposed(void **state)
{
	struct test_shop *s = *state;

	assert_string_equal(proposed(s, "job.quick", "pay.0.amount", "plate", "鄂A12345", "lines.0.part",
				     "OIL", "lines.0.qty", "2", "lines.1.labour", "MS", NULL),
			    "360.00");
}

static void a_quick_job_survives_faults(void **state)
{
	struct test_shop *s = *state;

	survives_faults(s, "job.quick", "plate", "鄂A12345", "odometer", "51000", "lines.0.part", "OIL",
			"lines.0.qty", "3.5", "lines.1.labour", "MS", "pay.0.method", "cash", "pay.0.amount",
			"480", NULL);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(a_quick_job_stamps_each_step),
		TEST(a_new_car_and_a_wash_need_no_kilometres),
		TEST(nothing_stays_of_a_quick_job_that_is_refused),
		TEST(the_payment_is_proposed),
		TEST(a_quick_job_survives_faults),
	};

	return cmocka_run_group_tests_name("quick", tests, NULL, NULL);
}
