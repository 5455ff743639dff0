/* test_invoice.c - invoices: numbers in their turn, never more than was billed, void and red letters. */
#include "tests/domain/counter.h"

static int begin(void **state)
{
	struct test_shop *s = counter_new();

	run(s, "invoice.range", "type", "ordinary", "code", "AB", "first", "00000098", "last", "00000100",
	    NULL);
	*state = s;
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)

static void settled(struct test_shop *s, const char *plate, const char *discount)
{
	run(s, "job.settle", "job", finished_job(s, plate), "discount", discount, NULL);
}

static int64_t to_invoice(struct test_shop *s)
{
	return ask(s, "SELECT coalesce(sum(billed - invoiced), 0) FROM bill_invoiced");
}

static void an_invoice_bears_the_next_number_and_the_bills_tax(void **state)
{
	struct test_shop *s = *state;
	const struct answer *a;

	settled(s, "鄂A12345", "0");
	a = run(s, "invoice.issue", "bill", "ST-261121-0001", "type", "ordinary", "title", "王强", NULL);
	assert_string_equal(a->number, "IV-261121-0001");
	assert_says(a->text, "invoice AB00000098 to 王强");
	assert_int_equal(ask(s, "SELECT amount FROM invoice"), 52500);
	assert_int_equal(ask(s, "SELECT net FROM invoice"), 46460);
	assert_int_equal(to_invoice(s), 0);
	assert_int_equal(ask(s, "SELECT count(*) FROM print_job WHERE template = 'invoice'"), 1);
	assert_says(
	    refuse(s, "invoice.issue", "bill", "ST-261121-0001", "type", "ordinary", "title", "王强", NULL),
	    "ST-261121-0001");
}

static void never_more_than_is_not_yet_invoiced(void **state)
{
	struct test_shop *s = *state;

	settled(s, "鄂A88888", "0");
	assert_says(refuse(s, "invoice.issue", "type", "ordinary", "title", "江汉物流", "bills.0.bill",
			   "ST-261121-0001", "bills.0.amount", "525.01", NULL),
		    "Only 525.00 of ST-261121-0001 is not yet invoiced");
	run(s, "invoice.issue", "type", "ordinary", "title", "江汉物流", "bills.0.bill", "ST-261121-0001",
	    "bills.0.amount", "500", NULL);
	assert_says(refuse(s, "invoice.issue", "type", "ordinary", "title", "江汉物流", "bills.0.bill",
			   "ST-261121-0001", "bills.0.amount", "25.01", NULL),
		    "Only 25.00");
	assert_says(refuse(s, "invoice.issue", "type", "ordinary", "title", "江汉物流", "bills.0.bill",
			   "ST-261121-0001", "bills.1.bill", "ST-261121-0001", NULL),
		    "stands there twice");
	run(s, "invoice.issue", "type", "ordinary", "title", "江汉物流", "bills.0.bill", "ST-261121-0001",
	    NULL);
	assert_int_equal(to_invoice(s), 0);
}

static void one_invoice_for_several_bills_of_one_customer(void **state)
{
	struct test_shop *s = *state;

	settled(s, "鄂A88888", "0");
	run(s, "job.settle", "job", finished_labour(s, "鄂A88888", "100"), NULL);
	run(s, "job.settle", "job", finished_labour(s, "鄂A12345", "50"), NULL);
	assert_says(refuse(s, "invoice.issue", "type", "ordinary", "title", "x", "bills.0.bill",
			   "ST-261121-0001", "bills.1.bill", "ST-261121-0003", NULL),
		    "ST-261121-0003 is a bill of 王强: an invoice is for one customer");
	assert_string_equal(proposed(s, "invoice.issue", "title", "party", "江汉物流", NULL), "江汉物流");
	assert_string_equal(proposed(s, "invoice.issue", "bills.1.amount", "party", "江汉物流", NULL),
			    "100.00");
	run(s, "invoice.issue", "type", "ordinary", "title", "江汉物流", "bills.0.bill", "ST-261121-0001",
	    "bills.1.bill", "ST-261121-0002", NULL);
	assert_int_equal(ask(s, "SELECT amount FROM invoice"), 62500);
	assert_int_equal(ask(s, "SELECT count(*) FROM invoice_bill"), 2);
	assert_int_equal(to_invoice(s), 5000);
}

static void a_special_invoice_needs_a_tax_number(void **state)
{
	struct test_shop *s = *state;

	settled(s, "鄂A88888", "0");
	assert_says(refuse(s, "invoice.issue", "bill", "ST-261121-0001", "type", "special", "title",
			   "江汉物流", "invoice_no", "1", NULL),
		    "A special invoice needs the customer's tax number");
	assert_says(refuse(s, "invoice.issue", "bill", "ST-261121-0001", "type", "special", "title",
			   "江汉物流", "tax_no", "12-3", NULL),
		    "8 to 20 digits and letters");
	assert_says(refuse(s, "invoice.issue", "bill", "ST-261121-0001", "type", "special", "title",
			   "江汉物流", "tax_no", "91420100MA4K", NULL),
		    "There are no numbers left for this type");
	run(s, "invoice.issue", "bill", "ST-261121-0001", "type", "special", "title", "江汉物流", "tax_no",
	    "91420100MA4K", "invoice_no", "E-77", NULL);
	run(s, "job.settle", "job", finished_labour(s, "鄂A88888", "100"), NULL);
	assert_string_equal(proposed(s, "invoice.issue", "tax_no", "party", "江汉物流", NULL),
			    "91420100MA4K");
	assert_says(refuse(s, "invoice.issue", "bill", "ST-261121-0002", "type", "electronic", "title", "x",
			   "invoice_no", "E-77", NULL),
		    "The number E-77 was used already");
}

static void numbers_of_a_range_have_no_gap(void **state)
{
	struct test_shop *s = *state;

	settled(s, "鄂A88888", "0");
	assert_says(refuse(s, "invoice.issue", "bill", "ST-261121-0001", "type", "ordinary", "title", "x",
			   "code", "AB", "invoice_no", "00000100", NULL),
		    "The next number of this range is 00000098");
	for (int i = 0; i < 3; i++)
		run(s, "invoice.issue", "type", "ordinary", "title", "x", "bills.0.bill", "ST-261121-0001",
		    "bills.0.amount", "1", NULL);
	assert_says(
	    refuse(s, "invoice.issue", "bill", "ST-261121-0001", "type", "ordinary", "title", "x", NULL),
	    "no numbers left");
	assert_says(refuse(s, "invoice.range", "type", "ordinary", "code", "AB", "first", "00000100", "last",
			   "00000120", NULL),
		    "in the range AB00000098-00000100 already");
	assert_says(refuse(s, "invoice.range", "type", "ordinary", "first", "10", "last", "9", NULL),
		    "as many digits");
	assert_says(refuse(s, "invoice.range", "type", "ordinary", "first", "20", "last", "19", NULL),
		    "stands before the first");
}

static void a_void_invoice_keeps_its_number_and_frees_its_bills(void **state)
{
	struct test_shop *s = *state;

	settled(s, "鄂A12345", "0");
	run(s, "invoice.issue", "bill", "ST-261121-0001", "type", "ordinary", "title", "王强", NULL);
	assert_says(refuse(s, "job.reopen", "job", "WO-261121-0001", "reason", "x", NULL),
		    "Invoice AB00000098 stands on it");
	run(s, "invoice.void", "invoice", "AB00000098", "reason", "misspelt", NULL);
	assert_int_equal(to_invoice(s), 52500);
	assert_says(refuse(s, "invoice.void", "invoice", "AB00000098", "reason", "x", NULL),
		    "reversed already");
	assert_says(refuse(s, "invoice.red", "invoice", "AB00000098", "reason", "x", NULL), "is void");
	assert_says(
	    run(s, "invoice.issue", "bill", "ST-261121-0001", "type", "ordinary", "title", "王强", NULL)
		->text,
	    "AB00000099");
	wait_days(s, 12);
	assert_says(refuse(s, "invoice.void", "invoice", "AB00000099", "reason", "x", NULL),
		    "issued in another month");
	assert_says(refuse(s, "reverse", "document", "IV-261121-0002", "reason", "x", NULL),
		    "issued in another month");
}

static void an_electronic_invoice_is_taken_back_by_a_red_letter(void **state)
{
	struct test_shop *s = *state;

	settled(s, "鄂A12345", "0");
	run(s, "invoice.issue", "bill", "ST-261121-0001", "type", "electronic", "title", "王强", "invoice_no",
	    "E1", NULL);
	assert_says(refuse(s, "invoice.void", "invoice", "E1", "reason", "x", NULL),
		    "An electronic invoice cannot be voided");
	assert_says(refuse(s, "invoice.red", "invoice", "E1", "amount", "525.01", "invoice_no", "E2",
			   "reason", "x", NULL),
		    "Only 525.00 of invoice E1 is left");
	run(s, "invoice.red", "invoice", "E1", "amount", "33.33", "invoice_no", "E2", "reason", "x", NULL);
	assert_int_equal(to_invoice(s), 3333);
	assert_says(refuse(s, "invoice.red", "invoice", "E2", "invoice_no", "E3", "reason", "x", NULL),
		    "is a red letter itself");
	run(s, "invoice.red", "invoice", "E1", "invoice_no", "E3", "reason", "x", NULL);
	assert_int_equal(ask(s, "SELECT sum(amount) FROM invoice"), 0);
	assert_int_equal(ask(s, "SELECT sum(tax) FROM invoice"), 0);
	assert_int_equal(ask(s, "SELECT sum(net) FROM invoice_line"), 0);
	assert_says(refuse(s, "invoice.red", "invoice", "E1", "invoice_no", "E4", "reason", "x", NULL),
		    "taken back already");
	run(s, "job.reopen", "job", "WO-261121-0001", "reason", "x", NULL);
}

static void a_red_letter_stays_when_its_bill_is_invoiced_anew(void **state)
{
	struct test_shop *s = *state;

	settled(s, "鄂A12345", "0");
	run(s, "invoice.issue", "type", "ordinary", "invoice_no", "1", "bill", "ST-261121-0001", "title", "x",
	    NULL);
	run(s, "invoice.red", "invoice", "1", "invoice_no", "2", "reason", "wrong title", NULL);
	run(s, "invoice.issue", "type", "ordinary", "invoice_no", "3", "bill", "ST-261121-0001", "title", "y",
	    NULL);
	assert_says(refuse(s, "invoice.void", "invoice", "2", "reason", "x", NULL),
		    "is invoiced anew, or was credited. Take that back first");
	run(s, "invoice.void", "invoice", "3", "reason", "x", NULL);
	run(s, "invoice.void", "invoice", "2", "reason", "x", NULL);
}

static void a_red_letter_stays_when_its_bill_is_no_more(void **state)
{
	struct test_shop *s = *state;

	settled(s, "鄂A12345", "0");
	run(s, "invoice.issue", "type", "ordinary", "invoice_no", "1", "bill", "ST-261121-0001", "title", "x",
	    NULL);
	run(s, "invoice.red", "invoice", "1", "invoice_no", "2", "reason", "wrong", NULL);
	run(s, "job.reopen", "job", "WO-261121-0001", "reason", "x", NULL);
	assert_says(refuse(s, "invoice.void", "invoice", "2", "reason", "x", NULL), "was reversed since");
}

static void what_was_credited_or_brought_back_is_not_invoiced(void **state)
{
	struct test_shop *s = *state;

	settled(s, "鄂A88888", "0");
	run(s, "job.credit", "job", "WO-261121-0001", "lines.0.line", "1", "lines.0.amount", "100", "reason",
	    "x", NULL);
	assert_int_equal(to_invoice(s), 42500);
	run(s, "reverse", "document", "CN-261121-0001", "reason", "x", NULL);
	assert_int_equal(to_invoice(s), 52500);
	run(s, "sale.post", "lines.0.part", "OF-1", "lines.0.qty", "2", "pay.0.method", "cash",
	    "pay.0.amount", "90", NULL);
	run(s, "sale.return", "sale", "SA-261121-0001", "reason", "x", "restock", "yes", "lines.0.part",
	    "OF-1", "lines.0.qty", "1", "refund.0.method", "cash", "refund.0.amount", "45", NULL);
	assert_int_equal(to_invoice(s), 52500 + 4500);
	run(s, "invoice.issue", "bill", "SA-261121-0001", "type", "ordinary", "title", "x", NULL);
	assert_int_equal(ask(s, "SELECT amount FROM invoice"), 4500);
}

static void invoices_survive_faults(void **state)
{
	struct test_shop *s = *state;

	settled(s, "鄂A88888", "12.34");
	survives_faults(s, "invoice.issue", "bill", "ST-261121-0001", "type", "ordinary", "title", "x", NULL);
	survives_faults(s, "invoice.red", "invoice", "AB00000098", "amount", "10", "reason", "x", NULL);
	survives_faults(s, "invoice.void", "invoice", "AB00000099", "reason", "x", NULL);
	survives_faults(s, "invoice.range", "type", "special", "first", "1", "last", "9", NULL);
	run(s, "invoice.range_use", "range", "AB00000098", "active", "no", NULL);
	assert_says(refuse(s, "invoice.red", "invoice", "AB00000098", "reason", "x", NULL),
		    "no numbers left");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_invoice_bears_the_next_number_and_the_bills_tax),
		TEST(never_more_than_is_not_yet_invoiced),
		TEST(one_invoice_for_several_bills_of_one_customer),
		TEST(a_special_invoice_needs_a_tax_number),
		TEST(numbers_of_a_range_have_no_gap),
		TEST(a_void_invoice_keeps_its_number_and_frees_its_bills),
		TEST(an_electronic_invoice_is_taken_back_by_a_red_letter),
		TEST(a_red_letter_stays_when_its_bill_is_invoiced_anew),
		TEST(a_red_letter_stays_when_its_bill_is_no_more),
		TEST(what_was_credited_or_brought_back_is_not_invoiced),
		TEST(invoices_survive_faults),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
