/* form_emit.c - writes the printed forms as tables of C. */
#include "gen/form.h"

#include <string.h>

static void emit_items(const struct cell *c, FILE *out)
{
	char text[256];

	fputs(" .items = (const struct form_item[]){", out);
	for (size_t i = 0; i < c->n; i++) {
		snprintf(text, sizeof text, "%.*s", (int)c->items[i].n, c->items[i].text);
		fprintf(out, " { %s, ", c->items[i].op);
		emit_string(out, text);
		fputs(" },", out);
	}
	fprintf(out, " }, .n = %zu,", c->n);
}

static void emit_cells(const struct line *l, FILE *out)
{
	fprintf(out, " .n = %zu,\n\t  .cells = (const struct form_cell[]){\n", l->n);
	for (size_t i = 0; i < l->n; i++) {
		const struct cell *c = &l->cells[i];

		fprintf(out, "\t\t{ .width = %d, .align = %d,", c->width, c->align);
		emit_member(out, "label", c->label);
		if (c->n)
			emit_items(c, out);
		fputs(" },\n", out);
	}
	fputs("\t  },", out);
}

static void emit_line(const struct line *l, FILE *out)
{
	fprintf(out, "\t{ .what = %s, .optional = %d, .page = %d, .roll = %d,", l->what, l->optional, l->page,
		l->roll);
	emit_member(out, "text", l->text);
	emit_member(out, "col", l->col);
	emit_member(out, "value", l->value);
	if (l->n)
		emit_cells(l, out);
	fputs(" },\n", out);
}

static void emit_form_parts(const struct source *f, FILE *out)
{
	const struct form *form = f->form;

	emit_words(out, "of", f->name, &form->of);
	emit_words(out, "heads", f->name, &form->heads);
	fprintf(out, "static const struct form_line lines_%s[] = {\n", f->name);
	for (size_t i = 0; i < form->n; i++)
		emit_line(&form->lines[i], out);
	fputs("};\n\n", out);
}

static void emit_form(const struct source *f, FILE *out)
{
	const struct form *form = f->form;

	fprintf(out, "\t{ .name = \"%s\",", f->name);
	emit_member(out, "title", form->title);
	emit_member(out, "param", form->param);
	fprintf(out, "\n\t  .of = %s%s, .heads = heads_%s, .size = %s, .label = %d,",
		form->of.n ? "of_" : "none", form->of.n ? f->name : "", f->name,
		!strcmp(form->size, "page") ? "FORM_PAGE" : "FORM_ROLL", form->label);
	fprintf(out, " .lines = lines_%s, .n = %zu },\n", f->name, form->n);
}

void emit_forms(const struct schema *s, FILE *out)
{
	fputs("/* The printed forms, schema/documents, generated. */\n#include \"paper/form.h\"\n\n", out);
	fputs("static const char *const none[] = { NULL };\n\n", out);
	for (size_t i = 0; i < s->n; i++)
		if (s->src[i].form)
			emit_form_parts(&s->src[i], out);
	fputs("const struct form form_all[] = {\n", out);
	for (size_t i = 0; i < s->n; i++)
		if (s->src[i].form)
			emit_form(&s->src[i], out);
	fputs("\t{ .name = NULL },\n};\n", out);
}
