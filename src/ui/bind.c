/* bind.c - bindings. */
#include "ui/bind.h"

#include <ctype.h>

#define WORD_MOST 128

void bind_each(const char *with, void (*fn)(void *arg, const char *name, const char *value), void *arg)
{
	char word[WORD_MOST], *value;
	size_t n;

	for (; with && *with; with += n) {
		with += strspn(with, " ");
		n = strcspn(with, " ");
		if (n == 0 || n >= sizeof word)
			continue;
		memcpy(word, with, n);
		word[n] = '\0';
		value = strchr(word, '=');
		if (!value)
			continue;
		*value = '\0';
		fn(arg, word, value + 1);
	}
}

static const struct view_val *column_of(const struct view *v, const struct view_row *row, const char *name,
					const struct view_col **ret_col)
{
	int i = v && row ? view_col_index(v, name) : -1;

	if (i < 0)
		return NULL;
	if (ret_col)
		*ret_col = &v->cols[i];
	return &row->val[i];
}

const struct view_val *bind_column(const struct bind_from *from, const char *name,
				   const struct view_col **ret_col)
{
	const struct view_val *val = column_of(from->view, from->row, name, ret_col);

	return val ? val : column_of(from->head, from->head_row, name, ret_col);
}

static bool val_set(const struct view_val *val)
{
	return val && !val->null && (val->text ? *val->s != '\0' : val->i != 0);
}

bool bind_when(const char *when, const struct bind_from *from)
{
	if (!when)
		return true;
	if (*when == '!')
		return !val_set(bind_column(from, when + 1, NULL));
	return val_set(bind_column(from, when, NULL));
}

struct binding {
	const struct bind_from *from;
	const struct command *c;
	const struct field *fields; /* of the command, or of a row of its group */
	const struct view_who *who;
	struct args *out;
	struct arena *arena;
};

static const struct field *field_of(const struct field *f, const char *name)
{
	for (; f && f->name; f++)
		if (strcmp(f->name, name) == 0)
			return f;
	return NULL;
}

/* A hidden whole number names a row, unless a field says that it is just a number. */
static bool is_id(const struct binding *b, const char *name, const struct view_col *col)
{
	const struct field *f = field_of(b->fields, name);

	if (b->c)
		return f && f->type == VT_REF;
	return col->type == COL_INT && (col->flags & COL_HIDDEN);
}

static void bind_col(const struct binding *b, const char *name, const char *column)
{
	const struct view_col *col;
	const struct view_val *val = bind_column(b->from, column, &col);

	if (!val || val->null)
		return;
	if (!val->text && is_id(b, name, col))
		args_set_id(b->out, name, val->i);
	else
		args_set(b->out, name, view_text(col, val, b->who, false, b->arena));
}

static void bind_given(const struct binding *b, const char *name, const struct args *from, const char *key)
{
	const char *value = from ? args_get(from, key) : NULL;

	if (value)
		args_set(b->out, name, value);
}

/* What a typed text looks like: a plate has letters and digits, a phone number digits alone, a name none. */
static bool looks_like(const char *what, const char *text)
{
	size_t digits = 0, others = 0;

	for (const char *p = text; *p; p++) {
		if (isdigit((unsigned char)*p))
			digits++;
		else if (*p != ' ' && *p != '-' && *p != '+')
			others++;
	}
	if (strcmp(what, "phone") == 0)
		return digits >= 7 && !others;
	return strcmp(what, "name") == 0 ? !digits : digits && others;
}

static const char *typed(const struct bind_from *from, const char *what)
{
	if (strcmp(what, "n") == 0)
		return from->n;
	if (!from->text || strcmp(what, "text") == 0)
		return from->text;
	return strcmp(what, "id") != 0 && looks_like(what, from->text) ? from->text : NULL;
}

static void bind_typed(const struct binding *b, const char *name, const char *what)
{
	const char *value = typed(b->from, what);

	if (strcmp(what, "id") == 0 && b->from->made)
		args_set_id(b->out, name, b->from->made->id);
	else if (strcmp(what, "id") == 0)
		args_set(b->out, name, "%id");
	else if (value)
		args_set(b->out, name, value);
}

static void bind_word(const struct binding *b, const char *name, const char *value)
{
	switch (*value) {
	case '$':
		bind_given(b, name, b->from->params, value + 1);
		break;
	case '@':
		bind_col(b, name, value + 1);
		break;
	case '!':
		args_set(b->out, name, val_set(bind_column(b->from, value + 2, NULL)) ? "0" : "1");
		break;
	case '%':
		bind_typed(b, name, value + 1);
		break;
	case '?':
		bind_given(b, name, b->from->asked, value + 1);
		break;
	default:
		args_set(b->out, name, value);
		break;
	}
}

/* "group.input": a row of the group for each marked row. */
static void bind_rows(const struct binding *b, const char *name, const char *dot, const char *value)
{
	char *group = arena_strndup(b->arena, name, (size_t)(dot - name));
	const struct field *f = field_of(b->fields, group);

	for (size_t i = 0; i < b->from->n_marked; i++) {
		struct bind_from from = *b->from;
		struct binding row = *b;

		from.row = b->from->marked[i];
		row.from = &from;
		row.fields = f ? f->line : NULL;
		row.out = i < args_lines(b->out, group) ? args_line(b->out, group, i)
							: args_add_line(b->out, group);
		bind_word(&row, dot + 1, value);
	}
}

static void bind_one(void *arg, const char *name, const char *value)
{
	const struct binding *b = arg;
	const char *dot = strchr(name, '.');

	if (dot)
		bind_rows(b, name, dot, value);
	else
		bind_word(b, name, value);
}

void bind_args(const char *with, const struct bind_from *from, const struct command *c,
	       const struct view_who *who, struct args *out)
{
	struct binding b = { from, c, c ? c->input : NULL, who, out, arena_new() };

	bind_each(with, bind_one, &b);
	arena_free(b.arena);
}
