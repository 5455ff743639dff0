/* cli_list.c - what there is: commands, views, reports and checks, from the tables that the program itself runs on. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "app/cli.h"
#include "base/json.h"
#include "base/money.h"
#include "db/check.h"

static const char *const type_names[] = {
	[VT_TEXT] = "text",   [VT_AREA] = "text",    [VT_CODE] = "code",     [VT_PLATE] = "plate",
	[VT_VIN] = "vin",     [VT_PHONE] = "phone",  [VT_CHOICE] = "choice", [VT_SECRET] = "secret",
	[VT_MONEY] = "money", [VT_QTY] = "quantity", [VT_INT] = "number",    [VT_RATE] = "rate",
	[VT_DATE] = "date",   [VT_TIME] = "time",    [VT_BOOL] = "yes/no",   [VT_REF] = "reference",
	[VT_LINES] = "rows",
};

static const char *const undo_names[] = { "none", "rows", "reverse" };

static const char *const col_names[] = { "text", "code", "plate", "phone", "int",  "money",
					 "qty",  "rate", "date",  "time",  "bool", "choice" };

/* ---- commands ---- */

static const char *limits_text(struct arena *a, const struct field *f)
{
	if (f->type <= VT_SECRET)
		return f->max ? arena_printf(a, "%" PRId64, f->max) : "";
	if (!f->min && !f->max)
		return "";
	if (f->type == VT_MONEY)
		return arena_printf(a, "%s..%s", money_plain(a, f->min),
				    f->max ? money_plain(a, f->max) : "");
	if (f->type == VT_QTY)
		return arena_printf(a, "%s..%s", qty_text(a, f->min), f->max ? qty_text(a, f->max) : "");
	return f->max ? arena_printf(a, "%" PRId64 "..%" PRId64, f->min, f->max)
		      : arena_printf(a, "%" PRId64 "..", f->min);
}

static void field_json(struct cli *cli, struct str *s, const struct field *f)
{
	str_add(s, s->s[s->len - 1] == '[' ? "{" : ",{");
	json_add_text(s, "name", f->name);
	json_add_text(s, "label", tr(cli->lang, f->label));
	json_add_text(s, "type", type_names[f->type]);
	json_key(s, "required");
	str_add(s, f->flags & REQUIRED_ ? "true" : "false");
	if (*limits_text(cli->arena, f))
		json_add_text(s, "limits", limits_text(cli->arena, f));
	if (f->view)
		json_add_text(s, "view", f->view);
	if (f->right)
		json_add_text(s, "right", f->right);
	if (f->choices) {
		json_key(s, "choices");
		str_addc(s, '[');
		for (const struct choice *c = f->choices; c->code; c++) {
			str_add(s, c == f->choices ? "" : ",");
			json_text(s, c->code);
		}
		str_addc(s, ']');
	}
	if (f->line) {
		json_key(s, "row");
		str_addc(s, '[');
		for (const struct field *g = f->line; g->name; g++)
			field_json(cli, s, g);
		str_addc(s, ']');
	}
	str_addc(s, '}');
}

static void command_json(struct cli *cli, struct str *s, const struct command *c)
{
	str_addc(s, '{');
	json_add_text(s, "name", c->name);
	json_add_text(s, "title", tr(cli->lang, c->title));
	json_add_text(s, "right", c->anyone ? "" : c->name);
	json_add_text(s, "undo", undo_names[c->undo]);
	json_key(s, "inputs");
	str_addc(s, '[');
	for (const struct field *f = c->input; f->name; f++)
		field_json(cli, s, f);
	str_add(s, "]}");
}

static void fields_print(struct cli *cli, const struct field *table, const char *indent)
{
	for (const struct field *f = table; f->name; f++) {
		printf("%s%-16s %-10s %-8s %-14s %s", indent, f->name, type_names[f->type],
		       f->flags & REQUIRED_ ? "required" : "", limits_text(cli->arena, f),
		       tr(cli->lang, f->label));
		if (f->view)
			printf(" (%s)", f->view);
		for (const struct choice *c = f->choices; c && c->code; c++)
			printf("%s%s", c == f->choices ? ": " : ", ", c->code);
		printf("\n");
		if (f->line)
			fields_print(cli, f->line, "    ");
	}
}

static void command_print(struct cli *cli, const struct command *c)
{
	printf("%s - %s\n", c->name, tr(cli->lang, c->title));
	if (c->help)
		printf("%s\n", tr(cli->lang, c->help));
	printf("%s: %s   %s: %s\n\n", tr(cli->lang, N_("Right")), c->anyone ? "-" : c->name,
	       tr(cli->lang, N_("Undo")), undo_names[c->undo]);
	fields_print(cli, c->input, "  ");
}

static void commands_all(struct cli *cli, bool json)
{
	struct str s = { 0 };

	for (const struct command *const *c = command_all; *c; c++) {
		if ((*c)->internal)
			continue;
		if (!json) {
			printf("%-20s %s\n", (*c)->name, tr(cli->lang, (*c)->title));
			continue;
		}
		str_add(&s, s.len ? ",\n" : "[");
		command_json(cli, &s, *c);
	}
	if (json)
		printf("%s]\n", str_get(&s));
	str_free(&s);
}

int cli_list_commands(struct cli *cli)
{
	bool json = cli_flag(cli, "--json");
	const struct command *c;
	struct str s = { 0 };

	if (!cli_words(cli, 0, 1))
		return cli_fail(cli);
	if (!cli->argc) {
		commands_all(cli, json);
		return 0;
	}
	c = command_find(cli->argv[0]);
	if (!c) {
		err_set(&cli->err, ERR_USAGE, N_("There is no command “%s”. “workbay commands” lists them"),
			cli->argv[0]);
		return cli_fail(cli);
	}
	if (json) {
		command_json(cli, &s, c);
		printf("%s\n", str_get(&s));
		str_free(&s);
	} else {
		command_print(cli, c);
	}
	return 0;
}

/* ---- views and reports ---- */

static void view_json(struct cli *cli, struct str *s, const struct view *v)
{
	str_addc(s, '{');
	json_add_text(s, "name", v->name);
	json_add_text(s, "title", tr(cli->lang, v->title));
	json_key(s, "columns");
	str_addc(s, '[');
	for (size_t i = 0; i < v->n_cols; i++) {
		if (v->cols[i].flags & COL_HIDDEN)
			continue;
		str_add(s, s->s[s->len - 1] == '[' ? "{" : ",{");
		json_add_text(s, "name", v->cols[i].name);
		json_add_text(s, "title", tr(cli->lang, v->cols[i].title));
		json_add_text(s, "type", col_names[v->cols[i].type]);
		str_addc(s, '}');
	}
	str_add(s, "]");
	json_key(s, "params");
	str_addc(s, '[');
	for (size_t i = 0; i < v->n_params; i++) {
		str_add(s, i ? ",{" : "{");
		json_add_text(s, "name", v->params[i].name);
		json_add_text(s, "type", v->params[i].type);
		json_key(s, "required");
		str_add(s, v->params[i].required ? "true}" : "false}");
	}
	str_add(s, "]}");
}

static void view_print(struct cli *cli, const struct view *v)
{
	printf("%s - %s\n\n", v->name, tr(cli->lang, v->title));
	for (size_t i = 0; i < v->n_params; i++)
		printf("  %s=%s%s\n", v->params[i].name, v->params[i].type,
		       v->params[i].required ? "" : " ...");
	for (size_t i = 0; i < v->n_cols; i++)
		if (!(v->cols[i].flags & COL_HIDDEN))
			printf("  %-16s %-7s %s\n", v->cols[i].name, col_names[v->cols[i].type],
			       tr(cli->lang, v->cols[i].title));
}

static int views_list(struct cli *cli, bool reports)
{
	bool json = cli_flag(cli, "--json"), found = false;
	struct str s = { 0 };

	if (!cli_words(cli, 0, 1))
		return cli_fail(cli);
	for (size_t i = 0; i < view_count; i++) {
		const struct view *v = view_all[i];

		if (v->report != reports || (cli->argc && strcmp(cli->argv[0], v->name) != 0))
			continue;
		found = true;
		if (json) {
			str_add(&s, s.len ? ",\n" : "[");
			view_json(cli, &s, v);
		} else if (cli->argc) {
			view_print(cli, v);
		} else {
			printf("%-20s %s\n", v->name, tr(cli->lang, v->title));
		}
	}
	if (!found && cli->argc) {
		err_set(&cli->err, ERR_USAGE, N_("There is no list “%s”. “workbay views” lists them"),
			cli->argv[0]);
		return cli_fail(cli);
	}
	if (json)
		printf("%s]\n", s.len ? str_get(&s) : "[");
	str_free(&s);
	return 0;
}

int cli_list_views(struct cli *cli)
{
	return views_list(cli, false);
}

int cli_list_reports(struct cli *cli)
{
	return views_list(cli, true);
}

int cli_list_checks(struct cli *cli)
{
	if (!cli_words(cli, 0, 0))
		return cli_fail(cli);
	for (const struct check *c = check_all; c->name; c++)
		printf("%-24s %s\n", c->name, tr(cli->lang, c->title));
	return 0;
}
