/* commands.c - finds every COMMAND(name) and REVERSAL(name) in the files named and writes their registries. A host
 * program. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST 1000

struct found {
	char *name, *ident; /* "job.receive", "job_receive" */
};

static struct found found[MOST];
static size_t n_found;
static char *reversal[MOST];
static size_t n_reversal;

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

static void read_text(const char *path, char *text, size_t size)
{
	FILE *f = fopen(path, "r");

	if (!f) {
		fprintf(stderr, "%s: cannot be read\n", path);
		exit(66);
	}
	text[fread(text, 1, size - 1, f)] = '\0';
	fclose(f);
}

static void scan(const char *path)
{
	static char text[1 << 20];

	read_text(path, text, sizeof text);
	for (const char *p = text; (p = strstr(p, "\nCOMMAND(")); p++) {
		struct found *c = &found[n_found++];

		c->ident = between(p, "COMMAND(", ")");
		c->name = between(p, ".name = \"", "\"");
		if (!c->ident || !c->name || n_found == MOST) {
			fprintf(stderr, "%s: a COMMAND without .name\n", path);
			exit(65);
		}
	}
	for (const char *p = text; n_reversal < MOST && (p = strstr(p, "\nREVERSAL(")); p++)
		reversal[n_reversal++] = between(p, "REVERSAL(", ")");
}

static void put_commands(FILE *out)
{
	for (size_t i = 0; i < n_found; i++)
		fprintf(out, "extern const struct command command_%s;\n", found[i].ident);
	fprintf(out, "\nconst struct command *const command_all[] = {\n");
	for (size_t i = 0; i < n_found; i++)
		fprintf(out, "\t&command_%s,\n", found[i].ident);
	fprintf(out, "\tNULL,\n};\n\n");
}

static void put_reversals(FILE *out)
{
	for (size_t i = 0; i < n_reversal; i++)
		fprintf(out, "extern const struct reversal reversal_%s;\n", reversal[i]);
	fprintf(out, "\nconst struct reversal *const reversal_all[] = {\n");
	for (size_t i = 0; i < n_reversal; i++)
		fprintf(out, "\t&reversal_%s,\n", reversal[i]);
	fprintf(out, "\tNULL,\n};\n");
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
	fprintf(out, "/* All commands and reversals, generated from the files of src/domain/meson.build. */\n"
		     "#include \"domain/command.h\"\n#include \"domain/reverse.h\"\n\n");
	put_commands(out);
	put_reversals(out);
	return fclose(out) == 0 ? 0 : 74;
}
