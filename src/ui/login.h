/* login.h - who works here: name and PIN. */
#ifndef WORKBAY_LOGIN_H
#define WORKBAY_LOGIN_H

#include "ui/canvas.h"
#include "ui/console.h"

/* Covers everything until console_hooks.login accepts somebody; then nothing is left open and `arrived` is
 * called. `name` (may be NULL) stands there already. */
void login_open(struct console *con, const char *name);

/* The fields of the login as they will stand, with `name` in the first and the caret in the second: for the time in
 * which the shop file is being opened. */
void login_paint(struct canvas *c, const struct lang *lang, const char *name);

#endif
