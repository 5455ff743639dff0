/* cli_show.c - `show`, `report` and `owner`: any view as a table, CSV or JSON. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/cli.h"
#include "base/money.h"
#include "batch/export.h"
#include "db/view_export.h"

#define COND_MOST 32

struct showing {
	struct cli *cli;
	struct ctx ctx;
	struct view_who who;
	struct view_query q;
	struct view_cond cond[COND_MOST];
	struct view_arg arg[COND_MOST];
	struct view_export how;
	const char *file;
};

/* "col" or "-col" after --order: one of the view's own orders, or any column. */
static bool order_take(struct showing *s, const char *order)
{
	bool down = order[0] == '-';
	int col = view_col_index(s->q.view, order + down);

	if (col < 0)
		return err_set(&s->cli->err, ERR_USAGE, N_("%s has no column “%s”"), s->q.view->name,
			       order + down);
	s->q.order_col = down ? -(col + 1) : col + 1;
	return true;
}

static bool options_take(struct showing *s)
{
	const char *format = NULL, *order = NULL, *limit = NULL;
	struct cli *cli = s->cli;

	cli_option(cli, "--format", &format);
	cli_option(cli, "--order", &order);
	cli_option(cli, "--limit", &limit);
	cli_output(cli, &s->file);
	s->how.titles = cli_flag(cli, "--headings");
	if (format && !view_format_parse(format, &s->how.format, &cli->err))
		return false;
	if (order && !order_take(s, order))
		return false;
	if (limit && !int_parse(limit, "--limit", 1, INT64_C(1000000000), &s->how.limit, &cli->err))
		return false;
	return cli_encoding(cli, &s->how.encoding);
}

static bool is_param(const struct view *v, const char *name)
{
	for (size_t i = 0; i < v->n_params; i++)
		if (!strcmp(v->params[i].name, name))
			return true;
	return false;
}

static bool arg_take(struct showing *s, const char *name, const char *value)
{
	if (s->q.n_args == COND_MOST)
		return err_set(&s->cli->err, ERR_USAGE, N_("That is too much to ask at once"));
	return view_arg_parse(s->ctx.db, s->q.view, name, value, &s->who, s->cli->arena,
			      &s->arg[s->q.n_args++], &s->cli->err);
}

static bool cond_take(struct showing *s, const char *col, const char *op, const char *value)
{
	if (s->q.n_conds == COND_MOST)
		return err_set(&s->cli->err, ERR_USAGE, N_("That is too much to ask at once"));
	return view_cond_parse(s->q.view, col, op, value, &s->who, s->cli->arena, &s->cond[s->q.n_conds++],
			       &s->cli->err);
}

/* "name=value" gives a parameter, or a condition where the view has none of that name; "name OP value" is three words. */
static bool words_take(struct showing *s, int first)
{
	struct cli *cli = s->cli;

	for (int i = first; i < cli->argc; i++) {
		char *word = cli->argv[i], *equals = strchr(word, '=');

		if (equals && equals != word && equals[-1] != '<' && equals[-1] != '>') {
			*equals = '\0';
			if (!(is_param(s->q.view, word) ? arg_take(s, word, equals + 1)
							: cond_take(s, word, "=", equals + 1)))
				return false;
		} else if (i + 2 < cli->argc) {
			if (!(is_param(s->q.view, word) && !strcmp(cli->argv[i + 1], "=")
				  ? arg_take(s, word, cli->argv[i + 2])
				  : cond_take(s, word, cli->argv[i + 1], cli->argv[i + 2])))
				return false;
			i += 2;
		} else {
			return err_set(&cli->err, ERR_USAGE,
				       N_("“%s”: a condition is COLUMN OP VALUE, a parameter NAME=VALUE"),
				       word);
		}
	}
	return true;
}

static bool show_write(struct showing *s)
{
	FILE *out = cli_output_open(s->cli, s->file);
	int64_t rows;

	return out &&
	       cli_output_end(s->cli, s->file, out,
			      view_export(s->ctx.db, &s->q, &s->who, out, &s->how, &rows, &s->cli->err));
}

/* Writes the view as the words from the `first` on ask for it. */
static int view_show(struct cli *cli, const struct view *v, int first)
{
	struct showing s = { .cli = cli, .how = { .format = VIEW_TABLE }, .q = { .view = v } };

	s.q.conds = s.cond;
	s.q.args = s.arg;
	if (!options_take(&s) || !cli_words(cli, first, 200) || !cli_open(cli, SHOP_READ))
		return cli_fail(cli);
	session_ctx(cli->session, cli->arena, NULL, &s.ctx);
	session_who(&s.ctx, &s.who);
	return export_may(&s.ctx, v, &cli->err) && words_take(&s, first) && show_write(&s) ? 0
											   : cli_fail(cli);
}

static int show(struct cli *cli, bool report)
{
	const struct view *v;

	if (!cli->argc) {
		cli_words(cli, 1, 1);
		return cli_fail(cli);
	}
	v = view_find(cli->argv[0]);
	if (v && v->report == report)
		return view_show(cli, v, 1);
	if (report)
		err_set(&cli->err, ERR_USAGE, N_("There is no report “%s”. “workbay reports” lists them"),
			cli->argv[0]);
	else
		err_set(&cli->err, ERR_USAGE, N_("There is no list “%s”. “workbay views” lists them"),
			cli->argv[0]);
	return cli_fail(cli);
}

int cli_show(struct cli *cli)
{
	return show(cli, false);
}

int cli_report(struct cli *cli)
{
	return show(cli, true);
}

int cli_owner(struct cli *cli)
{
	return view_show(cli, view_find("owner"), 0);
}
