/* ask.c - a pop-up that asks for a few inputs of a command. */
#include "ui/ask.h"

#include "base/text.h"
#include "ui/approve.h"
#include "ui/console.h"
#include "ui/sheet.h"

struct ask_state {
	struct ask ask;
	const char *head; /* the title and what it is about */
	struct sheet sheet;
};

static bool ask_start(struct pane *p, void *arg, struct err *e)
{
	struct ask_state *st = p->state;
	struct sheet_open o = { 0 };
	const char *rows[2] = { 0 };

	st->ask = *(const struct ask *)arg;
	st->ask.title = arena_strdup(p->arena, st->ask.title);
	st->head =
	    st->ask.about ? arena_printf(p->arena, "%s: %s", st->ask.title, st->ask.about) : st->ask.title;
	st->ask.text = st->ask.text ? arena_strdup(p->arena, st->ask.text) : "";
	rows[0] = st->ask.row;
	o = (struct sheet_open){ .c = st->ask.c, .layout = rows, .most = 1, .given = st->ask.given };
	if (!sheet_init(&st->sheet, p->con, p->arena, &o, e))
		return false;
	st->ask.given = NULL;
	return true;
}

static void ask_end(struct pane *p)
{
	sheet_free(&((struct ask_state *)p->state)->sheet);
}

static void ask_draw(struct pane *p, struct canvas *c)
{
	struct ask_state *st = p->state;
	struct arena *a = arena_new();
	int w = canvas_cols(c) - 8 < 66 ? canvas_cols(c) - 8 : 66;
	char **line;
	int n = (int)text_wrap(a, st->ask.text, w, &line);
	struct rect in = popup_frame(c, n + sheet_height(&st->sheet, w) + 1, w, st->head,
				     pane_tr(p, N_("Esc back  F12 run")));

	/* The fields are more than the words about them. */
	if (n > in.h - sheet_height(&st->sheet, w) - 1)
		n = 0;
	for (int i = 0; i < n; i++)
		canvas_put(c, in.y + i, in.x, in.w, -1, ROLE_LABEL, line[i]);
	sheet_draw(&st->sheet, c, (struct rect){ in.y + n, in.x, in.h - n, in.w }, st->ask.title);
	arena_free(a);
}

static void ask_run(struct pane *p, void *arg)
{
	struct ask_state *st = p->state;
	struct err e = { .lang = console_lang(p->con) };
	struct ask ask = st->ask;
	struct pane *asker = p->below;
	struct arena *a = arena_new();

	(void)arg;
	if (ask.run(asker, ask.arg, sheet_args(&st->sheet, a), &e)) {
		sheet_remember(&st->sheet);
		console_close(p);
		if (ask.then)
			ask.then(asker, ask.arg);
	} else {
		sheet_error(&st->sheet, &e);
		approve_ask(p, ask.c, &e, ask_run, NULL);
	}
	arena_free(a);
}

static bool ask_key(struct pane *p, const struct key_event *ev)
{
	struct ask_state *st = p->state;
	enum sheet_did did = sheet_key(&st->sheet, p, ev);

	if (did == SHEET_RUN)
		ask_run(p, NULL);
	return did != SHEET_NO;
}

static const char *ask_hint(struct pane *p, struct arena *a)
{
	return sheet_hint(&((struct ask_state *)p->state)->sheet, a);
}

static const char *ask_help(struct pane *p, struct arena *a)
{
	return sheet_help(&((struct ask_state *)p->state)->sheet, a);
}

static bool ask_typing(const struct pane *p)
{
	return ((const struct ask_state *)p->state)->sheet.focus != NULL;
}

static size_t ask_bar(struct pane *p, struct bar_item *items, size_t most)
{
	(void)most;
	items[0] = (struct bar_item){ K_SAVE, pane_tr(p, key_label(K_SAVE)), true };
	items[1] = (struct bar_item){ K_PICK, pane_tr(p, key_label(K_PICK)), true };
	return 2;
}

static const struct pane_kind ask_kind = {
	.size = sizeof(struct ask_state),
	.popup = true,
	.open = ask_start,
	.close = ask_end,
	.draw = ask_draw,
	.key = ask_key,
	.hint = ask_hint,
	.help = ask_help,
	.typing = ask_typing,
	.bar = ask_bar,
};

void ask_open(struct pane *asker, const struct ask *ask)
{
	struct ask copy = *ask;

	console_push(asker->con, &ask_kind, NULL, NULL, &copy);
}
