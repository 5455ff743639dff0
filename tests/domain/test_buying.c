/* test_buying.c - what is wanted, ordered and received, to the fen. */
#include "tests/domain/supply.h"

#define TEST(name) cmocka_unit_test_setup_teardown(name, supply_begin, shop_end)

static const char *order(struct test_shop *s)
{
	return arena_strdup(s->arena, run(s, "purchase.order", "supplier", "Bosch", "lines.0.part", "OIL",
					  "lines.0.qty", "20", "lines.0.cost", "30", "lines.1.part", "PAD",
					  "lines.1.qty", "4", "lines.1.cost", "100", NULL)
					  ->number);
}

static const char *order_is(struct test_shop *s, const char *number)
{
	return ask_text(
	    s, "SELECT o.state FROM purchase_order o JOIN document d ON d.id = o.id WHERE d.number = '%s'",
	    number);
}

/* ---- receipts ---- */

static void a_receipt_is_due_by_the_suppliers_terms(void **state)
{
	struct test_shop *s = *state;

	ten_come(s, "A1");
	assert_int_equal(owed_to(s, "Bosch"), 30000);
	assert_int_equal(ask(s, "SELECT due_on FROM payable_open"), 20778 + 30);
}

static void bad_receipts_are_refused(void **state)
{
	struct test_shop *s = *state;

	ten_come(s, "A1");
	assert_says(refuse(s, "purchase.receive", "supplier", "Bosch", "original_no", "a1", "lines.0.part",
			   "OIL", "lines.0.qty", "1", "lines.0.cost", "1", NULL),
		    "The supplier's paper A1 is booked already (PU-261121-0001)");
	assert_says(refuse(s, "purchase.receive", "supplier", "Bosch", "original_no", "A2", "lines.0.part",
			   "OIL", "lines.0.qty", "1", "lines.0.cost", "-1", NULL),
		    "at least 0");
	assert_says(refuse(s, "purchase.receive", "supplier", "Bosch", "original_no", "A2", "lines.0.part",
			   "OIL", "lines.0.qty", "0", "lines.0.cost", "1", NULL),
		    "at least 0.001");
	assert_says(refuse(s, "purchase.receive", "supplier", "Bosch", "original_no", "A2", "lines.0.part",
			   "OIL", "lines.0.qty", "1", NULL),
		    "What does one of OIL");
	run(s, "purchase.receive", "supplier", "Shell", "original_no", "A1", "lines.0.part", "OIL",
	    "lines.0.qty", "1", "lines.0.cost", "1", NULL); /* another supplier may have that number */
}

static void a_gift_comes_in_at_no_value(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "purchase.receive", "supplier", "Bosch", "original_no", "G1", "business_type",
			   "gift", "lines.0.part", "OIL", "lines.0.qty", "5", "lines.0.cost", "3", NULL),
		    "A gift costs nothing");
	run(s, "purchase.receive", "supplier", "Bosch", "original_no", "G1", "business_type", "gift",
	    "lines.0.part", "OIL", "lines.0.qty", "5", NULL);
	assert_int_equal(stock_qty(s, "OIL"), 5000);
	assert_int_equal(stock_worth(s, "OIL"), 0);
	assert_int_equal(owed_to(s, "Bosch"), 0);
	assert_int_equal(ask(s, "SELECT count(*) FROM part WHERE code = 'OIL' AND last_cost IS NULL"), 1);
}

static void what_the_carrier_collects_is_owed_to_the_carrier(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "purchase.receive", "supplier", "Bosch", "original_no", "C1", "collect", "1",
			   "lines.0.part", "OIL", "lines.0.qty", "1", "lines.0.cost", "1", NULL),
		    "Which carrier collects it?");
	assert_says(refuse(s, "purchase.receive", "supplier", "Bosch", "original_no", "C1", "carrier",
			   "德邦物流", "collect", "31", "lines.0.part", "OIL", "lines.0.qty", "1",
			   "lines.0.cost", "30", NULL),
		    "The goods cost 30.00");
	run(s, "purchase.receive", "supplier", "Bosch", "original_no", "C1", "carrier", "德邦物流", "collect",
	    "200", "freight", "15", "lines.0.part", "OIL", "lines.0.qty", "10", "lines.0.cost", "30", NULL);
	assert_int_equal(owed_to(s, "Bosch"), 10000);
	assert_int_equal(owed_to(s, "德邦物流"), 21500);
	assert_int_equal(stock_worth(s, "OIL"), 31500);
	assert_int_equal(ask(s, "SELECT count(*) FROM payable WHERE collects = 1 AND amount = 20000"), 1);
}

static void freight_is_spread_to_the_last_fen(void **state)
{
	struct test_shop *s = *state;

	run(s, "purchase.receive", "supplier", "Bosch", "original_no", "F1", "freight", "1", "lines.0.part",
	    "OIL", "lines.0.qty", "1", "lines.0.cost", "10", "lines.1.part", "PAD", "lines.1.qty", "1",
	    "lines.1.cost", "20", NULL);
	assert_int_equal(stock_worth(s, "OIL"), 1033);
	assert_int_equal(stock_worth(s, "PAD"), 2067);
	assert_int_equal(owed_to(s, "Bosch"), 3100);
}

static void a_paid_receipt_is_not_reversed(void **state)
{
	struct test_shop *s = *state;
	const char *receipt = ten_come(s, "A1");

	run(s, "purchase.pay", "supplier", "Bosch", "amount", "100", "method", "bank", NULL);
	assert_says(stays_because(s, receipt), "is paid (SP-261121-0001)");
	take_back(s, "SP-261121-0001");
	assert_int_equal(owed_to(s, "Bosch"), 30000);
	assert_int_equal(account(s, "bank"), 0);
	take_back(s, receipt);
	assert_int_equal(owed_to(s, "Bosch"), 0);
	assert_int_equal(stock_qty(s, "OIL"), 0);
	ten_come(s, "A1"); /* the number is free again */
}

static void a_receipt_with_freight_survives_faults(void **state)
{
	struct test_shop *s = *state;

	survives_faults(s, "purchase.receive", "supplier", "Bosch", "original_no", "X1", "order", order(s),
			"carrier", "Speed", "collect", "50", "freight", "3", "lines.0.part", "OIL",
			"lines.0.qty", "3", "lines.1.part", "PAD", "lines.1.qty", "1", NULL);
}

/* ---- orders ---- */

static void an_order_arrives_in_parts(void **state)
{
	struct test_shop *s = *state;
	const char *o = order(s);

	run(s, "purchase.order_send", "order", o, "promised", "2026-11-24", NULL);
	assert_string_equal(order_is(s, o), "sent");
	run(s, "purchase.receive", "supplier", "Bosch", "original_no", "A1", "order", o, "lines.0.part",
	    "OIL", "lines.0.qty", "5", NULL); /* at the order's price */
	assert_int_equal(stock_worth(s, "OIL"), 15000);
	assert_string_equal(order_is(s, o), "partly");
	run(s, "purchase.receive", "supplier", "Bosch", "original_no", "A2", "order", o,
	    NULL); /* all the rest */
	assert_string_equal(order_is(s, o), "arrived");
	assert_int_equal(stock_qty(s, "OIL"), 20000);
	assert_int_equal(stock_qty(s, "PAD"), 4000);
	assert_says(refuse(s, "purchase.receive", "supplier", "Bosch", "original_no", "A3", "order", o, NULL),
		    "Everything of");
	take_back(s, "PU-261121-0001");
	assert_string_equal(order_is(s, o), "partly");
	assert_int_equal(ask(s, "SELECT received_qty FROM purchase_order_line WHERE pos = 1"), 15000);
}

static void too_much_and_another_price_are_asked_about(void **state)
{
	struct test_shop *s = *state;
	const char *o = order(s);

	assert_says(refuse(s, "purchase.receive", "supplier", "Bosch", "original_no", "A1", "order", o,
			   "lines.0.part", "OIL", "lines.0.qty", "21", NULL),
		    "20 of OIL 机油 is awaited, 21 came. To keep it: “More than ordered” yes (over=yes)");
	assert_says(
	    refuse(s, "purchase.receive", "supplier", "Bosch", "original_no", "A1", "order", o,
		   "lines.0.part", "OIL", "lines.0.qty", "2", "lines.0.cost", "32", NULL),
	    "was ordered at 30.00, the paper says 32.00. To take it: “Another price” yes (new_cost=yes)");
	assert_says(refuse(s, "purchase.receive", "supplier", "Shell", "original_no", "A1", "order", o, NULL),
		    "is an order to Bosch");
	run(s, "purchase.receive", "supplier", "Bosch", "original_no", "A1", "order", o, "over", "yes",
	    "new_cost", "yes", "lines.0.part", "OIL", "lines.0.qty", "21", "lines.0.cost", "32", NULL);
	assert_int_equal(stock_worth(s, "OIL"), 67200);
	assert_int_equal(ask(s, "SELECT received_qty FROM purchase_order_line WHERE pos = 1"), 21000);
}

static void a_closed_order_takes_no_arrival(void **state)
{
	struct test_shop *s = *state;
	const char *o = order(s);

	assert_says(refuse(s, "purchase.order_close", "order", o, "reason", "sold out", NULL),
		    "Nothing of PO-261121-0001 has come. Cancel it instead");
	run(s, "purchase.receive", "supplier", "Bosch", "original_no", "A1", "order", o, "lines.0.part",
	    "OIL", "lines.0.qty", "5", NULL);
	assert_says(refuse(s, "purchase.order_cancel", "order", o, "reason", "x", NULL),
		    "Something of PO-261121-0001 has come. Close it short instead");
	run(s, "purchase.order_close", "order", o, "reason", "sold out", NULL);
	assert_says(refuse(s, "purchase.receive", "supplier", "Bosch", "original_no", "A2", "order",
			   by_id(s, ask(s, "SELECT id FROM purchase_order")), NULL),
		    "is closed: nothing more is awaited");
	o = order(s);
	run(s, "purchase.order_cancel", "order", o, "reason", "too dear", NULL);
	assert_string_equal(order_is(s, o), "cancelled");
}

static void an_order_changes_until_it_has_come(void **state)
{
	struct test_shop *s = *state;
	const char *o = order(s), *line = by_id(s, ask(s, "SELECT min(id) FROM purchase_order_line"));

	run(s, "purchase.order_qty", "order", o, "line", line, "qty", "6", NULL);
	run(s, "purchase.order_price", "order", o, "line", line, "cost", "28", NULL);
	run(s, "purchase.receive", "supplier", "Bosch", "original_no", "A1", "order", o, "lines.0.part",
	    "OIL", "lines.0.qty", "4", NULL);
	assert_int_equal(stock_worth(s, "OIL"), 11200);
	assert_says(refuse(s, "purchase.order_qty", "order", o, "line", line, "qty", "3", NULL),
		    "4 has come already");
	assert_says(refuse(s, "purchase.order_drop", "order", o, "line", line, NULL), "Lower the quantity");
	run(s, "purchase.order_qty", "order", o, "line", line, "qty", "4", NULL);
	run(s, "purchase.order_drop", "order", o, "line",
	    by_id(s, ask(s, "SELECT max(id) FROM purchase_order_line")), NULL);
	assert_string_equal(order_is(s, o), "arrived");
	assert_says(refuse(s, "purchase.order", "supplier", "Bosch", "promised", "2026-11-20", NULL),
		    "A promise lies ahead");
}

/* ---- what is wanted ---- */

static void the_plan_fills_up_to_the_maximum(void **state)
{
	struct test_shop *s = *state;

	ten_come(s, "A1");
	assert_says(refuse(s, "purchase.plan", "from", "limits", NULL), "Nothing is below its minimum");
	goods_go(s, car_comes(s, "鄂A11111"), "OIL", "2");
	run(s, "purchase.plan", "from", "limits", NULL);
	assert_int_equal(ask(s, "SELECT qty FROM want"), 22000);
	assert_says(refuse(s, "purchase.plan", "from", "limits", NULL), "on its way already");
	run(s, "purchase.order_want", "want", "1", NULL); /* from Bosch, who sent it last, at his price */
	assert_int_equal(ask(s, "SELECT cost FROM purchase_order_line"), 3000);
	assert_says(refuse(s, "purchase.plan", "from", "limits", NULL), "on its way already");
	run(s, "purchase.receive", "supplier", "Bosch", "original_no", "A2", "order", "PO-261121-0001", NULL);
	assert_string_equal(ask_text(s, "SELECT state FROM want"), "done");
	assert_int_equal(stock_qty(s, "OIL"), 30000);
}

static void last_years_use_is_proposed(void **state)
{
	struct test_shop *s = *state;

	ten_come(s, "A1");
	goods_go(s, car_comes(s, "鄂A11111"), "OIL", "7");
	wait_days(s, 355);
	run(s, "purchase.plan", "from", "last_year", "days", "20", NULL); /* 7 went out, 3 are there */
	assert_int_equal(ask(s, "SELECT qty FROM want"), 4000);
	assert_string_equal(proposed(s, "purchase.plan", "lines.0.qty", "from", "limits", NULL), "23");
}

static void a_short_work_order_is_ordered_by_one_key(void **state)
{
	struct test_shop *s = *state;
	const char *job = car_comes(s, "鄂A11111");

	run(s, "setting.set", "name", "job.authorise", "value", "no", NULL);
	run(s, "job.part", "job", job, "part", "PAD", "qty", "2", NULL);
	assert_null(may_not(s, "purchase.short", "job", job, NULL));
	run(s, "purchase.short", "job", job, NULL);
	assert_says(may_not(s, "purchase.short", "job", job, NULL), "on hand or asked for already");
	run(s, "purchase.order_want", "want", "1", "supplier", "Shell", "cost", "90", NULL);
	assert_says(run(s, "purchase.receive", "supplier", "Shell", "original_no", "S1", "order",
			"PO-261121-0001", NULL)
			->text,
		    "It is waited for by 鄂A11111");
	assert_string_equal(ask_text(s, "SELECT state FROM want"), "arrived");
	run(s, "stock.issue", "job", job, "picker", "boss", NULL);
	assert_string_equal(ask_text(s, "SELECT state FROM want"), "done");
}

static void the_workshop_asks_in_words(void **state)
{
	struct test_shop *s = *state;
	const char *job = car_comes(s, "鄂A11111");

	assert_says(refuse(s, "order.request", "lines.0.part", "PAD", "lines.0.qty", "1", NULL),
		    "For which car?");
	assert_says(refuse(s, "order.request", "job", job, "lines.0.qty", "1", NULL), "Which part?");
	run(s, "order.request", "job", job, "urgent", "yes", "lines.0.text", "左前翼子板", "lines.0.qty", "1",
	    "lines.1.part", "PAD", "lines.1.qty", "1", NULL);
	assert_says(refuse(s, "purchase.order_want", "want", "1", "supplier", "Shell", NULL),
		    "Which part is “左前翼子板”?");
	run(s, "part.add", "code", "FENDER", "name", "左前翼子板", "price", "500", NULL);
	run(s, "purchase.order_want", "want", "1", "supplier", "Shell", "part", "FENDER", "cost", "300",
	    NULL);
	assert_says(refuse(s, "want.drop", "want", "1", "reason", "x", NULL), "ordered already");
	assert_says(refuse(s, "want.fetch", "want", "1", NULL), "has not come yet");
	run(s, "want.drop", "want", "2", "reason", "found one", NULL);
	run(s, "purchase.order_cancel", "order", "PO-261121-0001", "reason", "sold out", NULL);
	assert_string_equal(ask_text(s, "SELECT state FROM want WHERE id = 1"), "open");
	/* comes without an order: the car that waits for it is told all the same */
	assert_says(run(s, "purchase.receive", "supplier", "Shell", "original_no", "S1", "lines.0.part",
			"FENDER", "lines.0.qty", "1", "lines.0.cost", "300", NULL)
			->text,
		    "鄂A11111");
	run(s, "want.fetch", "want", "1", NULL);
	assert_string_equal(ask_text(s, "SELECT state FROM want WHERE id = 1"), "done");
}

static void a_reversed_receipt_is_waited_for_again(void **state)
{
	struct test_shop *s = *state;

	run(s, "order.request", "plate", "鄂A22222", "lines.0.part", "PAD", "lines.0.qty", "1", NULL);
	run(s, "purchase.order_want", "want", "1", "supplier", "Shell", "cost", "90", NULL);
	run(s, "purchase.receive", "supplier", "Shell", "original_no", "S1", "order", "PO-261121-0001", NULL);
	take_back(s, "PU-261121-0001");
	assert_string_equal(ask_text(s, "SELECT state FROM want"), "ordered");
	assert_string_equal(order_is(s, "PO-261121-0001"), "open");
}

static void bought_and_issued_in_one_step(void **state)
{
	struct test_shop *s = *state;
	const char *job = car_comes(s, "鄂A11111");

	run(s, "setting.set", "name", "job.authorise", "value", "no", NULL);
	run(s, "job.part", "job", job, "part", "PAD", "qty", "2", NULL);
	run(s, "purchase.for_job", "job", job, "supplier", "Shell", "original_no", "S1", "lines.0.part",
	    "PAD", "lines.0.qty", "2", "lines.0.cost", "110", NULL);
	assert_int_equal(stock_qty(s, "PAD"), 0);
	assert_int_equal(account(s, "work_in_progress"), 22000);
	assert_int_equal(owed_to(s, "Shell"), 22000);
	assert_int_equal(ask(s, "SELECT issued_qty FROM job_line"), 2000);
	assert_says(refuse(s, "purchase.for_job", "job", job, "supplier", "Shell", "original_no", "S1",
			   "lines.0.part", "PAD", "lines.0.qty", "1", "lines.0.cost", "1", NULL),
		    "is booked already");
	survives_faults(s, "purchase.for_job", "job", job, "supplier", "Shell", "original_no", "S2",
			"lines.0.part", "OIL", "lines.0.qty", "2", "lines.0.cost", "11", NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_receipt_is_due_by_the_suppliers_terms),
		TEST(bad_receipts_are_refused),
		TEST(a_gift_comes_in_at_no_value),
		TEST(what_the_carrier_collects_is_owed_to_the_carrier),
		TEST(freight_is_spread_to_the_last_fen),
		TEST(a_paid_receipt_is_not_reversed),
		TEST(a_receipt_with_freight_survives_faults),
		TEST(an_order_arrives_in_parts),
		TEST(too_much_and_another_price_are_asked_about),
		TEST(a_closed_order_takes_no_arrival),
		TEST(an_order_changes_until_it_has_come),
		TEST(the_plan_fills_up_to_the_maximum),
		TEST(last_years_use_is_proposed),
		TEST(a_short_work_order_is_ordered_by_one_key),
		TEST(the_workshop_asks_in_words),
		TEST(a_reversed_receipt_is_waited_for_again),
		TEST(bought_and_issued_in_one_step),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
