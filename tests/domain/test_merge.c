/* test_merge.c - doubles that are made one and parted again, and the people beside a customer. */
#include "tests/domain/fault.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int begin(void **state)
{
	struct test_shop *s = test_shop_new();

	run(s, "till.open", "till", "T1", "float", "500", NULL);
	run(s, "customer.add", "name", "王强", "phone", "13800138000", "terms", "30", NULL);
	run(s, "customer.add", "name", "王强 ", "phone", "13800138000", "same_phone", "yes", "terms", "30",
	    NULL);
	run(s, "vehicle.add", "plate", "鄂A12345", "customer", "#1", NULL);
	run(s, "vehicle.add", "plate", "鄂A54321", "customer", "#2", NULL);
	*state = s;
	return 0;
}

/* A visit of the second customer's car that is settled on account. */
static int64_t settled_visit(struct test_shop *s, const char *odometer)
{
	int64_t job = run(s, "job.receive", "plate", "鄂A54321", "odometer", odometer, "complaint", "x",
			  "again", "yes", NULL)
			  ->id;

	run(s, "job.fee", "job", by_id(s, job), "text", "Wash", "price", "80", NULL);
	run(s, "job.authorise", "job", by_id(s, job), "by", "w", "how", "phone", NULL);
	run(s, "job.finish", "job", by_id(s, job), NULL);
	run(s, "job.settle", "job", by_id(s, job), NULL);
	return job;
}

static int64_t owes(struct test_shop *s, int party)
{
	return ask(
	    s, "SELECT coalesce(sum(amount), 0) FROM party_balance WHERE party_id = %d AND account_id = 6",
	    party);
}

static void what_the_double_has_goes_over(void **state)
{
	struct test_shop *s = *state;
	int64_t job = settled_visit(s, "1000");

	run(s, "contact.add", "party", "#2", "name", "小李", "phone", "13911112222", "kind", "driver", NULL);
	run(s, "customer.merge", "customer", "#2", "into", "#1", "reason", "same person", NULL);
	assert_string_equal(s->answer.text, "王强 is 王强 from now on; it can be parted again");
	assert_int_equal(ask(s, "SELECT count(*) FROM vehicle WHERE customer_id = 1"), 2);
	assert_int_equal(ask(s, "SELECT customer_id FROM job WHERE id = %lld", (long long)job), 1);
	assert_int_equal(ask(s, "SELECT party_id FROM contact"), 1);
	assert_int_equal(owes(s, 2), 0);
	assert_int_equal(owes(s, 1), 8000);
	assert_int_equal(ask(s, "SELECT count(*) FROM bill_open WHERE party_id = 1"), 1);
	checks_silent(s);
	run(s, "payment.take", "party", "#1", "method", "cash", "amount", "80", NULL);
	assert_int_equal(owes(s, 1), 0);
	checks_silent(s);
}

static void the_double_is_found_no_more_but_leads_to_the_other(void **state)
{
	struct test_shop *s = *state;

	run(s, "customer.add", "name", "李梅", "phone", "13900139000", NULL);
	run(s, "customer.merge", "customer", "#3", "into", "#1", NULL);
	run(s, "customer.change", "customer", "13900139000", "note", "x", NULL);
	assert_int_equal(s->answer.id, 1);
	assert_int_equal(
	    ask(s, "SELECT ref_id FROM search_word WHERE word = '13900139000' AND kind = 'customer'"), 1);
	assert_says(refuse(s, "customer.add", "name", "李梅", "phone", "13900139000", NULL),
		    "is that of 王强");
	run(s, "job.receive", "plate", "鄂A77777", "odometer", "1", "complaint", "x", "phone", "13900139000",
	    NULL);
	assert_int_equal(ask(s, "SELECT customer_id FROM vehicle WHERE plate = '鄂A77777'"), 1);
	checks_silent(s);
}

static void what_went_over_comes_back(void **state)
{
	struct test_shop *s = *state;
	int64_t merge;

	settled_visit(s, "1000");
	settled_visit(s, "1001");
	merge = run(s, "customer.merge", "customer", "#2", "into", "#1", NULL)->id;
	run(s, "payment.take", "party", "#1", "method", "cash", "amount", "100", NULL);
	run(s, "vehicle.add", "plate", "鄂A99999", "customer", "#1", NULL);
	run(s, "merge.undo", "merge", by_id(s, merge), NULL);
	assert_int_equal(ask(s, "SELECT customer_id FROM vehicle WHERE plate = '鄂A54321'"), 2);
	assert_int_equal(ask(s, "SELECT customer_id FROM vehicle WHERE plate = '鄂A99999'"), 1);
	assert_int_equal(ask(s, "SELECT count(*) FROM job WHERE customer_id = 2"), 2);
	assert_int_equal(owes(s, 1), 0);
	assert_int_equal(owes(s, 2), 6000);
	checks_silent(s);
	assert_says(refuse(s, "merge.undo", "merge", by_id(s, merge), NULL), "parted already");
}

static void advances_go_over_and_back_as_far_as_they_are_held(void **state)
{
	struct test_shop *s = *state;
	int64_t job = run(s, "job.receive", "plate", "鄂A54321", "odometer", "1", "complaint", "x", NULL)->id,
		paid, merge;

	paid = run(s, "payment.take", "job", by_id(s, job), "method", "cash", "amount", "300", NULL)->id;
	merge = run(s, "customer.merge", "customer", "#2", "into", "#1", NULL)->id;
	assert_int_equal(ask(s, "SELECT sum(amount) FROM entry_line WHERE account_id = 11 AND party_id = 1"),
			 -30000);
	checks_silent(s);
	run(s, "payment.refund", "document", by_id(s, paid), "method", "cash", "amount", "100", "reason", "x",
	    NULL);
	checks_silent(s);
	run(s, "merge.undo", "merge", by_id(s, merge), NULL);
	assert_int_equal(ask(s, "SELECT sum(amount) FROM entry_line WHERE account_id = 11 AND party_id = 2"),
			 -20000);
	assert_int_equal(ask(s, "SELECT sum(amount) FROM entry_line WHERE account_id = 11 AND party_id = 1"),
			 0);
	checks_silent(s);
}

static void an_old_bill_is_reopened_after_the_two_are_one(void **state)
{
	struct test_shop *s = *state;
	int64_t job = settled_visit(s, "1000"), paid;

	paid = run(s, "payment.take", "job", by_id(s, job), "method", "cash", "amount", "80", NULL)->id;
	run(s, "customer.merge", "customer", "#2", "into", "#1", NULL);
	run(s, "reverse", "document", by_id(s, paid), "reason", "wrong till", NULL);
	assert_int_equal(owes(s, 1), 8000);
	checks_silent(s);
	run(s, "job.reopen", "job", by_id(s, job), "reason", "price", NULL);
	assert_int_equal(owes(s, 1), 0);
	assert_int_equal(owes(s, 2), 0);
	checks_silent(s);
}

static void a_double_of_a_double_is_parted_from_the_last_one_first(void **state)
{
	struct test_shop *s = *state;
	int64_t first, second;

	run(s, "customer.add", "name", "王强3", "phone", "13700137000", NULL);
	first = run(s, "customer.merge", "customer", "#2", "into", "#1", NULL)->id;
	second = run(s, "customer.merge", "customer", "#1", "into", "#3", NULL)->id;
	assert_int_equal(ask(s, "SELECT count(*) FROM vehicle WHERE customer_id = 3"), 2);
	assert_int_equal(ask(s, "SELECT count(*) FROM party WHERE merged_into = 3"), 2);
	assert_says(refuse(s, "merge.undo", "merge", by_id(s, first), NULL), "Part those first");
	run(s, "merge.undo", "merge", by_id(s, second), NULL);
	run(s, "merge.undo", "merge", by_id(s, first), NULL);
	assert_int_equal(ask(s, "SELECT customer_id FROM vehicle WHERE plate = '鄂A54321'"), 2);
	checks_silent(s);
}

static void a_merge_is_no_document_to_reverse(void **state)
{
	struct test_shop *s = *state;
	int64_t document;

	settled_visit(s, "1000");
	run(s, "customer.merge", "customer", "#2", "into", "#1", NULL);
	document = ask(s, "SELECT id FROM document WHERE kind_id = 50");
	refuse(s, "reverse", "document", by_id(s, document), "reason", "x", NULL);
	assert_says(refuse(s, "customer.merge", "customer", "#1", "into", "#1", NULL), "the same already");
}

static void two_rows_of_one_car_become_one(void **state)
{
	struct test_shop *s = *state;
	int64_t merge;

	run(s, "vehicle.change", "vehicle", "鄂A54321", "vin", "LSVNV2182E2100001", NULL);
	settled_visit(s, "52000");
	merge = run(s, "vehicle.merge", "vehicle", "鄂A54321", "into", "鄂A12345", NULL)->id;
	assert_int_equal(ask(s, "SELECT vehicle_id FROM job"), 1);
	assert_string_equal(ask_text(s, "SELECT vin FROM vehicle WHERE id = 1"), "LSVNV2182E2100001");
	assert_int_equal(ask(s, "SELECT odometer_km FROM vehicle WHERE id = 1"), 52000);
	assert_int_equal(
	    ask(s, "SELECT ref_id FROM search_word WHERE word = fold('鄂A54321') AND kind = 'vehicle'"), 1);
	checks_silent(s);
	assert_says(
	    refuse(s, "job.receive", "plate", "鄂A54321", "odometer", "52010", "complaint", "y", NULL),
	    "鄂A12345 has the open work order");
	run(s, "merge.undo", "merge", by_id(s, merge), NULL);
	assert_int_equal(ask(s, "SELECT vehicle_id FROM job"), 2);
	assert_int_equal(ask(s, "SELECT vin IS NULL AND last_visit_on IS NULL FROM vehicle WHERE id = 1"), 1);
	checks_silent(s);
}

/* What a merge takes along, and what it leaves besides all that is posted: balances kept from the ledger, prices of long
 * ago, the customer without a name. */
static const char moved[] =
    " vehicle.customer_id vehicle.payer_id vehicle.insurer_id job.customer_id job.payer_id "
    "job.insurer_id job_line.payer_id job_line.supplier_id repair_mode.payer_id "
    "insurer_agent.insurer_id batch.supplier_id warehouse.supplier_id contact.party_id bill_open.party_id "
    "payable_open.party_id core_open.party_id core_due.supplier_id "
    "purchase_order.supplier_id want.customer_id want.supplier_id cart.customer_id "
    "cart.carrier_id card.party_id party.merged_into payer_share.party_id job.vehicle_id "
    "reminder.vehicle_id advice.vehicle_id past_visit.vehicle_id "
    "vehicle_plate.vehicle_id vehicle.merged_into supplier_price.supplier_id ";
/* A mark of reconciliation stays with the lines it was set on: they keep the party they were posted for. */
static const char left[] = " party_balance.party_id part_last_price.party_id walk_in.party_id "
			   "reconciled.party_id ";

static void every_reference_to_a_party_or_car_is_moved_or_left_on_purpose(void **state)
{
	struct test_shop *s = *state;
	const char *all = ask_text(
	    s, "SELECT group_concat(' ' || m.name || '.' || f.\"from\" || ' ', '|') FROM sqlite_schema m, "
	       "pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND f.\"table\" IN ('party', "
	       "'vehicle') "
	       "AND m.name NOT IN (SELECT tbl FROM schema_mark WHERE mark = 'posted')");
	char one[80];

	while (*all) {
		size_t n = strcspn(all, "|");

		snprintf(one, sizeof one, "%.*s", (int)n, all);
		if (!strstr(moved, one) && !strstr(left, one))
			fail_msg("a merge neither takes%salong nor leaves it on purpose", one);
		all += n + (all[n] == '|');
	}
}

static void two_suppliers_who_are_one_are_paid_as_one(void **state)
{
	struct test_shop *s = *state;
	int64_t first, second, merge;
	const char *receipt;

	first = run(s, "supplier.add", "name", "恒通汽配", "phone", "02785670011", "terms", "30", NULL)->id;
	second = run(s, "supplier.add", "name", "恒通", "phone", "02785670099", "terms", "30", NULL)->id;
	run(s, "part.add", "code", "P1", "name", "机滤", "price", "38", NULL);
	receipt = by_id(s, run(s, "purchase.receive", "supplier", by_id(s, second), "original_no", "H1",
			       "lines.0.part", "P1", "lines.0.qty", "10", "lines.0.cost", "20", NULL)
			       ->document);
	merge = run(s, "customer.merge", "customer", by_id(s, second), "into", by_id(s, first), NULL)->id;
	assert_int_equal(
	    ask(s, "SELECT sum(amount) FROM payable_open WHERE party_id = %lld", (long long)first), 20000);
	checks_silent(s);
	run(s, "purchase.pay", "supplier", by_id(s, first), "amount", "50", "method", "bank", NULL);
	assert_int_equal(
	    ask(s, "SELECT sum(amount) FROM payable_open WHERE party_id = %lld", (long long)first), 15000);
	checks_silent(s);
	run(s, "purchase.return", "receipt", receipt, "reason", "x", "lines.0.part", "P1", "lines.0.qty", "1",
	    NULL);
	assert_int_equal(
	    ask(s, "SELECT sum(amount) FROM payable_open WHERE party_id = %lld", (long long)first), 13000);
	checks_silent(s);
	run(s, "merge.undo", "merge", by_id(s, merge), NULL);
	assert_int_equal(
	    ask(s, "SELECT sum(amount) FROM payable_open WHERE party_id = %lld", (long long)second), 15000);
	checks_silent(s);
	assert_says(refuse(s, "customer.merge", "customer", by_id(s, second), "into", "#1", NULL),
		    "of different kinds");
}

static int64_t asks(struct test_shop *s, int64_t supplier)
{
	return ask(s, "SELECT sum(price) FROM supplier_price WHERE supplier_id = %lld", (long long)supplier);
}

static void what_suppliers_ask_goes_over_and_comes_back(void **state)
{
	struct test_shop *s = *state;
	int64_t first = run(s, "supplier.add", "name", "恒通汽配", "phone", "02785670011", NULL)->id,
		second = run(s, "supplier.add", "name", "恒通", "phone", "02785670099", NULL)->id, merge;

	run(s, "part.add", "code", "P1", "name", "机滤", "price", "38", NULL);
	run(s, "part.add", "code", "P2", "name", "空滤", "price", "48", NULL);
	run(s, "supplier.price", "supplier", by_id(s, first), "part", "P1", "price", "20", NULL);
	run(s, "supplier.price", "supplier", by_id(s, second), "part", "P1", "price", "19", NULL);
	run(s, "supplier.price", "supplier", by_id(s, second), "part", "P2", "price", "25", "number", "H-2",
	    NULL);
	merge = run(s, "customer.merge", "customer", by_id(s, second), "into", by_id(s, first), NULL)->id;
	assert_int_equal(asks(s, first), 4500);
	/* and by its number the part is known */
	run(s, "supplier.price", "supplier", by_id(s, first), "number", "H-2", "price", "26", NULL);
	assert_int_equal(asks(s, first), 4600);
	run(s, "merge.undo", "merge", by_id(s, merge), NULL);
	assert_int_equal(asks(s, first), 2000);
	assert_int_equal(asks(s, second), 1900 + 2600);
	checks_silent(s);
}

/* Two parties that were made one have one account: its lines are theirs, and what moved between them is none. */
static void a_statement_has_the_lines_of_both(void **state)
{
	struct test_shop *s = *state;
	int64_t first, merge, both;

	settled_visit(s, "1000");
	run(s, "payment.take", "party", "#2", "method", "cash", "amount", "30", NULL);
	wait_days(s, 1);
	first =
	    run(s, "statement.make", "party", "#2", "from", "2026-11-01", "until", "2026-11-21", NULL)->id;
	merge = run(s, "customer.merge", "customer", "#2", "into", "#1", NULL)->id;
	run(s, "payment.take", "party", "#1", "method", "cash", "amount", "50", NULL);
	wait_days(s, 1);
	both = run(s, "statement.make", "party", "#1", "from", "2026-11-01", "until", "2026-11-22", NULL)->id;
	assert_int_equal(ask(s, "SELECT charged FROM statement WHERE id = %lld", (long long)both), 8000);
	assert_int_equal(ask(s, "SELECT paid FROM statement WHERE id = %lld", (long long)both), 8000);
	assert_int_equal(
	    ask(s, "SELECT count(*) FROM statement_line WHERE statement_id = %lld", (long long)both), 3);
	assert_int_equal(
	    ask(s, "SELECT count(*) FROM statement_line WHERE statement_id = %lld", (long long)first), 2);
	run(s, "statement.tick", "party", "#1", "document", "ST-261121-0001", NULL);
	checks_silent(s);
	run(s, "merge.undo", "merge", by_id(s, merge), NULL);
	assert_int_equal(
	    ask(s, "SELECT count(*) FROM statement_line WHERE statement_id = %lld", (long long)both), 3);
	checks_silent(s);
}

static void shares_of_a_bill_go_over(void **state)
{
	struct test_shop *s = *state;
	int64_t job = run(s, "job.receive", "plate", "鄂A54321", "odometer", "1", "complaint", "x", NULL)->id,
		merge;

	run(s, "customer.add", "name", "人保", "phone", "13700137000", NULL);
	run(s, "job.payer", "job", by_id(s, job), "party", "#3", "share", "80", NULL);
	merge = run(s, "customer.merge", "customer", "#3", "into", "#1", NULL)->id;
	assert_int_equal(ask(s, "SELECT party_id FROM payer_share"), 1);
	run(s, "merge.undo", "merge", by_id(s, merge), NULL);
	assert_int_equal(ask(s, "SELECT party_id FROM payer_share"), 3);
	checks_silent(s);
}

static void cars_with_different_vins_are_two(void **state)
{
	struct test_shop *s = *state;

	run(s, "vehicle.change", "vehicle", "鄂A54321", "vin", "LSVNV2182E2100001", NULL);
	run(s, "vehicle.change", "vehicle", "鄂A12345", "vin", "LSVNV2182E2100002", NULL);
	assert_says(refuse(s, "vehicle.merge", "vehicle", "鄂A54321", "into", "鄂A12345", NULL),
		    "different VINs");
}

static void contacts_find_their_customer(void **state)
{
	struct test_shop *s = *state;
	int64_t id = run(s, "contact.add", "party", "#1", "name", "小李", "phone", "13911112222", "kind",
			 "driver", "channel", "wechat", NULL)
			 ->id;

	assert_int_equal(
	    ask(s, "SELECT ref_id FROM search_word WHERE word = '13911112222' AND kind = 'customer'"), 1);
	assert_says(refuse(s, "contact.add", "party", "#1", "name", "Li", "phone", "13911112222", "kind",
			   "driver", NULL),
		    "has a contact with the phone 13911112222 already");
	assert_says(refuse(s, "contact.add", "party", "#1", "name", "Li", "kind", "chief", NULL), "chief");
	run(s, "contact.change", "contact", by_id(s, id), "no_calls", "yes", NULL);
	assert_int_equal(ask(s, "SELECT no_calls FROM contact"), 1);
	run(s, "contact.drop", "contact", by_id(s, id), NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM search_word WHERE word = '13911112222'"), 0);
	run(s, "contact_kind.add", "code", "lawyer", "name", "Lawyer", NULL);
	assert_says(refuse(s, "contact_kind.add", "code", "lawyer", "name", "Lawyer", NULL), "already");
	run(s, "customer_source.add", "code", "fair", "name", "Fair", NULL);
	run(s, "customer_source.change", "source", "fair", "name", "Motor fair", NULL);
	run(s, "customer.change", "customer", "#1", "source", "fair", NULL);
	checks_silent(s);
}

static void a_fault_leaves_the_two_as_they_were(void **state)
{
	struct test_shop *s = *state;
	int64_t job = run(s, "job.receive", "plate", "鄂A54321", "odometer", "1", "complaint", "x", NULL)->id;

	run(s, "payment.take", "job", by_id(s, job), "method", "cash", "amount", "300", NULL);
	survives_faults(s, "customer.merge", "customer", "#2", "into", "#1", NULL);
	survives_faults(s, "merge.undo", "merge", "#1", NULL);
	survives_faults(s, "vehicle.merge", "vehicle", "鄂A54321", "into", "鄂A12345", NULL);
	survives_faults(s, "merge.undo", "merge", "#2", NULL);
	assert_int_equal(ask(s, "SELECT vehicle_id FROM job"), 2);
}

static void what_reopens_a_bill_after_the_two_are_one_makes_it_theirs(void **state)
{
	struct test_shop *s = *state;
	int64_t job = settled_visit(s, "1000"), credit, back;

	run(s, "part.add", "code", "OIL", "name", "Oil", "price", "80", NULL);
	run(s, "stock.open", "part", "OIL", "qty", "10", "cost", "50", NULL);
	run(s, "sale.post", "customer", "#2", "lines.0.part", "OIL", "lines.0.qty", "2", NULL);
	run(s, "sale.return", "sale", by_id(s, s->answer.document), "lines.0.part", "OIL", "lines.0.qty", "1",
	    "reason", "x", NULL);
	back = s->answer.document;
	run(s, "job.credit", "job", by_id(s, job), "lines.0.line", "1", "lines.0.amount", "80", "reason", "x",
	    NULL);
	credit = s->answer.document;
	run(s, "customer.merge", "customer", "#2", "into", "#1", NULL);
	run(s, "reverse", "document", by_id(s, back), "reason", "x", NULL);
	run(s, "reverse", "document", by_id(s, credit), "reason", "x", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM bill_open WHERE party_id = 2"), 0);
	assert_int_equal(ask(s, "SELECT sum(amount) FROM bill_open WHERE party_id = 1"), 24000);
	checks_silent(s);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)
	const struct CMUnitTest tests[] = {
		T(what_the_double_has_goes_over),
		T(the_double_is_found_no_more_but_leads_to_the_other),
		T(what_went_over_comes_back),
		T(advances_go_over_and_back_as_far_as_they_are_held),
		T(an_old_bill_is_reopened_after_the_two_are_one),
		T(a_double_of_a_double_is_parted_from_the_last_one_first),
		T(a_merge_is_no_document_to_reverse),
		T(two_rows_of_one_car_become_one),
		T(every_reference_to_a_party_or_car_is_moved_or_left_on_purpose),
		T(two_suppliers_who_are_one_are_paid_as_one),
		T(what_suppliers_ask_goes_over_and_comes_back),
		T(a_statement_has_the_lines_of_both),
		T(shares_of_a_bill_go_over),
		T(cars_with_different_vins_are_two),
		T(contacts_find_their_customer),
		T(a_fault_leaves_the_two_as_they_were),
		T(what_reopens_a_bill_after_the_two_are_one_makes_it_theirs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
