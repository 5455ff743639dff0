/* viewer.h - a report on the screen: asked for first, then paged, summed, charted, saved and printed. */
#ifndef WORKBAY_VIEWER_H
#define WORKBAY_VIEWER_H

#include "ui/console.h"

/* Opens it over what is there. `given` (may be NULL): parameters by name; what is required and not given is
 * asked. */
void viewer_open(struct console *con, const struct view *report, const struct args *given);

#endif
