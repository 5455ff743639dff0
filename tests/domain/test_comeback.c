/* test_comeback.c - work that came back, and declined work that is offered again. */
#include "tests/domain/counter.h"

static int begin(void **state)
{
	*state = counter_new();
	return 0;
}

static int end(void **state)
{
	counter_free(*state);
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

/* MS, one OF-1 and 3.5 OIL, nothing said yes to yet. */
static const char *quoted_job(struct test_shop *s, const char *plate)
{
	const char *job = open_job(s, plate);

	run(s, "job.labour", "job", job, "labour", "MS", NULL);
	run(s, "job.part", "job", job, "part", "OF-1", NULL);
	run(s, "job.part", "job", job, "part", "OIL", "qty", "3.5", NULL);
	return job;
}

/* The car was here once, and is here again. */
static const char *second_visit(struct test_shop *s)
{
	const char *first = finished_job(s, "鄂A12345");

	run(s, "job.settle", "job", first, NULL);
	run(s, "payment.take", "job", first, "method", "cash", "amount", "525", NULL);
	run(s, "job.handover", "job", first, NULL);
	wait_days(s, 5);
	return quoted_job(s, "鄂A12345");
}

static const char *line_of(struct test_shop *s, const char *kind)
{
	return by_id(
	    s, ask(s, "SELECT max(id) FROM job_line WHERE kind = '%s' AND job_id = (SELECT max(id) FROM job)",
		   kind));
}

static void a_comeback_names_its_first_time_and_who_bears_it(void **state)
{
	struct test_shop *s = *state;
	const char *job, *line;

	job = second_visit(s);
	line = line_of(s, "labour");
	assert_string_equal(proposed(s, "job.comeback", "first", "job", job, "line", line, NULL), "#1");
	assert_says(refuse(s, "job.comeback", "job", job, "line", line, "first", job, "bears", "rework",
			   "reason", "x", NULL),
		    "is not earlier than");
	assert_says(
	    refuse(s, "job.comeback", "job", job, "line", line, "first", "#1", "bears", "rework", NULL),
	    "What happened");
	run(s, "job.comeback", "job", job, "line", line, "first", "#1", "bears", "rework", "cause", "work",
	    "reason", "螺丝没拧紧", NULL);
	assert_int_equal(ask(s, "SELECT total FROM job WHERE id = 2"), 32500);
	run(s, "job.comeback", "job", job, "line", line_of(s, "part"), "first", "#1", "bears", "rework",
	    "cause", "part", "reason", "漏油", NULL);
	run(s, "job.authorise", "job", job, "by", "王强", "how", "phone", NULL);
	run(s, "stock.issue", "job", job, "picker", "boss", NULL);
	run(s, "job.finish", "job", job, NULL);
	run(s, "job.settle", "job", job, NULL);
	assert_true(account(s, "rework_cost") > 0);
	assert_int_equal(account(s, "rework_cost") + account(s, "cost_of_goods"), 2 * 16000);
	assert_int_equal(ask(s, "SELECT count(*) FROM comeback WHERE first_line_id IS NOT NULL"), 2);
}

static void what_is_priced_after_all_is_charged(void **state)
{
	struct test_shop *s = *state;
	const char *job, *line;

	job = second_visit(s);
	line = line_of(s, "labour");
	run(s, "job.comeback", "job", job, "line", line, "first", "#1", "bears", "goodwill", "reason", "x",
	    NULL);
	run(s, "job.line_price", "job", job, "line", line, "price", "200", NULL);
	assert_string_equal(ask_text(s, "SELECT bears FROM comeback"), "charge");
	run(s, "job.comeback", "job", job, "line", line, "first", "#1", "bears", "rework", "reason", "x",
	    NULL);
	run(s, "job.comeback", "job", job, "line", line, "first", "#1", "bears", "charge", "reason", "x",
	    NULL);
	assert_int_equal(ask(s, "SELECT price FROM job_line WHERE id = (SELECT id FROM comeback)"), 20000);
}

static void another_cars_work_is_no_first_time(void **state)
{
	struct test_shop *s = *state;
	const char *other = finished_job(s, "鄂A88888"), *job = quoted_job(s, "鄂A12345");

	assert_says(refuse(s, "job.comeback", "job", job, "line", line_of(s, "labour"), "first", other,
			   "bears", "rework", "reason", "x", NULL),
		    "another car's work order (鄂A88888)");
}

static void declined_work_is_offered_again_at_todays_price(void **state)
{
	struct test_shop *s = *state;
	const char *first, *job, *line;

	run(s, "job.receive", "plate", "鄂A12345", "odometer", "52000", "complaint", "x", NULL);
	first = by_id(s, s->answer.id);
	run(s, "job.labour", "job", first, "labour", "MS", NULL);
	run(s, "job.labour", "job", first, "text", "洗车", "price", "20", NULL);
	line = by_id(s, 1);
	assert_says(refuse(s, "job.decline", "job", first, "line", line, NULL), "Reason");
	run(s, "job.decline", "job", first, "line", line, "reason", "太贵", NULL);
	assert_says(refuse(s, "job.reoffer", "job", first, "declined", line, NULL),
		    "not declined at an earlier visit");
	run(s, "job.authorise", "job", first, "by", "王强", "how", "phone", NULL);
	run(s, "job.finish", "job", first, NULL);
	run(s, "job.settle", "job", first, NULL);
	run(s, "payment.take", "job", first, "method", "cash", "amount", "20", NULL);
	run(s, "job.handover", "job", first, NULL);
	run(s, "labour.change", "labour", "MS", "price", "230", NULL);
	run(s, "job.receive", "plate", "鄂A12345", "odometer", "52100", "complaint", "x", NULL);
	job = by_id(s, s->answer.id);
	run(s, "job.reoffer", "job", job, "declined", line, NULL);
	assert_int_equal(ask(s, "SELECT price FROM job_line WHERE offers_id IS NOT NULL"), 23000);
	assert_says(refuse(s, "job.reoffer", "job", job, "declined", line, NULL), "offered again already");
}

static void a_warranty_is_set_for_an_item_or_a_type(void **state)
{
	struct test_shop *s = *state;

	run(s, "warranty.set", "part", "OF-1", "days", "365", "km", "20000", NULL);
	run(s, "warranty.set", "repair_type", "repair", "days", "15", "km", "3000", NULL);
	assert_int_equal(ask(s, "SELECT warranty_days FROM part WHERE code = 'OF-1'"), 365);
	assert_int_equal(ask(s, "SELECT warranty_km FROM repair_type WHERE code = 'repair'"), 3000);
	assert_says(refuse(s, "warranty.set", "days", "1", "km", "1", NULL), "Say for which part");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_comeback_names_its_first_time_and_who_bears_it),
		TEST(what_is_priced_after_all_is_charged),
		TEST(another_cars_work_is_no_first_time),
		TEST(declined_work_is_offered_again_at_todays_price),
		TEST(a_warranty_is_set_for_an_item_or_a_type),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
