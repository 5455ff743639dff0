/* test_clock.c - technicians clock on and off, work stands still and goes on. */
#include "tests/domain/fault.h"

/* Two technicians, two cars with a labour line each: work orders 1 and 2. */
static int begin(void **state)
{
	struct test_shop *s = test_shop_new();

	hire(s, "chen", "technician");
	hire(s, "liu", "technician");
	run(s, "customer.add", "name", "王强", "phone", "13800138000", NULL);
	run(s, "vehicle.add", "plate", "鄂A12345", "customer", "王强", "model", "Polo", NULL);
	run(s, "vehicle.add", "plate", "鄂B22222", "customer", "王强", "model", "Golf", NULL);
	run(s, "job.receive", "plate", "鄂A12345", "odometer", "50010", "complaint", "noise", NULL);
	run(s, "job.receive", "plate", "鄂B22222", "odometer", "10", "complaint", "noise", NULL);
	run(s, "job.labour", "job", "#1", "text", "Front axle", "price", "100", "hours", "2", NULL);
	run(s, "job.labour", "job", "#2", "text", "Door", "price", "50", NULL);
	run(s, "job.authorise", "job", "#1", "by", "王强", "how", "phone", NULL);
	*state = s;
	return 0;
}

static int end(void **state)
{
	acts(*state, "boss");
	checks_silent(*state);
	test_shop_free(*state);
	return 0;
}

static void a_technician_clocks_on_and_off(void **state)
{
	struct test_shop *s = *state;

	acts(s, "chen");
	run(s, "job.start", "job", "鄂A12345", NULL);
	assert_string_equal(s->answer.text, "chen works on WO-261121-0001");
	assert_string_equal(ask_text(s, "SELECT state FROM job WHERE id = 1"), "in_work");
	wait_seconds(s, 5400);
	run(s, "job.stop", "reason", "break", NULL);
	assert_string_equal(s->answer.text, "chen worked 1.5 hours on WO-261121-0001");
	assert_int_equal(ask(s, "SELECT stopped_at - started_at FROM job_clock"), 5400);
	assert_string_equal(ask_text(s, "SELECT reason FROM job_clock"), "break");
	assert_says(refuse(s, "job.stop", NULL), "chen is not clocked on");
}

static void a_technician_works_on_one_car_at_a_time(void **state)
{
	struct test_shop *s = *state;

	run(s, "job.start", "job", "#1", "technician", "chen", NULL);
	assert_says(refuse(s, "job.start", "job", "#2", "technician", "chen", NULL),
		    "chen is clocked on to WO-261121-0001 since");
	assert_says(refuse(s, "job.stop", "job", "#2", "technician", "chen", NULL),
		    "not clocked on to this work order");
	run(s, "job.start", "job", "#1", "technician", "liu", "line", "1", NULL);
	run(s, "job.stop", "job", "#1", "technician", "chen", NULL);
	run(s, "job.start", "job", "#2", "technician", "chen", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM job_clock WHERE stopped_at IS NULL"), 2);
}

static void a_technician_has_no_clock_but_his_own(void **state)
{
	struct test_shop *s = *state;

	acts(s, "chen");
	assert_says(refuse(s, "job.start", "job", "#1", "technician", "liu", NULL), "for those who dispatch");
	assert_int_equal(s->err.code, ERR_DENIED);
	acts(s, "boss");
	run(s, "job.start", "job", "#1", "technician", "liu", NULL);
	acts(s, "chen");
	assert_says(refuse(s, "job.stop", "technician", "liu", NULL), "for those who dispatch");
}

static void finishing_stops_the_clocks(void **state)
{
	struct test_shop *s = *state;

	run(s, "job.start", "job", "#1", "technician", "chen", NULL);
	run(s, "job.start", "job", "#1", "technician", "liu", NULL);
	wait_seconds(s, 60);
	run(s, "job.finish", "job", "#1", NULL);
	assert_string_equal(s->answer.text,
			    "WO-261121-0001 is finished: 100.00 to settle; clocks stopped: 2");
	assert_int_equal(ask(s, "SELECT count(*) FROM job_clock WHERE stopped_at IS NULL"), 0);
	assert_says(refuse(s, "job.start", "job", "#1", "technician", "chen", NULL),
		    "is finished. Send it back");
}

static void cancelling_stops_the_clocks(void **state)
{
	struct test_shop *s = *state;

	run(s, "job.start", "job", "#2", "technician", "chen", NULL);
	run(s, "job.cancel", "job", "#2", "reason", "sold", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM job_clock WHERE stopped_at IS NULL"), 0);
}

static void work_waits_and_goes_on(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "job.go_on", "job", "#1", NULL), "does not wait for anything");
	refuse(s, "job.wait", "job", "#1", "reason", "rain", NULL);
	run(s, "job.start", "job", "#1", "technician", "chen", NULL);
	run(s, "job.wait", "job", "#1", "reason", "parts", "note", "brake disc", NULL);
	assert_string_equal(s->answer.text, "WO-261121-0001 waits; clocks stopped: 1");
	assert_string_equal(ask_text(s, "SELECT waiting || waiting_note FROM job WHERE id = 1"),
			    "partsbrake disc");
	run(s, "job.go_on", "job", "#1", NULL);
	assert_int_equal(ask(s, "SELECT waiting IS NULL AND waiting_since IS NULL FROM job WHERE id = 1"), 1);
	run(s, "job.wait", "job", "#1", "reason", "check", NULL);
	run(s, "job.start", "job", "#1", "technician", "chen", NULL);
	assert_int_equal(ask(s, "SELECT waiting IS NULL FROM job WHERE id = 1"), 1);
	run(s, "job.wait", "job", "#1", "reason", "customer", NULL);
	run(s, "job.finish", "job", "#1", NULL);
	assert_int_equal(ask(s, "SELECT waiting IS NULL FROM job WHERE id = 1"), 1);
	assert_says(refuse(s, "job.wait", "job", "#1", "reason", "parts", NULL), "is finished");
}

static void clocks_survive_faults(void **state)
{
	struct test_shop *s = *state;

	survives_faults(s, "job.start", "job", "#1", "technician", "chen", NULL);
	survives_faults(s, "job.wait", "job", "#1", "reason", "parts", NULL);
	run(s, "job.start", "job", "#1", "technician", "chen", NULL);
	survives_faults(s, "job.stop", "technician", "chen", NULL);
	run(s, "job.start", "job", "#1", "technician", "chen", NULL);
	survives_faults(s, "job.finish", "job", "#1", NULL);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_technician_clocks_on_and_off),
		TEST(a_technician_works_on_one_car_at_a_time),
		TEST(a_technician_has_no_clock_but_his_own),
		TEST(finishing_stops_the_clocks),
		TEST(cancelling_stops_the_clocks),
		TEST(work_waits_and_goes_on),
		TEST(clocks_survive_faults),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
