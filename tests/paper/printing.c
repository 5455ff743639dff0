/* printing.c - a shop whose papers go to printers. */
#include "tests/paper/printing.h"

#include <locale.h>
#include <stdio.h>
#include <sys/stat.h>

static const char *folder;

bool printing_begins(int argc, char **argv)
{
	if (argc != 2)
		return false;
	folder = argv[1];
	setlocale(LC_CTYPE, "C.UTF-8");
	return true;
}

static void write_file(const char *path, mode_t mode, const char *text)
{
	FILE *out = fopen(path, "w");

	assert_non_null(out);
	fputs(text, out);
	fclose(out);
	assert_int_equal(chmod(path, mode), 0);
}

char *in_shop(struct desk *d, const char *name)
{
	return arena_printf(d->s->arena, "%s/%s", d->s->dir, name);
}

char *read_file(struct desk *d, const char *name)
{
	char *text = arena_alloc(d->s->arena, 65536);
	FILE *in = fopen(in_shop(d, name), "r");

	if (!in)
		return NULL;
	text[fread(text, 1, 65535, in)] = '\0';
	fclose(in);
	return text;
}

void spooler(struct desk *d, const char *script)
{
	write_file(in_shop(d, "lp"), 0700,
		   arena_printf(d->s->arena, "#!/bin/sh\ncd '%s'\n%s\n", d->s->dir, script));
}

void set(struct desk *d, const char *name, const char *value)
{
	assert_true(conf_set(d->conf, name, value, "test", &d->err));
}

struct desk desk_new(void)
{
	struct desk d = { .s = day_new(folder) };

	write_file(in_shop(&d, "none.ini"), 0600, "");
	d.conf = conf_load(in_shop(&d, "none.ini"), &d.err);
	assert_non_null(d.conf);
	set(&d, "printer.names", "T1 dot-matrix");
	set(&d, "printer.command", in_shop(&d, "lp"));
	spooler(&d, "echo \"$@\" > args\ncat > paper\ntr '\\0' '\\n' < /proc/$$/environ > environ\nls -l "
		    "/proc/$$/fd > descriptors");
	return d;
}

void desk_free(struct desk *d)
{
	conf_free(d->conf);
	test_shop_free(d->s);
}

bool print(struct desk *d, const char *form, const char *number, const char *to)
{
	struct print_ask ask = { .form = form, .number = number, .to = to };

	err_clear(&d->err);
	return print_document(d->s->session, d->conf, &ask, &d->err);
}

void must_print(struct desk *d, const char *form, const char *number, const char *to)
{
	if (!print(d, form, number, to))
		fail_msg("%s", d->err.text);
}

void must_not(struct desk *d, const char *form, const char *number, const char *to, enum err_code code,
	      const char *words)
{
	assert_false(print(d, form, number, to));
	assert_int_equal(d->err.code, code);
	assert_says(d->err.text, words);
}
