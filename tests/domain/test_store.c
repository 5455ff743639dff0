/* test_store.c - what the store room and its buyer see seldom: money back from a supplier, consignment, the last fen
 * of a return. */
#include "tests/domain/fault.h"

static int begin(void **state)
{
	struct test_shop *s = test_shop_new();

	run(s, "part.add", "code", "OIL", "name", "机油", "price", "60", NULL);
	run(s, "supplier.add", "name", "Bosch", "terms", "30", NULL);
	run(s, "till.open", "till", "T1", "float", "100", NULL);
	*state = s;
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)

static int64_t open_debts(struct test_shop *s)
{
	return ask(s, "SELECT coalesce(sum(amount), 0) FROM payable_open");
}

static const char *receive(struct test_shop *s, const char *no, const char *qty, const char *cost,
			   const char *cost_is)
{
	return arena_strdup(s->arena,
			    run(s, "purchase.receive", "supplier", "Bosch", "original_no", no, "lines.0.part",
				"OIL", "lines.0.qty", qty, "lines.0.cost", cost, "cost_is", cost_is, NULL)
				->number);
}

static const char *send_back(struct test_shop *s, const char *receipt, const char *qty)
{
	return arena_strdup(s->arena, run(s, "purchase.return", "receipt", receipt, "reason", "wrong",
					  "lines.0.part", "OIL", "lines.0.qty", qty, NULL)
					  ->number);
}

static void reverse(struct test_shop *s, const char *number)
{
	run(s, "reverse", "document", number, "reason", "wrong", NULL);
}

/* ---- the last fen ---- */

static void what_goes_back_in_pieces_is_owed_back_to_the_fen(void **state)
{
	struct test_shop *s = *state;
	const char *receipt = receive(s, "A1", "0.004", "255", "estimated");

	send_back(s, receipt, "0.001");
	send_back(s, receipt, "0.003");
	assert_int_equal(account(s, "received_not_invoiced"), 0);
	receipt = receive(s, "A2", "0.004", "255", "final");
	send_back(s, receipt, "0.001");
	send_back(s, receipt, "0.003");
	assert_int_equal(open_debts(s), 0);
}

static void a_return_that_the_invoice_counted_on_stands(void **state)
{
	struct test_shop *s = *state;
	const char *receipt = receive(s, "A1", "10", "30", "estimated"),
		   *returned = send_back(s, receipt, "4"), *invoice;

	invoice = arena_strdup(
	    s->arena,
	    run(s, "purchase.invoice", "receipt", receipt, "invoice_no", "I1", "tax", "20", NULL)->number);
	assert_says(refuse(s, "reverse", "document", returned, "reason", "wrong", NULL),
		    "PI-261121-0001 is built on PR-261121-0001. Reverse that first");
	reverse(s, invoice);
	reverse(s, returned);
	assert_int_equal(account(s, "received_not_invoiced"), -30000);
	assert_int_equal(account(s, "stock"), 30000);
}

/* ---- money back ---- */

static void a_supplier_pays_for_what_went_back(void **state)
{
	struct test_shop *s = *state;
	const char *receipt = receive(s, "A1", "10", "30", "final"), *refund;

	run(s, "purchase.pay", "supplier", "Bosch", "amount", "350", "method", "bank", "ahead", "yes", NULL);
	send_back(s, receipt, "4");
	assert_int_equal(open_debts(s), -12000);
	refund = arena_strdup(
	    s->arena,
	    run(s, "purchase.refund", "supplier", "Bosch", "amount", "150", "method", "cash", NULL)->number);
	assert_int_equal(open_debts(s), 0);
	assert_int_equal(account(s, "payable"), 0);
	assert_int_equal(account(s, "advance_paid"), 2000);
	assert_int_equal(account(s, "cash"), 25000);
	reverse(s, refund);
	assert_int_equal(open_debts(s), -12000);
	assert_int_equal(account(s, "advance_paid"), 5000);
	assert_int_equal(account(s, "cash"), 10000);
}

static void no_more_comes_back_than_he_owes(void **state)
{
	struct test_shop *s = *state;
	const char *receipt = receive(s, "A1", "10", "30", "final"), *returned;

	assert_says(refuse(s, "purchase.refund", "supplier", "Bosch", "amount", "1", "method", "bank", NULL),
		    "Bosch owes us nothing here");
	returned = send_back(s, receipt, "4");
	assert_says(
	    refuse(s, "purchase.refund", "supplier", "Bosch", "amount", "120.01", "method", "bank", NULL),
	    "Only 120.00 can come back from Bosch");
	assert_says(refuse(s, "purchase.refund", "supplier", "Bosch", "amount", "1", "method", "bank",
			   "document", receipt, NULL),
		    "Bosch owes us nothing here");
	run(s, "purchase.refund", "supplier", "Bosch", "amount", "120", "method", "bank", "document",
	    returned, NULL);
	assert_says(refuse(s, "reverse", "document", returned, "reason", "wrong", NULL),
		    "is paid (PB-261121-0001)");
}

static void a_refund_survives_faults(void **state)
{
	struct test_shop *s = *state;

	send_back(s, receive(s, "A1", "10", "30", "final"), "4");
	survives_faults(s, "purchase.refund", "supplier", "Bosch", "amount", "50", "method", "cash", NULL);
}

/* ---- what was owed before ---- */

static void opening_balances_are_paid_like_others(void **state)
{
	struct test_shop *s = *state;
	const char *bill, *debt;

	run(s, "customer.add", "name", "Fleet", "phone", "13800001111", "terms", "30", NULL);
	bill = arena_strdup(s->arena, run(s, "balance.open", "party", "Fleet", "amount", "800", "original_no",
					  "B1", "date", "2026-11-01", NULL)
					  ->number);
	debt = arena_strdup(s->arena, run(s, "balance.open", "party", "Bosch", "amount", "500", "original_no",
					  "D1", "due", "2026-11-30", NULL)
					  ->number);
	assert_int_equal(account(s, "receivable"), 80000);
	assert_int_equal(account(s, "payable"), -50000);
	assert_int_equal(account(s, "opening"), -30000);
	assert_int_equal(ask(s, "SELECT due_on FROM bill_open"), 20758 + 30);
	assert_int_equal(ask(s, "SELECT due_on FROM payable_open"), 20787);
	assert_says(refuse(s, "balance.open", "party", "Bosch", "amount", "1", "original_no", "D1", NULL),
		    "The paper D1 of Bosch is booked already (OB-261121-0002)");
	run(s, "payment.take", "party", "Fleet", "amount", "300", "method", "bank", NULL);
	run(s, "purchase.pay", "supplier", "Bosch", "amount", "500", "method", "bank", NULL);
	assert_int_equal(account(s, "receivable"), 50000);
	assert_int_equal(open_debts(s), 0);
	assert_says(refuse(s, "reverse", "document", bill, "reason", "wrong", NULL), "is paid");
	assert_says(refuse(s, "reverse", "document", debt, "reason", "wrong", NULL),
		    "is paid (SP-261121-0001)");
}

static void an_unpaid_opening_balance_is_reversed(void **state)
{
	struct test_shop *s = *state;

	run(s, "customer.add", "name", "Fleet", "phone", "13800001111", NULL);
	reverse(s,
		run(s, "balance.open", "party", "Fleet", "amount", "800", "original_no", "B1", NULL)->number);
	reverse(s,
		run(s, "balance.open", "party", "Bosch", "amount", "500", "original_no", "D1", NULL)->number);
	assert_int_equal(account(s, "opening"), 0);
	assert_int_equal(open_debts(s), 0);
	assert_int_equal(ask(s, "SELECT count(*) FROM bill_open"), 0);
	survives_faults(s, "balance.open", "party", "Bosch", "amount", "500", "original_no", "D1", NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_goes_back_in_pieces_is_owed_back_to_the_fen),
		TEST(a_return_that_the_invoice_counted_on_stands),
		TEST(a_supplier_pays_for_what_went_back),
		TEST(no_more_comes_back_than_he_owes),
		TEST(a_refund_survives_faults),
		TEST(opening_balances_are_paid_like_others),
		TEST(an_unpaid_opening_balance_is_reversed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
