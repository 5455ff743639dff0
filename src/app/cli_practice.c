/* cli_practice.c - `workbay practice`: the console on a copy of the shop file. */
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "app/cli.h"
#include "db/backup.h"

static bool practice_copy(struct cli *cli, const char *path)
{
	if (!strcmp(shop_meta(cli->shop, "kind"), "practice"))
		return err_set(&cli->err, ERR_USAGE,
			       N_("“%s” is a copy to practise on already. Open it as it is"),
			       shop_path(cli->shop));
	return backup_practice(cli->shop, path, (int64_t)time(NULL) + cli->ahead, cli_progress, NULL,
			       &cli->err);
}

int cli_practice(struct cli *cli)
{
	const char *path;
	int code;

	if (!cli_words(cli, 0, 0))
		return cli_fail(cli);
	if (!isatty(0) || !isatty(1))
		return cli_console(cli);
	if (!cli_open_nobody(cli, SHOP_WORK))
		return cli_fail(cli);
	path = arena_printf(cli->arena, "%s-practice", shop_path(cli->shop));
	if (!practice_copy(cli, path))
		return cli_fail(cli);
	cli_progress_end();
	session_free(cli->session);
	shop_close(cli->shop);
	cli->session = NULL;
	cli->shop = NULL;
	cli->shop_path = path;
	code = cli_console(cli);
	if (code == 0)
		printf("%s\n", tr(cli->lang, N_("This was practice: the shop itself has not changed.")));
	return code;
}
