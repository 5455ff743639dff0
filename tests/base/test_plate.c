/* test_plate.c - number plates as they are typed. */
#include "tests/test.h"

#include "base/plate.h"

static void folds_to(const char *typed, const char *plate)
{
	struct arena *a = arena_new();

	assert_string_equal(plate_fold(a, typed), plate);
	arena_free(a);
}

static void a_province_is_typed_by_digits_or_letters(void **state)
{
	(void)state;
	folds_to("42a12345", "鄂A12345");
	folds_to("HBA12345", "鄂A12345");
	folds_to("hb ad12345", "鄂AD12345");
	folds_to("１１Ａ１２３４５", "京A12345");
	folds_to("65C1234学", "新C1234学");
}

static void tails_and_other_plates_stay_as_they_are(void **state)
{
	(void)state;
	folds_to("12345", "12345");
	folds_to("AB12345", "AB12345");
	folds_to("abc-1234", "ABC1234");
	folds_to("99A12345", "99A12345");
	folds_to("4212345678", "4212345678");
	folds_to("鄂A·12345", "鄂A12345");
	folds_to("", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_province_is_typed_by_digits_or_letters),
		cmocka_unit_test(tails_and_other_plates_stay_as_they_are),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
