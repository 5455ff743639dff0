/* test_settle.c - settling a work order: discounts, payers, tax and cost, to the fen. */
#include "tests/domain/counter.h"

#define TEST(name) cmocka_unit_test_setup_teardown(name, counter_begin, shop_end)

static int64_t settled(struct test_shop *s, const char *column)
{
	return ask(s, "SELECT %s FROM settlement ORDER BY id DESC LIMIT 1", column);
}

static void a_settlement_books_income_tax_and_cost(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished_job(s, "鄂A12345");
	const struct answer *a = run(s, "job.settle", "job", job, NULL);

	assert_string_equal(a->number, "ST-261121-0001");
	assert_int_equal(settled(s, "total"), 52500);
	assert_int_equal(settled(s, "labour"), 20000);
	assert_int_equal(settled(s, "parts"), 32500);
	/* 176.99 + 39.82 + 247.79 */
	assert_int_equal(settled(s, "net"), 17699 + 3982 + 24779);
	assert_int_equal(settled(s, "cost"), 16000);
	assert_int_equal(account(s, "receivable"), 52500);
	assert_int_equal(account(s, "income_labour"), -17699);
	assert_int_equal(account(s, "income_parts"), -3982 - 24779);
	assert_int_equal(account(s, "output_tax"), 17699 + 3982 + 24779 - 52500);
	assert_int_equal(account(s, "cost_of_goods"), 16000);
	assert_int_equal(account(s, "work_in_progress"), 0);
	assert_string_equal(ask_text(s, "SELECT state FROM job"), "settled");
	assert_int_equal(open_bills(s), 52500);
}

static void settling_and_paying_is_one_step(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished_job(s, "鄂A12345");
	const struct answer *a =
	    run(s, "job.settle", "job", job, "pay.0.method", "cash", "pay.0.amount", "500", "pay.0.tendered",
		"600", "pay.1.method", "wechat", "pay.1.amount", "25", "pay.1.reference", "W1", NULL);

	assert_string_equal(a->number, "ST-261121-0001");
	assert_says(a->text, "all paid");
	assert_non_null(a->extra.s);
	assert_says(a->extra.s, "\"change\":\"100.00\"");
	assert_says(a->extra.s, "\"payment\":\"PY-261121-0001\"");
	assert_int_equal(ask(s, "SELECT id FROM document WHERE number = 'ST-261121-0001'"), a->id);
	assert_int_equal(open_bills(s), 0);
	assert_int_equal(account(s, "cash"), 20000 + 50000);
	assert_int_equal(account(s, "wechat"), 2500);
	assert_int_equal(account(s, "receivable"), 0);
	run(s, "till.close", "till", "T1", "counted", "700", "wechat", "25", NULL);
}

static void a_discount_is_spread_to_the_fen(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished_job(s, "鄂A12345");

	run(s, "job.settle", "job", job, "labour_discount", "20", "part_discount", "0.01", "discount", "9.99",
	    NULL);
	assert_int_equal(settled(s, "discount"), 3000);
	assert_int_equal(settled(s, "total"), 49500);
	assert_int_equal(ask(s, "SELECT sum(discount) FROM settlement_line"), 3000);
	assert_int_equal(ask(s, "SELECT sum(amount - discount - net - tax) FROM settlement_line"), 0);
	assert_int_equal(account(s, "receivable"), 49500);
	assert_int_equal(account(s, "income_labour"), -17699);
}

static void a_discount_stays_within_the_right(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished_job(s, "鄂A12345");

	hire(s, "li", "cashier");
	acts(s, "li");
	assert_says(refuse(s, "job.settle", "job", job, "discount", "15.76", NULL),
		    "up to 15.75 here, not 15.76");
	assert_int_equal(s->err.code, ERR_DENIED);
	run(s, "job.settle", "job", job, "labour_discount", "5", "part_discount", "5", "discount", "5.75",
	    NULL);
}

static void a_managers_limit_counts_while_he_stands_by(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished_job(s, "鄂A12345");

	hire(s, "li", "cashier");
	hire(s, "sun", "manager");
	acts(s, "li");
	session_approver(s->session, ask(s, "SELECT id FROM user WHERE name = 'sun'"));
	assert_says(refuse(s, "job.settle", "job", job, "discount", "105.01", NULL), "up to 105.00 here");
	run(s, "job.settle", "job", job, "discount", "105", NULL);
	assert_int_equal(
	    ask(s, "SELECT count(*) FROM document d JOIN settlement t ON t.id = d.id WHERE d.approver_id = "
		   "(SELECT id FROM user WHERE name = 'sun')"),
	    1);
}

static void a_discount_is_not_more_than_there_is(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished_job(s, "鄂A12345");

	assert_says(refuse(s, "job.settle", "job", job, "labour_discount", "200.01", NULL),
		    "The labour comes to 200.00 only");
	assert_says(refuse(s, "job.settle", "job", job, "part_discount", "325.01", NULL),
		    "The parts come to 325.00 only");
	assert_says(refuse(s, "job.settle", "job", job, "labour_discount", "1", "discount", "524.01", NULL),
		    "more than the whole");
	assert_says(refuse(s, "job.settle", "job", job, "discount", "-1", NULL), "at least 0");
	run(s, "job.settle", "job", job, "discount", "525", NULL);
	assert_int_equal(settled(s, "total"), 0);
	assert_int_equal(ask(s, "SELECT count(*) FROM bill"), 0);
}

static void half_a_fen_goes_away_from_zero(void **state)
{
	struct test_shop *s = *state;

	run(s, "setting.set", "name", "tax.rate", "value", "100%", NULL);
	run(s, "job.settle", "job", finished_labour(s, "鄂A12345", "0.01"), NULL);
	assert_int_equal(settled(s, "net"), 1);
	assert_int_equal(settled(s, "tax"), 0);
}

static void the_total_is_rounded_down_when_asked(void **state)
{
	struct test_shop *s = *state;

	run(s, "setting.set", "name", "settle.round_to", "value", "1", NULL);
	run(s, "job.settle", "job", finished_labour(s, "鄂A12345", "99.95"), "round", "yes", "pay.0.method",
	    "cash", "pay.0.amount", "99", NULL);
	assert_int_equal(settled(s, "total"), 9900);
	assert_int_equal(settled(s, "rounding"), -95);
	assert_int_equal(account(s, "rounding"), 95);
	run(s, "job.settle", "job", finished_labour(s, "鄂A12345", "99.95"), NULL);
	assert_int_equal(settled(s, "total"), 9995);
}

static void several_payers_make_the_whole(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished_job(s, "鄂A12345");

	assert_says(refuse(s, "job.settle", "job", job, "payers.0.party", "江汉物流", "payers.0.amount",
			   "525.01", NULL),
		    "The payers pay 0.01 more than the total of 525.00");
	assert_says(refuse(s, "job.settle", "job", job, "payers.0.party", "江汉物流", "payers.1.party",
			   "江汉物流", NULL),
		    "stands there twice");
	assert_says(
	    refuse(s, "job.settle", "job", job, "payers.0.party", "江汉物流", "payers.1.party", "王强", NULL),
	    "Only one payer can be without an amount");
	run(s, "job.settle", "job", job, "payers.0.party", "江汉物流", "payers.0.amount", "400",
	    "payers.0.claim_no", "C-9", "pay.0.method", "cash", "pay.0.amount", "125", NULL);
	assert_int_equal(party_account(s, "江汉物流", "receivable"), 40000);
	assert_int_equal(party_account(s, "王强", "receivable"), 0);
	assert_int_equal(ask(s, "SELECT due_on FROM bill_open") - ask(s, "SELECT max(day) FROM document"),
			 30);
	assert_string_equal(ask_text(s, "SELECT claim_no FROM bill WHERE amount = 40000"), "C-9");
}

static void what_stays_open_beside_a_payment_needs_terms(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished_job(s, "鄂A12345");

	assert_says(refuse(s, "job.settle", "job", job, "pay.0.method", "cash", "pay.0.amount", "500", NULL),
		    "王强 pays at once, and 25.00 would stay open");
	assert_says(
	    refuse(s, "job.settle", "job", job, "pay.0.method", "cash", "pay.0.amount", "525.01", NULL),
	    "Only 525.00 is open");
	run(s, "job.settle", "job", finished_job(s, "鄂A88888"), "pay.0.method", "bank", "pay.0.amount",
	    "100", NULL);
	assert_int_equal(party_account(s, "江汉物流", "receivable"), 42500);
	assert_int_equal(account(s, "bank"), 10000);
}

static void a_payer_owes_no_more_than_his_limit(void **state)
{
	struct test_shop *s = *state;
	const char *job;

	run(s, "job.settle", "job", finished_job(s, "鄂A88888"), NULL);
	job = finished_job(s, "鄂A88888");
	assert_says(refuse(s, "job.settle", "job", job, NULL),
		    "江汉物流 may owe 1,000.00; 525.00 is open, and with this it would be 1,050.00. Take at "
		    "least 50.00 now");
	run(s, "job.settle", "job", job, "pay.0.method", "cash", "pay.0.amount", "50", NULL);
	assert_int_equal(party_account(s, "江汉物流", "receivable"), 100000);
}

static void an_advance_pays_the_bill(void **state)
{
	struct test_shop *s = *state;
	const char *job = open_job(s, "鄂A12345");

	run(s, "payment.take", "job", job, "method", "wechat", "amount", "300", NULL);
	assert_int_equal(party_account(s, "王强", "advance_received"), -30000);
	run(s, "job.labour", "job", job, "labour", "MS", NULL);
	run(s, "job.authorise", "job", job, "by", "x", "how", "phone", NULL);
	run(s, "job.finish", "job", job, NULL);
	run(s, "job.settle", "job", job, NULL);
	assert_int_equal(open_bills(s), 0);
	assert_int_equal(party_account(s, "王强", "advance_received"),
			 -10000); /* is his, and can be refunded */
	assert_int_equal(party_account(s, "王强", "receivable"), 0);
}

static void only_a_finished_job_is_settled_and_once(void **state)
{
	struct test_shop *s = *state;
	const char *job = open_job(s, "鄂A12345");

	assert_says(refuse(s, "job.settle", "job", job, NULL), "is not finished. Finish it first");
	job = finished_job(s, "鄂A88888");
	run(s, "job.settle", "job", job, NULL);
	assert_says(refuse(s, "job.settle", "job", job, NULL), "is settled already (ST-261121-0001)");
}

static void the_same_request_settles_once(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished_job(s, "鄂A12345");

	s->next.request = "R1";
	run(s, "job.settle", "job", job, "pay.0.method", "cash", "pay.0.amount", "525", NULL);
	s->next.request = "R1";
	assert_true(
	    run(s, "job.settle", "job", job, "pay.0.method", "cash", "pay.0.amount", "525", NULL)->repeated);
	assert_string_equal(s->answer.number, "ST-261121-0001");
	assert_int_equal(account(s, "cash"), 72500);
}

static void settling_survives_faults(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished_job(s, "鄂A12345");

	survives_faults(s, "job.settle", "job", job, "discount", "5", "pay.0.method", "cash", "pay.0.amount",
			"500", "pay.1.method", "card", "pay.1.amount", "20", "pay.1.reference", "K1", NULL);
}

/* ---- reopening ---- */

static void a_reopened_job_keeps_what_was_paid(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished_job(s, "鄂A12345");

	assert_says(refuse(s, "job.reopen", "job", job, "reason", "x", NULL), "is not settled");
	run(s, "job.settle", "job", job, "pay.0.method", "cash", "pay.0.amount", "525", NULL);
	run(s, "job.reopen", "job", job, "reason", "forgot a line", NULL);
	assert_string_equal(ask_text(s, "SELECT state FROM job"), "finished");
	assert_int_equal(party_account(s, "王强", "advance_received"), -52500);
	assert_int_equal(party_account(s, "王强", "receivable"), 0);
	assert_int_equal(account(s, "work_in_progress"), 16000);
	assert_int_equal(account(s, "cost_of_goods"), 0);
	assert_int_equal(account(s, "output_tax"), 0);
	assert_int_equal(account(s, "cash"), 72500);
	run(s, "job.settle", "job", job, "discount", "25", NULL);
	assert_int_equal(open_bills(s), 0);
	assert_int_equal(party_account(s, "王强", "advance_received"), -2500);
	run(s, "job.reopen", "job", job, "reason", "again", NULL);
	assert_int_equal(party_account(s, "王强", "advance_received"), -52500);
	run(s, "job.settle", "job", job, NULL);
	assert_int_equal(account(s, "advance_received"), 0);
}

static void a_handed_over_job_is_not_reopened(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished_job(s, "鄂A12345");

	run(s, "job.settle", "job", job, "pay.0.method", "cash", "pay.0.amount", "525", NULL);
	run(s, "job.handover", "job", job, NULL);
	assert_says(refuse(s, "job.reopen", "job", job, "reason", "x", NULL),
		    "Cars in the house: there is no");
}

static void reopening_survives_faults(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished_job(s, "鄂A88888");

	run(s, "payment.take", "job", job, "method", "cash", "amount", "100", NULL);
	run(s, "job.settle", "job", job, "pay.0.method", "cash", "pay.0.amount", "50", NULL);
	survives_faults(s, "job.reopen", "job", job, "reason", "x", NULL);
	assert_int_equal(party_account(s, "江汉物流", "advance_received"), -15000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_settlement_books_income_tax_and_cost),
		TEST(settling_and_paying_is_one_step),
		TEST(a_discount_is_spread_to_the_fen),
		TEST(a_discount_stays_within_the_right),
		TEST(a_managers_limit_counts_while_he_stands_by),
		TEST(a_discount_is_not_more_than_there_is),
		TEST(half_a_fen_goes_away_from_zero),
		TEST(the_total_is_rounded_down_when_asked),
		TEST(several_payers_make_the_whole),
		TEST(what_stays_open_beside_a_payment_needs_terms),
		TEST(a_payer_owes_no_more_than_his_limit),
		TEST(an_advance_pays_the_bill),
		TEST(only_a_finished_job_is_settled_and_once),
		TEST(the_same_request_settles_once),
		TEST(settling_survives_faults),
		TEST(a_reopened_job_keeps_what_was_paid),
		TEST(a_handed_over_job_is_not_reopened),
		TEST(reopening_survives_faults),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
