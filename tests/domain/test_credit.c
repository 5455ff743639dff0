/* test_credit.c - what is given back of a settlement: income, tax, cost, stock, bills and money, to the fen. */
#include "tests/domain/counter.h"

#define TEST(name) cmocka_unit_test_setup_teardown(name, counter_begin, shop_end)

/* Lines: 1 labour 200.00, 2 OF-1 45.00 (cost 20.00), 3 OIL 3.5 for 280.00 (cost 140.00). */
static const char *settled_job(struct test_shop *s, const char *plate)
{
	const char *job = finished_job(s, plate);

	run(s, "job.settle", "job", job, NULL);
	return job;
}

static const char *paid_job(struct test_shop *s)
{
	const char *job = finished_job(s, "鄂A12345");

	run(s, "job.settle", "job", job, "pay.0.method", "cash", "pay.0.amount", "525", NULL);
	return job;
}

static void a_part_comes_back_with_its_income_tax_and_cost(void **state)
{
	struct test_shop *s = *state;
	const char *job = settled_job(s, "鄂A12345");
	const struct answer *a = run(s, "job.credit", "job", job, "lines.0.line", "2", "lines.0.qty", "1",
				     "restock", "yes", "reason", "wrong filter", NULL);

	assert_string_equal(a->number, "CN-261121-0001");
	assert_says(a->text, "45.00 given back of WO-261121-0001");
	assert_int_equal(open_bills(s), 48000);
	assert_int_equal(party_account(s, "王强", "receivable"), 48000);
	assert_int_equal(account(s, "income_parts"), -24779);
	assert_int_equal(account(s, "output_tax"), -(2301 + 3221));
	assert_int_equal(account(s, "cost_of_goods"), 14000);
	assert_int_equal(account(s, "work_in_progress"), 0);
	assert_int_equal(stock_qty(s, "OF-1"), 10000);
	assert_string_equal(ask_text(s, "SELECT remark FROM document WHERE kind_id = 45"), "wrong filter");
	assert_string_equal(ask_text(s, "SELECT template FROM print_job ORDER BY id DESC LIMIT 1"), "credit");
}

static void goods_that_are_not_fit_leave_their_cost(void **state)
{
	struct test_shop *s = *state;
	const char *job = settled_job(s, "鄂A12345");

	run(s, "job.credit", "job", job, "lines.0.line", "2", "lines.0.qty", "1", "restock", "no", "reason",
	    "dented", NULL);
	assert_int_equal(stock_qty(s, "OF-1"), 9000);
	assert_int_equal(account(s, "cost_of_goods"), 16000);
	assert_int_equal(open_bills(s), 48000);
}

static void crediting_all_in_pieces_leaves_nothing(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished_job(s, "鄂A12345");

	run(s, "setting.set", "name", "settle.round_to", "value", "1", NULL);
	run(s, "job.settle", "job", job, "labour_discount", "33.33", "discount", "17.01", "round", "yes",
	    NULL);
	assert_int_equal(open_bills(s), 47400);
	run(s, "job.credit", "job", job, "lines.0.line", "3", "lines.0.qty", "1.1", "lines.1.line", "1",
	    "lines.1.amount", "0.01", "restock", "yes", "reason", "x", NULL);
	run(s, "job.credit", "job", job, "lines.0.line", "3", "lines.0.qty", "2.4", "lines.1.line", "1",
	    "lines.1.qty", "1", "lines.2.line", "2", "lines.2.qty", "1", "restock", "yes", "reason", "x",
	    NULL);
	assert_int_equal(open_bills(s), 0);
	assert_int_equal(account(s, "receivable"), 0);
	assert_int_equal(account(s, "income_labour"), 0);
	assert_int_equal(account(s, "income_parts"), 0);
	assert_int_equal(account(s, "discount"), 0);
	assert_int_equal(account(s, "rounding"), 0);
	assert_int_equal(account(s, "output_tax"), 0);
	assert_int_equal(account(s, "cost_of_goods"), 0);
	assert_int_equal(stock_qty(s, "OIL"), 20000);
	assert_says(refuse(s, "job.credit", "job", job, "lines.0.line", "1", "lines.0.amount", "0.01",
			   "reason", "x", NULL),
		    "Only 0.00 of “小保养” can be given back");
}

static void what_was_paid_is_an_advance_or_goes_back_at_once(void **state)
{
	struct test_shop *s = *state;
	const char *job = paid_job(s);

	assert_says(refuse(s, "job.credit", "job", job, "lines.0.line", "1", "lines.0.amount", "20", "reason",
			   "late", "refund.0.method", "cash", "refund.0.amount", "20.01", NULL),
		    "Only 20.00 of what is given back had been paid");
	run(s, "job.credit", "job", job, "lines.0.line", "1", "lines.0.amount", "20", "reason", "late",
	    "refund.0.method", "cash", "refund.0.amount", "15", NULL);
	assert_says(s->answer.text, "paid back: 15.00");
	assert_says(s->answer.text, "kept as advance: 5.00");
	assert_int_equal(account(s, "cash"), 20000 + 52500 - 1500);
	assert_int_equal(party_account(s, "王强", "advance_received"), -500);
	assert_int_equal(party_account(s, "王强", "receivable"), 0);
	run(s, "payment.refund", "document", "PY-261121-0001", "amount", "5", "method", "cash", "reason",
	    "rest", NULL);
	assert_int_equal(account(s, "advance_received"), 0);
	run(s, "till.close", "till", "T1", "counted", "705", NULL);
}

static void a_credit_after_the_handover_too(void **state)
{
	struct test_shop *s = *state;
	const char *job = paid_job(s);

	run(s, "job.handover", "job", job, NULL);
	run(s, "job.credit", "job", job, "lines.0.line", "2", "lines.0.qty", "1", "restock", "yes", "reason",
	    "not needed", "refund.0.method", "wechat", "refund.0.amount", "45", NULL);
	assert_int_equal(account(s, "wechat"), -4500);
	assert_string_equal(ask_text(s, "SELECT state FROM job"), "handed_over");
}

static void several_payers_share_it_or_one_is_named(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished_job(s, "鄂A12345");

	run(s, "job.settle", "job", job, "payers.0.party", "江汉物流", "payers.0.amount", "420", NULL);
	run(s, "job.credit", "job", job, "lines.0.line", "1", "lines.0.amount", "100", "reason", "x", NULL);
	assert_int_equal(party_account(s, "江汉物流", "receivable"), 34000);
	assert_int_equal(party_account(s, "王强", "receivable"), 8500);
	assert_string_equal(proposed(s, "job.credit", "payer", "job", job, NULL),
			    by_id(s, ask(s, "SELECT id FROM party WHERE name = '王强'")));
	run(s, "job.credit", "job", job, "lines.0.line", "1", "lines.0.amount", "10", "payer", "王强",
	    "reason", "x", NULL);
	assert_int_equal(party_account(s, "王强", "receivable"), 7500);
	assert_says(refuse(s, "job.credit", "job", job, "lines.0.line", "1", "lines.0.amount", "80", "payer",
			   "王强", "reason", "x", NULL),
		    "Only 75.00 of this settlement was billed to 王强");
}

static void more_than_was_settled_is_refused(void **state)
{
	struct test_shop *s = *state;
	const char *job = settled_job(s, "鄂A12345");

	assert_says(refuse(s, "job.credit", "job", job, "lines.0.line", "3", "lines.0.qty", "3.501", "reason",
			   "x", NULL),
		    "Only 3.5 of “机油” can be taken back");
	assert_says(refuse(s, "job.credit", "job", job, "lines.0.line", "3", "lines.0.amount", "280.01",
			   "reason", "x", NULL),
		    "Only 280.00 of “机油” can be given back");
	assert_says(refuse(s, "job.credit", "job", job, "lines.0.line", "3", "lines.0.qty", "1",
			   "lines.0.amount", "1", "reason", "x", NULL),
		    "a quantity or an amount, not both");
	assert_says(
	    refuse(s, "job.credit", "job", job, "lines.0.line", "9", "lines.0.qty", "1", "reason", "x", NULL),
	    "there is no number 9");
	assert_says(refuse(s, "job.credit", "job", job, "lines.0.line", "3", "reason", "x", NULL),
		    "Say how much of which line");
	assert_says(refuse(s, "job.credit", "job", finished_job(s, "鄂A88888"), "lines.0.line", "1",
			   "lines.0.qty", "1", "reason", "x", NULL),
		    "there is no");
	run(s, "job.credit", "job", job, "lines.0.line", "3", "lines.0.qty", "3.5", "restock", "yes",
	    "reason", "x", NULL);
	assert_says(
	    refuse(s, "job.credit", "job", job, "lines.0.line", "3", "lines.0.qty", "1", "reason", "x", NULL),
	    "All of “机油” was taken back already");
}

static void a_credit_note_is_reversed_and_then_the_job_reopens(void **state)
{
	struct test_shop *s = *state;
	const char *job = paid_job(s);

	run(s, "job.credit", "job", job, "lines.0.line", "2", "lines.0.qty", "1", "restock", "yes", "reason",
	    "x", NULL);
	assert_says(refuse(s, "job.reopen", "job", job, "reason", "x", NULL),
		    "was credited (CN-261121-0001). Reverse the credit note first");
	run(s, "reverse", "document", "CN-261121-0001", "reason", "by mistake", NULL);
	assert_int_equal(stock_qty(s, "OF-1"), 9000);
	assert_int_equal(account(s, "advance_received"), 0);
	assert_int_equal(account(s, "receivable"), 0);
	assert_int_equal(account(s, "cost_of_goods"), 16000);
	assert_int_equal(account(s, "income_parts"), -3982 - 24779);
	run(s, "job.reopen", "job", job, "reason", "again", NULL);
	assert_int_equal(account(s, "work_in_progress"), 16000);
}

static void a_credit_note_that_paid_money_out_stands(void **state)
{
	struct test_shop *s = *state;
	const char *job = paid_job(s);

	run(s, "job.credit", "job", job, "lines.0.line", "2", "lines.0.qty", "1", "reason", "x",
	    "refund.0.method", "cash", "refund.0.amount", "45", NULL);
	assert_says(refuse(s, "reverse", "document", "CN-261121-0001", "reason", "x", NULL),
		    "paid money out: it stands");
	run(s, "job.credit", "job", job, "lines.0.line", "1", "lines.0.amount", "10", "reason", "x", NULL);
	run(s, "payment.refund", "document", "PY-261121-0001", "amount", "10", "method", "cash", "reason",
	    "x", NULL);
	assert_says(refuse(s, "reverse", "document", "CN-261121-0002", "reason", "x", NULL),
		    "was given back since");
}

static void what_a_refund_gave_back_since_pays_no_bill_again(void **state)
{
	struct test_shop *s = *state;
	const char *job = settled_job(s, "鄂A12345");

	run(s, "payment.take", "job", job, "method", "cash", "amount", "400", NULL);
	run(s, "payment.take", "job", job, "method", "wechat", "amount", "125", NULL);
	run(s, "job.credit", "job", job, "lines.0.line", "1", "lines.0.amount", "125", "reason", "x", NULL);
	run(s, "job.credit", "job", job, "lines.0.line", "3", "lines.0.amount", "100", "reason", "x", NULL);
	run(s, "job.credit", "job", job, "lines.0.line", "3", "lines.0.amount", "180", "reason", "x", NULL);
	run(s, "job.credit", "job", job, "lines.0.line", "1", "lines.0.amount", "75", "reason", "x", NULL);
	run(s, "payment.refund", "document", "PY-261121-0001", "method", "cash", "amount", "350", "reason",
	    "x", NULL);
	assert_says(refuse(s, "reverse", "document", "CN-261121-0002", "reason", "x", NULL),
		    "was given back since");
	run(s, "reverse", "document", "CN-261121-0001", "reason", "x", NULL);
}

static void what_was_collected_for_others_goes_back_whole(void **state)
{
	struct test_shop *s = *state;
	const char *job = open_job(s, "鄂A12345");

	run(s, "job.labour", "job", job, "labour", "MS", NULL);
	run(s, "job.fee", "job", job, "text", "年审代办", "price", "300", "pass_through", "yes", NULL);
	run(s, "job.authorise", "job", job, "by", "x", "how", "phone", NULL);
	run(s, "job.finish", "job", job, NULL);
	run(s, "job.settle", "job", job, NULL);
	run(s, "job.credit", "job", job, "lines.0.line", "2", "lines.0.qty", "1", "reason", "not done", NULL);
	assert_int_equal(ask(s, "SELECT sum(amount) FROM entry_line WHERE account_id = 31"), 0);
	assert_int_equal(account(s, "income_labour"), -17699);
	assert_int_equal(account(s, "output_tax"), -2301);
	assert_int_equal(open_bills(s), 20000);
}

static void the_form_proposes_what_is_left(void **state)
{
	struct test_shop *s = *state;
	const char *job = settled_job(s, "鄂A12345");

	assert_non_null(proposed(s, "job.credit", "lines.2.line", "job", job, NULL));
	assert_string_equal(proposed(s, "job.credit", "restock", "job", job, NULL), "yes");
	/* also when a line was written already */
	assert_string_equal(
	    proposed(s, "job.credit", "restock", "job", job, "lines.0.line", "2", "lines.0.qty", "1", NULL),
	    "yes");
	run(s, "job.credit", "job", job, "lines.0.line", "2", "lines.0.qty", "1", "reason", "x", NULL);
	assert_null(proposed(s, "job.credit", "lines.2.line", "job", job, NULL));
}

static void a_credit_survives_faults(void **state)
{
	struct test_shop *s = *state;
	const char *job = paid_job(s);

	survives_faults(s, "job.credit", "job", job, "lines.0.line", "3", "lines.0.qty", "1", "restock",
			"yes", "reason", "x", "refund.0.method", "cash", "refund.0.amount", "30", NULL);
	survives_faults(s, "job.credit", "job", job, "lines.0.line", "2", "lines.0.qty", "1", "restock",
			"yes", "reason", "x", NULL);
	survives_faults(s, "reverse", "document", "CN-261121-0002", "reason", "x", NULL);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(a_part_comes_back_with_its_income_tax_and_cost),
		TEST(goods_that_are_not_fit_leave_their_cost),
		TEST(crediting_all_in_pieces_leaves_nothing),
		TEST(what_was_paid_is_an_advance_or_goes_back_at_once),
		TEST(a_credit_after_the_handover_too),
		TEST(several_payers_share_it_or_one_is_named),
		TEST(more_than_was_settled_is_refused),
		TEST(a_credit_note_is_reversed_and_then_the_job_reopens),
		TEST(a_credit_note_that_paid_money_out_stands),
		TEST(what_a_refund_gave_back_since_pays_no_bill_again),
		TEST(what_was_collected_for_others_goes_back_whole),
		TEST(the_form_proposes_what_is_left),
		TEST(a_credit_survives_faults),
	};

	return cmocka_run_group_tests_name("credit", tests, NULL, NULL);
}
