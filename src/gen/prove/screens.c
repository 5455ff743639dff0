/* screens.c - proves that the tables of screens name views, columns, commands, inputs and screens that there are. */
#include "screens/screens.h"

#include <string.h>

#include "db/view.h"
#include "domain/command.h"
#include "gen/prove/prove.h"
#include "ui/bind.h"
#include "ui/layout.h"

/* The screen in hand, and where its columns come from. */
struct looking {
	struct proof *p;
	const struct screen *s;
	const struct view *row, *head;
	struct arena *a;
	/* of the binding in hand */
	const struct command *c;
	const struct screen *to;
	const struct view *of;
};

static void fault(struct looking *l, const char *why, const char *what)
{
	prove_fault(l->p, "screens", 1, "%s: %s %s", l->s->name, why, what);
}

static const struct view *need_view(struct looking *l, const char *name)
{
	const struct view *v = name ? view_find(name) : NULL;

	if (name && !v)
		fault(l, "there is no view", name);
	return v;
}

static const struct command *need_command(struct looking *l, const char *name)
{
	const struct command *c = name ? command_find(name) : NULL;

	if (name && !c)
		fault(l, "there is no command", name);
	return c;
}

static const struct screen *need_screen(struct looking *l, const char *name)
{
	if (!name || *name == '@')
		return NULL;
	for (const struct screen *s = screen_all; s->name; s++)
		if (!strcmp(s->name, name))
			return s;
	fault(l, "there is no screen", name);
	return NULL;
}

static bool has_col(const struct view *v, const char *name)
{
	return v && view_col_index(v, name) >= 0;
}

static void need_col(struct looking *l, const char *name)
{
	if (!has_col(l->row, name) && !has_col(l->head, name))
		fault(l, "there is no column", name);
}

static bool has_param(const struct view *v, const char *name)
{
	for (size_t i = 0; v && i < v->n_params; i++)
		if (!strcmp(v->params[i].name, name))
			return true;
	return false;
}

/* Has the command that input? "group.input" is one of a row of the group. */
static bool has_input(const struct command *c, const char *name)
{
	const char *dot = strchr(name, '.');
	char group[64] = "";
	const struct field *f;

	if (!dot)
		return !strcmp(name, "ver") || !strcmp(name, "remark") || command_field(c, name);
	if ((size_t)(dot - name) < sizeof group)
		memcpy(group, name, (size_t)(dot - name));
	f = command_field(c, group);
	for (f = f ? f->line : NULL; f && f->name; f++)
		if (!strcmp(f->name, dot + 1))
			return true;
	return false;
}

/* Can the screen be opened with something of that name? */
static bool screen_takes(const struct screen *s, const char *name)
{
	const struct form *f = s->table;

	if (s->common->param && !strcmp(s->common->param, name))
		return true;
	if (s->type == TYPE_LIST)
		return has_param(view_find(((const struct list *)s->table)->view), name);
	if (s->type != TYPE_FORM)
		return s->type == TYPE_PLAIN;
	return has_input(command_find(f->runs), name) ||
	       has_param(f->head ? view_find(f->head) : NULL, name) ||
	       has_param(f->from ? view_find(f->from) : NULL, name);
}

static void prove_word(void *arg, const char *name, const char *value)
{
	struct looking *l = arg;

	if (*value == '@' || (*value == '!' && value[1] == '@'))
		need_col(l, value + 1 + (*value == '!'));
	if (l->c && !has_input(l->c, name))
		fault(l, "the command has no input", name);
	if (l->to && !screen_takes(l->to, name))
		fault(l, "the screen that is opened takes no", name);
	if (l->of && !has_param(l->of, name))
		fault(l, "the view has no parameter", name);
}

/* A binding of a command, or of a screen, or of a view. */
static void prove_with(struct looking *l, const char *with, const struct command *c, const struct screen *to,
		       const struct view *of)
{
	l->c = c;
	l->to = to;
	l->of = of;
	if (with && (c || to || of))
		bind_each(with, prove_word, l);
}

static void prove_when(struct looking *l, const char *when)
{
	if (when)
		need_col(l, when + (*when == '!'));
}

/* Rows of the layout language: fields of the command, columns of the head. */
static void prove_layout(struct looking *l, const char *const *rows, size_t most, const struct command *c,
			 const struct view *head)
{
	struct layout layout;
	struct err e = { 0 };

	if (!layout_read(l->a, rows, most, &layout, &e)) {
		fault(l, "", e.text);
		return;
	}
	for (int r = 0; r < layout.n; r++) {
		for (int i = 0; i < layout.row[r].n; i++) {
			const struct layout_cell *cell = &layout.row[r].cell[i];

			if (cell->kind == CELL_HEAD ? !has_col(head, cell->name)
						    : c && !command_field(c, cell->name) &&
							  strcmp(cell->name, command_remark.name) != 0)
				fault(l, "the layout names what is not there:", cell->name);
		}
	}
}

static void prove_ask(struct looking *l, const char *ask, const struct command *c)
{
	const char *rows[] = { ask, NULL };

	if (ask && c)
		prove_layout(l, rows, 1, c, l->head);
}

static void prove_key(struct looking *l, const struct key *k)
{
	const struct command *c = need_command(l, k->runs);
	const struct screen *to = need_screen(l, k->opens);

	prove_when(l, k->when);
	prove_when(l, k->tells);
	prove_with(l, k->with, c, k->runs ? NULL : to, NULL);
	if (k->runs)
		prove_with(l, k->goes, NULL, to, NULL);
	prove_ask(l, k->ask, c);
	need_view(l, k->preview);
}

static void prove_keys(struct looking *l, const struct key *keys, size_t most)
{
	for (size_t i = 0; keys && i < most && (keys[i].runs || keys[i].opens); i++)
		prove_key(l, &keys[i]);
}

static void prove_list(struct looking *l, const struct list *t)
{
	l->row = need_view(l, t->view);
	prove_with(l, t->with, NULL, NULL, l->row);
}

static void prove_form(struct looking *l, const struct form *t)
{
	const struct command *c = need_command(l, t->runs);

	l->head = need_view(l, t->head);
	l->row = need_view(l, t->from);
	prove_with(l, t->with, c, NULL, NULL);
	prove_with(l, t->goes, NULL, need_screen(l, t->opens), NULL);
	if (t->starts && c && !command_field(c, t->starts))
		fault(l, "starts: the command has no input", t->starts);
	prove_with(l, t->tells_with, NULL, NULL, need_view(l, t->tells));
	prove_layout(l, t->layout, LAYOUT_ROWS, c, l->head);
}

static void prove_edit(struct looking *l, const struct cell_edit *t)
{
	if (!t->column)
		return;
	need_col(l, t->column);
	prove_with(l, t->with, need_command(l, t->runs), NULL, NULL);
}

static void prove_add(struct looking *l, const struct entry_add *t, const struct view *find)
{
	const struct view *row = l->row;

	l->row = find;
	prove_with(l, t->with, need_command(l, t->runs), NULL, NULL);
	l->row = row;
}

static void prove_document(struct looking *l, const struct document *t)
{
	const struct view *find = need_view(l, t->entry.find), *views[3];

	views[0] = l->head = need_view(l, t->head);
	views[1] = l->row = need_view(l, t->lines);
	views[2] = need_view(l, t->totals);
	for (size_t i = 0; i < 3; i++)
		if (views[i] && t->param && !has_param(views[i], t->param))
			fault(l, "does not take the document's parameter: view", views[i]->name);
	prove_layout(l, t->head_layout, LAYOUT_ROWS, NULL, l->head);
	need_screen(l, t->head_edit);
	prove_with(l, t->entry.with, NULL, NULL, find);
	for (size_t i = 0; i < ENTRY_KINDS && t->entry.adds[i].runs; i++)
		prove_add(l, &t->entry.adds[i], find);
	prove_add(l, &t->entry.words, find);
	prove_edit(l, &t->quantity);
	prove_edit(l, &t->price);
	prove_edit(l, &t->discount);
	for (size_t i = 0; i < CELL_EDITS; i++)
		prove_edit(l, &t->edits[i]);
	prove_keys(l, t->next, NEXT_STEPS);
}

static void prove_home(struct looking *l, const struct home *t)
{
	l->row = need_view(l, t->hits);
	prove_with(l, t->with, NULL, NULL, l->row);
	for (const struct hit_step *s = t->steps; s && s->opens; s++) {
		if (*s->opens == '@')
			need_col(l, s->opens + 1);
		prove_when(l, s->when);
		prove_with(l, s->with, NULL, need_screen(l, s->opens), NULL);
	}
	prove_with(l, t->scan_with, need_command(l, t->scan_runs),
		   t->scan_runs ? NULL : need_screen(l, t->scan_opens), NULL);
	prove_with(l, t->new_with, NULL, need_screen(l, t->new_opens), NULL);
}

static void prove_screen(struct proof *p, const struct screen *s)
{
	struct looking l = { .p = p, .s = s, .a = arena_new() };

	switch (s->type) {
	case TYPE_LIST:
		prove_list(&l, s->table);
		break;
	case TYPE_FORM:
		prove_form(&l, s->table);
		break;
	case TYPE_DOCUMENT:
		prove_document(&l, s->table);
		break;
	case TYPE_HOME:
		prove_home(&l, s->table);
		break;
	case TYPE_PLAIN:
		break;
	}
	need_view(&l, s->common->pick);
	if (s->common->prints && !prove_is_form(s->common->prints))
		fault(&l, "there is no printed form", s->common->prints);
	if (s->common->state && (l.row || l.head))
		need_col(&l, s->common->state);
	prove_keys(&l, s->common->keys, SIZE_MAX);
	arena_free(l.a);
}

/* Two digits open one screen. */
static void prove_code(struct proof *p, const struct screen *s)
{
	for (const struct screen *t = screen_all; t != s; t++)
		if (s->common->code && t->common->code == s->common->code)
			prove_fault(p, "screens", 1, "%s and %s have the same code %d", t->name, s->name,
				    s->common->code);
}

void prove_screens(struct proof *p)
{
	for (const struct screen *s = screen_all; s->name; s++) {
		prove_screen(p, s);
		prove_code(p, s);
	}
}
