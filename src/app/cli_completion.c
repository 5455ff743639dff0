/* cli_completion.c - what a shell completes: subcommands, commands, lists and reports, from the program's own tables. */
#include <stdio.h>
#include <string.h>

#include "app/cli.h"
#include "db/view.h"

#define LANGUAGES "en zh_CN zh_TW"

static const char *const options[] = { "shop",     "config", "lang", "user",   "till",
				       "terminal", "now",    "help", "version" };

#define OPTIONS (sizeof options / sizeof *options)

static void put_commands(void)
{
	for (const struct command *const *c = command_all; *c; c++)
		printf("%s%s", c == command_all ? "" : " ", (*c)->name);
}

static void put_views(bool reports)
{
	const char *between = "";

	for (size_t i = 0; i < view_count; i++)
		if (view_all[i]->report == reports) {
			printf("%s%s", between, view_all[i]->name);
			between = " ";
		}
}

static void put_lists(void)
{
	put_views(false);
}

static void put_reports(void)
{
	put_views(true);
}

static void put_shells(void)
{
	fputs("bash zsh fish", stdout);
}

static void put_kinds(void)
{
	fputs("remind export journal nightly", stdout);
}

/* What stands behind a subcommand; all others take files. */
static const struct {
	const char *first, *second; /* subcommands; the second may be NULL */
	void (*put)(void);
} behind[] = {
	{ "do", "commands", put_commands },   { "show", "views", put_lists },
	{ "report", "reports", put_reports }, { "batch", NULL, put_kinds },
	{ "completion", NULL, put_shells },
};

#define BEHIND (sizeof behind / sizeof *behind)

static void put_subcommands(void)
{
	for (const struct cli_command *c = cli_commands; c->name; c++)
		printf("%s%s", c == cli_commands ? "" : " ", c->name);
}

static void bash(void)
{
	printf("_workbay() {\n  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
	       "  case $prev in\n");
	for (size_t i = 0; i < BEHIND; i++) {
		printf("  %s%s%s) COMPREPLY=($(compgen -W \"", behind[i].first, behind[i].second ? "|" : "",
		       behind[i].second ? behind[i].second : "");
		behind[i].put();
		printf("\" -- \"$cur\")); return;;\n");
	}
	printf("  --lang) COMPREPLY=($(compgen -W \"" LANGUAGES "\" -- \"$cur\")); return;;\n  esac\n"
	       "  COMPREPLY=($(compgen -f -W \"");
	put_subcommands();
	for (size_t i = 0; i < OPTIONS; i++)
		printf(" --%s", options[i]);
	printf("\" -- \"$cur\"))\n}\ncomplete -F _workbay workbay\n");
}

/* zsh understands what bash completes. */
static void zsh(void)
{
	printf(
	    "autoload -Uz compinit bashcompinit\n(( $+functions[compdef] )) || compinit -i\nbashcompinit\n");
	bash();
}

static void fish(void)
{
	printf("complete -c workbay -n __fish_use_subcommand -a \"");
	put_subcommands();
	printf("\"\n");
	for (size_t i = 0; i < BEHIND; i++) {
		printf("complete -c workbay -f -n \"__fish_seen_subcommand_from %s%s%s\" -a \"",
		       behind[i].first, behind[i].second ? " " : "",
		       behind[i].second ? behind[i].second : "");
		behind[i].put();
		printf("\"\n");
	}
	for (size_t i = 0; i < OPTIONS; i++)
		printf("complete -c workbay -l %s\n", options[i]);
	printf("complete -c workbay -l lang -x -a \"" LANGUAGES "\"\n");
}

int cli_completion(struct cli *cli)
{
	static const struct {
		const char *name;
		void (*put)(void);
	} shells[] = { { "bash", bash }, { "zsh", zsh }, { "fish", fish } };
	bool one = cli_words(cli, 1, 1);

	for (size_t i = 0; one && i < sizeof shells / sizeof *shells; i++)
		if (!strcmp(cli->argv[0], shells[i].name)) {
			shells[i].put();
			return 0;
		}
	err_set(&cli->err, ERR_USAGE,
		N_("There is completion for bash, zsh and fish: workbay completion bash"));
	return cli_fail(cli);
}
