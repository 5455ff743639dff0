/* seat.h - a person at a terminal: the built program on a demo shop under a pseudo-terminal. */
#ifndef WORKBAY_TEST_SEAT_H
#define WORKBAY_TEST_SEAT_H

#include "base/str.h"
#include "tests/lib/pty.h"
#include "tests/test.h"

/* How one sits there; zeros are the usual. */
struct seating {
	const char *lang; /* NULL: en */
	const char *term; /* NULL: xterm-256color */
	int rows, cols;
	const char *user;       /* NULL: the one who is bound to this account, without a PIN */
	const char *const *env; /* more of it, ended by NULL */
};

/* Makes a demo shop of a few days in a folder of its own, once for the whole test program. */
int shop_make(void **state);
int shop_drop(void **state);
/* Puts an empty shop in its place, with its first person. */
void shop_anew(void);

/* Starts the console and waits until something stands on the screen. */
struct pty *sit(const struct seating *s);
/* Leaves by ^Q and proves that the terminal is as it was and got nothing that it must not get. */
void leave(struct pty *p);
/* Goes back until the search line of the home screen can be seen. */
void go_home(struct pty *p);

/* Each of these fails the test where it is not so, and ends when the program waits for a key again. */

/* Keys by name, parted by blanks, one after the other. */
void press(struct pty *p, const char *keys);
/* Characters, one key each: a text that comes at once would be a scan. */
void type(struct pty *p, const char *text);
/* A scanner's burst: the code and Enter. */
void scan(struct pty *p, const char *code);
/* The keys that were pressed and typed since this was last asked; a scan is one. */
int seat_keys(void);
/* Waits until the text stands on the screen, or in its title row. */
void sees(struct pty *p, const char *text);
void title_is(struct pty *p, const char *title);
/* Waits for what the file says, not for what the screen says in some language. */
void until(struct pty *p, const char *select, long long is);

/* The first column of the first row of a SELECT over the shop file. */
long long shop_says(const char *select);
/* The same as text, in a static buffer. */
const char *shop_text(const char *select);

/* Runs one command of the program for the shop; fails the test when it does not end with 0. */
void shop_do(const char *command);
/* Runs commands as JSON lines, answered in that language. */
void shop_lines(const char *lang, const char *json);
/* What the program says to one command; the caller frees. */
char *shop_told(const char *command);
/* The same, in English; what it says is added. */
void shop_tells(const char *command, struct str *ret);

#endif
