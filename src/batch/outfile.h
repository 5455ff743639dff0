/* outfile.h - files that are there whole or not at all. */
#ifndef WORKBAY_OUTFILE_H
#define WORKBAY_OUTFILE_H

#include <stdbool.h>
#include <stdio.h>

#include "base/err.h"

#define OUTFILE_NAME 80

/* A file being written beside its place, under a name that nobody reads. */
struct outfile {
	FILE *file;
	int dir;
	char name[OUTFILE_NAME], tmp[OUTFILE_NAME + 32];
};

/* Opens the folder; the caller closes the descriptor. -1 with the sentence when it is not there or not ours
 * to write. */
int outfile_dir(const char *path, struct err *e);

/* Begins NAME in the open folder, mode 0640. Names are the program's own: letters, digits, '.', '_' and '-'.
 */
bool outfile_open(struct outfile *f, int dir, const char *name, struct err *e);

/* Brings it to the disk and into its place, over what stood there; `ret_sha` is its SHA-256. On failure
 * nothing of it is left. Frees everything either way. */
bool outfile_land(struct outfile *f, char ret_sha[65], struct err *e);

/* Gives it up. */
void outfile_drop(struct outfile *f);

#endif
