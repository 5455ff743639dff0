/* conf.h - the settings of the machine, read once with strict converters. What the shop decides is in the
 * shop file instead. Order: built in, /etc/workbay/workbay.ini, $XDG_CONFIG_HOME/workbay/workbay.ini,
 * $WORKBAY_*, options. */
#ifndef WORKBAY_CONF_H
#define WORKBAY_CONF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"

enum conf_type { CONF_TEXT, CONF_NUMBER, CONF_BOOL, CONF_CHOICE };

/* One setting there is. The table is the only list: the manual, `workbay config` and the tests read it. */
struct conf_def {
	const char *name; /* "console.escape_delay": section and key */
	const char *env;  /* "WORKBAY_ESCAPE_DELAY" */
	enum conf_type type;
	const char *value;   /* built in */
	const char *choices; /* "auto|unicode|ascii" for CONF_CHOICE */
	long min, max;       /* for CONF_NUMBER */
	const char *help;    /* N_() */
};

struct conf;

/* All of them, in the order of the manual. */
const struct conf_def *conf_defs(size_t *ret_n);

/* Reads all sources; `file` (from --config) replaces the two standard files and must exist. A wrong line,
 * value or unknown key is refused with file, line or key and what is allowed. The caller frees with
 * conf_free(). */
struct conf *conf_load(const char *file, struct err *e);
void conf_free(struct conf *c);

/* Sets one value from an option; the same checks. */
bool conf_set(struct conf *c, const char *name, const char *value, const char *where, struct err *e);

/* Values; asking for a name that is not in the table ends the program. */
const char *conf_text(const struct conf *c, const char *name);
long conf_number(const struct conf *c, const char *name);
bool conf_bool(const struct conf *c, const char *name);

/* The i-th line of the section [keys]: a key ("f8", "^t") and the name of the action it is to run, both as
 * written (keys in lower case); false past the last. What the keys are is for the terminal to check. */
bool conf_key(const struct conf *c, size_t i, const char **ret_key, const char **ret_action);

/* Where a value came from: N_("built in"), a file, an environment variable, an option. */
const char *conf_where(const struct conf *c, const char *name);

#endif
