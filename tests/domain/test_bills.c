/* test_bills.c - collective bills, discounts at payment, claims, bad debts. */
#include "tests/domain/counter.h"

#include <string.h>

static int begin(void **state)
{
	struct test_shop *s = counter_new();

	run(s, "insurer.add", "name", "平安保险", "terms", "60", NULL);
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

/* A settled work order of which the insurer owes all. */
static const char *insured(struct test_shop *s, const char *price)
{
	const char *job = finished_labour(s, "鄂A12345", price);

	run(s, "job.settle", "job", job, "payers.0.party", "平安保险", "payers.0.claim_no", "PA-1", NULL);
	return job;
}

/* ---- collective bills ---- */

static void several_work_orders_become_one_bill(void **state)
{
	struct test_shop *s = *state;
	const char *first = settled(s, "鄂A88888", "100"), *second = settled(s, "鄂A88888", "200");

	assert_string_equal(proposed(s, "bill.combine", "bills.1.document", "party", by_id(s, 2), NULL),
			    by_id(s, ask(s, "SELECT id FROM document WHERE number = 'ST-261121-0002'")));
	run(s, "bill.combine", "party", "江汉物流", "jobs.0.job", first, "jobs.1.job", second, NULL);
	assert_string_equal(s->answer.number, "CB-261121-0001");
	assert_says(s->answer.text, "2 bills of 江汉物流, together 300.00");
	run(s, "payment.take", "bills.0.document", "CB-261121-0001", "method", "bank", "amount", "250", NULL);
	assert_says(s->answer.text, "50.00 still open");
	assert_int_equal(ask(s, "SELECT count(*) FROM bill_open"), 1);
	run(s, "payment.take", "bills.0.document", "CB-261121-0001", "method", "bank", "amount", "50", NULL);
	assert_int_equal(open_bills(s), 0);
}

static void a_sale_and_a_work_order_stand_on_one_bill(void **state)
{
	struct test_shop *s = *state;
	const char *job = settled(s, "鄂A88888", "100");

	run(s, "sale.post", "customer", "江汉物流", "lines.0.part", "OF-1", "lines.0.qty", "2", NULL);
	run(s, "bill.combine", "party", "江汉物流", "jobs.0.job", job, "sales.0.sale", "SA-261121-0001",
	    NULL);
	assert_says(s->answer.text, "together 190.00");
}

static void what_is_paid_or_elses_is_not_combined(void **state)
{
	struct test_shop *s = *state;
	const char *paid = settled(s, "鄂A88888", "100"), *other = settled(s, "鄂A12345", "50");
	const char *open = open_job(s, "鄂A88888"), *fine;

	run(s, "payment.take", "job", paid, "method", "bank", "amount", "100", NULL);
	assert_says(refuse(s, "bill.combine", "party", "江汉物流", "jobs.0.job", paid, NULL),
		    "is paid: nothing of it is left for a collective bill");
	assert_says(refuse(s, "bill.combine", "party", "江汉物流", "jobs.0.job", other, NULL),
		    "is no bill of 江汉物流");
	assert_says(refuse(s, "bill.combine", "party", "江汉物流", "jobs.0.job", open, NULL),
		    "is not settled");
	assert_says(refuse(s, "bill.combine", "party", "江汉物流", NULL), "Which bills?");
	fine = settled(s, "鄂A88888", "70");
	assert_says(
	    refuse(s, "bill.combine", "party", "江汉物流", "jobs.0.job", fine, "jobs.1.job", fine, NULL),
	    "is named twice");
	run(s, "bill.combine", "party", "江汉物流", "jobs.0.job", fine, NULL);
	assert_says(refuse(s, "bill.combine", "party", "江汉物流", "jobs.0.job", fine, NULL),
		    "stands on the collective bill CB-261121-0001 already");
}

static void a_collective_bill_is_taken_apart_again(void **state)
{
	struct test_shop *s = *state;
	const char *job = settled(s, "鄂A88888", "100");

	run(s, "bill.combine", "party", "江汉物流", "jobs.0.job", job, NULL);
	assert_says(refuse(s, "job.reopen", "job", job, "reason", "x", NULL),
		    "stands on the collective bill CB-261121-0001. Reverse that first");
	run(s, "reverse", "document", "CB-261121-0001", "reason", "wrong month", NULL);
	assert_says(refuse(s, "payment.take", "bills.0.document", "CB-261121-0001", "method", "bank",
			   "amount", "1", NULL),
		    "Nothing of CB-261121-0001 is open");
	run(s, "bill.combine", "party", "江汉物流", "jobs.0.job", job, NULL);
	run(s, "reverse", "document", "CB-261121-0002", "reason", "x", NULL);
	run(s, "job.reopen", "job", job, "reason", "x", NULL);
}

/* ---- payments ---- */

static void a_payment_reaches_no_bill_of_another(void **state)
{
	struct test_shop *s = *state;

	settled(s, "鄂A88888", "100");
	settled(s, "鄂A12345", "50");
	assert_says(refuse(s, "payment.take", "party", "江汉物流", "bills.0.document", "ST-261121-0001",
			   "bills.1.document", "ST-261121-0002", "method", "bank", "amount", "150", NULL),
		    "ST-261121-0002 is no bill of 江汉物流, but of 王强");
	assert_int_equal(s->err.line, 2);
	assert_says(refuse(s, "payment.take", "party", "江汉物流", "bills.0.document", "ST-261121-0001",
			   "method", "bank", "amount", "100.01", NULL),
		    "Only 100.00 is open");
	assert_string_equal(
	    proposed(s, "payment.take", "pay.0.amount", "party", by_id(s, 2), "bills.0.document",
		     by_id(s, ask(s, "SELECT id FROM document WHERE number = 'ST-261121-0001'")), NULL),
	    "100.00");
}

static void a_discount_closes_the_rest(void **state)
{
	struct test_shop *s = *state;

	settled(s, "鄂A88888", "1000");
	run(s, "payment.take", "party", "江汉物流", "method", "bank", "amount", "990", "discount", "10",
	    NULL);
	assert_says(s->answer.text, "all is paid");
	assert_int_equal(account(s, "payment_discount"), 1000);
	assert_int_equal(party_account(s, "江汉物流", "receivable"), 0);
	run(s, "reverse", "document", "PY-261121-0001", "reason", "x", NULL);
	assert_int_equal(open_bills(s), 100000);
	run(s, "bill.write_off", "party", "江汉物流", "how", "discount", "amount", "5", "reason", "x", NULL);
	assert_int_equal(account(s, "payment_discount"), 500);
	run(s, "reverse", "document", "WR-261121-0001", "reason", "x", NULL);
	assert_int_equal(account(s, "payment_discount"), 0);
}

static void a_discount_stays_within_ones_limit(void **state)
{
	struct test_shop *s = *state;
	const char *job = settled(s, "鄂A12345", "1000");

	hire(s, "li", "cashier");
	acts(s, "li");
	assert_says(
	    refuse(s, "payment.take", "job", job, "method", "bank", "amount", "960", "discount", "40", NULL),
	    "up to 30.00 here, not 40.00");
	assert_int_equal(s->err.code, ERR_DENIED);
	run(s, "payment.take", "job", job, "method", "bank", "amount", "970", "discount", "30", NULL);
	acts(s, "boss");
	job = open_job(s, "鄂A12345");
	assert_says(
	    refuse(s, "payment.take", "job", job, "method", "bank", "amount", "1", "discount", "1", NULL),
	    "An advance has no discount");
}

/* ---- bad debts ---- */

static int64_t person(struct test_shop *s, const char *name)
{
	return ask(s, "SELECT id FROM user WHERE name = '%s'", name);
}

static void a_bad_debt_needs_another_person(void **state)
{
	struct test_shop *s = *state;

	settled(s, "鄂A88888", "500");
	hire(s, "zhou", "accountant");
	hire(s, "ma", "manager");
	acts(s, "zhou");
	assert_says(
	    refuse(s, "bill.write_off", "party", "江汉物流", "how", "bad_debt", "reason", "bankrupt", NULL),
	    "A bad debt needs another person's approval");
	assert_int_equal(s->err.code, ERR_DENIED);
	session_approver(s->session, person(s, "zhou"));
	assert_says(
	    refuse(s, "bill.write_off", "party", "江汉物流", "how", "bad_debt", "reason", "bankrupt", NULL),
	    "A bad debt needs another person's approval");
	session_approver(s->session, person(s, "ma"));
	assert_says(refuse(s, "bill.write_off", "party", "江汉物流", "how", "bad_debt", "amount", "500.01",
			   "reason", "bankrupt", NULL),
		    "Only 500.00 is open");
	run(s, "bill.write_off", "party", "江汉物流", "how", "bad_debt", "amount", "400", "reason",
	    "bankrupt", NULL);
	session_approver(s->session, 0);
	assert_int_equal(account(s, "bad_debt"), 40000);
	assert_int_equal(open_bills(s), 10000);
	assert_int_equal(ask(s, "SELECT approver_id FROM document WHERE number = 'WR-261121-0001'"),
			 person(s, "ma"));
}

static void a_debt_that_was_given_up_comes_in(void **state)
{
	struct test_shop *s = *state;

	settled(s, "鄂A88888", "500");
	hire(s, "ma", "manager");
	session_approver(s->session, person(s, "ma"));
	run(s, "bill.write_off", "party", "江汉物流", "how", "bad_debt", "reason", "bankrupt", NULL);
	session_approver(s->session, 0);
	assert_says(
	    refuse(s, "bill.recover", "document", "WR-261121-0001", "method", "cash", "amount", "501", NULL),
	    "Only 500.00 of WR-261121-0001 was given up");
	assert_says(
	    refuse(s, "bill.recover", "document", "ST-261121-0001", "method", "cash", "amount", "1", NULL),
	    "Nothing of ST-261121-0001 is a bad debt");
	survives_faults(s, "bill.recover", "document", "WR-261121-0001", "method", "cash", "amount", "200",
			NULL);
	assert_int_equal(account(s, "bad_debt"), 30000);
	assert_int_equal(account(s, "cash"), 40000);
	assert_says(refuse(s, "reverse", "document", "WR-261121-0001", "reason", "x", NULL),
		    "has come in with BR-261121-0001");
	survives_faults(s, "reverse", "document", "BR-261121-0001", "reason", "x", NULL);
	assert_int_equal(account(s, "cash"), 20000);
	survives_faults(s, "reverse", "document", "WR-261121-0001", "reason", "x", NULL);
	assert_int_equal(open_bills(s), 50000);
}

/* ---- claims ---- */

static void a_shortfall_goes_to_the_customer(void **state)
{
	struct test_shop *s = *state;

	insured(s, "1000");
	assert_says(refuse(s, "claim.close", "insurer", "平安保险", "bills.0.document", "ST-261121-0001",
			   "bills.0.paid", "700", "method", "bank", NULL),
		    "300.00 is not paid. Who bears it?");
	assert_says(refuse(s, "claim.close", "insurer", "平安保险", "bills.0.document", "ST-261121-0001",
			   "bills.0.paid", "1000.01", "method", "bank", NULL),
		    "Only 1,000.00 of ST-261121-0001 is open");
	assert_says(refuse(s, "claim.close", "insurer", "江汉物流", "bills.0.document", "ST-261121-0001",
			   "method", "bank", NULL),
		    "ST-261121-0001 is no bill of 江汉物流, but of 平安保险");
	survives_faults(s, "claim.close", "insurer", "平安保险", "bills.0.document", "ST-261121-0001",
			"bills.0.paid", "700", "method", "bank", "rest", "customer", "reason", "old tyres",
			NULL);
	assert_says(s->answer.text, "700.00 received, 300.00 short");
	assert_int_equal(party_account(s, "平安保险", "receivable"), 0);
	assert_int_equal(party_account(s, "王强", "receivable"), 30000);
	run(s, "payment.take", "party", "王强", "method", "cash", "amount", "300", NULL);
	assert_says(refuse(s, "reverse", "document", "CL-261121-0001", "reason", "x", NULL),
		    "The shortfall of CL-261121-0001 is paid (PY-261121-0001)");
	run(s, "reverse", "document", "PY-261121-0001", "reason", "x", NULL);
	survives_faults(s, "reverse", "document", "CL-261121-0001", "reason", "x", NULL);
	assert_int_equal(party_account(s, "平安保险", "receivable"), 100000);
	assert_int_equal(party_account(s, "王强", "receivable"), 0);
	assert_int_equal(account(s, "bank"), 0);
}

static void several_claims_come_with_one_transfer(void **state)
{
	struct test_shop *s = *state;

	const char *job = insured(s, "1000");

	insured(s, "500");
	run(s, "claim.close", "insurer", "平安保险", "bills.0.document", "ST-261121-0001", "bills.0.paid",
	    "990", "bills.1.document", "ST-261121-0002", "method", "bank", "reference", "T1", "rest",
	    "discount", "reason", "rounding", NULL);
	assert_int_equal(account(s, "bank"), 149000);
	assert_int_equal(account(s, "payment_discount"), 1000);
	assert_int_equal(open_bills(s), 0);
	assert_says(refuse(s, "job.reopen", "job", job, "reason", "x", NULL), "is closed by CL-261121-0001");
}

static void a_claim_that_is_not_paid_is_given_up(void **state)
{
	struct test_shop *s = *state;

	insured(s, "100");
	assert_says(refuse(s, "claim.close", "insurer", "平安保险", "bills.0.document", "ST-261121-0001",
			   "bills.0.paid", "0", "rest", "bad_debt", "reason", "refused", NULL),
		    "A bad debt needs another person's approval");
	hire(s, "ma", "manager");
	session_approver(s->session, person(s, "ma"));
	run(s, "claim.close", "insurer", "平安保险", "bills.0.document", "ST-261121-0001", "bills.0.paid",
	    "0", "rest", "bad_debt", "reason", "refused", NULL);
	session_approver(s->session, 0);
	assert_int_equal(account(s, "bad_debt"), 10000);
	run(s, "bill.recover", "document", "CL-261121-0001", "method", "bank", "amount", "40", NULL);
	assert_int_equal(account(s, "bad_debt"), 6000);
	assert_says(refuse(s, "reverse", "document", "CL-261121-0001", "reason", "x", NULL),
		    "has come in with BR-261121-0001");
}

static void what_was_given_up_is_not_paid_out_for_goods(void **state)
{
	struct test_shop *s = *state;

	run(s, "sale.post", "customer", "江汉物流", "lines.0.part", "OF-1", "lines.0.qty", "2", NULL);
	run(s, "bill.write_off", "party", "江汉物流", "how", "discount", "amount", "40", "reason", "x", NULL);
	assert_says(refuse(s, "sale.return", "sale", "SA-261121-0001", "lines.0.part", "OF-1", "lines.0.qty",
			   "2", "reason", "x", NULL),
		    "SA-261121-0001 is closed by WR-261121-0001. Reverse that first");
	run(s, "reverse", "document", "WR-261121-0001", "reason", "x", NULL);
	run(s, "sale.return", "sale", "SA-261121-0001", "lines.0.part", "OF-1", "lines.0.qty", "2", "reason",
	    "x", NULL);
	assert_int_equal(open_bills(s), 0);
	assert_int_equal(account(s, "payment_discount"), 0);
}

/* The insurer's bill gives room for so much less: the two invoices are never more than the bill. */
static void a_shortfall_is_invoiced_to_who_bears_it(void **state)
{
	struct test_shop *s = *state;

	insured(s, "1000");
	run(s, "claim.close", "insurer", "平安保险", "bills.0.document", "ST-261121-0001", "bills.0.paid",
	    "700", "method", "bank", "rest", "customer", "reason", "old tyres", NULL);
	assert_says(refuse(s, "invoice.issue", "type", "ordinary", "title", "x", "invoice_no", "1",
			   "bills.0.bill", "ST-261121-0001", "bills.0.amount", "700.01", NULL),
		    "Only 700.00 of ST-261121-0001 is not yet invoiced");
	run(s, "invoice.issue", "type", "ordinary", "title", "王强", "invoice_no", "2", "bills.0.bill",
	    "CL-261121-0001", NULL);
	assert_int_equal(ask(s, "SELECT gross FROM invoice_line"), 30000);
	assert_int_equal(ask(s, "SELECT tax_rate FROM invoice_line"), 1300);
	assert_says(refuse(s, "reverse", "document", "CL-261121-0001", "reason", "x", NULL),
		    "Invoice 2 stands on it");
}

static void bills_survive_faults(void **state)
{
	struct test_shop *s = *state;

	settled(s, "鄂A88888", "300");
	survives_faults(s, "bill.combine", "party", "江汉物流", "bills.0.document", "ST-261121-0001", NULL);
	survives_faults(s, "payment.take", "bills.0.document", "CB-261121-0001", "method", "bank", "amount",
			"200", "discount", "10", NULL);
	survives_faults(s, "bill.write_off", "party", "江汉物流", "how", "discount", "amount", "5", "reason",
			"x", NULL);
	survives_faults(s, "reverse", "document", "CB-261121-0001", "reason", "x", NULL);
}

static void a_part_of_one_of_several_bills_is_paid(void **state)
{
	struct test_shop *s = *state;

	run(s, "job.settle", "job", finished_labour(s, "鄂A88888", "300"), NULL);
	run(s, "job.settle", "job", finished_labour(s, "鄂A88888", "400"), NULL);
	run(s, "job.settle", "job", finished_labour(s, "鄂A88888", "200"), NULL);
	assert_says(refuse(s, "payment.take", "party", "江汉物流", "bills.0.document", "ST-261121-0002",
			   "bills.0.amount", "400.01", "method", "bank", "amount", "1", NULL),
		    "Only 400.00 of ST-261121-0002 is open");
	assert_says(refuse(s, "payment.take", "party", "江汉物流", "bills.0.document", "ST-261121-0002",
			   "bills.0.amount", "150", "bills.1.document", "ST-261121-0003", "method", "bank",
			   "amount", "350.01", NULL),
		    "Only 350.00 is open");
	survives_faults(s, "payment.take", "party", "江汉物流", "bills.0.document", "ST-261121-0002",
			"bills.0.amount", "150", "bills.1.document", "ST-261121-0003", "method", "bank",
			"amount", "350", NULL);
	assert_int_equal(
	    ask(s, "SELECT o.amount FROM bill_open o JOIN bill b ON b.id = o.id JOIN document d ON d.id = "
		   "b.document_id WHERE d.number = 'ST-261121-0002'"),
	    25000);
	assert_int_equal(
	    ask(s, "SELECT count(*) FROM bill_open o JOIN bill b ON b.id = o.id JOIN document d ON d.id = "
		   "b.document_id WHERE d.number = 'ST-261121-0003'"),
	    0);
	assert_int_equal(open_bills(s), 30000 + 25000);
	run(s, "reverse", "document", "PY-261121-0001", "reason", "x", NULL);
	assert_int_equal(open_bills(s), 90000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(several_work_orders_become_one_bill),
		TEST(a_sale_and_a_work_order_stand_on_one_bill),
		TEST(what_is_paid_or_elses_is_not_combined),
		TEST(a_collective_bill_is_taken_apart_again),
		TEST(a_payment_reaches_no_bill_of_another),
		TEST(a_discount_closes_the_rest),
		TEST(a_discount_stays_within_ones_limit),
		TEST(a_bad_debt_needs_another_person),
		TEST(a_debt_that_was_given_up_comes_in),
		TEST(a_shortfall_goes_to_the_customer),
		TEST(several_claims_come_with_one_transfer),
		TEST(a_claim_that_is_not_paid_is_given_up),
		TEST(what_was_given_up_is_not_paid_out_for_goods),
		TEST(a_shortfall_is_invoiced_to_who_bears_it),
		TEST(bills_survive_faults),
		TEST(a_part_of_one_of_several_bills_is_paid),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
