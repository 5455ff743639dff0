/* cli_help.c - what there is, what one command wants, and what an unknown word was meant for. */
#include <stdio.h>
#include <string.h>

#include "app/cli.h"
#include "domain/command.h"

const struct cli_command *cli_find(const char *name)
{
	for (const struct cli_command *c = cli_commands; c->name; c++)
		if (!strcmp(c->name, name))
			return c;
	return NULL;
}

static void help_print(const struct lang *lang)
{
	printf(
	    "%s\n\n",
	    tr(lang,
	       N_("usage: workbay [--shop FILE] [--config FILE] [--lang LANG] [--user NAME] [COMMAND ...]")));
	for (const struct cli_command *c = cli_commands; c->name; c++)
		printf("  %-11s %-38s %s\n", c->name, c->args, tr(lang, c->help));
	printf("\n%s\n", tr(lang, N_("Without a command the console opens. workbay(1) has the rest.")));
}

/* How many letters of two words differ, for suggestions; short words only. */
static int distance(const char *a, const char *b)
{
	size_t la = strlen(a), lb = strlen(b);
	int row[32];

	if (la > 24 || lb > 24)
		return 99;
	for (size_t j = 0; j <= lb; j++)
		row[j] = (int)j;
	for (size_t i = 1; i <= la; i++) {
		int corner = row[0];

		row[0] = (int)i;
		for (size_t j = 1; j <= lb; j++) {
			int up = row[j], best = corner + (a[i - 1] != b[j - 1]);

			best = up + 1 < best ? up + 1 : best;
			row[j] = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
			corner = up;
		}
	}
	return row[lb];
}

bool cli_unknown(struct cli *cli, const char *name)
{
	const char *near = NULL;
	int best = 4;

	for (const struct cli_command *c = cli_commands; c->name; c++)
		if (distance(name, c->name) < best) {
			best = distance(name, c->name);
			near = c->name;
		}
	if (near)
		return err_set(&cli->err, ERR_USAGE, N_("There is no command “%s”. Did you mean “%s”?"), name,
			       near);
	return err_set(&cli->err, ERR_USAGE, N_("There is no command “%s”. “workbay help” lists them"), name);
}

/* Of a command its inputs, of a subcommand its line, else everything: “help job.receive”, “do job.receive --help”. */
int cli_help(struct cli *cli)
{
	const struct cli_command *c = cli->argc ? cli_find(cli->argv[0]) : NULL;
	const char *name = cli->argc ? cli->argv[c && !strcmp(c->name, "do") && cli->argc > 1] : "";

	if (command_find(name)) {
		cli->argv[0] = arena_strdup(cli->arena, name);
		cli->argc = 1;
		return cli_list_commands(cli);
	}
	if (!c && *name) {
		cli_unknown(cli, name);
		return cli_fail(cli);
	}
	if (c)
		printf("workbay %s %s\n%s\n", c->name, c->args, tr(cli->lang, c->help));
	else
		help_print(cli->lang);
	return 0;
}
