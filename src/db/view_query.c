/* view_query.c - puts the SELECT together that answers a question to a view: wrapped, filtered, ordered, paged.
 *
 * Every value is a parameter. An optional parameter is written only where it is given, so that an index is used. */
#include "db/view_query.h"

#include <ctype.h>
#include <string.h>

#include "base/date.h"
#include "base/text.h"

#define DAY_SECONDS 86400

void query_init(struct query *q, const struct view *v, const struct view_who *who, struct err *e)
{
	static const struct view_who nobody;

	*q = (struct query){ .view = v, .who = who ? who : &nobody, .a = arena_new(), .e = e };
}

void query_free(struct query *q)
{
	str_free(&q->sql);
	arena_free(q->a);
}

void query_bind(struct query *q, struct bind b)
{
	if (q->n_binds == QUERY_MOST_BINDS) {
		err_set(q->e, ERR_USAGE, "Too many conditions at once");
		return;
	}
	q->bind[q->n_binds++] = b;
}

struct str *query_and(struct query *q)
{
	str_add(&q->sql, q->where ? "\nAND " : "\nWHERE ");
	q->where = true;
	return &q->sql;
}

static bool is_word(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

/* Behind a quoted text, name or note that begins at `p`; `p` itself when none does. */
static const char *skip(const char *p)
{
	const char *end;

	if (*p == '\'' || *p == '"')
		end = strchr(p + 1, *p);
	else if (p[0] == '-' && p[1] == '-')
		end = strchr(p, '\n');
	else if (p[0] == '/' && p[1] == '*' && (end = strstr(p + 2, "*/")))
		end++;
	else
		return p;
	return end ? end + 1 : p + strlen(p);
}

bool query_names(const char *sql, const char *param)
{
	size_t n = strlen(param);

	for (const char *p = sql; *p;) {
		const char *behind = skip(p);

		if (behind != p) {
			p = behind;
			continue;
		}
		if (*p == ':' && !strncmp(p + 1, param, n) && !is_word(p[n + 1]))
			return true;
		p++;
	}
	return false;
}

static void bind_built_in(struct query *q, struct bind b)
{
	if (query_names(q->view->sql, b.name))
		query_bind(q, b);
}

static void bind_built_ins(struct query *q)
{
	const struct view_who *w = q->who;

	bind_built_in(q, (struct bind)B_INT("now", w->now));
	bind_built_in(q, (struct bind)B_INT("today", w->today));
	bind_built_in(q, (struct bind)B_INT("user", w->user_id));
	bind_built_in(q, (struct bind)B_INT("store", w->store_id));
	bind_built_in(q, (struct bind)B_INT("offset", w->offset_minutes));
	bind_built_in(q, (struct bind)B_TEXT("terminal", w->terminal ? w->terminal : ""));
	bind_built_in(q, (struct bind)B_TEXT("lang", lang_code(w->lang)));
}

/* The column, when there is one of that name and the person may see it. */
static const struct view_col *col_of(struct query *q, const char *name)
{
	int i = view_col_index(q->view, name);

	if (i < 0) {
		err_set(q->e, ERR_USAGE, "%s has no column %s", tr(q->e->lang, q->view->title), name);
		return NULL;
	}
	if (!view_col_visible(&q->view->cols[i], q->who)) {
		err_set(q->e, ERR_DENIED, "%s may not be looked at, filtered or ordered by without the right %s",
			tr(q->e->lang, q->view->cols[i].title), q->view->cols[i].right);
		return NULL;
	}
	return &q->view->cols[i];
}

/* ---- parameters ---- */

/* What is given for the parameter, else its default; NULL for neither. */
static const struct view_arg *arg_of(struct query *q, const struct view_query *asked, const struct view_param *p)
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
	if (!(c = col_of(q, p->filter)))
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

	if (query_names(q->view->sql, p->name))
		query_bind(q, arg_bind(p->name, arg));
	if (query_names(q->view->sql, from))
		query_bind(q, (struct bind)B_INT(from, arg ? arg->i : DATE_NONE));
	if (query_names(q->view->sql, to))
		query_bind(q, (struct bind)B_INT(to, last == DATE_NONE ? INT64_MAX : last));
}

static bool args_known(struct query *q, const struct view_query *asked)
{
	for (size_t i = 0; i < asked->n_args; i++) {
		bool known = false;

		for (size_t k = 0; k < q->view->n_params; k++)
			known = known || !strcmp(q->view->params[k].name, asked->args[i].name);
		if (!known)
			return err_set(q->e, ERR_USAGE, "%s has no parameter %s", tr(q->e->lang, q->view->title),
				       asked->args[i].name);
	}
	return true;
}

static bool write_params(struct query *q, const struct view_query *asked)
{
	if (!args_known(q, asked))
		return false;
	for (size_t i = 0; i < q->view->n_params; i++) {
		const struct view_param *p = &q->view->params[i];
		const struct view_arg *arg = arg_of(q, asked, p);

		if (p->required && !arg)
			return err_set(q->e, ERR_USAGE, "%s needs to know: %s", tr(q->e->lang, q->view->title), p->name);
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

static void write_has(struct query *q, const struct view_col *c, const struct view_cond *cond, const char *name)
{
	if (view_col_is_text(c)) {
		str_addf(query_and(q), "py_match([%s], :%s)", c->name, name);
		query_bind(q, (struct bind)B_TEXT(name, cond->s));
	} else {
		str_addf(query_and(q), "[%s] LIKE :%s ESCAPE '\\'", c->name, name);
		query_bind(q, (struct bind)B_TEXT(
				  name, arena_printf(q->a, "%%%s%%", like_plain(q->a, cond->s ? cond->s : ""))));
	}
}

static void write_prefix(struct query *q, const struct view_col *c, const struct view_cond *cond, const char *name,
			 size_t i)
{
	const char *to = arena_printf(q->a, "_d%zu", i);

	str_addf(query_and(q), "[%s] >= :%s AND [%s] < :%s", c->name, name, c->name, to);
	query_bind(q, (struct bind)B_TEXT(name, cond->s));
	query_bind(q, (struct bind)B_TEXT(to, arena_printf(q->a, "%s" LAST_CHARACTER, cond->s)));
}

static void write_compare(struct query *q, const struct view_col *c, const struct view_cond *cond, const char *sign,
			  const char *name)
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

static bool write_conds(struct query *q, const struct view_query *asked)
{
	for (size_t i = 0; i < asked->n_conds; i++) {
		const struct view_col *c = col_of(q, asked->conds[i].col);

		if (!c)
			return false;
		write_cond(q, c, &asked->conds[i], i);
	}
	return true;
}

/* ---- words typed over a list ---- */

/* One word: it stands in some column that is searched. */
static void write_word(struct query *q, const char *word, size_t i)
{
	const char *name = arena_printf(q->a, "_w%zu", i), *or = "(";
	struct str any = { 0 };

	for (size_t k = 0; k < q->view->n_cols; k++) {
		const struct view_col *c = &q->view->cols[k];

		if (!(c->flags & COL_FIND) || !view_col_visible(c, q->who))
			continue;
		str_addf(&any, "%spy_match([%s], :%s)", or, c->name, name);
		or = " OR ";
	}
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

static void write_words(struct query *q, const char *filter)
{
	size_t i = 0;

	while (filter && *filter && i < 8) {
		const char *end = word_end(filter);

		if (end > filter)
			write_word(q, arena_strndup(q->a, filter, (size_t)(end - filter)), i++);
		filter = *end == '\xe3' ? end + 3 : *end ? end + 1 : end;
	}
}

/* ---- order ---- */

static bool ordered_by(const struct query *q, int col)
{
	for (size_t i = 0; i < q->n_order; i++)
		if (q->order[i].col == col)
			return true;
	return false;
}

static void order_add(struct query *q, int col, bool maybe_null)
{
	if (q->n_order < QUERY_MOST_ORDER && !ordered_by(q, col))
		q->order[q->n_order++] = (struct query_order){ col, maybe_null };
}

/* True when a declared order or the key promises that the column is never NULL. */
static bool promised(const struct view *v, int col)
{
	if (v->cols[col].flags & COL_KEY)
		return true;
	for (size_t i = 0; i < v->n_orders; i++)
		for (const char *const *c = v->orders[i].cols; *c; c++)
			if (!strcmp(*c + (**c == '-'), v->cols[col].name))
				return true;
	return false;
}

static bool order_declared(struct query *q, const struct view_order *order)
{
	q->down = *order->cols[0] == '-';
	for (const char *const *c = order->cols; *c; c++) {
		const struct view_col *col = col_of(q, *c + (**c == '-'));

		if (!col)
			return false;
		order_add(q, (int)(col - q->view->cols), false);
	}
	return true;
}

bool query_order(struct query *q, const struct view_query *asked)
{
	const struct view *v = q->view;
	int col = asked->order_col < 0 ? -asked->order_col : asked->order_col;

	if (col > (int)v->n_cols || asked->order >= v->n_orders)
		return err_set(q->e, ERR_USAGE, "%s has no such order", tr(q->e->lang, v->title));
	if (col) {
		if (!col_of(q, v->cols[col - 1].name))
			return false;
		q->down = asked->order_col < 0;
		order_add(q, col - 1, !promised(v, col - 1));
	} else if (!order_declared(q, &v->orders[asked->order])) {
		return false;
	}
	for (const char *const *k = v->keys; *k; k++)
		order_add(q, view_col_index(v, *k), false);
	return true;
}

static void order_expr(struct query *q, struct str *out, const struct query_order *o)
{
	const struct view_col *c = &q->view->cols[o->col];

	if (!o->maybe_null)
		str_addf(out, "[%s]", c->name);
	else if (view_col_is_text(c))
		str_addf(out, "ifnull([%s], '')", c->name);
	else
		str_addf(out, "ifnull([%s], -9223372036854775808)", c->name);
}

static struct bind order_value(const struct query *q, const char *name, const struct query_order *o,
			       const struct view_row *row)
{
	const struct view_val *v = &row->val[o->col];

	if (view_col_is_text(&q->view->cols[o->col]))
		return (struct bind)B_TEXT(name, v->null ? "" : v->s);
	return (struct bind)B_INT(name, v->null ? INT64_MIN : v->i);
}

void query_after(struct query *q, const struct view_row *row, bool back)
{
	struct str left = { 0 }, right = { 0 };

	for (size_t i = 0; i < q->n_order; i++) {
		const char *name = arena_printf(q->a, "_k%zu", i);

		str_add(&left, i ? ", " : "");
		order_expr(q, &left, &q->order[i]);
		str_addf(&right, "%s:%s", i ? ", " : "", name);
		query_bind(q, order_value(q, name, &q->order[i], row));
	}
	str_addf(query_and(q), "(%s) %s (%s)", str_get(&left), q->down == back ? ">" : "<", str_get(&right));
	str_free(&left);
	str_free(&right);
}

void query_by(struct query *q, bool back)
{
	for (size_t i = 0; i < q->n_order; i++) {
		str_add(&q->sql, i ? ", " : "\nORDER BY ");
		order_expr(q, &q->sql, &q->order[i]);
		str_add(&q->sql, q->down != back ? " DESC" : "");
	}
}

/* ---- the whole ---- */

static bool may_see(struct query *q)
{
	if (view_may(q->view->right, q->who))
		return true;
	return err_set(q->e, ERR_DENIED, "%s may not be looked at without the right %s",
		       tr(q->e->lang, q->view->title), q->view->right);
}

bool query_select_rows(struct query *q)
{
	if (!may_see(q))
		return false;
	str_add(&q->sql, "SELECT ");
	for (size_t i = 0; i < q->view->n_cols; i++) {
		const struct view_col *c = &q->view->cols[i];

		str_add(&q->sql, i ? ", " : "");
		str_addf(&q->sql, view_col_visible(c, q->who) ? "[%s]" : "NULL AS [%s]", c->name);
	}
	return true;
}

bool query_select_sums(struct query *q)
{
	if (!may_see(q))
		return false;
	str_add(&q->sql, "SELECT count(*)");
	for (size_t i = 0; i < q->view->n_cols; i++) {
		const struct view_col *c = &q->view->cols[i];

		if ((c->flags & COL_SUM) && view_col_visible(c, q->who))
			str_addf(&q->sql, ", sum([%s])", c->name);
		else
			str_add(&q->sql, ", 0");
	}
	return true;
}

bool query_from(struct query *q, const struct view_query *asked)
{
	str_addf(&q->sql, "\nFROM (\n%s\n)", q->view->sql);
	bind_built_ins(q);
	if (!write_params(q, asked) || !write_conds(q, asked))
		return false;
	write_words(q, asked->filter);
	return q->e->code == ERR_NONE;
}

bool query_lookup(struct query *q, const char *const *cols, const char *col, struct bind value)
{
	const struct view_query nothing = { .view = q->view };

	str_add(&q->sql, "SELECT ");
	for (size_t i = 0; cols[i]; i++)
		str_addf(&q->sql, "%s[%s]", i ? ", " : "", cols[i]);
	if (!query_from(q, &nothing))
		return false;
	str_addf(query_and(q), "[%s] = :%s", col, value.name);
	query_bind(q, value);
	return true;
}
