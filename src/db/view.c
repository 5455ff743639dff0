/* view.c - finding views and columns, and who may see them. */
#include "db/view.h"

#include <string.h>

#include "db/view_query.h"

const struct view *view_find(const char *name)
{
	size_t from = 0, to = view_count;

	while (from < to) {
		size_t mid = from + (to - from) / 2;
		int c = strcmp(name, view_all[mid]->name);

		if (c == 0)
			return view_all[mid];
		if (c < 0)
			to = mid;
		else
			from = mid + 1;
	}
	return NULL;
}

int view_col_index(const struct view *v, const char *name)
{
	for (size_t i = 0; i < v->n_cols; i++)
		if (!strcmp(v->cols[i].name, name))
			return (int)i;
	return -1;
}

bool view_may(const char *right, const struct view_who *who)
{
	return !right || !who || !who->may || who->may(who->may_arg, right);
}

bool view_col_visible(const struct view_col *col, const struct view_who *who)
{
	return view_may(col->right, who);
}

bool view_col_is_text(const struct view_col *col)
{
	return col->type <= COL_PHONE || col->type == COL_CHOICE;
}
