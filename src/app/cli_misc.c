/* cli_misc.c - smaller subcommands: settings, people, version, SQL for reading. */
#include <csv.h>
#include <ncurses.h>
#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "app/cli.h"
#include "base/text.h"
#include "db/db_private.h"

int cli_version(struct cli *cli)
{
	(void)cli;
	printf("workbay %s\nSQLite %s, ncurses %s, libcsv %d.%d.%d, libsodium %s\n", WORKBAY_VERSION,
	       sqlite3_libversion(), NCURSES_VERSION, CSV_MAJOR, CSV_MINOR, CSV_RELEASE,
	       sodium_version_string());
	return 0;
}

int cli_config(struct cli *cli)
{
	size_t n;
	const struct conf_def *d = conf_defs(&n);

	if (!cli_words(cli, 0, 0))
		return cli_fail(cli);
	for (size_t i = 0; i < n; i++)
		printf("%-22s %-24s %s\n", d[i].name, conf_text(cli->conf, d[i].name),
		       tr(cli->lang, conf_where(cli->conf, d[i].name)));
	return 0;
}

int cli_user(struct cli *cli)
{
	struct ctx ctx;
	struct cur *c;

	if (!cli_words(cli, 0, 1) || !cli_open(cli, SHOP_READ))
		return cli_fail(cli);
	session_ctx(cli->session, cli->arena, NULL, &ctx);
	c = db_open(ctx.db,
		    SQL("SELECT u.name, u.title, r.name, coalesce(u.account, '-'), u.active, "
			"(SELECT group_concat(x.right, ' ') FROM role_right x WHERE x.role_id = r.id) "
			"FROM user u JOIN role r ON r.id = u.role_id WHERE :name = '' OR u.name = :name "
			"ORDER BY u.name"),
		    BIND(B_TEXT("name", cli->argc ? cli->argv[0] : "")));
	while (cur_next(c)) {
		printf("%-12s %-12s %-12s %-10s %s\n", cur_text(c, 0),
		       text_safe(cli->arena, cur_text(c, 1), false), cur_text(c, 2), cur_text(c, 3),
		       cur_int(c, 4) ? "" : tr(cli->lang, N_("left")));
		if (cli->argc)
			printf("  %s\n", cur_text(c, 5));
	}
	return 0;
}

/* ---- sql: reading only ---- */

#define SQL_SECONDS 2
#define SQL_ROWS    10000

static int sql_allowed(void *arg, int action, const char *a, const char *b, const char *db,
		       const char *trigger)
{
	(void)arg;
	(void)db;
	(void)trigger;
	if (action == SQLITE_READ && a && !strcmp(a, "user") && b &&
	    (!strcmp(b, "pin") || !strcmp(b, "password")))
		return SQLITE_IGNORE;
	if (action == SQLITE_SELECT || action == SQLITE_RECURSIVE || action == SQLITE_READ)
		return SQLITE_OK;
	if (action == SQLITE_FUNCTION && b && strcmp(b, "load_extension") != 0 &&
	    strcmp(b, "fts3_tokenizer") != 0)
		return SQLITE_OK;
	return SQLITE_DENY;
}

static bool sql_late(void *arg)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec > *(const time_t *)arg + SQL_SECONDS;
}

static void sql_cell(struct cli *cli, struct cur *c, int i)
{
	if (i)
		printf("\t");
	printf("%s", cur_null(c, i) ? "" : text_safe(cli->arena, cur_text(c, i), false));
}

static int sql_run(struct cli *cli, struct db *db)
{
	struct cur *c = db_open_text(db, cli->argv[0], NULL);
	int rows = 0;

	for (int i = 0; i < cur_columns(c); i++)
		printf("%s%s", i ? "\t" : "", cur_name(c, i));
	if (cur_columns(c))
		printf("\n");
	while (rows++ < SQL_ROWS && cur_next(c)) {
		for (int i = 0; i < cur_columns(c); i++)
			sql_cell(cli, c, i);
		printf("\n");
	}
	cur_close(c);
	if (db_stopped(db))
		err_set(&cli->err, ERR_NO, N_("The question took longer than 2 seconds. Ask for less"));
	else if (db_failed(db))
		err_set(&cli->err, ERR_NO, N_("SQL: %s"), sqlite3_errmsg(db_handle(db)));
	return cli->err.code ? cli_fail(cli) : 0;
}

/* One statement, no bind parameters: text behind it is refused by name. */
static bool sql_alone(struct cli *cli, struct db *db)
{
	sqlite3_stmt *st = NULL;
	const char *tail = "";
	int rc = sqlite3_prepare_v2(db_handle(db), cli->argv[0], -1, &st, &tail);
	bool readonly = rc != SQLITE_OK || !st || sqlite3_stmt_readonly(st),
	     more = tail[strspn(tail, " \t\r\n;")] != '\0';

	sqlite3_finalize(st);
	if (rc == SQLITE_AUTH || !readonly)
		return err_set(&cli->err, ERR_DENIED,
			       N_("Only reading is allowed here: one SELECT over the shop's tables"));
	if (rc != SQLITE_OK)
		return err_set(&cli->err, ERR_DATA, N_("SQL: %s"), sqlite3_errmsg(db_handle(db)));
	return !more || err_set(&cli->err, ERR_DENIED, N_("One statement at a time"));
}

int cli_sql(struct cli *cli)
{
	struct timespec start;
	struct ctx ctx;
	struct db *db;

	if (!cli_words(cli, 1, 1) || !cli_open(cli, SHOP_READ))
		return cli_fail(cli);
	session_ctx(cli->session, cli->arena, NULL, &ctx);
	if (!may_right(&ctx, "sql.read")) {
		err_set(&cli->err, ERR_DENIED, N_("%s may not do this (%s). Ask somebody who has the right"),
			ctx.user, "sql.read");
		return cli_fail(cli);
	}
	db = ctx.db;
	clock_gettime(CLOCK_MONOTONIC, &start);
	sqlite3_hard_heap_limit64((int64_t)64 << 20);
	sqlite3_set_authorizer(db_handle(db), sql_allowed, NULL);
	if (!sql_alone(cli, db))
		return cli_fail(cli);
	db_progress(db, sql_late, &start.tv_sec);
	return sql_run(cli, db);
}
