/* test_handover.c - the car leaves, and what it is reminded of. */
#include "tests/domain/fault.h"

#include <stdlib.h>
#include <string.h>

static int begin(void **state)
{
	struct test_shop *s = test_shop_new();

	run(s, "customer.add", "name", "王强", "phone", "13800138000", NULL);
	run(s, "vehicle.add", "plate", "鄂A12345", "customer", "王强", "odometer", "50000", NULL);
	run(s, "labour.add", "code", "MS", "name", "小保养", "hours", "1", "price", "200", NULL);
	*state = s;
	return 0;
}

/* A work order with a labour item of 200.00, finished, as "#id". */
static const char *finished(struct test_shop *s)
{
	const char *job = by_id(s, run(s, "job.receive", "plate", "鄂A12345", "odometer", "50010",
				       "repair_type", "minor-service", NULL)
				       ->id);

	run(s, "job.labour", "job", job, "labour", "MS", NULL);
	run(s, "job.authorise", "job", job, "by", "王强", "how", "phone", NULL);
	run(s, "job.finish", "job", job, NULL);
	return job;
}

static void settled_and_paid(struct test_shop *s, const char *job)
{
	run(s, "till.open", "till", "T1", "float", "0", NULL);
	run(s, "job.settle", "job", job, "pay.0.method", "cash", "pay.0.amount", "200", NULL);
}

static const char *state_of(struct test_shop *s, const char *job)
{
	return ask_text(s, "SELECT state FROM job WHERE id = %s", job + 1);
}

static void a_car_leaves_when_it_is_settled_and_paid(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished(s);

	run(s, "job.send_back", "job", job, "reason", "x", NULL);
	assert_says(refuse(s, "job.handover", "job", job, NULL),
		    "is not finished. Finish and settle it first");
	run(s, "job.finish", "job", job, NULL);
	assert_says(refuse(s, "job.handover", "job", job, NULL),
		    "is not settled. Settle it first (job.settle)");
	settled_and_paid(s, job);
	assert_string_equal(proposed(s, "job.handover", "collected_by", "job", job, NULL), "王强");
	assert_string_equal(proposed(s, "job.handover", "collected_phone", "job", job, NULL), "13800138000");
	assert_string_equal(proposed(s, "job.handover", "reminders.0.on", "job", job, NULL), "2027-05-20");
	assert_string_equal(proposed(s, "job.handover", "reminders.0.km", "job", job, NULL), "55010");
	assert_string_equal(proposed(s, "job.handover", "reminders.0.text", "job", job, NULL),
			    "Minor service");
	run(s, "job.handover", "job", job, "reminders.0.on", "2027-05-20", "reminders.0.km", "55010",
	    "old_parts", "kept", NULL);
	assert_string_equal(s->answer.number, "GP-261121-0001");
	assert_string_equal(state_of(s, job), "handed_over");
	assert_string_equal(ask_text(s, "SELECT collected_by || collected_phone || old_parts FROM handover"),
			    "王强13800138000kept");
	assert_int_equal(ask(s, "SELECT service_due_km FROM vehicle"), 55010);
	assert_string_equal(ask_text(s, "SELECT group_concat(kind || (due_on - 20778)) FROM reminder"),
			    "service180,followup7");
	refuse(s, "job.handover", "job", job, NULL);
	checks_silent(s);
}

static void a_payer_without_days_on_account_pays_first(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished(s);

	hire(s, "wang", "reception");
	hire(s, "sun", "manager");
	run(s, "job.settle", "job", job, NULL);
	acts(s, "wang");
	assert_says(refuse(s, "job.handover", "job", job, NULL),
		    "王强 still owes 200.00 and has no days on account");
	assert_says(refuse(s, "job.handover", "job", job, "override", "good friend", NULL),
		    "handover.override");
	assert_int_equal(s->err.code, ERR_DENIED);
	acts(s, "sun");
	run(s, "job.handover", "job", job, "override", "pays tomorrow", NULL);
	assert_string_equal(ask_text(s, "SELECT override_reason FROM handover"), "pays tomorrow");
	checks_silent(s);
}

static void a_payer_with_days_on_account_takes_the_car(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished(s);

	run(s, "customer.change", "customer", "王强", "terms", "30", NULL);
	run(s, "job.settle", "job", job, NULL);
	run(s, "job.handover", "job", job, "collected_by", "小王", NULL);
	assert_string_equal(ask_text(s, "SELECT collected_by || ifnull(collected_phone, '-') FROM handover"),
			    "小王-");
	checks_silent(s);
}

static void the_next_service_takes_the_place_of_the_last(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished(s);

	run(s, "reminder.add", "vehicle", "鄂A12345", "on", "+10", "text", "old service", "kind", "service",
	    NULL);
	run(s, "reminder.add", "vehicle", "鄂A12345", "on", "+10", "text", "tyres", NULL);
	settled_and_paid(s, job);
	assert_says(refuse(s, "job.handover", "job", job, "reminders.0.on", "2026-11-21", NULL),
		    "is past. Name a day");
	assert_string_equal(s->err.field, "reminders.on");
	assert_int_equal(s->err.line, 1);
	run(s, "job.handover", "job", job, "reminders.0.on", "+180", "reminders.1.on", "+30",
	    "reminders.1.kind", "other", "reminders.1.text", "look at the brakes", NULL);
	assert_string_equal(ask_text(s, "SELECT group_concat(state || kind) FROM reminder"),
			    "doneservice,openother,openservice,openother,openfollowup");
	checks_silent(s);
}

static void a_reminder_is_answered_or_comes_again(void **state)
{
	struct test_shop *s = *state;
	const char *id;

	id = by_id(s, run(s, "reminder.add", "vehicle", "鄂A12345", "on", "+1", "text", "call", NULL)->id);
	assert_says(
	    refuse(s, "reminder.add", "vehicle", "鄂A12345", "on", "2026-11-20", "text", "call", NULL),
	    "is past");
	assert_says(refuse(s, "reminder.done", "reminder", id, NULL), "What came of it is needed");
	assert_says(
	    refuse(s, "reminder.done", "reminder", id, "result", "x", "again_on", "+1", "drop", "yes", NULL),
	    "not both");
	run(s, "reminder.done", "reminder", "鄂A12345", "result", "no answer", "again_on", "+3", NULL);
	assert_int_equal(ask(s, "SELECT due_on FROM reminder WHERE state = 'open'"), 20778 + 3);
	run(s, "reminder.done", "reminder", id, "result", "comes on Monday", NULL);
	refuse(s, "reminder.done", "reminder", id, "result", "again", NULL);
	run(s, "reminder.add", "vehicle", "鄂A12345", "on", "+1", "text", "call", NULL);
	run(s, "reminder.done", "reminder", by_id(s, s->answer.id), "result", "sold the car", "drop", "yes",
	    NULL);
	assert_string_equal(ask_text(s, "SELECT group_concat(state) FROM reminder"), "done,dropped");
	checks_silent(s);
}

static void a_call_is_logged_and_the_reminder_comes_again_or_goes(void **state)
{
	struct test_shop *s = *state;
	const char *id =
	    by_id(s, run(s, "reminder.add", "vehicle", "鄂A12345", "on", "+1", "text", "call", NULL)->id);

	assert_says(refuse(s, "reminder.call", "result", "content", NULL),
		    "Name the reminder, or vehicle and kind");
	assert_says(refuse(s, "reminder.call", "reminder", id, "result", "later", NULL),
		    "On which day is it asked again");
	assert_says(refuse(s, "reminder.call", "reminder", id, "result", "complaint", NULL),
		    "Write down what the customer");
	assert_says(refuse(s, "reminder.call", "reminder", id, "result", "unwanted", "again_on", "+1", NULL),
		    "not both");
	assert_string_equal(proposed(s, "reminder.call", "again_on", "result", "no_answer", NULL),
			    "2026-11-22");
	run(s, "reminder.call", "reminder", id, "result", "no_answer", NULL);
	assert_int_equal(ask(s, "SELECT due_on FROM reminder WHERE state = 'open'"), 20778 + 1);
	hire(s, "wang", "reception");
	acts(s, "wang");
	run(s, "reminder.call", "reminder", id, "result", "coming", "words", "comes on Monday", NULL);
	assert_string_equal(ask_text(s, "SELECT state || result FROM reminder"), "donecomes on Monday");
	assert_string_equal(ask_text(s, "SELECT group_concat(u.name || c.result) FROM reminder_call c JOIN "
					"user u ON u.id = c.user_id"),
			    "bossno_answer,wangcoming");
	refuse(s, "reminder.call", "reminder", id, "result", "content", NULL);
	checks_silent(s);
}

static void a_day_in_the_papers_can_be_called_about(void **state)
{
	struct test_shop *s = *state;

	assert_says(
	    refuse(s, "reminder.call", "vehicle", "鄂A12345", "kind", "inspection", "result", "coming", NULL),
	    "Nothing of that kind is written down for 鄂A12345");
	run(s, "vehicle.change", "vehicle", "鄂A12345", "inspection_due", "+10", NULL);
	run(s, "reminder.call", "vehicle", "鄂A12345", "kind", "inspection", "result", "later", "again_on",
	    "+5", NULL);
	assert_string_equal(ask_text(s, "SELECT state || kind || (of_on - due_on) FROM reminder"),
			    "openinspection5");
	run(s, "reminder.call", "vehicle", "鄂A12345", "kind", "inspection", "result", "no_answer", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM reminder"), 1);
	run(s, "vehicle.change", "vehicle", "鄂A12345", "inspection_due", "+375", NULL);
	assert_string_equal(ask_text(s, "SELECT state FROM reminder"), "done");
	checks_silent(s);
}

static void the_next_service_is_expected_by_kilometres_a_day(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished(s);

	settled_and_paid(s, job);
	run(s, "job.handover", "job", job, "reminders.0.on", "2027-05-20", "reminders.0.km", "55010", NULL);
	assert_int_equal(ask(s, "SELECT service_expected_on - 20778 FROM vehicle"), 180);
	wait_days(s, 30);
	run(s, "job.receive", "plate", "鄂A12345", "odometer", "51510", "complaint", "noise", NULL);
	assert_int_equal(ask(s, "SELECT service_expected_on - 20778 FROM vehicle"),
			 100); /* 50 km a day, 3500 to go */
	assert_int_equal(ask(s, "SELECT due_on - 20778 FROM reminder WHERE kind = 'service'"), 100);
	run(s, "job.change", "job", by_id(s, s->answer.id), "odometer", "50020", NULL);
	assert_int_equal(ask(s, "SELECT service_expected_on - 20778 FROM vehicle"), 180);
	assert_int_equal(ask(s, "SELECT due_on - 20778 FROM reminder WHERE kind = 'service'"), 180);
	checks_silent(s);
}

static void without_a_reminder_the_interval_of_the_repair_type_counts(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished(s);

	settled_and_paid(s, job);
	run(s, "job.handover", "job", job, NULL);
	assert_int_equal(ask(s, "SELECT service_expected_on - 20778 FROM vehicle"), 180);
	checks_silent(s);
}

static void a_settled_work_order_stands(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished(s), *reopen = "is settled. Reopen it first (job.reopen)";

	settled_and_paid(s, job);
	assert_says(refuse(s, "job.labour", "job", job, "labour", "MS", NULL), reopen);
	assert_says(refuse(s, "job.fee", "job", job, "text", "x", "price", "1", NULL), reopen);
	assert_says(refuse(s, "job.drop", "job", job, "line", "1", "reason", "x", NULL), reopen);
	assert_says(refuse(s, "job.decline", "job", job, "line", "1", "reason", "x", NULL), reopen);
	assert_says(refuse(s, "job.line_switch", "job", job, "line", "1", "on", "no", NULL), reopen);
	assert_says(refuse(s, "job.line_price", "job", job, "line", "1", "price", "1", NULL), reopen);
	assert_says(refuse(s, "job.reprice", "job", job, "repair_mode", "member", NULL), reopen);
	assert_says(refuse(s, "job.authorise", "job", job, "by", "x", "how", "phone", NULL), reopen);
	assert_says(refuse(s, "job.change", "job", job, "complaint", "x", NULL), reopen);
	assert_says(refuse(s, "job.finish", "job", job, NULL), reopen);
	assert_says(refuse(s, "job.send_back", "job", job, "reason", "x", NULL), reopen);
	assert_says(refuse(s, "job.cancel", "job", job, "reason", "x", NULL), reopen);
	run(s, "job.reopen", "job", job, "reason", "wrong payer", NULL);
	assert_says(refuse(s, "job.cancel", "job", job, "reason", "x", NULL),
		    "200.00 was paid in advance on it. Pay it back first");
	run(s, "customer.add", "name", "李梅", "phone", "13900139000", NULL);
	assert_says(refuse(s, "job.change", "job", job, "payer", "13900139000", NULL),
		    "200.00 was paid in advance on it");
	checks_silent(s);
}

static void a_fault_leaves_no_half_handover(void **state)
{
	struct test_shop *s = *state;
	const char *job = finished(s);

	settled_and_paid(s, job);
	survives_faults(s, "job.handover", "job", job, "reminders.0.on", "+180", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM handover"), 1);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)
	const struct CMUnitTest tests[] = {
		T(a_car_leaves_when_it_is_settled_and_paid),
		T(a_payer_without_days_on_account_pays_first),
		T(a_payer_with_days_on_account_takes_the_car),
		T(the_next_service_takes_the_place_of_the_last),
		T(a_reminder_is_answered_or_comes_again),
		T(a_call_is_logged_and_the_reminder_comes_again_or_goes),
		T(a_day_in_the_papers_can_be_called_about),
		T(the_next_service_is_expected_by_kilometres_a_day),
		T(without_a_reminder_the_interval_of_the_repair_type_counts),
		T(a_settled_work_order_stands),
		T(a_fault_leaves_no_half_handover),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
