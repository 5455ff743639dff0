/* test_top_up_invoice.c - money on a card that was invoiced when it was paid in is not invoiced once more. */
#include "tests/domain/counter.h"

static int begin(void **state)
{
	struct test_shop *s = counter_new();

	run(s, "invoice.range", "type", "ordinary", "first", "1001", "last", "1099", NULL);
	run(s, "card.issue", "customer", "王强", "level", "GOLD", "number", "M1", NULL);
	run(s, "card.top_up", "card", "M1", "amount", "1000", "gift", "100", "method", "cash", NULL);
	*state = s;
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)
#define TOP_UP     "VT-261121-0001"

static const char *owing(struct test_shop *s, const char *price)
{
	const char *job = finished_labour(s, "鄂A12345", price);

	run(s, "job.settle", "job", job, NULL);
	return job;
}

static int64_t to_invoice(struct test_shop *s)
{
	return ask(s, "SELECT coalesce(sum(billed - invoiced), 0) FROM bill_invoiced");
}

static int64_t on_card(struct test_shop *s)
{
	return ask(s, "SELECT invoiced FROM card_invoiced WHERE number = 'M1'");
}

static void invoiced(struct test_shop *s, const char *amount)
{
	run(s, "invoice.top_up", "top_up", TOP_UP, "type", "ordinary", "title", "王强", "amount", amount,
	    NULL);
}

static void a_top_up_is_invoiced_once_and_never_its_gift(void **state)
{
	struct test_shop *s = *state;

	assert_string_equal(proposed(s, "invoice.top_up", "amount", "top_up", TOP_UP, NULL), "1000.00");
	assert_says(refuse(s, "invoice.top_up", "top_up", TOP_UP, "type", "ordinary", "title", "王强",
			   "amount", "1100", NULL),
		    "Only 1,000.00 of VT-261121-0001");
	survives_faults(s, "invoice.top_up", "top_up", TOP_UP, "type", "ordinary", "title", "王强", NULL);
	assert_int_equal(on_card(s), 100000);
	assert_int_equal(ask(s, "SELECT tax FROM invoice"), 0);
	assert_says(refuse(s, "invoice.top_up", "top_up", TOP_UP, "type", "ordinary", "title", "王强", NULL),
		    "is invoiced, or has paid bills");
}

static void what_it_pays_is_not_invoiced_again(void **state)
{
	struct test_shop *s = *state;
	const char *job = owing(s, "550");

	invoiced(s, "1000");
	survives_faults(s, "payment.take", "job", job, "method", "member", "amount", "550", NULL);
	assert_int_equal(on_card(s), 50000);
	assert_int_equal(to_invoice(s), 5000); /* the gift */
	assert_says(refuse(s, "invoice.issue", "type", "ordinary", "title", "王强", "bills.0.bill",
			   "ST-261121-0001", "bills.0.amount", "50.01", NULL),
		    "Only 50.00 of ST-261121-0001 is not yet invoiced");
	run(s, "invoice.issue", "bill", "ST-261121-0001", "type", "ordinary", "title", "王强", NULL);
	assert_int_equal(to_invoice(s), 0);
}

static void an_advance_from_the_card_is_taken_off_the_settlement(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished_labour(s, "鄂A12345", "660");

	invoiced(s, "1000");
	run(s, "payment.take", "job", job, "method", "member", "amount", "220", NULL);
	assert_int_equal(on_card(s), 80000);
	run(s, "job.settle", "job", job, NULL);
	assert_int_equal(to_invoice(s), 66000 - 20000);
}

static void it_is_not_kept_as_a_customers_advance(void **state)
{
	struct test_shop *s = *state;

	invoiced(s, "1000");
	assert_says(refuse(s, "payment.take", "party", "王强", "advance", "yes", "method", "member", "amount",
			   "100", NULL),
		    "is not kept as an advance");
}

static void a_bill_that_is_invoiced_is_paid_with_the_rest_of_the_card_or_not(void **state)
{
	struct test_shop *s = *state;
	const char *job = owing(s, "550");

	run(s, "invoice.issue", "bill", "ST-261121-0001", "type", "ordinary", "title", "王强", NULL);
	invoiced(s, "800");
	assert_says(refuse(s, "payment.take", "job", job, "method", "member", "amount", "550", NULL),
		    "800.00 of the card M1 stands on an invoice");
	run(s, "payment.take", "job", job, "method", "member", "amount", "220", NULL);
	assert_int_equal(on_card(s), 80000);
	run(s, "payment.take", "job", job, "method", "cash", "amount", "330", NULL);
}

static void money_back_on_the_card_may_be_invoiced_nowhere_else(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished_labour(s, "鄂A12345", "550"), *paid;

	invoiced(s, "1000");
	run(s, "payment.take", "job", job, "method", "member", "amount", "550", NULL);
	paid = ask_text(s, "SELECT number FROM document WHERE kind_id = 5");
	survives_faults(s, "payment.refund", "document", paid, "amount", "220", "method", "member", "reason",
			"x", NULL);
	assert_int_equal(on_card(s), 70000);
	assert_int_equal(ask(s, "SELECT sum(amount) FROM value_use"), 30000);
	run(s, "reverse", "document", ask_text(s, "SELECT number FROM document WHERE kind_id = 6"), "reason",
	    "x", NULL);
	assert_int_equal(on_card(s), 50000);
	survives_faults(s, "reverse", "document", paid, "reason", "x", NULL);
	assert_int_equal(on_card(s), 100000);
	run(s, "job.settle", "job", job, NULL);
	assert_int_equal(to_invoice(s), 55000);
}

static void its_invoice_goes_back_before_the_money_does(void **state)
{
	struct test_shop *s = *state;
	const char *job = owing(s, "110");
	const char *no;

	invoiced(s, "1000");
	no = ask_text(s, "SELECT no FROM invoice");
	assert_says(refuse(s, "reverse", "document", TOP_UP, "reason", "x", NULL), "stands on it. Void it");
	assert_says(
	    refuse(s, "card.refund", "card", "M1", "amount", "500", "method", "cash", "reason", "x", NULL),
	    "1,000.00 of the card M1 stands on an invoice");
	run(s, "payment.take", "job", job, "method", "member", "amount", "110", NULL);
	assert_says(refuse(s, "invoice.void", "invoice", no, "reason", "x", NULL), "has paid bills by now");
	assert_says(refuse(s, "invoice.red", "invoice", no, "amount", "901", "reason", "x", NULL),
		    "Only 900.00");
	survives_faults(s, "invoice.red", "invoice", no, "reason", "leaves", NULL);
	assert_int_equal(on_card(s), 0);
	run(s, "card.refund", "card", "M1", "amount", "900", "method", "cash", "reason", "leaves", NULL);
	assert_says(refuse(s, "invoice.red", "invoice", no, "reason", "x", NULL), "has paid bills by now");
}

static void an_invoiced_top_up_stands_though_the_card_holds_more(void **state)
{
	struct test_shop *s = *state;

	run(s, "card.top_up", "card", "M1", "amount", "3000", "method", "cash", NULL);
	invoiced(s, "1000");
	assert_says(refuse(s, "reverse", "document", TOP_UP, "reason", "x", NULL), "stands on it. Void it");
	run(s, "invoice.red", "invoice", ask_text(s, "SELECT no FROM invoice"), "reason", "x", NULL);
	survives_faults(s, "reverse", "document", TOP_UP, "reason", "x", NULL);
}

static void a_void_invoice_counts_no_more(void **state)
{
	struct test_shop *s = *state;

	invoiced(s, "1000");
	run(s, "invoice.void", "invoice", ask_text(s, "SELECT no FROM invoice"), "reason", "x", NULL);
	assert_int_equal(on_card(s), 0);
	run(s, "reverse", "document", TOP_UP, "reason", "x", NULL);
}

static void a_sale_that_comes_back_gives_its_value_back(void **state)
{
	struct test_shop *s = *state;
	const char *sale;

	invoiced(s, "1000");
	sale = run(s, "sale.post", "customer", "王强", "lines.0.part", "OF-1", "lines.0.qty", "2",
		   "pay.0.method", "member", "pay.0.amount", "90", NULL)
		   ->number;
	sale = ask_text(s, "SELECT number FROM document WHERE number = '%s'", sale);
	assert_int_equal(ask(s, "SELECT covered FROM bill_invoiced"), 8182);
	run(s, "sale.return", "sale", sale, "lines.0.line", "1", "lines.0.qty", "2", "reason", "x", "restock",
	    "yes", NULL);
	assert_int_equal(on_card(s), 100000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_top_up_is_invoiced_once_and_never_its_gift),
		TEST(what_it_pays_is_not_invoiced_again),
		TEST(an_advance_from_the_card_is_taken_off_the_settlement),
		TEST(it_is_not_kept_as_a_customers_advance),
		TEST(a_bill_that_is_invoiced_is_paid_with_the_rest_of_the_card_or_not),
		TEST(money_back_on_the_card_may_be_invoiced_nowhere_else),
		TEST(its_invoice_goes_back_before_the_money_does),
		TEST(an_invoiced_top_up_stands_though_the_card_holds_more),
		TEST(a_void_invoice_counts_no_more),
		TEST(a_sale_that_comes_back_gives_its_value_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
