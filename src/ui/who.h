/* who.h - a name and a PIN, one below the other: what the login and somebody who stands by type into. */
#ifndef WORKBAY_WHO_H
#define WORKBAY_WHO_H

#include "ui/edit.h"

#define WHO_WIDTH 16 /* of a field, in columns */

/* Begins with who_init(), ends with who_free(). */
struct who {
	struct edit name, pin;
	bool at_pin; /* which of the two has the cursor */
};

/* Where the fields go: the first row, the column of the labels and their width, and the rows from one to the other. */
struct who_place {
	int y, x, label_w, step;
};

enum who_did { WHO_NOT_MINE, WHO_TOOK, WHO_READY };

/* `name` (copied; NULL: none) stands in its field; then the cursor waits at the PIN. */
void who_init(struct who *w, const char *name);
void who_free(struct who *w);

/* Draws both fields with their labels, translated; the caret stands in the one that is typed into. */
void who_draw(struct who *w, struct canvas *c, const char *name_label, const char *pin_label,
	      const struct who_place *at);

/* WHO_READY: Enter was pressed behind name and PIN; WHO_NOT_MINE: the key is for somebody else. Scans and pastes are
 * swallowed, so that no code ends in a PIN. */
enum who_did who_key(struct who *w, const struct key_event *ev);

/* A try is over: the PIN is wiped. */
void who_again(struct who *w);

#endif
