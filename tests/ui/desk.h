/* desk.h - a console on a new shop file with a terminal made of a list of keys. */
#ifndef WORKBAY_TEST_DESK_H
#define WORKBAY_TEST_DESK_H

#include "tests/test.h"

#include "domain/command.h"
#include "ui/console.h"

struct desk {
	struct shop *shop;
	struct session *session;
	struct console *con;
	struct console_options options;
	int64_t now;
	int rows, cols;
	bool busy;                     /* more is being typed: console_quiet() is false */
	char kept_name[80], kept[400]; /* what console_hooks.put got last */
	char draft[4000];              /* what console_hooks.keep_draft got last, "" when taken away */
	char known[40];                /* the code that is known to a scanner */
	bool no_pin;                   /* of the person who sits there */
	char printed[40];              /* the number that F7 asked for last */
	char saved[40];                /* the report that was written to a file last */
	char path[200];
};

/* A shop with its first person (admin, all rights) at 2026-11-21 18:05 of UTC+8; nothing is open on the
 * console. */
void desk_open(struct desk *d, const struct screen *screens);
void desk_close(struct desk *d);
/* The teardown of a test whose state is a desk that malloc() made. */
int desk_end(void **state);
/* A new console with these menus. */
void desk_menus(struct desk *d, const char *const *menus);

/* Runs a script in the shop file that must succeed (tests alone may). */
void desk_script(struct desk *d, const char *sql);
/* The first column of the first row, -1 when there is none. */
int64_t desk_int(struct desk *d, const char *sql);
/* Fails the test and prints the screen unless that is `want`. */
void desk_is(struct desk *d, const char *sql, int64_t want);

/* Runs a command that must succeed: pairs of input and value, ended by NULL. */
void desk_do(struct desk *d, const char *command, ...);

/* Who sits there, and in which language ("zh_CN"); NULL: as before. */
void desk_sits(struct desk *d, const char *user, const char *lang);

/* Opens a screen: what it is opened with as "name=value", or NULL. */
void desk_go(struct desk *d, const char *screen, const char *with);

/* Types text character by character, or presses keys by name, parted by blanks: "Down", "Enter", "F12",
 * "Esc", "Space", "PgDn", "Del", "^Z"... After each the console paints. */
void desk_type(struct desk *d, const char *text);
void desk_press(struct desk *d, const char *keys);
/* Pastes a text as a terminal hands it over. */
void desk_paste(struct desk *d, const char *text);
/* A scanner: a burst of characters and Enter. */
void desk_scan(struct desk *d, const char *code);
/* Pauses until nothing more wants one. */
void desk_rest(struct desk *d);

/* Fails the test and prints the screen unless the text is somewhere (or is not). */
void desk_sees(struct desk *d, const char *text);
void desk_sees_not(struct desk *d, const char *text);
/* The same in one row; negative rows count from the bottom. */
void desk_row_has(struct desk *d, int y, const char *text);
/* The role of the first cell of the text. */
enum role desk_role(struct desk *d, const char *text);
/* The text of the row that the caret is in holds it. */
void desk_caret_in(struct desk *d, const char *text);
/* Each row is as wide as the screen at most, and the caret is on it. */
void desk_is_sound(struct desk *d);

#endif
