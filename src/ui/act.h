/* act.h - what the keys of a screen do: they run a command on rows, or open another screen. */
#ifndef WORKBAY_ACT_H
#define WORKBAY_ACT_H

#include "ui/bind.h"
#include "ui/pane.h"

/* What a key acts on. */
struct act_on {
	struct bind_from from;
	const struct view_row *const *marked; /* SCOPE_MARKED; none: the row */
	size_t n_marked;
	const struct view *totals; /* compared in a preview beside the lines; NULL: none */
	/* Called when the command has run, before another screen is opened; may be NULL. */
	void (*then)(struct pane *p, const struct answer *made);
};

/* Does what the key `at` does on this screen. False: the screen has no such key. What is wrong is shown. */
bool act_key(struct pane *p, const struct key *keys, enum key_code at, const struct act_on *on);

/* Does what this row of the table does. */
void act_do(struct pane *p, const struct key *key, const struct act_on *on);

/* Would it work? With the reason in `e`. */
bool act_may(struct look *l, const struct key *key, const struct act_on *on, struct err *e);

/* The row behind the last one of a table of keys. */
bool key_ends(const struct key *key);

/* The row of `keys` that `at` means here: the first that is possible, else the first there is; NULL: none.
 * `*ret_lit` tells which. */
const struct key *act_find(struct look *l, const struct key *keys, enum key_code at, const struct act_on *on,
			   bool *ret_lit);

/* Writes the screen's keys for the key bar, each once, with its light. */
size_t act_bar(struct pane *p, const struct key *keys, const struct act_on *on, struct bar_item *items,
	       size_t most);

/* What the key is called: its label, or the title of its command or screen. Translated. `on` may be NULL. */
const char *act_label(struct console *con, const struct key *key, const struct act_on *on);

/* Asks a panel which of the screen's keys is meant, with their digits (Enter on a document, a hit). */
void act_menu(struct pane *p, const struct key *keys, const struct act_on *on);
/* Those of them that have no key of their own, with their digits: "4 Change  5 New plate"; "" for none. */
const char *act_digits(struct console *con, const struct key *keys, const struct act_on *on, struct arena *a);
/* The n-th of them, from 1; NULL past the last. */
const struct key *act_nth(const struct key *keys, int n);

#endif
