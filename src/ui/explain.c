/* explain.c - the rows behind a number. */
#include "ui/explain.h"

#include "base/text.h"
#include "ui/columns.h"
#include "ui/console.h"
#include "ui/panel.h"
#include "ui/rows.h"

struct explain {
	const struct view *view; /* behind */
	const char *title;       /* "Owes  1,234.00" */
	const char *rule;        /* how it comes about, NULL: as the view's title says */
	struct rows rows;
	struct columns columns;
};

struct explain_arg {
	const struct view_query *query;
	const char *title, *rule;
};

static bool explain_start(struct pane *p, void *arg, struct err *e)
{
	struct explain *st = p->state;
	const struct explain_arg *from = arg;
	struct look l;
	bool ok;

	st->view = from->query->view;
	st->title = arena_strdup(p->arena, from->title);
	st->rule = from->rule ? from->rule : st->view->rule;
	rows_init(&st->rows, st->view);
	st->rows.height = 16;
	st->rows.n_args = from->query->n_args < ROWS_ARGS ? from->query->n_args : ROWS_ARGS;
	for (size_t i = 0; i < st->rows.n_args; i++) {
		st->rows.args[i] = from->query->args[i];
		st->rows.args[i].s = arena_strdup(p->arena, from->query->args[i].s);
	}
	look_open(p->con, &l);
	columns_init(&st->columns, st->view, &l.who);
	ok = rows_load(&st->rows, &l, ROWS_FIRST, false, e) && rows_totals(&st->rows, &l, e);
	look_close(&l);
	return ok;
}

static void explain_end(struct pane *p)
{
	struct explain *st = p->state;

	if (st->rows.view)
		rows_free(&st->rows);
}

static void sums_draw(struct pane *p, struct canvas *c, int y, int x, int w)
{
	struct explain *st = p->state;
	const struct columns *cs = &st->columns;
	struct look l;

	look_open(p->con, &l);
	canvas_put(c, y, x, w, -1, ROLE_TOTAL,
		   arena_printf(l.arena, pane_tr(p, N_("%lld rows")), (long long)st->rows.total_rows));
	for (int k = 0; k < cs->n_shown; k++) {
		const struct view_col *col = &st->view->cols[cs->col[cs->shown[k]].index];
		const struct view_val val = { .i = st->rows.sums[cs->col[cs->shown[k]].index] };

		if ((col->flags & COL_SUM) && cs->line[k] == 0)
			canvas_put(c, y, x + cs->x[k], cs->w[k], 1, ROLE_TOTAL,
				   view_text(col, &val, &l.who, true, l.arena));
	}
	look_close(&l);
}

/* The rule, in as many lines as it needs; what is below it is left. */
static struct rect rule_draw(struct canvas *c, struct rect in, char **line, size_t n)
{
	for (size_t i = 0; i < n; i++)
		canvas_put(c, in.y + (int)i, in.x, in.w, -1, ROLE_DIM, line[i]);
	in.y += (int)n;
	in.h -= (int)n;
	return in;
}

static void explain_draw(struct pane *p, struct canvas *c)
{
	struct explain *st = p->state;
	struct arena *a = arena_new();
	int h = canvas_rows(c) - 8, w = canvas_cols(c) - 6;
	struct rect in;
	char **line = NULL;
	size_t n = 0;

	w = w > 100 ? 100 : w;
	columns_fit(&st->columns, w, w < 50);
	h = h < 16 ? h : 16;
	if (st->rule && h > 6)
		n = text_wrap(a, pane_tr(p, st->rule), w, &line);
	if (st->rows.total_rows * st->columns.lines + 2 + (int)n < h)
		h = (int)(st->rows.total_rows * st->columns.lines + 2) + (int)n;
	in = popup_frame(c, h < 3 + (int)n ? 3 + (int)n : h, w,
			 arena_printf(a, "%s = %s", st->title, pane_tr(p, st->view->title)),
			 pane_tr(p, N_("Enter what is behind it, Esc back")));
	in = rule_draw(c, in, line, n);
	st->rows.height = (in.h - 2) / st->columns.lines;
	columns_head(&st->columns, c, in.y, in.x, in.w, console_lang(p->con));
	for (int i = 0; i < st->rows.n && (i + 1) * st->columns.lines <= in.h - 2; i++)
		columns_row(&st->columns, c, in.y + 1 + i * st->columns.lines, in.x, in.w, &st->rows.row[i],
			    i == st->rows.at ? ROLE_SELECT : ROLE_NORMAL, false);
	if (!st->rows.n)
		canvas_put(c, in.y + 1, in.x, in.w, -1, ROLE_DIM, pane_tr(p, N_("Nothing found")));
	sums_draw(p, c, in.y + in.h - 1, in.x, in.w);
	canvas_caret(c, in.y + 1 + st->rows.at * st->columns.lines, in.x);
	arena_free(a);
}

static void explain_move(struct pane *p, int by, bool page)
{
	struct explain *st = p->state;
	struct err e = { .lang = console_lang(p->con) };
	struct look l;

	look_open(p->con, &l);
	rows_move(&st->rows, &l, by, page, &e);
	look_close(&l);
}

/* What is behind the row at the cursor; where nothing is, Enter closes. */
static void deeper(struct pane *p)
{
	struct explain *st = p->state;
	const struct held_row *row = rows_at(&st->rows);

	if (!row || !explain_open(p, &(struct explained){ .asked = rows_query(&st->rows), .row = &row->row }))
		console_close(p);
}

static bool explain_key(struct pane *p, const struct key_event *ev)
{
	switch ((int)ev->key) {
	case K_UP:
	case K_DOWN:
		explain_move(p, ev->key == K_UP ? -1 : 1, false);
		return true;
	case K_PGUP:
	case K_PGDN:
		explain_move(p, ev->key == K_PGUP ? -1 : 1, true);
		return true;
	case K_EXPLAIN:
	case K_ENTER:
		deeper(p);
		return true;
	case K_TEXT:
		if (key_char(ev) == '?')
			deeper(p);
		return true;
	default:
		return !pane_passes(ev->key);
	}
}

static const struct pane_kind explain_kind = {
	.size = sizeof(struct explain),
	.popup = true,
	.open = explain_start,
	.close = explain_end,
	.draw = explain_draw,
	.key = explain_key,
};

/* ---- what is behind a row ---- */

struct choosing {
	struct view_query query[PANEL_CHOICES];
	const char *title[PANEL_CHOICES], *name[PANEL_CHOICES], *rule[PANEL_CHOICES];
	int joined[PANEL_CHOICES], n;
};

/* Several numbers of the row with the same view behind them are one choice, named by the first two. */
static bool joined(struct choosing *ch, struct arena *a, const struct view *of, const char *title)
{
	for (int i = 0; i < ch->n; i++) {
		if (ch->query[i].view != of)
			continue;
		if (ch->joined[i]++ == 0)
			ch->title[i] = arena_printf(a, "%s, %s", ch->name[i], title);
		else if (ch->joined[i] == 2)
			ch->title[i] = arena_printf(a, "%s ...", ch->title[i]);
		return true;
	}
	return false;
}

static void cols_add(struct choosing *ch, struct look *l, struct arena *a, const struct view_query *asked,
		     const struct view_row *row)
{
	const struct view *v = asked->view;

	for (size_t i = 0; row && i < v->n_cols && ch->n < PANEL_CHOICES; i++) {
		const struct view_col *col = &v->cols[i];
		const char *name = tr(l->ctx.lang, col->title ? col->title : col->name);

		if (!view_col_visible(col, &l->who) || row->val[i].null ||
		    !view_explain(asked, (int)i, row, a, &ch->query[ch->n]) ||
		    !look_may(l, ch->query[ch->n].view) || joined(ch, a, ch->query[ch->n].view, name))
			continue;
		ch->name[ch->n] = name;
		ch->title[ch->n] =
		    arena_printf(a, "%s  %s", name, view_text(col, &row->val[i], &l->who, true, a));
		ch->rule[ch->n++] = view_col_is_text(col) ? NULL : v->rule; /* a document has its own */
	}
}

static void chosen(struct pane *asker, void *arg, int answer)
{
	const struct choosing *ch = arg;
	struct explain_arg to = { &ch->query[answer], ch->title[answer], ch->rule[answer] };

	console_push(asker->con, &explain_kind, NULL, NULL, &to);
}

bool explain_open(struct pane *p, const struct explained *what)
{
	struct choosing *ch = ARENA_NEW(p->arena, struct choosing);
	struct panel panel = { .title = pane_tr(p, N_("Explain")), .done = chosen, .arg = ch };
	struct look l;

	look_open(p->con, &l);
	cols_add(ch, &l, p->arena, &what->asked, what->row);
	cols_add(ch, &l, p->arena, &what->head, what->head_row);
	look_close(&l);
	for (int i = 0; i < ch->n; i++)
		panel.choice[i] = ch->title[i];
	if (ch->n == 1)
		chosen(p, ch, 0);
	else if (ch->n)
		panel_open(p->con, &panel);
	else
		console_say(p->con,
			    pane_tr(p, N_("There is nothing behind this row that could be explained")));
	return ch->n > 0;
}
