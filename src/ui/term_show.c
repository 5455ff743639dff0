/* term_show.c - a canvas is painted: only the cells that are not on the terminal yet. */
#include "ui/term_priv.h"

#include "base/arena.h"
#include "ui/guard.h"

#define STALL_SECONDS 5

static const struct {
	attr_t mono, colour;
	short pair;
} look[ROLE_COUNT] = {
	[ROLE_TITLE] = { A_REVERSE, A_REVERSE, 0 },
	[ROLE_PRACTICE] = { A_REVERSE | A_BOLD, A_REVERSE | A_BOLD, 2 },
	[ROLE_HEAD] = { A_BOLD, A_BOLD, 1 },
	[ROLE_LABEL] = { A_NORMAL, A_NORMAL, 1 },
	[ROLE_FIELD] = { A_UNDERLINE, A_UNDERLINE, 0 },
	[ROLE_FOCUS] = { A_REVERSE, A_REVERSE, 0 },
	[ROLE_SELECT] = { A_REVERSE, A_REVERSE, 0 },
	[ROLE_MARKED] = { A_BOLD, A_BOLD, 2 },
	[ROLE_TOTAL] = { A_BOLD, A_BOLD, 0 },
	[ROLE_ERROR] = { A_BOLD, A_BOLD, 2 },
	[ROLE_WARN] = { A_BOLD, A_NORMAL, 2 },
	[ROLE_GOOD] = { A_BOLD, A_BOLD, 1 },
	[ROLE_DIM] = { A_DIM, A_DIM, 0 },
	[ROLE_STRUCK] = { A_DIM, A_DIM, 3 },
	[ROLE_HINT] = { A_NORMAL, A_NORMAL, 0 },
	[ROLE_HOT] = { A_BOLD, A_BOLD, 0 },
	[ROLE_BAR] = { A_NORMAL, A_NORMAL, 1 },
	[ROLE_OFF] = { A_DIM, A_DIM, 0 },
	[ROLE_CHART] = { A_REVERSE, A_REVERSE, 1 },
};

static const struct {
	char ascii;
	wchar_t unicode;
} line_look[] = { { '-', L'\u2500' }, { '|', L'\u2502' }, { '+', L'\u250c' },
		  { '+', L'\u2510' }, { '+', L'\u2514' }, { '+', L'\u2518' } };

static const cchar_t *line_acs(uint32_t cp)
{
	switch (cp) {
	case LINE_H:
		return WACS_HLINE;
	case LINE_V:
		return WACS_VLINE;
	case LINE_UL:
		return WACS_ULCORNER;
	case LINE_UR:
		return WACS_URCORNER;
	case LINE_LL:
		return WACS_LLCORNER;
	default:
		return WACS_LRCORNER;
	}
}

static void cell_to_curses(const struct terminal *t, const struct cell *at, cchar_t *out)
{
	attr_t attr = t->colour ? look[at->role].colour : look[at->role].mono;
	short pair = t->colour ? look[at->role].pair : 0;
	wchar_t text[3] = { (wchar_t)at->cp, (wchar_t)at->comb, 0 }, got[CCHARW_MAX];
	attr_t line_attr;
	short line_pair;

	if (at->cp >= LINE_H && t->options.lines == LINES_UNICODE)
		text[0] = line_look[at->cp - LINE_H].unicode;
	else if (at->cp >= LINE_H && t->options.lines == LINES_ASCII)
		text[0] = line_look[at->cp - LINE_H].ascii;
	else if (at->cp >= LINE_H && getcchar(line_acs(at->cp), got, &line_attr, &line_pair, NULL) != ERR) {
		text[0] = got[0];
		attr |= line_attr;
	}
	setcchar(out, text, attr, pair, NULL);
}

static bool cell_same(const struct cell *a, const struct cell *b)
{
	return memcmp(a, b, sizeof *a) == 0;
}

/* Tells curses the changed stretches of a row. A stretch never begins or ends inside a wide character, for
 * both rows are whole and each cell of a changed character differs. */
static void row_show(struct terminal *t, const struct canvas *c, int y, cchar_t *buf)
{
	const struct cell *now = canvas_row(c, y);
	struct cell *was = &t->shown[y * t->cols];
	int x = 0, from;

	if (!t->everything && memcmp(was, now, (size_t)t->cols * sizeof *now) == 0)
		return;
	while (x < t->cols) {
		int cells = 0;

		if (!t->everything && cell_same(&was[x], &now[x])) {
			x++;
			continue;
		}
		for (from = x; x < t->cols && (t->everything || !cell_same(&was[x], &now[x])); x++)
			if (now[x].width)
				cell_to_curses(t, &now[x], &buf[cells++]);
		mvwadd_wchnstr(stdscr, y, from, buf, cells);
	}
	memcpy(was, now, (size_t)t->cols * sizeof *now);
}

static void shown_room(struct terminal *t)
{
	int rows = getmaxy(stdscr), cols = getmaxx(stdscr);

	if (rows == t->rows && cols == t->cols && t->shown)
		return;
	t->rows = rows;
	t->cols = cols;
	free(t->shown);
	t->shown = xcalloc((size_t)rows * (size_t)cols, sizeof *t->shown);
	t->everything = true;
}

void term_show(void *arg, const struct canvas *c)
{
	struct terminal *t = arg;
	cchar_t *buf;
	int y, x;

	if (term_gone(t))
		return;
	shown_room(t);
	if (canvas_rows(c) != t->rows || canvas_cols(c) != t->cols)
		return; /* the size has just changed: the next drawing has the new one */
	buf = xcalloc((size_t)t->cols + 1, sizeof *buf);
	for (y = 0; y < t->rows; y++)
		row_show(t, c, y, buf);
	free(buf);
	t->everything = false;
	canvas_caret_at(c, &y, &x);
	curs_set(y >= 0);
	if (y >= 0)
		wmove(stdscr, y, x);
	guard_stall(STALL_SECONDS);
	wrefresh(stdscr);
	guard_stall(0);
}

void term_repaint(void *arg)
{
	struct terminal *t = arg;

	t->everything = true;
	clearok(stdscr, TRUE);
}

void term_bell(void *arg)
{
	if (!term_gone(arg))
		beep();
}

void term_size(void *arg, int *rows, int *cols)
{
	(void)arg;
	*rows = getmaxy(stdscr);
	*cols = getmaxx(stdscr);
}
