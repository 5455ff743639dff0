/* login.h - who works here: name and PIN. */
#ifndef WORKBAY_LOGIN_H
#define WORKBAY_LOGIN_H

#include "ui/console.h"

/* Covers everything until console_hooks.login accepts somebody; then nothing is left open and `arrived` is
 * called. `name` (may be NULL) stands there already. */
void login_open(struct console *con, const char *name);

#endif
