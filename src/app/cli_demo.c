/* cli_demo.c - `workbay demo`: a shop to look at and to try things in. */
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
	return !cli_option(cli, "--until", &until) || date_parse(until, *ret, DATE_PAST, "--until", ret, &cli->err);
}

int cli_demo(struct cli *cli)
{
	struct demo_options o = { .seed = 1, .days = 30, .orders = 12, .progress = cli_progress };

	if (!number_take(cli, "--seed", 0, INT64_MAX, &o.seed) || !number_take(cli, "--days", 1, 3660, &o.days) ||
	    !number_take(cli, "--orders-per-day", 1, 200, &o.orders) || !until_take(cli, &o.until) || !cli_words(cli, 0, 0))
		return cli_fail(cli);
	cli->shop = shop_create(cli->shop_path, &cli->err);
	if (!cli->shop)
		return cli_fail(cli);
	o.account = cli_account(cli);
	if (!demo_run(cli->shop, &o, &cli->err))
		return cli_fail(cli);
	cli_progress_end();
	if (isatty(2))
		fprintf(stderr, tr(cli->lang, N_("%s is a demo shop. Open it with: workbay --shop %s (everybody's PIN is 1234)\n")),
			shop_path(cli->shop), shop_path(cli->shop));
	return 0;
}
