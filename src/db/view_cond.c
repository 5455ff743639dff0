/* view_cond.c - reads conditions and parameters as people and scripts write them. */
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/money.h"
#include "base/text.h"
#include "db/view_query.h"

#define INT_MOST 999999999999999

struct reader {
	const struct view_col *col;
	const struct view_who *who;
	struct arena *a;
	struct err *e;
};

/* ---- values by type ---- */

static const char *fold_text(const struct reader *r, const char *s)
{
	if (r->col->type == COL_TEXT || r->col->type == COL_CHOICE)
		return text_fold_free(r->a, s);
	return text_fold_code(r->a, s);
}

static bool number_parse(const struct reader *r, const char *s, int64_t *ret)
{
	const char *field = r->col->name;

	switch (r->col->type) {
	case COL_MONEY:
		return money_parse(s, field, ret, r->e);
	case COL_QTY:
		return qty_parse(s, field, ret, r->e);
	case COL_RATE:
		return rate_parse(s, field, ret, r->e);
	case COL_BOOL:
		return bool_parse(s, field, ret, r->e);
	case COL_INT:
	case COL_DATE:
	case COL_TIME:
	case COL_TEXT:
	case COL_CODE:
	case COL_PLATE:
	case COL_PHONE:
	case COL_CHOICE:
		break;
	}
	return int_parse(s, field, -INT_MOST, INT_MOST, ret, r->e);
}

/* The first second of a day, and behind the last of it. */
static int64_t day_start(const struct reader *r, int64_t day)
{
	return day * 86400 - (int64_t)r->who->offset_minutes * 60;
}

/* A day, month, year, range or a minute of the clock, as what it begins and ends with. */
static bool days_parse(const struct reader *r, const char *s, int64_t *from, int64_t *to)
{
	struct err no = { .lang = r->e->lang };
	bool time = r->col->type == COL_TIME;

	if (date_range_parse(s, r->who->today, from, to, time ? &no : r->e)) {
		if (time && *from != DATE_NONE)
			*from = day_start(r, *from);
		if (time && *to != DATE_NONE)
			*to = day_start(r, *to + 1) - 1;
		return true;
	}
	if (!time || !time_parse(s, r->who->now, r->who->offset_minutes, DATE_PAST, r->col->name, from, r->e))
		return false;
	*to = *from + 59;
	return true;
}

/* ---- operators ---- */

static const struct {
	const char *sign;
	enum view_op op;
} signs[] = {
	{ "<>", OP_NE }, { "!=", OP_NE }, { "<=", OP_LE }, { ">=", OP_GE },    { "<", OP_LT },
	{ ">", OP_GT },  { "=", OP_EQ },  { "~", OP_HAS }, { "..", OP_RANGE },
};

#define SIGNS (sizeof signs / sizeof *signs)

static bool sign_exact(const char *op, enum view_op *ret)
{
	for (size_t i = 0; i < SIGNS; i++) {
		if (!strcmp(signs[i].sign, op)) {
			*ret = signs[i].op;
			return true;
		}
	}
	return false;
}

/* The sign that the value begins with, which is cut off; a range has its sign inside. */
static bool sign_front(const char **value, enum view_op *ret)
{
	for (size_t i = 0; i < SIGNS; i++) {
		size_t n = strlen(signs[i].sign);

		if (signs[i].op != OP_RANGE && !strncmp(*value, signs[i].sign, n)) {
			*ret = signs[i].op;
			*value += n + strspn(*value + n, " ");
			return true;
		}
	}
	return false;
}

/* "100..200", "100.." and "..200". */
static bool range_parse(const struct reader *r, const char *s, int64_t *from, int64_t *to)
{
	const char *dots = strstr(s, "..");
	const char *left = arena_strndup(r->a, s, (size_t)(dots - s)), *right = dots + 2;

	*from = *to = DATE_NONE;
	if (!*left && !*right)
		return err_field(r->e, r->col->name,
				 "A range has a beginning or an end: 100..200, 100.., ..200");
	return (!*left || number_parse(r, left, from)) && (!*right || number_parse(r, right, to));
}

/* One end of the days that were written, by the operator. */
static bool cond_days(const struct reader *r, const char *s, struct view_cond *ret)
{
	int64_t from, to;

	if (!days_parse(r, s, &from, &to))
		return false;
	switch (ret->op) {
	case OP_LT:
	case OP_GE:
		ret->from = from;
		return true;
	case OP_GT:
	case OP_LE:
		ret->from = to;
		return true;
	case OP_NE:
		ret->from = from;
		return from == to || err_field(r->e, r->col->name, "<> takes one day");
	case OP_EQ:
	case OP_RANGE:
	case OP_HAS:
	case OP_EMPTY:
	case OP_FILLED:
	case OP_PREFIX:
		break;
	}
	ret->op = from == to ? OP_EQ : OP_RANGE;
	ret->from = from;
	ret->to = to;
	return true;
}

static bool cond_number(const struct reader *r, const char *s, struct view_cond *ret)
{
	if (ret->op == OP_RANGE || (ret->op == OP_EQ && strstr(s, ".."))) {
		ret->op = OP_RANGE;
		if (strstr(s, ".."))
			return range_parse(r, s, &ret->from, &ret->to);
		return err_field(r->e, r->col->name,
				 "A range has a beginning or an end: 100..200, 100.., ..200");
	}
	if (ret->op == OP_HAS)
		return err_field(r->e, r->col->name, "~ asks for a part of a text; %s is no text",
				 r->col->name);
	return number_parse(r, s, &ret->from);
}

/* "*x*" is contained, "x*" begins, a plain text is contained too. */
static bool cond_text(const struct reader *r, const char *s, bool plain, struct view_cond *ret)
{
	size_t n = strlen(s);
	bool front = *s == '*', end = n > 1 && s[n - 1] == '*';

	if (ret->op == OP_RANGE)
		return err_field(r->e, r->col->name, "%s is a text: it has no range", r->col->name);
	if (plain && (front || end)) {
		s = arena_strndup(r->a, s + front, n - (size_t)front - (size_t)end);
		ret->op = front ? OP_HAS : OP_PREFIX;
	} else if (plain) {
		ret->op = r->col->type == COL_CHOICE ? OP_EQ : OP_HAS;
	}
	ret->text = true;
	ret->s = fold_text(r, s);
	return true;
}

static bool cond_value(const struct reader *r, const char *s, bool plain, struct view_cond *ret)
{
	if (view_col_is_text(r->col))
		return cond_text(r, s, plain, ret);
	if (strchr(s, '|'))
		return err_field(r->e, r->col->name, "Ask for one value at a time; | is not understood");
	s = text_fold_code(r->a, s);
	if (r->col->type == COL_DATE || r->col->type == COL_TIME)
		return cond_days(r, s, ret);
	return cond_number(r, r->col->type == COL_BOOL ? text_fold_search(r->a, s) : s, ret);
}

bool view_cond_parse(const struct view *v, const char *col, const char *op, const char *value,
		     const struct view_who *who, struct arena *a, struct view_cond *ret, struct err *e)
{
	int i = view_col_index(v, col);
	struct view_cond cond = { .op = OP_EQ };
	bool plain = !op || !*op;
	struct reader r = { .who = who, .a = a, .e = e };

	if (i < 0)
		return err_set(e, ERR_USAGE, "%s has no column %s", tr(e->lang, v->title), col);
	if (!plain && !sign_exact(op, &cond.op))
		return err_set(e, ERR_USAGE, "There is no comparison %s; there are = < > <= >= <> ~ ..", op);
	r.col = &v->cols[i];
	cond.col = r.col->name;
	if (plain && sign_front(&value, &cond.op))
		plain = false;
	if (!*value && (cond.op == OP_EQ || cond.op == OP_NE))
		cond.op = cond.op == OP_EQ ? OP_EMPTY : OP_FILLED;
	else if (!cond_value(&r, value, plain, &cond))
		return false;
	*ret = cond;
	return true;
}

/* ---- parameters ---- */

static enum col_type param_type(const char *type)
{
	static const struct {
		const char *name;
		enum col_type type;
	} types[] = {
		{ "text", COL_TEXT }, { "code", COL_CODE },   { "plate", COL_PLATE }, { "phone", COL_PHONE },
		{ "int", COL_INT },   { "money", COL_MONEY }, { "qty", COL_QTY },     { "rate", COL_RATE },
		{ "date", COL_DATE }, { "range", COL_DATE },  { "time", COL_TIME },   { "bool", COL_BOOL },
	};

	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (!strcmp(type, types[i].name))
			return types[i].type;
	return COL_CHOICE;
}

static bool arg_value(const struct reader *r, const struct view_param *p, const char *value,
		      struct view_arg *arg)
{
	if (view_col_is_text(r->col)) {
		arg->text = true;
		arg->s = fold_text(r, value);
		return true;
	}
	value = text_fold_code(r->a, value);
	if (!strcmp(p->type, "range")) {
		arg->range = true;
		return date_range_parse(value, r->who->today, &arg->i, &arg->to, r->e);
	}
	if (r->col->type == COL_DATE)
		return date_parse(value, r->who->today, DATE_PAST, p->name, &arg->i, r->e);
	if (r->col->type == COL_TIME)
		return time_parse(value, r->who->now, r->who->offset_minutes, DATE_PAST, p->name, &arg->i,
				  r->e);
	return number_parse(r, r->col->type == COL_BOOL ? text_fold_search(r->a, value) : value, &arg->i);
}

static const struct view_param *param_of(const struct view *v, const char *name)
{
	for (size_t i = 0; i < v->n_params; i++)
		if (!strcmp(v->params[i].name, name))
			return &v->params[i];
	return NULL;
}

bool view_arg_parse(struct db *db, const struct view *v, const char *name, const char *value,
		    const struct view_who *who, struct arena *a, struct view_arg *ret, struct err *e)
{
	const struct view_param *p = param_of(v, name);
	struct view_arg arg = { .name = p ? p->name : NULL };
	struct view_col as = { .name = p ? p->name : NULL, .type = p ? param_type(p->type) : COL_TEXT };
	struct reader r = { .col = &as, .who = who, .a = a, .e = e };

	if (!p)
		return err_set(e, ERR_USAGE, "%s has no parameter %s", tr(e->lang, v->title), name);
	if (!strncmp(p->type, "ref:", 4)) {
		const struct view *of = view_find(p->type + 4);

		if (!of)
			return err_set(e, ERR_FAULT, "There is no view %s", p->type + 4);
		if (!view_ref(db, of, value, who, &arg.i, e))
			return false;
	} else if (!arg_value(&r, p, value, &arg)) {
		return false;
	}
	*ret = arg;
	return true;
}
