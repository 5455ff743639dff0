/* view_query.c - puts the SELECT together that answers a question to a view: wrapped, filtered, ordered, paged.
 *
 * Every value is a parameter. An optional parameter is written only where it is given, so that an index is used. */
#include "db/view_query.h"

#include <string.h>

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

/* A statement takes those that it names. */
static void bind_built_ins(struct query *q)
{
	const struct view_who *w = q->who;

	query_bind(q, (struct bind)B_INT("now", w->now));
	query_bind(q, (struct bind)B_INT("today", w->today));
	query_bind(q, (struct bind)B_INT("user", w->user_id));
	query_bind(q, (struct bind)B_INT("store", w->store_id));
	query_bind(q, (struct bind)B_INT("offset", w->offset_minutes));
	query_bind(q, (struct bind)B_TEXT("terminal", w->terminal ? w->terminal : ""));
	query_bind(q, (struct bind)B_TEXT("lang", lang_code(w->lang)));
}

const struct view_col *query_col(struct query *q, const char *name)
{
	int i = view_col_index(q->view, name);

	if (i < 0) {
		err_set(q->e, ERR_USAGE, "%s has no column %s", tr(q->e->lang, q->view->title), name);
		return NULL;
	}
	if (!view_col_visible(&q->view->cols[i], q->who)) {
		err_set(q->e, ERR_DENIED,
			"%s may not be looked at, filtered or ordered by without the right %s",
			tr(q->e->lang, q->view->cols[i].title), q->view->cols[i].right);
		return NULL;
	}
	return &q->view->cols[i];
}

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
	str_add(&q->sql, "\nFROM (\n");
	str_add(&q->sql, q->view->sql);
	str_add(&q->sql, "\n)");
	bind_built_ins(q);
	if (!query_params(q, asked) || !query_conds(q, asked))
		return false;
	query_words(q, asked->filter);
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
