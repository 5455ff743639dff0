/* import.h - a CSV file becomes commands, one for each row. */
#ifndef WORKBAY_IMPORT_H
#define WORKBAY_IMPORT_H

#include "base/csv.h"
#include "domain/command.h"

/* A kind of file: its columns are the inputs of a command. */
struct import_kind {
	const char *name, *command;
	/* Each of these columns (joined with '+') may have a value only once in a file. */
	const char *once[3];
	const char *unless; /* a column that lifts this, or NULL */
};

extern const struct import_kind import_kinds[]; /* ends with a NULL name */

/* By its name; NULL when there is none. */
const struct import_kind *import_kind_find(const char *name);

struct import_options {
	enum csv_encoding encoding;
	bool dry;      /* proves the rows and keeps nothing */
	bool skip_bad; /* leaves out what is wrong instead of refusing the whole */
	void (*progress)(void *arg, int thousandths);
	/* A row that is wrong: its line, its column ("" for none) and what is wrong. */
	void (*bad)(void *arg, long line, const char *column, const char *sentence);
	void *arg;
};

struct import_result {
	int64_t rows, bad, done;
	int64_t before; /* were brought in by an earlier run of the same file */
};

/* Reads the file (at most a gigabyte; "-" is standard input) and proves every row outside the lock: its
 * format, types, references, the rules of the command, and that nothing comes twice. With a bad row and
 * without skip_bad nothing is kept. Then runs the command for each row: in one transaction where nobody else
 * has the file open, else in pieces of at most 50 ms. The request of a row is made from the file and its
 * line, so that running it again goes on where it stopped. `ret` is filled in any case. */
bool import_file(struct session *s, const struct import_kind *kind, const char *path,
		 const struct import_options *o, struct import_result *ret, struct err *e);

#endif
