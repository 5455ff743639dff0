/* test_shares.c - what the technicians and teams are told at the end of the month makes what was billed. */
#include "tests/domain/shop.h"

#include <string.h>

static int begin(void **state)
{
	struct test_shop *s = test_shop_new();

	hire(s, "chen", "technician");
	hire(s, "liu", "technician");
	run(s, "team.add", "code", "body", "name", "钣金组", NULL);
	run(s, "customer.add", "name", "王强", "phone", "13800138000", NULL);
	run(s, "vehicle.add", "plate", "鄂A12345", "customer", "王强", "model", "Polo", NULL);
	run(s, "job.receive", "plate", "鄂A12345", "odometer", "50010", "complaint", "noise", NULL);
	run(s, "job.labour", "job", "#1", "text", "Front axle", "price", "100.01", "hours", "1", NULL);
	run(s, "job.labour", "job", "#1", "text", "Door", "price", "50", "hours", "0.5", NULL);
	run(s, "job.dispatch", "job", "#1", "line", "1", "workers.0.technician", "chen",
	    "workers.1.technician", "liu", "workers.2.team", "BODY", NULL);
	run(s, "job.dispatch", "job", "#1", "line", "2", "technician", "chen", "fee", "20", "commission", "3",
	    NULL);
	run(s, "job.authorise", "job", "#1", "by", "王强", "how", "phone", NULL);
	run(s, "job.start", "job", "#1", "technician", "chen", NULL);
	wait_seconds(s, 3600);
	run(s, "job.finish", "job", "#1", NULL);
	run(s, "job.settle", "job", "#1", NULL);
	*state = s;
	return 0;
}

struct sum {
	const struct view *v;
	const char *row, *col;
	int64_t all, one;
};

static bool row_summed(void *arg, const struct view_row *row)
{
	struct sum *sum = arg;
	const struct view_val *val = &row->val[view_col_index(sum->v, sum->col)];

	sum->all += val->i;
	if (!strcmp(row->val[0].s, sum->row))
		sum->one = val->i;
	return true;
}

/* A column of a report over this month: that of one row, and of all. */
static struct sum told(struct test_shop *s, const char *report, const char *row, const char *col)
{
	struct sum sum = { .v = view_find(report), .row = row, .col = col };
	struct arena *a = arena_new();
	struct answer answer = { 0 };
	struct view_who who;
	struct view_arg day = { .name = "day", .range = true };
	struct view_query q = { .view = sum.v, .args = &day, .n_args = sum.v->n_params };
	struct err e = { 0 };
	struct ctx ctx;

	session_ctx(s->session, a, &answer, &ctx);
	session_who(&ctx, &who);
	day.i = ctx.today - 1;
	day.to = ctx.today;
	if (!view_each(ctx.db, &q, &who, row_summed, &sum, &e))
		fail_msg("%s: %s", report, e.text);
	arena_free(a);
	return sum;
}

static void shares_of_money_make_the_line(void **state)
{
	struct test_shop *s = *state;
	struct sum technicians = told(s, "technician_hours", "chen", "amount"),
		   teams = told(s, "team_work", "BODY", "amount");

	assert_int_equal(technicians.all + teams.all, 15001);
	assert_int_equal(technicians.one, 3335 + 5000);
	assert_int_equal(teams.one, 3333);
	assert_int_equal(told(s, "technician_hours", "chen", "fee").one, 3335 + 2000);
	assert_int_equal(told(s, "technician_hours", "chen", "commission").all, 300);
}

static void shares_of_hours_make_the_hours(void **state)
{
	struct test_shop *s = *state;

	assert_int_equal(told(s, "technician_hours", "chen", "hours").all +
			     told(s, "team_work", "BODY", "hours").all,
			 1500);
	assert_int_equal(told(s, "technician_hours", "chen", "clocked").one, 1000);
	assert_int_equal(told(s, "technician_hours", "chen", "rate").one, 8340);
	assert_int_equal(told(s, "hours_billed", "WO-261121-0001", "rate").one, 15000);
}

static void cars_are_counted_by_step(void **state)
{
	struct test_shop *s = *state;

	assert_int_equal(told(s, "cars_by_step", "settled", "cars").one, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(shares_of_money_make_the_line),
		TEST(shares_of_hours_make_the_hours),
		TEST(cars_are_counted_by_step),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
