/* args.c - raw input: what was typed or sent, before it is understood. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/money.h"
#include "domain/command.h"

struct arg {
	struct arg *next;
	const char *name, *value; /* value NULL: a group */
	struct args **line;
	size_t n, cap;
};

struct args {
	struct arena *arena;
	struct arg *first, **last;
};

struct args *args_new(struct arena *a)
{
	struct args *args = ARENA_NEW(a, struct args);

	args->arena = a;
	args->last = &args->first;
	return args;
}

static struct arg *arg_find(const struct args *args, const char *name)
{
	for (struct arg *g = args->first; g; g = g->next)
		if (!strcmp(g->name, name))
			return g;
	return NULL;
}

static struct arg *arg_make(struct args *args, const char *name)
{
	struct arg *g = arg_find(args, name);

	if (g)
		return g;
	g = ARENA_NEW(args->arena, struct arg);
	g->name = arena_strdup(args->arena, name);
	*args->last = g;
	args->last = &g->next;
	return g;
}

void args_set(struct args *args, const char *name, const char *value)
{
	if (!value || !*value)
		args_unset(args, name);
	else
		arg_make(args, name)->value = arena_strdup(args->arena, value);
}

void args_set_id(struct args *args, const char *name, int64_t id)
{
	arg_make(args, name)->value = arena_printf(args->arena, "#%" PRId64, id);
}

void args_unset(struct args *args, const char *name)
{
	struct arg **at = &args->first;

	while (*at && strcmp((*at)->name, name) != 0)
		at = &(*at)->next;
	if (!*at)
		return;
	if (args->last == &(*at)->next)
		args->last = at;
	*at = (*at)->next;
}

const char *args_get(const struct args *args, const char *name)
{
	const struct arg *g = arg_find(args, name);

	return g ? g->value : NULL;
}

int64_t args_id(const struct args *args, const char *name)
{
	const char *text = args_get(args, name);
	int64_t id;

	if (!text || *text != '#' || !int_parse(text + 1, name, 1, INT64_MAX, &id, &(struct err){ 0 }))
		return 0;
	return id;
}

struct args *args_add_line(struct args *args, const char *name)
{
	struct arg *g = arg_make(args, name);

	if (g->n == g->cap) {
		size_t cap = g->cap ? g->cap * 2 : 8;
		struct args **line = ARENA_ARRAY(args->arena, struct args *, cap);

		if (g->n)
			memcpy(line, g->line, g->n * sizeof *line);
		g->line = line;
		g->cap = cap;
	}
	return g->line[g->n++] = args_new(args->arena);
}

size_t args_lines(const struct args *args, const char *name)
{
	const struct arg *g = arg_find(args, name);

	return g ? g->n : 0;
}

struct args *args_line(const struct args *args, const char *name, size_t i)
{
	const struct arg *g = arg_find(args, name);

	return g && i < g->n ? g->line[i] : NULL;
}

void args_clear_lines(struct args *args, const char *name)
{
	args_unset(args, name);
}

const char *args_name(const struct args *args, size_t i)
{
	const struct arg *g = args->first;

	while (g && i--)
		g = g->next;
	return g ? g->name : NULL;
}

void args_add(struct args *args, const struct args *from, const char *name)
{
	size_t n = args_lines(from, name);

	if (n)
		args_clear_lines(args, name);
	else
		args_set(args, name, args_get(from, name));
	for (size_t i = 0; i < n; i++)
		args_add_all(args_add_line(args, name), args_line(from, name, i));
}

void args_add_all(struct args *args, const struct args *from)
{
	const char *name;

	for (size_t i = 0; from && (name = args_name(from, i)); i++)
		args_add(args, from, name);
}
