/* cli.h - the command line: what every subcommand gets. */
#ifndef WORKBAY_CLI_H
#define WORKBAY_CLI_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/csv.h"
#include "base/err.h"
#include "domain/command.h"

struct cli {
	const struct cli_command *called; /* the subcommand; NULL: the console */
	struct arena *arena;
	struct conf *conf;
	const struct lang *lang;
	bool lang_given;
	const char *screen; /* that the console opens with; NULL: the first one of the person */
	bool wall;          /* it has that screen alone, for everybody to look at */
	const char
	    *home; /* the person's own folder for data, where shop_path was chosen from it; else NULL */
	const char *shop_path, *user, *terminal, *till, *now, *request;
	int64_t fixed_now; /* --now; DATE_NONE: the clock of the machine */
	int64_t ahead;     /* seconds that a demo shop's time is ahead of the clock */
	struct shop *shop;
	struct session *session;
	/* Tells that another process holds the shop file; NULL: a line to standard error. */
	void (*waiting)(void *arg, const char *holder);
	void *waiting_arg;
	int argc; /* what stands behind the subcommand's name */
	char **argv;
	struct err err;
};

/* A subcommand returns the exit status; on failure it leaves its sentence in cli->err. */
typedef int cli_fn(struct cli *cli);

struct cli_command {
	const char *name, *args; /* args: its synopsis */
	const char *help;        /* one line, an English msgid */
	cli_fn *run;
};

extern const struct cli_command cli_commands[]; /* ends with a NULL name */

/* The subcommand of that name; NULL when there is none. */
const struct cli_command *cli_find(const char *name);
/* Says in `err` that there is no such word, and which one was probably meant; always false. */
bool cli_unknown(struct cli *cli, const char *name);

/* Makes the folders in which a shop file lies by default, open to its person alone; one that was named is left to whoever
 * named it. */
bool cli_place(struct cli *cli);
/* Opens the shop file and logs the caller in: the person bound to the account of the machine, or --user with a PIN
 * at the terminal. False with the sentence in cli->err. */
bool cli_open(struct cli *cli, enum shop_mode mode);
/* Opens without anybody logged in (check, backup). */
bool cli_open_nobody(struct cli *cli, enum shop_mode mode);
/* A session on a shop that is open already. */
void cli_session(struct cli *cli);
/* The till that --till names, or none. */
bool cli_till(struct cli *cli);
/* The name of the caller's account of the machine; in the arena. */
char *cli_account(struct cli *cli);
/* Asks for a secret without showing it; false when there is no terminal. */
bool cli_ask_secret(struct cli *cli, const char *prompt, char *ret, size_t size);
/* Lets `user` stand by for what runs from now on, with the PIN; NULL asks for it at the terminal. */
bool cli_approve(struct cli *cli, const char *user, const char *pin, struct err *e);

/* Takes an option "--name" or "--name VALUE" out of argv; false when it is not there. */
bool cli_flag(struct cli *cli, const char *name);
bool cli_option(struct cli *cli, const char *name, const char **ret_value);
/* Takes --encoding out of argv; `*ret` stays where it is not given. False with the sentence for an unknown one. */
bool cli_encoding(struct cli *cli, enum csv_encoding *ret);
/* Takes "-o FILE" or "--output FILE" out of argv; `*ret` stays where neither is given. */
void cli_output(struct cli *cli, const char **ret);
/* Opens that file for writing, standard output for NULL. A shop file is never written over, nor what belongs to one. NULL
 * with the sentence in cli->err. */
FILE *cli_output_open(struct cli *cli, const char *file);
/* Ends it. `ok`: what was to be written was; false with a sentence when the disk has not taken it. */
bool cli_output_end(struct cli *cli, const char *file, FILE *out, bool ok);
/* True when no unknown option and between `least` and `most` words are left; else the sentence. */
bool cli_words(struct cli *cli, int least, int most);

/* The status for cli->err, after printing its one line to standard error. */
int cli_fail(struct cli *cli);

/* A progress bar on standard error for work that takes more than a second; `thousandths` done. */
void cli_progress(void *arg, int thousandths);
void cli_progress_end(void);

/* The subcommands, by file. */
cli_fn cli_help;                                                             /* cli_help.c */
cli_fn cli_init, cli_check, cli_backup, cli_restore, cli_upgrade;            /* cli_shop.c */
cli_fn cli_import;                                                           /* cli_import.c */
cli_fn cli_demo;                                                             /* cli_demo.c */
cli_fn cli_practice;                                                         /* cli_practice.c */
cli_fn cli_batch;                                                            /* cli_batch.c */
cli_fn cli_export;                                                           /* cli_export.c */
cli_fn cli_do;                                                               /* cli_do.c */
cli_fn cli_list_commands, cli_list_views, cli_list_reports, cli_list_checks; /* cli_list.c */
cli_fn cli_show, cli_report, cli_owner;                                      /* cli_show.c */
cli_fn cli_board;                                                            /* cli_board.c */
cli_fn cli_console;                                                          /* console.c */
cli_fn cli_print;                                                            /* cli_print.c */
cli_fn cli_manual;                                                           /* cli_manual.c */
cli_fn cli_config, cli_user, cli_version, cli_sql;                           /* cli_misc.c */
cli_fn cli_completion;                                                       /* cli_completion.c */

#endif
