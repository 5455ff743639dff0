/* palette.c - the menu of everything. */
#include "ui/palette.h"

#include "base/pinyin.h"
#include "base/text.h"
#include "ui/console_priv.h"
#include "ui/edit.h"
#include "ui/form.h"
#include "ui/lookup.h"
#include "ui/viewer.h"

#define READINGS  8
#define ENTRIES   400
#define CODE_TENS 10

#define NAMED         5 /* ranks from which on all of a name was typed */
#define NAMED_BY_CODE 9

struct entry_of {
	const struct screen *screen; /* or */
	const struct view *report;   /* or */
	const struct command *command;
	const char *title;              /* translated */
	const struct spelling *spelled; /* NULL: nothing was typed yet */
	int rank, pos;
};

struct palette {
	struct edit filter;
	struct entry_of all[ENTRIES], shown[ENTRIES];
	int n_all, n, at, top;
	int rows, cols; /* of the last drawing */
	bool reports;   /* reports alone */
};

/* ---- what fits what was typed ---- */

/* A text that names an entry, folded as what is typed is. */
struct spelling {
	const char *text; /* NULL behind the last */
	enum how { BY_NAME, BY_TEXT, BY_INITIALS } how;
};

/* What it is worth that all of it was typed, its beginning, its middle. Its own word comes before any other. */
static const struct {
	int whole, begins, holds;
} worth[] = { [BY_NAME] = { 8, 4, 2 }, [BY_TEXT] = { 6, 4, 2 }, [BY_INITIALS] = { 5, 3, 1 } };

static void spell_initials(struct arena *a, const char *text, struct spelling **end)
{
	char **reading;
	size_t n = pinyin_initials(a, text, READINGS, &reading);

	for (size_t i = 0; i < n; i++)
		*(*end)++ = (struct spelling){ reading[i], BY_INITIALS };
}

static void spell_words(struct arena *a, const char *words, struct spelling **end)
{
	while (words && *(words += strspn(words, " "))) {
		size_t n = strcspn(words, " ");

		*(*end)++ = (struct spelling){ text_fold_search(a, arena_strndup(a, words, n)), BY_TEXT };
		words += n;
	}
}

/* Everything that names an entry: its word, its title in each language with the first letters, further words. */
static const struct spelling *spell(struct arena *a, const char *title, const char *name, const char *words)
{
	const struct lang *lang;
	struct spelling *all, *end;
	size_t most = 2 + (words ? strlen(words) : 0);

	for (size_t i = 0; lang_at(i); i++)
		most += 1 + READINGS;
	all = end = ARENA_ARRAY(a, struct spelling, most);
	*end++ = (struct spelling){ text_fold_search(a, name), BY_NAME };
	for (size_t i = 0; (lang = lang_at(i)); i++) {
		const char *text = tr(lang, title);

		*end++ = (struct spelling){ text_fold_search(a, text), BY_TEXT };
		if (text != title)
			spell_initials(a, text, &end);
	}
	spell_words(a, words, &end);
	return all;
}

static int match(const struct spelling *s, const char *typed)
{
	int best = 0;

	for (; s->text; s++) {
		const char *at = strstr(s->text, typed);
		int worth_it = !at                      ? 0
			       : at > s->text           ? worth[s->how].holds
			       : strcmp(at, typed) == 0 ? worth[s->how].whole
							: worth[s->how].begins;

		best = worth_it > best ? worth_it : best;
	}
	return best;
}

int palette_match(struct arena *a, const char *typed, const char *title, const char *name, const char *words)
{
	return match(spell(a, title, name, words), typed);
}

static int by_rank(const void *a, const void *b)
{
	const struct entry_of *l = a, *r = b;

	if (l->rank != r->rank)
		return r->rank - l->rank;
	return l->pos - r->pos;
}

/* The code that two typed digits are. */
static int code_of(const char *typed)
{
	if (strlen(typed) > 2 || !strspn(typed, "0123456789") || typed[strspn(typed, "0123456789")])
		return 0;
	return (int)strtol(typed, NULL, 10);
}

static const struct spelling *spell_entry(struct arena *a, const struct entry_of *e)
{
	if (e->screen)
		return spell(a, e->screen->common->title, e->screen->name, e->screen->common->words);
	if (e->command)
		return spell(a, e->command->title, e->command->name, NULL);
	return spell(a, e->report->title, e->report->name, NULL);
}

/* How an entry is spelled is kept in the arena from the first time on. */
static int rank_of(struct arena *a, struct entry_of *e, const char *typed)
{
	int code = code_of(typed);

	if (code && e->screen)
		return e->screen->common->code == code || e->screen->common->code / CODE_TENS == code
			   ? NAMED_BY_CODE
			   : 0;
	if (!e->spelled)
		e->spelled = spell_entry(a, e);
	return match(e->spelled, typed) - (e->command != NULL);
}

/* Screens of the menu as they stand while nothing is typed, the best first when something is. */
static void palette_sift(struct pane *p)
{
	struct palette *st = p->state;
	struct arena *a = arena_new();
	const char *typed = text_fold_search(a, edit_text(&st->filter));

	st->n = 0;
	for (int i = 0; i < st->n_all; i++) {
		struct entry_of *e = &st->all[i];

		e->pos = i;
		e->rank = *typed ? rank_of(p->arena, e, typed) : st->reports || e->screen ? 1 : 0;
		if (e->rank > 0)
			st->shown[st->n++] = *e;
	}
	if (*typed)
		qsort(st->shown, (size_t)st->n, sizeof *st->shown, by_rank);
	st->at = st->top = 0;
	arena_free(a);
}

/* ---- opening ---- */

static void add_screens(struct pane *p, struct look *l)
{
	struct palette *st = p->state;

	for (const struct screen *s = p->con->o.screens; s && s->name && st->n_all < ENTRIES; s++) {
		const struct screen_common *c = s->common;

		if ((!c->menu && !c->code) || !screen_for(&l->ctx, s))
			continue;
		st->all[st->n_all++] = (struct entry_of){ .screen = s, .title = pane_tr(p, c->title) };
	}
}

static void add_reports(struct pane *p, struct look *l)
{
	struct palette *st = p->state;

	for (size_t i = 0; i < view_count && st->n_all < ENTRIES; i++)
		if (view_all[i]->report && look_may(l, view_all[i]))
			st->all[st->n_all++] = (struct entry_of){ .report = view_all[i],
								  .title = pane_tr(p, view_all[i]->title) };
}

static bool has_screen(const struct pane *p, const struct command *c)
{
	for (const struct screen *s = p->con->o.screens; s && s->name; s++) {
		const struct form *f = screen_form(s);

		if (f && f->common.menu && strcmp(f->runs, c->name) == 0)
			return true;
	}
	return false;
}

/* What has no screen of its own is run from a form with all its fields. */
static void add_commands(struct pane *p, struct look *l)
{
	struct palette *st = p->state;

	for (const struct command *const *c = command_all; *c && st->n_all < ENTRIES; c++)
		if (!(*c)->internal && !has_screen(p, *c) && ((*c)->anyone || may_right(&l->ctx, (*c)->name)))
			st->all[st->n_all++] =
			    (struct entry_of){ .command = *c, .title = pane_tr(p, (*c)->title) };
}

static bool palette_start(struct pane *p, void *arg, struct err *e)
{
	struct palette *st = p->state;
	struct look l;

	(void)e;
	edit_init(&st->filter, arg ? arg : "", 40, 0);
	st->reports = p->screen != NULL;
	look_open(p->con, &l);
	if (!st->reports)
		add_screens(p, &l);
	add_reports(p, &l);
	if (!st->reports)
		add_commands(p, &l);
	look_close(&l);
	palette_sift(p);
	return true;
}

static void palette_end(struct pane *p)
{
	edit_free(&((struct palette *)p->state)->filter);
}

/* ---- drawing ---- */

#define SCREEN_W 24
#define REPORT_W 36

static void entry_draw(struct canvas *c, int y, int x, int w, const struct entry_of *e, bool at)
{
	enum role role = at ? ROLE_SELECT : ROLE_NORMAL;
	char code[16] = "";
	int indent = e->report ? 0 : 3;

	if (e->screen && e->screen->common->code)
		snprintf(code, sizeof code, "%d", e->screen->common->code);
	canvas_put(c, y, x, indent, -1, at ? ROLE_SELECT : ROLE_HOT, code);
	canvas_put(c, y, x + indent, w - indent, -1, role, e->title);
}

static void palette_draw(struct pane *p, struct canvas *c)
{
	struct palette *st = p->state;
	int entry = st->reports ? REPORT_W : SCREEN_W, h = canvas_rows(c) - 6,
	    across = (canvas_cols(c) - 6) / entry;
	struct rect in;

	across = across < 1 ? 1 : across > 3 ? 3 : across;
	h = h > 20 ? 20 : h;
	in = popup_frame(c, h, across * entry, pane_tr(p, p->screen ? p->screen->common->title : N_("Menu")),
			 pane_tr(p, N_("Esc back  Enter open")));
	edit_draw(&st->filter, c, (struct rect){ in.y, in.x, 1, in.w }, ROLE_FOCUS, true);
	st->rows = in.h - 1;
	st->cols = across;
	if (st->at < st->top || st->at >= st->top + st->rows * across)
		st->top = st->at - st->at % (st->rows * across);
	for (int i = st->top; i < st->n && i < st->top + st->rows * across; i++)
		entry_draw(c, in.y + 1 + (i - st->top) % st->rows, in.x + (i - st->top) / st->rows * entry,
			   across > 1 ? entry - 1 : in.w, &st->shown[i], i == st->at);
	if (!st->n)
		canvas_put(c, in.y + 1, in.x, in.w, -1, ROLE_DIM, pane_tr(p, N_("Nothing found")));
}

/* ---- keys ---- */

/* What the screen is opened with, where something that lies open was opened with the same. */
static const char *param_near(struct console *con, const char *name)
{
	const char *value = NULL;

	for (struct pane *p = con->top; p && !value; p = p->below)
		value = args_get(p->with, name);
	return value;
}

static bool open_with(struct console *con, const struct screen *s, const char *value, struct err *e)
{
	struct arena *a = arena_new();
	struct args *with = args_new(a);
	bool ok;

	if (value)
		args_set(with, s->common->param, value);
	ok = console_open(con, s->name, with, e);
	arena_free(a);
	return ok;
}

static void picked(struct pane *asker, void *arg, int64_t id, const char *label)
{
	struct err e = { .lang = console_lang(asker->con) };
	char value[32];

	(void)label;
	snprintf(value, sizeof value, "#%lld", (long long)id);
	if (!open_with(asker->con, arg, value, &e))
		console_error(asker->con, &e);
}

/* What a screen is opened with is that of the nearest open one, else it is chosen from a list. */
static bool screen_go(struct console *con, const struct screen *s, struct err *e)
{
	const char *value = s->common->param ? param_near(con, s->common->param) : NULL;
	const struct view *pick = s->common->pick ? view_find(s->common->pick) : NULL;
	struct lookup lookup = { .view = pick, .done = picked, .arg = (void *)(uintptr_t)s };

	if (!s->common->param || value || !pick)
		return open_with(con, s, value, e);
	lookup_open(con, &lookup);
	return true;
}

static void palette_go(struct pane *p, const struct entry_of *e)
{
	struct console *con = p->con;
	struct err err = { .lang = con->lang };
	struct entry_of to = *e;

	console_close(p);
	if (to.command)
		form_open(con, to.command, NULL);
	else if (to.report)
		viewer_open(con, to.report, NULL);
	else if (!screen_go(con, to.screen, &err) && err.code)
		console_error(con, &err);
}

/* Two digits, and silence after them: the screen of that code. */
static bool palette_code(struct pane *p)
{
	struct palette *st = p->state;
	const char *typed = edit_text(&st->filter);

	if (strlen(typed) != 2 || st->n != 1 || !st->shown[0].screen ||
	    st->shown[0].screen->common->code != code_of(typed) || !console_quiet(p->con))
		return false;
	palette_go(p, &st->shown[0]);
	return true;
}

static void palette_move(struct palette *st, int by)
{
	int to = st->at + by;

	if (st->n)
		st->at = to < 0 ? 0 : to >= st->n ? st->n - 1 : to;
}

static bool palette_type(struct pane *p, const struct key_event *ev)
{
	struct palette *st = p->state;

	if (!edit_key(&st->filter, ev))
		return false;
	palette_sift(p);
	if (ev->key == K_TEXT && palette_code(p))
		return true;
	return true;
}

static bool palette_key(struct pane *p, const struct key_event *ev)
{
	struct palette *st = p->state;

	switch ((int)ev->key) {
	case K_ENTER:
		if (st->n && ev->burst < BURST_LEAST)
			palette_go(p, &st->shown[st->at]);
		return true;
	case K_UP:
		palette_move(st, -1);
		return true;
	case K_DOWN:
		palette_move(st, 1);
		return true;
	case K_LEFT:
		palette_move(st, -st->rows);
		return true;
	case K_RIGHT:
	case K_TAB:
		palette_move(st, st->rows);
		return true;
	case K_PGUP:
		palette_move(st, -st->rows * st->cols);
		return true;
	case K_PGDN:
		palette_move(st, st->rows * st->cols);
		return true;
	case K_SCAN:
		edit_unburst(&st->filter);
		palette_sift(p);
		return true;
	case K_PALETTE:
		console_close(p);
		return true;
	default:
		if (pane_passes(ev->key))
			return false;
		palette_type(p, ev);
		return true;
	}
}

static const char *palette_hint(struct pane *p, struct arena *a)
{
	struct palette *st = p->state;
	const struct entry_of *e = st->n ? &st->shown[st->at] : NULL;

	if (!e)
		return pane_tr(p, N_("Name in any language, first letters, word or number"));
	return arena_printf(a, "%s  %s", e->title,
			    e->screen   ? e->screen->name
			    : e->report ? e->report->name
					: e->command->name);
}

const struct pane_kind palette_kind = {
	.size = sizeof(struct palette),
	.popup = true,
	.open = palette_start,
	.close = palette_end,
	.draw = palette_draw,
	.key = palette_key,
	.hint = palette_hint,
	.typing = pane_typing,
};

void palette_open(struct console *con, const char *typed)
{
	char *copy = typed ? xstrdup(typed) : NULL;

	console_push(con, &palette_kind, NULL, NULL, copy);
	free(copy);
}

bool palette_names(struct console *con, const char *typed)
{
	const struct screen *s = con->o.screens;
	struct look l;
	bool found = false;

	look_open(con, &l);
	typed = text_fold_search(l.arena, typed);
	for (; *typed && s && s->name && !found; s++) {
		struct entry_of e = { .screen = s };

		found = (s->common->menu || s->common->code) &&
			rank_of(l.arena, &e, typed) >= (code_of(typed) ? NAMED_BY_CODE : NAMED) &&
			(!code_of(typed) || s->common->code == code_of(typed)) && screen_for(&l.ctx, s);
	}
	look_close(&l);
	return found;
}
