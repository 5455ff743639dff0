/* panel.h - a question with up to nine answers, each a digit. A scan never answers it. */
#ifndef WORKBAY_PANEL_H
#define WORKBAY_PANEL_H

#include "ui/pane.h"

#define PANEL_CHOICES 9

struct panel {
	const char *title, *text;              /* translated; the text may have newlines and is wrapped */
	const char *choice[PANEL_CHOICES + 1]; /* translated; ends with NULL; none: a notice to be read */
	int preset;                            /* the answer of Enter, from 0 */
	/* Gets the answer from 0, after the panel is closed; not called for Esc. `asker` lay under the panel.
	 */
	void (*done)(struct pane *asker, void *arg, int answer);
	void *arg; /* lives longer than the panel, or in the asker's arena */
};

/* Opens it over what is there; everything is copied. */
void panel_open(struct console *con, const struct panel *panel);

/* Yes or no, the default is No: `done` is called for Yes alone. */
void panel_sure(struct console *con, const char *title, const char *text,
		void (*done)(struct pane *asker, void *arg, int answer), void *arg);

#endif
