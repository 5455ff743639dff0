/* schema_prove.c - compares the marks of a header with each other and with the other files. */
#include <string.h>

#include "gen/schema.h"

static void need_col(struct schema *s, struct source *f, int line, const char *what, const char *name)
{
	if (name && !head_col(f->head, name))
		fault(s, f->path, line, "%s: there is no column %s", what, name);
}

static void prove_words(struct schema *s, struct source *f, const char *what, const struct words *w)
{
	for (size_t i = 0; i < w->n; i++)
		need_col(s, f, w->line, what, w->at[i]);
}

static void prove_orders(struct schema *s, struct source *f)
{
	for (size_t i = 0; i < f->head->n_orders; i++) {
		const struct words *w = &f->head->orders[i];

		for (size_t k = 0; k < w->n; k++) {
			const char *name = w->at[k];

			if (*name == '-' && k && *w->at[0] != '-')
				fault(s, f->path, w->line,
				      "order: runs in one direction, so - belongs to its first column");
			need_col(s, f, w->line, "order", *name == '-' ? name + 1 : name);
		}
	}
}

struct source *list_find(const struct schema *s, const char *name)
{
	for (size_t i = 0; i < s->n; i++)
		if ((s->src[i].kind == KIND_VIEW || s->src[i].kind == KIND_REPORT) &&
		    !strcmp(s->src[i].name, name))
			return &s->src[i];
	return NULL;
}

static bool is_text_type(const char *type)
{
	return !strcmp(type, "COL_TEXT") || !strcmp(type, "COL_CODE") || !strcmp(type, "COL_PLATE") ||
	       !strcmp(type, "COL_PHONE");
}

static bool is_sum_type(const char *type)
{
	return !strcmp(type, "COL_INT") || !strcmp(type, "COL_MONEY") || !strcmp(type, "COL_QTY");
}

static void prove_param(struct schema *s, struct source *f, const struct param *p)
{
	const struct col *c = p->filter ? head_col(f->head, p->filter) : NULL;

	need_col(s, f, p->line, "filter", p->filter);
	if (!strncmp(p->type, "ref:", 4) && !list_find(s, p->type + 4))
		fault(s, f->path, p->line, "parameter %s: there is no view %s", p->name, p->type + 4);
	if (!strncmp(p->type, "ref:", 4) && c && strcmp(c->type, "COL_INT"))
		fault(s, f->path, p->line, "parameter %s: a reference is compared with an int column of ids",
		      p->name);
	if (p->preset && !strncmp(p->type, "ref:", 4))
		fault(s, f->path, p->line, "parameter %s: a reference has no default", p->name);
	if (!p->filter && !strstr(f->body, p->name))
		fault(s, f->path, p->line, "parameter %s is in no filter= and not in the SELECT", p->name);
}

static bool sums_up(struct source *f, const char *name)
{
	const struct col *c = head_col(f->head, name);

	return c && c->sum;
}

static void prove_cols(struct schema *s, struct source *f)
{
	for (size_t i = 0; i < f->head->n_cols; i++) {
		struct col *c = &f->head->cols[i];

		if (c->find && !is_text_type(c->type))
			fault(s, f->path, c->line, "column %s: only texts can be found by typing", c->name);
		if (c->sum && !is_sum_type(c->type))
			fault(s, f->path, c->line, "column %s: has no sum by its type", c->name);
		if (c->explain && !list_find(s, c->explain))
			fault(s, f->path, c->line, "column %s: there is no view %s", c->name, c->explain);
		else if (c->behind && !sums_up(list_find(s, c->explain), c->behind))
			fault(s, f->path, c->line, "column %s: %s has no sum of %s", c->name, c->explain,
			      c->behind);
	}
	for (size_t i = 0; i < f->head->keys.n; i++) {
		struct col *c = head_col(f->head, f->head->keys.at[i]);

		if (c && c->right)
			fault(s, f->path, c->line,
			      "column %s: a key is seen by all, it has no right=", c->name);
		if (c)
			c->key = true;
	}
}

void head_prove(struct schema *s, struct source *f)
{
	struct head *h = f->head;

	if (!is_name(f->name, false))
		fault(s, f->path, 1, "the name of the file is not a name");
	if (!h->title)
		fault(s, f->path, 1, "has no title:");
	if (f->kind == KIND_CHECK)
		return;
	if (!h->n_cols || !h->keys.n)
		fault(s, f->path, 1, "has no %s", h->n_cols ? "key:" : "col:");
	if (h->names.n && !h->id)
		fault(s, f->path, h->names.line, "names: without an id:");
	prove_words(s, f, "key", &h->keys);
	prove_words(s, f, "names", &h->names);
	need_col(s, f, 1, "id", h->id);
	need_col(s, f, 1, "label", h->label);
	need_col(s, f, 1, "chart", h->chart);
	prove_orders(s, f);
	prove_cols(s, f);
	for (size_t i = 0; i < h->n_params; i++)
		prove_param(s, f, &h->params[i]);
}
