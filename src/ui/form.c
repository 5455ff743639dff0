/* form.c - FORM: the inputs of a command, run by F12, kept as a draft until then. */
#include "ui/form.h"

#include <string.h>

#include "ui/act.h"
#include "ui/approve.h"
#include "ui/console.h"
#include "ui/form_priv.h"
#include "ui/kinds.h"
#include "ui/panel.h"
#include "ui/tell.h"

/* ---- drafts ---- */

/* "job=#42", so that a draft can be opened again with it: the screen's own parameter, else the first row that it was opened
 * for. */
static const char *draft_param(const struct pane *p, struct arena *a)
{
	const char *param = p->screen ? p->screen->common->param : NULL;
	const char *value = param ? args_get(p->with, param) : NULL, *name;

	for (size_t i = 0; !param && !value && (name = args_name(p->with, i)); i++)
		if (args_get(p->with, name) && *args_get(p->with, name) == '#') {
			param = name;
			value = args_get(p->with, name);
			break;
		}
	return value ? arena_printf(a, "%s=%s", param, value) : "";
}

static const char *draft_name(const struct pane *p)
{
	const struct form_state *st = p->state;

	return p->screen ? p->screen->name : st->c->name;
}

static void draft_keep(struct pane *p, bool keep)
{
	struct form_state *st = p->state;
	const struct console_hooks *h = &console_options(p->con)->hooks;
	struct str text = { 0 };
	struct arena *a;

	if (!h->keep_draft || (!keep && !st->draft))
		return;
	a = arena_new();
	if (keep)
		sheet_write(&st->sheet, &text);
	h->keep_draft(h->arg, draft_name(p), draft_param(p, a), keep ? str_get(&text) : NULL);
	st->draft = keep;
	st->touched = false;
	str_free(&text);
	arena_free(a);
}

static void draft_recall(struct pane *p)
{
	struct form_state *st = p->state;
	const struct console_hooks *h = &console_options(p->con)->hooks;
	struct arena *a = arena_new();
	const char *text = h->draft ? h->draft(h->arg, a, draft_name(p), draft_param(p, a)) : NULL;

	st->draft = text != NULL;
	if (text && !sheet_read(&st->sheet, text))
		draft_keep(p, false);
	else if (text)
		console_say(p->con, pane_tr(p, N_("What was typed here before is back")));
	arena_free(a);
}

/* ---- opening ---- */

static bool sheet_make(struct pane *p, struct err *e)
{
	struct form_state *st = p->state;
	const struct form *f = st->form;
	struct args *given = args_new(p->arena);
	struct sheet_open o = { .c = st->c, .given = given, .params = p->with };
	const char *name;

	for (size_t i = 0; (name = args_name(p->with, i)); i++)
		if (command_field(st->c, name))
			args_add(given, p->with, name);
	if (f) {
		o.with = f->with;
		o.layout = f->layout;
		o.most = LAYOUT_ROWS;
		o.head = f->head ? view_find(f->head) : NULL;
		o.from = f->from ? view_find(f->from) : NULL;
	}
	st->open = true;
	st->done = st->draft = st->touched = false;
	if (!sheet_init(&st->sheet, p->con, p->arena, &o, e))
		return false;
	if (f && f->starts && !args_name(p->with, 0))
		sheet_start(&st->sheet, f->starts);
	return true;
}

static bool form_start(struct pane *p, void *arg, struct err *e)
{
	struct form_state *st = p->state;

	st->form = p->screen ? p->screen->table : NULL;
	st->c = st->form ? command_find(st->form->runs) : arg;
	if (!st->c)
		return err_set(e, ERR_FAULT, N_("There is no command \"%s\""), st->form->runs);
	if (!sheet_make(p, e))
		return false;
	draft_recall(p);
	if (!st->draft && args_name(p->with, 0))
		sheet_forewarn(&st->sheet);
	return true;
}

static void form_end(struct pane *p)
{
	struct form_state *st = p->state;

	if (st->touched && !st->done && st->open)
		draft_keep(p, sheet_dirty(&st->sheet));
	if (st->open)
		sheet_free(&st->sheet);
}

static void form_refresh(struct pane *p, bool live)
{
	struct form_state *st = p->state;

	(void)live;
	if (!st->done)
		sheet_refresh(&st->sheet);
}

/* ---- what is to be known first ---- */

/* Is one of the inputs that the panel is asked with being typed right now? */
static bool asks_now(const struct form_state *st)
{
	const char *name = st->sheet.focus ? st->sheet.focus->def->name : NULL,
		   *at = name ? st->form->tells_with : NULL;

	while (at && (at = strchr(at, '?')))
		if (!strncmp(++at, name, strlen(name)) && (at[strlen(name)] == ' ' || !at[strlen(name)]))
			return true;
	return false;
}

/* Is it empty again after it has run? Not where a row has filled it: the same once more would be booked twice. */
static bool begins_anew(const struct pane *p)
{
	const struct form_state *st = p->state;
	const char *name;

	if (!st->form || !st->form->again)
		return false;
	for (size_t i = 0; (name = args_name(p->with, i)); i++)
		if (!p->screen->common->param || strcmp(name, p->screen->common->param) != 0)
			return false;
	return true;
}

bool form_ran_before(const struct pane *p)
{
	const struct form_state *st = p->state;

	return begins_anew(p) && st->made.text[0] && !st->touched;
}

/* Opens the panel when it is asked about something else than before, or in any case when `again`. */
static void tell(struct pane *p, bool again)
{
	struct form_state *st = p->state;
	struct bind_from from = { .params = p->with };
	struct args *with;
	const char *asked;
	struct look l;

	if (!st->form || !st->form->tells || st->done || console_top(p->con) != p || (!again && asks_now(st)))
		return;
	look_open(p->con, &l);
	with = args_new(l.arena);
	from.asked = sheet_args(&st->sheet, l.arena);
	bind_args(st->form->tells_with, &from, NULL, &l.who, with);
	asked = args_name(with, 0) ? args_get(with, args_name(with, 0)) : NULL;
	if (asked && (again || !st->told || strcmp(asked, st->told) != 0)) {
		st->told = arena_strdup(p->arena, asked);
		tell_open(p->con, view_find(st->form->tells), with);
	}
	look_close(&l);
}

static bool form_rest(struct pane *p)
{
	struct form_state *st = p->state;

	tell(p, false);
	if (st->touched)
		command_warm(console_options(p->con)->session, st->c);
	if (st->touched && !st->done)
		draft_keep(p, sheet_dirty(&st->sheet));
	return false;
}

/* ---- running and going on ---- */

/* An empty form again, for the next one. */
static void form_again(struct pane *p)
{
	struct form_state *st = p->state;
	struct err e = { .lang = console_lang(p->con) };

	sheet_free(&st->sheet);
	if (!sheet_make(p, &e))
		console_error(p->con, &e);
}

static void ran(struct pane *p)
{
	struct form_state *st = p->state;
	bool goes_on = st->form && st->form->opens;

	draft_keep(p, false);
	sheet_remember(&st->sheet);
	st->done = true;
	if (begins_anew(p))
		form_again(p);
	else if (!goes_on && p->below)
		console_close(p);
}

/* False when it is not booked; the sheet then stands on what is wrong. `again` is called when somebody stands by. */
static bool form_run(struct pane *p, void (*again)(struct pane *p, void *arg))
{
	struct form_state *st = p->state;
	struct err e = { .lang = console_lang(p->con) };
	struct run_options o = { .request = st->sheet.request, .ver = sheet_ver(&st->sheet) };
	struct arena *a = arena_new();
	bool ok;

	/* What is read again while it runs must not propose over what is being booked. */
	st->done = true;
	ok = console_run(p->con, st->c, sheet_args(&st->sheet, a), &o, &st->made, &e);
	st->done = ok;
	arena_free(a);
	if (!ok) {
		sheet_error(&st->sheet, &e);
		approve_ask(p, st->c, &e, again, NULL);
	}
	return ok;
}

static void form_save(struct pane *p, void *arg)
{
	(void)arg;
	if (form_run(p, form_save))
		ran(p);
}

static void form_next(struct pane *p)
{
	struct form_state *st = p->state;
	struct console *con = p->con;
	struct arena *a = arena_new();
	struct args *with = args_new(a);
	struct bind_from from = { .params = p->with, .made = &st->made, .asked = sheet_args(&st->sheet, a) };
	const char *opens = st->form->opens;
	struct err e = { .lang = console_lang(con) };
	struct look l;

	look_open(con, &l);
	bind_args(st->form->goes, &from, NULL, &l.who, with);
	look_close(&l);
	if (p->below)
		console_close(p);
	if (!console_open(con, opens, with, &e))
		console_error(con, &e);
	arena_free(a);
}

const struct screen *form_step_missing(struct pane *p)
{
	struct form_state *st = p->state;
	int i = st->sheet.head ? view_col_index(st->sheet.head, "next") : -1;
	const struct screen *s =
	    i >= 0 && st->sheet.held.text ? console_screen(p->con, st->sheet.held.text[i]) : NULL;

	return s && p->screen && strcmp(s->name, p->screen->name) != 0 ? s : NULL;
}

static void go_to_missing(struct pane *p, const struct screen *s)
{
	struct console *con = p->con;
	struct arena *a = arena_new();
	struct args *with = args_new(a);
	struct err e = { .lang = console_lang(con) };

	for (size_t i = 0; args_name(p->with, i); i++)
		args_set(with, args_name(p->with, i), args_get(p->with, args_name(p->with, i)));
	if (p->below)
		console_close(p);
	if (!console_open(con, s->name, with, &e))
		console_error(con, &e);
	arena_free(a);
}

static void form_go_on(struct pane *p, void *arg)
{
	struct form_state *st = p->state;

	(void)arg;
	if (!st->form || !st->form->opens)
		return;
	if (st->refused && form_step_missing(p)) {
		go_to_missing(p, form_step_missing(p));
		return;
	}
	if (!st->done && !form_ran_before(p)) {
		if (!form_run(p, form_go_on)) {
			st->refused = true;
			return;
		}
		draft_keep(p, false);
		sheet_remember(&st->sheet);
	}
	form_next(p);
}

/* ---- leaving ---- */

static void leave_chosen(struct pane *asker, void *arg, int answer)
{
	struct form_state *st = asker->state;

	(void)arg;
	if (answer == 0) {
		form_save(asker, NULL);
		return;
	}
	st->touched = false;
	if (answer == 1)
		draft_keep(asker, false);
	else
		draft_keep(asker, true);
	if (asker->below)
		console_close(asker);
}

static bool form_leave(struct pane *p)
{
	struct form_state *st = p->state;
	struct panel panel = { .title = pane_tr(p, N_("Not saved yet")), .done = leave_chosen };

	if (st->done || !sheet_dirty(&st->sheet))
		return true;
	panel.choice[0] = pane_tr(p, N_("Save"));
	panel.choice[1] = pane_tr(p, N_("Drop what was typed"));
	panel.choice[2] = pane_tr(p, N_("Put aside"));
	/* An Enter too many books nothing that would have to be reversed. */
	panel.preset = st->sheet.c->undo == UNDO_ROWS ? 0 : 2;
	panel_open(p->con, &panel);
	return false;
}

/* ---- keys ---- */

static bool own_key(struct pane *p, enum key_code at)
{
	struct form_state *st = p->state;
	struct arena *a = arena_new();
	struct act_on on = { .from = { .params = p->with,
				       .head = st->sheet.head,
				       .head_row = st->sheet.held.text ? &st->sheet.held.row : NULL,
				       .asked = sheet_args(&st->sheet, a) } };
	bool did = p->screen && act_key(p, p->screen->common->keys, at, &on);

	arena_free(a);
	return did;
}

/* After it has run the form is paper: it goes on, begins anew or is left. */
static bool done_key(struct pane *p, const struct key_event *ev)
{
	switch ((int)ev->key) {
	case K_NEXT:
		form_go_on(p, NULL);
		return true;
	case K_NEW:
		form_again(p);
		return true;
	case K_BACK:
	case K_PRINT:
	case K_LOCK:
	case K_REFRESH:
	case K_HELP:
	case K_PALETTE:
		return false;
	default:
		own_key(p, ev->key);
		return true;
	}
}

static void put_aside(struct pane *p)
{
	draft_keep(p, true);
	console_say(p->con, pane_tr(p, N_("Put aside; it is back when this is opened again")));
	if (p->below)
		console_close(p);
}

static bool sheet_gets(struct pane *p, const struct key_event *ev)
{
	struct form_state *st = p->state;
	enum sheet_did did = sheet_key(&st->sheet, p, ev);

	if (did == SHEET_NO)
		return false;
	st->touched = true;
	st->refused = false;
	if (did == SHEET_RUN)
		form_save(p, NULL);
	else
		tell(p, false);
	return true;
}

static bool form_key(struct pane *p, const struct key_event *ev)
{
	struct form_state *st = p->state;

	if (st->done)
		return done_key(p, ev);
	switch ((int)ev->key) {
	case K_NEXT:
		form_go_on(p, NULL);
		return true;
	case K_HOLD:
		put_aside(p);
		return true;
	case K_HISTORY:
		tell(p, true);
		return (st->form && st->form->tells) || own_key(p, ev->key);
	default:
		return sheet_gets(p, ev) || (ev->key < K_ACTIONS && own_key(p, ev->key));
	}
}

static bool form_typing(const struct pane *p)
{
	const struct form_state *st = p->state;

	return !st->done && st->sheet.focus;
}

const struct pane_kind form_kind = {
	.size = sizeof(struct form_state),
	.open = form_start,
	.close = form_end,
	.draw = form_draw,
	.key = form_key,
	.refresh = form_refresh,
	.rest = form_rest,
	.bar = form_bar,
	.hint = form_hint,
	.help = form_help,
	.state = form_says,
	.number = form_number,
	.typing = form_typing,
	.leave = form_leave,
};

void form_open(struct console *con, const struct command *c, const struct args *given)
{
	console_push(con, &form_kind, NULL, given, (void *)(uintptr_t)c);
}
