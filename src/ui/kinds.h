/* kinds.h - which kind of pane shows which kind of screen. */
#ifndef WORKBAY_KINDS_H
#define WORKBAY_KINDS_H

#include "ui/pane.h"

extern const struct pane_kind document_kind, list_kind, form_kind, home_kind;

/* The kind for a screen of the registry. */
const struct pane_kind *kind_of(const struct screen *s);

#endif
