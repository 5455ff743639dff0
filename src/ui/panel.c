/* panel.c - a question with up to nine answers. */
#include "ui/panel.h"

#include "base/text.h"
#include "ui/console.h"

struct panel_state {
	struct panel panel;
	int n, at;
};

static bool panel_copy(struct pane *p, void *arg, struct err *e)
{
	struct panel_state *st = p->state;
	const struct panel *from = arg;

	(void)e;
	st->panel = *from;
	st->panel.title = arena_strdup(p->arena, from->title);
	st->panel.text = arena_strdup(p->arena, from->text ? from->text : "");
	for (st->n = 0; st->n < PANEL_CHOICES && from->choice[st->n]; st->n++)
		st->panel.choice[st->n] = arena_strdup(p->arena, from->choice[st->n]);
	st->at = from->preset;
	return true;
}

static void panel_draw(struct pane *p, struct canvas *c)
{
	struct panel_state *st = p->state;
	struct arena *a = arena_new();
	int most = canvas_cols(c) - 8, w = text_width(st->panel.title) + 2, top;
	char **line;
	size_t lines = *st->panel.text ? text_wrap(a, st->panel.text, most < 66 ? most : 66, &line) : 0;
	struct rect in;

	for (size_t i = 0; i < lines; i++)
		w = text_width(line[i]) > w ? text_width(line[i]) : w;
	for (int i = 0; i < st->n; i++)
		w = text_width(st->panel.choice[i]) + 3 > w ? text_width(st->panel.choice[i]) + 3 : w;
	top = (int)lines + (lines && st->n ? 1 : 0);
	in = popup_frame(c, top + st->n, w < 24 ? 24 : w, st->panel.title,
			 pane_tr(p, N_("Esc back  Enter choose")));
	for (size_t i = 0; i < lines && (int)i < in.h; i++)
		canvas_put(c, in.y + (int)i, in.x, in.w, -1, ROLE_NORMAL, line[i]);
	if (in.h < top + st->n)
		top = in.h > st->n ? in.h - st->n : 0;
	for (int i = 0; i < st->n; i++)
		canvas_put(c, in.y + top + i, in.x, in.w, -1, i == st->at ? ROLE_SELECT : ROLE_NORMAL,
			   arena_printf(a, "%d %s", i + 1, st->panel.choice[i]));
	canvas_caret(c, in.y + top + (st->n ? st->at : 0), in.x);
	arena_free(a);
}

static void panel_answer(struct pane *p, int answer)
{
	struct panel_state *st = p->state;
	void (*done)(struct pane *, void *, int) = st->panel.done;
	void *arg = st->panel.arg;
	struct console *con = p->con;
	struct pane *asker = p->below;

	(void)con;
	console_close(p);
	if (done)
		done(asker, arg, answer);
}

static bool panel_key(struct pane *p, const struct key_event *ev)
{
	struct panel_state *st = p->state;
	char c = key_char(ev);

	if (c >= '1' && c < '1' + st->n && ev->burst <= 1 && console_quiet(p->con)) {
		panel_answer(p, c - '1');
		return true;
	}
	switch ((int)ev->key) {
	case K_UP:
	case K_LEFT:
		st->at = st->n ? (st->at + st->n - 1) % st->n : 0;
		return true;
	case K_DOWN:
	case K_RIGHT:
	case K_TAB:
		st->at = st->n ? (st->at + 1) % st->n : 0;
		return true;
	case K_ENTER:
		if (ev->burst == 0)
			panel_answer(p, st->at);
		return true;
	default:
		return !pane_passes(ev->key);
	}
}

static const struct pane_kind panel_kind = {
	.size = sizeof(struct panel_state),
	.popup = true,
	.open = panel_copy,
	.draw = panel_draw,
	.key = panel_key,
};

void panel_open(struct console *con, const struct panel *panel)
{
	struct panel copy = *panel;

	console_push(con, &panel_kind, NULL, NULL, &copy);
}

static void sure_answer(struct pane *asker, void *arg, int answer)
{
	struct panel *inner = arg;

	if (answer == 1 && inner->done)
		inner->done(asker, inner->arg, answer);
}

void panel_sure(struct console *con, const char *title, const char *text,
		void (*done)(struct pane *asker, void *arg, int answer), void *arg)
{
	struct pane *asker = console_top(con);
	struct panel *inner = ARENA_NEW(asker->arena, struct panel);
	struct panel panel = { .title = title, .text = text, .done = sure_answer, .arg = inner };

	inner->done = done;
	inner->arg = arg;
	panel.choice[0] = tr(console_lang(con), N_("No"));
	panel.choice[1] = tr(console_lang(con), N_("Yes"));
	panel_open(con, &panel);
}
