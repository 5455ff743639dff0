/* fuzz_money.c - any bytes as an amount, a quantity, a rate, a number and a sum; and as text to fold. */
#include "tests/fuzz/fuzz.h"

#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "base/pinyin.h"
#include "base/text.h"

static void check_numbers(struct arena *a, const char *s)
{
	struct err e = { 0 };
	int64_t v, again;

	if (money_parse(s, "", &v, &e))
		MUST(money_parse(money_text(a, v), "", &again, &e) && again == v);
	err_clear(&e);
	if (qty_parse(s, "", &v, &e))
		MUST(qty_parse(qty_text(a, v), "", &again, &e) && again == v);
	err_clear(&e);
	if (rate_parse(s, "", &v, &e))
		MUST(rate_parse(rate_text(a, v), "", &again, &e) && again == v);
	err_clear(&e);
	if (calc_eval(s, 2, &v, &e))
		MUST(llabs(v) <= MONEY_MAX);
	err_clear(&e);
	if (int_parse(s, "", -5, 5, &v, &e))
		MUST(llabs(v) <= 5);
	calc_wanted(s);
}

static void check_text(struct arena *a, const char *s)
{
	struct err e = { 0 };
	const char *safe = text_safe(a, s, false);
	char **found;

	MUST(text_check(safe, strlen(safe), SIZE_MAX, false, "", &e));
	MUST(pinyin_initials(a, s, 8, &found) <= 8);
	MUST(text_wrap(a, s, 10, &found) > 0);
	MUST(text_valid(text_fold_code(a, s), strlen(text_fold_code(a, s))));
	MUST(strlen(text_reverse(a, s)) == strlen(s));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *a = arena_new();
	char *s = arena_strndup(a, (const char *)bytes, n);

	check_numbers(a, s);
	check_text(a, s);
	arena_free(a);
	return 0;
}
