/* preview.h - what a command would change, before it is booked. */
#ifndef WORKBAY_PREVIEW_H
#define WORKBAY_PREVIEW_H

#include "ui/pane.h"

#define PREVIEW_VIEWS 2

struct preview {
	const char *title;                      /* translated */
	const struct view *view[PREVIEW_VIEWS]; /* read before and after; NULL: none */
	const struct args *params;              /* of these views, by name */
	/* Runs the command, or all of them; called inside a batch. `arg` lives in the asker. */
	bool (*run)(struct pane *asker, void *arg, struct err *e);
	/* It is booked and the window is closed; may be NULL. */
	void (*then)(struct pane *asker, void *arg);
	void *arg;
};

/* Runs it dry and shows what is different: rows that go with '-', rows that come with '+'. F12 books it only
 * while it would still make the same difference. False with the sentence when it would not run. */
bool preview_open(struct pane *asker, const struct preview *preview, struct err *e);

#endif
