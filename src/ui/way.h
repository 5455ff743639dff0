/* way.h - where a command is found in the console. */
#ifndef WORKBAY_WAY_H
#define WORKBAY_WAY_H

#include "ui/console.h"

/* A sentence of a rule names commands as the command line calls them, "(till.open)", and options, "(--till)". This is the
 * same sentence with the keys that lead there from the menu, for whoever may go there, "(F10 61 Tills F2)", else with the
 * command's title; an option is left out. In the arena; `text` itself where it names nothing. */
const char *way_said(struct console *con, const char *text, struct arena *a);

#endif
