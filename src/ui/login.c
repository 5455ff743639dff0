/* login.c - the login screen. */
#include "ui/login.h"

#include "base/text.h"
#include "ui/console_priv.h"
#include "ui/who.h"

static bool login_start(struct pane *p, void *arg, struct err *e)
{
	(void)e;
	who_init(p->state, arg);
	p->con->locked = true;
	return true;
}

static void login_end(struct pane *p)
{
	who_free(p->state);
	p->con->locked = false;
}

static void fields_draw(struct who *who, struct canvas *c, const struct lang *lang, const char *shop)
{
	const char *name = tr(lang, N_("Name")), *pin = tr(lang, N_("PIN"));
	int w = text_width(name) > text_width(pin) ? text_width(name) : text_width(pin);
	int y = canvas_rows(c) / 3, x = (canvas_cols(c) - w - 1 - WHO_WIDTH) / 2;

	canvas_put(c, y - 2, 0, canvas_cols(c), 0, ROLE_HEAD, shop);
	who_draw(who, c, name, pin, &(struct who_place){ .y = y, .x = x, .label_w = w, .step = 2 });
}

static void login_draw(struct pane *p, struct canvas *c)
{
	fields_draw(p->state, c, p->con->lang, p->con->o.shop ? p->con->o.shop : "workbay");
}

void login_paint(struct canvas *c, const struct lang *lang, const char *name)
{
	struct who who;

	who_init(&who, name);
	who.at_pin = true;
	fields_draw(&who, c, lang, "");
	who_free(&who);
}

static void login_try(struct pane *p)
{
	struct who *who = p->state;
	struct console *con = p->con;
	struct err e = { .lang = con->lang };
	bool ok = con->o.hooks.login &&
		  con->o.hooks.login(con->o.hooks.arg, edit_text(&who->name), edit_text(&who->pin), &e);

	who_again(who);
	if (!ok) {
		console_error(con, &e);
		return;
	}
	while (con->top)
		console_close(con->top);
	con->o.hooks.arrived(con->o.hooks.arg);
}

/* Every key ends here: nothing else works before somebody is known. */
static bool login_key(struct pane *p, const struct key_event *ev)
{
	struct who *who = p->state;
	enum who_did did;

	if (ev->key == K_LOCK) {
		p->con->leaving = true;
		return true;
	}
	if (ev->key == K_BACK) {
		edit_set(who->at_pin ? &who->pin : &who->name, "");
		return true;
	}
	did = who_key(who, ev);
	if (did == WHO_READY)
		login_try(p);
	return did != WHO_NOT_MINE;
}

static const char *login_hint(struct pane *p, struct arena *a)
{
	(void)a;
	return pane_tr(p, N_("Enter goes on; ^Q leaves"));
}

static const struct pane_kind login_kind = {
	.size = sizeof(struct who),
	.open = login_start,
	.close = login_end,
	.draw = login_draw,
	.key = login_key,
	.hint = login_hint,
	.typing = pane_typing,
};

void login_open(struct console *con, const char *name)
{
	char *copy = name ? xstrdup(name) : NULL;

	console_push(con, &login_kind, NULL, NULL, copy);
	free(copy);
}
