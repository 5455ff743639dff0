/* term.h - the terminal; its files alone know curses.
 *
 * A lost line is noticed within a moment and never waited for: the handlers of SIGHUP and SIGTERM, and a
 * timer of five seconds around each painting, lay /dev/null over the terminal's descriptor, so that a write
 * that hangs ends. */
#ifndef WORKBAY_TERM_H
#define WORKBAY_TERM_H

#include <stdbool.h>

#include "base/err.h"
#include "ui/canvas.h"
#include "ui/display.h"
#include "ui/keys.h"

enum line_drawing { LINES_AUTO, LINES_UNICODE, LINES_ACS, LINES_ASCII };

struct term_options {
	int escape_delay; /* milliseconds behind Esc in which more bytes make another key; 0: 50 */
	enum line_drawing lines;
	bool mono;               /* no colours; also where NO_COLOR is set or there are fewer than 8 */
	bool escape_digit;       /* Esc, then a digit within 400 ms is an F key */
	const char *scan_prefix; /* what the scanner sends first, or NULL */
	const struct keymap *keys;
};

struct terminal;

/* Takes the terminal on standard input and output over. Refuses what is no terminal or cannot place a cursor
 * (TERM=dumb), with a sentence; an unknown TERM is taken for xterm, then vt100. One at a time in a process.
 * The caller frees with term_close(). NULL on error. */
struct terminal *term_open(const struct term_options *o, struct err *e);

/* Gives the terminal back as it was; a terminal that is gone is left alone. */
void term_close(struct terminal *t);

/* The terminal as a display; lives as long as the terminal. */
struct display term_display(struct terminal *t);

/* True when the terminal is gone or a signal asks to end. */
bool term_gone(const struct terminal *t);

/* True where F11 and F12 cannot be told by this TERM: the key bar then names control letters. */
bool term_lacks_f_keys(const struct terminal *t);

/* How lines are drawn, and which keys were moved; both as the settings say. */
void term_set_lines(struct terminal *t, enum line_drawing lines);
void term_set_keys(struct terminal *t, const struct keymap *keys);

/* Makes the C library know UTF-8 where the environment does not, numbers and messages as in C. Call it first.
 */
void term_locale(void);

/* Prints bytes to a printer that hangs at the terminal itself; false where the terminal cannot. */
bool term_print(struct terminal *t, const char *bytes, size_t n);

#endif
