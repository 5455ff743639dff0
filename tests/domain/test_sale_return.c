/* test_sale_return.c - goods that come back over the counter, and those that are exchanged. */
#include "tests/domain/counter.h"

static void a_return_gives_back_what_was_paid(void **state)
{
	struct test_shop *s = *state;
	const char *sale = two_filters(s);
	const struct answer *a = run(s, "sale.return", "sale", sale, "lines.0.part", "OF-1", "lines.0.qty",
				     "1", "reason", "Does not fit", NULL);

	assert_says(a->text, "45.00 come back, 45.00 are given back");
	assert_int_equal(stock_qty(s, "OF-1"), 9000);
	assert_int_equal(account(s, "cost_of_goods"), 2000);
	assert_int_equal(till_cash(s), 20000 + 4500);
	assert_says(refuse(s, "sale.return", "sale", sale, "lines.0.part", "OF-1", "lines.0.qty", "1.001",
			   "reason", "x", NULL),
		    "Only 1 of OF-1 机油滤清器 can come back from this sale, not 1.001");
	run(s, "sale.return", "sale", sale, "lines.0.part", "OF-1", "reason", "x", NULL);
	assert_int_equal(account(s, "income_goods"), 0);
	assert_int_equal(account(s, "output_tax"), 0);
	assert_int_equal(account(s, "cost_of_goods"), 0);
	assert_int_equal(till_cash(s), 20000);
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
	assert_int_equal(till_cash(s), 20000);
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
	assert_int_equal(till_cash(s), 20000);
	run(s, "sale.return", "sale", sale, "lines.0.part", "OIL", "lines.0.qty", "0.001", "reason", "x",
	    NULL);
	assert_int_equal(till_cash(s), 20000);
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
	assert_int_equal(till_cash(s), 20000 + 1000);
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
	assert_int_equal(till_cash(s), 12000);
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
	assert_int_equal(till_cash(s), 16000);
	assert_says(refuse(s, "sale.return", "customer", "王强", "lines.0.part", "OF-1", "lines.0.qty", "9",
			   "reason", "x", NULL),
		    "not so much cash");
}

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
	assert_int_equal(till_cash(s), 20000 + 9000 + 3500);
	assert_int_equal(stock_qty(s, "OF-1"), 9000);
	assert_int_equal(stock_qty(s, "OIL"), 19000);
	assert_int_equal(account(s, "receivable"), 0);
	assert_says(run(s, "sale.exchange", "sale", by_id(s, s->answer.document), "lines.0.part", "OIL",
			"instead.0.part", "OF-1", "reason", "wrong again", NULL)
			->text,
		    "35.00 are given back");
	assert_int_equal(till_cash(s), 20000 + 9000);
	assert_int_equal(open_bills(s), 0);
	assert_says(refuse(s, "sale.exchange", "sale", sale, "lines.0.part", "OF-1", "instead.0.part", "OIL",
			   "reason", "x", NULL),
		    "How are the 35.00 paid?");
	survives_faults(s, "sale.exchange", "sale", sale, "lines.0.part", "OF-1", "instead.0.part", "OIL",
			"reason", "x", "pay.0.method", "cash", "pay.0.amount", "35", NULL);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, counter_begin, shop_end)
	const struct CMUnitTest tests[] = {
		T(a_return_gives_back_what_was_paid),
		T(returns_in_pieces_make_exactly_the_sale),
		T(no_piece_gives_back_more_than_was_paid),
		T(what_is_open_comes_off_before_money_goes_back),
		T(scrapped_goods_are_a_loss_and_a_fee_is_kept),
		T(money_goes_back_the_way_it_came),
		T(goods_without_their_sale_come_back_at_todays_worth),
		T(an_exchange_costs_the_difference),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
