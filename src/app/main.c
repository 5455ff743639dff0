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
		return cli_help(cli);
	if (cli_flag(cli, "--version"))
		return cli_version(cli);
	if (!cli->argc)
		return cli_console(cli);
	name = cli->argv[0];
	c = cli_find(name);
	if (!c) {
		cli_unknown(cli, name);
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
