/* test_comeback.c - work that came back, and declined work that is offered again. */
#include "tests/domain/counter.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TEST(name) cmocka_unit_test_setup_teardown(name, counter_begin, shop_end)

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

/* The rows of a view about one parameter, cells parted by '|', rows by a blank line's worth of ';'. */
static const char *told(struct test_shop *s, const char *view, struct view_arg arg, const char *cols)
{
	const struct view *v = view_find(view);
	struct view_who who = { .lang = lang_find("en"), .now = s->now, .today = s->now / 86400 };
	struct view_query q = { .view = v, .args = &arg, .n_args = 1 };
	struct err e = { .lang = who.lang };
	struct view_row *row;
	const char *text = "";
	size_t n = 0;

	if (!view_page(shop_reader(s->shop), &q, &who, NULL, false, 20, s->arena, &row, &n, &e))
		fail_msg("%s: %s", view, e.text);
	for (size_t i = 0; i < n; i++) {
		char names[80], *save, *col;

		snprintf(names, sizeof names, "%s", cols);
		for (col = strtok_r(names, " ", &save); col; col = strtok_r(NULL, " ", &save)) {
			const struct view_val *val = &row[i].val[view_col_index(v, col)];

			text = val->text ? arena_printf(s->arena, "%s%s|", text, val->s)
					 : arena_printf(s->arena, "%s%lld|", text, (long long)val->i);
		}
		text = arena_printf(s->arena, "%s;", text);
	}
	return text;
}

static const char *notes(struct test_shop *s, const char *job)
{
	return told(s, "job_lines", (struct view_arg){ .name = "job", .i = strtoll(job + 1, NULL, 10) },
		    "note first_job_id");
}

/* The car was here with MS, OF-1 and OIL, and is here again after so many days and km. */
static const char *again(struct test_shop *s, int days, const char *km)
{
	const char *job;

	wait_days(s, days);
	job = by_id(s, run(s, "job.receive", "plate", "鄂A12345", "odometer", km, "complaint", "x",
			   "km_reason", "long trip", NULL)
			   ->id);
	run(s, "job.labour", "job", job, "labour", "MS", NULL);
	run(s, "job.part", "job", job, "part", "OF-1", NULL);
	return job;
}

static void the_radar_shows_what_is_still_answered_for(void **state)
{
	struct test_shop *s = *state;
	const char *first = finished_job(s, "鄂A12345"), *job;

	run(s, "job.settle", "job", first, NULL);
	run(s, "payment.take", "job", first, "method", "cash", "amount", "525", NULL);
	run(s, "job.handover", "job", first, NULL);
	run(s, "warranty.set", "part", "OF-1", "days", "90", "km", "5000", NULL);
	run(s, "warranty.set", "labour", "MS", "days", "10", "km", "20000", NULL);
	job = again(s, 10, "50100");
	assert_string_equal(notes(s, job), "done_before|1|;done_before|1|;");
	run(s, "job.cancel", "job", job, "reason", "x", NULL);
	/* a day later the labour is not any more */
	job = again(s, 1, "50200");
	assert_string_equal(notes(s, job), "on|0|;done_before|1|;");
	run(s, "job.cancel", "job", job, "reason", "x", NULL);
	/* and at more km neither */
	job = again(s, 20, "55500");
	assert_string_equal(notes(s, job), "on|0|;on|0|;");
	assert_string_equal(told(s, "first_time", (struct view_arg){ .name = "line", .i = 1 }, "text"), "");
}

static void comebacks_are_summed_by_technician_item_and_cause(void **state)
{
	struct test_shop *s = *state;
	const char *job;

	hire(s, "chen", "technician");
	job = quoted_job(s, "鄂A12345");
	run(s, "job.dispatch", "job", job, "technician", "chen", NULL);
	run(s, "job.authorise", "job", job, "by", "王强", "how", "phone", NULL);
	run(s, "stock.issue", "job", job, "picker", "chen", NULL);
	run(s, "job.finish", "job", job, NULL);
	run(s, "job.settle", "job", job, NULL);
	job = quoted_job(s, "鄂A12345");
	run(s, "job.comeback", "job", job, "line", line_of(s, "labour"), "first", "#1", "bears", "rework",
	    "cause", "work", "reason", "x", NULL);
	run(s, "job.comeback", "job", job, "line",
	    by_id(s, ask(s, "SELECT max(id) FROM job_line WHERE part_id = (SELECT id FROM part WHERE code = "
			    "'OF-1')")),
	    "first", "#1", "bears", "goodwill", "cause", "part", "reason", "x", NULL);
	run(s, "job.authorise", "job", job, "by", "王强", "how", "phone", NULL);
	run(s, "stock.issue", "job", job, "picker", "boss", NULL);
	assert_string_equal(told(s, "comeback_sums",
				 (struct view_arg){ .name = "period", .range = true, .i = 0, .to = 99999 },
				 "pos lines jobs rework cost"),
			    "1|1|1|1|0|;2|1|1|1|0|;2|1|1|0|2000|;3|1|1|0|2000|;3|1|1|1|0|;");
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
		TEST(the_radar_shows_what_is_still_answered_for),
		TEST(comebacks_are_summed_by_technician_item_and_cause),
		TEST(what_is_priced_after_all_is_charged),
		TEST(another_cars_work_is_no_first_time),
		TEST(declined_work_is_offered_again_at_todays_price),
		TEST(a_warranty_is_set_for_an_item_or_a_type),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
