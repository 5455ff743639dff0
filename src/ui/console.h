/* console.h - the console: a stack of screens and pop-ups, the title, the message line, the key bar, and the
 * loop.
 *
 * It is driven from outside: console_key() for each key, console_rest() in pauses, console_draw() to paint.
 * Nothing in it waits, so that tests drive it with a list of keys and read the canvas. */
#ifndef WORKBAY_CONSOLE_H
#define WORKBAY_CONSOLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "domain/command.h"
#include "ui/canvas.h"
#include "ui/display.h"
#include "ui/keys.h"
#include "ui/screen.h"

struct console;
struct pane;
struct pane_kind;

/* What the program around it does for the console. Any of them may be NULL. */
struct console_hooks {
	/* Choices of the person (columns, finds), kept by name. The result is in the arena, NULL: none. */
	char *(*get)(void *arg, struct arena *a, const char *name);
	void (*put)(void *arg, const char *name, const char *value); /* NULL takes it away */

	/* What was typed and not booked: kept by screen and what it was opened with. `text` NULL: no longer
	 * wanted. */
	void (*keep_draft)(void *arg, const char *screen, const char *param, const char *text);
	char *(*draft)(void *arg, struct arena *a, const char *screen, const char *param);

	/* Is this burst of characters the code of something (one indexed look-up)? */
	bool (*known_code)(void *arg, const char *code);

	/* After a command has run: prints, rings, spools. May say more in `note` (translated). */
	void (*made)(void *arg, const struct command *c, const struct answer *answer, char *note, size_t n);
	/* Somebody else has booked: has something come that the person waits for? Says what in `note`, and the bell
	 * rings. */
	bool (*heard)(void *arg, char *note, size_t n);
	/* The key that ran it has done all it does: what is to be asked now lies over the screen it went to. */
	void (*settled)(void *arg);
	/* Shows the papers of documents or work orders, by their numbers (paper_view_open()), on the form of that
	 * name (NULL: their kind's); print_now sends so many copies of one to the printer. */
	bool (*print)(void *arg, const char *form, const char *const *number, size_t n, struct err *e);
	bool (*print_now)(void *arg, const char *form, const char *number, int copies, struct err *e);

	/* Writes the rows that are asked for to a file, or to paper; `*ret_where` says where, in the arena. */
	bool (*export_rows)(void *arg, struct arena *a, const struct view_query *q, bool paper,
			    char **ret_where, struct err *e);

	/* Has the person who works here a PIN that would open a lock? False with a sentence. */
	bool (*lockable)(void *arg, struct err *e);

	/* Proves the PIN of the person who works here; for the lock. */
	bool (*unlock)(void *arg, const char *pin, struct err *e);

	/* Proves by name and PIN somebody who stands by for what the person may not do alone. */
	bool (*approve)(void *arg, const char *name, const char *pin, int64_t *ret_user, struct err *e);

	/* Logs a person in by name and PIN; then nothing is open any more, and `arrived` opens their first
	 * screen. */
	bool (*login)(void *arg, const char *name, const char *pin, struct err *e);
	void (*arrived)(void *arg);

	/* The person chose to leave; true ends the loop. */
	bool (*leave)(void *arg);
	void *arg;
};

struct console_options {
	struct display display;
	struct session *session;
	const struct screen *screens; /* ends with a NULL name */
	const char *const *menus;     /* titles of the menus, English msgids, from menu 1; ends with NULL */
	const char *shop;             /* its name, for the title */
	const struct keymap *keys;
	bool no_f; /* the terminal has no F keys: the bar names control letters */
	bool practice;
	int lock_after; /* seconds without a key until it locks; 0: never */
	struct console_hooks hooks;
};

/* The caller frees with console_free(). The pointers in `o` stay his and must outlive it. */
struct console *console_new(const struct console_options *o);
void console_free(struct console *con);

/* Opens a screen over the others. `with` (may be NULL) is copied by name. False: a sentence in `e`. */
bool console_open(struct console *con, const char *screen, const struct args *with, struct err *e);
/* The person, their language or the clock have changed: the title is to say so. */
void console_locale(struct console *con);
/* Goes back to the lowest screen, dropping what lies over it. */
void console_home(struct console *con);
/* True when no screen is open any more, or leaving was chosen. */
bool console_ended(const struct console *con);

/* One key. */
void console_key(struct console *con, const struct key_event *ev);
/* A pause of 200 ms: drafts, totals. True when a further pause is wanted. */
bool console_rest(struct console *con);
/* Looks whether somebody else has booked, or a minute has passed on a list that ticks, and refreshes what is shown. */
void console_watch(struct console *con);
/* Paints; the canvas can be read until the next call. */
const struct canvas *console_draw(struct console *con);

/* Runs until the person leaves or the terminal is gone; true for the former. */
bool console_loop(struct console *con);

/* ---- for panes ---- */

/* Puts a pane on the stack; `arg` goes to its open(). NULL when open() refused; the sentence is then shown.
 */
struct pane *console_push(struct console *con, const struct pane_kind *kind, const struct screen *screen,
			  const struct args *with, void *arg);
/* Takes the pane (and whatever lies over it) off the stack. */
void console_close(struct pane *p);
struct pane *console_top(const struct console *con);

/* The message line until the next key. */
void console_say(struct console *con, const char *text);
void console_error(struct console *con, const struct err *e);

/* Something was booked: everything on the stack reads again when it is seen. */
void console_changed(struct console *con);

/* Runs a command for a pane: shows what it made or what is wrong, tells the hooks. The caller frees nothing;
 * `answer` (may be NULL) gets a copy without `extra`. */
bool console_run(struct console *con, const struct command *c, const struct args *args,
		 const struct run_options *o, struct answer *answer, struct err *e);

const struct console_options *console_options(const struct console *con);
const struct keymap *console_keys(const struct console *con);
const struct lang *console_lang(const struct console *con);
/* True when nothing more is typed within 30 ms: this digit was meant. */
bool console_quiet(struct console *con);
/* A key waits to be read: whatever is looked up for the last one may stop. For rows.stop; `con` is the console. */
bool console_key_waits(void *con);
/* The screen of this name; NULL: there is none. */
const struct screen *console_screen(const struct console *con, const char *name);

/* The form that a screen is; NULL: it is something else, or there is no screen. */
const struct form *screen_form(const struct screen *s);

#endif
