/* help.c - help is made of the tables that the screen works by; there is no other text to keep. */
#include "ui/help.h"

#include "base/text.h"
#include "ui/act.h"
#include "ui/console_priv.h"
#include "ui/edit.h"
#include "ui/panel.h"

struct help_line {
	const char *key, *text; /* a key and what it does; without a key a heading or a line of text */
	bool head;
};

struct help {
	struct edit filter;
	struct help_line *line;
	size_t n, most;
	int top, shown;
};

static void line_add(struct help *st, struct arena *a, const char *key, const char *text, bool head)
{
	if (st->n == st->most) {
		struct help_line *more = ARENA_ARRAY(a, struct help_line, st->most * 2 + 64);

		if (st->n)
			memcpy(more, st->line, st->n * sizeof *more);
		st->line = more;
		st->most = st->most * 2 + 64;
	}
	st->line[st->n++] = (struct help_line){ key, text, head };
}

static const char *key_name(const struct console *con, enum key_code k, struct arena *a)
{
	char name[8], ctrl = keymap_ctrl(&con->keys, k);

	keymap_text(&con->keys, k, con->o.no_f, name);
	if (ctrl && !con->o.no_f && keymap_f(&con->keys, k))
		return arena_printf(a, "%s ^%c", name, ctrl);
	return arena_strdup(a, name);
}

static void add_fields(struct help *st, struct pane *p, struct pane *of)
{
	const char *text = of->kind->help ? of->kind->help(of, p->arena) : NULL;

	if (!text || !*text)
		return;
	line_add(st, p->arena, NULL, pane_tr(p, N_("Fields")), true);
	while (*text) {
		size_t n = strcspn(text, "\n");

		line_add(st, p->arena, NULL, arena_strndup(p->arena, text, n), false);
		text += n + (text[n] == '\n');
	}
}

/* The key that opens the menu of what has no key of its own: none in a list, whose rows take the digits. */
static const char *menu_opens(struct pane *p, const struct pane *of)
{
	if (of->screen->type == TYPE_LIST)
		return "";
	for (const struct key *k = of->screen->common->keys; !key_ends(k); k++)
		if (k->at == K_ENTER)
			return key_name(p->con, K_FIND, p->arena);
	return pane_tr(p, N_("Enter"));
}

/* How a key of the menu is reached: what opens the menu, and its digit there. */
static const char *menu_key(struct pane *p, const struct pane *of, const struct key *key)
{
	const struct key *keys = of->screen->common->keys, *k;
	const char *opens = menu_opens(p, of);
	int n = 1;

	while ((k = act_nth(keys, n)) && k != key)
		n++;
	if (n > PANEL_CHOICES || (n == PANEL_CHOICES && act_nth(keys, n + 1)))
		return opens;
	return arena_printf(p->arena, "%s%s%d", opens, *opens ? " " : "", n);
}

/* The screen's own table: every row of it, with the sentence of its command. */
static void add_table(struct help *st, struct pane *p, const struct pane *of)
{
	for (const struct key *k = of->screen->common->keys; k && !key_ends(k); k++) {
		const struct command *c = k->runs ? command_find(k->runs) : NULL;
		const char *label = act_label(p->con, k, NULL),
			   *help = c && c->help ? pane_tr(p, c->help) : "";

		line_add(st, p->arena,
			 k->at == K_MENU ? menu_key(p, of, k) : key_name(p->con, k->at, p->arena),
			 arena_printf(p->arena, "%s%s%s", label, *help ? ": " : "", help), false);
	}
}

/* What the pane puts on its key bar beyond the table. */
static void add_bar(struct help *st, struct pane *p, struct pane *of)
{
	struct bar_item item[BAR_ITEMS];
	size_t n = of->kind->bar ? of->kind->bar(of, item, BAR_ITEMS) : 0;
	const struct key *keys = of->screen ? of->screen->common->keys : NULL;

	for (size_t i = 0; i < n; i++) {
		bool listed = false;

		for (const struct key *k = keys; k && !key_ends(k); k++)
			listed = listed || k->at == item[i].at;
		if (!listed)
			line_add(st, p->arena, key_name(p->con, item[i].at, p->arena), item[i].label, false);
	}
}

static void add_everywhere(struct help *st, struct pane *p)
{
	line_add(st, p->arena, NULL, pane_tr(p, N_("Keys that mean the same everywhere")), true);
	for (int k = K_HELP; k < K_ACTIONS; k++)
		line_add(st, p->arena, key_name(p->con, (enum key_code)k, p->arena),
			 arena_printf(p->arena, "%s: %s", pane_tr(p, key_label((enum key_code)k)),
				      pane_tr(p, key_help((enum key_code)k))),
			 false);
}

static bool help_start(struct pane *p, void *arg, struct err *e)
{
	struct help *st = p->state;
	struct pane *of = arg;

	(void)e;
	edit_init(&st->filter, "", 40, 0);
	line_add(st, p->arena, NULL, pane_tr(p, of->screen ? of->screen->common->title : N_("This window")),
		 true);
	if (of->kind->typing && of->kind->typing(of))
		add_fields(st, p, of);
	if (of->screen)
		add_table(st, p, of);
	add_bar(st, p, of);
	if (!of->kind->typing || !of->kind->typing(of))
		add_fields(st, p, of);
	add_everywhere(st, p);
	return true;
}

static void help_end(struct pane *p)
{
	edit_free(&((struct help *)p->state)->filter);
}

/* ---- drawing ---- */

static bool line_fits(const struct help_line *line, const char *typed, struct arena *a)
{
	return !*typed || (!line->head && (strstr(text_fold_search(a, line->text), typed) ||
					   (line->key && strstr(text_fold_search(a, line->key), typed))));
}

#define KEY_W 10

/* Draws from line `skip` of the wrapped text on; returns how many lines there are in all. */
static int text_draw(const struct help *st, struct canvas *c, struct rect in, int skip, struct arena *a)
{
	const char *typed = text_fold_search(a, edit_text(&st->filter));
	int y = 0;

	for (size_t i = 0; i < st->n; i++) {
		const struct help_line *line = &st->line[i];
		int indent = line->key ? KEY_W : line->head ? 0 : 2;
		char **part;
		size_t n;

		if (!line_fits(line, typed, a))
			continue;
		n = text_wrap(a, line->text, in.w - indent, &part);
		for (size_t k = 0; k < n; k++, y++) {
			int at = in.y + y - skip;

			if (y < skip || y >= skip + in.h)
				continue;
			if (line->key && k == 0)
				canvas_put(c, at, in.x, KEY_W - 1, -1, ROLE_HOT, line->key);
			canvas_put(c, at, in.x + indent, in.w - indent, -1,
				   line->head ? ROLE_HEAD : ROLE_NORMAL, part[k]);
		}
	}
	return y;
}

static void help_draw(struct pane *p, struct canvas *c)
{
	struct help *st = p->state;
	struct arena *a = arena_new();
	const char *label = pane_tr(p, N_("Filter:"));
	struct rect in = popup_frame(c, canvas_rows(c) - 6, 74, pane_tr(p, N_("Help")),
				     pane_tr(p, N_("Esc back  PgDn more")));
	int w = text_width(label) + 1, lines;
	struct rect text = { in.y + 1, in.x, in.h - 1, in.w };

	canvas_put(c, in.y, in.x, w, -1, ROLE_LABEL, label);
	edit_draw(&st->filter, c, (struct rect){ in.y, in.x + w, 1, in.w - w }, ROLE_FOCUS, true);
	lines = text_draw(st, c, (struct rect){ in.y + 1, in.x, 0, in.w }, 0, a);
	if (st->top > lines - text.h)
		st->top = lines > text.h ? lines - text.h : 0;
	text_draw(st, c, text, st->top, a);
	st->shown = text.h;
	arena_free(a);
}

static void help_scroll(struct help *st, int by)
{
	st->top = st->top + by < 0 ? 0 : st->top + by;
}

static bool help_key(struct pane *p, const struct key_event *ev)
{
	struct help *st = p->state;

	switch ((int)ev->key) {
	case K_UP:
		help_scroll(st, -1);
		return true;
	case K_DOWN:
		help_scroll(st, 1);
		return true;
	case K_PGUP:
		help_scroll(st, -st->shown);
		return true;
	case K_PGDN:
	case K_ENTER:
		help_scroll(st, st->shown);
		return true;
	case K_HELP:
		console_close(p);
		return true;
	case K_SCAN:
	case K_PASTE:
		return true;
	default:
		if (pane_passes(ev->key))
			return false;
		st->top = 0;
		edit_key(&st->filter, ev);
		return true;
	}
}

static const struct pane_kind help_kind = {
	.size = sizeof(struct help),
	.popup = true,
	.open = help_start,
	.close = help_end,
	.draw = help_draw,
	.key = help_key,
	.typing = pane_typing,
};

void help_open(struct console *con)
{
	console_push(con, &help_kind, NULL, NULL, con->top);
}
