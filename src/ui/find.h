/* find.h - F3: a form with a field for every column of a list. */
#ifndef WORKBAY_FIND_H
#define WORKBAY_FIND_H

#include "ui/rows.h"

/* Opens the form over the list `p`, filled with the conditions that stand; F12 gives them to `r` and calls
 * `done(p)`. `r` belongs to `p`. */
void find_open(struct pane *p, struct rows *r, void (*done)(struct pane *p));

#endif
