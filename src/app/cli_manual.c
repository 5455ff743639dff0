/* cli_manual.c - the tables of the manual pages in mdoc, from the tables that the program runs on. */
#include <stdio.h>
#include <string.h>

#include "app/cli.h"
#include "batch/import.h"
#include "db/migrate.h"
#include "ui/keys.h"

/* Text in mdoc: a backslash is written out, a leading dot or quote is guarded. */
static void mdoc(const char *s)
{
	bool ended = false;

	if (*s == '.' || *s == '\'')
		printf("\\&");
	for (; *s; s++) {
		/* mdoc wants each sentence on a line of its own. */
		printf(*s == '\\' ? "\\e" : "%c", *s == ' ' && ended ? '\n' : *s);
		ended = *s == '.' || *s == '?' || *s == '!';
	}
}

static void subcommands(void)
{
	for (const struct cli_command *c = cli_commands; c->name; c++) {
		printf(".It Cm %s", c->name);
		if (*c->args) {
			printf(" No ");
			mdoc(c->args);
		}
		printf("\n");
		mdoc(c->help);
		printf(".\n");
	}
}

static void commands(void)
{
	for (const struct command *const *c = command_all; *c; c++) {
		printf(".It Cm %s\n", (*c)->name);
		mdoc((*c)->help ? (*c)->help : (*c)->title);
		printf((*c)->input->name ? "\nInputs:\n" : "\n");
		for (const struct field *f = (*c)->input; f->name; f++)
			printf(f->flags & REQUIRED_ ? ".Ar %s%s\n" : ".Op Ar %s%s\n", f->name,
			       f[1].name ? " ," : " .");
	}
}

/* What a file of each kind becomes. */
static void imports(void)
{
	for (const struct import_kind *k = import_kinds; k->name; k++)
		printf(".It Cm %s Ta %s\n", k->name, k->command);
}

static void settings(void)
{
	size_t n;
	const struct conf_def *d = conf_defs(&n);

	for (size_t i = 0; i < n; i++) {
		printf(".It Va %s Pq Ev %s\n", d[i].name, d[i].env);
		mdoc(d[i].help);
		printf(".\n");
		if (d[i].value && *d[i].value)
			printf("Built in:\n.Ql \\&%s .\n", d[i].value);
	}
}

static void keys(void)
{
	struct keymap km;

	keymap_init(&km, KEYS_DEFAULT);
	for (int k = K_NONE + 1; k < K_ACTIONS; k++) {
		char name[8] = "";

		if (keymap_f(&km, (enum key_code)k))
			snprintf(name, sizeof name, "F%d", keymap_f(&km, (enum key_code)k));
		printf(".It %s Ta Ctrl-%c Ta %s\n", *name ? name : "\\&", keymap_ctrl(&km, (enum key_code)k),
		       key_help((enum key_code)k));
	}
}

/* One comment line, a new line for each sentence. */
static void note_line(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		putchar(p[i] == ' ' && i && p[i - 1] == '.' ? '\n' : p[i]);
	putchar('\n');
}

/* The line behind this one. */
static const char *line_after(const char *line)
{
	const char *end = strchr(line, '\n');

	return end ? end + 1 : line + strlen(line);
}

/* The comment lines above a "CREATE TABLE name (" tell what the table is for. */
static void tables_of(const char *text)
{
	const char *note = NULL;

	for (const char *line = text; *line; line = line_after(line)) {
		if (!strncmp(line, "-- ", 3) && strncmp(line, "-- ----", 7) != 0) {
			note = note ? note : line;
			continue;
		}
		if (!strncmp(line, "CREATE TABLE ", 13)) {
			printf(".It Va %.*s\n", (int)strcspn(line + 13, " ("), line + 13);
			for (const char *p = note; p && p < line; p = line_after(p))
				note_line(p + 3, strcspn(p + 3, "\n"));
		}
		note = NULL;
	}
}

static void tables(void)
{
	for (const struct schema_file *f = schema_migrations; f->name; f++)
		tables_of(f->text);
}

int cli_manual(struct cli *cli)
{
	static const struct {
		const char *name;
		void (*print)(void);
	} parts[] = {
		{ "subcommands", subcommands }, { "commands", commands }, { "imports", imports },
		{ "settings", settings },       { "keys", keys },         { "tables", tables },
	};

	if (!cli_words(cli, 1, 1))
		return cli_fail(cli);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (!strcmp(cli->argv[0], parts[i].name)) {
			parts[i].print();
			return 0;
		}
	err_set(&cli->err, ERR_USAGE, N_("The manual has no table “%s”"), cli->argv[0]);
	return cli_fail(cli);
}
