/* view_where.c - the conditions of a query: parameters, a find form's conditions, words typed over a list. */
#include <string.h>

#include "base/date.h"
#include "db/view_query.h"

#define DAY_SECONDS 86400

/* ---- parameters ---- */

/* What is given for the parameter, else its default; NULL for neither. */
static const struct view_arg *arg_of(struct query *q, const struct view_query *asked,
				     const struct view_param *p)
{
	struct view_arg *preset;

	for (size_t i = 0; i < asked->n_args; i++)
		if (!strcmp(asked->args[i].name, p->name))
			return &asked->args[i];
	if (!p->preset)
		return NULL;
	preset = ARENA_NEW(q->a, struct view_arg);
	return view_arg_parse(NULL, q->view, p->name, p->preset, q->who, q->a, preset, q->e) ? preset : NULL;
}

/* A day as the first second (`end` 0) or the last (1) that it has, where the column is a time. */
static int64_t bound(const struct query *q, const struct view_col *c, int64_t day, int end)
{
	if (c->type != COL_TIME)
		return day;
	return (day + end) * DAY_SECONDS - (int64_t)q->who->offset_minutes * 60 - end;
}

static bool is_days(const struct view_param *p)
{
	return !strcmp(p->type, "range") || !strcmp(p->type, "date");
}

static void filter_range(struct query *q, const struct view_param *p, const struct view_arg *arg,
			 const struct view_col *c)
{
	const char *from = arena_printf(q->a, "%s_from", p->name), *to = arena_printf(q->a, "%s_to", p->name);
	int64_t last = arg->range ? arg->to : arg->i;

	if (arg->i != DATE_NONE) {
		str_addf(query_and(q), "[%s] >= :%s", c->name, from);
		query_bind(q, (struct bind)B_INT(from, bound(q, c, arg->i, 0)));
	}
	if (last != DATE_NONE) {
		str_addf(query_and(q), "[%s] <= :%s", c->name, to);
		query_bind(q, (struct bind)B_INT(to, bound(q, c, last, 1)));
	}
}

static struct bind arg_bind(const char *name, const struct view_arg *arg)
{
	if (!arg)
		return (struct bind)B_NULL(name);
	if (arg->text)
		return (struct bind)B_TEXT(name, arg->s);
	return (struct bind)B_INT(name, arg->i);
}

static bool write_filter(struct query *q, const struct view_param *p, const struct view_arg *arg)
{
	const struct view_col *c;

	if (!arg)
		return true;
	if (!(c = query_col(q, p->filter)))
		return false;
	if (arg->range || (is_days(p) && c->type == COL_TIME)) {
		filter_range(q, p, arg, c);
	} else {
		str_addf(query_and(q), "[%s] = :%s", c->name, p->name);
		query_bind(q, arg_bind(p->name, arg));
	}
	return true;
}

/* A parameter that the SELECT itself names; a range is :name_from and :name_to, open ends the widest. */
static void bind_named(struct query *q, const struct view_param *p, const struct view_arg *arg)
{
	const char *from = arena_printf(q->a, "%s_from", p->name), *to = arena_printf(q->a, "%s_to", p->name);
	int64_t last = !arg ? DATE_NONE : arg->range ? arg->to : arg->i;

	query_bind(q, arg_bind(p->name, arg));
	query_bind(q, (struct bind)B_INT(from, arg ? arg->i : DATE_NONE));
	query_bind(q, (struct bind)B_INT(to, last == DATE_NONE ? INT64_MAX : last));
}

static bool args_known(struct query *q, const struct view_query *asked)
{
	for (size_t i = 0; i < asked->n_args; i++) {
		bool known = false;

		for (size_t k = 0; k < q->view->n_params; k++)
			known = known || !strcmp(q->view->params[k].name, asked->args[i].name);
		if (!known)
			return err_set(q->e, ERR_USAGE, "%s has no parameter %s",
				       tr(q->e->lang, q->view->title), asked->args[i].name);
	}
	return true;
}

bool query_params(struct query *q, const struct view_query *asked)
{
	if (!args_known(q, asked))
		return false;
	for (size_t i = 0; i < q->view->n_params; i++) {
		const struct view_param *p = &q->view->params[i];
		const struct view_arg *arg = arg_of(q, asked, p);

		if (p->required && !arg && !(q->by_id && p->filter))
			return err_set(q->e, ERR_USAGE, "%s needs to know: %s",
				       tr(q->e->lang, q->view->title), p->name);
		if (p->filter && !write_filter(q, p, arg))
			return false;
		if (!p->filter)
			bind_named(q, p, arg);
	}
	return true;
}

/* ---- conditions ---- */

/* `s` with the wildcards of LIKE made plain. */
static char *like_plain(struct arena *a, const char *s)
{
	struct str out = { 0 };
	char *ret;

	for (; *s; s++) {
		if (*s == '%' || *s == '_' || *s == '\\')
			str_addc(&out, '\\');
		str_addc(&out, *s);
	}
	ret = arena_strdup(a, str_get(&out));
	str_free(&out);
	return ret;
}

/* Behind every text that begins with it. */
#define LAST_CHARACTER "\xf4\x8f\xbf\xbf"

static struct bind cond_bind(const char *name, const struct view_cond *cond)
{
	if (cond->text)
		return (struct bind)B_TEXT(name, cond->s);
	return (struct bind)B_INT(name, cond->from);
}

static void write_range(struct query *q, const struct view_col *c, const struct view_cond *cond, size_t i)
{
	const char *from = arena_printf(q->a, "_c%zu", i), *to = arena_printf(q->a, "_d%zu", i);

	if (cond->from != DATE_NONE) {
		str_addf(query_and(q), "[%s] >= :%s", c->name, from);
		query_bind(q, (struct bind)B_INT(from, cond->from));
	}
	if (cond->to != DATE_NONE) {
		str_addf(query_and(q), "[%s] <= :%s", c->name, to);
		query_bind(q, (struct bind)B_INT(to, cond->to));
	}
}

static void write_has(struct query *q, const struct view_col *c, const struct view_cond *cond,
		      const char *name)
{
	if (view_col_is_text(c)) {
		str_addf(query_and(q), "py_match([%s], :%s)", c->name, name);
		query_bind(q, (struct bind)B_TEXT(name, cond->s));
	} else {
		str_addf(query_and(q), "[%s] LIKE :%s ESCAPE '\\'", c->name, name);
		query_bind(q,
			   (struct bind)B_TEXT(
			       name, arena_printf(q->a, "%%%s%%", like_plain(q->a, cond->s ? cond->s : ""))));
	}
}

static void write_prefix(struct query *q, const struct view_col *c, const struct view_cond *cond,
			 const char *name, size_t i)
{
	const char *to = arena_printf(q->a, "_d%zu", i);

	str_addf(query_and(q), "[%s] >= :%s AND [%s] < :%s", c->name, name, c->name, to);
	query_bind(q, (struct bind)B_TEXT(name, cond->s));
	query_bind(q, (struct bind)B_TEXT(to, arena_printf(q->a, "%s" LAST_CHARACTER, cond->s)));
}

static void write_compare(struct query *q, const struct view_col *c, const struct view_cond *cond,
			  const char *sign, const char *name)
{
	str_addf(query_and(q), "[%s] %s :%s", c->name, sign, name);
	query_bind(q, cond_bind(name, cond));
}

static void write_cond(struct query *q, const struct view_col *c, const struct view_cond *cond, size_t i)
{
	const char *name = arena_printf(q->a, "_c%zu", i);

	switch (cond->op) {
	case OP_EQ:
		write_compare(q, c, cond, "=", name);
		break;
	case OP_LT:
		write_compare(q, c, cond, "<", name);
		break;
	case OP_GT:
		write_compare(q, c, cond, ">", name);
		break;
	case OP_LE:
		write_compare(q, c, cond, "<=", name);
		break;
	case OP_GE:
		write_compare(q, c, cond, ">=", name);
		break;
	case OP_NE:
		write_compare(q, c, cond, "IS NOT", name);
		break;
	case OP_HAS:
		write_has(q, c, cond, name);
		break;
	case OP_RANGE:
		write_range(q, c, cond, i);
		break;
	case OP_EMPTY:
		str_addf(query_and(q), "ifnull([%s], '') = ''", c->name);
		break;
	case OP_FILLED:
		str_addf(query_and(q), "ifnull([%s], '') <> ''", c->name);
		break;
	case OP_PREFIX:
		write_prefix(q, c, cond, name, i);
		break;
	}
}

bool query_conds(struct query *q, const struct view_query *asked)
{
	for (size_t i = 0; i < asked->n_conds; i++) {
		const struct view_col *c = query_col(q, asked->conds[i].col);

		if (!c)
			return false;
		write_cond(q, c, &asked->conds[i], i);
	}
	return true;
}

/* ---- words typed over a list ---- */

/* A column of English words that people see translated: they look for what they see. */
static bool is_word(const struct view_col *c)
{
	return c->choice && !strcmp(c->choice, "word");
}

/* One word: it stands in some column that is searched. */
static void write_word(struct query *q, const char *word, size_t i)
{
	const char *name = arena_printf(q->a, "_w%zu", i), * or = "(";
	struct str any = { 0 };
	bool said = false;

	for (size_t k = 0; k < q->view->n_cols; k++) {
		const struct view_col *c = &q->view->cols[k];

		if (!view_col_visible(c, q->who))
			continue;
		if (c->flags & COL_FIND) {
			str_addf(&any, "%spy_match([%s], :%s)", or, c->name, name);
			or = " OR ";
		}
		if (is_word(c)) {
			str_addf(&any, "%spy_match(said(:_lang, [%s]), :%s)", or, c->name, name);
			or = " OR ";
			said = true;
		}
	}
	if (said && i == 0)
		query_bind(q, (struct bind)B_TEXT("_lang", lang_code(q->who->lang)));
	if (any.len) {
		str_addc(&any, ')');
		str_add(query_and(q), str_get(&any));
		query_bind(q, (struct bind)B_TEXT(name, word));
	}
	str_free(&any);
}

static const char *word_end(const char *p)
{
	while (*p && *p != ' ' && *p != '\t' && strncmp(p, "\xe3\x80\x80", 3))
		p++;
	return p;
}

const char *query_word(struct query *q, const char *filter)
{
	while (filter && (*filter == ' ' || *filter == '\t' || !strncmp(filter, "\xe3\x80\x80", 3)))
		filter += *filter == '\xe3' ? 3 : 1;
	return filter ? arena_strndup(q->a, filter, (size_t)(word_end(filter) - filter)) : "";
}

void query_words(struct query *q, const char *filter)
{
	size_t i = 0;

	while (filter && *filter && i < 8) {
		const char *end = word_end(filter);

		if (end > filter)
			write_word(q, arena_strndup(q->a, filter, (size_t)(end - filter)), i++);
		filter = *end == '\xe3' ? end + 3 : *end ? end + 1 : end;
	}
}
