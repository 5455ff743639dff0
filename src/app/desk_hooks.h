/* desk_hooks.h - what the program does for the console: logging in, drafts, choices, codes, paper. */
#ifndef WORKBAY_DESK_HOOKS_H
#define WORKBAY_DESK_HOOKS_H

#include "app/cli.h"
#include "ui/console.h"

struct terminal;

struct desk {
	struct cli *cli;
	struct console *con;
	struct terminal *terminal;     /* for a printer that hangs at it; NULL: none */
	int64_t user_id;               /* who logged in last; their drafts are kept by this */
	int64_t paper_id, document_id; /* the newest paper and document that were there before */
	int64_t arrival_id;            /* the newest receipt of goods that was rung for */
	char form[40], number[40]; /* a paper to be shown or asked about when the screen has gone on, or "" */
	char why[sizeof((struct err *)0)->text]; /* that it could not be printed; "": it is shown */
};

/* The hooks with `desk` as their argument; it must outlive the console. */
struct console_hooks desk_hooks(struct desk *desk);

/* The person of the session has come to this terminal: their language, their first screen, what they had
 * typed. */
void desk_arrived(struct desk *desk);

#endif
