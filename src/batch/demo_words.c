/* demo_words.c - the words of the demo shop, and its chance. */
#include <string.h>

#include "base/csv.h"
#include "batch/demo_private.h"
#include "db/migrate.h"

struct reading {
	struct arena *a;
	struct demo_table *t;
};

static bool row_keep(void *arg, const struct csv_row *row, struct err *e)
{
	struct reading *r = arg;
	char **cells = ARENA_ARRAY(r->a, char *, row->n);

	(void)e;
	for (size_t i = 0; i < row->n; i++)
		cells[i] = arena_strdup(r->a, row->cell[i]);
	if (!r->t->head) {
		r->t->head = cells;
		r->t->cols = row->n;
		return true;
	}
	if (row->n != r->t->cols)
		die("demo: line %ld has %zu cells", row->line, row->n);
	r->t->row[r->t->n++] = cells;
	return true;
}

static size_t lines_of(const char *text)
{
	size_t n = 0;

	for (; *text; text++)
		n += *text == '\n';
	return n;
}

void demo_table_read(struct arena *a, const char *name, struct demo_table *ret)
{
	struct reading r = { a, ret };
	struct err e = { 0 };

	memset(ret, 0, sizeof *ret);
	for (const struct schema_file *f = schema_demo; f->name; f++) {
		if (strcmp(f->name, name) != 0)
			continue;
		ret->cap = lines_of(f->text) + 1;
		ret->row = ARENA_ARRAY(a, char **, ret->cap);
		if (!csv_read(f->text, strlen(f->text), CSV_UTF8, false, row_keep, &r, &e))
			die("demo: %s: %s", name, e.text);
		return;
	}
	die("demo: there is no file %s", name);
}

const char *demo_cell(const struct demo_table *t, size_t row, const char *column)
{
	for (size_t i = 0; i < t->cols; i++)
		if (!strcmp(t->head[i], column))
			return t->row[row][i];
	die("demo: there is no column %s", column);
}

size_t demo_row(const struct demo_table *t, const char *column, const char *value)
{
	for (size_t i = 0; i < t->n; i++)
		if (!strcmp(demo_cell(t, i, column), value))
			return i;
	die("demo: %s is nowhere in %s", value, column);
}

/* splitmix64: each step is a full mixing of a counter. */
uint64_t demo_random(struct demo *d)
{
	uint64_t z = d->random += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return z ^ z >> 31;
}

int64_t demo_between(struct demo *d, int64_t least, int64_t most)
{
	return least + (int64_t)(demo_random(d) % (uint64_t)(most - least + 1));
}

bool demo_chance(struct demo *d, int percent)
{
	return demo_between(d, 1, 100) <= percent;
}
