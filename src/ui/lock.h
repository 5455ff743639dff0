/* lock.h - the screen without anything on it until its person comes back, and the panel of ^Q. */
#ifndef WORKBAY_LOCK_H
#define WORKBAY_LOCK_H

#include "ui/console.h"

/* Covers everything until the PIN is given. False when it is locked already, or, with a sentence, where no PIN would open
 * it again. */
bool lock_open(struct console *con, struct err *e);

/* Asks: lock, or leave the program. */
void lock_panel_open(struct console *con);

#endif
