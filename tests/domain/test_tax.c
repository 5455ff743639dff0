/* test_tax.c - tax in prices: a rate for each line, nothing lost by rounding, what is owed by month. */
#include "tests/domain/counter.h"

#include "base/muldiv.h"
#include "domain/settle_sum.h"

static int begin(void **state)
{
	*state = counter_new();
	return 0;
}

static int end(void **state)
{
	counter_free(*state);
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

static void a_line_has_the_rate_of_its_part_or_kind(void **state)
{
	struct test_shop *s = *state;

	run(s, "tax.rate", "kind", "labour", "rate", "6%", NULL);
	run(s, "tax.rate", "part", "OIL", "rate", "0%", NULL);
	run(s, "job.settle", "job", finished_job(s, "鄂A12345"), NULL);
	assert_int_equal(ask(s, "SELECT tax_rate FROM settlement_line WHERE kind = 'labour'"), 600);
	/* 200.00 at 6 %, 45.00 at 13 %, 280.00 at 0 % */
	assert_int_equal(ask(s, "SELECT net FROM settlement"), 18868 + 3982 + 28000);
	assert_int_equal(account(s, "output_tax"), -(20000 - 18868) - (4500 - 3982));
	run(s, "tax.rate", "part", "OIL", "rate", "9%", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM tax_rate"), 2);
	run(s, "tax.rate_drop", "rate", "OIL", NULL);
	run(s, "sale.post", "lines.0.part", "OIL", "lines.0.qty", "1", "pay.0.method", "cash", "pay.0.amount",
	    "80", NULL);
	assert_int_equal(ask(s, "SELECT tax_rate FROM sale_line"), 1300);
	assert_says(refuse(s, "tax.rate", "kind", "part", "part", "OIL", "rate", "6%", NULL),
		    "A rate is for one thing");
	assert_says(refuse(s, "tax.rate", "rate", "6%", NULL), "What is the rate for?");
	assert_says(refuse(s, "tax.rate", "kind", "part", "rate", "101%", NULL), "100");
}

static void a_rate_of_nothing_and_of_all(void **state)
{
	struct test_shop *s = *state;

	run(s, "setting.set", "name", "tax.rate", "value", "0%", NULL);
	run(s, "sale.post", "lines.0.part", "OF-1", "pay.0.method", "cash", "pay.0.amount", "45", NULL);
	assert_int_equal(account(s, "output_tax"), 0);
	run(s, "setting.set", "name", "tax.rate", "value", "100%", NULL);
	run(s, "sale.post", "lines.0.part", "OF-1", "lines.0.price", "45.01", "pay.0.method", "cash",
	    "pay.0.amount", "45.01", NULL);
	assert_int_equal(account(s, "output_tax"), -(4501 - 2251));
	run(s, "sale.return", "sale", "SA-261121-0002", "reason", "x", "restock", "yes", "lines.0.part",
	    "OF-1", "refund.0.method", "cash", "refund.0.amount", "45.01", NULL);
	assert_int_equal(account(s, "output_tax"), 0);
}

static void thirds_over_a_thousand_lines_make_the_whole(void **state)
{
	struct arena *a = arena_new();
	struct settle_sum m = { .n = 1000 };
	int64_t gross = 0, net = 0;

	(void)state;
	m.line = ARENA_ARRAY(a, struct settle_line, m.n);
	for (size_t i = 0; i < m.n; i++) {
		m.line[i] = (struct settle_line){ .kind = i % 2 ? "part" : "labour",
						  .amount = muldiv(10000, 1, 3) + (int64_t)(i % 3),
						  .rate = i % 3 ? 1300 : 600 };
		gross += m.line[i].amount;
	}
	settle_add_up(&m);
	assert_true(settle_discount(&m, a, NULL, 33333));
	assert_true(settle_discount(&m, a, "part", 1));
	settle_total(&m, 10);
	for (size_t i = 0; i < m.n; i++) {
		const struct settle_line *l = &m.line[i];

		assert_int_equal(l->net + l->tax, l->amount - l->discount);
		assert_int_equal(l->net, net_of(l->amount - l->discount, l->rate));
		net += l->net;
	}
	assert_int_equal(m.discount, 33334);
	assert_int_equal(m.net, net);
	assert_int_equal(m.net + m.tax, gross - 33334);
	assert_int_equal(m.total % 10, 0);
	arena_free(a);
}

static void a_credit_gives_the_tax_back_to_the_fen(void **state)
{
	struct test_shop *s = *state;

	run(s, "tax.rate", "kind", "labour", "rate", "6%", NULL);
	run(s, "job.settle", "job", finished_labour(s, "鄂A88888", "100"), "discount", "0.01", NULL);
	for (int i = 0; i < 3; i++)
		run(s, "job.credit", "job", "WO-261121-0001", "lines.0.line", "1", "lines.0.amount", "33.33",
		    "reason", "x", NULL);
	assert_int_equal(account(s, "output_tax"), 0);
	assert_int_equal(account(s, "income_labour") + account(s, "discount"), 0);
}

static void a_small_taxpayer_deducts_nothing(void **state)
{
	struct test_shop *s = *state;

	run(s, "supplier.add", "name", "Bosch", NULL);
	run(s, "purchase.receive", "supplier", "Bosch", "original_no", "1", "lines.0.part", "OF-1",
	    "lines.0.qty", "10", "lines.0.cost", "22.60", NULL);
	run(s, "setting.set", "name", "tax.small", "value", "yes", NULL);
	assert_says(refuse(s, "purchase.invoice", "receipts.0.receipt", "PU-261121-0001", "invoice_no", "F1",
			   "tax", "26", NULL),
		    "A small-scale taxpayer deducts no tax");
	run(s, "setting.set", "name", "tax.small", "value", "no", NULL);
	run(s, "purchase.invoice", "receipts.0.receipt", "PU-261121-0001", "invoice_no", "F1", "tax", "26",
	    NULL);
	assert_int_equal(account(s, "input_tax"), 2600);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_line_has_the_rate_of_its_part_or_kind),
		TEST(a_rate_of_nothing_and_of_all),
		cmocka_unit_test(thirds_over_a_thousand_lines_make_the_whole),
		TEST(a_credit_gives_the_tax_back_to_the_fen),
		TEST(a_small_taxpayer_deducts_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
