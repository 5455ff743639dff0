/* money.h - reading and writing amounts, quantities and rates; the pocket calculator; amounts in words. */
#ifndef WORKBAY_MONEY_H
#define WORKBAY_MONEY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

/* Reads "1234.50", "1,234.5", "-3", "¥20", "１２．５" (full-width folds) into fen. Refuses more than two
 * decimals, more than MONEY_MAX, and anything else, with a sentence about `field` ("" for none). */
bool money_parse(const char *s, const char *field, int64_t *ret_fen, struct err *e);

/* The same for quantities: up to three decimals, thousandths, at most QTY_MAX. */
bool qty_parse(const char *s, const char *field, int64_t *ret_qty, struct err *e);

/* A whole number from `min` to `max`. */
bool int_parse(const char *s, const char *field, int64_t min, int64_t max, int64_t *ret, struct err *e);

/* "yes", "no", 是, 否 and what else people write for them, in either case: 1 or 0. */
bool bool_parse(const char *s, const char *field, int64_t *ret, struct err *e);

/* A rate as percent, "13" or "6.5%", into ten-thousandths (1300, 650); 0 to 1,000 %. */
bool rate_parse(const char *s, const char *field, int64_t *ret_rate, struct err *e);

/* "1234.50", "-0.05": plain, for files and command lines. */
char *money_plain(struct arena *a, int64_t fen);

/* "1,234.50": for people. */
char *money_text(struct arena *a, int64_t fen);

/* "1.5", "4", "0.001": no trailing zeros. */
char *qty_text(struct arena *a, int64_t qty);

/* "13%", "6.5%". */
char *rate_text(struct arena *a, int64_t rate);

/* The pocket calculator of a money (decimals 2) or quantity (decimals 3) field: + - * / ( ) × ÷ and %, exact
 * in 128 bits, rounded once at the end, half away from zero. Behind + or - a percentage is one of what stands
 * before (100-5% is 95), elsewhere a hundredth. "=1+2" may start with '='. `*ret` in fen or thousandths. */
bool calc_eval(const char *s, int decimals, int64_t *ret, struct err *e);

/* True when the text needs the calculator: an operator stands behind its first character, or it begins with
 * '='. */
bool calc_wanted(const char *s);

/* The amount in words for paper: zh_CN 壹仟贰佰叁拾肆元伍角整, zh_TW 壹仟貳佰參拾肆元伍角整, en "one thousand
 * two hundred thirty-four yuan and 50/100". Negative amounts begin with 负/負/minus; those beyond MONEY_MAX
 * come in digits. */
char *money_words(struct arena *a, const struct lang *lang, int64_t fen);

#endif
