/* tell.c - a panel that says what is to be known before one goes on. */
#include "ui/tell.h"

#include "base/text.h"
#include "ui/console.h"
#include "ui/rows.h"

#define LINES_MOST 60
#define WIDTH_MOST 72

struct tell {
	const char *title;
	const char *head[LINES_MOST], *text[LINES_MOST]; /* what the row is about, and what it says */
	int n, head_width;
	int first, hidden; /* lines scrolled away; lines behind the last that is seen */
};

struct tell_arg {
	const struct view *view;
	const struct args *params;
};

/* The columns behind the first one, those that hold something. */
static const char *row_text(const struct view *v, const struct held_row *row, struct arena *a)
{
	const char *text = "";

	for (size_t i = 1; i < v->n_cols; i++)
		if (!(v->cols[i].flags & COL_HIDDEN) && !row->row.val[i].null && *row->text[i])
			text = arena_printf(a, "%s%s%s%s", text, *text ? "  " : "", row->text[i],
					    v->cols[i].type == COL_INT ? " km" : "");
	return text;
}

static void rows_take(struct pane *p, const struct rows *r)
{
	struct tell *st = p->state;

	for (int i = 0; i < r->n && st->n < LINES_MOST; i++, st->n++) {
		st->head[st->n] = arena_strdup(p->arena, r->row[i].text[0]);
		st->text[st->n] = row_text(r->view, &r->row[i], p->arena);
		if (text_width(st->head[st->n]) > st->head_width)
			st->head_width = text_width(st->head[st->n]);
	}
}

static bool tell_start(struct pane *p, void *arg, struct err *e)
{
	struct tell *st = p->state;
	const struct tell_arg *from = arg;
	struct rows rows;
	struct look l;
	bool ok;

	st->title = pane_tr(p, from->view->title);
	rows_init(&rows, from->view);
	rows.height = LINES_MOST;
	look_open(p->con, &l);
	ok = rows_args(&rows, &l, from->params, NULL, e) && rows_load(&rows, &l, ROWS_FIRST, false, e);
	if (ok)
		rows_take(p, &rows);
	look_close(&l);
	rows_free(&rows);
	return ok && st->n;
}

/* Draws a row at line `y` of the inside; returns how many lines it takes. Lines outside are not drawn. */
static int row_draw(const struct tell *st, struct canvas *c, struct rect in, int y, int i)
{
	struct arena *a = arena_new();
	int x = st->head_width + 2;
	char **line;
	size_t n = text_wrap(a, st->text[i], in.w - x, &line);

	for (size_t k = 0; k < n || k == 0; k++) {
		if (y + (int)k < 0 || y + (int)k >= in.h)
			continue;
		if (k == 0)
			canvas_put(c, in.y + y, in.x, x - 1, -1, ROLE_LABEL, st->head[i]);
		if (k < n)
			canvas_put(c, in.y + y + (int)k, in.x + x, in.w - x, -1, ROLE_NORMAL, line[k]);
	}
	arena_free(a);
	return n ? (int)n : 1;
}

/* The lines that all rows take at this width. */
static int height_at(const struct tell *st, struct canvas *c, int width)
{
	const struct rect nowhere = { 0, 0, 0, width };
	int h = 0;

	for (int i = 0; i < st->n; i++)
		h += row_draw(st, c, nowhere, 0, i);
	return h;
}

static void tell_draw(struct pane *p, struct canvas *c)
{
	struct tell *st = p->state;
	int w = canvas_cols(c) - 6, h, y;
	struct rect in;

	w = w < WIDTH_MOST ? w : WIDTH_MOST;
	h = height_at(st, c, w);
	in = popup_frame(c, h, w, st->title, pane_tr(p, N_("Any key goes on")));
	st->hidden = h - in.h - st->first;
	if (st->hidden < 0 && st->first) {
		st->first = st->first + st->hidden > 0 ? st->first + st->hidden : 0;
		st->hidden = 0;
	}
	y = -st->first;
	for (int i = 0; i < st->n; i++)
		y += row_draw(st, c, in, y, i);
	if (st->hidden > 0)
		canvas_put(c, in.y + in.h - 1, in.x + in.w - 1, 1, 1, ROLE_HINT, "v");
	canvas_caret(c, in.y, in.x);
}

/* While not all of it is seen, the arrows are its own. */
static bool scrolled(struct tell *st, enum key_code at)
{
	bool down = at == K_DOWN || at == K_PGDN, up = at == K_UP || at == K_PGUP;

	if (!(down || up) || !(st->first || st->hidden > 0))
		return false;
	if (down && st->hidden > 0)
		st->first++;
	else if (up && st->first)
		st->first--;
	return true;
}

static bool tell_key(struct pane *p, const struct key_event *ev)
{
	struct pane *below = p->below;

	if (scrolled(p->state, ev->key))
		return true;
	if (pane_passes(ev->key))
		return false;
	console_close(p);
	return below->kind->key && below->kind->key(below, ev);
}

static const struct pane_kind tell_kind = {
	.size = sizeof(struct tell),
	.popup = true,
	.open = tell_start,
	.draw = tell_draw,
	.key = tell_key,
};

void tell_open(struct console *con, const struct view *v, const struct args *params)
{
	struct tell_arg arg = { v, params };

	console_push(con, &tell_kind, NULL, NULL, &arg);
}
