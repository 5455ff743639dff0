/* main.c - where the program begins: a safe process, the global options, the subcommand. */
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/cli.h"
#include "base/date.h"
#include "base/seal.h"
#include "base/text.h"
#include "domain/command.h"

/* Standard descriptors that are closed would be given to the shop file; a core would show its rows. */
static void process_safe(void)
{
	struct rlimit none = { 0, 0 };
	int fd;

	do
		fd = open("/dev/null", O_RDWR);
	while (fd >= 0 && fd <= 2);
	if (fd > 2)
		close(fd);
	umask(007);
	setrlimit(RLIMIT_CORE, &none);
	prctl(PR_SET_DUMPABLE, 0);
	setlocale(LC_ALL, "");
	if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		setlocale(LC_CTYPE, "C.UTF-8");
	setlocale(LC_NUMERIC, "C");
	seal_init();
}

static const struct cli_command *subcommand(const char *name)
{
	for (const struct cli_command *c = cli_commands; c->name; c++)
		if (!strcmp(c->name, name))
			return c;
	return NULL;
}

static void help_print(FILE *out, const struct lang *lang)
{
	fprintf(
	    out, "%s\n\n",
	    tr(lang,
	       N_("usage: workbay [--shop FILE] [--config FILE] [--lang LANG] [--user NAME] [COMMAND ...]")));
	for (const struct cli_command *c = cli_commands; c->name; c++)
		fprintf(out, "  %-11s %-38s %s\n", c->name, c->args, tr(lang, c->help));
	fprintf(out, "\n%s\n", tr(lang, N_("Without a command the console opens. workbay(1) has the rest.")));
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

static bool subcommand_unknown(struct cli *cli, const char *name)
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

/* The global options stand in front of the subcommand; --shop and its kin are also taken behind it. */
static bool options_take(struct cli *cli, const char **ret_config, const char **ret_lang)
{
	cli_option(cli, "--shop", &cli->shop_path);
	cli_option(cli, "--config", ret_config);
	cli_option(cli, "--lang", ret_lang);
	cli_option(cli, "--user", &cli->user);
	cli_option(cli, "--terminal", &cli->terminal);
	cli_option(cli, "--till", &cli->till);
	cli_option(cli, "--now", &cli->now);
	cli_option(cli, "--request", &cli->request);
	if (!cli->now)
		cli->now = getenv("WORKBAY_NOW");
	cli->fixed_now = DATE_NONE;
	return true;
}

static bool language_choose(struct cli *cli, const char *given)
{
	const char *env = getenv("LC_ALL");

	if (given) {
		cli->lang = lang_find(given);
		cli->lang_given = cli->lang != NULL;
		cli->err.lang = cli->lang;
		return cli->lang_given ||
		       err_set(&cli->err, ERR_USAGE,
			       N_("There is no language “%s”; there are en, zh_CN and zh_TW"), given);
	}
	if (cli->conf && *conf_text(cli->conf, "shop.language"))
		cli->lang = lang_find(conf_text(cli->conf, "shop.language"));
	if (!cli->lang && (!env || !*env))
		env = getenv("LC_MESSAGES");
	if (!env || !*env)
		env = getenv("LANG");
	if (!cli->lang && env)
		cli->lang = lang_find(env);
	if (!cli->lang)
		cli->lang = lang_find("en");
	cli->err.lang = cli->lang;
	return true;
}

/* A time as people write it: UTC with a Z, else the local time of the shop, taken as UTC+8 until it is open. */
static bool now_read(struct cli *cli)
{
	size_t n = cli->now ? strlen(cli->now) : 0;

	if (!n)
		return true;
	if (cli->now[n - 1] == 'Z')
		return time_parse_utc(cli->now, &cli->fixed_now, &cli->err);
	return time_parse(cli->now, 0, 480, DATE_NEAR, "--now", &cli->fixed_now, &cli->err);
}

static void shop_choose(struct cli *cli)
{
	const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");

	if (cli->shop_path)
		return;
	if (*conf_text(cli->conf, "shop.file"))
		cli->shop_path = conf_text(cli->conf, "shop.file");
	else if (access("/var/lib/workbay", W_OK) == 0)
		cli->shop_path = "/var/lib/workbay/shop.db";
	else {
		cli->home =
		    data && *data ? data : arena_printf(cli->arena, "%s/.local/share", home ? home : "");
		cli->shop_path = arena_printf(cli->arena, "%s/workbay/shop.db", cli->home);
	}
}

static void terminal_name(struct cli *cli)
{
	const char *tty = isatty(0) ? ttyname(0) : NULL;

	if (!cli->terminal)
		cli->terminal = tty && !strncmp(tty, "/dev/", 5) ? arena_strdup(cli->arena, tty + 5) : "-";
}

/* Of a command its inputs, of a subcommand its line, else everything: “help job.receive”, “do job.receive --help”. */
static int help(struct cli *cli)
{
	const struct cli_command *c = cli->argc ? subcommand(cli->argv[0]) : NULL;
	const char *name = cli->argc ? cli->argv[c && !strcmp(c->name, "do") && cli->argc > 1] : "";

	if (command_find(name)) {
		cli->argv[0] = arena_strdup(cli->arena, name);
		cli->argc = 1;
		return cli_list_commands(cli);
	}
	if (!c && *name) {
		subcommand_unknown(cli, name);
		return cli_fail(cli);
	}
	if (c)
		printf("workbay %s %s\n%s\n", c->name, c->args, tr(cli->lang, c->help));
	else
		help_print(stdout, cli->lang);
	return 0;
}

static int run(struct cli *cli)
{
	const char *config = NULL, *lang = NULL;
	const struct cli_command *c;
	char *name;

	options_take(cli, &config, &lang);
	if (!language_choose(cli, lang))
		return cli_fail(cli);
	cli->conf = conf_load(config, &cli->err);
	if (!cli->conf || !language_choose(cli, lang) || !now_read(cli))
		return cli_fail(cli);
	shop_choose(cli);
	terminal_name(cli);
	if (cli_flag(cli, "--help"))
		return help(cli);
	if (cli->argc && !strcmp(cli->argv[0], "help")) {
		cli->argv++;
		cli->argc--;
		return help(cli);
	}
	if (cli_flag(cli, "--version"))
		return cli_version(cli);
	if (!cli->argc)
		return cli_console(cli);
	name = cli->argv[0];
	c = subcommand(name);
	if (!c) {
		subcommand_unknown(cli, name);
		return cli_fail(cli);
	}
	cli->argv++;
	cli->argc--;
	cli->called = c;
	return c->run(cli);
}

int main(int argc, char **argv)
{
	struct cli cli = { .arena = NULL };
	int status;

	process_safe();
	cli.arena = arena_new();
	cli.argc = argc > 0 ? argc - 1 : 0;
	cli.argv = argv + 1;
	status = run(&cli);
	session_free(cli.session);
	shop_close(cli.shop);
	conf_free(cli.conf);
	arena_free(cli.arena);
	if (fflush(stdout) != 0 && status == 0)
		status = ERR_IO;
	return status;
}
