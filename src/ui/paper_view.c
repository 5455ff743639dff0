/* paper_view.c - a printed form on the screen. */
#include "ui/paper_view.h"

#include "base/text.h"
#include "ui/pane.h"

struct paper {
	const char *form, **number;
	size_t n_numbers, done; /* how many of them are printed */
	int copies;             /* 0: none is typed, one */
	char **line;
	int n, w, top, left;
	int h; /* of the last drawing */
};

struct paper_arg {
	const char *form, *const *number, *text;
	size_t n;
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
	st->n_numbers = from->n;
	st->number = ARENA_ARRAY(p->arena, const char *, from->n + 1);
	for (size_t i = 0; i < from->n; i++)
		st->number[i] = arena_strdup(p->arena, from->number[i]);
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
	struct arena *a = arena_new();
	const char *title = st->n_numbers == 1
				? st->number[0]
				: arena_printf(a, pane_tr(p, N_("%d papers")), (int)st->n_numbers);
	const char *keys = arena_printf(a, pane_tr(p, N_("Esc back  1-9 copies: %d  F12 print")),
					st->copies ? st->copies : 1);
	struct rect in = popup_frame(c, h, st->w > text_width(keys) ? st->w : text_width(keys), title, keys);

	st->h = in.h;
	if (st->left > st->w - in.w)
		st->left = st->w > in.w ? st->w - in.w : 0;
	for (int y = 0; y < in.h && st->top + y < st->n; y++)
		canvas_put_cut(c, in.y + y, in.x, in.w, ROLE_NORMAL,
			       from_column(st->line[st->top + y], st->left));
	canvas_caret(c, in.y, in.x);
	arena_free(a);
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
	int copies = st->copies ? st->copies : 1;

	while (h->print_now && st->done < st->n_numbers &&
	       h->print_now(h->arg, st->form, st->number[st->done], copies, &e))
		st->done++;
	if (st->done == st->n_numbers) {
		console_close(p);
		console_say(con, tr(console_lang(con), N_("Printed")));
	} else if (e.code) {
		console_error(con, &e);
	}
}

/* Digits, as they are typed: 1 2 are twelve; what would be more than 99 begins anew. */
static void copies_typed(struct paper *st, int digit)
{
	if (digit < 0 || digit > 9)
		return;
	st->copies = st->copies * 10 + digit;
	if (st->copies > 99)
		st->copies = digit;
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
	case K_TEXT:
		copies_typed(st, (int)key_char(ev) - '0');
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

void paper_view_open(struct console *con, const char *form, const char *const *number, size_t n,
		     const char *text)
{
	struct paper_arg arg = { form, number, text, n };

	console_push(con, &paper_kind, NULL, NULL, &arg);
}
