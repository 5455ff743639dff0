/* list.c - LIST: the rows of a view, filtered by typing, found by form, marked, summed, acted on by keys. */
#include "ui/act.h"
#include "ui/choose_columns.h"
#include "ui/console.h"
#include "ui/explain.h"
#include "ui/find.h"
#include "ui/kinds.h"
#include "ui/list_priv.h"

/* ---- opening and reading ---- */

void list_read(struct pane *p, enum rows_from from, bool live)
{
	struct list_state *st = p->state;
	struct err e = { .lang = console_lang(p->con) };
	struct look l;

	look_open(p->con, &l);
	if (!rows_load(&st->rows, &l, from, live, &e) && e.code)
		console_error(p->con, &e);
	look_close(&l);
}

static void list_found(struct pane *p)
{
	list_read(p, ROWS_FIRST, false);
}

static bool list_start(struct pane *p, void *arg, struct err *e)
{
	struct list_state *st = p->state;
	const struct view *v;
	struct look l;
	bool ok;

	(void)arg;
	st->list = p->screen->table;
	v = view_find(st->list->view);
	if (!v)
		return err_set(e, ERR_FAULT, N_("There is no view \"%s\""), st->list->view);
	rows_init(&st->rows, v);
	st->rows.stop = console_key_waits;
	st->rows.stop_arg = p->con;
	st->rows.height = 18;
	edit_init(&st->filter, "", 80, 0);
	look_open(p->con, &l);
	columns_init(&st->columns, v, &l.who);
	ok = rows_args(&st->rows, &l, p->with, st->list->with, e) &&
	     (st->list->ask_first || rows_load(&st->rows, &l, ROWS_FIRST, false, e));
	look_close(&l);
	choose_columns_recall(p, &st->columns);
	if (ok && st->list->ask_first)
		find_open(p, &st->rows, list_found);
	return ok;
}

static void list_end(struct pane *p)
{
	struct list_state *st = p->state;

	if (st->rows.view)
		rows_free(&st->rows);
	edit_free(&st->filter);
}

static void list_refresh(struct pane *p, bool live)
{
	list_read(p, ROWS_HERE, live);
}

/* Totals cost more than a page: they wait for a pause, and a key stops them. */
static bool list_rest(struct pane *p)
{
	struct list_state *st = p->state;
	struct err e = { 0 };
	struct look l;

	if (st->rows.wanted)
		list_read(p, ROWS_FIRST, false);
	if (st->rows.totals_known || (st->list->ask_first && !st->rows.n))
		return false;
	look_open(p->con, &l);
	rows_totals(&st->rows, &l, &e);
	look_close(&l);
	return !st->rows.totals_known && !e.code;
}

/* ---- keys ---- */

static void move(struct pane *p, int by, bool page)
{
	struct list_state *st = p->state;
	struct err e = { .lang = console_lang(p->con) };
	struct look l;

	st->typing = false;
	look_open(p->con, &l);
	rows_settle(&st->rows, &l);
	if (!rows_move(&st->rows, &l, by, page, &e))
		console_error(p->con, &e);
	look_close(&l);
}

/* What was marked is done. */
static void list_done(struct pane *p, const struct answer *made)
{
	(void)made;
	rows_unmark(&((struct list_state *)p->state)->rows);
}

static struct act_on list_on(struct pane *p, struct arena *a)
{
	struct list_state *st = p->state;
	const struct held_row *row = rows_at(&st->rows);
	const struct view_row **marked = ARENA_ARRAY(a, const struct view_row *, st->rows.marks.n + 1);
	struct act_on on = {
		.from = { .params = p->with, .view = st->rows.view, .row = row ? &row->row : NULL },
		.marked = marked,
		.then = list_done,
	};

	on.n_marked = marks_rows(&st->rows.marks, marked, (size_t)st->rows.marks.n);
	return on;
}

static bool act(struct pane *p, enum key_code at)
{
	struct list_state *st = p->state;
	struct arena *a = arena_new();
	struct act_on on = list_on(p, a);
	bool did;

	if (st->rows.ghost) {
		console_say(p->con, pane_tr(p, N_("This row has changed meanwhile; look at it again")));
		list_read(p, ROWS_HERE, false);
		did = true;
	} else {
		did = act_key(p, p->screen->common->keys, at, &on);
	}
	arena_free(a);
	return did;
}

/* Enter has no meaning of its own here: what can be done, with its digits. */
static bool menu(struct pane *p)
{
	struct list_state *st = p->state;
	struct arena *a = arena_new();
	struct act_on on = list_on(p, a);

	if (rows_at(&st->rows))
		act_menu(p, p->screen->common->keys, &on);
	arena_free(a);
	return true;
}

/* The n-th step of the row; false where the screen has none. */
static bool act_step(struct pane *p, int n)
{
	const struct key *key = act_nth(p->screen->common->keys, n);
	struct arena *a;
	struct act_on on;

	if (!key || !console_quiet(p->con))
		return false;
	a = arena_new();
	on = list_on(p, a);
	act_do(p, key, &on);
	arena_free(a);
	return true;
}

static void filter_changed(struct pane *p)
{
	struct list_state *st = p->state;

	str_clear(&st->rows.filter);
	str_add(&st->rows.filter, edit_text(&st->filter));
	st->rows.totals_known = false;
	st->typing = !edit_empty(&st->filter);
	list_read(p, ROWS_FIRST, false);
}

static void mark(struct pane *p)
{
	struct list_state *st = p->state;

	rows_mark(&st->rows);
	move(p, 1, false);
}

/* What the screen does with a blank, and on to the next row, as with marks. */
static bool tick(struct pane *p)
{
	if (!act(p, K_SPACE))
		return false;
	move(p, 1, false);
	return true;
}

static void mark_all(struct pane *p)
{
	struct list_state *st = p->state;
	struct err e = { .lang = console_lang(p->con) };
	struct look l;

	look_open(p->con, &l);
	if (!rows_mark_all(&st->rows, &l, &e))
		console_error(p->con, &e);
	look_close(&l);
}

static bool list_explain(struct pane *p)
{
	struct list_state *st = p->state;
	const struct held_row *row = rows_at(&st->rows);

	if (row)
		explain_open(p, &(struct explained){ .asked = rows_query(&st->rows), .row = &row->row });
	return true;
}

static bool list_text(struct pane *p, const struct key_event *ev)
{
	struct list_state *st = p->state;
	char c = key_char(ev);

	if (!st->typing && c == ' ')
		return st->rows.view->mark ? (mark(p), true) : tick(p);
	if (!st->typing && c == '*' && st->rows.view->mark) {
		mark_all(p);
		return true;
	}
	if (!st->typing && c >= '1' && c <= '9' && ev->burst <= 1 && act_step(p, c - '0'))
		return true;
	if (!st->typing && ((c == '+' && act(p, K_ADD)) || (c == '-' && act(p, K_LESS))))
		return true;
	if (!st->typing && c == '?')
		return list_explain(p);
	if (!st->typing && c == '/') {
		st->typing = true;
		return true;
	}
	st->typing = true;
	edit_key(&st->filter, ev);
	filter_changed(p);
	return true;
}

/* The filter is what was scanned or pasted, without the ends of lines and what a table puts between its cells. */
static bool list_scan(struct pane *p, const struct key_event *ev)
{
	struct list_state *st = p->state;

	edit_set(&st->filter, "");
	edit_key(&st->filter, ev);
	filter_changed(p);
	return true;
}

/* Backspace takes the filter back letter by letter, then the conditions of the find form. */
static bool list_backspace(struct pane *p, const struct key_event *ev)
{
	struct list_state *st = p->state;

	if (!edit_empty(&st->filter)) {
		edit_key(&st->filter, ev);
		filter_changed(p);
	} else if (st->rows.n_conds) {
		rows_no_conds(&st->rows);
		list_read(p, ROWS_FIRST, false);
	}
	return true;
}

static bool list_back(struct pane *p)
{
	struct list_state *st = p->state;
	bool had = !edit_empty(&st->filter) || st->rows.n_conds || st->rows.marks.n;

	st->typing = false;
	if (!edit_empty(&st->filter)) {
		edit_set(&st->filter, "");
		filter_changed(p);
	} else if (st->rows.n_conds) {
		rows_no_conds(&st->rows);
		list_read(p, ROWS_FIRST, false);
	} else if (st->rows.marks.n) {
		rows_unmark(&st->rows);
	}
	return had;
}

static void list_columns(struct pane *p, bool choose, int by)
{
	struct list_state *st = p->state;
	int to = st->columns.first + by;

	if (choose || (by > 0 && !st->columns.more))
		choose_columns_open(p, &st->columns, &st->rows, list_found);
	else if (to >= 0 && to < st->columns.n)
		st->columns.first = to;
}

static void list_edge(struct pane *p, enum rows_from edge)
{
	((struct list_state *)p->state)->typing = false;
	list_read(p, edge, false);
}

/* The keys that only move; false: it was another one. */
static bool list_walk(struct pane *p, enum key_code key)
{
	switch ((int)key) {
	case K_UP:
	case K_DOWN:
		move(p, key == K_UP ? -1 : 1, false);
		return true;
	case K_PGUP:
	case K_PGDN:
		move(p, key == K_PGUP ? -1 : 1, true);
		return true;
	case K_HOME:
	case K_START:
		list_edge(p, ROWS_FIRST);
		return true;
	case K_END:
		list_edge(p, ROWS_LAST);
		return true;
	case K_LEFT:
	case K_RIGHT:
		list_columns(p, false, key == K_LEFT ? -1 : 1);
		return true;
	case K_TAB:
		list_columns(p, true, 0);
		return true;
	default:
		return false;
	}
}

static bool list_find(struct pane *p)
{
	find_open(p, &((struct list_state *)p->state)->rows, list_found);
	return true;
}

static bool list_key(struct pane *p, const struct key_event *ev)
{
	if (list_walk(p, ev->key))
		return true;
	switch ((int)ev->key) {
	case K_TEXT:
		return list_text(p, ev);
	case K_PASTE:
	case K_SCAN:
		return list_scan(p, ev);
	case K_BACKSPACE:
		return list_backspace(p, ev);
	case K_CLEAR:
	case K_BACK:
		return list_back(p);
	case K_FIND:
		return list_find(p);
	case K_SAVE:
		return act(p, K_SAVE) || list_find(p);
	case K_DEL:
		return act(p, K_DEL) || act(p, K_VOID);
	case K_EXPLAIN:
		return list_explain(p);
	case K_ENTER:
		return act(p, K_ENTER) || menu(p);
	case K_REFRESH:
		return false;
	default:
		return act(p, ev->key);
	}
}

/* ---- what it says ---- */

static size_t list_bar(struct pane *p, struct bar_item *items, size_t most)
{
	struct arena *a = arena_new();
	struct act_on on = list_on(p, a);
	size_t n = act_bar(p, p->screen->common->keys, &on, items, most - 3);

	items[n++] = (struct bar_item){ K_FIND, pane_tr(p, key_label(K_FIND)), true };
	items[n++] = (struct bar_item){ K_TAB, pane_tr(p, N_("Columns")), true };
	items[n++] = (struct bar_item){ K_REFRESH, pane_tr(p, key_label(K_REFRESH)), true };
	arena_free(a);
	return n;
}

static const char *list_hint(struct pane *p, struct arena *a)
{
	struct list_state *st = p->state;
	struct act_on on;
	const char *steps;

	if (st->rows.ghost)
		return pane_tr(p, N_("This row has changed meanwhile; the next key looks at it again"));
	if (st->typing)
		return pane_tr(p, N_("Words or first letters; Down goes to the rows, Esc clears"));
	on = list_on(p, a);
	steps = rows_at(&st->rows) ? act_digits(p->con, p->screen->common->keys, &on, a) : "";
	if (*steps)
		return steps;
	return st->rows.view->mark ? pane_tr(p, N_("Type to filter; / for digits; Space marks a row, * all"))
				   : pane_tr(p, N_("Type to filter; / for digits; F3 finds in any column"));
}

static const char *list_number(struct pane *p, struct arena *a)
{
	const struct list_state *st = p->state;
	const char *number = rows_at(&st->rows) ? rows_text(&st->rows, "number") : NULL;

	/* Goods have a code instead, which a screen with a form for them means. */
	if (number && !*number && p->screen && p->screen->common->prints)
		number = rows_text(&st->rows, "code");
	return number ? arena_strdup(a, number) : NULL;
}

/* What the row is printed by. */
static const char *row_number(const struct pane *p, const struct view *v, const struct view_row *row)
{
	int number = view_col_index(v, "number"), code = view_col_index(v, "code");

	if (number >= 0 && row->val[number].s)
		return row->val[number].s;
	return code >= 0 && p->screen && p->screen->common->prints ? row->val[code].s : NULL;
}

static size_t list_numbers(struct pane *p, struct arena *a, const char ***ret)
{
	const struct list_state *st = p->state;
	const struct view_row **row = ARENA_ARRAY(a, const struct view_row *, st->rows.marks.n + 1);
	size_t n = marks_rows(&st->rows.marks, row, (size_t)st->rows.marks.n), k = 0;

	*ret = ARENA_ARRAY(a, const char *, n + 1);
	for (size_t i = 0; i < n; i++) {
		const char *number = row_number(p, st->rows.view, row[i]);

		if (number)
			(*ret)[k++] = arena_strdup(a, number);
	}
	return k;
}

static bool list_typing(const struct pane *p)
{
	return ((const struct list_state *)p->state)->typing;
}

const struct pane_kind list_kind = {
	.size = sizeof(struct list_state),
	.open = list_start,
	.close = list_end,
	.draw = list_draw,
	.key = list_key,
	.refresh = list_refresh,
	.rest = list_rest,
	.bar = list_bar,
	.hint = list_hint,
	.number = list_number,
	.numbers = list_numbers,
	.typing = list_typing,
};
