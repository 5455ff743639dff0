/* cli_do.h - commands from words and from JSON. */
#ifndef WORKBAY_CLI_DO_H
#define WORKBAY_CLI_DO_H

#include <stdio.h>

#include "app/cli.h"

/* Runs JSON lines from `in`, answers one line each to `out`, flushed. Stops at the first failure unless `keep_going`.
 * Returns the exit status. */
int jsonl_run(struct cli *cli, FILE *in, FILE *out, bool keep_going, bool dry);

#endif
