/* test_package.c - templates of work: one code, the parts that fit the car, remembered by model. */
#include "tests/domain/counter.h"

static int begin(void **state)
{
	struct test_shop *s = counter_new();

	run(s, "package.add", "code", "P-MINOR", "name", "小保养套餐", NULL);
	run(s, "package.line", "package", "P-MINOR", "labour", "MS", NULL);
	run(s, "package.line", "package", "P-MINOR", "part", "OIL", "qty", "4", "price", "75", NULL);
	run(s, "package.line", "package", "P-MINOR", "text", "机油滤芯", NULL);
	run(s, "package.line", "package", "P-MINOR", "text", "废油处理", "price", "5", NULL);
	run(s, "vehicle.change", "vehicle", "鄂A12345", "model", "朗逸", NULL);
	*state = s;
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)

static const char *received(struct test_shop *s)
{
	run(s, "job.receive", "plate", "鄂A12345", "odometer", "52000", "complaint", "x", NULL);
	return by_id(s, s->answer.id);
}

static const char *filter(struct test_shop *s)
{
	return by_id(s, ask(s, "SELECT id FROM package_line WHERE text = '机油滤芯'"));
}

static void a_missing_part_is_asked_once_and_remembered(void **state)
{
	struct test_shop *s = *state;
	const char *job = received(s), *package = by_id(s, 1);

	assert_says(refuse(s, "job.package", "job", job, "package", "P-MINOR", NULL),
		    "Which “机油滤芯” fits 朗逸 is not known yet");
	assert_string_equal(s->err.field, "fits.part");
	assert_int_equal(ask(s, "SELECT count(*) FROM job_line"), 0);
	assert_string_equal(proposed(s, "job.package", "fits.0.line", "job", job, "package", package, NULL),
			    filter(s));
	assert_says(run(s, "job.package", "job", job, "package", "P-MINOR", "fits.0.line", filter(s),
			"fits.0.part", "OF-1", NULL)
			->text,
		    "4 lines added: 550.00");
	assert_int_equal(ask(s, "SELECT count(*) FROM job_line WHERE package_id = 1"), 4);
	assert_int_equal(ask(s, "SELECT price FROM job_line WHERE kind = 'part' AND qty = 4000"), 7500);
	assert_null(proposed(s, "job.package", "fits.0.line", "job", job, "package", package, NULL));
	run(s, "job.package", "job", job, "package", "小保养套餐", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM job_line"), 8);
}

static void a_part_is_known_by_its_model_beforehand(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "package.fit", "line", by_id(s, 1), "model", "朗逸", "part", "OIL", NULL),
		    "same for every car");
	run(s, "package.fit", "line", filter(s), "model", "朗逸", "part", "OIL", NULL);
	run(s, "package.fit", "line", filter(s), "model", "朗逸", "part", "OF-1", NULL);
	run(s, "job.package", "job", received(s), "package", "P-MINOR", NULL);
	assert_int_equal(
	    ask(s, "SELECT count(*) FROM job_line l JOIN part p ON p.id = l.part_id WHERE p.code = 'OF-1'"),
	    1);
}

static void a_package_is_priced_by_the_mode_of_the_work_order(void **state)
{
	struct test_shop *s = *state;
	const char *job = received(s);

	run(s, "job.reprice", "job", job, "repair_mode", "member", NULL);
	run(s, "package.fit", "line", filter(s), "model", "朗逸", "part", "OF-1", NULL);
	run(s, "job.package", "job", job, "package", "P-MINOR", NULL);
	assert_int_equal(ask(s, "SELECT price FROM job_line WHERE kind = 'labour'"), 18000);
}

static void a_package_is_kept_in_the_console(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "package.add", "code", "p-minor", "name", "x", NULL),
		    "a package P-MINOR already");
	run(s, "package.add", "code", "P-X", "name", "空", NULL);
	assert_says(refuse(s, "job.package", "job", received(s), "package", "P-X", NULL), "has no lines yet");
	assert_says(refuse(s, "package.line", "package", "P-X", NULL), "Say what it is");
	assert_says(refuse(s, "package.line", "package", "P-X", "labour", "MS", "part", "OIL", NULL),
		    "not both");
	run(s, "package.drop_line", "line", filter(s), NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM package_line WHERE package_id = 1"), 3);
	run(s, "package.change", "package", "P-X", "active", "no", NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_missing_part_is_asked_once_and_remembered),
		TEST(a_part_is_known_by_its_model_beforehand),
		TEST(a_package_is_priced_by_the_mode_of_the_work_order),
		TEST(a_package_is_kept_in_the_console),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
