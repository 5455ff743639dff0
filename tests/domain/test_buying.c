/* test_buying.c - what is wanted, ordered, received, sent back, invoiced and paid, to the fen. */
#include "tests/domain/fault.h"

#include <stdio.h>

static int begin(void **state)
{
	struct test_shop *s = test_shop_new();

	run(s, "part.add", "code", "OIL", "name", "机油", "price", "60", "min", "10", "max", "30", NULL);
	run(s, "part.add", "code", "PAD", "name", "Brake pad", "price", "300", NULL);
	run(s, "supplier.add", "name", "Bosch", "terms", "30", NULL);
	run(s, "supplier.add", "name", "Shell", NULL);
	run(s, "till.open", "till", "T1", "float", "1000", NULL);
	*state = s;
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)

static int64_t open_with(struct test_shop *s, const char *supplier)
{
	return ask(s,
		   "SELECT coalesce(sum(o.amount), 0) FROM payable_open o JOIN party p ON p.id = o.party_id "
		   "WHERE p.name = '%s'",
		   supplier);
}

/* Ten of OIL at 30.00 from Bosch under that number. */
static const char *receive(struct test_shop *s, const char *no)
{
	return arena_strdup(s->arena,
			    run(s, "purchase.receive", "supplier", "Bosch", "original_no", no, "lines.0.part",
				"OIL", "lines.0.qty", "10", "lines.0.cost", "30", NULL)
				->number);
}

static const char *estimate(struct test_shop *s, const char *no)
{
	return arena_strdup(s->arena, run(s, "purchase.receive", "supplier", "Bosch", "original_no", no,
					  "cost_is", "estimated", "lines.0.part", "OIL", "lines.0.qty", "10",
					  "lines.0.cost", "30", NULL)
					  ->number);
}

static const char *car(struct test_shop *s, const char *plate)
{
	return by_id(s, run(s, "job.receive", "plate", plate, "name", "王伟", "phone", "13900001111",
			    "odometer", "1000", "complaint", "x", "same_phone", "yes", NULL)
			    ->id);
}

static void use(struct test_shop *s, const char *job, const char *part, const char *qty)
{
	run(s, "stock.issue", "job", job, "picker", "boss", "lines.0.part", part, "lines.0.qty", qty, NULL);
}

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

static void reverse(struct test_shop *s, const char *number)
{
	run(s, "reverse", "document", number, "reason", "wrong", NULL);
}

static const char *irreversible(struct test_shop *s, const char *number)
{
	return refuse(s, "reverse", "document", number, "reason", "wrong", NULL);
}

/* ---- receipts ---- */

static void a_receipt_is_due_by_the_suppliers_terms(void **state)
{
	struct test_shop *s = *state;

	receive(s, "A1");
	assert_int_equal(open_with(s, "Bosch"), 30000);
	assert_int_equal(ask(s, "SELECT due_on FROM payable_open"), 20778 + 30);
}

static void bad_receipts_are_refused(void **state)
{
	struct test_shop *s = *state;

	receive(s, "A1");
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
	assert_int_equal(open_with(s, "Bosch"), 0);
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
	assert_int_equal(open_with(s, "Bosch"), 10000);
	assert_int_equal(open_with(s, "德邦物流"), 21500);
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
	assert_int_equal(open_with(s, "Bosch"), 3100);
}

static void a_paid_receipt_is_not_reversed(void **state)
{
	struct test_shop *s = *state;
	const char *receipt = receive(s, "A1");

	run(s, "purchase.pay", "supplier", "Bosch", "amount", "100", "method", "bank", NULL);
	assert_says(irreversible(s, receipt), "is paid (SP-261121-0001)");
	reverse(s, "SP-261121-0001");
	assert_int_equal(open_with(s, "Bosch"), 30000);
	assert_int_equal(account(s, "bank"), 0);
	reverse(s, receipt);
	assert_int_equal(open_with(s, "Bosch"), 0);
	assert_int_equal(stock_qty(s, "OIL"), 0);
	receive(s, "A1"); /* the number is free again */
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
	reverse(s, "PU-261121-0001");
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

	receive(s, "A1");
	assert_says(refuse(s, "purchase.plan", "from", "limits", NULL), "Nothing is below its minimum");
	use(s, car(s, "鄂A11111"), "OIL", "2");
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

	receive(s, "A1");
	use(s, car(s, "鄂A11111"), "OIL", "7");
	wait_days(s, 355);
	run(s, "purchase.plan", "from", "last_year", "days", "20", NULL); /* 7 went out, 3 are there */
	assert_int_equal(ask(s, "SELECT qty FROM want"), 4000);
	assert_string_equal(proposed(s, "purchase.plan", "lines.0.qty", "from", "limits", NULL), "23");
}

static void a_short_work_order_is_ordered_by_one_key(void **state)
{
	struct test_shop *s = *state;
	const char *job = car(s, "鄂A11111");

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
	const char *job = car(s, "鄂A11111");

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
	reverse(s, "PU-261121-0001");
	assert_string_equal(ask_text(s, "SELECT state FROM want"), "ordered");
	assert_string_equal(order_is(s, "PO-261121-0001"), "open");
}

static void bought_and_issued_in_one_step(void **state)
{
	struct test_shop *s = *state;
	const char *job = car(s, "鄂A11111");

	run(s, "setting.set", "name", "job.authorise", "value", "no", NULL);
	run(s, "job.part", "job", job, "part", "PAD", "qty", "2", NULL);
	run(s, "purchase.for_job", "job", job, "supplier", "Shell", "original_no", "S1", "lines.0.part",
	    "PAD", "lines.0.qty", "2", "lines.0.cost", "110", NULL);
	assert_int_equal(stock_qty(s, "PAD"), 0);
	assert_int_equal(account(s, "work_in_progress"), 22000);
	assert_int_equal(open_with(s, "Shell"), 22000);
	assert_int_equal(ask(s, "SELECT issued_qty FROM job_line"), 2000);
	assert_says(refuse(s, "purchase.for_job", "job", job, "supplier", "Shell", "original_no", "S1",
			   "lines.0.part", "PAD", "lines.0.qty", "1", "lines.0.cost", "1", NULL),
		    "is booked already");
	survives_faults(s, "purchase.for_job", "job", job, "supplier", "Shell", "original_no", "S2",
			"lines.0.part", "OIL", "lines.0.qty", "2", "lines.0.cost", "11", NULL);
}

/* ---- returns ---- */

static void a_return_takes_the_average_and_is_owed_the_receipts_price(void **state)
{
	struct test_shop *s = *state;

	receive(s, "A1"); /* 10 at 30.00 */
	run(s, "purchase.receive", "supplier", "Shell", "original_no", "B1", "lines.0.part", "OIL",
	    "lines.0.qty", "10", "lines.0.cost", "40", NULL); /* 20 at 35.00 */
	run(s, "purchase.return", "receipt", "PU-261121-0001", "reason", "leaks", "lines.0.part", "OIL",
	    "lines.0.qty", "4", NULL);
	assert_int_equal(stock_worth(s, "OIL"), 70000 - 14000);
	assert_int_equal(open_with(s, "Bosch"), 30000 - 12000);
	assert_int_equal(account(s, "price_variance"), 2000);
	assert_says(refuse(s, "purchase.return", "receipt", "PU-261121-0001", "reason", "x", "lines.0.part",
			   "OIL", "lines.0.qty", "7", NULL),
		    "Of OIL 机油 only 6 came on PU-261121-0001 and was not sent back");
	assert_says(refuse(s, "purchase.return", "receipt", "PU-261121-0001", "reason", "x", "lines.0.part",
			   "PAD", "lines.0.qty", "1", NULL),
		    "PAD Brake pad did not come on PU-261121-0001");
	assert_says(irreversible(s, "PU-261121-0001"), "PR-261121-0001 is built on PU-261121-0001");
	reverse(s, "PR-261121-0001");
	assert_int_equal(stock_worth(s, "OIL"), 70000);
	assert_int_equal(open_with(s, "Bosch"), 30000);
	assert_int_equal(account(s, "price_variance"), 0);
	survives_faults(s, "purchase.return", "receipt", "PU-261121-0001", "reason", "leaks", "lines.0.part",
			"OIL", "lines.0.qty", "10", NULL);
	assert_int_equal(open_with(s, "Bosch"), 0);
}

static void goods_that_are_gone_do_not_go_back(void **state)
{
	struct test_shop *s = *state;

	receive(s, "A1");
	use(s, car(s, "鄂A11111"), "OIL", "8");
	assert_says(refuse(s, "purchase.return", "receipt", "PU-261121-0001", "reason", "x", "lines.0.part",
			   "OIL", "lines.0.qty", "3", NULL),
		    "Only 2 of OIL");
}

static void a_credit_is_used_before_money(void **state)
{
	struct test_shop *s = *state;

	receive(s, "A1");
	run(s, "purchase.pay", "supplier", "Bosch", "amount", "300", "method", "bank", NULL);
	run(s, "purchase.return", "receipt", "PU-261121-0001", "reason", "leaks", "lines.0.part", "OIL",
	    "lines.0.qty", "4", NULL);
	assert_int_equal(open_with(s, "Bosch"), -12000); /* he owes us */
	receive(s, "A2");
	assert_says(irreversible(s, "PU-261121-0001"), "PR-261121-0001 is built on");
	run(s, "purchase.pay", "supplier", "Bosch", "amount", "180", "method", "bank", NULL);
	assert_int_equal(open_with(s, "Bosch"), 0);
	assert_int_equal(ask(s, "SELECT count(*) FROM payable_open"), 0);
	assert_says(irreversible(s, "PR-261121-0001"), "is paid (SP-261121-0002)");
}

/* ---- goods before their invoice ---- */

static void an_invoice_corrects_what_was_estimated(void **state)
{
	struct test_shop *s = *state;
	const char *receipt = estimate(s, "A1"); /* 10 at 30.00 */

	assert_int_equal(account(s, "received_not_invoiced"), -30000);
	assert_int_equal(account(s, "payable"), 0);
	use(s, car(s, "鄂A11111"), "OIL", "4");
	run(s, "purchase.invoice", "receipts.0.receipt", receipt, "invoice_no", "F100", "lines.0.part", "OIL",
	    "lines.0.qty", "10", "lines.0.cost", "33", NULL);
	assert_int_equal(account(s, "received_not_invoiced"), 0);
	assert_int_equal(open_with(s, "Bosch"), 33000);
	assert_int_equal(stock_worth(s, "OIL"), 18000 + 1800); /* 6 of 10 are on hand */
	assert_int_equal(account(s, "price_variance"), 1200);
	assert_says(refuse(s, "purchase.invoice", "receipts.0.receipt", receipt, "invoice_no", "F101", NULL),
		    "is invoiced already (PI-261121-0001)");
	reverse(s, "PI-261121-0001");
	assert_int_equal(stock_worth(s, "OIL"), 18000);
	assert_int_equal(account(s, "price_variance"), 0);
	assert_int_equal(account(s, "received_not_invoiced"), -30000);
	survives_faults(s, "purchase.invoice", "receipts.0.receipt", receipt, "invoice_no", "F100", "tax",
			"34.51", NULL);
}

static void tax_that_is_deducted_is_no_cost(void **state)
{
	struct test_shop *s = *state;

	receive(s, "A1"); /* final: 300.00 is owed */
	run(s, "purchase.invoice", "receipts.0.receipt", "PU-261121-0001", "invoice_no", "F1", "tax", "34.51",
	    NULL);
	assert_int_equal(account(s, "input_tax"), 3451);
	assert_int_equal(stock_worth(s, "OIL"), 30000 - 3451);
	assert_int_equal(open_with(s, "Bosch"), 30000);
	run(s, "purchase.return", "receipt", "PU-261121-0001", "reason", "leaks", "lines.0.part", "OIL",
	    "lines.0.qty", "10", NULL);
	assert_int_equal(account(s, "input_tax"), 0);
	assert_int_equal(account(s, "price_variance"), 0);
	assert_int_equal(open_with(s, "Bosch"), 0);
}

static void an_invoice_that_says_the_same_books_nothing(void **state)
{
	struct test_shop *s = *state;

	receive(s, "A1");
	run(s, "purchase.invoice", "receipts.0.receipt", "PU-261121-0001", "invoice_no", "F1", NULL);
	assert_int_equal(open_with(s, "Bosch"), 30000);
	assert_int_equal(ask(s, "SELECT amount FROM purchase_invoice"), 30000);
	reverse(s, "PI-261121-0001");
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
	assert_int_equal(open_with(s, "Bosch"), 18000);
}

static void a_lower_invoice_takes_no_more_than_is_there(void **state)
{
	struct test_shop *s = *state;

	run(s, "purchase.receive", "supplier", "Shell", "original_no", "G", "business_type", "gift",
	    "lines.0.part", "OIL", "lines.0.qty", "90", NULL);
	estimate(s, "A1"); /* 100 for 300.00 */
	use(s, car(s, "鄂A11111"), "OIL", "80");
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

	receive(s, "A1");
	use(s, car(s, "鄂A11111"), "OIL", "5");
	run(s, "purchase.freight", "receipt", "PU-261121-0001", "carrier", "Shell", "original_no", "T1",
	    "amount", "9.99", NULL);
	assert_int_equal(stock_worth(s, "OIL"), 15000 + 500); /* half of 9.99 is 4.995 */
	assert_int_equal(account(s, "price_variance"), 499);
	assert_int_equal(open_with(s, "Shell"), 999);
	assert_says(refuse(s, "purchase.freight", "receipt", "PU-261121-0001", "carrier", "Shell",
			   "original_no", "t1", "amount", "1", NULL),
		    "The carrier's paper T1 is booked already");
	assert_says(irreversible(s, "PU-261121-0001"), "FR-261121-0001 is built on");
	reverse(s, "FR-261121-0001");
	assert_int_equal(stock_worth(s, "OIL"), 15000);
	assert_int_equal(account(s, "price_variance"), 0);
	survives_faults(s, "purchase.freight", "receipt", "PU-261121-0001", "carrier", "Shell", "original_no",
			"T1", "amount", "9.99", NULL);
}

/* ---- paying ---- */

static void the_oldest_debt_is_paid_first(void **state)
{
	struct test_shop *s = *state;

	receive(s, "A1");
	wait_days(s, 1);
	receive(s, "A2");
	assert_string_equal(proposed(s, "purchase.pay", "amount", "supplier",
				     by_id(s, ask(s, "SELECT id FROM party WHERE name = 'Bosch'")), NULL),
			    "600.00");
	run(s, "purchase.pay", "supplier", "Bosch", "amount", "350", "discount", "10", "method", "bank",
	    NULL);
	assert_int_equal(open_with(s, "Bosch"), 24000);
	assert_int_equal(ask(s, "SELECT count(*) FROM payable_open"), 1);
	assert_int_equal(account(s, "bank"), -35000);
	assert_int_equal(account(s, "supplier_discount"), -1000);
	run(s, "purchase.pay", "supplier", "Bosch", "amount", "40", "method", "cash", "bills.0.document",
	    "PU-261122-0001", "bills.0.amount", "40", NULL);
	assert_int_equal(open_with(s, "Bosch"), 20000);
	assert_int_equal(account(s, "cash"), 100000 - 4000);
	survives_faults(s, "purchase.pay", "supplier", "Bosch", "amount", "100", "method", "bank", NULL);
}

static void bad_payments_are_refused(void **state)
{
	struct test_shop *s = *state;

	receive(s, "A1");
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
	receive(s, "A1");
	run(s, "purchase.pay", "supplier", "Bosch", "prepaid", "300", NULL);
	assert_int_equal(open_with(s, "Bosch"), 0);
	assert_int_equal(account(s, "advance_paid"), 20000);
	assert_int_equal(account(s, "bank"), -50000);
	assert_says(irreversible(s, "SP-261121-0001"), "is used. Reverse the payment that used it first");
	reverse(s, "SP-261121-0002");
	assert_int_equal(open_with(s, "Bosch"), 30000);
	reverse(s, "SP-261121-0001");
	assert_int_equal(account(s, "advance_paid"), 0);
	assert_int_equal(account(s, "bank"), 0);
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
		TEST(a_return_takes_the_average_and_is_owed_the_receipts_price),
		TEST(goods_that_are_gone_do_not_go_back),
		TEST(a_credit_is_used_before_money),
		TEST(an_invoice_corrects_what_was_estimated),
		TEST(tax_that_is_deducted_is_no_cost),
		TEST(an_invoice_that_says_the_same_books_nothing),
		TEST(bad_invoices_are_refused),
		TEST(what_was_sent_back_before_is_not_invoiced),
		TEST(a_lower_invoice_takes_no_more_than_is_there),
		TEST(freight_that_comes_later_reaches_what_is_there),
		TEST(the_oldest_debt_is_paid_first),
		TEST(bad_payments_are_refused),
		TEST(what_is_paid_in_advance_pays_later),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
