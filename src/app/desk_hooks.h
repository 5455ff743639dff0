/* desk_hooks.h - what the program does for the console: logging in, drafts, choices, codes, paper. */
#ifndef WORKBAY_DESK_HOOKS_H
#define WORKBAY_DESK_HOOKS_H

#include "app/cli.h"
#include "ui/console.h"

struct desk {
	struct cli *cli;
	struct console *con;
	int64_t user_id; /* who logged in last; their drafts are kept by this */
};

/* The hooks with `desk` as their argument; it must outlive the console. */
struct console_hooks desk_hooks(struct desk *desk);

/* The person of the session has come to this terminal: their language, their first screen, what they had
 * typed. */
void desk_arrived(struct desk *desk);

#endif
