/* tell.h - a panel that says what is to be known before one goes on, and goes by itself. */
#ifndef WORKBAY_TELL_H
#define WORKBAY_TELL_H

#include "ui/pane.h"

/* Shows the rows of the view, asked with these parameters, over the pane on top: one line each, of what its columns hold.
 * Nothing opens when there is no row. Any key takes it away and is done below; Esc only takes it away, and what does not
 * fit is reached by the arrows. */
void tell_open(struct console *con, const struct view *v, const struct args *params);

#endif
