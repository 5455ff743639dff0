/* test_cart.c - the sale that is typed: booked, put aside, taken up by somebody else, and what is short of it. */
#include "tests/domain/counter.h"

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
	assert_int_equal(till_cash(s), 20000 + 30000);
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

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, counter_begin, shop_end)
	const struct CMUnitTest tests[] = {
		T(a_typed_sale_is_booked_as_it_stands),      T(what_somebody_allowed_stays_allowed),
		T(a_held_sale_is_taken_up_by_somebody_else), T(packages_are_sold_at_their_price),
		T(what_is_short_or_not_had_is_wanted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
