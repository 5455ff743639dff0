/* err.h - one error, written where it is understood and shown in one place. */
#ifndef WORKBAY_ERR_H
#define WORKBAY_ERR_H

#include <stdbool.h>

#include "base/lang.h"

/* What kind of failure; the values are the exit status of the command line (sysexits.h). */
enum err_code {
	ERR_NONE = 0,
	ERR_NO = 1,           /* a rule of the shop says no, or a check found something */
	ERR_USAGE = 64,       /* called wrongly */
	ERR_DATA = 65,        /* input that is malformed, or not a shop file */
	ERR_NOINPUT = 66,     /* a file to read is not there */
	ERR_UNAVAILABLE = 69, /* a printer or service is not there */
	ERR_FAULT = 70,       /* a fault in the program */
	ERR_CREATE = 73,      /* a file cannot be made */
	ERR_IO = 74,          /* reading or writing failed, or the file is damaged */
	ERR_BUSY = 75,        /* somebody else holds or changed it; trying again may help */
	ERR_DENIED = 77,      /* this person may not */
	ERR_CONFIG = 78,      /* settings, or a newer schema than this program knows */
};

/* An error as a value. Set `lang` (NULL: English) before it is passed down; everything else starts as zero. */
struct err {
	const struct lang *lang; /* the language of the sentence; borrowed */
	enum err_code code;
	char field[48]; /* the input it is about ("lines.qty"), or "" */
	int line;       /* the row of a repeated group or of a file, from 1; 0: none */
	char text[640]; /* the sentence, UTF-8, without a full stop at the end */
};

/* Sets `e` to `code` and the translated, formatted sentence, unless an earlier one stands there.
 * `msgid` is an English format that the translations know; arguments may be reordered there (%2$s).
 * Returns false, so that a rule can say `return err_set(...)`. */
bool err_set(struct err *e, enum err_code code, const char *msgid, ...) __attribute__((format(printf, 3, 4)));

/* The same for the input field `field` (its name in the command's table), which the console then goes to. */
bool err_field(struct err *e, const char *field, const char *msgid, ...)
    __attribute__((format(printf, 3, 4)));

/* Back to no error; keeps the language. */
void err_clear(struct err *e);

/* What the operating system's error number means, in plain words ("there is no such file"). */
const char *err_reason(const struct lang *lang, int number);

/* Ends the program after an event it cannot continue from (memory, a broken promise of its own): calls the
 * hook first, which gives the terminal back, then prints one line to standard error and exits with 70. */
void die(const char *fmt, ...) __attribute__((noreturn, format(printf, 1, 2)));

/* Sets what die() calls before it prints; NULL for nothing. */
void die_hook(void (*hook)(void));

#endif
