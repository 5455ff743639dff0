/* approve.h - somebody who may stands by: name and PIN, over what was typed. */
#ifndef WORKBAY_APPROVE_H
#define WORKBAY_APPROVE_H

#include "ui/pane.h"

/* A command was refused in `e`. Where only the person may not (ERR_DENIED) a pop-up asks for somebody who may, by name
 * and PIN, and calls `again` while that person stands by; `arg` lives in the asker. Every other refusal stands on the
 * message line. */
void approve_ask(struct pane *asker, const struct command *c, const struct err *e,
		 void (*again)(struct pane *asker, void *arg), void *arg);

#endif
