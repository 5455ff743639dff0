/* screens.c - finds every LIST(name), FORM(name), DOCUMENT(name), HOME(name) and SCREEN(name) in the files
 * named and writes the registry of screens, in the order of their codes. A host program. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST 300

struct found {
	char name[48];
	size_t kind;
	int code; /* 0: none, behind the others */
};

static const struct {
	const char *macro, *type, *prefix;
} kinds[] = {
	{ "\nLIST(", "LIST", "list" },
	{ "\nFORM(", "FORM", "form" },
	{ "\nDOCUMENT(", "DOCUMENT", "document" },
	{ "\nHOME(", "HOME", "home" },
	{ "\nSCREEN(", "PLAIN", "plain" },
};

static struct found found[MOST];
static size_t n_found;

static void take(const char *path, const char *at, size_t kind)
{
	struct found *f = &found[n_found];
	const char *end = strstr(at, "\n};"), *code = strstr(at, ".code = ");
	size_t n = strspn(at, "abcdefghijklmnopqrstuvwxyz0123456789_");

	if (!n || n >= sizeof f->name || at[n] != ')' || !end || n_found + 1 >= MOST) {
		fprintf(stderr, "%s: a screen that is not written as SCREEN(name) = { ... }\n", path);
		exit(65);
	}
	memcpy(f->name, at, n);
	f->kind = kind;
	f->code = code && code < end ? (int)strtol(code + 8, NULL, 10) : 0;
	n_found++;
}

static void scan(const char *path)
{
	static char text[1 << 20];
	FILE *f = fopen(path, "r");
	size_t n;

	if (!f) {
		fprintf(stderr, "%s: cannot be read\n", path);
		exit(66);
	}
	n = fread(text, 1, sizeof text - 1, f);
	text[n] = '\0';
	fclose(f);
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
		for (const char *p = text; (p = strstr(p, kinds[k].macro)); p++)
			take(path, p + strlen(kinds[k].macro), k);
}

static int by_code(const void *a, const void *b)
{
	const struct found *l = a, *r = b;

	if (l->code != r->code)
		return !l->code ? 1 : !r->code ? -1 : l->code - r->code;
	return strcmp(l->name, r->name);
}

static int twice(void)
{
	for (size_t i = 0; i < n_found; i++)
		for (size_t j = i + 1; j < n_found; j++) {
			if (!strcmp(found[i].name, found[j].name) ||
			    (found[i].code && found[i].code == found[j].code)) {
				fprintf(stderr, "screens %s and %s have the same name or code\n",
					found[i].name, found[j].name);
				return 1;
			}
		}
	return 0;
}

int main(int argc, char **argv)
{
	FILE *out;

	for (int i = 2; i < argc; i++)
		scan(argv[i]);
	qsort(found, n_found, sizeof *found, by_code);
	if (twice())
		return 65;
	out = argc > 1 ? fopen(argv[1], "w") : NULL;
	if (!out)
		return 73;
	fprintf(out, "/* All screens, generated from the list in screens/meson.build. */\n#include "
		     "\"screens/screens.h\"\n\n");
	for (size_t i = 0; i < n_found; i++)
		fprintf(out, "extern %.*s%s);\n", (int)strlen(kinds[found[i].kind].macro) - 1,
			kinds[found[i].kind].macro + 1, found[i].name);
	fprintf(out, "\nconst struct screen screen_all[] = {\n");
	for (size_t i = 0; i < n_found; i++)
		fprintf(out, "\tSCREEN_ENTRY(%s, %s, %s),\n", kinds[found[i].kind].type,
			kinds[found[i].kind].prefix, found[i].name);
	fprintf(out, "\t{ 0 },\n};\n");
	return fclose(out) == 0 ? 0 : 74;
}
