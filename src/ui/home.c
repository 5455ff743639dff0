/* home.c - HOME: one line that finds everything, what a scan does there, and the steps from a hit. */
#include "base/text.h"
#include "ui/bind.h"
#include "ui/columns.h"
#include "ui/console_priv.h"
#include "ui/home_priv.h"
#include "ui/kinds.h"
#include "ui/palette.h"

#define DEEPEST 2 /* reads everything */

/* ---- searching ---- */

static void hits_forget(struct home_state *st)
{
	if (st->searched)
		rows_free(&st->hits);
	st->searched = st->below = st->in_menu = false;
}

static void look_for(struct pane *p, int depth)
{
	static const char *const depths[] = { "0", "1", "2" };
	struct home_state *st = p->state;
	const struct view *v = view_find(st->home->hits);
	struct err e = { .lang = console_lang(p->con) };
	struct bind_from from = { .text = edit_text(&st->line) };
	struct args *params;
	struct look l;

	hits_forget(st);
	if (!v || edit_empty(&st->line))
		return;
	rows_init(&st->hits, v);
	st->hits.height = 17;
	st->hits.stop = depth == DEEPEST ? console_key_waits : NULL;
	st->hits.stop_arg = p->con;
	st->searched = true;
	st->depth = depth;
	look_open(p->con, &l);
	params = args_new(l.arena);
	bind_args(st->home->with, &from, NULL, &l.who, params);
	args_set(params, "depth", depths[depth]);
	columns_init(&st->columns, v, &l.who);
	if ((!rows_args(&st->hits, &l, params, NULL, &e) ||
	     !rows_load(&st->hits, &l, ROWS_FIRST, false, &e)) &&
	    e.code)
		console_error(p->con, &e);
	look_close(&l);
	st->in_menu = !st->hits.n && palette_names(p->con, edit_text(&st->line));
}

static void search(struct pane *p)
{
	struct home_state *st = p->state;

	look_for(p, 0);
	if (st->searched && !st->hits.n)
		look_for(p, 1);
}

/* What no index finds is looked for in a pause, from two characters on. True when a key has stopped it. */
static bool search_on(struct pane *p)
{
	struct home_state *st = p->state;

	if (!st->searched || st->hits.n || st->depth == DEEPEST || strlen(edit_text(&st->line)) < 2)
		return false;
	look_for(p, DEEPEST);
	if (st->hits.wanted)
		st->depth = 1;
	return st->hits.wanted;
}

/* The screens that menus list: those with a code that the person may open. */
static void list_screens(struct pane *p)
{
	struct home_state *st = p->state;
	const struct screen *all = console_options(p->con)->screens;
	struct look l;
	size_t n = 0;

	while (all[n].name)
		n++;
	if (!st->listed)
		st->listed = ARENA_ARRAY(p->arena, bool, n + 1);
	look_open(p->con, &l);
	for (size_t i = 0; i < n; i++)
		st->listed[i] = all[i].common->menu && all[i].common->code && screen_for(&l.ctx, &all[i]);
	look_close(&l);
}

static bool home_start(struct pane *p, void *arg, struct err *e)
{
	struct home_state *st = p->state;

	(void)arg;
	(void)e;
	st->home = p->screen->table;
	list_screens(p);
	edit_init(&st->line, "", 80, 0);
	return true;
}

static void home_end(struct pane *p)
{
	struct home_state *st = p->state;

	hits_forget(st);
	edit_free(&st->line);
}

static void home_refresh(struct pane *p, bool live)
{
	struct home_state *st = p->state;
	struct err e = { 0 };
	struct look l;

	list_screens(p);
	if (!st->searched || st->depth == DEEPEST)
		return;
	look_open(p->con, &l);
	rows_load(&st->hits, &l, ROWS_HERE, live, &e);
	look_close(&l);
}

/* ---- steps ---- */

static struct bind_from hit_from(const struct home_state *st)
{
	const struct held_row *row = st->searched ? rows_at(&st->hits) : NULL;

	return (struct bind_from){ .view = st->searched ? st->hits.view : NULL,
				   .row = row ? &row->row : NULL,
				   .text = edit_text(&st->line) };
}

static const char *kind_at(const struct bind_from *from)
{
	const struct view_val *val = bind_column(from, "kind", NULL);

	return val && val->text ? val->s : "";
}

/* The screen that the step opens; a column may name it. */
static const char *step_opens(const struct hit_step *step, const struct bind_from *from)
{
	const struct view_val *val = *step->opens == '@' ? bind_column(from, step->opens + 1, NULL) : NULL;

	if (*step->opens != '@')
		return step->opens;
	return val && val->text ? val->s : "";
}

const struct hit_step *home_step(const struct home_state *st, int digit)
{
	struct bind_from from = hit_from(st);

	for (const struct hit_step *s = st->home->steps; from.row && s && s->digit; s++) {
		bool kind = !s->kind || strcmp(s->kind, kind_at(&from)) == 0;

		if (s->digit == digit && kind && bind_when(s->when, &from))
			return s;
	}
	return NULL;
}

const char *home_step_label(struct pane *p, const struct hit_step *step)
{
	struct bind_from from = hit_from(p->state);
	const struct screen *s = console_screen(p->con, step_opens(step, &from));

	return pane_tr(p, step->label ? step->label : s ? s->common->title : "");
}

static bool go(struct pane *p, const char *opens, const char *with)
{
	struct bind_from from = hit_from(p->state);
	struct err e = { .lang = console_lang(p->con) };
	struct args *args;
	struct look l;
	bool ok;

	look_open(p->con, &l);
	args = args_new(l.arena);
	bind_args(with, &from, NULL, &l.who, args);
	ok = console_open(p->con, opens, args, &e);
	look_close(&l);
	if (!ok)
		console_error(p->con, &e);
	return ok;
}

/* A line that has done its work is empty again. */
static void line_done(struct pane *p)
{
	struct home_state *st = p->state;

	edit_set(&st->line, "");
	hits_forget(st);
}

static bool step_go(struct pane *p, int digit)
{
	struct home_state *st = p->state;
	const struct hit_step *step = home_step(st, digit);
	struct bind_from from = hit_from(st);

	if (!step)
		return false;
	if (go(p, step_opens(step, &from), step->with))
		line_done(p);
	return true;
}

/* ---- keys ---- */

/* The menus have more pages than one screen shows. */
static bool menus_turn(struct home_state *st, int by)
{
	if (st->searched || st->pages < 2)
		return false;
	st->page = (st->page + by + st->pages) % st->pages;
	return true;
}

static void move(struct pane *p, int by, bool page)
{
	struct home_state *st = p->state;
	struct err e = { .lang = console_lang(p->con) };
	struct look l;

	if (!st->searched || !st->hits.n)
		return;
	if (!st->below || (by == -1 && st->hits.at == 0 && !page)) {
		st->below = !st->below && by > 0;
		return;
	}
	look_open(p->con, &l);
	rows_settle(&st->hits, &l);
	rows_move(&st->hits, &l, by, page, &e);
	look_close(&l);
}

static bool key_enter(struct pane *p)
{
	struct home_state *st = p->state;

	if (edit_empty(&st->line))
		return false;
	if (!st->searched)
		search(p);
	search_on(p);
	if (st->below)
		return step_go(p, 1);
	if (st->hits.n)
		st->below = true;
	else if (st->in_menu)
		palette_open(p->con, edit_text(&st->line));
	else if (st->home->new_opens && go(p, st->home->new_opens, st->home->new_with))
		line_done(p);
	return true;
}

static bool home_text(struct pane *p, const struct key_event *ev)
{
	struct home_state *st = p->state;
	char c = key_char(ev);

	if (st->below && c >= '1' && c <= '9' && ev->burst <= 1 && console_quiet(p->con) &&
	    step_go(p, c - '0'))
		return true;
	st->below = false;
	if (!edit_key(&st->line, ev))
		return false;
	search(p);
	return true;
}

/* True when the command took the code; what it cannot use is something to look for. */
static bool scan_run(struct pane *p)
{
	struct home_state *st = p->state;
	const struct command *c = command_find(st->home->scan_runs);
	struct bind_from from = { .text = edit_text(&st->line) };
	struct err e = { .lang = console_lang(p->con) };
	struct answer made = { 0 };
	struct args *args;
	struct look l;
	bool ok;

	look_open(p->con, &l);
	args = args_new(l.arena);
	bind_args(st->home->scan_with, &from, c, &l.who, args);
	ok = c && console_run(p->con, c, args, &(struct run_options){ 0 }, &made, &e);
	look_close(&l);
	return ok && console_open(p->con, st->home->scan_opens, NULL, &e);
}

/* At the counter a scanned part begins a sale; for others it is something to look for. */
static bool home_scan(struct pane *p, const struct key_event *ev)
{
	struct home_state *st = p->state;
	struct look l;
	bool counter;

	look_open(p->con, &l);
	counter = st->home->scan_opens && st->home->scan_right && may_right(&l.ctx, st->home->scan_right);
	look_close(&l);
	edit_set(&st->line, ev->text);
	if (counter &&
	    (st->home->scan_runs ? scan_run(p) : go(p, st->home->scan_opens, st->home->scan_with))) {
		line_done(p);
		return true;
	}
	search(p);
	return key_enter(p);
}

static bool home_back(struct pane *p)
{
	struct home_state *st = p->state;
	bool had = !edit_empty(&st->line);

	if (st->below) {
		st->below = false;
		return true;
	}
	line_done(p);
	return had;
}

static bool home_key(struct pane *p, const struct key_event *ev)
{
	struct home_state *st = p->state;

	switch ((int)ev->key) {
	case K_ENTER:
		return key_enter(p);
	case K_DOWN:
		move(p, 1, false);
		return true;
	case K_UP:
		move(p, -1, false);
		return true;
	case K_PGDN:
		if (!menus_turn(st, 1))
			move(p, 1, true);
		return true;
	case K_PGUP:
		if (!menus_turn(st, -1))
			move(p, -1, true);
		return true;
	case K_NEXT:
		return step_go(p, 1);
	case K_HISTORY:
		return step_go(p, 2);
	case K_NEW:
		return st->home->new_opens && go(p, st->home->new_opens, st->home->new_with);
	case K_SCAN:
		return home_scan(p, ev);
	case K_PALETTE:
		palette_open(p->con, edit_text(&st->line));
		return true;
	case K_BACK:
		return home_back(p);
	default:
		return home_text(p, ev);
	}
}

/* ---- what it says ---- */

static size_t home_bar(struct pane *p, struct bar_item *items, size_t most)
{
	struct home_state *st = p->state;
	const struct hit_step *next = home_step(st, 1);
	size_t n = 0;

	(void)most;
	if (next)
		items[n++] = (struct bar_item){ K_NEXT, home_step_label(p, next), true };
	if (home_step(st, 2))
		items[n++] = (struct bar_item){ K_HISTORY, pane_tr(p, key_label(K_HISTORY)), true };
	if (st->home->new_opens)
		items[n++] = (struct bar_item){ K_NEW, pane_tr(p, key_label(K_NEW)), true };
	items[n++] = (struct bar_item){ K_LOCK, pane_tr(p, key_label(K_LOCK)), true };
	return n;
}

static const char *home_hint(struct pane *p, struct arena *a)
{
	struct home_state *st = p->state;

	(void)a;
	if (st->below)
		return pane_tr(p,
			       N_("A digit takes the step; Enter the first; a letter goes back to the line"));
	if (st->searched && st->hits.n)
		return pane_tr(p, N_("Down or Enter goes to the hits"));
	if (st->searched)
		return pane_tr(p, st->in_menu ? N_("Enter looks in the menu; Esc clears the line")
				  : st->home->new_opens
				      ? N_("Enter writes it down as new; Esc clears the line")
				      : N_("Esc clears the line"));
	return pane_tr(p, N_("Plate, phone, VIN or their ends, name, first letters, number; Enter: menu"));
}

/* What the digits do on the hit; a narrow screen has not the room for all of them. */
static const char *home_help(struct pane *p, struct arena *a)
{
	const struct hit_step *step;
	struct str s = { 0 };
	const char *text;

	for (int digit = 1; digit <= 9; digit++)
		if ((step = home_step(p->state, digit)))
			str_addf(&s, "%d  %s\n", digit, home_step_label(p, step));
	text = arena_strdup(a, str_get(&s));
	str_free(&s);
	return text;
}

static bool home_typing(const struct pane *p)
{
	return !((const struct home_state *)p->state)->below;
}

const struct pane_kind home_kind = {
	.size = sizeof(struct home_state),
	.open = home_start,
	.close = home_end,
	.draw = home_draw,
	.key = home_key,
	.refresh = home_refresh,
	.rest = search_on,
	.bar = home_bar,
	.hint = home_hint,
	.help = home_help,
	.typing = home_typing,
};
