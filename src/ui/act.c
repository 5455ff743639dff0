/* act.c - what the keys of a screen do: which of them is possible, the bar of them, and how one is asked, run and followed
 * by the next screen. */
#include "ui/act.h"

#include "ui/approve.h"
#include "ui/ask.h"
#include "ui/console.h"
#include "ui/marks.h"
#include "ui/panel.h"
#include "ui/preview.h"

/* A thing to do that waits for an answer; in the arena of the pane that asked. */
struct deed {
	const struct key *key;
	const struct command *c;
	const char *label, *about, *text; /* what it is called, what it is done to, what there is to know */
	struct args **args;               /* one for each row */
	int64_t *ver;                     /* the version of each row, 0: not asked */
	size_t n;
	const char *opens; /* the screen that is opened behind, or instead */
	struct args *next; /* what with */
	struct answer made;
	const struct view *totals; /* of a preview */
	struct args *asked;        /* what a preview is run with */
	void (*then)(struct pane *p, const struct answer *made);
};

bool key_ends(const struct key *k)
{
	return k->at == K_NONE && !k->runs && !k->opens;
}

/* The screen that the key opens; a column of the row may name it. */
static const char *opens_of(const struct key *key, const struct bind_from *from)
{
	const struct view_val *val;

	if (!key->opens || *key->opens != '@')
		return key->opens;
	val = bind_column(from, key->opens + 1, NULL);
	return val && val->text ? val->s : "";
}

/* One command for all marked rows: its binding makes a group of them. */
static bool key_gathers(const struct key *key)
{
	return key->with && strchr(key->with, '.');
}

/* With the marked rows, of which a binding may make the rows of a group; what it takes once is then of the first of them,
 * wherever the cursor stands, and so is the question whether it may be done. */
static struct bind_from from_marked(const struct key *key, const struct act_on *on)
{
	struct bind_from from = on->from;

	from.marked = on->marked;
	from.n_marked = on->n_marked;
	/* What acts on marked rows acts on the one under the cursor where none is marked. */
	if (!on->n_marked && key->scope == SCOPE_MARKED && key_gathers(key) && on->from.row) {
		from.marked = &on->from.row;
		from.n_marked = 1;
	}
	if (on->n_marked && (key_gathers(key) || key->scope == SCOPE_MARKED))
		from.row = on->marked[0];
	return from;
}

const char *act_label(struct console *con, const struct key *key, const struct act_on *on)
{
	const struct bind_from nothing = { 0 };
	const struct command *c = key->runs ? command_find(key->runs) : NULL;
	const struct screen *s =
	    key->opens ? console_screen(con, opens_of(key, on ? &on->from : &nothing)) : NULL;
	const char *text = key->label ? key->label : c ? c->title : s ? s->common->title : key_label(K_NEXT);

	return tr(console_lang(con), text);
}

/* The binding `ver` is no input but the version of the row that was looked at. */
static int64_t take_ver(const struct command *c, struct args *args)
{
	const char *text = c && !command_field(c, "ver") ? args_get(args, "ver") : NULL;
	int64_t ver = text ? strtoll(text, NULL, 10) : 0;

	if (text)
		args_unset(args, "ver");
	return ver;
}

/* ---- may it be done? ---- */

/* A key that opens a form is possible when the form's command would be. */
static bool may_open(struct look *l, const struct key *key, const struct act_on *on, struct err *e)
{
	const struct screen *s = console_screen(l->con, key->opens);
	const struct form *f = screen_form(s);
	const struct command *c = f ? command_find(f->runs) : NULL;
	struct bind_from from = from_marked(key, on);
	struct args *with, *args;
	const char *name;

	if (!c)
		return true;
	with = args_new(l->arena);
	args = args_new(l->arena);
	bind_args(key->with, &from, NULL, &l->who, with);
	for (size_t i = 0; (name = args_name(with, i)); i++)
		if (command_field(c, name))
			args_add(args, with, name);
	return command_may(&l->ctx, c, args, e);
}

bool act_may(struct look *l, const struct key *key, const struct act_on *on, struct err *e)
{
	const struct command *c = key->runs ? command_find(key->runs) : NULL;

	bool row = (key->with && strchr(key->with, '@')) || (key->opens && *key->opens == '@');
	struct bind_from from = from_marked(key, on);
	struct args *args;

	if (key->scope != SCOPE_ALL && row && !from.row && !from.head_row)
		return err_set(e, ERR_NO, N_("There is no row here"));
	if (!bind_when(key->when, &from))
		return err_set(e, ERR_NO, N_("Not possible here"));
	if (!c && !key->runs)
		return may_open(l, key, on, e);
	if (!c)
		return err_set(e, ERR_FAULT, N_("There is no command \"%s\""), key->runs);
	args = args_new(l->arena);
	bind_args(key->with, &from, c, &l->who, args);
	take_ver(c, args);
	return command_may(&l->ctx, c, args, e);
}

const struct key *act_find(struct look *l, const struct key *keys, enum key_code at, const struct act_on *on,
			   bool *ret_lit)
{
	const struct key *first = NULL;

	*ret_lit = false;
	for (const struct key *k = keys; k && !key_ends(k); k++) {
		struct err e = { .lang = l->ctx.lang };

		if (k->at != at)
			continue;
		first = first ? first : k;
		if (!act_may(l, k, on, &e))
			continue;
		*ret_lit = true;
		return k;
	}
	return first;
}

static bool in_bar(const struct bar_item *items, size_t n, enum key_code at)
{
	for (size_t i = 0; i < n; i++)
		if (items[i].at == at)
			return true;
	return false;
}

size_t act_bar(struct pane *p, const struct key *keys, const struct act_on *on, struct bar_item *items,
	       size_t most)
{
	struct look l;
	size_t n = 0;

	look_open(p->con, &l);
	for (const struct key *k = keys; k && !key_ends(k) && n < most; k++) {
		const struct key *is;
		bool lit;

		if (k->at == K_MENU || in_bar(items, n, k->at))
			continue;
		is = act_find(&l, keys, k->at, on, &lit);
		items[n++] = (struct bar_item){ k->at, act_label(p->con, is, on), lit };
	}
	look_close(&l);
	return n;
}

/* ---- doing it ---- */

static void open_next(struct pane *p, const struct deed *d)
{
	struct console *con = p->con;
	struct arena *a = arena_new();
	struct args *with = args_new(a);
	struct err e = { .lang = console_lang(con) };
	const char *name;

	for (size_t i = 0; d->next && (name = args_name(d->next, i)); i++) {
		const char *value = args_get(d->next, name);

		if (value && strcmp(value, "%id") == 0)
			args_set_id(with, name, d->made.id);
		else
			args_add(with, d->next, name);
	}
	if (!console_open(con, d->opens, with, &e))
		console_error(con, &e);
	arena_free(a);
}

/* What was asked for, with each row's own inputs over it. */
static const struct args *with_asked(const struct deed *d, size_t i, const struct args *asked,
				     struct arena *a)
{
	struct args *all;

	if (!asked)
		return d->args[i];
	if (d->n == 1)
		return asked;
	all = args_new(a);
	args_add_all(all, asked);
	args_add_all(all, d->args[i]);
	return all;
}

/* All rows in one transaction: either every one or none. */
static bool run_all(struct console *con, struct deed *d, const struct args *asked, struct arena *a,
		    struct err *e)
{
	struct session *s = console_options(con)->session;
	bool ok = batch_begin(s, e);
	char text[160];

	if (!ok)
		return false;
	for (size_t i = 0; ok && i < d->n; i++) {
		struct run_options o = { .ver = d->ver[i] };

		ok = command_run(s, d->c, with_asked(d, i, asked, a), &o, &d->made, e);
		str_free(&d->made.extra);
	}
	if (!batch_end(s, ok, e))
		return false;
	if (ok) {
		snprintf(text, sizeof text, tr(console_lang(con), N_("Done for %zu rows")), d->n);
		console_say(con, text);
		console_changed(con);
	}
	return ok;
}

static bool deed_run(struct pane *p, struct deed *d, const struct args *asked, struct err *e)
{
	struct run_options o = { .ver = d->ver[0] };
	struct arena *a = arena_new();
	bool ok;

	if (d->n == 1)
		ok = console_run(p->con, d->c, with_asked(d, 0, asked, a), &o, &d->made, e);
	else
		ok = run_all(p->con, d, asked, a, e);
	arena_free(a);
	return ok;
}

/* All of it inside an open batch, which somebody else ends. */
static bool deed_try(struct pane *asker, void *arg, struct err *e)
{
	struct deed *d = arg;
	struct arena *a = arena_new();
	bool ok = true;

	for (size_t i = 0; ok && i < d->n; i++) {
		struct run_options o = { .ver = d->ver[i] };

		ok = command_run(console_options(asker->con)->session, d->c, with_asked(d, i, d->asked, a),
				 &o, &d->made, e);
		str_free(&d->made.extra);
	}
	arena_free(a);
	return ok;
}

static void asked_then(struct pane *asker, void *arg);

/* A preview was booked: what one row made is said, as without a preview. */
static void deed_booked(struct pane *asker, void *arg)
{
	const struct deed *d = arg;

	if (d->n == 1 && d->made.text[0])
		console_say(asker->con, d->made.text);
	asked_then(asker, arg);
}

static bool deed_preview(struct pane *p, struct deed *d, struct err *e)
{
	const struct preview pv = { .title = d->label,
				    .view = { view_find(d->key->preview), d->totals },
				    .params = p->with,
				    .run = deed_try,
				    .then = deed_booked,
				    .arg = d };

	return preview_open(p, &pv, e);
}

/* Would it run at all? Asked while the pop-up is still open, so that a fault can be put right there. */
static bool deed_would(struct pane *asker, struct deed *d, const struct args *args, struct err *e)
{
	struct session *s = console_options(asker->con)->session;
	bool ok;

	d->asked = args_new(asker->arena);
	args_add_all(d->asked, args);
	if (!batch_begin(s, e))
		return false;
	ok = deed_try(asker, d, e);
	return batch_end(s, false, e) && ok;
}

static bool asked_run(struct pane *asker, void *arg, const struct args *args, struct err *e)
{
	struct deed *d = arg;

	return d->key->preview ? deed_would(asker, d, args, e) : deed_run(asker, d, args, e);
}

static void asked_then(struct pane *asker, void *arg)
{
	struct deed *d = arg;

	if (d->c && d->then)
		d->then(asker, &d->made);
	if (d->opens)
		open_next(asker, d);
}

static void preview_then(struct pane *asker, void *arg)
{
	struct deed *d = arg;
	struct err e = { .lang = console_lang(asker->con) };

	if (!deed_preview(asker, d, &e))
		approve_ask(asker, d->c, &e, preview_then, d);
}

static void deed_ask(struct pane *p, struct deed *d)
{
	struct ask ask = { .title = d->label,
			   .about = d->about,
			   .text = d->text,
			   .c = d->c,
			   .row = d->key->ask,
			   .given = d->args[0],
			   .run = asked_run,
			   .then = d->key->preview ? preview_then : asked_then,
			   .arg = d };

	ask_open(p, &ask);
}

static void deed_go(struct pane *p, void *arg)
{
	struct deed *d = arg;
	struct err e = { .lang = console_lang(p->con) };

	if (d->key->ask) {
		deed_ask(p, d);
		return;
	}
	if (d->c && d->key->preview) {
		preview_then(p, d);
		return;
	}
	if (d->c && !deed_run(p, d, NULL, &e)) {
		approve_ask(p, d->c, &e, deed_go, d);
		return;
	}
	asked_then(p, d);
}

static void deed_sure(struct pane *asker, void *arg, int answer)
{
	(void)answer;
	deed_go(asker, arg);
}

/* A column of the row as people read it, in the screen's memory; NULL where there is none. */
static const char *row_word(struct pane *p, struct look *l, const struct bind_from *from, const char *column)
{
	const struct view_col *col;
	const struct view_val *val = column ? bind_column(from, column, &col) : NULL;

	return val && view_col_visible(col, &l->who) ? view_text(col, val, &l->who, true, p->arena) : NULL;
}

/* What a row is called: its first column that is a word and not empty. What takes nothing of the row does not name it. */
static const char *row_name(struct pane *p, struct look *l, const struct key *key, const struct act_on *on)
{
	bool own = key->scope != SCOPE_ALL || (!on->from.head_row && key->with && strchr(key->with, '@'));
	const struct view *v = on->from.row && own ? on->from.view : NULL;

	for (size_t i = 0; v && i < v->n_cols; i++) {
		const char *word =
		    view_col_is_text(&v->cols[i]) ? row_word(p, l, &on->from, v->cols[i].name) : NULL;

		if (word && *word)
			return word;
	}
	return NULL;
}

/* The inputs of each row, and what the next screen is opened with, while the rows are at hand. */
static struct deed *deed_new(struct pane *p, struct look *l, const struct key *key, const struct act_on *on)
{
	struct deed *d = ARENA_NEW(p->arena, struct deed);
	bool many = key->scope == SCOPE_MARKED && on->n_marked && !key_gathers(key);
	struct bind_from from = from_marked(key, on);

	d->key = key;
	d->then = on->then;
	d->totals = on->totals;
	d->label = act_label(p->con, key, on);
	d->about = many ? arena_printf(p->arena, pane_tr(p, N_("%d marked")), (int)on->n_marked)
			: row_name(p, l, key, on);
	d->text = row_word(p, l, &on->from, key->tells);
	d->c = key->runs ? command_find(key->runs) : NULL;
	d->n = many ? on->n_marked : 1;
	d->args = ARENA_ARRAY(p->arena, struct args *, d->n);
	d->ver = ARENA_ARRAY(p->arena, int64_t, d->n);
	for (size_t i = 0; i < d->n; i++) {
		if (many)
			from.row = on->marked[i];
		d->args[i] = args_new(p->arena);
		bind_args(key->with, &from, d->c, &l->who, d->args[i]);
		d->ver[i] = take_ver(d->c, d->args[i]);
	}
	d->opens = arena_strdup(p->arena, opens_of(key, &on->from));
	if (d->opens) {
		d->next = args_new(p->arena);
		from = from_marked(key, on);
		bind_args(d->c ? key->goes : key->with, &from, NULL, &l->who, d->next);
	}
	return d;
}

void act_do(struct pane *p, const struct key *key, const struct act_on *on)
{
	struct err e = { .lang = console_lang(p->con) };
	struct deed *d = NULL;
	struct look l;

	look_open(p->con, &l);
	/* What only the person may not is asked about when it is run, with all that was typed. */
	if (act_may(&l, key, on, &e) || e.code == ERR_DENIED)
		d = deed_new(p, &l, key, on);
	look_close(&l);
	if (!d)
		console_error(p->con, &e);
	else if (key->sure)
		panel_sure(p->con, act_label(p->con, key, on), pane_tr(p, key->sure), deed_sure, d);
	else
		deed_go(p, d);
}

bool act_key(struct pane *p, const struct key *keys, enum key_code at, const struct act_on *on)
{
	const struct key *key;
	struct look l;
	bool lit;

	look_open(p->con, &l);
	key = act_find(&l, keys, at, on, &lit);
	look_close(&l);
	if (key)
		act_do(p, key, on);
	return key != NULL;
}

const struct key *act_nth(const struct key *keys, int n)
{
	for (const struct key *k = keys; k && !key_ends(k); k++) {
		if (k->at == K_ENTER)
			continue;
		if (--n == 0)
			return k;
	}
	return NULL;
}
