/* printer.c - the printers of this machine. */
#include "app/printer.h"

#include <stdlib.h>
#include <string.h>

static const struct {
	const char *name;
	enum print_format format;
} formats[] = {
	{ "text", PRINT_TEXT },
	{ "escpos", PRINT_ESCPOS },
	{ "escp", PRINT_ESCP },
	{ "pdf", PRINT_PDF },
};

bool print_format_named(const char *name, enum print_format *ret)
{
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (!strcmp(formats[i].name, name)) {
			*ret = formats[i].format;
			return true;
		}
	return false;
}

/* The next word of a list with blanks or commas between; NULL at its end. */
static char *next_word(const char **p, struct arena *a)
{
	size_t n;

	*p += strspn(*p, " ,");
	n = strcspn(*p, " ,");
	*p += n;
	return n ? arena_strndup(a, *p - n, n) : NULL;
}

/* "desk:escpos:48": what stands behind the name goes into `ret`. A colon of a path's own is none. */
static const char *entry_read(char *word, struct printer *ret)
{
	for (char *colon; (colon = strrchr(word, ':'));) {
		enum print_format format;
		char *end;
		long columns = strtol(colon + 1, &end, 10);

		if (print_format_named(colon + 1, &format))
			ret->format = format;
		else if (colon[1] && !*end && columns >= 32 && columns <= 160)
			ret->columns = (int)columns;
		else
			break;
		*colon = '\0';
	}
	return word;
}

struct printer printer_find(const struct conf *conf, const char *name, struct arena *a)
{
	struct printer ret = { .to = name, .columns = (int)conf_number(conf, "printer.columns") };
	const char *p = conf_text(conf, "printer.names");
	char *word;

	print_format_named(conf_text(conf, "printer.format"), &ret.format);
	while ((word = next_word(&p, a))) {
		struct printer entry = ret;

		if (strcmp(entry_read(word, &entry), name) != 0)
			continue;
		entry.to = name;
		return entry;
	}
	return ret;
}

/* "receipt=counter": the printer when the word is for that form (NULL: for any), else NULL. */
static const char *form_entry(char *word, const char *form)
{
	char *eq = strchr(word, '=');

	if (!eq)
		return NULL;
	*eq = '\0';
	return !form || !strcmp(word, form) ? eq + 1 : NULL;
}

static bool is_named(const struct conf *conf, const char *name, struct arena *a)
{
	const char *names = conf_text(conf, "printer.names"), *forms = conf_text(conf, "printer.forms");
	struct printer unused = { 0 };
	char *word;

	if (!strcmp(conf_text(conf, "printer.default"), name) ||
	    !strcmp(conf_text(conf, "printer.drawer"), name))
		return true;
	while ((word = next_word(&names, a)))
		if (!strcmp(entry_read(word, &unused), name))
			return true;
	while ((word = next_word(&forms, a))) {
		const char *to = form_entry(word, NULL);

		if (to && !strcmp(to, name) && strcmp(to, "none") != 0)
			return true;
	}
	return false;
}

bool printer_is_set(const struct conf *conf, const char *name)
{
	struct arena *a = arena_new();
	bool set = *name && is_named(conf, name, a);

	arena_free(a);
	return set;
}

const char *printer_for(const struct conf *conf, const char *form, struct arena *a)
{
	const char *forms = conf_text(conf, "printer.forms"), *to;
	char *word;

	while ((word = next_word(&forms, a)))
		if ((to = form_entry(word, form)))
			return strcmp(to, "none") ? to : NULL;
	to = conf_text(conf, "printer.default");
	return *to ? to : NULL;
}
