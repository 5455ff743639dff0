/* test_dispatch.c - who does a labour line, and that the shares make the whole. */
#include "tests/domain/fault.h"

#include <string.h>

#include "domain/dispatch.h"

/* A shop with two technicians, a team, and a car with two labour lines and a part: work order 1, lines 1 to 3. */
static int begin(void **state)
{
	struct test_shop *s = test_shop_new();

	hire(s, "chen", "technician");
	hire(s, "liu", "technician");
	hire(s, "xu", "technician");
	run(s, "team.add", "code", "body", "name", "钣金组", NULL);
	run(s, "customer.add", "name", "王强", "phone", "13800138000", NULL);
	run(s, "vehicle.add", "plate", "鄂A12345", "customer", "王强", "model", "Polo", NULL);
	run(s, "job.receive", "plate", "鄂A12345", "odometer", "50010", "complaint", "noise", NULL);
	run(s, "job.labour", "job", "#1", "text", "Front axle", "price", "100", "hours", "2", NULL);
	run(s, "job.labour", "job", "#1", "text", "Door", "price", "50.01", NULL);
	run(s, "job.part", "job", "#1", "text", "Clip", "price", "1", NULL);
	*state = s;
	return 0;
}

/* "chen 60, liu 40" of a line. */
static const char *who(struct test_shop *s, int line)
{
	return ask_text(s,
			"SELECT group_concat(ifnull(u.name, t.code) || ' ' || d.share, ', ') FROM (SELECT * "
			"FROM dispatch ORDER BY id) d "
			"LEFT JOIN user u ON u.id = d.technician_id LEFT JOIN team t ON t.id = d.team_id "
			"WHERE d.line_id = %d",
			line);
}

static const char *in_charge(struct test_shop *s, int line)
{
	return ask_text(s,
			"SELECT ifnull(u.name, '-') FROM job_line l LEFT JOIN user u ON u.id = "
			"l.technician_id WHERE l.id = %d",
			line);
}

static void without_a_line_all_labour_is_dispatched(void **state)
{
	struct test_shop *s = *state;

	run(s, "job.dispatch", "job", "鄂A12345", "technician", "chen", NULL);
	assert_string_equal(s->answer.text, "WO-261121-0001 is dispatched to chen");
	assert_string_equal(who(s, 1), "chen 10000");
	assert_string_equal(who(s, 2), "chen 10000");
	assert_int_equal(ask(s, "SELECT count(*) FROM dispatch WHERE line_id = 3"), 0);
	assert_string_equal(in_charge(s, 2), "chen");
	assert_string_equal(in_charge(s, 3), "-");
}

static void one_more_takes_his_share_from_the_others(void **state)
{
	struct test_shop *s = *state;

	assert_says(
	    refuse(s, "job.dispatch", "job", "#1", "line", "1", "technician", "liu", "share", "40", NULL),
	    "Who does the other 60%?");
	run(s, "job.dispatch", "job", "#1", "line", "1", "technician", "chen", NULL);
	run(s, "job.dispatch", "job", "#1", "line", "1", "technician", "liu", "share", "40", NULL);
	assert_string_equal(s->answer.text, "WO-261121-0001 is dispatched to chen 60%, liu 40%");
	run(s, "job.dispatch", "job", "#1", "line", "1", "technician", "xu", "share", "33.33", NULL);
	assert_string_equal(who(s, 1), "chen 4000, liu 2667, xu 3333");
	assert_string_equal(in_charge(s, 1), "chen");
	run(s, "job.dispatch", "job", "#1", "line", "1", "technician", "chen", "share", "10", NULL);
	assert_string_equal(who(s, 1), "liu 4001, xu 4999, chen 1000");
	assert_string_equal(in_charge(s, 1), "xu");
	run(s, "job.dispatch", "job", "#1", "line", "1", "technician", "liu", NULL);
	assert_string_equal(who(s, 1), "liu 10000");
	assert_string_equal(who(s, 2), "");
}

static void shares_that_do_not_make_the_whole_are_refused(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "job.dispatch", "job", "#1", "workers.0.technician", "chen", "workers.0.share",
			   "100", "workers.1.technician", "liu", "workers.1.share", "100", NULL),
		    "The shares make 200%, not 100 %");
	assert_says(refuse(s, "job.dispatch", "job", "#1", "workers.0.technician", "chen", "workers.0.share",
			   "50", "workers.1.technician", "liu", "workers.1.share", "49.99", NULL),
		    "The shares make 99.99%");
	assert_says(refuse(s, "job.dispatch", "job", "#1", "workers.0.technician", "chen",
			   "workers.1.technician", "chen", NULL),
		    "chen stands there twice");
	assert_says(refuse(s, "job.dispatch", "job", "#1", "workers.0.technician", "chen", "workers.0.share",
			   "50", "technician", "liu", NULL),
		    "");
	assert_says(refuse(s, "job.dispatch", "job", "#1", NULL), "Say who does it");
	assert_says(refuse(s, "job.dispatch", "job", "#1", "technician", "chen", "team", "BODY", NULL),
		    "Say who does it");
	assert_int_equal(ask(s, "SELECT count(*) FROM dispatch"), 0);
}

static void those_without_a_share_divide_the_rest(void **state)
{
	struct test_shop *s = *state;

	run(s, "job.dispatch", "job", "#1", "line", "1", "workers.0.technician", "chen",
	    "workers.1.technician", "liu", "workers.2.technician", "xu", NULL);
	assert_string_equal(who(s, 1), "chen 3334, liu 3333, xu 3333");
	run(s, "job.dispatch", "job", "#1", "line", "1", "workers.0.technician", "chen", "workers.0.share",
	    "50", "workers.1.technician", "liu", "workers.2.team", "BODY", NULL);
	assert_string_equal(who(s, 1), "chen 5000, liu 2500, BODY 2500");
}

static void a_fee_stands_in_place_of_a_share(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "job.dispatch", "job", "#1", "technician", "chen", "fee", "30", NULL),
		    "A fee is for one line");
	assert_says(refuse(s, "job.dispatch", "job", "#1", "line", "1", "technician", "chen", "fee", "30",
			   "share", "50", NULL),
		    "a share or a fee, not both");
	assert_says(refuse(s, "job.dispatch", "job", "#1", "line", "1", "workers.0.technician", "chen",
			   "workers.0.fee", "30", "workers.1.technician", "liu", NULL),
		    "Give each of them a fee, or none");
	run(s, "job.dispatch", "job", "#1", "line", "1", "workers.0.technician", "chen", "workers.0.fee",
	    "30", "workers.0.commission", "5", "workers.1.technician", "liu", "workers.1.fee", "60", NULL);
	assert_string_equal(who(s, 1), "chen 3333, liu 6667");
	assert_int_equal(ask(s, "SELECT sum(fee) FROM dispatch"), 9000);
	assert_int_equal(ask(s, "SELECT sum(commission) FROM dispatch"), 500);
}

static void a_team_does_a_line_as_one(void **state)
{
	struct test_shop *s = *state;

	run(s, "team.member", "team", "BODY", "person", "chen", NULL);
	assert_says(refuse(s, "team.member", "team", "BODY", "person", "chen", NULL), "in the team already");
	assert_says(refuse(s, "team.member", "team", "BODY", "person", "liu", "leaves", "yes", NULL),
		    "not in the team");
	assert_says(refuse(s, "team.add", "code", "BODY", "name", "x", NULL), "There is a team BODY already");
	run(s, "job.dispatch", "job", "#1", "line", "2", "team", "body", NULL);
	assert_string_equal(who(s, 2), "BODY 10000");
	assert_string_equal(in_charge(s, 2), "-");
	run(s, "team.member", "team", "BODY", "person", "chen", "leaves", "yes", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM team_member"), 0);
	run(s, "undo", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM team_member"), 1);
}

static void only_labour_that_is_there_is_dispatched(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "job.dispatch", "job", "#1", "line", "3", "technician", "chen", NULL),
		    "“Clip” is no labour");
	run(s, "job.drop", "job", "#1", "line", "1", "reason", "x", NULL);
	run(s, "job.drop", "job", "#1", "line", "2", "reason", "x", NULL);
	assert_says(refuse(s, "job.dispatch", "job", "#1", "technician", "chen", NULL),
		    "has no labour to dispatch");
}

static void a_technician_on_a_new_line_is_dispatched_to_it(void **state)
{
	struct test_shop *s = *state;

	run(s, "job.labour", "job", "#1", "text", "Mirror", "price", "10", "technician", "xu", NULL);
	assert_string_equal(who(s, 4), "xu 10000");
}

static void a_dispatch_is_taken_back(void **state)
{
	struct test_shop *s = *state;

	run(s, "job.dispatch", "job", "#1", "line", "1", "technician", "chen", NULL);
	run(s, "job.dispatch", "job", "#1", "line", "1", "technician", "liu", NULL);
	run(s, "undo", NULL);
	assert_string_equal(who(s, 1), "chen 10000");
	assert_string_equal(in_charge(s, 1), "chen");
}

static void a_dispatch_survives_faults(void **state)
{
	struct test_shop *s = *state;

	run(s, "job.dispatch", "job", "#1", "technician", "chen", NULL);
	survives_faults(s, "job.dispatch", "job", "#1", "workers.0.technician", "liu", "workers.1.team",
			"BODY", NULL);
	assert_string_equal(who(s, 2), "liu 5000, BODY 5000");
}

static void a_finished_job_is_not_dispatched(void **state)
{
	struct test_shop *s = *state;

	run(s, "job.drop", "job", "#1", "line", "3", "reason", "x", NULL);
	run(s, "job.authorise", "job", "#1", "by", "王强", "how", "phone", NULL);
	run(s, "job.finish", "job", "#1", NULL);
	assert_says(refuse(s, "job.dispatch", "job", "#1", "technician", "chen", NULL),
		    "is finished. Send it back");
}

static void parts_always_make_the_whole(void **state)
{
	uint64_t r = 7;

	(void)state;
	for (int round = 0; round < 2000; round++) {
		int64_t weight[9], part[9], sum = 0, whole = (int64_t)(r % 999983);
		size_t n = 1 + (size_t)round % 9;

		for (size_t i = 0; i < n; i++) {
			r = r * 6364136223846793005u + 1442695040888963407u;
			weight[i] = round % 7 ? (int64_t)(r >> 33) % 1000 : 0;
		}
		shares_divide(whole, weight, n, part);
		for (size_t i = 0; i < n; i++) {
			assert_true(part[i] >= 0);
			sum += part[i];
		}
		assert_int_equal(sum, whole);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(without_a_line_all_labour_is_dispatched),
		TEST(one_more_takes_his_share_from_the_others),
		TEST(shares_that_do_not_make_the_whole_are_refused),
		TEST(those_without_a_share_divide_the_rest),
		TEST(a_fee_stands_in_place_of_a_share),
		TEST(a_team_does_a_line_as_one),
		TEST(only_labour_that_is_there_is_dispatched),
		TEST(a_technician_on_a_new_line_is_dispatched_to_it),
		TEST(a_dispatch_is_taken_back),
		TEST(a_dispatch_survives_faults),
		TEST(a_finished_job_is_not_dispatched),
		cmocka_unit_test(parts_always_make_the_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
