/* home_priv.h - the inside of the home screen, for the files it is made of. */
#ifndef WORKBAY_HOME_PRIV_H
#define WORKBAY_HOME_PRIV_H

#include "ui/columns.h"
#include "ui/edit.h"
#include "ui/rows.h"

struct home_state {
	const struct home *home;
	struct edit line;
	struct rows hits;
	struct columns columns;
	int page, pages; /* of the menus */
	bool *listed;    /* by screen: it stands in this person's menus */
	bool searched;   /* `hits` are those of the line */
	int depth; /* how far was looked: by the words' index, by that of their middles, through everything */
	bool in_menu; /* nothing was found, and the line is what a screen is called */
	bool below;   /* the cursor is in the hits: digits are steps */
};

/* The step that a digit takes from the hit under the cursor; NULL: none. */
const struct hit_step *home_step(const struct home_state *st, int digit);
/* What it is called: its own label, else the title of the screen it opens. Translated. */
const char *home_step_label(struct pane *p, const struct hit_step *step);

/* home_draw.c */
void home_draw(struct pane *p, struct canvas *c);

#endif
