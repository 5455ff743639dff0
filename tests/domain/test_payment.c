/* test_payment.c - taking money, giving it back, and counting it. */
#include "tests/domain/counter.h"

#include <string.h>

#define TEST(name) cmocka_unit_test_setup_teardown(name, counter_begin, shop_end)

static void take(struct test_shop *s, const char *what, const char *which, const char *method,
		 const char *amount)
{
	run(s, "payment.take", what, which, "method", method, "amount", amount, NULL);
}

static const char *settled_job(struct test_shop *s, const char *plate, const char *price)
{
	const char *job = finished_labour(s, plate, price);

	run(s, "job.settle", "job", job, NULL);
	return job;
}

static void a_payment_pays_the_bill_of_its_job(void **state)
{
	struct test_shop *s = *state;
	const char *job = settled_job(s, "鄂A12345", "300");

	assert_string_equal(proposed(s, "payment.take", "pay.0.amount", "job", job, NULL), "300.00");
	take(s, "job", job, "cash", "100");
	assert_says(s->answer.text, "200.00 still open");
	take(s, "job", job, "alipay", "200");
	assert_says(s->answer.text, "all is paid");
	assert_int_equal(open_bills(s), 0);
	assert_says(refuse(s, "payment.take", "job", job, "method", "cash", "amount", "1", NULL),
		    "Nothing is open here");
}

static void more_than_is_open_is_refused(void **state)
{
	struct test_shop *s = *state;
	const char *job = settled_job(s, "鄂A12345", "300");

	assert_says(refuse(s, "payment.take", "job", job, "method", "cash", "amount", "300.01", NULL),
		    "Only 300.00 is open");
	assert_says(refuse(s, "payment.take", "job", job, "method", "cash", "amount", "0", NULL),
		    "at least 0.01");
	assert_says(refuse(s, "payment.take", "job", job, "method", "cash", "amount", "-5", NULL),
		    "at least 0.01");
	assert_says(refuse(s, "payment.take", "job", job, "method", "cash", "amount", "99999999999999", NULL),
		    "");
	assert_says(refuse(s, "payment.take", "job", job, "method", "gold", "amount", "5", NULL),
		    "cash, wechat");
	assert_says(refuse(s, "payment.take", "job", job, "amount", "5", NULL), "How is it paid?");
	assert_says(refuse(s, "payment.take", "job", job, "method", "cash", NULL), "How much is paid?");
	assert_says(refuse(s, "payment.take", "method", "cash", "amount", "5", NULL), "What is paid?");
}

static void change_is_given_on_cash_alone(void **state)
{
	struct test_shop *s = *state;
	const char *job = settled_job(s, "鄂A12345", "300");

	assert_says(refuse(s, "payment.take", "job", job, "method", "wechat", "amount", "300", "tendered",
			   "400", NULL),
		    "Only cash gives change");
	assert_says(
	    refuse(s, "payment.take", "job", job, "method", "cash", "amount", "300", "tendered", "200", NULL),
	    "200.00 was given, but 300.00 is to be paid");
	run(s, "payment.take", "job", job, "method", "cash", "amount", "300", "tendered", "400", NULL);
	assert_says(s->answer.extra.s, "\"change\":\"100.00\"");
	assert_int_equal(account(s, "cash"), 50000);
}

static void a_reference_is_booked_once(void **state)
{
	struct test_shop *s = *state;
	const char *job = settled_job(s, "鄂A12345", "300");

	run(s, "payment.take", "job", job, "method", "wechat", "amount", "100", "reference", "420000", NULL);
	assert_says(refuse(s, "payment.take", "job", job, "method", "wechat", "amount", "100", "reference",
			   "420000", NULL),
		    "The reference 420000 is booked already (PY-261121-0001)");
	assert_says(refuse(s, "payment.take", "job", job, "pay.0.method", "card", "pay.0.amount", "1",
			   "pay.0.reference", "7", "pay.1.method", "card", "pay.1.amount", "1",
			   "pay.1.reference", "7", NULL),
		    "The reference 7 stands there twice");
	run(s, "payment.take", "job", job, "method", "alipay", "amount", "100", "reference", "420000", NULL);
}

static void a_party_pays_its_oldest_bill_first(void **state)
{
	struct test_shop *s = *state;
	const char *first = settled_job(s, "鄂A88888", "100");

	wait_days(s, 1);
	settled_job(s, "鄂A88888", "200");
	settled_job(s, "鄂A12345", "50");
	take(s, "party", "江汉物流", "bank", "150");
	assert_int_equal(ask(s, "SELECT count(*) FROM bill_open WHERE party_id = 2"), 1);
	assert_int_equal(party_account(s, "江汉物流", "receivable"), 15000);
	assert_int_equal(
	    ask(s, "SELECT sum(amount) FROM entry_line WHERE account_id = 6 AND job_id = %s", first + 1), 0);
	assert_says(
	    refuse(s, "payment.take", "party", "江汉物流", "method", "bank", "amount", "150.01", NULL),
	    "Only 150.00");
	assert_int_equal(open_bills(s), 20000);
}

static void chosen_settlements_are_paid(void **state)
{
	struct test_shop *s = *state;

	settled_job(s, "鄂A88888", "100");
	settled_job(s, "鄂A88888", "200");
	assert_says(refuse(s, "payment.take", "bills.0.document", "ST-261121-0002", "bills.1.document",
			   "ST-261121-0002", "method", "bank", "amount", "1", NULL),
		    "named twice");
	run(s, "payment.take", "bills.0.document", "ST-261121-0002", "method", "bank", "amount", "200", NULL);
	assert_int_equal(ask(s, "SELECT amount FROM bill_open"), 10000);
}

static void cash_needs_an_open_till(void **state)
{
	struct test_shop *s = *state;
	const char *job = settled_job(s, "鄂A12345", "300");

	run(s, "till.close", "till", "T1", "counted", "200", NULL);
	assert_says(refuse(s, "payment.take", "job", job, "method", "cash", "amount", "1", NULL),
		    "You have no open till");
	assert_says(refuse(s, "payment.take", "job", job, "method", "wechat", "amount", "1", NULL),
		    "You have no open till");
	session_till(s->session, 1);
	assert_says(refuse(s, "payment.take", "job", job, "method", "cash", "amount", "1", NULL),
		    "Front desk is not open");
	take(s, "job", job, "bank", "1");
	session_till(s->session, 0);
	run(s, "till.open", "till", "T1", "float", "0", NULL);
	hire(s, "li", "cashier");
	acts(s, "li");
	assert_says(refuse(s, "payment.take", "job", job, "method", "cash", "amount", "1", NULL),
		    "You have no open till");
	session_till(s->session, 1);
	take(s, "job", job, "cash", "1");
}

static void a_closing_counts_every_method(void **state)
{
	struct test_shop *s = *state;
	const char *job = settled_job(s, "鄂A12345", "300");

	take(s, "job", job, "cash", "100");
	take(s, "job", job, "wechat", "80");
	take(s, "job", job, "card", "20");
	take(s, "job", job, "bank", "10");
	assert_says(refuse(s, "till.close", "till", "T1", "counted", "300", "wechat", "90", NULL),
		    "by more than 5.00");
	run(s, "till.close", "till", "T1", "counted", "301", "wechat", "78", "card", "20", NULL);
	assert_int_equal(account(s, "cash"), 0);
	assert_int_equal(account(s, "safe"), 10100);
	assert_int_equal(account(s, "wechat"), 7800);
	assert_int_equal(account(s, "over_short"), 100);
	assert_int_equal(ask(s, "SELECT count(*) FROM till_count"), 3);
}

/* ---- refunds ---- */

static void an_advance_is_refunded(void **state)
{
	struct test_shop *s = *state;
	const char *job = open_job(s, "鄂A12345");

	take(s, "job", job, "cash", "300");
	assert_says(refuse(s, "payment.refund", "document", "PY-261121-0001", "amount", "300.01", "method",
			   "cash", "reason", "x", NULL),
		    "Only 300.00 of PY-261121-0001 can be given back");
	run(s, "payment.refund", "document", "PY-261121-0001", "amount", "100", "method", "cash", "reason",
	    "too much", NULL);
	assert_string_equal(s->answer.number, "RF-261121-0001");
	assert_int_equal(account(s, "cash"), 40000);
	assert_int_equal(party_account(s, "王强", "advance_received"), -20000);
	run(s, "payment.refund", "document", "PY-261121-0001", "amount", "200", "method", "wechat", "reason",
	    "rest", NULL);
	assert_int_equal(account(s, "wechat"), -20000);
	assert_says(refuse(s, "payment.refund", "document", "PY-261121-0001", "amount", "1", "method", "cash",
			   "reason", "x", NULL),
		    "Nothing of PY-261121-0001 can be given back");
}

static void what_a_bill_has_used_is_not_refunded(void **state)
{
	struct test_shop *s = *state;
	const char *job = settled_job(s, "鄂A12345", "300");

	take(s, "job", job, "cash", "300");
	assert_says(refuse(s, "payment.refund", "document", "PY-261121-0001", "amount", "1", "method", "cash",
			   "reason", "x", NULL),
		    "Nothing of PY-261121-0001 can be given back");
	assert_says(refuse(s, "payment.refund", "document", "ST-261121-0001", "amount", "1", "method", "cash",
			   "reason", "x", NULL),
		    "is no receipt of money");
	run(s, "job.reopen", "job", job, "reason", "x", NULL);
	run(s, "payment.refund", "document", "PY-261121-0001", "amount", "300", "method", "cash", "reason",
	    "x", NULL);
	assert_int_equal(account(s, "advance_received"), 0);
}

static void a_drawer_gives_no_more_than_it_holds(void **state)
{
	struct test_shop *s = *state;
	const char *job = open_job(s, "鄂A12345");
	const char *said;

	take(s, "job", job, "wechat", "300");
	said = refuse(s, "payment.refund", "document", "PY-261121-0001", "amount", "201", "method", "cash",
		      "reason", "x", NULL);
	assert_says(said, "not so much cash in this till");
	assert_null(strstr(said, "200"));
	run(s, "payment.refund", "document", "PY-261121-0001", "amount", "200", "method", "cash", "reason",
	    "x", NULL);
}

static void a_difference_names_what_it_may_come_from(void **state)
{
	struct test_shop *s = *state;
	const char *job = settled_job(s, "鄂A12345", "900");

	take(s, "job", job, "cash", "120");
	take(s, "job", job, "cash", "80");
	assert_says(run(s, "till.close", "till", "T1", "counted", "280", "remark", "x", NULL)->text,
		    "One payment is exactly that much");
	run(s, "till.open", "till", "T1", "float", "0", NULL);
	take(s, "job", job, "cash", "75");
	assert_says(run(s, "till.close", "till", "T1", "counted", "225", "remark", "x", NULL)->text,
		    "One payment is half of it");
	run(s, "till.open", "till", "T1", "float", "0", NULL);
	take(s, "job", job, "cash", "132");
	assert_says(run(s, "till.close", "till", "T1", "counted", "123", "remark", "x", NULL)->text,
		    "9 divides it");
}

static void two_cashiers_do_not_take_one_bill_twice(void **state)
{
	struct test_shop *s = *state;
	const char *job = settled_job(s, "鄂A12345", "300");

	run(s, "till.add", "code", "T2", "name", "Wash", NULL);
	hire(s, "li", "cashier");
	acts(s, "li");
	run(s, "till.open", "till", "T2", "float", "0", NULL);
	take(s, "job", job, "cash", "300");
	acts(s, "boss");
	assert_says(refuse(s, "payment.take", "job", job, "method", "cash", "amount", "300", NULL),
		    "Nothing is open here");
}

/* ---- a customer's advance ---- */

static void a_customers_advance_waits_for_his_bill(void **state)
{
	struct test_shop *s = *state;
	const char *job;

	assert_says(refuse(s, "payment.take", "party", "王强", "method", "cash", "amount", "200", NULL),
		    "advance");
	assert_says(
	    run(s, "payment.take", "party", "王强", "method", "cash", "amount", "200", "advance", "yes", NULL)
		->text,
	    "is kept as the advance");
	assert_int_equal(party_account(s, "王强", "advance_received"), -20000);
	job = settled_job(s, "鄂A12345", "300");
	assert_says(refuse(s, "payment.take", "job", job, "method", "advance", "amount", "200.01", NULL),
		    "200.00 is held");
	run(s, "payment.take", "job", job, "pay.0.method", "advance", "pay.0.amount", "150", "pay.1.method",
	    "wechat", "pay.1.amount", "150", NULL);
	assert_int_equal(party_account(s, "王强", "advance_received"), -5000);
	assert_says(refuse(s, "payment.refund", "document", "PY-261121-0001", "amount", "50.01", "method",
			   "cash", "reason", "x", NULL),
		    "Only 50.00 of PY-261121-0001");
	assert_says(refuse(s, "reverse", "document", "PY-261121-0001", "reason", "x", NULL), "as an advance");
	run(s, "reverse", "document", "PY-261121-0002", "reason", "x", NULL);
	assert_int_equal(party_account(s, "王强", "advance_received"), -20000);
	run(s, "payment.refund", "document", "PY-261121-0001", "amount", "200", "method", "cash", "reason",
	    "x", NULL);
	assert_int_equal(party_account(s, "王强", "advance_received"), 0);
}

static void money_goes_back_the_way_it_came(void **state)
{
	struct test_shop *s = *state;
	const char *job = open_job(s, "鄂A12345");
	const char *const refunds[] = { "role", "cashier", "right", "payment.refund", NULL };

	take(s, "job", job, "wechat", "100");
	assert_string_equal(
	    proposed(s, "payment.refund", "method", "document", by_id(s, s->answer.document), NULL),
	    "wechat");
	assert_true(attempt(s, "role.grant", refunds));
	hire(s, "li", "cashier");
	session_till(s->session, 1);
	acts(s, "li");
	assert_says(refuse(s, "payment.refund", "document", "PY-261121-0001", "amount", "40", "method",
			   "cash", "reason", "x", NULL),
		    "Give it back as it was paid");
	assert_int_equal(s->err.code, ERR_DENIED);
	run(s, "payment.refund", "document", "PY-261121-0001", "amount", "40", "method", "wechat", "reason",
	    "x", NULL);
	acts(s, "boss");
	run(s, "payment.refund", "document", "PY-261121-0001", "amount", "60", "method", "cash", "reason",
	    "x", NULL);
}

static void a_coupon_pays_a_bill_once(void **state)
{
	struct test_shop *s = *state;
	const char *job = settled_job(s, "鄂A12345", "300");

	assert_says(refuse(s, "payment.take", "job", job, "method", "coupon", "amount", "50", NULL),
		    "needs its number");
	run(s, "payment.take", "job", job, "method", "coupon", "amount", "50", "reference", "C1", NULL);
	assert_int_equal(account(s, "payment_discount"), 5000);
	assert_says(refuse(s, "payment.take", "job", job, "method", "coupon", "amount", "50", "reference",
			   "C1", NULL),
		    "booked already");
	job = open_job(s, "鄂A88888");
	assert_says(refuse(s, "payment.take", "job", job, "method", "coupon", "amount", "50", "reference",
			   "C2", NULL),
		    "no advance");
}

static void a_discount_is_let_off_with_the_payment(void **state)
{
	struct test_shop *s = *state;
	const char *job = settled_job(s, "鄂A12345", "300");

	hire(s, "li", "cashier");
	session_till(s->session, 1);
	acts(s, "li");
	assert_says(
	    refuse(s, "payment.take", "job", job, "method", "cash", "amount", "290", "discount", "10", NULL),
	    "up to 9.00");
	run(s, "payment.take", "job", job, "method", "cash", "amount", "291", "discount", "9", NULL);
	assert_says(s->answer.text, "all is paid");
	assert_int_equal(account(s, "payment_discount"), 900);
	acts(s, "boss");
	run(s, "reverse", "document", "PY-261121-0001", "reason", "x", NULL);
	assert_int_equal(account(s, "payment_discount"), 0);
	assert_int_equal(open_bills(s), 30000);
}

static void payments_survive_faults(void **state)
{
	struct test_shop *s = *state;
	const char *job = settled_job(s, "鄂A88888", "300");

	survives_faults(s, "payment.take", "job", job, "pay.0.method", "cash", "pay.0.amount", "100",
			"pay.1.method", "wechat", "pay.1.amount", "50", "pay.1.reference", "W1", NULL);
	survives_faults(s, "payment.take", "party", "江汉物流", "method", "bank", "amount", "150", NULL);
	job = open_job(s, "鄂A12345");
	survives_faults(s, "payment.take", "job", job, "method", "cash", "amount", "100", NULL);
	survives_faults(s, "payment.refund", "document", "PY-261121-0003", "amount", "60", "method", "cash",
			"reason", "x", NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_payment_pays_the_bill_of_its_job),
		TEST(more_than_is_open_is_refused),
		TEST(change_is_given_on_cash_alone),
		TEST(a_reference_is_booked_once),
		TEST(a_party_pays_its_oldest_bill_first),
		TEST(chosen_settlements_are_paid),
		TEST(cash_needs_an_open_till),
		TEST(a_closing_counts_every_method),
		TEST(an_advance_is_refunded),
		TEST(what_a_bill_has_used_is_not_refunded),
		TEST(a_drawer_gives_no_more_than_it_holds),
		TEST(a_difference_names_what_it_may_come_from),
		TEST(two_cashiers_do_not_take_one_bill_twice),
		TEST(a_customers_advance_waits_for_his_bill),
		TEST(money_goes_back_the_way_it_came),
		TEST(a_coupon_pays_a_bill_once),
		TEST(a_discount_is_let_off_with_the_payment),
		TEST(payments_survive_faults),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
