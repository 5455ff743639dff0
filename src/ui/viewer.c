/* viewer.c - the report viewer. */
#include "ui/viewer.h"

#include "base/date.h"
#include "base/text.h"
#include "ui/choose_columns.h"
#include "ui/columns.h"
#include "ui/explain.h"
#include "ui/find.h"
#include "ui/panel.h"
#include "ui/params.h"
#include "ui/rows.h"

#define CHART_W 20

struct viewer {
	const struct view *view;
	struct args *texts; /* the parameters as typed */
	struct rows rows;
	struct columns columns;
	bool shown; /* it has been asked for */
};

/* ---- reading ---- */

static bool viewer_read(struct pane *p, enum rows_from from, bool live)
{
	struct viewer *st = p->state;
	struct err e = { .lang = console_lang(p->con) };
	struct look l;
	bool ok;

	look_open(p->con, &l);
	ok = rows_load(&st->rows, &l, from, live, &e);
	look_close(&l);
	if (e.code)
		console_error(p->con, &e);
	return ok;
}

static void viewer_again(struct pane *p)
{
	((struct viewer *)p->state)->rows.totals_known = false;
	viewer_read(p, ROWS_FIRST, false);
}

/* Takes the parameters as they were typed and shows what they give. */
static void viewer_show(struct pane *p, const struct args *texts)
{
	struct viewer *st = p->state;
	struct err e = { .lang = console_lang(p->con) };
	struct look l;
	const char *name;
	bool ok;

	for (size_t i = 0; i < st->view->n_params; i++)
		args_unset(st->texts, st->view->params[i].name);
	for (size_t i = 0; (name = args_name(texts, i)); i++)
		args_set(st->texts, name, args_get(texts, name));
	look_open(p->con, &l);
	st->rows.n_args = 0;
	ok = rows_args(&st->rows, &l, st->texts, NULL, &e);
	look_close(&l);
	if (!ok) {
		console_error(p->con, &e);
		return;
	}
	st->shown = true;
	viewer_again(p);
}

static bool viewer_start(struct pane *p, void *arg, struct err *e)
{
	struct viewer *st = p->state;
	const char *name;
	struct look l;

	(void)e;
	st->view = arg;
	st->texts = args_new(p->arena);
	for (size_t i = 0; (name = args_name(p->with, i)); i++)
		args_set(st->texts, name, args_get(p->with, name));
	params_preset(st->view, st->texts);
	rows_init(&st->rows, st->view);
	st->rows.stop = console_key_waits;
	st->rows.stop_arg = p->con;
	st->rows.height = 17;
	look_open(p->con, &l);
	columns_init(&st->columns, st->view, &l.who);
	look_close(&l);
	choose_columns_recall(p, &st->columns);
	return true;
}

static void viewer_end(struct pane *p)
{
	rows_free(&((struct viewer *)p->state)->rows);
}

static void viewer_refresh(struct pane *p, bool live)
{
	struct viewer *st = p->state;

	st->rows.totals_known = false;
	if (st->shown)
		viewer_read(p, ROWS_HERE, live);
}

static bool viewer_rest(struct pane *p)
{
	struct viewer *st = p->state;
	struct err e = { 0 };
	struct look l;

	if (!st->shown)
		return false;
	if (st->rows.wanted)
		viewer_read(p, ROWS_FIRST, false);
	if (st->rows.totals_known)
		return false;
	look_open(p->con, &l);
	rows_totals(&st->rows, &l, &e);
	look_close(&l);
	return !st->rows.totals_known && !e.code;
}

/* ---- drawing ---- */

/* A parameter as it was understood: the days that a range has come to, else what was typed. */
static const char *arg_text(const struct viewer *st, const char *name, struct arena *a)
{
	const char *typed = args_get(st->texts, name);

	for (size_t i = 0; i < st->rows.n_args; i++) {
		const struct view_arg *arg = &st->rows.args[i];

		if (strcmp(arg->name, name) == 0 && arg->range && arg->i != DATE_NONE && arg->to != DATE_NONE)
			return arg->i == arg->to
				   ? date_text(a, arg->i)
				   : arena_printf(a, "%s .. %s", date_text(a, arg->i), date_text(a, arg->to));
	}
	return typed;
}

static void line_draw(struct pane *p, struct canvas *c, struct rect r, struct arena *a)
{
	struct viewer *st = p->state;
	struct str s = { 0 };

	for (size_t i = 0; i < st->view->n_params; i++) {
		const char *text = arg_text(st, st->view->params[i].name, a);

		if (text)
			str_addf(&s, " %s %s  ",
				 params_label(st->view, &st->view->params[i], console_lang(p->con)), text);
	}
	for (size_t i = 0; i < st->rows.n_conds; i++)
		str_addf(&s, " %s %s  ",
			 pane_tr(p, st->view->cols[view_col_index(st->view, st->rows.conds[i].col)].title),
			 st->rows.cond_text[i]);
	canvas_put(c, r.y, r.x, r.w, -1, ROLE_VALUE, str_get(&s));
	str_free(&s);
}

static int64_t chart_value(const struct viewer *st, int i, int col)
{
	int64_t v = st->rows.row[i].row.val[col].i;

	return v < 0 ? -v : v;
}

/* Bars of reverse blanks, as long as the value against the largest on the page. */
static void chart_draw(const struct viewer *st, struct canvas *c, struct rect r, int col)
{
	int64_t most = 1;

	for (int i = 0; i < st->rows.n; i++)
		most = chart_value(st, i, col) > most ? chart_value(st, i, col) : most;
	for (int i = 0; i < st->rows.n && i < r.h - 1; i++) {
		int w = (int)((__int128)chart_value(st, i, col) * r.w / most);

		canvas_fill(c, (struct rect){ r.y + 1 + i, r.x, 1, w }, ROLE_CHART);
	}
}

static void rows_draw(struct pane *p, struct canvas *c, struct rect r)
{
	struct viewer *st = p->state;

	columns_head(&st->columns, c, r.y, r.x + 1, r.w - 1, console_lang(p->con));
	for (int i = 0; i < st->rows.n && (i + 1) * st->columns.lines < r.h + st->columns.lines - 1; i++)
		columns_row(&st->columns, c, r.y + 1 + i * st->columns.lines, r.x + 1, r.w - 1,
			    &st->rows.row[i], i == st->rows.at ? ROLE_SELECT : ROLE_NORMAL, false);
	if (st->shown && !st->rows.n)
		canvas_put(c, r.y + 1, r.x + 1, r.w - 1, -1, ROLE_DIM,
			   pane_tr(p, st->rows.wanted ? N_("Reading ...") : N_("Nothing found")));
	canvas_caret(c, r.y + 1 + st->rows.at * st->columns.lines, r.x);
}

/* Each sum stands under its column; where that is too narrow or not shown, it is left out. */
static void totals_draw(struct pane *p, struct canvas *c, struct rect r)
{
	struct viewer *st = p->state;
	struct columns *cs = &st->columns;
	struct look l;
	int first = r.w;

	if (!st->rows.totals_known)
		return;
	look_open(p->con, &l);
	for (int k = 0; k < cs->n_shown; k++) {
		int i = cs->col[cs->shown[k]].index;
		const struct view_col *col = &st->view->cols[i];
		const struct view_val val = { .i = st->rows.sums[i] };

		if (!(col->flags & COL_SUM) || cs->line[k])
			continue;
		first = cs->x[k] < first ? cs->x[k] : first;
		canvas_put(c, r.y, r.x + 1 + cs->x[k], cs->w[k], 1, ROLE_TOTAL,
			   view_text(col, &val, &l.who, true, l.arena));
	}
	canvas_put(c, r.y, r.x + 1, first - 1, -1, ROLE_TOTAL,
		   arena_printf(l.arena, pane_tr(p, N_("%lld rows")), (long long)st->rows.total_rows));
	look_close(&l);
}

static void viewer_draw(struct pane *p, struct canvas *c)
{
	struct viewer *st = p->state;
	struct body b = pane_body(c);
	struct arena *a = arena_new();
	int chart = st->view->chart && !b.compact ? view_col_index(st->view, st->view->chart) : -1;
	struct rect r = b.body;

	/* Bars stand beside the columns where there is room for all of them. */
	columns_fit(&st->columns, r.w - (chart >= 0 ? CHART_W + 2 : 1), b.compact);
	if (chart >= 0 && st->columns.more) {
		chart = -1;
		columns_fit(&st->columns, r.w - 1, b.compact);
	}
	r.w -= chart >= 0 ? CHART_W + 1 : 0;
	if (rows_room(&st->rows, (r.h - 1) / st->columns.lines))
		viewer_read(p, ROWS_HERE, false);
	line_draw(p, c, b.line, a);
	rows_draw(p, c, r);
	if (chart >= 0) {
		canvas_put(c, r.y, r.w, CHART_W + 1, -1, ROLE_HEAD,
			   arena_printf(a, " %s", pane_tr(p, st->view->cols[chart].title)));
		chart_draw(st, c, (struct rect){ r.y, r.w + 1, r.h, CHART_W }, chart);
	}
	if (b.rule.h) {
		canvas_hline(c, b.rule.y, 0, b.rule.w, ROLE_LINE);
		totals_draw(p, c, (struct rect){ b.totals.y, 0, 1, r.w });
	}
	arena_free(a);
}

/* ---- keys ---- */

static void viewer_move(struct pane *p, int by, bool page)
{
	struct viewer *st = p->state;
	struct err e = { .lang = console_lang(p->con) };
	struct look l;

	look_open(p->con, &l);
	rows_settle(&st->rows, &l);
	if (!rows_move(&st->rows, &l, by, page, &e))
		console_error(p->con, &e);
	look_close(&l);
}

static void viewer_out(struct pane *p, bool paper)
{
	struct viewer *st = p->state;
	const struct console_hooks *h = &console_options(p->con)->hooks;
	struct err e = { .lang = console_lang(p->con) };
	struct arena *a = arena_new();
	struct view_query q = rows_query(&st->rows);
	char *where = NULL;

	if (!h->export_rows)
		err_set(&e, ERR_UNAVAILABLE, N_("Nothing can be written here"));
	else if (h->export_rows(h->arg, a, &q, paper, &where, &e))
		console_say(
		    p->con,
		    arena_printf(a, pane_tr(p, paper ? N_("Printed on %s") : N_("Saved as %s")), where));
	if (e.code)
		console_error(p->con, &e);
	arena_free(a);
}

static void viewer_ask(struct pane *p)
{
	struct viewer *st = p->state;

	if (st->view->n_params)
		params_open(p, st->view, st->texts, viewer_show);
	else
		find_open(p, &st->rows, viewer_again);
}

static void menu_chosen(struct pane *asker, void *arg, int answer)
{
	(void)arg;
	if (answer == 0)
		viewer_ask(asker);
	else
		viewer_out(asker, answer == 2);
}

static void viewer_menu(struct pane *p)
{
	struct viewer *st = p->state;
	struct panel panel = { .title = pane_tr(p, st->view->title), .done = menu_chosen };

	panel.choice[0] = pane_tr(p, N_("Ask for something else"));
	panel.choice[1] = pane_tr(p, N_("Save as a CSV file"));
	panel.choice[2] = pane_tr(p, N_("Print"));
	panel_open(p->con, &panel);
}

static void viewer_columns(struct pane *p, int by)
{
	struct viewer *st = p->state;
	int to = st->columns.first + by;

	if (to >= 0 && to < st->columns.n && (by < 0 || st->columns.more))
		st->columns.first = to;
}

/* Where the numbers of the row come from. */
static bool viewer_explain(struct pane *p)
{
	struct viewer *st = p->state;
	const struct held_row *row = rows_at(&st->rows);

	if (row)
		explain_open(p, &(struct explained){ .asked = rows_query(&st->rows), .row = &row->row });
	return true;
}

static bool viewer_key(struct pane *p, const struct key_event *ev)
{
	struct viewer *st = p->state;

	switch ((int)ev->key) {
	case K_UP:
	case K_DOWN:
		viewer_move(p, ev->key == K_UP ? -1 : 1, false);
		return true;
	case K_PGUP:
	case K_PGDN:
		viewer_move(p, ev->key == K_PGUP ? -1 : 1, true);
		return true;
	case K_HOME:
	case K_START:
		return viewer_read(p, ROWS_FIRST, false), true;
	case K_END:
		return viewer_read(p, ROWS_LAST, false), true;
	case K_LEFT:
	case K_RIGHT:
		viewer_columns(p, ev->key == K_LEFT ? -1 : 1);
		return true;
	case K_TAB:
		choose_columns_open(p, &st->columns, &st->rows, viewer_again);
		return true;
	case K_FIND:
		find_open(p, &st->rows, viewer_again);
		return true;
	case K_SAVE:
		viewer_ask(p);
		return true;
	case K_ENTER:
		viewer_menu(p);
		return true;
	case K_PRINT:
		viewer_out(p, true);
		return true;
	case K_EXPLAIN:
		return viewer_explain(p);
	case K_TEXT:
		return key_char(ev) == '?' && viewer_explain(p);
	default:
		return false;
	}
}

static size_t viewer_bar(struct pane *p, struct bar_item *items, size_t most)
{
	size_t n = 0;

	(void)most;
	items[n++] = (struct bar_item){ K_SAVE, pane_tr(p, N_("Ask")), true };
	items[n++] = (struct bar_item){ K_ENTER, pane_tr(p, N_("CSV")), true };
	items[n++] = (struct bar_item){ K_PRINT, pane_tr(p, key_label(K_PRINT)), true };
	items[n++] = (struct bar_item){ K_FIND, pane_tr(p, key_label(K_FIND)), true };
	items[n++] = (struct bar_item){ K_TAB, pane_tr(p, N_("Columns")), true };
	items[n++] = (struct bar_item){ K_REFRESH, pane_tr(p, key_label(K_REFRESH)), true };
	return n;
}

static const char *viewer_state(struct pane *p, struct arena *a)
{
	(void)a;
	return pane_tr(p, ((struct viewer *)p->state)->view->title);
}

static const char *viewer_hint(struct pane *p, struct arena *a)
{
	(void)a;
	return pane_tr(p,
		       N_("F12 asks for other days; Enter saves or prints; ? shows what is behind a number"));
}

static const struct pane_kind viewer_kind = {
	.size = sizeof(struct viewer),
	.open = viewer_start,
	.close = viewer_end,
	.draw = viewer_draw,
	.key = viewer_key,
	.refresh = viewer_refresh,
	.rest = viewer_rest,
	.bar = viewer_bar,
	.state = viewer_state,
	.hint = viewer_hint,
};

void viewer_open(struct console *con, const struct view *report, const struct args *given)
{
	struct pane *p =
	    console_push(con, &viewer_kind, console_screen(con, "reports"), given, (void *)report);
	struct arena *a;
	struct args *texts;
	const char *name;

	if (!p)
		return;
	a = arena_new();
	texts = args_new(a);
	for (size_t i = 0; (name = args_name(((struct viewer *)p->state)->texts, i)); i++)
		args_set(texts, name, args_get(((struct viewer *)p->state)->texts, name));
	if (params_missing(report, texts))
		params_open(p, report, texts, viewer_show);
	else
		viewer_show(p, texts);
	arena_free(a);
}
