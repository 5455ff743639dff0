/* columns.h - which columns of a view are shown, how wide, and the drawing of rows in them. */
#ifndef WORKBAY_COLUMNS_H
#define WORKBAY_COLUMNS_H

#include "ui/rows.h"

#define COLUMNS_MOST 40

/* One shown column, in the order of the screen. */
struct column {
	int index; /* in the view */
	int width; /* chosen; 0: the view's */
	bool off;  /* hidden by choice */
};

struct columns {
	const struct view *view;
	const struct lang *lang; /* of the headings */
	struct column col[COLUMNS_MOST];
	int n;
	int first; /* columns scrolled away to the left */
	/* what columns_fit() found */
	int shown[COLUMNS_MOST], x[COLUMNS_MOST], w[COLUMNS_MOST], line[COLUMNS_MOST], n_shown, lines;
	bool more; /* there are columns to the right that did not fit */
};

/* All columns that the person may see, as in the view. */
void columns_init(struct columns *cs, const struct view *v, const struct view_who *who);

/* The choice as one line, for keeping: "code:12 -name qty". In the arena. */
char *columns_write(const struct columns *cs, struct arena *a);
/* Takes a kept choice; names that are no longer there are left out, new columns come last. */
void columns_read(struct columns *cs, const char *kept);

/* Lays the columns out in `width` terminal columns; `cards`: on two lines a row. */
void columns_fit(struct columns *cs, int width, bool cards);

/* The headings, and one row of `lines` lines. */
void columns_head(const struct columns *cs, struct canvas *c, int y, int x, int width,
		  const struct lang *lang);
void columns_row(const struct columns *cs, struct canvas *c, int y, int x, int width,
		 const struct held_row *row, enum role role, bool marks);

/* 1 for numbers, -1 for the rest. */
int column_align(const struct view_col *col);

/* The role that a view names: "warn", "error", "struck", "dim", "good", "total"; ROLE_NORMAL for others. */
enum role role_named(const char *name);

#endif
