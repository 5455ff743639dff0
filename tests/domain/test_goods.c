/* test_goods.c - goods that move in the house: vouchers, transfers, stocktakes, the close of the stock. */
#include <stdio.h>
#include "tests/domain/fault.h"

#include <stdio.h>

static int begin(void **state)
{
	struct test_shop *s = test_shop_new();

	run(s, "part.add", "code", "OIL", "name", "机油", "price", "60", "unit", "L", NULL);
	run(s, "part.add", "code", "PAD", "name", "Brake pad", "price", "300", "bin", "A-1", NULL);
	run(s, "warehouse.add", "code", "VAN", "name", "Van", "kind", "van", NULL);
	run(s, "stock.open", "part", "OIL", "qty", "10", "cost", "30", NULL);
	run(s, "stock.open", "part", "PAD", "qty", "4", "cost", "100", NULL);
	*state = s;
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)

static int64_t at(struct test_shop *s, const char *code, const char *warehouse)
{
	return ask(s,
		   "SELECT coalesce((SELECT s.qty FROM stock s JOIN part p ON p.id = s.part_id JOIN "
		   "warehouse w ON w.id = "
		   "s.warehouse_id WHERE p.code = '%s' AND w.code = '%s'), 0)",
		   code, warehouse);
}

static void reverse(struct test_shop *s, int64_t document)
{
	run(s, "reverse", "document", by_id(s, document), "reason", "wrong", NULL);
}

/* ---- vouchers ---- */

static void goods_come_without_a_supplier_and_nothing_is_owed(void **state)
{
	struct test_shop *s = *state;
	int64_t d = run(s, "stock.in", "reason", "scrap", "lines.0.part", "OIL", "lines.0.qty", "2",
			"lines.0.cost", "6", "lines.1.part", "PAD", "lines.1.qty", "1", NULL)
			->document;

	assert_says(s->answer.text, "2 parts, worth 112.00");
	assert_int_equal(stock_worth(s, "OIL"), 31200);
	assert_int_equal(stock_worth(s, "PAD"), 50000);
	assert_int_equal(account(s, "stock_found"), -11200);
	assert_int_equal(account(s, "payable"), 0);
	reverse(s, d);
	assert_int_equal(account(s, "stock_found"), 0);
	assert_int_equal(at(s, "OIL", "MAIN"), 10000);
}

static void goods_that_are_used_broken_or_handed_out_leave_with_a_reason(void **state)
{
	struct test_shop *s = *state;
	int64_t d;

	run(s, "stock.out", "reason", "internal", "picker", "boss", "lines.0.part", "OIL", "lines.0.qty", "1",
	    NULL);
	run(s, "stock.aux", "picker", "boss", "lines.0.part", "OIL", "lines.0.qty", "0.5", NULL);
	assert_int_equal(account(s, "internal_use"), 4500);
	d = run(s, "stock.loss", "reason", "damaged", "lines.0.part", "PAD", "lines.0.qty", "4", NULL)
		->document;
	assert_int_equal(account(s, "stock_loss"), 40000);
	assert_int_equal(stock_worth(s, "PAD"), 0);
	assert_says(
	    refuse(s, "stock.loss", "reason", "damaged", "lines.0.part", "PAD", "lines.0.qty", "1", NULL),
	    "None of PAD Brake pad is on hand");
	assert_says(
	    refuse(s, "stock.out", "reason", "damaged", "lines.0.part", "OIL", "lines.0.qty", "1", NULL),
	    "damaged");
	reverse(s, d);
	assert_int_equal(stock_worth(s, "PAD"), 40000);
	assert_int_equal(account(s, "stock_loss"), 0);
}

static void vouchers_survive_faults(void **state)
{
	survives_faults(*state, "stock.in", "reason", "gift", "lines.0.part", "OIL", "lines.0.qty", "1",
			NULL);
	survives_faults(*state, "stock.out", "reason", "sample", "lines.0.part", "OIL", "lines.0.qty", "1",
			NULL);
	survives_faults(*state, "stock.loss", "reason", "lost", "lines.0.part", "OIL", "lines.0.qty", "1",
			NULL);
	survives_faults(*state, "stock.aux", "picker", "boss", "lines.0.part", "OIL", "lines.0.qty", "1",
			NULL);
}

/* ---- transfers ---- */

static int64_t send(struct test_shop *s, const char *qty)
{
	return run(s, "transfer.send", "from", "MAIN", "to", "VAN", "lines.0.part", "OIL", "lines.0.qty", qty,
		   NULL)
	    ->document;
}

static void a_transfer_lies_in_transit_until_it_is_received(void **state)
{
	struct test_shop *s = *state;
	int64_t t = send(s, "4");

	assert_int_equal(at(s, "OIL", "MAIN"), 6000);
	assert_int_equal(at(s, "OIL", "VAN"), 0);
	assert_int_equal(account(s, "stock_transit"), 12000);
	assert_int_equal(stock_worth(s, "OIL"), 18000);
	run(s, "transfer.receive", "transfer", by_id(s, t), NULL);
	assert_int_equal(at(s, "OIL", "VAN"), 4000);
	assert_int_equal(account(s, "stock_transit"), 0);
	assert_int_equal(stock_worth(s, "OIL"), 30000);
}

static void a_transfer_is_received_once(void **state)
{
	struct test_shop *s = *state;
	int64_t t = send(s, "4");
	const char *number = ask_text(s, "SELECT number FROM document WHERE id = %lld", (long long)t);

	run(s, "transfer.receive", "transfer", number, "lines.0.part", "OIL", "lines.0.qty", "3", NULL);
	assert_says(s->answer.text, "1 line is still on the way");
	assert_says(refuse(s, "transfer.receive", "transfer", number, "lines.0.part", "OIL", "lines.0.qty",
			   "1.001", NULL),
		    "Only 1 of OIL 机油 is on the way");
	run(s, "transfer.receive", "transfer", number, NULL);
	assert_int_equal(at(s, "OIL", "VAN"), 4000);
	refuse(s, "transfer.receive", "transfer", number, NULL);
	assert_int_equal(at(s, "OIL", "VAN"), 4000);
	assert_int_equal(account(s, "stock_transit"), 0);
}

static void what_was_on_the_way_may_go_back_or_be_lost(void **state)
{
	struct test_shop *s = *state;
	int64_t t = send(s, "4");

	run(s, "transfer.receive", "transfer", by_id(s, t), "how", "back", "lines.0.part", "OIL",
	    "lines.0.qty", "1", NULL);
	assert_int_equal(at(s, "OIL", "MAIN"), 7000);
	run(s, "transfer.receive", "transfer", by_id(s, t), "how", "lost", NULL);
	assert_int_equal(account(s, "stock_loss"), 9000);
	assert_int_equal(account(s, "stock_transit"), 0);
	assert_says(refuse(s, "transfer.send", "from", "MAIN", "to", "MAIN", "lines.0.part", "OIL",
			   "lines.0.qty", "1", NULL),
		    "in this warehouse already");
}

static void transfers_can_be_reversed_step_by_step(void **state)
{
	struct test_shop *s = *state;
	int64_t t = send(s, "4"), r = run(s, "transfer.receive", "transfer", by_id(s, t), NULL)->document;

	assert_says(refuse(s, "reverse", "document", by_id(s, t), "reason", "x", NULL), "has been received");
	reverse(s, r);
	assert_int_equal(account(s, "stock_transit"), 12000);
	assert_int_equal(at(s, "OIL", "VAN"), 0);
	reverse(s, t);
	assert_int_equal(account(s, "stock_transit"), 0);
	assert_int_equal(at(s, "OIL", "MAIN"), 10000);
	refuse(s, "transfer.receive", "transfer", by_id(s, t), NULL);
}

static void transfers_survive_faults(void **state)
{
	struct test_shop *s = *state;

	survives_faults(s, "transfer.send", "from", "MAIN", "to", "VAN", "lines.0.part", "OIL", "lines.0.qty",
			"2", NULL);
	survives_faults(s, "transfer.receive", "transfer", by_id(s, ask(s, "SELECT max(id) FROM transfer")),
			NULL);
}

/* ---- stocktakes ---- */

static const char *open_all(struct test_shop *s)
{
	return by_id(s, run(s, "stocktake.open", "scope", "all", NULL)->id);
}

static void a_count_stands_against_the_books_of_its_moment(void **state)
{
	struct test_shop *s = *state;
	const char *take = open_all(s);

	run(s, "stocktake.count", "stocktake", take, "part", "OIL", "counted", "9", NULL);
	run(s, "stock.out", "reason", "internal", "lines.0.part", "OIL", "lines.0.qty", "3",
	    NULL); /* sold while counting */
	run(s, "stocktake.count", "stocktake", take, "part", "PAD", "counted", "5", NULL);
	run(s, "stocktake.approve", "stocktake", take, NULL);
	assert_says(s->answer.text, "gained 100.00, lost 30.00");
	assert_int_equal(at(s, "OIL", "MAIN"), 6000);
	assert_int_equal(at(s, "PAD", "MAIN"), 5000);
	assert_int_equal(account(s, "stocktake"), 3000 - 10000);
	refuse(s, "stocktake.count", "stocktake", take, "part", "OIL", "counted", "9", NULL);
}

static void a_large_difference_is_counted_until_two_counts_agree(void **state)
{
	struct test_shop *s = *state;
	const char *take = open_all(s);

	run(s, "stocktake.count", "stocktake", take, "part", "PAD", "counted", "1", NULL);
	assert_says(s->answer.text, "count it once more");
	assert_says(refuse(s, "stocktake.approve", "stocktake", take, NULL),
		    "PAD Brake pad differs by more than the tolerance");
	run(s, "stocktake.count", "stocktake", take, "part", "PAD", "counted", "0", NULL);
	assert_says(s->answer.text, "count it once more");
	run(s, "stock.out", "reason", "internal", "lines.0.part", "PAD", "lines.0.qty", "1", NULL);
	assert_says(refuse(s, "stocktake.count", "stocktake", take, "part", "PAD", "counted", "1", "add",
			   "yes", NULL),
		    "has moved since it was counted");
	run(s, "stocktake.count", "stocktake", take, "part", "PAD", "counted", "0", NULL);
	assert_says(s->answer.text, "count it once more"); /* 3 short now, 4 before */
	run(s, "stocktake.count", "stocktake", take, "part", "PAD", "counted", "0", NULL);
	run(s, "stocktake.approve", "stocktake", take, NULL);
	assert_int_equal(stock_worth(s, "PAD"), 0);
	assert_int_equal(account(s, "stocktake"), 30000);
}

static void pieces_in_two_places_are_added(void **state)
{
	struct test_shop *s = *state;
	const char *take = open_all(s);

	run(s, "stocktake.count", "stocktake", take, "part", "OIL", "counted", "6", "add", "yes", NULL);
	run(s, "stocktake.count", "stocktake", take, "part", "OIL", "counted", "4", "add", "yes", NULL);
	assert_says(s->answer.text, "counted 10");
	run(s, "stocktake.approve", "stocktake", take, NULL);
	assert_int_equal(account(s, "stocktake"), 0);
}

static void what_went_out_after_the_count_cannot_be_missing_too(void **state)
{
	struct test_shop *s = *state;
	const char *take = open_all(s);

	run(s, "setting.set", "name", "stock.count_tolerance", "value", "100000", NULL);
	run(s, "stocktake.count", "stocktake", take, "part", "OIL", "counted", "2", NULL);
	run(s, "stock.out", "reason", "internal", "lines.0.part", "OIL", "lines.0.qty", "5", NULL);
	assert_says(refuse(s, "stocktake.approve", "stocktake", take, NULL),
		    "More of OIL 机油 is missing than is left");
	assert_says(refuse(s, "stocktake.approve", "stocktake", open_all(s), NULL),
		    "Nothing has been counted yet");
}

static void the_cost_can_be_corrected_by_a_count(void **state)
{
	struct test_shop *s = *state;
	const char *take = open_all(s);

	run(s, "stocktake.count", "stocktake", take, "part", "OIL", "counted", "10", "cost", "25", NULL);
	run(s, "stocktake.approve", "stocktake", take, NULL);
	assert_int_equal(stock_worth(s, "OIL"), 25000);
	assert_int_equal(account(s, "stocktake"), 5000);
	reverse(s, ask(s, "SELECT document_id FROM stocktake"));
	assert_int_equal(stock_worth(s, "OIL"), 30000);
	assert_int_equal(account(s, "stocktake"), 0);
}

static void a_spot_check_counts_its_parts_and_bins_theirs(void **state)
{
	struct test_shop *s = *state;
	const char *spot, *bin;

	assert_says(refuse(s, "stocktake.open", "scope", "spot", NULL), "Which parts");
	assert_says(refuse(s, "stocktake.open", "scope", "bin", NULL), "Which bins");
	spot = by_id(s, run(s, "stocktake.open", "scope", "spot", "lines.0.part", "OIL", NULL)->id);
	assert_says(refuse(s, "stocktake.count", "stocktake", spot, "part", "PAD", "counted", "1", NULL),
		    "not one of the parts of this spot check");
	run(s, "stocktake.drop", "stocktake", spot, NULL);
	bin = by_id(s, run(s, "stocktake.open", "scope", "bin", "bin", "A-", NULL)->id);
	run(s, "stocktake.count", "stocktake", bin, "part", "OIL", "counted", "10", NULL);
	run(s, "stocktake.approve", "stocktake", bin, "uncounted", "gone", NULL);
	assert_int_equal(at(s, "PAD", "MAIN"), 0); /* of that bin, not found */
	assert_int_equal(at(s, "OIL", "MAIN"), 10000);
}

static void a_stocktake_survives_faults(void **state)
{
	struct test_shop *s = *state;
	const char *take = open_all(s);

	survives_faults(s, "stocktake.count", "stocktake", take, "part", "OIL", "counted", "9", "cost", "20",
			NULL);
	survives_faults(s, "stocktake.approve", "stocktake", take, "uncounted", "gone", NULL);
}

/* ---- prices ---- */

static void prices_change_by_a_document_with_before_and_after(void **state)
{
	struct test_shop *s = *state;

	run(s, "price.change", "lines.0.part", "OIL", "lines.0.price", "66", "lines.1.part", "PAD",
	    "lines.1.price", "0", NULL);
	assert_says(s->answer.text, "2 prices are changed");
	assert_int_equal(ask(s, "SELECT price FROM part WHERE code = 'OIL'"), 6600);
	assert_int_equal(ask(s, "SELECT before FROM price_change_line WHERE after = 6600"), 6000);
	run(s, "price.change", "level", "B", "lines.0.part", "OIL", "lines.0.price", "50", NULL);
	assert_int_equal(ask(s, "SELECT price FROM part_level_price"), 5000);
	assert_says(refuse(s, "price.change", "lines.0.part", "OIL", "lines.0.price", "-1", NULL),
		    "at least 0");
	assert_says(refuse(s, "price.change", NULL), "Which prices change?");
}

static void a_category_changes_by_a_factor(void **state)
{
	struct test_shop *s = *state;

	run(s, "part.change", "part", "OIL", "category", "Fluids", "price", "61.25", NULL);
	run(s, "price.change", "category", "Fluids", "factor", "110", NULL);
	assert_int_equal(ask(s, "SELECT price FROM part WHERE code = 'OIL'"), 6740); /* 67.375 to ten fen */
	assert_int_equal(ask(s, "SELECT price FROM part WHERE code = 'PAD'"), 30000);
	survives_faults(s, "price.change", "category", "Fluids", "factor", "110", NULL);
}

/* ---- the close ---- */

static void the_stock_is_fixed_as_of_a_morning(void **state)
{
	struct test_shop *s = *state;

	wait_days(s, 2);
	run(s, "stock.out", "reason", "internal", "lines.0.part", "OIL", "lines.0.qty", "1", NULL);
	assert_says(refuse(s, "stock.close", "morning", "2026-11-24", NULL), "has not begun yet");
	run(s, "stock.close", "morning", "2026-11-23", NULL);
	assert_int_equal(ask(s, "SELECT value FROM stock_close"), 70000);
	assert_int_equal(ask(s, "SELECT qty FROM stock_close"), 14000);
	assert_int_equal(ask(s, "SELECT until_on FROM period_close"),
			 ask(s, "SELECT morning_on - 1 FROM stock_close"));
	assert_says(refuse(s, "stock.close", "morning", "2026-11-22", NULL),
		    "closed as of 2026-11-23 already");
	assert_says(refuse(s, "stock.open", "part", "OIL", "qty", "1", "cost", "1", NULL),
		    "comes in by stock.in");
}

static void closing_the_stock_survives_faults(void **state)
{
	wait_days(*state, 1);
	survives_faults(*state, "stock.close", "morning", "2026-11-22", NULL);
}

static int64_t statement(struct test_shop *s, const char *column, const char *from, const char *to)
{
	const struct view *v = view_find("stock_statement");
	struct view_who who = { .lang = lang_find("en") };
	struct view_arg arg;
	struct view_query q = { .view = v, .args = &arg, .n_args = 1 };
	struct view_row *row;
	struct err e = { 0 };
	int64_t sum = 0;
	size_t n = 0;
	char period[40];

	snprintf(period, sizeof period, "%s..%s", from, to);
	assert_true(view_arg_parse(shop_reader(s->shop), v, "period", period, &who, s->arena, &arg, &e));
	assert_true(view_page(shop_reader(s->shop), &q, &who, NULL, false, 100, s->arena, &row, &n, &e));
	for (size_t i = 0; i < n; i++)
		sum += row[i].val[view_col_index(v, column)].i;
	return sum;
}

static void the_movement_statement_ties_for_any_days(void **state)
{
	static const char *const days[][2] = { { "2026-11-01", "2026-11-30" },
					       { "2026-11-22", "2026-12-05" },
					       { "2026-12-01", "2026-12-31" },
					       { "2026-11-21", "2026-11-21" } };
	struct test_shop *s = *state;

	wait_days(s, 1);
	send(s, "4");
	run(s, "stock.in", "reason", "gift", "warehouse", "VAN", "lines.0.part", "OIL", "lines.0.qty", "1",
	    "lines.0.cost", "99", NULL);
	wait_days(s, 12); /* 4 December */
	run(s, "transfer.receive", "transfer", by_id(s, ask(s, "SELECT id FROM transfer")), NULL);
	run(s, "stock.out", "reason", "internal", "lines.0.part", "OIL", "lines.0.qty", "5.5", NULL);
	for (size_t i = 0; i < 4; i++) {
		const char *from = days[i][0], *to = days[i][1];

		assert_int_equal(statement(s, "open_value", from, to) + statement(s, "in_value", from, to) +
				     statement(s, "shift", from, to) - statement(s, "out_value", from, to),
				 statement(s, "close_value", from, to));
		assert_int_equal(statement(s, "shift", from, to), 0);
		assert_int_equal(
		    statement(s, "open_value", from, to),
		    ask(s,
			"SELECT coalesce(sum(value), 0) FROM stock_move WHERE day < unixepoch('%s') / 86400",
			from));
		assert_int_equal(
		    statement(s, "close_value", from, to),
		    ask(s,
			"SELECT coalesce(sum(value), 0) FROM stock_move WHERE day <= unixepoch('%s') / 86400",
			to));
		assert_int_equal(
		    statement(s, "in_qty", from, to),
		    ask(s,
			"SELECT coalesce(sum(qty), 0) FROM stock_move WHERE qty > 0 AND day BETWEEN "
			"unixepoch('%s') / 86400 AND unixepoch('%s') / 86400",
			from, to));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(goods_come_without_a_supplier_and_nothing_is_owed),
		TEST(goods_that_are_used_broken_or_handed_out_leave_with_a_reason),
		TEST(vouchers_survive_faults),
		TEST(a_transfer_lies_in_transit_until_it_is_received),
		TEST(a_transfer_is_received_once),
		TEST(what_was_on_the_way_may_go_back_or_be_lost),
		TEST(transfers_can_be_reversed_step_by_step),
		TEST(transfers_survive_faults),
		TEST(a_count_stands_against_the_books_of_its_moment),
		TEST(a_large_difference_is_counted_until_two_counts_agree),
		TEST(pieces_in_two_places_are_added),
		TEST(what_went_out_after_the_count_cannot_be_missing_too),
		TEST(the_cost_can_be_corrected_by_a_count),
		TEST(a_spot_check_counts_its_parts_and_bins_theirs),
		TEST(a_stocktake_survives_faults),
		TEST(prices_change_by_a_document_with_before_and_after),
		TEST(a_category_changes_by_a_factor),
		TEST(the_stock_is_fixed_as_of_a_morning),
		TEST(closing_the_stock_survives_faults),
		TEST(the_movement_statement_ties_for_any_days),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
