/* commands.c - proves that the tables of commands name views, tables and printed forms that there are. */
#include <string.h>

#include "domain/command.h"
#include "gen/prove/prove.h"
#include "paper/form.h"

/* A command has no file and line of its own: its name is found with one grep. */
static void fault(struct proof *p, const struct command *c, const char *field, const char *why,
		  const char *what)
{
	prove_fault(p, "src/domain", 1, "command %s%s%s: %s %s", c->name, *field ? ", field " : "", field,
		    why, what);
}

static void prove_fields(struct proof *p, const struct command *c, const struct field *f)
{
	for (; f && f->name; f++) {
		const struct view *v = f->type == VT_REF && f->view ? view_find(f->view) : NULL;

		if (f->type == VT_REF && !v)
			fault(p, c, f->name, "there is no view", f->view ? f->view : "(none is named)");
		else if (v && (!v->id || !v->names))
			fault(p, c, f->name, "has no id: and names: to refer to, view", f->view);
		if (f->type == VT_CHOICE && !f->choices)
			fault(p, c, f->name, "has no", ".choices");
		if (f->offset / 8 >= 8 * sizeof(struct input))
			fault(p, c, f->name, "lies too far behind in its struct for",
			      "struct input to mark it");
		if (f->type == VT_LINES)
			prove_fields(p, c, f->line);
	}
}

bool prove_is_form(const char *name)
{
	return form_find(name) != NULL;
}

static void prove_command(struct proof *p, const struct command *c)
{
	prove_fields(p, c, c->input);
	if (!c->title || !c->run)
		fault(p, c, "", "has no", c->title ? ".run" : ".title");
	if (c->edits && !command_field(c, c->edits))
		fault(p, c, "", "edits no input", c->edits);
	if (c->edits && (!c->edits_table || !prove_table(p, c->edits_table)))
		fault(p, c, "", "edits no table", c->edits_table ? c->edits_table : "(none is named)");
	if (c->prints && !prove_is_form(c->prints))
		fault(p, c, "", "there is no schema/documents/", c->prints);
}

void prove_commands(struct proof *p)
{
	for (const struct command *const *c = command_all; *c; c++) {
		prove_command(p, *c);
		if (c[1] && strcmp((*c)->name, c[1]->name) >= 0)
			fault(p, *c, "", "stands before", c[1]->name);
	}
}
