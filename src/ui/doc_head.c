/* doc_head.c - the views of one row: the head of a document and its totals. */
#include "base/text.h"
#include "ui/doc_priv.h"

#define HEAD_LINES 5
#define TOTAL_GAP  2

void head_init(struct doc_head *h, const struct view *v)
{
	*h = (struct doc_head){ .view = v, .arena = arena_new() };
}

void head_free(struct doc_head *h)
{
	arena_free(h->arena);
	h->arena = NULL;
}

static void hold(struct doc_head *h, struct look *l, const struct view_row *row)
{
	size_t n = h->view->n_cols;

	arena_reset(h->arena);
	h->held.row.val = ARENA_ARRAY(h->arena, struct view_val, n);
	h->held.text = ARENA_ARRAY(h->arena, char *, n);
	for (size_t i = 0; i < n; i++) {
		h->held.row.val[i] = row->val[i];
		h->held.row.val[i].s = arena_strdup(h->arena, row->val[i].s);
		h->held.text[i] = view_text(&h->view->cols[i], &row->val[i], &l->who, true, h->arena);
	}
	h->there = true;
}

bool head_read(struct doc_head *h, struct pane *p, struct look *l, struct err *e)
{
	struct rows r;
	struct view_query q;
	struct view_row *row;
	size_t n = 0;
	bool ok;

	if (!h->view)
		return true;
	rows_init(&r, h->view);
	ok = rows_args(&r, l, p->with, NULL, e);
	q = rows_query(&r);
	ok = ok && view_page(l->ctx.db, &q, &l->who, NULL, false, 1, l->arena, &row, &n, e);
	h->there = false;
	if (ok && n)
		hold(h, l, row);
	rows_free(&r);
	return ok;
}

const char *head_text(const struct doc_head *h, const char *col)
{
	int i = h->view && h->there ? view_col_index(h->view, col) : -1;

	return i >= 0 ? h->held.text[i] : "";
}

/* ---- drawing ---- */

struct sizing {
	const struct doc_head *head;
	const struct layout *layout;
	const struct lang *lang;
};

static const struct view_col *col_of(const struct doc_head *h, const char *name)
{
	int i = view_col_index(h->view, name);

	return i >= 0 ? &h->view->cols[i] : NULL;
}

static struct cell_size size_of(void *arg, int row, int cell)
{
	const struct sizing *s = arg;
	const struct layout_cell *c = &s->layout->row[row].cell[cell];
	const struct view_col *col = col_of(s->head, c->name);

	int w, need;

	if (!col || (c->when && !*head_text(s->head, c->when)))
		return (struct cell_size){ 0 };
	w = c->columns ? c->columns : col->width > 0 ? col->width : 12;
	need = text_width(head_text(s->head, c->name));
	return (struct cell_size){ .label = text_width(tr(s->lang, col->title ? col->title : "")),
				   .w = w,
				   .least = need > w   ? w
					    : need < 4 ? 4
						       : need,
				   .h = 1,
				   .rest = c->rest };
}

static enum role head_role(const struct doc_head *h, const struct view_col *col, const char *text)
{
	int i = view_col_index(h->view, col->name);

	if (col->type == COL_MONEY && h->there && h->held.row.val[i].i == 0)
		return ROLE_DIM;
	return col->style && *text ? role_named(col->style) : ROLE_VALUE;
}

static void cell_draw(const struct doc_head *h, const struct layout_cell *cell, const struct spot *spot,
		      struct canvas *c, struct rect r, const struct lang *lang)
{
	const struct view_col *col = col_of(h, cell->name);
	const char *text = head_text(h, cell->name);
	int x = r.x + spot->x;

	canvas_put(c, r.y + spot->y, x, spot->label, -1, ROLE_LABEL, tr(lang, col->title ? col->title : ""));
	canvas_put(c, r.y + spot->y, x + spot->label + 1, spot->w, -1, head_role(h, col, text), text);
}

int head_draw(const struct doc_head *h, const struct layout *layout, struct canvas *c, struct rect r,
	      const struct lang *lang)
{
	struct sizing s = { h, layout, lang };
	struct arena *a;
	struct spot *spot;
	int n, lines;

	if (!h->view || !layout->n)
		return 0;
	a = arena_new();
	lines = layout_place(layout, 0, r.w, size_of, &s, a, &spot, &n);
	lines = lines > HEAD_LINES ? HEAD_LINES : lines;
	for (int i = 0; c && i < n; i++)
		if (spot[i].cell >= 0 && spot[i].y < r.h)
			cell_draw(h, &layout->row[spot[i].row].cell[spot[i].cell], &spot[i], c, r, lang);
	arena_free(a);
	return lines;
}

/* What a column adds to the line of totals; NULL: nothing. */
static const char *total_text(const struct doc_head *h, int k, struct look *l)
{
	const struct view_col *col = &h->view->cols[k];
	const struct view_val *val = &h->held.row.val[k];

	if ((col->flags & COL_HIDDEN) || !view_col_visible(col, &l->who) || val->null ||
	    (val->i == 0 && !(col->flags & COL_SUM) && strcmp(col->name, "total") != 0))
		return NULL;
	return arena_printf(l->arena, "%s %s", tr(l->ctx.lang, col->title), h->held.text[k]);
}

void head_line(const struct doc_head *h, struct look *l, struct canvas *c, struct rect r)
{
	int x = r.x + r.w, total = h->there ? view_col_index(h->view, "total") : -1;
	const char *sum = total >= 0 ? total_text(h, total, l) : NULL;
	int kept = sum ? text_width(sum) + TOTAL_GAP : 0; /* room for it, whatever stands right of it */

	for (int k = h->there ? (int)h->view->n_cols - 1 : -1; k >= 0; k--) {
		const char *text = total_text(h, k, l);
		int w = text ? text_width(text) : 0, gap = x < r.x + r.w ? TOTAL_GAP : 0;

		kept = k == total ? 0 : kept;
		if (!text || x - gap - w - kept < r.x)
			continue;
		x -= gap + w;
		canvas_put(c, r.y, x, w, -1, ROLE_TOTAL, text);
	}
}
