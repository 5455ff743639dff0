/* paper_view.c - a printed form on the screen. */
#include "ui/paper_view.h"

#include "base/text.h"
#include "ui/pane.h"

struct paper {
	const char *form, *number;
	char **line;
	int n, w, top, left;
	int h; /* of the last drawing */
};

struct paper_arg {
	const char *form, *number, *text;
};

static int lines_of(const char *text)
{
	int n = 0;

	for (; *text; text++)
		n += *text == '\n';
	return n + 1;
}

static bool paper_start(struct pane *p, void *arg, struct err *e)
{
	struct paper *st = p->state;
	const struct paper_arg *from = arg;
	const char *text = from->text;

	(void)e;
	st->form = arena_strdup(p->arena, from->form);
	st->number = arena_strdup(p->arena, from->number);
	st->line = ARENA_ARRAY(p->arena, char *, lines_of(text));
	while (*text) {
		size_t n = strcspn(text, "\n\f");
		char *line = arena_strndup(p->arena, text, n);

		st->w = text_width(line) > st->w ? text_width(line) : st->w;
		st->line[st->n++] = line;
		text += n + (text[n] != '\0');
	}
	return true;
}

/* The part of a line from a column on; a wide character that is cut is left out. */
static const char *from_column(const char *line, int column)
{
	return column ? line + text_fit(line, column) : line;
}

static void paper_draw(struct pane *p, struct canvas *c)
{
	struct paper *st = p->state;
	int h = st->n < canvas_rows(c) - 6 ? st->n : canvas_rows(c) - 6;
	struct rect in = popup_frame(c, h, st->w, st->number, pane_tr(p, N_("Esc back  F12 print")));

	st->h = in.h;
	if (st->left > st->w - in.w)
		st->left = st->w > in.w ? st->w - in.w : 0;
	for (int y = 0; y < in.h && st->top + y < st->n; y++)
		canvas_put_cut(c, in.y + y, in.x, in.w, ROLE_NORMAL,
			       from_column(st->line[st->top + y], st->left));
	canvas_caret(c, in.y, in.x);
}

static void scroll(struct paper *st, int by)
{
	int most = st->n > st->h ? st->n - st->h : 0;

	st->top += by;
	st->top = st->top < 0 ? 0 : st->top > most ? most : st->top;
}

static void paper_print(struct pane *p)
{
	struct paper *st = p->state;
	struct console *con = p->con;
	const struct console_hooks *h = &console_options(con)->hooks;
	struct err e = { .lang = console_lang(con) };

	if (h->print_now && h->print_now(h->arg, st->form, st->number, &e)) {
		console_close(p);
		console_say(con, tr(console_lang(con), N_("Printed")));
	} else if (e.code) {
		console_error(con, &e);
	}
}

/* The next step is that of the screen below. */
static void paper_go_on(struct pane *p, const struct key_event *ev)
{
	struct key_event next = *ev;
	struct console *con = p->con;

	console_close(p);
	console_key(con, &next);
}

static bool paper_key(struct pane *p, const struct key_event *ev)
{
	struct paper *st = p->state;

	switch ((int)ev->key) {
	case K_UP:
	case K_DOWN:
		scroll(st, ev->key == K_UP ? -1 : 1);
		return true;
	case K_PGUP:
	case K_PGDN:
		scroll(st, ev->key == K_PGUP ? -st->h : st->h);
		return true;
	case K_LEFT:
	case K_RIGHT:
		st->left =
		    st->left + (ev->key == K_LEFT ? -8 : 8) < 0 ? 0 : st->left + (ev->key == K_LEFT ? -8 : 8);
		return true;
	case K_SAVE:
	case K_PRINT:
		paper_print(p);
		return true;
	case K_NEXT:
		paper_go_on(p, ev);
		return true;
	default:
		return !pane_passes(ev->key);
	}
}

static size_t paper_bar(struct pane *p, struct bar_item *items, size_t most)
{
	(void)most;
	items[0] = (struct bar_item){ K_SAVE, pane_tr(p, key_label(K_PRINT)), true };
	return 1;
}

static const struct pane_kind paper_kind = {
	.size = sizeof(struct paper),
	.popup = true,
	.open = paper_start,
	.draw = paper_draw,
	.key = paper_key,
	.bar = paper_bar,
};

void paper_view_open(struct console *con, const char *form, const char *number, const char *text)
{
	struct paper_arg arg = { form, number, text };

	console_push(con, &paper_kind, NULL, NULL, &arg);
}
