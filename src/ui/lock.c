/* lock.c - the lock and the way out. */
#include "ui/lock.h"

#include "base/text.h"
#include "ui/console_priv.h"
#include "ui/edit.h"
#include "ui/login.h"
#include "ui/panel.h"

static bool lock_start(struct pane *p, void *arg, struct err *e)
{
	(void)arg;
	(void)e;
	edit_init(p->state, "", 64, EDIT_SECRET);
	p->con->locked = true;
	return true;
}

static void lock_end(struct pane *p)
{
	edit_free(p->state);
	p->con->locked = false;
}

static void lock_draw(struct pane *p, struct canvas *c)
{
	struct arena *a = arena_new();
	const char *label = arena_printf(a, pane_tr(p, N_("Locked. PIN of %s:")), p->con->user);
	int w = text_width(label), y = canvas_rows(c) / 3;
	int x = (canvas_cols(c) - w - 14) / 2;

	x = x < 0 ? 0 : x;
	canvas_put(c, y, x, w, -1, ROLE_LABEL, label);
	edit_draw(p->state, c, (struct rect){ y, x + w + 1, 1, 12 }, ROLE_FOCUS, true);
	arena_free(a);
}

static void lock_try(struct pane *p)
{
	struct err e = { .lang = p->con->lang };
	const struct console_hooks *h = &p->con->o.hooks;
	bool ok = h->unlock && h->unlock(h->arg, edit_text(p->state), &e);

	edit_set(p->state, "");
	if (ok)
		console_close(p);
	else if (e.code)
		console_error(p->con, &e);
}

/* Every key ends here: nothing else works while it is locked. */
static bool lock_key(struct pane *p, const struct key_event *ev)
{
	if (ev->key == K_ENTER)
		lock_try(p);
	else if (ev->key == K_LOCK)
		lock_panel_open(p->con);
	else if (ev->key != K_SCAN && ev->key != K_PASTE)
		edit_key(p->state, ev);
	return ev->key != K_REFRESH;
}

static const struct pane_kind lock_kind = {
	.size = sizeof(struct edit),
	.open = lock_start,
	.close = lock_end,
	.draw = lock_draw,
	.key = lock_key,
};

static bool lockable(struct console *con, struct err *e)
{
	const struct console_hooks *h = &con->o.hooks;

	return h->unlock && (!h->lockable || h->lockable(h->arg, e));
}

bool lock_open(struct console *con, struct err *e)
{
	if (con->locked || !lockable(con, e))
		return false;
	console_push(con, &lock_kind, NULL, NULL, NULL);
	return true;
}

static void lock_chosen(struct pane *asker, void *arg, int answer)
{
	struct console *con = asker->con;
	struct err e = { .lang = con->lang };

	(void)arg;
	if (answer == 1 && con->o.hooks.login)
		login_open(con, NULL);
	else if (answer != 0)
		con->leaving = true;
	else if (!lock_open(con, &e) && e.code)
		console_error(con, &e);
}

void lock_panel_open(struct console *con)
{
	struct panel panel = { .title = tr(con->lang, N_("Lock or leave")), .done = lock_chosen };

	panel.choice[0] = tr(con->lang, N_("Lock this terminal"));
	panel.choice[1] = tr(con->lang, N_("Another person; this is kept"));
	panel.choice[2] = tr(con->lang, N_("Leave; what was typed is kept"));
	panel_open(con, &panel);
}
