/* test_tax.c - tax in prices: a rate for each line, nothing lost by rounding, what is owed by month. */
#include "tests/domain/counter.h"

#include <string.h>

#include "base/muldiv.h"
#include "domain/settle_sum.h"

#define TEST(name) cmocka_unit_test_setup_teardown(name, counter_begin, shop_end)

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

static void surcharges(struct test_shop *s)
{
	run(s, "setting.set", "name", "tax.surcharge_ordinary", "value", "3%", NULL);
	run(s, "setting.set", "name", "tax.surcharge_special", "value", "8%", NULL);
}

static void the_surcharge_for_an_invoice_is_a_line_of_the_settlement(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished_job(s, "鄂A12345");

	run(s, "job.settle", "job", job, "invoice", "ordinary", NULL);
	assert_int_equal(ask(s, "SELECT total FROM settlement"), 52500); /* no rate is set */
	run(s, "job.reopen", "job", job, "reason", "x", NULL);
	surcharges(s);
	assert_string_equal(proposed(s, "job.settle", "pay.0.amount", "job", job, "discount", "25", "invoice",
				     "special", NULL),
			    "540.00");
	survives_faults(s, "job.settle", "job", job, "discount", "25", "invoice", "special", NULL);
	assert_int_equal(ask(s, "SELECT total FROM settlement ORDER BY id DESC LIMIT 1"), 54000);
	assert_int_equal(ask(s, "SELECT amount FROM settlement_line WHERE text LIKE 'Surcharge%%'"), 4000);
	assert_int_equal(account(s, "income_fees"), -3540);
	assert_int_equal(account(s, "output_tax"),
			 -(54000 - ask(s, "SELECT net FROM settlement ORDER BY id DESC LIMIT 1")));
	assert_int_equal(open_bills(s), 54000);
	run(s, "job.reopen", "job", job, "reason", "x", NULL);
	run(s, "job.settle", "job", job, "invoice", "ordinary", NULL);
	assert_int_equal(ask(s, "SELECT total FROM settlement ORDER BY id DESC LIMIT 1"), 52500 + 1575);
	assert_int_equal(ask(s, "SELECT count(*) FROM job_line WHERE surcharge"), 1);
	run(s, "job.reopen", "job", job, "reason", "x", NULL);
	run(s, "job.settle", "job", job, NULL);
	assert_int_equal(ask(s, "SELECT total FROM settlement ORDER BY id DESC LIMIT 1"), 52500);
	assert_int_equal(account(s, "income_fees"), 0);
}

static void the_counter_asks_it_too_and_gives_it_back(void **state)
{
	struct test_shop *s = *state;

	surcharges(s);
	run(s, "sale.post", "lines.0.part", "OF-1", "lines.0.qty", "2", "invoice", "ordinary", "pay.0.method",
	    "cash", "pay.0.amount", "92.70", NULL);
	assert_int_equal(ask(s, "SELECT fees FROM sale"), 270);
	assert_int_equal(account(s, "income_fees"), -239);
	assert_int_equal(account(s, "output_tax"), -1066);
	run(s, "reverse", "document", "SA-261121-0001", "reason", "x", NULL);
	assert_int_equal(account(s, "income_fees") + account(s, "output_tax"), 0);
	assert_says(refuse(s, "sale.post", "lines.0.part", "OF-1", "invoice", "red", "pay.0.method", "cash",
			   "pay.0.amount", "45", NULL),
		    "is not one of: none, ordinary, special");
}

/* ---- what is owed by month ---- */

static int64_t owed(struct test_shop *s, const char *month, const char *column)
{
	struct view_who who = { .now = s->now, .today = s->now / 86400, .lang = NULL, .may = NULL };
	const struct view *v = view_find("tax_owed");
	struct view_arg arg = { .name = "month_of", .i = 0, .to = 40000, .range = true };
	struct view_query q = { .view = v, .args = &arg, .n_args = 1 };
	struct view_row *row;
	struct err e = { 0 };
	size_t n;

	assert_true(view_page(shop_reader(s->shop), &q, &who, NULL, false, 50, s->arena, &row, &n, &e));
	for (size_t i = 0; i < n; i++)
		if (!strcmp(row[i].val[view_col_index(v, "month")].s, month))
			return row[i].val[view_col_index(v, column)].i;
	return -1;
}

static void buy(struct test_shop *s, const char *no, const char *tax)
{
	run(s, "purchase.receive", "supplier", "Bosch", "original_no", no, "lines.0.part", "OF-1",
	    "lines.0.qty", "10", "lines.0.cost", "22.60", NULL);
	run(s, "purchase.invoice", "receipts.0.receipt",
	    ask_text(s, "SELECT number FROM document WHERE kind_id = 10 ORDER BY id DESC LIMIT 1"),
	    "invoice_no", no, "tax", tax, NULL);
}

static void sell(struct test_shop *s, const char *gross)
{
	run(s, "sale.post", "lines.0.text", "fee", "lines.0.price", gross, "pay.0.method", "wechat",
	    "pay.0.amount", gross, "pay.0.reference", gross, NULL);
}

static void input_tax_that_is_left_over_is_carried_into_the_next_month(void **state)
{
	struct test_shop *s = *state;

	run(s, "supplier.add", "name", "Bosch", NULL);
	run(s, "supplier.add", "name", "SF", NULL);
	buy(s, "F1", "26");
	run(s, "purchase.freight", "receipt", "PU-261121-0001", "carrier", "SF", "original_no", "S1",
	    "amount", "10.90", "tax", "0.90", NULL);
	sell(s, "113"); /* 13.00 in it */
	run(s, "expense.add", "category", "RENT", "amount", "109", "tax", "9", "method", "bank", "payee",
	    "Landlord", NULL);
	assert_int_equal(account(s, "expense_rent"), 10000);
	assert_int_equal(account(s, "input_tax"), 3590);
	assert_int_equal(owed(s, "2026-11", "payable"), 0);
	assert_int_equal(owed(s, "2026-11", "carried_out"), 3590 - 1300);
	wait_days(s, 30);
	sell(s, "226"); /* 26.00 in it */
	assert_int_equal(owed(s, "2026-12", "carried_in"), 2290);
	assert_int_equal(owed(s, "2026-12", "payable"), 2600 - 2290);
	wait_days(s, 31);
	sell(s, "11.30");
	run(s, "expense.add", "category", "POWER", "amount", "113", "tax", "13", "method", "bank", "payee",
	    "Grid", NULL);
	run(s, "reverse", "document",
	    ask_text(s, "SELECT number FROM document WHERE kind_id = 107 ORDER BY id DESC LIMIT 1"), "reason",
	    "x", NULL);
	assert_int_equal(owed(s, "2027-01", "payable"), 130);
	assert_int_equal(owed(s, "2026-11", "payable") + owed(s, "2026-12", "payable") +
			     owed(s, "2027-01", "payable") - owed(s, "2027-01", "carried_out"),
			 -account(s, "output_tax") - account(s, "input_tax"));
}

static void a_small_taxpayer_owes_all_his_output_tax(void **state)
{
	struct test_shop *s = *state;

	run(s, "setting.set", "name", "tax.small", "value", "yes", NULL);
	run(s, "setting.set", "name", "tax.rate", "value", "3%", NULL);
	assert_says(
	    refuse(s, "expense.add", "category", "RENT", "amount", "109", "tax", "9", "method", "bank", NULL),
	    "A small-scale taxpayer deducts no tax");
	run(s, "setting.set", "name", "tax.small", "value", "no", NULL);
	assert_says(
	    refuse(s, "expense.add", "category", "RENT", "amount", "9", "tax", "9", "method", "bank", NULL),
	    "The tax is part of the 9.00");
	run(s, "setting.set", "name", "tax.small", "value", "yes", NULL);
	run(s, "expense.add", "category", "RENT", "amount", "109", "method", "bank", NULL);
	sell(s, "103");
	assert_int_equal(owed(s, "2026-11", "output"), 300);
	assert_int_equal(owed(s, "2026-11", "payable"), 300);
	assert_int_equal(owed(s, "2026-11", "carried_out"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_line_has_the_rate_of_its_part_or_kind),
		TEST(a_rate_of_nothing_and_of_all),
		cmocka_unit_test(thirds_over_a_thousand_lines_make_the_whole),
		TEST(a_credit_gives_the_tax_back_to_the_fen),
		TEST(a_small_taxpayer_deducts_nothing),
		TEST(the_surcharge_for_an_invoice_is_a_line_of_the_settlement),
		TEST(the_counter_asks_it_too_and_gives_it_back),
		TEST(input_tax_that_is_left_over_is_carried_into_the_next_month),
		TEST(a_small_taxpayer_owes_all_his_output_tax),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
