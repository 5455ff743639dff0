/* muldiv.h - exact arithmetic on money and quantities. No float anywhere. */
#ifndef WORKBAY_MULDIV_H
#define WORKBAY_MULDIV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MONEY_MAX INT64_C(999999999999) /* fen: every amount is below 10^12 */
#define QTY_MAX   INT64_C(999999999)    /* thousandths: every quantity is below 10^9 */

/* a × b ÷ c in 128 bits, rounded once, half away from zero. `c` must not be 0. A result that does not fit
 * 64 bits ends the program: callers keep to MONEY_MAX and QTY_MAX. */
int64_t muldiv(int64_t a, int64_t b, int64_t c);

/* qty (thousandths) × price (fen a unit), rounded half away from zero: fen. */
int64_t qty_price(int64_t qty, int64_t price);

/* The net of a gross amount at `rate` ten-thousandths: gross ÷ (1 + rate), rounded; tax is gross − net. */
int64_t net_of(int64_t gross, int64_t rate);

/* Splits `total` over `n` weights (≥ 0, not all zero, else equal shares) by the largest remainder, so that the
 * shares sum to the total exactly; ties go to the earlier one. Writes n values to `ret`. */
void share_out(int64_t total, const int64_t *weight, size_t n, int64_t *ret);

#endif
