/* lookup.c - choosing a row of a view. */
#include "ui/lookup.h"

#include "base/text.h"
#include "ui/columns.h"
#include "ui/console.h"
#include "ui/edit.h"

#define LOOKUP_ROWS 12

struct lookup_state {
	struct lookup lookup;
	struct rows rows;
	struct columns columns;
	struct edit filter;
	bool below; /* the cursor has gone to the rows: digits choose */
};

static void lookup_read(struct pane *p)
{
	struct lookup_state *st = p->state;
	struct err e = { .lang = console_lang(p->con) };
	struct look l;

	str_clear(&st->rows.filter);
	str_add(&st->rows.filter, edit_text(&st->filter));
	look_open(p->con, &l);
	if (!rows_load(&st->rows, &l, ROWS_FIRST, false, &e) && e.code)
		console_error(p->con, &e);
	look_close(&l);
}

static bool lookup_start(struct pane *p, void *arg, struct err *e)
{
	struct lookup_state *st = p->state;
	struct look l;
	bool ok;

	st->lookup = *(struct lookup *)arg;
	rows_init(&st->rows, st->lookup.view);
	st->rows.height = LOOKUP_ROWS;
	edit_init(&st->filter, st->lookup.filter ? st->lookup.filter : "", 80, 0);
	str_add(&st->rows.filter, edit_text(&st->filter));
	look_open(p->con, &l);
	columns_init(&st->columns, st->lookup.view, &l.who);
	ok = rows_args(&st->rows, &l, st->lookup.params, NULL, e) &&
	     rows_load(&st->rows, &l, ROWS_FIRST, false, e);
	look_close(&l);
	st->lookup.params = NULL;
	st->lookup.filter = NULL;
	return ok;
}

static void lookup_end(struct pane *p)
{
	struct lookup_state *st = p->state;

	rows_free(&st->rows);
	edit_free(&st->filter);
}

static void lookup_draw(struct pane *p, struct canvas *c)
{
	struct lookup_state *st = p->state;
	const char *keys =
	    pane_tr(p, st->lookup.opens ? N_("Esc back  F2 new  Enter take") : N_("Esc back  Enter take"));
	int h = canvas_rows(c) - 6 < LOOKUP_ROWS + 2 ? canvas_rows(c) - 6 : LOOKUP_ROWS + 2;
	struct rect in = popup_frame(c, h, 72, pane_tr(p, st->lookup.view->title), keys);

	columns_fit(&st->columns, in.w - 2, false);
	edit_draw(&st->filter, c, (struct rect){ in.y, in.x, 1, in.w }, ROLE_FIELD, !st->below);
	columns_head(&st->columns, c, in.y + 1, in.x + 2, in.w - 2, console_lang(p->con));
	for (int i = 0; i < st->rows.n && i < in.h - 2; i++) {
		enum role role = i == st->rows.at ? ROLE_SELECT : ROLE_NORMAL;
		char digit[2] = { st->below && i < 9 ? (char)('1' + i) : ' ', 0 };

		canvas_put(c, in.y + 2 + i, in.x, 2, -1, ROLE_DIM, digit);
		columns_row(&st->columns, c, in.y + 2 + i, in.x + 2, in.w - 2, &st->rows.row[i], role, false);
	}
	if (!st->rows.n)
		canvas_put(c, in.y + 2, in.x + 2, in.w - 2, -1, ROLE_DIM, pane_tr(p, N_("Nothing found")));
	if (st->below)
		canvas_caret(c, in.y + 2 + st->rows.at, in.x);
	st->rows.height = in.h - 2 > 0 ? in.h - 2 : 1;
}

static void take(struct pane *p)
{
	struct lookup_state *st = p->state;
	const struct held_row *row = rows_at(&st->rows);
	struct lookup lookup = st->lookup;
	struct pane *asker = p->below;
	int col = lookup.view->id ? view_col_index(lookup.view, lookup.view->id) : -1;
	struct arena *a;
	char *label;
	struct look l;
	int64_t id;

	if (!row || col < 0)
		return;
	a = arena_new();
	id = row->row.val[col].i;
	look_open(p->con, &l);
	label = view_ref_label(l.ctx.db, lookup.view, id, &l.who, a);
	look_close(&l);
	console_close(p);
	lookup.done(asker, lookup.arg, id, label ? label : "");
	arena_free(a);
}

static void move(struct pane *p, int by, bool page)
{
	struct lookup_state *st = p->state;
	struct err e = { .lang = console_lang(p->con) };
	struct look l;

	/* The first Down goes from the line into the rows and stays on the first. */
	if (!st->below && by == 1 && !page) {
		st->below = true;
		return;
	}
	if (by == -1 && !page && st->rows.at == 0) {
		st->below = false;
		return;
	}
	st->below = true;
	look_open(p->con, &l);
	if (!rows_move(&st->rows, &l, by, page, &e))
		console_error(p->con, &e);
	look_close(&l);
}

static void make_new(struct pane *p)
{
	struct lookup_state *st = p->state;
	struct err e = { .lang = console_lang(p->con) };

	if (st->lookup.opens && !console_open(p->con, st->lookup.opens, NULL, &e))
		console_error(p->con, &e);
}

static bool lookup_text(struct pane *p, const struct key_event *ev)
{
	struct lookup_state *st = p->state;
	char c = key_char(ev);

	if (st->below && c >= '1' && c <= '9' && c - '1' < st->rows.n && ev->burst <= 1 &&
	    console_quiet(p->con)) {
		st->rows.at = c - '1';
		take(p);
		return true;
	}
	st->below = false;
	if (!edit_key(&st->filter, ev))
		return false;
	lookup_read(p);
	return true;
}

static bool lookup_scan(struct pane *p, const struct key_event *ev)
{
	struct lookup_state *st = p->state;

	edit_set(&st->filter, "");
	edit_key(&st->filter, ev);
	lookup_read(p);
	return true;
}

static bool lookup_key(struct pane *p, const struct key_event *ev)
{
	switch ((int)ev->key) {
	case K_UP:
		move(p, -1, false);
		return true;
	case K_DOWN:
		move(p, 1, false);
		return true;
	case K_PGUP:
		move(p, -1, true);
		return true;
	case K_PGDN:
		move(p, 1, true);
		return true;
	case K_ENTER:
	case K_TAB:
	case K_SAVE:
		take(p);
		return true;
	case K_NEW:
		make_new(p);
		return true;
	case K_SCAN:
		return lookup_scan(p, ev);
	case K_BACK:
		return false;
	default:
		return lookup_text(p, ev);
	}
}

static void lookup_refresh(struct pane *p, bool live)
{
	struct lookup_state *st = p->state;
	struct err e = { 0 };
	struct look l;

	look_open(p->con, &l);
	rows_load(&st->rows, &l, ROWS_HERE, live, &e);
	look_close(&l);
}

static const char *lookup_hint(struct pane *p, struct arena *a)
{
	struct lookup_state *st = p->state;

	(void)a;
	return pane_tr(p, st->below ? N_("Enter or the digit takes it")
				    : N_("Type to filter; Down, then a digit chooses"));
}

static bool lookup_typing(const struct pane *p)
{
	return !((const struct lookup_state *)p->state)->below;
}

static const struct pane_kind lookup_kind = {
	.size = sizeof(struct lookup_state),
	.popup = true,
	.open = lookup_start,
	.close = lookup_end,
	.draw = lookup_draw,
	.key = lookup_key,
	.refresh = lookup_refresh,
	.hint = lookup_hint,
	.typing = lookup_typing,
};

void lookup_open(struct console *con, const struct lookup *lookup)
{
	struct lookup copy = *lookup;
	struct pane *p = console_push(con, &lookup_kind, NULL, NULL, &copy);

	if (p && copy.filter && *copy.filter && ((struct lookup_state *)p->state)->rows.n == 1)
		take(p);
}
