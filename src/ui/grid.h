/* grid.h - a repeated group of inputs: rows that grow, or a pay grid with one row for each method. */
#ifndef WORKBAY_GRID_H
#define WORKBAY_GRID_H

#include "ui/box.h"

struct grid {
	const struct field *def; /* VT_LINES */
	struct box **row;        /* each an array of n_cols boxes */
	int n, n_cols, top;
	bool proposed;      /* its rows were */
	bool pay;           /* a choice and an amount: one row for each choice, no more */
	int choice, amount; /* their columns, where `pay` */
	int tendered; /* a second amount: what was handed over, where that is more than is open; -1: none */
	int64_t open; /* what was proposed in all: typing less leaves the rest to the next row */
};

/* Empty, with one row to type in; a group whose line has a choice (or a reference of at most nine rows) that
 * is required and an amount is a pay grid with all its rows. */
void grid_init(struct grid *g, const struct field *def, struct look *l);
void grid_free(struct grid *g);

/* The proposed or drafted rows, none where there are none any more; rows that were typed stay. */
void grid_put(struct grid *g, struct look *l, const struct args *from, bool drafted);
/* Adds the rows that hold something as rows of the group. Pay rows without an amount are left out. */
void grid_args(const struct grid *g, struct args *out, struct arena *a);

/* One more empty row at the end; NULL when the group is full. */
struct box *grid_add(struct grid *g);
void grid_drop(struct grid *g, int row);
/* Was something typed into the row, or into any of them? */
bool grid_row_typed(const struct grid *g, int row);
bool grid_typed(const struct grid *g);
bool grid_row_empty(const struct grid *g, int row);
/* Where a box is; false when it is not of this grid. */
bool grid_find(const struct grid *g, const struct box *b, int *ret_row, int *ret_col);

/* In a pay grid: what is still open, and putting it into the row's amount. */
int64_t grid_left(const struct grid *g);
void grid_carry(struct grid *g, struct look *l, int row);
/* An amount that was proposed and not typed goes on with the cursor: the row is emptied, and the next one gets it. */
void grid_pass_on(struct grid *g, int row, int col);

/* Heads and rows in the area; the focused box (or NULL) gets the caret. */
void grid_draw(struct grid *g, struct canvas *c, struct rect r, const struct box *focus,
	       const struct lang *lang);

#endif
