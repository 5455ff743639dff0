/* calc.c - the pocket calculator of the fields: exact fractions, rounded once. */
#include "base/money.h"

#include <string.h>

#include "base/muldiv.h"
#include "base/str.h"
#include "base/text.h"

#define PARTS_MAX  ((__int128)1 << 62) /* of a fraction: two of them multiply within 128 bits */
#define NEST_MAX   20
#define PLACES_MAX 6

/* A number as a fraction in lowest terms; `below` is above zero. */
struct fraction {
	__int128 above, below;
};

enum trouble { CALC_FINE, CALC_WRONG, CALC_LARGE, CALC_ZERO };

struct calc {
	const char *s;
	int nested;
	enum trouble trouble; /* the first */
};

static struct fraction no(struct calc *c, enum trouble trouble)
{
	if (c->trouble == CALC_FINE)
		c->trouble = trouble;
	return (struct fraction){ 0, 1 };
}

static __int128 size_of(__int128 v)
{
	return v < 0 ? -v : v;
}

/* Brings a fraction to its lowest terms. */
static struct fraction lowest(struct calc *c, __int128 above, __int128 below)
{
	__int128 a = size_of(above), b = below;

	while (b) {
		__int128 rest = a % b;

		a = b;
		b = rest;
	}
	above /= a;
	below /= a;
	return size_of(above) > PARTS_MAX || below > PARTS_MAX ? no(c, CALC_LARGE)
							       : (struct fraction){ above, below };
}

static struct fraction add(struct calc *c, struct fraction x, struct fraction y)
{
	return lowest(c, x.above * y.below + y.above * x.below, x.below * y.below);
}

static struct fraction multiply(struct calc *c, struct fraction x, struct fraction y)
{
	return lowest(c, x.above * y.above, x.below * y.below);
}

static struct fraction divide(struct calc *c, struct fraction x, struct fraction y)
{
	if (y.above == 0)
		return no(c, CALC_ZERO);
	if (y.above < 0)
		return lowest(c, -x.above * y.below, x.below * -y.above);
	return lowest(c, x.above * y.below, x.below * y.above);
}

static void skip_blanks(struct calc *c)
{
	while (*c->s == ' ')
		c->s++;
}

/* Takes the next character when it is `want`. */
static bool take(struct calc *c, const char *want)
{
	size_t n = strlen(want);

	skip_blanks(c);
	if (strncmp(c->s, want, n) != 0)
		return false;
	c->s += n;
	return true;
}

/* "1,234.5": commas stand before three digits. */
static struct fraction number(struct calc *c)
{
	__int128 v = 0, below = 1;
	int digits = 0, places = -1;

	for (;; c->s++) {
		if (*c->s >= '0' && *c->s <= '9') {
			v = v * 10 + (*c->s - '0');
			below = places >= 0 ? below * 10 : 1;
			places += places >= 0;
			if (++digits > 18 || places > PLACES_MAX)
				return no(c, CALC_LARGE);
		} else if (*c->s == '.' && places < 0) {
			places = 0;
		} else if (*c->s != ',' || places >= 0 || digits == 0 ||
			   strspn(c->s + 1, "0123456789") != 3) {
			break;
		}
	}
	return digits ? lowest(c, v, below) : no(c, CALC_WRONG);
}

static struct fraction sum(struct calc *c, bool *ret_percent);

/* A number, a sum in brackets, or either with a sign in front. */
static struct fraction factor(struct calc *c)
{
	struct fraction v;
	bool percent;

	if (++c->nested > NEST_MAX)
		return no(c, CALC_LARGE);
	if (take(c, "-")) {
		v = factor(c);
		v.above = -v.above;
	} else if (take(c, "+")) {
		v = factor(c);
	} else if (take(c, "(")) {
		v = sum(c, &percent);
		if (c->trouble == CALC_FINE && !take(c, ")"))
			no(c, CALC_WRONG);
	} else {
		v = number(c);
	}
	c->nested--;
	return v;
}

/* A factor, a hundredth of it when % follows. */
static struct fraction share(struct calc *c, bool *ret_percent)
{
	struct fraction v = factor(c);

	*ret_percent = take(c, "%");
	return *ret_percent ? divide(c, v, (struct fraction){ 100, 1 }) : v;
}

/* Shares multiplied and divided; `*ret_percent` when it is a single one with %. */
static struct fraction product(struct calc *c, bool *ret_percent)
{
	struct fraction v = share(c, ret_percent);
	bool percent;

	while (c->trouble == CALC_FINE) {
		if (take(c, "*") || take(c, "×"))
			v = multiply(c, v, share(c, &percent));
		else if (take(c, "/") || take(c, "÷"))
			v = divide(c, v, share(c, &percent));
		else
			break;
		*ret_percent = false;
	}
	return v;
}

static struct fraction sum(struct calc *c, bool *ret_percent)
{
	struct fraction v = product(c, ret_percent), part;
	bool percent;

	while (c->trouble == CALC_FINE) {
		bool minus = take(c, "-");

		if (!minus && !take(c, "+"))
			break;
		part = product(c, &percent);
		if (percent)
			part = multiply(c, v, part);
		if (minus)
			part.above = -part.above;
		v = add(c, v, part);
	}
	return v;
}

/* Rounds to 10^-decimals, half away from zero. */
static bool rounded(struct calc *c, struct fraction v, int decimals, int64_t *ret)
{
	__int128 unit = decimals == 2 ? 100 : 1000, twice = size_of(v.above) * unit * 2, whole;

	whole = (twice + v.below) / (v.below * 2);
	if (whole > (decimals == 2 ? MONEY_MAX : QTY_MAX)) {
		no(c, CALC_LARGE);
		return false;
	}
	*ret = (int64_t)(v.above < 0 ? -whole : whole);
	return true;
}

bool calc_eval(const char *s, int decimals, int64_t *ret, struct err *e)
{
	char typed[TEXT_TYPED], brief[TEXT_BRIEF];
	struct calc c = { .s = typed };
	struct fraction v;
	bool percent;

	text_fold_typed(s, typed);
	take(&c, "=");
	v = sum(&c, &percent);
	skip_blanks(&c);
	if (*c.s)
		no(&c, CALC_WRONG);
	if (c.trouble == CALC_FINE && rounded(&c, v, decimals, ret))
		return true;
	if (c.trouble == CALC_ZERO)
		return err_field(e, "", "“%s” divides by zero", text_brief(brief, s));
	if (c.trouble == CALC_LARGE)
		return err_field(e, "", "“%s” gives a number that is too large or too long",
				 text_brief(brief, s));
	return err_field(e, "", "“%s” cannot be calculated; write it like 120*3-50 or 100-5%%",
			 text_brief(brief, s));
}

bool calc_wanted(const char *s)
{
	char typed[TEXT_TYPED];

	text_fold_typed(s, typed);
	if (*typed == '=' || *typed == '(')
		return true;
	return *typed && (strpbrk(typed + 1, "+-*/%()") || strstr(typed + 1, "×") || strstr(typed + 1, "÷"));
}
