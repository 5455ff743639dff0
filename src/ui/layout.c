/* layout.c - the language of form rows. */
#include "ui/layout.h"

#include <ctype.h>
#include <string.h>

#include "base/lang.h"

#define ROW_CELLS_MOST 16
#define WIDE           60 /* columns from which several cells stand in a row */
#define GAP            2

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
		else if (c == '!')
			cell->asked = true;
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

/* The cells of a row that are shown. */
struct shown {
	int cell[ROW_CELLS_MOST], n;
	struct cell_size size[ROW_CELLS_MOST];
};

static struct shown shown_cells(const struct placing *p, int row)
{
	struct shown sh = { .n = 0 };

	for (int k = 0; k < p->l->row[row].n; k++) {
		struct cell_size s = p->size(p->arg, row, k);

		if (!s.h)
			continue;
		sh.cell[sh.n] = k;
		sh.size[sh.n++] = s;
	}
	return sh;
}

/* The widest label and the leftmost common column of each position. */
static void measure(struct placing *p)
{
	int end[ROW_CELLS_MOST] = { 0 };

	for (int r = 0; r < p->l->n; r++) {
		struct shown sh;

		if (!on_page(p, r))
			continue;
		sh = shown_cells(p, r);
		for (int k = 0; k < sh.n; k++) {
			int w = sh.size[k].rest ? sh.size[k].least : sh.size[k].w;

			p->label[k] = sh.size[k].label > p->label[k] ? sh.size[k].label : p->label[k];
			end[k] = w > end[k] && k + 1 < sh.n ? w : end[k];
		}
	}
	for (int k = 1; k < ROW_CELLS_MOST; k++)
		p->at[k] = p->at[k - 1] + p->label[k - 1] + 1 + end[k - 1] + GAP;
}

static void spot_add(struct placing *p, int row, int cell, int x, int label, const struct cell_size *s, int w)
{
	int room = p->width - x - label - (label ? 1 : 0);

	p->spot[p->n++] = (struct spot){ .row = row,
					 .cell = cell,
					 .y = p->y,
					 .x = x,
					 .label = label,
					 .h = s->h,
					 .w = s->rest || w > room ? room : w };
}

/* One cell a row: labels aligned, fields take what is left. */
static void place_narrow(struct placing *p, int row)
{
	struct shown sh = shown_cells(p, row);
	int label = p->label[0];

	for (int k = 1; k < ROW_CELLS_MOST; k++)
		label = p->label[k] > label ? p->label[k] : label;
	label = label > p->width / 2 ? p->width / 2 : label;
	for (int k = 0; k < sh.n; k++) {
		spot_add(p, row, sh.cell[k], 0, sh.size[k].label ? label : 0, &sh.size[k], sh.size[k].w);
		p->y += sh.size[k].h;
	}
}

/* True when the cells stand in the common columns. */
static bool fits_aligned(const struct placing *p, const struct shown *sh)
{
	for (int k = 0; k < sh->n; k++) {
		int w = sh->size[k].rest ? sh->size[k].least : sh->size[k].w;
		int end = p->at[k] + p->label[k] + 1 + w;

		if (end > (k + 1 < sh->n ? p->at[k + 1] : p->width))
			return false;
	}
	return true;
}

static void place_aligned(struct placing *p, int row, const struct shown *sh)
{
	int high = 0;

	for (int k = 0; k < sh->n; k++) {
		spot_add(p, row, sh->cell[k], p->at[k], sh->size[k].label ? p->label[k] : 0, &sh->size[k],
			 sh->size[k].w);
		high = sh->size[k].h > high ? sh->size[k].h : high;
	}
	p->y += high;
}

static int label_at(const struct placing *p, const struct shown *sh, int k, bool first)
{
	int own = sh->size[k].label;

	return first && own && p->label[0] > own ? p->label[0] : own;
}

/* How many cells from `from` on fit into a line of their own when each takes its least. */
static int line_cells(const struct placing *p, const struct shown *sh, int from, int *ret_spare)
{
	int x = 0, n = 0;

	for (int k = from; k < sh->n; k++, n++) {
		int need = label_at(p, sh, k, n == 0) + 1 + sh->size[k].least;

		if (n && x + need > p->width)
			break;
		x += need + GAP;
	}
	*ret_spare = p->width - (x - GAP);
	return n;
}

/* One behind the other, each with what it needs at least and a share of what is spare; what does not fit wraps. */
static void place_flowing(struct placing *p, int row, const struct shown *sh)
{
	for (int from = 0; from < sh->n;) {
		int spare, n = line_cells(p, sh, from, &spare), x = 0, high = 0;

		for (int k = from; k < from + n; k++) {
			const struct cell_size *s = &sh->size[k];
			int label = label_at(p, sh, k, k == from), more = s->w - s->least;

			more = more > spare ? spare : more;
			more = more < 0 ? 0 : more;
			spare -= more;
			spot_add(p, row, sh->cell[k], x, label, s, s->least + more);
			x += label + 1 + s->least + more + GAP;
			high = s->h > high ? s->h : high;
		}
		p->y += high;
		from += n;
	}
}

static void place_wide(struct placing *p, int row)
{
	struct shown sh = shown_cells(p, row);

	if (fits_aligned(p, &sh))
		place_aligned(p, row, &sh);
	else
		place_flowing(p, row, &sh);
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
