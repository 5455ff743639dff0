/* term_demo.c - a field and the name of each key, to prove term.c under a pseudo-terminal. */
#include <unistd.h>

#include "base/arena.h"
#include "ui/edit.h"
#include "ui/term.h"

static const char *word(const struct key_event *ev)
{
	static const char *const moves[] = { "enter", "tab",       "backtab", "up",   "down",
					     "left",  "right",     "home",    "end",  "pgup",
					     "pgdn",  "backspace", "del",     "mode", "newline" };

	if (ev->key < K_ACTIONS)
		return key_word(ev->key);
	if (ev->key <= K_NEWLINE)
		return moves[ev->key - K_ACTIONS];
	return ev->key == K_TEXT    ? ev->ch
	       : ev->key == K_PASTE ? "paste"
	       : ev->key == K_SCAN  ? "scan"
	       : ev->key == K_BAD   ? "bad"
				    : "resize";
}

static void paint(struct display *d, struct edit *ed, const struct key_event *ev)
{
	struct canvas *c;
	struct arena *a = arena_new();
	int rows, cols;

	d->size(d->arg, &rows, &cols);
	c = canvas_new(rows, cols);
	canvas_put(c, 0, 0, cols, -1, ROLE_TITLE, arena_printf(a, "demo %dx%d", cols, rows));
	canvas_put(c, 2, 2, 8, -1, ROLE_LABEL, "客户");
	edit_draw(ed, c, (struct rect){ 2, 11, 1, 20 }, ROLE_FOCUS, true);
	if (ev)
		canvas_put(c, 4, 0, cols, -1, ROLE_NORMAL,
			   arena_printf(a, "key: %s %s", word(ev), ev->text ? ev->text : ""));
	canvas_box(c, (struct rect){ 6, 4, 4, 20 }, ROLE_LINE);
	d->show(d->arg, c);
	canvas_free(c);
	arena_free(a);
}

int main(int argc, char **argv)
{
	struct err e = { 0 };
	struct key_event ev;
	struct edit ed;
	struct terminal *t;
	struct display d;
	bool quiet = argc > 1 && strcmp(argv[1], "quiet") == 0;

	term_locale();
	t = term_open(&(struct term_options){ .scan_prefix = "\002" }, &e);
	if (!t) {
		fprintf(stderr, "%s\n", e.text);
		return (int)e.code;
	}
	d = term_display(t);
	edit_init(&ed, "", 40, 0);
	paint(&d, &ed, NULL);
	while (d.key(d.arg, -1, &ev) && ev.key != K_GONE && ev.key != K_LOCK) {
		if (ev.key == K_VOID)
			abort();
		if (ev.key == K_SCAN || !edit_key(&ed, &ev) || !quiet)
			paint(&d, &ed, &ev);
		else
			paint(&d, &ed, NULL);
	}
	edit_free(&ed);
	if (term_gone(t))
		_exit(3);
	term_close(t);
	return 0;
}
