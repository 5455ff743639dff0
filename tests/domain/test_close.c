/* test_close.c - the end of a day and of a month, and what the manager is told. */
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

static void what_is_not_done_is_counted(void **state)
{
	struct test_shop *s = *state;

	finished_job(s, "鄂A12345");
	assert_int_equal(ask(s, "SELECT count(*) FROM job WHERE state = 'finished'"), 1);
	assert_says(run(s, "day.close", "anyway", "yes", "remark", "night shift", NULL)->text,
		    "things are not done");
	assert_true(ask(s, "SELECT open_ends FROM day_close") >= 2);
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
		TEST(what_is_not_done_is_counted),
		TEST(a_month_is_closed_with_its_stock_and_opened_with_a_reason),
		TEST(turnover_is_what_was_billed_less_what_came_back),
		TEST(closings_survive_faults),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
