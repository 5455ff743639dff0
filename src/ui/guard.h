/* guard.h - what happens to the terminal when the program is ended from outside or falls: a lost line is never waited
 * for, and a terminal that is still there is given back as it was. One at a time in a process. */
#ifndef WORKBAY_GUARD_H
#define WORKBAY_GUARD_H

#include <stdbool.h>

#include "base/err.h"

/* Remembers the settings of the terminal on standard input and output, before anything changes them. */
bool guard_open(struct err *e);

/* From now on: SIGHUP, SIGTERM and SIGPIPE set a flag and lay /dev/null over the terminal; a fault of the program
 * and die() write `restore` to it first and put its settings back. */
void guard_start(const char *restore);

/* True when the line is gone or somebody asked the program to end. */
bool guard_gone(void);

/* Lays /dev/null over the terminal when it is not called again within so many seconds; 0: no longer. */
void guard_stall(int seconds);

/* Puts the settings back unless the line is gone, and the signals as they were. */
void guard_close(void);

#endif
