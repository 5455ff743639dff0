/* test_close.c - the end of a day and of a month, and what the manager is told. */
#include "tests/domain/counter.h"

#include <string.h>

#define TEST(name) cmocka_unit_test_setup_teardown(name, counter_begin, shop_end)

static int64_t line(struct test_shop *s, const char *kind, const char *name)
{
	return ask(s, "SELECT coalesce(sum(amount), 0) FROM day_close_line WHERE kind = '%s' AND name = '%s'",
		   kind, name);
}

static void a_day_is_added_up_by_method_cashier_and_department(void **state)
{
	struct test_shop *s = *state;

	run(s, "job.settle", "job", finished_job(s, "鄂A12345"), "pay.0.method", "cash", "pay.0.amount",
	    "500", "pay.1.method", "wechat", "pay.1.amount", "25", NULL);
	run(s, "sale.post", "lines.0.part", "OF-1", "pay.0.method", "cash", "pay.0.amount", "45", NULL);
	assert_says(refuse(s, "day.close", NULL), "is still open. Close it first");
	assert_says(refuse(s, "day.close", "anyway", "yes", NULL), "Say in the remark");
	run(s, "till.close", "till", "T1", "counted", "745", "wechat", "25", NULL);
	assert_says(run(s, "day.close", NULL)->text, "is closed with 570.00 billed");
	assert_int_equal(line(s, "method", "Cash"), 54500);
	assert_int_equal(line(s, "method", "WeChat"), 2500);
	assert_int_equal(line(s, "cashier", "boss"), 57000);
	assert_int_equal(line(s, "department", "Workshop"), 52500);
	assert_int_equal(line(s, "department", "Counter"), 4500);
	assert_says(refuse(s, "day.close", NULL), "closed already (DC-261121-0001)");
	assert_says(refuse(s, "day.close", "day", "2026-11-22", NULL), "has not come yet");
}

static void two_cashiers_of_one_name_are_told_apart(void **state)
{
	struct test_shop *s = *state;

	run(s, "user.add", "user", "boss2", "name", "boss", "role", "cashier", "pin", "5678", NULL);
	run(s, "sale.post", "lines.0.part", "OF-1", "pay.0.method", "cash", "pay.0.amount", "45", NULL);
	run(s, "till.close", "till", "T1", "counted", "245", NULL);
	acts(s, "boss2");
	run(s, "till.open", "till", "T1", "float", "100", NULL);
	run(s, "sale.post", "lines.0.part", "OF-1", "pay.0.method", "cash", "pay.0.amount", "45", NULL);
	run(s, "till.close", "till", "T1", "counted", "145", NULL);
	acts(s, "boss");
	run(s, "day.close", NULL);
	assert_int_equal(line(s, "cashier", "boss boss"), 4500);
	assert_int_equal(line(s, "cashier", "boss boss2"), 4500);
}

static void what_is_not_done_is_counted(void **state)
{
	struct test_shop *s = *state;

	finished_job(s, "鄂A12345");
	assert_int_equal(ask(s, "SELECT count(*) FROM job WHERE state = 'finished'"), 1);
	assert_says(run(s, "day.close", "anyway", "yes", "remark", "night shift", NULL)->text,
		    "things are not done");
	assert_true(ask(s, "SELECT open_ends FROM day_close") >= 2);
}

static void each_loose_end_of_the_day_is_named(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished_labour(s, "鄂A12345", "100");

	run(s, "sale.add", "part", "OF-1", NULL);
	run(s, "sale.hold", "label", "blue van", NULL);
	assert_string_equal(ask_text(s, "SELECT number FROM open_end WHERE what = 'Sale put aside'"),
			    "blue van");
	assert_int_equal(ask(s, "SELECT amount FROM open_end WHERE what = 'Sale put aside'"), 4500);
	run(s, "job.settle", "job", job, "pay.0.method", "cash", "pay.0.amount", "100", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM open_end WHERE what = 'To be given back'"), 0);
	run(s, "job.credit", "job", job, "lines.0.line", "1", "lines.0.amount", "40", "reason", "x", NULL);
	assert_int_equal(ask(s, "SELECT amount FROM open_end WHERE what = 'To be given back'"), 4000);
	assert_int_equal(ask(s, "SELECT count(*) FROM open_end WHERE what = 'Not reviewed'"), 0);
	hire(s, "ma", "manager");
	acts(s, "ma");
	run(s, "review.pass", "document", "ST-261121-0001", NULL);
	acts(s, "boss");
	assert_true(ask(s, "SELECT count(*) FROM open_end WHERE what = 'Not reviewed'") > 0);
	assert_int_equal(
	    ask(s, "SELECT count(*) FROM open_end WHERE what = 'Not reviewed' AND number LIKE 'ST-%%'"), 0);
	run(s, "day.close", "anyway", "yes", "remark", "late", NULL);
	assert_int_equal(ask(s, "SELECT open_ends FROM day_close"),
			 ask(s, "SELECT count(*) FROM open_end WHERE number NOT LIKE 'DC-%%'"));
}

static void a_month_is_closed_with_its_stock_and_opened_with_a_reason(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "month.close", "month", "today", NULL), "not over yet");
	run(s, "month.close", "month", "2026-10-15", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM stock_close"), 1);
	assert_int_equal(ask(s, "SELECT until_on FROM period_close"),
			 ask(s, "SELECT unixepoch('2026-10-31') / 86400"));
	assert_says(refuse(s, "period.reopen", "from", "2026-11-01", "reason", "x", NULL), "is open already");
	assert_says(refuse(s, "period.reopen", "from", "2026-10-01", NULL), "eason");
	run(s, "period.reopen", "from", "2026-10-01", "reason", "a bill came late", NULL);
	assert_string_equal(ask_text(s, "SELECT reason FROM period_close ORDER BY id DESC LIMIT 1"),
			    "a bill came late");
	run(s, "period.close", "until", "2026-10-31", NULL);
	hire(s, "zhou", "accountant");
	acts(s, "zhou");
	refuse(s, "period.reopen", "from", "2026-10-01", "reason", "x", NULL);
	assert_int_equal(s->err.code, ERR_DENIED);
}

static void turnover_is_what_was_billed_less_what_came_back(void **state)
{
	struct test_shop *s = *state;

	run(s, "job.settle", "job", finished_job(s, "鄂A88888"), "discount", "25", NULL);
	run(s, "job.credit", "job", "WO-261121-0001", "lines.0.line", "1", "lines.0.amount", "100", "reason",
	    "x", NULL);
	run(s, "sale.post", "lines.0.part", "OF-1", "lines.0.qty", "2", "pay.0.method", "cash",
	    "pay.0.amount", "90", NULL);
	run(s, "sale.return", "sale", "SA-261121-0001", "reason", "x", "restock", "yes", "lines.0.part",
	    "OF-1", "lines.0.qty", "1", "refund.0.method", "cash", "refund.0.amount", "45", NULL);
	assert_int_equal(ask(s, "SELECT sum(gross) FROM turnover_line"), 50000 - 10000 + 9000 - 4500);
	/* its net is the income of the books */
	assert_int_equal(ask(s, "SELECT sum(net) FROM turnover_line"),
			 -ask(s,
			      "SELECT sum(l.amount) FROM entry_line l JOIN account a ON a.id = l.account_id "
			      "WHERE a.class = 'income'"));
	assert_int_equal(ask(s, "SELECT sum(cost) FROM turnover_line"), account(s, "cost_of_goods"));
	run(s, "reverse", "document", "SR-261121-0001", "reason", "x", NULL);
	run(s, "reverse", "document", "SA-261121-0001", "reason", "x", NULL);
	assert_int_equal(ask(s, "SELECT sum(gross) FROM turnover_line"), 40000);
}

/* A figure of the manager's year, or -1. */
static int64_t figure(struct test_shop *s, const char *by, const char *period, const char *column)
{
	const struct view *v = view_find("manager_figures");
	struct view_who who = { .today = 20778 };
	struct view_arg arg[] = { { .name = "period_of", .i = 20000, .to = 22000, .range = true },
				  { .name = "by", .text = true, .s = by } };
	struct view_query q = { .view = v, .args = arg, .n_args = 2 };
	struct view_row *row;
	struct err e = { 0 };
	size_t n;

	assert_true(view_page(shop_reader(s->shop), &q, &who, NULL, false, 50, s->arena, &row, &n, &e));
	for (size_t i = 0; i < n; i++)
		if (!strcmp(row[i].val[view_col_index(v, "period")].s, period))
			return row[i].val[view_col_index(v, column)].i;
	return -1;
}

static void the_managers_figures_are_kept_by_day_and_stand_beside_the_year_before(void **state)
{
	struct test_shop *s = *state;

	run(s, "job.settle", "job", finished_job(s, "鄂A12345"), "pay.0.method", "cash", "pay.0.amount",
	    "525", NULL);
	run(s, "sale.post", "lines.0.part", "OF-1", "pay.0.method", "wechat", "pay.0.amount", "45", NULL);
	run(s, "expense.add", "category", "RENT", "amount", "100", "method", "bank", NULL);
	wait_days(s, 365);
	run(s, "sale.post", "lines.0.part", "OF-1", "lines.0.qty", "2", "pay.0.method", "cash",
	    "pay.0.amount", "90", NULL);
	run(s, "sale.return", "sale", "SA-271121-0001", "reason", "x", "restock", "yes", "lines.0.part",
	    "OF-1", "lines.0.qty", "1", NULL);
	assert_int_equal(figure(s, "year", "2026", "turnover"), 57000);
	assert_int_equal(figure(s, "year", "2026", "receipts"), 57000);
	assert_int_equal(figure(s, "year", "2026", "expenses"), 10000);
	assert_int_equal(figure(s, "year", "2026", "cars"), 1);
	assert_int_equal(figure(s, "year", "2027", "turnover"), 4500);
	assert_int_equal(figure(s, "year", "2027", "counter"), 4500);
	assert_int_equal(figure(s, "year", "2027", "receipts"), 4500);
	assert_int_equal(figure(s, "year", "2027", "last_year"), 57000);
	assert_int_equal(figure(s, "month", "2027-11", "last_year"), 57000);
	assert_int_equal(figure(s, "day", "2027-11-21", "profit"), 7965 - 3982 - 2000);
	run(s, "reverse", "document", "SR-271121-0001", "reason", "x", NULL);
	assert_int_equal(figure(s, "day", "2027-11-21", "turnover"), 9000);
	assert_int_equal(ask(s, "SELECT count(*) FROM figure_day"), 2);
}

static void closings_survive_faults(void **state)
{
	struct test_shop *s = *state;

	survives_faults(s, "day.close", "anyway", "yes", "remark", "x", NULL);
	survives_faults(s, "month.close", "month", "2026-10-15", NULL);
	survives_faults(s, "period.reopen", "from", "2026-10-01", "reason", "x", NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_day_is_added_up_by_method_cashier_and_department),
		TEST(two_cashiers_of_one_name_are_told_apart),
		TEST(what_is_not_done_is_counted),
		TEST(each_loose_end_of_the_day_is_named),
		TEST(a_month_is_closed_with_its_stock_and_opened_with_a_reason),
		TEST(turnover_is_what_was_billed_less_what_came_back),
		TEST(the_managers_figures_are_kept_by_day_and_stand_beside_the_year_before),
		TEST(closings_survive_faults),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
