/* cli_demo.c - `workbay demo`: a shop to look at and to try things in. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "app/cli.h"
#include "base/date.h"
#include "base/money.h"
#include "batch/demo.h"

#define CHINA_MINUTES 480 /* where the demo shop is */

static bool number_take(struct cli *cli, const char *name, int64_t least, int64_t most, int64_t *ret)
{
	const char *value = NULL;

	return !cli_option(cli, name, &value) || int_parse(value, name, least, most, ret, &cli->err);
}

static bool until_take(struct cli *cli, int64_t *ret)
{
	int64_t now = cli->fixed_now != DATE_NONE ? cli->fixed_now : (int64_t)time(NULL);
	const char *until = NULL;

	*ret = date_of(now, CHINA_MINUTES);
	return !cli_option(cli, "--until", &until) ||
	       date_parse(until, *ret, DATE_PAST, "--until", ret, &cli->err);
}

/* It is made under another name, so that one who gives up half-way leaves no half shop in its place. */
static bool shop_moved(const char *from, const char *to, struct err *e)
{
	static const char *const companions[] = {
		"-wal", "-shm",   "-lock",      "-queue",     "-use",
		"-log", "-state", "-state-wal", "-state-shm", "-state-lock"
	};
	char name[4096];

	for (size_t i = 0; i < sizeof companions / sizeof *companions; i++) {
		snprintf(name, sizeof name, "%s%s", from, companions[i]);
		unlink(name);
	}
	if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
		return true;
	err_set(e, ERR_CREATE, N_("“%s” cannot be made: %s"), to, err_reason(e->lang, errno));
	unlink(from);
	return false;
}

static bool demo_make(struct cli *cli, const struct demo_options *o)
{
	const char *making = arena_printf(cli->arena, "%s.making-%d", cli->shop_path, (int)getpid());
	bool ok;

	if (access(cli->shop_path, F_OK) == 0)
		return err_set(&cli->err, ERR_CREATE,
			       N_("“%s” is there already. Choose another name; nothing is overwritten"),
			       cli->shop_path);
	cli->shop = shop_create(making, &cli->err);
	ok = cli->shop && demo_run(cli->shop, o, &cli->err);
	shop_close(cli->shop);
	cli->shop = NULL;
	if (!ok)
		unlink(making);
	return ok && shop_moved(making, cli->shop_path, &cli->err);
}

int cli_demo(struct cli *cli)
{
	struct demo_options o = { .seed = 1, .days = 30, .orders = 12, .progress = cli_progress };

	if (!number_take(cli, "--seed", 0, INT64_MAX, &o.seed) ||
	    !number_take(cli, "--days", 1, 3660, &o.days) ||
	    !number_take(cli, "--orders-per-day", 1, 200, &o.orders) || !until_take(cli, &o.until) ||
	    !cli_words(cli, 0, 0))
		return cli_fail(cli);
	o.account = cli_account(cli);
	if (!cli_place(cli) || !demo_make(cli, &o))
		return cli_fail(cli);
	cli_progress_end();
	if (isatty(2))
		fprintf(
		    stderr,
		    tr(cli->lang,
		       N_("%s is a demo shop. Open it with: workbay --shop %s (everybody's PIN is 1234)\n")),
		    cli->shop_path, cli->shop_path);
	return 0;
}
