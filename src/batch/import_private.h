/* import_private.h - an import under way, for the files it is made of. */
#ifndef WORKBAY_IMPORT_PRIVATE_H
#define WORKBAY_IMPORT_PRIVATE_H

#include <time.h>

#include "base/seal.h"
#include "batch/import.h"

#define COLS_MOST 64

/* A value that may come only once, and where it came. */
struct key {
	const char *text;
	long line;
	const char *column;
};

struct import {
	struct session *session;
	const struct import_kind *kind;
	const struct command *command;
	const struct import_options *o;
	struct import_result *result;
	struct ctx ctx; /* of the proof, on the reader */
	struct answer answer;
	struct arena *row;  /* of one row */
	struct arena *kept; /* of the whole */
	char digest[2 * SEAL_HASH + 1];
	const struct field *col[COLS_MOST]; /* NULL: the remark */
	size_t n_cols;
	bool headed;
	struct key *key;
	size_t n_keys, cap_keys;
	long *bad; /* lines, in order */
	size_t n_bad, cap_bad, next_bad;
	long lines;      /* of the file */
	int share, from; /* thousandths of the progress that this pass has, and where it begins */
	bool alone, open;
	struct timespec since;
};

/* import_head.c: the first line, which names the columns by the inputs' names or labels in any language. */
bool import_head(struct import *x, const struct csv_row *row, struct err *e);
/* The names of all columns, for a sentence; in x->row. */
const char *import_columns(struct import *x);

/* import_prove.c: reads every row as the command would, outside the lock; fills x->bad. */
bool import_prove(struct import *x, const struct str *bytes, struct err *e);

/* import.c: the inputs of a row, in x->row. */
bool import_args(struct import *x, const struct csv_row *row, struct args **ret, struct err *e);
/* The request of a line: the same file and line have the same one. */
const char *import_request(struct import *x, long line);
void import_progress(struct import *x, long line);
/* The row is told and counted; false where one is enough to give up. */
bool import_bad(struct import *x, long line, struct err *row, struct err *e);

#endif
