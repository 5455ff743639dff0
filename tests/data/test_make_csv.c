/* test_make_csv.c - the generator of import files keeps its promises. */
#include "tests/test.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"

#define CARS 400

static char dir[] = "/tmp/workbay-csv-XXXXXX";

static int run(const char *fmt, const char *arg)
{
	struct str s = { 0 };
	int rc;

	str_addf(
	    &s,
	    "%s --out %s/%s --customers 300 --vehicles %d --parts 200 --stocked 50 --labour 60 %s >%s/log",
	    getenv("MAKE_CSV"), dir, fmt, CARS, arg, dir);
	rc = system(s.s);
	str_free(&s);
	return rc;
}

static FILE *open_csv(const char *name)
{
	struct str s = { 0 };
	FILE *f;

	str_addf(&s, "%s/%s", dir, name);
	f = fopen(s.s, "re");
	str_free(&s);
	return f;
}

static bool check_digit_is_right(const char *vin)
{
	static const char letters[] = "ABCDEFGHJKLMNPRSTUVWXYZ", value[] = "12345678123457923456789";
	static const int weight[17] = { 8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2 };
	int sum = 0;

	for (int i = 0; i < 17; i++) {
		const char *at = strchr(letters, vin[i]);

		sum += weight[i] * (at ? value[at - letters] - '0' : vin[i] - '0');
	}
	return vin[8] == "0123456789X"[sum % 11];
}

static void every_vin_but_the_bad_ones_has_its_check_digit(void **state)
{
	FILE *f;
	char line[512];
	int good = 0, bad = 0;

	(void)state;
	assert_int_equal(run("a", "--bad-vins 3"), 0);
	f = open_csv("a/vehicles.csv");
	assert_non_null(f);
	while (fgets(line, sizeof(line), f)) {
		char *vin = strchr(strchr(line, ',') + 1, ',') + 1;

		if (strcspn(vin, ",") == 17)
			*(check_digit_is_right(vin) ? &good : &bad) += 1;
	}
	fclose(f);
	assert_int_equal(bad, 3);
	assert_true(good > CARS * 9 / 10);
}

static void the_same_arguments_make_the_same_files(void **state)
{
	struct str s = { 0 };

	(void)state;
	assert_int_equal(run("b", "--bad-vins 3"), 0);
	assert_int_equal(run("c", "--bad-vins 3 --seed 2"), 0);
	str_addf(&s, "diff -r %s/a %s/b >%s/log", dir, dir, dir);
	assert_int_equal(system(s.s), 0);
	str_clear(&s);
	str_addf(&s, "diff -r %s/a %s/c >%s/log", dir, dir, dir);
	assert_int_not_equal(system(s.s), 0);
	str_free(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_vin_but_the_bad_ones_has_its_check_digit),
		cmocka_unit_test(the_same_arguments_make_the_same_files),
	};
	struct str s = { 0 };
	int failed;

	if (!mkdtemp(dir))
		return 1;
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	str_addf(&s, "rm -r %s", dir);
	if (system(s.s) != 0)
		failed++;
	str_free(&s);
	return failed;
}
