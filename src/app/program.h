/* program.h - another program, without a shell, with an environment of one line, and not for ever. */
#ifndef WORKBAY_PROGRAM_H
#define WORKBAY_PROGRAM_H

#include <stdbool.h>

enum spawn_end { SPAWN_GOOD, SPAWN_BAD, SPAWN_LATE, SPAWN_NOT };

/* Runs it with these descriptors as its input, output (-1: nowhere) and standard error, and waits at most 20 seconds.
 * SPAWN_NOT: it could not be started, errno says why. */
enum spawn_end spawn_run(const char *program, char *const *argv, int in, int out, int said);

/* What it said first on its standard error, one line, in `ret`. */
void spawn_said(int said, char ret[200]);

#endif
