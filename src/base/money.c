/* money.c - reading and writing amounts, quantities and rates. */
#include "base/money.h"

#include <inttypes.h>
#include <string.h>
#include <strings.h>

#include "base/muldiv.h"
#include "base/text.h"

#define RATE_MAX 100000 /* 1,000 % */

enum reading { READ_OK, READ_EMPTY, READ_WRONG, READ_DECIMALS, READ_LARGE };

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Takes one more digit into `*sum`, which stays at or below 10^17. */
static bool take_digit(int64_t *sum, char c)
{
	*sum = *sum * 10 + (c - '0');
	return *sum <= INT64_C(100000000000000000);
}

/* Reads "1,234" or "1234" up to what is no digit; commas stand before each three digits or not at all. */
static enum reading read_whole(const char **s, int64_t *ret)
{
	const char *p = *s;
	int in_group = 0;
	bool commas = false;

	for (*ret = 0; is_digit(*p) || *p == ','; p++) {
		if (*p == ',') {
			if (in_group == 0 || in_group > 3 || (commas && in_group != 3))
				return READ_WRONG;
			commas = true;
			in_group = 0;
			continue;
		}
		in_group++;
		if (!take_digit(ret, *p))
			return READ_LARGE;
	}
	*s = p;
	return commas && in_group != 3 ? READ_WRONG : READ_OK;
}

/* Reads a decimal number with at most `decimals` places into units of its last place, at most `max` in size.
 */
static enum reading read_decimal(const char *s, int decimals, int64_t max, int64_t *ret)
{
	bool negative = *s == '-', digits;
	enum reading how;
	int places = 0;
	int64_t v;

	if (*s == '\0')
		return READ_EMPTY;
	if (*s == '-' || *s == '+')
		s++;
	digits = is_digit(*s) || (s[0] == '.' && is_digit(s[1]));
	how = digits ? read_whole(&s, &v) : READ_WRONG;
	if (how != READ_OK)
		return how;
	if (*s == '.' && decimals > 0)
		for (s++; is_digit(*s); s++, places++)
			if (places < decimals && !take_digit(&v, *s))
				return READ_LARGE;
	if (*s)
		return READ_WRONG;
	if (places > decimals)
		return READ_DECIMALS;
	for (; places < decimals; places++)
		if (!take_digit(&v, '0'))
			return READ_LARGE;
	if (v > max)
		return READ_LARGE;
	*ret = negative ? -v : v;
	return READ_OK;
}

bool money_parse(const char *s, const char *field, int64_t *ret_fen, struct err *e)
{
	char typed[TEXT_TYPED], brief[TEXT_BRIEF];

	text_fold_typed(s, typed);
	switch (read_decimal(typed, 2, MONEY_MAX, ret_fen)) {
	case READ_OK:
		return true;
	case READ_EMPTY:
		return err_field(e, field, "An amount is missing; write it like 1234.50");
	case READ_DECIMALS:
		return err_field(e, field, "“%s” has more than two decimals; an amount ends at 0.01",
				 text_brief(brief, s));
	case READ_LARGE:
		return err_field(e, field, "“%s” is too large; the largest amount is 9,999,999,999.99",
				 text_brief(brief, s));
	case READ_WRONG:
	default:
		return err_field(e, field, "“%s” is not an amount; write it like 1234.50",
				 text_brief(brief, s));
	}
}

bool qty_parse(const char *s, const char *field, int64_t *ret_qty, struct err *e)
{
	char typed[TEXT_TYPED], brief[TEXT_BRIEF];

	text_fold_typed(s, typed);
	switch (read_decimal(typed, 3, QTY_MAX, ret_qty)) {
	case READ_OK:
		return true;
	case READ_EMPTY:
		return err_field(e, field, "A quantity is missing; write it like 4 or 1.5");
	case READ_DECIMALS:
		return err_field(e, field, "“%s” has more than three decimals; a quantity ends at 0.001",
				 text_brief(brief, s));
	case READ_LARGE:
		return err_field(e, field, "“%s” is too large; the largest quantity is 999,999.999",
				 text_brief(brief, s));
	case READ_WRONG:
	default:
		return err_field(e, field, "“%s” is not a quantity; write it like 4 or 1.5",
				 text_brief(brief, s));
	}
}

bool int_parse(const char *s, const char *field, int64_t min, int64_t max, int64_t *ret, struct err *e)
{
	char typed[TEXT_TYPED], brief[TEXT_BRIEF];
	int64_t v;
	enum reading how;

	text_fold_typed(s, typed);
	how = read_decimal(typed, 0, INT64_MAX, &v);
	if (how == READ_EMPTY)
		return err_field(e, field, "A whole number is missing");
	if (how == READ_WRONG)
		return err_field(e, field, "“%s” is not a whole number; write only digits",
				 text_brief(brief, s));
	if (how == READ_LARGE || v < min || v > max)
		return err_field(e, field, "“%s” is out of range; write a number from %lld to %lld",
				 text_brief(brief, s), (long long)min, (long long)max);
	*ret = v;
	return true;
}

bool rate_parse(const char *s, const char *field, int64_t *ret_rate, struct err *e)
{
	char typed[TEXT_TYPED], brief[TEXT_BRIEF];
	enum reading how;
	int64_t v;
	size_t n;

	text_fold_typed(s, typed);
	n = strlen(typed);
	if (n > 1 && typed[n - 1] == '%')
		typed[n - 1] = '\0';
	how = read_decimal(typed, 2, RATE_MAX, &v);
	if (how == READ_EMPTY)
		return err_field(e, field, "A rate is missing; write it in percent, like 13 or 6.5");
	if (how == READ_DECIMALS)
		return err_field(e, field, "“%s” has more than two decimals; a rate ends at 0.01%%",
				 text_brief(brief, s));
	if (how == READ_LARGE || (how == READ_OK && v < 0))
		return err_field(e, field, "“%s” is out of range; a rate is from 0 to 1000 percent",
				 text_brief(brief, s));
	if (how == READ_WRONG)
		return err_field(e, field, "“%s” is not a rate; write it in percent, like 13 or 6.5",
				 text_brief(brief, s));
	*ret_rate = v;
	return true;
}

/* The size of a number, also of the smallest one. */
static uint64_t size_of(int64_t v)
{
	return v < 0 ? -(uint64_t)v : (uint64_t)v;
}

char *money_plain(struct arena *a, int64_t fen)
{
	uint64_t v = size_of(fen);

	return arena_printf(a, "%s%" PRIu64 ".%02" PRIu64, fen < 0 ? "-" : "", v / 100, v % 100);
}

char *money_text(struct arena *a, int64_t fen)
{
	char *plain = money_plain(a, fen), *out, *to;
	size_t whole = strcspn(plain, "."), sign = fen < 0;

	out = to = arena_alloc(a, strlen(plain) + whole / 3 + 1);
	for (size_t i = 0; plain[i]; i++) {
		if (i > sign && i < whole && (whole - i) % 3 == 0)
			*to++ = ',';
		*to++ = plain[i];
	}
	return out;
}

/* A number of `1 / unit` without trailing zeros. */
static char *short_decimal(struct arena *a, int64_t n, unsigned unit, int decimals, const char *after)
{
	uint64_t v = size_of(n), part = v % unit;
	const char *sign = n < 0 ? "-" : "";

	if (part == 0)
		return arena_printf(a, "%s%" PRIu64 "%s", sign, v / unit, after);
	for (; part % 10 == 0; part /= 10)
		decimals--;
	return arena_printf(a, "%s%" PRIu64 ".%0*" PRIu64 "%s", sign, v / unit, decimals, part, after);
}

char *qty_text(struct arena *a, int64_t qty)
{
	return short_decimal(a, qty, 1000, 3, "");
}

char *rate_text(struct arena *a, int64_t rate)
{
	return short_decimal(a, rate, 100, 2, "%");
}

bool bool_parse(const char *s, const char *field, int64_t *ret, struct err *e)
{
	static const char *const yes[] = { "yes", "y", "1", "true", "on", "是", NULL };
	static const char *const no[] = { "no", "n", "0", "false", "off", "否", NULL };

	for (size_t i = 0; yes[i]; i++)
		if (!strcasecmp(s, yes[i]))
			return (*ret = 1, true);
	for (size_t i = 0; no[i]; i++)
		if (!strcasecmp(s, no[i]))
			return (*ret = 0, true);
	return err_field(e, field, N_("“%s” is neither yes nor no"), s);
}
