/* muldiv.c - exact arithmetic on money and quantities. */
#include "base/muldiv.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/err.h"

int64_t muldiv(int64_t a, int64_t b, int64_t c)
{
	__int128 product = (__int128)a * b, half, quotient;
	bool negative = (product < 0) != (c < 0);
	__int128 divisor = c < 0 ? -(__int128)c : c;

	if (c == 0)
		die("division by zero in an amount");
	if (product < 0)
		product = -product;
	half = divisor / 2;
	quotient = (product + half) / divisor;
	if (divisor % 2 != 0 && (product % divisor) * 2 < divisor)
		quotient = product / divisor;
	if (quotient > INT64_MAX)
		die("an amount is too large");
	return negative ? -(int64_t)quotient : (int64_t)quotient;
}

int64_t qty_price(int64_t qty, int64_t price)
{
	return muldiv(qty, price, 1000);
}

int64_t net_of(int64_t gross, int64_t rate)
{
	return muldiv(gross, 10000, 10000 + rate);
}

struct remainder {
	__int128 rest;
	size_t at;
};

static int by_rest(const void *a, const void *b)
{
	const struct remainder *x = a, *y = b;

	if (x->rest != y->rest)
		return x->rest < y->rest ? 1 : -1;
	return x->at < y->at ? -1 : x->at > y->at;
}

void share_out(int64_t total, const int64_t *weight, size_t n, int64_t *ret)
{
	struct remainder *rest;
	__int128 sum = 0;
	int64_t left = total < 0 ? -total : total, all = left;

	if (n == 0)
		return;
	rest = xcalloc(n, sizeof *rest);
	for (size_t i = 0; i < n; i++)
		sum += weight[i];
	for (size_t i = 0; i < n; i++) {
		__int128 part = sum ? (__int128)all * weight[i] : all;
		__int128 by = sum ? sum : (__int128)n;

		ret[i] = (int64_t)(part / by);
		rest[i] = (struct remainder){ part % by, i };
		left -= ret[i];
	}
	qsort(rest, n, sizeof *rest, by_rest);
	for (size_t i = 0; left > 0; i = (i + 1) % n, left--)
		ret[rest[i].at]++;
	if (total < 0)
		for (size_t i = 0; i < n; i++)
			ret[i] = -ret[i];
	free(rest);
}
