/* sheet_priv.h - the inside of a sheet, for the files it is made of. */
#ifndef WORKBAY_SHEET_PRIV_H
#define WORKBAY_SHEET_PRIV_H

#include "ui/sheet.h"

/* The place of a field in the command's table, -1: it has none of that name. */
int sheet_index(const struct sheet *s, const char *name);
/* Lets the command propose what was not typed. */
void sheet_fill(struct sheet *s, struct look *l);
/* What this text was the last time. */
void sheet_recall(struct sheet *s, struct box *b);

/* sheet_go.c */
/* The focus comes to that box, NULL: to [F12]. */
void sheet_arrive(struct sheet *s, struct box *b);

/* sheet_fault.c */
/* Says what the command's guards have against the box that is being left, with what is known so far. */
void sheet_doubt(struct sheet *s, struct look *l);

/* sheet_walk.c */
/* Where one begins: the first box that is asked for, else the first there is. */
struct box *sheet_first(struct sheet *s);
/* The box behind `from` in the order of the screen (NULL: the first), with `asked` the next where Enter stops; NULL: none. */
struct box *sheet_after(struct sheet *s, const struct box *from, bool asked);
/* The one before `from`; the last when it is NULL. */
struct box *sheet_before(struct sheet *s, const struct box *from);
/* Is this box one of those that are shown? `b` may have gone since. */
bool sheet_has(struct sheet *s, const struct box *b);
/* Is this cell of the layout shown now? */
bool sheet_shows(const struct sheet *s, int row, int cell);
/* The grid a box is in; NULL: none. */
struct grid *sheet_grid(struct sheet *s, const struct box *b, int *ret_row, int *ret_col);
/* The row of the layout that a box stands in, -1: none. */
int sheet_row_of(struct sheet *s, const struct box *b);

/* The page that shows; of a box, or of [F12] for NULL. */
int sheet_page_of(struct sheet *s, const struct box *b);

#endif
