/* sheet_walk.c - what of a sheet is shown now, and the order in which one goes through its boxes. */
#include "ui/sheet_priv.h"

#define WIDE 60

static bool name_set(const struct sheet *s, const char *name)
{
	int i = sheet_index(s, name), col;

	if (i >= 0)
		return !box_empty(&s->box[i]) && strcmp(edit_text(&s->box[i].edit), "0") != 0;
	col = s->head && s->held.text ? view_col_index(s->head, name) : -1;
	return col >= 0 && (s->held.row.val[col].text ? *s->held.row.val[col].s : s->held.row.val[col].i);
}

bool sheet_shows(const struct sheet *s, int row, int cell)
{
	const struct layout_cell *c = &s->layout.row[row].cell[cell];
	int i = sheet_index(s, c->name);

	if (c->when && !name_set(s, c->when))
		return false;
	if (c->kind == CELL_HEAD)
		return s->head && view_col_index(s->head, c->name) >= 0;
	if (i < 0 || s->box[i].hidden)
		return false;
	if (s->remark_late && s->box[i].def == &command_remark && !s->box[i].asked && box_empty(&s->box[i]))
		return false;
	return !s->layout.row[row].wide || s->width >= WIDE || !box_empty(&s->box[i]) || s->box[i].asked;
}

/* Calls for each box in the order of the screen until `fn` is true. */
static bool each_box(struct sheet *s, bool (*fn)(struct box *b, void *arg), void *arg)
{
	for (int r = 0; r < s->layout.n; r++) {
		for (int k = 0; k < s->layout.row[r].n; k++) {
			int i = sheet_index(s, s->layout.row[r].cell[k].name);

			if (s->layout.row[r].cell[k].kind == CELL_HEAD || i < 0 || !sheet_shows(s, r, k))
				continue;
			if (!s->grid[i].n_cols) {
				if (fn(&s->box[i], arg))
					return true;
				continue;
			}
			for (int y = 0; y < s->grid[i].n; y++)
				for (int x = 0; x < s->grid[i].n_cols; x++)
					if (!s->grid[i].row[y][x].readonly && fn(&s->grid[i].row[y][x], arg))
						return true;
		}
	}
	return false;
}

struct walk {
	struct sheet *s;
	const struct box *from;
	bool asked, passed;
	struct box *found, *before;
};

/* Does Enter stop here? In a pay grid at the first amount, and at further ones while something is open; in another
 * group at the start of a row that holds nothing. */
static bool stops_here(struct sheet *s, const struct box *b)
{
	int row, col;
	struct grid *g = sheet_grid(s, b, &row, &col);

	if (g && g->pay)
		return col == g->amount && (row == 0 || (grid_left(g) > 0 && box_empty(b)));
	if (g && row > 0 && grid_row_empty(g, row) && col > 0)
		return false;
	return b->asked && box_empty(b);
}

static bool walk_next(struct box *b, void *arg)
{
	struct walk *w = arg;

	if (!w->passed) {
		w->passed = b == w->from;
		w->before = w->passed ? w->before : b;
		return false;
	}
	if (w->asked && !stops_here(w->s, b))
		return false;
	w->found = b;
	return true;
}

struct box *sheet_after(struct sheet *s, const struct box *from, bool asked)
{
	struct walk w = { .s = s, .from = from, .asked = asked, .passed = !from };

	each_box(s, walk_next, &w);
	return w.found;
}

struct box *sheet_before(struct sheet *s, const struct box *from)
{
	struct walk w = { .s = s, .from = from };

	each_box(s, walk_next, &w);
	return w.before;
}

static bool same_row(struct box *b, void *arg)
{
	struct walk *w = arg;

	if (b != w->from)
		return false;
	w->found = b;
	return true;
}

bool sheet_has(struct sheet *s, const struct box *b)
{
	struct walk w = { .from = b };

	return b && each_box(s, same_row, &w);
}

struct box *sheet_first(struct sheet *s)
{
	struct box *b = sheet_after(s, NULL, true);

	return b ? b : sheet_after(s, NULL, false);
}

void sheet_start(struct sheet *s, const char *name)
{
	int i = sheet_index(s, name);

	if (i >= 0)
		s->focus = &s->box[i];
}

struct grid *sheet_grid(struct sheet *s, const struct box *b, int *ret_row, int *ret_col)
{
	for (int i = 0; b && i < s->n; i++)
		if (s->grid[i].n_cols && grid_find(&s->grid[i], b, ret_row, ret_col))
			return &s->grid[i];
	return NULL;
}

int sheet_row_of(struct sheet *s, const struct box *b)
{
	int row, col;
	const struct grid *g = sheet_grid(s, b, &row, &col);
	const char *name = g ? g->def->name : b ? b->def->name : "";

	for (int r = 0; r < s->layout.n; r++)
		for (int k = 0; k < s->layout.row[r].n; k++)
			if (s->layout.row[r].cell[k].kind != CELL_HEAD &&
			    strcmp(s->layout.row[r].cell[k].name, name) == 0)
				return r;
	return -1;
}
