/* test_estimate.c - lines of every kind: sublet work, passed-through costs, own parts, who bears them, repair modes,
 * revisions. */
#include "tests/domain/counter.h"

static int begin(void **state)
{
	struct test_shop *s = counter_new();

	run(s, "supplier.add", "name", "江城喷漆", NULL);
	run(s, "insurer.add", "name", "平安保险", NULL);
	*state = s;
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)

/* MS, one OF-1 and 3.5 OIL, nothing said yes to yet. */
static const char *quoted_job(struct test_shop *s, const char *plate)
{
	const char *job = open_job(s, plate);

	run(s, "job.labour", "job", job, "labour", "MS", NULL);
	run(s, "job.part", "job", job, "part", "OF-1", NULL);
	run(s, "job.part", "job", job, "part", "OIL", "qty", "3.5", NULL);
	return job;
}

static const char *line_of(struct test_shop *s, const char *text)
{
	return by_id(s, ask(s, "SELECT id FROM job_line WHERE text = '%s' ORDER BY id DESC LIMIT 1", text));
}

static void finish(struct test_shop *s, const char *job)
{
	run(s, "job.authorise", "job", job, "by", "王强", "how", "phone", NULL);
	run(s, "stock.issue", "job", job, "picker", "boss", NULL);
	run(s, "job.finish", "job", job, NULL);
}

/* ---- sublet work ---- */

static const char *painted(struct test_shop *s, const char *job)
{
	run(s, "job.sublet", "job", job, "supplier", "江城喷漆", "text", "喷漆", "cost", "300", "price",
	    "480", NULL);
	return job;
}

static void sublet_work_is_owed_and_in_work_until_it_is_settled(void **state)
{
	struct test_shop *s = *state;
	const char *job = painted(s, quoted_job(s, "鄂A12345"));

	assert_string_equal(s->answer.number, "SB-261121-0001");
	assert_int_equal(s->answer.id, ask(s, "SELECT id FROM job_line WHERE kind = 'sublet'"));
	assert_int_equal(account(s, "work_in_progress"), 30000);
	assert_int_equal(party_account(s, "江城喷漆", "payable"), -30000);
	run(s, "job.fee", "job", job, "text", "拖车", "price", "100", NULL);
	finish(s, job);
	run(s, "job.settle", "job", job, NULL);
	assert_int_equal(account(s, "work_in_progress"), 0);
	assert_int_equal(account(s, "cost_of_sublet"), 30000);
	assert_int_equal(account(s, "cost_of_goods"), 16000);
	assert_int_equal(ask(s, "SELECT cost FROM settlement"), 46000);
	assert_int_equal(ask(s, "SELECT fees FROM settlement"), 58000);
}

static void sublet_work_goes_back_by_reversal_and_is_then_dropped(void **state)
{
	struct test_shop *s = *state;
	const char *job = painted(s, quoted_job(s, "鄂A12345")), *line = line_of(s, "喷漆");

	assert_says(refuse(s, "job.drop", "job", job, "line", line, "reason", "x", NULL),
		    "booked with SB-261121-0001");
	assert_says(refuse(s, "job.decline", "job", job, "line", line, "reason", "x", NULL),
		    "Reverse that first");
	assert_says(refuse(s, "job.cancel", "job", job, "reason", "x", NULL),
		    "Sublet work is booked for it (SB-");
	run(s, "reverse", "document", "SB-261121-0001", "reason", "not done", NULL);
	assert_int_equal(account(s, "work_in_progress"), 0);
	assert_int_equal(party_account(s, "江城喷漆", "payable"), 0);
	assert_says(refuse(s, "reverse", "document", "SB-261121-0001", "reason", "twice", NULL),
		    "reversed already");
	run(s, "job.drop", "job", job, "line", line, "reason", "not done", NULL);
	run(s, "job.cancel", "job", job, "reason", "x", NULL);
}

static void offered_sublet_work_is_booked_before_the_finish(void **state)
{
	struct test_shop *s = *state;
	const char *job = quoted_job(s, "鄂A12345"), *line;

	run(s, "job.sublet", "job", job, "supplier", "江城喷漆", "text", "喷漆", "cost", "300", "price",
	    "480", "offer", "yes", NULL);
	line = line_of(s, "喷漆");
	assert_int_equal(account(s, "work_in_progress"), 0);
	assert_says(refuse(s, "job.sublet_order", "job", job, "line", line, NULL), "has not said yes");
	run(s, "job.authorise", "job", job, "by", "王强", "how", "phone", NULL);
	run(s, "stock.issue", "job", job, "picker", "boss", NULL);
	assert_says(refuse(s, "job.finish", "job", job, NULL), "“喷漆” is not booked");
	run(s, "job.sublet_order", "job", job, "line", line, "cost", "320", NULL);
	assert_says(refuse(s, "job.sublet_order", "job", job, "line", line, NULL), "booked already (SB-");
	assert_int_equal(account(s, "work_in_progress"), 16000 + 32000);
	run(s, "job.finish", "job", job, NULL);
}

static void sublet_work_survives_faults(void **state)
{
	struct test_shop *s = *state;
	const char *job = quoted_job(s, "鄂A12345");

	survives_faults(s, "job.sublet", "job", job, "supplier", "江城喷漆", "text", "喷漆", "cost", "300",
			"price", "480", NULL);
	survives_faults(s, "reverse", "document", "SB-261121-0001", "reason", "x", NULL);
	run(s, "job.authorise", "job", job, "by", "王强", "how", "phone", NULL);
	survives_faults(s, "job.sublet_order", "job", job, "line", line_of(s, "喷漆"), NULL);
	run(s, "stock.issue", "job", job, "picker", "boss", NULL);
	run(s, "job.finish", "job", job, NULL);
	survives_faults(s, "job.settle", "job", job, "discount", "10", NULL);
	assert_int_equal(account(s, "cost_of_sublet"), 30000);
}

/* ---- what is collected for others ---- */

static void a_passed_through_cost_is_no_income_and_bears_no_tax(void **state)
{
	struct test_shop *s = *state;
	const char *job;

	run(s, "job.receive", "plate", "鄂A12345", "odometer", "52000", "complaint", "x", NULL);
	job = by_id(s, s->answer.id);
	run(s, "job.labour", "job", job, "labour", "MS", NULL);
	run(s, "job.fee", "job", job, "text", "年检代收", "price", "120", "pass_through", "yes", NULL);
	run(s, "job.authorise", "job", job, "by", "王强", "how", "phone", NULL);
	run(s, "job.finish", "job", job, NULL);
	assert_says(refuse(s, "job.settle", "job", job, "discount", "200.01", NULL), "more than the whole");
	run(s, "job.settle", "job", job, "discount", "20", NULL);
	assert_int_equal(account(s, "collected_for_others"), -12000);
	assert_int_equal(account(s, "income_fees"), 0);
	assert_int_equal(ask(s, "SELECT total FROM settlement"), 30000);
	assert_int_equal(ask(s, "SELECT passed FROM settlement"), 12000);
	assert_int_equal(ask(s, "SELECT net + tax FROM settlement"), 18000);
	assert_int_equal(ask(s, "SELECT discount FROM settlement_line WHERE passed"), 0);
	run(s, "job.reopen", "job", job, "reason", "x", NULL);
	assert_int_equal(account(s, "collected_for_others"), 0);
}

/* ---- own parts, free lines, payers ---- */

static void the_customers_own_part_costs_nothing_and_has_no_price(void **state)
{
	struct test_shop *s = *state;
	const char *job = quoted_job(s, "鄂A12345");

	run(s, "job.own_part", "job", job, "text", "自带机油", "qty", "4", NULL);
	assert_int_equal(ask(s, "SELECT qty FROM job_line WHERE kind = 'own_part'"), 4000);
	assert_int_equal(ask(s, "SELECT amount FROM job_line WHERE kind = 'own_part'"), 0);
	assert_says(
	    refuse(s, "job.line_price", "job", job, "line", line_of(s, "自带机油"), "price", "5", NULL),
	    "has no price");
	finish(s, job);
	run(s, "job.settle", "job", job, NULL);
	assert_int_equal(ask(s, "SELECT total FROM settlement"), 52500);
}

static void a_free_line_needs_its_reason_and_its_right(void **state)
{
	struct test_shop *s = *state;
	const char *job = quoted_job(s, "鄂A12345"),
		   *line = by_id(s, ask(s, "SELECT id FROM job_line WHERE kind = 'labour'"));

	hire(s, "wang", "reception");
	acts(s, "wang");
	refuse(s, "job.line_free", "job", job, "line", line, "reason", "老客户", NULL);
	assert_int_equal(s->err.code, ERR_DENIED);
	assert_says(refuse(s, "job.labour", "job", job, "labour", "MS", "price", "100", NULL),
		    "You may go down");
	acts(s, "boss");
	assert_says(refuse(s, "job.line_free", "job", job, "line", line, NULL), "Reason");
	run(s, "job.line_free", "job", job, "line", line, "reason", "老客户", NULL);
	assert_int_equal(ask(s, "SELECT total FROM job"), 32500);
	run(s, "job.line_price", "job", job, "line", line, "price", "200", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM job_line WHERE free_reason IS NOT NULL"), 0);
	run(s, "job.labour", "job", job, "text", "洗车", "free", "赠送", NULL);
	assert_int_equal(ask(s, "SELECT total FROM job"), 52500);
}

static void the_insurer_named_at_reception_bears(void **state)
{
	struct test_shop *s = *state;
	const char *job = quoted_job(s, "鄂A12345");

	run(s, "vehicle.change", "vehicle", "鄂A12345", "insurer", "平安保险", NULL);
	run(s, "insurer.add", "name", "太平洋保险", NULL);
	run(s, "job.cancel", "job", job, "reason", "x", NULL);
	job = by_id(s, run(s, "job.receive", "plate", "鄂A12345", "odometer", "50020", "complaint", "追尾",
			   "insurer", "太平洋保险", NULL)
			   ->id);
	run(s, "job.part", "job", job, "part", "OIL", "bears", "insurer", NULL);
	assert_string_equal(ask_text(s,
				     "SELECT p.name FROM job_line l JOIN party p ON p.id = l.payer_id "
				     "WHERE l.job_id = %s",
				     job + 1),
			    "太平洋保险");
}

static void what_the_shop_bears_costs_goodwill(void **state)
{
	struct test_shop *s = *state;
	const char *job = quoted_job(s, "鄂A12345"),
		   *line = by_id(s, ask(s, "SELECT id FROM job_line WHERE kind = 'part'"));

	assert_says(refuse(s, "job.line_payer", "job", job, "line", line, "bears", "shop", NULL),
		    "say why it is free for the customer");
	assert_says(refuse(s, "job.line_payer", "job", job, "line", line, "bears", "maker", NULL),
		    "names no payer");
	assert_says(refuse(s, "job.line_payer", "job", job, "line", line, "bears", "insurer", NULL),
		    "has no insurer");
	run(s, "job.line_payer", "job", job, "line", line, "bears", "shop", "free", "补偿", NULL);
	finish(s, job);
	run(s, "job.settle", "job", job, NULL);
	assert_int_equal(account(s, "goodwill_cost"), 2000);
	assert_int_equal(account(s, "cost_of_goods"), 14000);
	assert_int_equal(account(s, "work_in_progress"), 0);
}

static void an_insurer_takes_his_share_less_the_excess(void **state)
{
	struct test_shop *s = *state;
	const char *job = quoted_job(s, "鄂A12345");

	run(s, "vehicle.change", "vehicle", "鄂A12345", "insurer", "平安保险", NULL);
	run(s, "job.line_payer", "job", job, "line",
	    by_id(s, ask(s, "SELECT id FROM job_line WHERE kind = 'labour'")), "bears", "insurer", NULL);
	run(s, "job.labour", "job", job, "text", "钣金", "price", "300", "bears", "insurer", NULL);
	assert_string_equal(proposed(s, "job.payer", "party", "job", job, NULL),
			    by_id(s, ask(s, "SELECT id FROM party WHERE name = '平安保险'")));
	run(s, "job.payer", "job", job, "party", "平安保险", "share", "80%", "excess", "50", "claim_no",
	    "PA-1", NULL);
	finish(s, job);
	run(s, "job.settle", "job", job, NULL);
	/* 500.00 of lines: 80 % less 50.00 */
	assert_int_equal(party_account(s, "平安保险", "receivable"), 35000);
	assert_int_equal(party_account(s, "王强", "receivable"), 32500 + 15000);
	assert_string_equal(ask_text(s, "SELECT claim_no FROM bill WHERE amount = 35000"), "PA-1");
}

static void an_excess_above_the_share_leaves_the_insurer_nothing(void **state)
{
	struct test_shop *s = *state;
	const char *job = quoted_job(s, "鄂A12345");

	run(s, "job.labour", "job", job, "text", "钣金", "price", "30", "payer", "平安保险", NULL);
	run(s, "job.payer", "job", job, "party", "平安保险", "excess", "50", NULL);
	finish(s, job);
	run(s, "job.settle", "job", job, NULL);
	assert_int_equal(party_account(s, "平安保险", "receivable"), 0);
	assert_int_equal(party_account(s, "王强", "receivable"), 55500);
}

/* ---- repair modes ---- */

static int64_t price_of(struct test_shop *s, const char *kind)
{
	return ask(s, "SELECT price FROM job_line WHERE kind = '%s' ORDER BY id LIMIT 1", kind);
}

static void a_mode_prices_from_cost_or_has_its_own_price(void **state)
{
	struct test_shop *s = *state;
	const char *job = quoted_job(s, "鄂A12345");

	run(s, "job.reprice", "job", job, "repair_mode", "government", NULL);
	assert_int_equal(price_of(s, "part"), 2300); /* OF-1 cost 20.00, at 115 % */
	run(s, "repair_mode.price", "mode", "three-guarantees", "part", "OF-1", "price", "31.5", NULL);
	assert_says(refuse(s, "repair_mode.price", "mode", "claim", "price", "1", NULL), "for which part");
	assert_says(refuse(s, "repair_mode.price", "mode", "claim", "part", "OF-1", "labour", "MS", NULL),
		    "not both");
	run(s, "job.reprice", "job", job, "repair_mode", "three-guarantees", NULL);
	assert_int_equal(price_of(s, "part"), 3150);
	run(s, "repair_mode.add", "code", "staff", "title", "员工", "parts", "90%", "labour", "50%", NULL);
	run(s, "job.reprice", "job", job, "repair_mode", "staff", NULL);
	assert_int_equal(price_of(s, "part"), 4050);
	assert_int_equal(price_of(s, "labour"), 10000);
	assert_says(refuse(s, "repair_mode.add", "code", "staff", "title", "x", NULL),
		    "a repair mode staff already");
	run(s, "repair_mode.change", "mode", "staff", "parts", "80%", NULL);
	assert_int_equal(price_of(s, "part"), 4050);
	run(s, "repair_mode.price", "mode", "three-guarantees", "part", "OF-1", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM mode_price"), 0);
}

static void a_change_of_mode_leaves_what_was_agreed_by_hand(void **state)
{
	struct test_shop *s = *state;
	const char *job = quoted_job(s, "鄂A12345"),
		   *line = by_id(s, ask(s, "SELECT id FROM job_line WHERE kind = 'labour'"));

	run(s, "job.line_price", "job", job, "line", line, "price", "150", NULL);
	assert_int_equal(ask(s, "SELECT priced_by = 1 FROM job_line WHERE kind = 'labour'"), 1);
	assert_says(run(s, "job.reprice", "job", job, "repair_mode", "member", NULL)->text, "1 line keeps");
	assert_int_equal(price_of(s, "labour"), 15000);
	assert_int_equal(ask(s, "SELECT rule_price FROM job_line WHERE kind = 'labour'"), 18000);
	run(s, "job.line_price", "job", job, "line", line, "price", "180", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM job_line WHERE priced_by IS NOT NULL"), 0);
}

static void the_makers_mode_bills_the_maker(void **state)
{
	struct test_shop *s = *state;
	const char *job;

	run(s, "customer.add", "name", "上汽售后", "phone", "02766666666", NULL);
	run(s, "repair_mode.change", "mode", "claim", "payer", "上汽售后", NULL);
	run(s, "job.receive", "plate", "鄂A12345", "odometer", "52000", "complaint", "x", "repair_mode",
	    "claim", NULL);
	job = by_id(s, s->answer.id);
	run(s, "job.labour", "job", job, "labour", "MS", NULL);
	assert_string_equal(ask_text(s, "SELECT bears FROM job_line"), "maker");
	run(s, "job.authorise", "job", job, "by", "王强", "how", "phone", NULL);
	run(s, "job.finish", "job", job, NULL);
	run(s, "job.settle", "job", job, NULL);
	assert_int_equal(party_account(s, "上汽售后", "receivable"), 20000);
}

/* ---- revisions ---- */

static void each_yes_is_a_numbered_revision(void **state)
{
	struct test_shop *s = *state;
	const char *job = quoted_job(s, "鄂A12345");

	run(s, "job.authorise", "job", job, "by", "王强", "how", "signature", NULL);
	assert_non_null(s->answer.extra.s);
	run(s, "job.labour", "job", job, "text", "更换减震器", "price", "260", NULL);
	run(s, "job.line_qty", "job", job, "line",
	    by_id(s, ask(s, "SELECT id FROM job_line WHERE kind = 'part'")), "qty", "2", NULL);
	run(s, "job.authorise", "job", job, "by", "王强", "how", "phone", NULL);
	assert_says(s->answer.extra.s, "\"revision\":");
	assert_int_equal(ask(s, "SELECT count(*) FROM job_revision"),
			 ask(s, "SELECT count(*) FROM authorisation"));
	assert_int_equal(ask(s, "SELECT total FROM job_revision ORDER BY number DESC LIMIT 1"),
			 52500 + 26000 + 4500);
	assert_int_equal(
	    ask(s,
		"SELECT count(*) FROM job_revision_line a JOIN job_revision_line b ON b.line_id = a.line_id "
		"WHERE a.qty = 1000 AND b.qty = 2000"),
	    ask(s, "SELECT count(*) - 1 FROM job_revision"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(sublet_work_is_owed_and_in_work_until_it_is_settled),
		TEST(sublet_work_goes_back_by_reversal_and_is_then_dropped),
		TEST(offered_sublet_work_is_booked_before_the_finish),
		TEST(sublet_work_survives_faults),
		TEST(a_passed_through_cost_is_no_income_and_bears_no_tax),
		TEST(the_customers_own_part_costs_nothing_and_has_no_price),
		TEST(a_free_line_needs_its_reason_and_its_right),
		TEST(the_insurer_named_at_reception_bears),
		TEST(what_the_shop_bears_costs_goodwill),
		TEST(an_insurer_takes_his_share_less_the_excess),
		TEST(an_excess_above_the_share_leaves_the_insurer_nothing),
		TEST(a_mode_prices_from_cost_or_has_its_own_price),
		TEST(a_change_of_mode_leaves_what_was_agreed_by_hand),
		TEST(the_makers_mode_bills_the_maker),
		TEST(each_yes_is_a_numbered_revision),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
