/* check.h - what must hold: one SELECT for each rule of the books that yields no row while all is well.
 *
 * Check files lie in schema/checks. Their header:
 *
 *	-- title:  The total of a work order is not the sum of its lines      what is wrong when a row comes
 *	-- on:     job job_line                                               the tables whose rows it proves
 *
 * The SELECT's first column is called `id`: the row of the table in `on:` that it is about; the others say what is
 * wrong, by their names. With `on:` it is run at each command for every touched row, as `WHERE id = :id` around it,
 * which the build proves to be no scan. Where SQLite cannot push that down (UNION, a child table whose id is another),
 * the SELECT names :id itself; each line with :id is left out when the whole is checked. Without `on:` it is run by
 * `workbay check` alone. */
#ifndef WORKBAY_CHECK_H
#define WORKBAY_CHECK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "db/db.h"

struct check {
	const char *name, *title; /* title is an English msgid */
	const char *const *on;    /* ends with NULL; NULL: only as a whole */
	struct sql whole, row;    /* row.text is NULL without `on` */
};

extern const struct check check_all[]; /* generated, sorted by name; ends with a NULL name */

/* The checks of each table that has some; generated, sorted by table. */
struct check_on {
	const char *table;
	const struct check *const *check;
	struct sql any; /* the place in `check` of each that the row :id does not hold */
};
extern const struct check_on check_on_all[];
extern const size_t check_on_count;

/* By its name; NULL when there is none. */
const struct check *check_find(const char *name);

/* Called before each check with its place, for a progress bar; false stops. */
typedef bool check_progress(void *arg, const struct check *check, size_t at, size_t of);
/* Called for each row that a check found: its sentence in the language of `e`. */
typedef void check_row(void *arg, const struct check *check, const char *sentence);

/* Runs the check of that name, or all (NULL), over the whole file. `*ret_broken` counts the checks that found
 * something. False when one could not be run. At most 100 rows of each are told. */
bool check_run(struct db *db, const char *name, check_progress *progress, check_row *row, void *arg,
	       size_t *ret_broken, struct err *e);

/* Runs those that prove rows of `table` for the row `id`: false with the sentence (ERR_FAULT) of the first that does
 * not hold. All checks of a table are one statement, which stays prepared: 2 to 4 microseconds for each of them. */
bool check_rows(struct db *db, const char *table, int64_t id, struct err *e);

#endif
