/* choose_columns.h - the panel in which the columns of a list are shown, hidden, widened and ordered by. */
#ifndef WORKBAY_CHOOSE_COLUMNS_H
#define WORKBAY_CHOOSE_COLUMNS_H

#include "ui/columns.h"

/* Opens it over the list `p`; `done(p)` is called when something was chosen (the order is in `r`). Both
 * belong to `p`. What is chosen is kept for the person under the view's name. */
void choose_columns_open(struct pane *p, struct columns *cs, struct rows *r, void (*done)(struct pane *p));

/* Brings back what the person chose the last time. */
void choose_columns_recall(struct pane *p, struct columns *cs);

#endif
