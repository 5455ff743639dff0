/* test_supplier.c - what comes after a receipt: goods that go back, the invoice, freight that comes later, and money. */
#include "tests/domain/supply.h"

static const char *estimate(struct test_shop *s, const char *no)
{
	return arena_strdup(s->arena, run(s, "purchase.receive", "supplier", "Bosch", "original_no", no,
					  "cost_is", "estimated", "lines.0.part", "OIL", "lines.0.qty", "10",
					  "lines.0.cost", "30", NULL)
					  ->number);
}

/* ---- returns ---- */

static void a_return_takes_the_average_and_is_owed_the_receipts_price(void **state)
{
	struct test_shop *s = *state;

	ten_come(s, "A1"); /* 10 at 30.00 */
	run(s, "purchase.receive", "supplier", "Shell", "original_no", "B1", "lines.0.part", "OIL",
	    "lines.0.qty", "10", "lines.0.cost", "40", NULL); /* 20 at 35.00 */
	run(s, "purchase.return", "receipt", "PU-261121-0001", "reason", "leaks", "lines.0.part", "OIL",
	    "lines.0.qty", "4", NULL);
	assert_int_equal(stock_worth(s, "OIL"), 70000 - 14000);
	assert_int_equal(owed_to(s, "Bosch"), 30000 - 12000);
	assert_int_equal(account(s, "price_variance"), 2000);
	assert_says(refuse(s, "purchase.return", "receipt", "PU-261121-0001", "reason", "x", "lines.0.part",
			   "OIL", "lines.0.qty", "7", NULL),
		    "Of OIL 机油 only 6 came on PU-261121-0001 and was not sent back");
	assert_says(refuse(s, "purchase.return", "receipt", "PU-261121-0001", "reason", "x", "lines.0.part",
			   "PAD", "lines.0.qty", "1", NULL),
		    "PAD Brake pad did not come on PU-261121-0001");
	assert_says(stays_because(s, "PU-261121-0001"), "PR-261121-0001 is built on PU-261121-0001");
	take_back(s, "PR-261121-0001");
	assert_int_equal(stock_worth(s, "OIL"), 70000);
	assert_int_equal(owed_to(s, "Bosch"), 30000);
	assert_int_equal(account(s, "price_variance"), 0);
	survives_faults(s, "purchase.return", "receipt", "PU-261121-0001", "reason", "leaks", "lines.0.part",
			"OIL", "lines.0.qty", "10", NULL);
	assert_int_equal(owed_to(s, "Bosch"), 0);
}

static void goods_that_are_gone_do_not_go_back(void **state)
{
	struct test_shop *s = *state;

	ten_come(s, "A1");
	goods_go(s, car_comes(s, "鄂A11111"), "OIL", "8");
	assert_says(refuse(s, "purchase.return", "receipt", "PU-261121-0001", "reason", "x", "lines.0.part",
			   "OIL", "lines.0.qty", "3", NULL),
		    "Only 2 of OIL");
}

static void a_credit_is_used_before_money(void **state)
{
	struct test_shop *s = *state;

	ten_come(s, "A1");
	run(s, "purchase.pay", "supplier", "Bosch", "amount", "300", "method", "bank", NULL);
	run(s, "purchase.return", "receipt", "PU-261121-0001", "reason", "leaks", "lines.0.part", "OIL",
	    "lines.0.qty", "4", NULL);
	assert_int_equal(owed_to(s, "Bosch"), -12000); /* he owes us */
	ten_come(s, "A2");
	assert_says(stays_because(s, "PU-261121-0001"), "PR-261121-0001 is built on");
	run(s, "purchase.pay", "supplier", "Bosch", "amount", "180", "method", "bank", NULL);
	assert_int_equal(owed_to(s, "Bosch"), 0);
	assert_int_equal(ask(s, "SELECT count(*) FROM payable_open"), 0);
	assert_says(stays_because(s, "PR-261121-0001"), "is paid (SP-261121-0002)");
}

/* ---- goods before their invoice ---- */

static void an_invoice_corrects_what_was_estimated(void **state)
{
	struct test_shop *s = *state;
	const char *receipt = estimate(s, "A1"); /* 10 at 30.00 */

	assert_int_equal(account(s, "received_not_invoiced"), -30000);
	assert_int_equal(account(s, "payable"), 0);
	goods_go(s, car_comes(s, "鄂A11111"), "OIL", "4");
	run(s, "purchase.invoice", "receipts.0.receipt", receipt, "invoice_no", "F100", "lines.0.part", "OIL",
	    "lines.0.qty", "10", "lines.0.cost", "33", NULL);
	assert_int_equal(account(s, "received_not_invoiced"), 0);
	assert_int_equal(owed_to(s, "Bosch"), 33000);
	assert_int_equal(stock_worth(s, "OIL"), 18000 + 1800); /* 6 of 10 are on hand */
	assert_int_equal(account(s, "price_variance"), 1200);
	assert_says(refuse(s, "purchase.invoice", "receipts.0.receipt", receipt, "invoice_no", "F101", NULL),
		    "is invoiced already (PI-261121-0001)");
	take_back(s, "PI-261121-0001");
	assert_int_equal(stock_worth(s, "OIL"), 18000);
	assert_int_equal(account(s, "price_variance"), 0);
	assert_int_equal(account(s, "received_not_invoiced"), -30000);
	survives_faults(s, "purchase.invoice", "receipts.0.receipt", receipt, "invoice_no", "F100", "tax",
			"34.51", NULL);
}

static void tax_that_is_deducted_is_no_cost(void **state)
{
	struct test_shop *s = *state;

	ten_come(s, "A1"); /* final: 300.00 is owed */
	run(s, "purchase.invoice", "receipts.0.receipt", "PU-261121-0001", "invoice_no", "F1", "tax", "34.51",
	    NULL);
	assert_int_equal(account(s, "input_tax"), 3451);
	assert_int_equal(stock_worth(s, "OIL"), 30000 - 3451);
	assert_int_equal(owed_to(s, "Bosch"), 30000);
	run(s, "purchase.return", "receipt", "PU-261121-0001", "reason", "leaks", "lines.0.part", "OIL",
	    "lines.0.qty", "10", NULL);
	assert_int_equal(account(s, "input_tax"), 0);
	assert_int_equal(account(s, "price_variance"), 0);
	assert_int_equal(owed_to(s, "Bosch"), 0);
}

static void an_invoice_that_says_the_same_books_nothing(void **state)
{
	struct test_shop *s = *state;

	ten_come(s, "A1");
	run(s, "purchase.invoice", "receipts.0.receipt", "PU-261121-0001", "invoice_no", "F1", NULL);
	assert_int_equal(owed_to(s, "Bosch"), 30000);
	assert_int_equal(ask(s, "SELECT amount FROM purchase_invoice"), 30000);
	take_back(s, "PI-261121-0001");
	run(s, "purchase.invoice", "receipt", "PU-261121-0001", "invoice_no", "F1", NULL);
}

static void bad_invoices_are_refused(void **state)
{
	struct test_shop *s = *state;
	const char *receipt = estimate(s, "A1"), *second = estimate(s, "A2");

	run(s, "purchase.receive", "supplier", "Shell", "original_no", "B1", "lines.0.part", "OIL",
	    "lines.0.qty", "1", "lines.0.cost", "1", NULL);
	assert_says(refuse(s, "purchase.invoice", "receipts.0.receipt", receipt, "receipts.1.receipt",
			   "PU-261121-0003", "invoice_no", "F1", NULL),
		    "came from Shell: an invoice is of one supplier");
	assert_says(refuse(s, "purchase.invoice", "receipts.0.receipt", receipt, "receipts.1.receipt",
			   receipt, "invoice_no", "F1", NULL),
		    "stands there twice");
	assert_says(refuse(s, "purchase.invoice", "receipts.0.receipt", receipt, "invoice_no", "F1",
			   "lines.0.part", "OIL", "lines.0.qty", "9", "lines.0.cost", "30", NULL),
		    "The invoice says 9 of OIL 机油, 10 was received and kept");
	assert_says(refuse(s, "purchase.invoice", "receipts.0.receipt", receipt, "invoice_no", "F1",
			   "lines.0.part", "PAD", "lines.0.qty", "9", "lines.0.cost", "30", NULL),
		    "PAD Brake pad is not on these receipts");
	assert_says(refuse(s, "purchase.invoice", "receipts.0.receipt", receipt, "invoice_no", "F1", "tax",
			   "300.01", NULL),
		    "The whole invoice is 300.00");
	run(s, "purchase.invoice", "receipts.0.receipt", receipt, "invoice_no", "F1", NULL);
	assert_says(refuse(s, "purchase.invoice", "receipts.0.receipt", second, "invoice_no", "f1", NULL),
		    "The invoice F1 is booked already");
}

static void what_was_sent_back_before_is_not_invoiced(void **state)
{
	struct test_shop *s = *state;
	const char *receipt = estimate(s, "A1");

	run(s, "purchase.return", "receipt", receipt, "reason", "leaks", "lines.0.part", "OIL", "lines.0.qty",
	    "4", NULL);
	assert_int_equal(account(s, "received_not_invoiced"), -18000);
	run(s, "purchase.invoice", "receipts.0.receipt", receipt, "invoice_no", "F1", NULL);
	assert_int_equal(account(s, "received_not_invoiced"), 0);
	assert_int_equal(owed_to(s, "Bosch"), 18000);
}

static void a_lower_invoice_takes_no_more_than_is_there(void **state)
{
	struct test_shop *s = *state;

	run(s, "purchase.receive", "supplier", "Shell", "original_no", "G", "business_type", "gift",
	    "lines.0.part", "OIL", "lines.0.qty", "90", NULL);
	estimate(s, "A1"); /* 100 for 300.00 */
	goods_go(s, car_comes(s, "鄂A11111"), "OIL", "80");
	assert_int_equal(stock_worth(s, "OIL"), 6000);
	run(s, "purchase.invoice", "receipts.0.receipt", "PU-261121-0002", "invoice_no", "F1", "lines.0.part",
	    "OIL", "lines.0.qty", "10", "lines.0.cost", "0", NULL);
	assert_int_equal(stock_worth(s, "OIL"), 0);
	assert_int_equal(account(s, "price_variance"), -24000);
}

/* ---- freight ---- */

static void freight_that_comes_later_reaches_what_is_there(void **state)
{
	struct test_shop *s = *state;

	ten_come(s, "A1");
	goods_go(s, car_comes(s, "鄂A11111"), "OIL", "5");
	run(s, "purchase.freight", "receipt", "PU-261121-0001", "carrier", "Shell", "original_no", "T1",
	    "amount", "9.99", NULL);
	assert_int_equal(stock_worth(s, "OIL"), 15000 + 500); /* half of 9.99 is 4.995 */
	assert_int_equal(account(s, "price_variance"), 499);
	assert_int_equal(owed_to(s, "Shell"), 999);
	assert_says(refuse(s, "purchase.freight", "receipt", "PU-261121-0001", "carrier", "Shell",
			   "original_no", "t1", "amount", "1", NULL),
		    "The carrier's paper T1 is booked already");
	assert_says(stays_because(s, "PU-261121-0001"), "FR-261121-0001 is built on");
	take_back(s, "FR-261121-0001");
	assert_int_equal(stock_worth(s, "OIL"), 15000);
	assert_int_equal(account(s, "price_variance"), 0);
	survives_faults(s, "purchase.freight", "receipt", "PU-261121-0001", "carrier", "Shell", "original_no",
			"T1", "amount", "9.99", NULL);
}

/* ---- paying ---- */

static void the_oldest_debt_is_paid_first(void **state)
{
	struct test_shop *s = *state;

	ten_come(s, "A1");
	wait_days(s, 1);
	ten_come(s, "A2");
	assert_string_equal(proposed(s, "purchase.pay", "amount", "supplier",
				     by_id(s, ask(s, "SELECT id FROM party WHERE name = 'Bosch'")), NULL),
			    "600.00");
	run(s, "purchase.pay", "supplier", "Bosch", "amount", "350", "discount", "10", "method", "bank",
	    NULL);
	assert_int_equal(owed_to(s, "Bosch"), 24000);
	assert_int_equal(ask(s, "SELECT count(*) FROM payable_open"), 1);
	assert_int_equal(account(s, "bank"), -35000);
	assert_int_equal(account(s, "supplier_discount"), -1000);
	run(s, "purchase.pay", "supplier", "Bosch", "amount", "40", "method", "cash", "bills.0.document",
	    "PU-261122-0001", "bills.0.amount", "40", NULL);
	assert_int_equal(owed_to(s, "Bosch"), 20000);
	assert_int_equal(account(s, "cash"), 100000 - 4000);
	survives_faults(s, "purchase.pay", "supplier", "Bosch", "amount", "100", "method", "bank", NULL);
}

static void bad_payments_are_refused(void **state)
{
	struct test_shop *s = *state;

	ten_come(s, "A1");
	assert_says(refuse(s, "purchase.pay", "supplier", "Bosch", "amount", "301", "method", "bank", NULL),
		    "Only 300.00 is open. Say ahead=yes");
	assert_says(refuse(s, "purchase.pay", "supplier", "Bosch", "discount", "301", NULL),
		    "Only 300.00 is open: discount");
	assert_says(refuse(s, "purchase.pay", "supplier", "Bosch", "prepaid", "1", NULL),
		    "Only 0.00 is paid in advance to Bosch");
	assert_says(refuse(s, "purchase.pay", "supplier", "Bosch", NULL), "How much is paid?");
	assert_says(refuse(s, "purchase.pay", "supplier", "Bosch", "amount", "1", NULL), "How is it paid?");
	assert_says(refuse(s, "purchase.pay", "supplier", "Bosch", "amount", "-1", "method", "bank", NULL),
		    "at least 0");
	assert_says(refuse(s, "purchase.pay", "supplier", "Shell", "amount", "1", "method", "bank",
			   "bills.0.document", "PU-261121-0001", NULL),
		    "Nothing of PU-261121-0001 is open with Shell");
	assert_says(refuse(s, "purchase.pay", "supplier", "Bosch", "amount", "1", "method", "bank",
			   "bills.0.document", "PU-261121-0001", "bills.0.amount", "400", NULL),
		    "Only 300.00 of PU-261121-0001 is open");
	run(s, "purchase.receive", "supplier", "Shell", "original_no", "B1", "lines.0.part", "PAD",
	    "lines.0.qty", "100", "lines.0.cost", "100", NULL);
	assert_says(refuse(s, "purchase.pay", "supplier", "Shell", "amount", "5000", "method", "cash", NULL),
		    "There is not so much cash in this till");
}

static void what_is_paid_in_advance_pays_later(void **state)
{
	struct test_shop *s = *state;

	run(s, "purchase.pay", "supplier", "Bosch", "amount", "500", "method", "bank", "ahead", "yes", NULL);
	assert_int_equal(account(s, "advance_paid"), 50000);
	ten_come(s, "A1");
	run(s, "purchase.pay", "supplier", "Bosch", "prepaid", "300", NULL);
	assert_int_equal(owed_to(s, "Bosch"), 0);
	assert_int_equal(account(s, "advance_paid"), 20000);
	assert_int_equal(account(s, "bank"), -50000);
	assert_says(stays_because(s, "SP-261121-0001"), "is used. Reverse the payment that used it first");
	take_back(s, "SP-261121-0002");
	assert_int_equal(owed_to(s, "Bosch"), 30000);
	take_back(s, "SP-261121-0001");
	assert_int_equal(account(s, "advance_paid"), 0);
	assert_int_equal(account(s, "bank"), 0);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, supply_begin, shop_end)
	const struct CMUnitTest tests[] = {
		T(a_return_takes_the_average_and_is_owed_the_receipts_price),
		T(goods_that_are_gone_do_not_go_back),
		T(a_credit_is_used_before_money),
		T(an_invoice_corrects_what_was_estimated),
		T(tax_that_is_deducted_is_no_cost),
		T(an_invoice_that_says_the_same_books_nothing),
		T(bad_invoices_are_refused),
		T(what_was_sent_back_before_is_not_invoiced),
		T(a_lower_invoice_takes_no_more_than_is_there),
		T(freight_that_comes_later_reaches_what_is_there),
		T(the_oldest_debt_is_paid_first),
		T(bad_payments_are_refused),
		T(what_is_paid_in_advance_pays_later),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
