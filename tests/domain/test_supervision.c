/* test_supervision.c - how customers are served is looked at, and put right. */
#include "tests/domain/counter.h"
#include "tests/domain/fault.h"

static int begin(void **state)
{
	struct test_shop *s = counter_new();

	hire(s, "wang", "reception");
	hire(s, "sun", "manager");
	*state = s;
	return 0;
}

static void what_is_not_good_is_put_right_once(void **state)
{
	struct test_shop *s = *state;
	const char *job = open_job(s, "鄂A12345"), *id;

	acts(s, "sun");
	id = by_id(s, run(s, "supervision.add", "person", "wang", "job", job, "lines.0.text", "Price is told",
			  "lines.0.ok", "yes", "lines.1.text", "Old parts are shown", "lines.1.ok", "no",
			  "lines.1.note", "thrown away", NULL)
			  ->id);
	assert_string_equal(s->answer.text, "Noted: 1 of 2 points are to be put right");
	assert_int_equal(ask(s, "SELECT at FROM supervision"), s->now);
	assert_int_equal(ask(s, "SELECT day FROM supervision"), 20778);
	assert_string_equal(ask_text(s, "SELECT u.name FROM supervision s JOIN user u ON u.id = s.user_id"),
			    "sun");
	run(s, "supervision.remedy", "supervision", id, "remedy", "spoken with Wang", NULL);
	assert_string_equal(ask_text(s, "SELECT remedy FROM supervision"), "spoken with Wang");
	assert_says(refuse(s, "supervision.remedy", "supervision", id, "remedy", "again", NULL),
		    "put right already");
	acts(s, "boss");
}

static void what_makes_no_sense_is_refused(void **state)
{
	struct test_shop *s = *state;
	const char *id;

	assert_says(refuse(s, "supervision.add", "lines.0.text", "Greeted", "lines.0.ok", "no", NULL),
		    "“Greeted” is not good: say what was seen");
	assert_says(refuse(s, "supervision.add", "at", "2026-11-22 10:00", "lines.0.text", "Greeted",
			   "lines.0.ok", "yes", NULL),
		    "still to come");
	assert_says(refuse(s, "supervision.add", "person", "wang", NULL), "Points");
	id = by_id(s, run(s, "supervision.add", "at", "2026-11-20 09:30", "lines.0.text", "Greeted",
			  "lines.0.ok", "yes", NULL)
			  ->id);
	assert_string_equal(s->answer.text, "Noted: all good");
	assert_int_equal(ask(s, "SELECT day FROM supervision"), 20777);
	assert_says(refuse(s, "supervision.remedy", "supervision", id, "remedy", "x", NULL),
		    "nothing to put right");
	acts(s, "wang");
	assert_says(refuse(s, "supervision.add", "lines.0.text", "Greeted", "lines.0.ok", "yes", NULL),
		    "may not");
	acts(s, "boss");
}

static void the_list_is_the_shops_own(void **state)
{
	struct test_shop *s = *state;

	assert_string_equal(proposed(s, "supervision.add", "lines.0.text", NULL),
			    "Customer is greeted at once");
	run(s, "supervision_point.drop", "point", "#1", NULL);
	run(s, "supervision_point.add", "text", "Tea is offered", NULL);
	assert_string_equal(proposed(s, "supervision.add", "lines.6.text", NULL), "Tea is offered");
	assert_string_equal(proposed(s, "supervision.add", "lines.6.ok", NULL), "yes");
}

static void a_fault_notes_nothing(void **state)
{
	struct test_shop *s = *state;

	survives_faults(s, "supervision.add", "lines.0.text", "Greeted", "lines.0.ok", "no", "lines.0.note",
			"x", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM supervision_line"), 1);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)
	const struct CMUnitTest tests[] = {
		T(what_is_not_good_is_put_right_once),
		T(what_makes_no_sense_is_refused),
		T(the_list_is_the_shops_own),
		T(a_fault_notes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
