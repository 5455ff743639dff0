/* palette.h - F10: every screen and report by its number, its name in any language, its first letters or its
 * word. */
#ifndef WORKBAY_PALETTE_H
#define WORKBAY_PALETTE_H

#include "ui/pane.h"

/* On a SCREEN() of its own it has the reports alone. */
extern const struct pane_kind palette_kind;

/* `typed` (may be NULL) stands in its line. */
void palette_open(struct console *con, const char *typed);

/* Is that the whole number, name or word of a screen that the person may open? */
bool palette_names(struct console *con, const char *typed);

/* How well a typed text (folded) names something that is called `title` (an English msgid), the word `name`
 * and the further `words`: 0 not at all, more is better. */
int palette_match(struct arena *a, const char *typed, const char *title, const char *name, const char *words);

#endif
