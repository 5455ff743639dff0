/* form.h - FORM, and a form for any command that has no screen of its own. */
#ifndef WORKBAY_FORM_H
#define WORKBAY_FORM_H

#include "ui/pane.h"

/* Opens a form for a command with all of its fields; it closes when the command has run. */
void form_open(struct console *con, const struct command *c, const struct args *given);

#endif
