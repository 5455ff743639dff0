/* console.c - the stack of panes, messages, booking, and the loop. */
#include "ui/console.h"

#include "ui/console_priv.h"
#include "ui/kinds.h"
#include "ui/lock.h"
#include "ui/way.h"

#define REST_MS  200
#define WATCH_MS 500
#define CLOCK_S  30

/* ---- making ---- */

void console_clock(struct console *con)
{
	struct look l;

	look_open(con, &l);
	con->now = l.ctx.now;
	con->offset_minutes = l.ctx.offset_minutes;
	con->lang = l.ctx.lang;
	snprintf(con->user, sizeof con->user, "%s", l.ctx.user ? l.ctx.user : "");
	look_close(&l);
}

void console_locale(struct console *con)
{
	console_clock(con);
}

struct console *console_new(const struct console_options *o)
{
	struct console *con = xcalloc(1, sizeof *con);

	con->o = *o;
	con->canvas = canvas_new(24, 80);
	if (o->keys)
		con->keys = *o->keys;
	else
		keymap_init(&con->keys, KEYS_DEFAULT);
	console_clock(con);
	con->last_key_at = con->now;
	con->minute = con->now / 60;
	con->version = shop_version(session_shop(o->session));
	return con;
}

void console_free(struct console *con)
{
	if (!con)
		return;
	while (con->top)
		console_close(con->top);
	canvas_free(con->canvas);
	free(con);
}

const struct console_options *console_options(const struct console *con)
{
	return &con->o;
}

const struct keymap *console_keys(const struct console *con)
{
	return &con->keys;
}

const struct lang *console_lang(const struct console *con)
{
	return con->lang;
}

/* ---- reading ---- */

void look_open(struct console *con, struct look *ret)
{
	ret->con = con;
	ret->arena = arena_new();
	session_ctx(con->o.session, ret->arena, NULL, &ret->ctx);
	session_who(&ret->ctx, &ret->who);
}

void look_close(struct look *l)
{
	arena_free(l->arena);
	l->arena = NULL;
}

bool look_may(struct look *l, const struct view *v)
{
	return view_may(v->right, &l->who) &&
	       (!v->report || may_right(&l->ctx, arena_printf(l->arena, "report.%s", v->name)));
}

/* ---- the stack ---- */

static void pane_free(struct pane *p)
{
	if (p->kind->close)
		p->kind->close(p);
	arena_free(p->arena);
	free(p);
}

static struct pane *pane_new(struct console *con, const struct pane_kind *kind, const struct screen *screen,
			     const struct args *with)
{
	struct pane *p = xcalloc(1, sizeof *p);

	p->con = con;
	p->kind = kind;
	p->screen = screen;
	p->arena = arena_new();
	p->with = args_new(p->arena);
	args_add_all(p->with, with);
	p->state = kind->size ? arena_alloc(p->arena, kind->size) : NULL;
	return p;
}

static struct pane *push(struct console *con, const struct pane_kind *kind, const struct screen *screen,
			 const struct args *with, void *arg, struct err *e)
{
	struct pane *p = pane_new(con, kind, screen, with);

	p->below = con->top;
	con->top = p;
	if (kind->open && !kind->open(p, arg, e)) {
		con->top = p->below;
		pane_free(p);
		return NULL;
	}
	return p;
}

struct pane *console_push(struct console *con, const struct pane_kind *kind, const struct screen *screen,
			  const struct args *with, void *arg)
{
	struct err e = { .lang = con->lang };
	struct pane *p = push(con, kind, screen, with, arg, &e);

	if (!p && e.code)
		console_error(con, &e);
	return p;
}

static void pane_fresh(struct pane *p)
{
	if (!p || !p->stale)
		return;
	p->stale = false;
	if (p->kind->refresh)
		p->kind->refresh(p, false);
}

void console_close(struct pane *p)
{
	struct console *con = p->con;
	struct pane *gone;

	do {
		gone = con->top;
		con->top = gone->below;
		pane_free(gone);
	} while (gone != p && con->top);
	for (struct pane *q = con->top; q; q = q->kind->popup ? q->below : NULL)
		pane_fresh(q);
}

struct pane *console_top(const struct console *con)
{
	return con->top;
}

void console_home(struct console *con)
{
	while (con->top && con->top->below)
		console_close(con->top);
}

bool console_ended(const struct console *con)
{
	return con->ended || !con->top;
}

const struct screen *console_screen(const struct console *con, const char *name)
{
	for (const struct screen *s = con->o.screens; s && s->name; s++)
		if (strcmp(s->name, name) == 0)
			return s;
	return NULL;
}

static bool screen_right(struct console *con, const struct screen *s, struct err *e)
{
	struct look l;
	bool may = true;

	if (!s->common->right)
		return true;
	look_open(con, &l);
	may = may_right(&l.ctx, s->common->right);
	look_close(&l);
	return may || err_set(e, ERR_DENIED, N_("\"%s\" needs the right %s"), tr(con->lang, s->common->title),
			      s->common->right);
}

const struct form *screen_form(const struct screen *s)
{
	return s && s->type == TYPE_FORM ? s->table : NULL;
}

bool screen_for(struct ctx *ctx, const struct screen *s)
{
	const struct form *f = screen_form(s);
	const struct command *c = f ? command_find(f->runs) : NULL;

	return (!s->common->right || may_right(ctx, s->common->right)) &&
	       (!c || c->anyone || may_right(ctx, c->name));
}

bool console_open(struct console *con, const char *screen, const struct args *with, struct err *e)
{
	const struct screen *s = console_screen(con, screen);

	if (!s)
		return err_set(e, ERR_FAULT, N_("There is no screen \"%s\""), screen);
	if (!screen_right(con, s, e))
		return false;
	if (s->common->param && !(with && args_get(with, s->common->param)))
		return err_set(e, ERR_NO,
			       N_("\"%s\" opens from a list or the search line, where one is chosen"),
			       tr(con->lang, s->common->title));
	return push(con, kind_of(s), s, with, NULL, e) != NULL;
}

/* ---- messages ---- */

void console_say(struct console *con, const char *text)
{
	con->message_kind = MESSAGE_SAY;
	snprintf(con->message, sizeof con->message, "%s", text);
}

void console_error(struct console *con, const struct err *e)
{
	struct arena *a = arena_new();

	con->message_kind = MESSAGE_ERROR;
	snprintf(con->message, sizeof con->message, "%s", way_said(con, e->text, a));
	arena_free(a);
}

/* ---- booking ---- */

void console_changed(struct console *con)
{
	con->version = shop_version(session_shop(con->o.session));
	for (struct pane *p = con->top; p; p = p->below)
		p->stale = true;
	for (struct pane *p = con->top; p; p = p->kind->popup ? p->below : NULL)
		pane_fresh(p);
}

static void say_made(struct console *con, const struct command *c, const struct answer *answer)
{
	char note[256] = "", text[640];

	if (con->o.hooks.made)
		con->o.hooks.made(con->o.hooks.arg, c, answer, note, sizeof note);
	if (!note[0] && c->undo == UNDO_ROWS)
		snprintf(note, sizeof note, "%s", tr(con->lang, N_("(^Z takes it back)")));
	snprintf(text, sizeof text, "%s%s%s", answer->text[0] ? answer->text : tr(con->lang, N_("Done")),
		 note[0] ? "  " : "", note);
	console_say(con, text);
}

/* What is wrong with the input is said before somebody is called who may: a PIN is not typed in vain. */
static void input_before_right(struct console *con, const struct command *c, const struct args *args,
			       struct err *e)
{
	struct err wrong = { .lang = con->lang };
	struct look l;
	void *in;

	look_open(con, &l);
	if (l.ctx.user_id && !input_read(&l.ctx, c, args, false, &in, &wrong))
		*e = wrong;
	look_close(&l);
}

bool console_run(struct console *con, const struct command *c, const struct args *args,
		 const struct run_options *o, struct answer *answer, struct err *e)
{
	struct answer got = { 0 };
	bool ok = command_run(con->o.session, c, args, o, &got, e);

	if (!ok && e->code == ERR_DENIED)
		input_before_right(con, c, args, e);
	if (ok) {
		session_approver(con->o.session, 0);
		con->just_made = got.number[0] != '\0';
		if (con->just_made)
			snprintf(con->last_number, sizeof con->last_number, "%s", got.number);
		say_made(con, c, &got);
		console_changed(con);
	}
	str_free(&got.extra);
	got.extra = (struct str){ 0 };
	if (ok && answer)
		*answer = got;
	return ok;
}

/* ---- pauses ---- */

bool console_rest(struct console *con)
{
	bool more = false;

	for (struct pane *p = con->top; p; p = p->below) {
		if (p->kind->rest && p->kind->rest(p))
			more = true;
		if (!p->kind->popup)
			break;
	}
	return more;
}

/* Ages go on though nobody books. */
static bool screen_ticks(const struct console *con)
{
	const struct screen *s = con->top ? con->top->screen : NULL;

	return s && s->type == TYPE_LIST && ((const struct list *)s->table)->ticks && !console_typing(con);
}

/* What somebody else has booked may be what the person waits for. */
static void watch_news(struct console *con)
{
	char note[240] = "";

	if (con->locked || !con->o.hooks.heard || !con->o.hooks.heard(con->o.hooks.arg, note, sizeof note))
		return;
	console_say(con, note);
	if (con->o.display.bell)
		con->o.display.bell(con->o.display.arg);
}

void console_watch(struct console *con)
{
	int64_t version = shop_version(session_shop(con->o.session)), minute = con->minute;

	console_clock(con);
	con->minute = con->now / 60;
	if (version == con->version && minute != con->minute && screen_ticks(con))
		con->top->kind->refresh(con->top, true);
	if (version == con->version)
		return;
	con->version = version;
	for (struct pane *p = con->top; p; p = p->below)
		p->stale = true;
	for (struct pane *p = con->top; p; p = p->kind->popup ? p->below : NULL) {
		p->stale = false;
		if (p->kind->refresh)
			p->kind->refresh(p, true);
	}
	watch_news(con);
}

static void watch_lock(struct console *con)
{
	struct err e = { 0 };

	if (con->o.lock_after && con->now - con->last_key_at >= con->o.lock_after && !lock_open(con, &e))
		con->last_key_at = con->now;
}

/* ---- painting ---- */

static void panes_draw(struct console *con, struct pane *p)
{
	if (p->kind->popup && p->below)
		panes_draw(con, p->below);
	if (p->kind->popup)
		canvas_caret(con->canvas, 0, 0);
	p->kind->draw(p, con->canvas);
}

const struct canvas *console_draw(struct console *con)
{
	int rows, cols;

	con->o.display.size(con->o.display.arg, &rows, &cols);
	if (rows != canvas_rows(con->canvas) || cols != canvas_cols(con->canvas))
		canvas_resize(con->canvas, rows, cols);
	canvas_clear(con->canvas);
	if (!frame_too_small(con) && con->top) {
		frame_draw(con);
		panes_draw(con, con->top);
		frame_message(con);
	}
	con->o.display.show(con->o.display.arg, con->canvas);
	return con->canvas;
}

/* ---- the loop ---- */

/* After a pause: true when something may have changed on the screen. */
static void loop_pause(struct console *con, bool *resting)
{
	int64_t painted = con->now;

	if (*resting)
		*resting = console_rest(con);
	console_watch(con);
	watch_lock(con);
	/* While a text is typed the clock stands still, so that an input method is not disturbed. */
	if (con->now - painted < CLOCK_S && console_typing(con))
		con->now = painted;
}

bool console_loop(struct console *con)
{
	struct key_event ev;
	bool resting = true;

	while (!console_ended(con)) {
		console_draw(con);
		if (con->o.display.key(con->o.display.arg, resting ? REST_MS : WATCH_MS, &ev)) {
			console_key(con, &ev);
			resting = true;
		} else {
			loop_pause(con, &resting);
		}
	}
	return ev.key != K_GONE;
}
