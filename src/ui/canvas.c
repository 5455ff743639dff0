/* canvas.c - cells, clipping by columns, and the repair of halved wide characters. */
#include "ui/canvas.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

struct canvas {
	int rows, cols, caret_y, caret_x;
	struct cell *cell;
};

#define CHAR_BYTES 4 /* of the longest character in UTF-8 */

static const struct cell blank = { .cp = ' ', .width = 1, .role = ROLE_NORMAL };

static struct cell *canvas_cell(const struct canvas *c, int y, int x)
{
	return &c->cell[y * c->cols + x];
}

struct canvas *canvas_new(int rows, int cols)
{
	struct canvas *c = xcalloc(1, sizeof *c);

	canvas_resize(c, rows, cols);
	return c;
}

void canvas_free(struct canvas *c)
{
	if (!c)
		return;
	free(c->cell);
	free(c);
}

void canvas_resize(struct canvas *c, int rows, int cols)
{
	c->rows = rows < 1 ? 1 : rows;
	c->cols = cols < 1 ? 1 : cols;
	free(c->cell);
	c->cell = xcalloc((size_t)c->rows * (size_t)c->cols, sizeof *c->cell);
	canvas_clear(c);
}

void canvas_clear(struct canvas *c)
{
	for (int x = 0; x < c->cols; x++)
		c->cell[x] = blank;
	for (int y = 1; y < c->rows; y++)
		memcpy(canvas_cell(c, y, 0), c->cell, (size_t)c->cols * sizeof blank);
	c->caret_y = c->caret_x = -1;
}

int canvas_rows(const struct canvas *c)
{
	return c->rows;
}

int canvas_cols(const struct canvas *c)
{
	return c->cols;
}

static bool canvas_inside(const struct canvas *c, int y, int x)
{
	return y >= 0 && y < c->rows && x >= 0 && x < c->cols;
}

const struct cell *canvas_row(const struct canvas *c, int y)
{
	return canvas_cell(c, y, 0);
}

struct cell canvas_at(const struct canvas *c, int y, int x)
{
	return canvas_inside(c, y, x) ? *canvas_cell(c, y, x) : blank;
}

/* Blanks the other half of a wide character that the cell at x is a half of. */
static void cell_repair(struct canvas *c, int y, int x)
{
	struct cell *at = canvas_cell(c, y, x), *other = NULL;

	if (at->width == 2 && x + 1 < c->cols)
		other = at + 1;
	else if (at->width == 0 && x > 0)
		other = at - 1;
	if (!other)
		return;
	other->cp = ' ';
	other->comb = 0;
	other->width = 1;
}

static void cell_set(struct canvas *c, int y, int x, uint32_t cp, uint8_t width, enum role role)
{
	if (!canvas_inside(c, y, x))
		return;
	cell_repair(c, y, x);
	*canvas_cell(c, y, x) = (struct cell){ .cp = cp, .width = width, .role = (uint16_t)role };
}

/* Writes one character at x; a wide one that would be cut by an edge becomes a blank. */
static void cell_put(struct canvas *c, int y, int x, uint32_t cp, int width, enum role role)
{
	if (width == 2 && (!canvas_inside(c, y, x) || !canvas_inside(c, y, x + 1))) {
		cell_set(c, y, x, ' ', 1, role);
		cell_set(c, y, x + 1, ' ', 1, role);
		return;
	}
	cell_set(c, y, x, cp, (uint8_t)width, role);
	if (width == 2) {
		cell_repair(c, y, x + 1);
		*canvas_cell(c, y, x + 1) = (struct cell){ .role = (uint16_t)role };
	}
}

static void cell_combine(struct canvas *c, int y, int x, uint32_t cp)
{
	struct cell *at;

	if (!canvas_inside(c, y, x))
		return;
	at = canvas_cell(c, y, x);
	if (at->width == 0 && x > 0)
		at--;
	if (!at->comb)
		at->comb = cp;
}

/* Decodes the next character as it may be shown. */
static int next_shown(const char *s, uint32_t *cp)
{
	int n;

	if (*s >= ' ' && *s <= '~') {
		*cp = (uint32_t)*s;
		return 1;
	}
	n = text_decode(s, strnlen(s, CHAR_BYTES), cp);
	if (n < 0) {
		*cp = '?';
		return 1;
	}
	if (n > 0 && !text_storable(*cp, false))
		*cp = '?';
	return n;
}

/* Columns of the text as it is shown. */
static int shown_width(const char *s)
{
	uint32_t cp;
	int n, w = 0;

	while ((n = next_shown(s, &cp)) > 0) {
		w += text_cp_width(cp);
		s += n;
	}
	return w;
}

/* Writes characters while they fit before column `end`; returns the column behind the last. */
static int put_chars(struct canvas *c, int y, int x, int end, enum role role, const char *s)
{
	uint32_t cp;
	int n, w;

	while ((n = next_shown(s, &cp)) > 0) {
		w = text_cp_width(cp);
		if (x + w > end)
			break;
		if (w == 0)
			cell_combine(c, y, x - 1, cp);
		else
			cell_put(c, y, x, cp, w, role);
		x += w;
		s += n;
	}
	return x;
}

static void put_blanks(struct canvas *c, int y, int x, int end, enum role role)
{
	for (; x < end; x++)
		cell_set(c, y, x, ' ', 1, role);
}

void canvas_put(struct canvas *c, int y, int x, int width, int align, enum role role, const char *text)
{
	int w = shown_width(text), end = x + width, at;

	if (width <= 0)
		return;
	if (w > width) {
		at = put_chars(c, y, x, end - 1, role, text);
		put_blanks(c, y, at, end - 1, role);
		cell_set(c, y, end - 1, '~', 1, role);
		return;
	}
	at = align < 0 ? x : align > 0 ? end - w : x + (width - w) / 2;
	put_blanks(c, y, x, at, role);
	at = put_chars(c, y, at, end, role, text);
	put_blanks(c, y, at, end, role);
}

void canvas_put_cut(struct canvas *c, int y, int x, int width, enum role role, const char *text)
{
	int at = put_chars(c, y, x, x + width, role, text);

	put_blanks(c, y, at, x + width, role);
}

void canvas_fill(struct canvas *c, struct rect r, enum role role)
{
	for (int y = r.y; y < r.y + r.h; y++)
		put_blanks(c, y, r.x, r.x + r.w, role);
}

void canvas_hline(struct canvas *c, int y, int x, int width, enum role role)
{
	for (int i = 0; i < width; i++)
		cell_set(c, y, x + i, LINE_H, 1, role);
}

void canvas_vline(struct canvas *c, int y, int x, int height, enum role role)
{
	for (int i = 0; i < height; i++)
		cell_set(c, y + i, x, LINE_V, 1, role);
}

void canvas_box(struct canvas *c, struct rect r, enum role role)
{
	int bottom = r.y + r.h - 1, right = r.x + r.w - 1;

	if (r.h < 2 || r.w < 2)
		return;
	canvas_hline(c, r.y, r.x, r.w, role);
	canvas_hline(c, bottom, r.x, r.w, role);
	canvas_vline(c, r.y, r.x, r.h, role);
	canvas_vline(c, r.y, right, r.h, role);
	cell_set(c, r.y, r.x, LINE_UL, 1, role);
	cell_set(c, r.y, right, LINE_UR, 1, role);
	cell_set(c, bottom, r.x, LINE_LL, 1, role);
	cell_set(c, bottom, right, LINE_LR, 1, role);
}

void canvas_role(struct canvas *c, int y, int x, int width, enum role role)
{
	for (int i = x; i < x + width; i++)
		if (canvas_inside(c, y, i))
			canvas_cell(c, y, i)->role = (uint16_t)role;
}

void canvas_caret(struct canvas *c, int y, int x)
{
	c->caret_y = y < 0 ? 0 : y >= c->rows ? c->rows - 1 : y;
	c->caret_x = x < 0 ? 0 : x >= c->cols ? c->cols - 1 : x;
}

void canvas_caret_at(const struct canvas *c, int *y, int *x)
{
	*y = c->caret_y;
	*x = c->caret_x;
}

static void cell_text(const struct cell *at, struct str *out)
{
	char buf[5];

	if (at->width == 0)
		return;
	if (at->cp >= LINE_H) {
		str_addc(out, at->cp == LINE_H ? '-' : at->cp == LINE_V ? '|' : '+');
		return;
	}
	str_addn(out, buf, (size_t)text_encode(at->cp, buf));
	if (at->comb)
		str_addn(out, buf, (size_t)text_encode(at->comb, buf));
}

void canvas_row_text(const struct canvas *c, int y, struct str *out)
{
	int end = c->cols;

	while (end > 0 && canvas_at(c, y, end - 1).cp == ' ')
		end--;
	for (int x = 0; x < end; x++) {
		struct cell at = canvas_at(c, y, x);

		cell_text(&at, out);
	}
}

void canvas_dump(const struct canvas *c, struct str *out)
{
	for (int y = 0; y < c->rows; y++) {
		canvas_row_text(c, y, out);
		str_addc(out, '\n');
	}
}
