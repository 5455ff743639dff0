/* console_keys.c - what a key means everywhere, and where it goes first. */
#include "ui/console_priv.h"
#include "ui/approve.h"
#include "ui/help.h"
#include "ui/lock.h"
#include "ui/palette.h"

bool console_typing(const struct console *con)
{
	return con->top && con->top->kind->typing && con->top->kind->typing(con->top);
}

static void key_back(struct console *con)
{
	struct pane *p = con->top;

	if (p->kind->leave && !p->kind->leave(p))
		return;
	if (p->below)
		console_close(p);
}

/* The papers of what is marked, else in a list of what was made just now, else of what the cursor is on, else of what was
 * made last. */
static void key_print(struct console *con)
{
	const struct console_hooks *h = &con->o.hooks;
	const struct pane *p = con->top;
	struct err e = { .lang = con->lang };
	struct arena *a = arena_new();
	const char *one = p->kind->number ? p->kind->number(con->top, a) : NULL, *form = NULL,
		   **number = &one;
	size_t n = p->kind->numbers ? p->kind->numbers(con->top, a, &number) : 0;

	if (n || (one && *one && !(p->kind->numbers && con->just_made)))
		form = p->screen ? p->screen->common->prints : NULL;
	else
		one = con->last_number;
	if (!n && !*one)
		err_set(&e, ERR_NO, N_("Nothing has been made here that could be printed"));
	else if (h->print)
		h->print(h->arg, form, n ? number : &one, n ? n : 1, &e);
	if (e.code)
		console_error(con, &e);
	arena_free(a);
}

/* Leaves from the home screen at once, from elsewhere by way of the lock's panel. */
static void key_lock(struct console *con)
{
	lock_panel_open(con);
}

/* The command that takes the last change back says itself what it may not. Nothing happens behind a pop-up or a
 * form that is being filled in. */
static void undo_run(struct pane *p, void *arg)
{
	const struct command *c = command_find("undo");
	struct err e = { .lang = p->con->lang };
	struct arena *a = arena_new();

	(void)arg;
	if (c && !console_run(p->con, c, args_new(a), NULL, NULL, &e))
		approve_ask(p, c, &e, undo_run, NULL);
	arena_free(a);
}

static void key_undo(struct console *con)
{
	if (con->top->kind->popup || console_typing(con) || (con->top->kind->leave && con->top->screen))
		return;
	undo_run(con->top, NULL);
}

static void key_refresh(struct console *con)
{
	con->o.display.repaint(con->o.display.arg);
	console_changed(con);
}

/* What a key means wherever the pane has no use for it. */
static void key_everywhere(struct console *con, const struct key_event *ev)
{
	switch ((int)ev->key) {
	case K_BACK:
		key_back(con);
		break;
	case K_REFRESH:
		key_refresh(con);
		break;
	case K_PRINT:
		key_print(con);
		break;
	case K_UNDO:
		key_undo(con);
		break;
	case K_LOCK:
		key_lock(con);
		break;
	case K_HELP:
		help_open(con);
		break;
	case K_PALETTE:
		palette_open(con, NULL);
		break;
	case K_BAD:
		console_say(con,
			    tr(con->lang,
			       N_("What was typed is not UTF-8: set the terminal's character set to UTF-8")));
		break;
	default:
		break;
	}
}

/* The key behind the gold key; another one cancels. */
static void gold_fold(struct console *con, struct key_event *ev)
{
	int f = key_gold(key_char(ev));

	con->gold = false;
	ev->key = f ? (enum key_code)con->keys.f[f] : K_NONE;
}

/* A burst that ends in Enter is a scan when its code is known. */
static void scan_fold(struct console *con, struct key_event *ev)
{
	bool ends = (ev->key == K_ENTER || ev->key == K_TAB) && ev->burst >= BURST_LEAST && ev->text;

	if (ends && con->o.hooks.known_code && con->o.hooks.known_code(con->o.hooks.arg, ev->text))
		ev->key = K_SCAN;
}

/* ^D deletes the character under the caret while a text is typed. */
static void delete_fold(struct console *con, struct key_event *ev)
{
	if (ev->key == K_VOID && ev->ctrl && console_typing(con))
		ev->key = K_DEL;
}

void console_key(struct console *con, const struct key_event *typed)
{
	struct key_event ev = *typed;

	console_clock(con);
	if (ev.key == K_GONE) {
		con->ended = true;
		return;
	}
	if (ev.key == K_NONE || ev.key == K_RESIZE || !con->top)
		return;
	con->last_key_at = con->now;
	if (con->gold)
		gold_fold(con, &ev);
	else if (ev.key == K_GOLD) {
		con->gold = true;
		return;
	}
	scan_fold(con, &ev);
	delete_fold(con, &ev);
	con->just_made = con->just_made && ev.key == K_PRINT;
	con->message_kind = MESSAGE_NONE;
	if (ev.key != K_NONE && !(con->top->kind->key && con->top->kind->key(con->top, &ev)))
		key_everywhere(con, &ev);
	if (con->top && con->o.hooks.settled)
		con->o.hooks.settled(con->o.hooks.arg);
	if (con->leaving)
		con->ended = !con->o.hooks.leave || con->o.hooks.leave(con->o.hooks.arg);
	con->leaving = false;
}

bool console_quiet(struct console *con)
{
	return con->o.display.quiet(con->o.display.arg, BURST_GAP);
}

bool console_key_waits(void *con)
{
	const struct display *d = &console_options(con)->display;

	return !d->quiet(d->arg, 0);
}
