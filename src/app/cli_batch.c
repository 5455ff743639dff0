/* cli_batch.c - `workbay batch`: what cron runs. */
#include <stdio.h>
#include <string.h>

#include "app/cli.h"
#include "base/date.h"
#include "base/money.h"
#include "base/text.h"
#include "batch/journal_copy.h"
#include "batch/nightly.h"
#include "batch/remind.h"

struct batch {
	struct cli *cli;
	struct nightly_options o;
};

static void failed_say(void *arg, const struct err *e)
{
	struct cli *cli = arg;

	fprintf(stderr, "workbay: %s\n", text_safe(cli->arena, e->text, false));
}

static void broken_say(void *arg, const char *rule, const char *sentence)
{
	struct cli *cli = arg;

	fprintf(stderr, "workbay: %s: %s\n", rule, text_safe(cli->arena, sentence, false));
}

static bool options_take(struct batch *b, const char **ret_date)
{
	struct cli *cli = b->cli;
	const char *keep = NULL;

	b->o.to.dir = conf_text(cli->conf, "batch.out");
	b->o.reports = conf_text(cli->conf, "batch.exports");
	b->o.keep = conf_number(cli->conf, "batch.keep");
	cli_option(cli, "--date", ret_date);
	cli_option(cli, "--out", &b->o.to.dir);
	cli_option(cli, "--keep", &keep);
	b->o.to.titles = cli_flag(cli, "--headings");
	if (keep && !int_parse(keep, "--keep", 1, 36600, &b->o.keep, &cli->err))
		return false;
	return cli_encoding(cli, &b->o.to.encoding);
}

static bool date_take(struct batch *b, const char *date)
{
	struct ctx ctx;

	session_ctx(b->cli->session, b->cli->arena, NULL, &ctx);
	b->o.to.day = ctx.today;
	return !date || date_parse(date, ctx.today, DATE_PAST, "--date", &b->o.to.day, &b->cli->err);
}

static bool batch_do(struct batch *b, const char *what)
{
	struct cli *cli = b->cli;
	int64_t rows;

	if (!strcmp(what, "remind"))
		return remind_run(cli->session, &b->o.to, &cli->err);
	if (!strcmp(what, "journal"))
		return journal_copy(cli->session, b->o.to.dir, &rows, &cli->err);
	if (!strcmp(what, "export"))
		return export_reports(cli->session, &b->o.to, b->o.reports, &cli->err);
	return nightly_run(cli->session, &b->o, &cli->err);
}

int cli_batch(struct cli *cli)
{
	struct batch b = {
		.cli = cli,
		.o = { .failed = failed_say, .arg = cli, .proof = { .broken = broken_say, .arg = cli } }
	};
	const char *date = NULL, *what;

	if (!options_take(&b, &date) || !cli_words(cli, 1, 1))
		return cli_fail(cli);
	what = cli->argv[0];
	if (strcmp(what, "remind") != 0 && strcmp(what, "export") != 0 && strcmp(what, "nightly") != 0 &&
	    strcmp(what, "journal") != 0) {
		err_set(&cli->err, ERR_USAGE,
			N_("There is no batch “%s”; there are remind, export, journal and nightly"), what);
		return cli_fail(cli);
	}
	if (!cli_open(cli, SHOP_WORK) || !date_take(&b, date) || !nightly_lock(cli->shop, &cli->err))
		return cli_fail(cli);
	if (batch_do(&b, what))
		return 0;
	return strcmp(what, "nightly") ? cli_fail(cli)
				       : (int)cli->err.code; /* the night has said it already */
}
