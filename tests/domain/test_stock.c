/* test_stock.c - parts, and goods that come, go to a work order and come back, to the fen. */
#include "tests/domain/fault.h"

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "domain/session.h"

static int begin(void **state)
{
	struct test_shop *s = test_shop_new();

	run(s, "part.add", "code", "OIL", "name", "机油", "price", "60", "unit", "L", NULL);
	run(s, "part.add", "code", "PAD", "name", "Brake pad", "price", "300", NULL);
	*state = s;
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)

/* ---- parts ---- */

static void a_code_and_a_barcode_belong_to_one_part(void **state)
{
	struct test_shop *s = *state;

	run(s, "part.add", "code", "A1", "name", "Lamp", "price", "5", "barcode", "6901234", NULL);
	assert_says(refuse(s, "part.add", "code", "a1", "name", "Other", "price", "5", NULL),
		    "There is a part A1 already: Lamp");
	assert_says(
	    refuse(s, "part.add", "code", "A2", "name", "Other", "price", "5", "barcode", "6901234", NULL),
	    "The barcode 6901234 belongs to part A1 already");
	assert_says(refuse(s, "part.change", "part", "OIL", "barcode", "6901234", NULL),
		    "belongs to part A1");
	run(s, "part.change", "part", "A1", "barcode", "6901234", "price", "6", NULL);
	assert_int_equal(ask(s, "SELECT price FROM part WHERE code = 'A1'"), 600);
	assert_says(refuse(s, "part.add", "code", "A3", "name", "x", "price", "-1", NULL), "at least 0");
}

static void a_part_on_hand_stays_in_use(void **state)
{
	struct test_shop *s = *state;

	run(s, "stock.open", "part", "OIL", "qty", "1", "cost", "1", NULL);
	assert_says(refuse(s, "part.change", "part", "OIL", "active", "no", NULL), "still on hand");
	run(s, "part.change", "part", "PAD", "active", "no", NULL);
}

static void labour_has_one_code(void **state)
{
	struct test_shop *s = *state;

	run(s, "labour.add", "code", "W1", "name", "Change oil", "hours", "0.5", "price", "80", NULL);
	assert_says(refuse(s, "labour.add", "code", "w1", "name", "x", "hours", "1", "price", "1", NULL),
		    "already: Change oil");
	run(s, "labour.change", "labour", "W1", "price", "90", NULL);
	assert_int_equal(ask(s, "SELECT price FROM labour WHERE code = 'W1'"), 9000);
}

/* ---- opening stock ---- */

static void opening_stock_is_booked_with_its_value(void **state)
{
	struct test_shop *s = *state;

	run(s, "stock.open", "part", "OIL", "warehouse", "MAIN", "qty", "10", "cost", "30.50", NULL);
	run(s, "stock.open", "part", "OIL", "qty", "0.5", "cost", "31.01", NULL);
	assert_int_equal(stock_qty(s, "OIL"), 10500);
	assert_int_equal(stock_worth(s, "OIL"), 30500 + 1551); /* half a fen away from zero */
	assert_int_equal(account(s, "stock"), 32051);
	assert_int_equal(account(s, "opening"), -32051);
}

static void opening_stock_refuses_what_cannot_be(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "stock.open", "part", "OIL", "qty", "0", "cost", "1", NULL), "at least 0.001");
	assert_says(refuse(s, "stock.open", "part", "OIL", "qty", "-1", "cost", "1", NULL), "at least 0.001");
	assert_says(refuse(s, "stock.open", "part", "OIL", "qty", "1", "cost", "-1", NULL), "at least 0");
	assert_says(refuse(s, "stock.open", "part", "OIL", "qty", "999999", "cost", "9999999999", NULL),
		    "more than can be booked");
	assert_says(refuse(s, "stock.open", "part", "NIX", "qty", "1", "cost", "1", NULL), "NIX");
	run(s, "stock.open", "part", "OIL", "qty", "999999", "cost", "0", NULL);
	assert_says(refuse(s, "stock.open", "part", "OIL", "qty", "1", "cost", "0", NULL),
		    "more of OIL 机油 than can be counted");
}

static void opening_stock_survives_faults(void **state)
{
	survives_faults(*state, "stock.open", "part", "OIL", "qty", "3", "cost", "10", NULL);
}

/* ---- issue and return ---- */

static const char *receive(struct test_shop *s, const char *plate)
{
	return by_id(s, run(s, "job.receive", "plate", plate, "name", "王伟", "phone", "13900001111",
			    "odometer", "1000", "complaint", "x", "same_phone", "yes", NULL)
			    ->id);
}

static void stock_up(struct test_shop *s, const char *code, const char *qty, const char *cost)
{
	run(s, "stock.open", "part", code, "qty", qty, "cost", cost, NULL);
}

static int64_t wip(struct test_shop *s, const char *job)
{
	return ask(s, "SELECT coalesce(sum(amount), 0) FROM entry_line WHERE account_id = 8 AND job_id = %s",
		   job + 1);
}

/* Onto the work order without a yes: a part that nobody had estimated. */
static void issue(struct test_shop *s, const char *job, const char *code, const char *qty)
{
	run(s, "stock.issue", "job", job, "picker", "boss", "lines.0.part", code, "lines.0.qty", qty, NULL);
}

static void a_part_not_on_the_job_becomes_a_line_to_be_authorised(void **state)
{
	struct test_shop *s = *state;
	const char *job = receive(s, "鄂A12345");

	stock_up(s, "OIL", "10", "30.01");
	issue(s, job, "OIL", "4.5");
	assert_int_equal(ask(s, "SELECT count(*) FROM job_line WHERE authorised = 0 AND issued_qty = 4500 "
				"AND amount = 27000"),
			 1);
	assert_int_equal(wip(s, job), 13505); /* 30010 × 4.5 ÷ 10 = 13504.5 */
	assert_int_equal(stock_worth(s, "OIL"), 30010 - 13505);
	assert_int_equal(ask(s, "SELECT total FROM job"), 27000);
	assert_string_equal(ask_text(s, "SELECT state FROM job"), "in_work");
}

static void the_whole_takes_the_whole_value(void **state)
{
	struct test_shop *s = *state;
	const char *job = receive(s, "鄂A12345");

	stock_up(s, "PAD", "3", "33.33");
	run(s, "setting.set", "name", "job.authorise", "value", "no", NULL);
	issue(s, job, "PAD", "1");
	issue(s, job, "PAD", "1");
	issue(s, job, "PAD", "1");
	assert_int_equal(stock_qty(s, "PAD"), 0);
	assert_int_equal(stock_worth(s, "PAD"), 0);
	assert_int_equal(wip(s, job), 9999);
}

static void issue_refuses_more_than_on_hand(void **state)
{
	struct test_shop *s = *state;
	const char *job = receive(s, "鄂A12345");

	stock_up(s, "PAD", "2", "100");
	assert_says(refuse(s, "stock.issue", "job", job, "picker", "boss", "lines.0.part", "PAD",
			   "lines.0.qty", "2.001", NULL),
		    "Only 2 of PAD Brake pad on hand in this warehouse, 2.001 wanted");
	assert_string_equal(s->err.field, "lines.qty");
	assert_int_equal(s->err.line, 1);
	assert_says(refuse(s, "stock.issue", "job", job, "picker", "boss", "lines.0.part", "OIL",
			   "lines.0.qty", "1", NULL),
		    "None of OIL");
	assert_says(refuse(s, "stock.issue", "job", job, "picker", "boss", "lines.0.part", "OIL",
			   "lines.0.qty", "0", NULL),
		    "at least 0.001");
	assert_says(refuse(s, "stock.issue", "job", job, "picker", "boss", "lines.0.part", "OIL",
			   "lines.0.qty", "-1", NULL),
		    "at least 0.001");
	assert_says(refuse(s, "stock.issue", "job", job, "picker", "boss", "lines.0.part", "OIL",
			   "lines.0.qty", "9999999", NULL),
		    "");
	assert_int_equal(ask(s, "SELECT count(*) FROM job_line"), 0);
	assert_int_equal(ask(s, "SELECT count(*) FROM document WHERE kind_id = 2"), 0);
}

static void only_authorised_lines_are_issued(void **state)
{
	struct test_shop *s = *state;
	const char *job = receive(s, "鄂A12345");

	stock_up(s, "PAD", "5", "100");
	assert_says(refuse(s, "stock.issue", "job", job, "picker", "boss", NULL),
		    "No part of this work order is left");
	issue(s, job, "PAD", "1");
	assert_says(refuse(s, "stock.issue", "job", job, "picker", "boss", "lines.0.part", "PAD",
			   "lines.0.qty", "1", NULL),
		    "has not said yes to PAD");
	run(s, "stock.return", "job", job, "lines.0.part", "PAD", "lines.0.qty", "1", NULL);
	assert_says(may_not(s, "stock.issue", "job", job, NULL), "has not said yes");
	assert_null(proposed(s, "stock.issue", "lines.0.qty", "job", job, NULL));
	run(s, "setting.set", "name", "job.authorise", "value", "no", NULL);
	assert_string_equal(proposed(s, "stock.issue", "lines.0.qty", "job", job, NULL), "1");
	run(s, "stock.issue", "job", job, "picker", "boss", NULL);
	assert_int_equal(stock_qty(s, "PAD"), 4000);
}

static void a_return_brings_back_what_its_issue_took(void **state)
{
	struct test_shop *s = *state;
	const char *job = receive(s, "鄂A12345");

	run(s, "setting.set", "name", "job.authorise", "value", "no", NULL);
	stock_up(s, "OIL", "3", "10");
	issue(s, job, "OIL", "2");     /* takes 20.00 */
	stock_up(s, "OIL", "9", "20"); /* 10 for 190.00 */
	issue(s, job, "OIL", "1");     /* takes 19.00 */
	assert_int_equal(wip(s, job), 3900);
	run(s, "stock.return", "job", job, "lines.0.part", "OIL", "lines.0.qty", "1.5", NULL);
	assert_int_equal(wip(s, job), 1500); /* all of the last issue, and 0.5 of 2 for 20.00 */
	assert_says(refuse(s, "stock.return", "job", job, "lines.0.part", "OIL", "lines.0.qty", "1.6", NULL),
		    "Only 1.5 of OIL 机油 is out");
	run(s, "stock.return", "job", job, "lines.0.part", "OIL", "lines.0.qty", "0.7", "lines.1.part", "OIL",
	    "lines.1.qty", "0.8", NULL);
	assert_int_equal(wip(s, job), 0);
	assert_int_equal(stock_worth(s, "OIL"), 21000);
	assert_int_equal(ask(s, "SELECT issued_qty FROM job_line"), 0);
}

static void a_cancelled_job_takes_no_goods(void **state)
{
	struct test_shop *s = *state;
	const char *job = receive(s, "鄂A12345");

	stock_up(s, "PAD", "5", "100");
	if (!command_find("job.cancel"))
		skip();
	run(s, "job.cancel", "job", job, "reason", "gone", NULL);
	assert_says(refuse(s, "stock.issue", "job", job, "picker", "boss", "lines.0.part", "PAD",
			   "lines.0.qty", "1", NULL),
		    "");
}

static void issue_and_return_survive_faults(void **state)
{
	struct test_shop *s = *state;
	const char *job = receive(s, "鄂A12345");

	stock_up(s, "PAD", "5", "100");
	stock_up(s, "OIL", "5", "33.33");
	survives_faults(s, "stock.issue", "job", job, "picker", "boss", "lines.0.part", "PAD", "lines.0.qty",
			"2", "lines.1.part", "OIL", "lines.1.qty", "3", NULL);
	survives_faults(s, "stock.return", "job", job, "lines.0.part", "PAD", "lines.0.qty", "1",
			"lines.1.part", "OIL", "lines.1.qty", "1", NULL);
	assert_int_equal(wip(s, job), 10000 + 6666);
}

/* Each of them has a work order of its own, in the order they came. */
static bool take_last(struct test_shop *own, int i)
{
	char job[24];

	snprintf(job, sizeof job, "#%d", i + 1);
	return attempt(own, "stock.issue",
		       (const char *[]){ "job", job, "picker", "boss", "lines.0.part", "PAD", "lines.0.qty",
					 "1", NULL });
}

static void the_last_piece_has_one_winner(void **state)
{
	struct test_shop *s = *state;
	char plate[16];

	stock_up(s, "PAD", "1", "100");
	for (int i = 0; i < 4; i++) {
		snprintf(plate, sizeof plate, "鄂A1234%d", i);
		receive(s, plate);
	}
	assert_int_equal(winners(s, 4, take_last, "None of PAD"), 1);
	assert_int_equal(stock_qty(s, "PAD"), 0);
}

/* ---- receipts ---- */

static void supplier(struct test_shop *s)
{
	run(s, "supplier.add", "name", "Bosch", "phone", "02712345678", NULL);
}

static void a_receipt_is_owed_to_the_supplier(void **state)
{
	struct test_shop *s = *state;

	supplier(s);
	run(s, "purchase.receive", "supplier", "Bosch", "original_no", "L-77", "lines.0.part", "OIL",
	    "lines.0.qty", "2.5", "lines.0.cost", "10.01", "lines.1.part", "PAD", "lines.1.qty", "4",
	    "lines.1.cost", "100", NULL);
	assert_int_equal(account(s, "payable"), -2503 - 40000);
	assert_int_equal(stock_worth(s, "OIL"), 2503); /* 25.025 */
	assert_int_equal(ask(s, "SELECT last_cost FROM part WHERE code = 'PAD'"), 10000);
	assert_says(refuse(s, "purchase.receive", "supplier", "Bosch", "original_no", "l-77", "lines.0.part",
			   "OIL", "lines.0.qty", "1", "lines.0.cost", "1", NULL),
		    "The supplier's paper L-77 is booked already (PU-261121-0001)");
	assert_says(refuse(s, "purchase.receive", "supplier", "Bosch", "original_no", "L-78", NULL),
		    "Which parts have come");
	survives_faults(s, "purchase.receive", "supplier", "Bosch", "original_no", "L-79", "lines.0.part",
			"OIL", "lines.0.qty", "1", "lines.0.cost", "1", NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_code_and_a_barcode_belong_to_one_part),
		TEST(a_part_on_hand_stays_in_use),
		TEST(labour_has_one_code),
		TEST(opening_stock_is_booked_with_its_value),
		TEST(opening_stock_refuses_what_cannot_be),
		TEST(opening_stock_survives_faults),
		TEST(a_part_not_on_the_job_becomes_a_line_to_be_authorised),
		TEST(the_whole_takes_the_whole_value),
		TEST(issue_refuses_more_than_on_hand),
		TEST(only_authorised_lines_are_issued),
		TEST(a_return_brings_back_what_its_issue_took),
		TEST(a_cancelled_job_takes_no_goods),
		TEST(issue_and_return_survive_faults),
		TEST(the_last_piece_has_one_winner),
		TEST(a_receipt_is_owed_to_the_supplier),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
