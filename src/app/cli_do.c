/* cli_do.c - `workbay do`: one command from words. */
#include "app/cli_do.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/money.h"

/* The group a key names: "lines", or "line" for one row of it. */
static const struct field *group_named(const struct command *c, const char *key)
{
	char plural[64];
	const struct field *f = command_field(c, key);

	if (f && f->type == VT_LINES)
		return f;
	snprintf(plural, sizeof plural, "%.60ss", key);
	f = command_field(c, plural);
	return f && f->type == VT_LINES ? f : NULL;
}

static size_t fields_count(const struct field *table)
{
	size_t n = 0;

	while (table[n].name)
		n++;
	return n;
}

/* One row "part:qty:price": in the order of the table, split from the right, so that a code may contain a colon. */
static void row_add(struct arena *a, struct args *args, const struct field *group, const char *value)
{
	struct args *row = args_add_line(args, group->name);
	size_t most = fields_count(group->line), n = 1;
	char *text = arena_strdup(a, value), *cell[32];

	for (const char *p = text; *p; p++)
		n += *p == ':';
	if (n > most)
		n = most;
	for (size_t i = n; i-- > 0;) {
		char *colon = i ? strrchr(text, ':') : NULL;

		cell[i] = colon ? colon + 1 : text;
		if (colon)
			*colon = '\0';
	}
	for (size_t i = 0; i < n; i++)
		args_set(row, group->line[i].name, cell[i]);
}

static bool word_add(struct cli *cli, const struct command *c, struct args *args, char *word)
{
	char *equals = strchr(word, '=');
	const struct field *group;

	if (!equals || equals == word)
		return err_set(&cli->err, ERR_USAGE, N_("“%s” is not an input; write it as name=value"),
			       word);
	*equals = '\0';
	group = group_named(c, word);
	if (group)
		row_add(cli->arena, args, group, equals + 1);
	else if (args_get(args, word))
		return err_set(&cli->err, ERR_USAGE, N_("“%s” is given twice"), word);
	else
		args_set(args, word, equals + 1);
	return true;
}

static void answer_print(const struct answer *answer, bool json)
{
	struct str out = { 0 };

	if (json) {
		answer_json(answer, &out);
		printf("%s\n", str_get(&out));
		str_free(&out);
		return;
	}
	if (*answer->number)
		printf("number=%s%s", answer->number, answer->id ? " " : "");
	if (answer->id)
		printf("id=%" PRId64, answer->id);
	if (*answer->number || answer->id)
		printf("\n");
	if (isatty(2) && *answer->text)
		fprintf(stderr, "%s\n", answer->text);
}

static int do_one(struct cli *cli, const char *approve, bool json, bool dry)
{
	const struct command *c = command_find(cli->argv[0]);
	struct run_options o = { .request = cli->request, .dry = dry };
	struct args *args = args_new(cli->arena);
	struct answer answer;

	if (!c) {
		err_set(&cli->err, ERR_USAGE, N_("There is no command “%s”. “workbay commands” lists them"),
			cli->argv[0]);
		return cli_fail(cli);
	}
	for (int i = 1; i < cli->argc; i++) {
		char *word = cli->argv[i];

		if (!strncmp(word, "request=", 8))
			o.request = word + 8;
		else if (!strncmp(word, "ver=", 4) &&
			 !int_parse(word + 4, "ver", 1, INT64_MAX, &o.ver, &cli->err))
			return cli_fail(cli);
		else if (strncmp(word, "ver=", 4) != 0 && !word_add(cli, c, args, word))
			return cli_fail(cli);
	}
	if (!cli_open(cli, SHOP_WORK) || !cli_till(cli) ||
	    (approve && !cli_approve(cli, approve, NULL, &cli->err)) ||
	    !command_run(cli->session, c, args, &o, &answer, &cli->err))
		return cli_fail(cli);
	answer_print(&answer, json);
	str_free(&answer.extra);
	return 0;
}

int cli_do(struct cli *cli)
{
	bool jsonl = cli_flag(cli, "--jsonl"), keep = cli_flag(cli, "--keep-going");
	bool json = cli_flag(cli, "--json"), dry = cli_flag(cli, "--dry-run");
	const char *approve = NULL;
	FILE *in = stdin;
	int status;

	if (!jsonl) {
		cli_option(cli, "--approve", &approve);
		if (!cli_words(cli, 1, 10000))
			return cli_fail(cli);
		return do_one(cli, approve, json, dry);
	}
	if (!cli_words(cli, 0, 1))
		return cli_fail(cli);
	if (cli->argc == 1 && strcmp(cli->argv[0], "-") != 0)
		in = fopen(cli->argv[0], "re");
	if (!in) {
		err_set(&cli->err, ERR_NOINPUT, N_("“%s” cannot be read"), cli->argv[0]);
		return cli_fail(cli);
	}
	status =
	    cli_open(cli, SHOP_WORK) && cli_till(cli) ? jsonl_run(cli, in, stdout, keep, dry) : cli_fail(cli);
	if (in != stdin)
		fclose(in);
	return status;
}
