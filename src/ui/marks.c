/* marks.c - the rows that a person has marked. */
#include "ui/marks.h"

#include <stdlib.h>
#include <string.h>

struct view_row *row_copy(struct arena *a, const struct view *v, const struct view_row *row)
{
	struct view_row *copy;

	if (!v || !row)
		return NULL;
	copy = ARENA_NEW(a, struct view_row);
	copy->val = ARENA_ARRAY(a, struct view_val, v->n_cols);
	for (size_t i = 0; i < v->n_cols; i++) {
		copy->val[i] = row->val[i];
		copy->val[i].s = arena_strdup(a, row->val[i].s);
	}
	return copy;
}

int marks_find(const struct marks *m, const char *key)
{
	for (int i = 0; i < m->n; i++)
		if (strcmp(m->mark[i].key, key) == 0)
			return i;
	return -1;
}

bool marks_keep(struct marks *m, const char *key, const struct view *v, const struct view_row *row)
{
	int at = marks_find(m, key);
	struct arena *a;

	if (at < 0 && m->n == MARKS_MOST)
		return false;
	if (at < 0) {
		m->mark = xrealloc(m->mark, (size_t)(m->n + 1) * sizeof *m->mark);
		at = m->n++;
	} else {
		arena_free(m->mark[at].arena);
	}
	a = arena_new();
	m->mark[at] = (struct mark){ .key = arena_strdup(a, key), .arena = a, .row = row_copy(a, v, row) };
	return true;
}

void marks_drop(struct marks *m, int at)
{
	arena_free(m->mark[at].arena);
	m->n--;
	memmove(&m->mark[at], &m->mark[at + 1], (size_t)(m->n - at) * sizeof *m->mark);
}

void marks_clear(struct marks *m)
{
	while (m->n)
		marks_drop(m, m->n - 1);
	free(m->mark);
	m->mark = NULL;
}

size_t marks_rows(const struct marks *m, const struct view_row **ret, size_t most)
{
	size_t n = 0;

	for (int i = 0; i < m->n && n < most; i++)
		ret[n++] = m->mark[i].row;
	return n;
}

int64_t marks_sum(const struct marks *m, size_t col)
{
	int64_t sum = 0;

	for (int i = 0; i < m->n; i++)
		sum += m->mark[i].row->val[col].i;
	return sum;
}
