/* explain.h - where a number comes from: the rows behind a cell. */
#ifndef WORKBAY_EXPLAIN_H
#define WORKBAY_EXPLAIN_H

#include "ui/pane.h"

/* What is explained: columns with explain= of a row, and of the head where the row has none. */
struct explained {
	const struct view *view;
	const struct view_row *row;
	const struct view *head; /* NULL: none */
	const struct view_row *head_row;
};

/* Opens the rows behind the only column that can be explained, or asks which; says so when there is none. */
void explain_open(struct pane *p, const struct explained *what);

#endif
