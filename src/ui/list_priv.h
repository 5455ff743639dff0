/* list_priv.h - the inside of a list, for the files it is made of. */
#ifndef WORKBAY_LIST_PRIV_H
#define WORKBAY_LIST_PRIV_H

#include "ui/columns.h"
#include "ui/edit.h"
#include "ui/rows.h"

struct list_state {
	const struct list *list;
	struct rows rows;
	struct columns columns;
	struct edit filter;
	bool typing; /* the last key was text: blanks and digits belong to the filter */
};

/* Reads the window of rows anew, from its first, its last, or where it stands. What fails is shown. */
void list_read(struct pane *p, enum rows_from from, bool live);

/* list_draw.c */
void list_draw(struct pane *p, struct canvas *c);

#endif
