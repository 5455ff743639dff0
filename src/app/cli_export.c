/* cli_export.c - `workbay export books`: the ledger for an accountant's program. */
#include <stdio.h>
#include <string.h>

#include "app/cli.h"
#include "base/date.h"
#include "batch/books.h"

static bool by_take(struct cli *cli, struct books_options *o)
{
	const char *by = NULL;

	if (!cli_option(cli, "--by", &by))
		return true;
	o->by_day = !strcmp(by, "day");
	return o->by_day || !strcmp(by, "document") ||
	       err_set(&cli->err, ERR_USAGE, N_("--by takes day or document, not “%s”"), by);
}

static bool options_take(struct cli *cli, struct books_options *o, const char **ret_file)
{
	const char *format = NULL;

	cli_output(cli, ret_file);
	if (!cli_option(cli, "--format", &format))
		return err_set(
		    &cli->err, ERR_USAGE,
		    N_("Say for which program: --format hledger, ledger, beancount, csv, kingdee or "
		       "yonyou"));
	return books_format_parse(format, &o->format, &cli->err) && by_take(cli, o) &&
	       cli_encoding(cli, &o->encoding);
}

static bool write_to(struct cli *cli, const struct books_options *o, const char *file)
{
	FILE *out = cli_output_open(cli, file);

	return out && cli_output_end(cli, file, out, books_write(cli->session, o, out, &cli->err));
}

int cli_export(struct cli *cli)
{
	struct books_options o = { .format = BOOKS_CSV };
	const char *file = NULL, *from = NULL, *to = NULL;
	struct ctx ctx;

	cli_option(cli, "--from", &from);
	cli_option(cli, "--to", &to);
	if (!options_take(cli, &o, &file) || !cli_words(cli, 1, 1))
		return cli_fail(cli);
	if (strcmp(cli->argv[0], "books") != 0) {
		err_set(&cli->err, ERR_USAGE, N_("There is no export “%s”; there is books"), cli->argv[0]);
		return cli_fail(cli);
	}
	if (!cli_open(cli, SHOP_READ))
		return cli_fail(cli);
	session_ctx(cli->session, cli->arena, NULL, &ctx);
	o.from = o.to = DATE_NONE;
	if ((from && !date_parse(from, ctx.today, DATE_PAST, "--from", &o.from, &cli->err)) ||
	    (to && !date_parse(to, ctx.today, DATE_PAST, "--to", &o.to, &cli->err)))
		return cli_fail(cli);
	return write_to(cli, &o, file) ? 0 : cli_fail(cli);
}
