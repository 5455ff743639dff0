/* cli_print.c - workbay print: a document again, on paper, in a file or on standard output. */
#include <stdio.h>
#include <string.h>

#include "app/cli.h"
#include "app/print.h"
#include "base/money.h"
#include "paper/form.h"
#include "paper/render.h"

static void list_forms(const struct cli *cli)
{
	for (const struct form *f = form_all; f->name; f++)
		printf("%-12s %s\n", f->name, tr(cli->lang, f->title));
}

static bool option_number(struct cli *cli, const char *name, int64_t min, int64_t max, int *ret)
{
	const char *value;
	int64_t n;

	if (!cli_option(cli, name, &value))
		return true;
	if (!int_parse(value, "", min, max, &n, &cli->err))
		return false;
	*ret = (int)n;
	return true;
}

static bool option_format(struct cli *cli, enum print_format *ret)
{
	const char *value;

	if (!cli_option(cli, "--format", &value))
		return true;
	return print_format_named(value, ret) ||
	       err_set(&cli->err, ERR_USAGE, N_("--format is text, escpos, escp or pdf"));
}

int cli_print(struct cli *cli)
{
	struct print_ask ask = { .lang = cli->lang_given ? cli->lang : NULL };
	bool waiting = cli_flag(cli, "--waiting");
	int printed;

	cli_option(cli, "--to", &ask.to);
	if (!option_format(cli, &ask.format) || !option_number(cli, "--copies", 1, 99, &ask.copies) ||
	    !option_number(cli, "--columns", PAPER_NARROWEST, PAPER_WIDEST, &ask.columns) ||
	    !cli_words(cli, cli->argc && !waiting ? 2 : 0, waiting ? 0 : 2))
		return cli_fail(cli);
	if (!cli->argc && !waiting) {
		list_forms(cli);
		return 0;
	}
	if (!cli_open(cli, SHOP_WORK))
		return cli_fail(cli);
	if (waiting)
		return print_waiting(cli->session, cli->conf, &ask, &printed, &cli->err) ? 0 : cli_fail(cli);
	ask.form = cli->argv[0];
	ask.number = cli->argv[1];
	return print_document(cli->session, cli->conf, &ask, &cli->err) ? 0 : cli_fail(cli);
}
