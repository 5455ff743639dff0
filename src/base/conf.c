/* conf.c - the settings of the machine, read once with strict converters. */
#include "base/conf.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/conf_file.h"
#include "base/lang.h"
#include "base/money.h"
#include "base/str.h"
#include "base/text.h"

#define VALUE_MAX 300

static const struct conf_def defs[] = {
	{ "console.escape_delay", "WORKBAY_ESCAPE_DELAY", CONF_NUMBER, "50", NULL, 0, 1000,
	  N_("How long a lone Esc waits for the rest of a function key, in milliseconds") },
	{ "console.line_drawing", "WORKBAY_LINE_DRAWING", CONF_CHOICE, "auto", "auto|unicode|acs|ascii", 0, 0,
	  N_("How lines are drawn: unicode helps PuTTY, ascii any terminal") },
	{ "console.keys", "WORKBAY_KEYS", CONF_CHOICE, "default", "default|kis|yongyou|guanjiapo", 0, 0,
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
	  N_("The printers to choose from, with blanks between them; a name may say its format and columns, "
	     "such as "
	     "desk:escpos:48") },
	{ "printer.forms", "WORKBAY_PRINTER_FORMS", CONF_TEXT, "", NULL, 0, 0,
	  N_("Which form goes to which printer, such as “receipt=counter gate_pass=none”; all others go to "
	     "the "
	     "default one") },
	{ "printer.drawer", "WORKBAY_PRINTER_DRAWER", CONF_TEXT, "", NULL, 0, 0,
	  N_("The receipt printer whose drawer opens when cash is taken or given back here; empty for "
	     "none") },
	{ "printer.command", "WORKBAY_PRINTER_COMMAND", CONF_TEXT, "/usr/bin/lp", NULL, 0, 0,
	  N_("The program that takes papers for a printer, called with -d and the printer's name") },
	{ "printer.format", "WORKBAY_PRINTER_FORMAT", CONF_CHOICE, "text", "text|escpos|escp|pdf", 0, 0,
	  N_("How papers are sent: text or pdf for the spooler to set, escpos for a receipt printer itself, "
	     "escp "
	     "for a dot-matrix printer itself") },
	{ "printer.pdf", "WORKBAY_PDF", CONF_TEXT, "", NULL, 0, 0,
	  N_("The program that makes PDF; empty for workbay-pdf as it was installed") },
	{ "printer.columns", "WORKBAY_PRINTER_COLUMNS", CONF_NUMBER, "0", NULL, 0, 160,
	  N_("The columns of the paper, 32 to 160; 0 for those of each form") },
	{ "printer.language", "WORKBAY_PRINTER_LANG", CONF_CHOICE, "auto", "auto|en|zh_CN|zh_TW", 0, 0,
	  N_("The language of papers; auto takes that of the person") },
	{ "batch.out", "WORKBAY_BATCH_OUT", CONF_TEXT, ".", NULL, 0, 0,
	  N_("The folder for reminder lists and exports") },
	{ "batch.keep", "WORKBAY_BATCH_KEEP", CONF_NUMBER, "30", NULL, 1, 3660,
	  N_("How many days' lists and exports are kept") },
	{ "batch.exports", "WORKBAY_BATCH_EXPORTS", CONF_TEXT,
	  "day_figures settlements receipts takings_by_method till_closings receivable_ageing stock_list "
	  "trial_balance",
	  NULL, 0, 0, N_("The reports that are exported each day, with blanks between them") },
};

#define SETTINGS (sizeof defs / sizeof *defs)

struct conf {
	struct {
		char *text, *where;
		long number; /* of CONF_NUMBER and CONF_BOOL */
	} value[SETTINGS];
	struct binding {
		char *key, *action;
	} * bound; /* the lines of [keys] */
	size_t bound_n;
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
	for (size_t i = 0; c && i < c->bound_n; i++) {
		free(c->bound[i].key);
		free(c->bound[i].action);
	}
	if (c)
		free(c->bound);
	free(c);
}

void conf_bind(struct conf *c, const char *key, const char *action)
{
	c->bound = xrealloc(c->bound, (c->bound_n + 1) * sizeof *c->bound);
	c->bound[c->bound_n++] = (struct binding){ xstrdup(key), xstrdup(action) };
}

bool conf_key(const struct conf *c, size_t i, const char **ret_key, const char **ret_action)
{
	if (i >= c->bound_n)
		return false;
	*ret_key = c->bound[i].key;
	*ret_action = c->bound[i].action;
	return true;
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
		ok = conf_file(c, path.s, false, e);
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
		ok = conf_file(c, file, true, e);
	else if (ok)
		ok = conf_file(c, "/etc/workbay/workbay.ini", false, e) && take_own_file(c, e);
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
