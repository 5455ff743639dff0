/* test_sale_back.c - goods come back that an advance or a card had paid, and the return is taken back. */
#include "tests/domain/counter.h"

static int begin(void **state)
{
	struct test_shop *s = counter_new();

	run(s, "card.issue", "customer", "江汉物流", "number", "M1", NULL);
	run(s, "card.top_up", "card", "M1", "amount", "300", "gift", "100", "method", "cash", NULL);
	*state = s;
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)

/* Two filters for 90.00, on account. */
static void sold(struct test_shop *s)
{
	run(s, "sale.post", "customer", "江汉物流", "lines.0.part", "OF-1", "lines.0.qty", "2", NULL);
}

static void comes_back(struct test_shop *s, const char *qty)
{
	run(s, "sale.return", "sale", "SA-261121-0001", "reason", "x", "restock", "yes", "lines.0.part",
	    "OF-1", "lines.0.qty", qty, NULL);
}

static void what_a_card_paid_later_goes_back_to_the_card(void **state)
{
	struct test_shop *s = *state;

	sold(s);
	run(s, "payment.take", "party", "江汉物流", "method", "member", "amount", "90", NULL);
	assert_int_equal(ask(s, "SELECT -sum(principal) FROM card_move WHERE principal < 0"), 6750);
	comes_back(s, "1");
	assert_int_equal(ask(s, "SELECT sum(principal) FROM card_move"), 30000 - 3375);
	assert_int_equal(ask(s, "SELECT sum(gift) FROM card_move"), 10000 - 1125);
	comes_back(s, "1");
	assert_int_equal(ask(s, "SELECT sum(principal) FROM card_move"), 30000);
	assert_int_equal(ask(s, "SELECT sum(gift) FROM card_move"), 10000);
}

static void a_return_to_two_cards_is_taken_back(void **state)
{
	struct test_shop *s = *state;

	run(s, "card.issue", "customer", "江汉物流", "number", "M2", NULL);
	run(s, "card.top_up", "card", "M2", "amount", "50", "method", "cash", NULL);
	sold(s);
	run(s, "payment.take", "party", "江汉物流", "method", "member", "amount", "40", "reference", "M2",
	    NULL);
	run(s, "payment.take", "party", "江汉物流", "method", "member", "amount", "50", "reference", "M1",
	    NULL);
	survives_faults(s, "sale.return", "sale", "SA-261121-0001", "reason", "x", "restock", "yes",
			"lines.0.part", "OF-1", "lines.0.qty", "2", NULL);
	assert_int_equal(ask(s, "SELECT sum(principal + gift) FROM card_move"), 45000);
	assert_says(refuse(s, "reverse", "document", "PY-261121-0001", "reason", "x", NULL), "was refunded");
	survives_faults(s, "reverse", "document", "SR-261121-0001", "reason", "x", NULL);
	assert_int_equal(ask(s, "SELECT sum(principal + gift) FROM card_move"), 45000 - 9000);
	assert_int_equal(ask(s, "SELECT count(*) FROM card_move WHERE principal > 0"), 4);
}

static void a_return_into_an_advance_stands_when_that_is_gone(void **state)
{
	struct test_shop *s = *state;
	const char *advance;

	run(s, "payment.take", "party", "江汉物流", "advance", "yes", "method", "cash", "amount", "90", NULL);
	advance = ask_text(s, "SELECT number FROM document WHERE kind_id = 5");
	sold(s);
	run(s, "payment.take", "party", "江汉物流", "method", "advance", "amount", "90", NULL);
	comes_back(s, "2");
	assert_int_equal(party_account(s, "江汉物流", "advance_received"), -9000);
	run(s, "payment.refund", "document", advance, "method", "cash", "amount", "60", "reason", "x", NULL);
	assert_says(refuse(s, "reverse", "document", "SR-261121-0001", "reason", "x", NULL),
		    "gave 90.00 into an advance, and only 30.00 of it is left");
	assert_int_equal(party_account(s, "江汉物流", "advance_received"), -3000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_a_card_paid_later_goes_back_to_the_card),
		TEST(a_return_to_two_cards_is_taken_back),
		TEST(a_return_into_an_advance_stands_when_that_is_gone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
