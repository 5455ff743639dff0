/* list_draw.c - a list on the screen: the filter with what the find form narrows, the rows, the totals. */
#include "base/text.h"
#include "ui/console.h"
#include "ui/list_priv.h"

static const char *conds_text(struct pane *p, const struct list_state *st, struct arena *a)
{
	struct str s = { 0 };
	const char *text;

	for (size_t i = 0; i < st->rows.n_conds; i++) {
		int col = view_col_index(st->rows.view, st->rows.conds[i].col);

		str_addf(&s, "  %s %s", pane_tr(p, st->rows.view->cols[col].title), st->rows.cond_text[i]);
	}
	text = arena_strdup(a, str_get(&s));
	str_free(&s);
	return text;
}

static void line_draw(struct pane *p, struct canvas *c, struct rect r, struct arena *a)
{
	struct list_state *st = p->state;
	const char *label = pane_tr(p, N_("Filter:")), *conds = conds_text(p, st, a);
	int w = text_width(label) + 1, room = text_width(conds);

	room = room > r.w / 2 ? r.w / 2 : room;
	canvas_put(c, r.y, r.x, w, -1, ROLE_LABEL, label);
	edit_draw(&st->filter, c, (struct rect){ r.y, r.x + w, 1, r.w - w - room }, ROLE_FIELD, st->typing);
	canvas_put(c, r.y, r.x + r.w - room, room, 1, ROLE_WARN, conds);
}

static enum role row_role(const struct list_state *st, int i)
{
	const struct held_row *row = &st->rows.row[i];
	int style = view_col_index(st->rows.view, "style");

	if (i == st->rows.at)
		return st->rows.ghost ? ROLE_STRUCK : ROLE_SELECT;
	if (row->marked)
		return ROLE_MARKED;
	return style >= 0 && row->row.val[style].text ? role_named(row->row.val[style].s) : ROLE_NORMAL;
}

static void rows_draw(struct pane *p, struct canvas *c, struct rect r)
{
	struct list_state *st = p->state;
	int lines = st->columns.lines;

	columns_head(&st->columns, c, r.y, r.x + 1, r.w - 1, console_lang(p->con));
	for (int i = 0; i < st->rows.n && (i + 1) * lines < r.h + lines - 1; i++)
		columns_row(&st->columns, c, r.y + 1 + i * lines, r.x + 1, r.w - 1, &st->rows.row[i],
			    row_role(st, i), true);
	if (!st->rows.n)
		canvas_put(c, r.y + 1, r.x + 1, r.w - 1, -1, ROLE_DIM, pane_tr(p, N_("Nothing found")));
	if (!st->typing)
		canvas_caret(c, r.y + 1 + st->rows.at * lines, r.x);
}

/* One sum more, where it fits wholly: half a number would be read as a whole one. */
static void sum_add(const struct list_state *st, size_t col, int64_t sum, int width, struct str *out,
		    struct look *l)
{
	const struct view_col *vc = &st->rows.view->cols[col];
	const struct view_val val = { .i = sum };

	const char *text = arena_printf(l->arena, "   %s %s", tr(l->ctx.lang, vc->title),
					view_text(vc, &val, &l->who, true, l->arena));

	if (text_width(str_get(out)) + text_width(text) <= width)
		str_add(out, text);
}

static void totals_draw(struct pane *p, struct canvas *c, struct rect r)
{
	struct list_state *st = p->state;
	bool marked = st->rows.marks.n > 0;
	struct str s = { 0 };
	struct look l;

	if (!marked && !st->rows.totals_known)
		return;
	look_open(p->con, &l);
	if (marked)
		str_addf(&s, pane_tr(p, N_("%d marked")), st->rows.marks.n);
	else
		str_addf(&s, pane_tr(p, st->rows.total_rows == 1 ? N_("%lld row") : N_("%lld rows")),
			 (long long)st->rows.total_rows);
	for (size_t i = 0; i < st->rows.view->n_cols; i++)
		if ((st->rows.view->cols[i].flags & (COL_SUM | COL_HIDDEN)) == COL_SUM &&
		    view_col_visible(&st->rows.view->cols[i], &l.who))
			sum_add(st, i, marked ? marks_sum(&st->rows.marks, i) : st->rows.sums[i], r.w, &s,
				&l);
	canvas_put(c, r.y, r.x, r.w, 1, ROLE_TOTAL, str_get(&s));
	look_close(&l);
	str_free(&s);
}

void list_draw(struct pane *p, struct canvas *c)
{
	struct list_state *st = p->state;
	struct body b = pane_body(c);
	struct arena *a = arena_new();

	columns_fit(&st->columns, b.body.w - 1, b.compact);
	if ((b.body.h - 1) % st->columns.lines) /* a line that no card fills */
		body_totals(&b);
	if (rows_room(&st->rows, (b.body.h - 1) / st->columns.lines))
		list_read(p, ROWS_HERE, false);
	line_draw(p, c, b.line, a);
	rows_draw(p, c, b.body);
	canvas_hline(c, b.rule.y, 0, b.rule.h ? b.rule.w : 0, ROLE_LINE);
	if (b.totals.h)
		totals_draw(p, c, b.totals);
	arena_free(a);
}
