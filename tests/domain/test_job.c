/* test_job.c - a work order: its lines, the customer's yes, finishing, changing and cancelling. */
#include "tests/domain/car.h"

#include "db/check.h"

static const char *add_part(struct test_shop *s, const char *job, const char *part, const char *qty)
{
	return by_id(s, run(s, "job.part", "job", job, "part", part, "qty", qty, NULL)->id);
}

static const char *add_labour(struct test_shop *s, const char *job)
{
	return by_id(s, run(s, "job.labour", "job", job, "labour", "MS", NULL)->id);
}

static int64_t job_int(struct test_shop *s, const char *job, const char *col)
{
	return ask(s, "SELECT %s FROM job WHERE id = %s", col, job + 1);
}

static const char *state_of(struct test_shop *s, const char *job)
{
	return ask_text(s, "SELECT state FROM job WHERE id = %s", job + 1);
}

static void says_yes(struct test_shop *s, const char *job)
{
	run(s, "job.authorise", "job", job, "by", "王强", "how", "phone", NULL);
}

/* ---- lines ---- */

static void lines_come_from_the_list_or_in_words(void **state)
{
	struct test_shop *s = *state;
	const char *job = car_receive(s);

	add_labour(s, job);
	add_part(s, job, "OIL", "4.5");
	run(s, "job.part", "job", job, "text", "Special clip", "qty", "3", "price", "1.5", NULL);
	run(s, "job.labour", "job", job, "text", "Weld the exhaust", "price", "150", "hours", "0.5", NULL);
	run(s, "job.fee", "job", job, "text", "Towing", "price", "300", NULL);
	assert_string_equal(s->answer.text, "Towing: 300.00");
	assert_int_equal(job_int(s, job, "total"), 20000 + 36000 + 450 + 15000 + 30000);
	assert_string_equal(ask_text(s, "SELECT group_concat(pos || kind) FROM job_line"),
			    "1labour,2part,3part,4labour,5fee");
	assert_int_equal(ask(s, "SELECT sum(hours) FROM job_line"), 1500);
	checks_silent(s);
}

static void a_line_says_what_it_is_and_what_it_costs(void **state)
{
	struct test_shop *s = *state;
	const char *job = car_receive(s);

	assert_says(refuse(s, "job.part", "job", job, "qty", "1", NULL),
		    "from the list, or in words with a price");
	assert_says(refuse(s, "job.part", "job", job, "text", "Clip", NULL),
		    "“Clip” is not in the list, so it needs a price");
	assert_says(refuse(s, "job.labour", "job", job, NULL), "from the list, or in words");
	assert_says(refuse(s, "job.fee", "job", job, "text", "Towing", NULL), "Price is needed");
	assert_says(refuse(s, "job.part", "job", job, "part", "NONE", NULL), "NONE");
	refuse(s, "job.part", "job", job, "part", "OIL", "qty", "0", NULL);
	refuse(s, "job.part", "job", job, "part", "OIL", "qty", "-1", NULL);
	refuse(s, "job.part", "job", job, "part", "OIL", "qty", "1.2345", NULL);
	refuse(s, "job.part", "job", job, "text", "Clip", "price", "-1", NULL);
	refuse(s, "job.part", "job", job, "text", "Clip", "price", "99999999999999", NULL);
	assert_says(
	    refuse(s, "job.part", "job", job, "text", "Clip", "price", "9999999999.99", "qty", "2", NULL),
	    "more than can be billed");
	refuse(s, "job.part", "job", "WO-000000-0001", "part", "OIL", NULL);
	assert_string_equal(s->err.field, "job");
	assert_int_equal(ask(s, "SELECT count(*) FROM job_line"), 0);
}

static void sums_stay_countable(void **state)
{
	struct test_shop *s = *state;
	const char *job = car_receive(s);

	run(s, "job.part", "job", job, "text", "Gold", "price", "9999999999.99", NULL);
	assert_says(refuse(s, "job.fee", "job", job, "text", "Towing", "price", "0.01", NULL),
		    "more than can be billed");
	run(s, "job.line_switch", "job", job, "line", "1", "on", "no", NULL);
	run(s, "job.fee", "job", job, "text", "Towing", "price", "0.01", NULL);
	assert_says(refuse(s, "job.line_switch", "job", job, "line", "1", "on", "yes", NULL),
		    "more than can be billed");
	assert_says(refuse(s, "job.line_qty", "job", job, "line", "1", "qty", "2", NULL),
		    "more than can be billed");
	checks_silent(s);
}

static void a_line_is_named_by_its_place(void **state)
{
	struct test_shop *s = *state;
	const char *job = car_receive(s), *line;

	add_labour(s, job);
	line = add_part(s, job, "OIL", "4");
	run(s, "job.line_qty", "job", job, "line", "2", "qty", "5", NULL);
	assert_int_equal(job_int(s, job, "total"), 60000);
	run(s, "job.line_qty", "job", job, "line", line, "qty", "4", NULL);
	assert_says(refuse(s, "job.line_qty", "job", job, "line", "3", "qty", "5", NULL), "3");
	assert_string_equal(s->err.field, "line");
	assert_says(refuse(s, "job.line_qty", "job", job, "line", "1", "qty", "5", NULL), "is not counted");
	run(s, "job.receive", "plate", "鄂A12345", "odometer", "50020", "complaint", "x", "again", "yes",
	    NULL);
	assert_says(refuse(s, "job.line_qty", "job", by_id(s, s->answer.id), "line", line, "qty", "5", NULL),
		    "there is no number");
	checks_silent(s);
}

static void a_price_may_go_down_as_far_as_the_role_allows(void **state)
{
	struct test_shop *s = *state;
	const char *job = car_receive(s);

	hire(s, "wang", "reception");
	acts(s, "wang");
	add_labour(s, job);
	assert_says(refuse(s, "job.line_price", "job", job, "line", "1", "price", "189.99", NULL),
		    "You may go down from 200.00 by 5%. For 189.99 ask somebody who may give more");
	run(s, "job.line_price", "job", job, "line", "1", "price", "190", NULL);
	run(s, "job.line_price", "job", job, "line", "1", "price", "250", NULL);
	assert_says(refuse(s, "job.part", "job", job, "part", "OIL", "price", "1", NULL),
		    "You may go down from 80.00");
	run(s, "job.part", "job", job, "text", "Clip", "price", "1", NULL);
	acts(s, "boss");
	run(s, "job.line_price", "job", job, "line", "1", "price", "0", NULL);
	checks_silent(s);
}

static void a_dropped_line_is_gone_and_says_why(void **state)
{
	struct test_shop *s = *state;
	const char *job = car_receive(s);

	add_labour(s, job);
	assert_says(refuse(s, "job.drop", "job", job, "line", "1", NULL), "Reason is needed");
	run(s, "job.drop", "job", job, "line", "1", "reason", "typed by mistake", NULL);
	assert_int_equal(job_int(s, job, "total"), 0);
	assert_string_equal(ask_text(s, "SELECT state || reason FROM job_line"), "droppedtyped by mistake");
	assert_says(refuse(s, "job.drop", "job", job, "line", "#1", "reason", "x", NULL), "1");
	add_labour(s, job);
	assert_int_equal(ask(s, "SELECT max(pos) FROM job_line"), 2);
	checks_silent(s);
}

static void an_issued_line_stays_until_it_is_returned(void **state)
{
	struct test_shop *s = *state;
	const char *job = car_receive(s);

	add_part(s, job, "OF-1", "1");
	says_yes(s, job);
	run(s, "stock.issue", "job", job, "picker", "boss", NULL);
	assert_says(refuse(s, "job.drop", "job", job, "line", "1", "reason", "x", NULL),
		    "1 of “机油滤清器” is issued. Return it");
	refuse(s, "job.decline", "job", job, "line", "1", "reason", "x", NULL);
	refuse(s, "job.line_switch", "job", job, "line", "1", "on", "no", NULL);
	assert_says(refuse(s, "job.cancel", "job", job, "reason", "x", NULL),
		    "Parts are out for it: 1 机油滤清器. Return them");
	run(s, "stock.return", "job", job, "lines.0.part", "OF-1", "lines.0.qty", "1", NULL);
	run(s, "job.drop", "job", job, "line", "1", "reason", "x", NULL);
	run(s, "job.cancel", "job", job, "reason", "x", NULL);
	assert_string_equal(state_of(s, job), "cancelled");
	checks_silent(s);
}

static void two_people_on_one_line_are_told_of_each_other(void **state)
{
	struct test_shop *s = *state;
	const char *job = car_receive(s);

	add_labour(s, job);
	s->next.ver = 1;
	run(s, "job.line_price", "job", job, "line", "1", "price", "210", NULL);
	s->next.ver = 1;
	assert_says(refuse(s, "job.line_price", "job", job, "line", "1", "price", "220", NULL),
		    "boss changed this at");
	assert_int_equal(s->err.code, ERR_BUSY);
	assert_int_equal(job_int(s, job, "total"), 21000);
}

/* ---- the estimate ---- */

static void a_line_is_switched_while_the_customer_is_on_the_phone(void **state)
{
	struct test_shop *s = *state;
	const char *job = car_receive(s);

	add_labour(s, job);
	add_part(s, job, "OIL", "4");
	run(s, "job.line_switch", "job", job, "line", "2", "on", "no", NULL);
	assert_int_equal(job_int(s, job, "total"), 20000);
	run(s, "job.line_switch", "job", job, "line", "2", "on", "yes", NULL);
	assert_int_equal(job_int(s, job, "total"), 52000);
	run(s, "job.decline", "job", job, "line", "2", "reason", "later", "until", "+30", NULL);
	assert_int_equal(job_int(s, job, "total"), 20000);
	assert_says(refuse(s, "job.decline", "job", job, "line", "2", "reason", "later", NULL),
		    "is declined already");
	assert_says(
	    refuse(s, "job.decline", "job", job, "line", "1", "reason", "later", "until", "2026-11-21", NULL),
	    "is past");
	assert_string_equal(ask_text(s, "SELECT text FROM reminder"), "机油");
	checks_silent(s);
}

static void a_repair_mode_prices_what_is_listed(void **state)
{
	struct test_shop *s = *state;
	const char *job = car_receive(s);

	add_labour(s, job);
	add_part(s, job, "OIL", "4");
	add_part(s, job, "OF-1", "1");
	run(s, "job.part", "job", job, "text", "Clip", "price", "10", NULL);
	run(s, "job.line_price", "job", job, "line", "3", "price", "44", NULL);
	run(s, "job.reprice", "job", job, "repair_mode", "member", NULL);
	assert_int_equal(job_int(s, job, "total"), 18000 + 4 * 7600 + 4400 + 1000);
	assert_says(s->answer.text, "538.00 instead of 574.00; 1 line keeps the price that was agreed");
	add_part(s, job, "OF-1", "1");
	assert_int_equal(ask(s, "SELECT price FROM job_line ORDER BY id DESC LIMIT 1"), 4275);
	run(s, "job.reprice", "job", job, "repair_mode", "normal", NULL);
	assert_int_equal(job_int(s, job, "total"), 20000 + 32000 + 4400 + 1000 + 4500);
	checks_silent(s);
}

static void the_customers_yes_is_a_document(void **state)
{
	struct test_shop *s = *state;
	const char *job = car_receive(s);

	assert_says(refuse(s, "job.authorise", "job", job, "by", "王强", "how", "phone", NULL),
		    "has no lines that are on");
	add_labour(s, job);
	assert_says(refuse(s, "job.authorise", "job", job, "by", "王强", "how", "dream", NULL),
		    "signature, phone, message");
	assert_says(refuse(s, "job.authorise", "job", job, "how", "phone", NULL), "Who said yes is needed");
	assert_says(
	    refuse(s, "job.authorise", "job", job, "by", "王强", "how", "phone", "amount", "199.99", NULL),
	    "The lines come to 200.00, more than 199.99");
	assert_string_equal(proposed(s, "job.authorise", "by", "job", job, NULL), "王强");
	says_yes(s, job);
	assert_string_equal(s->answer.number, "AU-261121-0001");
	assert_int_equal(job_int(s, job, "authorised"), 20000);
	assert_string_equal(state_of(s, job), "in_work");
	assert_int_equal(ask(s, "SELECT authorised FROM job_line"), 1);
	assert_int_equal(ask(s, "SELECT count(*) FROM print_job"), 1);
	checks_silent(s);
}

static void a_yes_up_to_an_amount_lets_further_lines_come(void **state)
{
	struct test_shop *s = *state;
	const char *job = car_receive(s);

	add_labour(s, job);
	run(s, "job.authorise", "job", job, "by", "王强", "how", "message", "amount", "600", NULL);
	add_part(s, job, "OIL", "5");
	add_part(s, job, "OF-1", "1");
	assert_string_equal(ask_text(s, "SELECT group_concat(authorised) FROM job_line"), "1,1,0");
	checks_silent(s);
}

static void a_yes_goes_and_comes_with_its_line(void **state)
{
	struct test_shop *s = *state;
	const char *job = car_receive(s);

	add_labour(s, job);
	add_part(s, job, "OIL", "4");
	says_yes(s, job);
	run(s, "job.line_switch", "job", job, "line", "2", "on", "no", NULL);
	assert_int_equal(job_int(s, job, "authorised"), 20000);
	add_part(s, job, "OF-1", "1");
	assert_int_equal(ask(s, "SELECT authorised FROM job_line WHERE pos = 3"), 0);
	run(s, "job.drop", "job", job, "line", "3", "reason", "x", NULL);
	run(s, "job.line_switch", "job", job, "line", "2", "on", "yes", NULL);
	assert_int_equal(job_int(s, job, "authorised"), 52000);
	run(s, "job.line_price", "job", job, "line", "2", "price", "70", NULL);
	assert_int_equal(job_int(s, job, "authorised"), 48000);
	run(s, "job.line_price", "job", job, "line", "2", "price", "90", NULL);
	assert_int_equal(ask(s, "SELECT authorised FROM job_line WHERE pos = 2"), 0);
	assert_int_equal(job_int(s, job, "authorised"), 20000);
	assert_says(refuse(s, "job.finish", "job", job, NULL), "has not said yes to “机油” yet");
	checks_silent(s);
}

/* ---- finishing ---- */

static void work_is_finished_when_billed_and_issued_agree(void **state)
{
	struct test_shop *s = *state;
	const char *job = car_receive(s);

	assert_says(refuse(s, "job.finish", "job", job, NULL), "has no lines that are on");
	add_labour(s, job);
	add_part(s, job, "OIL", "4");
	add_part(s, job, "OF-1", "1");
	assert_says(refuse(s, "job.finish", "job", job, NULL),
		    "has not said yes to “小保养” yet. Note it first (job.authorise)");
	says_yes(s, job);
	assert_says(refuse(s, "job.finish", "job", job, NULL),
		    "机油: 4 billed, 0 issued; 机油滤清器: 1 billed, 0 issued. Issue or return them");
	run(s, "stock.issue", "job", job, "picker", "boss", NULL);
	run(s, "job.finish", "job", job, "checker", "boss", NULL);
	assert_says(s->answer.text, "is finished: 565.00 to settle");
	assert_int_equal(job_int(s, job, "finished_by"), 1);
	assert_says(refuse(s, "job.finish", "job", job, NULL), "is finished already. Settle it next");
	assert_says(refuse(s, "job.part", "job", job, "part", "OIL", NULL),
		    "Send it back to work first (job.send_back)");
	checks_silent(s);
}

static void what_is_not_right_goes_back_to_work(void **state)
{
	struct test_shop *s = *state;
	const char *job = car_receive(s);

	add_labour(s, job);
	assert_says(refuse(s, "job.send_back", "job", job, "reason", "noise", NULL),
		    "is not finished; its lines can be changed");
	says_yes(s, job);
	run(s, "job.finish", "job", job, NULL);
	assert_says(refuse(s, "job.send_back", "job", job, NULL), "Reason is needed");
	run(s, "job.send_back", "job", job, "reason", "noise", NULL);
	assert_string_equal(state_of(s, job), "in_work");
	assert_string_equal(ask_text(s, "SELECT reason FROM job_step ORDER BY id DESC LIMIT 1"), "noise");
	assert_int_equal(job_int(s, job, "finished_at IS NULL"), 1);
	checks_silent(s);
}

static void without_the_setting_nobody_is_asked_for_a_yes(void **state)
{
	struct test_shop *s = *state;
	const char *job = car_receive(s);

	run(s, "setting.set", "name", "job.authorise", "value", "no", NULL);
	add_labour(s, job);
	run(s, "job.finish", "job", job, NULL);
	assert_string_equal(state_of(s, job), "finished");
	checks_silent(s);
}

/* ---- changing, cancelling ---- */

static void a_check_finds_what_was_written_past_the_commands(void **state)
{
	static const char *const wrong[][2] = {
		{ "UPDATE job SET total = total + 1", "job_total" },
		{ "UPDATE job_line SET amount = amount + 1", "job_line_amount" },
		{ "UPDATE job SET state = 'finished'", "job_state" },
		{ "UPDATE job SET settled_at = 1", "job_settled" },
		{ "INSERT INTO job_step (job_id, from_state, to_state, at, user_id) VALUES (1, 'settled', "
		  "'in_work', 1, 1)",
		  "job_steps" },
		{ "UPDATE party SET name = 'x'", "party_words" },
		{ "UPDATE vehicle SET vin = 'LSVNV2182E2100001'", "vehicle_words" },
		{ "DELETE FROM search_word WHERE kind = 'job'", "job_words" },
		{ "INSERT INTO search_word (word, kind, ref_id) VALUES ('x', 'job', 99)",
		  "search_word_rows" },
	};
	struct test_shop *s = *state;

	add_labour(s, car_receive(s));
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct db *db = shop_writer(s->shop);
		size_t n = 0;

		assert_true(shop_begin(s->shop, "test", NULL, NULL, &s->err));
		cur_next(db_open_text(db, wrong[i][0], NULL));
		assert_true(check_run(db, wrong[i][1], NULL, NULL, NULL, &n, &s->err));
		if (n != 1)
			print_error("%s is not found\n", wrong[i][0]);
		assert_int_equal(n, 1);
		shop_rollback(s->shop);
	}
	checks_silent(s);
}

static void a_cancelled_work_order_keeps_its_number(void **state)
{
	struct test_shop *s = *state;
	const char *job = car_receive(s);

	assert_says(refuse(s, "job.cancel", "job", job, NULL), "Reason is needed");
	run(s, "job.cancel", "job", job, "reason", "customer left", NULL);
	assert_string_equal(ask_text(s, "SELECT cancelled_reason FROM job"), "customer left");
	refuse(s, "job.cancel", "job", job, "reason", "again", NULL);
	refuse(s, "job.labour", "job", job, "labour", "MS", NULL);
	car_receive(s);
	assert_string_equal(ask_text(s, "SELECT number FROM job ORDER BY id DESC LIMIT 1"), "WO-261121-0002");
	checks_silent(s);
}

/* ---- faults ---- */

static void a_fault_leaves_no_half_work_order(void **state)
{
	struct test_shop *s = *state;
	const char *job;

	survives_faults(s, "job.receive", "plate", "鄂B22222", "odometer", "10", "complaint", "x", "name",
			"李梅", "phone", "13900139000", NULL);
	job = by_id(s, s->answer.id);
	survives_faults(s, "job.labour", "job", job, "labour", "MS", NULL);
	survives_faults(s, "job.reprice", "job", job, "repair_mode", "member", NULL);
	survives_faults(s, "job.authorise", "job", job, "by", "李梅", "how", "signature", NULL);
	survives_faults(s, "job.line_price", "job", job, "line", "1", "price", "170", NULL);
	survives_faults(s, "job.fee", "job", job, "text", "Towing", "price", "1", NULL);
	survives_faults(s, "job.line_switch", "job", job, "line", "2", "on", "no", NULL);
	survives_faults(s, "job.decline", "job", job, "line", "2", "reason", "x", "until", "+5", NULL);
	survives_faults(s, "job.change", "job", job, "vehicle", "鄂A12345", NULL);
	survives_faults(s, "job.finish", "job", job, NULL);
	survives_faults(s, "job.send_back", "job", job, "reason", "x", NULL);
	survives_faults(s, "job.drop", "job", job, "line", "2", "reason", "x", NULL);
	survives_faults(s, "job.cancel", "job", job, "reason", "x", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM job"), 1);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, car_begin, shop_end)
	const struct CMUnitTest tests[] = {
		T(lines_come_from_the_list_or_in_words),
		T(a_line_says_what_it_is_and_what_it_costs),
		T(sums_stay_countable),
		T(a_line_is_named_by_its_place),
		T(a_price_may_go_down_as_far_as_the_role_allows),
		T(a_dropped_line_is_gone_and_says_why),
		T(an_issued_line_stays_until_it_is_returned),
		T(two_people_on_one_line_are_told_of_each_other),
		T(a_line_is_switched_while_the_customer_is_on_the_phone),
		T(a_repair_mode_prices_what_is_listed),
		T(the_customers_yes_is_a_document),
		T(a_yes_up_to_an_amount_lets_further_lines_come),
		T(a_yes_goes_and_comes_with_its_line),
		T(work_is_finished_when_billed_and_issued_agree),
		T(what_is_not_right_goes_back_to_work),
		T(without_the_setting_nobody_is_asked_for_a_yes),
		T(a_check_finds_what_was_written_past_the_commands),
		T(a_cancelled_work_order_keeps_its_number),
		T(a_fault_leaves_no_half_work_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
