/* doc.c - DOCUMENT: a head, lines and totals, an entry line that adds, and what its keys do. */
#include "ui/choose_columns.h"
#include "ui/doc_priv.h"
#include "ui/explain.h"
#include "ui/kinds.h"

/* ---- opening and reading ---- */

void doc_read(struct pane *p, enum rows_from from, bool live)
{
	struct doc *st = p->state;
	struct err e = { .lang = console_lang(p->con) };
	struct look l;

	look_open(p->con, &l);
	if ((!rows_load(&st->lines, &l, from, live, &e) || !head_read(&st->head, p, &l, &e) ||
	     !head_read(&st->totals, p, &l, &e)) &&
	    e.code)
		console_error(p->con, &e);
	look_close(&l);
}

/* The screen's keys, and the head's form in the menu. */
static void keys_make(struct doc *st)
{
	const struct key *from = st->doc->keys;
	size_t n = 0;

	while (from && (from->at != K_NONE || from->runs || from->opens) && n + 2 < DOC_KEYS)
		st->keys[n++] = *from++;
	if (!st->doc->head_edit)
		return;
	st->head_key = &st->keys[n];
	st->keys[n] = (struct key){ .at = K_MENU,
				    .opens = st->doc->head_edit,
				    .with = st->doc->head_with,
				    .label = N_("Change the head"),
				    .scope = SCOPE_ALL };
}

static void cells_make(struct doc *st)
{
	const struct cell_edit *roles[] = { &st->doc->quantity, &st->doc->price, &st->doc->discount };

	st->cell = -1;
	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
		if (roles[i]->runs)
			st->cells[st->n_cells++] = roles[i];
	for (size_t i = 0; i < CELL_EDITS && st->doc->edits[i].runs; i++)
		st->cells[st->n_cells++] = &st->doc->edits[i];
}

static bool views_find(struct doc *st, struct pane *p, struct err *e)
{
	const struct document *d = st->doc;
	const struct view *lines = view_find(d->lines), *head = d->head ? view_find(d->head) : NULL,
			  *totals = d->totals ? view_find(d->totals) : NULL;

	if (!lines || (d->head && !head) || (d->totals && !totals))
		return err_set(e, ERR_FAULT, N_("There is no view \"%s\""),
			       !lines  ? d->lines
			       : !head ? d->head
				       : d->totals);
	head_init(&st->head, head);
	head_init(&st->totals, totals);
	rows_init(&st->lines, lines);
	st->lines.height = 12;
	return !head || layout_read(p->arena, d->head_layout, LAYOUT_ROWS, &st->layout, e);
}

static bool lines_start(struct doc *st, struct pane *p, struct err *e)
{
	struct look l;
	bool ok;

	look_open(p->con, &l);
	columns_init(&st->columns, st->lines.view, &l.who);
	ok = rows_args(&st->lines, &l, p->with, NULL, e) && rows_load(&st->lines, &l, ROWS_FIRST, false, e) &&
	     head_read(&st->head, p, &l, e) && head_read(&st->totals, p, &l, e);
	if (ok && st->head.view && !st->head.there)
		ok = err_set(e, ERR_NO, N_("It is not there any more"));
	look_close(&l);
	return ok;
}

static bool doc_start(struct pane *p, void *arg, struct err *e)
{
	struct doc *st = p->state;

	(void)arg;
	st->doc = p->screen->table;
	cells_make(st);
	keys_make(st);
	if (!views_find(st, p, e) || !entry_init(p, e) || !lines_start(st, p, e))
		return false;
	choose_columns_recall(p, &st->columns);
	return true;
}

static void doc_end(struct pane *p)
{
	struct doc *st = p->state;

	cell_end(p);
	entry_free(&st->entry);
	if (st->lines.view)
		rows_free(&st->lines);
	head_free(&st->head);
	head_free(&st->totals);
}

static void doc_refresh(struct pane *p, bool live)
{
	doc_read(p, ROWS_HERE, live);
}

struct act_on doc_on(struct pane *p)
{
	struct doc *st = p->state;
	const struct held_row *row = rows_at(&st->lines);
	struct act_on on = { .from = { .params = p->with,
				       .view = st->lines.view,
				       .row = row ? &row->row : NULL,
				       .head = st->head.view,
				       .head_row = st->head.there ? &st->head.held.row : NULL },
			     .marked = st->marked,
			     .totals = st->totals.view };

	on.n_marked = marks_rows(&st->lines.marks, st->marked, DOC_MARKED);
	return on;
}

/* ---- keys ---- */

static void move(struct pane *p, int by, bool page)
{
	struct doc *st = p->state;
	struct err e = { .lang = console_lang(p->con) };
	struct look l;

	look_open(p->con, &l);
	rows_settle(&st->lines, &l);
	if (!rows_move(&st->lines, &l, by, page, &e))
		console_error(p->con, &e);
	look_close(&l);
}

static bool act(struct pane *p, enum key_code at)
{
	struct doc *st = p->state;
	struct act_on on = doc_on(p);

	if (!st->lines.ghost)
		return act_key(p, st->keys, at, &on);
	console_say(p->con, pane_tr(p, N_("This row has changed meanwhile; look at it again")));
	doc_read(p, ROWS_HERE, false);
	return true;
}

/* F9: the first step that is possible; with the reason of the first when none is. */
static bool next_step(struct pane *p)
{
	struct doc *st = p->state;
	struct act_on on = doc_on(p);

	return act_key(p, st->doc->next, K_NONE, &on);
}

static bool explain(struct pane *p)
{
	struct doc *st = p->state;
	const struct held_row *row = rows_at(&st->lines);

	explain_open(p, &(struct explained){ .asked = rows_query(&st->lines),
					     .row = row ? &row->row : NULL,
					     .head = { .view = st->totals.view },
					     .head_row = st->totals.there ? &st->totals.held.row : NULL });
	return true;
}

/* On the phone a digit goes to its line and switches it. */
static bool phone_digit(struct pane *p, int n)
{
	struct doc *st = p->state;

	if (n < 0 || n >= st->lines.n || n > 8)
		return true;
	st->lines.at = n;
	act(p, K_SPACE);
	return true;
}

static bool step(struct pane *p, enum key_code at, int by)
{
	return act(p, at) || cell_step(p, by);
}

/* A character while nothing is typed. */
static bool sign(struct pane *p, const struct key_event *ev)
{
	struct doc *st = p->state;
	char c = key_char(ev);

	switch (c) {
	case ' ':
		return act(p, K_SPACE);
	case '*':
		return cell_begin(p, &st->doc->quantity);
	case '.':
		return cell_begin(p, &st->doc->price);
	case '/':
		return cell_begin(p, &st->doc->discount);
	case '+':
		return step(p, K_ADD, 1);
	case '-':
		return step(p, K_LESS, -1);
	case '?':
		return explain(p);
	case '#':
		st->phone = !st->phone;
		return true;
	default:
		return st->phone && c >= '1' && c <= '9' && ev->burst <= 1 && phone_digit(p, c - '1');
	}
}

static void menu(struct pane *p)
{
	struct doc *st = p->state;
	struct act_on on = doc_on(p);

	act_menu(p, st->keys, &on);
}

static void enter(struct pane *p)
{
	if (!act(p, K_ENTER))
		menu(p);
}

bool doc_own_enter(const struct doc *st)
{
	for (const struct key *k = st->keys; k->at != K_NONE; k++)
		if (k->at == K_ENTER)
			return true;
	return false;
}

static bool back(struct pane *p)
{
	struct doc *st = p->state;
	bool was = st->phone || st->lines.marks.n;

	st->phone = false;
	rows_unmark(&st->lines);
	return was;
}

static bool head_open(struct pane *p)
{
	struct doc *st = p->state;
	struct act_on on = doc_on(p);

	if (st->head_key)
		act_do(p, st->head_key, &on);
	return st->head_key != NULL;
}

/* Space switches a line here, so the arrow to the left marks it. */
static bool mark(struct pane *p)
{
	struct doc *st = p->state;

	if (!st->lines.view->mark)
		return false;
	rows_mark(&st->lines);
	move(p, 1, false);
	return true;
}

/* Keys while nothing is typed. */
static bool idle_key(struct pane *p, const struct key_event *ev)
{
	struct doc *st = p->state;

	switch ((int)ev->key) {
	case K_UP:
	case K_DOWN:
		move(p, ev->key == K_UP ? -1 : 1, false);
		return true;
	case K_PGUP:
	case K_PGDN:
		move(p, ev->key == K_PGUP ? -1 : 1, true);
		return true;
	case K_HOME:
	case K_START:
		doc_read(p, ROWS_FIRST, false);
		return true;
	case K_END:
		doc_read(p, ROWS_LAST, false);
		return true;
	case K_LEFT:
		return mark(p);
	case K_RIGHT:
	case K_TAB:
		return cell_first(p);
	case K_ENTER:
		enter(p);
		return true;
	case K_NEXT:
		return next_step(p);
	case K_NEW:
		return act(p, K_NEW) || entry_words(p);
	case K_EXPLAIN:
		return explain(p);
	case K_DEL:
		return act(p, K_DEL) || act(p, K_VOID);
	case K_VOID:
		return act(p, K_VOID) || act(p, K_DEL);
	case K_BACKSPACE:
		return true;
	case K_BACK:
		return back(p);
	case K_BACKTAB:
		return head_open(p);
	case K_FIND:
		if (doc_own_enter(st))
			menu(p);
		else
			choose_columns_open(p, &st->columns, &st->lines, NULL);
		return true;
	case K_REFRESH:
		return false;
	default:
		return (ev->key < K_ACTIONS || ev->key == K_MODE) && act(p, ev->key);
	}
}

static bool doc_key(struct pane *p, const struct key_event *ev)
{
	struct doc *st = p->state;
	bool empty = edit_empty(&st->entry.edit) && !st->entry.open;

	if (st->cell >= 0)
		return cell_key(p, ev);
	if (ev->key == K_SCAN) {
		entry_scan(p, ev);
		return true;
	}
	if (empty && ev->key == K_TEXT && sign(p, ev))
		return true;
	if (entry_key(p, ev))
		return true;
	if (!empty && ev->key != K_NEW)
		return false;
	if (!empty)
		return entry_words(p);
	return idle_key(p, ev);
}

static bool doc_typing(const struct pane *p)
{
	const struct doc *st = p->state;

	return st->cell >= 0 || !edit_empty(&st->entry.edit);
}

const struct pane_kind document_kind = {
	.size = sizeof(struct doc),
	.open = doc_start,
	.close = doc_end,
	.draw = doc_draw,
	.key = doc_key,
	.refresh = doc_refresh,
	.bar = doc_bar,
	.hint = doc_hint,
	.state = doc_state,
	.number = doc_number,
	.help = doc_help,
	.typing = doc_typing,
};
