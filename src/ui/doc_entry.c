/* doc_entry.c - the entry line of a document: what is typed finds a row, and the row's kind says what is
 * added. */
#include "base/text.h"
#include "ui/doc_priv.h"

#define HITS_SHOWN 9

static struct doc_entry *entry_of(struct pane *p)
{
	return &((struct doc *)p->state)->entry;
}

bool entry_init(struct pane *p, struct err *e)
{
	const struct entry *table = &((struct doc *)p->state)->doc->entry;
	struct doc_entry *en = entry_of(p);
	const struct view *v = table->find ? view_find(table->find) : NULL;
	struct look l;
	bool ok;

	edit_init(&en->edit, "", 100, 0);
	if (!v)
		return !table->find || err_set(e, ERR_FAULT, N_("There is no view \"%s\""), table->find);
	rows_init(&en->hits, v);
	en->hits.height = HITS_SHOWN;
	en->hits.best = true;
	en->hits.stop = console_key_waits;
	en->hits.stop_arg = p->con;
	look_open(p->con, &l);
	columns_init(&en->columns, v, &l.who);
	ok = rows_args(&en->hits, &l, p->with, table->with, e);
	look_close(&l);
	return ok;
}

void entry_free(struct doc_entry *en)
{
	edit_free(&en->edit);
	if (en->hits.view)
		rows_free(&en->hits);
}

void entry_clear(struct pane *p)
{
	struct doc_entry *en = entry_of(p);

	edit_set(&en->edit, "");
	en->open = en->inside = false;
	en->n[0] = '\0';
}

/* ---- what is typed ---- */

/* Parts "3*oil" into the quantity and the rest. One below zero is parted too: the command says what is wrong with it. */
static const char *entry_text(struct doc_entry *en)
{
	const char *text = edit_text(&en->edit), *star = strchr(text, '*');
	size_t n = star ? (size_t)(star - text) : 0, minus = *text == '-';

	en->n[0] = '\0';
	if (n <= minus || n >= sizeof en->n || strspn(text + minus, "0123456789.") != n - minus)
		return text;
	memcpy(en->n, text, n);
	en->n[n] = '\0';
	return star + 1;
}

static void hits_load(struct pane *p)
{
	struct doc_entry *en = entry_of(p);
	struct err e = { .lang = console_lang(p->con) };
	struct look l;

	look_open(p->con, &l);
	if (!rows_load(&en->hits, &l, ROWS_FIRST, false, &e) && e.code)
		console_error(p->con, &e);
	look_close(&l);
}

static void hits_read(struct pane *p)
{
	struct doc_entry *en = entry_of(p);
	const char *text = entry_text(en);

	str_clear(&en->hits.filter);
	str_add(&en->hits.filter, text);
	en->inside = false;
	en->open = *text != '\0';
	if (en->hits.view && en->open)
		hits_load(p);
}

/* The row whose code is exactly what was typed; NULL: none, or several. In the look's arena. */
static const struct view_row *exact(struct pane *p, struct look *l, const char *text)
{
	struct doc_entry *en = entry_of(p);
	const struct view *v = en->hits.view;
	struct view_query q = rows_query(&en->hits);
	const char *code = text_fold_code(l->arena, text);
	struct err e = { 0 };

	q.filter = NULL;
	for (size_t i = 0; i < v->n_cols && *code; i++) {
		struct view_cond cond = { .col = v->cols[i].name, .op = OP_EQ, .text = true, .s = code };
		struct view_row *row;
		size_t n = 0;

		if (v->cols[i].type != COL_CODE)
			continue;
		q.conds = &cond;
		q.n_conds = 1;
		if (view_page(l->ctx.db, &q, &l->who, NULL, false, 2, l->arena, &row, &n, &e) && n == 1)
			return row;
	}
	return NULL;
}

/* ---- adding ---- */

static void entry_added(struct pane *p, const struct answer *made)
{
	struct doc *st = p->state;
	int id = view_col_index(st->lines.view, "id");

	entry_clear(p);
	doc_read(p, ROWS_HERE, false);
	for (int i = 0; id >= 0 && i < st->lines.n; i++)
		if (st->lines.row[i].row.val[id].i == made->id) {
			st->lines.at = i;
			return;
		}
	doc_read(p, ROWS_LAST, false);
}

static const struct entry_add *add_of(const struct doc *st, const struct view_row *row)
{
	int col = view_col_index(st->entry.hits.view, "kind");
	const char *kind = col >= 0 ? row->val[col].s : "";

	for (const struct entry_add *add = st->doc->entry.adds;
	     add < st->doc->entry.adds + ENTRY_KINDS && add->runs; add++)
		if (!add->kind || strcmp(add->kind, kind) == 0)
			return add;
	return NULL;
}

static void add_run(struct pane *p, const struct entry_add *add, const struct view_row *row, const char *text)
{
	struct doc *st = p->state;
	struct act_on on = doc_on(p);

	st->add = (struct key){ .runs = add->runs, .with = add->with, .ask = add->ask, .scope = SCOPE_ALL };
	on.from.view = row ? st->entry.hits.view : NULL;
	on.from.row = row;
	on.from.text = text;
	on.from.n = st->entry.n[0] ? st->entry.n : "1";
	on.then = entry_added;
	act_do(p, &st->add, &on);
}

/* A quantity that was typed must not get lost. */
static bool counted(const struct doc_entry *en, const struct entry_add *add)
{
	return !en->n[0] || strcmp(en->n, "1") == 0 || strstr(add->with, "=%n");
}

static void row_add(struct pane *p, const struct view_row *row)
{
	const struct entry_add *add = add_of(p->state, row);
	struct err e = { .lang = console_lang(p->con) };

	if (add && !counted(entry_of(p), add)) {
		err_set(&e, ERR_NO, N_("This is not counted: take the quantity in front away"));
		console_error(p->con, &e);
	} else if (add)
		add_run(p, add, row, edit_text(&entry_of(p)->edit));
	else
		console_say(p->con, pane_tr(p, N_("This cannot be added here")));
}

bool entry_words(struct pane *p)
{
	struct doc *st = p->state;
	struct arena *a = arena_new();

	if (st->doc->entry.words.runs)
		add_run(p, &st->doc->entry.words, NULL, arena_strdup(a, entry_text(&st->entry)));
	arena_free(a);
	return st->doc->entry.words.runs != NULL;
}

/* Enter: the exact or only hit is added; of several one is chosen first; nothing found is written in words.
 */
static void entry_enter(struct pane *p)
{
	struct doc_entry *en = entry_of(p);
	const struct view_row *row = NULL;
	struct look l;

	look_open(p->con, &l);
	if (en->inside && rows_at(&en->hits))
		row = &rows_at(&en->hits)->row;
	else
		row = exact(p, &l, entry_text(en));
	if (!row && en->hits.wanted)
		hits_read(p);
	if (!row && en->hits.n == 1 && en->open)
		row = &en->hits.row[0].row;
	if (row)
		row_add(p, row);
	else if (en->hits.n && en->open)
		en->inside = true;
	else if (!entry_words(p))
		console_say(p->con, pane_tr(p, N_("Nothing found")));
	look_close(&l);
}

/* Does something have exactly this code? */
static bool known(struct console *con, const char *code)
{
	const struct console_hooks *h = &console_options(con)->hooks;

	return h->known_code && h->known_code(h->arg, code);
}

void entry_scan(struct pane *p, const struct key_event *ev)
{
	struct doc_entry *en = entry_of(p);
	const struct entry_add *scan;
	const struct view_row *row;
	struct arena *a;
	struct look l;

	edit_unburst(&en->edit);
	/* Only a quantity stays in front of a scan. */
	if (strchr(edit_text(&en->edit), '*') == NULL)
		edit_set(&en->edit, "");
	a = arena_new();
	edit_change(&en->edit, arena_printf(a, "%s%s", edit_text(&en->edit), ev->text));
	arena_free(a);
	look_open(p->con, &l);
	row = exact(p, &l, entry_text(en));
	if (row)
		row_add(p, row);
	look_close(&l);
	if (row)
		return;
	scan = &((struct doc *)p->state)->doc->entry.scan;
	if (scan->runs && known(p->con, entry_text(en))) {
		add_run(p, scan, NULL, entry_text(en));
		return;
	}
	hits_read(p);
	console_say(p->con, pane_tr(p, N_("This code is not known here")));
}

/* ---- keys ---- */

static void hits_move(struct pane *p, int by, bool page)
{
	struct doc_entry *en = entry_of(p);
	struct err e = { .lang = console_lang(p->con) };
	struct look l;

	if (!en->inside && by > 0) {
		en->inside = en->hits.n > 0;
		return;
	}
	if (!page && by < 0 && en->hits.at == 0) {
		en->inside = false;
		return;
	}
	look_open(p->con, &l);
	rows_move(&en->hits, &l, by, page, &e);
	look_close(&l);
}

/* In the hits digits choose; a letter goes back to the line. */
static bool hits_digit(struct pane *p, const struct key_event *ev)
{
	struct doc_entry *en = entry_of(p);
	int n = key_char(ev) - '1';

	if (!en->inside || ev->burst > 1 || n < 0 || n >= en->hits.n || n > 8 || !console_quiet(p->con))
		return false;
	row_add(p, &en->hits.row[n].row);
	return true;
}

static bool entry_text_key(struct pane *p, const struct key_event *ev)
{
	struct doc_entry *en = entry_of(p);

	if (ev->key == K_TEXT && hits_digit(p, ev))
		return true;
	if (!edit_key(&en->edit, ev))
		return false;
	hits_read(p);
	return true;
}

bool entry_key(struct pane *p, const struct key_event *ev)
{
	struct doc_entry *en = entry_of(p);
	bool empty = edit_empty(&en->edit) && !en->open;

	if (!((struct doc *)p->state)->doc->entry.find)
		return false;
	switch ((int)ev->key) {
	case K_TEXT:
	case K_PASTE:
		return entry_text_key(p, ev);
	case K_ENTER:
		return !empty && (entry_enter(p), true);
	case K_SAVE:
		if (!empty)
			entry_enter(p);
		return !empty;
	case K_DOWN:
	case K_UP:
		return en->open && (hits_move(p, ev->key == K_UP ? -1 : 1, false), true);
	case K_PGDN:
	case K_PGUP:
		return en->open && (hits_move(p, ev->key == K_PGUP ? -1 : 1, true), true);
	case K_BACK:
	case K_CLEAR:
		return !empty && (entry_clear(p), true);
	case K_PICK: /* on an empty line: all there is */
		hits_read(p);
		if (!en->open)
			hits_load(p);
		en->open = true;
		hits_move(p, 1, false);
		return true;
	default:
		return !empty && entry_text_key(p, ev);
	}
}

/* ---- drawing ---- */

const char *entry_hint(struct pane *p)
{
	const struct doc_entry *en = entry_of(p);

	if (en->hits.n > 1)
		return pane_tr(p, N_("Enter or Down goes to the hits; 3*code adds three"));
	if (en->hits.n == 1)
		return pane_tr(p, N_("Enter adds it; 3*code adds three"));
	return ((struct doc *)p->state)->doc->entry.words.runs
		   ? pane_tr(p, N_("Enter takes the words; Esc clears"))
		   : pane_tr(p, N_("Esc clears the line"));
}

/* As many as there is room for, with the one the cursor is on among them. */
static void hits_draw(struct pane *p, struct canvas *c, struct rect r)
{
	struct doc_entry *en = entry_of(p);
	int fits = r.h / en->columns.lines,
	    top = en->inside && en->hits.at >= fits ? en->hits.at - fits + 1 : 0;

	for (int i = top; i < en->hits.n && i < top + fits; i++) {
		int y = r.y + (i - top) * en->columns.lines;
		bool at = en->inside && i == en->hits.at;
		char digit[4] = { (char)('1' + i), 0 };

		canvas_put(c, y, r.x + 1, 2, -1, en->inside ? ROLE_HOT : ROLE_DIM, digit);
		columns_row(&en->columns, c, y, r.x + 4, r.w - 5, &en->hits.row[i],
			    at ? ROLE_SELECT : ROLE_NORMAL, false);
		if (at)
			canvas_caret(c, y, r.x + 4);
	}
}

void entry_draw(struct pane *p, struct canvas *c, struct rect line, struct rect body)
{
	struct doc *st = p->state;
	struct doc_entry *en = &st->entry;
	const char *label = pane_tr(p, st->phone ? N_("On the phone: 1-9 switch") : N_("Add:"));
	int w = text_width(label) + 1, h;

	if (!st->doc->entry.find)
		return;
	canvas_put(c, line.y, line.x, w, -1, st->phone ? ROLE_WARN : ROLE_LABEL, label);
	edit_draw(&en->edit, c, (struct rect){ line.y, line.x + w, 1, line.w - w }, ROLE_FIELD,
		  st->cell < 0 && !en->inside);
	if (!en->open || !en->hits.view)
		return;
	columns_fit(&en->columns, body.w - 6, body.w < 60);
	h = en->hits.n * en->columns.lines;
	h = h > body.h - 3 ? body.h - 3 : h < 1 ? 1 : h;
	en->hits.height = HITS_SHOWN;
	canvas_fill(c, (struct rect){ body.y, body.x, h + 2, body.w }, ROLE_NORMAL);
	columns_head(&en->columns, c, body.y, body.x + 4, body.w - 5, console_lang(p->con));
	if (!en->hits.n)
		canvas_put(c, body.y + 1, body.x + 4, body.w - 5, -1, ROLE_DIM,
			   pane_tr(p, en->hits.wanted             ? N_("Reading ...")
				      : st->doc->entry.words.runs ? N_("Nothing found; Enter takes the words")
								  : N_("Nothing found")));
	hits_draw(p, c, (struct rect){ body.y + 1, body.x, h, body.w });
	canvas_hline(c, body.y + 1 + h, body.x, body.w, ROLE_LINE);
}
