/* edit.h - the editor of one field: UTF-8, caret by character, one line or several. */
#ifndef WORKBAY_EDIT_H
#define WORKBAY_EDIT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "ui/canvas.h"
#include "ui/keys.h"

enum edit_flag {
	EDIT_AREA = 1 << 0,   /* several lines */
	EDIT_SECRET = 1 << 1, /* shown as stars */
	EDIT_REPLACE =
	    1 << 2, /* the first character typed replaces what is there (numbers, days, references) */
};

struct edit {
	struct str text;
	size_t caret; /* in bytes, at a character */
	size_t limit; /* in characters; 0: none */
	unsigned flags;
	bool touched;    /* something was typed since edit_set() */
	bool full;       /* the last character did not fit */
	struct str was;  /* what Esc brings back */
	struct str held; /* what stood there before the burst that is being typed */
	size_t held_caret;
	int scroll; /* the first column, or line, that is shown */
	int width;  /* of the last drawing, for moving by lines */
};

/* Starts with a text, caret at its end. Free with edit_free(). */
void edit_init(struct edit *ed, const char *text, size_t limit, unsigned flags);
void edit_free(struct edit *ed);
/* Puts another text in; this is then what Esc brings back. */
void edit_set(struct edit *ed, const char *text);
/* Puts another text in as if typed. */
void edit_change(struct edit *ed, const char *text);
const char *edit_text(const struct edit *ed);
bool edit_empty(const struct edit *ed);

/* True when the text is not what it was at edit_set(). */
bool edit_changed(const struct edit *ed);
/* Brings back what was there; false when nothing had changed. */
bool edit_restore(struct edit *ed);
/* One has come to the field: with EDIT_REPLACE the first character typed replaces what is there. */
void edit_arrive(struct edit *ed);
/* Takes back a burst that turned out to be a scan. */
void edit_unburst(struct edit *ed);

/* Typing, pasting, moving, deleting. False for keys that are not for an editor (Enter, Tab, F keys; Up and
 * Down at the first and last line). */
bool edit_key(struct edit *ed, const struct key_event *ev);
/* Inserts text at the caret, what may not be stored left out, newlines as blanks in one line. */
void edit_insert(struct edit *ed, const char *text);

/* Draws the text in the area and sets the caret; without `focus` no caret, from the start. */
void edit_draw(struct edit *ed, struct canvas *c, struct rect r, enum role role, bool focus);

#endif
