/* money_words.c - amounts in words, as paper wants them. */
#include "base/money.h"

#include <inttypes.h>
#include <string.h>

#include "base/lang.h"
#include "base/muldiv.h"
#include "base/str.h"

/* The characters of amounts on Chinese paper. */
struct capitals {
	const char *digit[10], *unit[4], *group[3], *yuan, *jiao, *fen, *whole, *minus;
};

static const struct capitals mainland = {
	{ "零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖" },
	{ "", "拾", "佰", "仟" },
	{ "", "万", "亿" },
	"元",
	"角",
	"分",
	"整",
	"负",
};

static const struct capitals taiwan = {
	{ "零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖" },
	{ "", "拾", "佰", "仟" },
	{ "", "萬", "億" },
	"元",
	"角",
	"分",
	"整",
	"負",
};

/* The whole part: a run of zeros inside is one 零, at the end of a group of four it is nothing. */
static void add_capitals(struct str *out, const struct capitals *c, uint64_t whole)
{
	char digits[24];
	int n = snprintf(digits, sizeof digits, "%" PRIu64, whole);
	bool zero = false, group = false;

	for (int i = 0; i < n; i++) {
		int at = n - 1 - i, d = digits[i] - '0';

		if (d) {
			str_addf(out, "%s%s%s", zero ? c->digit[0] : "", c->digit[d], c->unit[at % 4]);
			group = true;
		}
		zero = d == 0;
		if (at % 4 == 0 && group) {
			str_add(out, c->group[at / 4]);
			zero = group = false;
		}
	}
}

static void words_chinese(struct str *out, const struct capitals *c, uint64_t v)
{
	uint64_t whole = v / 100, jiao = v / 10 % 10, fen = v % 10;

	if (whole) {
		add_capitals(out, c, whole);
		str_add(out, c->yuan);
	}
	if (jiao)
		str_addf(out, "%s%s", c->digit[jiao], c->jiao);
	if (fen)
		str_addf(out, "%s%s%s", whole && !jiao ? c->digit[0] : "", c->digit[fen], c->fen);
	if (v == 0)
		str_addf(out, "%s%s", c->digit[0], c->yuan);
	if (!fen)
		str_add(out, c->whole);
}

static void add_below_thousand(struct str *out, unsigned n)
{
	static const char *const small[] = { "",        "one",     "two",       "three",    "four",
					     "five",    "six",     "seven",     "eight",    "nine",
					     "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
					     "fifteen", "sixteen", "seventeen", "eighteen", "nineteen" };
	static const char *const tens[] = { "",      "",      "twenty",  "thirty", "forty",
					    "fifty", "sixty", "seventy", "eighty", "ninety" };

	if (n >= 100)
		str_addf(out, "%s hundred%s", small[n / 100], n % 100 ? " " : "");
	n %= 100;
	if (n < 20)
		str_add(out, small[n]);
	else
		str_addf(out, "%s%s%s", tens[n / 10], n % 10 ? "-" : "", small[n % 10]);
}

static void words_english(struct str *out, uint64_t v)
{
	static const char *const group[] = { "", " thousand", " million", " billion" };
	uint64_t whole = v / 100;
	const char *blank = "";

	if (whole == 0)
		str_add(out, "zero");
	for (int i = 3; i >= 0; i--) {
		uint64_t part = whole;

		for (int k = 0; k < i; k++)
			part /= 1000;
		if (part % 1000 == 0)
			continue;
		str_add(out, blank);
		add_below_thousand(out, (unsigned)(part % 1000));
		str_add(out, group[i]);
		blank = " ";
	}
	str_addf(out, " yuan and %02u/100", (unsigned)(v % 100));
}

char *money_words(struct arena *a, const struct lang *lang, int64_t fen)
{
	const char *code = lang_code(lang);
	const struct capitals *c = strcmp(code, "zh_CN") == 0 ? &mainland : &taiwan;
	struct str out = { 0 };
	uint64_t size = fen < 0 ? -(uint64_t)fen : (uint64_t)fen;
	char *words;

	if (size > MONEY_MAX)
		return money_text(a, fen);
	if (strcmp(code, "en") == 0) {
		str_add(&out, fen < 0 ? "minus " : "");
		words_english(&out, size);
	} else {
		str_add(&out, fen < 0 ? c->minus : "");
		words_chinese(&out, c, size);
	}
	words = arena_strdup(a, str_get(&out));
	str_free(&out);
	return words;
}
