/* doc_draw.c - drawing a document: head, lines, totals, the cell that is being edited. */
#include "base/text.h"
#include "ui/doc_priv.h"

/* A row that is switched off or gone is struck; its text says so too, for terminals without colours. */
static enum role line_role(const struct doc *st, int i)
{
	const struct view *v = st->lines.view;
	const struct view_val *val = st->lines.row[i].row.val;
	int on = view_col_index(v, "on"), style = view_col_index(v, "style");

	if (i == st->lines.at)
		return st->lines.ghost ? ROLE_STRUCK : ROLE_SELECT;
	if (st->lines.row[i].marked)
		return ROLE_MARKED;
	if (on >= 0 && val[on].i == 0)
		return ROLE_STRUCK;
	return style >= 0 && val[style].text ? role_named(val[style].s) : ROLE_NORMAL;
}

/* Where the column of the cell stands among those that are shown; -1: it is not. */
static int shown_at(const struct doc *st, const char *column)
{
	for (int k = 0; k < st->columns.n_shown; k++)
		if (strcmp(st->lines.view->cols[st->columns.col[st->columns.shown[k]].index].name, column) ==
		    0)
			return k;
	return -1;
}

/* In its place; where the column is not shown, on the entry line with its name. */
static void cell_draw(struct pane *p, struct canvas *c, struct rect lines, struct rect entry)
{
	struct doc *st = p->state;
	int k = shown_at(st, st->cells[st->cell]->column), w;
	const char *label = pane_tr(p, st->box.def->label);

	if (k >= 0) {
		w = st->columns.w[k];
		box_draw(&st->box, c,
			 (struct rect){ lines.y + 1 + st->lines.at * st->columns.lines + st->columns.line[k],
					lines.x + 1 + st->columns.x[k], 1, w },
			 true);
		return;
	}
	w = text_width(label) + 1;
	canvas_fill(c, entry, ROLE_NORMAL);
	canvas_put(c, entry.y, entry.x, w, -1, ROLE_LABEL, label);
	box_draw(&st->box, c, (struct rect){ entry.y, entry.x + w, 1, entry.w - w }, true);
}

static void lines_draw(struct pane *p, struct canvas *c, struct rect r)
{
	struct doc *st = p->state;
	int n = st->columns.lines;

	columns_head(&st->columns, c, r.y, r.x + 1, r.w - 1, console_lang(p->con));
	for (int i = 0; i < st->lines.n && 1 + (i + 1) * n <= r.h; i++) {
		char digit[4] = { (char)('1' + i), 0 };

		columns_row(&st->columns, c, r.y + 1 + i * n, r.x + 1, r.w - 1, &st->lines.row[i],
			    line_role(st, i), true);
		if (st->phone && i < 9)
			canvas_put(c, r.y + 1 + i * n, r.x, 1, -1, ROLE_HOT, digit);
	}
	if (!st->lines.n)
		canvas_put(c, r.y + 1, r.x + 1, r.w - 1, -1, ROLE_DIM,
			   pane_tr(p, N_("Nothing is on it yet")));
}

static void fit(struct pane *p, struct rect r)
{
	struct doc *st = p->state;
	int height = (r.h - 1) / st->columns.lines;

	height = height < 1 ? 1 : height;
	if (height == st->lines.height)
		return;
	st->lines.height = height;
	if (st->lines.n)
		doc_read(p, ROWS_HERE, false);
}

void doc_draw(struct pane *p, struct canvas *c)
{
	struct doc *st = p->state;
	struct body b = pane_body(c);
	struct rect head = { b.body.y, 1, b.body.h / 4, b.body.w - 2 }, lines;
	struct look l;
	int taken = head_draw(&st->head, &st->layout, NULL, head, console_lang(p->con));

	if (st->totals.view)
		body_totals(&b);
	lines = b.body;
	head.h = taken < head.h ? taken : head.h;
	head_draw(&st->head, &st->layout, c, head, console_lang(p->con));
	lines.y += head.h;
	lines.h -= head.h;
	columns_fit(&st->columns, lines.w - 1, b.compact);
	fit(p, lines);
	lines_draw(p, c, lines);
	canvas_hline(c, b.rule.y, 0, b.rule.h ? b.rule.w : 0, ROLE_LINE);
	look_open(p->con, &l);
	head_line(&st->totals, &l, c, b.totals);
	look_close(&l);
	if (!st->doc->entry.find)
		canvas_caret(c, lines.y + 1 + st->lines.at * st->columns.lines, 0);
	entry_draw(p, c, b.line, b.body);
	if (st->cell >= 0)
		cell_draw(p, c, lines, b.line);
}
