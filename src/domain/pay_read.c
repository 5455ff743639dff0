/* pay_read.c - the rows of a pay grid, understood: the account of a method, the till that takes it, change, the card
 * that pays, and that a reference was not booked before. */
#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/card.h"
#include "domain/choice.h"
#include "domain/payment.h"
#include "domain/till.h"

const struct field pay_line_input[] = {
	FIELD(pay_line, method, "method", N_("Method"), VT_CHOICE, REQUIRED, .choices = choice_pay_method,
	      .listed = pay_list_all,
	      .help = N_("How it is paid; it decides the account and whether the till counts it.")),
	FIELD(pay_line, amount, "amount", N_("Amount"), VT_MONEY, REQUIRED, .min = 1, .max = MONEY_MAX,
	      .help = N_("What this method pays; Down carries what is still open to the next one.")),
	FIELD(pay_line, reference, "reference", N_("Reference"), VT_TEXT, .max = 60,
	      .help = N_("The number of the transfer, slip, coupon or card; each transfer is booked once.")),
	FIELD(pay_line, tendered, "tendered", N_("Given"), VT_MONEY, .min = 1, .max = MONEY_MAX,
	      .help = N_("Cash that was handed over, where there is change.")),
	{ 0 },
};

static bool reference_new(struct ctx *ctx, const struct pay *p, struct err *e)
{
	const char *number;

	if (!p->reference || p->card_id || !strcmp(p->reference, "-"))
		return true;
	number = db_text(ctx->db, ctx->arena,
			 SQL("SELECT d.number FROM payment y JOIN document d ON d.id = y.document_id "
			     "WHERE y.reference = :reference AND y.method_id = :method AND y.amount > 0 "
			     "AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id) LIMIT 1"),
			 BIND(B_TEXT("reference", p->reference), B_INT("method", p->method_id)));
	return !number ||
	       err_field(e, "reference", N_("The reference %s is booked already (%s)"), p->reference, number);
}

/* What the shop says of a method, as far as reading needs it. */
struct way {
	bool till, active, reference, change;
	const char *title;
};

static bool change_sound(struct ctx *ctx, const struct pay_line *l, const struct way *w, struct err *e)
{
	if (!HAS(l, tendered) || l->tendered == l->amount)
		return true;
	if (!w->change)
		return err_field(e, "tendered", N_("Only cash gives change"));
	return l->tendered > l->amount ||
	       err_field(e, "tendered", N_("%s was given, but %s is to be paid"),
			 money_text(ctx->arena, l->tendered), money_text(ctx->arena, l->amount));
}

static void method_read(struct ctx *ctx, struct pay *p, struct way *w)
{
	struct cur *c =
	    db_open(ctx->db,
		    SQL("SELECT id, account_id, till, active, reference, title, gives_change FROM pay_method "
			"WHERE code = :code"),
		    BIND(B_TEXT("code", p->method)));

	if (!cur_next(c))
		return;
	p->method_id = cur_int(c, 0);
	p->account = cur_int(c, 1);
	*w = (struct way){ cur_int(c, 2) != 0, cur_int(c, 3) != 0, cur_int(c, 4) != 0, cur_int(c, 6) != 0,
			   tr(ctx->lang, arena_strdup(ctx->arena, cur_text(c, 5))) };
	cur_close(c);
}

static bool way_open(struct ctx *ctx, struct pay *p, const struct way *w, struct err *e)
{
	if (!w->active)
		return err_field(e, "method", N_("%s is not taken here. Choose another method"), w->title);
	if (w->reference && !p->reference)
		return err_field(e, "reference", N_("%s needs its number"), w->title);
	if (p->method_id == PAY_MEMBER && p->reference)
		return (p->card_id = card_by_number(ctx, p->reference, e)) != 0;
	return !w->till || (p->shift_id = till_shift(ctx, e)) != 0;
}

bool pay_read_one(struct ctx *ctx, const struct pay_line *l, struct pay *ret, struct err *e)
{
	struct way way = { 0 };

	*ret = (struct pay){ .method = l->method,
			     .reference = l->reference,
			     .amount = l->amount,
			     .tendered = HAS(l, tendered) && l->tendered != l->amount ? l->tendered : 0 };
	method_read(ctx, ret, &way);
	return change_sound(ctx, l, &way, e) && way_open(ctx, ret, &way, e) && reference_new(ctx, ret, e);
}

bool pay_read_back(struct ctx *ctx, const struct pay_line *line, struct pay *ret, struct err *e)
{
	struct pay_line blind = *line;

	blind.reference = strcmp(line->method, "member") ? "-" : NULL;
	if (!pay_read_one(ctx, &blind, ret, e))
		return false;
	ret->reference = line->reference;
	return true;
}

bool pay_is_money(const struct pay *pay)
{
	return pay->method_id < PAY_MEMBER || pay->method_id > PAY_DISCOUNT;
}

bool pay_money_only(const struct pay *pay, struct err *e)
{
	return pay_is_money(pay) ||
	       err_field(e, "method",
			 N_("Only money is taken or given here: cash, a wallet, a card, the bank"));
}

static bool reference_twice(const struct pay *pay, size_t i)
{
	for (size_t k = 0; pay[i].reference && !pay[i].card_id && k < i; k++)
		if (pay[k].reference && pay[k].method_id == pay[i].method_id &&
		    !strcmp(pay[k].reference, pay[i].reference))
			return true;
	return false;
}

bool pay_read(struct ctx *ctx, const struct lines *lines, struct pay *ret, struct err *e)
{
	for (size_t i = 0; i < lines->n; i++) {
		bool ok = pay_read_one(ctx, LINE_AT(*lines, struct pay_line, i), &ret[i], e);

		if (ok && reference_twice(ret, i))
			ok = err_field(e, "reference", N_("The reference %s stands there twice"),
				       ret[i].reference);
		if (!ok) {
			e->line = (int)i + 1;
			return false;
		}
	}
	return true;
}
