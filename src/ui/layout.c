/* layout.c - the language of form rows. */
#include "ui/layout.h"

#include <ctype.h>
#include <string.h>

#include "base/lang.h"

#define ROW_CELLS_MOST 16
#define WIDE	       60 /* columns from which several cells stand in a row */
#define GAP	       2

/* ---- reading ---- */

static int number_at(const char **s)
{
	int n = 0;

	while (isdigit((unsigned char)**s) && n < 1000)
		n = n * 10 + *(*s)++ - '0';
	return n;
}

static bool word_read(struct arena *a, const char *word, struct layout_cell *cell)
{
	size_t n;

	*cell = (struct layout_cell){ .kind = *word == '='   ? CELL_HEAD
					      : *word == '@' ? CELL_GROUP
							     : CELL_FIELD };
	if (cell->kind != CELL_FIELD)
		word++;
	n = strspn(word, "abcdefghijklmnopqrstuvwxyz0123456789_");
	cell->name = arena_strndup(a, word, n);
	for (word += n; *word;) {
		char c = *word++;

		if (c == ':')
			cell->columns = number_at(&word);
		else if (c == '*')
			cell->lines = number_at(&word);
		else if (c == '+')
			cell->rest = true;
		else if (c == '?') {
			cell->when = arena_strdup(a, word);
			break;
		} else {
			return false;
		}
	}
	return *cell->name != '\0';
}

static bool cells_read(struct arena *a, const char *s, struct layout_row *row)
{
	row->cell = ARENA_ARRAY(a, struct layout_cell, ROW_CELLS_MOST);
	while (*(s += strspn(s, " "))) {
		size_t n = strcspn(s, " ");

		if (row->n == ROW_CELLS_MOST || !word_read(a, arena_strndup(a, s, n), &row->cell[row->n++]))
			return false;
		s += n;
	}
	return row->n > 0;
}

static bool row_read(struct arena *a, const char *s, struct layout_row *row)
{
	*row = (struct layout_row){ .kind = ROW_CELLS };
	if ((*s == '=' || *s == '/') && s[1] == ' ') {
		row->kind = *s == '=' ? ROW_SECTION : ROW_PAGE;
		row->title = s + 2;
		return s[2] != '\0';
	}
	row->wide = *s == '~';
	return cells_read(a, s + row->wide, row);
}

bool layout_read(struct arena *a, const char *const *rows, size_t most, struct layout *ret, struct err *e)
{
	ret->row = ARENA_ARRAY(a, struct layout_row, most);
	ret->n = 0;
	for (size_t i = 0; i < most && rows[i]; i++)
		if (!row_read(a, rows[i], &ret->row[ret->n++]))
			return err_set(e, ERR_FAULT, N_("The layout row \"%s\" cannot be read"), rows[i]);
	return true;
}

/* ---- pages ---- */

int layout_page_of(const struct layout *l, int row)
{
	int page = 0;

	for (int i = 1; i <= row; i++)
		page += l->row[i].kind == ROW_PAGE;
	return page;
}

int layout_pages(const struct layout *l)
{
	return l->n ? layout_page_of(l, l->n - 1) + 1 : 1;
}

const char *layout_page_title(const struct layout *l, int page)
{
	for (int i = 0; i < l->n; i++)
		if (l->row[i].kind == ROW_PAGE && layout_page_of(l, i) == page)
			return l->row[i].title;
	return NULL;
}

/* ---- placing ---- */

struct placing {
	const struct layout *l;
	int page, width, y, n;
	struct cell_size (*size)(void *arg, int row, int cell);
	void *arg;
	int label[ROW_CELLS_MOST], at[ROW_CELLS_MOST]; /* by position: widest label, aligned column */
	struct spot *spot;
};

static bool on_page(const struct placing *p, int row)
{
	return layout_page_of(p->l, row) == p->page && p->l->row[row].kind != ROW_PAGE;
}

/* The widest label and the leftmost common column of each position. */
static void measure(struct placing *p)
{
	int end[ROW_CELLS_MOST] = { 0 };

	for (int r = 0; r < p->l->n; r++) {
		if (!on_page(p, r))
			continue;
		for (int k = 0, pos = 0; k < p->l->row[r].n; k++) {
			struct cell_size s = p->size(p->arg, r, k);

			if (!s.h)
				continue;
			p->label[pos] = s.label > p->label[pos] ? s.label : p->label[pos];
			end[pos] = s.w > end[pos] && !s.rest ? s.w : end[pos];
			pos++;
		}
	}
	for (int k = 1; k < ROW_CELLS_MOST; k++)
		p->at[k] = p->at[k - 1] + p->label[k - 1] + 1 + end[k - 1] + GAP;
}

static void spot_add(struct placing *p, int row, int cell, int x, int label, struct cell_size s)
{
	int room = p->width - x - label - (label ? 1 : 0);

	p->spot[p->n++] = (struct spot){ .row = row,
					 .cell = cell,
					 .y = p->y,
					 .x = x,
					 .label = label,
					 .h = s.h,
					 .w = s.rest || s.w > room ? room : s.w };
}

/* One cell a row: labels aligned, fields take what is left. */
static void place_narrow(struct placing *p, int row)
{
	int label = p->label[0];

	for (int k = 1; k < ROW_CELLS_MOST; k++)
		label = p->label[k] > label ? p->label[k] : label;
	label = label > p->width / 2 ? p->width / 2 : label;
	for (int k = 0; k < p->l->row[row].n; k++) {
		struct cell_size s = p->size(p->arg, row, k);

		if (!s.h)
			continue;
		spot_add(p, row, k, 0, s.label ? label : 0, s);
		p->y += s.h;
	}
}

static void place_wide(struct placing *p, int row)
{
	int x = 0, pos = 0, high = 0;

	for (int k = 0; k < p->l->row[row].n; k++) {
		struct cell_size s = p->size(p->arg, row, k);
		int at, label;

		if (!s.h)
			continue;
		label = s.label ? p->label[pos] : 0;
		at = p->at[pos] >= x && p->at[pos] + label + 1 + s.w <= p->width ? p->at[pos] : x;
		label = at == p->at[pos] ? label : s.label;
		if (at > 0 && at + label + 1 + s.w > p->width) {
			p->y += high;
			at = pos = high = 0;
			label = s.label ? p->label[0] : 0;
		}
		spot_add(p, row, k, at, label, s);
		x = at + label + 1 + s.w + GAP;
		high = s.h > high ? s.h : high;
		pos++;
	}
	p->y += high;
}

static void place_row(struct placing *p, int row)
{
	const struct layout_row *r = &p->l->row[row];

	if (r->kind == ROW_SECTION && p->width >= WIDE)
		p->spot[p->n++] = (struct spot){ .row = row, .cell = -1, .y = p->y++, .w = p->width, .h = 1 };
	else if (r->kind == ROW_CELLS && p->width >= WIDE)
		place_wide(p, row);
	else if (r->kind == ROW_CELLS)
		place_narrow(p, row);
}

int layout_place(const struct layout *l, int page, int width,
		 struct cell_size (*size)(void *arg, int row, int cell), void *arg, struct arena *a,
		 struct spot **ret, int *ret_n)
{
	struct placing p = { .l = l, .page = page, .width = width, .size = size, .arg = arg };
	int most = 0;

	for (int r = 0; r < l->n; r++)
		most += l->row[r].n + 1;
	p.spot = ARENA_ARRAY(a, struct spot, most + 1);
	measure(&p);
	for (int r = 0; r < l->n; r++)
		if (on_page(&p, r))
			place_row(&p, r);
	*ret = p.spot;
	*ret_n = p.n;
	return p.y;
}
