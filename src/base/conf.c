/* conf.c - the settings of the machine, read once with strict converters. */
#include "base/conf.h"

#include <errno.h>
#include <fcntl.h>
#include <iniparser/iniparser.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/csv.h"
#include "base/lang.h"
#include "base/money.h"
#include "base/str.h"
#include "base/text.h"

#define LINE_MAX_BYTES 1000 /* iniparser refuses the whole file for a line a little longer */
#define VALUE_MAX      300

static const struct conf_def defs[] = {
	{ "console.escape_delay", "WORKBAY_ESCAPE_DELAY", CONF_NUMBER, "50", NULL, 0, 1000,
	  N_("How long a lone Esc waits for the rest of a function key, in milliseconds") },
	{ "console.line_drawing", "WORKBAY_LINE_DRAWING", CONF_CHOICE, "auto", "auto|unicode|acs|ascii", 0, 0,
	  N_("How lines are drawn: unicode helps PuTTY, ascii any terminal") },
	{ "console.keys", "WORKBAY_KEYS", CONF_CHOICE, "default", "default|kis|yongyou", 0, 0,
	  N_("The set of function keys: this program's own, or that of a program people know") },
	{ "console.esc_digit", "WORKBAY_ESC_DIGIT", CONF_BOOL, "no", NULL, 0, 0,
	  N_("Esc and then a digit is a function key, for terminals without them") },
	{ "console.idle_lock", "WORKBAY_IDLE_LOCK", CONF_NUMBER, "180", NULL, 0, 86400,
	  N_("After how many seconds without a key the screen is locked; 0 for never") },
	{ "console.colour", "WORKBAY_COLOUR", CONF_CHOICE, "auto", "auto|never", 0, 0,
	  N_("Colours where the terminal has them, or bold and reverse only") },
	{ "shop.file", "WORKBAY_SHOP", CONF_TEXT, "", NULL, 0, 0,
	  N_("The shop file; empty for the usual place") },
	{ "shop.language", "WORKBAY_LANG", CONF_CHOICE, "auto", "auto|en|zh_CN|zh_TW", 0, 0,
	  N_("The language of the console; auto takes that of the machine") },
	{ "scanner.prefix", "WORKBAY_SCANNER_PREFIX", CONF_TEXT, "", NULL, 0, 0,
	  N_("What the scanner sends in front of a code") },
	{ "printer.default", "WORKBAY_PRINTER", CONF_TEXT, "", NULL, 0, 0,
	  N_("The printer that is taken when none is named") },
	{ "printer.names", "WORKBAY_PRINTERS", CONF_TEXT, "", NULL, 0, 0,
	  N_("The printers to choose from, with blanks between them") },
	{ "batch.out", "WORKBAY_BATCH_OUT", CONF_TEXT, ".", NULL, 0, 0,
	  N_("The folder for reminder lists and exports") },
	{ "batch.keep", "WORKBAY_BATCH_KEEP", CONF_NUMBER, "30", NULL, 1, 3660,
	  N_("How many days' lists and exports are kept") },
	{ "batch.exports", "WORKBAY_BATCH_EXPORTS", CONF_TEXT, "", NULL, 0, 0,
	  N_("The reports that are exported each day, with blanks between them") },
	{ "spool.dir", "WORKBAY_SPOOL", CONF_TEXT, "", NULL, 0, 0,
	  N_("The folder in which prints wait; empty for one beside the shop file") },
};

#define SETTINGS (sizeof defs / sizeof *defs)

struct conf {
	struct {
		char *text, *where;
		long number; /* of CONF_NUMBER and CONF_BOOL */
	} value[SETTINGS];
};

const struct conf_def *conf_defs(size_t *ret_n)
{
	*ret_n = SETTINGS;
	return defs;
}

static size_t find(const char *name)
{
	for (size_t i = 0; i < SETTINGS; i++)
		if (strcasecmp(defs[i].name, name) == 0)
			return i;
	return SETTINGS;
}

static bool read_bool(const char *s, long *ret)
{
	static const char *const words[] = { "no", "yes", "off", "on", "false", "true", "0", "1" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcasecmp(s, words[i]) == 0) {
			*ret = i % 2;
			return true;
		}
	return false;
}

static bool is_choice(const char *choices, const char *s)
{
	size_t n = strlen(s);

	for (const char *p = choices; n && p; p = strchr(p, '|') ? strchr(p, '|') + 1 : NULL)
		if (strncmp(p, s, n) == 0 && (p[n] == '|' || p[n] == '\0'))
			return true;
	return false;
}

/* Is the value one that the setting can have? */
static bool check(const struct conf_def *def, const char *value, const char *where, long *ret, struct err *e)
{
	char brief[TEXT_BRIEF];
	struct err silent = { 0 };
	int64_t n;

	*ret = 0;
	if (!text_check(value, strlen(value), VALUE_MAX, false, "", &silent))
		return err_set(e, ERR_CONFIG, "%s: %s is too long, or not plain UTF-8 text", where,
			       def->name);
	switch (def->type) {
	case CONF_NUMBER:
		if (!int_parse(value, "", def->min, def->max, &n, &silent))
			return err_set(e, ERR_CONFIG, "%s: %s cannot be “%s”; write a number from %ld to %ld",
				       where, def->name, text_brief(brief, value), def->min, def->max);
		*ret = (long)n;
		return true;
	case CONF_BOOL:
		return read_bool(value, ret) ||
		       err_set(e, ERR_CONFIG, "%s: %s cannot be “%s”; write yes or no", where, def->name,
			       text_brief(brief, value));
	case CONF_CHOICE:
		return is_choice(def->choices, value) ||
		       err_set(e, ERR_CONFIG, "%s: %s cannot be “%s”; write one of %s", where, def->name,
			       text_brief(brief, value), def->choices);
	case CONF_TEXT:
	default:
		return true;
	}
}

bool conf_set(struct conf *c, const char *name, const char *value, const char *where, struct err *e)
{
	size_t i = find(name);
	char brief[TEXT_BRIEF];
	long number;

	if (i == SETTINGS)
		return err_set(e, ERR_CONFIG,
			       "%s: there is no setting “%s”; “workbay config” lists those there are", where,
			       text_brief(brief, name));
	if (!check(&defs[i], value, where, &number, e))
		return false;
	free(c->value[i].text);
	free(c->value[i].where);
	c->value[i].text = xstrdup(value);
	c->value[i].where = xstrdup(where);
	c->value[i].number = number;
	return true;
}

void conf_free(struct conf *c)
{
	for (size_t i = 0; c && i < SETTINGS; i++) {
		free(c->value[i].text);
		free(c->value[i].where);
	}
	free(c);
}

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
		char *name = xstrdup(keys[i]);
		char *colon = strchr(name, ':');

		if (colon)
			*colon = '.';
		ok = conf_set(c, name, iniparser_getstring(d, keys[i], ""), file, e);
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

/* Reads a file of settings; one that is not there is no error unless it must be. */
static bool take_file(struct conf *c, const char *file, bool must, struct err *e)
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

/* The file of the person: $XDG_CONFIG_HOME/workbay/workbay.ini, or the same under ~/.config. */
static bool take_own_file(struct conf *c, struct err *e)
{
	const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
	struct str path = { 0 };
	bool ok = true;

	if (config && *config)
		str_addf(&path, "%s/workbay/workbay.ini", config);
	else if (home && *home)
		str_addf(&path, "%s/.config/workbay/workbay.ini", home);
	if (path.len)
		ok = take_file(c, path.s, false, e);
	str_free(&path);
	return ok;
}

static bool take_environment(struct conf *c, struct err *e)
{
	for (size_t i = 0; i < SETTINGS; i++) {
		const char *value = getenv(defs[i].env);

		if (value && !conf_set(c, defs[i].name, value, defs[i].env, e))
			return false;
	}
	return true;
}

struct conf *conf_load(const char *file, struct err *e)
{
	struct conf *c = xcalloc(1, sizeof *c);
	bool ok = true;

	for (size_t i = 0; i < SETTINGS && ok; i++)
		ok = conf_set(c, defs[i].name, defs[i].value, N_("built in"), e);
	if (ok && file)
		ok = take_file(c, file, true, e);
	else if (ok)
		ok = take_file(c, "/etc/workbay/workbay.ini", false, e) && take_own_file(c, e);
	if (ok && take_environment(c, e))
		return c;
	conf_free(c);
	return NULL;
}

static size_t must_find(const char *name)
{
	size_t i = find(name);

	if (i == SETTINGS)
		die("there is no setting %s", name);
	return i;
}

const char *conf_text(const struct conf *c, const char *name)
{
	return c->value[must_find(name)].text;
}

long conf_number(const struct conf *c, const char *name)
{
	return c->value[must_find(name)].number;
}

bool conf_bool(const struct conf *c, const char *name)
{
	return c->value[must_find(name)].number != 0;
}

const char *conf_where(const struct conf *c, const char *name)
{
	return c->value[must_find(name)].where;
}
