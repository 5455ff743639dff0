/* schema_emit.c - writes the tables of C. */
#include "gen/form.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* A C literal, one line of source for each line of text. */
static void emit_bytes(FILE *out, const char *text, size_t n)
{
	fputc('"', out);
	for (const char *end = text + n; text < end; text++) {
		if (*text == '\n')
			fputs(text + 1 < end ? "\\n\"\n\t\"" : "\\n", out);
		else if (*text == '"' || *text == '\\')
			fprintf(out, "\\%c", *text);
		else if (*text == '\t')
			fputs("\\t", out);
		else if (*text != '\r')
			fputc(*text, out);
	}
	fputc('"', out);
}

void emit_string(FILE *out, const char *text)
{
	if (text)
		emit_bytes(out, text, strlen(text));
	else
		fputs("NULL", out);
}

void emit_member(FILE *out, const char *name, const char *text)
{
	if (!text)
		return;
	fprintf(out, " .%s = ", name);
	emit_string(out, text);
	fputc(',', out);
}

static void emit_table(const struct schema *s, FILE *out, const char *name, enum kind kind)
{
	fprintf(out, "const struct schema_file schema_%s[] = {\n", name);
	for (size_t i = 0; i < s->n; i++) {
		if (s->src[i].kind != kind)
			continue;
		fprintf(out, "\t{ \"%s\", ", s->src[i].name);
		emit_string(out, s->src[i].copy);
		fputs(" },\n", out);
	}
	fputs("\t{ NULL, NULL },\n};\n\n", out);
}

/* A list file: one name a line, '#' begins a note. */
static void emit_list(const struct source *f, FILE *out)
{
	const char *p = f->copy;

	fprintf(out, "const char *const schema_%s[] = {\n", f->name);
	while (*p) {
		size_t n = strcspn(p, " \t\r\n#");

		if (n) {
			fputc('\t', out);
			emit_bytes(out, p, n);
			fputs(",\n", out);
		}
		p += strcspn(p, "\n");
		p += *p == '\n';
	}
	fputs("\tNULL,\n};\n\n", out);
}

void emit_files(const struct schema *s, FILE *out)
{
	fputs("/* The files of schema/, generated. */\n#include \"db/migrate.h\"\n\n", out);
	emit_table(s, out, "migrations", KIND_MIGRATION);
	emit_table(s, out, "shared", KIND_SHARED);
	emit_table(s, out, "demo", KIND_DEMO);
	for (size_t i = 0; i < s->n; i++)
		if (s->src[i].kind == KIND_LIST)
			emit_list(&s->src[i], out);
}

void emit_words(FILE *out, const char *what, const char *name, const struct words *w)
{
	if (!w->n)
		return;
	fprintf(out, "static const char *const %s_%s[] = {", what, name);
	for (size_t i = 0; i < w->n; i++)
		fprintf(out, " \"%s\",", w->at[i]);
	fputs(" NULL };\n", out);
}

static void emit_cols(const struct source *f, FILE *out)
{
	fprintf(out, "static const struct view_col cols_%s[] = {\n", f->name);
	for (size_t i = 0; i < f->head->n_cols; i++) {
		const struct col *c = &f->head->cols[i];

		fprintf(out, "\t{ .name = \"%s\", .type = %s,", c->name, c->type);
		emit_member(out, "title", c->title);
		fprintf(out, " .flags = 0%s%s%s%s,", c->find ? " | COL_FIND" : "", c->sum ? " | COL_SUM" : "",
			c->hidden ? " | COL_HIDDEN" : "", c->key ? " | COL_KEY" : "");
		fprintf(out, " .width = %d, .drop = %d, .line = %d,", c->width, c->drop, c->line);
		emit_member(out, "right", c->right);
		emit_member(out, "edit", c->edit);
		emit_member(out, "style", c->style);
		emit_member(out, "explain", c->explain);
		emit_member(out, "behind", c->behind);
		emit_member(out, "choice", c->choice);
		fputs(" },\n", out);
	}
	fputs("};\n", out);
}

static void emit_params(const struct source *f, FILE *out)
{
	if (!f->head->n_params)
		return;
	fprintf(out, "static const struct view_param params_%s[] = {\n", f->name);
	for (size_t i = 0; i < f->head->n_params; i++) {
		const struct param *p = &f->head->params[i];

		fprintf(out, "\t{ .name = \"%s\", .type = \"%s\",", p->name, p->type);
		emit_member(out, "filter", p->filter);
		emit_member(out, "preset", p->preset);
		fprintf(out, " .required = %s, .line = %d },\n", p->required ? "true" : "false", p->line);
	}
	fputs("};\n", out);
}

static void emit_orders(const struct source *f, FILE *out)
{
	const struct head *h = f->head;
	char what[32];

	for (size_t i = 0; i < h->n_orders; i++) {
		snprintf(what, sizeof what, "order%zu", i);
		emit_words(out, what, f->name, &h->orders[i]);
	}
	fprintf(out, "static const struct view_order orders_%s[] = {", f->name);
	for (size_t i = 0; i < h->n_orders; i++)
		fprintf(out, " { order%zu_%s },", i, f->name);
	if (!h->n_orders)
		fprintf(out, " { keys_%s },", f->name);
	fputs(" };\n", out);
}

static void emit_view(const struct source *f, FILE *out)
{
	const struct head *h = f->head;

	emit_words(out, "keys", f->name, &h->keys);
	emit_words(out, "names", f->name, &h->names);
	emit_words(out, "watch", f->name, &h->watch);
	emit_cols(f, out);
	emit_params(f, out);
	emit_orders(f, out);
	fprintf(out, "static const struct view view_%s = {\n\t.name = \"%s\",", f->name, f->name);
	emit_member(out, "title", h->title);
	emit_member(out, "rule", h->rule);
	emit_member(out, "group", h->group);
	emit_member(out, "id", h->id);
	emit_member(out, "label", h->label);
	emit_member(out, "right", h->right);
	emit_member(out, "chart", h->chart);
	emit_member(out, "file", f->path);
	fprintf(out, " .line = %d,\n\t.cols = cols_%s, .n_cols = %zu,", f->body_line, f->name, h->n_cols);
	if (h->n_params)
		fprintf(out, " .params = params_%s, .n_params = %zu,", f->name, h->n_params);
	fprintf(out, " .orders = orders_%s, .n_orders = %zu,", f->name, h->n_orders ? h->n_orders : 1);
	fprintf(out, " .keys = keys_%s,", f->name);
	if (h->names.n)
		fprintf(out, " .names = names_%s,", f->name);
	if (h->watch.n)
		fprintf(out, " .watch = watch_%s,", f->name);
	fprintf(out, "\n\t.report = %s, .mark = %s, .desk = %s,\n\t.sql = ",
		f->kind == KIND_REPORT ? "true" : "false", h->mark ? "true" : "false",
		h->desk ? "true" : "false");
	emit_string(out, f->body);
	fputs(",\n};\n\n", out);
}

static bool is_view(const struct source *f)
{
	return f->kind == KIND_VIEW || f->kind == KIND_REPORT;
}

void emit_views(const struct schema *s, FILE *out)
{
	size_t n = 0;

	fputs("/* The lists and reports of schema/, generated. */\n#include \"db/view.h\"\n\n", out);
	for (size_t i = 0; i < s->n; i++)
		if (is_view(&s->src[i]))
			emit_view(&s->src[i], out);
	fputs("const struct view *const view_all[] = {\n", out);
	for (size_t i = 0; i < s->n; i++)
		if (is_view(&s->src[i]) && ++n)
			fprintf(out, "\t&view_%s,\n", s->src[i].name);
	fprintf(out, "\tNULL,\n};\nconst size_t view_count = %zu;\n", n);
}

/* The SELECT of a check without its lines that name :id: it then proves the whole. */
static void emit_whole(const struct source *f, FILE *out)
{
	fputs("\t  .whole = { ", out);
	for (const char *p = f->body; *p;) {
		size_t n = strcspn(p, "\n") + 1;
		const char *id = strstr(p, ":id");

		if (!id || id >= p + n) {
			fputs("\n\t\t", out);
			emit_bytes(out, p, p[n - 1] ? n : n - 1);
		}
		p += p[n - 1] ? n : n - 1;
	}
	fprintf(out, ",\n\t\t\"%s\", %d },\n", f->path, f->body_line);
}

/* The same for the one row :id: by its own lines, else by the column id of what it selects. */
static void emit_row(const struct source *f, FILE *out)
{
	bool own = strstr(f->body, ":id");

	if (!own && !f->head->on.n)
		return;
	fputs("\t  .row = { ", out);
	if (!own)
		fputs("\"SELECT * FROM (\\n\"\n\t\t", out);
	emit_string(out, f->body);
	if (!own)
		fputs("\n\t\t\"\\n) WHERE id = :id\"", out);
	fprintf(out, ",\n\t\t\"%s\", %d },\n", f->path, f->body_line);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The tables that checks prove, sorted, each once. Returns how many. */
static size_t proved_tables(const struct schema *s, const char **ret, size_t most)
{
	size_t n = 0, kept = 0;

	for (size_t i = 0; i < s->n; i++)
		for (size_t k = 0; s->src[i].kind == KIND_CHECK && k < s->src[i].head->on.n && n < most; k++)
			ret[n++] = s->src[i].head->on.at[k];
	qsort(ret, n, sizeof *ret, by_name);
	for (size_t i = 0; i < n; i++)
		if (!kept || strcmp(ret[kept - 1], ret[i]) != 0)
			ret[kept++] = ret[i];
	return kept;
}

static bool has_word(const struct words *w, const char *word)
{
	for (size_t i = 0; i < w->n; i++)
		if (!strcmp(w->at[i], word))
			return true;
	return false;
}

static bool proves(const struct source *f, const char *table)
{
	return f->kind == KIND_CHECK && has_word(&f->head->on, table);
}

/* All checks of a table as one SELECT: the place of each that a row does not hold. */
static void emit_any(const struct schema *s, const char *table, FILE *out)
{
	size_t n = 0;

	for (size_t k = 0; k < s->n; k++) {
		const struct source *f = &s->src[k];

		if (!proves(f, table))
			continue;
		fprintf(out, "\n\t\t\"%sSELECT %zu FROM (\\n\"\n\t\t", n ? "UNION ALL " : "", n);
		emit_string(out, f->body);
		fprintf(out, "\n\t\t\"\\n)%s\\n\"", strstr(f->body, ":id") ? "" : " WHERE id = :id");
		n++;
	}
}

/* check_on_all: from a table to its checks. */
static void emit_proved(const struct schema *s, FILE *out)
{
	const char *table[1024];
	size_t n = proved_tables(s, table, 1024), at;

	for (size_t i = 0; i < n; i++) {
		fprintf(out, "static const struct check *const proves_%s[] = {", table[i]);
		at = 0;
		for (size_t k = 0; k < s->n; k++) {
			if (proves(&s->src[k], table[i]))
				fprintf(out, " &check_all[%zu],", at);
			at += s->src[k].kind == KIND_CHECK;
		}
		fputs(" };\n", out);
	}
	fputs("const struct check_on check_on_all[] = {\n", out);
	for (size_t i = 0; i < n; i++) {
		fprintf(out, "\t{ \"%s\", proves_%s, {", table[i], table[i]);
		emit_any(s, table[i], out);
		fprintf(out, ",\n\t\t\"schema/checks\", 1 } },\n");
	}
	fprintf(out, "};\nconst size_t check_on_count = %zu;\n", n);
}

void emit_checks(const struct schema *s, FILE *out)
{
	fputs("/* What must hold, schema/checks, generated. */\n#include \"db/check.h\"\n\n", out);
	for (size_t i = 0; i < s->n; i++)
		if (s->src[i].kind == KIND_CHECK)
			emit_words(out, "on", s->src[i].name, &s->src[i].head->on);
	fputs("const struct check check_all[] = {\n", out);
	for (size_t i = 0; i < s->n; i++) {
		const struct source *f = &s->src[i];

		if (f->kind != KIND_CHECK)
			continue;
		fprintf(out, "\t{ .name = \"%s\",", f->name);
		emit_member(out, "title", f->head->title);
		if (f->head->on.n)
			fprintf(out, " .on = on_%s,", f->name);
		fputc('\n', out);
		emit_whole(f, out);
		emit_row(f, out);
		fputs("\t},\n", out);
	}
	fputs("\t{ .name = NULL },\n};\n", out);
	emit_proved(s, out);
}

static void emit_text(FILE *out, const struct source *f, const char *text, size_t n)
{
	if (!n)
		return;
	fprintf(out, "\t/* %s */\n\tN_(", f->path);
	emit_bytes(out, text, n);
	fputs("),\n", out);
}

static void emit_msgid(FILE *out, const struct source *f, const char *text)
{
	if (text)
		emit_text(out, f, text, strlen(text));
}

/* What stands in quotes on the lines of a printed form. */
static void emit_quoted(FILE *out, const struct source *f)
{
	const char *p = f->copy, *end;

	for (; (p = strchr(p, '"')); p = end + 1) {
		end = p + 1 + strcspn(p + 1, "\"\n");
		if (*end == '"')
			emit_text(out, f, p + 1, (size_t)(end - p - 1));
		if (!*end)
			return;
	}
}

/* 'Main store', not 'MAIN' and not 'posted row': it begins with a capital and has small letters. */
static bool is_title(const char *text, size_t n)
{
	if (!n || *text < 'A' || *text > 'Z')
		return false;
	for (size_t i = 1; i < n; i++)
		if (text[i] >= 'a' && text[i] <= 'z')
			return true;
	return false;
}

/* The length of a text in SQL behind its quote; in it a quote is doubled. */
static size_t quoted(const char *p)
{
	size_t n = strcspn(p, "'\n");

	while (p[n] == '\'' && p[n + 1] == '\'')
		n += 2 + strcspn(p + n + 2, "'\n");
	return n;
}

/* One quote of each pair stays, so that the text is the one that tr() is asked for. */
static void emit_unquoted(FILE *out, const struct source *f, const char *text, size_t n)
{
	fprintf(out, "\t/* %s */\n\tN_(", f->path);
	for (size_t i = 0, m; i < n; i += m + 1) {
		const char *quote = memchr(text + i, '\'', n - i);

		m = quote ? (size_t)(quote + 1 - text) - i : n - i;
		emit_bytes(out, text + i, m);
	}
	fputs("),\n", out);
}

/* The titles that stand as texts in SQL: rows of the migrations, words of a report. */
static void emit_titles(FILE *out, const struct source *f)
{
	for (const char *p = f->copy; *p; p++) {
		size_t n;

		if (p[0] == '-' && p[1] == '-') {
			p += strcspn(p, "\n");
		} else if (*p == '\'') {
			n = quoted(++p);
			if (is_title(p, n))
				emit_unquoted(out, f, p, n);
			p += n;
		}
		if (!*p)
			return;
	}
}

void emit_texts(const struct schema *s, FILE *out)
{
	fputs("/* What people read in schema/, for the translators; not compiled. */\n", out);
	fputs("#define N_(text) text\nconst char *const schema_texts[] = {\n", out);
	for (size_t i = 0; i < s->n; i++) {
		const struct source *f = &s->src[i];

		if (f->form) {
			emit_msgid(out, f, f->form->title);
			emit_quoted(out, f);
		}
		if (f->kind == KIND_MIGRATION || f->kind == KIND_VIEW || f->kind == KIND_REPORT)
			emit_titles(out, f);
		if (!f->head)
			continue;
		emit_msgid(out, f, f->head->title);
		emit_msgid(out, f, f->head->rule);
		emit_msgid(out, f, f->head->group);
		for (size_t k = 0; k < f->head->n_cols; k++)
			emit_msgid(out, f, f->head->cols[k].title);
	}
	fputs("};\n", out);
}
