/* console.c - opening the console: the terminal, login, the home screen. */
#include <stdio.h>
#include <unistd.h>

#include "app/cli.h"

int cli_console(struct cli *cli)
{
	if (!isatty(0) || !isatty(1)) {
		err_set(&cli->err, ERR_USAGE, N_("The console needs a terminal. “workbay help” lists what runs without one"));
		return cli_fail(cli);
	}
	err_set(&cli->err, ERR_USAGE, N_("The console needs a terminal. “workbay help” lists what runs without one"));
	return cli_fail(cli);
}
