/* login.c - the login screen. */
#include "ui/login.h"

#include "base/text.h"
#include "ui/console_priv.h"
#include "ui/edit.h"

#define WIDTH 16

struct login {
	struct edit name, pin;
	bool at_pin;
};

static bool login_start(struct pane *p, void *arg, struct err *e)
{
	struct login *st = p->state;
	const char *name = arg;

	(void)e;
	edit_init(&st->name, name ? name : "", 40, 0);
	edit_init(&st->pin, "", 64, EDIT_SECRET);
	st->at_pin = name && *name;
	p->con->locked = true;
	return true;
}

static void login_end(struct pane *p)
{
	struct login *st = p->state;

	edit_free(&st->name);
	edit_free(&st->pin);
	p->con->locked = false;
}

static void field_draw(struct canvas *c, int y, int x, const char *label, int w, struct edit *ed, bool focus)
{
	canvas_put(c, y, x, w, -1, ROLE_LABEL, label);
	edit_draw(ed, c, (struct rect){ y, x + w + 1, 1, WIDTH }, focus ? ROLE_FOCUS : ROLE_FIELD, focus);
}

static void fields_draw(struct login *st, struct canvas *c, const struct lang *lang, const char *shop)
{
	const char *name = tr(lang, N_("Name")), *pin = tr(lang, N_("PIN"));
	int w = text_width(name) > text_width(pin) ? text_width(name) : text_width(pin);
	int y = canvas_rows(c) / 3, x = (canvas_cols(c) - w - 1 - WIDTH) / 2;

	canvas_put(c, y - 2, 0, canvas_cols(c), 0, ROLE_HEAD, shop);
	field_draw(c, y, x, name, w, &st->name, !st->at_pin);
	field_draw(c, y + 2, x, pin, w, &st->pin, st->at_pin);
}

static void login_draw(struct pane *p, struct canvas *c)
{
	fields_draw(p->state, c, p->con->lang, p->con->o.shop ? p->con->o.shop : "workbay");
}

void login_paint(struct canvas *c, const struct lang *lang, const char *name)
{
	struct login st = { .at_pin = true };

	edit_init(&st.name, name, 40, 0);
	edit_init(&st.pin, "", 64, EDIT_SECRET);
	fields_draw(&st, c, lang, "");
	edit_free(&st.name);
	edit_free(&st.pin);
}

static void login_try(struct pane *p)
{
	struct login *st = p->state;
	struct console *con = p->con;
	struct err e = { .lang = con->lang };
	bool ok = con->o.hooks.login &&
		  con->o.hooks.login(con->o.hooks.arg, edit_text(&st->name), edit_text(&st->pin), &e);

	edit_set(&st->pin, "");
	if (!ok) {
		console_error(con, &e);
		return;
	}
	while (con->top)
		console_close(con->top);
	con->o.hooks.arrived(con->o.hooks.arg);
}

static void login_enter(struct pane *p)
{
	struct login *st = p->state;

	if (st->at_pin && !edit_empty(&st->name))
		login_try(p);
	else
		st->at_pin = !edit_empty(&st->name);
}

/* Every key ends here: nothing else works before somebody is known. */
static bool login_key(struct pane *p, const struct key_event *ev)
{
	struct login *st = p->state;

	switch ((int)ev->key) {
	case K_ENTER:
		login_enter(p);
		return true;
	case K_TAB:
	case K_BACKTAB:
	case K_UP:
	case K_DOWN:
		st->at_pin = !st->at_pin;
		return true;
	case K_LOCK:
		p->con->leaving = true;
		return true;
	case K_BACK:
		edit_set(st->at_pin ? &st->pin : &st->name, "");
		return true;
	case K_SCAN:
	case K_PASTE:
		return true;
	case K_REFRESH:
	case K_BAD:
		return false;
	default:
		edit_key(st->at_pin ? &st->pin : &st->name, ev);
		return true;
	}
}

static const char *login_hint(struct pane *p, struct arena *a)
{
	(void)a;
	return pane_tr(p, N_("Enter goes on; ^Q leaves"));
}

static bool login_typing(const struct pane *p)
{
	(void)p;
	return true;
}

static const struct pane_kind login_kind = {
	.size = sizeof(struct login),
	.open = login_start,
	.close = login_end,
	.draw = login_draw,
	.key = login_key,
	.hint = login_hint,
	.typing = login_typing,
};

void login_open(struct console *con, const char *name)
{
	char *copy = name ? xstrdup(name) : NULL;

	console_push(con, &login_kind, NULL, NULL, copy);
	free(copy);
}
