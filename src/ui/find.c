/* find.c - the find form. */
#include "ui/find.h"

#include "base/text.h"
#include "ui/console.h"
#include "ui/edit.h"
#include "ui/panel.h"

#define KEPT_MOST 8 /* the panel has nine answers, and one of them keeps */

struct find_field {
	const struct view_col *col;
	struct edit edit;
};

/* What this person has kept of a list: lines of "column=condition" parted by tabs, the newest first. */
struct kept {
	char *line[KEPT_MOST + 1];
	int n;
	char *now; /* what stands in the form and is not kept yet; NULL: nothing */
};

struct find {
	struct rows *rows;
	struct kept kept;
	void (*done)(struct pane *p);
	struct find_field *field;
	int n, at, top, label;
};

static const char *cond_of(const struct rows *r, const char *col)
{
	for (size_t i = 0; i < r->n_conds; i++)
		if (strcmp(r->conds[i].col, col) == 0)
			return r->cond_text[i];
	return "";
}

static bool find_start(struct pane *p, void *arg, struct err *e)
{
	struct find *f = p->state;
	const struct view *v;
	struct look l;

	(void)e;
	*f = *(struct find *)arg;
	v = f->rows->view;
	f->field = ARENA_ARRAY(p->arena, struct find_field, v->n_cols);
	look_open(p->con, &l);
	for (size_t i = 0; i < v->n_cols; i++) {
		int w = text_width(pane_tr(p, v->cols[i].title ? v->cols[i].title : ""));

		if ((v->cols[i].flags & COL_HIDDEN) || !view_col_visible(&v->cols[i], &l.who))
			continue;
		f->field[f->n].col = &v->cols[i];
		edit_init(&f->field[f->n++].edit, cond_of(f->rows, v->cols[i].name), 100, 0);
		f->label = w > f->label ? w : f->label;
	}
	look_close(&l);
	return f->n > 0;
}

static void find_end(struct pane *p)
{
	struct find *f = p->state;

	for (int i = 0; i < f->n; i++)
		edit_free(&f->field[i].edit);
}

static void find_draw(struct pane *p, struct canvas *c)
{
	struct find *f = p->state;
	struct rect in =
	    popup_frame(c, f->n, f->label + 32, pane_tr(p, N_("Find")), pane_tr(p, N_("Esc back  F12 find")));

	if (f->at < f->top)
		f->top = f->at;
	if (f->at >= f->top + in.h)
		f->top = f->at - in.h + 1;
	for (int y = 0; y < in.h && f->top + y < f->n; y++) {
		struct find_field *field = &f->field[f->top + y];
		bool focus = f->top + y == f->at;
		int label = f->label < in.w / 2 ? f->label : in.w / 2;

		canvas_put(c, in.y + y, in.x, label, -1, ROLE_LABEL, pane_tr(p, field->col->title));
		edit_draw(&field->edit, c, (struct rect){ in.y + y, in.x + label + 1, 1, in.w - label - 1 },
			  focus ? ROLE_FOCUS : ROLE_FIELD, focus);
	}
}

/* Gives all conditions to the list; a wrong one is shown and gone to. */
static bool find_give(struct pane *p, struct find *f)
{
	struct err e = { .lang = console_lang(p->con) };
	struct look l;
	int i;

	look_open(p->con, &l);
	for (i = 0; i < f->n; i++)
		if (!rows_cond(f->rows, &l, f->field[i].col->name, edit_text(&f->field[i].edit), &e))
			break;
	look_close(&l);
	if (i == f->n)
		return true;
	f->at = i;
	console_error(p->con, &e);
	return false;
}

static void find_run(struct pane *p, struct find *f)
{
	void (*done)(struct pane *) = f->done;
	struct pane *asker = p->below;

	if (!find_give(p, f))
		return;
	console_close(p);
	done(asker);
}

/* ---- finds that are kept ---- */

static const char *kept_name(const struct find *f, struct arena *a)
{
	return arena_printf(a, "finds %s", f->rows->view->name);
}

static char *line_of_form(const struct find *f, struct arena *a)
{
	struct str s = { 0 };
	char *line;

	for (int i = 0; i < f->n; i++)
		if (!edit_empty(&f->field[i].edit))
			str_addf(&s, "%s%s=%s", s.len ? "\t" : "", f->field[i].col->name,
				 edit_text(&f->field[i].edit));
	line = s.len ? arena_strdup(a, str_get(&s)) : NULL;
	str_free(&s);
	return line;
}

/* Puts the conditions of a line into the form, and nothing else. */
static void line_to_form(struct find *f, const char *line, struct arena *a)
{
	for (int i = 0; i < f->n; i++)
		edit_change(&f->field[i].edit, "");
	while (*line) {
		size_t n = strcspn(line, "\t"), name = strcspn(line, "=");

		for (int i = 0; i < f->n && name < n; i++)
			if (strlen(f->field[i].col->name) == name &&
			    !strncmp(f->field[i].col->name, line, name))
				edit_change(&f->field[i].edit,
					    arena_strndup(a, line + name + 1, n - name - 1));
		line += n + (line[n] == '\t');
	}
}

/* A find is called what it looks for: "Price >100, Brand Bosch". */
static const char *line_title(struct pane *p, const struct find *f, const char *line, struct arena *a)
{
	struct str s = { 0 };
	const char *title;

	while (*line) {
		size_t n = strcspn(line, "\t"), name = strcspn(line, "=");

		for (int i = 0; i < f->n && name < n; i++)
			if (strlen(f->field[i].col->name) == name &&
			    !strncmp(f->field[i].col->name, line, name))
				str_addf(&s, "%s%s %.*s", s.len ? ", " : "",
					 pane_tr(p, f->field[i].col->title), (int)(n - name - 1),
					 line + name + 1);
		line += n + (line[n] == '\t');
	}
	title = arena_strdup(a, str_get(&s));
	str_free(&s);
	return title;
}

static void kept_read(struct pane *p, struct find *f)
{
	const struct console_hooks *h = &console_options(p->con)->hooks;
	const char *text = h->get ? h->get(h->arg, p->arena, kept_name(f, p->arena)) : NULL;

	f->kept = (struct kept){ .now = line_of_form(f, p->arena) };
	while (text && *text && f->kept.n < KEPT_MOST) {
		size_t n = strcspn(text, "\n");
		char *line = arena_strndup(p->arena, text, n);

		if (f->kept.now && !strcmp(line, f->kept.now))
			f->kept.now = NULL;
		f->kept.line[f->kept.n++] = line;
		text += n + (text[n] == '\n');
	}
}

/* The newest stands first; the oldest goes when there are too many. */
static void kept_add(struct pane *p, struct find *f)
{
	const struct console_hooks *h = &console_options(p->con)->hooks;
	struct str s = { 0 };

	str_add(&s, f->kept.now);
	for (int i = 0; i < f->kept.n && i < KEPT_MOST - 1; i++)
		str_addf(&s, "\n%s", f->kept.line[i]);
	if (h->put)
		h->put(h->arg, kept_name(f, p->arena), str_get(&s));
	str_free(&s);
	console_say(p->con, pane_tr(p, N_("Kept; F6 in this form brings it back")));
}

static void kept_chosen(struct pane *p, void *arg, int answer)
{
	struct find *f = arg;

	if (f->kept.now && answer-- == 0) {
		kept_add(p, f);
		return;
	}
	line_to_form(f, f->kept.line[answer], p->arena);
	find_run(p, f);
}

static void kept_open(struct pane *p, struct find *f)
{
	struct panel panel = { .title = pane_tr(p, N_("Finds that are kept")),
			       .done = kept_chosen,
			       .arg = f };
	int n = 0;

	kept_read(p, f);
	if (f->kept.now)
		panel.choice[n++] = arena_printf(p->arena, pane_tr(p, N_("Keep: %s")),
						 line_title(p, f, f->kept.now, p->arena));
	for (int i = 0; i < f->kept.n; i++)
		panel.choice[n++] = line_title(p, f, f->kept.line[i], p->arena);
	if (n)
		panel_open(p->con, &panel);
	else
		console_say(p->con,
			    pane_tr(p, N_("Nothing is kept yet: type conditions, then F6 keeps them")));
}

static bool find_key(struct pane *p, const struct key_event *ev)
{
	struct find *f = p->state;

	switch ((int)ev->key) {
	case K_SAVE:
		find_run(p, f);
		return true;
	case K_HOLD:
		kept_open(p, f);
		return true;
	case K_ENTER:
		if (f->at == f->n - 1 || !edit_empty(&f->field[f->at].edit)) {
			find_run(p, f);
			return true;
		}
		f->at++;
		return true;
	case K_TAB:
	case K_DOWN:
		f->at = (f->at + 1) % f->n;
		return true;
	case K_BACKTAB:
	case K_UP:
		f->at = (f->at + f->n - 1) % f->n;
		return true;
	case K_SCAN:
		edit_unburst(&f->field[f->at].edit);
		edit_change(&f->field[f->at].edit, ev->text);
		return true;
	case K_BACK:
		return edit_restore(&f->field[f->at].edit);
	default:
		return edit_key(&f->field[f->at].edit, ev);
	}
}

static const char *find_hint(struct pane *p, struct arena *a)
{
	struct find *f = p->state;
	enum col_type type = f->field[f->at].col->type;

	(void)a;
	if (type == COL_DATE || type == COL_TIME)
		return pane_tr(p, N_("2026-11, 1121, -7..., 1..15; = empty, <> filled"));
	if (type == COL_TEXT || type == COL_CODE || type == COL_PLATE || type == COL_PHONE ||
	    type == COL_CHOICE)
		return pane_tr(p, N_("Words it contains; =word exactly; = empty, <> filled"));
	return pane_tr(p, N_("100, >100, 100..200; = empty, <> filled"));
}

static size_t find_bar(struct pane *p, struct bar_item *items, size_t most)
{
	(void)most;
	items[0] = (struct bar_item){ K_SAVE, pane_tr(p, N_("Find")), true };
	items[1] = (struct bar_item){ K_HOLD, pane_tr(p, N_("Kept finds")), true };
	return 2;
}

static const struct pane_kind find_kind = {
	.size = sizeof(struct find),
	.popup = true,
	.open = find_start,
	.close = find_end,
	.draw = find_draw,
	.key = find_key,
	.bar = find_bar,
	.hint = find_hint,
	.typing = pane_typing,
};

void find_open(struct pane *p, struct rows *r, void (*done)(struct pane *p))
{
	struct find f = { .rows = r, .done = done };

	console_push(p->con, &find_kind, NULL, NULL, &f);
}
