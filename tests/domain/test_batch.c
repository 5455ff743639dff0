/* test_batch.c - parts that are kept by batch: what comes says which, what expires first goes first, what comes back
 * goes where it came from, and a recall finds who has it. */
#include "tests/domain/counter.h"

#include <stdio.h>

static const char *receive(struct test_shop *s, const char *no, const char *batch, const char *expires,
			   const char *qty)
{
	return by_id(s, run(s, "purchase.receive", "supplier", "Bosch", "original_no", no, "lines.0.part",
			    "OIL", "lines.0.qty", qty, "lines.0.cost", "40", "lines.0.batch", batch,
			    "lines.0.expires", expires, NULL)
			    ->document);
}

/* 20 litres that were there before, 10 of B1 until the end of March and 10 of B2 until the end of January. */
static int begin(void **state)
{
	struct test_shop *s = counter_new();

	run(s, "supplier.add", "name", "Bosch", "terms", "30", NULL);
	run(s, "customer.change", "customer", "江汉物流", "limit", "100000", "terms", "200", NULL);
	run(s, "warehouse.add", "code", "VAN", "name", "Van", "kind", "van", NULL);
	run(s, "part.change", "part", "OIL", "category", "Oils", NULL);
	run(s, "part.category", "category", "Oils", "batch", "yes", NULL);
	receive(s, "A1", "B1", "2027-03-31", "10");
	receive(s, "A2", "B2", "2027-01-31", "10");
	*state = s;
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)

static int64_t in_batch(struct test_shop *s, const char *number, const char *warehouse)
{
	return ask(s,
		   "SELECT coalesce(sum(b.qty), 0) FROM batch_stock b JOIN batch l ON l.id = b.batch_id JOIN "
		   "warehouse w ON w.id = b.warehouse_id WHERE l.number = '%s' AND w.code = '%s'",
		   number, warehouse);
}

static int64_t main_of(struct test_shop *s, const char *number)
{
	return in_batch(s, number, "MAIN");
}

static const char *sell(struct test_shop *s, const char *qty, const char *batch)
{
	return by_id(s, run(s, "sale.post", "customer", "江汉物流", "lines.0.part", "OIL", "lines.0.qty", qty,
			    batch ? "lines.0.batch" : NULL, batch, NULL)
			    ->document);
}

static void reverse(struct test_shop *s, const char *document)
{
	run(s, "reverse", "document", document, "reason", "wrong", NULL);
}

/* ---- what comes ---- */

static void what_was_there_before_lies_in_a_batch_without_a_number(void **state)
{
	struct test_shop *s = *state;

	assert_int_equal(main_of(s, ""), 20000);
	assert_int_equal(main_of(s, "B1"), 10000);
	run(s, "part.add", "code", "OIL2", "name", "Gear oil", "price", "30", "category", "Oils", NULL);
	assert_int_equal(ask(s, "SELECT batch FROM part WHERE code = 'OIL2'"), 1);
	assert_says(refuse(s, "part.change", "part", "OIL2", "batch", "no", NULL),
		    "All parts of its category are kept by batch");
	assert_says(refuse(s, "part.category", "category", "Oils", "batch", "no", NULL), "Batch B1 of OIL");
}

static void a_receipt_asks_for_batch_and_expiry(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "purchase.receive", "supplier", "Bosch", "original_no", "X", "lines.0.part",
			   "OIL", "lines.0.qty", "1", "lines.0.cost", "1", NULL),
		    "Which batch of OIL");
	assert_string_equal(s->err.field, "lines.batch");
	assert_int_equal(s->err.line, 1);
	assert_says(refuse(s, "purchase.receive", "supplier", "Bosch", "original_no", "X", "lines.0.part",
			   "OIL", "lines.0.qty", "1", "lines.0.cost", "1", "lines.0.batch", "B1",
			   "lines.0.expires", "2027-04-30", NULL),
		    "expires on 2027-03-31, not on 2027-04-30");
	assert_says(refuse(s, "purchase.receive", "supplier", "Bosch", "original_no", "X", "lines.0.part",
			   "OF-1", "lines.0.qty", "1", "lines.0.cost", "1", "lines.0.batch", "B1", NULL),
		    "is not kept by batch");
	hire(s, "zhao", "parts");
	acts(s, "zhao");
	assert_says(refuse(s, "purchase.receive", "supplier", "Bosch", "original_no", "X", "lines.0.part",
			   "OIL", "lines.0.qty", "1", "lines.0.cost", "1", "lines.0.batch", "B3",
			   "lines.0.expires", "2026-11-20", NULL),
		    "expired on 2026-11-20");
	acts(s, "boss");
	run(s, "stock.in", "reason", "found", "lines.0.part", "OIL", "lines.0.qty", "1", "lines.0.batch",
	    "B1", NULL);
	assert_int_equal(main_of(s, "B1"), 11000);
	run(s, "stock.in", "reason", "found", "lines.0.part", "OIL", "lines.0.qty", "2", NULL);
	assert_int_equal(main_of(s, ""), 22000);
}

static void a_receipt_that_is_reversed_takes_its_own_batch_out(void **state)
{
	struct test_shop *s = *state;
	const char *r = receive(s, "A3", "B2", "2027-01-31", "4");

	assert_int_equal(main_of(s, "B2"), 14000);
	reverse(s, r);
	assert_int_equal(main_of(s, "B2"), 10000);
	assert_int_equal(main_of(s, ""), 20000);
}

/* ---- what goes ---- */

static void what_expires_first_goes_first(void **state)
{
	struct test_shop *s = *state;

	sell(s, "25", NULL); /* 20 of no known batch, then of B2 */
	assert_int_equal(main_of(s, ""), 0);
	assert_int_equal(main_of(s, "B2"), 5000);
	assert_int_equal(main_of(s, "B1"), 10000);
	sell(s, "3", "B1");
	assert_int_equal(main_of(s, "B1"), 7000);
	assert_says(refuse(s, "sale.post", "customer", "江汉物流", "lines.0.part", "OIL", "lines.0.qty", "8",
			   "lines.0.batch", "B1", NULL),
		    "Only 7 of batch B1 of OIL");
	assert_says(refuse(s, "sale.post", "customer", "江汉物流", "lines.0.part", "OIL", "lines.0.qty", "8",
			   "lines.0.batch", "B9", NULL),
		    "There is no batch B9");
	assert_says(
	    refuse(s, "sale.post", "customer", "江汉物流", "lines.0.part", "OIL", "lines.0.qty", "80", NULL),
	    "Only 12 of OIL");
}

static void a_work_order_is_offered_the_batch_and_gives_it_back(void **state)
{
	struct test_shop *s = *state;
	const char *job = open_job(s, "鄂A12345");
	const char *batch;

	sell(s, "20", NULL);
	run(s, "job.part", "job", job, "part", "OIL", "qty", "4", NULL);
	run(s, "job.authorise", "job", job, "by", "王强", "how", "phone", NULL);
	batch = proposed(s, "stock.issue", "lines.0.batch", "job", job, NULL);
	assert_string_equal(batch ? batch : "", "B2");
	run(s, "stock.issue", "job", job, "picker", "boss", "lines.0.part", "OIL", "lines.0.qty", "3",
	    "lines.0.batch", "B1", NULL);
	run(s, "stock.issue", "job", job, "picker", "boss", NULL);
	assert_int_equal(main_of(s, "B1"), 7000);
	assert_int_equal(main_of(s, "B2"), 9000);
	run(s, "stock.return", "job", job, "lines.0.part", "OIL", "lines.0.qty", "2", NULL);
	assert_int_equal(main_of(s, "B2"), 10000);
	assert_int_equal(main_of(s, "B1"), 8000);
	reverse(s, by_id(s, s->answer.document));
	assert_int_equal(main_of(s, "B2"), 9000);
	assert_int_equal(main_of(s, "B1"), 7000);
}

static void what_has_expired_is_given_out_by_nobody_but_who_may(void **state)
{
	struct test_shop *s = *state;

	sell(s, "20", NULL);
	wait_days(s, 80); /* 2027-02-09 */
	hire(s, "zhao", "parts");
	acts(s, "zhao");
	assert_says(
	    refuse(s, "sale.post", "customer", "江汉物流", "lines.0.part", "OIL", "lines.0.qty", "12", NULL),
	    "Batch B2 of OIL");
	assert_says(refuse(s, "sale.post", "customer", "江汉物流", "lines.0.part", "OIL", "lines.0.qty", "1",
			   "lines.0.batch", "B2", NULL),
		    "expired on 2027-01-31. Write it off");
	sell(s, "1", NULL);
	assert_int_equal(main_of(s, "B1"), 9000);
	acts(s, "boss");
	sell(s, "1", "B2");
	sell(s, "10", NULL); /* what is good goes before what is not */
	assert_int_equal(main_of(s, "B1"), 0);
	assert_int_equal(main_of(s, "B2"), 8000);
	acts(s, "zhao");
	run(s, "stock.loss", "reason", "expired", "lines.0.part", "OIL", "lines.0.qty", "8", NULL);
	assert_int_equal(main_of(s, "B2"), 0);
	acts(s, "boss");
}

static void a_stopped_batch_stays_where_it_is(void **state)
{
	struct test_shop *s = *state;

	sell(s, "20", NULL);
	run(s, "stock.batch", "batch", "OIL/B2", "stop", "recalled by the maker", NULL);
	sell(s, "2", NULL);
	assert_int_equal(main_of(s, "B1"), 8000);
	assert_says(
	    refuse(s, "sale.post", "customer", "江汉物流", "lines.0.part", "OIL", "lines.0.qty", "9", NULL),
	    "The rest of OIL");
	assert_says(s->err.text, "is of batch B2, which is stopped: recalled by the maker. Take less");
	assert_int_equal(ask(s, "SELECT count(*) FROM batch WHERE stopped IS NOT NULL"), 1);
	run(s, "stock.batch", "batch", "OIL/B2", "again", "yes", NULL);
	sell(s, "9", NULL);
	assert_int_equal(main_of(s, "B2"), 1000);
}

static void goods_that_come_back_go_into_their_batch(void **state)
{
	struct test_shop *s = *state;
	const char *sale = sell(s, "25", NULL), *back;

	back = by_id(s, run(s, "sale.return", "sale", sale, "lines.0.part", "OIL", "lines.0.qty", "7",
			    "reason", "x", "restock", "yes", NULL)
			    ->document);
	assert_int_equal(main_of(s, "B2"), 10000);
	assert_int_equal(main_of(s, ""), 2000);
	reverse(s, back);
	assert_int_equal(main_of(s, "B2"), 5000);
	assert_int_equal(main_of(s, ""), 0);
	reverse(s, sale);
	assert_int_equal(main_of(s, "B2"), 10000);
	assert_int_equal(main_of(s, ""), 20000);
}

static void a_transfer_carries_the_batch(void **state)
{
	struct test_shop *s = *state;
	const char *t, *came;

	t = by_id(s,
		  run(s, "transfer.send", "from", "MAIN", "to", "VAN", "lines.0.part", "OIL", "lines.0.qty",
		      "6", "lines.0.batch", "B1", "lines.1.part", "OIL", "lines.1.qty", "2", NULL)
		      ->document);
	assert_int_equal(main_of(s, "B1"), 4000);
	came = by_id(
	    s, run(s, "transfer.receive", "transfer", t, "lines.0.part", "OIL", "lines.0.qty", "5", NULL)
		   ->document);
	reverse(s, came);
	assert_int_equal(in_batch(s, "B1", "VAN"), 0);
	run(s, "transfer.receive", "transfer", t, NULL);
	assert_int_equal(in_batch(s, "B1", "VAN"), 6000);
	assert_int_equal(in_batch(s, "", "VAN"), 2000);
}

static void a_count_by_batch_books_its_difference(void **state)
{
	struct test_shop *s = *state;
	const char *take = by_id(s, run(s, "stocktake.open", "scope", "all", NULL)->id);

	run(s, "stocktake.count", "stocktake", take, "part", "OIL", "batch", "B1", "counted", "9", NULL);
	run(s, "stocktake.count", "stocktake", take, "part", "OIL", "batch", "B2", "counted", "8", NULL);
	run(s, "stocktake.count", "stocktake", take, "part", "OIL", "batch", "B2", "counted", "3", "add",
	    "yes", NULL);
	assert_int_equal(ask(s, "SELECT counted FROM stocktake_line"), 40000);
	run(s, "stocktake.approve", "stocktake", take, NULL);
	assert_int_equal(main_of(s, "B1"), 9000);
	assert_int_equal(main_of(s, "B2"), 11000);
	assert_int_equal(main_of(s, ""), 20000);
}

static void goods_go_back_to_the_supplier_out_of_their_batch(void **state)
{
	struct test_shop *s = *state;
	const char *number =
	    ask_text(s, "SELECT d.number FROM purchase p JOIN document d ON d.id = p.id WHERE "
			"p.original_no = 'A1'");

	run(s, "purchase.return", "receipt", number, "reason", "x", "lines.0.part", "OIL", "lines.0.qty", "4",
	    NULL);
	assert_int_equal(main_of(s, "B1"), 6000);
	reverse(s, by_id(s, s->answer.document));
	assert_int_equal(main_of(s, "B1"), 10000);
}

/* ---- recall ---- */

static int64_t recalled(struct test_shop *s, const char *number)
{
	return ask(
	    s,
	    "SELECT coalesce(sum(-b.qty), 0) FROM batch_move b JOIN batch l ON l.id = b.batch_id WHERE "
	    "l.number = '%s' AND b.document_id IN (SELECT id FROM sale)",
	    number);
}

static void faults_leave_the_batches_alone(void **state)
{
	struct test_shop *s = *state;

	survives_faults(s, "sale.post", "customer", "江汉物流", "lines.0.part", "OIL", "lines.0.qty", "25",
			NULL);
	assert_int_equal(recalled(s, "B2"), 5000);
	survives_faults(s, "purchase.receive", "supplier", "Bosch", "original_no", "F1", "lines.0.part",
			"OIL", "lines.0.qty", "1", "lines.0.cost", "40", "lines.0.batch", "B7",
			"lines.0.expires", "2028-01-31", NULL);
	survives_faults(s, "part.change", "part", "OF-1", "batch", "yes", NULL);
	survives_faults(s, "stock.batch", "batch", "OIL/B7", "stop", "x", NULL);
	assert_int_equal(main_of(s, "B7"), 1000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_was_there_before_lies_in_a_batch_without_a_number),
		TEST(a_receipt_asks_for_batch_and_expiry),
		TEST(a_receipt_that_is_reversed_takes_its_own_batch_out),
		TEST(what_expires_first_goes_first),
		TEST(a_work_order_is_offered_the_batch_and_gives_it_back),
		TEST(what_has_expired_is_given_out_by_nobody_but_who_may),
		TEST(a_stopped_batch_stays_where_it_is),
		TEST(goods_that_come_back_go_into_their_batch),
		TEST(a_transfer_carries_the_batch),
		TEST(a_count_by_batch_books_its_difference),
		TEST(goods_go_back_to_the_supplier_out_of_their_batch),
		TEST(faults_leave_the_batches_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
