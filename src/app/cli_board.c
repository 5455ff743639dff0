/* cli_board.c - `workbay board`: the live board on a screen of its own; without a terminal, or with options of `show`, as
 * a list. */
#include <string.h>
#include <unistd.h>

#include "app/cli.h"

/* The same as `workbay show VIEW ...`. */
static int board_list(struct cli *cli, char *view)
{
	char **words = ARENA_ARRAY(cli->arena, char *, (size_t)cli->argc + 2);

	words[0] = view;
	for (int i = 0; i <= cli->argc; i++)
		words[i + 1] = cli->argv[i];
	cli->argv = words;
	cli->argc++;
	return cli_show(cli);
}

int cli_board(struct cli *cli)
{
	static char board[] = "board", wall[] = "wall";

	cli->wall = cli_flag(cli, "--wall");
	cli->screen = cli->wall ? wall : board;
	if (cli->argc || !isatty(0) || !isatty(1))
		return board_list(cli, cli->wall ? wall : board);
	return cli_console(cli);
}
