/* term_priv.h - what the files of the terminal share. They alone know curses. */
#ifndef WORKBAY_TERM_PRIV_H
#define WORKBAY_TERM_PRIV_H

#include <curses.h>

#include "base/str.h"
#include "ui/term.h"

#define CODE_KEYPAD 0x2000 /* and the character the keypad key stands for */
#define CODE_PASTE  0x2101 /* curses gives KEY_MAX and above to extended keys, so ours are far away */
#define CODE_PASTED 0x2102

#define ERRORS_MOST 50 /* reads that were ready and gave nothing: the terminal is gone */

struct terminal {
	struct screen *screen; /* of curses */
	WINDOW *input;         /* a pad, for reading from it paints nothing */
	struct term_options options;
	struct keymap keys;
	struct cell *shown; /* what curses was told last */
	int rows, cols, back, errors;
	bool colour, everything;
	struct str burst, text;
	int burst_chars;
	long long waited; /* milliseconds in which nothing came, since the last key */
};

/* The members of struct display; `arg` is the terminal. */
void term_show(void *arg, const struct canvas *c);
void term_repaint(void *arg);
void term_bell(void *arg);
void term_size(void *arg, int *rows, int *cols);
bool term_key(void *arg, int ms, struct key_event *ret);
bool term_quiet(void *arg, int ms);

#endif
