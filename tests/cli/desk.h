/* desk.h - runs the built program as a script would: words, standard input, a bare environment; keeps what it
 * said. */
#ifndef WORKBAY_TESTS_CLI_DESK_H
#define WORKBAY_TESTS_CLI_DESK_H

#include <stdbool.h>

#include "base/str.h"
#include "tests/test.h"

/* A folder of its own, with the shop file shop.db in it. */
struct desk {
	char dir[64], shop[96], path[200];
	int status;          /* of the last run: its exit status, or 128 + the signal */
	struct str out, err; /* what it said */
};

/* For cmocka: makes the folder, and takes it away with all that is in it. */
int desk_setup(void **state);
int desk_teardown(void **state);
/* The same with a shop that is ready for a day's work: two parts in stock, two labour items, an open till T1.
 */
int desk_setup_shop(void **state);

/* Runs `workbay --shop DIR/shop.db WORDS...` in the folder, with no variable but LANG=C, WORKBAY_NOW where
 * `now` is set and what the sanitizers read. Words end with NULL. Returns the status. */
int desk_run(struct desk *d, const char *in, ...) __attribute__((sentinel));
/* The same with another shop file, or none (NULL: no --shop at all). */
int desk_run_on(struct desk *d, const char *shop, const char *in, ...) __attribute__((sentinel));

/* Fails with all that was said when the status of the last run is another. */
#define STATUS(d, wanted) desk_status((d), (wanted), __FILE__, __LINE__)
void desk_status(struct desk *d, int wanted, const char *file, int line);

/* Fails when the text is not (is) in what was said. */
#define SAYS(text, part) desk_says((text), (part), true, __FILE__, __LINE__)
#define SILENT(text)     assert_string_equal(str_get(text), "")
void desk_says(const struct str *text, const char *part, bool wanted, const char *file, int line);

/* A file of the folder: writing it, reading it ("" where there is none), its path until the next call. */
void desk_write(struct desk *d, const char *name, const char *text);
void desk_read(struct desk *d, const char *name, struct str *ret);
const char *desk_path(struct desk *d, const char *name);

#endif
