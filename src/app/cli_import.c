/* cli_import.c - `workbay import`: CSV files become customers, vehicles, parts and so on. */
#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#include "app/cli.h"
#include "base/text.h"
#include "batch/import.h"

#define BAD_MOST 50 /* rows that are told one by one */

struct importing {
	struct cli *cli;
	const char *file;
	int64_t bad;
};

static void bad_say(void *arg, long line, const char *column, const char *sentence)
{
	struct importing *i = arg;
	struct arena *a = i->cli->arena;

	if (++i->bad > BAD_MOST)
		return;
	cli_progress_end();
	fprintf(stderr, "workbay: %s:%ld: %s%s%s\n", text_safe(a, i->file, false), line,
		text_safe(a, column, false), *column ? ": " : "", text_safe(a, sentence, false));
}

static bool kind_take(struct cli *cli, const struct import_kind **ret)
{
	struct str all = { 0 };
	const char *kinds;

	*ret = import_kind_find(cli->argv[0]);
	if (*ret)
		return true;
	for (const struct import_kind *k = import_kinds; k->name; k++)
		str_addf(&all, "%s%s", all.len ? ", " : "", k->name);
	kinds = arena_strdup(cli->arena, str_get(&all));
	str_free(&all);
	return err_set(&cli->err, ERR_USAGE, N_("“%s” cannot be imported; there are %s"), cli->argv[0],
		       kinds);
}

static void result_say(struct cli *cli, const struct import_result *r, bool dry)
{
	cli_progress_end();
	if (!isatty(2))
		return;
	if (dry)
		fprintf(stderr, tr(cli->lang, N_("%lld rows, %lld of them wrong; nothing was written\n")),
			(long long)r->rows, (long long)r->bad);
	else
		fprintf(stderr,
			tr(cli->lang, N_("%lld rows came in, %lld were there already, %lld were left out\n")),
			(long long)r->done, (long long)r->before, (long long)r->bad);
}

int cli_import(struct cli *cli)
{
	struct importing i = { .cli = cli };
	struct import_options o = { .progress = cli_progress, .bad = bad_say, .arg = &i };
	const struct import_kind *kind;
	struct import_result r;

	o.dry = cli_flag(cli, "--dry-run");
	o.skip_bad = cli_flag(cli, "--skip-bad");
	if (!cli_encoding(cli, &o.encoding) || !cli_words(cli, 2, 2) || !kind_take(cli, &kind) ||
	    !cli_open(cli, SHOP_WORK))
		return cli_fail(cli);
	i.file = cli->argv[1];
	if (!import_file(cli->session, kind, i.file, &o, &r, &cli->err))
		return cli_fail(cli);
	result_say(cli, &r, o.dry);
	return r.bad ? ERR_NO : 0;
}
