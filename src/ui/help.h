/* help.h - F1: the keys of this screen and what its fields are for, found by typing. */
#ifndef WORKBAY_HELP_H
#define WORKBAY_HELP_H

#include "ui/console.h"

/* Opens it over the screen that is on top. */
void help_open(struct console *con);

#endif
