/* box.h - one input of a command on the screen: typed, chosen or proposed, checked when it is left. */
#ifndef WORKBAY_BOX_H
#define WORKBAY_BOX_H

#include "ui/edit.h"
#include "ui/pane.h"

struct box {
	const struct field *def;
	struct edit edit;  /* what is typed; a choice holds its code, a yes or no "1" or "0" */
	struct str pretty; /* how it reads when it is not being edited */
	struct str loaded; /* what stands in the shop, when an existing row is edited */
	int64_t id;        /* VT_REF: the row that is meant; 0: only what is typed */
	bool typed;        /* by the person: proposals leave it alone */
	bool proposed;     /* by the command, which may propose something else later */
	bool asked;        /* Enter stops here while it is empty */
	bool hidden;       /* the person may not give it */
	bool readonly;     /* fixed by its grid */
};

/* An empty box for the field; box_free() when its screen closes. */
void box_init(struct box *b, const struct field *def);
void box_free(struct box *b);

/* Puts a raw value in (as args hold it; NULL empties) without counting it as typed. */
void box_put(struct box *b, struct look *l, const char *raw);
/* The raw value; NULL when empty. In the arena. */
const char *box_raw(const struct box *b, struct arena *a);
bool box_empty(const struct box *b);
/* A row was chosen in a look-up. */
void box_choose(struct box *b, int64_t id, const char *label);

/* A key while the box has the focus. False: not for a box. */
bool box_key(struct box *b, struct look *l, const struct key_event *ev);

/* Leaving: evaluates sums and days, finds what a reference names. False with a sentence (the field's name is
 * set); for a reference that is not found or not clear, `*ret_look_up` too. */
bool box_leave(struct box *b, struct look *l, bool *ret_look_up, struct err *e);

/* Draws it; `focus` sets the caret. */
void box_draw(struct box *b, struct canvas *c, struct rect r, bool focus);

/* What is being typed would mean ("= 120.00", "2026-11-21 Sat"), its choices, or its help. */
const char *box_hint(const struct box *b, struct look *l);
/* What can be typed into it, by its kind; "" where that needs no word. */
const char *box_takes(const struct box *b, struct look *l);

/* Columns that the type needs. */
int box_width(const struct field *def);

#endif
