/* lookup.h - choosing a row of a view: what F4 opens over a field. */
#ifndef WORKBAY_LOOKUP_H
#define WORKBAY_LOOKUP_H

#include "ui/pane.h"

struct lookup {
	const struct view *view;
	const struct args *params; /* parameters of the view by name; others are passed over */
	const char *filter;        /* what was typed already */
	const char *opens;         /* the screen that makes a new one (F2), or NULL */
	/* A row was chosen: `label` is how it reads. The look-up is closed by then; `asker` lay under it. */
	void (*done)(struct pane *asker, void *arg, int64_t id, const char *label);
	void *arg; /* lives in the asker */
};

/* Opens it over what is there. The only row that the filter finds is taken at once. */
void lookup_open(struct console *con, const struct lookup *lookup);

#endif
