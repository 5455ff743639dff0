/* test_review.c - reviews by another person, statements of account and their ticks, limits of credit. */
#include "tests/domain/counter.h"

static int begin(void **state)
{
	struct test_shop *s = counter_new();

	hire(s, "zhou", "accountant");
	hire(s, "ma", "manager");
	*state = s;
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)

static const char *settled(struct test_shop *s, const char *plate, const char *price)
{
	const char *job = finished_labour(s, plate, price);

	run(s, "job.settle", "job", job, NULL);
	return job;
}

/* ---- reviews ---- */

static void nobody_reviews_his_own_document(void **state)
{
	struct test_shop *s = *state;

	settled(s, "鄂A12345", "100");
	assert_says(refuse(s, "review.pass", "document", "ST-261121-0001", NULL),
		    "You booked ST-261121-0001 yourself. Somebody else reviews it");
	assert_says(refuse(s, "review.send_back", "document", "ST-261121-0001", "reason", "x", NULL),
		    "You booked ST-261121-0001 yourself");
	acts(s, "zhou");
	survives_faults(s, "review.pass", "document", "ST-261121-0001", NULL);
	assert_says(refuse(s, "review.pass", "document", "ST-261121-0001", NULL),
		    "ST-261121-0001 is reviewed already by");
	assert_says(refuse(s, "review.pass", "document", "TO-261121-0001", NULL),
		    "is of a kind that is not reviewed");
}

static void a_reviewed_document_stands(void **state)
{
	struct test_shop *s = *state;
	const char *job = settled(s, "鄂A12345", "100");

	run(s, "payment.take", "job", job, "method", "cash", "amount", "100", NULL);
	acts(s, "zhou");
	run(s, "review.pass", "document", "ST-261121-0001", NULL);
	run(s, "review.pass", "document", "PY-261121-0001", NULL);
	assert_says(refuse(s, "reverse", "document", "PY-261121-0001", "reason", "x", NULL),
		    "and stands. Take the review back first (review.undo)");
	acts(s, "boss");
	assert_says(refuse(s, "job.reopen", "job", job, "reason", "x", NULL),
		    "ST-261121-0001 is reviewed by");
	assert_int_equal(ask(s, "SELECT count(*) FROM document WHERE kind_id = 12"), 0);
}

static void a_reviewed_advance_is_given_back(void **state)
{
	struct test_shop *s = *state;

	run(s, "payment.take", "party", "王强", "advance", "yes", "method", "cash", "amount", "100", NULL);
	acts(s, "zhou");
	run(s, "review.pass", "document", "PY-261121-0001", NULL);
	acts(s, "boss");
	run(s, "payment.refund", "document", "PY-261121-0001", "method", "cash", "amount", "40", "reason",
	    "x", NULL);
	assert_says(refuse(s, "reverse", "document", "PY-261121-0001", "reason", "x", NULL),
		    "and stands. Take the review back first");
}

static void a_review_is_taken_back_by_who_may(void **state)
{
	struct test_shop *s = *state;
	const char *job = settled(s, "鄂A12345", "100");

	acts(s, "zhou");
	run(s, "review.pass", "document", "ST-261121-0001", "reason", "compared with the paper", NULL);
	assert_says(refuse(s, "review.undo", "document", "ST-261121-0001", "reason", "x", NULL),
		    "may not do this (review.undo)");
	acts(s, "ma");
	assert_says(refuse(s, "review.undo", "document", "ST-261121-0001", NULL), "Reason");
	run(s, "review.undo", "document", "ST-261121-0001", "reason", "wrong payer", NULL);
	assert_says(refuse(s, "review.undo", "document", "ST-261121-0001", "reason", "x", NULL),
		    "is not reviewed");
	run(s, "job.reopen", "job", job, "reason", "wrong payer", NULL);
	assert_says(refuse(s, "review.pass", "document", "ST-261121-0001", NULL),
		    "is reversed: there is nothing to review");
	assert_int_equal(ask(s, "SELECT count(*) FROM review"), 2);
}

static void what_is_sent_back_says_why(void **state)
{
	struct test_shop *s = *state;
	const char *job = settled(s, "鄂A12345", "100");

	acts(s, "zhou");
	assert_says(refuse(s, "review.send_back", "document", "ST-261121-0001", NULL), "Reason");
	run(s, "review.send_back", "document", "ST-261121-0001", "reason", "the price is missing", NULL);
	acts(s, "boss");
	run(s, "job.reopen", "job", job, "reason", "the price is missing", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM review WHERE verdict = 'sent_back'"), 1);
}

/* ---- credit ---- */

static void somebody_who_may_lets_a_limit_pass(void **state)
{
	struct test_shop *s = *state;
	const char *job;

	run(s, "job.settle", "job", finished_job(s, "鄂A88888"), NULL);
	job = finished_job(s, "鄂A88888");
	assert_says(refuse(s, "job.settle", "job", job, NULL),
		    "江汉物流 may owe 1,000.00; 525.00 is open, and with this it would be 1,050.00");
	assert_int_equal(s->err.code, ERR_DENIED);
	session_approver(s->session, ask(s, "SELECT id FROM user WHERE name = 'zhou'"));
	assert_says(refuse(s, "job.settle", "job", job, NULL), "may owe 1,000.00");
	session_approver(s->session, ask(s, "SELECT id FROM user WHERE name = 'ma'"));
	run(s, "job.settle", "job", job, NULL);
	session_approver(s->session, 0);
	assert_int_equal(party_account(s, "江汉物流", "receivable"), 105000);
	assert_int_equal(
	    ask(s, "SELECT count(*) FROM document WHERE kind_id = 4 AND approver_id IS NOT NULL"), 1);
}

static void who_lets_a_bill_lie_gets_nothing_on_account(void **state)
{
	struct test_shop *s = *state;
	const char *job;

	settled(s, "鄂A88888", "100");
	wait_days(s, 60);
	job = settled(s, "鄂A88888", "50");
	wait_days(s, 1);
	job = finished_labour(s, "鄂A88888", "30");
	assert_says(
	    refuse(s, "job.settle", "job", job, NULL),
	    "ST-261121-0001 of 江汉物流 is 31 days late: nothing more goes on account until it is paid");
	assert_int_equal(s->err.code, ERR_DENIED);
	assert_says(
	    refuse(s, "sale.post", "customer", "江汉物流", "lines.0.part", "OF-1", "lines.0.qty", "1", NULL),
	    "is 31 days late");
	run(s, "payment.take", "bills.0.document", "ST-261121-0001", "method", "bank", "amount", "100", NULL);
	run(s, "job.settle", "job", job, NULL);
}

/* ---- statements ---- */

static void a_statement_tells_what_came_and_went(void **state)
{
	struct test_shop *s = *state;

	settled(s, "鄂A88888", "100");
	wait_days(s, 1);
	settled(s, "鄂A88888", "200");
	run(s, "payment.take", "party", "江汉物流", "method", "bank", "amount", "120", NULL);
	assert_says(refuse(s, "statement.make", "party", "江汉物流", "from", "2026-11-22", "until",
			   "2026-11-22", NULL),
		    "yesterday at the latest");
	wait_days(s, 1);
	assert_says(refuse(s, "statement.make", "party", "江汉物流", "from", "2026-11-22", "until",
			   "2026-11-21", NULL),
		    "ends before it begins");
	assert_says(
	    refuse(s, "statement.make", "party", "王强", "from", "2026-11-01", "until", "2026-11-22", NULL),
	    "Nothing was booked with 王强");
	survives_faults(s, "statement.make", "party", "江汉物流", "from", "2026-11-22", "until", "2026-11-22",
			NULL);
	assert_says(s->answer.text, "closing balance 180.00");
	assert_int_equal(ask(s, "SELECT opening FROM statement"), 10000);
	assert_int_equal(ask(s, "SELECT charged FROM statement"), 20000);
	assert_int_equal(ask(s, "SELECT paid FROM statement"), 12000);
}

static void the_next_statement_begins_where_the_last_ended(void **state)
{
	struct test_shop *s = *state;

	settled(s, "鄂A88888", "100");
	wait_days(s, 20);
	run(s, "statement.make", "party", "江汉物流", "from", "2026-11-01", "until", "2026-11-30", NULL);
	assert_string_equal(proposed(s, "statement.make", "from", "party", by_id(s, 2), NULL), "2026-12-01");
	assert_string_equal(proposed(s, "statement.make", "until", "party", by_id(s, 2), NULL), "2026-12-10");
}

static void a_line_is_ticked_once(void **state)
{
	struct test_shop *s = *state;
	int64_t posted;

	settled(s, "鄂A88888", "100");
	posted = ask(s, "SELECT count(*) FROM entry_line");
	survives_faults(s, "statement.tick", "party", "江汉物流", "document", "ST-261121-0001", NULL);
	assert_says(refuse(s, "statement.tick", "party", "江汉物流", "document", "ST-261121-0001", NULL),
		    "is ticked already");
	assert_says(refuse(s, "statement.tick", "party", "王强", "document", "ST-261121-0001", NULL),
		    "books nothing with 王强");
	run(s, "statement.untick", "party", "江汉物流", "document", "ST-261121-0001", NULL);
	assert_says(refuse(s, "statement.untick", "party", "江汉物流", "document", "ST-261121-0001", NULL),
		    "is not ticked");
	assert_int_equal(ask(s, "SELECT count(*) FROM entry_line"), posted);
	assert_int_equal(ask(s, "SELECT count(*) FROM reconciled"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(nobody_reviews_his_own_document),
		TEST(a_reviewed_document_stands),
		TEST(a_reviewed_advance_is_given_back),
		TEST(a_review_is_taken_back_by_who_may),
		TEST(what_is_sent_back_says_why),
		TEST(somebody_who_may_lets_a_limit_pass),
		TEST(who_lets_a_bill_lie_gets_nothing_on_account),
		TEST(a_statement_tells_what_came_and_went),
		TEST(the_next_statement_begins_where_the_last_ended),
		TEST(a_line_is_ticked_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
