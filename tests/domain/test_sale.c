/* test_sale.c - goods over the counter: sold, owed, reversed, to the fen. */
#include "tests/domain/counter.h"

#define TEST(name) cmocka_unit_test_setup_teardown(name, counter_begin, shop_end)

/* ---- selling ---- */

static void a_sale_posts_goods_money_and_one_entry(void **state)
{
	struct test_shop *s = *state;
	const struct answer *a = run(s, "sale.post", "lines.0.part", "OF-1", "lines.0.qty", "2",
				     "lines.1.part", "OIL", "lines.1.qty", "3.5", "pay.0.method", "cash",
				     "pay.0.amount", "370", "pay.0.tendered", "400", NULL);

	assert_string_equal(a->number, "SA-261121-0001");
	assert_says(a->text, "sold for 370.00, all paid");
	assert_says(a->text, "Change: 30.00");
	assert_int_equal(stock_qty(s, "OF-1"), 8000);
	assert_int_equal(stock_qty(s, "OIL"), 16500);
	assert_int_equal(account(s, "cost_of_goods"), 4000 + 14000);
	/* 90.00 and 280.00 at 13 % inside */
	assert_int_equal(account(s, "income_goods"), -7965 - 24779);
	assert_int_equal(account(s, "output_tax"), -(37000 - 7965 - 24779));
	assert_int_equal(till_cash(s), 20000 + 37000);
	assert_int_equal(account(s, "receivable"), 0);
	assert_int_equal(ask(s, "SELECT count(*) FROM entry WHERE document_id = %d", (int)a->document), 1);
	assert_int_equal(ask(s, "SELECT count(*) FROM print_job WHERE template = 'sale'"), 1);
}

static void a_sale_that_names_nobody_is_the_walk_in_customers(void **state)
{
	struct test_shop *s = *state;

	two_filters(s);
	two_filters(s);
	assert_int_equal(ask(s, "SELECT count(DISTINCT party_id) FROM sale"), 1);
	assert_string_equal(ask_text(s, "SELECT p.name FROM walk_in w JOIN party p ON p.id = w.party_id"),
			    "Walk-in customer");
	assert_says(refuse(s, "sale.post", "lines.0.part", "OF-1", NULL),
		    "pays at once. How are the 45.00 paid?");
	assert_says(refuse(s, "sale.post", "lines.0.part", "OF-1", "pay.0.method", "cash", "pay.0.amount",
			   "40", NULL),
		    "5.00 would stay open");
	assert_says(refuse(s, "sale.post", "lines.0.part", "OF-1", "pay.0.method", "cash", "pay.0.amount",
			   "46", NULL),
		    "Only 45.00 is open");
}

static void a_customer_with_terms_buys_on_account_up_to_the_limit(void **state)
{
	struct test_shop *s = *state;

	assert_says(
	    run(s, "sale.post", "customer", "江汉物流", "lines.0.part", "OIL", "lines.0.qty", "10", NULL)
		->text,
	    "800.00 open");
	assert_int_equal(party_account(s, "江汉物流", "receivable"), 80000);
	assert_int_equal(
	    ask(s, "SELECT due_on - (SELECT day FROM document WHERE kind_id = 80) FROM bill_open"), 30);
	assert_says(
	    refuse(s, "sale.post", "customer", "江汉物流", "lines.0.part", "OIL", "lines.0.qty", "5", NULL),
	    "江汉物流 may owe 1,000.00; 800.00 is open, and with this it would be 1,200.00. Take at least "
	    "200.00 now");
	run(s, "sale.post", "customer", "江汉物流", "lines.0.part", "OIL", "lines.0.qty", "5", "pay.0.method",
	    "wechat", "pay.0.amount", "200", NULL);
	assert_int_equal(open_bills(s), 100000);
	run(s, "payment.take", "party", "江汉物流", "method", "bank", "amount", "1000", NULL);
	assert_int_equal(open_bills(s), 0);
}

static void several_methods_pay_one_sale(void **state)
{
	struct test_shop *s = *state;

	run(s, "sale.post", "lines.0.part", "OIL", "lines.0.qty", "2", "pay.0.method", "wechat",
	    "pay.0.amount", "100", "pay.1.method", "cash", "pay.1.amount", "60", NULL);
	assert_int_equal(account(s, "wechat"), 10000);
	assert_int_equal(till_cash(s), 26000);
}

static void discounts_and_rounding_come_off_to_the_fen(void **state)
{
	struct test_shop *s = *state;

	run(s, "setting.set", "name", "settle.round_to", "value", "1", NULL);
	run(s, "sale.post", "lines.0.part", "OF-1", "lines.0.qty", "3", "lines.0.discount", "5.01",
	    "lines.1.part", "OIL", "lines.1.qty", "1.333", "discount", "7.77", "round", "yes", "pay.0.method",
	    "cash", "pay.0.amount", "228", NULL);
	assert_int_equal(ask(s, "SELECT goods FROM sale"), 13500 + 10664);
	assert_int_equal(ask(s, "SELECT discount FROM sale"), 501 + 777);
	assert_int_equal(ask(s, "SELECT total FROM sale"), 22800);
	assert_int_equal(ask(s, "SELECT rounding FROM sale"), -86);
}

static void a_gift_costs_nothing_and_its_cost_counts(void **state)
{
	struct test_shop *s = *state;

	run(s, "sale.post", "lines.0.part", "OIL", "lines.0.qty", "4", "lines.1.part", "OF-1", "lines.1.gift",
	    "Oil week", "pay.0.method", "cash", "pay.0.amount", "320", NULL);
	assert_int_equal(account(s, "cost_of_goods"), 16000 + 2000);
	assert_int_equal(ask(s, "SELECT amount FROM sale_line WHERE gift = 'Oil week'"), 0);
	assert_says(refuse(s, "sale.post", "lines.0.part", "OF-1", "business_type", "gift", NULL),
		    "Say in the remark why");
	run(s, "sale.post", "lines.0.part", "OF-1", "business_type", "gift", "remark", "opening day", NULL);
	assert_int_equal(stock_qty(s, "OF-1"), 8000);
	hire(s, "li", "cashier");
	acts(s, "li");
	assert_says(refuse(s, "sale.post", "lines.0.part", "OF-1", "lines.0.gift", "friend", NULL),
		    "You may not give goods away");
	assert_int_equal(s->err.code, ERR_DENIED);
	acts(s, "boss");
}

static void a_price_goes_down_as_far_as_the_person_may(void **state)
{
	struct test_shop *s = *state;

	hire(s, "li", "cashier");
	run(s, "till.close", "till", "T1", "counted", "200", NULL);
	acts(s, "li");
	run(s, "till.open", "till", "T1", "float", "200", NULL);
	run(s, "sale.post", "lines.0.part", "OF-1", "lines.0.price", "43.65", "pay.0.method", "cash",
	    "pay.0.amount", "43.65", NULL);
	assert_says(refuse(s, "sale.post", "lines.0.part", "OF-1", "lines.0.price", "43.64", "pay.0.method",
			   "cash", "pay.0.amount", "43.64", NULL),
		    "You may go down from 45.00 by 3%");
	assert_int_equal(s->err.code, ERR_DENIED);
	assert_string_equal(s->err.field, "lines.price");
	assert_says(refuse(s, "sale.post", "lines.0.part", "OF-1", "lines.0.price", "43.65", "discount", "1",
			   "pay.0.method", "cash", "pay.0.amount", "42.65", NULL),
		    "You may go down from 45.00");
	assert_string_equal(s->err.field, "discount");
	acts(s, "boss");
}

static void the_smallest_quantity_and_a_price_of_nothing(void **state)
{
	struct test_shop *s = *state;

	run(s, "sale.post", "lines.0.part", "OIL", "lines.0.qty", "0.001", "pay.0.method", "cash",
	    "pay.0.amount", "0.08", NULL);
	assert_int_equal(account(s, "cost_of_goods"), 4);
	assert_says(refuse(s, "sale.post", "lines.0.part", "OF-1", "lines.0.price", "0", NULL),
		    "has no price. Give one, or say why it is a gift");
	assert_says(refuse(s, "sale.post", "lines.0.part", "OF-1", "lines.0.qty", "0", NULL),
		    "at least 0.001");
	assert_says(refuse(s, "sale.post", "lines.0.part", "OF-1", "lines.0.price", "-1", NULL),
		    "at least 0");
	assert_says(refuse(s, "sale.post", "lines.0.part", "OF-1", "lines.0.qty", "10.001", "pay.0.method",
			   "cash", "pay.0.amount", "450.05", NULL),
		    "Only 10 of OF-1 机油滤清器 on hand");
	assert_says(refuse(s, "sale.post", "lines.0.part", "OIL", "lines.0.qty", "999999", "lines.0.price",
			   "9999999999", NULL),
		    "more than can be billed");
	assert_says(refuse(s, "sale.post", NULL), "Goods is needed");
}

static void a_fee_in_words_is_billed_with_the_goods(void **state)
{
	struct test_shop *s = *state;

	run(s, "sale.post", "lines.0.part", "OF-1", "lines.1.text", "Freight", "lines.1.price", "12",
	    "pay.0.method", "cash", "pay.0.amount", "57", NULL);
	assert_int_equal(account(s, "income_fees"), -1062);
	assert_says(refuse(s, "sale.post", "lines.0.text", "Freight", NULL), "or in words with a price");
}

static void what_the_carrier_collects_is_owed_by_the_carrier(void **state)
{
	struct test_shop *s = *state;

	run(s, "supplier.add", "name", "德邦物流", "phone", "95353", NULL);
	assert_says(refuse(s, "sale.post", "lines.0.part", "OIL", "collect", "yes", NULL),
		    "Who collects the money?");
	run(s, "sale.post", "customer", "王强", "lines.0.part", "OIL", "lines.0.qty", "5", "carrier",
	    "德邦物流", "collect", "yes", "pay.0.method", "cash", "pay.0.amount", "100", NULL);
	assert_int_equal(party_account(s, "德邦物流", "receivable"), 30000);
	assert_int_equal(party_account(s, "王强", "receivable"), 0);
	run(s, "payment.take", "party", "德邦物流", "method", "bank", "amount", "300", NULL);
	assert_int_equal(open_bills(s), 0);
}

/* ---- reversal ---- */

static void a_reversed_sale_leaves_nothing_behind(void **state)
{
	struct test_shop *s = *state;
	const char *sale = two_filters(s), *back;

	back = by_id(
	    s, run(s, "sale.return", "sale", sale, "lines.0.part", "OF-1", "reason", "x", NULL)->document);
	assert_says(refuse(s, "reverse", "document", sale, "reason", "x", NULL), "Reverse that first");
	run(s, "reverse", "document", back, "reason", "wrong", NULL);
	assert_int_equal(stock_qty(s, "OF-1"), 8000);
	assert_int_equal(till_cash(s), 29000);
	run(s, "till.close", "till", "T1", "counted", "290", NULL);
	run(s, "till.open", "till", "T1", "float", "300", NULL);
	run(s, "reverse", "document", sale, "reason", "wrong", NULL);
	assert_int_equal(stock_qty(s, "OF-1"), 10000);
	assert_int_equal(account(s, "income_goods"), 0);
	assert_int_equal(account(s, "cost_of_goods"), 0);
	assert_int_equal(account(s, "output_tax"), 0);
	assert_says(refuse(s, "reverse", "document", sale, "reason", "x", NULL), "is reversed already");
	assert_says(refuse(s, "sale.return", "sale", sale, "lines.0.part", "OF-1", "reason", "x", NULL),
		    "is reversed already");
}

static void a_sale_on_account_is_reversed_before_it_is_paid(void **state)
{
	struct test_shop *s = *state;
	const char *sale, *paid;

	run(s, "sale.post", "customer", "江汉物流", "lines.0.part", "OIL", "lines.0.qty", "5", NULL);
	sale = by_id(s, s->answer.document);
	run(s, "payment.take", "party", "江汉物流", "method", "bank", "amount", "400", NULL);
	paid = by_id(s, s->answer.document);
	assert_says(refuse(s, "reverse", "document", sale, "reason", "x", NULL), "was paid with PY-");
	run(s, "reverse", "document", paid, "reason", "x", NULL);
	run(s, "reverse", "document", sale, "reason", "x", NULL);
	assert_int_equal(open_bills(s), 0);
	assert_int_equal(party_account(s, "江汉物流", "receivable"), 0);
}

/* ---- bad luck ---- */

static void sale_and_return_survive_faults(void **state)
{
	struct test_shop *s = *state;
	const char *sale;

	survives_faults(s, "sale.post", "lines.0.part", "OF-1", "lines.0.qty", "2", "lines.1.part", "OIL",
			"lines.1.qty", "0.5", "discount", "1", "pay.0.method", "cash", "pay.0.amount", "129",
			NULL);
	sale = by_id(s, s->answer.document);
	survives_faults(s, "sale.return", "sale", sale, "lines.0.part", "OF-1", "lines.0.qty", "1", "fee",
			"2", "reason", "x", NULL);
	survives_faults(s, "reverse", "document", by_id(s, s->answer.document), "reason", "x", NULL);
	survives_faults(s, "reverse", "document", sale, "reason", "x", NULL);
}

static bool sell_last(struct test_shop *own, int i)
{
	(void)i;
	return attempt(
	    own, "sale.post",
	    (const char *[]){ "lines.0.part", "LAST", "pay.0.method", "cash", "pay.0.amount", "9", NULL });
}

static void the_last_piece_is_sold_once(void **state)
{
	struct test_shop *s = *state;

	run(s, "part.add", "code", "LAST", "name", "Last one", "price", "9", NULL);
	run(s, "stock.open", "part", "LAST", "qty", "1", "cost", "4", NULL);
	assert_int_equal(winners(s, 4, sell_last, "None of LAST"), 1);
	assert_int_equal(stock_qty(s, "LAST"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_sale_posts_goods_money_and_one_entry),
		TEST(a_sale_that_names_nobody_is_the_walk_in_customers),
		TEST(a_customer_with_terms_buys_on_account_up_to_the_limit),
		TEST(several_methods_pay_one_sale),
		TEST(discounts_and_rounding_come_off_to_the_fen),
		TEST(a_gift_costs_nothing_and_its_cost_counts),
		TEST(a_price_goes_down_as_far_as_the_person_may),
		TEST(the_smallest_quantity_and_a_price_of_nothing),
		TEST(a_fee_in_words_is_billed_with_the_goods),
		TEST(what_the_carrier_collects_is_owed_by_the_carrier),
		TEST(a_reversed_sale_leaves_nothing_behind),
		TEST(a_sale_on_account_is_reversed_before_it_is_paid),
		TEST(sale_and_return_survive_faults),
		TEST(the_last_piece_is_sold_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
