/* cli.c - the table of subcommands and what they share. */
#include "app/cli.h"

#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "base/date.h"
#include "base/text.h"
#include "domain/user.h"

const struct cli_command cli_commands[] = {
	{ "init", "[--name NAME]", N_("makes an empty shop file with its first person"), cli_init },
	{ "demo", "[--seed N] [--days N] [--orders-per-day N] [--until DATE]",
	  N_("makes a demo shop; everybody's PIN is 1234"), cli_demo },
	{ "do", "[--approve USER] COMMAND key=value ... | --jsonl [FILE]",
	  N_("runs one command, or one for each JSON line"), cli_do },
	{ "help", "[NAME]", N_("what there is, or what one command wants"), cli_help },
	{ "commands", "[NAME] [--json]", N_("the commands there are, or one with its inputs"),
	  cli_list_commands },
	{ "show", "VIEW [COLUMN OP VALUE ...]", N_("a list as a table, CSV or JSON"), cli_show },
	{ "report", "NAME [PARAM=VALUE ...]", N_("a report as a table, CSV or JSON"), cli_report },
	{ "owner", "", N_("the owner's figures: turnover, staff, customers, reminders"), cli_owner },
	{ "views", "[NAME] [--json]", N_("the lists there are, with their columns"), cli_list_views },
	{ "reports", "[NAME] [--json]", N_("the reports there are, with their parameters"),
	  cli_list_reports },
	{ "checks", "", N_("the rules that “check” proves"), cli_list_checks },
	{ "check", "[--full]", N_("proves the books, the journal and the file; silent when all is well"),
	  cli_check },
	{ "backup", "FILE", N_("a proved copy, while the shop works"), cli_backup },
	{ "restore", "FILE", N_("proves a copy and puts it in the place of the shop file"), cli_restore },
	{ "upgrade", "", N_("brings an older shop file up to date, after a copy"), cli_upgrade },
	{ "import", "KIND FILE.csv [--dry-run] [--skip-bad]",
	  N_("customers, vehicles, parts, labour, stock from a CSV file"), cli_import },
	{ "export", "books --format FORMAT [--from DATE] [--to DATE] [--by day|document]",
	  N_("the ledger for hledger, ledger, beancount, a spreadsheet, 金蝶 or 用友"), cli_export },
	{ "batch", "remind|export|journal|nightly [--date DATE] [--out DIR]",
	  N_("for cron: call lists, exports, a copy of the journal, the night"), cli_batch },
	{ "print", "FORM NUMBER | --waiting",
	  N_("a document or work order on paper, marked as a copy when it is one"), cli_print },
	{ "board", "[--wall]",
	  N_("the cars in the house, live; with --wall without names, for a screen that everybody sees"),
	  cli_board },
	{ "practice", "", N_("opens the console on a copy, to try things in"), cli_practice },
	{ "sql", "\"SELECT ...\"", N_("reads the file with SQL; changes nothing"), cli_sql },
	{ "user", "[NAME]", N_("the people and what they may do"), cli_user },
	{ "config", "", N_("the settings of this machine and where each came from"), cli_config },
	{ "completion", "bash|zsh|fish", N_("completion for the shell"), cli_completion },
	{ "manual", "TABLE", N_("a table of the manual pages, taken from the program"), cli_manual },
	{ "version", "", N_("the version of the program and its libraries"), cli_version },
	{ NULL, NULL, NULL, NULL },
};

/* ---- options and words ---- */

static void argv_drop(struct cli *cli, int at, int n)
{
	memmove(&cli->argv[at], &cli->argv[at + n], (size_t)(cli->argc - at - n + 1) * sizeof *cli->argv);
	cli->argc -= n;
}

bool cli_flag(struct cli *cli, const char *name)
{
	for (int i = 0; i < cli->argc; i++)
		if (!strcmp(cli->argv[i], name)) {
			argv_drop(cli, i, 1);
			return true;
		}
	return false;
}

bool cli_option(struct cli *cli, const char *name, const char **ret_value)
{
	size_t n = strlen(name);

	for (int i = 0; i < cli->argc; i++) {
		if (!strncmp(cli->argv[i], name, n) && cli->argv[i][n] == '=') {
			*ret_value = cli->argv[i] + n + 1;
			argv_drop(cli, i, 1);
			return true;
		}
		if (!strcmp(cli->argv[i], name) && i + 1 < cli->argc) {
			*ret_value = cli->argv[i + 1];
			argv_drop(cli, i, 2);
			return true;
		}
	}
	return false;
}

bool cli_words(struct cli *cli, int least, int most)
{
	for (int i = 0; i < cli->argc; i++) {
		if (cli->argv[i][0] == '-' && cli->argv[i][1] == '-')
			return err_set(&cli->err, ERR_USAGE,
				       N_("There is no option %s here, or its value is missing"),
				       cli->argv[i]);
		if (!text_valid(cli->argv[i], strlen(cli->argv[i])))
			return err_set(&cli->err, ERR_DATA,
				       N_("Word %d is not UTF-8 text; set the terminal to UTF-8"), i + 1);
	}
	if (cli->argc < least)
		return err_set(&cli->err, ERR_USAGE,
			       N_("Something is missing. It is called so: workbay %s %s"), cli->called->name,
			       cli->called->args);
	if (cli->argc > most)
		return err_set(&cli->err, ERR_USAGE,
			       N_("“%s” is one word too many. It is called so: workbay %s %s"),
			       cli->argv[most], cli->called->name, cli->called->args);
	return true;
}

int cli_fail(struct cli *cli)
{
	char where[80] = "";

	cli_progress_end();
	if (cli->err.code == ERR_NONE)
		return ERR_FAULT;
	if (*cli->err.field && cli->err.line)
		snprintf(where, sizeof where, "%s (%d): ", cli->err.field, cli->err.line);
	else if (*cli->err.field)
		snprintf(where, sizeof where, "%s: ", cli->err.field);
	fprintf(stderr, "workbay: %s%s\n", where, text_safe(cli->arena, cli->err.text, false));
	return (int)cli->err.code;
}

void cli_output(struct cli *cli, const char **ret)
{
	if (!cli_option(cli, "-o", ret))
		cli_option(cli, "--output", ret);
}

/* A database of SQLite, or the log of one. */
static bool is_database(const char *file)
{
	static const unsigned char log[] = { 0x37, 0x7f, 0x06 };
	char head[16] = "";
	struct stat st;
	FILE *in = stat(file, &st) == 0 && S_ISREG(st.st_mode) ? fopen(file, "re") : NULL;
	size_t n = in ? fread(head, 1, sizeof head, in) : 0;

	if (in)
		fclose(in);
	return n == sizeof head &&
	       (!memcmp(head, "SQLite format 3", sizeof head) || !memcmp(head, log, sizeof log));
}

FILE *cli_output_open(struct cli *cli, const char *file)
{
	FILE *out = stdout;

	if (file && is_database(file)) {
		err_set(&cli->err, ERR_CREATE,
			N_("“%s” is a shop file. Name another file; nothing was written"), file);
		return NULL;
	}
	if (file)
		out = fopen(file, "we");
	if (!out)
		err_set(&cli->err, ERR_CREATE,
			N_("“%s” cannot be made. Check the folder and your rights in it"), file);
	return out;
}

bool cli_output_end(struct cli *cli, const char *file, FILE *out, bool ok)
{
	bool bad = ferror(out) != 0;

	bad = (file ? fclose(out) : fflush(out)) != 0 || bad;
	return ok && (!bad || err_set(&cli->err, ERR_IO, N_("Writing failed. Is the disk full?")));
}

bool cli_encoding(struct cli *cli, enum csv_encoding *ret)
{
	const char *name = NULL;

	if (!cli_option(cli, "--encoding", &name))
		return true;
	if (!strcmp(name, "utf-8"))
		*ret = CSV_UTF8;
	else if (!strcmp(name, "gb18030"))
		*ret = CSV_GB18030;
	else if (!strcmp(name, "big5"))
		*ret = CSV_BIG5;
	else
		return err_set(&cli->err, ERR_USAGE,
			       N_("There is no encoding “%s” here; there are utf-8, gb18030 and big5"), name);
	return true;
}

/* ---- opening and logging in ---- */

static int64_t clock_now(void *arg)
{
	const struct cli *cli = arg;

	return cli->fixed_now != DATE_NONE ? cli->fixed_now : (int64_t)time(NULL) + cli->ahead;
}

static void waiting_say(void *arg, const char *holder)
{
	const struct cli *cli = arg;

	fprintf(stderr, "workbay: ");
	fprintf(stderr, tr(cli->lang, N_("waiting: %s holds the shop file")), holder);
	fprintf(stderr, "\n");
}

void cli_session(struct cli *cli)
{
	struct session_options o = {
		.lang = cli->lang,
		.clock = clock_now,
		.clock_arg = cli,
		.terminal = cli->terminal,
		.waiting = cli->waiting ? cli->waiting : waiting_say,
		.waiting_arg = cli->waiting ? cli->waiting_arg : cli,
	};

	cli->session = session_new(cli->shop, &o);
}

char *cli_account(struct cli *cli)
{
	struct passwd pw, *found = NULL;
	char buf[4096];

	if (getpwuid_r(getuid(), &pw, buf, sizeof buf, &found) != 0 || !found)
		return arena_printf(cli->arena, "uid%d", (int)getuid());
	return arena_strdup(cli->arena, pw.pw_name);
}

bool cli_ask_secret(struct cli *cli, const char *prompt, char *ret, size_t size)
{
	struct termios old, quiet;
	FILE *tty = isatty(0) ? fopen("/dev/tty", "r+e") : NULL;
	bool ok;

	(void)cli;
	if (!tty)
		return false;
	tcgetattr(fileno(tty), &old);
	quiet = old;
	quiet.c_lflag &= ~(tcflag_t)ECHO;
	tcsetattr(fileno(tty), TCSAFLUSH, &quiet);
	fprintf(tty, "%s: ", prompt);
	fflush(tty);
	ok = fgets(ret, (int)size, tty) != NULL;
	ret[ok ? strcspn(ret, "\n") : 0] = '\0';
	tcsetattr(fileno(tty), TCSAFLUSH, &old);
	fprintf(tty, "\n");
	fclose(tty);
	return ok;
}

static bool login_named(struct cli *cli, int64_t *ret_user)
{
	char secret[80];
	bool ok;

	if (!cli_ask_secret(cli, tr(cli->lang, N_("PIN")), secret, sizeof secret))
		return err_set(&cli->err, ERR_DENIED,
			       N_("Acting as %s needs a PIN, which is asked for at a terminal"), cli->user);
	ok = user_prove(cli->session, cli->user, secret, ret_user, &cli->err);
	explicit_bzero(secret, sizeof secret);
	return ok;
}

bool cli_approve(struct cli *cli, const char *user, const char *pin, struct err *e)
{
	char secret[80] = "";
	int64_t id;
	bool ok;

	if (!pin && !cli_ask_secret(cli, arena_printf(cli->arena, tr(cli->lang, N_("PIN of %s")), user),
				    secret, sizeof secret))
		return err_set(e, ERR_DENIED,
			       N_("The approval of %s needs a PIN, which is asked for at a terminal"), user);
	ok = user_prove(cli->session, user, pin ? pin : secret, &id, e);
	explicit_bzero(secret, sizeof secret);
	if (ok)
		session_approver(cli->session, id);
	return ok;
}

static bool login(struct cli *cli)
{
	const char *account = cli_account(cli);
	int64_t user = user_of_account(shop_reader(cli->shop), account);
	char *lang;

	if (!user && !cli->user)
		return err_set(
		    &cli->err, ERR_DENIED,
		    N_("The account %s is bound to nobody in this shop. Name yourself with --user"), account);
	if (cli->user && (!user || user_named(shop_reader(cli->shop), cli->user) != user) &&
	    !login_named(cli, &user))
		return false;
	session_user(cli->session, user);
	lang = user_lang(shop_reader(cli->shop), cli->arena, user);
	if (lang && !cli->lang_given && lang_find(lang)) {
		cli->lang = cli->err.lang = lang_find(lang);
		session_lang(cli->session, cli->lang);
	}
	return true;
}

static bool now_allowed(struct cli *cli)
{
	if (cli->fixed_now == DATE_NONE || strcmp(shop_meta(cli->shop, "kind"), "shop") != 0)
		return true;
	return err_set(&cli->err, ERR_USAGE,
		       N_("--now is for a demo or practice shop; this one goes by the clock"));
}

/* The days of a demo shop are made up: where the last booking lies ahead of the clock, time goes on from there. */
static void clock_follows(struct cli *cli)
{
	int64_t last;

	if (cli->fixed_now != DATE_NONE || !strcmp(shop_meta(cli->shop, "kind"), "shop"))
		return;
	last =
	    db_int(shop_reader(cli->shop), SQL("SELECT at FROM journal ORDER BY seq DESC LIMIT 1"), NULL, 0);
	if (last > (int64_t)time(NULL))
		cli->ahead = last - (int64_t)time(NULL);
}

bool cli_open_nobody(struct cli *cli, enum shop_mode mode)
{
	cli->shop = shop_open(cli->shop_path, mode, &cli->err);
	if (!cli->shop)
		return false;
	clock_follows(cli);
	cli_session(cli);
	return now_allowed(cli);
}

bool cli_open(struct cli *cli, enum shop_mode mode)
{
	return cli_open_nobody(cli, mode) && login(cli);
}

bool cli_till(struct cli *cli)
{
	int64_t id;

	if (!cli->till)
		return true;
	id = db_int(shop_reader(cli->shop), SQL("SELECT id FROM till WHERE code = :code"),
		    BIND(B_TEXT("code", cli->till)), 0);
	if (!id)
		return err_set(&cli->err, ERR_USAGE, N_("There is no till “%s”"), cli->till);
	session_till(cli->session, id);
	return true;
}

/* ---- progress ---- */

static struct {
	struct timespec since;
	bool started, shown;
} progress; /* one bar a process, on its standard error */

void cli_progress(void *arg, int thousandths)
{
	struct timespec now;

	(void)arg;
	clock_gettime(CLOCK_MONOTONIC, &now);
	if (!progress.started) {
		progress.started = true;
		progress.since = now;
	}
	if (!isatty(2) || now.tv_sec - progress.since.tv_sec < 1)
		return;
	progress.shown = true;
	fprintf(stderr, "\r[%.*s%*s] %3d%%", thousandths / 25, "########################################",
		40 - thousandths / 25, "", thousandths / 10);
}

void cli_progress_end(void)
{
	if (progress.shown)
		fprintf(stderr, "\r%50s\r", "");
	progress.started = progress.shown = false;
}
