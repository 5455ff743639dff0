/* sheet_draft.c - what is typed into a sheet, kept as text and read back; what a text was the last time. */
#include <string.h>

#include "ui/console.h"
#include "ui/sheet.h"
#include "ui/sheet_priv.h"

/* ---- drafts: one line for each input, "name=value", "group.0.name=value" ---- */

static void line_write(struct str *out, const char *name, const char *value)
{
	str_add(out, name);
	str_addc(out, '=');
	for (; *value; value++) {
		if (*value == '\n' || *value == '\\')
			str_addc(out, '\\');
		str_addc(out, *value == '\n' ? 'n' : *value);
	}
	str_addc(out, '\n');
}

static void box_write(const struct box *b, const char *name, struct arena *a, struct str *out)
{
	const char *raw = b->typed && b->def->type != VT_SECRET ? box_raw(b, a) : NULL;

	if (raw)
		line_write(out, name, raw);
}

/* What the sheet is about where nothing that it was opened with says so; "" where the head does not tell. */
static const char *sheet_of(const struct sheet *s)
{
	int col = s->head && s->held.text ? view_col_index(s->head, "of") : -1;

	return col >= 0 ? s->held.text[col] : "";
}

void sheet_write(const struct sheet *s, struct str *out)
{
	struct arena *a = arena_new();

	line_write(out, "%request", s->request);
	line_write(out, "%of", sheet_of(s));
	for (int i = 0; i < s->n; i++) {
		const struct grid *g = &s->grid[i];

		box_write(&s->box[i], s->box[i].def->name, a, out);
		for (int r = 0; r < g->n; r++)
			for (int k = 0; k < g->n_cols; k++)
				box_write(&g->row[r][k],
					  arena_printf(a, "%s.%d.%s", g->def->name, r, g->def->line[k].name),
					  a, out);
	}
	arena_free(a);
}

static char *value_read(struct arena *a, const char *s, size_t n)
{
	char *copy = arena_strndup(a, s, n), *to = copy;

	for (const char *from = copy; *from; from++) {
		if (*from == '\\' && from[1])
			*to++ = *++from == 'n' ? '\n' : *from;
		else
			*to++ = *from;
	}
	*to = '\0';
	return copy;
}

static struct box *box_of_path(struct sheet *s, char *path)
{
	char *dot = strchr(path, '.'), *name = dot ? strchr(dot + 1, '.') : NULL;
	struct grid *g;
	long row;
	int i;

	if (!dot) {
		i = sheet_index(s, path);
		return i >= 0 && !s->grid[i].n_cols ? &s->box[i] : NULL;
	}
	*dot = '\0';
	i = sheet_index(s, path);
	row = strtol(dot + 1, NULL, 10);
	if (i < 0 || !name || !s->grid[i].n_cols || row < 0 || row > 999)
		return NULL;
	g = &s->grid[i];
	while (g->n <= row && grid_add(g))
		;
	for (int k = 0; row < g->n && k < g->n_cols; k++)
		if (strcmp(g->def->line[k].name, name + 1) == 0)
			return &g->row[row][k];
	return NULL;
}

static void draft_line(struct sheet *s, struct look *l, char *name, const char *value)
{
	struct box *b;

	if (strcmp(name, "%request") == 0) {
		snprintf(s->request, sizeof s->request, "%s", value);
		return;
	}
	b = box_of_path(s, name);
	if (!b || b->hidden || b->readonly)
		return;
	box_put(b, l, value);
	b->typed = true;
}

bool sheet_read(struct sheet *s, const char *draft)
{
	const char *of = strstr(draft, "\n%of=");
	struct look l;

	if (of) {
		of += strlen("\n%of=");
		if (strncmp(of, sheet_of(s), strcspn(of, "\n")) != 0 ||
		    strlen(sheet_of(s)) != strcspn(of, "\n"))
			return false;
	}

	look_open(s->con, &l);
	while (draft && *draft) {
		size_t n = strcspn(draft, "\n");
		const char *eq = memchr(draft, '=', n);

		if (eq)
			draft_line(s, &l, arena_strndup(l.arena, draft, (size_t)(eq - draft)),
				   value_read(l.arena, eq + 1, n - (size_t)(eq - draft) - 1));
		draft += n + (draft[n] == '\n');
	}
	sheet_fill(s, &l);
	s->focus = sheet_first(s);
	look_close(&l);
	return true;
}

/* ---- what it was last time ---- */

static const char *last_name(struct sheet *s, const struct box *b, struct arena *a)
{
	return arena_printf(a, "last.%s.%s", s->c->name, b->def->name);
}

void sheet_remember(struct sheet *s)
{
	const struct console_hooks *h = &console_options(s->con)->hooks;
	struct arena *a = arena_new();

	for (int i = 0; h->put && i < s->n; i++) {
		const struct box *b = &s->box[i];
		bool text = b->def->type == VT_TEXT || b->def->type == VT_AREA;

		if (text && b->typed && !box_empty(b) && !(b->def->flags & PERSONAL_))
			h->put(h->arg, last_name(s, b, a), edit_text(&b->edit));
	}
	arena_free(a);
}

void sheet_recall(struct sheet *s, struct box *b)
{
	const struct console_hooks *h = &console_options(s->con)->hooks;
	struct arena *a = arena_new();
	const char *last = h->get ? h->get(h->arg, a, last_name(s, b, a)) : NULL;

	edit_change(&b->edit, last ? last : "");
	arena_free(a);
}
