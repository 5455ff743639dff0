/* schema.c - a host program: turns the files of schema/ into tables of C, and stops the build at a malformed mark.
 *
 * usage: gen-schema ROOT FILES.c VIEWS.c CHECKS.c TEXTS.c FORMS.c FILE... (ROOT is cut off the names in messages) */
#include "gen/form.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *dir;
	enum kind kind;
} kinds[] = {
	{ "migrations", KIND_MIGRATION },
	{ "shared", KIND_SHARED },
	{ "views", KIND_VIEW },
	{ "reports", KIND_REPORT },
	{ "checks", KIND_CHECK },
	{ "documents", KIND_DOCUMENT },
	{ "demo", KIND_DEMO },
	{ "lists", KIND_LIST },
};

void fault(struct schema *s, const char *path, int line, const char *fmt, ...)
{
	va_list ap;

	fprintf(stderr, "%s:%d: ", path, line);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	s->faults++;
}

static void *need(void *p)
{
	if (!p) {
		fputs("gen-schema: out of memory\n", stderr);
		exit(70);
	}
	return p;
}

static char *slurp(const char *path)
{
	FILE *in = fopen(path, "rb");
	size_t n = 0, room = 8192;
	char *text = need(malloc(room));

	if (!in) {
		fprintf(stderr, "%s:1: cannot be read\n", path);
		exit(66);
	}
	for (size_t got; (got = fread(text + n, 1, room - n - 1, in)) > 0;) {
		n += got;
		if (n + 1 == room)
			text = need(realloc(text, room *= 2));
	}
	fclose(in);
	text[n] = '\0';
	return text;
}

/* "schema/views/parts.sql" gives its kind by the directory and its name by the stem. */
static void place(struct schema *s, struct source *f)
{
	const char *slash = strrchr(f->path, '/'), *stem = slash ? slash + 1 : f->path,
		   *dot = strchr(stem, '.');
	const char *dir = slash;
	size_t len = dot ? (size_t)(dot - stem) : strlen(stem);

	f->name = need(strndup(stem, len));
	while (dir && dir > f->path && dir[-1] != '/')
		dir--;
	for (size_t i = 0; dir && i < sizeof kinds / sizeof *kinds; i++) {
		if ((size_t)(slash - dir) == strlen(kinds[i].dir) &&
		    !strncmp(dir, kinds[i].dir, (size_t)(slash - dir))) {
			f->kind = kinds[i].kind;
			return;
		}
	}
	fault(s, f->path, 1, "does not lie in a directory of schema/ that the program knows");
}

static int by_name(const void *a, const void *b)
{
	const struct source *x = a, *y = b;

	return strcmp(x->name, y->name);
}

static void read_all(struct schema *s, const char *root, char **path, size_t n)
{
	size_t cut = strlen(root);

	s->src = need(calloc(n ? n : 1, sizeof *s->src));
	s->n = n;
	for (size_t i = 0; i < n; i++) {
		struct source *f = &s->src[i];

		f->text = slurp(path[i]);
		f->copy = need(strdup(f->text));
		f->path = !strncmp(path[i], root, cut) && path[i][cut] == '/' ? path[i] + cut + 1 : path[i];
		while (!strncmp(f->path, "../", 3))
			f->path += 3;
		f->body = f->text;
		f->body_line = 1;
		place(s, f);
	}
	qsort(s->src, s->n, sizeof *s->src, by_name);
}

static bool headed(const struct source *f)
{
	return f->kind == KIND_VIEW || f->kind == KIND_REPORT || f->kind == KIND_CHECK;
}

static void prove_names(struct schema *s)
{
	for (size_t i = 1; i < s->n; i++) {
		const struct source *a = &s->src[i - 1], *b = &s->src[i];
		bool lists = a->kind != KIND_CHECK && b->kind != KIND_CHECK && headed(a) && headed(b);

		if (!strcmp(a->name, b->name) && (a->kind == b->kind || lists))
			fault(s, b->path, 1, "has the same name as %s; views and reports share their names",
			      a->path);
	}
}

static void write_file(const char *path, const struct schema *s,
		       void (*emit)(const struct schema *s, FILE *out))
{
	FILE *out = fopen(path, "wb");

	if (out)
		emit(s, out);
	if (!out || fclose(out)) {
		fprintf(stderr, "gen-schema: %s cannot be written\n", path);
		exit(73);
	}
}

int main(int argc, char **argv)
{
	struct schema s = { 0 };

	if (argc < 7) {
		fputs("usage: gen-schema ROOT FILES.c VIEWS.c CHECKS.c TEXTS.c FORMS.c FILE...\n", stderr);
		return 64;
	}
	read_all(&s, argv[1], argv + 7, (size_t)argc - 7);
	for (size_t i = 0; i < s.n; i++)
		if (headed(&s.src[i]))
			s.src[i].head = need(calloc(1, sizeof(struct head)));
	for (size_t i = 0; i < s.n; i++)
		if (headed(&s.src[i]))
			head_read(&s, &s.src[i]);
	for (size_t i = 0; i < s.n; i++)
		if (headed(&s.src[i]))
			head_prove(&s, &s.src[i]);
	for (size_t i = 0; i < s.n; i++)
		if (s.src[i].kind == KIND_DOCUMENT)
			form_read(&s, &s.src[i]);
	prove_names(&s);
	if (!s.faults) {
		write_file(argv[2], &s, emit_files);
		write_file(argv[3], &s, emit_views);
		write_file(argv[4], &s, emit_checks);
		write_file(argv[5], &s, emit_texts);
		write_file(argv[6], &s, emit_forms);
	}
	for (size_t i = 0; i < s.n; i++) {
		free(s.src[i].text);
		free(s.src[i].copy);
		free(s.src[i].name);
		free(s.src[i].head);
		form_free(s.src[i].form);
	}
	free(s.src);
	return s.faults ? 1 : 0;
}
