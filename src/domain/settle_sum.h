/* settle_sum.h - the arithmetic of a settlement: discounts, tax, rounding and shares, to the fen. Knows no
 * tables. */
#ifndef WORKBAY_SETTLE_SUM_H
#define WORKBAY_SETTLE_SUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* A line that is billed. Amounts include tax. */
struct settle_line {
	int64_t id, payer_id, qty, price, amount, cost;
	int64_t cost_to;            /* the account that bears its cost */
	int64_t rate;               /* of the tax in it, ten-thousandths */
	bool passed;                /* collected for somebody else: no income, no tax, no discount */
	int64_t discount, net, tax; /* made here: net + tax = amount - discount */
	int64_t income;             /* the net before the discount */
	const char *kind, *text;
};

struct settle_sum {
	struct settle_line *line;
	size_t n;
	int64_t labour, parts, fees;
	int64_t discount;              /* over all lines */
	int64_t rounding;              /* 0 or less */
	int64_t total, net, tax, cost; /* total = labour + parts + fees - discount + rounding */
	int64_t passed;                /* of the total, of lines that are passed; not in net */
};

/* Adds up the lines by kind. */
void settle_add_up(struct settle_sum *s);

/* Spreads a discount over the lines of a kind (NULL: all) in proportion to what is left of them. False when
 * it is more than there is. */
bool settle_discount(struct settle_sum *s, struct arena *a, const char *kind, int64_t discount);

/* Works out net, tax and the total; `round_to` (fen, 1: not at all) rounds the total down. */
void settle_total(struct settle_sum *s, int64_t round_to);

#endif
