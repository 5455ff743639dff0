/* rows.h - a window on the rows of a view: paged by key, with a cursor that follows its row. Lists, look-ups
 * and hits are made of it. It holds copies; nothing is open in the shop between two calls. */
#ifndef WORKBAY_ROWS_H
#define WORKBAY_ROWS_H

#include "base/str.h"
#include "ui/marks.h"
#include "ui/pane.h"

#define ROWS_ARGS  8
#define ROWS_CONDS 24

/* One row that is held: its values and their texts for people, by column. */
struct held_row {
	struct view_row row;
	char **text;
	bool marked;
};

struct rows {
	const struct view *view;
	struct arena *arena; /* of arguments and conditions */
	struct view_arg args[ROWS_ARGS];
	size_t n_args;
	struct view_cond conds[ROWS_CONDS];
	char *cond_text[ROWS_CONDS]; /* as it was typed */
	size_t n_conds;
	struct str filter;
	bool best;    /* what begins with the filter comes first; for lists that are read whole anyway */
	size_t order; /* of the view's */
	int order_col;
	bool sorts; /* no index has the order: paged along `ids`, read when first needed */
	struct view_ids *ids;

	int height; /* how many are shown; set it before the first rows_load() */
	struct arena *page;
	struct held_row *row;
	int n, at;
	bool ghost;  /* the row at the cursor has moved or vanished since; no key may act on it */
	bool wanted; /* reading was stopped by a key: read again in a pause */

	struct marks marks;

	bool totals_known;
	int64_t total_rows, *sums;
	/* Asks whether a long read should stop (a key is waiting); NULL: never. */
	bool (*stop)(void *arg);
	void *stop_arg;
};

/* Rows of a view, none read yet; rows_free() when their screen closes. */
void rows_init(struct rows *r, const struct view *v);
void rows_free(struct rows *r);

/* There is room for so many rows now (at least one is shown). True: it is other than before, and rows are to be read again. */
bool rows_room(struct rows *r, int height);

/* Gives the view its parameters: those of `params` that it has by name, then those of the binding. */
bool rows_args(struct rows *r, struct look *l, const struct args *params, const char *with, struct err *e);
/* One condition, as typed; "" takes it away. */
bool rows_cond(struct rows *r, struct look *l, const char *col, const char *value, struct err *e);
void rows_no_conds(struct rows *r);

enum rows_from { ROWS_FIRST, ROWS_LAST, ROWS_HERE };

/* Reads the window: the first rows, the last, or those that stand now where the window is. ROWS_HERE keeps
 * the cursor on its row; `live`, and the row is no longer in the window: it becomes a ghost, else it is
 * looked for. */
bool rows_load(struct rows *r, struct look *l, enum rows_from from, bool live, struct err *e);
/* Lets a ghost go and reads the window again; true when there was one. */
bool rows_settle(struct rows *r, struct look *l);

/* Moves the cursor, reading rows as needed. `page`: by the height of the window. */
bool rows_move(struct rows *r, struct look *l, int by, bool page, struct err *e);

/* The row at the cursor; NULL: there is none, or it is a ghost. */
const struct held_row *rows_at(const struct rows *r);

/* Marks or unmarks the row at the cursor; all rows of the list, not only the window's, or none where all were; all
 * marks away. */
void rows_mark(struct rows *r);
bool rows_mark_all(struct rows *r, struct look *l, struct err *e);
void rows_unmark(struct rows *r);

/* Counts and sums; over the marked rows of the window when `marked`. Stoppable. */
bool rows_totals(struct rows *r, struct look *l, struct err *e);

/* What is asked of the view now; the pointers are of `r`. */
struct view_query rows_query(const struct rows *r);

/* The text of a column at the cursor, "" when there is none. */
const char *rows_text(const struct rows *r, const char *col);

#endif
