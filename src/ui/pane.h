/* pane.h - what lies on the console's stack: open screens and the pop-ups over them. Private to the ui floor.
 *
 * A kind of pane is a table of functions. A pane reads the shop only inside look_open() and look_close(), so
 * that nothing stays open while a key is waited for; it draws on the canvas it is given and never waits
 * itself. */
#ifndef WORKBAY_PANE_H
#define WORKBAY_PANE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "domain/command.h"
#include "ui/canvas.h"
#include "ui/keys.h"
#include "ui/screen.h"

struct console;
struct pane;

/* A key on the key bar. */
struct bar_item {
	enum key_code at;
	const char *label; /* translated */
	bool lit;
	enum key_code also; /* a second key that does the same, found by the bar itself; K_NONE: none */
};

#define BAR_ITEMS 24

/* Any function but `draw` may be NULL. */
struct pane_kind {
	size_t size; /* of its state, zeroed */
	bool popup;  /* painted over what is below, in an area of its own */

	/* Reads what it shows. On false it is not opened, and the sentence stands on the message line. `arg`
	 * is what console_push() was given; valid during the call. */
	bool (*open)(struct pane *p, void *arg, struct err *e);
	void (*close)(struct pane *p); /* frees what is not in p->arena */

	/* Draws itself from memory and sets the caret. Full screens use rows 1 to the totals (pane_body()).
	 */
	void (*draw)(struct pane *p, struct canvas *c);

	/* False: not for me; the console then does what the key means everywhere (Esc closes). K_SCAN with a
	 * burst: these characters have been typed into it already and are to be taken back. */
	bool (*key)(struct pane *p, const struct key_event *ev);

	/* The shop has changed. `live`: somebody else did it while this was looked at; what was typed and the
	 * cursor's row stay. */
	void (*refresh)(struct pane *p, bool live);

	/* Nothing was typed for 200 ms: drafts, totals. True: once more after the same time. */
	bool (*rest)(struct pane *p);

	/* What it does, for the key bar; returns how many were written. F1 and F10 are added by the console.
	 */
	size_t (*bar)(struct pane *p, struct bar_item *items, size_t most);

	/* The hint of the message line, translated; NULL or "": none. In the arena `a`. */
	const char *(*hint)(struct pane *p, struct arena *a);

	/* The third part of the title: document and state. */
	const char *(*state)(struct pane *p, struct arena *a);

	/* The number of the document or work order that the cursor is on, for F7; in the arena. */
	const char *(*number)(struct pane *p, struct arena *a);

	/* The same of all rows that are marked; returns how many, 0: none is. NULL: nothing can be marked. */
	size_t (*numbers)(struct pane *p, struct arena *a, const char ***ret);

	/* Help of this pane for F1, translated lines parted by '\n'; in the arena. */
	const char *(*help)(struct pane *p, struct arena *a);

	/* True while a text is being typed: ^D then belongs to it and the clock stands still. */
	bool (*typing)(const struct pane *p);

	/* May it be closed by Esc? False: it has asked (a form with changes). */
	bool (*leave)(struct pane *p);
};

struct pane {
	struct console *con;
	const struct pane_kind *kind;
	const struct screen *screen; /* NULL for pop-ups */
	struct arena *arena;         /* the life of the pane */
	struct args *with;           /* what it was opened with */
	struct pane *below;
	void *state;
	bool stale; /* something was booked while it was covered */
};

/* Reading the shop: a context of its own, an arena of its own. */
struct look {
	struct console *con;
	struct arena *arena;
	struct ctx ctx;
	struct view_who who;
};

/* Begins to read and ends it; `ret` and what is in its arena live in between. Read within one key. */
void look_open(struct console *con, struct look *ret);
void look_close(struct look *l);
/* May the person see this view; a report has a right of its own. */
bool look_may(struct look *l, const struct view *v);

/* Where a full screen draws at the canvas's size. Rows that are not there have h = 0. */
struct body {
	struct rect line; /* the search or entry line */
	struct rect body;
	struct rect rule; /* the separator */
	struct rect totals;
	bool compact; /* under 60 columns */
};

/* The parts of the whole canvas. */
struct body pane_body(const struct canvas *c);
/* A short screen has no row for totals: they take the last one of the body. */
void body_totals(struct body *b);

/* A pop-up's frame in the middle of the canvas: title top-left, keys bottom-right; returns the inside. The
 * size is of the inside and is cut to the canvas. */
struct rect popup_frame(struct canvas *c, int h, int w, const char *title, const char *keys);

/* A key that a pop-up leaves to the console: back, lock, refresh, and what is none. */
bool pane_passes(enum key_code key);
/* For the `typing` of a pane in which one always types. */
bool pane_typing(const struct pane *p);

/* The text in the person's language. */
const char *pane_tr(const struct pane *p, const char *msgid) __attribute__((format_arg(2)));

#endif
