/* approve.c - somebody who may stands by: name and PIN, over what was typed. */
#include "ui/approve.h"

#include "base/text.h"
#include "ui/console_priv.h"
#include "ui/way.h"
#include "ui/who.h"

#define REMEMBERS "approver" /* the name that stands there the next time */

struct approve {
	struct who who;
	const char *title, *text; /* what is asked for, and why it was refused */
	void (*again)(struct pane *asker, void *arg);
	void *arg;
};

static bool approve_start(struct pane *p, void *arg, struct err *e)
{
	struct approve *st = p->state;
	const struct console_hooks *h = &p->con->o.hooks;
	const char *name = h->get ? h->get(h->arg, p->arena, REMEMBERS) : NULL;

	(void)e;
	*st = *(const struct approve *)arg;
	st->title = arena_strdup(p->arena, st->title);
	st->text = arena_strdup(p->arena, st->text);
	who_init(&st->who, name);
	return true;
}

static void approve_end(struct pane *p)
{
	struct approve *st = p->state;

	who_free(&st->who);
}

static void approve_draw(struct pane *p, struct canvas *c)
{
	struct approve *st = p->state;
	struct arena *a = arena_new();
	const char *name = pane_tr(p, N_("Somebody who may")), *pin = pane_tr(p, N_("PIN"));
	int most = canvas_cols(c) - 8 < 62 ? canvas_cols(c) - 8 : 62, w = text_width(name);
	char **line;
	size_t n = text_wrap(a, st->text, most, &line);
	struct rect in = popup_frame(c, (int)n + 3, most, st->title, pane_tr(p, N_("Esc back  Enter go on")));

	for (size_t i = 0; i < n && (int)i < in.h - 3; i++)
		canvas_put(c, in.y + (int)i, in.x, in.w, -1, ROLE_NORMAL, line[i]);
	who_draw(&st->who, c, name, pin,
		 &(struct who_place){ .y = in.y + in.h - 2, .x = in.x, .label_w = w, .step = 1 });
	arena_free(a);
}

/* The PIN is right: the pop-up is gone before the command is tried again, so that it may ask once more. */
static void approve_try(struct pane *p)
{
	struct approve st = *(struct approve *)p->state;
	struct console *con = p->con;
	const struct console_hooks *h = &con->o.hooks;
	struct err e = { .lang = con->lang };
	struct pane *asker = p->below;
	int64_t user;
	bool ok = h->approve(h->arg, edit_text(&st.who.name), edit_text(&st.who.pin), &user, &e);

	who_again(&((struct approve *)p->state)->who);
	if (!ok) {
		console_error(con, &e);
		return;
	}
	if (h->put)
		h->put(h->arg, REMEMBERS, edit_text(&st.who.name));
	console_close(p);
	session_approver(con->o.session, user);
	st.again(asker, st.arg);
	session_approver(con->o.session, 0);
}

/* Nobody came: the refusal is said again over what was typed. */
static void approve_leave(struct pane *p)
{
	const struct approve *st = p->state;
	struct console *con = p->con;
	struct err e = { .lang = con->lang };

	snprintf(e.text, sizeof e.text, "%s", st->text);
	console_close(p);
	console_error(con, &e);
}

static bool approve_key(struct pane *p, const struct key_event *ev)
{
	struct approve *st = p->state;
	enum who_did did;

	if (ev->key == K_LOCK)
		return false;
	if (ev->key == K_BACK) {
		approve_leave(p);
		return true;
	}
	did = who_key(&st->who, ev);
	if (did == WHO_READY)
		approve_try(p);
	return did != WHO_NOT_MINE;
}

static const char *approve_hint(struct pane *p, struct arena *a)
{
	(void)a;
	return pane_tr(p, N_("Somebody with the right types name and PIN here; nothing typed is lost"));
}

static const struct pane_kind approve_kind = {
	.size = sizeof(struct approve),
	.popup = true,
	.open = approve_start,
	.close = approve_end,
	.draw = approve_draw,
	.key = approve_key,
	.hint = approve_hint,
	.typing = pane_typing,
};

void approve_ask(struct pane *asker, const struct command *c, const struct err *e,
		 void (*again)(struct pane *asker, void *arg), void *arg)
{
	struct approve st = { .title = tr(asker->con->lang, c->title), .again = again, .arg = arg };
	struct arena *a;

	/* A command that proves a PIN itself is refused for that PIN. */
	if (e->code != ERR_DENIED || c->prove || !asker->con->o.hooks.approve) {
		console_error(asker->con, e);
		return;
	}
	a = arena_new();
	st.text = way_said(asker->con, e->text, a);
	console_push(asker->con, &approve_kind, NULL, NULL, &st);
	arena_free(a);
}
