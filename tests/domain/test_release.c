/* test_release.c - temporary passes, advice for the next visit, and what the board makes of it all. */
#include "tests/domain/fault.h"

#include <stdio.h>
#include <string.h>

/* A technician, two cars with a labour line each: work orders 1 and 2; the customer has said yes to the first. */
static int begin(void **state)
{
	struct test_shop *s = test_shop_new();

	hire(s, "chen", "technician");
	run(s, "customer.add", "name", "王强", "phone", "13800138000", NULL);
	run(s, "vehicle.add", "plate", "鄂A12345", "customer", "王强", "model", "Polo", NULL);
	run(s, "vehicle.add", "plate", "鄂B22222", "customer", "王强", "model", "Golf", NULL);
	run(s, "job.receive", "plate", "鄂A12345", "odometer", "50010", "complaint", "noise", "promised_at",
	    "17:00", NULL);
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

struct seen {
	const char *plate, *col;
	char text[200];
	int rows;
	const struct view *v;
};

static bool row_seen(void *arg, const struct view_row *row)
{
	struct seen *seen = arg;
	const struct view_val *val = &row->val[view_col_index(seen->v, seen->col)];

	seen->rows++;
	if (strcmp(row->val[view_col_index(seen->v, "plate")].s, seen->plate) != 0)
		return true;
	if (val->text || val->null)
		snprintf(seen->text, sizeof seen->text, "%s", val->s);
	else
		snprintf(seen->text, sizeof seen->text, "%lld", (long long)val->i);
	return true;
}

/* A column of a car's row in a view, as the person who acts sees it; "-" when it has no row. In the arena. */
static const char *sees(struct test_shop *s, const char *view, const char *plate, const char *col)
{
	struct seen seen = { .plate = plate, .col = col, .text = "-", .v = view_find(view) };
	struct view_query q = { .view = seen.v };
	struct arena *a = arena_new();
	struct answer answer = { 0 };
	struct err e = { 0 };
	struct view_who who;
	struct ctx ctx;

	session_ctx(s->session, a, &answer, &ctx);
	session_who(&ctx, &who);
	if (!view_each(ctx.db, &q, &who, row_seen, &seen, &e))
		fail_msg("%s: %s", view, e.text);
	arena_free(a);
	return arena_strdup(s->arena, seen.text);
}

static const char *step(struct test_shop *s)
{
	return sees(s, "board", "鄂A12345", "step");
}

static void a_car_leaves_for_a_while_and_comes_back(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "job.back", "job", "#1", NULL), "is in the house");
	assert_says(refuse(s, "job.release", "job", "#1", "reason", "road test", NULL), "Taken by");
	run(s, "job.release", "job", "鄂A12345", "reason", "road test", "by", "chen", "expected_back",
	    "15:00", NULL);
	assert_string_equal(s->answer.number, "TP-261121-0001");
	assert_string_equal(step(s), "away");
	assert_int_equal(ask(s, "SELECT count(*) FROM print_job WHERE template = 'temporary_pass'"), 1);
	assert_says(refuse(s, "job.release", "job", "#1", "reason", "x", "by", "x", NULL),
		    "out on the temporary pass TP-261121-0001");
	assert_says(refuse(s, "job.cancel", "job", "#1", "reason", "x", NULL), "Note first that it is back");
	wait_seconds(s, 4 * 3600);
	assert_string_equal(sees(s, "board", "鄂A12345", "mark"), "!");
	run(s, "job.back", "job", "#1", NULL);
	assert_int_equal(ask(s, "SELECT back_at IS NOT NULL FROM car_away"), 1);
	assert_string_equal(ask_text(s, "SELECT state FROM job WHERE id = 1"), "in_work");
}

static void a_car_that_is_out_is_not_handed_over(void **state)
{
	struct test_shop *s = *state;

	run(s, "job.finish", "job", "#1", NULL);
	run(s, "job.release", "job", "#1", "reason", "insurer", "by", "王强", NULL);
	run(s, "job.settle", "job", "#1", NULL);
	assert_says(refuse(s, "job.handover", "job", "#1", "override", "x", NULL),
		    "out on the temporary pass");
	run(s, "job.back", "job", "#1", NULL);
	run(s, "job.handover", "job", "#1", "override", "pays tomorrow", NULL);
	assert_says(refuse(s, "job.release", "job", "#1", "reason", "x", "by", "x", NULL), "");
}

static void passes_survive_faults(void **state)
{
	struct test_shop *s = *state;

	survives_faults(s, "job.release", "job", "#1", "reason", "road test", "by", "chen", NULL);
	survives_faults(s, "job.back", "job", "#1", NULL);
	survives_faults(s, "job.advise", "job", "#1", "text", "Brake discs", NULL);
}

static void advice_is_told_at_the_next_reception(void **state)
{
	struct test_shop *s = *state;

	run(s, "part.add", "code", "BP-1", "name", "刹车片", "price", "100", NULL);
	assert_says(refuse(s, "job.advise", "job", "#1", NULL), "Say what is advised");
	assert_says(refuse(s, "job.advise", "job", "#1", "item", "none", NULL),
		    "There is no part and no labour item NONE");
	run(s, "job.advise", "job", "#1", "text", "Tyres in front", "urgency", "next", NULL);
	acts(s, "chen");
	run(s, "job.advise", "job", "#1", "item", "bp-1", "urgency", "now", NULL);
	acts(s, "boss");
	run(s, "job.cancel", "job", "#1", "reason", "x", NULL);
	run(s, "job.receive", "plate", "鄂A12345", "odometer", "50020", "complaint", "x", NULL);
	assert_string_equal(
	    s->answer.text,
	    "Work order WO-261121-0003 opened for 鄂A12345. Advised before: 刹车片; Tyres in front");
	run(s, "advice.close", "advice", "#1", NULL);
	run(s, "advice.close", "advice", "#2", "dropped", "yes", NULL);
	run(s, "job.cancel", "job", "#3", "reason", "x", NULL);
	run(s, "job.receive", "plate", "鄂A12345", "odometer", "50030", "complaint", "x", NULL);
	assert_string_equal(s->answer.text, "Work order WO-261121-0004 opened for 鄂A12345");
}

static void the_board_says_what_a_car_waits_for(void **state)
{
	struct test_shop *s = *state;

	assert_string_equal(step(s), "to_dispatch");
	run(s, "job.dispatch", "job", "#1", "technician", "chen", NULL);
	assert_string_equal(step(s), "dispatched");
	assert_string_equal(sees(s, "board", "鄂A12345", "workers"), "chen");
	run(s, "job.start", "job", "#1", "technician", "chen", NULL);
	assert_string_equal(step(s), "working");
	wait_seconds(s, 3900);
	run(s, "job.stop", "technician", "chen", NULL);
	assert_string_equal(step(s), "in_work");
	assert_string_equal(sees(s, "board", "鄂A12345", "age"), "1:05");
	run(s, "job.wait", "job", "#1", "reason", "parts", NULL);
	assert_string_equal(step(s), "parts");
	run(s, "job.go_on", "job", "#1", NULL);
	run(s, "job.finish", "job", "#1", NULL);
	assert_string_equal(step(s), "finished");
	run(s, "job.send_back", "job", "#1", "reason", "rattles", NULL);
	assert_string_equal(step(s), "sent_back");
	assert_string_equal(sees(s, "board", "鄂A12345", "mark"), "");
	wait_seconds(s, 5 * 3600);
	assert_string_equal(sees(s, "board", "鄂A12345", "mark"), "!");
	assert_string_equal(sees(s, "wall", "鄂A12345", "mark"), "!");
	assert_int_equal(view_col_index(view_find("wall"), "customer"), -1);
	assert_int_equal(view_col_index(view_find("wall"), "workers"), -1);
}

static void a_technician_sees_his_own_work_without_prices(void **state)
{
	struct test_shop *s = *state;
	const struct view *v = view_find("my_work");

	run(s, "team.add", "code", "A", "name", "A", NULL);
	run(s, "team.member", "team", "A", "person", "chen", NULL);
	run(s, "job.dispatch", "job", "#1", "team", "A", NULL);
	run(s, "job.part", "job", "#1", "text", "Clip", "price", "1", NULL);
	assert_string_equal(sees(s, "my_work", "鄂A12345", "work"), "-");
	acts(s, "chen");
	assert_string_equal(sees(s, "my_work", "鄂A12345", "work"), "Front axle");
	assert_string_equal(sees(s, "my_work", "鄂A12345", "parts"), "0/1");
	assert_string_equal(sees(s, "my_work", "鄂A12345", "hours"), "2000");
	assert_string_equal(sees(s, "my_work", "鄂B22222", "work"), "-");
	for (size_t i = 0; i < v->n_cols; i++)
		assert_true(v->cols[i].type != COL_MONEY);
	run(s, "job.start", "job", "#1", NULL);
	assert_string_equal(sees(s, "my_work", "鄂A12345", "running"), "1");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_car_leaves_for_a_while_and_comes_back),
		TEST(a_car_that_is_out_is_not_handed_over),
		TEST(passes_survive_faults),
		TEST(advice_is_told_at_the_next_reception),
		TEST(the_board_says_what_a_car_waits_for),
		TEST(a_technician_sees_his_own_work_without_prices),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
