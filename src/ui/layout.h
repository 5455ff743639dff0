/* layout.h - the language of form rows (screen.h tells its grammar) and where its cells come to stand. */
#ifndef WORKBAY_LAYOUT_H
#define WORKBAY_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"

enum cell_kind { CELL_FIELD, CELL_HEAD, CELL_GROUP };

struct layout_cell {
	enum cell_kind kind;
	const char *name;
	int columns, lines; /* 0: by its type, 1 */
	bool rest;          /* takes what is left of the line */
	bool asked;         /* Enter stops here while it is empty */
	const char *when;   /* shown when this field is set; NULL: always */
};

struct layout_row {
	enum { ROW_CELLS, ROW_SECTION, ROW_PAGE } kind;
	const char *title; /* sections and pages: an English msgid */
	bool wide;         /* '~': from 60 columns on, or when filled */
	struct layout_cell *cell;
	int n;
};

struct layout {
	struct layout_row *row;
	int n;
};

/* Reads rows up to a NULL; at most `most`. A row that is not of the language is a fault named in `e`. */
bool layout_read(struct arena *a, const char *const *rows, size_t most, struct layout *ret, struct err *e);

/* Where a cell stands. */
struct spot {
	int row, cell; /* in the layout */
	int y, x;      /* of the label, from the top of the page */
	int label;     /* columns of the label */
	int w, h;      /* of the field */
};

/* What a cell needs, told by the caller; a cell that is not shown has h = 0. */
struct cell_size {
	int label, w, h;
	int least; /* columns that the field can do with */
	bool rest;
};

/* Places the cells of one page (the rows between two "/") in `width` columns. `size(arg, row, cell)` is asked
 * for each. Sections take a line of their own, cell -1; they are dropped under 60 columns. Labels of the same
 * position stand under each other where there is room; what does not fit wraps. Returns the number of lines
 * and the spots. */
int layout_place(const struct layout *l, int page, int width,
		 struct cell_size (*size)(void *arg, int row, int cell), void *arg, struct arena *a,
		 struct spot **ret, int *ret_n);

/* How many pages there are, at least 1; the page a row is on. */
int layout_pages(const struct layout *l);
int layout_page_of(const struct layout *l, int row);
/* The title of a page, NULL for the first. */
const char *layout_page_title(const struct layout *l, int page);

#endif
