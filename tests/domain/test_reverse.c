/* test_reverse.c - the exact opposite of a posted document. */
#include "tests/domain/counter.h"

#include "domain/reverse.h"

#define TEST(name) cmocka_unit_test_setup_teardown(name, counter_begin, shop_end)

static const char *reverse(struct test_shop *s, const char *document)
{
	return run(s, "reverse", "document", document, "reason", "by mistake", NULL)->number;
}

static const char *refused(struct test_shop *s, const char *document)
{
	return refuse(s, "reverse", "document", document, "reason", "by mistake", NULL);
}

static const char *issued_job(struct test_shop *s)
{
	const char *job = open_job(s, "鄂A12345");

	run(s, "job.part", "job", job, "part", "OIL", "qty", "4", NULL);
	run(s, "job.authorise", "job", job, "by", "x", "how", "phone", NULL);
	run(s, "stock.issue", "job", job, "picker", "boss", NULL);
	return job;
}

static void an_issue_is_reversed_once(void **state)
{
	struct test_shop *s = *state;

	issued_job(s);
	assert_string_equal(reverse(s, "IS-261121-0001"), "RV-261121-0001");
	assert_says(s->answer.text, "RV-261121-0001: IS-261121-0001 is reversed");
	assert_int_equal(stock_worth(s, "OIL"), 80000);
	assert_int_equal(account(s, "work_in_progress"), 0);
	assert_int_equal(ask(s, "SELECT issued_qty FROM job_line"), 0);
	assert_says(refused(s, "IS-261121-0001"), "IS-261121-0001 is reversed already (RV-261121-0001)");
	assert_says(refused(s, "RV-261121-0001"), "is a reversal itself");
}

static void an_issue_that_came_back_in_part_stands(void **state)
{
	struct test_shop *s = *state;
	const char *job = issued_job(s);

	run(s, "stock.return", "job", job, "lines.0.part", "OIL", "lines.0.qty", "1", NULL);
	assert_says(refused(s, "IS-261121-0001"), "came back already");
	reverse(s, "RT-261121-0001");
	assert_int_equal(account(s, "work_in_progress"), 16000);
	reverse(s, "IS-261121-0001");
}

static void the_last_pieces_take_the_value_that_is_there(void **state)
{
	struct test_shop *s = *state;
	const char *job = issued_job(s);

	run(s, "stock.return", "job", job, "lines.0.part", "OIL", "lines.0.qty", "1",
	    NULL); /* 17 for 680.00 */
	run(s, "purchase.receive", "supplier",
	    by_id(s, run(s, "supplier.add", "name", "Shell", "phone", "027123456", NULL)->id), "original_no",
	    "1", "lines.0.part", "OIL", "lines.0.qty", "1", "lines.0.cost", "60", NULL); /* 18 for 740.00 */
	run(s, "stock.issue", "job", job, "picker", "boss", "lines.0.part", "OIL", "lines.0.qty", "17", NULL);
	assert_int_equal(stock_worth(s, "OIL"), 4111);
	reverse(s, "RT-261121-0001"); /* came for 40.00, and takes all that is there */
	assert_int_equal(stock_worth(s, "OIL"), 0);
	assert_int_equal(account(s, "work_in_progress"), 86000);
	assert_int_equal(account(s, "price_variance"), 0);
}

static void a_receipt_is_reversed_while_it_is_on_hand(void **state)
{
	struct test_shop *s = *state;

	run(s, "supplier.add", "name", "Shell", "phone", "027123456", NULL);
	run(s, "purchase.receive", "supplier", "Shell", "original_no", "A1", "lines.0.part", "OIL",
	    "lines.0.qty", "20", "lines.0.cost", "60", NULL); /* 40 for 2,000.00 */
	issued_job(s);                                        /* 36 for 1,800.00 */
	reverse(s, "PU-261121-0001");
	assert_int_equal(stock_worth(s, "OIL"), 60000);
	assert_int_equal(account(s, "payable"), 0);
	assert_int_equal(account(s, "price_variance"), 0);
	run(s, "purchase.receive", "supplier", "Shell", "original_no", "A1", "lines.0.part", "OF-1",
	    "lines.0.qty", "1", "lines.0.cost", "60", NULL);
	assert_says(refused(s, "OS-261121-0002"), "Only 16 of OIL");
	reverse(s, "IS-261121-0001");
	reverse(s, "OS-261121-0002"); /* came for 800.00, and 760.00 are left */
	assert_int_equal(stock_worth(s, "OIL"), 0);
	assert_int_equal(account(s, "price_variance"), 0);
}

static void a_reversed_receipt_leaves_price_variance(void **state)
{
	struct test_shop *s = *state;

	run(s, "supplier.add", "name", "Shell", "phone", "027123456", NULL);
	run(s, "purchase.receive", "supplier", "Shell", "original_no", "A1", "lines.0.part", "OIL",
	    "lines.0.qty", "5", "lines.0.cost", "100", NULL); /* 25 for 1,300.00, 52.00 each */
	run(s, "stock.issue", "job", issued_job(s), "picker", "boss", "lines.0.part", "OIL", "lines.0.qty",
	    "16", NULL);
	assert_int_equal(stock_worth(s, "OIL"), 26000); /* 5 left */
	reverse(s, "PU-261121-0001");
	assert_int_equal(stock_worth(s, "OIL"), 0);
	assert_int_equal(account(s, "price_variance"), -24000);
	assert_int_equal(account(s, "payable"), 0);
}

static void a_payment_is_reversed_and_its_bill_is_open_again(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished_labour(s, "鄂A12345", "300");

	run(s, "job.settle", "job", job, "pay.0.method", "wechat", "pay.0.amount", "300", "pay.0.reference",
	    "W1", NULL);
	reverse(s, "PY-261121-0001");
	assert_int_equal(open_bills(s), 30000);
	assert_int_equal(account(s, "wechat"), 0);
	run(s, "payment.take", "job", job, "method", "wechat", "amount", "300", "reference", "W1", NULL);
	run(s, "job.handover", "job", job, NULL);
	assert_says(refused(s, "PY-261121-0002"), "The car is handed over");
}

static void a_reversed_payment_leaves_by_the_open_till(void **state)
{
	struct test_shop *s = *state;

	run(s, "payment.take", "job", open_job(s, "鄂A12345"), "method", "cash", "amount", "300", NULL);
	run(s, "till.close", "till", "T1", "counted", "500", NULL);
	assert_says(refused(s, "PY-261121-0001"), "You have no open till");
	run(s, "till.open", "till", "T1", "float", "200", NULL);
	assert_says(refused(s, "PY-261121-0001"), "not so much cash in this till");
	run(s, "till.close", "till", "T1", "counted", "200", NULL);
	run(s, "till.open", "till", "T1", "float", "400", NULL);
	reverse(s, "PY-261121-0001");
	run(s, "till.close", "till", "T1", "counted", "100", NULL);
	assert_int_equal(account(s, "over_short"), 0);
	assert_int_equal(account(s, "advance_received"), 0);
}

static void an_advance_that_a_bill_used_stands(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished_labour(s, "鄂A12345", "300");

	run(s, "payment.take", "job", job, "method", "cash", "amount", "100", NULL);
	run(s, "job.settle", "job", job, NULL);
	assert_says(refused(s, "PY-261121-0001"), "has paid a settlement as an advance");
	reverse(s, "ST-261121-0001");
	assert_string_equal(ask_text(s, "SELECT state FROM job"), "finished");
	reverse(s, "PY-261121-0001");
	assert_int_equal(account(s, "cash"), 20000);
}

static void a_refund_is_reversed(void **state)
{
	struct test_shop *s = *state;

	run(s, "payment.take", "job", open_job(s, "鄂A12345"), "method", "cash", "amount", "300", NULL);
	run(s, "payment.refund", "document", "PY-261121-0001", "amount", "100", "method", "cash", "reason",
	    "x", NULL);
	assert_says(refused(s, "PY-261121-0001"), "was refunded. Reverse the refund first");
	reverse(s, "RF-261121-0001");
	assert_int_equal(account(s, "advance_received"), -30000);
	reverse(s, "PY-261121-0001");
	assert_int_equal(account(s, "advance_received"), 0);
}

static void some_documents_stand(void **state)
{
	struct test_shop *s = *state;

	issued_job(s);
	assert_says(refused(s, "TO-261121-0001"), "stands");
	assert_says(refused(s, "AU-261121-0001"), "books nothing");
	assert_says(refuse(s, "reverse", "document", "IS-261121-0001", NULL), "Reason is needed");
}

static void reversals_survive_faults(void **state)
{
	struct test_shop *s = *state;
	const char *job = issued_job(s);

	run(s, "stock.return", "job", job, "lines.0.part", "OIL", "lines.0.qty", "1", NULL);
	run(s, "payment.take", "job", job, "method", "cash", "amount", "100", NULL);
	run(s, "payment.refund", "document", "PY-261121-0001", "amount", "10", "method", "cash", "reason",
	    "x", NULL);
	survives_faults(s, "reverse", "document", "RF-261121-0001", "reason", "x", NULL);
	survives_faults(s, "reverse", "document", "PY-261121-0001", "reason", "x", NULL);
	survives_faults(s, "reverse", "document", "RT-261121-0001", "reason", "x", NULL);
	survives_faults(s, "reverse", "document", "IS-261121-0001", "reason", "x", NULL);
	survives_faults(s, "reverse", "document", "OS-261121-0001", "reason", "x", NULL);
	job = finished_labour(s, "鄂A88888", "300");
	run(s, "job.settle", "job", job, "pay.0.method", "cash", "pay.0.amount", "100", NULL);
	survives_faults(s, "reverse", "document", "PY-261121-0002", "reason", "x", NULL);
	survives_faults(s, "reverse", "document", "ST-261121-0001", "reason", "x", NULL);
}

static bool same_kind(const struct reversal *a, const struct reversal *b)
{
	for (size_t i = 0; i < REVERSAL_KINDS && a->kinds[i]; i++)
		for (size_t j = 0; j < REVERSAL_KINDS && b->kinds[j]; j++)
			if (a->kinds[i] == b->kinds[j])
				return true;
	return false;
}

static void each_kind_is_known_and_goes_back_in_one_way(void **state)
{
	struct test_shop *s = *state;

	assert_non_null(reversal_all[0]);
	for (const struct reversal *const *r = reversal_all; *r; r++) {
		assert_true((*r)->may || (*r)->run);
		assert_true((*r)->kinds[0] > 0);
		for (size_t i = 0; i < REVERSAL_KINDS && (*r)->kinds[i]; i++)
			assert_int_equal(ask(s, "SELECT count(*) FROM document_kind WHERE id = %lld",
					     (long long)(*r)->kinds[i]),
					 1);
		for (const struct reversal *const *other = r + 1; *other; other++)
			assert_false(same_kind(*r, *other));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_issue_is_reversed_once),
		TEST(an_issue_that_came_back_in_part_stands),
		TEST(the_last_pieces_take_the_value_that_is_there),
		TEST(a_receipt_is_reversed_while_it_is_on_hand),
		TEST(a_reversed_receipt_leaves_price_variance),
		TEST(a_payment_is_reversed_and_its_bill_is_open_again),
		TEST(a_reversed_payment_leaves_by_the_open_till),
		TEST(an_advance_that_a_bill_used_stands),
		TEST(a_refund_is_reversed),
		TEST(some_documents_stand),
		TEST(reversals_survive_faults),
		TEST(each_kind_is_known_and_goes_back_in_one_way),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
