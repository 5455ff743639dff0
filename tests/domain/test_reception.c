/* test_reception.c - who brings a car, who pays, how it looks; and what is known of its past. */
#include "tests/domain/fault.h"

#include <stdlib.h>

static int begin(void **state)
{
	struct test_shop *s = test_shop_new();

	run(s, "setting.set", "name", "plate.prefix", "value", "鄂A", NULL);
	run(s, "customer.add", "name", "顺达物流", "phone", "13800138000", "terms", "30", NULL);
	run(s, "customer.add", "name", "王强", "phone", "13900139000", NULL);
	run(s, "vehicle.add", "plate", "鄂A12345", "customer", "王强", "payer", "顺达物流", "driver",
	    "邓师傅", "driver_phone", "13711110000", NULL);
	run(s, "insurer.add", "name", "PICC", NULL);
	run(s, "insurer.add", "name", "Ping An", NULL);
	run(s, "agent.add", "insurer", "PICC", "name", "Zhang", "rate", "5", NULL);
	*state = s;
	return 0;
}

static void owner_driver_and_payer_may_differ(void **state)
{
	struct test_shop *s = *state;

	assert_string_equal(proposed(s, "job.receive", "driver", "plate", "鄂A12345", NULL), "邓师傅");
	assert_string_equal(proposed(s, "job.receive", "payer", "plate", "12345", NULL), "顺达物流");
	run(s, "job.receive", "plate", "12345", "odometer", "1000", "complaint", "x", "driver", "赵师傅",
	    NULL);
	assert_string_equal(ask_text(s, "SELECT name FROM party p JOIN job j ON j.payer_id = p.id"),
			    "顺达物流");
	assert_string_equal(ask_text(s, "SELECT name FROM party p JOIN job j ON j.customer_id = p.id"),
			    "王强");
	assert_string_equal(ask_text(s, "SELECT brought_by FROM job"), "赵师傅");
	assert_string_equal(ask_text(s, "SELECT driver || driver_phone FROM vehicle"), "赵师傅13711110000");
	checks_silent(s);
}

static void a_province_has_keys_on_every_keyboard(void **state)
{
	struct test_shop *s = *state;

	run(s, "job.receive", "plate", "43a77777", "odometer", "1", "complaint", "x", "name", "Li", "phone",
	    "13700137000", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM vehicle WHERE plate = '湘A77777'"), 1);
	run(s, "vehicle.plate", "vehicle", "湘A77777", "plate", "GDBF12345", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM vehicle WHERE plate = '粤BF12345'"), 1);
	assert_says(refuse(s, "vehicle.add", "plate", "鄂A123456", "customer", "王强", NULL),
		    "has 8 characters, but no letter behind the city or at its end");
	run(s, "vehicle.add", "plate", "鄂A12345D", "customer", "王强", NULL);
	checks_silent(s);
}

static void damage_is_marked_by_place_and_sign(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "job.receive", "plate", "12345", "odometer", "1", "complaint", "x", "damage",
			   "8x", NULL),
		    "no such place on the outline: “8X”");
	assert_says(refuse(s, "job.receive", "plate", "12345", "odometer", "1", "complaint", "x", "damage",
			   "1x 12q", NULL),
		    "“Q” is no sign of damage");
	run(s, "job.receive", "plate", "12345", "odometer", "1", "complaint", "x", "damage", "1x,12 o；24",
	    NULL);
	assert_string_equal(ask_text(s, "SELECT damage FROM job"), "1X 12O 24X");
}

static void the_agents_rate_stays_as_it_was(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "job.receive", "plate", "12345", "odometer", "1", "complaint", "x", "insurer",
			   "Ping An", "agent", "Zhang", NULL),
		    "works for another insurer. Choose one of Ping An");
	run(s, "job.receive", "plate", "12345", "odometer", "1", "complaint", "x", "agent", "Zhang", NULL);
	run(s, "agent.change", "agent", "Zhang", "rate", "8", NULL);
	assert_int_equal(ask(s, "SELECT agent_rate FROM job"), 500);
	assert_string_equal(ask_text(s, "SELECT name FROM party p JOIN job j ON j.insurer_id = p.id"),
			    "PICC");
	assert_says(refuse(s, "agent.add", "insurer", "PICC", "name", "Zhang", "rate", "5", NULL), "already");
	assert_says(refuse(s, "agent.add", "insurer", "PICC", "name", "Li", "rate", "60", NULL), "50");
	checks_silent(s);
}

static void a_visit_from_before_stands_in_the_history(void **state)
{
	struct test_shop *s = *state;

	run(s, "history.add", "plate", "鄂A12345", "number", "A-17", "day", "2026-05-02", "odometer", "40000",
	    "complaint", "小保养", "text", "机油", "kind", "part", "qty", "4.5", "price", "60", NULL);
	run(s, "history.add", "plate", "鄂A12345", "number", "A-17", "day", "2026-05-02", "text", "工时",
	    "amount", "80", NULL);
	assert_int_equal(ask(s, "SELECT total FROM past_visit"), 35000);
	assert_int_equal(ask(s, "SELECT odometer_km FROM vehicle WHERE plate = '鄂A12345'"), 40000);
	assert_says(
	    refuse(s, "history.add", "plate", "鄂A12345", "number", "A-17", "day", "2026-05-03", NULL),
	    "The visit A-17 was on 2026-05-02");
	assert_says(
	    refuse(s, "history.add", "plate", "鄂A12345", "number", "A-18", "day", "2027-05-03", NULL),
	    "is yet to come");
	assert_says(refuse(s, "history.add", "plate", "鄂A12345", "number", "A-18", "day", "2026-05-03",
			   "text", "x", "price", "1", "amount", "1", NULL),
		    "not both");
	assert_says(refuse(s, "job.receive", "plate", "12345", "odometer", "39000", "complaint", "x", NULL),
		    "less than the 40000 km of 2026-05-02");
	assert_int_equal(ask(s, "SELECT count(*) FROM entry"), 0);
	checks_silent(s);
}

static void whoever_is_forgotten_leaves_no_driver(void **state)
{
	struct test_shop *s = *state;

	run(s, "contact.add", "party", "王强", "name", "小李", "phone", "13611110000", "kind", "family",
	    NULL);
	run(s, "customer.erase", "customer", "王强", "reason", "asked for it", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM contact"), 0);
	assert_int_equal(ask(s, "SELECT count(*) FROM vehicle WHERE driver IS NOT NULL"), 0);
	assert_int_equal(
	    ask(s, "SELECT count(*) FROM journal_personal WHERE after LIKE '%%小李%%' OR after LIKE "
		   "'%%邓师傅%%'"),
	    0);
	checks_silent(s);
}

static void a_fault_leaves_no_half_visit(void **state)
{
	struct test_shop *s = *state;

	survives_faults(s, "job.receive", "plate", "12345", "odometer", "1", "complaint", "x", "damage", "1x",
			"agent", "Zhang", "driver", "赵师傅", NULL);
	survives_faults(s, "history.add", "plate", "鄂A12345", "number", "A-17", "day", "2026-05-02", "text",
			"x", "amount", "80", NULL);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)
	const struct CMUnitTest tests[] = {
		T(owner_driver_and_payer_may_differ),
		T(a_province_has_keys_on_every_keyboard),
		T(damage_is_marked_by_place_and_sign),
		T(the_agents_rate_stays_as_it_was),
		T(a_visit_from_before_stands_in_the_history),
		T(whoever_is_forgotten_leaves_no_driver),
		T(a_fault_leaves_no_half_visit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
