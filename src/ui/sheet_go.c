/* sheet_go.c - going through the inputs of a sheet: Enter, Tab, arrows, look-ups. */
#include "base/money.h"
#include "base/text.h"
#include "ui/console.h"
#include "ui/lookup.h"
#include "ui/panel.h"
#include "ui/sheet_priv.h"

/* ---- leaving a box ---- */

static void looked_up(struct pane *asker, void *arg, int64_t id, const char *label);

/* The form that makes a row of this view; NULL: none. */
static const char *maker(const struct sheet *s, const struct view *v)
{
	for (const struct screen *at = console_options(s->con)->screens; v && at && at->name; at++) {
		const struct form *f = screen_form(at);

		if (f && f->makes && strcmp(f->makes, v->name) == 0)
			return at->name;
	}
	return NULL;
}

static void look_up(struct sheet *s, const char *filter)
{
	const struct view *v = view_find(s->focus->def->view);
	struct arena *a = arena_new();
	struct args *params = sheet_args(s, a);
	struct lookup lookup = { .view = v,
				 .params = params,
				 .filter = filter,
				 .opens = maker(s, v),
				 .done = looked_up,
				 .arg = s };

	/* What is looked for does not narrow its own list. */
	args_unset(params, s->focus->def->name);
	if (v)
		lookup_open(s->con, &lookup);
	arena_free(a);
}

/* Checks the box and lets the command propose again; false keeps the focus there. What the command has against it is said
 * at once, and holds nobody up: another field may set it right. */
static bool leave(struct sheet *s)
{
	struct err e = { .lang = console_lang(s->con) };
	bool up = false, ok = true;
	struct look l;

	if (!s->focus)
		return true;
	look_open(s->con, &l);
	ok = box_leave(s->focus, &l, &up, &e);
	if (ok && s->focus->typed) {
		sheet_fill(s, &l);
		sheet_doubt(s, &l);
	}
	look_close(&l);
	if (up)
		look_up(s, edit_text(&s->focus->edit));
	else if (!ok)
		console_error(s->con, &e);
	return ok;
}

void sheet_arrive(struct sheet *s, struct box *b)
{
	int row, col;
	struct grid *g = sheet_grid(s, b, &row, &col);
	struct look l;

	/* What is behind the last stop asks for nothing: one stays with what one has just filled in. */
	if (!b && s->focus)
		s->run_page = sheet_page_of(s, s->focus);
	s->focus = b;
	if (b)
		edit_arrive(&b->edit);
	if (!g || !g->pay || col != g->amount)
		return;
	look_open(s->con, &l);
	grid_carry(g, &l, row);
	look_close(&l);
}

/* ---- Enter, Tab, arrows ---- */

/* Enter behind the last column of a row that holds something makes the next row. */
static struct box *enter_in_grid(struct sheet *s, struct grid *g, int row, int col)
{
	struct box *next = sheet_after(s, s->focus, true);
	int to_row, to_col;

	if (grid_row_empty(g, row))
		return sheet_after(s, &g->row[g->n - 1][g->n_cols - 1], true);
	if (next && grid_find(g, next, &to_row, &to_col) && to_row == row && to_col > col)
		return next;
	if (row + 1 < g->n)
		return &g->row[row + 1][0];
	next = grid_add(g);
	return next ? next : sheet_after(s, s->focus, true);
}

static enum sheet_did key_enter(struct sheet *s)
{
	int row, col;
	struct grid *g;

	if (!s->focus)
		return s->c->undo == UNDO_ROWS ? SHEET_RUN : SHEET_DONE;
	if (!leave(s))
		return SHEET_DONE;
	g = sheet_grid(s, s->focus, &row, &col);
	if (g && g->pay && grid_left(g) <= 0)
		return SHEET_RUN;
	if (g && g->pay)
		sheet_arrive(s,
			     row + 1 < g->n ? &g->row[row + 1][g->amount] : sheet_after(s, s->focus, true));
	else
		sheet_arrive(s, g ? enter_in_grid(s, g, row, col) : sheet_after(s, s->focus, true));
	return SHEET_DONE;
}

/* Tab behind the last column of the last row makes a next one while something was typed; an empty row is left at
 * once. */
static void key_next(struct sheet *s)
{
	int row, col;
	struct grid *g = sheet_grid(s, s->focus, &row, &col);
	struct box *b = NULL;

	if (!leave(s))
		return;
	if (g && !g->pay && row + 1 == g->n) {
		if (grid_row_empty(g, row) && row > 0)
			b = &g->row[row][g->n_cols - 1];
		else if (col + 1 == g->n_cols && grid_row_typed(g, row) && (b = grid_add(g))) {
			sheet_arrive(s, b);
			return;
		}
	}
	sheet_arrive(s, sheet_after(s, b ? b : s->focus, false));
}

static void key_before(struct sheet *s)
{
	struct box *b = sheet_before(s, s->focus);

	while (b && !s->focus && sheet_page_of(s, b) > s->run_page)
		b = sheet_before(s, b);
	if (b && leave(s))
		sheet_arrive(s, b);
}

static void key_down(struct sheet *s)
{
	int row, col;
	bool touched;
	struct grid *g = sheet_grid(s, s->focus, &row, &col);
	struct box *b;

	if (s->focus && s->focus->def->type == VT_REF && box_empty(s->focus)) {
		look_up(s, "");
		return;
	}
	if (!g) {
		key_next(s);
		return;
	}
	touched = s->focus->edit.touched;
	if (!leave(s))
		return;
	if (!touched)
		grid_pass_on(g, row, col);
	if (row + 1 < g->n)
		sheet_arrive(s, &g->row[row + 1][col]);
	else if (!grid_row_empty(g, row) && (b = grid_add(g)))
		sheet_arrive(s, b);
	else
		sheet_arrive(s, sheet_after(s, &g->row[g->n - 1][g->n_cols - 1], false));
}

static void key_up(struct sheet *s)
{
	int row, col;
	struct grid *g = sheet_grid(s, s->focus, &row, &col);

	if (!g || row == 0)
		key_before(s);
	else if (leave(s))
		sheet_arrive(s, &g->row[row - 1][col]);
}

/* ---- choosing ---- */

static void move_on(struct sheet *s)
{
	struct look l;

	look_open(s->con, &l);
	sheet_fill(s, &l);
	look_close(&l);
	key_enter(s);
}

static void looked_up(struct pane *asker, void *arg, int64_t id, const char *label)
{
	struct sheet *s = arg;

	(void)asker;
	if (!s->focus)
		return;
	box_choose(s->focus, id, label);
	move_on(s);
}

static void chosen(struct pane *asker, void *arg, int answer)
{
	struct sheet *s = arg;
	struct look l;

	(void)asker;
	if (!s->focus)
		return;
	look_open(s->con, &l);
	box_put(s->focus, &l, field_choices(s->focus->def, l.ctx.db, l.arena, true)[answer].code);
	s->focus->typed = true;
	look_close(&l);
	move_on(s);
}

static void key_pick(struct sheet *s)
{
	const struct field *f = s->focus ? s->focus->def : NULL;
	struct panel panel = { .done = chosen, .arg = s };
	const struct choice *list;
	struct look l;

	if (!f || s->focus->readonly)
		return;
	if (f->type == VT_REF) {
		look_up(s, s->focus->id ? "" : edit_text(&s->focus->edit));
		return;
	}
	if (f->type != VT_CHOICE)
		return;
	look_open(s->con, &l);
	list = field_choices(f, l.ctx.db, s->arena, true); /* the panel outlives the look */
	panel.title = tr(console_lang(s->con), f->label);
	for (int i = 0; i < PANEL_CHOICES && list[i].code; i++)
		panel.choice[i] = tr(console_lang(s->con), list[i].title);
	panel_open(s->con, &panel);
	look_close(&l);
}

/* ---- the rest ---- */

/* Esc brings the old value back; with none to bring back it is for whoever holds the sheet. */
static bool key_back(struct sheet *s)
{
	struct look l;
	bool had;

	if (!s->focus)
		return false;
	had = edit_restore(&s->focus->edit);
	if (!had)
		return false;
	s->focus->typed = false;
	edit_arrive(&s->focus->edit);
	look_open(s->con, &l);
	box_leave(s->focus, &l, &had, &(struct err){ 0 });
	look_close(&l);
	return true;
}

int sheet_page_of(struct sheet *s, const struct box *b)
{
	return b ? layout_page_of(&s->layout, sheet_row_of(s, b)) : s->run_page;
}

/* Turns to the field where one was on that page, else to its first. */
static void key_page(struct sheet *s, int by)
{
	int page = sheet_page_of(s, s->focus), to = page + by;
	struct box *b;

	if (!leave(s))
		return;
	if (page < SHEET_PAGES)
		s->was_on[page] = s->focus;
	b = to >= 0 && to < SHEET_PAGES ? s->was_on[to] : NULL;
	if (!sheet_has(s, b) || sheet_page_of(s, b) != to)
		b = sheet_after(s, NULL, false);
	while (b && sheet_page_of(s, b) != to)
		b = sheet_after(s, b, false);
	if (b)
		sheet_arrive(s, b);
}

bool sheet_in_rows(struct sheet *s)
{
	int row, col;
	const struct grid *g = sheet_grid(s, s->focus, &row, &col);

	return g && !g->pay;
}

/* Takes a row out of its group; false outside of groups. */
static bool key_drop(struct sheet *s)
{
	int row, col;
	struct grid *g = sheet_grid(s, s->focus, &row, &col);

	if (!g || g->pay)
		return false;
	grid_drop(g, row);
	s->focus = &g->row[row < g->n ? row : g->n - 1][0];
	s->focus->typed = true;
	return true;
}

static bool text_recall(struct sheet *s)
{
	struct box *b = s->focus;
	bool text = b->def->type == VT_TEXT || b->def->type == VT_AREA;

	if (!text || strcmp(edit_text(&b->edit), "..") != 0)
		return false;
	sheet_recall(s, b);
	return true;
}

/* On [F12] nothing is typed: who types all the same is told so. */
static bool typed_nowhere(const struct sheet *s, const struct key_event *ev)
{
	if (ev->key != K_TEXT && ev->key != K_PASTE)
		return false;
	console_say(s->con,
		    tr(console_lang(s->con), N_("Nothing is typed here; Up goes back to the fields")));
	return true;
}

static bool key_typed(struct sheet *s, const struct key_event *ev)
{
	struct look l;
	bool took;

	if (!s->focus)
		return typed_nowhere(s, ev);
	look_open(s->con, &l);
	took = box_key(s->focus, &l, ev);
	look_close(&l);
	if (took)
		text_recall(s);
	if (!took && ev->key == K_SCAN)
		console_say(s->con, tr(console_lang(s->con), N_("A scan does not belong into this field")));
	/* The scanner's Enter goes on as a hand's would; it never runs anything. */
	if (took && ev->key == K_SCAN && s->focus->def->type == VT_REF)
		key_next(s);
	return took || ev->key == K_SCAN;
}

static enum sheet_did done_if(bool did)
{
	return did ? SHEET_DONE : SHEET_NO;
}

enum sheet_did sheet_key(struct sheet *s, struct pane *p, const struct key_event *ev)
{
	(void)p;
	if (s->focus && !sheet_has(s, s->focus))
		s->focus = sheet_first(s);
	switch ((int)ev->key) {
	case K_SAVE:
		return leave(s) ? SHEET_RUN : SHEET_DONE;
	case K_ENTER:
		return key_enter(s);
	case K_TAB:
		key_next(s);
		return SHEET_DONE;
	case K_BACKTAB:
		key_before(s);
		return SHEET_DONE;
	case K_DOWN:
	case K_UP:
		if (s->focus && s->focus->def->type == VT_AREA && key_typed(s, ev))
			return SHEET_DONE;
		if (ev->key == K_DOWN)
			key_down(s);
		else
			key_up(s);
		return SHEET_DONE;
	case K_PGDN:
	case K_PGUP:
		key_page(s, ev->key == K_PGDN ? 1 : -1);
		return SHEET_DONE;
	case K_PICK:
		key_pick(s);
		return SHEET_DONE;
	case K_VOID:
		return done_if(key_drop(s));
	case K_BACK:
		return done_if(key_back(s));
	default:
		return done_if(key_typed(s, ev));
	}
}
