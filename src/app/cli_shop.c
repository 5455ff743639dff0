/* cli_shop.c - making a shop file, proving it, copying it and bringing it back. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "app/cli.h"
#include "db/backup.h"
#include "db/check.h"
#include "db/journal.h"
#include "db/state.h"
#include "domain/role.h"

int cli_init(struct cli *cli)
{
	const char *name = NULL;
	int64_t user;

	cli_option(cli, "--name", &name);
	if (!cli_words(cli, 0, 0))
		return cli_fail(cli);
	cli->shop = shop_create(cli->shop_path, &cli->err);
	if (!cli->shop)
		return cli_fail(cli);
	cli_session(cli);
	if (!setup_shop(cli->session, name, cli_account(cli), cli_account(cli), NULL, &user, &cli->err))
		return cli_fail(cli);
	if (isatty(2))
		fprintf(stderr, tr(cli->lang, N_("%s is ready. Open it with: workbay --shop %s\n")), shop_path(cli->shop),
			shop_path(cli->shop));
	return 0;
}

/* ---- check ---- */

struct checking {
	struct cli *cli;
	bool broken;
};

static void check_found(void *arg, const struct check *check, const char *sentence)
{
	struct checking *c = arg;

	c->broken = true;
	printf("%s: %s\n", check->name, sentence);
}

static bool check_step(void *arg, const struct check *check, size_t at, size_t of)
{
	(void)arg;
	(void)check;
	cli_progress(NULL, (int)(at * 1000 / (of ? of : 1)));
	return true;
}

/* The journal's chain: from the last row that was proved, or from the first. */
static void check_journal(struct checking *c, bool full)
{
	struct db *state = shop_state(c->cli->shop);
	char *from = full ? NULL : state_get(state, c->cli->arena, 0, "journal.proved"), text[24];
	int64_t last;

	if (!journal_verify(shop_reader(c->cli->shop), from ? strtoll(from, NULL, 10) + 1 : 1, &last, &c->cli->err)) {
		c->broken = true;
		printf("journal: %s\n", c->cli->err.text);
		return;
	}
	snprintf(text, sizeof text, "%" PRId64, last);
	state_put(state, 0, "journal.proved", text);
}

int cli_check(struct cli *cli)
{
	struct checking c = { .cli = cli };
	bool full = cli_flag(cli, "--full");
	size_t broken = 0;

	if (!cli_words(cli, 0, 0) || !cli_open_nobody(cli, SHOP_WORK))
		return cli_fail(cli);
	if (!check_run(shop_reader(cli->shop), NULL, check_step, check_found, &c, &broken, &cli->err))
		return cli_fail(cli);
	cli_progress_end();
	check_journal(&c, full);
	if (!backup_prove(shop_path(cli->shop), full, &cli->err)) {
		c.broken = true;
		printf("sqlite: %s\n", cli->err.text);
	}
	if (shop_wal_bytes(cli->shop) > 64 * 1024 * 1024) {
		c.broken = true;
		printf("wal: %s\n", tr(cli->lang, N_("The write-ahead log is larger than 64 MB; a report may have been left open")));
	}
	return c.broken ? ERR_NO : 0;
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

	if (!cli_words(cli, 1, 1) ||
	    !backup_restore(cli->argv[0], cli->shop_path, (int64_t)time(NULL), old, &cli->err))
		return cli_fail(cli);
	if (isatty(2) && access(old, F_OK) == 0)
		fprintf(stderr, tr(cli->lang, N_("%s is back in work; what stood there is kept as %s\n")), cli->shop_path, old);
	return 0;
}

int cli_upgrade(struct cli *cli)
{
	char copy[4096];

	if (!cli_words(cli, 0, 0) || !cli_open_nobody(cli, SHOP_UPGRADE))
		return cli_fail(cli);
	snprintf(copy, sizeof copy, "%s.before-v%" PRId64, shop_path(cli->shop), shop_schema_version(cli->shop));
	if (!backup_write(cli->shop, copy, true, cli_progress, NULL, &cli->err) || !shop_upgrade(cli->shop, &cli->err))
		return cli_fail(cli);
	cli_progress_end();
	return 0;
}
