/* form_priv.h - the inside of a form, for the files it is made of. */
#ifndef WORKBAY_FORM_PRIV_H
#define WORKBAY_FORM_PRIV_H

#include "ui/sheet.h"

struct form_state {
	const struct form *form;
	const struct command *c;
	struct sheet sheet;
	bool open;        /* the sheet is made */
	bool done;        /* it has run: F9 goes on */
	bool draft;       /* one is kept */
	bool touched;     /* typed since the draft was kept */
	bool refused;     /* F9 was refused and nothing was typed since: F9 goes to what is missing */
	const char *told; /* what the panel was asked about last, or NULL */
	struct answer made;
};

/* The screen of the step that is missing before this one: the head's column `next`. NULL where that is this one. */
const struct screen *form_step_missing(struct pane *p);
/* It has run, is empty again, and nothing was typed since: F9 goes on from what it made. */
bool form_ran_before(const struct pane *p);

/* form_says.c */
void form_draw(struct pane *p, struct canvas *c);
size_t form_bar(struct pane *p, struct bar_item *items, size_t most);
const char *form_hint(struct pane *p, struct arena *a);
const char *form_help(struct pane *p, struct arena *a);
/* The state at the head of the screen, and the number of what it is about; NULL: none. In the arena. */
const char *form_says(struct pane *p, struct arena *a);
const char *form_number(struct pane *p, struct arena *a);

#endif
