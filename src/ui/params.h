/* params.h - the parameters of a view as a small form: what a report is asked for. */
#ifndef WORKBAY_PARAMS_H
#define WORKBAY_PARAMS_H

#include "ui/pane.h"

/* Opens it over `p`, filled with `given` (what was typed the last time) or what the view proposes. F12 calls
 * `done` with the texts by name when the view understands them; Esc calls nothing. */
void params_open(struct pane *p, const struct view *v, const struct args *given,
		 void (*done)(struct pane *asker, const struct args *texts));

/* What the view proposes, by name. */
void params_preset(const struct view *v, struct args *out);

/* True when something required is not among them. */
bool params_missing(const struct view *v, const struct args *texts);

/* What a parameter is called, translated. */
const char *params_label(const struct view *v, const struct view_param *param, const struct lang *lang);

#endif
