/* test_gate.c - step-by-step mode, the quality check, and parts that differ when work is finished. */
#include "tests/domain/counter.h"

#define TEST(name) cmocka_unit_test_setup_teardown(name, counter_begin, shop_end)

/* In work: MS authorised, two of OF-1 billed and `issued` of them issued. */
static const char *job_with_filters(struct test_shop *s, const char *billed, const char *issued)
{
	const char *job = open_job(s, "鄂A12345");

	run(s, "job.labour", "job", job, "labour", "MS", NULL);
	run(s, "job.part", "job", job, "part", "OF-1", "qty", billed, NULL);
	run(s, "job.authorise", "job", job, "by", "x", "how", "phone", NULL);
	run(s, "stock.issue", "job", job, "picker", "boss", "lines.0.part", "OF-1", "lines.0.qty", issued,
	    NULL);
	return job;
}

static const char *checked(struct test_shop *s, const char *job, const char *ok)
{
	return run(s, "job.check", "job", job, "lines.0.text", "Road test", "lines.0.ok", ok, "lines.0.note",
		   "hums", NULL)
	    ->text;
}

static int64_t on_hand(struct test_shop *s)
{
	return ask(s, "SELECT qty FROM stock_value WHERE id = 1");
}

static void what_was_issued_beyond_the_bill_is_billed(void **state)
{
	struct test_shop *s = *state;
	const char *job = job_with_filters(s, "1", "2");

	assert_says(refuse(s, "job.finish", "job", job, NULL),
		    "机油滤清器: 1 billed, 2 issued. Issue or return them");
	assert_string_equal(proposed(s, "job.finish", "parts.0.then", "job", job, NULL), "bill");
	assert_says(refuse(s, "job.finish", "job", job, "parts.0.line", "2", "parts.0.then", "bill", NULL),
		    "The customer has not said yes to “机油滤清器” yet");
	assert_says(refuse(s, "job.finish", "job", job, "parts.0.line", "2", NULL),
		    "Say what becomes of “机油滤清器”");
	run(s, "setting.set", "name", "job.authorise", "value", "no", NULL);
	run(s, "job.finish", "job", job, "parts.0.line", "2", "parts.0.then", "bill", NULL);
	assert_int_equal(ask(s, "SELECT total FROM job"), 20000 + 9000);
}

static void it_is_free_for_a_reason_and_its_cost_is_borne(void **state)
{
	struct test_shop *s = *state;
	const char *job = job_with_filters(s, "1", "2");

	assert_says(refuse(s, "job.finish", "job", job, "parts.0.line", "2", "parts.0.then", "free", NULL),
		    "Say why “机油滤清器” is free");
	run(s, "job.finish", "job", job, "parts.0.line", "2", "parts.0.then", "free", "parts.0.reason",
	    "broke one", NULL);
	assert_int_equal(ask(s, "SELECT free_qty FROM job_line WHERE kind = 'part'"), 1000);
	run(s, "job.settle", "job", job, NULL);
	assert_int_equal(ask(s, "SELECT total FROM settlement"), 24500);
	assert_int_equal(account(s, "cost_of_goods"), 4000);
}

static void it_goes_back_to_stock(void **state)
{
	struct test_shop *s = *state;
	const char *job = job_with_filters(s, "1", "3");

	run(s, "job.finish", "job", job, "parts.0.line", "2", "parts.0.then", "return", NULL);
	assert_int_equal(on_hand(s), 9000);
	assert_int_equal(account(s, "work_in_progress"), 2000);
	assert_string_equal(ask_text(s, "SELECT number FROM document WHERE kind_id = 3"), "RT-261121-0001");
}

static void what_was_not_issued_is_not_billed(void **state)
{
	struct test_shop *s = *state;
	const char *job = job_with_filters(s, "3", "2");

	assert_says(refuse(s, "job.finish", "job", job, "parts.0.line", "2", "parts.0.then", "return", NULL),
		    "Less of “机油滤清器” was issued than is billed");
	run(s, "job.finish", "job", job, "parts.0.line", "2", "parts.0.then", "bill", NULL);
	assert_int_equal(ask(s, "SELECT total FROM job"), 20000 + 9000);
	assert_int_equal(ask(s, "SELECT qty FROM job_line WHERE kind = 'part'"), 2000);
}

static void every_part_that_differs_is_decided(void **state)
{
	struct test_shop *s = *state;
	const char *job = job_with_filters(s, "1", "2");

	run(s, "stock.issue", "job", job, "picker", "boss", "lines.0.part", "OIL", "lines.0.qty", "1", NULL);
	run(s, "job.part", "job", job, "part", "OIL", "qty", "2", NULL);
	run(s, "setting.set", "name", "job.authorise", "value", "no", NULL);
	assert_says(refuse(s, "job.finish", "job", job, "parts.0.line", "2", "parts.0.then", "bill", NULL),
		    "机油: 2 billed, 0 issued. Say what becomes of each");
	assert_says(refuse(s, "job.finish", "job", job, "parts.0.line", "3", "parts.0.then", "bill", NULL),
		    "there is no number 3");
	run(s, "job.finish", "job", job, "parts.0.line", "2", "parts.0.then", "bill", "parts.1.line", "4",
	    "parts.1.then", "bill", NULL);
	assert_string_equal(ask_text(s, "SELECT state FROM job_line WHERE pos = 4"), "dropped");
}

static void a_gate_asks_for_dispatch_and_a_clock(void **state)
{
	struct test_shop *s = *state;
	const char *job;

	run(s, "gate.set", "gate", "dispatch", "repair_type", "minor-service", "on", "yes", NULL);
	run(s, "gate.set", "gate", "clock", "on", "yes", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM repair_gate"),
			 1 + ask(s, "SELECT count(*) FROM repair_type"));
	job = open_job(s, "鄂A12345");
	run(s, "job.labour", "job", job, "labour", "MS", NULL);
	run(s, "job.authorise", "job", job, "by", "x", "how", "phone", NULL);
	assert_says(refuse(s, "stock.issue", "job", job, "picker", "boss", "lines.0.part", "OIL",
			   "lines.0.qty", "1", NULL),
		    "“小保养” of WO-261121-0001 is not dispatched. Say who does it first (job.dispatch)");
	assert_says(refuse(s, "job.finish", "job", job, NULL), "is not dispatched");
	run(s, "job.dispatch", "job", job, "technician", "boss", NULL);
	assert_says(refuse(s, "job.finish", "job", job, NULL), "Nobody has clocked on to WO-261121-0001");
	run(s, "job.start", "job", job, NULL);
	run(s, "job.finish", "job", job, NULL);
	assert_says(s->answer.text, "clocks stopped: 1");
	run(s, "gate.set", "gate", "dispatch", "on", "no", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM repair_gate WHERE gate_id = 1"), 0);
}

static void a_gate_asks_for_the_quality_check(void **state)
{
	struct test_shop *s = *state;
	const char *job;

	run(s, "gate.set", "gate", "check", "repair_type", "minor-service", "on", "yes", NULL);
	job = finished_job(s, "鄂A12345");
	assert_says(refuse(s, "job.settle", "job", job, NULL),
		    "has not passed the quality check. Check it first");
	assert_string_equal(proposed(s, "job.check", "lines.3.ok", "job", job, NULL), "yes");
	assert_says(checked(s, job, "no"), "WO-261121-0001 is back in work: Road test: hums");
	assert_string_equal(ask_text(s, "SELECT reason FROM job_step ORDER BY id DESC LIMIT 1"),
			    "Road test: hums");
	assert_says(refuse(s, "job.check", "job", job, "lines.0.text", "x", "lines.0.ok", "yes", NULL),
		    "is not finished");
	run(s, "job.finish", "job", job, NULL);
	assert_says(checked(s, job, "yes"), "has passed the quality check (QC-261121-0002)");
	run(s, "job.send_back", "job", job, "reason", "rattles", NULL);
	run(s, "job.finish", "job", job, NULL);
	assert_says(refuse(s, "job.settle", "job", job, NULL), "has not passed the quality check");
	checked(s, job, "yes");
	run(s, "job.settle", "job", job, NULL);
}

static void nobody_checks_his_own_work_where_the_shop_says_so(void **state)
{
	struct test_shop *s = *state;
	const char *job = open_job(s, "鄂A12345");

	hire(s, "chen", "technician");
	run(s, "setting.set", "name", "check.other", "value", "yes", NULL);
	run(s, "job.labour", "job", job, "labour", "MS", "technician", "chen", NULL);
	run(s, "job.authorise", "job", job, "by", "x", "how", "phone", NULL);
	run(s, "job.finish", "job", job, NULL);
	assert_says(refuse(s, "job.check", "job", job, "checker", "chen", "lines.0.text", "x", "lines.0.ok",
			   "yes", NULL),
		    "has worked on WO-261121-0001. Somebody else checks it");
	run(s, "job.check", "job", job, "lines.0.text", "x", "lines.0.ok", "yes", NULL);
}

static void a_gate_keeps_the_car_until_it_is_paid(void **state)
{
	struct test_shop *s = *state;
	const char *job;

	run(s, "gate.set", "gate", "paid", "on", "yes", NULL);
	job = finished_job(s, "鄂A88888");
	run(s, "job.settle", "job", job, NULL);
	assert_says(
	    refuse(s, "job.handover", "job", job, NULL),
	    "525.00 of WO-261121-0001 is still open, and this repair type is paid before the car leaves");
	run(s, "job.handover", "job", job, "override", "the boss knows him", NULL);
}

static void points_of_the_check_come_and_go(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished_job(s, "鄂A12345");

	run(s, "check_item.add", "text", "Oil level", "repair_type", "minor-service", NULL);
	run(s, "check_item.add", "text", "Paint", "repair_type", "insurance", NULL);
	assert_string_equal(proposed(s, "job.check", "lines.0.text", "job", job, NULL), "Oil level");
	run(s, "check_item.drop", "item", "Oil level", NULL);
	assert_string_equal(proposed(s, "job.check", "lines.0.text", "job", job, NULL),
			    "All work of the order is done");
}

static void checks_and_finishing_survive_faults(void **state)
{
	struct test_shop *s = *state;
	const char *job = job_with_filters(s, "1", "2");

	survives_faults(s, "job.finish", "job", job, "parts.0.line", "2", "parts.0.then", "return", NULL);
	survives_faults(s, "job.check", "job", job, "lines.0.text", "Road test", "lines.0.ok", "yes", NULL);
	survives_faults(s, "job.check", "job", job, "lines.0.text", "Road test", "lines.0.ok", "no", NULL);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(what_was_issued_beyond_the_bill_is_billed),
		TEST(it_is_free_for_a_reason_and_its_cost_is_borne),
		TEST(it_goes_back_to_stock),
		TEST(what_was_not_issued_is_not_billed),
		TEST(every_part_that_differs_is_decided),
		TEST(a_gate_asks_for_dispatch_and_a_clock),
		TEST(a_gate_asks_for_the_quality_check),
		TEST(nobody_checks_his_own_work_where_the_shop_says_so),
		TEST(a_gate_keeps_the_car_until_it_is_paid),
		TEST(points_of_the_check_come_and_go),
		TEST(checks_and_finishing_survive_faults),
	};

	return cmocka_run_group_tests_name("gate", tests, NULL, NULL);
}
