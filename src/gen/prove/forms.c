/* forms.c - proves that printed forms name views and columns that there are. */
#include <string.h>

#include "gen/prove/prove.h"
#include "paper/form.h"

struct form_proof {
	struct proof *p;
	const struct form *form;
	const struct view *rows; /* of the open [rows], or NULL */
};

static void fault(struct form_proof *f, const char *why, const char *what)
{
	prove_fault(f->p, "schema/documents", 1, "%s: %s %s", f->form->name, why, what);
}

static bool has_param(const struct view *v, const char *name)
{
	for (size_t i = 0; i < v->n_params; i++)
		if (!strcmp(v->params[i].name, name))
			return true;
	return false;
}

static const struct view *view_of(struct form_proof *f, const char *name)
{
	const struct view *v = view_find(name);

	if (!v)
		fault(f, "there is no view", name);
	return v;
}

static bool in_heads(const struct form_proof *f, const char *col)
{
	for (const char *const *h = f->form->heads; *h; h++) {
		const struct view *v = view_find(*h);

		if (v && view_col_index(v, col) >= 0)
			return true;
	}
	return false;
}

static void prove_value(struct form_proof *f, const char *col)
{
	if (!(f->rows && view_col_index(f->rows, col) >= 0) && !in_heads(f, col))
		fault(f, "there is no column", col);
}

static void prove_rows(struct form_proof *f, const struct form_line *l)
{
	f->rows = view_of(f, l->text);
	if (!f->rows)
		return;
	if (l->col && view_col_index(f->rows, l->col) < 0)
		fault(f, "[rows] is filtered by no column:", l->col);
	if (!has_param(f->rows, f->form->param))
		fault(f, "does not take the form's parameter: view", f->rows->name);
}

static void prove_line(struct form_proof *f, const struct form_line *l)
{
	if (l->what == FORM_ROWS)
		prove_rows(f, l);
	else if (l->what == FORM_END)
		f->rows = NULL;
	for (size_t i = 0; i < l->n; i++)
		for (size_t k = 0; k < l->cells[i].n; k++)
			if (l->cells[i].items[k].op == FORM_VALUE || l->cells[i].items[k].op == FORM_WORDS)
				prove_value(f, l->cells[i].items[k].text);
}

static bool is_kind(struct proof *p, const char *code)
{
	sqlite3_stmt *st = NULL;
	bool found;

	sqlite3_prepare_v2(p->shop, "SELECT 1 FROM document_kind WHERE code = ?1", -1, &st, NULL);
	sqlite3_bind_text(st, 1, code, -1, SQLITE_STATIC);
	found = sqlite3_step(st) == SQLITE_ROW;
	sqlite3_finalize(st);
	return found;
}

void prove_forms(struct proof *p)
{
	for (const struct form *form = form_all; form->name; form++) {
		struct form_proof f = { .p = p, .form = form };

		for (const char *const *kind = form->of; kind && *kind; kind++)
			if (!is_kind(p, *kind))
				fault(&f, "there is no kind of document", *kind);
		for (const char *const *h = form->heads; *h; h++)
			view_of(&f, *h);
		for (size_t i = 0; i < form->n; i++)
			prove_line(&f, &form->lines[i]);
	}
}
