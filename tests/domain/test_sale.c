/* test_sale.c - goods over the counter: sold, owed, taken back, reversed, to the fen. */
#include "tests/domain/counter.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "domain/session.h"

static int begin(void **state)
{
	*state = counter_new();
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)

static int64_t till(struct test_shop *s)
{
	return ask(s, "SELECT sum(amount) FROM entry_line WHERE account_id = 1 AND shift_id IS NOT NULL");
}

/* Two filters for cash: "#id" of the sale. */
static const char *two_filters(struct test_shop *s)
{
	return by_id(s, run(s, "sale.post", "lines.0.part", "OF-1", "lines.0.qty", "2", "pay.0.method",
			    "cash", "pay.0.amount", "90", NULL)
			    ->document);
}

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
	assert_int_equal(till(s), 20000 + 37000);
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
	assert_int_equal(till(s), 26000);
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

/* ---- returns ---- */

static void a_return_gives_back_what_was_paid(void **state)
{
	struct test_shop *s = *state;
	const char *sale = two_filters(s);
	const struct answer *a = run(s, "sale.return", "sale", sale, "lines.0.part", "OF-1", "lines.0.qty",
				     "1", "reason", "Does not fit", NULL);

	assert_says(a->text, "45.00 come back, 45.00 are given back");
	assert_int_equal(stock_qty(s, "OF-1"), 9000);
	assert_int_equal(account(s, "cost_of_goods"), 2000);
	assert_int_equal(till(s), 20000 + 4500);
	assert_says(refuse(s, "sale.return", "sale", sale, "lines.0.part", "OF-1", "lines.0.qty", "1.001",
			   "reason", "x", NULL),
		    "Only 1 of OF-1 机油滤清器 can come back from this sale, not 1.001");
	run(s, "sale.return", "sale", sale, "lines.0.part", "OF-1", "reason", "x", NULL);
	assert_int_equal(account(s, "income_goods"), 0);
	assert_int_equal(account(s, "output_tax"), 0);
	assert_int_equal(account(s, "cost_of_goods"), 0);
	assert_int_equal(till(s), 20000);
	assert_says(refuse(s, "sale.return", "sale", sale, "lines.0.part", "OF-1", "reason", "x", NULL),
		    "is all back already");
	assert_says(refuse(s, "sale.return", "sale", sale, "lines.0.part", "OIL", "reason", "x", NULL),
		    "OIL 机油 is not on this sale");
}

static void returns_in_pieces_make_exactly_the_sale(void **state)
{
	struct test_shop *s = *state;
	const char *sale;

	run(s, "sale.post", "lines.0.part", "OIL", "lines.0.qty", "3", "lines.0.price", "33.33", "discount",
	    "0.50", "round", "yes", "pay.0.method", "cash", "pay.0.amount", "99.49", NULL);
	sale = by_id(s, s->answer.document);
	for (int i = 0; i < 3; i++)
		run(s, "sale.return", "sale", sale, "lines.0.part", "OIL", "lines.0.qty", "1", "reason", "x",
		    NULL);
	assert_int_equal(account(s, "income_goods"), 0);
	assert_int_equal(account(s, "discount"), 0);
	assert_int_equal(account(s, "output_tax"), 0);
	assert_int_equal(account(s, "rounding"), 0);
	assert_int_equal(account(s, "cost_of_goods"), 0);
	assert_int_equal(till(s), 20000);
	assert_int_equal(ask(s, "SELECT sum(value) FROM stock_value"), 20000 + 80000);
}

static void no_piece_gives_back_more_than_was_paid(void **state)
{
	struct test_shop *s = *state;
	const char *sale;

	run(s, "setting.set", "name", "settle.round_to", "value", "1", NULL);
	run(s, "sale.post", "lines.0.part", "OF-1", "lines.0.price", "45.90", "lines.1.part", "OIL",
	    "lines.1.qty", "0.001", "round", "yes", "pay.0.method", "cash", "pay.0.amount", "45", NULL);
	sale = by_id(s, s->answer.document);
	run(s, "sale.return", "sale", sale, "lines.0.part", "OF-1", "reason", "x", NULL);
	assert_int_equal(till(s), 20000);
	run(s, "sale.return", "sale", sale, "lines.0.part", "OIL", "lines.0.qty", "0.001", "reason", "x",
	    NULL);
	assert_int_equal(till(s), 20000);
	assert_int_equal(account(s, "rounding"), 0);
}

static void what_is_open_comes_off_before_money_goes_back(void **state)
{
	struct test_shop *s = *state;
	const char *sale;

	run(s, "sale.post", "customer", "江汉物流", "lines.0.part", "OIL", "lines.0.qty", "5", "pay.0.method",
	    "wechat", "pay.0.amount", "250", NULL);
	sale = by_id(s, s->answer.document);
	assert_says(run(s, "sale.return", "sale", sale, "lines.0.part", "OIL", "lines.0.qty", "1", "reason",
			"x", NULL)
			->text,
		    "off what was open");
	assert_int_equal(open_bills(s), 7000);
	run(s, "sale.return", "sale", sale, "lines.0.part", "OIL", "lines.0.qty", "4", "reason", "x", NULL);
	assert_int_equal(open_bills(s), 0);
	assert_int_equal(account(s, "wechat"), 0);
	assert_int_equal(party_account(s, "江汉物流", "receivable"), 0);
}

static void scrapped_goods_are_a_loss_and_a_fee_is_kept(void **state)
{
	struct test_shop *s = *state;
	const char *sale = two_filters(s);

	run(s, "sale.return", "sale", sale, "lines.0.part", "OF-1", "lines.0.qty", "2", "restock", "no",
	    "fee", "10", "reason", "Opened", NULL);
	assert_int_equal(stock_qty(s, "OF-1"), 8000);
	assert_int_equal(account(s, "returns_scrapped"), 4000);
	assert_int_equal(account(s, "cost_of_goods"), 0);
	assert_int_equal(account(s, "restocking_fees"), -885);
	assert_int_equal(account(s, "output_tax"), -115);
	assert_int_equal(till(s), 20000 + 1000);
}

static void money_goes_back_the_way_it_came(void **state)
{
	struct test_shop *s = *state;
	const char *sale;

	run(s, "sale.post", "lines.0.part", "OIL", "lines.0.qty", "2", "pay.0.method", "wechat",
	    "pay.0.amount", "160", NULL);
	sale = by_id(s, s->answer.document);
	hire(s, "li", "cashier");
	acts(s, "li");
	assert_says(refuse(s, "sale.return", "sale", sale, "lines.0.part", "OIL", "reason", "x",
			   "refund.0.method", "cash", "refund.0.amount", "80", NULL),
		    "It goes back the way it was paid");
	assert_says(refuse(s, "sale.return", "lines.0.part", "OIL", "reason", "x", "customer", "王强", NULL),
		    "may not take goods back without their sale");
	acts(s, "boss");
	run(s, "sale.return", "sale", sale, "lines.0.part", "OIL", "reason", "x", "refund.0.method", "cash",
	    "refund.0.amount", "80", NULL);
	assert_int_equal(account(s, "wechat"), 16000);
	assert_int_equal(till(s), 12000);
	assert_says(refuse(s, "sale.return", "sale", sale, "lines.0.part", "OIL", "reason", "x",
			   "refund.0.method", "wechat", "refund.0.amount", "79", NULL),
		    "80.00 are to be given back, not 79.00");
}

static void goods_without_their_sale_come_back_at_todays_worth(void **state)
{
	struct test_shop *s = *state;

	run(s, "sale.return", "customer", "王强", "lines.0.part", "OF-1", "lines.0.price", "40", "reason",
	    "No paper", NULL);
	assert_int_equal(stock_qty(s, "OF-1"), 11000);
	assert_int_equal(ask(s, "SELECT value FROM stock_value WHERE id = 1"), 22000);
	assert_int_equal(till(s), 16000);
	assert_says(refuse(s, "sale.return", "customer", "王强", "lines.0.part", "OF-1", "lines.0.qty", "9",
			   "reason", "x", NULL),
		    "not so much cash");
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
	assert_int_equal(till(s), 29000);
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

/* ---- exchange ---- */

static void an_exchange_costs_the_difference(void **state)
{
	struct test_shop *s = *state;
	const char *sale = two_filters(s);

	assert_string_equal(proposed(s, "sale.exchange", "pay.0.amount", "sale", sale, "lines.0.part", "OF-1",
				     "instead.0.part", "OIL", NULL),
			    "35.00");
	assert_says(run(s, "sale.exchange", "sale", sale, "lines.0.part", "OF-1", "instead.0.part", "OIL",
			"reason", "wrong part", "pay.0.method", "cash", "pay.0.amount", "35", NULL)
			->text,
		    "35.00 more");
	assert_int_equal(till(s), 20000 + 9000 + 3500);
	assert_int_equal(stock_qty(s, "OF-1"), 9000);
	assert_int_equal(stock_qty(s, "OIL"), 19000);
	assert_int_equal(account(s, "receivable"), 0);
	assert_says(run(s, "sale.exchange", "sale", by_id(s, s->answer.document), "lines.0.part", "OIL",
			"instead.0.part", "OF-1", "reason", "wrong again", NULL)
			->text,
		    "35.00 are given back");
	assert_int_equal(till(s), 20000 + 9000);
	assert_int_equal(open_bills(s), 0);
	assert_says(refuse(s, "sale.exchange", "sale", sale, "lines.0.part", "OF-1", "instead.0.part", "OIL",
			   "reason", "x", NULL),
		    "How are the 35.00 paid?");
	survives_faults(s, "sale.exchange", "sale", sale, "lines.0.part", "OF-1", "instead.0.part", "OIL",
			"reason", "x", "pay.0.method", "cash", "pay.0.amount", "35", NULL);
}

/* ---- the sale that is typed ---- */

static void a_typed_sale_is_booked_as_it_stands(void **state)
{
	struct test_shop *s = *state;

	assert_says(may_not(s, "sale.book", NULL), "There is nothing on this sale yet");
	run(s, "sale.add", "part", "OIL", "qty", "2", NULL);
	run(s, "sale.add", "part", "OIL", NULL);
	run(s, "sale.add", "part", "OF-1", NULL);
	run(s, "sale.add", "text", "Freight", "price", "12", NULL);
	run(s, "sale.line_gift", "line", "2", "gift", "regular", NULL);
	run(s, "sale.line_discount", "line", "1", "discount", "5", NULL);
	run(s, "sale.head", "customer", "王强", "remark", "by phone", NULL);
	assert_string_equal(proposed(s, "sale.book", "pay.0.amount", NULL), "247.00");
	survives_faults(s, "sale.book", "pay.0.method", "cash", "pay.0.amount", "247", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM cart"), 0);
	assert_int_equal(ask(s, "SELECT total FROM sale"), 24700);
	assert_string_equal(ask_text(s, "SELECT remark FROM document WHERE kind_id = 80"), "by phone");
	assert_string_equal(ask_text(s, "SELECT gift FROM sale_line WHERE gift IS NOT NULL"), "regular");
	assert_says(refuse(s, "sale.add", NULL), "Say what it is");
	assert_says(refuse(s, "sale.add", "text", "Freight", NULL), "needs a price");
}

static void what_somebody_allowed_stays_allowed(void **state)
{
	struct test_shop *s = *state;

	hire(s, "li", "cashier");
	run(s, "till.close", "till", "T1", "counted", "200", NULL);
	acts(s, "li");
	run(s, "till.open", "till", "T1", "float", "200", NULL);
	run(s, "sale.add", "part", "OF-1", NULL);
	assert_says(refuse(s, "sale.line_price", "line", "1", "price", "30", NULL), "You may go down");
	assert_int_equal(s->err.code, ERR_DENIED);
	session_approver(s->session, ask(s, "SELECT id FROM user WHERE name = 'boss'"));
	run(s, "sale.line_price", "line", "1", "price", "30", NULL);
	session_approver(s->session, 0);
	run(s, "sale.book", "pay.0.method", "cash", "pay.0.amount", "30", NULL);
	assert_int_equal(ask(s, "SELECT total FROM sale"), 3000);
	run(s, "sale.add", "part", "OF-1", NULL);
	assert_says(
	    refuse(s, "sale.book", "discount", "10", "pay.0.method", "cash", "pay.0.amount", "35", NULL),
	    "You may go down");
	run(s, "sale.drop", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM cart_line"), 0);
	acts(s, "boss");
}

static void a_held_sale_is_taken_up_by_somebody_else(void **state)
{
	struct test_shop *s = *state;
	const char *cart;

	hire(s, "li", "cashier");
	run(s, "sale.add", "part", "OF-1", NULL);
	run(s, "sale.hold", "label", "red van", NULL);
	assert_says(refuse(s, "sale.hold", NULL), "There is nothing on this sale yet");
	acts(s, "li");
	run(s, "sale.add", "part", "OIL", NULL);
	cart = by_id(s, ask(s, "SELECT id FROM cart WHERE state = 'held'"));
	run(s, "sale.recall", "cart", cart, NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM cart WHERE state = 'held' AND user_id = "
				"(SELECT id FROM user WHERE name = 'li')"),
			 1);
	assert_says(refuse(s, "sale.recall", "cart", cart, NULL), "on the screen already");
	run(s, "sale.drop", NULL);
	acts(s, "boss");
}

static void packages_are_sold_at_their_price(void **state)
{
	struct test_shop *s = *state;

	run(s, "part.unit", "part", "OIL", "unit", "box", "factor", "4", "price", "300", NULL);
	run(s, "sale.add", "part", "OIL", "unit", "box", "qty", "2", NULL);
	assert_string_equal(proposed(s, "sale.book", "pay.0.amount", NULL), "600.00");
	run(s, "sale.line_unit", "line", "1", NULL);
	assert_string_equal(proposed(s, "sale.book", "pay.0.amount", NULL), "160.00");
	run(s, "sale.line_unit", "line", "1", "unit", "box", NULL);
	run(s, "sale.book", "pay.0.method", "cash", "pay.0.amount", "600", NULL);
	assert_int_equal(stock_qty(s, "OIL"), 12000);
	run(s, "sale.return", "sale", by_id(s, s->answer.document), "lines.0.part", "OIL", "reason", "x",
	    NULL);
	assert_int_equal(stock_qty(s, "OIL"), 16000);
	assert_int_equal(till(s), 20000 + 30000);
	assert_says(refuse(s, "sale.add", "part", "OF-1", "unit", "box", NULL), "is not sold by “box”");
}

static void what_is_short_or_not_had_is_wanted(void **state)
{
	struct test_shop *s = *state;

	run(s, "sale.add", "part", "OF-1", "qty", "12", NULL);
	run(s, "sale.line_want", "line", "1", NULL);
	assert_int_equal(ask(s, "SELECT qty FROM want WHERE source = 'sale'"), 2000);
	run(s, "sale.line_qty", "line", "1", "qty", "3", NULL);
	assert_says(refuse(s, "sale.line_want", "line", "1", NULL), "is there: 10 on hand");
	run(s, "sale.lost", "text", "Brake hose", NULL);
	run(s, "sale.lost", "part", "OIL", "qty", "30", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM want WHERE source = 'lost'"), 2);
	assert_says(refuse(s, "sale.lost", NULL), "What was asked for?");
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

/* In a process of its own: 0 when it got the piece, 1 when there was none left, else a fault. */
static int sell_last(const char *dir)
{
	struct test_shop *s = test_shop_at(dir);
	const char *pairs[] = { "lines.0.part", "LAST", "pay.0.method", "cash", "pay.0.amount", "9", NULL };
	int got;

	if (!s)
		return 2;
	got = attempt(s, "sale.post", pairs) ? 0 : strstr(s->err.text, "None of LAST") ? 1 : 3;
	test_shop_free(s);
	return got;
}

static void the_last_piece_is_sold_once(void **state)
{
	struct test_shop *s = *state;
	int won = 0;

	run(s, "part.add", "code", "LAST", "name", "Last one", "price", "9", NULL);
	run(s, "stock.open", "part", "LAST", "qty", "1", "cost", "4", NULL);
	shop_close(s->shop); /* a connection does not live through fork() */
	for (int i = 0; i < 4; i++)
		if (fork() == 0)
			_exit(sell_last(s->dir));
	for (int i = 0; i < 4; i++) {
		int status;

		assert_true(wait(&status) > 0 && WIFEXITED(status) && WEXITSTATUS(status) < 2);
		won += WEXITSTATUS(status) == 0;
	}
	assert_int_equal(won, 1);
	s->shop = shop_open(s->path, SHOP_WORK, &s->err);
	assert_non_null(s->shop);
	s->session->shop = s->shop;
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
		TEST(a_return_gives_back_what_was_paid),
		TEST(returns_in_pieces_make_exactly_the_sale),
		TEST(no_piece_gives_back_more_than_was_paid),
		TEST(what_is_open_comes_off_before_money_goes_back),
		TEST(scrapped_goods_are_a_loss_and_a_fee_is_kept),
		TEST(money_goes_back_the_way_it_came),
		TEST(goods_without_their_sale_come_back_at_todays_worth),
		TEST(a_reversed_sale_leaves_nothing_behind),
		TEST(a_sale_on_account_is_reversed_before_it_is_paid),
		TEST(an_exchange_costs_the_difference),
		TEST(a_typed_sale_is_booked_as_it_stands),
		TEST(what_somebody_allowed_stays_allowed),
		TEST(a_held_sale_is_taken_up_by_somebody_else),
		TEST(packages_are_sold_at_their_price),
		TEST(what_is_short_or_not_had_is_wanted),
		TEST(sale_and_return_survive_faults),
		TEST(the_last_piece_is_sold_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
