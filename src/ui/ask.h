/* ask.h - a pop-up that asks for a few inputs of a command before it is run. */
#ifndef WORKBAY_ASK_H
#define WORKBAY_ASK_H

#include "ui/pane.h"

struct ask {
	const char *title; /* translated */
	const char *about; /* what it is done to, behind the title; NULL: nothing */
	const char
	    *text; /* what there is to know about it, translated, over the fields; NULL or empty: nothing */
	const struct command *c;
	const char *row;          /* a row of the layout language */
	const struct args *given; /* what is known already */
	/* F12: runs it with everything that is known by then. False: the pop-up stays, with the fault. `arg`
	 * lives in the asker. */
	bool (*run)(struct pane *asker, void *arg, const struct args *args, struct err *e);
	void (*then)(struct pane *asker, void *arg); /* after it has closed; may be NULL */
	void *arg;
};

/* Opens it over `asker`. Texts and given values are copied; `arg` is handed on. */
void ask_open(struct pane *asker, const struct ask *ask);

#endif
