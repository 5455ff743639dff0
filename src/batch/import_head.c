/* import_head.c - the first line of an import: it names the columns. */
#include <string.h>

#include "base/text.h"
#include "batch/import_private.h"

static bool same_word(struct arena *a, const char *x, const char *y)
{
	return !strcmp(text_fold_search(a, x), text_fold_search(a, y));
}

static bool names_field(struct arena *a, const char *cell, const struct field *f)
{
	if (!strcmp(cell, f->name))
		return true;
	for (size_t i = 0; lang_at(i); i++)
		if (same_word(a, cell, tr(lang_at(i), f->label)))
			return true;
	return false;
}

const char *import_columns(struct import *x)
{
	struct str s = { 0 };
	const char *all;

	for (const struct field *f = x->command->input; f->name; f++)
		if (f->type != VT_LINES)
			str_addf(&s, "%s%s", s.len ? ", " : "", f->name);
	all = arena_strdup(x->row, str_get(&s));
	str_free(&s);
	return all;
}

static bool column_read(struct import *x, const char *cell, struct err *e)
{
	const struct field *found = NULL;

	if (strcmp(cell, "remark") != 0) {
		for (const struct field *f = x->command->input; f->name && !found; f++)
			if (f->type != VT_LINES && names_field(x->row, cell, f))
				found = f;
		if (!found)
			return err_field(e, cell, N_("There is no column “%s” here; there are %s"), cell,
					 import_columns(x));
	}
	for (size_t i = 0; i < x->n_cols; i++)
		if (x->col[i] == found)
			return err_field(e, cell, N_("The column “%s” is there twice"), cell);
	x->col[x->n_cols++] = found;
	return true;
}

static bool column_there(const struct import *x, const struct field *f)
{
	for (size_t i = 0; i < x->n_cols; i++)
		if (x->col[i] == f)
			return true;
	return false;
}

static bool head_sound(struct import *x, const struct csv_row *row, struct err *e)
{
	x->n_cols = 0;
	for (size_t i = 0; i < row->n; i++)
		if (!column_read(x, row->cell[i], e))
			return false;
	for (const struct field *f = x->command->input; f->name; f++)
		if (f->flags & REQUIRED_ && !column_there(x, f))
			return err_field(
			    e, f->name,
			    N_("The column “%s” (%s) is missing; the first line names the columns"), f->name,
			    tr(e->lang, f->label));
	return true;
}

bool import_head(struct import *x, const struct csv_row *row, struct err *e)
{
	if (row->n > COLS_MOST)
		return err_set(e, ERR_DATA, N_("The heading has %zu columns; at most %d are taken"), row->n,
			       COLS_MOST);
	if (head_sound(x, row, e))
		return true;
	e->code = ERR_DATA; /* of a file, not of a form */
	return false;
}
