/* explain.h - where a number comes from: the rows behind a cell. */
#ifndef WORKBAY_EXPLAIN_H
#define WORKBAY_EXPLAIN_H

#include "ui/pane.h"

/* What is explained: columns with explain= of a row of an answer, and those of a head. */
struct explained {
	struct view_query asked;
	const struct view_row *row;
	struct view_query head;
	const struct view_row *head_row; /* NULL: none */
};

/* Opens the rows behind the only column that can be explained, or asks which; says so and is false when there
 * is none. */
bool explain_open(struct pane *p, const struct explained *what);

#endif
