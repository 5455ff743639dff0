/* cli_jsonl.c - commands as JSON lines, answered one by one. */
#include <inttypes.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "app/cli_do.h"
#include "base/json.h"

#define LINE_MOST ((size_t)1 << 20)

/* Beside the command's own input: how it is run. */
struct manner {
	struct run_options o;
	const char *approve, *pin;
};

struct made {
	int64_t id;
	char number[40];
};

struct jsonl {
	struct cli *cli;
	struct arena *arena; /* of one line */
	struct made *made;   /* what each line made, by its place from 1 */
	size_t n, cap;
};

/* "$3.id" and "$3.number": what an earlier line made. True when the text is one. */
static bool made_named(struct jsonl *j, const char *text, const struct made **ret, bool *ret_number)
{
	char *end;
	unsigned long n;

	if (text[0] != '$')
		return false;
	n = strtoul(text + 1, &end, 10);
	if (end == text + 1 || (strcmp(end, ".id") != 0 && strcmp(end, ".number") != 0) || n < 1 || n > j->n)
		return false;
	*ret = &j->made[n - 1];
	*ret_number = end[1] == 'n';
	return true;
}

static bool json_group(struct jsonl *j, const struct field *group, struct args *args, json_t *value,
		       struct err *e);

static bool json_value(struct jsonl *j, const struct field *f, const char *name, struct args *args,
		       json_t *value, struct err *e)
{
	const struct made *made;
	bool number;

	switch (json_typeof(value)) {
	case JSON_NULL:
		return true;
	case JSON_STRING:
		if (!made_named(j, json_string_value(value), &made, &number))
			args_set(args, name, json_string_value(value));
		else if (number)
			args_set(args, name, made->number);
		else
			args_set_id(args, name, made->id);
		return true;
	case JSON_INTEGER:
		if (f && f->type == VT_REF)
			args_set_id(args, name, json_integer_value(value));
		else
			args_set(args, name,
				 arena_printf(j->arena, "%" JSON_INTEGER_FORMAT, json_integer_value(value)));
		return true;
	case JSON_REAL:
		/* The one place where a number passes through a double: 15 digits bring back what was written. */
		args_set(args, name, arena_printf(j->arena, "%.15g", json_real_value(value)));
		return true;
	case JSON_TRUE:
	case JSON_FALSE:
		args_set(args, name, json_is_true(value) ? "yes" : "no");
		return true;
	case JSON_ARRAY:
		if (f && f->type == VT_LINES)
			return json_group(j, f, args, value, e);
		return err_set(e, ERR_DATA, N_("“%s” is not a list"), name);
	case JSON_OBJECT:
		return err_set(e, ERR_DATA, N_("“%s” is not an object"), name);
	}
	return false;
}

static const struct field *row_field(const struct field *table, const char *name)
{
	for (const struct field *f = table; f->name; f++)
		if (!strcmp(f->name, name))
			return f;
	return NULL;
}

static bool json_row(struct jsonl *j, const struct field *table, struct args *row, json_t *value,
		     struct err *e)
{
	const char *name;
	json_t *cell;
	size_t i;

	if (json_is_array(value)) {
		json_array_foreach(value, i, cell)
		{
			if (!table[i].name)
				return err_set(e, ERR_DATA,
					       N_("A row has more cells than the command knows"));
			if (!json_value(j, &table[i], table[i].name, row, cell, e))
				return false;
		}
		return true;
	}
	if (!json_is_object(value))
		return json_value(j, &table[0], table[0].name, row, value, e);
	json_object_foreach(value, name, cell)
	{
		if (!json_value(j, row_field(table, name), name, row, cell, e))
			return false;
	}
	return true;
}

static bool json_group(struct jsonl *j, const struct field *group, struct args *args, json_t *value,
		       struct err *e)
{
	json_t *row;
	size_t i;

	json_array_foreach(value, i, row)
	{
		if (!json_row(j, group->line, args_add_line(args, group->name), row, e)) {
			e->line = (int)i + 1;
			return false;
		}
	}
	return true;
}

/* Understands one line; the command, its input and options. */
static bool line_read(struct jsonl *j, json_t *root, const struct command **ret, struct args *args,
		      struct manner *m, struct err *e)
{
	const char *doing = json_string_value(json_object_get(root, "do")), *name;
	json_t *value;

	if (!doing)
		return err_set(e, ERR_DATA, N_("Each line is an object with the name of a command as “do”"));
	*ret = command_find(doing);
	if (!*ret)
		return err_set(e, ERR_USAGE, N_("There is no command “%s”. “workbay commands” lists them"),
			       doing);
	json_object_foreach(root, name, value)
	{
		if (!strcmp(name, "do"))
			continue;
		if (!strcmp(name, "request"))
			m->o.request = arena_strdup(j->arena, json_string_value(value));
		else if (!strcmp(name, "ver"))
			m->o.ver = json_integer_value(value);
		else if (!strcmp(name, "approve"))
			m->approve = arena_strdup(j->arena, json_string_value(value));
		else if (!strcmp(name, "approve_pin"))
			m->pin = json_string_value(value) ? json_string_value(value) : "";
		else if (!json_value(j, command_field(*ret, name), name, args, value, e))
			return false;
	}
	return true;
}

static void made_keep(struct jsonl *j, const struct answer *answer)
{
	if (j->n == j->cap) {
		j->cap = j->cap ? j->cap * 2 : 64;
		j->made = xrealloc(j->made, j->cap * sizeof *j->made);
	}
	j->made[j->n].id = answer->id;
	snprintf(j->made[j->n].number, sizeof j->made->number, "%s", answer->number);
	j->n++;
}

static void reply_good(FILE *out, const struct answer *answer)
{
	struct str s = { 0 };

	answer_json(answer, &s);
	fprintf(out, "{\"ok\":true%s%s\n", s.len > 2 ? "," : "", str_get(&s) + 1);
	fflush(out);
	str_free(&s);
}

static void reply_bad(FILE *out, const struct err *e)
{
	struct str s = { 0 };

	str_add(&s, "{\"ok\":false");
	json_add_text(&s, "error", e->text);
	json_add_int(&s, "code", e->code);
	if (*e->field)
		json_add_text(&s, "field", e->field);
	if (e->line)
		json_add_int(&s, "row", e->line);
	str_addc(&s, '}');
	fprintf(out, "%s\n", str_get(&s));
	fflush(out);
	str_free(&s);
}

static bool line_run(struct jsonl *j, const char *line, size_t n, bool dry, FILE *out, struct err *e)
{
	struct manner m = { .o.dry = dry };
	struct args *args = args_new(j->arena);
	struct answer answer = { 0 };
	const struct command *c;
	json_error_t fault;
	json_t *root = json_loadb(line, n, JSON_REJECT_DUPLICATES, &fault);
	bool ok;

	if (!root)
		err_set(e, ERR_DATA, N_("Not JSON, at column %d: %s"), fault.column, fault.text);
	ok = root && json_is_object(root) && line_read(j, root, &c, args, &m, e) &&
	     (!m.approve || cli_approve(j->cli, m.approve, m.pin ? m.pin : "", e)) &&
	     command_run(j->cli->session, c, args, &m.o, &answer, e);
	session_approver(j->cli->session, 0);
	if (root && !json_is_object(root))
		err_set(e, ERR_DATA, N_("Each line is an object with the name of a command as “do”"));
	json_decref(root);
	made_keep(j, &answer);
	if (ok)
		reply_good(out, &answer);
	else
		reply_bad(out, e);
	str_free(&answer.extra);
	return ok;
}

/* Reads one line of at most LINE_MOST bytes; false at the end. A longer one is refused whole. */
static bool line_next(FILE *in, char **buf, size_t *cap, size_t *ret_n, struct err *e)
{
	ssize_t n = getline(buf, cap, in);

	if (n < 0)
		return false;
	if ((size_t)n > LINE_MOST)
		err_set(e, ERR_DATA, N_("This line is longer than a megabyte"));
	*ret_n = (size_t)n;
	return true;
}

static bool blank(const char *line)
{
	return line[strspn(line, " \t\r\n")] == '\0';
}

int jsonl_run(struct cli *cli, FILE *in, FILE *out, bool keep_going, bool dry)
{
	struct jsonl j = { .cli = cli, .arena = arena_new() };
	struct err e = { .lang = cli->lang };
	char *line = NULL;
	size_t cap = 0, n;
	int status = 0;

	while ((keep_going || status == 0) && line_next(in, &line, &cap, &n, &e)) {
		if (e.code == ERR_NONE && blank(line))
			continue;
		if (e.code != ERR_NONE)
			reply_bad(out, &e);
		if (e.code != ERR_NONE || !line_run(&j, line, n, dry, out, &e))
			status = keep_going ? ERR_NO : (int)e.code;
		err_clear(&e);
		arena_reset(j.arena);
	}
	free(line);
	free(j.made);
	arena_free(j.arena);
	return status;
}
