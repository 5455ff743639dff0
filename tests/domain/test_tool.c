/* test_tool.c - tools that go from hand to hand, notes for the next shift, and who comes when and with what. */
#include "tests/domain/tie.h"

static int begin(void **state)
{
	struct test_shop *s = test_shop_new();

	hire(s, "chen", "technician");
	hire(s, "zhao", "parts");
	run(s, "tool.add", "code", "t1", "name", "Puller", "place", "Wall", NULL);
	*state = s;
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)

static void a_tool_is_in_one_hand_at_a_time(void **state)
{
	struct test_shop *s = *state;

	run(s, "tool.lend", "tool", "T1", "person", "chen", NULL);
	assert_says(refuse(s, "tool.lend", "tool", "T1", "person", "zhao", NULL),
		    "chen has this tool. Take it back first");
	assert_string_equal(ask_text(s,
				     "SELECT u.name FROM tool_loan l JOIN user u ON u.id = l.user_id WHERE "
				     "l.back_at IS NULL"),
			    "chen");
	run(s, "tool.back", "tool", "T1", "remark", "one jaw is bent", NULL);
	assert_says(refuse(s, "tool.back", "tool", "T1", NULL), "Nobody has this tool");
	run(s, "tool.lend", "tool", "T1", "person", "zhao", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM tool_loan"), 2);
	assert_string_equal(ask_text(s, "SELECT remark FROM tool_loan ORDER BY id LIMIT 1"),
			    "one jaw is bent");
}

static void a_tool_is_known_by_its_number_once(void **state)
{
	assert_says(refuse(*state, "tool.add", "code", "T1", "name", "Another", NULL),
		    "There is a tool T1 already");
}

static void a_tool_is_not_lent_until_yesterday(void **state)
{
	assert_says(refuse(*state, "tool.lend", "tool", "T1", "person", "chen", "due", "yesterday", NULL),
		    "is past. Name a day that is to come");
}

static void the_keeper_of_parts_lends_and_a_technician_does_not(void **state)
{
	struct test_shop *s = *state;

	acts(s, "chen");
	assert_says(may_not(s, "tool.lend", "tool", "T1", "person", "chen", NULL), "tool.lend");
	acts(s, "zhao");
	run(s, "tool.lend", "tool", "T1", "person", "chen", NULL);
}

static void a_note_stands_until_it_is_done_and_is_kept(void **state)
{
	struct test_shop *s = *state;

	acts(s, "chen");
	run(s, "note.write", "text", "The lift of bay 2 leaks", "person", "zhao", NULL);
	acts(s, "zhao");
	run(s, "note.done", "note", "1", "answer", "The fitter comes on Monday", NULL);
	assert_says(refuse(s, "note.done", "note", "1", NULL), "1 is not in the list");
	assert_string_equal(
	    ask_text(s, "SELECT n.answer || ' ' || u.name FROM shift_note n JOIN user u ON u.id = "
			"n.done_by"),
	    "The fitter comes on Monday zhao");
}

static void car_leaves(struct test_shop *s, const char *plate, const char *phone, const char *model,
		       const char *price)
{
	const char *job = run(s, "job.receive", "plate", plate, "odometer", "100", "complaint", "x", "name",
			      plate, "phone", phone, "make", "Opel", "model", model, NULL)
			      ->number;

	job = arena_strdup(s->arena, job);
	run(s, "job.labour", "job", job, "text", "Work", "price", price, NULL);
	run(s, "job.authorise", "job", job, "by", "x", "how", "phone", NULL);
	run(s, "job.finish", "job", job, NULL);
	run(s, "job.settle", "job", job, "pay.0.method", "wechat", "pay.0.amount", price, NULL);
}

static void visits_are_counted_by_weekday_hour_and_model(void **state)
{
	struct test_shop *s = *state;

	run(s, "till.open", "till", "T1", "float", "100", NULL);
	car_leaves(s, "鄂A00001", "13800001110", "Astra", "100"); /* Saturday noon */
	wait_seconds(s, 4 * 3600);
	car_leaves(s, "鄂A00002", "13800001111", "Astra", "50");
	wait_days(s, 1);
	car_leaves(s, "鄂A00003", "13800001112", "Corsa", "30");
	assert_int_equal(report_sum(s, "visits_by_weekday", "cars", NULL), 3);
	assert_int_equal(report_sum(s, "visits_by_weekday", "days", NULL), 2);
	assert_int_equal(report_sum(s, "visits_by_weekday", "midday", NULL), 1);
	assert_int_equal(report_sum(s, "visits_by_weekday", "late", NULL), 2);
	assert_int_equal(report_sum(s, "work_by_model", "jobs", NULL), 3);
	assert_int_equal(report_sum(s, "work_by_model", "total", NULL), 18000);
	assert_int_equal(report_sum(s, "work_by_model", "total", NULL),
			 report_sum(s, "sales_by_type", "total", NULL));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_tool_is_in_one_hand_at_a_time),
		TEST(a_tool_is_known_by_its_number_once),
		TEST(a_tool_is_not_lent_until_yesterday),
		TEST(the_keeper_of_parts_lends_and_a_technician_does_not),
		TEST(a_note_stands_until_it_is_done_and_is_kept),
		TEST(visits_are_counted_by_weekday_hour_and_model),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
