/* test_advance.c - money that waits: earnest money, deposits on things, and what channels pay. */
#include "tests/domain/counter.h"

#define TEST(name) cmocka_unit_test_setup_teardown(name, counter_begin, shop_end)

/* ---- earnest money ---- */

static void earnest_money_may_be_kept(void **state)
{
	struct test_shop *s = *state;
	const char *job = open_job(s, "鄂A12345");

	run(s, "payment.take", "job", job, "method", "cash", "amount", "300", "forfeitable", "yes", NULL);
	assert_string_equal(
	    proposed(s, "advance.keep", "amount", "document", by_id(s, s->answer.document), NULL), "300.00");
	assert_says(
	    refuse(s, "advance.keep", "document", "PY-261121-0001", "amount", "300.01", "reason", "x", NULL),
	    "Only 300.00 of PY-261121-0001 is left");
	run(s, "advance.keep", "document", "PY-261121-0001", "amount", "100", "reason", "did not come", NULL);
	assert_int_equal(account(s, "advance_kept"), -10000);
	assert_int_equal(party_account(s, "王强", "advance_received"), -20000);
	assert_says(refuse(s, "payment.refund", "document", "PY-261121-0001", "amount", "200.01", "method",
			   "cash", "reason", "x", NULL),
		    "Only 200.00");
	run(s, "payment.refund", "document", "PY-261121-0001", "amount", "200", "method", "cash", "reason",
	    "x", NULL);
	assert_says(
	    refuse(s, "advance.keep", "document", "PY-261121-0001", "amount", "1", "reason", "x", NULL),
	    "Nothing of PY-261121-0001 is left");
	run(s, "reverse", "document", "AK-261121-0001", "reason", "x", NULL);
	assert_int_equal(account(s, "advance_kept"), 0);
	assert_int_equal(party_account(s, "王强", "advance_received"), -10000);
}

static void an_advance_that_is_no_earnest_money_is_not_kept(void **state)
{
	struct test_shop *s = *state;
	const char *job = open_job(s, "鄂A12345");

	run(s, "payment.take", "job", job, "method", "cash", "amount", "300", NULL);
	assert_says(
	    refuse(s, "advance.keep", "document", "PY-261121-0001", "amount", "1", "reason", "x", NULL),
	    "is no earnest money");
	run(s, "payment.take", "party", "江汉物流", "method", "cash", "amount", "50", "advance", "yes",
	    "forfeitable", "yes", NULL);
	run(s, "advance.keep", "document", "PY-261121-0002", "amount", "50", "reason", "x", NULL);
	assert_int_equal(party_account(s, "江汉物流", "advance_received"), 0);
}

static void only_a_manager_gives_earnest_money_back(void **state)
{
	struct test_shop *s = *state;
	const char *job = open_job(s, "鄂A12345");
	const char *const right[] = { "role", "cashier", "right", "payment.refund", NULL };

	run(s, "payment.take", "job", job, "method", "cash", "amount", "300", "forfeitable", "yes", NULL);
	assert_true(attempt(s, "role.grant", right));
	hire(s, "li", "cashier");
	session_till(s->session, 1);
	acts(s, "li");
	assert_says(refuse(s, "payment.refund", "document", "PY-261121-0001", "amount", "1", "method", "cash",
			   "reason", "x", NULL),
		    "earnest money");
	assert_int_equal(s->err.code, ERR_DENIED);
	acts(s, "boss");
}

/* ---- deposits on things ---- */

static void a_deposit_goes_back_with_its_thing(void **state)
{
	struct test_shop *s = *state;

	run(s, "deposit.take", "party", "王强", "kind", "LOANER", "thing", "鄂A00001", "amount", "500",
	    "method", "cash", "tendered", "600", NULL);
	assert_says(s->answer.text, "500.00 lies here for 鄂A00001");
	assert_says(s->answer.text, "Change: 100.00");
	assert_int_equal(party_account(s, "王强", "deposit_held"), -50000);
	assert_string_equal(
	    proposed(s, "deposit.back", "amount", "deposit", by_id(s, s->answer.document), NULL), "500.00");
	assert_says(refuse(s, "deposit.back", "deposit", "DT-261121-0001", "amount", "400", "keep", "100.01",
			   "reason", "x", NULL),
		    "Only 500.00");
	assert_says(
	    refuse(s, "deposit.back", "deposit", "DT-261121-0001", "amount", "400", "keep", "100", NULL),
	    "why something is kept");
	run(s, "deposit.back", "deposit", "DT-261121-0001", "amount", "380", "keep", "120", "reason",
	    "scratched", NULL);
	assert_int_equal(account(s, "other_income"), -12000);
	assert_int_equal(account(s, "cash"), 32000);
	assert_says(refuse(s, "deposit.back", "deposit", "DT-261121-0001", NULL),
		    "Nothing of DT-261121-0001");
	assert_says(refuse(s, "reverse", "document", "DT-261121-0001", "reason", "x", NULL), "given back");
	run(s, "reverse", "document", "DB-261121-0001", "reason", "x", NULL);
	run(s, "reverse", "document", "DT-261121-0001", "reason", "x", NULL);
	assert_int_equal(account(s, "cash"), 20000);
	assert_int_equal(account(s, "deposit_held"), 0);
}

static void the_shop_decides_what_deposits_are_for(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "deposit.take", "party", "王强", "kind", "KEY", "thing", "spare", "method",
			   "cash", NULL),
		    "No amount is usual");
	run(s, "deposit.kind", "code", "BATTERY", "title", "Battery", "amount", "80", NULL);
	assert_says(refuse(s, "deposit.kind", "code", "BATTERY", "title", "x", NULL),
		    "There is a thing BATTERY already");
	run(s, "deposit.take", "party", "王强", "kind", "Battery", "thing", "60 Ah", "method", "cash", NULL);
	assert_says(s->answer.text, "80.00 lies here for 60 Ah");
	run(s, "deposit.kind_change", "kind", "BATTERY", "amount", "0", "active", "no", NULL);
	assert_says(refuse(s, "deposit.take", "party", "王强", "kind", "BATTERY", "thing", "x", "amount", "1",
			   "method", "cash", NULL),
		    "BATTERY");
	run(s, "deposit.back", "deposit", "DT-261121-0001", "reason", "x", NULL);
	assert_int_equal(account(s, "deposit_held"), 0);
	survives_faults(s, "deposit.kind_change", "kind", "BATTERY", "active", "yes", NULL);
	checks_silent(s);
}

static void a_deposit_is_counted_with_the_till(void **state)
{
	struct test_shop *s = *state;

	run(s, "deposit.take", "party", "王强", "kind", "CORE", "thing", "OF-1", "amount", "50", "method",
	    "cash", NULL);
	run(s, "card.issue", "customer", "王强", "number", "M1", NULL);
	run(s, "card.top_up", "card", "M1", "amount", "100", "method", "wechat", NULL);
	assert_says(run(s, "till.close", "till", "T1", "counted", "250", "wechat", "100", NULL)->text,
		    "it ties");
}

static void waiting_money_survives_faults(void **state)
{
	struct test_shop *s = *state;
	const char *job = open_job(s, "鄂A12345");

	run(s, "payment.take", "job", job, "method", "cash", "amount", "300", "forfeitable", "yes", NULL);
	survives_faults(s, "advance.keep", "document", "PY-261121-0001", "amount", "100", "reason", "x",
			NULL);
	survives_faults(s, "payment.take", "party", "王强", "method", "cash", "amount", "30", "advance",
			"yes", NULL);
	survives_faults(s, "deposit.take", "party", "王强", "kind", "KEY", "thing", "key", "amount", "50",
			"method", "cash", NULL);
	survives_faults(s, "deposit.back", "deposit", "DT-261121-0001", "amount", "40", "keep", "10",
			"reason", "x", NULL);
	survives_faults(s, "reverse", "document", "DB-261121-0001", "reason", "x", NULL);
}

/* ---- channels ---- */

static void line(struct test_shop *s, const char *reference, const char *amount, const char *fee)
{
	run(s, "channel.line", "method", "wechat", "day", "2026-11-21", "reference", reference, "amount",
	    amount, "fee", fee, NULL);
}

static void wechat(struct test_shop *s, const char *job, const char *reference, const char *amount)
{
	run(s, "payment.take", "job", job, "method", "wechat", "amount", amount, "reference", reference,
	    NULL);
}

static const char *state_of(struct test_shop *s, const char *reference)
{
	return ask_text(
	    s,
	    "SELECT CASE WHEN document_id IS NOT NULL THEN 'paid' ELSE 'open' END FROM channel_line WHERE "
	    "reference = '%s'",
	    reference);
}

static void a_channel_pays_what_our_books_know(void **state)
{
	struct test_shop *s = *state;
	const char *job = open_job(s, "鄂A12345");

	wechat(s, job, "W1", "100");
	wechat(s, job, "W2", "50");
	assert_says(refuse(s, "channel.pay", "method", "wechat", "until", "today", NULL),
		    "Import its statement first");
	line(s, "W1", "100", "0.60");
	line(s, "W2", "55", "0.33");
	line(s, "W3", "10", "0.06");
	assert_says(refuse(s, "channel.line", "method", "wechat", "day", "today", "reference", "W1", "amount",
			   "100", NULL),
		    "here already");
	assert_says(refuse(s, "channel.pay", "method", "wechat", "until", "today", "got", "100", NULL),
		    "come to 100.00 less 0.60");
	run(s, "channel.pay", "method", "wechat", "until", "today", "got", "99.40", NULL);
	assert_says(s->answer.text, "2 lines wait");
	assert_int_equal(account(s, "bank"), 9940);
	assert_int_equal(account(s, "channel_fee"), 60);
	assert_int_equal(account(s, "wechat"), 5000);
	assert_string_equal(state_of(s, "W1"), "paid");
	assert_string_equal(state_of(s, "W2"), "open");
	run(s, "reverse", "document", s->answer.number, "reason", "x", NULL);
	assert_string_equal(state_of(s, "W1"), "open");
	assert_int_equal(account(s, "bank"), 0);
	run(s, "channel.pay", "method", "wechat", "until", "today", "all", "yes", NULL);
	assert_int_equal(account(s, "bank"), 16500 - 99);
}

static void transfers_survive_faults(void **state)
{
	struct test_shop *s = *state;

	wechat(s, open_job(s, "鄂A12345"), "W1", "100");
	line(s, "W1", "100", "0.60");
	survives_faults(s, "channel.pay", "method", "wechat", "until", "today", NULL);
	survives_faults(s, "reverse", "document", "CP-261121-0001", "reason", "x", NULL);
}

static void the_shop_decides_which_ways_to_pay_it_takes(void **state)
{
	struct test_shop *s = *state;
	const char *job = open_job(s, "鄂A12345");

	run(s, "method.change", "method", "alipay", "taken", "no", NULL);
	assert_says(refuse(s, "payment.take", "job", job, "method", "alipay", "amount", "1", NULL),
		    "is not taken here");
	run(s, "method.change", "method", "card", "needs_number", "yes", NULL);
	assert_says(refuse(s, "payment.take", "job", job, "method", "card", "amount", "1", NULL),
		    "needs its number");
	run(s, "payment.take", "job", job, "method", "card", "amount", "1", "reference", "7", NULL);
	assert_says(refuse(s, "method.change", "method", "cash", "taken", "no", NULL), "always taken");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(earnest_money_may_be_kept),
		TEST(an_advance_that_is_no_earnest_money_is_not_kept),
		TEST(only_a_manager_gives_earnest_money_back),
		TEST(a_deposit_goes_back_with_its_thing),
		TEST(the_shop_decides_what_deposits_are_for),
		TEST(a_deposit_is_counted_with_the_till),
		TEST(waiting_money_survives_faults),
		TEST(a_channel_pays_what_our_books_know),
		TEST(transfers_survive_faults),
		TEST(the_shop_decides_which_ways_to_pay_it_takes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
