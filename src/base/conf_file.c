/* conf_file.c - files of settings, parsed by iniparser behind a stricter reading of our own. */
#include "base/conf_file.h"

#include <errno.h>
#include <iniparser/iniparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/csv.h"
#include "base/str.h"

#define LINE_MAX_BYTES 1000 /* iniparser refuses the whole file for a line a little longer */

/* Finds an unquoted comment sign that cuts a value in two: iniparser would drop the rest without a word. */
static bool cuts_value(const char *value)
{
	char quote = 0, before = ' ';

	value += strspn(value, " \t");
	if (*value == '"' || *value == '\'')
		quote = *value++;
	if (quote)
		return strstr(value, "\\\"") != NULL;
	for (; *value; before = *value++)
		if (*value == '#' || *value == ';')
			return before != ' ' && before != '\t';
	return false;
}

/* Says what iniparser would make of one line, which has no line feed; `*in_section` after the first
 * [section]. */
static bool check_line(const char *line, long number, const char *file, bool *in_section, struct err *e)
{
	size_t n = strlen(line);
	const char *equals = strchr(line, '=');

	line += strspn(line, " \t");
	if (n > LINE_MAX_BYTES)
		return err_set(e, ERR_CONFIG, "%s, line %ld is too long; a line has at most 1,000 bytes",
			       file, number);
	if (*line == '\0' || *line == '#' || *line == ';')
		return true;
	if (line[strlen(line) - 1] == '\\')
		return err_set(e, ERR_CONFIG, "%s, line %ld ends in a backslash; write the value on one line",
			       file, number);
	if (*line == '[') {
		*in_section = true;
		return strchr(line, ']') ||
		       err_set(e, ERR_CONFIG, "%s, line %ld: the ] is missing", file, number);
	}
	if (!equals || equals == line)
		return err_set(e, ERR_CONFIG,
			       "%s, line %ld is not understood; write [section] or name = value", file,
			       number);
	if (!*in_section)
		return err_set(e, ERR_CONFIG, "%s, line %ld stands before the first [section]", file, number);
	if (cuts_value(equals + 1))
		return err_set(e, ERR_CONFIG,
			       "%s, line %ld: put a value with # or ; in quotes, without \\\" inside", file,
			       number);
	return true;
}

static bool check_lines(const struct str *s, const char *file, struct err *e)
{
	char line[LINE_MAX_BYTES + 2];
	bool in_section = false;
	long number = 1;

	if (strlen(str_get(s)) != s->len)
		return err_set(e, ERR_CONFIG, "%s contains a zero byte; it is no file of settings", file);
	for (const char *p = str_get(s); *p; number++) {
		size_t n = strcspn(p, "\n"), keep = n < sizeof line ? n : sizeof line - 1;

		memcpy(line, p, keep);
		line[keep] = '\0';
		if (keep && line[keep - 1] == '\r')
			line[keep - 1] = '\0';
		if (!check_line(line, number, file, &in_section, e))
			return false;
		p += n + (p[n] == '\n');
	}
	return true;
}

static int be_silent(const char *format, ...)
{
	(void)format;
	return 0;
}

/* Hands the text to iniparser, which reads files only. NULL when it refuses. */
static dictionary *parse(const char *text, size_t n)
{
	dictionary *d = NULL;
	char path[40];
	int fd = memfd_create("workbay.ini", MFD_CLOEXEC);

	if (fd < 0)
		return NULL;
	iniparser_set_error_callback(be_silent);
	if (write(fd, text, n) == (ssize_t)n) {
		snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
		d = iniparser_load(path);
	}
	close(fd);
	return d;
}

/* Takes the settings of one section. */
static bool take_section(struct conf *c, const dictionary *d, const char *section, const char *file,
			 struct err *e)
{
	int n = iniparser_getsecnkeys(d, section);
	const char **keys = xcalloc((size_t)n + 1, sizeof *keys);
	bool ok = true;

	iniparser_getseckeys(d, section, keys);
	for (int i = 0; i < n && ok; i++) {
		const char *value = iniparser_getstring(d, keys[i], "");
		char *name = xstrdup(keys[i]), *colon = strchr(name, ':');

		if (strcmp(section, "keys") == 0 && colon) {
			conf_bind(c, colon + 1, value);
		} else {
			if (colon)
				*colon = '.';
			ok = conf_set(c, name, value, file, e);
		}
		free(name);
	}
	free(keys);
	return ok;
}

static bool take_text(struct conf *c, const struct str *s, const char *file, struct err *e)
{
	size_t mark = s->len >= 3 && memcmp(s->s, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
	struct str rest = { 0 };
	dictionary *d;
	bool ok = true;

	str_addn(&rest, str_get(s) + mark, s->len - mark);
	ok = check_lines(&rest, file, e);
	d = ok ? parse(str_get(&rest), rest.len) : NULL;
	if (ok && !d)
		ok = err_set(e, ERR_CONFIG,
			     "%s is not understood; write lines like [section] and name = value", file);
	for (int i = 0; ok && i < iniparser_getnsec(d); i++)
		ok = take_section(c, d, iniparser_getsecname(d, i), file, e);
	if (d)
		iniparser_freedict(d);
	str_free(&rest);
	return ok;
}

bool conf_file(struct conf *c, const char *file, bool must, struct err *e)
{
	struct str s = { 0 };
	bool ok;

	if (access(file, F_OK) != 0 && !must && (errno == ENOENT || errno == ENOTDIR || errno == EACCES))
		return true;
	ok = csv_slurp(file, &s, e);
	if (ok)
		ok = take_text(c, &s, file, e);
	else if (e->code == ERR_IO || !must)
		e->code = ERR_CONFIG;
	str_free(&s);
	return ok;
}
