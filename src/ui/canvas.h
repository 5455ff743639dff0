/* canvas.h - a grid of cells that everything is drawn on; only term.c knows how it reaches a terminal.
 *
 * Writing goes through canvas_put() alone: it clips by columns, pads with blanks and repairs a wide character
 * whose half is covered, so that every row is whole at any time. */
#ifndef WORKBAY_CANVAS_H
#define WORKBAY_CANVAS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* What a cell is for, not how it looks; the terminal chooses colours or attributes. */
enum role {
	ROLE_NORMAL,
	ROLE_TITLE,    /* the first row, heads of pop-ups */
	ROLE_PRACTICE, /* the first row of a practice shop */
	ROLE_HEAD,     /* column headings, sections */
	ROLE_LABEL,
	ROLE_VALUE,  /* read only */
	ROLE_FIELD,  /* can be edited */
	ROLE_FOCUS,  /* is being edited */
	ROLE_SELECT, /* the current row or choice */
	ROLE_MARKED, /* a marked row */
	ROLE_TOTAL,
	ROLE_ERROR,
	ROLE_WARN,
	ROLE_GOOD,
	ROLE_DIM,
	ROLE_STRUCK, /* gone, declined, switched off */
	ROLE_HINT,
	ROLE_HOT, /* the name of a key */
	ROLE_BAR, /* what the key does */
	ROLE_OFF, /* a key that does nothing now */
	ROLE_LINE,
	ROLE_CHART, /* a bar of a chart: reverse blanks */
	ROLE_COUNT,
};

/* Cells of lines and boxes: abstract, drawn as the terminal can. */
enum line_cell {
	LINE_H = 0x110000,
	LINE_V,
	LINE_UL,
	LINE_UR,
	LINE_LL,
	LINE_LR,
};

/* Without padding, so that rows compare as memory. */
struct cell {
	uint32_t cp;    /* a code point, ' ', or an enum line_cell */
	uint32_t comb;  /* one combining mark, 0: none */
	uint16_t width; /* 1, 2; 0: the right half of the cell before */
	uint16_t role;
};

struct rect {
	int y, x, h, w;
};

struct canvas;

/* A blank canvas. The caller frees it with canvas_free(). */
struct canvas *canvas_new(int rows, int cols);
void canvas_free(struct canvas *c);
void canvas_resize(struct canvas *c, int rows, int cols); /* blank again */
void canvas_clear(struct canvas *c);
int canvas_rows(const struct canvas *c);
int canvas_cols(const struct canvas *c);

/* Writes UTF-8 cut and padded to `width` columns; align -1 left, 0 middle, 1 right. A cut text ends in '~'.
 * What lies outside is dropped; what may not be stored shows as '?'. */
void canvas_put(struct canvas *c, int y, int x, int width, int align, enum role role, const char *text);

/* The same for a text that has a wider row under it: no '~' where it is cut (editors that scroll). */
void canvas_put_cut(struct canvas *c, int y, int x, int width, enum role role, const char *text);

/* Blanks of a role over an area. */
void canvas_fill(struct canvas *c, struct rect r, enum role role);
void canvas_hline(struct canvas *c, int y, int x, int width, enum role role);
void canvas_vline(struct canvas *c, int y, int x, int height, enum role role);
/* A frame along the inner edge of `r`; the inside is left alone. */
void canvas_box(struct canvas *c, struct rect r, enum role role);
/* Gives cells another role and leaves their text. */
void canvas_role(struct canvas *c, int y, int x, int width, enum role role);

/* Where the hardware cursor ends; -1, -1 when nothing has set it since canvas_clear(). */
void canvas_caret(struct canvas *c, int y, int x);
void canvas_caret_at(const struct canvas *c, int *y, int *x);

/* The cell; a blank one outside. */
struct cell canvas_at(const struct canvas *c, int y, int x);
/* The cells of row y, canvas_cols() of them; y is inside. */
const struct cell *canvas_row(const struct canvas *c, int y);

/* The text of one row without blanks at its end, and of all rows with newlines; lines are + - and |. For
 * tests. */
void canvas_row_text(const struct canvas *c, int y, struct str *out);
void canvas_dump(const struct canvas *c, struct str *out);

#endif
