/* commands.c - finds every COMMAND(name) in the files named and writes the registry of commands. A host program. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST 1000

struct found {
	char *name, *ident; /* "job.receive", "job_receive" */
};

static struct found found[MOST];
static size_t n_found;

static char *copy(const char *s, size_t n)
{
	char *p = malloc(n + 1);

	if (!p)
		exit(70);
	memcpy(p, s, n);
	p[n] = '\0';
	return p;
}

/* The text between two marks behind `from`. */
static char *between(const char *from, const char *open, const char *close)
{
	const char *a = strstr(from, open), *b = a ? strstr(a + strlen(open), close) : NULL;

	return b ? copy(a + strlen(open), (size_t)(b - a) - strlen(open)) : NULL;
}

static void scan(const char *path)
{
	static char line[65536], text[1 << 20];
	FILE *f = fopen(path, "r");
	size_t n = 0;

	if (!f) {
		fprintf(stderr, "%s: cannot be read\n", path);
		exit(66);
	}
	while (fgets(line, sizeof line, f) && n + strlen(line) < sizeof text) {
		memcpy(text + n, line, strlen(line) + 1);
		n += strlen(line);
	}
	fclose(f);
	for (const char *p = text; (p = strstr(p, "\nCOMMAND(")); p++) {
		struct found *c = &found[n_found++];

		c->ident = between(p, "COMMAND(", ")");
		c->name = between(p, ".name = \"", "\"");
		if (!c->ident || !c->name || n_found == MOST) {
			fprintf(stderr, "%s: a COMMAND without .name\n", path);
			exit(65);
		}
	}
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct found *)a)->name, ((const struct found *)b)->name);
}

int main(int argc, char **argv)
{
	FILE *out;

	for (int i = 2; i < argc; i++)
		scan(argv[i]);
	qsort(found, n_found, sizeof *found, by_name);
	for (size_t i = 1; i < n_found; i++)
		if (!strcmp(found[i - 1].name, found[i].name)) {
			fprintf(stderr, "two commands are called %s\n", found[i].name);
			return 65;
		}
	out = argc > 1 ? fopen(argv[1], "w") : NULL;
	if (!out)
		return 73;
	fprintf(out, "/* All commands, generated from src/domain/meson.build's list. */\n#include "
		     "\"domain/command.h\"\n\n");
	for (size_t i = 0; i < n_found; i++)
		fprintf(out, "extern const struct command command_%s;\n", found[i].ident);
	fprintf(out, "\nconst struct command *const command_all[] = {\n");
	for (size_t i = 0; i < n_found; i++)
		fprintf(out, "\t&command_%s,\n", found[i].ident);
	fprintf(out, "\tNULL,\n};\n");
	return fclose(out) == 0 ? 0 : 74;
}
