/* test_card.c - value on member cards: put on, used, given back, to the fen. */
#include "tests/domain/counter.h"

#define TEST(name) cmocka_unit_test_setup_teardown(name, counter_begin, shop_end)

/* 1,000.00 and a gift of 100.00 on the card of 王强; its number. */
static const char *filled_card(struct test_shop *s)
{
	run(s, "card.issue", "customer", "王强", "level", "GOLD", "number", "M1", NULL);
	run(s, "card.top_up", "card", "M1", "amount", "1000", "gift", "100", "method", "cash", NULL);
	return "M1";
}

static int64_t holds(struct test_shop *s, const char *what)
{
	return ask(s, "SELECT after_%s FROM card_move ORDER BY id DESC LIMIT 1", what);
}

static const char *owing(struct test_shop *s, const char *price)
{
	const char *job = finished_labour(s, "鄂A12345", price);

	run(s, "job.settle", "job", job, NULL);
	return job;
}

static void a_card_gets_a_number_of_its_own(void **state)
{
	struct test_shop *s = *state;

	assert_string_equal(run(s, "card.issue", "customer", "王强", NULL)->number, "80000001");
	assert_string_equal(run(s, "card.issue", "customer", "江汉物流", "level", "GOLD", NULL)->number,
			    "80000002");
	assert_says(refuse(s, "card.issue", "customer", "王强", "number", "80000001", NULL),
		    "issued already");
	assert_says(refuse(s, "card.issue", "customer", "王强", "valid", "2026-11-20", NULL), "");
}

static void a_top_up_is_owed_and_a_gift_is_no_expense(void **state)
{
	struct test_shop *s = *state;

	filled_card(s);
	assert_says(s->answer.text, "VT-261121-0001: the card M1 holds 1,100.00");
	assert_int_equal(account(s, "stored_value"), -100000);
	assert_int_equal(account(s, "stored_gift"), -10000);
	assert_int_equal(account(s, "stored_gift_contra"), 10000);
	assert_int_equal(account(s, "cash"), 120000);
	assert_string_equal(proposed(s, "card.top_up", "gift", "card", "M1", "amount", "600", NULL), "30.00");
	assert_says(refuse(s, "card.top_up", "card", "M1", "amount", "5", "method", "member", NULL),
		    "Only money");
	assert_says(refuse(s, "card.top_up", "card", "M1", "amount", "0", "method", "cash", NULL),
		    "at least 0.01");
}

static void value_is_used_in_proportion(void **state)
{
	struct test_shop *s = *state;
	const char *job = owing(s, "550");

	filled_card(s);
	run(s, "payment.take", "job", job, "method", "member", "amount", "550", NULL);
	assert_int_equal(holds(s, "principal"), 50000);
	assert_int_equal(holds(s, "gift"), 5000);
	assert_int_equal(account(s, "payment_discount"), 5000);
	assert_int_equal(account(s, "stored_gift") + account(s, "stored_gift_contra"), 0);
	assert_int_equal(open_bills(s), 0);
}

static void the_shop_decides_what_is_used_first(void **state)
{
	struct test_shop *s = *state;
	const char *job = owing(s, "300");

	filled_card(s);
	run(s, "setting.set", "name", "card.order", "value", "2", NULL);
	run(s, "payment.take", "job", job, "method", "member", "amount", "150", NULL);
	assert_int_equal(holds(s, "gift"), 0);
	assert_int_equal(holds(s, "principal"), 95000);
	run(s, "setting.set", "name", "card.order", "value", "1", NULL);
	run(s, "card.top_up", "card", "M1", "amount", "1", "gift", "50", "method", "cash", NULL);
	run(s, "payment.take", "job", job, "method", "member", "amount", "150", NULL);
	assert_int_equal(holds(s, "gift"), 5000);
	assert_int_equal(holds(s, "principal"), 80100);
}

static void a_card_pays_no_more_than_it_holds(void **state)
{
	struct test_shop *s = *state;
	const char *job = owing(s, "2000");

	assert_says(refuse(s, "payment.take", "job", job, "method", "member", "amount", "1", NULL),
		    "has no member card");
	filled_card(s);
	assert_says(refuse(s, "payment.take", "job", job, "method", "member", "amount", "1100.01", NULL),
		    "The card M1 holds 1,100.00");
	assert_says(
	    refuse(s, "payment.take", "job", job, "method", "member", "amount", "1", "reference", "M9", NULL),
	    "no member card M9");
	run(s, "payment.take", "job", job, "pay.0.method", "member", "pay.0.amount", "1100", "pay.1.method",
	    "cash", "pay.1.amount", "900", NULL);
	assert_int_equal(holds(s, "principal") + holds(s, "gift"), 0);
}

static void a_blocked_card_pays_nothing(void **state)
{
	struct test_shop *s = *state;
	const char *job = owing(s, "100");

	filled_card(s);
	run(s, "card.change", "card", "M1", "state", "blocked", NULL);
	assert_says(
	    refuse(s, "payment.take", "job", job, "method", "member", "amount", "1", "reference", "M1", NULL),
	    "is blocked");
	assert_says(refuse(s, "card.change", "card", "M1", "state", "closed", NULL), "Refund it first");
	run(s, "card.change", "card", "M1", "state", "active", "valid", "2026-11-21", NULL);
	wait_days(s, 1);
	assert_says(refuse(s, "payment.take", "job", job, "method", "member", "amount", "1", NULL),
		    "was good until");
}

static void a_refund_gives_back_principal_alone(void **state)
{
	struct test_shop *s = *state;

	filled_card(s);
	assert_says(refuse(s, "card.refund", "card", "M1", "amount", "1000.01", "method", "cash", "reason",
			   "x", NULL),
		    "a gift is not paid out");
	run(s, "card.refund", "card", "M1", "amount", "400", "method", "cash", "reason", "moves away", NULL);
	assert_int_equal(holds(s, "principal"), 60000);
	assert_int_equal(holds(s, "gift"), 6000);
	assert_string_equal(proposed(s, "card.refund", "amount", "card", "M1", NULL), "600.00");
	run(s, "card.refund", "card", "M1", "amount", "600", "method", "cash", "reason", "rest", NULL);
	assert_int_equal(account(s, "stored_value"), 0);
	assert_int_equal(account(s, "stored_gift"), 0);
	assert_int_equal(account(s, "cash"), 20000);
	run(s, "card.change", "card", "M1", "state", "closed", NULL);
}

static void what_a_card_paid_goes_back_to_it(void **state)
{
	struct test_shop *s = *state;
	const char *job = open_job(s, "鄂A12345");

	filled_card(s);
	run(s, "payment.take", "job", job, "method", "member", "amount", "100", NULL);
	assert_says(refuse(s, "payment.refund", "document", "PY-261121-0001", "amount", "100.01", "method",
			   "member", "reason", "x", NULL),
		    "Only 100.00");
	run(s, "payment.refund", "document", "PY-261121-0001", "amount", "33", "method", "member", "reason",
	    "x", NULL);
	run(s, "payment.refund", "document", "PY-261121-0001", "amount", "67", "method", "member", "reason",
	    "x", NULL);
	assert_int_equal(holds(s, "principal"), 100000);
	assert_int_equal(holds(s, "gift"), 10000);
	assert_int_equal(account(s, "payment_discount"), 0);
}

static void payments_and_top_ups_are_reversed_while_the_value_is_there(void **state)
{
	struct test_shop *s = *state;
	const char *job = owing(s, "550");

	filled_card(s);
	run(s, "payment.take", "job", job, "method", "member", "amount", "550", NULL);
	assert_says(refuse(s, "reverse", "document", "VT-261121-0001", "reason", "x", NULL), "has used it");
	run(s, "reverse", "document", "PY-261121-0001", "reason", "x", NULL);
	assert_int_equal(open_bills(s), 55000);
	assert_int_equal(account(s, "payment_discount"), 0);
	run(s, "reverse", "document", "VT-261121-0001", "reason", "x", NULL);
	assert_int_equal(account(s, "stored_value"), 0);
	assert_int_equal(account(s, "cash"), 20000);
	run(s, "card.top_up", "card", "M1", "amount", "10", "method", "wechat", "reference", "W1", NULL);
	run(s, "card.refund", "card", "M1", "amount", "10", "method", "wechat", "reason", "x", NULL);
	run(s, "reverse", "document", "VR-261121-0001", "reason", "x", NULL);
	assert_int_equal(account(s, "stored_value"), -1000);
}

static void a_card_takes_its_discount_off_the_settlement(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished_job(s, "鄂A12345");

	filled_card(s);
	assert_string_equal(proposed(s, "job.settle", "labour_discount", "job", job, NULL), "10.00");
	assert_string_equal(proposed(s, "job.settle", "labour_discount", "job", job, "pay.0.method", "cash",
				     "pay.0.amount", "5", NULL),
			    "10.00");
	assert_null(proposed(s, "job.settle", "part_discount", "job", job, NULL));
	assert_string_equal(proposed(s, "job.settle", "pay.0.amount", "job", job, NULL), "515.00");
	hire(s, "li", "cashier");
	session_till(s->session, 1);
	acts(s, "li");
	assert_says(refuse(s, "job.settle", "job", job, "labour_discount", "25.76", NULL), "up to 25.75");
	run(s, "job.settle", "job", job, "labour_discount", "10", "pay.0.method", "member", "pay.0.amount",
	    "515", NULL);
	acts(s, "boss");
}

static void rates_of_nothing_and_of_all_are_taken(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished_job(s, "鄂A12345");

	run(s, "card_level.add", "code", "STAFF", "name", "Staff", "labour_discount", "100", "part_discount",
	    "0", "gift_rate", "100", NULL);
	assert_says(refuse(s, "card_level.add", "code", "X", "name", "x", "labour_discount", "100.01", NULL),
		    "100");
	run(s, "card.issue", "customer", "王强", "level", "STAFF", "number", "S1", NULL);
	assert_string_equal(proposed(s, "card.top_up", "gift", "card", "S1", "amount", "50", NULL), "50.00");
	assert_string_equal(proposed(s, "job.settle", "labour_discount", "job", job, NULL), "200.00");
	run(s, "job.settle", "job", job, "labour_discount", "200", NULL);
	run(s, "card_level.change", "level", "STAFF", "labour_discount", "0", NULL);
	assert_int_equal(
	    ask(s, "SELECT labour_discount + part_discount FROM card_level WHERE code = 'STAFF'"), 0);
}

static void a_sale_is_paid_and_taken_back_by_card(void **state)
{
	struct test_shop *s = *state;

	filled_card(s);
	run(s, "sale.post", "customer", "王强", "lines.0.part", "OF-1", "lines.0.qty", "2", "pay.0.method",
	    "member", "pay.0.amount", "60", "pay.1.method", "coupon", "pay.1.amount", "30", "pay.1.reference",
	    "C7", NULL);
	assert_int_equal(holds(s, "principal") + holds(s, "gift"), 104000);
	run(s, "reverse", "document", s->answer.number, "reason", "x", NULL);
	assert_int_equal(holds(s, "principal"), 100000);
	assert_int_equal(holds(s, "gift"), 10000);
	assert_int_equal(account(s, "payment_discount"), 0);
	run(s, "sale.post", "customer", "王强", "lines.0.part", "OF-1", "lines.0.qty", "2", "pay.0.method",
	    "member", "pay.0.amount", "90", NULL);
	run(s, "sale.return", "sale", s->answer.number, "lines.0.part", "OF-1", "lines.0.qty", "1", "reason",
	    "x", "restock", "yes", NULL);
	run(s, "sale.return", "sale", "SA-261121-0002", "lines.0.part", "OF-1", "lines.0.qty", "1", "reason",
	    "x", "restock", "yes", NULL);
	assert_int_equal(holds(s, "principal"), 100000);
	assert_int_equal(holds(s, "gift"), 10000);
}

static void cards_survive_faults(void **state)
{
	struct test_shop *s = *state;
	const char *job = owing(s, "550");

	run(s, "card.issue", "customer", "王强", "number", "M1", NULL);
	survives_faults(s, "card.top_up", "card", "M1", "amount", "1000", "gift", "100", "method", "cash",
			NULL);
	survives_faults(s, "payment.take", "job", job, "method", "member", "amount", "50", NULL);
	survives_faults(s, "card.refund", "card", "M1", "amount", "70", "method", "cash", "reason", "x",
			NULL);
	survives_faults(s, "reverse", "document", "VR-261121-0001", "reason", "x", NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_card_gets_a_number_of_its_own),
		TEST(a_top_up_is_owed_and_a_gift_is_no_expense),
		TEST(value_is_used_in_proportion),
		TEST(the_shop_decides_what_is_used_first),
		TEST(a_card_pays_no_more_than_it_holds),
		TEST(a_blocked_card_pays_nothing),
		TEST(a_refund_gives_back_principal_alone),
		TEST(what_a_card_paid_goes_back_to_it),
		TEST(payments_and_top_ups_are_reversed_while_the_value_is_there),
		TEST(a_card_takes_its_discount_off_the_settlement),
		TEST(rates_of_nothing_and_of_all_are_taken),
		TEST(a_sale_is_paid_and_taken_back_by_card),
		TEST(cards_survive_faults),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
