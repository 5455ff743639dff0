/* choose_columns.c - the panel of a list's columns. */
#include "ui/choose_columns.h"

#include "base/text.h"
#include "ui/console.h"

struct chooser {
	struct columns *columns;
	struct rows *rows;
	void (*done)(struct pane *p);
	int at, top;
};

static const char *kept_name(struct arena *a, const struct view *v)
{
	return arena_printf(a, "columns.%s", v->name);
}

static void keep(struct pane *p, const struct columns *cs)
{
	const struct console_hooks *h = &console_options(p->con)->hooks;
	struct arena *a = arena_new();

	if (h->put)
		h->put(h->arg, kept_name(a, cs->view), columns_write(cs, a));
	arena_free(a);
}

void choose_columns_recall(struct pane *p, struct columns *cs)
{
	const struct console_hooks *h = &console_options(p->con)->hooks;
	struct arena *a = arena_new();

	if (h->get)
		columns_read(cs, h->get(h->arg, a, kept_name(a, cs->view)));
	arena_free(a);
}

static bool chooser_start(struct pane *p, void *arg, struct err *e)
{
	(void)e;
	*(struct chooser *)p->state = *(struct chooser *)arg;
	return true;
}

static void chooser_draw(struct pane *p, struct canvas *c)
{
	struct chooser *ch = p->state;
	struct columns *cs = ch->columns;
	struct arena *a = arena_new();
	struct rect in = popup_frame(c, cs->n, 44, pane_tr(p, N_("Columns")),
				     pane_tr(p, N_("Space show  + - width  Enter order  Esc")));

	if (ch->at < ch->top)
		ch->top = ch->at;
	if (ch->at >= ch->top + in.h)
		ch->top = ch->at - in.h + 1;
	for (int y = 0; y < in.h && ch->top + y < cs->n; y++) {
		const struct column *col = &cs->col[ch->top + y];
		const struct view_col *vc = &cs->view->cols[col->index];
		int by = ch->rows->order_col;
		const char *sign = by == col->index + 1 ? "+" : by == -(col->index + 1) ? "-" : " ";
		const char *text = arena_printf(a, "[%s] %s %3d %s", col->off ? " " : "x", sign,
						col->width ? col->width : vc->width, pane_tr(p, vc->title));

		canvas_put(c, in.y + y, in.x, in.w, -1, ch->top + y == ch->at ? ROLE_SELECT : ROLE_NORMAL,
			   text);
	}
	canvas_caret(c, in.y + ch->at - ch->top, in.x + 1);
	arena_free(a);
}

static void widen(struct columns *cs, int at, int by)
{
	struct column *col = &cs->col[at];
	int w = (col->width ? col->width : cs->view->cols[col->index].width) + by;

	col->width = w < 2 ? 2 : w > 100 ? 100 : w;
}

/* Orders by the column: up, again: down, once more: not by it. */
static void order_by(struct pane *p, struct chooser *ch)
{
	int by = ch->columns->col[ch->at].index + 1;
	void (*done)(struct pane *) = ch->done;
	struct pane *asker = p->below;

	if (!done)
		return;
	ch->rows->order_col = ch->rows->order_col == by ? -by : ch->rows->order_col == -by ? 0 : by;
	console_close(p);
	done(asker);
}

static void changed(struct pane *p, struct chooser *ch)
{
	ch->columns->first = 0;
	keep(p, ch->columns);
}

static bool chooser_char(struct pane *p, struct chooser *ch, char typed)
{
	struct column *col = &ch->columns->col[ch->at];

	if (typed == ' ' && ch->at > 0)
		col->off = !col->off;
	else if (typed == '+' || typed == '-')
		widen(ch->columns, ch->at, typed == '+' ? 1 : -1);
	else
		return false;
	changed(p, ch);
	return true;
}

static bool chooser_key(struct pane *p, const struct key_event *ev)
{
	struct chooser *ch = p->state;
	int n = ch->columns->n;

	switch ((int)ev->key) {
	case K_UP:
		ch->at = (ch->at + n - 1) % n;
		return true;
	case K_DOWN:
	case K_TAB:
		ch->at = (ch->at + 1) % n;
		return true;
	case K_LEFT:
		return chooser_char(p, ch, '-');
	case K_RIGHT:
		return chooser_char(p, ch, '+');
	case K_ENTER:
		order_by(p, ch);
		return true;
	case K_TEXT:
		return chooser_char(p, ch, key_char(ev));
	default:
		return ev->key == K_SCAN;
	}
}

static const struct pane_kind chooser_kind = {
	.size = sizeof(struct chooser),
	.popup = true,
	.open = chooser_start,
	.draw = chooser_draw,
	.key = chooser_key,
};

void choose_columns_open(struct pane *p, struct columns *cs, struct rows *r, void (*done)(struct pane *p))
{
	struct chooser ch = { .columns = cs, .rows = r, .done = done };

	if (cs->n)
		console_push(p->con, &chooser_kind, NULL, NULL, &ch);
}
