/* display.h - what the console needs of a terminal: show a canvas, wait for a key. term.c is the real one;
 * tests have one made of a list of keys. */
#ifndef WORKBAY_DISPLAY_H
#define WORKBAY_DISPLAY_H

#include <stdbool.h>

#include "ui/canvas.h"
#include "ui/keys.h"

struct display {
	/* Shows the whole canvas; the cursor ends at its caret. */
	void (*show)(void *arg, const struct canvas *c);
	/* Waits for a key at most `ms` (negative: for ever). False when the time is over. */
	bool (*key)(void *arg, int ms, struct key_event *ret);
	/* True when nothing is typed within `ms`: tells a digit that was meant from one of a burst. */
	bool (*quiet)(void *arg, int ms);
	/* The size of the terminal now. */
	void (*size)(void *arg, int *rows, int *cols);
	/* Forgets what the terminal is thought to show; the next show paints everything. */
	void (*repaint)(void *arg);
	void (*bell)(void *arg);
	void *arg;
};

#endif
