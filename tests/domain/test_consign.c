/* test_consign.c - goods of suppliers that lie in the shop: nothing is owed until one is sold, fitted or kept. */
#include "tests/domain/counter.h"

/* Bosch has 6 batteries lying in the shop, 300.00 each when one is sold, and 2 OF-1 for 22.00; ours: 10 OF-1. */
static int begin(void **state)
{
	struct test_shop *s = counter_new();

	run(s, "supplier.add", "name", "Bosch", "terms", "30", NULL);
	run(s, "customer.change", "customer", "江汉物流", "limit", "100000", NULL);
	run(s, "part.add", "code", "BAT", "name", "Battery 60Ah", "price", "520", NULL);
	run(s, "consign.receive", "supplier", "Bosch", "original_no", "K1", "lines.0.part", "BAT",
	    "lines.0.qty", "6", "lines.0.cost", "300", "lines.1.part", "OF-1", "lines.1.qty", "2",
	    "lines.1.cost", "22", NULL);
	*state = s;
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)

static int64_t lying(struct test_shop *s, const char *code)
{
	return ask(
	    s,
	    "SELECT coalesce(sum(t.qty), 0) FROM stock t JOIN warehouse w ON w.id = t.warehouse_id JOIN "
	    "part p ON p.id = t.part_id WHERE w.supplier_id IS NOT NULL AND p.code = '%s'",
	    code);
}

static int64_t ours(struct test_shop *s, const char *code)
{
	return ask(
	    s,
	    "SELECT coalesce((SELECT v.qty FROM stock_value v JOIN part p ON p.id = v.id WHERE p.code = "
	    "'%s'), 0)",
	    code);
}

static const char *sell(struct test_shop *s, const char *code, const char *qty)
{
	return by_id(
	    s, run(s, "sale.post", "customer", "江汉物流", "lines.0.part", code, "lines.0.qty", qty, NULL)
		   ->document);
}

static const char *bought(struct test_shop *s)
{
	return by_id(s, ask(s, "SELECT max(id) FROM document WHERE kind_id = 127"));
}

static void what_lies_there_has_no_value_and_is_owed_to_nobody(void **state)
{
	struct test_shop *s = *state;

	assert_int_equal(lying(s, "BAT"), 6000);
	assert_int_equal(ours(s, "BAT"), 0);
	assert_int_equal(party_account(s, "Bosch", "payable"), 0);
	assert_int_equal(
	    ask(s, "SELECT count(*) FROM entry WHERE document_id IN (SELECT id FROM consign_slip)"), 0);
	run(s, "consign.receive", "supplier", "Bosch", "lines.0.part", "BAT", "lines.0.qty", "1",
	    "lines.0.cost", "290", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM warehouse WHERE supplier_id IS NOT NULL"), 1);
	assert_int_equal(
	    ask(s, "SELECT cost FROM consign_price p JOIN part t ON t.id = p.part_id WHERE t.code = "
		   "'BAT'"),
	    29000);
}

static void a_sale_buys_what_it_sells(void **state)
{
	struct test_shop *s = *state;
	int64_t cost = account(s, "cost_of_goods"), stock = account(s, "stock");
	const char *number;

	sell(s, "BAT", "1");
	number = s->answer.number;
	assert_says(number, "SA-");
	assert_int_equal(party_account(s, "Bosch", "payable"), -30000);
	assert_int_equal(account(s, "cost_of_goods") - cost, 30000);
	assert_int_equal(account(s, "stock"), stock);
	assert_int_equal(lying(s, "BAT"), 5000);
	assert_int_equal(ours(s, "BAT"), 0);
	assert_int_equal(ask(s,
			     "SELECT count(*) FROM consign_slip c JOIN document d ON d.id = c.for_id WHERE "
			     "d.number = '%s'",
			     number),
			 1);
	assert_int_equal(ask(s, "SELECT due_on FROM payable_open") - ask(s, "SELECT max(day) FROM document"),
			 30);
}

static void our_own_goods_go_first(void **state)
{
	struct test_shop *s = *state;

	sell(s, "OF-1", "10");
	assert_int_equal(lying(s, "OF-1"), 2000);
	assert_int_equal(party_account(s, "Bosch", "payable"), 0);
	sell(s, "OF-1", "1");
	assert_int_equal(lying(s, "OF-1"), 1000);
	assert_int_equal(party_account(s, "Bosch", "payable"), -2200);
	assert_says(
	    refuse(s, "sale.post", "customer", "江汉物流", "lines.0.part", "OF-1", "lines.0.qty", "2", NULL),
	    "Only 1 of OF-1");
	assert_int_equal(lying(s, "OF-1"), 1000);
}

static void a_work_order_is_served_from_it(void **state)
{
	struct test_shop *s = *state;
	const char *job = open_job(s, "鄂A12345");

	run(s, "job.part", "job", job, "part", "BAT", "qty", "1", NULL);
	run(s, "job.authorise", "job", job, "by", "王强", "how", "phone", NULL);
	run(s, "stock.issue", "job", job, "picker", "boss", NULL);
	assert_says(s->answer.number, "IS-");
	assert_int_equal(party_account(s, "Bosch", "payable"), -30000);
	run(s, "stock.return", "job", job, "lines.0.part", "BAT", "lines.0.qty", "1", NULL);
	assert_int_equal(ours(s, "BAT"), 1000); /* it has been bought: it is ours now */
	assert_int_equal(lying(s, "BAT"), 5000);
	run(s, "reverse", "document", bought(s), "reason", "not needed", NULL);
	assert_int_equal(ours(s, "BAT"), 0);
	assert_int_equal(lying(s, "BAT"), 6000);
	assert_int_equal(party_account(s, "Bosch", "payable"), 0);
}

static void what_was_bought_stays_bought_once_it_is_paid(void **state)
{
	struct test_shop *s = *state;
	const char *sale = sell(s, "BAT", "2");

	assert_says(refuse(s, "reverse", "document", bought(s), "reason", "x", NULL), "BAT");
	run(s, "purchase.pay", "supplier", "Bosch", "amount", "600", "method", "bank", NULL);
	assert_says(refuse(s, "reverse", "document", bought(s), "reason", "x", NULL), "is paid");
	run(s, "reverse", "document", sale, "reason", "x", NULL);
	assert_int_equal(ours(s, "BAT"), 2000);
	assert_int_equal(
	    ask(s, "SELECT v.value FROM stock_value v JOIN part p ON p.id = v.id WHERE p.code = 'BAT'"),
	    60000);
}

static void unsold_goods_go_back_and_kept_ones_are_owed(void **state)
{
	struct test_shop *s = *state;

	run(s, "consign.back", "supplier", "Bosch", "lines.0.part", "BAT", "lines.0.qty", "2", NULL);
	assert_int_equal(lying(s, "BAT"), 4000);
	assert_says(
	    refuse(s, "consign.back", "supplier", "Bosch", "lines.0.part", "BAT", "lines.0.qty", "5", NULL),
	    "Only 4 of BAT");
	run(s, "supplier.add", "name", "Varta", NULL);
	assert_says(
	    refuse(s, "consign.back", "supplier", "Varta", "lines.0.part", "BAT", "lines.0.qty", "1", NULL),
	    "No goods of Varta lie in this store");
	run(s, "consign.buy", "supplier", "Bosch", "lines.0.part", "BAT", "lines.0.qty", "3", NULL);
	assert_int_equal(ours(s, "BAT"), 3000);
	assert_int_equal(party_account(s, "Bosch", "payable"), -90000);
	run(s, "reverse", "document", by_id(s, s->answer.document), "reason", "x", NULL);
	assert_int_equal(lying(s, "BAT"), 4000);
}

static void goods_of_a_supplier_are_not_moved_as_ours(void **state)
{
	struct test_shop *s = *state;
	const char *code = ask_text(s, "SELECT code FROM warehouse WHERE supplier_id IS NOT NULL");

	assert_says(refuse(s, "transfer.send", "from", code, "to", "MAIN", "lines.0.part", "BAT",
			   "lines.0.qty", "1", NULL),
		    "What lies there belongs to Bosch. Sell it from Main store, or buy it first");
	assert_says(refuse(s, "stock.in", "reason", "found", "warehouse", code, "lines.0.part", "BAT",
			   "lines.0.qty", "1", NULL),
		    "belongs to Bosch");
	assert_says(refuse(s, "sale.post", "customer", "江汉物流", "warehouse", code, "lines.0.part", "BAT",
			   "lines.0.qty", "1", NULL),
		    "belongs to Bosch");
	assert_says(refuse(s, "consign.receive", "supplier", "Bosch", "warehouse", code, "lines.0.part",
			   "BAT", "lines.0.qty", "1", "lines.0.cost", "1", NULL),
		    "Name the store that sells the goods");
	assert_says(refuse(s, "warehouse.add", "code", "X", "name", "X", "kind", "consigned", NULL),
		    "consign.receive");
}

static void a_count_of_it_books_quantity_alone(void **state)
{
	struct test_shop *s = *state;
	const char *code = ask_text(s, "SELECT code FROM warehouse WHERE supplier_id IS NOT NULL");
	const char *take = by_id(s, run(s, "stocktake.open", "scope", "all", "warehouse", code, NULL)->id);
	int64_t gain = account(s, "stocktake");

	run(s, "stocktake.count", "stocktake", take, "part", "BAT", "counted", "5", NULL);
	run(s, "stocktake.count", "stocktake", take, "part", "OF-1", "counted", "3", NULL);
	run(s, "stocktake.approve", "stocktake", take, NULL);
	assert_int_equal(lying(s, "BAT"), 5000);
	assert_int_equal(lying(s, "OF-1"), 3000);
	assert_int_equal(account(s, "stocktake"), gain);
	assert_int_equal(party_account(s, "Bosch", "payable"), 0);
	run(s, "reverse", "document", by_id(s, ask(s, "SELECT max(id) FROM document WHERE kind_id = 66")),
	    "reason", "x", NULL);
	assert_int_equal(lying(s, "BAT"), 6000);
}

static void a_batch_goes_with_it(void **state)
{
	struct test_shop *s = *state;

	run(s, "part.add", "code", "FLU", "name", "Brake fluid", "price", "40", "batch", "yes", NULL);
	assert_says(refuse(s, "consign.receive", "supplier", "Bosch", "lines.0.part", "FLU", "lines.0.qty",
			   "5", "lines.0.cost", "20", NULL),
		    "Which batch of FLU");
	run(s, "consign.receive", "supplier", "Bosch", "lines.0.part", "FLU", "lines.0.qty", "5",
	    "lines.0.cost", "20", "lines.0.batch", "F1", "lines.0.expires", "2027-06-30", NULL);
	sell(s, "FLU", "2");
	assert_int_equal(ask(s,
			     "SELECT sum(b.qty) FROM batch_stock b JOIN batch l ON l.id = b.batch_id WHERE "
			     "l.number = 'F1'"),
			 3000);
	run(s, "sale.post", "customer", "江汉物流", "lines.0.part", "FLU", "lines.0.qty", "1",
	    "lines.0.batch", "F1", NULL);
	assert_int_equal(party_account(s, "Bosch", "payable"), -6000);
}

static void faults_leave_no_half(void **state)
{
	struct test_shop *s = *state;

	survives_faults(s, "consign.receive", "supplier", "Bosch", "lines.0.part", "BAT", "lines.0.qty", "1",
			"lines.0.cost", "310", NULL);
	survives_faults(s, "consign.back", "supplier", "Bosch", "lines.0.part", "BAT", "lines.0.qty", "1",
			NULL);
	survives_faults(s, "consign.buy", "supplier", "Bosch", "lines.0.part", "BAT", "lines.0.qty", "1",
			NULL);
	survives_faults(s, "sale.post", "customer", "江汉物流", "lines.0.part", "OF-1", "lines.0.qty", "11",
			NULL);
	survives_faults(s, "reverse", "document", by_id(s, s->answer.document), "reason", "x", NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_lies_there_has_no_value_and_is_owed_to_nobody),
		TEST(a_sale_buys_what_it_sells),
		TEST(our_own_goods_go_first),
		TEST(a_work_order_is_served_from_it),
		TEST(what_was_bought_stays_bought_once_it_is_paid),
		TEST(unsold_goods_go_back_and_kept_ones_are_owed),
		TEST(goods_of_a_supplier_are_not_moved_as_ours),
		TEST(a_count_of_it_books_quantity_alone),
		TEST(a_batch_goes_with_it),
		TEST(faults_leave_no_half),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
