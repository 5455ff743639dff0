/* cli_shop.c - making a shop file, proving it, copying it and bringing it back. */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "app/cli.h"
#include "batch/proof.h"
#include "db/backup.h"
#include "domain/role.h"

bool cli_place(struct cli *cli)
{
	char *path = cli->home ? arena_strdup(cli->arena, cli->shop_path) : NULL;

	for (char *at = path ? strchr(path + 1, '/') : NULL; at; at = strchr(at + 1, '/')) {
		*at = '\0';
		if (mkdir(path, 0700) != 0 && errno != EEXIST)
			return err_set(&cli->err, ERR_CREATE, N_("The folder “%s” cannot be made: %s"), path,
				       err_reason(cli->lang, errno));
		*at = '/';
	}
	return true;
}

int cli_init(struct cli *cli)
{
	struct setup setup = { .user = cli_account(cli), .account = cli_account(cli) };
	int64_t user;

	cli_option(cli, "--name", &setup.shop_name);
	if (!cli_words(cli, 0, 0) || !cli_place(cli))
		return cli_fail(cli);
	cli->shop = shop_create(cli->shop_path, &cli->err);
	if (!cli->shop)
		return cli_fail(cli);
	cli_session(cli);
	if (!setup_shop(cli->session, &setup, &user, &cli->err))
		return cli_fail(cli);
	if (isatty(2))
		fprintf(stderr, tr(cli->lang, N_("%s is ready. Open it with: workbay --shop %s\n")),
			shop_path(cli->shop), shop_path(cli->shop));
	return 0;
}

/* ---- check ---- */

static void broken_say(void *arg, const char *rule, const char *sentence)
{
	(void)arg;
	printf("%s: %s\n", rule, sentence);
}

int cli_check(struct cli *cli)
{
	struct proof_options o = { .full = cli_flag(cli, "--full"),
				   .progress = cli_progress,
				   .broken = broken_say };
	size_t broken;

	if (!cli_words(cli, 0, 0) || !cli_open_nobody(cli, SHOP_WORK) ||
	    !proof_run(cli->shop, &o, &broken, &cli->err))
		return cli_fail(cli);
	cli_progress_end();
	return broken ? ERR_NO : 0;
}

/* ---- copies ---- */

int cli_backup(struct cli *cli)
{
	if (!cli_words(cli, 1, 1) || !cli_open_nobody(cli, SHOP_WORK) ||
	    !backup_write(cli->shop, cli->argv[0], false, cli_progress, NULL, &cli->err))
		return cli_fail(cli);
	cli_progress_end();
	if (isatty(2))
		fprintf(stderr, tr(cli->lang, N_("%s is written and proved\n")), cli->argv[0]);
	return 0;
}

int cli_restore(struct cli *cli)
{
	char old[4096];

	if (!cli_words(cli, 1, 1) || !cli_place(cli) ||
	    !backup_restore(cli->argv[0], cli->shop_path, (int64_t)time(NULL), old, &cli->err))
		return cli_fail(cli);
	if (!isatty(2))
		return 0;
	if (access(old, F_OK) == 0)
		fprintf(stderr, tr(cli->lang, N_("%s is back in work; what stood there is kept as %s\n")),
			cli->shop_path, old);
	else
		fprintf(stderr, tr(cli->lang, N_("%s is back in work\n")), cli->shop_path);
	return 0;
}

int cli_upgrade(struct cli *cli)
{
	char copy[4096];

	if (!cli_words(cli, 0, 0) || !cli_open_nobody(cli, SHOP_UPGRADE))
		return cli_fail(cli);
	snprintf(copy, sizeof copy, "%s.before-v%" PRId64, shop_path(cli->shop),
		 shop_schema_version(cli->shop));
	if (!backup_write(cli->shop, copy, true, cli_progress, NULL, &cli->err) ||
	    !shop_upgrade(cli->shop, &cli->err))
		return cli_fail(cli);
	cli_progress_end();
	if (isatty(2))
		fprintf(stderr, tr(cli->lang, N_("%s is up to date; as it was before it is kept as %s\n")),
			shop_path(cli->shop), copy);
	return 0;
}
