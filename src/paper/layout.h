/* layout.h - cells side by side become lines of columns. */
#ifndef WORKBAY_LAYOUT_H
#define WORKBAY_LAYOUT_H

#include "base/arena.h"
#include "base/str.h"

#define LAYOUT_CELLS 24

/* A text and where it stands. What is too long goes on below in the same columns. */
struct layout_cell {
	const char *text;
	int width, align; /* columns, 0: shares what is left; -1 left, 0 middle, 1 right */
};

/* Appends the cells as one or more lines of at most `columns`, one blank between cells, without blanks at the
 * end. When the widths do not find room the rightmost cells are cut off. */
void layout_row(struct str *out, const struct layout_cell *cells, size_t n, int columns, struct arena *a);

/* Gives the cells that share what is left their columns, the odd ones to the first. At least 1. */
void layout_share(struct layout_cell *cells, size_t n, int columns);

#endif
