/* paper_view.h - a printed form on the screen, before it goes to a printer. */
#ifndef WORKBAY_PAPER_VIEW_H
#define WORKBAY_PAPER_VIEW_H

#include "ui/console.h"

/* Opens the text over what is there; all is copied. F12 calls console_hooks.print_now with the form (or NULL) for each
 * number; digits say how many copies. */
void paper_view_open(struct console *con, const char *form, const char *const *number, size_t n,
		     const char *text);

#endif
