/* pty_screen.c - what stands on the terminal of a test, and waiting for it. */
#include <stdio.h>
#include <string.h>

#include "tests/lib/pty_keys.h"
#include "tests/lib/pty_priv.h"

static void put_cell(struct str *s, const VTermScreenCell *c)
{
	if (c->chars[0] == (uint32_t)-1)
		return;
	if (c->chars[0] == 0) {
		str_addc(s, ' ');
		return;
	}
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && c->chars[i]; i++)
		pty_put_utf8(s, c->chars[i]);
}

const char *pty_row(struct pty *p, int y)
{
	struct str *s;

	if (y < 0 || y >= p->rows)
		return "";
	s = &p->row[y];
	str_clear(s);
	for (int x = 0; x < p->cols; x++) {
		VTermScreenCell c;

		vterm_screen_get_cell(p->screen, (VTermPos){ .row = y, .col = x }, &c);
		put_cell(s, &c);
	}
	while (s->len > 0 && s->s[s->len - 1] == ' ')
		s->s[--s->len] = '\0';
	return str_get(s);
}

int pty_find(struct pty *p, const char *text, int *ret_col)
{
	for (int y = 0; y < p->rows; y++) {
		const char *row = pty_row(p, y), *at = strstr(row, text);
		struct str start = { 0 };

		if (!at)
			continue;
		for (int x = 0; ret_col && x < p->cols; x++) {
			VTermScreenCell c;

			*ret_col = x;
			if (start.len >= (size_t)(at - row))
				break;
			vterm_screen_get_cell(p->screen, (VTermPos){ .row = y, .col = x }, &c);
			put_cell(&start, &c);
		}
		str_free(&start);
		return y;
	}
	return -1;
}

const char *pty_screen(struct pty *p)
{
	pty_pump(p);
	str_clear(&p->all);
	for (int y = 0; y < p->rows; y++) {
		str_add(&p->all, pty_row(p, y));
		str_addc(&p->all, '\n');
	}
	return str_get(&p->all);
}

void pty_dump(struct pty *p)
{
	int y, x;

	pty_pump(p);
	pty_cursor(p, &y, &x);
	fprintf(stderr, "--- %dx%d %s, cursor %d,%d, %zu bytes, %s\n", p->cols, p->rows, p->term, y, x,
		p->raw.len, pty_running(p) ? "running" : "ended");
	for (int i = 0; i < p->rows; i++)
		fprintf(stderr, "%2d|%s\n", i, pty_row(p, i));
	fprintf(stderr, "---\n");
}

void pty_size(const struct pty *p, int *ret_rows, int *ret_cols)
{
	*ret_rows = p->rows;
	*ret_cols = p->cols;
}

void pty_cursor(struct pty *p, int *ret_row, int *ret_col)
{
	VTermPos pos;

	vterm_state_get_cursorpos(vterm_obtain_state(p->vt), &pos);
	*ret_row = pos.row;
	*ret_col = pos.col;
}

bool pty_cursor_visible(struct pty *p)
{
	return p->cursor_visible;
}

struct pty_cell pty_cell(struct pty *p, int y, int x)
{
	VTermScreenCell c;

	if (!vterm_screen_get_cell(p->screen, (VTermPos){ .row = y, .col = x }, &c))
		return (struct pty_cell){ 0 };
	return (struct pty_cell){
		.cp = c.chars[0],
		.reverse = c.attrs.reverse,
		.bold = c.attrs.bold,
		.underline = c.attrs.underline != 0,
		.coloured = !VTERM_COLOR_IS_DEFAULT_FG(&c.fg) || !VTERM_COLOR_IS_DEFAULT_BG(&c.bg),
		.width = c.width,
	};
}

struct wanted {
	const char *text;
	int y; /* -1: any row */
	bool gone;
};

static bool is_there(struct pty *p, void *arg)
{
	const struct wanted *w = arg;
	bool there;

	if (w->y >= 0)
		there = strstr(pty_row(p, w->y), w->text) != NULL;
	else
		there = pty_find(p, w->text, NULL) >= 0;
	return there != w->gone;
}

static bool expect(struct pty *p, struct wanted w, int limit_ms)
{
	if (pty_until(p, is_there, &w, limit_ms))
		return true;
	fprintf(stderr, "expected%s in %s %d: \"%s\"\n", w.gone ? " to vanish" : "",
		w.y < 0 ? "any row" : "row", w.y, w.text);
	pty_dump(p);
	return false;
}

bool pty_expect(struct pty *p, const char *text, int limit_ms)
{
	return expect(p, (struct wanted){ .text = text, .y = -1 }, limit_ms);
}

bool pty_expect_row(struct pty *p, int y, const char *text, int limit_ms)
{
	return expect(p, (struct wanted){ .text = text, .y = y }, limit_ms);
}

bool pty_expect_gone(struct pty *p, const char *text, int limit_ms)
{
	return expect(p, (struct wanted){ .text = text, .y = -1, .gone = true }, limit_ms);
}
