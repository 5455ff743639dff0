/* settle_sum.c - the arithmetic of a settlement. */
#include "domain/settle_sum.h"

#include <string.h>

#include "base/muldiv.h"

static bool of_kind(const struct settle_line *l, const char *kind)
{
	return !kind || !strcmp(l->kind, kind);
}

void settle_add_up(struct settle_sum *s)
{
	s->labour = s->parts = s->fees = 0;
	for (size_t i = 0; i < s->n; i++) {
		const struct settle_line *l = &s->line[i];

		if (of_kind(l, "labour"))
			s->labour += l->amount;
		else if (of_kind(l, "part"))
			s->parts += l->amount;
		else
			s->fees += l->amount;
	}
}

bool settle_discount(struct settle_sum *s, struct arena *a, const char *kind, int64_t discount)
{
	int64_t *left = ARENA_ARRAY(a, int64_t, s->n + 1), *share = ARENA_ARRAY(a, int64_t, s->n + 1),
		sum = 0;

	if (discount == 0)
		return true;
	for (size_t i = 0; i < s->n; i++) {
		left[i] = !s->line[i].passed && of_kind(&s->line[i], kind)
			      ? s->line[i].amount - s->line[i].discount
			      : 0;
		sum += left[i];
	}
	if (discount > sum)
		return false;
	share_out(discount, left, s->n, share);
	for (size_t i = 0; i < s->n; i++)
		s->line[i].discount += share[i];
	return true;
}

void settle_total(struct settle_sum *s, int64_t round_to)
{
	s->discount = s->net = s->tax = s->passed = 0;
	for (size_t i = 0; i < s->n; i++) {
		struct settle_line *l = &s->line[i];
		int64_t gross = l->amount - l->discount;

		l->net = l->passed ? gross : net_of(gross, l->rate);
		l->tax = gross - l->net;
		l->income = l->passed ? gross : net_of(l->amount, l->rate);
		s->discount += l->discount;
		s->passed += l->passed ? l->net : 0;
		s->net += l->passed ? 0 : l->net;
		s->tax += l->tax;
	}
	s->total = s->net + s->tax + s->passed;
	s->rounding = round_to > 1 ? -(s->total % round_to) : 0;
	s->total += s->rounding;
}
