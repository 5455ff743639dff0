/* box_says.c - how an input reads for people, and what is said below it. */
#include "ui/box_priv.h"

#include "base/date.h"
#include "base/money.h"
#include "base/plate.h"
#include "base/text.h"

/* ---- how it reads ---- */

const struct choice *box_choices(const struct box *b, const struct look *l, bool offered)
{
	return field_choices(b->def, l->ctx.db, l->arena, offered);
}

const struct choice *box_choice(const struct box *b, const struct choice *list)
{
	for (const struct choice *c = list; c && c->code; c++)
		if (strcmp(c->code, edit_text(&b->edit)) == 0)
			return c;
	return NULL;
}

static bool box_money(const struct box *b, int64_t *ret)
{
	struct err e = { 0 };
	const char *s = edit_text(&b->edit);

	if (calc_wanted(s))
		return calc_eval(s, b->def->type == VT_MONEY ? 2 : 3, ret, &e);
	return b->def->type == VT_MONEY ? money_parse(s, "", ret, &e) : qty_parse(s, "", ret, &e);
}

static bool box_day(const struct box *b, const struct look *l, int64_t *ret)
{
	struct err e = { 0 };

	return date_parse(edit_text(&b->edit), l->ctx.today, (enum date_lean)b->def->lean, "", ret, &e);
}

static bool box_time(const struct box *b, const struct look *l, int64_t *ret)
{
	struct err e = { 0 };

	return time_parse(edit_text(&b->edit), l->ctx.now, l->ctx.offset_minutes,
			  (enum date_lean)b->def->lean, "", ret, &e);
}

const char *box_pretty(const struct box *b, const struct look *l)
{
	struct arena *a = l->arena;
	const char *s = edit_text(&b->edit);
	const struct choice *c;
	int64_t v;

	if (!*s)
		return s;
	switch ((int)b->def->type) {
	case VT_CHOICE:
		c = box_choice(b, box_choices(b, l, false));
		return c ? tr(l->ctx.lang, c->title) : s;
	case VT_BOOL:
		return tr(l->ctx.lang, *s == '0' ? N_("No") : N_("Yes"));
	case VT_MONEY:
		return box_money(b, &v) ? money_text(a, v) : s;
	case VT_QTY:
		return box_money(b, &v) ? qty_text(a, v) : s;
	case VT_DATE:
		return box_day(b, l, &v) ? date_text_long(a, l->ctx.lang, v) : s;
	case VT_TIME:
		return box_time(b, l, &v) ? time_text(a, v, l->ctx.offset_minutes) : s;
	case VT_PHONE:
		return text_phone(a, s);
	default:
		return s;
	}
}

const char *box_plain(const struct box *b, const struct look *l)
{
	struct arena *a = l->arena;
	const char *s = arena_strdup(a, edit_text(&b->edit));
	int64_t v;

	switch ((int)b->def->type) {
	case VT_MONEY:
		return box_money(b, &v) ? money_plain(a, v) : s;
	case VT_QTY:
		return box_money(b, &v) ? qty_text(a, v) : s;
	case VT_DATE:
		return box_day(b, l, &v) ? date_text(a, v) : s;
	case VT_TIME:
		return box_time(b, l, &v) ? time_text(a, v, l->ctx.offset_minutes) : s;
	case VT_PLATE:
		return plate_fold(a, s);
	case VT_CODE:
	case VT_VIN:
	case VT_PHONE:
	case VT_RATE:
	case VT_INT:
		return text_fold_code(a, s);
	default:
		return s;
	}
}

/* ---- hints ---- */

static const char *choices_hint(const struct box *b, const struct look *l)
{
	struct str s = { 0 };
	const char *text;
	int i = 1;

	for (const struct choice *c = box_choices(b, l, true); c && c->code && i <= 9; c++, i++)
		str_addf(&s, "%s%d %s", i > 1 ? "  " : "", i, tr(l->ctx.lang, c->title));
	text = arena_strdup(l->arena, str_get(&s));
	str_free(&s);
	return text;
}

const char *box_takes(const struct box *b, struct look *l)
{
	const struct lang *lang = l->ctx.lang;

	switch (b->def->type) {
	case VT_CHOICE:
		return choices_hint(b, l);
	case VT_BOOL:
		return tr(lang, N_("1 Yes  2 No  Space changes it"));
	case VT_DATE:
		return tr(lang, N_("1121 or 21 or +7; . is today"));
	case VT_TIME:
		return tr(lang, N_("1430, 1121 0930 or +2h"));
	case VT_MONEY:
	case VT_QTY:
		return tr(lang, N_("A number such as 1234.5, or a sum such as 3*45+6"));
	case VT_RATE:
		return tr(lang, N_("Percent, such as 13 or 13%"));
	case VT_INT:
		return tr(lang, N_("A whole number"));
	case VT_REF:
		return tr(lang, N_("Number, name or first letters; F4 or Down on an empty field lists them"));
	case VT_AREA:
		return tr(lang, N_("Words; a long text goes on in the next line"));
	case VT_TEXT:
	case VT_CODE:
	case VT_PLATE:
	case VT_VIN:
	case VT_PHONE:
	case VT_SECRET:
	case VT_LINES:
	default:
		return "";
	}
}

/* What it would mean, for what is typed; NULL where that says nothing new. */
static const char *meaning(const struct box *b, struct look *l)
{
	const char *s = edit_text(&b->edit);
	int64_t v;

	switch ((int)b->def->type) {
	case VT_DATE:
		return *s && box_day(b, l, &v) ? date_text_long(l->arena, l->ctx.lang, v) : NULL;
	case VT_TIME:
		return *s && box_time(b, l, &v) ? time_text(l->arena, v, l->ctx.offset_minutes) : NULL;
	case VT_MONEY:
	case VT_QTY:
		if (!calc_wanted(s) || !box_money(b, &v))
			return NULL;
		return arena_printf(l->arena, "= %s",
				    b->def->type == VT_MONEY ? money_text(l->arena, v)
							     : qty_text(l->arena, v));
	default:
		return NULL;
	}
}

const char *box_hint(const struct box *b, struct look *l)
{
	const char *means = meaning(b, l);

	if (means)
		return means;
	if (b->def->type == VT_CHOICE || !b->def->help)
		return box_takes(b, l);
	return tr(l->ctx.lang, b->def->help);
}
