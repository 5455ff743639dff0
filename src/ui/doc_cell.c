/* doc_cell.c - editing a cell of a line: quantity, price, discount and what else the document allows. */
#include "base/text.h"
#include "ui/doc_priv.h"

/* The name of the command's input that takes the typed text. */
static void take_text(void *arg, const char *name, const char *value)
{
	char *taken = arg;

	if (strcmp(value, "%text") == 0)
		snprintf(taken, 48, "%s", name);
}

static const struct field *field_of(const struct cell_edit *ce)
{
	const struct command *c = command_find(ce->runs);
	char name[48] = "";

	bind_each(ce->with, take_text, name);
	return c && name[0] ? command_field(c, name) : NULL;
}

static struct key key_of(const struct cell_edit *ce)
{
	return (struct key){ .runs = ce->runs, .with = ce->with };
}

/* Would the command take it? With the reason on the message line. */
static bool cell_may(struct pane *p, const struct cell_edit *ce)
{
	struct act_on on = doc_on(p);
	struct key key = key_of(ce);
	struct err e = { .lang = console_lang(p->con) };
	struct look l;
	bool may;

	look_open(p->con, &l);
	may = act_may(&l, &key, &on, &e);
	look_close(&l);
	if (!may)
		console_error(p->con, &e);
	return may;
}

static int index_of(const struct doc *st, const struct cell_edit *ce)
{
	for (int i = 0; i < st->n_cells; i++)
		if (st->cells[i] == ce)
			return i;
	return -1;
}

bool cell_begin(struct pane *p, const struct cell_edit *ce)
{
	struct doc *st = p->state;
	const struct held_row *row = rows_at(&st->lines);
	const struct field *f = ce && ce->runs ? field_of(ce) : NULL;
	int col = f ? view_col_index(st->lines.view, ce->column) : -1;
	struct look l;

	if (!row || !f || col < 0 || !cell_may(p, ce))
		return f != NULL;
	cell_end(p);
	st->cell = index_of(st, ce);
	box_init(&st->box, f);
	look_open(p->con, &l);
	if (!row->row.val[col].null)
		box_put(&st->box, &l,
			view_text(&st->lines.view->cols[col], &row->row.val[col], &l.who, false, l.arena));
	look_close(&l);
	st->box.edit.flags |= EDIT_REPLACE;
	return true;
}

bool cell_first(struct pane *p)
{
	struct doc *st = p->state;

	return st->n_cells && cell_begin(p, st->cells[0]);
}

void cell_end(struct pane *p)
{
	struct doc *st = p->state;

	if (st->cell >= 0)
		box_free(&st->box);
	st->cell = -1;
}

static void cell_stored(struct pane *p, const struct answer *made)
{
	struct doc *st = p->state;
	int next = st->cell + 1;

	(void)made;
	cell_end(p);
	if (st->cell_goes_on && next < st->n_cells)
		cell_begin(p, st->cells[next]);
}

static void cell_give(struct pane *p, const struct cell_edit *ce, const char *raw,
		      void (*then)(struct pane *, const struct answer *))
{
	struct doc *st = p->state;
	struct act_on on = doc_on(p);

	st->cell_key = key_of(ce);
	on.from.text = raw;
	on.then = then;
	act_do(p, &st->cell_key, &on);
}

static void cell_store(struct pane *p, bool goes_on)
{
	struct doc *st = p->state;
	struct err e = { .lang = console_lang(p->con) };
	struct arena *a = arena_new();
	struct look l;
	bool ok, look_up = false;

	st->cell_goes_on = goes_on;
	look_open(p->con, &l);
	ok = box_leave(&st->box, &l, &look_up, &e);
	look_close(&l);
	if (!ok)
		console_error(p->con, &e);
	else if (!st->box.edit.touched)
		cell_stored(p, NULL);
	else
		cell_give(p, st->cells[st->cell], box_raw(&st->box, a) ? box_raw(&st->box, a) : "",
			  cell_stored);
	arena_free(a);
}

bool cell_key(struct pane *p, const struct key_event *ev)
{
	struct doc *st = p->state;
	struct look l;
	bool took;

	switch ((int)ev->key) {
	case K_ENTER:
	case K_SAVE:
		if (ev->burst < BURST_LEAST)
			cell_store(p, false);
		return true;
	case K_TAB:
		cell_store(p, true);
		return true;
	case K_BACK:
		cell_end(p);
		return true;
	case K_SCAN:
		cell_end(p);
		entry_scan(p, ev);
		return true;
	case K_LOCK:
	case K_REFRESH:
	case K_HELP:
	case K_PALETTE:
	case K_BAD:
		return false;
	default:
		look_open(p->con, &l);
		took = box_key(&st->box, &l, ev);
		look_close(&l);
		return took || ev->key != K_BACK;
	}
}

bool cell_step(struct pane *p, int by)
{
	struct doc *st = p->state;
	const struct cell_edit *ce = &st->doc->quantity;
	const struct held_row *row = rows_at(&st->lines);
	int col = ce->runs && row ? view_col_index(st->lines.view, ce->column) : -1;
	struct view_val val;
	struct look l;

	if (col < 0)
		return false;
	val = row->row.val[col];
	val.i += by * 1000;
	look_open(p->con, &l);
	if (val.i > 0)
		cell_give(p, ce, view_text(&st->lines.view->cols[col], &val, &l.who, false, l.arena), NULL);
	look_close(&l);
	return true;
}
