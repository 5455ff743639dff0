/* test_settled.c - what is still done with settled work: supplementary statement, certificate, reassignment; and a fee
 * instead of work. */
#include "tests/domain/counter.h"

#define TEST(name) cmocka_unit_test_setup_teardown(name, counter_begin, shop_end)

static const char *settled_job(struct test_shop *s)
{
	const char *job = finished_job(s, "鄂A12345");

	run(s, "job.settle", "job", job, "discount", "25", NULL);
	return job;
}

static void a_supplementary_statement_has_the_same_total(void **state)
{
	struct test_shop *s = *state;
	const char *job = settled_job(s);

	assert_says(refuse(s, "job.supplement", "job", job, "reason", "x", "lines.0.text", "保养",
			   "lines.0.amount", "500.01", NULL),
		    "The lines come to 500.01, the settlement to 500.00. A supplementary statement has the "
		    "same total");
	run(s, "job.supplement", "job", job, "reason", "for his books", "lines.0.text", "保养",
	    "lines.0.amount", "480", "lines.1.text", "辅料", "lines.1.amount", "20", NULL);
	assert_says(s->answer.text, "SS-261121-0001: supplementary statement to ST-261121-0001");
	assert_int_equal(
	    ask(s,
		"SELECT count(*) FROM entry e JOIN document d ON d.id = e.document_id WHERE d.kind_id = 46"),
	    0);
	assert_string_equal(ask_text(s, "SELECT template FROM print_job ORDER BY id DESC LIMIT 1"),
			    "supplement");
	assert_int_equal(open_bills(s), 50000);
	assert_says(refuse(s, "reverse", "document", "SS-261121-0001", "reason", "x", NULL),
		    "books nothing that could be reversed");
}

static void it_proposes_labour_and_parts_after_their_discounts(void **state)
{
	struct test_shop *s = *state;
	const char *job = settled_job(s);

	assert_string_equal(proposed(s, "job.supplement", "lines.0.amount", "job", job, NULL), "190.47");
	assert_string_equal(proposed(s, "job.supplement", "lines.1.amount", "job", job, NULL), "309.53");
}

static void it_has_a_right_of_its_own(void **state)
{
	struct test_shop *s = *state;
	const char *job = settled_job(s);

	hire(s, "li", "cashier");
	acts(s, "li");
	refuse(s, "job.supplement", "job", job, "reason", "x", "lines.0.text", "x", "lines.0.amount", "500",
	       NULL);
	assert_int_equal(s->err.code, ERR_DENIED);
	acts(s, "boss");
}

static void a_certificate_is_for_finished_work(void **state)
{
	struct test_shop *s = *state;
	const char *job = open_job(s, "鄂A88888");

	assert_says(refuse(s, "job.certify", "job", job, NULL), "is not finished. Finish it first");
	run(s, "gate.set", "gate", "check", "on", "yes", NULL);
	job = finished_job(s, "鄂A12345");
	assert_says(refuse(s, "job.certify", "job", job, NULL), "has not passed the quality check");
	run(s, "job.check", "job", job, "lines.0.text", "x", "lines.0.ok", "yes", NULL);
	assert_says(run(s, "job.certify", "job", job, NULL)->text,
		    "CC-261121-0001: completion certificate for 鄂A12345");
}

static void settled_work_changes_hands_without_amounts(void **state)
{
	struct test_shop *s = *state;
	const char *job;

	hire(s, "chen", "technician");
	assert_says(refuse(s, "job.reassign", "job", open_job(s, "鄂A88888"), "technician", "chen", NULL),
		    "there is no");
	job = settled_job(s);
	assert_says(refuse(s, "job.reassign", "job", job, NULL), "Say who");
	run(s, "job.reassign", "job", job, "technician", "chen", "advisor", "chen", NULL);
	assert_int_equal(
	    ask(s,
		"SELECT technician_id = (SELECT id FROM user WHERE name = 'chen') FROM job_line WHERE kind "
		"= 'labour'"),
	    1);
	assert_string_equal(
	    ask_text(s, "SELECT u.name FROM job j JOIN user u ON u.id = j.advisor_id WHERE j.id = 2"),
	    "chen");
	assert_int_equal(open_bills(s), 50000);
}

static void a_fee_may_be_billed_instead_of_work(void **state)
{
	struct test_shop *s = *state;
	const char *job = open_job(s, "鄂A12345");

	run(s, "job.labour", "job", job, "labour", "MS", NULL);
	run(s, "job.cancel", "job", job, "reason", "too dear", "fee", "50", NULL);
	assert_says(s->answer.text, "only the fee of 50.00 is left to settle");
	run(s, "job.settle", "job", job, "pay.0.method", "wechat", "pay.0.amount", "50", NULL);
	run(s, "job.handover", "job", job, NULL);
	assert_int_equal(account(s, "income_fees"), -4425);
	job = finished_job(s, "鄂A12345");
	assert_says(refuse(s, "job.cancel", "job", job, "reason", "x", "fee", "50", NULL),
		    "send it back first");
}

static void what_is_done_with_settled_work_survives_faults(void **state)
{
	struct test_shop *s = *state;
	const char *job = settled_job(s);

	survives_faults(s, "job.supplement", "job", job, "reason", "x", "lines.0.text", "x", "lines.0.amount",
			"500", NULL);
	survives_faults(s, "job.certify", "job", job, NULL);
	survives_faults(s, "job.reassign", "job", job, "technician", "boss", NULL);
	survives_faults(s, "job.cancel", "job", open_job(s, "鄂A88888"), "reason", "x", "fee", "50", NULL);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(a_supplementary_statement_has_the_same_total),
		TEST(it_proposes_labour_and_parts_after_their_discounts),
		TEST(it_has_a_right_of_its_own),
		TEST(a_certificate_is_for_finished_work),
		TEST(settled_work_changes_hands_without_amounts),
		TEST(a_fee_may_be_billed_instead_of_work),
		TEST(what_is_done_with_settled_work_survives_faults),
	};

	return cmocka_run_group_tests_name("settled", tests, NULL, NULL);
}
