/* view_explain.c - the view behind a column, asked for one row of it. */
#include <stdio.h>
#include <string.h>

#include "db/view_query.h"

static bool is_ref(const struct view_param *p)
{
	return !strncmp(p->type, "ref:", 4);
}

/* The one parameter that a row's own id can be meant for: it asks for such a row, it is required, or it is the only
 * reference. */
static bool takes_id(const struct view *v, const struct view *of, const struct view_param *p)
{
	size_t refs = 0;

	for (size_t i = 0; i < of->n_params; i++)
		refs += is_ref(&of->params[i]);
	return is_ref(p) && v->id && (p->required || refs == 1 || !strcmp(p->type + 4, v->name));
}

/* A column of that name means something else where it is the text of a reference or has other choices. */
static bool means_the_same(const struct view_col *col, const struct view_param *p)
{
	if (is_ref(p) || !strcmp(p->type, "int"))
		return !view_col_is_text(col);
	if (!strncmp(p->type, "choice:", 7))
		return col->type == COL_CHOICE && !strcmp(col->choice, p->type + 7);
	return true;
}

int view_explain_col(const struct view *v, const struct view *of, const struct view_param *p)
{
	char with_id[64];
	int col = view_col_index(v, p->name);

	if (col >= 0 && means_the_same(&v->cols[col], p))
		return col;
	snprintf(with_id, sizeof with_id, "%s_id", p->name);
	col = view_col_index(v, with_id);
	if (col >= 0)
		return col;
	return takes_id(v, of, p) ? view_col_index(v, v->id) : -1;
}

/* The last day of a range: the column NAME_to, where the row has one. */
static int64_t range_end(const struct view *v, const struct view_row *row, const struct view_param *p,
			 int from)
{
	char name[64];
	int to;

	snprintf(name, sizeof name, "%s_to", p->name);
	to = view_col_index(v, name);
	return row->val[to < 0 ? from : to].i;
}

const struct view_param *view_explain_param(const struct view *v, const struct view_param *p)
{
	for (size_t i = 0; i < v->n_params; i++)
		if (!strcmp(v->params[i].name, p->name) && !strcmp(v->params[i].type, p->type))
			return &v->params[i];
	return NULL;
}

static const struct view_arg *arg_asked(const struct view_query *asked, const struct view_param *p)
{
	for (size_t i = 0; view_explain_param(asked->view, p) && i < asked->n_args; i++)
		if (!strcmp(asked->args[i].name, p->name))
			return &asked->args[i];
	return NULL;
}

/* The parameter as the row has it, else as it was asked; false: neither knows. */
static bool arg_found(const struct view_query *asked, const struct view_row *row, const struct view *of,
		      const struct view_param *p, struct arena *a, struct view_arg *ret)
{
	int from = view_explain_col(asked->view, of, p);
	const struct view_arg *arg = arg_asked(asked, p);

	if (from >= 0 && !row->val[from].null)
		*ret = (struct view_arg){ .name = p->name,
					  .text = row->val[from].text,
					  .s = arena_strdup(a, row->val[from].s),
					  .i = row->val[from].i,
					  .to = range_end(asked->view, row, p, from),
					  .range = !strcmp(p->type, "range") };
	else if (from < 0 && arg)
		*ret = *arg;
	else
		return false;
	return true;
}

bool view_explain(const struct view_query *asked, int col, const struct view_row *row, struct arena *a,
		  struct view_query *ret)
{
	const struct view_col *c = &asked->view->cols[col];
	const struct view *of = c->explain ? view_find(c->explain) : NULL;
	struct view_arg *arg;

	if (!of)
		return false;
	arg = ARENA_ARRAY(a, struct view_arg, of->n_params + 1);
	*ret = (struct view_query){ .view = of, .args = arg };
	for (size_t i = 0; i < of->n_params; i++)
		ret->n_args += arg_found(asked, row, of, &of->params[i], a, &arg[ret->n_args]);
	return true;
}
